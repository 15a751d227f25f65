// What lies over the page and is not the brand: consent banners, cookie walls, pop-ups, chat bubbles.
// `act` "click" presses what says no (or closes) and names what it did; "hide" takes away what is still there.

const { consent, consentName, refuse, agree, shut, offer, chat } = Object.fromEntries(
  Object.entries(WORDS).map(([name, parts]) => [name, new RegExp(parts.join("|"), "i")]));

const view = { width: innerWidth, height: innerHeight };
const said = (element, limit = 1600) => (element.innerText || element.textContent || "").replace(/\s+/g, " ").trim().slice(0, limit);
const labelled = (element) => `${element.getAttribute("id") || ""} ${element.getAttribute("class") || ""} ${element.getAttribute("aria-label") || ""} ${element.tagName === "IFRAME" ? `${element.src} ${element.title}` : ""} ${element.tagName.includes("-") ? element.tagName : ""}`;
const up = (element) => element.assignedSlot || element.parentElement || element.getRootNode().host || null;

function everyElement(root, found = [], limit = 12000) {
  for (const element of root.querySelectorAll("*")) {
    if (found.length >= limit) break;
    if (typeof element.tagName !== "string") continue; // a form with a field of that name
    found.push(element);
    if (element.shadowRoot) everyElement(element.shadowRoot, found, limit);
  }
  return found;
}

function within(element) {
  const found = [];
  const dig = (root) => {
    for (const part of root.querySelectorAll("*")) {
      if (typeof part.tagName !== "string") continue;
      found.push(part);
      if (part.shadowRoot) dig(part.shadowRoot);
    }
  };
  if (element.shadowRoot) dig(element.shadowRoot);
  dig(element);
  return found.slice(0, 3000);
}

const textWithin = (element) => (said(element) || "") + within(element).filter((part) => part.shadowRoot).map((part) => [...part.shadowRoot.children].map((child) => said(child)).join(" ")).join(" ") +
  (element.shadowRoot ? [...element.shadowRoot.children].filter((child) => child.tagName !== "STYLE").map((child) => said(child)).join(" ") : "");

function shown(element) {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
}

const pressable = (element) => (/^(BUTTON|SUMMARY)$/.test(element.tagName) || element.getAttribute("role") === "button" || (element.tagName === "INPUT" && /^(button|submit)$/.test(element.type)) ||
  (element.tagName === "A" && /^(#|javascript:|$)/.test(element.getAttribute("href") || "")) || (/^(DIV|SPAN)$/.test(element.tagName) && getComputedStyle(element).cursor === "pointer"));
const labelOf = (element) => (said(element, 80) || element.value || element.getAttribute("aria-label") || element.title || "").trim();

function buttonsIn(element) {
  return within(element).filter((part) => pressable(part) && shown(part)).slice(0, 60);
}

const whole = said(document.body, 200000).length;

// What a floating thing is, or nothing where it belongs to the page.
function kindOf(element) {
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const text = textWithin(element).slice(0, 3000), name = labelled(element);
  const floating = /^(fixed|sticky)$/.test(style.position) || element.matches("dialog[open], [popover]:popover-open");
  const modal = element.getAttribute("aria-modal") === "true" || /^(dialog|alertdialog)$/.test(element.getAttribute("role") || "") || element.tagName === "DIALOG";
  const cover = (Math.min(box.right, view.width) - Math.max(box.left, 0)) * (Math.min(box.bottom, view.height) - Math.max(box.top, 0)) / (view.width * view.height);
  const holdsPage = text.length > 400 && text.length > whole * 0.5 || Boolean(element.querySelector("main, article, h1 ~ section"));
  if (holdsPage || element === document.body) return "";
  const buttons = buttonsIn(element).map(labelOf);
  const answers = buttons.some((label) => refuse.test(label) || agree.test(label));
  if (consent.test(text) && answers && text.length < 2800 && (floating || modal || consentName.test(name) || buttons.some((label) => refuse.test(label)) || box.height < 260)) return "consent banner";
  if (consentName.test(name) && (floating || modal || element.tagName === "IFRAME" || element.shadowRoot || style.position === "absolute") && (answers || consent.test(text) || element.tagName === "IFRAME" || !text)) return "consent banner";
  if (!floating && !modal && !(style.position === "absolute" && Number(style.zIndex) >= 100)) return "";
  const corner = box.bottom > view.height * 0.55 && box.right > view.width * 0.6 || box.bottom > view.height * 0.55 && box.left < 40 && box.width < 420;
  if (floating && corner && cover < 0.3 && (chat.test(name + within(element).slice(0, 40).map(labelled).join(" ")) || /^(chat|help|hilfe|need help\??|fragen\??|hi|hello|hallo|ask us|message us|wie k\u00f6nnen wir helfen\??|how can (we|i) help\??)/i.test(text))) return "chat bubble";
  if (floating && corner && box.width <= 96 && box.height <= 96 && box.width >= 30 && !/^(A)$/.test(element.tagName)) return "floating button";
  const links = element.querySelectorAll("a[href]").length;
  if (box.top <= 4 && box.height < 200 && links >= 2 && !offer.test(text)) return "";
  if (element.matches("header, nav") || element.querySelector("nav, h1 + nav")) return "";
  // In whatever language: a short notice with a few answers, fixed above everything along an edge or in the middle.
  const low = box.bottom > view.height - 60 || box.top > view.height * 0.5, letters = text.replace(/\s/g, "").length;
  if (style.position === "fixed" && Number(style.zIndex) >= 100 && low && letters >= 30 && letters < 900 && buttons.length >= 2 && buttons.length <= 6 && !element.querySelector("h1, nav")) return "notice";
  if (modal && cover > 0.04) return offer.test(text) ? "newsletter pop-up" : "pop-up";
  if (floating && offer.test(text) && (element.querySelector("input, form") || buttons.some((label) => shut.test(label) || refuse.test(label)))) return "newsletter pop-up";
  if (floating && cover > 0.3 && Number(style.zIndex) >= 1 && (buttons.some((label) => shut.test(label)) || element.querySelector("form, input, iframe"))) return "pop-up";
  if (floating && cover > 0.85 && Number(style.zIndex) >= 1 && text.length < 4) {
    const tint = /rgba?\(([^)]+)\)/.exec(style.backgroundColor);
    if (tint && tint[1].split(",").length === 4 && parseFloat(tint[1].split(",")[3]) > 0.05 || style.backdropFilter !== "none") return "dimmed page";
  }
  if (floating && element.tagName === "IFRAME" && cover > 0.02) return "floating frame";
  return "";
}

function overlays() {
  const found = [];
  const elements = everyElement(document);
  for (const element of elements) {
    if (!(element instanceof HTMLElement) || found.some((one) => one.element.contains(element) || one.within.has(element)) || !shown(element) && !element.shadowRoot) continue;
    if (/^(SCRIPT|STYLE|BODY|HTML|P|SPAN|A|BUTTON|LI|H1|H2|IMG)$/.test(element.tagName) && !/^(fixed|sticky)$/.test(getComputedStyle(element).position)) continue;
    const kind = kindOf(element);
    if (kind) found.push({ element, kind, within: new Set(within(element)) });
  }
  return found;
}

// In a frame that holds nothing but a banner, the whole document is the banner.
function frameIsBanner() {
  const text = said(document.body, 3000);
  const answers = buttonsIn(document.body).map(labelOf);
  return consent.test(text) && text.length < 2800 && answers.some((label) => refuse.test(label) || agree.test(label));
}

function pressNo(element) {
  const buttons = buttonsIn(element);
  const choice = buttons.find((button) => refuse.test(labelOf(button)) && labelOf(button).length < 60) ||
    buttons.find((button) => (shut.test(labelOf(button)) || /(^|[-_ ])close|dismiss/i.test(button.getAttribute("class") || "")) && !agree.test(labelOf(button)));
  if (!choice) return "";
  const label = labelOf(choice).slice(0, 40) || "close";
  choice.click();
  return label;
}

function takeAway(element) {
  element.style.setProperty("display", "none", "important");
  for (const root of [document.documentElement, document.body]) {
    if (getComputedStyle(root).overflowY === "hidden") root.style.setProperty("overflow", "visible", "important");
    if (getComputedStyle(root).position === "fixed") root.style.setProperty("position", "static", "important");
    if (/blur/.test(getComputedStyle(root).filter)) root.style.setProperty("filter", "none", "important");
  }
}

if (act === "frame") return frameIsBanner() ? [{ kind: "consent banner", pressed: pressNo(document.body) }] : [];
return overlays().map(({ element, kind }) => {
  if (act === "click") return { kind, pressed: kind === "dimmed page" || kind === "floating button" ? "" : pressNo(element) };
  takeAway(element);
  return { kind, pressed: "" };
});

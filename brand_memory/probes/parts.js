// What each part of the page is: its role, the region it stands in, and whether it is the brand's own.

const inks = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.data));
const idOf = (element) => element.getAttribute("id") || ""; // a form may hold a field named "id"
const nameOf = (element) => `${idOf(element)} ${element.getAttribute("class") || ""}`;
const roleOf = (element) => element.getAttribute("role") || "";
const isInline = (element) => /^(inline|contents)$/.test(styleOf(element).display);

function wordsOf(element, limit = 160) {
  return (element.innerText || element.textContent || "").replace(/\s+/g, " ").trim().slice(0, limit);
}

// A short selector that a person can find the place by.
function placeOf(element) {
  const steps = [];
  for (let at = element; at && steps.length < 3; at = parentOf(at)) {
    let step = at.tagName.toLowerCase();
    if (idOf(at) && idOf(at).length < 30) step += `#${idOf(at)}`;
    else if (at.classList && at.classList.length) step += `.${at.classList[0].slice(0, 30)}`;
    steps.unshift(step);
    if (idOf(at)) break;
  }
  return steps.join(" > ");
}

// Header and footer by their elements; where a page names none, by what stands across its top and its bottom.
function regionsOf(elements) {
  const inside = (element) => closest(parentOf(element), (at) => /^(ARTICLE|MAIN|SECTION|ASIDE|DIALOG)$/.test(at.tagName));
  const named = (tag, role) => elements.filter((e) => (e.tagName === tag && !inside(e)) || roleOf(e) === role).filter(isVisible);
  const headers = named("HEADER", "banner"), footers = named("FOOTER", "contentinfo");
  const bottom = Math.max(...elements.slice(0, 400).map((e) => boxOf(e).y + boxOf(e).height).filter((y) => y < 1e6), screen.height);
  const links = (element) => element.querySelectorAll("a[href], button").length;
  const wide = elements.filter((e) => /^(DIV|NAV|SECTION|UL|TABLE|ASIDE)$/.test(e.tagName) && isVisible(e) && boxOf(e).width > screen.width * 0.75 && links(e) >= 2);
  if (!headers.length) {
    const top = wide.find((e) => boxOf(e).y < 60 && boxOf(e).height > 24 && boxOf(e).height < 180);
    if (top) headers.push(top);
  }
  if (!footers.length) {
    const last = wide.filter((e) => {
      const box = boxOf(e);
      return box.y > screen.height * 0.6 && box.height < 900 && box.height > 40 && box.y + box.height > bottom - 60 && !e.querySelector("h1");
    });
    if (last.length) footers.push(last[0]);
  }
  return { headers: new Set(headers), footers: new Set(footers) };
}

function regionOf(element) {
  const found = closest(element, (at) => regions.headers.has(at) || regions.footers.has(at));
  if (found) return regions.footers.has(found) ? "footer" : "header";
  return "main";
}

// Walls of other people's logos, embeds, review widgets, shop badges, payment marks and links to networks.
function foreignParts(elements) {
  const foreign = new Set();
  const marks = (element) => [...element.querySelectorAll("img, svg, picture")].filter((mark) => {
    const box = boxOf(mark);
    return box.height >= 10 && box.height <= 140 && box.width <= 320 && box.width >= 12 && mark.tagName !== "PICTURE";
  });
  for (const element of elements) {
    if (words.widgets.test(nameOf(element))) foreign.add(element);
    if (element.tagName === "IFRAME" && !frames.has(element.contentDocument || element)) foreign.add(element);
    if (element.tagName === "A" && element.host) {
      const host = element.hostname || "";
      if ((words.social.test(host) || words.stores.test(host)) && host !== location.hostname) foreign.add(element);
    }
    if (element.tagName === "IMG" && words.payment.test(`${element.alt} ${element.src.split("/").pop()}`)) foreign.add(element);
    if (inks(element) && element.tagName !== "A" && !regions.headers.has(element)) {
      const said = wordsOf(element, 120);
      if (said.length < 90 && words.partners.test(said)) {
        for (let at = parentOf(element), up = 0; at && up < 4 && at !== document.body && at.tagName !== "MAIN"; at = parentOf(at), up++) {
          const box = boxOf(at), found = marks(at);
          if (box.height > 900) break;
          const short = [...at.querySelectorAll("span, li, p, div")].filter((e) => inks(e) && e !== element && wordsOf(e).length < 24);
          const text = wordsOf(at, 2000).length;
          if (found.length >= 3 && text < 200 + found.length * 60) { foreign.add(at); break; }
          if (short.length >= 4 && text < 120 + short.length * 26 && !at.querySelector("h1, form") && !found.length) { foreign.add(at); break; }
        }
      }
    }
    // A row of four or more marks of about one height and few words is a wall of logos, whatever it is called.
    if (/^(DIV|UL|SECTION|FIGURE)$/.test(element.tagName) && element.childElementCount >= 4 && regionOf(element) === "main") {
      const each = [...element.children].map((child) => marks(child.parentElement === element ? child : element)).map((list, at) => {
        const child = element.children[at];
        return /^(IMG|svg)$/.test(child.tagName) ? [child] : list;
      });
      const rows = each.filter((list) => list.length === 1).map((list) => list[0]);
      const heights = rows.map((mark) => boxOf(mark).height);
      const apart = new Set(rows.map((mark) => mark.currentSrc || mark.outerHTML.slice(0, 2000))).size;
      const text = wordsOf(element, 600).length;
      if (rows.length >= 4 && rows.length >= each.length * 0.8 && apart >= rows.length * 0.7 && text < rows.length * 18 &&
        Math.max(...heights) < 110 && Math.max(...heights) < 2.6 * Math.min(...heights)) foreign.add(element);
    }
  }
  return foreign;
}

const owned = new WeakMap();
function isOwn(element) {
  let found = owned.get(element);
  if (found === undefined) {
    const above = parentOf(element);
    found = !foreign.has(element) && (above ? isOwn(above) : true);
    owned.set(element, found);
  }
  return found;
}

function isStatus(element) {
  return Boolean(closest(element, (at) => {
    if (at === document.body || at.tagName === "MAIN") return false;
    if (/^(alert|status|log)$/.test(roleOf(at)) || at.getAttribute("aria-invalid") === "true") return true;
    if (boxOf(at).height > 320) return false;
    if (words.status.test(nameOf(at)) && !/^(A|BUTTON|H1|H2)$/.test(at.tagName)) return true;
    return rgba(styleOf(at).backgroundColor)[3] > 0 && at.tagName !== "BUTTON" && words.outcome.test(wordsOf(at, 80) + " ");
  }));
}

function looksLikeButton(element, style, box) {
  const text = wordsOf(element, 60);
  if (!text || text.length > 42 || box.height < 22 || box.height > 96 || box.width > 520 || isInline(element)) return false;
  const filled = rgba(style.backgroundColor)[3] > 0.05 || /gradient/.test(style.backgroundImage);
  const lined = parseFloat(style.borderTopWidth) >= 1 && parseFloat(style.borderBottomWidth) >= 1 && rgba(style.borderTopColor)[3] > 0.1;
  const padded = parseFloat(style.paddingLeft) >= 8 && parseFloat(style.paddingRight) >= 8;
  const ground = groundBelow(element), own = groundOf(element);
  const apart = !ground || !own || own.some((value, at) => Math.abs(value - ground[at]) > 3);
  return padded && ((filled && apart) || lined);
}

function classify(element, hero) {
  const tag = element.tagName, style = styleOf(element), box = boxOf(element), role = roleOf(element);
  if (tag === "BODY") return "body";
  if (element instanceof SVGElement) return "graphic";
  if (/^H[1-6]$/.test(tag) || role === "heading") return "heading";
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(tag)) return /^(submit|button|reset)$/.test(element.type) ? "button" : "input";
  if (tag === "BUTTON" || role === "button") return "button";
  if (tag === "A") return looksLikeButton(element, style, box) ? "button" : "link";
  if (style.cursor === "pointer" && looksLikeButton(element, style, box)) return "button";
  if (regions.headers.has(element)) return "header";
  if (regions.footers.has(element)) return "footer";
  if (tag === "NAV" || role === "navigation") return "nav";
  if (element === hero) return "hero";
  const size = parseFloat(style.fontSize);
  if (inks(element) && size >= Math.max(24, bodySize * 1.6) && wordsOf(element).length < 140) return "heading";
  const filled = rgba(style.backgroundColor)[3] > 0 || style.backgroundImage !== "none";
  const lined = parseFloat(style.borderTopWidth) >= 1;
  if (inks(element) && filled && box.height < 40 && wordsOf(element).length <= 28) return "badge";
  if (/^(SECTION|MAIN|ARTICLE|ASIDE)$/.test(tag) && box.width > screen.width * 0.7) return "section";
  if ((filled || lined || style.boxShadow !== "none") && box.height >= 80 && box.height < 900 && box.width >= 140) {
    if (box.width < screen.width * 0.66 && (element.childElementCount >= 2 || wordsOf(element).length > 30)) return "card";
  }
  if (filled && box.width > screen.width * 0.66 && box.height > 60) return "section";
  return inks(element) ? "text" : filled || lined ? "section" : "text";
}

// The part that opens the page: wide, within the first screen, holding its largest heading.
function heroOf(elements) {
  const sizes = elements.filter((e) => inks(e) && isVisible(e) && boxOf(e).y < screen.height && regionOf(e) === "main");
  const title = sizes.find((e) => e.tagName === "H1") || sizes.sort((a, b) => parseFloat(styleOf(b).fontSize) - parseFloat(styleOf(a).fontSize))[0];
  if (!title) return null;
  let best = null;
  for (let at = parentOf(title); at && at !== document.body && at.tagName !== "MAIN"; at = parentOf(at)) {
    const box = boxOf(at);
    if (box.height > screen.height * 1.6 || box.y > screen.height * 0.5 || regions.headers.has(at)) break;
    if (box.width > screen.width * 0.7 && box.height > 200) best = at;
  }
  return best;
}

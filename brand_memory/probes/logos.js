// Everything that may be the logo, with what speaks for it.

const logoWord = /logo|brand|wordmark|lockup|site-?(title|name|mark)/i;

function leadsHome(element) {
  const link = closest(element, (at) => at.tagName === "A" && at.href);
  if (!link || link.origin !== location.origin) return false;
  return /^\/([a-z]{2}([-_][a-z]{2})?\/?)?(index\.\w+)?$/i.test(link.pathname) && !link.search;
}

// The drawing alone: its computed fills written into it, what `use` names put in place, nothing that acts.
function markupOf(svg) {
  if (svg.querySelectorAll("*").length > 400) return "";
  const copy = svg.cloneNode(true);
  const before = [svg, ...svg.querySelectorAll("*")], after = [copy, ...copy.querySelectorAll("*")];
  before.forEach((element, at) => {
    if (/^(defs|title|desc|style|script)$/i.test(element.tagName)) return;
    const style = getComputedStyle(element), twin = after[at];
    for (const name of ["fill", "stroke", "stroke-width", "opacity", "fill-rule", "stop-color", "font-family", "font-size", "font-weight", "letter-spacing", "text-anchor"]) {
      const value = style.getPropertyValue(name);
      if (/^(font|letter|text)/.test(name) && !/^(text|tspan)$/.test(element.tagName)) continue;
      if (value && !(name === "opacity" && value === "1") && (name !== "stop-color" || element.tagName === "stop")) twin.setAttribute(name, value);
    }
    twin.removeAttribute("style");
  });
  for (const use of copy.querySelectorAll("use")) {
    const name = use.getAttribute("href") || use.getAttribute("xlink:href") || "";
    const root = svg.getRootNode();
    const meant = name.startsWith("#") ? (root.getElementById ? root.getElementById(name.slice(1)) : null) || document.getElementById(name.slice(1)) : null;
    if (!meant) continue;
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    for (const paint of ["fill", "stroke", "transform"]) if (use.getAttribute(paint)) group.setAttribute(paint, use.getAttribute(paint));
    const twin = meant.cloneNode(true), classed = [...meant.querySelectorAll("[class]")];
    [...twin.querySelectorAll("[class]")].forEach((shape, at) => shape.setAttribute("fill", getComputedStyle(classed[at]).fill));
    if (meant.tagName === "symbol") group.append(...[...twin.childNodes].filter((node) => node.nodeType === 1));
    else group.append(twin);
    if (meant.getAttribute("viewBox") && !copy.getAttribute("viewBox")) copy.setAttribute("viewBox", meant.getAttribute("viewBox"));
    use.replaceWith(group);
  }
  for (const active of copy.querySelectorAll("script, foreignObject, iframe, animate, set, a, style, image")) {
    if (active.tagName === "a") active.replaceWith(...active.childNodes);
    else active.remove();
  }
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...element.attributes]) if (/^on|^(class|id)$|href|^data-|^aria-/i.test(name) && !/^#/.test(element.getAttribute(name))) if (name !== "id") element.removeAttribute(name);
  }
  const box = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(Math.round(box.width * 100) / 100));
  copy.setAttribute("height", String(Math.round(box.height * 100) / 100));
  const text = new XMLSerializer().serializeToString(copy).replace(/currentcolor/gi, getComputedStyle(svg).color);
  return text.length <= LIMITS.markup ? text : "";
}

function hintsOf(element, alternative, source, order) {
  const hints = [];
  const link = closest(element, (at) => at.tagName === "A");
  const names = [element, parentOf(element), link].filter(Boolean).map((at) => `${nameOf(at)} ${at.getAttribute("aria-label") || ""} ${at.title || ""}`).join(" ");
  if (logoWord.test(alternative)) hints.push("alt");
  if (logoWord.test(names)) hints.push("class");
  if (source && !source.startsWith("data:") && logoWord.test(source.split(/[?#]/)[0].split("/").slice(-2).join("/"))) hints.push("src");
  const site = siteNames.find((name) => name.length > 2 && `${alternative} ${names}`.toLowerCase().includes(name));
  if (site) hints.push("site name");
  if (order === 0) hints.push("first in header");
  return hints;
}

// A picture shown in place of an element's own words, which are moved out of sight.
function standsForItsText(element) {
  const style = styleOf(element);
  const masked = style.maskImage || style.webkitMaskImage || "none";
  if ((style.backgroundImage === "none" && masked === "none") || Math.abs(parseFloat(style.textIndent) || 0) <= 900) return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && boxOf(element).x >= 0 && boxOf(element).y >= 0;
}

function logosOf(elements) {
  const found = [], counts = { header: 0, footer: 0, main: 0 };
  const add = (element, kind, source, markup, alternative, extra = []) => {
    const region = regionOf(element), box = boxOf(element), links = leadsHome(element), own = isOwn(element);
    const hints = [...hintsOf(element, alternative, source, region === "header" ? counts.header : 1), ...extra];
    const likely = region === "header" || links || hints.some((hint) => hint !== "site name");
    if (!likely && !(region === "footer" && counts.footer < 6)) return;
    if (!links && region === "header" && closest(element, (at) => at.tagName === "BUTTON")) return;
    if (region === "main" && (counts.main >= 10 || box.width > screen.width * 0.6)) return;
    counts[region] += 1;
    const ground = groundBelow(element);
    found.push({ source, markup, place: placeOf(element), alternative, box, region, linksHome: links, hints, kind, ground: ground ? written(ground) : "", own });
  };
  for (const element of elements) {
    if (found.length >= LIMITS.logos) break;
    const box = boxOf(element);
    if (!(isVisible(element) || standsForItsText(element)) || box.width < 12 || box.height < 8) continue;
    const named = element.getAttribute("alt") || element.getAttribute("aria-label") || element.getAttribute("title") || "";
    if (element.tagName === "IMG") {
      const source = element.currentSrc || element.src;
      if (source) add(element, "image", source, "", named);
      for (const other of element.parentElement && element.parentElement.tagName === "PICTURE" ? element.parentElement.querySelectorAll("source") : []) {
        const address = (other.srcset || "").trim().split(/[\s,]/)[0];
        if (address && /color-scheme/.test(other.media)) add(element, "image", new URL(address, document.baseURI).href, "", named, [/dark/.test(other.media) ? "for dark scheme" : "for light scheme"]);
      }
    } else if (element.tagName === "svg" && !closest(parentOf(element), (at) => at.tagName === "svg")) {
      const title = element.querySelector("title");
      const link = closest(element, (at) => at.tagName === "A");
      const use = element.querySelector("use");
      const outside = use ? use.getAttribute("href") || "" : "";
      const alternative = named || (title ? title.textContent.trim() : "") || (link ? link.getAttribute("aria-label") || "" : "");
      const fill = styleOf(element).fill, ink = /^(none|rgb\(0, 0, 0\)|url)/.test(fill) ? styleOf(element).color : fill;
      const elsewhere = outside && !outside.startsWith("#");
      add(element, "svg", elsewhere ? new URL(outside, document.baseURI).href : "", markupOf(element), alternative, elsewhere ? [`ink ${ink}`] : []);
    } else if (element.tagName === "OBJECT" && /svg/.test(element.type || element.data)) {
      add(element, "image", element.data, "", named);
    } else {
      const style = styleOf(element);
      const drawnBy = /url\("?([^")]+)"?\)/.exec(`${style.backgroundImage} ${style.maskImage || style.webkitMaskImage || ""}`);
      if (drawnBy && box.width < 420 && box.height < 200) {
        const words = named || wordsOf(element, 60);
        if (regionOf(element) !== "main" || logoWord.test(`${nameOf(element)} ${drawnBy[1]}`)) add(element, "background", new URL(drawnBy[1], document.baseURI).href, "", words, style.backgroundImage === "none" ? ["mask", `ink ${style.backgroundColor}`] : []);
      }
    }
  }
  for (const link of document.querySelectorAll("link[rel][href]")) {
    const touch = /apple-touch-icon|fluid-icon/.test(link.rel);
    if (touch || /(^|\s)(icon|mask-icon)(\s|$)/.test(link.rel)) {
      found.push({ source: link.href, markup: "", place: `link[rel="${link.rel.slice(0, 40)}"]`, alternative: "", box: null, region: "header", linksHome: false,
        hints: [link.sizes ? link.sizes.value : "", link.type, link.media].filter(Boolean), kind: touch ? "touch icon" : "icon", ground: "", own: true });
    }
  }
  return found;
}

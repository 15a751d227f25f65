// What the page states about itself, and what hangs on it: pictures, films, links, fonts, variables, structured data.

function captionOf(image) {
  const figure = closest(image, (at) => at.tagName === "FIGURE");
  const caption = figure && figure.querySelector("figcaption");
  return caption && isVisible(caption) ? seenText(caption, 300) : "";
}

function nearbyOf(image) {
  for (let at = parentOf(image), up = 0; at && up < 4 && at !== document.body; at = parentOf(at), up++) {
    const heading = [...at.querySelectorAll("h1, h2, h3, h4, h5, h6, strong")].find(isVisible);
    const paragraph = [...at.querySelectorAll("p")].find(isVisible);
    const said = [heading, paragraph].filter(Boolean).map((part) => seenText(part, 160)).join(" \u2013 ");
    if (said) return said;
  }
  return "";
}

function picturesOf(elements, hero, shares) {
  const found = [];
  for (const element of elements) {
    if (found.length >= LIMITS.pictures) break;
    if (!isVisible(element)) continue;
    const box = boxOf(element);
    const common = () => ({ caption: captionOf(element), nearby: nearbyOf(element), box, own: isOwn(element),
      hero: Boolean(hero && (hero === element || hero.contains(element))) || (box.y < screen.height && box.width > screen.width * 0.6 && box.height > 280) });
    if (element.tagName === "IMG" && box.width >= 64 && box.height >= 48) {
      const source = element.currentSrc || element.src;
      if (source) found.push({ source, alternative: element.alt || "", width: element.naturalWidth, height: element.naturalHeight, ...common() });
    } else if (element.tagName === "VIDEO" && element.poster && box.width >= 64) {
      found.push({ source: element.poster, alternative: element.getAttribute("aria-label") || "", width: 0, height: 0, ...common() });
    } else if (box.width >= 200 && box.height >= 140) {
      const drawnBy = /url\("?([^")]+)"?\)/.exec(styleOf(element).backgroundImage);
      if (drawnBy && !/^data:image\/svg/.test(drawnBy[1])) found.push({ source: drawnBy[1], alternative: element.getAttribute("aria-label") || "", width: 0, height: 0, ...common() });
    }
  }
  return found;
}

function filmsOf(elements) {
  const found = [];
  const add = (source, poster, kind, player = 0, background = false) => {
    if (source && !/^(blob|data):/.test(source) && !found.some((film) => film.source === source)) found.push({ source, poster: poster || "", kind, player, background });
  };
  const absolute = (address) => { try { return new URL(address, document.baseURI).href; } catch { return ""; } };
  const kindOf = (address, otherwise) => (/\.(m3u8|mpd)($|[?#])/i.test(address) ? "stream" : otherwise);
  const videos = elements.filter((e) => e.tagName === "VIDEO");
  videos.forEach((video, number) => {
    const background = video.autoplay && video.loop && (video.muted || video.defaultMuted) && !video.controls;
    // What a browser would play comes first; the other sources are the same film.
    for (const named of [video.currentSrc, ...[video, ...video.querySelectorAll("source")].map((at) => at.getAttribute("src") || at.dataset.src || "")]) {
      if (named) add(absolute(named), video.poster, kindOf(named, "video"), number + 1, background);
    }
  });
  for (const meta of document.querySelectorAll('meta[property^="og:video"], meta[name="twitter:player:stream"]')) {
    if (!/:(type|width|height|tag|duration|release_date)$/.test(meta.getAttribute("property") || "")) add(absolute(meta.content), "", kindOf(meta.content, "preview"));
  }
  for (const link of document.querySelectorAll("a[href], link[href]")) {
    if (/\.(mp4|webm|mov|m4v|mkv|m3u8|mpd)($|[?#])/i.test(link.href)) add(link.href, "", kindOf(link.href, "video"));
  }
  // Players fetch playlists by script: of a folder the first, which lists the others.
  const folders = [];
  for (const { name } of performance.getEntriesByType("resource")) {
    if (!/^https?:.*\.m3u8($|[?#])/i.test(name) || folders.some((folder) => name.startsWith(folder))) continue;
    folders.push(name.split(/[?#]/)[0].replace(/[^/]*$/, ""));
    add(name, "", "stream");
  }
  return found.slice(0, 20);
}

function linksOf(elements) {
  const found = [], known = new Set();
  for (const link of elements) {
    if (link.tagName !== "A" || !link.href || found.length >= LIMITS.links) continue;
    const words = isVisible(link) ? seenText(link, 80) || link.getAttribute("aria-label") || link.title || (link.querySelector("img") || {}).alt || "" : "";
    const key = link.href.split("#")[0];
    if (!/^(https?|mailto|tel):/.test(link.href) || known.has(key + words)) continue;
    known.add(key + words);
    found.push({ address: link.href, words, region: regionOf(link) });
  }
  return found;
}

function fontsOf() {
  const found = new Map();
  const bare = (name) => name.replace(/^["']|["']$/g, "");
  const add = (family, weight, style, sources, loaded) => {
    const key = `${bare(family)}|${weight}|${style}`;
    const kept = found.get(key) || { family: bare(family), weight, style, sources: [], loaded: false };
    kept.sources.push(...sources.filter((source) => !kept.sources.includes(source)));
    kept.loaded = kept.loaded || loaded;
    if (found.has(key) || found.size < LIMITS.fonts) found.set(key, kept);
  };
  const rules = (sheet, base, depth) => {
    let list = [];
    try { list = [...sheet.cssRules]; } catch { return; }
    for (const rule of list) {
      if (rule instanceof CSSFontFaceRule) {
        const sources = [...rule.style.getPropertyValue("src").matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map((match) => match[1]);
        const there = sources.filter((source) => !source.startsWith("data:")).map((source) => { try { return new URL(source, base).href; } catch { return ""; } }).filter(Boolean);
        add(rule.style.getPropertyValue("font-family"), rule.style.getPropertyValue("font-weight") || "400", rule.style.getPropertyValue("font-style") || "normal", there, false);
      } else if (rule.styleSheet && depth < 4) rules(rule.styleSheet, rule.styleSheet.href || base, depth + 1);
      else if (rule.cssRules && depth < 4) rules(rule, base, depth + 1);
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) rules(sheet, sheet.href || document.baseURI, 0);
  for (const face of [...document.fonts].slice(0, 400)) add(face.family, face.weight, face.style, [], face.status === "loaded");
  return [...found.values()];
}

function variablesOf() {
  const found = {};
  let count = 0;
  for (const root of [document.documentElement, document.body]) {
    for (const [name, values] of root.computedStyleMap()) {
      if (!name.startsWith("--") || count >= LIMITS.variables) continue;
      const value = values[0].toString().trim();
      if (value && value.length <= 200 && !(name in found)) { found[name] = value; count += 1; }
    }
  }
  return found;
}

function metaOf() {
  const found = {};
  for (const meta of [...document.querySelectorAll("meta[content]")].slice(0, 200)) {
    const name = (meta.getAttribute("name") || meta.getAttribute("property") || meta.getAttribute("itemprop") || "").toLowerCase();
    if (!name) continue;
    const key = meta.media ? `${name} ${meta.media}` : name;
    if (!(key in found)) found[key] = meta.content.slice(0, 1000);
  }
  for (const rel of ["canonical", "manifest", "alternate"]) {
    const link = document.querySelector(`link[rel="${rel}"][href]`);
    if (link) found[`link:${rel}`] = link.href;
  }
  return found;
}

function microdata() {
  const valueOf = (element) => element.content || element.getAttribute("content") || element.href || element.currentSrc || element.src || element.dateTime || element.value || element.textContent.trim();
  const itemOf = (scope, depth) => {
    const item = { "@type": (scope.getAttribute("itemtype") || "").split("/").pop(), "@source": "microdata" };
    for (const element of [...scope.querySelectorAll("[itemprop]")].slice(0, 80)) {
      if (closest(element.parentElement, (at) => at.hasAttribute && at.hasAttribute("itemscope")) !== scope) continue;
      const name = element.getAttribute("itemprop");
      const value = element.hasAttribute("itemscope") && depth < 4 ? itemOf(element, depth + 1) : String(valueOf(element)).slice(0, 600);
      item[name] = name in item ? [].concat(item[name], value) : value;
    }
    return item;
  };
  return [...document.querySelectorAll("[itemscope]:not([itemprop])")].slice(0, 60).map((scope) => itemOf(scope, 0));
}

// The visible elements with their computed styles, and how much of each is really seen.

function sample(element, box) {
  const columns = Math.max(2, Math.min(7, Math.ceil(box.width / 110)));
  const rows = Math.max(2, Math.min(8, Math.ceil(box.height / 70)));
  const points = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      points.push({ element, x: box.x + ((column + 0.5) * box.width) / columns, y: box.y + ((row + 0.5) * box.height) / rows });
    }
  }
  return points;
}

function isSeenAt(element, x, y) {
  const pin = pinOf(element);
  for (const layer of layersAt(x, y)) {
    if (layer === element) return true;
    if (pinOf(layer) !== pin && pinOf(layer)) continue;
    if (paints(layer) && !(element.tagName === "svg" && element.contains(layer))) return false;
    if (layer === document.body || layer === document.documentElement) return element === document.body;
  }
  return false;
}

// The share of each element that is seen, found by looking at points of it, screen after screen.
function lookAt(elements) {
  const shares = new Map(elements.map((element) => [element, { seen: 0, asked: 0 }]));
  const screens = new Map();
  const height = Math.min(pageHeight, LIMITS.height);
  for (const element of elements) {
    if (element.ownerDocument !== document) continue;
    for (const point of sample(element, shared(boxOf(element), windowOf(element)))) {
      if (point.y >= height) continue;
      const at = pinOf(element) ? 0 : Math.floor(point.y / screen.height);
      if (!screens.has(at)) screens.set(at, []);
      screens.get(at).push(point);
    }
  }
  for (const at of [...screens.keys()].sort((a, b) => a - b)) {
    scrollPage(at * screen.height);
    const down = scrolled();
    for (const { element, x, y } of screens.get(at)) {
      const share = shares.get(element);
      const top = pinOf(element) ? y - start.y : y - down;
      if (x < 0 || x >= screen.width || top < 0 || top >= screen.height) continue;
      share.asked += 1;
      if (isSeenAt(element, x, top)) share.seen += 1;
    }
  }
  scrollPage(0);
  return shares;
}

function cornerOf(style, box) {
  const value = style.borderTopLeftRadius.split(" ")[0];
  const radius = value.endsWith("%") ? (parseFloat(value) / 100) * box.width : parseFloat(value) || 0;
  return Math.min(radius, 9999);
}

function describe(element, role, painted) {
  const style = styleOf(element), box = boxOf(element), ground = groundOf(element);
  const pressed = role === "button" || role === "link" || role === "heading" || role === "badge" || role === "input";
  const graphic = element instanceof SVGElement;
  return {
    role, tag: element.tagName.toLowerCase(), place: placeOf(element), box, painted,
    text: graphic ? "" : pressed || inks(element) ? seenText(element, 160) || element.value || element.getAttribute("aria-label") || "" : "",
    region: regionOf(element), colour: style.webkitTextFillColor !== style.color && rgba(style.webkitTextFillColor)[3] > 0 ? style.webkitTextFillColor : style.color,
    background: style.backgroundColor, backgroundImage: style.backgroundImage === "none" ? "" : style.backgroundImage.slice(0, 2000),
    borderColour: parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : parseFloat(style.borderBottomWidth) > 0 ? style.borderBottomColor : "",
    borderWidth: Math.max(parseFloat(style.borderTopWidth) || 0, parseFloat(style.borderBottomWidth) || 0),
    fill: graphic && style.fill !== "none" ? style.fill : "", stroke: graphic && style.stroke !== "none" ? style.stroke : "",
    families: style.fontFamily, weight: parseInt(style.fontWeight, 10) || 400, size: parseFloat(style.fontSize) || 0,
    radius: cornerOf(style, box), shadow: style.boxShadow === "none" ? "" : style.boxShadow.slice(0, 400),
    padding: parseFloat(style.paddingLeft) || 0, status: isStatus(element), own: isOwn(element),
    ground: ground ? written(ground) : "", opacity: opacityOf(element),
    clippedToText: /text/.test(style.webkitBackgroundClip || ""),
  };
}

// The colours of a drawing: one sample for each pair of fill and stroke, as large as the shapes that bear it.
function drawn(svg, painted) {
  const pairs = new Map();
  const shapes = svg.querySelectorAll("path, rect, circle, ellipse, polygon, polyline, line, text, use, stop");
  let whole = 0;
  for (const shape of [...shapes].slice(0, 200)) {
    const style = styleOf(shape), box = shape.getBoundingClientRect();
    if (closest(shape, (at) => /^(defs|clipPath|mask|symbol|pattern)$/i.test(at.tagName)) && shape.tagName !== "stop") continue;
    const stop = shape.tagName === "stop";
    const key = stop ? `${style.stopColor}|none` : `${style.fill}|${style.stroke}`;
    const area = stop ? 1 : Math.max(1, box.width * box.height);
    whole += area;
    const kept = pairs.get(key) || { area: 0, shape };
    kept.area += area;
    pairs.set(key, kept);
  }
  return [...pairs.entries()].slice(0, 12).map(([key, { area, shape }]) => {
    const [fill, stroke] = key.split("|");
    const one = describe(shape, "graphic", (painted * area) / whole);
    return { ...one, box: boxOf(svg), place: placeOf(svg), fill: fill === "none" ? "" : fill, stroke: stroke === "none" ? "" : stroke };
  });
}

function matters(element) {
  if (element instanceof SVGElement) return element.tagName === "svg" && !closest(parentOf(element), (at) => at.tagName === "svg");
  if (element.tagName === "HTML") return false;
  const style = styleOf(element);
  return element.tagName === "BODY" || inks(element) || rgba(style.backgroundColor)[3] > 0 || style.backgroundImage !== "none" ||
    /^(BUTTON|INPUT|SELECT|TEXTAREA|A|NAV|HEADER|FOOTER|SECTION|MAIN)$/.test(element.tagName) || style.boxShadow !== "none" ||
    (parseFloat(style.borderTopWidth) > 0 && rgba(style.borderTopColor)[3] > 0) || roleOf(element) === "button";
}

function measured(elements, hero) {
  const seen = elements.filter((e) => matters(e) && isVisible(e) && opacityOf(e) >= 0.15).slice(0, LIMITS.looked);
  const shares = lookAt(seen);
  const found = [];
  for (const element of seen) {
    const { seen: hits, asked } = shares.get(element);
    const box = shared(boxOf(element), windowOf(element));
    const foreignFrame = element.ownerDocument !== document;
    if (!asked && !foreignFrame) continue;
    const painted = foreignFrame ? box.width * box.height : (box.width * box.height * hits) / asked;
    if (painted <= 0 && element.tagName !== "BODY") continue;
    if (element.tagName === "svg") found.push(...drawn(element, painted));
    else if (!inks(element) || isLegible(element) || rgba(styleOf(element).backgroundColor)[3] > 0) found.push(describe(element, classify(element, hero), painted));
  }
  return { elements: found.sort((a, b) => b.painted - a.painted).slice(0, LIMITS.elements).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x), shares };
}

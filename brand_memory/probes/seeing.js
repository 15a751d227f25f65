// What a person sees: the walk through the page, colours on what lies below them, and whether a thing is visible at all.

const replaced = new Set(["IMG", "VIDEO", "CANVAS", "IFRAME", "OBJECT", "EMBED"]);
const silent = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "OPTION", "HEAD", "META", "LINK", "TITLE"]);
const screen = { width: innerWidth, height: innerHeight };
const pageWidth = Math.max(screen.width, Math.min(document.documentElement.scrollWidth, screen.width * 1.02));

const styles = new WeakMap();
function styleOf(element) {
  let style = styles.get(element);
  if (!style) styles.set(element, (style = getComputedStyle(element)));
  return style;
}

// The parent as it is drawn: a slotted node stands in its slot, a shadow root in its host, a document in its frame.
const frames = new WeakMap();
function parentOf(element) {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root.host || frames.get(root) || null;
}

function closest(element, test) {
  for (let at = element; at; at = parentOf(at)) if (test(at)) return at;
  return null;
}

// Every element in document order, into open shadow roots and frames of the same origin.
function walk(limit) {
  const found = [];
  const visit = (root, depth) => {
    const stack = [root];
    while (stack.length && found.length < limit) {
      const element = stack.pop();
      if (silent.has(element.tagName) && element.tagName !== "HEAD") continue;
      if (typeof element.tagName !== "string" || typeof element.children[Symbol.iterator] !== "function") continue; // fields named so
      found.push(element);
      if (element.tagName === "IFRAME" && depth < 3) {
        let inner = null;
        try { inner = element.contentDocument; } catch { inner = null; }
        if (inner && inner.body && inner.body.childElementCount) {
          frames.set(inner, element);
          visit(inner.body, depth + 1);
        }
      }
      const children = element.shadowRoot ? [...element.shadowRoot.children, ...element.children] : [...element.children];
      for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]);
    }
  };
  visit(document.documentElement, 0);
  return found;
}

// Where a document inside a frame lies on the screen.
function shiftOf(element) {
  let x = 0, y = 0;
  for (let frame = frames.get(element.ownerDocument); frame; frame = frames.get(frame.ownerDocument)) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
  }
  return { x, y };
}

const boxes = new WeakMap();
function boxOf(element) {
  let box = boxes.get(element);
  if (!box) {
    const found = element.getBoundingClientRect();
    const shift = shiftOf(element);
    box = { x: found.left + shift.x + start.x, y: found.top + shift.y + start.y, width: found.width, height: found.height };
    boxes.set(element, box);
  }
  return box;
}

function shared(one, other) {
  const x = Math.max(one.x, other.x), y = Math.max(one.y, other.y);
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

// What an element may be seen through: the boxes of all that cut off what overflows them.
const everything = { x: 0, y: 0, width: pageWidth, height: 1e7 };
const windows = new WeakMap();
function windowOf(element) {
  let found = windows.get(element);
  if (found) return found;
  const style = styleOf(element);
  let above = parentOf(element);
  if (style.position === "absolute" && element.offsetParent) above = element.offsetParent;
  found = style.position === "fixed" || !above ? everything : windowOf(above);
  const cuts = (value) => value === "hidden" || value === "clip";
  const isPage = element === document.documentElement || element === document.body;
  if (!isPage && (cuts(style.overflowX) || cuts(style.overflowY) || element.tagName === "IFRAME")) found = shared(found, boxOf(element));
  windows.set(element, found);
  return found;
}

const opacities = new WeakMap();
function opacityOf(element) {
  let found = opacities.get(element);
  if (found === undefined) {
    const above = parentOf(element);
    found = Number(styleOf(element).opacity) * (above ? opacityOf(above) : 1);
    opacities.set(element, found);
  }
  return found;
}

const sights = new WeakMap();
function isVisible(element) {
  let seen = sights.get(element);
  if (seen === undefined) sights.set(element, (seen = looksVisible(element)));
  return seen;
}

function looksVisible(element) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const style = styleOf(element);
  if (style.display === "contents") return true;
  if (style.display === "none" || style.visibility !== "visible" || opacityOf(element) < 0.15) return false;
  const frame = frames.get(element.ownerDocument);
  if (frame && !isVisible(frame)) return false;
  if (isCutAway(element)) return false;
  const box = boxOf(element);
  if (box.x + box.width <= 0 || box.y + box.height <= 0 || box.x >= pageWidth) return false;
  const left = shared(box, windowOf(element));
  if (style.display === "inline" && element.childElementCount) return true;
  return left.width >= 2 && left.height >= 2;
}

function isCutAway(element) {
  return Boolean(closest(element, (at) => {
    const style = styleOf(at);
    if (/inset\(\s*(50|100)%|circle\(0|polygon\(0(px)? 0(px)?, 0(px)? 0/.test(style.clipPath)) return true;
    if (/^rect\(/.test(style.clip) && style.position === "absolute") {
      const sides = style.clip.match(/-?[\d.]+(?=px|,|\))/g) || [];
      if (sides.length >= 4 && Math.abs(sides[0] - sides[2]) <= 2) return true;
    }
    return Math.abs(parseFloat(style.textIndent) || 0) > 900;
  }));
}

// Any CSS colour as sRGB from 0 to 255 and alpha; what is written stays what is reported.
const pencil = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const mixed = new Map();
function rgba(colour) {
  let found = mixed.get(colour);
  if (found) return found;
  const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (plain) {
    found = [+plain[1], +plain[2], +plain[3], plain[4] === undefined ? 1 : +plain[4]];
  } else {
    pencil.clearRect(0, 0, 1, 1);
    pencil.fillStyle = "rgba(0,0,0,0)";
    pencil.fillStyle = colour;
    pencil.fillRect(0, 0, 1, 1);
    const pixel = pencil.getImageData(0, 0, 1, 1).data;
    found = [pixel[0], pixel[1], pixel[2], pixel[3] / 255];
  }
  mixed.set(colour, found);
  return found;
}

function over(top, below) {
  const part = top[3];
  return [0, 1, 2].map((at) => top[at] * part + below[at] * (1 - part)).concat(1);
}

function written(colour) {
  return `rgb(${colour.slice(0, 3).map((value) => Math.round(value)).join(", ")})`;
}

const paper = /dark/.test(getComputedStyle(document.documentElement).colorScheme) &&
  (matchMedia("(prefers-color-scheme: dark)").matches || !/light/.test(getComputedStyle(document.documentElement).colorScheme))
  ? [18, 18, 18, 1] : [255, 255, 255, 1];

// The colour an element stands on, its own background included; null where a picture or gradient decides it.
const grounds = new WeakMap();
function groundOf(element) {
  if (grounds.has(element)) return grounds.get(element);
  grounds.set(element, paper); // two things that lie on each other would ask for ever
  const style = styleOf(element);
  const above = groundBelow(element);
  const own = rgba(style.backgroundColor);
  let found = own[3] >= 0.995 ? own : above ? over(own, above) : null;
  if (style.backgroundImage !== "none" && !/text/.test(style.webkitBackgroundClip || style.backgroundClip)) found = null;
  if (replaced.has(element.tagName) && element.tagName !== "IFRAME") found = null;
  grounds.set(element, found);
  return found;
}

// The same without the element's own background. What is placed freely stands on whatever is drawn at its middle.
function groundBelow(element) {
  const above = parentOf(element);
  if (!above) return paper;
  if (/^(absolute|fixed)$/.test(styleOf(element).position)) {
    const box = element.getBoundingClientRect();
    const layers = layersAt(box.left + box.width / 2, box.top + Math.min(box.height / 2, 40));
    const below = layers.slice(layers.indexOf(element) + 1).find((other) => !element.contains(other) && paints(other));
    if (layers.includes(element) && below) return groundOf(below);
  }
  return groundOf(above);
}

const painters = new WeakMap();
function paints(element) {
  let found = painters.get(element);
  if (found === undefined) {
    const style = styleOf(element);
    found = replaced.has(element.tagName) || style.backgroundImage !== "none" || rgba(style.backgroundColor)[3] > 0.5;
    if (element instanceof SVGElement && element.tagName !== "svg") found = style.fill !== "none" && rgba(style.fill)[3] > 0.5;
    if (opacityOf(element) < 0.3) found = false;
    painters.set(element, found);
  }
  return found;
}

// What is drawn at a point of the screen, topmost first, with what open shadow roots hold.
function layersAt(x, y) {
  const found = [];
  const add = (list, inside) => {
    for (const element of list) {
      if (inside && element.getRootNode() !== inside) continue;
      if (element.shadowRoot) add(element.shadowRoot.elementsFromPoint(x, y), element.shadowRoot);
      found.push(element);
    }
  };
  add(document.elementsFromPoint(x, y), null);
  return found;
}

const pins = new WeakMap();
function pinOf(element) {
  if (pins.has(element)) return pins.get(element);
  const above = parentOf(element);
  const pinned = /^(fixed|sticky)$/.test(styleOf(element).position) ? element : above ? pinOf(above) : null;
  pins.set(element, pinned);
  return pinned;
}

function luminance(colour) {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// Whether letters of an element stand out at all from what they stand on.
function isLegible(element) {
  const style = styleOf(element);
  if (parseFloat(style.fontSize) < 5) return false;
  if (/text/.test(style.webkitBackgroundClip || style.backgroundClip)) return true;
  if (style.textShadow !== "none" || parseFloat(style.webkitTextStrokeWidth) > 0) return true;
  const ink = rgba(style.webkitTextFillColor || style.color);
  if (ink[3] < 0.1) return Boolean(closest(element, (at) => /text/.test(styleOf(at).webkitBackgroundClip || "")));
  const ground = groundOf(element);
  if (!ground) return true;
  const tones = [luminance(over(ink, ground)), luminance(ground)];
  return (Math.max(...tones) + 0.05) / (Math.min(...tones) + 0.05) >= 1.12;
}

"""SVG from outside made harmless: known shapes and properties stay, everything that could act or fetch goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from brand_memory.colour_values import Tint
from brand_memory.svg_colours import DRAWN, name_of, painted

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_LARGEST = 400_000
_MOST_ELEMENTS = 4000
_DEEPEST = 40
_KEPT = DRAWN | frozenset(
    "svg g defs symbol title linearGradient radialGradient stop clipPath mask pattern marker".split()
)
_ATTRIBUTES = frozenset(
    """id class viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill stroke stroke-width
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset fill-rule clip-rule opacity
    fill-opacity stroke-opacity stop-color stop-opacity offset gradientUnits gradientTransform spreadMethod
    clip-path mask clipPathUnits maskUnits maskContentUnits patternUnits patternTransform preserveAspectRatio
    font-family font-size font-weight font-style letter-spacing text-anchor dominant-baseline dx dy color href
    display visibility marker-start marker-end overflow version""".split()
)
_STYLED = frozenset(
    "fill stroke stroke-width opacity fill-opacity stroke-opacity stop-color stop-opacity color fill-rule".split()
)
_INSIDE = re.compile(r"url\(\s*['\"]?#[\w.:-]+['\"]?\s*\)")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"<]*"|'[^'<]*')""")
_RULE = re.compile(r"([^{}@]{1,200})\{([^{}]{0,2000})\}")


@dataclass(frozen=True)
class SafeDrawing:
    """A harmless SVG: its bytes, size in its own units, and the colours it paints with their shares, largest first."""

    content: bytes
    width: float
    height: float
    colours: tuple[tuple[Tint, float], ...]
    texts: bool
    """Whether letters are drawn as text, which needs their typeface to look right."""


def clean_svg(markup: str | bytes, current: str = "", part: str = "") -> SafeDrawing | None:
    """`markup` without scripts, handlers, foreign objects, references outwards, images, animation and entities.

    `current` is what `currentColor` means where it stands; it is written in. With `part`, only the symbol or group of
    that id is kept, as a sheet of many drawings is used. None where it is no SVG, is too large,
    declares entities, or nothing that draws is left.
    """
    from defusedxml import DefusedXmlException
    from defusedxml import ElementTree as Defused

    text = markup.decode("utf-8", "replace") if isinstance(markup, bytes) else markup
    if len(text) > _LARGEST or "<svg" not in text[:20_000].lower():
        return None
    text = _declared(text.strip().lstrip("\ufeff"))
    try:
        tree = Defused.fromstring(text, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (DefusedXmlException, ElementTree.ParseError, ValueError, LookupError):
        return None
    rules = _rules(tree)
    root = _clean(tree, rules, current or "#000000", 0, [0])
    if root is None or not root.tag.endswith("}svg"):
        return None
    if part:
        root = _only(root, part)
    root = None if root is None else _used(root)
    if root is None:
        return None
    if part and current and not root.get("fill"):
        root.set("fill", current)
    return _finished(root)


def recoloured(drawing: SafeDrawing, ink: str) -> SafeDrawing | None:
    """`drawing` with everything it paints in `ink`, as a mask lets a colour through."""
    root = ElementTree.fromstring(drawing.content)
    root.set("fill", ink)
    for element in root.iter():
        for paint in ("fill", "stroke"):
            if element.get(paint, "none") != "none":
                element.set(paint, ink)
    return _finished(root)


def _finished(root: ElementTree.Element) -> SafeDrawing | None:
    """A harmless tree as a document with its size and colours; None where it draws nothing."""
    width, height = _size(root)
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    colours = painted(root)
    if not any(name_of(element) in DRAWN for element in root.iter()) or width <= 0 or height <= 0:
        return None
    ElementTree.register_namespace("", _SVG)
    content = ElementTree.tostring(root, encoding="unicode").encode()
    texts = any(name_of(element) == "text" for element in root.iter())
    return SafeDrawing(content, width, height, colours, texts)


def _declared(text: str) -> str:
    """`text` with the names of SVG and XLink declared once, which HTML allows to be left out or said twice."""
    start = text.lower().find("<svg")
    end = text.find(">", start)
    said: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text[start + 4 : end]):
        said.setdefault(name, value)
    said.setdefault("xmlns", f'"{_SVG}"')
    if "xlink:" in text:
        said.setdefault("xmlns:xlink", f'"{_XLINK}"')
    closed = "/" if text[start:end].endswith("/") else ""
    head = "".join(f" {name}={value}" for name, value in said.items())
    return f"{text[:start]}<svg{head}{closed}{text[end:]}"


def _only(root: ElementTree.Element, part: str) -> ElementTree.Element | None:
    """The part of that id as a drawing of its own, with what it refers to; None where there is none."""
    meant = next((element for element in root.iter() if element.get("id") == part), None)
    if meant is None:
        return None
    alone = ElementTree.Element(f"{{{_SVG}}}svg")
    box = meant.get("viewBox") or root.get("viewBox")
    if box:
        alone.set("viewBox", box)
    shared = [element for element in root if name_of(element) in ("defs", "linearGradient", "radialGradient")]
    alone.extend(shared)
    if name_of(meant) in ("symbol", "svg"):
        alone.extend(list(meant))
    else:
        alone.append(meant)
    return alone


def _used(root: ElementTree.Element) -> ElementTree.Element:
    """`root` without references to what is not in it, which would draw nothing."""
    known = {element.get("id") for element in root.iter()}
    for parent in list(root.iter()):
        for child in list(parent):
            if name_of(child) == "use" and child.get("href", "#")[1:] not in known:
                parent.remove(child)
    return root


def _rules(tree: ElementTree.Element) -> dict[str, dict[str, str]]:
    """What the drawing's own style sheet says of classes, ids and tags, as far as it is paint."""
    found: dict[str, dict[str, str]] = {}
    for element in tree.iter():
        if name_of(element) == "style" and element.text:
            for selectors, body in _RULE.findall(element.text[:50_000]):
                for selector in selectors.split(","):
                    found.setdefault(selector.strip(), {}).update(_declarations(body))
    return found


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip()
        for name, _, value in pairs
        if name.strip().lower() in _STYLED and _harmless(value)
    }


def _harmless(value: str) -> bool:
    lowered = _INSIDE.sub("", value).lower()
    return not any(sign in lowered for sign in ("url(", "javascript:", "data:", "expression(", "\\", "@import", "//"))


def _clean(
    element: ElementTree.Element, rules: dict[str, dict[str, str]], current: str, depth: int, count: list[int]
) -> ElementTree.Element | None:
    name = name_of(element)
    count[0] += 1
    if name not in _KEPT or depth > _DEEPEST or count[0] > _MOST_ELEMENTS:
        return None
    kept = ElementTree.Element(f"{{{_SVG}}}{name}")
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2]
        if plain == "href":
            if value.startswith("#"):
                kept.set("href", value)
        elif plain in _ATTRIBUTES and plain != "class" and _harmless(value) and len(value) < 200_000:
            kept.set(plain, value)
    classes = [f".{one}" for one in element.get("class", "").split()]
    for selector in (name, *classes, *(f"{name}{one}" for one in classes), f"#{element.get('id', '')}"):
        for key, value in rules.get(selector, {}).items():
            kept.set(key, value)
    for key, value in _declarations(element.get("style", "")).items():
        kept.set(key, value)
    for key in ("fill", "stroke", "stop-color"):
        if kept.get(key, "").lower() == "currentcolor" or "var(" in kept.get(key, ""):
            kept.set(key, current)
    if name in ("text", "tspan", "title"):
        kept.text, kept.tail = element.text, element.tail if name == "tspan" else None
    for child in element:
        clean = _clean(child, rules, kept.get("color", current), depth + 1, count)
        if clean is not None:
            kept.append(clean)
    return kept


def _size(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height in the drawing's units: its view box, else what it says of its size."""
    box = re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", root.get("viewBox", ""))
    if len(box) == 4 and float(box[2]) > 0 and float(box[3]) > 0:
        return min(1e5, float(box[2])), min(1e5, float(box[3]))
    sizes = [re.match(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*$", root.get(key, "")) for key in ("width", "height")]
    if sizes[0] and sizes[1]:
        width, height = float(sizes[0][1]), float(sizes[1][1])
        if width > 0 and height > 0:
            root.set("viewBox", f"0 0 {width:g} {height:g}")
            return min(1e5, width), min(1e5, height)
    return 300.0, 150.0

"""Drawings that stand in a page's HTML, made whole without a browser: styles written in, symbols put in place."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from brand_memory.static_styles import Style, compute

if TYPE_CHECKING:
    from brand_memory.static_layout import StaticPage

_XLINK = "xlink:href"
_ACTIVE = ("script", "foreignobject", "iframe", "style", "image", "animate", "set")
_CASED = {
    name.lower(): name
    for name in """linearGradient radialGradient clipPath textPath viewBox gradientUnits gradientTransform spreadMethod
    clipPathUnits maskUnits maskContentUnits patternUnits patternTransform preserveAspectRatio""".split()
}
"""Names that an HTML parser writes in small letters and SVG does not."""
_MOST, _LONGEST, _DEEPEST = 400, 60_000, 4


def used_part(svg: HtmlElement) -> str:
    """The address of what a drawing that is nothing but a reference shows; empty where it draws itself."""
    use = next(svg.iter("use"), None)
    return _named(use) if use is not None else ""


def markup_of(svg: HtmlElement, page: StaticPage) -> str:
    """The drawing alone, with the paint its style sheets give it written in and nothing that acts; empty if too large.

    Symbols of the same page are put where they are used, and their frame is the drawing's where it has none.
    """
    drawing = _painted(svg, page, page.styles.get(svg) or Style())
    for _ in range(_DEEPEST):
        uses = [use for use in drawing.iter("use") if _named(use).startswith("#")]
        if not uses or sum(_put(use, drawing, page) for use in uses) < len(uses):
            break
    for part in list(drawing.iter()):
        if not isinstance(part.tag, str) or part.tag.lower() in _ACTIVE:
            above = part.getparent()
            if above is not None:
                above.remove(part)
            continue
        part.tag = _CASED.get(part.tag.lower(), part.tag)
        for name, value in list(part.attrib.items()):
            lower = name.lower()
            outside = "href" in lower and not value.startswith("#")
            if outside or lower.startswith(("on", "data-", "class", "aria-")) or ":" in lower:
                del part.attrib[name]
            elif lower in _CASED:
                del part.attrib[name]
                part.set(_CASED[lower], value)
    drawing.set("xmlns", "http://www.w3.org/2000/svg")
    drawing.tail = None
    text = str(etree.tostring(drawing, encoding="unicode"))
    return text if len(text) <= _LONGEST else ""


def _named(use: HtmlElement) -> str:
    return str(use.get("href") or use.get(_XLINK) or "")


def _painted(source: HtmlElement, page: StaticPage, style: Style) -> HtmlElement:
    """A copy whose shapes bear the fill and stroke that rules and inheritance give them."""
    twin = copy.deepcopy(source)
    originals, copies = [*source.iter()][:_MOST], [*twin.iter()][:_MOST]
    styles: dict[HtmlElement, Style] = {}
    for original, made in zip(originals, copies, strict=True):
        if not isinstance(original.tag, str):
            continue
        above = styles.get(original.getparent(), style) if original is not source else style
        said = page.sheets.declared(original)
        stated = {name: value for name in ("fill", "stroke", "color") if (value := original.get(name))}
        own = compute({**stated, **said}, "svg", above)
        styles[original] = own
        for name in ("fill", "stroke"):
            value = said.get(name) or stated.get(name, "")
            if value and "url(" not in value:
                paint = "none" if value == "none" else own.fill if name == "fill" else own.stroke
                if paint:
                    made.set(name, paint)
        if original is source:
            twin.set("color", own.colour)
            if own.fill and "fill" not in twin.attrib:
                twin.set("fill", own.fill)
    return twin


def _put(use: HtmlElement, drawing: HtmlElement, page: StaticPage) -> bool:
    """Put what `use` refers to in its place; whether it was found in the page."""
    meant = page.root.xpath("//*[@id=$name]", name=_named(use)[1:])
    above = use.getparent()
    if not meant or above is None or meant[0] is use:
        return False
    inherited = Style(colour=drawing.get("color") or "rgb(0, 0, 0)", fill=drawing.get("fill") or "")
    twin = _painted(meant[0], page, inherited)
    frame = meant[0].get("viewbox") or meant[0].get("viewBox")
    if str(meant[0].tag).lower() == "symbol":
        twin.tag = "g"
        for name in ("viewbox", "viewBox", "id", "width", "height"):
            twin.attrib.pop(name, None)
        if frame and not drawing.get("viewbox") and not drawing.get("viewBox"):
            drawing.set("viewBox", frame)
    for name in ("transform", "fill", "stroke"):
        if use.get(name):
            twin.set(name, use.get(name))
    twin.tail = None
    above.replace(use, twin)
    return True

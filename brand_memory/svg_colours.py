"""Which colours a drawing paints, and how much of each, from its shapes alone."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree

from brand_memory.colour_values import Tint, colours_in, parse

DRAWN = frozenset("path rect circle ellipse line polyline polygon text tspan use".split())
"""Elements that put something on the picture."""


def name_of(element: ElementTree.Element) -> str:
    """The name of an element without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def painted(root: ElementTree.Element) -> tuple[tuple[Tint, float], ...]:
    """The colours of fills and strokes by the rough extent of the shapes that bear them."""
    gradients = {
        element.get("id", ""): [
            tint
            for stop in element.iter()
            if name_of(stop) == "stop" and (tint := parse(stop.get("stop-color", "black"))) is not None
        ]
        for element in root.iter()
        if name_of(element).endswith("Gradient")
    }
    areas: dict[Tint, float] = defaultdict(float)

    def walk(element: ElementTree.Element, fill: str, stroke: str, hidden: bool) -> None:
        name = name_of(element)
        fill, stroke = element.get("fill", fill), element.get("stroke", stroke)
        hidden = hidden or name in ("defs", "clipPath", "mask", "pattern", "marker") or element.get("display") == "none"
        if name in DRAWN and not hidden:
            area = _extent(element)
            for paint, share in ((fill, 1.0), (stroke, 0.4)):
                for tint in _tints(paint, gradients):
                    areas[tint] += area * share / max(1, len(_tints(paint, gradients)))
        for child in element:
            walk(child, fill, stroke, hidden)

    walk(root, "#000000", "none", False)
    whole = sum(areas.values())
    if whole <= 0:
        return ()
    return tuple(sorted(((tint, area / whole) for tint, area in areas.items()), key=lambda one: -one[1]))


def _tints(paint: str, gradients: dict[str, list[Tint]]) -> list[Tint]:
    if paint.startswith("url("):
        reference = re.search(r"#([\w.:-]+)", paint)
        return gradients.get(reference[1], []) if reference else []
    tint = next(colours_in(paint), None)
    return [tint] if tint is not None and tint.alpha > 0.2 else []


def _extent(element: ElementTree.Element) -> float:
    """A rough area of a shape in the drawing's units; paths by the box of their absolute numbers."""

    def number(key: str) -> float:
        found = re.match(r"\s*(-?\d+(?:\.\d+)?)", element.get(key, ""))
        return float(found[1]) if found else 0.0

    name = name_of(element)
    if name == "rect":
        return abs(number("width") * number("height")) or 1.0
    if name == "circle":
        return 3.14 * number("r") ** 2 or 1.0
    if name == "ellipse":
        return 3.14 * abs(number("rx") * number("ry")) or 1.0
    if name in ("text", "tspan"):
        letters = len((element.text or "").strip())
        size = number("font-size") or 16.0
        return 0.25 * size * size * letters if letters else 0.0
    if name in ("polygon", "polyline"):
        return _shoelace(element.get("points", ""))
    if name == "path":
        return _path_area(element.get("d", ""))
    return 1.0


def _shoelace(text: str) -> float:
    numbers = [float(one) for one in re.findall(r"-?\d*\.?\d+(?:e-?\d+)?", text[:20_000])]
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    turned = zip(points, points[1:] + points[:1], strict=True) if points else []
    return abs(sum(x * w - z * y for (x, y), (z, w) in turned)) / 2 or 1.0


def _path_area(d: str) -> float:
    """The area within the ends of a path's pieces, curves included, open pieces taken as closed."""
    from fontTools.pens.areaPen import AreaPen
    from fontTools.svgLib.path import parse_path

    class Closing(AreaPen):  # type: ignore[misc]
        def _endPath(self) -> None:  # noqa: N802 - the name that fontTools calls
            self._closePath()

    pen = Closing()
    try:
        parse_path(d[:60_000], pen)
    except (ValueError, IndexError, TypeError, NotImplementedError, AssertionError, KeyError, AttributeError):
        return 1.0
    return abs(float(pen.value)) or 1.0

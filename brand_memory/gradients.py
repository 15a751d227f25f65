"""Gradients as the pages draw them: stops with their places, angle, and where they are seen."""

from __future__ import annotations

import math
import re
from collections import defaultdict

from brand_memory.colour_values import Tint, colours_in, split_commas, to_colour
from brand_memory.evidence import Witness
from brand_memory.kit import Colour, Fact, Gradient
from brand_memory.reading import Element, PageReading

_MOST = 4
_SIDES = {
    "to top": 0.0, "to top right": 45.0, "to right": 90.0, "to bottom right": 135.0, "to bottom": 180.0,
    "to bottom left": 225.0, "to left": 270.0, "to top left": 315.0, "to right top": 45.0, "to right bottom": 135.0,
    "to left bottom": 225.0, "to left top": 315.0,
}  # fmt: skip
_UNITS = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
_DRAWN = re.compile(r"(?:repeating-)?(linear|radial|conic)-gradient\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")


def read_gradient(text: str) -> Gradient | None:
    """The first gradient that a `background-image` draws, if it has two visible colours that the eye tells apart."""
    for kind, inside in _DRAWN.findall(text[:4000]):
        parts = split_commas(inside)
        angle = _angle(parts[0]) if kind == "linear" else None
        if angle is not None or next(colours_in(parts[0]), None) is None:
            parts = parts[1:]
        elif kind == "linear":
            angle = 180.0
        if kind == "linear" and angle is None:
            angle = 180.0
        stops = [(tint, _place(part)) for part in parts if (tint := next(colours_in(part), None)) is not None]
        if len(stops) < 2 or min(tint.alpha for tint, _ in stops) < 0.5:
            continue
        if max(stops[0][0].distance(tint) for tint, _ in stops) < 0.04:
            continue
        return Gradient(stops=_spread(stops[:8]), angle=angle)
    return None


def gradients(pages: list[tuple[int, PageReading]], witness: Witness) -> tuple[Fact[Gradient], ...]:
    """The gradients that pages paint, largest in all first, at most four; those of statuses and strangers left out."""
    areas: dict[tuple[object, ...], float] = defaultdict(float)
    shown: dict[tuple[object, ...], tuple[float, Gradient, int, Element]] = {}
    for number, page in pages:
        for element in page.elements:
            if "gradient(" not in element.background_image or element.status or not element.own:
                continue
            gradient = read_gradient(element.background_image)
            if gradient is None:
                continue
            key = (gradient.angle, *(colour.hex for _, colour in gradient.stops))
            loud = 2.0 if element.role in ("button", "hero", "heading") else 1.0
            area = loud * math.sqrt(max(1.0, element.painted))
            areas[key] += area
            if area > (shown[key][0] if key in shown else 0.0):
                shown[key] = (area, gradient, number, element)
    whole = sum(areas.values())
    best = sorted(areas, key=lambda key: -areas[key])[:_MOST]
    return tuple(
        Fact[Gradient](
            value=shown[key][1],
            confidence=round(min(0.95, 0.5 + 0.5 * areas[key] / whole), 3),
            evidence=(witness.element(shown[key][2], shown[key][3]),),
        )
        for key in best
    )


def _angle(part: str) -> float | None:
    part = " ".join(part.lower().split(" in ")[0].split())
    if part in _SIDES:
        return _SIDES[part]
    found = re.fullmatch(r"(-?[\d.]+)(deg|grad|rad|turn)", part)
    return float(found[1]) * _UNITS[found[2]] % 360 if found else None


def _place(part: str) -> float | None:
    found = re.search(r"(-?[\d.]+)%(?:\s+-?[\d.]+%)?\s*$", part)
    return min(1.0, max(0.0, float(found[1]) / 100)) if found else None


def _spread(stops: list[tuple[Tint, float | None]]) -> tuple[tuple[float, Colour], ...]:
    """Stops with every place said: first 0, last 1, the unsaid ones evenly between their neighbours."""
    places = [place for _, place in stops]
    places[0] = 0.0 if places[0] is None else places[0]
    places[-1] = 1.0 if places[-1] is None else places[-1]
    for at, place in enumerate(places):
        if place is None:
            end = next(i for i in range(at, len(places)) if places[i] is not None)
            start, stop = places[at - 1] or 0.0, places[end] or 0.0
            places[at] = start + (stop - start) / (end - at + 1)
    return tuple((round(place or 0.0, 4), to_colour(tint)) for (tint, _), place in zip(stops, places, strict=True))

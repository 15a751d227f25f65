"""What a brand's pages stand on and are written in: background, surface and text, by painted area and length."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from brand_memory.colour_values import TWINS, WHITE, Tint, contrast, parse
from brand_memory.reading import Element, PageReading

_WRAPPERS = frozenset({"body", "section", "hero", "card", "header", "nav", "footer"})
_CLEARER, _ENOUGH = 1.25, 0.25
"""Text this much clearer and this frequent is the text; what is written more often but paler is its muted form."""
_STILL_SEEN = 0.45
"""The part of the largest area that the body's own ground must still show to be what all else stands on."""
_COVERED = 0.5
"""What a larger area counts for as a rival of the body's own ground."""
_READABLE = 2.0
"""WCAG contrast below which a colour is no text to be read."""


@dataclass(frozen=True)
class Ground:
    """A neutral role's colour: its share of the evidence, that of the next, and an element that shows it."""

    tint: Tint
    share: float
    runner_up: float
    page: int
    element: Element | None


def background(pages: list[tuple[int, PageReading]]) -> Ground:
    """The colour that most of the pages stand on: the body's own where it is seen, else the largest painted area."""
    areas: dict[Tint, float] = defaultdict(float)
    stated: dict[Tint, float] = defaultdict(float)
    shown: dict[Tint, tuple[float, int, Element | None]] = {}
    for number, page in pages:
        share = 2.0 if page.kind == "home" else 1.0
        whole = max(1.0, sum(e.painted for e in page.elements if e.role in _WRAPPERS))
        body = next((e for e in page.elements if e.role == "body"), None)
        own = _opaque(body.background) or _opaque(body.ground) if body is not None else None
        own = own or WHITE
        for element in page.elements:
            if element.role not in _WRAPPERS or element.status:
                continue
            tint = _over(parse(element.background), own)
            if tint is None and element is not body:
                continue
            tint = tint or own
            weight = share * element.painted / whole * (1.5 if element is body else 1.0)
            areas[tint] += weight
            if element is body:
                stated[tint] += weight
            if weight > shown.get(tint, (0.0, 0, None))[0]:
                shown[tint] = (weight, number, element)
    best = _strongest(areas, shown, WHITE)
    own = max(stated, key=lambda tint: stated[tint], default=None)
    if own is not None and own.distance(best.tint) >= TWINS / 3:
        # Sections may cover more than half of a page and still stand on it.
        whole = sum(areas.values()) or 1.0
        if areas[own] > _STILL_SEEN * best.share * whole:
            _, at, seen = shown[own]
            return Ground(own, areas[own] / whole, best.share * _COVERED, at, seen)
    return best


def surface(pages: list[tuple[int, PageReading]], ground: Tint) -> Ground | None:
    """The colour of cards and quiet sections: near the background in lightness, or white on a tinted one."""
    areas: dict[Tint, float] = defaultdict(float)
    shown: dict[Tint, tuple[float, int, Element | None]] = {}
    for number, page in pages:
        for element in page.elements:
            if element.role not in ("card", "section", "input", "hero") or element.status or not element.own:
                continue
            tint = _over(parse(element.background), ground)
            if tint is None or tint.distance(ground) < 0.008 or tint.distance(ground) > 0.22:
                continue
            if tint.chroma > 0.09:
                continue
            area = max(element.painted, 0.5 * element.box.area) * (3.0 if element.role == "card" else 1.0)
            areas[tint] += area
            if area > shown.get(tint, (0.0, 0, None))[0]:
                shown[tint] = (area, number, element)
    return _strongest(areas, shown, WHITE) if areas else None


def text(pages: list[tuple[int, PageReading]], ground: Tint) -> Ground | None:
    """The colour that running text on the background is set in, by length; the page's own where it is in use."""
    lengths: dict[Tint, float] = defaultdict(float)
    shown: dict[Tint, tuple[float, int, Element | None]] = {}
    for number, page in pages:
        body = next((e for e in page.elements if e.role == "body"), None)
        own = _over(parse(body.colour), ground) if body is not None else None
        for element in page.elements:
            if element.role not in ("text", "heading") or not element.text or element.status or not element.own:
                continue
            tint = _over(parse(element.colour), ground)
            if tint is None or contrast(tint, ground) < _READABLE:
                continue
            length = min(400, len(element.text)) * (1.4 if element.role == "heading" else 1.0)
            length *= 0.3 if element.region != "main" else 1.0
            length *= 2.5 if own is not None and tint.distance(own) < 0.01 else 1.0
            length *= min(1.0, contrast(tint, ground) / 7)
            length *= 0.3 if tint.chroma > 0.1 else 1.0
            lengths[tint] += length
            if length > shown.get(tint, (0.0, 0, None))[0]:
                shown[tint] = (length, number, element)
    if not lengths:
        return None
    best = _strongest(lengths, shown, WHITE)
    whole = sum(lengths.values())
    for tint, length in lengths.items():
        clearer = contrast(tint, ground) > _CLEARER * contrast(best.tint, ground)
        if clearer and length > _ENOUGH * whole and tint.chroma < 0.1:
            _, at, seen = shown[tint]
            best = Ground(tint, length / whole, best.share * 0.5, at, seen)
    return best


def _strongest(
    weights: dict[Tint, float], shown: dict[Tint, tuple[float, int, Element | None]], otherwise: Tint
) -> Ground:
    """The shade whose twins together weigh most."""
    if not weights:
        return Ground(otherwise, 0.0, 0.0, 0, None)
    joined: dict[Tint, float] = {}
    for tint, weight in sorted(weights.items(), key=lambda item: -item[1]):
        near = next((kept for kept in joined if kept.distance(tint) < TWINS / 3), None)
        joined[near or tint] = joined.get(near or tint, 0.0) + weight
    order = sorted(joined.items(), key=lambda item: -item[1])
    whole = sum(joined.values()) or 1.0
    tint, weight = order[0]
    runner_up = order[1][1] / whole if len(order) > 1 else 0.0
    _, page, element = shown.get(tint, (0.0, 0, None))
    return Ground(tint, weight / whole, runner_up, page, element)


def _opaque(text: str) -> Tint | None:
    tint = parse(text)
    return tint if tint is not None and tint.alpha > 0.95 else None


def _over(tint: Tint | None, ground: Tint) -> Tint | None:
    return tint.over(ground) if tint is not None and tint.alpha > 0.05 else None

"""What each visible element says about a brand's colours: votes by kind of evidence, without statuses and strangers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from brand_memory.colour_values import Tint, colours_in, contrast, parse
from brand_memory.reading import Box, Element, PageReading, SiteReading

VoteKind = Literal[
    "fill",
    "outline",
    "link",
    "heading",
    "band",
    "badge",
    "border",
    "icon",
    "gradient",
    "logo",
    "meta",
    "variable",
    "second",
    "named",
]
_DESKTOP = 900
"""CSS pixels of width from which a view is a desktop's."""
_STRUCTURE = frozenset({"body", "section", "hero", "header", "footer", "card", "nav"})
_SHAPES = frozenset({"svg", "path", "circle", "rect", "polygon", "ellipse", "use", "g", "line", "polyline"})
_BROWSERS_OWN = tuple(t for text in ("#0000ee", "#551a8b", "#ff0000ee", "#efefef", "#e9e9ed") if (t := parse(text)))
"""What browsers paint where a page says nothing: links, visited links, active links, and buttons."""
_FRAMEWORKS = ("--bs-", "--tw-", "--wp--preset", "--swiper", "--toastify", "--rdp", "--mdc-", "--mat-")
"""Beginnings of custom properties that come with a framework, whether the page uses them or not."""
_SECOND_NAME = re.compile(r"(?<![a-z])(?:second(?:ary)?|accent|highlight|brand-?2|alt)(?![a-z])", re.IGNORECASE)
"""Names of custom properties that say second; those of whole templates lie, so they never decide alone."""
_SMALLEST_BUTTON = 900.0
_TOLD_APART = 0.04
_MUTED = 0.06
"""OKLCH chroma up to which the edge of a button that is not filled is a shade of its text."""


@dataclass(frozen=True)
class Vote:
    """`weight` of one piece of evidence for a colour, before the page's votes of this kind are made to sum to 1.

    Evidence that is weak of its kind has a larger `full` weight, and stays weak where there is no other.
    """

    tint: Tint
    kind: VoteKind
    weight: float
    page: int
    element: Element | None = None
    full: float = 0.0


class Grounds:
    """What lies behind the elements of one page: its opaque areas, and its background below all of them."""

    def __init__(self, page: PageReading, background: Tint) -> None:
        self.background = background
        found = []
        for element in page.elements:
            tint = _ground_of(element) if element.role in _STRUCTURE else None
            if tint is not None and tint.alpha >= 0.5 and element.box.area > 0:
                found.append((element.box.area, element.box, tint.over(background)))
        self._areas = sorted(found, key=lambda one: one[0])[:400]

    def behind(self, box: Box, own: Tint | None = None) -> Tint:
        """The colour behind the middle of `box`: that of the smallest opaque area around it that is larger than it."""
        x, y = box.x + box.width / 2, box.y + box.height / 2
        for area, outer, tint in self._areas:
            if area <= box.area * 1.05 or tint == own:
                continue
            if outer.x <= x <= outer.x + outer.width and outer.y <= y <= outer.y + outer.height:
                return tint
        return self.background


def desktop_views(site: SiteReading) -> list[int]:
    """The numbers of the pages that colours are read from: light and wide ones, else the nearest there are."""
    pages = list(enumerate(site.pages))
    for fits in (
        lambda page: page.view.scheme == "light" and page.view.width >= _DESKTOP,
        lambda page: page.view.scheme == "light",
        lambda page: True,
    ):
        found = [number for number, page in pages if fits(page)]
        if found:
            return found
    return []


def votes(page: PageReading, number: int, background: Tint, text: Tint | None) -> Iterator[Vote]:
    """All votes of one page's elements. `background` and `text` are its own, which are no evidence of a brand."""
    grounds = Grounds(page, background)
    heroes = [element.box for element in page.elements if element.role == "hero"]
    rows = _rows(page.elements)
    yield from _second_votes(page.elements, number, grounds, rows)
    for element in page.elements:
        if element.status or not element.own or (element.painted <= 0 and element.box.area <= 0):
            continue
        if element.role == "button":
            yield from _button_votes(element, number, grounds, heroes, rows)
        elif element.role == "link":
            yield from _link_votes(element, number, grounds, text)
        elif element.role in ("heading", "text"):
            yield from _text_votes(element, number, grounds, text)
        elif element.role in ("hero", "section", "header", "footer", "nav", "card"):
            yield from _band_votes(element, number, grounds)
        elif element.role == "badge":
            yield from _fill_votes(element, number, grounds, "badge", 1.0)
        if element.tag in _SHAPES:
            yield from _icon_votes(element, number, background)


def weak_votes(page: PageReading, number: int) -> Iterator[Vote]:
    """Votes of what a page says of itself where nobody looks: theme colour, manifest, custom properties."""
    for name, text in page.meta.items():
        if name in ("theme-color", "msapplication-tilecolor", "manifest:theme_color", "mask-icon"):
            tint = parse(text)
            if tint is not None and tint.alpha > 0.5:
                yield Vote(tint, "meta", 1.0, number)
    for name, text in page.variables.items():
        tint = None if name.startswith(_FRAMEWORKS) else parse(text)
        if tint is not None and tint.alpha > 0.9:
            yield Vote(tint, "variable", 1.0, number)
            if _SECOND_NAME.search(name):
                yield Vote(tint, "named", 1.0, number)


def standing_out(tint: Tint, ground: Tint) -> float:
    """How much a fill is meant to be seen on its ground, 0 to 1: greys need more distance than colours do."""
    return min(1.0, tint.distance(ground) / (0.5 if tint.neutral else 0.16))


def _button_votes(
    element: Element, number: int, grounds: Grounds, heroes: Sequence[Box], rows: dict[int, int]
) -> Iterator[Vote]:
    weight = 1.0
    if element.box.area < _SMALLEST_BUTTON or not element.text:
        weight *= 0.25
    if any(_inside(element.box, hero) for hero in heroes) or (element.region == "main" and element.box.y < 800):
        weight *= 2.0
    elif element.region == "header":
        weight *= 1.4
    elif element.region == "footer":
        weight *= 0.5
    weight *= 1.0 if rows.get(id(element), 0) == 0 else 0.45
    ground = grounds.behind(element.box)
    fill = parse(element.background)
    if fill is not None and _is_default(fill):
        return
    if fill is not None and fill.alpha > 0.05 and not element.background_image.startswith("linear-gradient"):
        opaque = fill.over(ground)
        if opaque.distance(ground) > _TOLD_APART:
            weak = 0.4 if fill.alpha < 0.6 else 1.0
            if opaque.neutral and _is_band(ground, grounds.background):
                words = parse(element.colour)
                if words is not None and words.alpha > 0.5:
                    yield Vote(words, "fill", (0.2 if words.neutral else 0.5) * weight, number, element)
                weak *= 0.12
            elif opaque.distance(grounds.background) < _TOLD_APART:
                weak *= 0.3
            yield Vote(opaque, "fill", weight * weak * standing_out(opaque, ground), number, element)
            return
    stops = [tint.over(ground) for tint in colours_in(_gradient(element.background_image)) if tint.alpha > 0.3]
    if stops:
        for place, stop in enumerate(stops[:4]):
            yield Vote(stop, "fill", weight * (0.6 if place == 0 else 0.4 / len(stops)), number, element)
            yield Vote(stop, "gradient", weight, number, element)
        return
    edge = parse(element.border_colour) if element.border_width > 0 else None
    for tint, share in ((edge, 0.6), (parse(element.colour), 0.4)):
        if tint is not None and tint.alpha > 0.3 and tint.over(ground).distance(ground) > _TOLD_APART:
            opaque = tint.over(ground)
            yield Vote(opaque, "outline", weight * share * standing_out(opaque, ground), number, element)


def _second_votes(elements: Sequence[Element], number: int, grounds: Grounds, rows: dict[int, int]) -> Iterator[Vote]:
    """What stands second by design: the button beside the first of its row, and what a gradient leads to."""
    for element in elements:
        if element.status or not element.own:
            continue
        # What lies thinly over a picture darkens it, and is nobody's colour.
        drawn = "" if "url(" in element.background_image else _gradient(element.background_image)
        stops = [tint for tint in colours_in(drawn) if tint.alpha > 0.9]
        if len(stops) > 1 and element.role in ("button", "hero", "section", "header", "heading"):
            yield Vote(stops[-1], "second", 0.8, number, element)
        elif element.role == "button" and rows.get(id(element), 0) == 1:
            ground = grounds.behind(element.box)
            fill = parse(element.background)
            if fill is not None and fill.alpha > 0.5:
                if fill.distance(ground) > _TOLD_APART and fill.distance(grounds.background) > _TOLD_APART:
                    yield Vote(fill, "second", 1.0, number, element)
                continue
            edge = parse(element.border_colour) if element.border_width > 0 else None
            if edge is not None and edge.chroma > _MUTED:
                yield Vote(edge, "second", 0.7, number, element)


def _link_votes(element: Element, number: int, grounds: Grounds, text: Tint | None) -> Iterator[Vote]:
    tint = parse(element.colour)
    if tint is None or tint.alpha < 0.3 or element.region != "main" or _is_default(tint):
        return
    ground = grounds.behind(element.box)
    opaque = tint.over(ground)
    if text is not None and opaque.distance(text) < _TOLD_APART:
        return
    if contrast(opaque, ground) < 1.6 or (ground.distance(grounds.background) > 0.2 and opaque.neutral):
        return
    weight = math.sqrt(max(1.0, len(element.text))) * (0.4 if opaque.neutral else 1.0)
    yield Vote(opaque, "link", weight, number, element)


def _text_votes(element: Element, number: int, grounds: Grounds, text: Tint | None) -> Iterator[Vote]:
    stops = [tint for tint in colours_in(_gradient(element.background_image)) if tint.alpha > 0.3]
    for stop in stops[:4]:
        yield Vote(stop, "gradient", element.size, number, element)
    tint = parse(element.colour)
    if tint is None or tint.alpha < 0.5 or not any(sign.isalnum() for sign in element.text):
        return
    ground = grounds.behind(element.box)
    opaque = tint.over(ground)
    shade = 0.0 if element.role == "heading" else 0.06
    if opaque.neutral or opaque.chroma < shade or (text is not None and opaque.distance(text) < 0.12):
        return
    weight = element.size * math.sqrt(max(1, len(element.text))) * (1.0 if element.role == "heading" else 0.4)
    yield Vote(opaque, "heading", weight, number, element)


def _band_votes(element: Element, number: int, grounds: Grounds) -> Iterator[Vote]:
    kind: VoteKind = "band"
    share = {"hero": 1.5, "section": 1.0, "header": 1.0, "nav": 0.7, "footer": 0.35, "card": 0.3}[element.role]
    extent = math.sqrt(max(element.painted, element.box.area))
    for vote in _fill_votes(element, number, grounds, kind, share * extent):
        yield replace(vote, full=vote.weight / share) if element.role == "footer" else vote
    if element.role == "card" or element.border_width >= 2:
        edge = parse(element.border_colour) if element.border_width >= 1.5 else None
        if edge is not None and edge.alpha > 0.5 and not edge.neutral:
            yield Vote(edge, "border", element.border_width, number, element)


def _fill_votes(element: Element, number: int, grounds: Grounds, kind: VoteKind, weight: float) -> Iterator[Vote]:
    stops = [tint for tint in colours_in(_gradient(element.background_image)) if tint.alpha > 0.5]
    for stop in stops[:4]:
        yield Vote(stop, "gradient", weight * standing_out(stop, grounds.background), number, element)
    fill = parse(element.background)
    if fill is None or fill.alpha < 0.1 or stops:
        return
    opaque = fill.over(grounds.background)
    seen = opaque.distance(grounds.background)
    if seen > _TOLD_APART:
        strength = min(1.0, seen / (1.0 if opaque.neutral else 0.25)) ** 2 * (0.5 if fill.alpha < 0.5 else 1.0)
        yield Vote(opaque, kind, weight * strength, number, element)


def _icon_votes(element: Element, number: int, background: Tint) -> Iterator[Vote]:
    tint = parse(element.fill)
    if tint is not None and tint.alpha > 0.5 and not tint.neutral and tint.distance(background) > 0.08:
        yield Vote(tint, "icon", math.sqrt(max(1.0, element.painted)), number, element)


def _rows(elements: Sequence[Element]) -> dict[int, int]:
    """The place of each button in its row, by identity: the first of a row is the one that is meant."""
    buttons = sorted(
        (e for e in elements if e.role == "button" and e.region == "main" and e.box.area >= _SMALLEST_BUTTON),
        key=lambda e: (e.box.y, e.box.x),
    )
    places: dict[int, int] = {}
    before: Element | None = None
    for button in buttons:
        close = (
            before is not None
            and abs(button.box.y - before.box.y) < 12
            and 0 <= button.box.x - (before.box.x + before.box.width) < 60
        )
        places[id(button)] = places[id(before)] + 1 if close and before is not None else 0
        before = button
    return places


def _is_default(tint: Tint) -> bool:
    return any(tint.distance(own) < 0.005 for own in _BROWSERS_OWN)


def _is_band(ground: Tint, background: Tint) -> bool:
    """Whether a button stands on a coloured or contrary band, where buttons are turned white or black to be seen."""
    return ground.distance(background) > (0.35 if ground.neutral else 0.1)


def _ground_of(element: Element) -> Tint | None:
    """What an element puts behind those in it: its background, else the first colour of its gradient."""
    stops = list(colours_in(_gradient(element.background_image)))
    if stops and "url(" not in element.background_image:
        return stops[0]
    return parse(element.background)


def _gradient(text: str) -> str:
    return text if "gradient(" in text else ""


def _inside(inner: Box, outer: Box) -> bool:
    x, y = inner.x + inner.width / 2, inner.y + inner.height / 2
    return outer.x <= x <= outer.x + outer.width and outer.y <= y <= outer.y + outer.height

"""The shape language of a site: corners, spacing unit and depth, as its buttons and cards have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from brand_memory.colour_values import colours_in
from brand_memory.colour_votes import desktop_views
from brand_memory.evidence import Witness
from brand_memory.kit import Fact, Shape
from brand_memory.reading import Element, SiteReading

_UNITS = (8, 4, 6, 5, 10)
"""Spacing units in the order that wins where several fit equally."""
_PILL = 0.45
"""Share of its height from which a corner makes a button a pill."""


def shape(site: SiteReading, witness: Witness) -> Fact[Shape] | None:
    """Corner radius, spacing unit, shadow and what they amount to; None where nothing has corners to measure."""
    buttons: list[tuple[int, Element]] = []
    cards: list[tuple[int, Element]] = []
    for number in desktop_views(site):
        for element in site.pages[number].elements:
            if element.status or not element.own:
                continue
            if element.role == "button" and element.box.area > 900 and _has_corners(element):
                buttons.append((number, element))
            elif element.role == "card" and _has_corners(element):
                cards.append((number, element))
    measured = buttons or cards
    if not measured:
        return None
    radii = Counter(_rounded(element) for _, element in measured)
    for _, element in cards if buttons else ():
        radii[_rounded(element)] += 0 if _is_pill(element) else 1
    radius, count = radii.most_common(1)[0]
    page, element = next(one for one in [*measured, *cards] if _rounded(one[1]) == radius)
    pill = sum(_is_pill(one) for _, one in buttons) > 0.5 * len(buttons) if buttons else False
    return Fact[Shape](
        value=Shape(
            radius=radius,
            spacing=_unit([one.padding for _, one in [*buttons, *cards]]),
            shadow=_shadow([one.shadow for _, one in [*cards, *buttons]]),
            language=_language(radius, pill),
        ),
        confidence=round(min(0.95, 0.4 + 0.5 * count / radii.total() + 0.01 * len(measured)), 3),
        evidence=(witness.element(page, element),),
    )


def _has_corners(element: Element) -> bool:
    return bool(
        element.background_image or element.border_width > 0 or any(t.alpha > 0 for t in colours_in(element.background))
    )


def _rounded(element: Element) -> float:
    """The radius in half pixels, never more than makes a half circle."""
    return round(min(element.radius, element.box.height / 2, element.box.width / 2) * 2) / 2


def _is_pill(element: Element) -> bool:
    return element.box.height > 0 and element.radius >= _PILL * min(element.box.height, element.box.width)


def _language(radius: float, pill: bool) -> Literal["sharp", "soft", "round", "pill"]:
    if pill:
        return "pill"
    return "sharp" if radius < 2.5 else "soft" if radius < 11 else "round"


def _unit(paddings: Sequence[float]) -> float:
    """The unit that most paddings are multiples of, in CSS pixels; 8 where nothing is padded."""
    counted = [padding for padding in paddings if padding >= 4]
    if not counted:
        return 8.0
    fits = {unit: sum(abs(p / unit - round(p / unit)) * unit < 0.6 for p in counted) for unit in _UNITS}
    most = max(fits.values())
    return float(next(unit for unit in _UNITS if fits[unit] >= 0.9 * most))


def _shadow(shadows: Sequence[str]) -> str:
    """The shadow most in use, with a colour that is seen; empty where most things cast none."""
    seen = [one[:200] for one in shadows if one and any(tint.alpha > 0.01 for tint in colours_in(one))]
    if len(seen) * 3 < len(shadows):
        return ""
    return Counter(seen).most_common(1)[0][0] if seen else ""

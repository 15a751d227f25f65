from __future__ import annotations

import pytest

from brand_memory.evidence import Witness
from brand_memory.kit import Shape
from brand_memory.reading import Element
from brand_memory.shapes import shape
from tests.brand_memory.made_elements import button, element, page, site


def measured(*elements: Element) -> Shape | None:
    reading = site(page(*elements))
    fact = shape(reading, Witness(reading, None))
    return fact.value if fact is not None else None


@pytest.mark.parametrize(
    ("radius", "kept", "language"), [(0, 0, "sharp"), (6, 6, "soft"), (16, 16, "round"), (9999, 24, "pill")]
)
def test_corners(radius: float, kept: float, language: str):
    found = measured(*(button("rgb(15, 98, 254)", 300 + 90 * n, radius=radius) for n in range(3)))
    assert found is not None
    assert (found.radius, found.language) == (kept, language)


def test_shadow_and_unit_come_from_cards():
    shadow = "rgba(15, 23, 42, 0.12) 0px 10px 30px 0px"
    look = {"background": "rgb(255, 255, 255)", "shadow": shadow, "padding": 24.0, "radius": 12.0}
    cards = [element("card", (40 + n, 40, 300, 200), **look) for n in range(3)]
    found = measured(*cards)
    assert found is not None
    assert (found.radius, found.spacing, found.shadow) == (12, 8, shadow)


def test_nothing_with_corners_is_none():
    assert measured(element("text", (0, 0, 10, 10))) is None

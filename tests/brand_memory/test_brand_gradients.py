from __future__ import annotations

import pytest

from brand_memory.evidence import Witness
from brand_memory.gradients import gradients, read_gradient
from tests.brand_memory.made_elements import element, page, site


@pytest.mark.parametrize(
    ("text", "angle", "stops"),
    [
        ("linear-gradient(120deg, rgb(0, 0, 255), red)", 120, [(0, "#0000ff"), (1, "#ff0000")]),
        (
            "linear-gradient(to right, red 10%, lime, blue 90%)",
            90,
            [(0.1, "#ff0000"), (0.5, "#00ff00"), (0.9, "#0000ff")],
        ),
        ("linear-gradient(red, blue)", 180, [(0, "#ff0000"), (1, "#0000ff")]),
        ("radial-gradient(circle at 50% 50%, red 0%, blue 80%)", None, [(0, "#ff0000"), (0.8, "#0000ff")]),
        ("linear-gradient(0.25turn, red, blue), url(a.png)", 90, [(0, "#ff0000"), (1, "#0000ff")]),
    ],
)
def test_gradients_are_read_as_drawn(text: str, angle: float | None, stops: list[tuple[float, str]]):
    found = read_gradient(text)
    assert found is not None
    assert found.angle == angle
    assert [(place, colour.hex) for place, colour in found.stops] == stops


@pytest.mark.parametrize(
    "text", ["", "url(a.png)", "linear-gradient(red, red)", "linear-gradient(transparent, red)", "linear-gradient("]
)
def test_what_shows_no_two_colours_is_none(text: str):
    assert read_gradient(text) is None


def test_the_largest_gradients_come_first():
    small = element("button", (0, 0, 100, 40), background_image="linear-gradient(red, blue)")
    large = element("hero", (0, 0, 1440, 500), background_image="linear-gradient(90deg, teal, navy)")
    reading = site(
        page(small, large, element("text", (0, 0, 9, 9), background_image="linear-gradient(red, lime)", own=False))
    )
    found = gradients([(0, reading.pages[0])], Witness(reading, None))
    assert [fact.value.angle for fact in found] == [90, 180]

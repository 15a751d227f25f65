from __future__ import annotations

from typing import Any

import pytest

from brand_memory.colour_values import parse
from brand_memory.colours import MarkColour, palette
from brand_memory.evidence import Witness
from brand_memory.kit import Palette
from brand_memory.reading import Element
from tests.brand_memory.made_elements import body, button, element, heading, page, paragraph, site

ORANGE, NAVY, GREEN = "rgb(228, 87, 46)", "rgb(11, 37, 69)", "rgb(22, 163, 74)"


def colours(*elements: Element, marks: tuple[MarkColour, ...] = (), **more: Any) -> Palette:
    reading = site(page(*elements, **more))
    return palette(reading, marks, Witness(reading, None))


def mark(text: str) -> MarkColour:
    tint = parse(text)
    assert tint is not None
    return MarkColour(tint, 1.0)


@pytest.mark.parametrize("fill", [ORANGE, NAVY, "rgb(0, 0, 0)", "rgb(107, 114, 128)"])
def test_what_calls_to_action_are_painted_with_is_primary_even_black_and_grey(fill: str):
    found = colours(body(), heading(), paragraph(), button(fill), button(fill, 900), marks=(mark(fill),))
    tint = parse(fill)
    assert found.primary is not None
    assert tint is not None
    assert found.primary.value.hex == tint.hex
    assert found.primary.confidence > 0.6


def test_statuses_strangers_and_defaults_have_no_vote():
    noise = [button("rgb(230, 0, 35)", 1000 + 60 * n, own=False) for n in range(20)]
    noise += [element("section", (0, 200, 1440, 300), background=GREEN, status=True)]
    noise += [element("link", (100, 700 + n, 90, 20), text="More", colour="rgb(0, 0, 238)") for n in range(9)]
    found = colours(body(), heading(), paragraph(), button(ORANGE), *noise)
    assert found.primary is not None
    assert found.primary.value.hex == "#e4572e"
    assert {"#16a34a", "#e60023"}.isdisjoint(fact.value.hex for fact in found.candidates)


def test_lying_statements_do_not_win():
    lies = {"meta": {"theme-color": "#7fff00"}, "variables": {"--primary": "#7fff00", "--brand": "#7fff00"}}
    found = colours(body(), paragraph(), button(NAVY), **lies)
    assert found.primary is not None
    assert found.primary.value.hex == "#0b2545"


def test_a_white_button_on_a_coloured_band_speaks_for_the_band():
    band = element("hero", (0, 80, 1440, 500), background=ORANGE)
    white = button("rgb(255, 255, 255)", 300, colour=ORANGE)
    found = colours(body("rgb(16, 21, 36)", "rgb(230, 233, 239)"), band, white)
    assert found.primary is not None
    assert found.primary.value.hex == "#e4572e"
    assert found.dark


def test_ink_buttons_beside_a_coloured_logo_are_plain_ink():
    links = [element("link", (100, 700 + 30 * n, 120, 20), text="Read the story", colour=ORANGE) for n in range(4)]
    found = colours(body(), paragraph(), button("rgb(28, 31, 38)"), *links, marks=(mark(ORANGE),))
    assert found.primary is not None
    assert found.primary.value.hex == "#e4572e"


def test_a_page_that_shows_no_colour_gets_none():
    found = colours(body(), paragraph())
    assert found.primary is None


def test_background_surface_and_text():
    cards = [element("card", (100 + 300 * n, 900, 280, 300), background="rgb(244, 245, 247)") for n in range(3)]
    pale = [paragraph("Small and pale words.", colour="rgb(93, 100, 114)") for _ in range(4)]
    found = colours(body(), heading(), paragraph(), *pale, *cards, button(ORANGE))
    assert found.background is not None
    assert found.surface is not None
    assert found.text is not None
    assert [found.background.value.hex, found.surface.value.hex, found.text.value.hex] == [
        "#ffffff",
        "#f4f5f7",
        "#1c1f26",
    ]


def test_a_second_fill_is_secondary_and_twins_are_one():
    second = [button("rgb(36, 123, 160)", 400, 300), button("rgb(36, 123, 160)", 900, 300)]
    found = colours(body(), button(ORANGE), button("rgb(229, 88, 47)", 900), *second)
    assert found.secondary is not None
    assert found.secondary.value.hex == "#247ba0"
    assert len([fact for fact in found.candidates if fact.value.hex.startswith("#e")]) == 1


def test_evidence_says_where():
    found = colours(body(), paragraph(), button(ORANGE, place="main > a.cta"))
    assert found.primary is not None
    assert [(one.page, one.place, one.quote) for one in found.primary.evidence] == [
        ("https://lumen.example/", "main > a.cta", "Get started")
    ]

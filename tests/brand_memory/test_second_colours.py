from __future__ import annotations

from typing import Any

from brand_memory.colours import palette
from brand_memory.evidence import Witness
from brand_memory.kit import Palette
from brand_memory.pixels import ink_of
from brand_memory.reading import Element
from tests.brand_memory.made_elements import body, button, element, heading, page, paragraph, site

NAVY, GOLD, RED, GREY = "rgb(11, 37, 69)", "rgb(200, 150, 62)", "rgb(200, 16, 46)", "rgb(120, 124, 130)"


def colours(*elements: Element, **more: Any) -> Palette:
    reading = site(page(body(), heading(), paragraph(), *elements, **more))
    return palette(reading, (), Witness(reading, None))


def test_the_button_beside_the_first_is_second():
    found = colours(button(NAVY), button(GOLD, x=270), button(NAVY, 900))
    assert found.secondary is not None
    assert found.secondary.value.hex == "#c8963e"
    assert found.secondary.confidence > 0.6


def test_what_a_gradient_leads_to_is_second():
    drawn = f"linear-gradient(90deg, {NAVY}, {RED})"
    found = colours(*(button("rgba(0, 0, 0, 0)", y, background_image=drawn) for y in (400, 900)))
    assert found.primary is not None
    assert found.primary.value.hex == "#0b2545"
    assert found.secondary is not None
    assert found.secondary.value.hex == "#c8102e"


def test_badges_veils_and_grey_edges_are_no_second_colour_but_may_be_accents():
    badges = [element("badge", (100, 700 + 40 * n, 60, 24), background=RED, text="Sale") for n in range(5)]
    veil = element("hero", (0, 100, 1440, 400), background_image=f"linear-gradient({GOLD}, {RED}), url(a.jpg)")
    ghost = button("rgba(0, 0, 0, 0)", x=270, border_colour=GREY, border_width=1.0, colour=GREY)
    found = colours(button(NAVY), ghost, *badges, veil)
    assert found.secondary is None
    assert "#c8102e" in [fact.value.hex for fact in found.accents]


def test_a_name_in_the_style_sheet_is_not_enough():
    found = colours(button(NAVY), variables={"--secondary": GOLD, "--accent": RED})
    assert found.secondary is None


def test_links_in_the_ink_of_a_page_without_colours_are_a_choice():
    links = [element("link", (100, 700 + 30 * n, 90, 20), text="Read on", colour="rgb(28, 31, 38)") for n in range(4)]
    found = colours(*links)
    assert found.primary is not None
    assert found.primary.value.hex == "#1c1f26"
    assert found.primary.confidence <= 0.5
    assert found.candidates


def test_a_teal_mark_beside_dark_letters_is_no_blend_of_them_with_the_ground():
    from PIL import Image, ImageDraw, ImageFilter

    picture = Image.new("RGBA", (420, 80), "#f7faf9")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((6, 14, 60, 66), fill="#00857c")
    for at in range(90, 400, 24):
        draw.rectangle((at, 20, at + 14, 60), fill="#10302f")
    ink = ink_of(picture.filter(ImageFilter.GaussianBlur(0.7)))
    assert ink is not None
    assert len(ink.colours) == 2
    assert ink.colours[1][1] > 0.1

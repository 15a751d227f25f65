from __future__ import annotations

import pytest

from brand_memory.colour_values import WHITE, Tint, colours_in, contrast, from_channels, from_colour, parse, to_colour


@pytest.mark.parametrize(
    ("text", "hex_"),
    [
        ("rebeccapurple", "#663399"),
        ("rgb(15, 98, 254)", "#0f62fe"),
        ("rgb(15 98 254 / 80%)", "#0f62fe"),
        ("hsl(210deg 50% 40%)", "#336699"),
        ("hwb(210 20% 40%)", "#336699"),
        ("lab(50% 40 20)", "#b95857"),
        ("lch(50 40 30deg)", "#b25d57"),
        ("oklab(0.5 0.1 0.1)", "#a14203"),
        ("oklch(0.628 0.2577 29.23)", "#ff0000"),
        ("color(display-p3 1 0 0)", "#ff0000"),
        ("color(srgb 0.2 0.4 0.6)", "#336699"),
        ("#abc", "#aabbcc"),
        ("color-mix(in srgb, red, blue 25%)", "#bf0040"),
        ("light-dark(#336699, white)", "#336699"),
    ],
)
def test_every_form_of_css_is_read(text: str, hex_: str):
    tint = parse(text)
    assert tint is not None
    assert tint.hex == hex_


@pytest.mark.parametrize("text", ["", "none", "currentcolor", "url(#a)", "ignore all rules", "rgb(", "x" * 5000, "#12"])
def test_what_is_no_colour_is_none(text: str):
    assert parse(text) is None


def test_a_wide_gamut_colour_keeps_what_the_site_wrote():
    tint = parse("color(display-p3 1 0 0)")
    assert tint is not None
    colour = to_colour(tint)
    assert (colour.hex, round(colour.chroma, 2)) == ("#ff0000", 0.3)
    assert from_colour(colour).distance(tint) < 0.001


def test_alpha_is_laid_over_what_is_behind():
    tint = parse("rgb(255 0 0 / 50%)")
    assert tint is not None
    assert tint.over(WHITE).distance(from_channels(1, 0.5, 0.5)) < 0.001


def test_conversion_agrees_with_coloraide():
    for channels in [(0.1, 0.5, 0.9), (1, 1, 1), (0, 0, 0), (0.9, 0.2, 0.05)]:
        own = from_channels(*channels)
        other = parse(f"color(srgb {channels[0]} {channels[1]} {channels[2]})")
        assert other is not None
        assert own.distance(other) < 1e-4


def test_colours_are_found_inside_gradients_in_their_order():
    found = [
        tint.hex for tint in colours_in("linear-gradient(135deg, rgb(1, 2, 3) 0%, oklch(0.628 0.2577 29.23), teal)")
    ]
    assert found == ["#010203", "#ff0000", "#008080"]


def test_greys_are_neutral_and_navy_is_not():
    assert all((tint := parse(text)) is not None and tint.neutral for text in ("#000", "#6b7280", "#fafafa"))
    assert not Tint(0.3, 0.0, -0.08).neutral


def test_contrast_is_that_of_wcag():
    black = parse("#000")
    assert black is not None
    assert contrast(black, WHITE) == pytest.approx(21)

"""Colour spaces against published values, and palettes that stay readable whatever the brand."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.colour import (
    MUTED_CONTRAST,
    PLATE_CONTRAST,
    TEXT_CONTRAST,
    ColourUnknown,
    contrast,
    from_oklab,
    from_oklch,
    luminance,
    mix,
    parse,
    resolve_look,
    resolve_palette,
    to_oklab,
    to_oklch,
)

HEX = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
DARK = st.sampled_from([None, True, False])
BRANDS = ["#000000", "#ffffff", "#808080", "#39ff14", "#ffff00", "#ff00ff", "#0a0a0a", "#fefefe", "#f5f5dc", "#00008b"]


@pytest.mark.parametrize(
    ("colour", "lightness", "a", "b"),
    [  # Ottosson's reference values for the corners of sRGB
        ("#ffffff", 1.0, 0.0, 0.0),
        ("#ff0000", 0.6280, 0.2249, 0.1258),
        ("#00ff00", 0.8664, -0.2339, 0.1795),
        ("#0000ff", 0.4520, -0.0325, -0.3115),
    ],
)
def test_oklab_of_known_colours(colour: str, lightness: float, a: float, b: float) -> None:
    assert to_oklab(colour) == pytest.approx((lightness, a, b), abs=2e-4)


@given(HEX)
def test_a_colour_survives_the_way_to_oklab_and_back(colour: str) -> None:
    for before, after in zip(parse(colour), parse(from_oklab(to_oklab(colour))), strict=True):
        assert abs(before - after) <= 1.01 / 255


@given(st.floats(0.15, 0.95), st.floats(0.0, 0.5), st.floats(0, 360))
def test_colours_outside_srgb_keep_lightness_and_hue(lightness: float, chroma: float, hue: float) -> None:
    found, kept, angle = to_oklch(from_oklch(lightness, chroma, hue))
    assert found == pytest.approx(lightness, abs=0.012)
    assert kept <= chroma + 0.012
    if kept > 0.06:
        assert abs((angle - hue + 180) % 360 - 180) < 6


@given(HEX, HEX)
def test_contrast_is_symmetric_and_bounded(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21
    assert contrast(first, first) == 1


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert luminance("#808080") == pytest.approx(0.2159, abs=0.0001)


@given(HEX, HEX)
def test_mixing_runs_from_one_colour_to_the_other(first: str, second: str) -> None:
    assert contrast(mix(first, second, 0), first) < 1.05
    assert contrast(mix(first, second, 1), second) < 1.05
    low, high = sorted((to_oklab(first)[0], to_oklab(second)[0]))
    assert low - 0.02 <= to_oklab(mix(first, second, 0.5))[0] <= high + 0.02


@given(HEX, DARK)
@settings(max_examples=150, deadline=None)
def test_every_brand_colour_gives_a_readable_palette(primary: str, dark: bool | None) -> None:
    palette = resolve_palette(primary, dark=dark)
    assert palette.primary == primary
    for ground in (palette.background, palette.surface):
        assert contrast(palette.text, ground) >= TEXT_CONTRAST
        assert contrast(palette.muted, ground) >= MUTED_CONTRAST
    assert contrast(palette.on_primary, palette.primary) >= PLATE_CONTRAST
    assert (luminance(palette.background) < 0.2) is palette.dark
    if dark is not None:
        assert palette.dark is dark


@pytest.mark.parametrize("primary", BRANDS)
@pytest.mark.parametrize("dark", [None, True, False])
def test_extreme_brands_keep_their_plates_visible(primary: str, dark: bool | None) -> None:
    palette = resolve_palette(primary, dark=dark)
    assert abs(to_oklab(palette.primary)[0] - to_oklab(palette.background)[0]) >= 0.04
    assert contrast(palette.text, palette.background) > contrast(palette.muted, palette.background)


@given(HEX, HEX, HEX)
@settings(max_examples=30, deadline=None)
def test_given_colours_stay_exact(primary: str, secondary: str, accent: str) -> None:
    palette = resolve_palette(primary, secondary, accent)
    assert (palette.primary, palette.secondary, palette.accent) == (primary, secondary, accent)


def test_neutrals_are_tinted_by_the_brand() -> None:
    for primary in ("#1a4fd6", "#0a7d4f", "#c2185b"):
        hue = to_oklch(primary)[2]
        for role in ("background", "text", "muted"):
            _, chroma, angle = to_oklch(getattr(resolve_palette(primary, dark=True), role))
            assert chroma > 0.004
            assert abs((angle - hue + 180) % 360 - 180) < 20


def test_light_brands_get_a_dark_ground_and_others_a_light_one() -> None:
    assert resolve_palette("#ffe600").dark
    assert resolve_palette("#ffffff").dark
    assert not resolve_palette("#1a4fd6").dark
    assert not resolve_palette("#000000").dark


def test_short_and_shouted_hex_is_understood() -> None:
    assert resolve_palette("#FFF").primary == "#ffffff"
    assert resolve_palette("1A4FD6").primary == "#1a4fd6"


@pytest.mark.parametrize("wrong", ["blue", "#12345", "#gggggg", "", "rgb(1,2,3)"])
def test_what_is_no_colour_is_refused_in_one_sentence(wrong: str) -> None:
    with pytest.raises(ColourUnknown, match="#rrggbb"):
        parse(wrong)


def test_a_look_has_families_that_exist() -> None:
    look = resolve_look()
    assert (look.heading, look.body) == ("Manrope", "Hanken Grotesk")
    assert resolve_look(heading="source serif pro").heading == "Source Serif Pro"
    assert resolve_look(heading="Noto Serif", body="Comic Sans").heading == "Source Serif Pro"
    assert resolve_look(body="Comic Sans").body == "Hanken Grotesk"


def test_colour_loads_nothing_heavy() -> None:
    code = "import sys, renderers.colour as c; c.resolve_look(); print({'numpy', 'numba', 'skia'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"

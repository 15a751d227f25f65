"""A palette turned inside out: the brand's colour as the ground, and everything on it readable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renderers.background.tones import Tones
from renderers.colour import contrast, from_oklab, resolve_palette, to_oklch
from renderers.flood import flooded

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))


@given(COLOURS)
def test_everything_reads_on_the_brands_own_colour(primary: str) -> None:
    palette = flooded(resolve_palette(primary, dark=False))
    for ground in (palette.background, palette.surface):
        assert contrast(palette.text, ground) >= 6.4
        assert contrast(palette.muted, ground) >= 4.8
    assert contrast(palette.on_primary, palette.primary) >= 4.5
    assert palette.dark == (contrast("#ffffff", palette.background) > contrast("#000000", palette.background))


@given(COLOURS)
def test_the_ground_keeps_the_hue_and_all_its_tones_do(primary: str) -> None:
    palette = flooded(resolve_palette(primary, dark=False))
    lightness, chroma, hue = to_oklch(palette.background)
    own = to_oklch(primary)
    if min(own[1], chroma) > 0.04:
        assert abs((hue - own[2] + 180) % 360 - 180) < 8
    tones = Tones(palette)
    if chroma < 0.08:
        return
    for role in ("primary", "secondary", "accent"):
        found = from_oklab(tones.tone(role, 0.8))
        assert contrast(palette.text, found) >= 4.4
        of = to_oklch(found)
        assert of[1] < 0.03 or abs((of[2] - hue + 180) % 360 - 180) < 12

"""A brand's own background is taken where text and plates can stand on it, and left where they can not."""

from __future__ import annotations

import pytest

from renderers.colour import MUTED_CONTRAST, PLATE_CONTRAST, TEXT_CONTRAST, contrast, resolve_palette, to_oklch


@pytest.mark.parametrize(
    ("primary", "background", "dark"),
    [("#e4572e", "#fbf6ec", False), ("#dc2626", "#0b0d12", True), ("#0b6b4f", "#fbfaf6", False)],
)
def test_a_quiet_ground_is_kept_exactly_and_everything_reads_on_it(primary: str, background: str, dark: bool):
    palette = resolve_palette(primary, background=background)
    assert (palette.background, palette.dark) == (background, dark)
    assert palette.surface != background
    for ground in (palette.background, palette.surface):
        assert contrast(palette.text, ground) >= TEXT_CONTRAST
        assert contrast(palette.muted, ground) >= MUTED_CONTRAST
    assert contrast(palette.on_primary, palette.primary) >= PLATE_CONTRAST


@pytest.mark.parametrize(
    ("background", "dark", "why"),
    [
        ("#ffd400", False, "too strong"),
        ("#8a8a8a", False, "neither light nor dark"),
        ("#0b0d12", False, "darker than what was asked for"),
        ("#1a4fd8", None, "the main colour itself"),
    ],
)
def test_a_ground_that_can_not_carry_text_gives_way_to_one_that_can(background: str, dark: bool | None, why: str):
    palette = resolve_palette("#1a4fd6", dark=dark, background=background)
    assert palette.background != background, why
    assert contrast(palette.text, palette.background) >= TEXT_CONTRAST
    assert abs(to_oklch(palette.primary)[0] - to_oklch(palette.background)[0]) > 0.05


def test_without_a_ground_nothing_is_different():
    assert resolve_palette("#1a4fd6", background=None) == resolve_palette("#1a4fd6")

"""Bands: edges, ramps and shadows of the kernel behind hills, ribbons and paper."""

from __future__ import annotations

import numpy as np

from renderers.background.bands import fading, hidden, opaque, paint_bands, slopes

ROWS, COLUMNS = 60, 100


def paint(top: np.ndarray, bottom: np.ndarray, *, reach: float = 0.0, alpha: float = 1.0, first: int = 0) -> np.ndarray:
    bands = len(top)
    rgb, ground = np.full((3, ROWS, COLUMNS), 0.8, np.float32), np.full((3, ROWS, COLUMNS), 0.8, np.float32)
    band = opaque(np.full((8, 3), 0.2, np.float32))
    band[3] = alpha
    paint_bands(
        rgb,
        ground,
        top,
        bottom,
        slopes(top),
        np.full_like(top, 10.0),
        np.zeros_like(top),
        np.repeat(np.stack([band, band])[None], bands, 0),
        np.full((bands, 3), 0.5, np.float32),
        np.full_like(top, reach),
        first,
    )
    return rgb[0]


def level(height: float) -> np.ndarray:
    return np.full((1, COLUMNS), height)


def test_a_band_covers_its_rows_and_shares_those_it_cuts() -> None:
    column = paint(level(20.25), level(40.0))[:, 50]
    assert np.allclose(column[:20], 0.8)
    assert np.isclose(column[20], 0.8 + (0.2 - 0.8) * 0.75, atol=0.01)
    assert np.allclose(column[21:40], 0.2)
    assert np.allclose(column[40:], 0.8)


def test_a_sloping_edge_covers_as_much_as_geometry_says() -> None:
    top = np.linspace(5, 55, COLUMNS)[None]
    covered = (0.8 - paint(top, level(1e4))).sum() / 0.6
    assert np.isclose(covered, (ROWS - top).sum(), rtol=0.01)


def test_opacity_lets_the_ground_through() -> None:
    assert np.allclose(paint(level(10), level(50), alpha=0.5)[30], 0.5)


def test_the_shadow_is_deepest_at_the_edge_and_ends_at_its_reach() -> None:
    column = paint(level(30), level(50), reach=10)[:, 0]
    assert np.allclose(column[:19], 0.8)
    assert np.all(np.diff(column[19:30]) < 0)
    assert 0.4 <= column[29] < 0.5


def test_rows_before_the_first_stay_untouched() -> None:
    rgb = paint(level(10), level(50), first=30)
    assert np.allclose(rgb[:30], 0.8)
    assert np.allclose(rgb[30:49], 0.2)


def test_hidden_parts_are_left_out_without_a_gap() -> None:
    top = np.stack([np.full(COLUMNS, 10.0), np.full(COLUMNS, 30.0), np.full(COLUMNS, 20.0)])
    assert np.allclose(hidden(top)[:, 0], (22.0, 30.0, 1e5))
    assert np.allclose(paint(top, hidden(top))[12:], 0.2)


def test_a_fading_ramp_passes_its_stops() -> None:
    ramp = fading(np.zeros((101, 3), np.float32), (1.0, 0.5, 0.0))
    assert np.allclose(ramp[3, [0, 50, 100]], (1.0, 0.5, 0.0))
    assert np.all(np.diff(ramp[3]) <= 0)


def test_tones_follow_the_ramp_between_the_rows_it_is_read_at() -> None:
    rgb, ground = np.zeros((3, ROWS, COLUMNS), np.float32), np.zeros((3, ROWS, COLUMNS), np.float32)
    band = opaque(np.linspace(0.1, 0.9, 1024, dtype=np.float32)[:, None].repeat(3, 1))
    top, flat = level(10), np.zeros((1, COLUMNS))
    ramps, still = np.stack([band, band])[None], np.ones((1, 3), np.float32)
    for strip in (1, 2, 4, 8):
        paint_bands(rgb, ground, top, level(1e4), slopes(top), flat + 60.0, flat, ramps, still, flat, strip=strip)
        inside = (np.arange(20, ROWS) + 0.5 - 10) / 60
        assert np.allclose(rgb[1, 20:, 7], 0.1 + 0.8 * inside, atol=0.002)
        assert np.all(rgb[1, :9] == 0)


def test_what_glows_turns_to_the_second_ramp() -> None:
    rgb, ground = np.zeros((3, ROWS, COLUMNS), np.float32), np.zeros((3, ROWS, COLUMNS), np.float32)
    dull, lit = (opaque(np.full((8, 3), tone, np.float32)) for tone in (0.2, 0.8))
    glow = np.linspace(0, 1, COLUMNS)[None]
    top, flat, ramps = level(-50), np.zeros((1, COLUMNS)), np.stack([dull, lit])[None]
    still = np.ones((1, 3), np.float32)
    paint_bands(rgb, ground, top, level(1e4), slopes(top), flat + 60.0, glow, ramps, still, flat)
    assert np.allclose(rgb[2], 0.2 + 0.6 * glow[0], atol=1e-5)

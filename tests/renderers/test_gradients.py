"""Enlarging and dithering: true to the picture drawn small, and without bands even after the encoder had its way."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import map_coordinates, uniform_filter

from renderers import gradients
from renderers.colour import parse
from renderers.encoding import write_segment
from renderers.gradients import CHROMA_CELL, dither, fill_smooth
from renderers.layer import Planes
from renderers.media import frames
from renderers.picture_format import PictureFormat
from renderers.planes import empty_planes
from renderers.quality import Encoding

WIDE = PictureFormat(960, 544, Fraction(30))
BRANDS = {"dark": ("#0b1f33", "#123a4a"), "light": ("#eef4f6", "#d9eaf0"), "vivid": ("#1a4fd6", "#2a5de0")}


def levels(rgb: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Y, U and V of colours in 0..1, planes first, by the definition of BT.709."""
    red, green, blue = rgb.astype(float)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748


def enlarged(low: np.ndarray, height: int, width: int) -> np.ndarray:
    rows, columns = low.shape
    y = np.clip((np.arange(height) + 0.5) * rows / height - 0.5, 0, rows - 1)
    x = np.clip((np.arange(width) + 0.5) * columns / width - 0.5, 0, columns - 1)
    return map_coordinates(low, np.meshgrid(y, x, indexing="ij"), order=1)


def slanted(first: str, last: str, rows: int = 136, columns: int = 240) -> np.ndarray:
    """A gradient between two colours that runs a little downwards, so that its bands would run across all blocks."""
    y, x = np.mgrid[0:rows, 0:columns]
    share = (x * 0.95 / columns + y * 0.31 / rows) / 1.26
    start, end = (np.array(parse(colour))[:, None, None] for colour in (first, last))
    return np.ascontiguousarray(start + (end - start) * share, np.float32)


def filled(rgb: np.ndarray, picture: PictureFormat = WIDE) -> Planes:
    planes = empty_planes(picture.width, picture.height)
    fill_smooth(rgb, planes)
    return planes


@given(
    st.integers(2, 40),
    st.integers(2, 40),
    st.sampled_from([(1, 1), (2, 2), (2, 4), (3, 3), (4, 4), (6, 6), (8, 8), (12, 12), (1.37, 1.61), (5, 5)]),
    st.integers(0, 99),
)
@settings(max_examples=80, deadline=None)
def test_every_sample_is_the_bilinear_one_rounded_up_or_down(
    rows: int, columns: int, times: tuple[float, float], seed: int
) -> None:
    """Enlarging by doubling twice or more bends a little between samples: within the steps of the picture itself."""
    rgb = np.random.default_rng(seed).random((3, rows, columns)).astype(np.float32)
    height, width = (int(side * by) // 2 * 2 for side, by in zip((rows, columns), times, strict=True))
    if min(height, width) < 2:
        return
    planes = filled(rgb, PictureFormat(width, height, Fraction(30)))
    doublings = width % (4 * columns) == 0 or width % (6 * columns) == 0
    for plane, low in zip((planes.y, planes.u, planes.v), levels(rgb), strict=True):
        wanted = enlarged(low, *plane.shape)
        bend = 0.125 * np.abs(np.diff(low, axis=1)).max() if doublings else 0.0
        assert np.abs(plane - wanted).max() <= 1.02 + 2 * bend


def test_a_plain_colour_stays_plain_and_true() -> None:
    rgb = np.empty((3, 9, 16), np.float32)
    rgb[:] = np.array([0.2, 0.55, 0.7])[:, None, None]
    planes = filled(rgb)
    for plane, level in zip((planes.y, planes.u, planes.v), levels(rgb), strict=True):
        assert set(np.unique(plane)) <= {int(level[0, 0]), int(level[0, 0]) + 1}
        assert plane.mean() == pytest.approx(level[0, 0], abs=0.033)


def test_dither_is_even_still_and_coarse_in_chroma() -> None:
    fine, coarse = dither(1000), dither(500, CHROMA_CELL)
    assert 0 < fine.min() < fine.max() < 1
    for side, noise in ((4, fine), (16 * CHROMA_CELL, coarse)):
        assert np.allclose(uniform_filter(noise, side, mode="wrap")[:, side:-side], 0.5, atol=1e-5)
    for row, column in ((0, 0), (3, 3), (12, 401)):
        top, left = row // CHROMA_CELL * CHROMA_CELL, column // CHROMA_CELL * CHROMA_CELL
        assert len(np.unique(coarse[top : top + CHROMA_CELL, left : left + CHROMA_CELL])) == 1
    before, after = (vars(filled(slanted(*BRANDS["dark"]))) for _ in range(2))
    assert all(np.array_equal(before[name], after[name]) for name in "yuv")


def test_what_lay_in_the_planes_before_is_gone() -> None:
    rgb, planes = slanted(*BRANDS["light"]), empty_planes(WIDE.width, WIDE.height)
    planes.y[:] = planes.u[:] = planes.v[:] = 77
    fill_smooth(rgb, planes)
    assert np.array_equal(planes.y, filled(rgb).y)
    assert np.array_equal(planes.v, filled(rgb).v)


def decoded(planes: Planes, path: Path) -> np.ndarray:
    """The luma of the last of eight frames, encoded as a master and read back, in video levels."""
    write_segment(path, (planes for _ in range(8)), WIDE, Encoding())
    *_, last = frames(path, grey=True)
    return np.rint(last.pixels * (219 / 255) + 16)


def bands(luma: np.ndarray, wanted: np.ndarray) -> tuple[float, float]:
    """How banded a gradient is: how far its mean over 24 pixels strays from the true ramp, in levels, and by how much
    it steps, in the mean along lines of equal tone, where the true ramp rises by a tenth of a level.
    """
    strayed = (uniform_filter(luma, 24) - uniform_filter(wanted, 24))[24:-24, 24:-24]
    # In the outer thirds lines of equal tone are cut short by the frame's corners.
    middle = np.s_[:, WIDE.width // 3 : -WIDE.width // 3]
    tenth = np.floor(wanted[middle].ravel() * 10).astype(int)
    tenth -= tenth.min()
    means = np.bincount(tenth, luma[middle].ravel()) / np.bincount(tenth)
    return float(np.sqrt((strayed**2).mean())), float(np.diff(means[2:-2]).max())


@pytest.mark.parametrize("brand", BRANDS)
def test_brand_gradients_have_no_bands_after_encoding(
    brand: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rgb = slanted(*BRANDS[brand])
    wanted = enlarged(levels(rgb)[0], WIDE.height, WIDE.width)
    strayed, step = bands(decoded(filled(rgb), tmp_path / "dithered.mp4"), wanted)
    monkeypatch.setattr(gradients, "dither", lambda width, cell=1: np.full((1, width), 0.5, np.float32))
    bare, edge = bands(decoded(filled(rgb), tmp_path / "bare.mp4"), wanted)
    assert strayed < 0.1
    assert step < 0.4
    assert bare > 0.15, "without dither the ramp must stray and a band's edge must show, or this test sees nothing"
    assert edge > 0.8

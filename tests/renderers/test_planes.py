"""Colour conversion against the definition of BT.709, and the kernels against plain arithmetic."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.layer import Planes
from renderers.planes import blend, copy_planes, dissolve, empty_planes, find_spans

CHANNEL = st.integers(0, 255)


def expected_yuv(red: float, green: float, blue: float) -> tuple[float, float, float]:
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 16 + 219 * luma / 255, 128 + 224 * (blue - luma) / 1.8556 / 255, 128 + 224 * (red - luma) / 1.5748 / 255


def flat(red: int, green: int, blue: int, alpha: int = 255) -> np.ndarray:
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[:] = [round(channel * alpha / 255) for channel in (blue, green, red)] + [alpha]
    return pixels


@given(CHANNEL, CHANNEL, CHANNEL)
@settings(max_examples=60, deadline=None)
def test_opaque_colours_follow_bt709(red: int, green: int, blue: int) -> None:
    planes = empty_planes(8, 8)
    blend(flat(red, green, blue), planes, 0, 0)
    for plane, value in zip((planes.y, planes.u, planes.v), expected_yuv(red, green, blue), strict=True):
        assert np.all(np.abs(plane - value) <= 0.6)


@given(CHANNEL, CHANNEL, CHANNEL, st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_translucent_layers_mix_with_what_lies_below(red: int, green: int, blue: int, alpha: int) -> None:
    planes = empty_planes(8, 8)
    blend(flat(200, 40, 90), planes, 0, 0)
    blend(flat(red, green, blue, alpha), planes, 0, 0)
    share = alpha / 255
    for plane, over, under in zip(
        (planes.y, planes.u, planes.v), expected_yuv(red, green, blue), expected_yuv(200, 40, 90), strict=True
    ):
        assert np.all(np.abs(plane - (over * share + under * (1 - share))) <= 1.8)


def test_a_layer_touches_only_its_own_place() -> None:
    planes = empty_planes(16, 16)
    blend(np.full((16, 16, 4), 255, np.uint8), planes, 0, 0)
    blend(flat(0, 0, 0), planes, 4, 6)
    dark = planes.y < 100
    assert dark[6:14, 4:12].all()
    assert dark.sum() == 64


def test_dissolve_runs_from_one_picture_to_the_other() -> None:
    below, above, mixed = empty_planes(8, 8), empty_planes(8, 8), empty_planes(8, 8)
    for weight, grey in ((0.0, 50), (0.5, 125), (1.0, 200)):
        blend(flat(50, 50, 50), below, 0, 0)
        blend(flat(200, 200, 200), above, 0, 0)
        dissolve(below, above, mixed, weight)
        assert np.all(np.abs(mixed.y - (16 + 219 * grey / 255)) <= 1)


def plain_blend(pixels: np.ndarray, planes: Planes, left: int, top: int) -> None:
    """The definition, pixel by pixel in whole numbers."""
    rows, columns = pixels.shape[:2]
    b, g, r, a = (pixels[..., i].astype(np.int64) for i in range(4))
    y = planes.y[top : top + rows, left : left + columns]
    y[:] = (11966 * r + 40254 * g + 4064 * b + 4112 * a + 257 * y.astype(np.int64) * (255 - a) + 32768) >> 16
    b, g, r, a = (c.reshape(rows // 2, 2, columns // 2, 2).sum((1, 3)) for c in (b, g, r, a))
    for plane, (red, green, blue) in ((planes.u, (-6596, -22189, 28784)), (planes.v, (28784, -26145, -2639))):
        part = plane[top // 2 : (top + rows) // 2, left // 2 : (left + columns) // 2]
        kept = 257 * (1020 - a) * part.astype(np.int64)
        part[:] = (red * r + green * g + blue * b + 32897 * a + kept + 131072) >> 18


def random_planes(chance: np.random.Generator, width: int, height: int) -> Planes:
    planes = empty_planes(width, height)
    for plane in (planes.y, planes.u, planes.v):
        plane[:] = chance.integers(16, 236, plane.shape)
    return planes


@given(st.integers(0, 2**32), st.integers(1, 40), st.integers(1, 12), st.integers(0, 6), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_any_picture_is_laid_over_as_defined(seed: int, wide: int, high: int, left: int, top: int) -> None:
    chance = np.random.default_rng(seed)
    pixels = chance.integers(0, 256, (2 * high, 2 * wide, 4)).astype(np.uint8)
    pixels[..., 3] *= chance.random((2 * high, 2 * wide)) < chance.random()
    pixels[..., :3] = pixels[..., :3].astype(np.uint16) * pixels[..., 3:] // 255
    found, expected = random_planes(chance, 100, 40), empty_planes(100, 40)
    copy_planes(found, expected)
    blend(pixels, found, 2 * left, 2 * top)
    plain_blend(pixels, expected, 2 * left, 2 * top)
    for one, other in ((found.y, expected.y), (found.u, expected.u), (found.v, expected.v)):
        assert np.array_equal(one, other)


@given(st.integers(0, 2**32), st.floats(0, 1))
@settings(max_examples=40, deadline=None)
def test_spans_hold_everything_and_touch_it_at_both_ends(seed: int, share: float) -> None:
    chance = np.random.default_rng(seed)
    pixels = np.zeros((12, 26, 4), np.uint8)
    pixels[chance.random((12, 26)) < 0.2 * share] = 9
    filled = pixels.any(axis=2).reshape(6, 2, 13, 2).any(axis=(1, 3))
    for (first, after), row in zip(find_spans(pixels), filled, strict=True):
        assert (first, after) == (26, 26) if not row.any() else row[first // 2] and row[after // 2 - 1]
        assert not row[: first // 2].any()
        assert not row[after // 2 :].any()


def test_only_what_lies_in_the_given_spans_is_laid_over() -> None:
    planes = empty_planes(16, 16)
    blend(np.full((16, 16, 4), 255, np.uint8), planes, 0, 0)
    blend(flat(0, 0, 0), planes, 4, 6, np.array([[0, 0], [2, 6], [4, 4], [0, 8]], np.int32))
    dark = np.argwhere(planes.y < 100)
    assert {(int(row), int(column)) for row, column in dark} == {
        *((row, column) for row in (8, 9) for column in range(6, 10)),
        *((row, column) for row in (12, 13) for column in range(4, 12)),
    }

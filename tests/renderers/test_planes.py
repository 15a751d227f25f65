"""Colour conversion against the definition of BT.709, and the kernels against plain arithmetic."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.planes import blend, dissolve, empty_planes, fill_opaque, fill_smooth

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
    fill_opaque(flat(red, green, blue), planes)
    for plane, value in zip((planes.y, planes.u, planes.v), expected_yuv(red, green, blue), strict=True):
        assert np.all(np.abs(plane - value) <= 0.6)


@given(CHANNEL, CHANNEL, CHANNEL, st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_translucent_layers_mix_with_what_lies_below(red: int, green: int, blue: int, alpha: int) -> None:
    planes = empty_planes(8, 8)
    fill_opaque(flat(200, 40, 90), planes)
    blend(flat(red, green, blue, alpha), planes, 0, 0)
    share = alpha / 255
    for plane, over, under in zip(
        (planes.y, planes.u, planes.v), expected_yuv(red, green, blue), expected_yuv(200, 40, 90), strict=True
    ):
        assert np.all(np.abs(plane - (over * share + under * (1 - share))) <= 1.8)


def test_a_layer_touches_only_its_own_place() -> None:
    planes = empty_planes(16, 16)
    fill_opaque(np.full((16, 16, 4), 255, np.uint8), planes)
    blend(flat(0, 0, 0), planes, 4, 6)
    dark = planes.y < 100
    assert dark[6:14, 4:12].all()
    assert dark.sum() == 64


def test_smooth_gradients_keep_their_mean_and_show_no_bands() -> None:
    ramp = np.linspace(0.50, 0.53, 60, dtype=np.float32)
    rgb = np.repeat(np.tile(ramp, (34, 1))[..., None], 3, axis=2)
    planes = empty_planes(960, 544)
    fill_smooth(rgb, planes)
    columns = planes.y[:, 16:-16].astype(float).mean(axis=0)
    assert columns[0] == pytest.approx(16 + 219 * 0.50, abs=0.6)
    smooth = np.convolve(columns, np.ones(16) / 16, mode="valid")
    longest_flat = max(len(run) for run in "".join("x" if step < 1e-4 else " " for step in np.diff(smooth)).split(" "))
    assert longest_flat < 40, "a band: the mean of columns stands still where the gradient does not"


def test_dissolve_runs_from_one_picture_to_the_other() -> None:
    below, above = empty_planes(8, 8), empty_planes(8, 8)
    for weight, grey in ((0.0, 50), (0.5, 125), (1.0, 200)):
        fill_opaque(flat(50, 50, 50), below)
        fill_opaque(flat(200, 200, 200), above)
        dissolve(below, above, weight)
        assert np.all(np.abs(below.y - (16 + 219 * grey / 255)) <= 1)

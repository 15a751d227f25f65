from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.saliency import crop, eye, saliency
from tests.renderers.graphics.graphic_clips import photograph


@pytest.mark.parametrize("at", [0.12, 0.5, 0.88])
def test_what_stands_out_is_kept_whole_when_a_side_is_cut(at: float):
    wide, tall = photograph(600, 300, (at, 0.5), 34), photograph(300, 600, (0.5, at), 34)
    left, top, right, bottom = crop(wide, 1.0)
    assert (top, bottom, right - left) == (0, 300, 300)
    assert left <= at * 600 - 34
    assert right >= at * 600 + 34
    _, top, _, bottom = crop(tall, 1.0)
    assert top <= at * 600 - 34
    assert bottom >= at * 600 + 34


def test_people_win_over_things_of_the_same_size():
    picture = photograph(800, 300, (0.2, 0.5), 40)
    rows, columns = np.mgrid[0:300, 0:800]
    picture[np.hypot(columns - 160, rows - 150) < 40] = (60, 110, 200)
    picture[np.hypot(columns - 640, rows - 150) < 40] = (224, 172, 140)
    left, _, right, _ = crop(picture, 1.0)
    assert left <= 600
    assert right >= 680


def test_a_picture_without_anything_in_it_is_cut_in_the_middle():
    left, _, right, _ = crop(np.full((200, 600, 3), 128, np.uint8), 1.0)
    assert (left + right) / 2 == pytest.approx(300, abs=8)
    assert eye(np.full((200, 600, 3), 128, np.uint8)) == pytest.approx((0.5, 0.5), abs=0.02)


@settings(max_examples=25)
@given(st.integers(2, 200), st.integers(2, 200), st.floats(0.2, 5.0), st.integers(0, 9))
def test_a_cut_is_as_large_as_it_can_be_and_inside(width: int, height: int, ratio: float, seed: int):
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    left, top, right, bottom = crop(picture, ratio)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert right - left == width or bottom - top == height
    assert abs((right - left) - ratio * (bottom - top)) <= max(1.0, ratio)
    assert saliency(picture).sum() == pytest.approx(1.0)

"""What is read in silence comes slowly closer: evenly, inside its room, however long it stays."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from renderers.graphics.clips import ChapterClip
from renderers.layer import PixelLayer
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import surface
from renderers.shrinking import FinePicture
from renderers.timeline import EndCardClip, TitleClip
from renderers.titles.layers import build_layer
from renderers.titles.push import PUSH, Push
from tests.renderers.titles.conftest import Paint

TITLE = TitleClip("A lamp for long evenings", Rect(96, 240, 1500, 500), 30, 150, size="display", push=True)
CARD = EndCardClip("Call us", "lamps.example", "Ready?", Rect(300, 300, 900, 500), 30, 150, qr=True)
CHAPTER = ChapterClip("12", "The slow shelf", Rect(96, 96, 1728, 888), 30, 150)


def test_it_grows_ever_slower_and_never_past_the_size_it_was_set_in() -> None:
    push = Push(96.0, 500.0, 30, 30.0)
    sizes = [push.size(n) for n in range(900)]
    assert sizes[0] == sizes[30] == 1.0 - PUSH
    steps = [after - before for before, after in pairwise(sizes[30:])]
    assert all(first > second > 0.0 for first, second in pairwise(steps))
    assert sizes[-1] < 1.0


def test_a_title_that_comes_closer_keeps_its_left_edge_and_its_room(light: Look, wide: PictureFormat, paint: Paint):
    layer = build_layer(TITLE, light, wide)
    frames = [paint(layer, n)[..., 3] > 200 for n in (80, 110, 140)]
    lefts, rights = zip(
        *((np.flatnonzero(seen.any(0))[0], np.flatnonzero(seen.any(0))[-1]) for seen in frames), strict=True
    )
    assert max(lefts) - min(lefts) <= 1
    assert rights[0] < rights[1] < rights[2]
    rest = paint(build_layer(replace(TITLE, push=False), light, wide), 100)[..., 3] > 200
    assert rights[2] <= np.flatnonzero(rest.any(0))[-1]


def test_how_long_it_stays_changes_nothing_before_it_leaves(light: Look, wide: PictureFormat, paint: Paint):
    short, long = (build_layer(replace(TITLE, duration=length), light, wide) for length in (150, 300))
    assert np.array_equal(paint(short, 100), paint(long, 100))


def bilinear(picture: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """`picture` with nothing around it, read between samples, as numpy does it."""
    wide = np.pad(picture.astype(float), ((2, 2), (2, 2), (0, 0)))
    rows, columns = (np.clip(at + 2, 0, side - 2) for at, side in ((rows, wide.shape[0]), (columns, wide.shape[1])))
    top, left = rows.astype(int), columns.astype(int)
    low, right = (rows - top)[:, None, None], (columns - left)[None, :, None]
    upper, lower = (wide[at][:, left] * (1 - right) + wide[at][:, left + 1] * right for at in (top, top + 1))
    return np.asarray(upper * (1 - low) + lower * low)


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (61.3, 20.7), (120.0, 48.0), (-4.0, 60.0)])
@pytest.mark.parametrize("size", [1 - PUSH, 0.97, 1.0])
def test_a_fine_picture_is_read_between_its_samples(size: float, x: float, y: float) -> None:
    alpha = np.random.default_rng(1).integers(0, 256, (96, 240, 1))
    picture = (np.random.default_rng(2).random((96, 240, 4)) * alpha).astype(np.uint8)
    picture[20:30] = picture[:, :12] = picture[40:44, 60:] = 0
    out = np.full((48, 120, 4), 77, np.uint8)
    FinePicture(picture).read(out, size, x, y)
    rows, columns = (2 * (at + (np.arange(count) + 0.5 - at) / size) - 0.5 for at, count in ((y, 48), (x, 120)))
    assert np.abs(out - bilinear(picture, rows, columns)).max() <= 1.5


@pytest.mark.parametrize("n", [80, 110, 140])
def test_what_rests_is_read_as_it_would_be_painted(light: Look, wide: PictureFormat, n: int) -> None:
    for layer in (build_layer(TITLE, light, wide), build_layer(CARD, light, wide), build_layer(CHAPTER, light, wide)):
        area = wide.pixels(layer.region)
        read, painted = (np.zeros((int(area.height), int(area.width), 4), np.uint8) for _ in range(2))
        assert isinstance(layer, PixelLayer)
        assert layer.write(read, n)
        canvas = surface(painted).getCanvas()
        canvas.translate(-area.x, -area.y)
        canvas.scale(wide.scale, wide.scale)
        layer.paint(canvas, n)
        error = np.square(read.astype(float) - painted).mean()
        assert painted[..., 3].any()
        assert 10 * np.log10(255**2 / error) > 44


@pytest.mark.parametrize("n", [29, 31, 40, 178, 400])
def test_what_moves_is_painted(light: Look, wide: PictureFormat, n: int) -> None:
    layer = build_layer(TITLE, light, wide)
    area = wide.pixels(layer.region)
    pixels = np.full((int(area.height), int(area.width), 4), 7, np.uint8)
    assert isinstance(layer, PixelLayer)
    assert not layer.write(pixels, n)
    assert np.all(pixels == 7)
    assert not build_layer(replace(TITLE, push=False), light, wide).write(pixels, 100)  # type: ignore[attr-defined]

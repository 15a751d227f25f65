"""Graphics as functions of the frame number: at rest one key, equal keys equal pixels, and what an edit may reach."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.graphics.clips import ComparisonClip, GraphicClip, PictureSource, PointsClip, QuoteClip, StepsClip
from renderers.graphics.layers import graphic_layer
from renderers.graphics.timing import shown, untimed
from renderers.layer import DirectLayer, Layer
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.planes import copy_planes, empty_planes
from renderers.raster import surface
from tests.renderers.graphics.graphic_clips import AREAS, LOOKS, REST, STAY, clips, small

KINDS = tuple(clips({}))
MOVING = ("picture", "browser", "phone")
PUSHED = ("chapter", "logo")
"""Kinds that come slowly closer: of these too every frame is its own."""
FORMAT = small("16:9", 180)


def made(kind: str, kit: dict[str, PictureSource]) -> GraphicClip:
    return clips(kit)[kind]("normal", AREAS["16:9"])


def painted(layer: Layer, n: int, format: PictureFormat = FORMAT) -> NDArray[np.uint8]:
    pixels = np.zeros((format.height, format.width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(format.scale, format.scale)
    layer.paint(canvas, n)
    return pixels


def layer_of(clip: GraphicClip, look: Look = LOOKS["light"]) -> Layer:
    return graphic_layer(clip, look, FORMAT)


@pytest.mark.parametrize("kind", KINDS)
def test_a_graphic_comes_rests_and_goes(kind: str, kit: dict[str, PictureSource]):
    clip = replace(made(kind, kit), start=10, duration=STAY - 10)
    layer = layer_of(clip)
    assert [layer.key(n) for n in (-5, 0, 9)] == [None, None, None]
    assert layer.key(10) is not None
    rest = {layer.key(n) for n in range(REST - 5, REST + 20)}
    assert len(rest) == (25 if kind in (*MOVING, *PUSHED) else 1)
    if kind == "logo":
        assert layer.key(STAY + 20) is not None
        assert layer.key(STAY + 31) is None
    else:
        assert layer.key(STAY) is None
        assert painted(layer, STAY - 1)[..., 3].max() < painted(layer, REST)[..., 3].max()


@pytest.mark.parametrize("look", ["light", "neon"])
@pytest.mark.parametrize("kind", KINDS)
def test_equal_keys_are_equal_pixels_whatever_was_painted_before(kind: str, look: str, kit: dict[str, PictureSource]):
    one, two = layer_of(made(kind, kit), LOOKS[look]), layer_of(made(kind, kit), LOOKS[look])
    forth = {n: painted(one, n) for n in (4, 9, 20, 40, 80, REST, 147)}
    for n in (147, 20, REST, 4, 80, 9, 40):
        assert two.key(n) == one.key(n)
        assert np.array_equal(painted(two, n), forth[n]), n
    by_key: dict[object, NDArray[np.uint8]] = {}
    for n in range(REST - 3, REST + 3):
        pixels = painted(one, n)
        assert np.array_equal(by_key.setdefault(one.key(n), pixels), pixels)


def later(clip: GraphicClip, by: int) -> GraphicClip:
    """`clip` with its last part coming in later."""
    if isinstance(clip, PointsClip | StepsClip):
        return replace(clip, items=(*clip.items[:-1], replace(clip.items[-1], at=clip.items[-1].at + by)))
    if isinstance(clip, ComparisonClip):
        last = clip.sides[1]
        moved = replace(last, items=(*last.items[:-1], replace(last.items[-1], at=last.items[-1].at + by)))
        return replace(clip, sides=(clip.sides[0], moved))
    return replace(clip, at=clip.at + by)  # type: ignore[call-arg]


def moved(clip: GraphicClip, by: int) -> GraphicClip:
    """`clip` as a whole so many frames later."""
    clip = replace(clip, start=clip.start + by)
    if isinstance(clip, PointsClip | StepsClip):
        return replace(clip, items=tuple(replace(item, at=item.at + by) for item in clip.items))
    if isinstance(clip, ComparisonClip):
        one, two = (replace(s, items=tuple(replace(i, at=i.at + by) for i in s.items)) for s in clip.sides)
        return replace(clip, sides=(one, two))
    return replace(clip, at=clip.at + by) if hasattr(clip, "at") else clip


@pytest.mark.parametrize("kind", ["points", "steps", "statistic", "comparison", "bars"])
def test_what_is_told_to_look_alike_does(kind: str, kit: dict[str, PictureSource]):
    clip = made(kind, kit)
    other, alike, differing = later(clip, 25), 0, 0
    one, two = layer_of(clip), layer_of(other)
    assert untimed(clip) == untimed(other)
    for first in range(0, STAY, 15):
        told = [shown(c, 30.0, 1.0, first, first + 15) for c in (clip, other)]
        same = all(np.array_equal(painted(one, n), painted(two, n)) for n in range(first, first + 15, 2))
        if told[0] == told[1]:
            alike += 1
            assert same, first
        else:
            differing += 1
    # The edit reaches the frames near it, and leaves the end of the stay as it was.
    assert differing > 0
    assert alike > 0
    end = STAY - 15
    assert shown(clip, 30.0, 1.0, end, STAY) == shown(other, 30.0, 1.0, end, STAY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stay_that_begins_later_is_told_alike_by_its_own_frames(kind: str, kit: dict[str, PictureSource]):
    clip = made(kind, kit)
    other = moved(clip, 40)
    one, two = layer_of(clip), layer_of(other)
    for first in (0, 30, 90, 135):
        told = shown(clip, 30.0, 1.0, first, first + 15)
        assert told == shown(other, 30.0, 1.0, first + 40, first + 55)
        assert told is not None
        assert np.array_equal(painted(one, first + 3), painted(two, first + 43))
    assert shown(clip, 30.0, 1.0, -20, 0) is None


@pytest.mark.parametrize("kind", MOVING)
def test_a_camera_lays_the_same_picture_over_whatever_was_there(kind: str, kit: dict[str, PictureSource]):
    for look in LOOKS.values():
        layer = graphic_layer(made(kind, kit), look, FORMAT)
        assert isinstance(layer, DirectLayer)
        ground, fresh, kept = (empty_planes(FORMAT.width, FORMAT.height) for _ in range(3))
        dice = np.random.default_rng(1)
        for plane in (ground.y, ground.u, ground.v):
            plane[...] = dice.integers(30, 200, plane.shape, dtype=np.uint8)
        copy_planes(ground, kept)
        for n in (3, 60, 5, REST, REST + 1, 145):
            copy_planes(ground, fresh)
            layer.lay_over(fresh, n)
            layer.lay_over(kept, n, ground)
            assert np.array_equal(fresh.y, kept.y)
            assert np.array_equal(fresh.u, kept.u)
            assert np.array_equal(fresh.v, kept.v)
            room = FORMAT.pixels(layer.region)
            outside = np.ones(fresh.y.shape, bool)
            outside[int(room.y) : int(room.bottom), int(room.x) : int(room.right)] = False
            assert np.array_equal(fresh.y[outside], ground.y[outside])


def test_the_camera_closes_in_smoothly_and_stretches_nothing(kit: dict[str, PictureSource]):
    layer = graphic_layer(made("picture", kit), LOOKS["light"], small("16:9", 540))
    sizes = []
    for n in (40, 60, 80, 100):
        pixels = painted(layer, n, small("16:9", 540)).astype(int)
        disc = (pixels[..., 2] > 200) & (pixels[..., 0] < 140) & (pixels[..., 3] > 250)
        rows, columns = np.flatnonzero(disc.any(axis=1)), np.flatnonzero(disc.any(axis=0))
        wide, high = columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
        assert wide == pytest.approx(high, abs=2)
        sizes.append(float(np.sqrt(disc.sum())))
    steps = np.diff(sizes)
    assert (steps > 0).all()
    assert steps.max() < 0.02 * sizes[0]


@pytest.mark.parametrize("kind", ["points", "steps"])
def test_whether_entries_came_one_by_one_is_told_at_rest(kind: str, kit: dict[str, PictureSource]):
    apart = made(kind, kit)
    assert isinstance(apart, PointsClip | StepsClip)
    together = replace(apart, items=tuple(replace(item, at=6) for item in apart.items))
    one, two = (shown(clip, 30.0, 1.0, STAY - 25, STAY - 10) for clip in (apart, together))
    # Of entries that came together none has settled back.
    assert not np.array_equal(painted(layer_of(apart), STAY - 20), painted(layer_of(together), STAY - 20))
    assert one != two


def test_the_words_of_a_quote_come_when_they_are_heard(kit: dict[str, PictureSource]):
    bare = made("quote", kit)
    assert isinstance(bare, QuoteClip)
    cues = tuple(10 + 4 * number for number in range(len(bare.text.split())))
    clip, later_ = replace(bare, cues=cues), replace(bare, cues=(*cues[:-1], cues[-1] + 9))
    for style in ("line", "word"):
        look = replace(LOOKS["light"], style=replace(LOOKS["light"].style, step=style))
        layer, other = layer_of(clip, look), layer_of(later_, look)
        rest, early = painted(layer, REST), painted(layer, 12)
        assert np.count_nonzero(early[..., 3]) < np.count_nonzero(rest[..., 3])
        assert np.array_equal(rest, painted(layer_of(bare, look), REST))
        assert np.array_equal(painted(layer, 20), painted(other, 20))
    assert shown(clip, 30.0, 1.0, 0, cues[-1]) == shown(later_, 30.0, 1.0, 0, cues[-1])
    assert shown(clip, 30.0, 1.0, 0, cues[-1] + 4) != shown(later_, 30.0, 1.0, 0, cues[-1] + 4)
    assert untimed(clip) == untimed(later_) != untimed(bare)

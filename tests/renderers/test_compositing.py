"""The scene painter: a frame has the same bytes whatever was painted before it, and nothing is painted in vain."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import renderers.compositing
from renderers.colour import resolve_look
from renderers.compositing import ScenePainter, TransitionPainter
from renderers.layer import DirectLayer, Layer, Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import blend, copy_box, empty_planes
from renderers.raster import skia, surface
from renderers.timeline import BackdropClip, LogoClip, Scene

FORMAT = PictureFormat(96, 54, Fraction(30))
UNIT = 1080 / 54
AREAS = ((4, 4, 40, 30), (20, 10, 60, 40), (50, 2, 40, 50), (0, 40, 96, 14))


@dataclass
class Patch:
    """A layer whose colour and place change every `hold` frames, and which is not seen in every third stretch."""

    area: tuple[int, int, int, int]
    hold: int
    painted: list[int] = field(default_factory=list)

    @property
    def region(self) -> Rect:
        return Rect(*(side * UNIT for side in self.area))

    def key(self, n: int) -> Hashable:
        return None if n // self.hold % 3 == 2 else n // self.hold

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        self.painted.append(n)
        at = n // self.hold
        left, top, width, height = (side * UNIT for side in self.area)
        box = skia.Rect.MakeXYWH(left + at % 5 * UNIT, top, width / 2, height * (1 + at % 3) / 3)
        canvas.drawOval(box, skia.Paint(Color=skia.Color(40 * at % 256, 90, 200, 150), AntiAlias=True))


class DirectPatch(Patch):
    """The same, laid over planes by itself."""

    def lay_over(self, planes: Planes, n: int, ground: Planes | None = None) -> None:
        left, top, width, height = self.area
        if ground is not None:
            copy_box(ground, planes, (left, top, left + width, top + height))
        lay_whole(self, planes, n)


def lay_whole(layer: Patch, planes: Planes, n: int) -> None:
    left, top, width, height = layer.area
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.translate(-left, -top)
    canvas.scale(1 / UNIT, 1 / UNIT)
    layer.paint(canvas, n)
    blend(pixels, planes, left, top)


@dataclass
class Ground:
    """A backdrop that changes every `hold` frames."""

    hold: int
    filled: list[int] = field(default_factory=list)

    def key(self, n: int) -> Hashable:
        return n // self.hold

    def fill(self, planes: Planes, n: int) -> None:
        self.filled.append(n)
        chance = np.random.default_rng(n // self.hold + 1000)
        for plane in (planes.y, planes.u, planes.v):
            plane[:] = chance.integers(16, 236, plane.shape)


def painter(monkeypatch: pytest.MonkeyPatch, layers: list[Patch], ground: Ground) -> ScenePainter:
    waiting: list[Layer] = list(layers)
    monkeypatch.setattr(renderers.compositing, "_layer", lambda *_: waiting.pop(0))
    monkeypatch.setattr("renderers.background.scenery.backdrop", lambda *_: ground)
    clips = tuple(LogoClip(None, str(i), Rect(0, 0, 1, 1)) for i in range(len(layers)))  # type: ignore[arg-type]
    return ScenePainter(Scene("s", 100, BackdropClip("aurora", 1), clips), resolve_look(), FORMAT)


def plain(layers: list[Patch], ground: Ground, n: int) -> Planes:
    """Frame `n` by the definition: the backdrop, and every layer as a whole over it."""
    planes = empty_planes(FORMAT.width, FORMAT.height)
    ground.fill(planes, n)
    for layer in layers:
        if layer.key(n) is not None:
            lay_whole(layer, planes, n)
    return planes


def same(one: Planes, other: Planes) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in "yuv")


LAYERS = st.lists(st.tuples(st.sampled_from(AREAS), st.integers(1, 9), st.booleans()), max_size=4)


@given(LAYERS, st.sampled_from([1, 2, 7, 1000]), st.lists(st.integers(-10, 60), min_size=2, max_size=14))
def test_a_frame_does_not_depend_on_those_before_it(
    plan: list[tuple[tuple[int, int, int, int], int, bool]], hold: int, order: list[int]
) -> None:
    layers = [(DirectPatch if direct else Patch)(area, stay) for area, stay, direct in plan]
    with pytest.MonkeyPatch.context() as patch:
        found = painter(patch, layers, Ground(hold))
    for n in [*order, *range(order[0], order[0] + 6)]:
        assert same(found.paint(n), plain(layers, Ground(hold), n)), n


def test_direct_layers_are_told_apart() -> None:
    assert isinstance(DirectPatch(AREAS[0], 1), DirectLayer)
    assert not isinstance(Patch(AREAS[0], 1), DirectLayer)


def test_nothing_is_painted_where_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    still, moving, ground = Patch(AREAS[0], 1000), Patch(AREAS[2], 5), Ground(1000)
    found = painter(monkeypatch, [still, moving], ground)
    for n in range(10):
        found.paint(n)
    assert ground.filled == [0]
    assert still.painted == [0]
    assert moving.painted == [0, 5]


def test_a_backdrop_that_moves_is_filled_once_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    ground = Ground(1)
    found = painter(monkeypatch, [Patch(AREAS[1], 3)], ground)
    for n in range(6):
        found.paint(n)
    assert ground.filled == list(range(6))


def test_a_transition_goes_from_one_scene_to_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    layers = ([Patch(AREAS[0], 2)], [Patch(AREAS[3], 3)])
    outgoing, incoming = (painter(monkeypatch, ours, Ground(4 + i)) for i, ours in enumerate(layers))
    transition = TransitionPainter(outgoing, incoming, FORMAT)
    assert same(transition.paint(5, -1, 0.0), plain(layers[0], Ground(4), 5))
    assert same(transition.paint(6, 0, 1.0), plain(layers[1], Ground(5), 0))
    mixed = transition.paint(6, 0, 0.5).y.astype(int)
    both = plain(layers[0], Ground(4), 6).y.astype(int) + plain(layers[1], Ground(5), 0).y
    assert np.abs(mixed - both / 2).max() <= 1

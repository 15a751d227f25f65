from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar.drawing.parts import Field, Part, Placement, cut_parts
from renderers.avatar.drawing.tiles import Patch, Placed, Tiling
from renderers.layer import Planes
from renderers.picture_format import Rect
from renderers.planes import blend, empty_planes
from renderers.raster import skia, surface

Pixels = NDArray[np.uint8]
AREA = Rect(0, 0, 200, 160)
AT_REST = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _scribble(canvas: skia.Canvas) -> None:
    """Something with soft and hard edges, holes, and colours; inside 20..120 both ways."""
    canvas.drawCircle(70, 70, 48, skia.Paint(AntiAlias=True, Color=0xFF2F5FD0))
    canvas.drawRect(skia.Rect.MakeLTRB(40, 60, 110, 84), skia.Paint(AntiAlias=True, Color=0xFFE0B463))
    soft = skia.Paint(AntiAlias=True, Color=0xC0B0302A, MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 4))
    canvas.drawCircle(90, 50, 16, soft)
    canvas.drawCircle(60, 100, 9, skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kClear))


def _part(*fields: Field, paint: Callable[[skia.Canvas], object] = _scribble, scale: float = 1.0) -> Part:
    return cut_parts((10, 10, 130, 130), scale, [paint], fields)[0]


def _ground() -> Planes:
    planes = empty_planes(200, 160)
    row, column = np.mgrid[0:160, 0:200]
    planes.y[:] = 60 + (row + column) // 3
    planes.u[:], planes.v[:] = 120, 140
    return planes


def _laid(*things: Placed | Patch, area: Rect = AREA) -> Planes:
    planes = _ground()
    Tiling(area, 1.0, 0.0, 0.0).lay(things, planes)
    return planes


def _drawn(matrix: tuple[float, ...]) -> Planes:
    """The same picture drawn as vectors and blended."""
    pixels: Pixels = np.zeros((160, 200, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    a, b, c, d, e, f = matrix
    canvas.concat(skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1))
    _scribble(canvas)
    planes = _ground()
    blend(pixels, planes, 0, 0)
    return planes


def _gap(one: Planes, other: Planes) -> float:
    """Root mean square of the difference of luma."""
    return float(np.sqrt(((one.y.astype(float) - other.y) ** 2).mean()))


def test_a_part_moved_by_whole_pixels_is_the_drawing_itself() -> None:
    for x, y in ((0.0, 0.0), (24.0, 6.0), (-12.0, 18.0)):
        matrix = (1.0, 0.0, 0.0, 1.0, x, y)
        laid, drawn = _laid(Placed(_part(), Placement(matrix))), _drawn(matrix)
        for ours, theirs in zip((laid.y, laid.u, laid.v), (drawn.y, drawn.u, drawn.v), strict=True):
            assert np.abs(ours.astype(int) - theirs).max() <= 2


@pytest.mark.parametrize("degrees", [0.0, 2.0, 8.0, 40.0])
@pytest.mark.parametrize("stretch", [0.9, 1.0, 1.07])
def test_a_part_may_be_turned_stretched_and_moved_by_less_than_a_pixel(degrees: float, stretch: float) -> None:
    cos, sin = np.cos(np.radians(degrees)) * stretch, np.sin(np.radians(degrees)) * stretch
    matrix = (cos, sin, -sin, cos, 31.4 + 40 * (sin > 0.5), 4.3 - 20 * (sin > 0.5))
    laid, drawn = _laid(Placed(_part(), Placement(matrix))), _drawn(matrix)
    assert _gap(laid, drawn) < 1.6 < _gap(laid, _ground())
    assert np.abs(laid.u.astype(int) - drawn.u).mean() < 0.4


def test_motion_has_no_steps_larger_than_an_eighth_of_a_pixel() -> None:
    centres = []
    for step in range(17):
        laid = _laid(Placed(_part(), Placement((1, 0, 0, 1, 20 + step / 16, 0))))
        weight = np.abs(laid.y.astype(float) - _ground().y)
        centres.append(float((weight * np.arange(200)).sum() / weight.sum()))
    steps = np.diff(centres)
    assert centres[-1] - centres[0] == pytest.approx(1, abs=0.05) and steps.min() > 0 and steps.max() < 0.125


def test_fields_move_each_point_by_their_value_there() -> None:
    def lower(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.clip((y - 50) / 60, 0, 1)

    part = _part(lower)
    # A field that is one all over the part is a translation.
    moved = _laid(Placed(_part(lambda x, y: np.ones_like(x)), Placement(AT_REST, ((9.0, 5.0),))))
    assert _gap(moved, _drawn((1, 0, 0, 1, 9, 5))) < 0.5
    # A shear, which is affine, says the same as its matrix.
    sheared = _laid(Placed(_part(lambda x, y: y), Placement(AT_REST, ((0.2, 0.0),))))
    assert _gap(sheared, _drawn((1, 0, 0.2, 1, 0, 0))) < 1.2
    bent, straight = _laid(Placed(part, Placement(AT_REST, ((0.0, 14.0),)))), _laid(Placed(part, Placement(AT_REST)))
    assert np.array_equal(bent.y[:32], straight.y[:32]) and _gap(bent, straight) > 3


def test_a_clip_bounds_what_it_clips_and_opacity_weakens() -> None:
    whole = _part()
    window = _part(paint=lambda canvas: canvas.drawRect(skia.Rect.MakeLTRB(30, 30, 70, 120), skia.Paint()))
    at = Placement((1, 0, 0, 1, 13.5, 0))
    gap = Placed(window, Placement(AT_REST), shown=False)
    clipped, free = _laid(gap, Placed(whole, at, gap)), _laid(Placed(whole, at))
    assert np.array_equal(clipped.y[30:120, 32:68], free.y[30:120, 32:68])
    assert np.array_equal(clipped.y[:, 72:], _ground().y[:, 72:]) and np.array_equal(clipped.u[:15], _ground().u[:15])
    half = _laid(Placed(whole, Placement(at.matrix, opacity=0.5))).y.astype(float)
    assert np.abs(half - (free.y.astype(float) + _ground().y) / 2).max() <= 2
    assert np.array_equal(_laid(Placed(whole, Placement(at.matrix, opacity=0.0))).y, _ground().y)


def test_what_is_hidden_changes_nothing_and_nothing_is_not_touched() -> None:
    plate = _part(
        paint=lambda canvas: canvas.drawRect(skia.Rect.MakeLTRB(12, 12, 128, 128), skia.Paint(Color=0xFF607080))
    )
    top, at = Placed(plate, Placement(AT_REST)), Placement((1, 0, 0, 1, 0.4, 0.3))
    both, alone = _laid(Placed(_part(), at), top), _laid(top)
    assert np.array_equal(both.y, alone.y) and np.array_equal(both.u, alone.u)
    assert np.array_equal(alone.y[132:], _ground().y[132:]) and np.array_equal(alone.y[:, 132:], _ground().y[:, 132:])


def test_parts_and_patches_lie_in_the_order_given() -> None:
    pixels: Pixels = np.zeros((40, 60, 4), np.uint8)
    pixels[:] = (40, 200, 90, 255)
    patch, part = Patch(pixels.reshape(40, -1).view(np.uint32), 60, 50), Placed(_part(), Placement(AT_REST))
    over, under = _laid(part, patch), _laid(patch, part)
    assert len(np.unique(over.y[50:90, 60:120])) == 1 < len(np.unique(under.y[50:90, 60:120]))


def test_nothing_is_laid_outside_the_area() -> None:
    area = Rect(34, 18, 90, 70)
    for matrix in ((1, 0, 0, 1, 0, 0), (1.1, 0.3, -0.3, 1.1, 10, -30), (1, 0, 0, 1, 400, 0), (1, 0, 0, 1, -60, -45)):
        laid, free = _laid(Placed(_part(), Placement(matrix)), area=area), _laid(Placed(_part(), Placement(matrix)))
        inside = np.zeros((160, 200), bool)
        inside[18:88, 34:124] = True
        assert np.array_equal(laid.y[~inside], _ground().y[~inside])
        assert np.array_equal(laid.v[~inside[::2, ::2]], _ground().v[~inside[::2, ::2]])
        assert np.abs(laid.y.astype(int) - free.y)[inside].mean() < 0.2


def test_a_part_that_holds_nothing_shows_nothing() -> None:
    empty = _part(paint=lambda canvas: None)
    assert np.array_equal(_laid(Placed(empty, Placement(AT_REST))).y, _ground().y)


def test_over_an_earlier_frame_of_the_same_comes_what_comes_over_the_ground() -> None:
    area, chance = Rect(14, 18, 150, 130), np.random.default_rng(4)
    tiling, planes = Tiling(area, 1.0, 0.0, 0.0), _ground()
    ground, part, gap = _ground(), _part(lambda x, y: y / 90), _part()
    pixels: Pixels = np.zeros((20, 30, 4), np.uint8)
    pixels[:] = (40, 200, 90, 255)
    for frame in range(12):
        x, y, bend, share = chance.uniform((-60, -40, -9, 0), (90, 60, 9, 1))
        clip = Placed(gap, Placement((1, 0, 0, 1, y, x)), shown=False)
        things: list[Placed | Patch] = []
        things += [
            clip,
            Placed(part, Placement((1, 0, 0, 1, x, y), ((bend, bend),))),
            Patch(pixels.reshape(20, -1).view(np.uint32), 2 * frame + 20, 40),
            Placed(part, Placement((1, 0, 0, 1, y, x)), clip),
            Placed(gap, Placement((1, 0, 0, 1, -x, y), opacity=share)),
        ]
        things = things[: 2 + frame % 4]
        tiling.lay(things, planes, ground if frame else None)
        fresh = _laid(*things, area=area)
        assert all(np.array_equal(getattr(planes, name), getattr(fresh, name)) for name in "yuv"), frame
    assert np.array_equal(ground.y, _ground().y)

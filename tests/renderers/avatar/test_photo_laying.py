"""A photographed person laid fast is the person laid pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar.channels import CHANNELS
from renderers.avatar.photo import sampling
from renderers.avatar.photo.figure import Figure
from renderers.avatar.photo.laying import EMPTY, SOLID, find_solid
from renderers.avatar.photo.placing import place
from renderers.avatar.photo.rig import build_rig
from renderers.avatar.photo.sampling import quads
from tests.portraits import drawn_portrait

PLANE: NDArray[np.uint8] = np.random.default_rng(4).integers(0, 256, (60, 90)).astype(np.uint8)


def _weights(t: float) -> NDArray[np.float64]:
    """What the four pixels about a place count by Catmull-Rom splines, `t` behind the second of them."""
    return np.array([-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2]) / 2


def _one(x: float, y: float, *, spline: bool) -> float:
    """The plane's value at a place that is brought inside it, pixel by pixel."""
    rows, columns = PLANE.shape
    if not spline:
        x, y = min(max(x, 0.0), columns - 3.001), min(max(y, 0.0), rows - 1.001)
        (i, s), (j, t) = (divmod(value, 1) for value in (x, y))
        about = PLANE[int(j) : int(j) + 2, int(i) : int(i) + 2].astype(float)
        return float(np.array([1 - t, t]) @ about @ np.array([1 - s, s]))
    x, y = min(max(x, 1.0), columns - 2.001), min(max(y, 1.0), rows - 2.001)
    (i, s), (j, t) = (divmod(value, 1) for value in (x, y))
    about = PLANE[int(j) - 1 : int(j) + 3, int(i) - 1 : int(i) + 3].astype(float)
    return float(np.clip(_weights(t) @ about @ _weights(s), 0, 255))


@pytest.mark.parametrize(
    ("x", "y", "run_x", "run_y"),
    [(20.3, 30.7, 1.0, 0.0), (20.3, 30.7, 1.04, 0.03), (20.9, 30.1, 0.95, -0.2), (-3.0, 0.4, 1.0, 0.0),
     (82, 57, 1.1, 0.1)],
)  # fmt: skip
def test_samples_of_a_row_are_those_taken_one_by_one(x: float, y: float, run_x: float, run_y: float) -> None:
    count = 21
    xs = x + run_x * np.arange(count)
    ys = y + run_y * np.arange(count)
    at, held = np.empty(count, np.uint32), np.empty((4, count), np.uint32)
    splined: NDArray[np.uint8] = np.zeros(count, np.uint8)
    straight: NDArray[np.float32] = np.zeros(count, np.float32)
    sampling.take_linear(quads(PLANE), 90, xs.astype(np.float32), ys.astype(np.float32), at, held, straight)
    sampling.take_cubic(quads(PLANE), 90, xs.astype(np.float32), ys.astype(np.float32), at, held, splined)
    for n in range(count):
        assert abs(float(splined[n]) - _one(float(xs[n]), float(ys[n]), spline=True)) <= 0.52
        assert abs(float(straight[n]) - _one(float(xs[n]), float(ys[n]), spline=False)) <= 0.02


def test_cells_are_solid_or_empty_only_with_all_about_them() -> None:
    matte: NDArray[np.uint8] = np.zeros((16 * 8, 16 * 8), np.uint8)
    matte[16 * 3 :, :] = 255
    matte[16 * 3, 0] = 100
    cells = find_solid(matte, matte)
    assert (cells[:2] == EMPTY).all() and (cells[2] == 0).all()
    assert (cells[4:7, 1:] != EMPTY).all() and (cells[5:7, 1:-1] == SOLID).all()


def test_what_is_known_of_cells_changes_no_picture() -> None:
    portrait = drawn_portrait()
    rig = build_rig(portrait, place(portrait.landmarks, 200, 240, "close_up"))
    assert {SOLID, EMPTY} <= set(np.unique(rig.solid).tolist())
    throw = np.random.default_rng(5)
    values = {name: float(throw.uniform(channel.low, channel.high)) for name, channel in CHANNELS.items()}
    figure = Figure(rig)
    fast = [plane.copy() for plane in (figure.draw(values).y, figure.planes.u, figure.planes.v)]
    rig.solid[:] = 0
    slow = figure.draw(values)
    for one, other in zip(fast, (slow.y, slow.u, slow.v), strict=True):
        assert np.abs(one.astype(int) - other.astype(int)).max() <= 1

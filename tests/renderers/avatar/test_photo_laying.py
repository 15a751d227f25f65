"""A photographed person laid fast is the person laid pixel by pixel."""

from __future__ import annotations

import numba
import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.avatar.channels import CHANNELS
from renderers.avatar.photo import laying
from renderers.avatar.photo.figure import Figure
from renderers.avatar.photo.laying import EMPTY, SOLID, find_solid
from renderers.avatar.photo.placing import place
from renderers.avatar.photo.rig import build_rig
from renderers.avatar.photo.sampling import cubic
from tests.portraits import drawn_portrait

PLANE: NDArray[np.uint8] = np.random.default_rng(4).integers(0, 256, (60, 90)).astype(np.uint8)


@numba.njit
def _one(plane, x, y):  # type: ignore[no-untyped-def]
    return numba.uint8(cubic(plane, x, y) + numba.float32(0.5))


@pytest.mark.parametrize(
    ("x", "y", "run_x", "run_y"),
    [(20.3, 30.7, 1.0, 0.0), (20.3, 30.7, 1.04, 0.03), (20.9, 30.1, 0.95, -0.2), (-3.0, 0.4, 1.0, 0.0),
     (82, 57, 1.1, 0.1)],
)  # fmt: skip
def test_runs_of_pixels_are_those_taken_one_by_one(x: float, y: float, run_x: float, run_y: float) -> None:
    found: NDArray[np.uint8] = np.zeros(16, np.uint8)
    place = [np.float32(value) for value in (x, y, run_x, run_y)]
    laying._lay_run(PLANE, *place, found)
    each = [_one(PLANE, place[0] + place[2] * np.float32(n), place[1] + place[3] * np.float32(n)) for n in range(16)]
    assert np.abs(found.astype(int) - np.array(each, int)).max() <= 1


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

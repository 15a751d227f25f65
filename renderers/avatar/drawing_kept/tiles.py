"""Parts laid over a picture from back to front, leaving out what solid parts in front of them hide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.drawing_kept.laying import ROWS_BETWEEN
from renderers.avatar.drawing_kept.parts import Part, Placement
from renderers.avatar.drawing_kept.stacking import BEND_NUMBERS, NOTHING, PATCH, PULLS, SHAPE_NUMBERS, lay_stack
from renderers.avatar.drawing_kept.warping import TILE
from renderers.layer import Planes
from renderers.picture_format import Rect


class Placed(NamedTuple):
    """A part on one frame. `clip` is one that bounds it; a part not `shown` only serves others as a clip."""

    part: Part
    placement: Placement
    clip: Placed | None = None
    shown: bool = True


class Patch(NamedTuple):
    """Premultiplied BGRA pixels, one in 32 bits, that were drawn for this very frame; all edges are even."""

    words: NDArray[np.uint32]
    left: int
    top: int


_NO_PATCH = np.zeros((0, 0), np.uint32)


class Tiling:
    """Lays parts into a rectangle (pixels, even edges) of planes; the origin lies at (left, top), a unit is `scale`."""

    def __init__(self, area: Rect, scale: float, left: float, top: float) -> None:
        self._area = (int(area.x), int(area.y), int(area.right), int(area.bottom))
        self._scale, self._left, self._top = scale, left, top
        self._shape = (-(-int(area.height) // TILE), -(-int(area.width) // TILE))
        self._known: list[Part] = []
        self._shapes, self._bends = (np.zeros((0, count), np.int64) for count in (SHAPE_NUMBERS, BEND_NUMBERS))
        self._cuts, self._grids = np.zeros((0, 3)), np.zeros((0, 7))
        self._make_room(0)
        self._covered = np.zeros(self._shape, np.uint8)
        self._way = np.zeros((2, 4), np.int64)
        self._between = np.zeros(ROWS_BETWEEN * TILE, np.uint16)
        self._tones, self._covers, self._shares = np.zeros((3, TILE * TILE), np.uint16)

    def lay(self, things: Sequence[Placed | Patch], planes: Planes, ground: Planes | None = None) -> None:
        """Lay `things`, the hindmost first and at most one patch among them, over `planes`.

        With `ground`, `planes` hold other things laid over that: what is left of those goes.
        """
        if len(things) > len(self._listed):
            self._make_room(len(things))
        parts = [thing.part for thing in things if isinstance(thing, Placed)]
        if parts != self._known:
            self._know(parts)
        stack: list[tuple[int, ...]] = []
        moves: list[list[float]] = []
        slots: dict[tuple[int, int], int] = {}
        rows: dict[int, int] = {}
        patch, number = _NO_PATCH, 0
        for thing in things:
            if isinstance(thing, Patch):
                patch = thing.words
                stack.append((PATCH, thing.left, thing.top, 0, 0, 0, 0, 0))
                continue
            part, placement, clip, shown = thing
            # Parts with a bend and a placement in common are settled together.
            where = id(part.bend), id(placement)
            slot = slots.setdefault(where, len(moves))
            first = slot == len(moves)
            if first:
                moves.append(self._move(placement))
            rows[id(thing)] = len(stack)
            bound = rows[id(clip)] if clip is not None else NOTHING
            stack.append((0, number, number, slot, first, bound, shown, round(256 * placement.opacity)))
            number += 1
        under = ground or planes
        lay_stack(
            self._shapes, self._cuts, self._bends, self._grids, np.array(stack, np.int64).reshape(-1, 8),
            np.array(moves).reshape(-1, 6 + 2 * PULLS), patch, ground is not None,
            planes.y, planes.u, planes.v, under.y, under.u, under.v, self._area, self._nodes, self._tiles,
            self._covered, self._listed, self._way, self._between, self._tones, self._covers, self._shares,
        )  # fmt: skip

    def _move(self, placement: Placement) -> list[float]:
        """The numbers of a placement, in pixels. Fields for which it has no pull leave a part as it is."""
        scale = self._scale
        a, b, c, d, e, f = placement.matrix
        row = [a * scale, b * scale, c * scale, d * scale, e * scale + self._left, f * scale + self._top]
        for x, y in placement.pulls:
            row += (x * scale, y * scale)
        return row + [0.0] * (6 + 2 * PULLS - len(row))

    def _know(self, parts: list[Part]) -> None:
        """Take down where the arrays of `parts` are; keeping the parts keeps those alive."""
        self._shapes = np.array([_shape_numbers(part) for part in parts], np.int64).reshape(-1, SHAPE_NUMBERS)
        self._bends = np.array([_bend_numbers(part) for part in parts], np.int64).reshape(-1, BEND_NUMBERS)
        self._cuts = np.array([part.cutout.place for part in parts]).reshape(-1, 3)
        self._grids = np.array([(*part.bend.grid, *part.bend.bounds) for part in parts]).reshape(-1, 7)
        self._known = parts

    def _make_room(self, count: int) -> None:
        rows, columns = self._shape
        self._nodes = np.zeros((count, rows + 1, columns + 1, 2), np.float32)
        self._tiles = np.zeros((count, 4), np.int64)
        self._listed = np.zeros((count, rows * columns, 4), np.int32)


def _shape_numbers(part: Part) -> tuple[int, ...]:
    cutout = part.cutout
    arrays = (cutout.luma, cutout.alpha, cutout.chroma, cutout.cover, cutout.cells)
    return (*(_address(array) for array in arrays), *cutout.luma.shape, *cutout.cells.shape[1:])


def _bend_numbers(part: Part) -> tuple[int, ...]:
    return _address(part.bend.fields), _address(part.bend.ranges), *part.bend.fields.shape


def _address(array: NDArray[Any]) -> int:
    assert array.flags.c_contiguous
    address: int = array.__array_interface__["data"][0]
    return address

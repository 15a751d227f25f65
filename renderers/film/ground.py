"""What stands beside a film that has another shape than the frame.

Where its edges are of one colour, as those of an animated logo are, the colour goes on to the frame's edge and no one
sees where the film ends. Else it is the film itself, enlarged, dark and so soft that nothing in it can be made out.
Importing this module loads numba; it is done where films are prepared.
"""

from __future__ import annotations

from functools import lru_cache

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.film.fitting import Fit
from renderers.gradients import CHROMA_CELL, dither
from renderers.layer import Plane, Planes

_CELLS = 12
"""Cells along the longer side of the frame that the soft picture is made of."""
_DIM, _FADED = 0.5, 0.75
"""What is left of its luma and of its colour."""
_SAMPLES = 8
"""Samples along each side of a cell that its mean is taken of, at the least."""
_STRIP = 0.02
"""The part of a film at its edge that tells whether the edge is of one colour, and which."""
_EVEN = 4.0
"""Levels: the spread up to which it is."""
_BLACK, _NEUTRAL = 16.0, 128.0


def even_edges(film: Planes, place: Fit, frame: tuple[int, int]) -> bool:
    """Whether the edges at which `film` meets the ground are each of one colour."""
    strips = [strip for plane in (film.y, film.u, film.v) for strip in _strips(plane, place, frame)]
    return all(float(strip.std()) < _EVEN for strip in strips)


def lay_ground(film: Planes, place: Fit, planes: Planes, *, even: bool) -> None:
    """Write `film` into `planes` where `place` says and the ground everywhere else."""
    wide, high = planes.y.shape[1], planes.y.shape[0]
    for source, target, thin, neutral in (
        (film.y, planes.y, 1, _BLACK),
        (film.u, planes.u, 2, _NEUTRAL),
        (film.v, planes.v, 2, _NEUTRAL),
    ):
        x, y, across, down = (length // thin for length in (place.x, place.y, place.across, place.down))
        beside = across < target.shape[1]
        first, last = _strips(source, place, (wide, high))
        near = (slice(None), slice(0, x)) if beside else (slice(0, y), slice(None))
        far = (slice(None), slice(x + across, None)) if beside else (slice(y + down, None), slice(None))
        if even:
            target[near], target[far] = round(float(np.median(first))), round(float(np.median(last)))
        else:
            cells = _soft_cells(source, target.shape, neutral, _DIM if thin == 1 else _FADED)
            for part in (near, far):
                _spread_out(cells, target.shape, part, CHROMA_CELL if thin == 2 else 1, target)
        target[y : y + down, x : x + across] = source


def _strips(plane: Plane, place: Fit, frame: tuple[int, int]) -> tuple[Plane, Plane]:
    """The edges of the film's `plane` at which the ground begins: left and right, or top and bottom."""
    beside = place.across < frame[0]
    deep = max(1, round(plane.shape[1 if beside else 0] * _STRIP))
    return (plane[:, :deep], plane[:, -deep:]) if beside else (plane[:deep], plane[-deep:])


def _soft_cells(source: Plane, size: tuple[int, ...], neutral: float, tone: float) -> NDArray[np.float32]:
    """The film's plane, enlarged to cover a frame's plane of `size` (rows, columns), as few dark cells."""
    down, across = source.shape
    # What covers the frame shows the middle of the film.
    scale = max(size[0] / down, size[1] / across)
    seen = (size[0] / scale, size[1] / scale)
    top, left = int((down - seen[0]) / 2), int((across - seen[1]) / 2)
    grid = [max(3, round(_CELLS * side / max(size))) for side in size]
    # One sample in a few is enough for the mean of a cell.
    step = max(1, int(min(seen) / max(grid) / _SAMPLES))
    part = source[top : top + int(seen[0]) : step, left : left + int(seen[1]) : step]
    rows, columns = (length // count for length, count in zip(part.shape, grid, strict=True))
    blocks = part[: rows * grid[0], : columns * grid[1]].reshape(grid[0], rows, grid[1], columns)
    means = blocks.mean(axis=(1, 3), dtype=np.float32)
    return np.asarray(neutral + (means - neutral) * np.float32(tone), np.float32)


def _spread_out(
    cells: NDArray[np.float32], size: tuple[int, ...], part: tuple[slice, slice], noise_cell: int, target: Plane
) -> None:
    """Write `part` of a plane of `size`, on which cells flow into each other, dithered so that no bands show."""
    rows, columns = size
    down = _shares(rows, cells.shape[0])[part[0]]
    across = np.ascontiguousarray(_shares(columns, cells.shape[1])[part[1]].T)
    if down.size and across.size:
        _flow(down, cells, across, _noise(rows, columns, noise_cell)[part], target[part])


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _flow(down, cells, across, noise, out):  # type: ignore[no-untyped-def]
    line = np.empty(out.shape[1], np.float32)
    for row in range(out.shape[0]):
        line[:] = noise[row]
        for cell in range(cells.shape[1]):
            tone = np.float32(0.0)
            for step in range(cells.shape[0]):
                tone += down[row, step] * cells[step, cell]
            for column in range(line.shape[0]):
                line[column] += tone * across[cell, column]
        for column in range(line.shape[0]):
            out[row, column] = np.uint8(line[column])


@lru_cache(maxsize=4)
def _noise(rows: int, columns: int, cell: int) -> NDArray[np.float32]:
    noise = dither(columns, cell)
    return np.tile(noise, (-(-rows // len(noise)), 1))[:rows]


@lru_cache(maxsize=8)
def _shares(length: int, cells: int) -> NDArray[np.float32]:
    """The share of each cell in each sample: a cubic B-spline, the smoothest curve of its width."""
    at = (np.arange(length) + 0.5) / length * cells - 0.5
    away = np.abs(at[:, None] - np.arange(-2, cells + 2)[None, :])
    share = np.where(away < 1, 2 / 3 - away**2 + away**3 / 2, np.where(away < 2, (2 - away) ** 3 / 6, 0.0))
    inside: NDArray[np.float64] = share[:, 2 : cells + 2].copy()
    # Beyond the edge the outermost cells go on.
    inside[:, 0] += share[:, :2].sum(axis=1)
    inside[:, -1] += share[:, cells + 2 :].sum(axis=1)
    return np.asarray(inside, np.float32)

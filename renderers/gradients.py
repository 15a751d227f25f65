"""Smooth pictures drawn small, enlarged into planar YUV 4:2:0 (BT.709, limited range) and dithered against banding.

Every inner loop runs along a row over neighbouring samples, so that the compiler turns it into vector instructions:
rows are widened once, and each row of the frame is a mix of two wide ones. Importing this module loads numba; only
workers do.
"""

from __future__ import annotations

from functools import lru_cache

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.layer import Planes

Canvas = NDArray[np.float32]
"""A picture drawn small: 3 × rows × columns, sRGB-encoded red, green and blue in 0..1."""
CHROMA_CELL = 4
"""Sides of a cell of chroma that shares one dither threshold: x264's chroma block. Finer dither of chroma is what the
encoder throws away first: at crf 19 bands come back as if there were none, while coding a moving gradient of 1080 rows
costs 18.4 instead of 10.6 ms a frame. Dither of whole blocks survives as their mean."""


_MATRIX = np.array(
    [
        [219 * 0.2126, 219 * 0.7152, 219 * 0.0722, 16],
        [-112 * 0.2126 / 0.9278, -112 * 0.7152 / 0.9278, 112, 128],
        [112, -112 * 0.7152 / 0.7874, -112 * 0.0722 / 0.7874, 128],
    ],
    np.float32,
)
"""From sRGB-encoded colours in 0..1 to Y, U and V in 8-bit video levels: ITU-R BT.709-6, sections 3 and 4."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _project(red, green, blue, weights, out):  # type: ignore[no-untyped-def]
    r, g, b, zero = weights[0], weights[1], weights[2], weights[3]
    for column in range(out.shape[0]):
        out[column] = r * red[column] + g * green[column] + b * blue[column] + zero


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def double_line(line, wide):  # type: ignore[no-untyped-def]
    """Enlarge `line` bilinearly to twice its length in `wide` (both float32)."""
    last = line.shape[0] - 1
    near, far = np.float32(0.75), np.float32(0.25)
    for column in range(last):
        wide[2 * column + 1] = near * line[column] + far * line[column + 1]
        wide[2 * column + 2] = far * line[column] + near * line[column + 1]
    wide[0] = line[0]
    wide[2 * last + 1] = line[last]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _triple_line(line, wide):  # type: ignore[no-untyped-def]
    last = line.shape[0] - 1
    near, far = np.float32(2 / 3), np.float32(1 / 3)
    for column in range(last):
        wide[3 * column + 1] = line[column]
        wide[3 * column + 2] = near * line[column] + far * line[column + 1]
        wide[3 * column + 3] = far * line[column] + near * line[column + 1]
    wide[0] = line[0]
    wide[3 * last + 1] = wide[3 * last + 2] = line[last]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _factors(columns, width):  # type: ignore[no-untyped-def]
    """How often a line is doubled and tripled to become `width` long; -1 where that does not lead there."""
    twice = thrice = 0
    while columns < width and width % 2 == 0 and (width // 2) % columns == 0:
        width //= 2
        twice += 1
    while columns < width and width % 3 == 0 and (width // 3) % columns == 0:
        width //= 3
        thrice += 1
    return (twice, thrice) if width == columns else (-1, -1)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _widen(line, index, share, factors, work, wide):  # type: ignore[no-untyped-def]
    """Enlarge a line to the length of `wide`, by `factors` where there are any: that goes without looking places up."""
    twice, thrice = factors
    if twice < 0:
        for column in range(wide.shape[0]):
            left = line[index[column]]
            wide[column] = left + (line[index[column] + 1] - left) * share[column]
        return
    steps = twice + thrice
    if steps == 0:
        for column in range(wide.shape[0]):
            wide[column] = line[column]
    for step in range(steps):
        longer = line.shape[0] * (3 if step < thrice else 2)
        out = wide if step == steps - 1 else work[step & 1, :longer]
        if step < thrice:
            _triple_line(line, out)
        else:
            double_line(line, out)
        line = out


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _mix(upper, lower, part, noise, out):  # type: ignore[no-untyped-def]
    for column in range(out.shape[0]):
        value = upper[column] + (lower[column] - upper[column]) * part + noise[column]
        out[column] = np.uint8(np.int32(value))


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _write_rows(plane, row, source, rows, upper, lower, noise):  # type: ignore[no-untyped-def]
    """Write the rows of `plane` from `row` on that lie before row `source + 1` of the canvas; returns the one after."""
    step = np.float32(rows) / np.float32(plane.shape[0])
    while row < plane.shape[0]:
        at = min(max((row + np.float32(0.5)) * step - np.float32(0.5), np.float32(0.0)), np.float32(rows - 1))
        if at >= source + 1 and source < rows - 2:
            break
        _mix(upper, lower, np.float32(at - source), noise[row % noise.shape[0]], plane[row])
        row += 1
    return row


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _fill(rgb, matrix, y, u, v, luma_noise, chroma_noise, luma_places, chroma_places):  # type: ignore[no-untyped-def]
    """Row by row, so that all that is worked on stays near the processor."""
    rows, columns = rgb.shape[1], rgb.shape[2]
    line, work = np.empty(columns, np.float32), np.empty((2, y.shape[1]), np.float32)
    luma_factors, chroma_factors = _factors(columns, y.shape[1]), _factors(columns, u.shape[1])
    luma, chroma = np.empty((2, y.shape[1]), np.float32), np.empty((2, 2, u.shape[1]), np.float32)
    at_y = at_u = at_v = 0
    for row in range(rows):
        above, here = (row + 1) & 1, row & 1
        red, green, blue = rgb[0, row], rgb[1, row], rgb[2, row]
        _project(red, green, blue, matrix[0], line)
        _widen(line, luma_places[0], luma_places[1], luma_factors, work, luma[here])
        for channel in range(2):
            _project(red, green, blue, matrix[1 + channel], line)
            _widen(line, chroma_places[0], chroma_places[1], chroma_factors, work, chroma[channel, here])
        if row:
            at_y = _write_rows(y, at_y, row - 1, rows, luma[above], luma[here], luma_noise)
            at_u = _write_rows(u, at_u, row - 1, rows, chroma[0, above], chroma[0, here], chroma_noise)
            at_v = _write_rows(v, at_v, row - 1, rows, chroma[1, above], chroma[1, here], chroma_noise)


@lru_cache(maxsize=8)
def _places(columns: int, width: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """For each of `width` columns the one of `columns` to its left, and the share of the one after that."""
    at = np.clip((np.arange(width) + 0.5) * (columns / width) - 0.5, 0, columns - 1)
    first = np.minimum(at.astype(np.int32), columns - 2)
    return first, (at - first).astype(np.float32)


@lru_cache(maxsize=1)
def _scattered(side: int = 16) -> NDArray[np.int64]:
    """The numbers from 0 to `side`² - 1 in a square that repeats without a seam, each far from those near it in value.

    After Ulichney, "The void-and-cluster method for dither array generation" (1993): each number goes into the largest
    void that the smaller ones leave. A little chance at the start keeps them from falling into a lattice.
    """
    away = np.minimum(np.arange(side), side - np.arange(side))
    bump = np.exp(-(away[:, None] ** 2 + away[None, :] ** 2) / (2 * 1.5**2))
    energy = np.random.default_rng(1).uniform(0, 0.05, (side, side))
    order = np.zeros((side, side), np.int64)
    for number in range(side * side):
        row, column = divmod(int(energy.argmin()), side)
        order[row, column] = number
        energy += np.roll(bump, (row, column), (0, 1))
        energy[row, column] = np.inf
    return order


@lru_cache(maxsize=8)
def dither(width: int, cell: int = 1) -> NDArray[np.float32]:
    """Dither thresholds in 0..1, `width` wide, which repeat downwards; `cell` samples each way share one.

    Ordered dither of 4 × 4 (Bayer 1973), still from frame to frame. It has the encoder's own grid, so each tone between
    two levels is one pattern of few coefficients: at crf 19 a slow gradient strays from its true ramp half as far as
    with noise that has no such order. Cells are large enough to be seen as stripes in such a pattern, and theirs is
    scattered.
    """
    if cell > 1:
        order = _scattered()
    else:
        quarter = np.array([[0, 2], [3, 1]])
        order = np.kron(np.ones((2, 2), int), 4 * quarter) + np.kron(quarter, np.ones((2, 2), int))
    noise = ((order + 0.5) / order.size).astype(np.float32).repeat(cell, 0).repeat(cell, 1)
    return np.ascontiguousarray(np.tile(noise, (1, -(-width // noise.shape[1])))[:, :width])


def fill_smooth(rgb: Canvas, planes: Planes) -> None:
    """Write a low-resolution picture into `planes`, enlarged bilinearly and dithered so that gradients show no bands.

    `rgb` is 3 × height × width (at least 2 × 2 pixels), sRGB-encoded in 0..1.
    """
    columns, width = rgb.shape[2], planes.y.shape[1]
    _fill(
        rgb,
        _MATRIX,
        planes.y,
        planes.u,
        planes.v,
        dither(width),
        dither(width // 2, CHROMA_CELL),
        _places(columns, width),
        _places(columns, width // 2),
    )

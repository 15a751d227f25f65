"""What transitions do to planes: smear them across, uncover one from behind another, enlarge them.

Importing this module loads numba; only workers do.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import int32, uint8
from numpy.typing import NDArray

from renderers.layer import Planes


@numba.njit(cache=True, nogil=True, boundscheck=False)
def smear(plane, out, reach):  # type: ignore[no-untyped-def]
    """Write into `out` the mean of each row over `reach` samples to either side; edges are repeated."""
    rows, columns = plane.shape
    count = 2 * reach + 1
    factor, half = int32(16777216 // count), int32(8388608)
    for row in range(rows):
        line, to = plane[row], out[row]
        total = int32(line[0]) * int32(reach)
        for column in range(reach):
            total += int32(line[min(column, columns - 1)])
        for column in range(columns):
            total += int32(line[min(column + reach, columns - 1)])
            to[column] = uint8((np.int64(total) * factor + half) >> 24)
            total -= int32(line[max(column - reach, 0)])


def reaches_of(times: NDArray[np.float32]) -> NDArray[np.float32]:
    """For every row and block of columns the earliest and the latest time: most blocks lie wholly on one side."""
    rows, columns = times.shape
    blocks = -(-columns // _BLOCK)
    padded = np.pad(times, ((0, 0), (0, blocks * _BLOCK - columns)), mode="edge").reshape(rows, blocks, _BLOCK)
    return np.ascontiguousarray(np.stack([padded.min(2), padded.max(2)], 2))


_BLOCK = 64
"""Columns that are looked at together."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _side(reaches, row, block, at, soft, band):  # type: ignore[no-untyped-def]
    if reaches[row, block, 1] <= at - soft - band:
        return 1
    return 0 if reaches[row, block, 0] >= at + soft else 2


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _copy(source, to):  # type: ignore[no-untyped-def]
    for column in range(to.shape[0]):
        to[column] = source[column]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _edge(under, over, to, times, at, soft, band, stripes):  # type: ignore[no-untyped-def]
    """One picture, the two stripes of the band and the other picture, with edges of about a pixel in between."""
    half, nil, one = np.float32(0.5), np.float32(0), np.float32(1)
    sharp = half / soft
    inner = band * np.float32(0.3)
    first, second = stripes[1], stripes[0]
    banded = one if band > nil else nil
    for column in range(to.shape[0]):
        away = at - times[column]
        lead = min(max(away * sharp + half, nil), one)
        middle = min(max((away - inner) * sharp + half, nil), one)
        trail = min(max((away - band) * sharp + half, nil), one)
        below, above = np.float32(under[column]), np.float32(over[column])
        stripe = first + (second - first) * middle
        value = below + (stripe - below) * lead * banded
        value += (above - value) * trail
        to[column] = uint8(int32(value + half))


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def uncover(below, above, out, times, reaches, at, soft, band, stripes):  # type: ignore[no-untyped-def]
    """Neighbouring blocks on one side of the band are written in one run."""
    rows, columns = out.shape
    blocks = reaches.shape[1]
    for row in range(rows):
        block = 0
        while block < blocks:
            side, first = _side(reaches, row, block, at, soft, band), block * 64
            block += 1
            while block < blocks and _side(reaches, row, block, at, soft, band) == side:
                block += 1
            last = min(columns, block * 64)
            if side == 2:
                _edge(below[row, first:last], above[row, first:last], out[row, first:last], times[row, first:last],
                      at, soft, band, stripes)  # fmt: skip
            else:
                _copy(above[row, first:last] if side == 1 else below[row, first:last], out[row, first:last])


def enlarge(picture: Planes, out: Planes, factor: float) -> None:
    """Write `picture`, enlarged about its middle by `factor` (at least 1), into `out`."""
    for plane, to in ((picture.y, out.y), (picture.u, out.u), (picture.v, out.v)):
        rows, columns = (_taps(count, factor) for count in plane.shape)
        _resample(plane, to, *rows, *columns, np.empty((2, plane.shape[1]), np.int32))


def _taps(count: int, factor: float) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """For each of `count` samples the one before its place in the picture, and the weight of the one after, 0..256."""
    at = np.clip((np.arange(count) + 0.5 - count / 2) / factor + count / 2 - 0.5, 0, count - 1)
    first = np.minimum(at.astype(np.int32), count - 2)
    return first, np.rint(256 * (at - first)).astype(np.int32)


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _stretch(source, columns, shares, line):  # type: ignore[no-untyped-def]
    for column in range(line.shape[0]):
        at, share = columns[column], shares[column]
        line[column] = int32(source[at]) * (int32(256) - share) + int32(source[at + 1]) * share


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _between(upper, lower, low, to):  # type: ignore[no-untyped-def]
    high = int32(256) - low
    for column in range(to.shape[0]):
        to[column] = uint8((upper[column] * high + lower[column] * low + int32(32768)) >> int32(16))


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _resample(plane, out, rows, row_shares, columns, shares, lines):  # type: ignore[no-untyped-def]
    """Each row of the picture is stretched once; `lines` holds the two that were stretched last."""
    held = -2
    for row in range(out.shape[0]):
        first = rows[row]
        if first != held:
            if first != held + 1:
                _stretch(plane[first], columns, shares, lines[first & 1])
            _stretch(plane[first + 1], columns, shares, lines[(first + 1) & 1])
            held = first
        _between(lines[first & 1], lines[(first + 1) & 1], int32(row_shares[row]), out[row])

"""The person of a photo laid over what is behind, through a smooth map, straight into planar YUV 4:2:0."""

from __future__ import annotations

import numba
import numpy as np
from numba import float32, uint8
from numpy.typing import NDArray

from renderers.avatar.photo.sampling import cubic, linear

_CELL = 16


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def lay_person(sy, su, sv, alpha, solid, gx, gy, spans, edge, by, bu, bv, oy, ou, ov):  # type: ignore[no-untyped-def]
    """Write the person of the planes `s` (4:4:4, with `alpha`), over the planes `b`, into `o` (both 4:2:0).

    The planes `s` begin `edge` pixels (a multiple of 16) left of and above the others. `gx` and `gy` say for each node,
    16 pixels from the next, where it is taken from; `solid` for each cell between them whether it and its neighbours
    are nothing but person; `spans` for each pair of rows from which column to which anything can be seen.
    """
    tick, step, nil = float32(0.5), float32(1.0 / _CELL), float32(0)
    byte = float32(1.0 / 255.0)
    shift = float32(edge)
    for k in range(spans.shape[0]):
        first, last = spans[k, 0], spans[k, 1]
        for cell in range(first // _CELL, (last + _CELL - 1) // _CELL):
            begin, end = max(first, cell * _CELL), min(last, cell * _CELL + _CELL)
            i = cell + edge // _CELL
            # Along a row of a cell the map is a line.
            v = (float32(2 * k) + shift + tick) * step
            j = int(v)
            t = v - float32(j)
            ax = gx[j, i] + t * (gx[j + 1, i] - gx[j, i])
            ay = gy[j, i] + t * (gy[j + 1, i] - gy[j, i])
            bx = gx[j, i + 1] + t * (gx[j + 1, i + 1] - gx[j, i + 1])
            by_ = gy[j, i + 1] + t * (gy[j + 1, i + 1] - gy[j, i + 1])
            down_x = (gx[j + 1, i] - gx[j, i]) * step * tick
            down_y = (gy[j + 1, i] - gy[j, i]) * step * tick
            run_x, run_y = (bx - ax) * step, (by_ - ay) * step
            cx, cy = int(ax * step), int(ay * step)
            inside = 0 <= cy < solid.shape[0] and 0 <= cx < solid.shape[1] and solid[cy, cx] > 0
            upright = abs(ax - shift - float32(cell * _CELL)) < float32(0.004) and abs(
                bx - shift - float32(cell * _CELL + _CELL)
            ) < float32(0.004)
            for row in range(2):
                y = 2 * k + row
                side = float32(2 * row - 1)
                left_x, left_y = ax + side * down_x, ay + side * down_y
                if inside and upright:
                    for x in range(begin, end):
                        fy = left_y + run_y * float32(x - cell * _CELL)
                        oy[y, x] = uint8(_upright(sy, x + edge, fy) + tick)
                elif inside:
                    for x in range(begin, end):
                        away = float32(x - cell * _CELL)
                        oy[y, x] = uint8(cubic(sy, left_x + run_x * away, left_y + run_y * away) + tick)
                else:
                    for x in range(begin, end):
                        away = float32(x - cell * _CELL)
                        fx, fy = left_x + run_x * away, left_y + run_y * away
                        a = linear(alpha, fx, fy)
                        behind = float32(by[y, x])
                        if a > tick:
                            behind += (cubic(sy, fx, fy) - behind) * a * byte
                        oy[y, x] = uint8(behind + tick)
            for x in range(begin, end, 2):
                away = float32(x - cell * _CELL) + tick
                fx, fy = ax + run_x * away, ay + run_y * away
                a = float32(255)
                if not inside:
                    a = linear(alpha, fx, fy)
                share = a * byte
                half = x // 2
                u_behind, v_behind = float32(bu[k, half]), float32(bv[k, half])
                if a > nil:
                    u_behind += (linear(su, fx, fy) - u_behind) * share
                    v_behind += (linear(sv, fx, fy) - v_behind) * share
                ou[k, half] = uint8(u_behind + tick)
                ov[k, half] = uint8(v_behind + tick)


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def _upright(plane, x, y):  # type: ignore[no-untyped-def]
    """`cubic` at a whole `x`."""
    y = min(max(y, float32(1.0)), float32(plane.shape[0] - 2.001))
    top = int(y)
    t = y - float32(top)
    half = float32(0.5)
    b0 = half * t * (-float32(1) + t * (float32(2) - t))
    b1 = half * (float32(2) + t * t * (float32(3) * t - float32(5)))
    b2 = half * t * (float32(1) + t * (float32(4) - float32(3) * t))
    b3 = half * t * t * (t - float32(1))
    found = b0 * plane[top - 1, x] + b1 * plane[top, x] + b2 * plane[top + 1, x] + b3 * plane[top + 2, x]
    return min(max(found, float32(0)), float32(255))


def find_solid(alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """For each cell of 16 × 16 pixels whether `alpha` is full in it and in all cells about it."""
    rows, columns = -(-alpha.shape[0] // _CELL), -(-alpha.shape[1] // _CELL)
    full = np.zeros((rows * _CELL, columns * _CELL), bool)
    full[: alpha.shape[0], : alpha.shape[1]] = alpha == 255
    cells = np.pad(full.reshape(rows, _CELL, columns, _CELL).all(axis=(1, 3)), 1)
    about = [cells[1 + y : 1 + y + rows, 1 + x : 1 + x + columns] for y in (-1, 0, 1) for x in (-1, 0, 1)]
    return np.ascontiguousarray(np.logical_and.reduce(about).astype(np.uint8))


@numba.njit(cache=True, nogil=True, boundscheck=False)
def find_reach(alpha, edge, reach, rows, columns):  # type: ignore[no-untyped-def]
    """For each pair of rows, from which even column to which there is anything of `alpha` within `reach` pixels."""
    spans = np.zeros((rows // 2, 2), np.int32)
    for k in range(rows // 2):
        low, high = columns, 0
        for y in range(max(2 * k + edge - reach, 0), min(2 * k + 2 + edge + reach, alpha.shape[0])):
            for x in range(alpha.shape[1]):
                if alpha[y, x] > 0:
                    low = min(low, x - edge - reach)
                    break
            for x in range(alpha.shape[1] - 1, -1, -1):
                if alpha[y, x] > 0:
                    high = max(high, x - edge + reach + 1)
                    break
        low, high = max(low, 0) // 2 * 2, min(-(-high // 2) * 2, columns)
        if low < high:
            spans[k, 0], spans[k, 1] = low, high
    return spans

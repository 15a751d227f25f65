"""The person of a photo laid over what is behind, through a smooth map, straight into planar YUV 4:2:0."""

from __future__ import annotations

import numba
import numpy as np
from numba import float32, uint8
from numpy.typing import NDArray

from renderers.avatar.photo.sampling import cubic, linear

_CELL = 16
SOLID, EMPTY = 1, 2
"""Cells in which there is nothing but person, and nothing of the person."""


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def lay_person(sy, su, sv, alpha, solid, gx, gy, spans, edge, by, bu, bv, oy, ou, ov):  # type: ignore[no-untyped-def]
    """Write the person of the planes `s` (4:4:4, with `alpha`), over the planes `b`, into `o` (both 4:2:0).

    The planes `s` begin `edge` pixels (a multiple of 16) left of and above the others. `gx` and `gy` say for each node,
    16 pixels from the next, where it is taken from; `solid` for each cell between them whether it and its neighbours
    are nothing but person (`SOLID`), or nothing of the person at all (`EMPTY`); `spans` for each pair of rows from
    which column to which anything can be seen.
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
            known = 0 <= cy < solid.shape[0] and 0 <= cx < solid.shape[1]
            if known and solid[cy, cx] == EMPTY:
                for x in range(begin, end):
                    oy[2 * k, x], oy[2 * k + 1, x] = by[2 * k, x], by[2 * k + 1, x]
                for half in range(begin // 2, end // 2):
                    ou[k, half], ov[k, half] = bu[k, half], bv[k, half]
                continue
            inside = known and solid[cy, cx] == SOLID
            upright = abs(ax - shift - float32(cell * _CELL)) < float32(0.004) and abs(
                bx - shift - float32(cell * _CELL + _CELL)
            ) < float32(0.004)
            for row in range(2):
                y = 2 * k + row
                side = float32(2 * row - 1)
                left_x, left_y = ax + side * down_x, ay + side * down_y
                away = float32(begin - cell * _CELL)
                if inside and upright:
                    for x in range(begin, end):
                        fy = left_y + run_y * float32(x - cell * _CELL)
                        oy[y, x] = uint8(_upright(sy, x + edge, fy) + tick)
                elif inside:
                    _lay_run(sy, left_x + run_x * away, left_y + run_y * away, run_x, run_y, oy[y, begin:end])
                else:
                    _lay_run(sy, left_x + run_x * away, left_y + run_y * away, run_x, run_y, oy[y, begin:end])
                    for x in range(begin, end):
                        away = float32(x - cell * _CELL)
                        a = linear(alpha, left_x + run_x * away, left_y + run_y * away)
                        behind = float32(by[y, x])
                        oy[y, x] = uint8(behind + (float32(oy[y, x]) - behind) * a * byte + tick)
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


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def _lay_run(plane, x, y, run_x, run_y, out):  # type: ignore[no-untyped-def]
    """Write `cubic` at (x, y), (x + run_x, y + run_y) and so on into `out`.

    As far as the samples about each place lie one beside the other, as those of places a pixel apart mostly do, many
    are taken at once.
    """
    rows, columns = plane.shape
    one, two, three, four, five = float32(1), float32(2), float32(3), float32(4), float32(5)
    half, nil, most = float32(0.5), float32(0), float32(255)
    count, at = len(out), 0
    while at < count:
        fx, fy = x + run_x * float32(at), y + run_y * float32(at)
        left, top = int(np.floor(fx)), int(np.floor(fy))
        s, t = fx - float32(left), fy - float32(top)
        drift, sink = run_x - one, run_y
        room = float32(count - at)
        if drift > nil:
            room = min(room, (one - s) / drift)
        elif drift < nil:
            room = min(room, s / -drift)
        if sink > nil:
            room = min(room, (one - t) / sink)
        elif sink < nil:
            room = min(room, t / -sink)
        until = min(at + max(int(room), 1), count)
        if top < 1 or top > rows - 3 or left < 1 or left + (until - at) > columns - 3:
            out[at] = uint8(cubic(plane, fx, fy) + half)
            at += 1
            continue
        first = left - 1 - at
        # Slices that begin at the run: indices that are never below nothing let many pixels be done at once.
        r0, r1 = plane[top - 1, first + at :], plane[top, first + at :]
        r2, r3, run = plane[top + 1, first + at :], plane[top + 2, first + at :], out[at:until]
        for k in range(len(run)):
            way = float32(k)
            u, v = s + drift * way, t + sink * way
            a0, a1 = u * (-one + u * (two - u)), two + u * u * (three * u - five)
            a2, a3 = u * (one + u * (four - three * u)), u * u * (u - one)
            b0, b1 = v * (-one + v * (two - v)), two + v * v * (three * v - five)
            b2, b3 = v * (one + v * (four - three * v)), v * v * (v - one)
            found = (
                b0 * (a0 * float32(r0[k]) + a1 * float32(r0[k + 1]) + a2 * float32(r0[k + 2]) + a3 * float32(r0[k + 3]))
                + b1
                * (a0 * float32(r1[k]) + a1 * float32(r1[k + 1]) + a2 * float32(r1[k + 2]) + a3 * float32(r1[k + 3]))
                + b2
                * (a0 * float32(r2[k]) + a1 * float32(r2[k + 1]) + a2 * float32(r2[k + 2]) + a3 * float32(r2[k + 3]))
                + b3
                * (a0 * float32(r3[k]) + a1 * float32(r3[k + 1]) + a2 * float32(r3[k + 2]) + a3 * float32(r3[k + 3]))
            )
            # Both sets of weights are doubled.
            run[k] = uint8(min(max(found * float32(0.25), nil), most) + half)
        at = until


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


def find_solid(least: NDArray[np.uint8], most: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """For each cell of 16 × 16 pixels `SOLID` where `least` is full in it and in all cells about it, `EMPTY` where
    `most` is nothing there, and 0 else: between them is what alpha can ever be.
    """
    rows, columns = -(-least.shape[0] // _CELL), -(-least.shape[1] // _CELL)

    def everywhere(met: NDArray[np.bool_], *, outside: bool) -> NDArray[np.bool_]:
        whole = np.full((rows * _CELL, columns * _CELL), outside)
        whole[: met.shape[0], : met.shape[1]] = met
        cells = np.pad(whole.reshape(rows, _CELL, columns, _CELL).all(axis=(1, 3)), 1, constant_values=outside)
        about = [cells[1 + y : 1 + y + rows, 1 + x : 1 + x + columns] for y in (-1, 0, 1) for x in (-1, 0, 1)]
        return np.asarray(np.logical_and.reduce(about))

    found = np.where(everywhere(least == 255, outside=False), SOLID, 0)
    found = np.where(everywhere(most == 0, outside=True), EMPTY, found)
    return np.ascontiguousarray(found.astype(np.uint8))


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

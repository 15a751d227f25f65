"""The person of a photo laid over what is behind, through a smooth map, straight into planar YUV 4:2:0."""

from __future__ import annotations

import numba
import numpy as np
from numba import float32, int32, uint8
from numpy.typing import NDArray

from renderers.avatar.photo.sampling import take_cubic, take_linear

_CELL = 16
SOLID, EMPTY = 1, 2
"""Cells in which there is nothing but person, and nothing of the person."""


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def lay_person(sy, su, sv, alpha, columns, solid, gx, gy, spans, edge, by, bu, bv, oy, ou, ov):  # type: ignore[no-untyped-def]
    """Write the person of the planes `s` (4:4:4, with `alpha`), over the planes `b`, into `o` (both 4:2:0).

    `s` and `alpha` are `quads` of planes of so many `columns`, which begin `edge` pixels (a multiple of 16) left of and
    above the others. `gx` and `gy` say for each node, 16 pixels from the next, where it is taken from; `solid` for each
    cell between them whether it and its neighbours are nothing but person (`SOLID`), or nothing of the person at all
    (`EMPTY`); `spans` for each pair of rows from which column to which anything can be seen.
    """
    tick, step, byte = float32(0.5), float32(1.0 / _CELL), float32(1.0 / 255.0)
    shift = float32(edge)
    cells = oy.shape[1] // _CELL + 1
    wide = cells * _CELL
    kinds = np.empty(cells, np.uint8)
    # Where each pixel of two rows comes from, and each pair's colour.
    xs, ys = np.empty((2, wide), np.float32), np.empty((2, wide), np.float32)
    cx, cy = np.empty(wide // 2, np.float32), np.empty(wide // 2, np.float32)
    at, held = np.empty(wide, np.uint32), np.empty((4, wide), np.uint32)
    us, vs, covers = np.empty(wide, np.float32), np.empty(wide, np.float32), np.empty((2, wide), np.float32)
    for k in range(spans.shape[0]):
        first, last = spans[k, 0], spans[k, 1]
        if first >= last:
            continue
        begin_cell, end_cell = first // _CELL, (last + _CELL - 1) // _CELL
        v = (float32(2 * k) + shift + tick) * step
        j = int(v)
        t = v - float32(j)
        for cell in range(begin_cell, end_cell):
            i = cell + edge // _CELL
            # Along a row of a cell the map is a line.
            ax = gx[j, i] + t * (gx[j + 1, i] - gx[j, i])
            ay = gy[j, i] + t * (gy[j + 1, i] - gy[j, i])
            run_x = (gx[j, i + 1] + t * (gx[j + 1, i + 1] - gx[j, i + 1]) - ax) * step
            run_y = (gy[j, i + 1] + t * (gy[j + 1, i + 1] - gy[j, i + 1]) - ay) * step
            node_x, node_y = int(ax * step), int(ay * step)
            kinds[cell] = 0
            if 0 <= node_y < solid.shape[0] and 0 <= node_x < solid.shape[1]:
                kinds[cell] = solid[node_y, node_x]
            if kinds[cell] == EMPTY:
                continue
            down_x = (gx[j + 1, i] - gx[j, i]) * step * tick
            down_y = (gy[j + 1, i] - gy[j, i]) * step * tick
            base = cell * _CELL
            for n in range(_CELL):
                way = float32(n)
                xs[0, base + n], ys[0, base + n] = ax - down_x + run_x * way, ay - down_y + run_y * way
                xs[1, base + n], ys[1, base + n] = ax + down_x + run_x * way, ay + down_y + run_y * way
            for n in range(_CELL // 2):
                # A sample of the colours is already the mean of four pixels, of which it is the upper left one's.
                way = float32(2 * n) + tick
                cx[base // 2 + n], cy[base // 2 + n] = ax + run_x * way - tick, ay + run_y * way - tick
        cell = begin_cell
        while cell < end_cell:
            began, nothing = cell, kinds[cell] == EMPTY
            while cell < end_cell and (kinds[cell] == EMPTY) == nothing:
                cell += 1
            begin, end = max(first, began * _CELL), min(last, cell * _CELL)
            left, right = begin // 2, end // 2
            if nothing:
                for row in range(2 * k, 2 * k + 2):
                    oy[row, begin:end] = by[row, begin:end]
                ou[k, left:right], ov[k, left:right] = bu[k, left:right], bv[k, left:right]
                continue
            for row in range(2):
                take_cubic(sy, columns, xs[row, begin:end], ys[row, begin:end], at, held, oy[2 * k + row, begin:end])
            take_linear(su, columns, cx[left:right], cy[left:right], at, held, us[left:right])
            take_linear(sv, columns, cx[left:right], cy[left:right], at, held, vs[left:right])
            for n in range(left, right):
                ou[k, n], ov[k, n] = uint8(int32(us[n] + tick)), uint8(int32(vs[n] + tick))
            while began < cell:
                start = began
                while began < cell and kinds[began] != SOLID:
                    began += 1
                if start == began:
                    began += 1
                    continue
                begin, end = max(first, start * _CELL), min(last, began * _CELL)
                for row in range(2):
                    share, line = covers[row, begin:end], oy[2 * k + row, begin:end]
                    take_linear(alpha, columns, xs[row, begin:end], ys[row, begin:end], at, held, share)
                    under = by[2 * k + row, begin:end]
                    for n in range(end - begin):
                        behind = float32(under[n])
                        line[n] = uint8(int32(behind + (float32(line[n]) - behind) * share[n] * byte + tick))
                for n in range(begin // 2, end // 2):
                    mean = covers[0, 2 * n] + covers[0, 2 * n + 1] + covers[1, 2 * n] + covers[1, 2 * n + 1]
                    some = mean * byte * float32(0.25)
                    u_behind, v_behind = float32(bu[k, n]), float32(bv[k, n])
                    ou[k, n] = uint8(int32(u_behind + (us[n] - u_behind) * some + tick))
                    ov[k, n] = uint8(int32(v_behind + (vs[n] - v_behind) * some + tick))


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

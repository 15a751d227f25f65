"""Where the points of a bent cut-out are seen, tile by tile. Importing this module loads numba."""

from __future__ import annotations

import numba
import numpy as np

from renderers.planes import _C0, _UB, _UG, _UR, _VB, _VG, _VR, _Y0, _YB, _YG, _YR

TILE = 16
"""Side of a tile in pixels. Within a tile the bend is interpolated from its corners."""
CELL = 4
"""Side of the squares of a cut-out's pixels for which is known whether they are empty or solid."""
EMPTY, MIXED, SOLID = 0, 1, 2

_STEPS = 3
"""Rounds of the search for what is seen at a corner; each makes the error at least four times smaller."""
_CLOSE = 0.04
"""How near (pixels) a round must come to the one before for the search to end."""


@numba.njit(cache=True, nogil=True, boundscheck=False)
def spread(pixels, luma, alpha, chroma, cover):  # type: ignore[no-untyped-def]
    """Write premultiplied BGRA as luma, alpha, and at half size both chromas by turns and their alpha, twice each.

    Sides are even; `chroma` and `cover` are half as high as the others and as wide.
    """
    for row in range(0, pixels.shape[0], 2):
        for column in range(0, pixels.shape[1], 2):
            seen = red = green = blue = np.int32(0)
            for i in range(2):
                for j in range(2):
                    a = np.int32(pixels[row + i, column + j, 3])
                    b = np.int32(pixels[row + i, column + j, 0])
                    g = np.int32(pixels[row + i, column + j, 1])
                    r = np.int32(pixels[row + i, column + j, 2])
                    luma[row + i, column + j] = (_YR * r + _YG * g + _YB * b + _Y0 * a + 32768) >> 16
                    alpha[row + i, column + j] = a
                    seen += a
                    red += r
                    green += g
                    blue += b
            chroma[row // 2, column] = (_UR * red + _UG * green + _UB * blue + _C0 * seen + 131072) >> 18
            chroma[row // 2, column + 1] = (_VR * red + _VG * green + _VB * blue + _C0 * seen + 131072) >> 18
            cover[row // 2, column] = cover[row // 2, column + 1] = (seen + 2) >> 2


@numba.njit(cache=True, nogil=True, boundscheck=False)
def settle(fields, ranges, grid, bounds, pulls, matrix, left, top, nodes, tiles):  # type: ignore[no-untyped-def]
    """Find which point of a part is seen at every corner of the tiles it may reach, and the range of those tiles.

    A point p of the part (units) is seen at `matrix` p + sum of fields[k](p) × pulls[k], in pixels. `fields` is
    k × rows × columns over `grid` (left, top, step), `ranges` holds their least and greatest values; the part lies
    within `bounds` (left, top, right, bottom). `nodes` gets points for the corners of tiles that start at (left, top);
    `tiles` the first and last row and column.
    """
    a, b, c, d, e, f = matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]
    count, rows, columns = fields.shape
    bend_x, bend_y = np.zeros((rows, columns), np.float32), np.zeros((rows, columns), np.float32)
    low_x = low_y = high_x = high_y = np.float32(0)
    for k in range(count):
        pull_x, pull_y = pulls[k, 0], pulls[k, 1]
        low_x += min(ranges[k, 0] * pull_x, ranges[k, 1] * pull_x)
        high_x += max(ranges[k, 0] * pull_x, ranges[k, 1] * pull_x)
        low_y += min(ranges[k, 0] * pull_y, ranges[k, 1] * pull_y)
        high_y += max(ranges[k, 0] * pull_y, ranges[k, 1] * pull_y)
        for i in range(rows):
            field, to_x, to_y = fields[k, i], bend_x[i], bend_y[i]
            for j in range(columns):
                to_x[j] += field[j] * pull_x
                to_y[j] += field[j] * pull_y
    x0 = y0 = np.float64(1e9)
    x1 = y1 = np.float64(-1e9)
    for corner in range(4):
        x, y = bounds[2 * (corner & 1)], bounds[1 + 2 * (corner >> 1)]
        seen_x, seen_y = a * x + c * y + e, b * x + d * y + f
        x0, x1 = min(x0, seen_x + low_x), max(x1, seen_x + high_x)
        y0, y1 = min(y0, seen_y + low_y), max(y1, seen_y + high_y)
    first_row = min(max(int(np.floor((y0 - top) / TILE)), 0), nodes.shape[0] - 1)
    last_row = min(max(int(np.ceil((y1 - top) / TILE)), 0), nodes.shape[0] - 1)
    first_column = min(max(int(np.floor((x0 - left) / TILE)), 0), nodes.shape[1] - 1)
    last_column = min(max(int(np.ceil((x1 - left) / TILE)), 0), nodes.shape[1] - 1)
    tiles[0], tiles[1], tiles[2], tiles[3] = first_row, last_row, first_column, last_column
    if first_row >= last_row or first_column >= last_column:
        return
    # Nothing pulls at most parts on most frames, and what is not bent need not be searched for.
    bent = low_x != 0 or high_x != 0 or low_y != 0 or high_y != 0
    over = 1.0 / (a * d - b * c)
    ia, ib, ic, id_ = d * over, -b * over, -c * over, a * over
    finer = 1.0 / grid[2]
    for i in range(first_row, last_row + 1):
        # The search begins with what was found for the corner before.
        bent_x, bent_y = (low_x + high_x) / 2.0, (low_y + high_y) / 2.0
        for j in range(first_column, last_column + 1):
            seen_x, seen_y = left + j * TILE - e, top + i * TILE - f
            x, y = ia * seen_x + ic * seen_y, ib * seen_x + id_ * seen_y
            if bent:
                for _ in range(_STEPS if j > first_column else 2 * _STEPS):
                    gone_x, gone_y = seen_x - bent_x, seen_y - bent_y
                    x, y = ia * gone_x + ic * gone_y, ib * gone_x + id_ * gone_y
                    at_x = min(max((x - grid[0]) * finer, 0.0), columns - 1.001)
                    at_y = min(max((y - grid[1]) * finer, 0.0), rows - 1.001)
                    m, n = int(at_y), int(at_x)
                    px, py = at_x - n, at_y - m
                    w00, w01, w10, w11 = (1 - px) * (1 - py), px * (1 - py), (1 - px) * py, px * py
                    before_x, before_y = bent_x, bent_y
                    bent_x = w00 * bend_x[m, n] + w01 * bend_x[m, n + 1]
                    bent_x += w10 * bend_x[m + 1, n] + w11 * bend_x[m + 1, n + 1]
                    bent_y = w00 * bend_y[m, n] + w01 * bend_y[m, n + 1]
                    bent_y += w10 * bend_y[m + 1, n] + w11 * bend_y[m + 1, n + 1]
                    if abs(bent_x - before_x) + abs(bent_y - before_y) < _CLOSE:
                        break
            nodes[i, j, 0], nodes[i, j, 1] = x, y


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _state(cells, cut, nodes, i, j):  # type: ignore[no-untyped-def]
    """Whether a cut-out is empty, mixed or solid in tile (i, j); `cells` counts filled and solid cells up to each."""
    x0 = min(nodes[i, j, 0], nodes[i, j + 1, 0], nodes[i + 1, j, 0], nodes[i + 1, j + 1, 0])
    x1 = max(nodes[i, j, 0], nodes[i, j + 1, 0], nodes[i + 1, j, 0], nodes[i + 1, j + 1, 0])
    y0 = min(nodes[i, j, 1], nodes[i, j + 1, 1], nodes[i + 1, j, 1], nodes[i + 1, j + 1, 1])
    y1 = max(nodes[i, j, 1], nodes[i, j + 1, 1], nodes[i + 1, j, 1], nodes[i + 1, j + 1, 1])
    rows, columns = cells.shape[1] - 1, cells.shape[2] - 1
    # A sample reaches for the pixel beside it.
    first, last = (x0 - cut[0]) * cut[2] - 1, (x1 - cut[0]) * cut[2] + 1
    high, low = (y0 - cut[1]) * cut[2] - 1, (y1 - cut[1]) * cut[2] + 1
    first, last = int(np.floor(first / CELL)), int(np.floor(last / CELL)) + 1
    high, low = int(np.floor(high / CELL)), int(np.floor(low / CELL)) + 1
    outside = first < 0 or high < 0 or last > columns or low > rows
    first, last = min(max(first, 0), columns), min(max(last, 0), columns)
    high, low = min(max(high, 0), rows), min(max(low, 0), rows)
    if first >= last or high >= low:
        return EMPTY
    filled = cells[0, low, last] - cells[0, high, last] - cells[0, low, first] + cells[0, high, first]
    if filled == 0:
        return EMPTY
    if outside:
        return MIXED
    solid = cells[1, low, last] - cells[1, high, last] - cells[1, low, first] + cells[1, high, first]
    return SOLID if solid == (last - first) * (low - high) else MIXED


@numba.njit(cache=True, nogil=True, boundscheck=False)
def choose(  # type: ignore[no-untyped-def]
    cells, cut, nodes, tiles, clip_cells, clip_cut, clip_nodes, clip_tiles, clipped, sheer, covered, listed,
):  # fmt: skip
    """List the tiles in which something of a cut-out is seen: row, column, whether solid, whether cut by its clip.

    Goes from front to back: tiles that are `covered` are left out, and the solid ones of a part not `sheer` cover.
    """
    count = 0
    for i in range(tiles[0], tiles[1]):
        for j in range(tiles[2], tiles[3]):
            if covered[i, j]:
                continue
            state = _state(cells, cut, nodes, i, j)
            if state == EMPTY:
                continue
            bound = 0
            if clipped:
                if i < clip_tiles[0] or i >= clip_tiles[1] or j < clip_tiles[2] or j >= clip_tiles[3]:
                    continue
                clip = _state(clip_cells, clip_cut, clip_nodes, i, j)
                if clip == EMPTY:
                    continue
                bound = 1 if clip == MIXED else 0
            solid = state == SOLID and not bound and not sheer
            if solid:
                covered[i, j] = 1
            listed[count, 0], listed[count, 1], listed[count, 2], listed[count, 3] = i, j, 1 if solid else 0, bound
            count += 1
    return count

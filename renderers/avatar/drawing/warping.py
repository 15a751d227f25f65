"""Cut-outs bent and laid straight into planar YUV, tile by tile. Importing this module loads numba.

Two samples of a cut-out share 32 bits (luma and alpha; both chromas), so that one multiplication weighs both. Bilinear
weights are sixteenths of a pixel; 16 × 16 × 255 just fits the 16 bits of a lane, and overflow of the upper is harmless.
Rows of a tile are sampled from neighbouring columns without a table of places, which compilers turn into SIMD.
"""

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
_ONE = 65536
_RUN = 16
"""How many samples are taken with one set of columns; a number the compiler knows and has vectors for."""
_STILL, _SPARE = 2048, 256
"""How much (65536ths) a straight run may lean, and how much places may stray between those that are looked at."""


@numba.njit(cache=True, nogil=True, boundscheck=False)
def spread(pixels, luma, chroma, cover):  # type: ignore[no-untyped-def]
    """Write premultiplied BGRA into lanes: luma with alpha, both chromas, and alpha at half size. Sides are even."""
    for row in range(0, pixels.shape[0], 2):
        for column in range(0, pixels.shape[1], 2):
            alpha = red = green = blue = np.int32(0)
            for i in range(2):
                for j in range(2):
                    a = np.int32(pixels[row + i, column + j, 3])
                    b = np.int32(pixels[row + i, column + j, 0])
                    g = np.int32(pixels[row + i, column + j, 1])
                    r = np.int32(pixels[row + i, column + j, 2])
                    y = (_YR * r + _YG * g + _YB * b + _Y0 * a + 32768) >> 16
                    luma[row + i, column + j] = y | a << 16
                    alpha += a
                    red += r
                    green += g
                    blue += b
            u = (_UR * red + _UG * green + _UB * blue + _C0 * alpha + 131072) >> 18
            v = (_VR * red + _VG * green + _VB * blue + _C0 * alpha + 131072) >> 18
            chroma[row // 2, column // 2] = u | v << 16
            cover[row // 2, column // 2] = (alpha + 2) >> 2


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
    over = 1.0 / (a * d - b * c)
    ia, ib, ic, id_ = d * over, -b * over, -c * over, a * over
    finer = 1.0 / grid[2]
    for i in range(first_row, last_row + 1):
        # The search begins with what was found for the corner before.
        bent_x, bent_y = (low_x + high_x) / 2.0, (low_y + high_y) / 2.0
        for j in range(first_column, last_column + 1):
            seen_x, seen_y = left + j * TILE - e, top + i * TILE - f
            x, y = ia * seen_x + ic * seen_y, ib * seen_x + id_ * seen_y
            if count:
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


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _trace(nodes, cut, i, first, last, flat, half, places):  # type: ignore[no-untyped-def]
    """Write where the samples of the first row of tiles `first` to `last` lie in a cut-out, and how far the next is.

    `places` gets x, z and their growth a row, in 65536ths of a sample. `flat` says that the part is not bent; `half` is
    for samples half as many in a cut-out half as fine. What is written is filled up to whole runs.
    """
    n, tiles, scale, rows = 0, last - first if flat else 1, 0.5 if half else 1.0, TILE // 2 if half else TILE
    unit = cut[2] * scale * _ONE
    # Samples lie in the middle of their squares; a sixteenth's half rounds the weights to the nearest.
    gone_x, gone_z = cut[0] * unit + (0.5 - 1 / 32) * _ONE, cut[1] * unit + (0.5 - 1 / 32) * _ONE
    for j in range(first, last, tiles):
        k, count = j + tiles, rows * tiles
        for axis in range(2):
            gone = gone_z if axis else gone_x
            a, b = nodes[i, j, axis] * unit - gone, nodes[i, k, axis] * unit - gone
            c, d = nodes[i + 1, j, axis] * unit - gone, nodes[i + 1, k, axis] * unit - gone
            down, across, twist = (c - a) / rows, (b - a) / count, (d - c - b + a) / (rows * count)
            start = a + down / 2 + across / 2 + twist / 4
            growth = down + twist / 2
            begin, step = np.int32(start), np.int32(across + twist / 2)
            more, bend = np.int32(growth), np.int32(twist)
            place, grow = places[axis, n:], places[2 + axis, n:]
            for t in range(count):
                place[t] = np.int32(begin + np.int32(t) * step)
                grow[t] = np.int32(more + np.int32(t) * bend)
        n += count
    for t in range(n, -(-n // _RUN) * _RUN):
        for axis in range(4):
            places[axis, t] = places[axis, t - 1]
        places[0, t] += np.int32(_ONE)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _sample_row(lanes, xs, zs, count, out):  # type: ignore[no-untyped-def]
    """Write `count` samples of lanes at (xs, zs), 256 times their value in each lane."""
    height, width = lanes.shape
    first_x, first_z = xs[0] >> 16, zs[0] >> 16
    middle, last = count // 2, count - 1
    if (
        abs(xs[last] - xs[0] - last * _ONE) < _STILL
        and abs(zs[last] - zs[0]) < _STILL
        and abs(xs[middle] - xs[0] - middle * _ONE) < _STILL
        and abs(zs[middle] - zs[0]) < _STILL
        and first_x >= 0 and first_z >= 0 and first_x + count < width and first_z + 1 < height
    ):  # fmt: skip
        one, two = lanes[first_z, first_x:], lanes[first_z + 1, first_x:]
        px, pz = np.int32(xs[0] >> 12 & 15), np.int32(zs[0] >> 12 & 15)
        for t in range(count):
            over = np.int32((one[t] << 4) + (one[t + 1] - one[t]) * px)
            under = np.int32((two[t] << 4) + (two[t + 1] - two[t]) * px)
            out[t] = np.int32((over << 4) + (under - over) * pz)
        return
    for run in range(0, count, _RUN):
        x0, xm, x1 = xs[run], xs[run + _RUN // 2] - _RUN // 2 * _ONE, xs[run + _RUN - 1] - (_RUN - 1) * _ONE
        z0, zm, z1 = zs[run], zs[run + _RUN // 2], zs[run + _RUN - 1]
        n, m = min(x0, xm, x1) - _SPARE >> 16, min(z0, zm, z1) - _SPARE >> 16
        from_x, from_z = np.int32(n << 16), np.int32(m << 16)
        slip_x, slip_z = max(x0, xm, x1) + _SPARE - from_x, max(z0, zm, z1) + _SPARE - from_z
        inside = n >= 0 and m >= 0 and n + _RUN + 2 <= width and m + 3 <= height
        if not inside or slip_x >= 2 * _ONE or slip_z >= 2 * _ONE:
            right, low = (width - 1 << 16) - 1, (height - 1 << 16) - 1
            for t in range(run, min(run + _RUN, count)):
                at_x, at_z = min(max(xs[t], 0), right), min(max(zs[t], 0), low)
                n, m = at_x >> 16, at_z >> 16
                px, pz = at_x >> 12 & 15, at_z >> 12 & 15
                over = lanes[m, n] * (16 - px) + lanes[m, n + 1] * px
                under = lanes[m + 1, n] * (16 - px) + lanes[m + 1, n + 1] * px
                out[t] = np.int32(over * (16 - pz) + under * pz)
            continue
        one, two, three = lanes[m, n:], lanes[m + 1, n:], lanes[m + 2, n:]
        at_x, at_z, to = xs[run:], zs[run:], out[run:]
        for t in range(_RUN):
            # Along three columns, then along three rows: the way from the first goes through the second to the third.
            fx = np.int32((at_x[t] - from_x - np.int32(t) * np.int32(_ONE)) >> 12)
            fz = np.int32((at_z[t] - from_z) >> 12)
            ax, az = min(fx, np.int32(16)), min(fz, np.int32(16))
            bx, bz = np.int32(fx - ax), np.int32(fz - az)
            over = np.int32((one[t] << 4) + (one[t + 1] - one[t]) * ax + (one[t + 2] - one[t + 1]) * bx)
            middle = np.int32((two[t] << 4) + (two[t + 1] - two[t]) * ax + (two[t + 2] - two[t + 1]) * bx)
            under = np.int32((three[t] << 4) + (three[t + 1] - three[t]) * ax + (three[t + 2] - three[t + 1]) * bx)
            to[t] = np.int32((over << 4) + (middle - over) * az + (under - middle) * bz)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _sample(lanes, places, count, rows, out):  # type: ignore[no-untyped-def]
    """Write `rows` rows of `count` samples of lanes from their places on, 256 times their value in each lane."""
    whole = -(-count // _RUN) * _RUN
    for r in range(rows):
        _sample_row(lanes, places[0], places[1], count, out[r])
        for axis in range(2):
            place, grow = places[axis], places[2 + axis]
            for t in range(whole):
                place[t] = np.int32(place[t] + grow[t])


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _replace(plane, top, left, tones, shift, count, rows):  # type: ignore[no-untyped-def]
    """Write a lane of solid `tones` into a plane."""
    for r in range(rows):
        row, tone = plane[top + r, left:], tones[r]
        for t in range(count):
            row[t] = np.uint8(((tone[t] >> shift & 0xFFFF) + 128) >> 8)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _mix(plane, top, left, tones, shift, covers, cover_shift, count, rows):  # type: ignore[no-untyped-def]
    """Lay a lane of `tones` over a plane, by the alpha in a lane of `covers`."""
    for r in range(rows):
        row, tone, cover = plane[top + r, left:], tones[r], covers[r]
        for t in range(count):
            alpha = np.int32((cover[t] >> cover_shift) & 0xFFFF)
            # 257 / 65536 is one part in 255.
            under = np.int32(np.int32(row[t]) * np.int32((65280 - alpha) * 257 >> 8))
            row[t] = np.uint8((np.int32((tone[t] >> shift) & 0xFFFF) + (under >> 8) + 128) >> 8)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _weaken(tones, shares, share_shift, opacity, count, rows):  # type: ignore[no-untyped-def]
    """Leave of both lanes of `tones` what a clip's alpha, a lane of `shares`, and `opacity` (0 to 256) let through."""
    for r in range(rows):
        tone, share = tones[r], shares[r]
        for t in range(count):
            part = np.int32(np.int32((share[t] >> share_shift) & 0xFFFF) * opacity + 32640) // np.int32(65280)
            low = np.int32(np.int32(tone[t] & 0xFFFF) * part >> 8)
            high = np.int32(np.int32((tone[t] >> 16) & 0xFFFF) * part >> 8)
            tone[t] = np.int32(low | high << 16)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def lay(  # type: ignore[no-untyped-def]
    luma, chroma, cover, cut, flat, nodes, listed, count,
    clip_luma, clip_cover, clip_cut, clip_nodes, opacity, y, u, v, area, places, samples,
):  # fmt: skip
    """Lay the listed tiles of a cut-out over the planes, inside `area`: left, top, right and bottom (even).

    The alpha in the lanes of a clip bounds the tiles that are cut; `opacity` is 0 to 256. `places` (4 × the
    longest row) and `samples` (3 × TILE × the longest row) are room to work in.
    """
    left, top, right, bottom = area
    opacity = np.int32(opacity)
    # Of one type, so that what they are handed to is compiled once.
    low, high, bent, flat, full, half = (
        np.int32(0), np.int32(16), np.int32(0), np.int32(flat), np.int32(0), np.int32(1),
    )  # fmt: skip
    tones, others, shares = samples[0], samples[1], samples[2]
    if opacity < 256:
        # A clip that lets all through, for what is weakened by its opacity alone.
        shares[:] = 65280
    k = 0
    while k < count:
        i, first, solid, bound = listed[k, 0], listed[k, 1], 1, listed[k, 3]
        last = first
        # Long runs cost less than the few samples that are needlessly mixed.
        while k < count and listed[k, 0] == i and listed[k, 1] == last and listed[k, 3] == bound:
            solid = min(solid, listed[k, 2])
            k += 1
            last += 1
        row, column = top + i * TILE, left + first * TILE
        rows, columns = min(TILE, bottom - row), min((last - first) * TILE, right - column)
        half_rows, half_columns = rows // 2, columns // 2
        weak = bound or opacity < 256
        if bound:
            _trace(clip_nodes, clip_cut, i, first, last, bent, full, places)
            _sample(clip_luma, places, columns, rows, shares)
        _trace(nodes, cut, i, first, last, flat, full, places)
        _sample(luma, places, columns, rows, tones)
        if weak:
            _weaken(tones, shares, high if bound else low, opacity, columns, rows)
        if solid:
            _replace(y, row, column, tones, low, columns, rows)
        else:
            _mix(y, row, column, tones, low, tones, high, columns, rows)
        row, column = row // 2, column // 2
        if bound:
            _trace(clip_nodes, clip_cut, i, first, last, bent, half, places)
            _sample(clip_cover, places, half_columns, half_rows, shares)
        _trace(nodes, cut, i, first, last, flat, half, places)
        if not solid:
            _sample(cover, places, half_columns, half_rows, others)
            _trace(nodes, cut, i, first, last, flat, half, places)
        _sample(chroma, places, half_columns, half_rows, tones)
        if solid:
            _replace(u, row, column, tones, low, half_columns, half_rows)
            _replace(v, row, column, tones, high, half_columns, half_rows)
            continue
        if weak:
            _weaken(tones, shares, low, opacity, half_columns, half_rows)
            _weaken(others, shares, low, opacity, half_columns, half_rows)
        _mix(u, row, column, tones, low, others, low, half_columns, half_rows)
        _mix(v, row, column, tones, high, others, low, half_columns, half_rows)
        if bound and opacity < 256:
            shares[:] = 65280

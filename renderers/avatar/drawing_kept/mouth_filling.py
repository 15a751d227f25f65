"""The mouth of a frame as pixels, painted in one call: a film needs a new one thirty times a second. Loads numba.

Forms are filled by the area that they cover of each pixel: every side of an outline adds to the pixels it crosses, and
to all to their right, what it covers of them; running sums along the rows give the whole (Levien, font-rs, 2016).
"""

from __future__ import annotations

import numba
import numpy as np

from renderers.avatar.drawing_kept.mouth_outlines import (
    FILL,
    FORMS,
    GAP,
    INSIDE,
    LIGHT,
    POINTS,
    SHADE,
    STOPS,
    shape_mouth,
)

_SIDES = 8
"""Straight sides in place of a curve: at most a few pixels long, they stray from it by less than a 20th of a pixel."""
_SPARE = 3.0
"""Units around the outlines for edges that are softened."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _side(x0, y0, x1, y1, sums):  # type: ignore[no-untyped-def]
    """Add a straight side (pixels) to the sums of an outline."""
    if y0 == y1:
        return
    way = np.float32(1)
    if y0 > y1:
        x0, y0, x1, y1, way = x1, y1, x0, y0, np.float32(-1)
    lean, last = (x1 - x0) / (y1 - y0), sums.shape[1] - 2
    if y0 < 0:
        x0, y0 = x0 - y0 * lean, 0.0
    row = int(y0)
    x = x0
    while row < sums.shape[0] and row < y1:
        high = min(row + 1.0, y1) - max(float(row), y0)
        after = x + lean * high
        left, right = min(x, after), max(x, after)
        deep = way * np.float32(high)
        if left < 0:
            # What lies to the left of the picture covers all of its first pixel.
            outside = min(-left / (right - left), 1.0) if right > left else 1.0
            sums[row, 0] += deep * np.float32(outside)
            deep, left, right = deep * np.float32(1.0 - outside), 0.0, max(right, 0.0)
        first = min(int(left), last)
        if right <= first + 1 or first == last:
            share = np.float32(min((left + right) / 2 - first, 1.0))
            sums[row, first] += deep * (1 - share)
            sums[row, first + 1] += deep * share
        else:
            # Over several pixels: of each is covered what lies to the right of the side.
            over, done, given = 1.0 / (right - left), 0.0, 0.0
            for column in range(first, min(int(right), last) + 1):
                begin, end = max(float(column), left), min(column + 1.0, right)
                part = (end - begin) * over
                covered = done + part * (column + 1.0 - (begin + end) / 2)
                sums[row, column] += deep * np.float32(covered - given)
                done, given = done + part, covered
            sums[row, min(int(right), last) + 1] += deep * np.float32(1.0 - given)
        x = after
        row += 1


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _cover(points, count, left, top, scale, sums, share):  # type: ignore[no-untyped-def]
    """Write how much an outline covers of each pixel, 0 to 1, and return the range of rows in which there is any."""
    low, high = 1e9, -1e9
    for k in range(count):
        low, high = min(low, points[k, 1]), max(high, points[k, 1])
    first = max(int(np.floor(low * scale - top)), 0)
    after = min(int(np.ceil(high * scale - top)) + 1, sums.shape[0])
    share[:] = 0
    if first >= after:
        return 0, 0
    sums[:] = 0
    x, y = points[0, 0] * scale - left, points[0, 1] * scale - top
    for k in range(1, count - 2, 3):
        x0, y0 = points[k - 1, 0], points[k - 1, 1]
        for step in range(1, _SIDES + 1):
            t = step / _SIDES
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            px = a * x0 + b * points[k, 0] + c * points[k + 1, 0] + d * points[k + 2, 0]
            py = a * y0 + b * points[k, 1] + c * points[k + 1, 1] + d * points[k + 2, 1]
            px, py = px * scale - left, py * scale - top
            _side(x, y, px, py, sums)
            x, y = px, py
    for row in range(first, after):
        total = np.float32(0)
        for column in range(share.shape[1]):
            total += sums[row, column]
            share[row, column] = min(abs(total), np.float32(1))
    return first, after


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _soften(share, sigma, sums):  # type: ignore[no-untyped-def]
    """Blur `share` by a Gaussian; `sums` is room to work in."""
    reach = int(np.ceil(3 * sigma))
    weights = np.empty(2 * reach + 1, np.float32)
    for k in range(2 * reach + 1):
        weights[k] = np.exp(-((k - reach) ** 2) / (2 * sigma * sigma))
    weights /= weights.sum()
    rows, columns = share.shape
    sums[:] = 0
    for row in range(rows):
        for column in range(columns):
            if share[row, column] > 0:
                for k in range(max(-reach, -column), min(reach, columns - 1 - column) + 1):
                    sums[row, column + k] += share[row, column] * weights[k + reach]
    share[:] = 0
    for row in range(rows):
        for column in range(columns):
            if sums[row, column] > 0:
                for k in range(max(-reach, -row), min(reach, rows - 1 - row) + 1):
                    share[row + k, column] += sums[row, column] * weights[k + reach]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _lay(fill, tones, share, gap, bound, first, after, left, top, scale, picture):  # type: ignore[no-untyped-def]
    """Lay a fill over premultiplied `picture` (blue, green, red, alpha) where `share` and, if `bound`, `gap` let it."""
    one, nil = np.float32(1), np.float32(0)
    # Each stop adds its difference to the one before, over the way from that.
    base, steps = np.empty(4, np.float32), np.zeros((STOPS - 1, 4), np.float32)
    begins, overs = np.empty(STOPS - 1, np.float32), np.empty(STOPS - 1, np.float32)
    for k in range(STOPS):
        tone, alpha = tones[int(fill[7 + 3 * k])], np.float32(fill[8 + 3 * k])
        for channel in range(4):
            value = (tone[channel] if channel < 3 else one) * alpha
            if k == 0:
                base[channel] = value
            else:
                before = tones[int(fill[4 + 3 * k])][channel] if channel < 3 else one
                steps[k - 1, channel] = value - before * np.float32(fill[5 + 3 * k])
        if k:
            begins[k - 1] = fill[3 + 3 * k]
            overs[k - 1] = 1.0 / max(fill[6 + 3 * k] - fill[3 + 3 * k], 1e-6)
    radial = fill[0] > 0
    x0, y0 = np.float32(fill[1] * scale - left), np.float32(fill[2] * scale - top)
    dx, dy = fill[3], fill[4]
    if radial:
        to_x, to_y = np.float32(1 / (dx * scale)), np.float32(1 / (max(dy, 1e-6) * scale))
    else:
        dx, dy = dx - fill[1], dy - fill[2]
        long = max(dx * dx + dy * dy, 1e-12) * scale
        to_x, to_y = np.float32(dx / long), np.float32(dy / long)
    for row in range(first, after):
        v = (np.float32(row + 0.5) - y0) * to_y
        blue, green, red, alpha = picture[0, row], picture[1, row], picture[2, row], picture[3, row]
        cover, inside = share[row], gap[row]
        for column in range(picture.shape[2]):
            u = (np.float32(column) + np.float32(0.5) - x0) * to_x
            t = np.sqrt(u * u + v * v) if radial else u + v
            p = min(max((t - begins[0]) * overs[0], nil), one)
            q = min(max((t - begins[1]) * overs[1], nil), one)
            r = min(max((t - begins[2]) * overs[2], nil), one)
            part = cover[column] * (inside[column] if bound else one)
            a = (base[3] + p * steps[0, 3] + q * steps[1, 3] + r * steps[2, 3]) * part
            blue[column] += (base[0] + p * steps[0, 0] + q * steps[1, 0] + r * steps[2, 0]) * part - a * blue[column]
            green[column] += (base[1] + p * steps[0, 1] + q * steps[1, 1] + r * steps[2, 1]) * part - a * green[column]
            red[column] += (base[2] + p * steps[0, 2] + q * steps[1, 2] + r * steps[2, 2]) * part - a * red[column]
            alpha[column] += a - a * alpha[column]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def draw_mouth(lips, tones, pose, flat, left, top, scale, area):  # type: ignore[no-untyped-def]
    """The mouth as premultiplied BGRA, a pixel in 32 bits, with its left and top edge; of no size outside `area`.

    `lips`, `pose` and `flat` are as `shape_mouth` has them; `tones` its tones as blue, green and red in 0 to 1. The
    origin lies at (`left`, `top`), a unit is `scale` pixels; `area` is left, top, right and bottom. All edges are even.
    """
    points, counts, fills = np.empty((FORMS, POINTS, 2)), np.empty(FORMS, np.int64), np.empty((FORMS, FILL))
    shape_mouth(lips, pose, flat, points, counts, fills)
    x0 = y0 = 1e9
    x1 = y1 = -1e9
    for form in range(SHADE + 1, FORMS):
        for k in range(counts[form] if form != LIGHT else 0):
            x0, x1 = min(x0, points[form, k, 0]), max(x1, points[form, k, 0])
            y0, y1 = min(y0, points[form, k, 1]), max(y1, points[form, k, 1])
    begin = max(int(np.floor((left + (x0 - _SPARE) * scale) / 2)) * 2, area[0])
    high = max(int(np.floor((top + (y0 - _SPARE) * scale) / 2)) * 2, area[1])
    end = min(int(np.ceil((left + (x1 + _SPARE) * scale) / 2)) * 2, area[2])
    low = min(int(np.ceil((top + (y1 + _SPARE) * scale) / 2)) * 2, area[3])
    if begin >= end or high >= low:
        return np.empty((0, 0), np.uint32), begin, high
    rows, columns = low - high, end - begin
    picture, sums = np.zeros((4, rows, columns), np.float32), np.empty((rows, columns + 2), np.float32)
    gap, share = np.zeros((rows, columns), np.float32), np.empty((rows, columns), np.float32)
    left, top = begin - left, high - top
    for form in range(FORMS):
        if not counts[form]:
            continue
        first, after = 0, rows
        if form == GAP:
            _cover(points[form], counts[form], left, top, scale, sums, gap)
            continue
        if form in (INSIDE, SHADE):
            share[:] = 1
        elif form == LIGHT:
            share[:] = 1
            first = min(max(int((fills[form, 2] - fills[form, 4]) * scale - top), 0), rows)
            after = min(max(int((fills[form, 2] + fills[form, 4]) * scale - top) + 1, first), rows)
        else:
            first, after = _cover(points[form], counts[form], left, top, scale, sums, share)
            if fills[form, 5] > 0:
                _soften(share, fills[form, 5] * scale, sums)
                first, after = 0, rows
        _lay(fills[form], tones, share, gap, form <= SHADE, first, after, left, top, scale, picture)
    words = np.empty((rows, columns), np.uint32)
    for row in range(rows):
        for column in range(columns):
            word = np.uint32(0)
            for channel in range(4):
                value = min(picture[channel, row, column], picture[3, row, column]) * np.float32(255)
                word |= np.uint32(value + np.float32(0.5)) << np.uint32(8 * channel)
            words[row, column] = word
    return words, begin, high

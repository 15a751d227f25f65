"""The mouth's forms on a frame: lips as closed outlines, teeth that belong to the skull, a tongue, the gap between.

One call per frame gives all of them as numbers, from which both a still and a film are painted. Importing this module
loads numba.
"""

from __future__ import annotations

import numba
import numpy as np

from renderers.avatar.drawing.curves import HANDLE
from renderers.avatar.drawing.pose import PROFILE_Y, PROFILE_Z

CHANNELS = ("jaw", "width", "round", "press", "tuck", "upper_lip", "lower_lip", "tongue", "smile")
"""What of a pose shapes the mouth."""
GAP, INSIDE, TONGUE, TEETH, SHADE, UPPER, LOWER, LIGHT, LINE, LEFT, RIGHT = range(11)
"""The forms, from back to front. `GAP` is not painted but bounds those from `INSIDE` to `SHADE`."""
FORMS = 11
POINTS = 43
"""Control points of the longest outline: three for each of 14 spots, and where it begins again."""
STOPS = 4
FILL = 6 + 3 * STOPS
"""Numbers of a fill: whether it is radial, its beginning and its end (the centre, and the half axes of a radial one),
how many units its edge is softened by, and for each stop its place, tone and opacity."""
LIP, LIP_UPPER, LIP_LIGHT, DEEP, DARK, DARKEST, TONGUE_TONE, TONGUE_LIGHT, TOOTH, TOOTH_SHADE, SHADOW, CLOSED = map(
    float, range(12)
)
"""The tones of the stops."""

_Y, _Z = np.array(PROFILE_Y), np.array(PROFILE_Z)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _see(flat, x, y, z):  # type: ignore[no-untyped-def]
    return flat[0] * x + flat[2] * y + flat[4] * z + flat[6], flat[1] * x + flat[3] * y + flat[5] * z + flat[7]


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _depth(x, y):  # type: ignore[no-untyped-def]
    """How far the surface of the face lies towards the viewer, as `depth_at` has it."""
    ridge = _Z[-1]
    for i in range(len(_Y)):
        if y <= _Y[i]:
            ridge = _Z[0] if i == 0 else _Z[i - 1] + (_Z[i] - _Z[i - 1]) * (y - _Y[i - 1]) / (_Y[i] - _Y[i - 1])
            break
    return ridge * np.sqrt(max(1 - x * x / 8464.0, 0.02))


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _spot(flat, at, lift, x, y):  # type: ignore[no-untyped-def]
    """Where a spot of the lips is seen, `lift` ahead of the face; under the lips that lies upright."""
    return _see(flat, x, at + y, _depth(x, min(at + y, at + 12)) + lift)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _smooth(spots, count, out):  # type: ignore[no-untyped-def]
    """Write the control points of the smooth closed outline through `spots` (x, y, roundness); returns how many."""
    reach_x, reach_y = 0.0, 0.0
    out[0, 0], out[0, 1] = spots[0, 0], spots[0, 1]
    for i in range(count + 1):
        before, at, after = (i + count - 1) % count, i % count, (i + 1) % count
        x, y = spots[at, 0], spots[at, 1]
        along_x, along_y = spots[after, 0] - spots[before, 0], spots[after, 1] - spots[before, 1]
        reach = HANDLE * spots[at, 2] / max(np.hypot(along_x, along_y), 1e-9)
        back = reach * np.hypot(x - spots[before, 0], y - spots[before, 1])
        ahead = reach * np.hypot(spots[after, 0] - x, spots[after, 1] - y)
        if i:
            out[3 * i - 2, 0], out[3 * i - 2, 1] = reach_x, reach_y
            out[3 * i - 1, 0], out[3 * i - 1, 1] = x - along_x * back, y - along_y * back
            out[3 * i, 0], out[3 * i, 1] = x, y
        reach_x, reach_y = x + along_x * ahead, y + along_y * ahead
    return 3 * count + 1


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _across(right, line):  # type: ignore[no-untyped-def]
    """A line from the left corner to the right from its right half, given from the corner to the middle."""
    count = len(right)
    for i in range(count):
        line[i, 0], line[i, 1] = -right[i][0], right[i][1]
        line[2 * count - 2 - i, 0], line[2 * count - 2 - i, 1] = right[i][0], right[i][1]


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _between(line, other, roundness, flat, at, lift, out):  # type: ignore[no-untyped-def]
    """Write the outline along `line` and back along `other`, as seen on the face, its corners `roundness` round."""
    spots, count = np.empty((14, 3)), 0
    for i in range(len(line)):
        spots[count, 0], spots[count, 1], spots[count, 2] = line[i, 0], line[i, 1], 1.0
        count += 1
    spots[0, 2] = spots[count - 1, 2] = roundness
    for i in range(len(other) - 2, 0, -1):
        spots[count, 0], spots[count, 1], spots[count, 2] = other[i, 0], other[i, 1], 1.0
        count += 1
    return _trace(spots, count, flat, at, lift, out)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _trace(spots, count, flat, at, lift, out):  # type: ignore[no-untyped-def]
    for i in range(count):
        spots[i, 0], spots[i, 1] = _spot(flat, at, lift, spots[i, 0], spots[i, 1])
    return _smooth(spots, count, out)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _hang(right, roundness, flat, at, depth, out):  # type: ignore[no-untyped-def]
    """Write the outline of what lies on a plane inside the mouth, given by its right half."""
    line, spots = np.empty((2 * len(right) - 1, 2)), np.empty((14, 3))
    _across(right, line)
    for i in range(len(line)):
        spots[i, 0], spots[i, 1] = _see(flat, line[i, 0], at + line[i, 1], depth)
        spots[i, 2] = roundness
    return _smooth(spots, len(line), out)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _fill(out, begin, end, stops):  # type: ignore[no-untyped-def]
    """Write a linear fill; what is left of the stops says the last of them again."""
    out[0], out[1], out[2], out[3], out[4], out[5] = 0.0, begin[0], begin[1], end[0], end[1], 0.0
    for k in range(STOPS):
        stop = stops[min(k, len(stops) - 1)]
        out[6 + 3 * k], out[7 + 3 * k], out[8 + 3 * k] = stop[0], stop[1], stop[2]


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _tick(side, half, corner, flat, at, lift, out):  # type: ignore[no-untyped-def]
    """Write the outline of the small shade in a corner of the mouth: a stroke through three spots, thin at its ends."""
    x = (side * (half - 1.5), side * (half + 1.6), side * (half + 3.6))
    y = (corner + 0.4, corner - 0.4, corner - 1.8)
    wide, spots = (0.6, 1.9, 0.4), np.ones((14, 3))
    for i in range(3):
        before, after = max(i - 1, 0), min(i + 1, 2)
        along_x, along_y = x[after] - x[before], y[after] - y[before]
        thick = wide[i] / 2 / max(np.hypot(along_x, along_y), 1e-9)
        spots[i, 0], spots[i, 1] = x[i] - along_y * thick, y[i] + along_x * thick
        spots[5 - i, 0], spots[5 - i, 1] = x[i] + along_y * thick, y[i] - along_x * thick
    return _trace(spots, 6, flat, at, lift, out)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def lip_edges(lips, pose):  # type: ignore[no-untyped-def]
    """Where the lips' edges are, in units from where they meet: the upper lip's inner edge, the lower one's, half the
    width of the mouth, how high the upper and how deep the lower lip is, and where the corners are.

    `lips` and `pose` are as in `shape_mouth`.
    """
    jaw, width, round_, press, tuck, upper_lip, lower_lip, _, smile = pose
    free = 1 - press
    parted = round_ * free * min(1.0, jaw / 0.12)
    # Rounded lips keep a small round hole even with the jaw up.
    top = -(1.6 * jaw + 4.2 * upper_lip + 0.6 * round_ * jaw) * free - 1.4 * parted
    bottom = (27.0 * jaw + 4.6 * lower_lip) * free + 3.2 * parted
    bottom = bottom * (1 - tuck) + (top + 5.2) * tuck
    half = lips[0] * (1 + 0.17 * width + 0.14 * smile - 0.30 * round_ - 0.07 * jaw)
    upper = lips[1] * (1 - 0.38 * press) * (1 + 0.20 * round_) * (1 - 0.12 * smile - 0.10 * upper_lip)
    lower = lips[2] * (1 - 0.34 * press) * (1 + 0.18 * round_) * (1 - 0.42 * tuck) * (1 - 0.10 * smile)
    corner = -11.0 * lips[4] * smile * (1 - 0.3 * jaw) - 1.4 * width + 5.0 * jaw + 0.4
    corner += ((top + bottom) / 2 - corner) * 0.9 * round_
    return top, bottom, half, upper, lower, corner


@numba.njit(cache=True, nogil=True, error_model="numpy")
def shape_mouth(lips, pose, flat, points, counts, fills):  # type: ignore[no-untyped-def]
    """Write the forms of a mouth: control points (FORMS × POINTS × 2, figure units), how many, and fills.

    `lips` is the half width, both heights, the bow, the smile and the place of a character's lips, and how far its jaw
    drops; `pose` are the `CHANNELS`, `flat` the projection of the head. A form without points is not seen; `LIGHT` is
    all that lies within its fill, and `INSIDE` and `SHADE` all of the gap.
    """
    jaw, _, round_, press, _, _, _, tongue, _ = pose
    at, bow = lips[5], lips[3]
    top, bottom, half, upper, lower, corner = lip_edges(lips, pose)
    gap, lift = bottom - top, 3.0 + 3.5 * round_
    counts[:] = 0

    # The inner edges of both lips.
    low = max(bottom, top + 0.2)
    opened = min((low - top) / 10.0, 1.0)
    inner = np.empty((2, 7, 2))
    high, deep = np.empty((4, 2)), np.empty((4, 2))
    high[0] = deep[0] = (half, corner)
    for k in range(2):
        x, smiling, wide, oval = (0.84, 0.66, 0.40, 0.62) if k == 0 else (0.52, 0.24, 0.80, 0.90)
        # Spread lips part like a bow, rounded ones like an egg; both hang from the corners.
        share = wide + (oval - wide) * round_
        rise = corner * (1 - share) * round_ + corner * smiling * (1 - round_) + top * share + 0.5 * (1 - smiling)
        sunk = share * (0.80 + 0.20 * opened)
        hang = corner * (smiling + (1 - sunk - smiling) * opened)
        high[k + 1] = (x * half, rise)
        deep[k + 1] = (x * half, max(hang + low * sunk + 0.5 * (1 - smiling), rise + 0.05))
    high[3], deep[3] = (0.0, top + 0.7), (0.0, low + 0.7)
    _across(high, inner[0])
    _across(deep, inner[1])

    if gap > 0.8:
        counts[GAP] = _between(inner[0], inner[1], 0.2 + 0.6 * round_, flat, at, lift, points[GAP])
        counts[INSIDE] = counts[SHADE] = 1
        ends = ((0.0, DARKEST, 1.0), (0.5, DARKEST, 1.0), (1.0, DARK, 1.0))
        _fill(fills[INSIDE], _spot(flat, at, lift, 0.0, top), _spot(flat, at, lift, 0.0, max(bottom, top + 6)), ends)
        _fill(
            fills[SHADE], _spot(flat, at, lift, 0.0, top - 0.5), _spot(flat, at, lift, 0.0, top + 4.5),
            ((0.0, SHADOW, 0.50), (1.0, SHADOW, 0.0), (1.0, SHADOW, 0.0)),
        )  # fmt: skip
        if gap > 4:
            rise = bottom - 7.5 - 0.12 * lips[6] * jaw * (1 - 0.6 * press)
            rise = rise * (1 - tongue) + min(rise, 5.0) * tongue
            w = half * (0.66 - 0.12 * tongue)
            side = ((w, bottom + 8), (w * 0.92, rise + 6), (w * 0.5, rise + 0.8), (0.0, rise + 1.2 * (1 - tongue)))
            counts[TONGUE] = _hang(side, 1.0, flat, at, 52.0, points[TONGUE])
            _fill(
                fills[TONGUE], _see(flat, 0.0, at + rise, 52.0), _see(flat, 0.0, at + bottom + 4, 52.0),
                ((0.0, TONGUE_LIGHT, 1.0), (0.5, TONGUE_TONE, 1.0), (1.0, TONGUE_TONE, 1.0)),
            )  # fmt: skip
        # Lips that come forward cover the teeth.
        edge, w = 4.8 - 6.5 * round_, max(half, lips[0] * 0.8) * 1.02
        side = ((w, -16.0), (w, edge - 5.5), (w * 0.62, edge - 1.2), (0.0, edge))
        counts[TEETH] = _hang(side, 0.4, flat, at, 56.0, points[TEETH])
        _fill(
            fills[TEETH], _see(flat, -w, at, 56.0), _see(flat, w, at, 56.0),
            ((0.0, TOOTH_SHADE, 1.0), (0.26, TOOTH, 1.0), (0.70, TOOTH, 1.0), (1.0, TOOTH_SHADE, 1.0)),
        )  # fmt: skip

    # The outer edges of the upper and of the lower lip.
    h, peak, rim = half + 1.4 + 1.6 * round_, top - upper, np.empty((2, 9, 2))
    _across(
        (
            (h, corner),
            (0.84 * h, corner * 0.70 + peak * (0.24 + 0.16 * round_)),
            (0.56 * h, peak * 0.66 + corner * 0.32),
            (max(0.21 * h, 5.4), peak),
            (0.0, peak + bow * (1 - 0.3 * round_)),
        ),
        rim[0],
    )
    foot = bottom + lower
    _across(
        (
            (h, corner),
            (0.86 * h, foot * (0.36 + 0.10 * round_) + corner * 0.60),
            (0.62 * h, foot * 0.76 + corner * 0.22),
            (0.30 * h, foot - 0.5),
            (0.0, foot),
        ),
        rim[1],
    )
    counts[UPPER] = _between(rim[0], inner[0], 0.2, flat, at, lift, points[UPPER])
    counts[LOWER] = _between(rim[1], inner[1], 0.2, flat, at, lift, points[LOWER])
    _fill(
        fills[UPPER], _spot(flat, at, lift, 0.0, peak), _spot(flat, at, lift, 0.0, top + 1),
        ((0.0, LIP, 1.0), (0.4, LIP_UPPER, 1.0), (1.0, LIP_UPPER, 1.0)),
    )  # fmt: skip
    _fill(
        fills[LOWER], _spot(flat, at, lift, 0.0, bottom), _spot(flat, at, lift, 0.0, foot),
        ((0.0, LIP_UPPER, 1.0), (0.25, LIP, 1.0), (1.0, LIP, 1.0)),
    )  # fmt: skip
    counts[LIGHT] = 1
    _fill(
        fills[LIGHT], _spot(flat, at, lift, -half * 0.12, bottom + lower * 0.50), (half * 0.52, lower * 0.34),
        ((0.0, LIP_LIGHT, 0.85), (0.45, LIP_LIGHT, 0.85 * 0.62), (1.0, LIP_LIGHT, 0.0)),
    )  # fmt: skip
    fills[LIGHT, 0] = 1.0

    # The dark line where closed lips meet, and the small shade in each corner.
    if gap < 2.5:
        for i in range(7):
            thick = (0.2, 0.5, 0.75, 0.5, 0.75, 0.5, 0.2)[i]
            inner[0, i, 1] -= thick
            inner[1, i, 1] += thick
        counts[LINE] = _between(inner[0], inner[1], 0.2, flat, at, lift, points[LINE])
        dark = 0.9 * min(1.0, 2.5 - gap)
        _fill(fills[LINE], (0.0, 0.0), (1.0, 0.0), ((0.0, CLOSED, dark), (1.0, CLOSED, dark), (1.0, CLOSED, dark)))
    for k in range(2):
        counts[LEFT + k] = _tick(2.0 * k - 1.0, half, corner, flat, at, lift, points[LEFT + k])
        _fill(fills[LEFT + k], (0.0, 0.0), (1.0, 0.0), ((0.0, DEEP, 0.62), (1.0, DEEP, 0.62), (1.0, DEEP, 0.62)))
        fills[LEFT + k, 5] = 0.6

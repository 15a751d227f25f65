"""A photographed mouth that speaks: lips, chin and cheeks carried column by column, and what opens between the lips.

Each column of the mouth's frame is a line on which the edges of lips, chin and throat are moved and everything between
them is stretched or pressed together, never folded. Between the lips there is a cavity with teeth and a tongue, in the
photo's own light.
"""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numba import float32
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import Mouth, Table
from renderers.avatar.photo.controls import Controls
from renderers.avatar.photo.sampling import cubic, linear, smooth

Plane = NDArray[np.uint8]
Rows = NDArray[np.float32]

_SQUEEZE = 0.38
"""What is left at least of a stretch of skin that is pressed together."""
_OPENING = 0.95
"""How much of the mouth's width opens."""
_DROP_SHARE = 0.10
"""How much of the jaw's drop the line goes along on which the lips meet."""


@dataclass(frozen=True)
class Light:
    """The colours of what is inside a mouth as Y, U and V in the photo's light."""

    teeth: tuple[float, float, float]
    tongue: tuple[float, float, float]
    cavity: tuple[float, float, float]


@dataclass(frozen=True)
class Shape:
    """One frame's mouth: for each column the moved edges (`to`) and where they come from (`of`), 7 × columns each.

    The edges are: still, upper lip's outer and inner, lower lip's inner and outer, jaw, throat. `half` is half the
    mouth's width, `rim` where the upper teeth end, `down` how far the lower teeth are from where they meet the upper
    ones, `gape` how far the lips are apart in the middle (pixels).
    """

    to: Rows
    of: Rows
    half: float
    rim: Rows
    down: float
    gape: float


def shape(mouth: Mouth, c: Controls) -> Shape:
    """Where everything of the mouth is."""
    u, half = mouth.u, mouth.half
    wide = 2 * half
    # Lips that are closed over teeth that the photo shows are not as far apart at the corners.
    calm = 1 - 0.75 * min(mouth.open_, 0.16)
    spread = calm * (1 + 0.09 * c.width - 0.25 * c.round_ + 0.05 * c.grin - 0.03 * c.press - 0.07 * c.jaw)
    now = half * float(np.clip(spread, 0.66, 1.12))
    source = _across(u, now, mouth)
    top, inner_top, inner_low, low = (
        np.interp(source, u, t) for t in (mouth.top, mouth.inner_top, mouth.inner_low, mouth.low)
    )
    share = np.clip(np.abs(u) / now, 0, 1)
    # The opening ends a little inside the corners, and runs out there without an edge.
    inner = np.clip(share / _OPENING, 0, 1)
    profile = (1 - inner**2) ** (1.05 - 0.35 * c.round_ - 0.15 * c.jaw)
    out = np.clip((np.abs(u) - now) / (0.9 * half), 0, 1)
    fade = 1 - out * out * (3 - 2 * out)
    drop = mouth.drop * c.jaw
    meet = 0.5 * inner_top + 0.5 * inner_low
    corner = share**2 * fade
    moved = _DROP_SHARE * drop * fade - 0.055 * wide * c.grin * corner + 0.045 * wide * mouth.open_ * corner
    free = 1 - max(c.press, c.tuck)
    raised = (0.050 * c.upper_lip * free + 0.062 * c.tuck) * wide + 0.09 * drop
    lowered = (1 - _DROP_SHARE) * drop + 0.045 * c.lower_lip * free * wide
    lowered = lowered * (1 - c.tuck) + 0.004 * wide * c.tuck
    # Whatever else is asked for, lips that are pressed are shut.
    parted = profile * (1 - c.press)
    upper = meet + moved - raised * parted
    lower = meet + moved + lowered * parted
    # Pressed lips roll in; so does a lower lip that is under the teeth.
    roll_top = 0.26 * c.press * (inner_top - top)
    roll_low = (0.22 * c.press + 0.42 * c.tuck) * (low - inner_low)
    pucker = 0.030 * wide * c.round_ * profile
    of = np.stack([mouth.still, top, inner_top - roll_top, inner_low + roll_low, low, mouth.jaw, mouth.throat])
    jaw_to = mouth.jaw + drop * mouth.carried
    fall = lower - inner_low
    to = np.stack(
        [
            of[0],
            top + 0.52 * (upper - inner_top) - 0.5 * pucker,
            upper,
            lower,
            low + np.where(fall > 0, 0.88, 0.55) * fall + pucker,
            jaw_to,
            of[6],
        ]
    )
    _bound(to, of)
    gape = float((to[3] - to[2])[np.argmin(np.abs(u))])
    return Shape(to.astype(np.float32), of.astype(np.float32), now, mouth.rim.astype(np.float32), 0.9 * drop, gape)


def _across(u: Table, now: float, mouth: Mouth) -> Table:
    """The photo's columns that are seen at `u` when half the mouth is `now` wide."""
    left, right = float(-u[0]), float(u[-1])
    return np.interp(u, [-left, -now, now, right], [-left, -mouth.half, mouth.half, right])


def _bound(to: Table, of: Table) -> None:
    """Keep the edges of every column in their order, and skin from being pressed to nothing."""
    for k in range(1, 6):
        if k == 3:
            to[3] = np.maximum(to[3], to[2])
            continue
        to[k] = np.maximum(to[k], to[k - 1] + _SQUEEZE * np.maximum(of[k] - of[k - 1], 0))
    for k in (5, 4):
        to[k] = np.minimum(to[k], to[k + 1] - _SQUEEZE * np.maximum(of[k + 1] - of[k], 0))
    to[4] = np.maximum(to[4], to[3])


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def paint_mouth(  # type: ignore[no-untyped-def]
    sy,
    su,
    sv,
    sa,
    solid,
    ty,
    tu,
    tv,
    ta,
    box,
    axes,
    first,
    half_of,
    half_to,
    to,
    of,
    rim,
    down,
    shown,
    tones,
    line,
    tongue_up,
):
    """Paint the mouth of the planes `s` (Y, U, V and alpha) into the planes `t`, inside `box` (its four edges).

    `solid` are the cells of 16 pixels in which alpha is full, whatever the jaw does; all sides are even. `axes` are the
    frame's x, y, cosine and sine; `first` the first column's `u`; `half_of` and `half_to` half the width
    before and after; `shown` the teeth that the photo shows (0 to 255; the size of the planes); `tones` the colours of
    teeth, tongue and cavity; `line` how dark shut lips meet, `tongue_up` how far the tongue is raised.
    """
    one, nil, tick = float32(1), float32(0), float32(0.5)
    x0, y0, cos, sin = axes[0], axes[1], axes[2], axes[3]
    count = to.shape[1]
    wide = float32(2) * half_of
    last = first + float32(count - 1)
    for y in range(box[1], box[3]):
        for x in range(box[0], box[2]):
            dx, dy = float32(x) - x0, float32(y) - y0
            u, v = dx * cos + dy * sin, -dx * sin + dy * cos
            at = u - first
            if at < nil or at >= float32(count - 1):
                continue
            i = int(at)
            s = at - float32(i)
            t0 = to[0, i] + s * (to[0, i + 1] - to[0, i])
            t6 = to[6, i] + s * (to[6, i + 1] - to[6, i])
            if v <= t0 or v >= t6:
                continue
            upper = to[2, i] + s * (to[2, i + 1] - to[2, i])
            lower = to[3, i] + s * (to[3, i + 1] - to[3, i])
            gap = lower - upper
            seam = upper + tick * gap
            # Where from, in this column.
            w = v
            if v <= seam:
                w = min(v, upper)
                a = t0
                b = to[1, i] + s * (to[1, i + 1] - to[1, i])
                oa = of[0, i] + s * (of[0, i + 1] - of[0, i])
                ob = of[1, i] + s * (of[1, i + 1] - of[1, i])
                if w > b:
                    oc = of[2, i] + s * (of[2, i + 1] - of[2, i])
                    share = (w - b) / max(upper - b, float32(1e-3))
                    w = ob + share * (oc - ob)
                else:
                    w = w - (b - ob) * smooth(a, b, w)
            else:
                w = max(v, lower)
                b = to[4, i] + s * (to[4, i + 1] - to[4, i])
                ob = of[4, i] + s * (of[4, i + 1] - of[4, i])
                c = to[5, i] + s * (to[5, i + 1] - to[5, i])
                oc = of[5, i] + s * (of[5, i + 1] - of[5, i])
                if w < b:
                    oa = of[3, i] + s * (of[3, i + 1] - of[3, i])
                    share = (w - lower) / max(b - lower, float32(1e-3))
                    w = oa + share * (ob - oa)
                elif w < c:
                    share = (w - b) / max(c - b, float32(1e-3))
                    w = ob + share * (oc - ob)
                else:
                    w = w - (c - oc) * (one - smooth(c, t6, w))
            # Where from, across: the lips' width is felt less towards the nose and the chin.
            size = abs(u)
            end = -first if u < nil else last
            if size <= half_to:
                from_u = size * half_of / half_to
            else:
                from_u = half_of + (size - half_to) * (end - half_of) / max(end - half_to, float32(1e-3))
            near = smooth(of[0, i], of[1, i], w) * (one - smooth(of[4, i], of[5, i], w))
            from_u = size + (from_u - size) * near
            if u < nil:
                from_u = -from_u
            px, py = x0 + from_u * cos - w * sin, y0 + from_u * sin + w * cos
            vy, vu, vv = cubic(sy, px, py), nil, nil
            # Colour is needed at every pixel only about the lips; elsewhere four share one.
            first_of_four = x & 1 == 0 and y & 1 == 0
            lips = abs(u) < float32(1.1) * half_to and to[1, i] - float32(4) < v < to[4, i] + float32(4)
            if lips or first_of_four:
                vu, vv = linear(su, px, py), linear(sv, px, py)
            if abs(u) < half_to:
                cover = min(max(v - upper + tick, nil), one) * min(max(lower - v + tick, nil), one) * min(gap, one)
                cover *= one - float32(0.75) * smooth(float32(0.66), float32(0.95), abs(u) / half_to)
                if cover > float32(0.004):
                    iy, iu, iv = _inside(
                        u, v, upper, lower, rim[i] + s * (rim[i + 1] - rim[i]), down, wide, half_to, tones, tongue_up
                    )
                    # The photo's own teeth do not move with the lips.
                    own = linear(shown, float32(x), float32(y)) / float32(255)
                    if own > nil:
                        shade = float32(0.50) + float32(0.50) * smooth(nil, float32(0.07) * wide, v - upper)
                        iy += (tones[2, 0] + (float32(sy[y, x]) - tones[2, 0]) * shade - iy) * own
                        iu += (tones[2, 1] + (float32(su[y, x]) - tones[2, 1]) * shade - iu) * own
                        iv += (tones[2, 2] + (float32(sv[y, x]) - tones[2, 2]) * shade - iv) * own
                    vy += (iy - vy) * cover
                    vu += (iu - vu) * cover
                    vv += (iv - vv) * cover
                if line > nil and gap < float32(2):
                    # Shut lips that come from an open mouth have no dark line between them yet.
                    far = (v - seam) / (float32(0.010) * wide + float32(0.4))
                    dark = line * (one - gap * tick) / (one + far * far * far * far)
                    dark *= smooth(nil, float32(0.2), one - abs(u) / half_to)
                    vy = float32(16) + (vy - float32(16)) * (one - dark)
            ty[y, x] = numba.uint8(vy + tick)
            if solid[y // 16, x // 16] == 0:
                ta[y, x] = numba.uint8(linear(sa, px, py) + tick)
            if lips or first_of_four:
                blue, red = _byte(vu), _byte(vv)
                tu[y, x], tv[y, x] = blue, red
                if first_of_four:
                    tu[y, x + 1], tv[y, x + 1] = blue, red
                    tu[y + 1, x], tv[y + 1, x] = blue, red
                    tu[y + 1, x + 1], tv[y + 1, x + 1] = blue, red


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def _byte(value):  # type: ignore[no-untyped-def]
    return numba.uint8(min(max(value + float32(0.5), float32(0)), float32(255)))


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def _inside(u, v, upper, lower, rim, down, wide, half, tones, tongue_up):  # type: ignore[no-untyped-def]
    """The colour at (u, v) between the lips."""
    one, nil = float32(1), float32(0)
    side = abs(u) / half
    ty, tu, tv = tones[0, 0], tones[0, 1], tones[0, 2]
    # The cavity is darkest at the back and under the lip.
    cy, cu, cv = tones[2, 0], tones[2, 1], tones[2, 2]
    deep = smooth(nil, float32(0.22) * wide, v - upper)
    y, cb, cr = cy * (float32(0.72) + float32(0.42) * deep), cu, cv
    # The tongue lies on the floor and is raised to the teeth for t, d, l and th; at its sides it is lost in the dark.
    rise = float32(0.030) + float32(0.085) * tongue_up
    along = (v - (lower - rise * wide)) / (float32(0.10) * wide)
    across = u / (float32(0.27) * wide)
    bulge = along + float32(0.8) * across * across
    on = smooth(float32(-0.9), float32(0.5), bulge) * (one - smooth(float32(0.35), float32(1.0), abs(across)))
    lit = float32(0.55) + float32(0.30) * smooth(float32(-0.5), float32(0.8), bulge)
    groove = float32(0.07) * (one - smooth(nil, float32(0.05), abs(u) / wide))
    y += (tones[1, 0] * (lit - groove) - y) * on
    cb += (tones[1, 1] - cb) * on
    cr += (tones[1, 2] - cr) * on
    soft = max(float32(0.010) * wide, float32(0.6))
    # Teeth: eight above, fixed to the skull, and below a row that goes down with the jaw.
    place = abs(u) / wide
    gaps = nil
    for k in range(4):
        edge = float32(0.155 * k) if k < 2 else (float32(0.275) if k == 2 else float32(0.385))
        away = (place - edge) / (float32(0.0055) + float32(0.35) / wide)
        gaps += (float32(0.16) if k else float32(0.20)) / (one + away * away)
    edge_v = rim - gaps * float32(0.035) * wide
    under = one - smooth(edge_v - soft, edge_v + soft, v)
    shadow = float32(0.46) + float32(0.54) * smooth(nil, float32(0.085) * wide, v - upper)
    round_ = one - float32(0.55) * side * side
    clear = one - smooth(float32(0.72), float32(0.98), side)
    bright = shadow * round_ * (one - min(gaps, float32(0.3)))
    # What lies in the shade takes the warm dark of the mouth, not grey.
    y += (cy + (ty - cy) * bright - y) * under * clear
    cb += (cu + (tu - cu) * bright - cb) * under * clear
    cr += (cv + (tv - cv) * bright - cr) * under * clear
    row = rim + down - float32(0.004) * wide
    over = smooth(row - soft, row + soft, v) * (one - smooth(float32(0.46), float32(0.72), side))
    dim = float32(0.62) * (float32(0.55) + float32(0.45) * (one - smooth(nil, float32(0.10) * wide, v - row))) * round_
    lows = nil
    for k in range(4):
        away = (place - float32(0.098) * float32(k)) / (float32(0.005) + float32(0.35) / wide)
        lows += float32(0.16) / (one + away * away)
    dim *= one - min(lows, float32(0.3))
    y += (cy + (ty - cy) * dim - y) * over
    cb += (cu + (tu - cu) * dim - cb) * over
    cr += (cv + (tv - cv) * dim - cr) * over
    return max(y, float32(16)), cb, cr

"""A photographed eye: lids that close with the skin from above them, and an iris that looks a little to a side.

As with the mouth every column is a line: the skin between fold and lid is drawn down over the eyeball, which stays
where it is. The iris is shifted inside the opening; what is white beside it is stretched or pressed together.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import float32, int32, uint8, uint32, uintp
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import RIM, EyeShape
from renderers.avatar.photo.sampling import smooth, take_cubic, take_linear

Rows = NDArray[np.float32]

_WIDEST = 0.10
"""How far the lids are opened at most beyond the photo's, as a share of their distance."""
_LEAST_WHITE = 0.45
"""What is left at least of the white on the side to which the eye looks."""


def lids(eye: EyeShape, closed: float, wide: float) -> tuple[Rows, Rows]:
    """The moved edges (fold, upper lid, lower lid, bag) and where they come from, 4 × columns each."""
    gap = eye.lower - eye.upper
    meet = eye.upper + eye.meet * gap
    opened = _WIDEST * (wide if wide > 0 else 1.6 * wide)
    upper = eye.upper - opened * gap
    lower = eye.lower + 0.25 * opened * gap
    upper = upper + (meet - upper) * closed
    lower = lower + (meet - lower) * closed
    # What of the ball the photo's edges of the lids still hold is not drawn over the shut eye.
    of = np.stack([eye.fold, eye.upper - 0.05 * closed * gap, eye.lower + 0.12 * closed * gap, eye.bag])
    to = np.stack([eye.fold, upper, np.maximum(lower, upper), eye.bag])
    return to.astype(np.float32), of.astype(np.float32)


def rims(eye: EyeShape) -> Rows:
    """How far up and down the dark rim about a round eye reaches, 2 × columns."""
    at = eye.u / (1 + RIM)
    upper, lower = np.interp(at, eye.u, eye.upper), np.interp(at, eye.u, eye.lower)
    line, high = (upper + lower) / 2, (1 + RIM) * (lower - upper) / 2
    rows = [line - high, line + high]
    return np.stack(rows).astype(np.float32)


def look(eye: EyeShape, across: float, down: float) -> tuple[float, float]:
    """How far (pixels of the eye's frame) the iris goes for a gaze in radii, so that white is left on both sides."""
    u, _, radius = eye.iris
    left, right = max(u - radius + eye.half, 0.0), max(eye.half - u - radius, 0.0)
    room = (1 - _LEAST_WHITE) * (right if across > 0 else left)
    shift = float(np.clip(across * radius, -room, room))
    height = float((eye.lower - eye.upper).max())
    return shift, float(np.clip(down * radius, -0.12 * height, 0.12 * height))


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def paint_eye(  # type: ignore[no-untyped-def]
    y4, u4, v4, ty, tu, tv, box, axes, first, half, to, of, ball, ring, iris, shift_u, shift_v, shut, mirrored
):
    """Paint the eye of the planes whose `quads` are given into the planes `t`, inside `box`; see
    `renderers.avatar.photo.mouth_painting`.

    `ball` are the lids' edges in the photo; `iris` is its middle and radius in the eye's frame, the shifts are how far
    it has gone. A `mirrored` lid is what lies beside the opening, in a mirror, for eyes too round to be drawn shut; as
    far as the eye is `shut` it covers the rim inside `ring` too, but for the line in which the lids meet.
    """
    nil, tick = float32(0), float32(0.5)
    x0, y0, cos, sin = axes[0], axes[1], axes[2], axes[3]
    columns, begin = ty.shape[1], box[0]
    wide = max(box[2] - begin, 0)
    at, held = np.empty(wide, np.uint32), np.empty((4, wide), np.uint32)
    # Where the skin and the ball come from, what of the ball is seen, how dark it is, and how dark the lid's edge.
    xs, ys = np.zeros(wide, np.float32), np.zeros(wide, np.float32)
    ball_xs, ball_ys = np.zeros(wide, np.float32), np.zeros(wide, np.float32)
    covers, shades, rims = np.empty(wide, np.float32), np.empty(wide, np.float32), np.empty(wide, np.float32)
    painted, shares = np.empty(wide, np.uint8), np.empty(wide, np.float32)
    over, under = smooth(nil, float32(0.4), shut), smooth(float32(0.1), float32(0.6), shut)
    skin, skin_u, skin_v = np.empty(wide, np.uint8), np.empty(wide, np.float32), np.empty(wide, np.float32)
    seen, seen_u, seen_v = np.empty(wide, np.uint8), np.empty(wide, np.float32), np.empty(wide, np.float32)
    for y in range(box[1], box[3]):
        low, high, ball_low, ball_high = wide, 0, wide, 0
        dy = float32(y) - y0
        # The columns of the picture in which this row meets those of the eye's frame.
        left = max(int(x0 + (first - dy * sin) / cos), begin) if cos > tick else begin
        right = min(int(x0 + (first + float32(to.shape[1]) - dy * sin) / cos) + 2, box[2]) if cos > tick else box[2]
        for x in range(left, right):
            n = x - begin
            dx = float32(x) - x0
            u, v = dx * cos + dy * sin, -dx * sin + dy * cos
            painted[n] = 0
            if low < wide:
                xs[n], ys[n], covers[n] = float32(x), float32(y), nil
            lid = _lid(u, v, first, half, to, of, ball, ring, over, under, mirrored)
            if not lid[0]:
                continue
            low, high, painted[n] = min(low, n), n + 1, 1
            w, cover, covers[n], rims[n], shares[n] = lid[1], lid[2], nil, lid[3], lid[4]
            xs[n], ys[n] = x0 + u * cos - w * sin, y0 + u * sin + w * cos
            if cover > float32(0.004):
                ball_low, ball_high, covers[n] = min(ball_low, n), n + 1, cover
                eu, ev, shades[n] = _ball(u, v, first, half, to, of, ball, iris, shift_u, shift_v, mirrored)
                ball_xs[n], ball_ys[n] = x0 + eu * cos - ev * sin, y0 + eu * sin + ev * cos
            elif ball_high:
                ball_xs[n], ball_ys[n] = xs[n], ys[n]
        if low >= high:
            continue
        take_linear(u4, columns, xs[low:high], ys[low:high], at, held, skin_u[low:])
        take_linear(v4, columns, xs[low:high], ys[low:high], at, held, skin_v[low:])
        take_cubic(y4, columns, xs[low:high], ys[low:high], at, held, skin[low:])
        if ball_low < ball_high:
            where_x, where_y = ball_xs[ball_low:ball_high], ball_ys[ball_low:ball_high]
            take_linear(u4, columns, where_x, where_y, at, held, seen_u[ball_low:])
            take_linear(v4, columns, where_x, where_y, at, held, seen_v[ball_low:])
            take_cubic(y4, columns, where_x, where_y, at, held, seen[ball_low:])
        for n in range(low, high):
            if painted[n] == 0:
                continue
            vy, vu, vv, cover = float32(skin[n]), skin_u[n], skin_v[n], covers[n]
            # The edge of a lid that is mirrored is as dark as the rim of the eye.
            vy -= rims[n] * float32(0.55) * (vy - float32(16))
            share = shares[n]
            if share < float32(1):
                at_once = uintp(y * columns + begin + n)
                py = float32(int32(y4[at_once] & uint32(255)))
                pu, pv = float32(int32(u4[at_once] & uint32(255))), float32(int32(v4[at_once] & uint32(255)))
                vy, vu, vv = py + (vy - py) * share, pu + (vu - pu) * share, pv + (vv - pv) * share
            if cover > nil:
                by = float32(16) + (float32(seen[n]) - float32(16)) * shades[n]
                vy += (by - vy) * cover
                vu += (seen_u[n] - vu) * cover
                vv += (seen_v[n] - vv) * cover
            x = begin + n
            ty[y, x] = uint8(vy + tick)
            tu[y, x] = uint8(min(max(vu + tick, nil), float32(255)))
            tv[y, x] = uint8(min(max(vv + tick, nil), float32(255)))


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def _lid(u, v, first, half, to, of, ball, ring, over, under, mirrored):  # type: ignore[no-untyped-def]
    """Whether (u, v) is of the eye; if so, the `v` that its skin comes from, how much of the ball is seen there, and
    how much of the dark edge of a mirrored lid, and how much of all that covers the photo.
    """
    one, nil, tick = float32(1), float32(0), float32(0.5)
    count = to.shape[1]
    at = u - first
    if at < nil or at >= float32(count - 1):
        return False, nil, nil, nil, nil
    i = int(at)
    s = at - float32(i)
    fold = to[0, i] + s * (to[0, i + 1] - to[0, i])
    bag = to[3, i] + s * (to[3, i + 1] - to[3, i])
    if v <= fold or v >= bag:
        return False, nil, nil, nil, nil
    upper = to[1, i] + s * (to[1, i + 1] - to[1, i])
    lower = to[2, i] + s * (to[2, i + 1] - to[2, i])
    from_upper = of[1, i] + s * (of[1, i + 1] - of[1, i])
    from_lower = of[2, i] + s * (of[2, i + 1] - of[2, i])
    w, rim, share = v, nil, one
    if mirrored:
        # Skin that would have to come from far is not drawn down: what lies beside the opening is laid over it.
        edge_upper = ball[0, i] + s * (ball[0, i + 1] - ball[0, i])
        edge_lower = ball[1, i] + s * (ball[1, i + 1] - ball[1, i])
        outside = v <= edge_upper or v >= edge_lower
        if outside and over <= nil:
            return False, nil, nil, nil, nil
        upper, lower = max(upper, edge_upper), min(lower, edge_lower)
        above = v - upper < lower - v
        ring_upper, ring_lower = edge_upper, edge_lower
        if over > nil:
            ring_upper = ring[0, i] + s * (ring[0, i + 1] - ring[0, i])
            ring_lower = ring[1, i] + s * (ring[1, i + 1] - ring[1, i])
        if outside:
            if v <= ring_upper or v >= ring_lower:
                return False, nil, nil, nil, nil
            share = (over if above else under) * smooth(nil, float32(0.12) * half, min(v - ring_upper, ring_lower - v))
            share *= one - smooth(float32(0.94) * half, float32(1 + 0.8 * RIM) * half, abs(u))
            if share <= nil:
                return False, nil, nil, nil, nil
        if above:
            edge = edge_upper + (ring_upper - edge_upper) * over
            w = edge - float32(0.85) * max(v - edge, nil)
            rim = upper - v
        else:
            edge = edge_lower + (ring_lower - edge_lower) * under
            w = edge + float32(0.85) * max(edge - v, nil)
            rim = v - lower
        # The line thins out towards the corners.
        rim = (one - smooth(nil, float32(0.10) * half, rim)) * (one - smooth(float32(0.8) * half, half, abs(u)))
    elif v - upper < lower - v:
        # Lashes and the lid's own shade go down as they are; what is stretched is the skin above them.
        w = min(v, upper)
        rigid = fold + (upper - fold) * float32(0.5) + (upper - from_upper) * float32(0.5)
        share = min(max((w - fold) / max(rigid - fold, tick), nil), one)
        share = float32(0.5) * share + float32(0.5) * share * share * (float32(3) - float32(2) * share)
        w = w - (upper - from_upper) * share
    else:
        w = max(v, lower)
        w = w - (lower - from_lower) * (one - smooth(lower, bag, w))
    cover = min(max(v - upper + tick, nil), one) * min(max(lower - v + tick, nil), one) * min(lower - upper, one)
    return True, w, cover, rim, share


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def _ball(u, v, first, half, to, of, ball, iris, shift_u, shift_v, mirrored):  # type: ignore[no-untyped-def]
    """Where on the photo's ball (u, v) is what is seen at (u, v), and how much of its light is left under the lid."""
    one, nil, tick = float32(1), float32(0), float32(0.5)
    count = to.shape[1]
    at = u - first
    i = int(at)
    s = at - float32(i)
    upper = to[1, i] + s * (to[1, i + 1] - to[1, i])
    lower = to[2, i] + s * (to[2, i + 1] - to[2, i])
    from_upper = of[1, i] + s * (of[1, i + 1] - of[1, i])
    base_upper = ball[0, i] + s * (ball[0, i + 1] - ball[0, i])
    base_lower = ball[1, i] + s * (ball[1, i + 1] - ball[1, i])
    if mirrored:
        upper, lower = max(upper, base_upper), min(lower, base_lower)
    gap, span = lower - upper, base_lower - base_upper
    # The eyeball, seen where it is; lids that are wider apart than the photo's show no more of it.
    ev = v
    if gap > span and span > tick:
        ev = base_upper + (v - upper) * span / gap
    eu = u
    middle, radius = iris[0], iris[2]
    if abs(shift_u) > float32(0.01):
        begin, end = middle - radius, middle + radius
        if u < begin + shift_u:
            eu = -half + (u + half) * (begin + half) / max(begin + shift_u + half, float32(0.5))
        elif u > end + shift_u:
            eu = half - (half - u) * (half - end) / max(half - end - shift_u, float32(0.5))
        else:
            eu = u - shift_u
        # A place of the ball keeps its height between the lids, and with it their shade.
        spot = min(max(eu - first, nil), float32(count - 1.01))
        m = int(spot)
        q = spot - float32(m)
        other = ball[0, m] + q * (ball[0, m + 1] - ball[0, m])
        other_span = ball[1, m] + q * (ball[1, m + 1] - ball[1, m]) - other
        if span > one and other_span > one:
            ev = other + (ev - base_upper) * other_span / span
    near = one - smooth(radius * float32(0.9), radius * float32(1.5), abs(u - middle - shift_u))
    shade = one
    if upper - from_upper > tick:
        # A lid that comes down throws its shadow on the ball.
        shade = one - float32(0.25) * (one - smooth(nil, float32(0.35) * span + one, v - upper))
    return eu, ev - shift_v * near, shade

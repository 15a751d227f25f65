"""A photographed eye: lids that close with the skin from above them, and an iris that looks a little to a side.

As with the mouth every column is a line: the skin between fold and lid is drawn down over the eyeball, which stays
where it is. The iris is shifted inside the opening; what is white beside it is stretched or pressed together.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import float32
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import EyeShape
from renderers.avatar.photo.sampling import cubic, linear, smooth

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


def look(eye: EyeShape, across: float, down: float) -> tuple[float, float]:
    """How far (pixels of the eye's frame) the iris goes for a gaze in radii, so that white is left on both sides."""
    u, _, radius = eye.iris
    left, right = max(u - radius + eye.half, 0.0), max(eye.half - u - radius, 0.0)
    room = (1 - _LEAST_WHITE) * (right if across > 0 else left)
    shift = float(np.clip(across * radius, -room, room))
    height = float((eye.lower - eye.upper).max())
    return shift, float(np.clip(down * radius, -0.12 * height, 0.12 * height))


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def paint_eye(sy, su, sv, ty, tu, tv, box, axes, first, half, to, of, ball, iris, shift_u, shift_v, mirrored):  # type: ignore[no-untyped-def]
    """Paint the eye of the planes `s` into the planes `t`, inside `box`; see `renderers.avatar.photo.mouth`.

    `ball` are the lids' edges in the photo; `iris` is its middle and radius in the eye's frame, the shifts are how far
    it has gone. A `mirrored` lid is what lies beside the opening, in a mirror, for eyes too round to be drawn shut.
    """
    one, nil, tick = float32(1), float32(0), float32(0.5)
    x0, y0, cos, sin = axes[0], axes[1], axes[2], axes[3]
    count = to.shape[1]
    for y in range(box[1], box[3]):
        for x in range(box[0], box[2]):
            dx, dy = float32(x) - x0, float32(y) - y0
            u, v = dx * cos + dy * sin, -dx * sin + dy * cos
            at = u - first
            if at < nil or at >= float32(count - 1):
                continue
            i = int(at)
            s = at - float32(i)
            fold = to[0, i] + s * (to[0, i + 1] - to[0, i])
            bag = to[3, i] + s * (to[3, i + 1] - to[3, i])
            if v <= fold or v >= bag:
                continue
            upper = to[1, i] + s * (to[1, i + 1] - to[1, i])
            lower = to[2, i] + s * (to[2, i + 1] - to[2, i])
            from_upper = of[1, i] + s * (of[1, i + 1] - of[1, i])
            from_lower = of[2, i] + s * (of[2, i + 1] - of[2, i])
            w = v
            rim = nil
            if mirrored:
                # Skin that would have to come from far is not drawn down: what lies beside the opening is laid over it.
                edge_upper = ball[0, i] + s * (ball[0, i + 1] - ball[0, i])
                edge_lower = ball[1, i] + s * (ball[1, i + 1] - ball[1, i])
                if v <= edge_upper or v >= edge_lower:
                    ty[y, x], tu[y, x], tv[y, x] = sy[y, x], su[y, x], sv[y, x]
                    continue
                upper, lower = max(upper, edge_upper), min(lower, edge_lower)
                if v - upper < lower - v:
                    w = edge_upper - float32(0.85) * max(v - edge_upper, nil)
                    rim = upper - v
                else:
                    w = edge_lower + float32(0.85) * max(edge_lower - v, nil)
                    rim = v - lower
                rim = one - smooth(nil, float32(0.10) * half, rim)
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
            px, py = x0 + u * cos - w * sin, y0 + u * sin + w * cos
            vy, vu, vv = cubic(sy, px, py), linear(su, px, py), linear(sv, px, py)
            # The edge of such a lid is as dark as the rim of the eye.
            vy -= rim * float32(0.55) * (vy - float32(16))
            gap = lower - upper
            cover = min(max(v - upper + tick, nil), one) * min(max(lower - v + tick, nil), one) * min(gap, one)
            if cover > float32(0.004):
                # The eyeball, seen where it is; lids that are wider apart than the photo's show no more of it.
                ev = v
                base_upper = ball[0, i] + s * (ball[0, i + 1] - ball[0, i])
                span = ball[1, i] + s * (ball[1, i + 1] - ball[1, i]) - base_upper
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
                ev = ev - shift_v * near
                qx, qy = x0 + eu * cos - ev * sin, y0 + eu * sin + ev * cos
                by, bu, bv = cubic(sy, qx, qy), linear(su, qx, qy), linear(sv, qx, qy)
                # A lid that comes down throws its shadow on the ball.
                fallen = max(upper - from_upper, nil)
                if fallen > tick:
                    shade = one - float32(0.25) * (one - smooth(nil, float32(0.35) * span + one, v - upper))
                    by = float32(16) + (by - float32(16)) * shade
                vy += (by - vy) * cover
                vu += (bu - vu) * cover
                vv += (bv - vv) * cover
            ty[y, x] = numba.uint8(vy + tick)
            tu[y, x] = numba.uint8(min(max(vu + tick, nil), float32(255)))
            tv[y, x] = numba.uint8(min(max(vv + tick, nil), float32(255)))

"""The kernels that paint a photographed mouth: skin and lips carried to where they are, and what opens between them.

See `renderers.avatar.photo.mouth` for the edges that say where. Importing this module loads numba.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import float32, int32, uint8

from renderers.avatar.photo.sampling import smooth, take_cubic, take_linear

_STEP = 4
"""Pixels between two places of skin of which it is told where they come from; the others come from between."""


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def paint_mouth(  # type: ignore[no-untyped-def]
    sy, su, sv, sa, y4, u4, v4, a4, solid, ty, tu, tv, ta, box, axes, first, half_of, half_to, to, of, rim, down, shown,
    tones, line, tongue_up,
):  # fmt: skip
    """Paint the mouth of the planes `s` (Y, U, V and alpha) into the planes `t`, inside `box` (its four edges).

    `y4` to `a4` are the `quads` of the planes `s`. `solid` are the cells of 16 pixels in which alpha is full, whatever
    the jaw does; all sides are even. `axes` are the frame's x, y, cosine and sine; `first` the first column's `u`;
    `half_of` and `half_to` half the width before and after; `shown` the teeth that the photo shows (0 to 255; the size
    of the planes); `tones` the colours of teeth, tongue and cavity; `line` how dark shut lips meet, `tongue_up` how far
    the tongue is raised.
    """
    x0, y0, cos, sin = axes[0], axes[1], axes[2], axes[3]
    columns, begin, end = sy.shape[1], box[0], box[2]
    base, top = begin // _STEP * _STEP, box[1] // _STEP * _STEP
    cells = max((end - base + _STEP - 1) // _STEP, 0)
    wide = cells * _STEP
    # Where the corners of a row of cells come from, and then each pixel.
    node_xs, node_ys = np.empty((2, cells + 1), np.float32), np.empty((2, cells + 1), np.float32)
    xs, ys = np.empty(wide, np.float32), np.empty(wide, np.float32)
    half_xs, half_ys = np.empty(wide // 2, np.float32), np.empty(wide // 2, np.float32)
    at, held = np.empty(wide, np.uint32), np.empty((4, wide), np.uint32)
    blues, reds = np.empty(wide, np.float32), np.empty(wide, np.float32)
    tick, step = float32(0.5), float32(_STEP)
    # About the lips it is told of every pixel, and each has a colour of its own.
    beside = float32(1.1) * half_to + step
    above, below = to[1, :].min() - float32(4) - step, to[4, :].max() + float32(4) + step
    for block in range(top, box[3], _STEP):
        if block > top:
            node_xs[0], node_ys[0] = node_xs[1], node_ys[1]
        for row in range(1 if block > top else 0, 2):
            dy = float32(block + row * _STEP) - y0
            for cell in range(cells + 1):
                dx = float32(base + cell * _STEP) - x0
                node_xs[row, cell], node_ys[row, cell] = _origin(
                    dx * cos + dy * sin, -dx * sin + dy * cos, x0, y0, cos, sin, first, half_of, half_to, to, of
                )
        for y in range(max(block, box[1]), min(block + _STEP, box[3])):
            dy, t = float32(y) - y0, float32(y - block) / step
            lips_begin, lips_end = end, begin
            for cell in range(cells):
                place = cell * _STEP
                dx = float32(base + place) - x0
                u, v = dx * cos + dy * sin, -dx * sin + dy * cos
                if abs(u) < beside and above < v < below:
                    lips_begin, lips_end = max(min(lips_begin, base + place), begin), min(base + place + _STEP, end)
                    for n in range(_STEP):
                        way = float32(n)
                        xs[place + n], ys[place + n] = _origin(
                            u + way * cos, v - way * sin, x0, y0, cos, sin, first, half_of, half_to, to, of
                        )
                    continue
                ax = node_xs[0, cell] + t * (node_xs[1, cell] - node_xs[0, cell])
                ay = node_ys[0, cell] + t * (node_ys[1, cell] - node_ys[0, cell])
                run_x = (node_xs[0, cell + 1] + t * (node_xs[1, cell + 1] - node_xs[0, cell + 1]) - ax) / step
                run_y = (node_ys[0, cell + 1] + t * (node_ys[1, cell + 1] - node_ys[0, cell + 1]) - ay) / step
                for n in range(_STEP):
                    xs[place + n], ys[place + n] = ax + run_x * float32(n), ay + run_y * float32(n)
            if y & 1 == 0:
                # Elsewhere four pixels share a colour.
                for n in range(wide // 2):
                    half_xs[n], half_ys[n] = xs[2 * n], ys[2 * n]
                take_linear(u4, columns, half_xs, half_ys, at, held, blues)
                take_linear(v4, columns, half_xs, half_ys, at, held, reds)
                for x in range(begin, end, 2):
                    n = (x - base) // 2
                    blue, red = uint8(int32(blues[n] + tick)), uint8(int32(reds[n] + tick))
                    tu[y, x], tv[y, x], tu[y, x + 1], tv[y, x + 1] = blue, red, blue, red
                    tu[y + 1, x], tv[y + 1, x], tu[y + 1, x + 1], tv[y + 1, x + 1] = blue, red, blue, red
            some_x, some_y = xs[lips_begin - base : lips_end - base], ys[lips_begin - base : lips_end - base]
            if lips_begin < lips_end:
                take_linear(u4, columns, some_x, some_y, at, held, blues)
                take_linear(v4, columns, some_x, some_y, at, held, reds)
                for n in range(lips_end - lips_begin):
                    x = lips_begin + n
                    tu[y, x], tv[y, x] = uint8(int32(blues[n] + tick)), uint8(int32(reds[n] + tick))
            x = begin
            while x < end:
                # As much of the row as is in cells that are alike.
                stop = min((x // 16 + 1) * 16, end)
                if solid[y // 16, x // 16] == 0:
                    while stop < end and solid[y // 16, stop // 16] == 0:
                        stop = min(stop + 16, end)
                    take_linear(a4, columns, xs[x - base : stop - base], ys[x - base : stop - base], at, held, blues)
                    for n in range(stop - x):
                        ta[y, x + n] = uint8(int32(blues[n] + tick))
                x = stop
            take_cubic(
                y4, columns, xs[begin - base : end - base], ys[begin - base : end - base], at, held, ty[y, begin:end]
            )
            for x in range(lips_begin, lips_end):
                dx = float32(x) - x0
                _fill(
                    sy, su, sv, ty, tu, tv, x, y, dx * cos + dy * sin, -dx * sin + dy * cos, first, half_of, half_to,
                    to, rim, down, shown, tones, line, tongue_up,
                )  # fmt: skip


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def _origin(u, v, x0, y0, cos, sin, first, half_of, half_to, to, of):  # type: ignore[no-untyped-def]
    """Where in the photo the skin or the lips come from that are seen at (u, v), as x and y."""
    one, nil = float32(1), float32(0)
    count = to.shape[1]
    at = u - first
    if at < nil or at >= float32(count - 1):
        return x0 + u * cos - v * sin, y0 + u * sin + v * cos
    i = int(at)
    s = at - float32(i)
    t0 = to[0, i] + s * (to[0, i + 1] - to[0, i])
    t6 = to[6, i] + s * (to[6, i + 1] - to[6, i])
    if v <= t0 or v >= t6:
        return x0 + u * cos - v * sin, y0 + u * sin + v * cos
    upper = to[2, i] + s * (to[2, i + 1] - to[2, i])
    lower = to[3, i] + s * (to[3, i + 1] - to[3, i])
    # Where from, in this column.
    if v <= upper + float32(0.5) * (lower - upper):
        w = min(v, upper)
        b = to[1, i] + s * (to[1, i + 1] - to[1, i])
        ob = of[1, i] + s * (of[1, i + 1] - of[1, i])
        if w > b:
            oc = of[2, i] + s * (of[2, i + 1] - of[2, i])
            share = (w - b) / max(upper - b, float32(1e-3))
            w = ob + share * (oc - ob)
        else:
            w = w - (b - ob) * smooth(t0, b, w)
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
    end = -first if u < nil else first + float32(count - 1)
    if size <= half_to:
        from_u = size * half_of / half_to
    else:
        from_u = half_of + (size - half_to) * (end - half_of) / max(end - half_to, float32(1e-3))
    near = smooth(of[0, i], of[1, i], w) * (one - smooth(of[4, i], of[5, i], w))
    from_u = size + (from_u - size) * near
    if u < nil:
        from_u = -from_u
    return x0 + from_u * cos - w * sin, y0 + from_u * sin + w * cos


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def _fill(  # type: ignore[no-untyped-def]
    sy, su, sv, ty, tu, tv, x, y, u, v, first, half_of, half_to, to, rim, down, shown, tones, line, tongue_up
):  # fmt: skip
    """Lay what is seen between the lips over the pixel (x, y) of the planes `t`, and how dark shut lips meet."""
    one, nil, tick = float32(1), float32(0), float32(0.5)
    at = u - first
    if abs(u) >= half_to or at < nil or at >= float32(to.shape[1] - 1):
        return
    i = int(at)
    s = at - float32(i)
    upper = to[2, i] + s * (to[2, i + 1] - to[2, i])
    lower = to[3, i] + s * (to[3, i + 1] - to[3, i])
    gap = lower - upper
    shut = line > nil and gap < float32(2)
    if not shut and (v <= upper - tick or v >= lower + tick):
        return
    wide = float32(2) * half_of
    vy, vu, vv = float32(ty[y, x]), float32(tu[y, x]), float32(tv[y, x])
    cover = min(max(v - upper + tick, nil), one) * min(max(lower - v + tick, nil), one) * min(gap, one)
    cover *= one - float32(0.75) * smooth(float32(0.66), float32(0.95), abs(u) / half_to)
    if cover > float32(0.004):
        iy, iu, iv = _inside(
            u, v, upper, lower, rim[i] + s * (rim[i + 1] - rim[i]), down, wide, half_to, tones, tongue_up
        )
        # The photo's own teeth do not move with the lips.
        own = float32(shown[y, x]) / float32(255)
        if own > nil:
            shade = float32(0.50) + float32(0.50) * smooth(nil, float32(0.07) * wide, v - upper)
            iy += (tones[2, 0] + (float32(sy[y, x]) - tones[2, 0]) * shade - iy) * own
            iu += (tones[2, 1] + (float32(su[y, x]) - tones[2, 1]) * shade - iu) * own
            iv += (tones[2, 2] + (float32(sv[y, x]) - tones[2, 2]) * shade - iv) * own
        vy += (iy - vy) * cover
        vu += (iu - vu) * cover
        vv += (iv - vv) * cover
    if shut:
        # Shut lips that come from an open mouth have no dark line between them yet.
        far = (v - upper - tick * gap) / (float32(0.010) * wide + float32(0.4))
        dark = line * (one - gap * tick) / (one + far * far * far * far)
        dark *= smooth(nil, float32(0.2), one - abs(u) / half_to)
        vy = float32(16) + (vy - float32(16)) * (one - dark)
    ty[y, x] = uint8(vy + tick)
    tu[y, x] = uint8(min(max(vu + tick, nil), float32(255)))
    tv[y, x] = uint8(min(max(vv + tick, nil), float32(255)))


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

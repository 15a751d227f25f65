"""Layered bands with clean edges and soft shadows: hills, ribbons and sheets of paper are all bands.

A band fills each column from `top` to `bottom`. Its colour runs through a ramp across the band; `glow` mixes in a second
ramp along it. Edges are antialiased by their slope; the shadow falls on whatever was painted before.
"""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.background.tones import Colours


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def paint_bands(rgb, top, bottom, sharp, span, glow, ramps, shadow, reach, first):  # type: ignore[no-untyped-def]
    """Paint bands over `rgb` (rows × columns × 3), rows from `first` on, in order.

    For band `k` and column `x` (all float32): `top[k, x]`, `bottom[k, x]` in rows; `sharp[k, x]` is the share of a row
    that one row of height means across the edge (1 where level); `span[k, x]` is the ramp's length in rows, measured from
    `top`; `glow[k, x]` in 0..1 mixes `ramps[k, 0]` to `ramps[k, 1]` (count × 4 each: colour, opacity). `shadow[k]` are the three factors
    that a full shadow leaves of a colour, and it reaches `reach[k]` rows beyond both edges.
    """
    rows, columns = rgb.shape[0], rgb.shape[1]
    bands, count = top.shape[0], ramps.shape[2]
    last = np.float32(count - 1.001)
    half, nil, one = np.float32(0.5), np.float32(0.0), np.float32(1.0)
    low = np.empty(bands, np.float32)
    high = np.empty(bands, np.float32)
    for k in range(bands):
        low[k] = top[k].min() - reach[k] - one
        high[k] = bottom[k].max() + reach[k] + one
    for row in range(first, rows):
        y = np.float32(row) + half
        for k in range(bands):
            if y < low[k] or y > high[k]:
                continue
            fade = one / max(reach[k], np.float32(1e-3))
            red, green, blue = one - shadow[k, 0], one - shadow[k, 1], one - shadow[k, 2]
            for x in range(columns):
                above = (y - top[k, x]) * sharp[k, x]
                below = (bottom[k, x] - y) * sharp[k, x]
                inside = min(above, below)
                if inside <= -half:
                    gone = one + (inside + half) * fade
                    if gone > nil:
                        gone *= gone
                        rgb[row, x, 0] *= one - gone * red
                        rgb[row, x, 1] *= one - gone * green
                        rgb[row, x, 2] *= one - gone * blue
                    continue
                cover = min(inside + half, one)
                at = min(max((y - top[k, x]) / span[k, x], nil), one) * last
                i = np.int32(at)
                p = at - np.float32(i)
                g = glow[k, x]
                a = ramps[k, 0, i, 3] + (ramps[k, 0, i + 1, 3] - ramps[k, 0, i, 3]) * p
                b = ramps[k, 1, i, 3] + (ramps[k, 1, i + 1, 3] - ramps[k, 1, i, 3]) * p
                cover *= a + (b - a) * g
                for c in range(3):
                    a = ramps[k, 0, i, c] + (ramps[k, 0, i + 1, c] - ramps[k, 0, i, c]) * p
                    b = ramps[k, 1, i, c] + (ramps[k, 1, i + 1, c] - ramps[k, 1, i, c]) * p
                    colour = a + (b - a) * g
                    rgb[row, x, c] += (colour - rgb[row, x, c]) * cover


def opaque(colours: Colours) -> Colours:
    """A ramp `(count, 4)` of `colours` with full opacity."""
    return np.concatenate([colours, np.ones((len(colours), 1), np.float32)], 1)


def fading(colours: Colours, opacity: tuple[float, ...]) -> Colours:
    """A ramp `(count, 4)` of `colours` whose opacity runs smoothly through the given stops."""
    t = np.linspace(0, len(opacity) - 1, len(colours))
    first = np.minimum(t.astype(int), len(opacity) - 2)
    p = t - first
    p = p * p * (3 - 2 * p)
    stops = np.array(opacity)
    alpha = stops[first] + (stops[first + 1] - stops[first]) * p
    return np.concatenate([colours, alpha[:, None].astype(np.float32)], 1)


def slopes(edge: NDArray[np.float64]) -> NDArray[np.float32]:
    """The `sharp` of edges given in rows a column, `(bands, columns)`."""
    slope = np.gradient(edge, axis=1)
    return (1 / np.sqrt(1 + slope * slope)).astype(np.float32)

"""Layered bands with clean edges and soft shadows: hills, ribbons and sheets of paper are all bands.

A band fills each column from `top` to `bottom`. Its colour runs through a ramp across the band; `glow` mixes in a
second ramp along it. Edges are antialiased by their slope; the shadow falls on whatever was painted before.
"""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.background.tones import Colours

Edges = NDArray[np.float64] | NDArray[np.float32]


_BLOCK = 48
"""Columns that are looked at together: where a band does not reach into them, they are passed over at once."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _paint(rgb, top, bottom, sharp, span, glow, ramps, shadow, reach, first):  # type: ignore[no-untyped-def]
    rows, columns = rgb.shape[0], rgb.shape[1]
    bands, count = top.shape[0], ramps.shape[2]
    last = np.float32(count - 1)
    half, nil, one = np.float32(0.5), np.float32(0.0), np.float32(1.0)
    blocks = (columns + _BLOCK - 1) // _BLOCK
    low = np.empty((bands, blocks), np.float32)
    high = np.empty((bands, blocks), np.float32)
    for k in range(bands):
        for block in range(blocks):
            start, stop = block * _BLOCK, min(columns, (block + 1) * _BLOCK)
            # A shadow's reach is measured across the edge: on a slope it is longer in rows.
            more = (reach[k] + one) / sharp[k, start:stop].min()
            low[k, block] = top[k, start:stop].min() - more
            high[k, block] = bottom[k, start:stop].max() + more
    for row in range(first, rows):
        y = np.float32(row) + half
        for k in range(bands):
            fade = one / max(reach[k], np.float32(1e-3))
            dim = reach[k] > nil
            red, green, blue = one - shadow[k, 0], one - shadow[k, 1], one - shadow[k, 2]
            for block in range(blocks):
                if y < low[k, block] or y > high[k, block]:
                    continue
                for x in range(block * _BLOCK, min(columns, (block + 1) * _BLOCK)):
                    above = y - top[k, x]
                    inside = min(above, bottom[k, x] - y) * sharp[k, x]
                    if inside <= -half:
                        gone = one + (inside + half) * fade
                        if dim and gone > nil:
                            gone *= gone
                            rgb[row, x, 0] *= one - gone * red
                            rgb[row, x, 1] *= one - gone * green
                            rgb[row, x, 2] *= one - gone * blue
                        continue
                    cover = min(inside + half, one)
                    if dim and cover < one:
                        # What shows beside the edge lies in the full shadow; without this the edge would glitter.
                        rgb[row, x, 0] *= shadow[k, 0]
                        rgb[row, x, 1] *= shadow[k, 1]
                        rgb[row, x, 2] *= shadow[k, 2]
                    i = np.uint32(min(max(above / span[k, x], nil), one) * last)
                    g = glow[k, x]
                    if g == nil:
                        cover *= ramps[k, 0, i, 3]
                        for c in range(3):
                            rgb[row, x, c] += (ramps[k, 0, i, c] - rgb[row, x, c]) * cover
                    else:
                        rest = one - g
                        cover *= ramps[k, 0, i, 3] * rest + ramps[k, 1, i, 3] * g
                        if cover > np.float32(0.004):
                            for c in range(3):
                                colour = ramps[k, 0, i, c] * rest + ramps[k, 1, i, c] * g
                                rgb[row, x, c] += (colour - rgb[row, x, c]) * cover


def paint_bands(
    rgb: Colours,
    top: Edges,
    bottom: Edges,
    sharp: Edges,
    span: Edges,
    glow: Edges,
    ramps: Colours,
    shadow: Colours,
    reach: Colours,
    first: int = 0,
) -> None:
    """Paint bands over `rgb` (rows × columns × 3), from row `first` on, in order.

    For band `k` and column `x`: `top[k, x]`, `bottom[k, x]` in rows; `sharp[k, x]` is the share of a row that one row
    of height means across the edge (1 where level); `span[k, x]` is the ramp's length in rows, measured from `top`;
    `glow[k, x]` in 0..1 mixes `ramps[k, 0]` to `ramps[k, 1]` (count × 4 each: colour, opacity). `shadow[k]` are the
    three factors that a full shadow leaves of a colour, and it reaches `reach[k]` rows beyond both edges.
    """
    top, bottom, sharp, span, glow = (np.ascontiguousarray(v, np.float32) for v in (top, bottom, sharp, span, glow))
    _paint(rgb, top, bottom, sharp, span, glow, ramps, shadow, reach, first)


def hidden(top: NDArray[np.float64]) -> NDArray[np.float64]:
    """The `bottom` of opaque bands that lie before one another: each ends two rows under the next one's edge."""
    nearest = np.minimum.accumulate(top[::-1], 0)[::-1]
    ends = np.concatenate([nearest[1:] + 2.0, np.full((1, top.shape[1]), 1e5)])
    return np.asarray(np.maximum(ends, top))


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
    return np.asarray(1 / np.sqrt(1 + slope * slope), np.float32)

"""Layered bands with clean edges and soft shadows: hills, ribbons and sheets of paper are all bands.

A band fills each column from `top` to `bottom`. Its colour runs through a ramp across the band; `glow` mixes in a
second ramp along it. Edges are antialiased by their slope; the shadow falls on whatever was painted before.
"""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.background.stage import Canvas
from renderers.background.tones import Colours

Edges = NDArray[np.float64] | NDArray[np.float32]


_BLOCK = 48
"""Columns that are looked at together: where a band does not reach into them, they are passed over at once."""


_AWAY, _BESIDE, _EDGE, _WITHIN = 0, 1, 2, 3
"""What a band is to some pixels: nothing, the caster of their shadow, partly over them, wholly over them."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _darken(rgb, row, i, j, y, top, bottom, sharp, fade, light, gone):  # type: ignore[no-untyped-def]
    """Lay a band's shadow over pixels that it does not cover; `light` is what a full shadow takes of each channel.

    Loops run from 0 over whole rows of which one is written: anything else the compiler does not turn into vectors.
    """
    half, nil, one = np.float32(0.5), np.float32(0), np.float32(1)
    for column in range(gone.shape[0]):
        inside = min(y - top[column], bottom[column] - y) * sharp[column]
        # What shows beside the edge lies in the full shadow; without this the edge would glitter.
        deep = min(max(one + (inside + half) * fade[column], nil), one) if inside < half else nil
        gone[column] = deep * deep
    for channel in range(3):
        out, taken = rgb[channel, row, i:j], light[channel]
        for column in range(gone.shape[0]):
            out[column] *= one - gone[column] * taken


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _shade(side, i, j, y, top, length, glow, ramps, tones, at):  # type: ignore[no-untyped-def]
    """Write colour and opacity of a band along one row into one side of `tones`."""
    nil, one = np.float32(0), np.float32(1)
    columns = at.shape[0]
    last = np.float32(ramps.shape[2] - 1)
    for column in range(columns):
        at[column] = np.int32(min(max((y - top[column]) * length[column], nil), one) * last)
    lit = glow[0] != nil or glow[columns - 1] != nil
    for channel in range(4):
        out, ramp, turned = tones[side, channel, i:j], ramps[0, channel], ramps[1, channel]
        if lit:
            for column in range(columns):
                tone = ramp[at[column]]
                out[column] = tone + (turned[at[column]] - tone) * glow[column]
        else:
            for column in range(columns):
                out[column] = ramp[at[column]]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _cover(rgb, row, i, j, y, top, bottom, sharp, tones, part, kind, opacity):  # type: ignore[no-untyped-def]
    """Lay a band over pixels; its tones are `part` of the way from the first of `tones` to the second."""
    half, nil, one = np.float32(0.5), np.float32(0), np.float32(1)
    columns = opacity.shape[0]
    first, second = tones[0, 3, i:j], tones[1, 3, i:j]
    for column in range(columns):
        opacity[column] = first[column] + (second[column] - first[column]) * part
    if kind == _EDGE:
        for column in range(columns):
            inside = min(y - top[column], bottom[column] - y) * sharp[column]
            opacity[column] *= min(max(inside + half, nil), one)
    for channel in range(3):
        out, begin, end = rgb[channel, row, i:j], tones[0, channel, i:j], tones[1, channel, i:j]
        for column in range(columns):
            tone = begin[column] + (end[column] - begin[column]) * part
            out[column] += (tone - out[column]) * opacity[column]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _kind(y, reaches, k, block):  # type: ignore[no-untyped-def]
    if y < reaches[k, block, 0] or y > reaches[k, block, 1]:
        return _AWAY
    if reaches[k, block, 4] < y < reaches[k, block, 5]:
        return _WITHIN
    return _EDGE if reaches[k, block, 2] < y < reaches[k, block, 3] else _BESIDE


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _paint(rgb, ground, top, bottom, sharp, length, glow, ramps, shadow, reach, first, strip):  # type: ignore[no-untyped-def]
    rows, columns = rgb.shape[1], rgb.shape[2]
    bands = top.shape[0]
    half, nil, one = np.float32(0.5), np.float32(0.0), np.float32(1.0)
    blocks = (columns + _BLOCK - 1) // _BLOCK
    # Rows between which a block of a band and its shadow lie, the band alone, and what of it knows no edge.
    reaches = np.empty((bands, blocks, 6), np.float32)
    fade = np.empty((bands, columns), np.float32)
    opacity, at = np.empty(columns, np.float32), np.empty(columns, np.int32)
    tones = np.zeros((2, 4, columns), np.float32)
    light, dim = one - shadow, np.zeros(bands, np.bool_)
    for k in range(bands):
        dim[k] = light[k].max() > nil and reach[k].max() > nil
        for column in range(columns):
            fade[k, column] = one / max(reach[k, column], np.float32(1e-3))
        for block in range(blocks):
            start, stop = block * _BLOCK, min(columns, (block + 1) * _BLOCK)
            # Distances are measured across the edge: on a slope they are longer in rows.
            steep = one / sharp[k, start:stop].min()
            more = (reach[k, start:stop].max() + one) * steep
            above, below = top[k, start:stop], bottom[k, start:stop]
            found = reaches[k, block]
            found[0], found[1] = above.min() - more, below.max() + more
            found[2], found[3] = above.min() - half * steep, below.max() + half * steep
            found[4], found[5] = above.max() + half * steep, below.min() - half * steep
    for begin in range(first, rows, strip):
        end = min(rows, begin + strip)
        for channel in range(3):
            for row in range(begin, end):
                out, below = rgb[channel, row], ground[channel, row]
                for column in range(columns):
                    out[column] = below[column]
        for k in range(bands):
            begun = np.float32(begin)
            i, j, reached = columns, 0, False
            for block in range(blocks):
                if reaches[k, block, 0] < begun + np.float32(strip) and reaches[k, block, 1] > begun:
                    reached = True
                if reaches[k, block, 2] < begun + np.float32(strip) and reaches[k, block, 3] > begun:
                    i, j = min(i, block * _BLOCK), min(columns, (block + 1) * _BLOCK)
            if not reached:
                continue
            if i < j:
                for side in range(2):
                    _shade(side, i, j, begun + np.float32(side * strip), top[k, i:j], length[k, i:j], glow[k, i:j],
                           ramps[k], tones, at[i:j])  # fmt: skip
            for row in range(begin, end):
                y = np.float32(row) + half
                part = (y - begun) / np.float32(strip)
                block = 0
                while block < blocks:
                    # Neighbouring blocks of one kind are painted in one run.
                    kind, i = _kind(y, reaches, k, block), block * _BLOCK
                    block += 1
                    while block < blocks and _kind(y, reaches, k, block) == kind:
                        block += 1
                    j = min(columns, block * _BLOCK)
                    if dim[k] and kind in (_BESIDE, _EDGE):
                        _darken(rgb, row, i, j, y, top[k, i:j], bottom[k, i:j], sharp[k, i:j], fade[k, i:j], light[k],
                                opacity[i:j])  # fmt: skip
                    if kind in (_EDGE, _WITHIN):
                        _cover(rgb, row, i, j, y, top[k, i:j], bottom[k, i:j], sharp[k, i:j], tones, part, kind,
                               opacity[i:j])  # fmt: skip


def paint_bands(
    rgb: Canvas,
    ground: Canvas,
    top: Edges,
    bottom: Edges,
    sharp: Edges,
    span: Edges,
    glow: Edges,
    ramps: Colours,
    shadow: Colours,
    reach: Edges,
    first: int = 0,
    strip: int = 4,
) -> None:
    """Write `ground` with bands over it into `rgb` (both 3 × rows × columns), from row `first` on, bands in order.

    For band `k` and column `x`: `top[k, x]`, `bottom[k, x]` in rows; `sharp[k, x]` is the share of a row that one row
    of height means across the edge (1 where level); `span[k, x]` is the ramp's length in rows, measured from `top`;
    `glow[k, x]` in 0..1 mixes `ramps[k, 0]` to `ramps[k, 1]` (4 × count each: colour, opacity). `shadow[k]` are the
    three factors that a full shadow leaves of a colour, and it reaches `reach[k, x]` rows beyond both edges.

    Ramps are read every `strip` rows and tones run straight in between: a ramp that is calm can do with more rows.
    """
    top, bottom, sharp, glow, reach = (np.ascontiguousarray(v, np.float32) for v in (top, bottom, sharp, glow, reach))
    length = np.ascontiguousarray(1 / span, np.float32)
    _paint(rgb, ground, top, bottom, sharp, length, glow, ramps, shadow, reach, first, strip)


def hidden(top: NDArray[np.float64]) -> NDArray[np.float64]:
    """The `bottom` of opaque bands that lie before one another: each ends two rows under the next one's edge."""
    nearest = np.minimum.accumulate(top[::-1], 0)[::-1]
    ends = np.concatenate([nearest[1:] + 2.0, np.full((1, top.shape[1]), 1e5)])
    return np.asarray(np.maximum(ends, top))


def opaque(colours: Colours) -> Colours:
    """A ramp `(4, count)` of `colours`, `(count, 3)`, with full opacity."""
    return np.concatenate([colours.T, np.ones((1, len(colours)), np.float32)])


def fading(colours: Colours, opacity: tuple[float, ...]) -> Colours:
    """A ramp `(4, count)` of `colours`, `(count, 3)`, whose opacity runs smoothly through the given stops."""
    t = np.linspace(0, len(opacity) - 1, len(colours))
    first = np.minimum(t.astype(int), len(opacity) - 2)
    p = t - first
    p = p * p * (3 - 2 * p)
    stops = np.array(opacity)
    alpha = stops[first] + (stops[first + 1] - stops[first]) * p
    return np.concatenate([colours.T, alpha[None].astype(np.float32)])


def slopes(edge: NDArray[np.float64], stretch: float = 1.0) -> NDArray[np.float32]:
    """The `sharp` of edges given in rows a column, `(bands, columns)`, where a column is `stretch` rows wide."""
    slope = np.gradient(edge, axis=1) / stretch
    return np.asarray(1 / np.sqrt(1 + slope * slope), np.float32)

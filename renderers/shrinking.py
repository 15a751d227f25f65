"""A picture that was drawn once, read at a little less than half its size: what comes slowly closer, frame by frame.

Between four neighbours, as Skia's linear filter reads them, at half its cost: rows in which nothing is are passed over,
and all four channels of a sample are weighed in one word. Importing this module loads numba; only workers do.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import uint32, uint64
from numpy.typing import NDArray

FINER = 2
"""How much finer than what is shown the picture is drawn."""
_BYTES = np.uint32(0x00FF00FF)
_HALF = np.uint32(0x00800080)
_HALVES = np.uint64(0x0080008000800080)
"""Channels of eight bits in sixteen each, and what rounds them: no sum of weights that come to 256 reaches further."""

Words = NDArray[np.uint32]


class FinePicture:
    """`pixels`, premultiplied BGRA `(2 h, 2 w, 4)`, to be read into `(h, w, 4)`."""

    def __init__(self, pixels: NDArray[np.uint8]) -> None:
        words = np.ascontiguousarray(pixels).view(np.uint32)[..., 0]
        rows, columns = words.shape
        # An empty sample on every side, so that those at the edge have neighbours.
        self._words: Words = np.zeros((rows + 2, columns + 2), np.uint32)
        self._words[1:-1, 1:-1] = words
        there = self._words != 0
        self._spans = np.zeros((rows + 2, 2), np.int32)
        """For each row the first column that holds anything, and the one after the last."""
        filled = there.any(axis=1)
        self._spans[filled, 0] = there[filled].argmax(axis=1)
        self._spans[filled, 1] = there.shape[1] - there[filled, ::-1].argmax(axis=1)

    def read(self, out: NDArray[np.uint8], size: float, x: float, y: float) -> None:
        """Write the picture into `out` as it is seen when it is `size` (at most 1) times as large about the point `x`,
        `y` of `out`, in pixels.
        """
        words = out.view(np.uint32)[..., 0]
        step = FINER / size
        # A sample's middle lies half a sample inside it, here and there; the empty sample comes first.
        left, top = (FINER * (at + (0.5 - at) / size) + 0.5 for at in (x, y))
        at = left + step * np.arange(words.shape[1])
        columns = np.floor(at).astype(np.int64)
        shares = np.rint(256 * (at - columns)).astype(np.uint64)
        line = np.empty(self._words.shape[1], np.uint64)
        _read(self._words, self._spans, top, step, columns, columns.astype(np.uint64), shares, line, words)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _stand(upper, lower, low, line):  # type: ignore[no-untyped-def]
    """Weigh two rows, and have every channel lie in sixteen bits."""
    high, eight = uint32(256) - low, uint32(8)
    for column in range(upper.shape[0]):
        p, q = upper[column], lower[column]
        even = uint32((p & _BYTES) * high + (q & _BYTES) * low + _HALF)
        odd = uint32((p >> eight & _BYTES) * high + (q >> eight & _BYTES) * low + _HALF)
        even, odd = uint32(even >> eight) & _BYTES, uint32(odd >> eight) & _BYTES
        line[column] = uint64(even) | uint64(odd) << uint64(32)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _lie(line, places, shares, out):  # type: ignore[no-untyped-def]
    """Weigh two neighbours in a row, and bring the channels back into eight bits."""
    for column in range(out.shape[0]):
        place, share = places[column], shares[column]
        found = line[place] * (uint64(256) - share) + line[place + uint64(1)] * share + _HALVES
        out[column] = uint32(found >> uint64(8)) & _BYTES | uint32(found >> uint64(32)) & ~_BYTES


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _read(words, spans, top, step, columns, places, shares, line, out):  # type: ignore[no-untyped-def]
    for row in range(out.shape[0]):
        at = top + row * step
        above = int(np.floor(at))
        begin = end = 0
        if 0 <= above < words.shape[0] - 1:
            one, other = spans[above], spans[above + 1]
            begin, end = min(one[0], other[0]), max(one[1], other[1])
            if one[0] >= one[1]:
                begin, end = other[0], other[1]
            elif other[0] >= other[1]:
                begin, end = one[0], one[1]
        if begin >= end:
            out[row, :] = 0
            continue
        # The first that reads anything, and the one after the last.
        left, right = np.searchsorted(columns, begin - 1), np.searchsorted(columns, end)
        out[row, :left] = 0
        out[row, right:] = 0
        low = uint32(np.rint(256 * (at - above)))
        near, far = max(begin - 1, 0), min(end + 1, words.shape[1])
        _stand(words[above, near:far], words[above + 1, near:far], low, line[near:far])
        _lie(line, places[left:right], shares[left:right], out[row, left:right])

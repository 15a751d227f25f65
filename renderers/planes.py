"""From painted pixels to planar YUV 4:2:0, BT.709 limited range, without a full-frame RGB step.

Coefficients: ITU-R BT.709-6, section 3 (luma 0.2126, 0.7152, 0.0722), quantised as in section 4 (16..235, 16..240),
in 16-bit fixed point. Chroma is the mean of each 2×2 block. Importing this module loads numba; only workers do.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import int32, uint8, uint32
from numpy.typing import NDArray

from renderers.layer import Planes

_YR, _YG, _YB, _Y0 = (np.int32(value) for value in (11966, 40254, 4064, 4112))
_UR, _UG, _UB = (np.int32(value) for value in (-6596, -22189, 28784))
_VR, _VG, _VB = (np.int32(value) for value in (28784, -26145, -2639))
_C0 = np.int32(32897)
"""Offsets 16 and 128 a unit of 8-bit alpha, times 65536."""

Spans = NDArray[np.int32]
"""For each pair of rows of a picture, the first column that holds anything and the one after the last, both even."""


def empty_planes(width: int, height: int) -> Planes:
    """Planes of one picture, not yet written, behind each other in memory. Both sides must be even."""
    size, half = height * width, (height // 2, width // 2)
    y, u, v = np.split(np.empty(size * 3 // 2, np.uint8), (size, size * 5 // 4))
    return Planes(y.reshape(height, width), u.reshape(half), v.reshape(half))


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _find_spans(pairs, spans):  # type: ignore[no-untyped-def]
    """`pairs` is a picture with two neighbouring pixels in one 64-bit word."""
    rows, columns = pairs.shape
    for k in range(rows // 2):
        upper, lower = pairs[2 * k], pairs[2 * k + 1]
        first = 0
        while first < columns and upper[first] | lower[first] == 0:
            first += 1
        after = columns
        while after > first and upper[after - 1] | lower[after - 1] == 0:
            after -= 1
        spans[k, 0], spans[k, 1] = 2 * first, 2 * after


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _blend(words, spans, y, u, v, left, top):  # type: ignore[no-untyped-def]
    """`words` holds a pixel in 32 bits. All arithmetic is in 32-bit lanes and without branches, so that it becomes
    vector instructions; where nothing is painted it keeps what is there, exactly.
    """
    byte, even = uint32(0xFF), uint32(0x00FF00FF)
    for k in range(spans.shape[0]):
        first, count = spans[k, 0], spans[k, 1] - spans[k, 0]
        if count <= 0:
            continue
        for row in range(2 * k, 2 * k + 2):
            over = words[row, first : first + count]
            under = y[top + row, left + first : left + first + count]
            for x in range(count):
                b, g = int32(over[x] & byte), int32(over[x] >> uint32(8) & byte)
                r, a = int32(over[x] >> uint32(16) & byte), int32(over[x] >> uint32(24))
                kept = int32(257) * int32(under[x]) * (int32(255) - a)
                under[x] = uint8((_YR * r + _YG * g + _YB * b + _Y0 * a + kept + int32(32768)) >> int32(16))
        upper, lower = words[2 * k, first : first + count], words[2 * k + 1, first : first + count]
        start, half = (left + first) // 2, count // 2
        blue, red = u[top // 2 + k, start : start + half], v[top // 2 + k, start : start + half]
        for x in range(half):
            # Sums of four bytes fit in 16 bits, so that two channels are added at once.
            p, q, s, t = upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]
            outer = (p & even) + (q & even) + (s & even) + (t & even)
            eight = uint32(8)
            inner = (p >> eight & even) + (q >> eight & even) + (s >> eight & even) + (t >> eight & even)
            b, r = int32(outer & uint32(0xFFFF)), int32(outer >> uint32(16))
            g, a = int32(inner & uint32(0xFFFF)), int32(inner >> uint32(16))
            rest, round_up = int32(257) * (int32(1020) - a), int32(131072)
            blue[x] = uint8((_UR * r + _UG * g + _UB * b + _C0 * a + rest * int32(blue[x]) + round_up) >> int32(18))
            red[x] = uint8((_VR * r + _VG * g + _VB * b + _C0 * a + rest * int32(red[x]) + round_up) >> int32(18))


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _dissolve(under, over, mixed, weight):  # type: ignore[no-untyped-def]
    keep = int32(256) - weight
    for x in range(under.shape[0]):
        mixed[x] = uint8((int32(under[x]) * keep + int32(over[x]) * weight + int32(128)) >> int32(8))


def find_spans(pixels: NDArray[np.uint8]) -> Spans:
    """Where `pixels` (premultiplied BGRA, contiguous, both sides even) hold anything: `(rows / 2, 2)`."""
    spans = np.empty((len(pixels) // 2, 2), np.int32)
    _find_spans(pixels.reshape(len(pixels), -1).view(np.uint64), spans)
    return spans


def blend(pixels: NDArray[np.uint8], planes: Planes, left: int, top: int, spans: Spans | None = None) -> None:
    """Lay premultiplied BGRA `pixels` over `planes` at an even position; sides of `pixels` must be even.

    With `spans`, only what lies in them is laid over.
    """
    pixels = np.ascontiguousarray(pixels)
    words = pixels.reshape(len(pixels), -1).view(np.uint32)
    _blend(words, find_spans(pixels) if spans is None else spans, planes.y, planes.u, planes.v, left, top)


def dissolve(under: Planes, over: Planes, mixed: Planes, weight: float) -> None:
    """Write the mix of `under` and `over` into `mixed`; `weight` 0 gives `under`, 1 gives `over`."""
    share = np.int32(round(256 * min(max(weight, 0.0), 1.0)))
    for below, above, to in ((under.y, over.y, mixed.y), (under.u, over.u, mixed.u), (under.v, over.v, mixed.v)):
        _dissolve(below.reshape(-1), above.reshape(-1), to.reshape(-1), share)


def copy_planes(source: Planes, target: Planes) -> None:
    """Write `source` into `target`."""
    np.copyto(target.y, source.y)
    np.copyto(target.u, source.u)
    np.copyto(target.v, source.v)


def copy_box(source: Planes, target: Planes, box: tuple[int, int, int, int]) -> None:
    """Write the part of `source` in `box` (left, top, right, bottom; even) into the same place of `target`."""
    left, top, right, bottom = box
    target.y[top:bottom, left:right] = source.y[top:bottom, left:right]
    left, top, right, bottom = left // 2, top // 2, right // 2, bottom // 2
    target.u[top:bottom, left:right] = source.u[top:bottom, left:right]
    target.v[top:bottom, left:right] = source.v[top:bottom, left:right]

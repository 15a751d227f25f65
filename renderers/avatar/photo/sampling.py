"""Samples of a picture between its pixels, for kernels. Importing this module loads numba.

Rows of samples are taken in three steps, of which only the second can not be done for many at once: where each sample
begins in memory, its bytes, and their weights.
"""

from __future__ import annotations

import numba
import numpy as np
from numba import float32, int32, uint8, uint32, uintp
from numpy.typing import NDArray


def quads(plane: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """The pixels of a contiguous `plane`, row after row, each with its three followers in one number: n - 3 of them.

    It is a view: what is painted into the plane is seen in it. The first pixel is in the lowest byte.
    """
    return np.ndarray((plane.size - 3,), np.dtype("<u4"), plane, 0, (1,))


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def take_cubic(four, columns, x, y, at, held, out):  # type: ignore[no-untyped-def]
    """Write into `out`, rounded, the values at the places `x`, `y` of the plane of so many `columns` whose `quads` are
    `four`, by Catmull-Rom splines (Keys 1981, a = -1/2).

    The places are brought inside the plane; `at` and `held` (4 rows) are room for as many numbers.
    """
    rows = (len(four) + 3) // columns
    one, two, three, four_, five = float32(1), float32(2), float32(3), float32(4), float32(5)
    right, low = float32(columns - 2.001), float32(rows - 2.001)
    for k in range(len(x)):
        fx, fy = min(max(x[k], one), right), min(max(y[k], one), low)
        x[k], y[k] = fx, fy
        at[k] = uint32((int32(fy) - int32(1)) * int32(columns) + int32(fx) - int32(1))
    r0, r1, r2, r3 = held[0], held[1], held[2], held[3]
    step = uintp(columns)
    for k in range(len(x)):
        place = uintp(at[k])
        r0[k], r1[k] = four[place], four[place + step]
        r2[k], r3[k] = four[place + step + step], four[place + step + step + step]
    low_byte, tick, most, quarter = uint32(255), float32(0.5), float32(255), float32(0.25)
    for k in range(len(x)):
        s, t = x[k] - np.floor(x[k]), y[k] - np.floor(y[k])
        # Both sets of weights are doubled.
        a0, a1 = s * (-one + s * (two - s)), two + s * s * (three * s - five)
        a2, a3 = s * (one + s * (four_ - three * s)), s * s * (s - one)
        b0, b1 = t * (-one + t * (two - t)), two + t * t * (three * t - five)
        b2, b3 = t * (one + t * (four_ - three * t)), t * t * (t - one)
        q0, q1, q2, q3 = r0[k], r1[k], r2[k], r3[k]
        c0 = (
            b0 * float32(int32(q0 & low_byte))
            + b1 * float32(int32(q1 & low_byte))
            + b2 * float32(int32(q2 & low_byte))
            + b3 * float32(int32(q3 & low_byte))
        )
        c1 = (
            b0 * float32(int32(q0 >> 8 & low_byte))
            + b1 * float32(int32(q1 >> 8 & low_byte))
            + b2 * float32(int32(q2 >> 8 & low_byte))
            + b3 * float32(int32(q3 >> 8 & low_byte))
        )
        c2 = (
            b0 * float32(int32(q0 >> 16 & low_byte))
            + b1 * float32(int32(q1 >> 16 & low_byte))
            + b2 * float32(int32(q2 >> 16 & low_byte))
            + b3 * float32(int32(q3 >> 16 & low_byte))
        )
        c3 = (
            b0 * float32(int32(q0 >> 24))
            + b1 * float32(int32(q1 >> 24))
            + b2 * float32(int32(q2 >> 24))
            + b3 * float32(int32(q3 >> 24))
        )
        found = (a0 * c0 + a1 * c1 + a2 * c2 + a3 * c3) * quarter
        out[k] = uint8(int32(min(max(found, float32(0)), most) + tick))


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True)
def take_linear(four, columns, x, y, at, held, out):  # type: ignore[no-untyped-def]
    """Write into `out` (float32) the values at the places `x`, `y`, bilinearly; all else as with `take_cubic`."""
    rows = (len(four) + 3) // columns
    nil, right, low = float32(0), float32(columns - 3.001), float32(rows - 1.001)
    for k in range(len(x)):
        fx, fy = min(max(x[k], nil), right), min(max(y[k], nil), low)
        at[k] = uint32(int32(fy) * int32(columns) + int32(fx))
    upper, lower = held[0], held[1]
    step = uintp(columns)
    for k in range(len(x)):
        place = uintp(at[k])
        upper[k], lower[k] = four[place], four[place + step]
    byte = uint32(255)
    for k in range(len(x)):
        fx, fy = min(max(x[k], nil), right), min(max(y[k], nil), low)
        s, t = fx - np.floor(fx), fy - np.floor(fy)
        p, q = upper[k], lower[k]
        above, below = float32(int32(p & byte)), float32(int32(q & byte))
        above += s * (float32(int32(p >> 8 & byte)) - above)
        below += s * (float32(int32(q >> 8 & byte)) - below)
        out[k] = above + t * (below - above)


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def smooth(low, high, x):  # type: ignore[no-untyped-def]
    """0 below `low`, 1 above `high`, a smooth step between."""
    t = min(max((x - low) / (high - low), numba.float32(0)), numba.float32(1))
    return t * t * (numba.float32(3) - numba.float32(2) * t)

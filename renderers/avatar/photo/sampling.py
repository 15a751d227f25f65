"""Samples of a picture between its pixels, for kernels. Importing this module loads numba."""

from __future__ import annotations

import numba


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def cubic(plane, x, y):  # type: ignore[no-untyped-def]
    """The value of `plane` at (x, y) by Catmull-Rom splines (Keys 1981, a = -1/2), inside its edges; 0 to 255."""
    rows, columns = plane.shape
    x = min(max(x, numba.float32(1.0)), numba.float32(columns - 2.001))
    y = min(max(y, numba.float32(1.0)), numba.float32(rows - 2.001))
    left, top = int(x), int(y)
    s, t = x - numba.float32(left), y - numba.float32(top)
    half = numba.float32(0.5)
    a0 = half * s * (-numba.float32(1) + s * (numba.float32(2) - s))
    a1 = half * (numba.float32(2) + s * s * (numba.float32(3) * s - numba.float32(5)))
    a2 = half * s * (numba.float32(1) + s * (numba.float32(4) - numba.float32(3) * s))
    a3 = half * s * s * (s - numba.float32(1))
    b0 = half * t * (-numba.float32(1) + t * (numba.float32(2) - t))
    b1 = half * (numba.float32(2) + t * t * (numba.float32(3) * t - numba.float32(5)))
    b2 = half * t * (numba.float32(1) + t * (numba.float32(4) - numba.float32(3) * t))
    b3 = half * t * t * (t - numba.float32(1))
    r0, r1, r2, r3 = plane[top - 1], plane[top], plane[top + 1], plane[top + 2]
    k = left - 1
    found = (
        b0 * (a0 * r0[k] + a1 * r0[k + 1] + a2 * r0[k + 2] + a3 * r0[k + 3])
        + b1 * (a0 * r1[k] + a1 * r1[k + 1] + a2 * r1[k + 2] + a3 * r1[k + 3])
        + b2 * (a0 * r2[k] + a1 * r2[k + 1] + a2 * r2[k + 2] + a3 * r2[k + 3])
        + b3 * (a0 * r3[k] + a1 * r3[k + 1] + a2 * r3[k + 2] + a3 * r3[k + 3])
    )
    return min(max(found, numba.float32(0)), numba.float32(255))


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def linear(plane, x, y):  # type: ignore[no-untyped-def]
    """The value of `plane` at (x, y), bilinearly, inside its edges."""
    rows, columns = plane.shape
    x = min(max(x, numba.float32(0.0)), numba.float32(columns - 1.001))
    y = min(max(y, numba.float32(0.0)), numba.float32(rows - 1.001))
    left, top = int(x), int(y)
    s, t = x - numba.float32(left), y - numba.float32(top)
    upper = plane[top, left] + s * (numba.float32(plane[top, left + 1]) - numba.float32(plane[top, left]))
    lower = plane[top + 1, left] + s * (numba.float32(plane[top + 1, left + 1]) - numba.float32(plane[top + 1, left]))
    return upper + t * (lower - upper)


@numba.njit(cache=True, nogil=True, boundscheck=False, fastmath=True, inline="always")
def smooth(low, high, x):  # type: ignore[no-untyped-def]
    """0 below `low`, 1 above `high`, a smooth step between."""
    t = min(max((x - low) / (high - low), numba.float32(0)), numba.float32(1))
    return t * t * (numba.float32(3) - numba.float32(2) * t)

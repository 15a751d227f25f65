"""Looking at a picture with a camera that moves by fractions of a sample: its planes, padded, and how they are read."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

MARGIN = 2
"""Samples repeated round the picture, so that those at its edge have neighbours."""
_BLOCK = 16
"""Samples of a row that are read together. A sample of the frame is 0.99 to 1.05 of the picture's, so that in a block
two of them are as far from each other in the picture as in the frame, or one place more or less."""
_TAPS = 5
"""Neighbours of which a sample in a block may be made: the four of the cubic, and that one place."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _cubic(t, weights):  # type: ignore[no-untyped-def]
    """The weights of four neighbours for a point `t` of the way from the second to the third (Catmull and Rom 1974)."""
    weights[0] = ((2 - t) * t - 1) * t / 2
    weights[1] = ((3 * t - 5) * t * t + 2) / 2
    weights[2] = ((4 - 3 * t) * t + 1) * t / 2
    weights[3] = (t - 1) * t * t / 2


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _plan(origin, step, first, taps):  # type: ignore[no-untyped-def]
    """For each block of a row its first neighbour in the padded picture and, for every sample, the weights of five."""
    weights = np.empty(4)
    origin += 0.5 * step - 0.5 + MARGIN
    for block in range(first.shape[0]):
        begin, end = origin + block * _BLOCK * step, origin + (block * _BLOCK + _BLOCK - 1) * step
        first[block] = min(int(np.floor(begin)), int(np.floor(end)) - _BLOCK + 1) - 1
        taps[block] = 0
        for sample in range(_BLOCK):
            at = origin + (block * _BLOCK + sample) * step
            whole = int(np.floor(at))
            _cubic(at - whole, weights)
            further = min(max(whole - 1 - first[block] - sample, 0), 1)
            for tap in range(4):
                taps[block, further + tap, sample] = weights[tap]


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _stand(a, b, c, d, weights, line):  # type: ignore[no-untyped-def]
    p, q, r, s = np.float32(weights[0]), np.float32(weights[1]), np.float32(weights[2]), np.float32(weights[3])
    for column in range(a.shape[0]):
        line[column] = (
            p * np.float32(a[column])
            + q * np.float32(b[column])
            + r * np.float32(c[column])
            + s * np.float32(d[column])
        )


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _lie(line, first, taps, out):  # type: ignore[no-untyped-def]
    for block in range(first.shape[0]):
        near = line[first[block] : first[block] + _BLOCK + _TAPS]
        w, begin = taps[block], block * _BLOCK
        for sample in range(_BLOCK):
            out[begin + sample] = (
                w[0, sample] * near[sample]
                + w[1, sample] * near[sample + 1]
                + w[2, sample] * near[sample + 2]
                + w[3, sample] * near[sample + 3]
                + w[4, sample] * near[sample + 4]
            )


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _veil_over(line, across, lay, colour, noise, out):  # type: ignore[no-untyped-def]
    nil, most = np.float32(0), np.float32(254)
    for column in range(out.shape[0]):
        value = line[column] + (colour - line[column]) * across[column] * lay
        out[column] = np.uint8(np.int32(min(max(value, nil), most) + noise[column]))


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def sample(source, top, left, step_y, step_x, across, down, colour, noise, plane):  # type: ignore[no-untyped-def]
    """Sample the padded `source` on a grid with fractional origin and steps, lay the veil over, and write `plane`.

    `top` and `left` are samples of the picture, `step_y` and `step_x` what a sample of the plane takes of it: 0.99 to
    1.05, as blocks of a row are read together. The veil is `across[column] * down[row]` of `colour`.
    """
    rows, columns = plane.shape
    deep, wide = source.shape
    blocks = (columns + _BLOCK - 1) // _BLOCK
    line, made = np.zeros(wide + _BLOCK + _TAPS, np.float32), np.empty(blocks * _BLOCK, np.float32)
    first, taps = np.empty(blocks, np.int64), np.empty((blocks, _TAPS, _BLOCK), np.float32)
    weights = np.empty(4)
    _plan(left, step_x, first, taps)
    for row in range(rows):
        at = top + (row + 0.5) * step_y - 0.5 + MARGIN
        above = int(np.floor(at))
        _cubic(at - above, weights)
        _stand(source[above - 1], source[above], source[above + 1], source[above + 2], weights, line)
        _lie(line, first, taps, made)
        _veil_over(made, across, down[row], colour, noise[row % noise.shape[0]], plane[row])


def padded_planes(picture: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """The picture in BT.709 limited range, padded; chroma at half size, each sample the mean of four."""
    rows, columns = (side // 2 * 2 for side in picture.shape[:2])
    y, u, v = (
        np.empty((rows, columns), np.uint8),
        np.empty((rows // 2, columns // 2), np.uint8),
        np.empty((rows // 2, columns // 2), np.uint8),
    )
    _convert(picture, y, u, v)
    y, u, v = (np.pad(plane, MARGIN, "edge") for plane in (y, u, v))
    return y, u, v


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _convert(picture, y, u, v):  # type: ignore[no-untyped-def]
    for row in range(u.shape[0]):
        for column in range(u.shape[1]):
            red, green, blue = np.int32(0), np.int32(0), np.int32(0)
            for i in range(2 * row, 2 * row + 2):
                for j in range(2 * column, 2 * column + 2):
                    r, g, b = np.int32(picture[i, j, 0]), np.int32(picture[i, j, 1]), np.int32(picture[i, j, 2])
                    y[i, j] = np.uint8(16.5 + 219 / 255 * (0.2126 * r + 0.7152 * g + 0.0722 * b))
                    red, green, blue = red + r, green + g, blue + b
            luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
            u[row, column] = np.uint8(128.5 + 224 / 1.8556 / 1020 * (blue - luma))
            v[row, column] = np.uint8(128.5 + 224 / 1.5748 / 1020 * (red - luma))

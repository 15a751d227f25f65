"""From painted pixels to planar YUV 4:2:0, BT.709 limited range, without a full-frame RGB step.

Coefficients: ITU-R BT.709-6, section 3 (luma 0.2126, 0.7152, 0.0722), quantised as in section 4 (16..235, 16..240),
in 16-bit fixed point. Chroma is the mean of each 2×2 block. Importing this module loads numba; only workers do.
"""

from __future__ import annotations

from functools import lru_cache

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.layer import Planes

_YR, _YG, _YB, _Y0 = 11966, 40254, 4064, 4112
_UR, _UG, _UB = -6596, -22189, 28784
_VR, _VG, _VB = 28784, -26145, -2639
_C0 = 32897
"""Offsets 16 and 128 a unit of 8-bit alpha, times 65536."""


def empty_planes(width: int, height: int) -> Planes:
    """Planes of one picture, not yet written. Both sides must be even."""
    half = (height // 2, width // 2)
    return Planes(np.empty((height, width), np.uint8), np.empty(half, np.uint8), np.empty(half, np.uint8))


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _blend(pixels, y, u, v, left, top):  # type: ignore[no-untyped-def]
    height, width = pixels.shape[0], pixels.shape[1]
    for row in range(0, height, 2):
        for column in range(0, width, 2):
            alpha = red = green = blue = np.int32(0)
            for i in range(2):
                for j in range(2):
                    a = np.int32(pixels[row + i, column + j, 3])
                    if a:
                        b = np.int32(pixels[row + i, column + j, 0])
                        g = np.int32(pixels[row + i, column + j, 1])
                        r = np.int32(pixels[row + i, column + j, 2])
                        under = np.int32(y[top + row + i, left + column + j])
                        luma = _YR * r + _YG * g + _YB * b + _Y0 * a + 257 * under * (255 - a) + 32768
                        y[top + row + i, left + column + j] = luma >> 16
                        alpha += a
                        red += r
                        green += g
                        blue += b
            if alpha:
                m = (top + row) // 2
                n = (left + column) // 2
                rest = 257 * (1020 - alpha)
                u[m, n] = (_UR * red + _UG * green + _UB * blue + _C0 * alpha + rest * np.int32(u[m, n]) + 131072) >> 18
                v[m, n] = (_VR * red + _VG * green + _VB * blue + _C0 * alpha + rest * np.int32(v[m, n]) + 131072) >> 18


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _dissolve(under, over, weight):  # type: ignore[no-untyped-def]
    keep = 256 - weight
    for row in range(under.shape[0]):
        for column in range(under.shape[1]):
            mixed = np.int32(under[row, column]) * keep + np.int32(over[row, column]) * weight + 128
            under[row, column] = mixed >> 8


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _upsample(low, noise, plane):  # type: ignore[no-untyped-def]
    height, width = plane.shape
    rows, columns = low.shape
    line = np.empty(columns, np.float32)
    step_y = np.float32(rows) / np.float32(height)
    step_x = np.float32(columns) / np.float32(width)
    index = np.empty(width, np.int32)
    share = np.empty(width, np.float32)
    for column in range(width):
        at = min(max((column + np.float32(0.5)) * step_x - np.float32(0.5), np.float32(0.0)), np.float32(columns - 1))
        first = min(np.int32(at), columns - 2)
        index[column] = first
        share[column] = at - first
    for row in range(height):
        at = min(max((row + np.float32(0.5)) * step_y - np.float32(0.5), np.float32(0.0)), np.float32(rows - 1))
        first = min(np.int32(at), rows - 2)
        part = at - first
        for column in range(columns):
            line[column] = low[first, column] + (low[first + 1, column] - low[first, column]) * part
        for column in range(width):
            left = line[index[column]]
            value = left + (line[index[column] + 1] - left) * share[column]
            plane[row, column] = np.uint8(value + noise[row & 63, column & 63])


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _separate(rgb, luma, blue, red):  # type: ignore[no-untyped-def]
    for row in range(rgb.shape[0]):
        for column in range(rgb.shape[1]):
            r, g, b = rgb[row, column, 0], rgb[row, column, 1], rgb[row, column, 2]
            grey = np.float32(0.2126) * r + np.float32(0.7152) * g + np.float32(0.0722) * b
            luma[row, column] = np.float32(16) + np.float32(219) * grey
            blue[row, column] = np.float32(128) + np.float32(224 / 1.8556) * (b - grey)
            red[row, column] = np.float32(128) + np.float32(224 / 1.5748) * (r - grey)


@lru_cache(maxsize=4)
def _separated(rows: int, columns: int) -> NDArray[np.float32]:
    """Kept buffers: asking for new ones at every frame can cost as much as filling them."""
    return np.empty((3, rows, columns), np.float32)


@lru_cache(maxsize=4)
def _noise(seed: int) -> NDArray[np.float32]:
    """Dither thresholds in 0..1, 64 × 64: interleaved gradient noise (Jimenez 2014), which has little low frequency."""
    row, column = np.mgrid[0:64, 0:64].astype(np.float64)
    inner = 0.06711056 * (column + seed * 5.588) + 0.00583715 * (row + seed * 5.588)
    noise: NDArray[np.float32] = ((52.9829189 * (inner % 1.0)) % 1.0).astype(np.float32)
    return noise


def blend(pixels: NDArray[np.uint8], planes: Planes, left: int, top: int) -> None:
    """Lay premultiplied BGRA `pixels` over `planes` at an even position; sides of `pixels` must be even."""
    _blend(pixels, planes.y, planes.u, planes.v, left, top)


def fill_opaque(pixels: NDArray[np.uint8], planes: Planes) -> None:
    """Write full-size opaque BGRA `pixels` into `planes`."""
    _blend(pixels, planes.y, planes.u, planes.v, 0, 0)


def fill_smooth(rgb: NDArray[np.float32], planes: Planes, seed: int = 0) -> None:
    """Write a low-resolution picture into `planes`, enlarged bilinearly and dithered so that gradients show no bands.

    `rgb` is height × width × 3 (at least 2 × 2), sRGB-encoded in 0..1.
    """
    low = _separated(*rgb.shape[:2])
    _separate(rgb, low[0], low[1], low[2])
    noise = _noise(seed)
    for channel, plane in zip(low, (planes.y, planes.u, planes.v), strict=True):
        _upsample(channel, noise, plane)


def dissolve(under: Planes, over: Planes, weight: float) -> None:
    """Mix `over` into `under` in place; `weight` 0 keeps `under`, 1 gives `over`."""
    share = round(256 * min(max(weight, 0.0), 1.0))
    for below, above in ((under.y, over.y), (under.u, over.u), (under.v, over.v)):
        _dissolve(below, above, share)


def copy_planes(source: Planes, target: Planes) -> None:
    """Write `source` into `target`."""
    np.copyto(target.y, source.y)
    np.copyto(target.u, source.u)
    np.copyto(target.v, source.v)

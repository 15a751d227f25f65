"""A picture under a slow camera: it fills the frame, drifts and zooms by a few per cent, and text on it can be read."""

from __future__ import annotations

import math
from collections.abc import Hashable
from pathlib import Path

import numba
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from renderers.background.picture import open_picture
from renderers.background.veil import Veil, veil
from renderers.gradients import CHROMA_CELL, dither
from renderers.layer import Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect

ZOOM = 0.04
"""How much the camera goes in or out."""
PAN = 0.012
"""How far it goes sideways, as a share of the frame."""
TURN = 9.0
"""Seconds, about, from one end of the move to the other; it starts and ends at rest, and then goes back."""
_EYE = 0.42
"""Which height of a tall picture stays in the middle of the frame: faces and horizons are above the centre."""
_MARGIN = 2
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
    origin += 0.5 * step - 0.5 + _MARGIN
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
def _look(source, top, left, step_y, step_x, across, down, colour, noise, plane):  # type: ignore[no-untyped-def]
    """Sample the padded `source` on a grid with fractional origin and steps, lay the veil over, and write `plane`."""
    rows, columns = plane.shape
    deep, wide = source.shape
    blocks = (columns + _BLOCK - 1) // _BLOCK
    line, made = np.zeros(wide + _BLOCK + _TAPS, np.float32), np.empty(blocks * _BLOCK, np.float32)
    first, taps = np.empty(blocks, np.int64), np.empty((blocks, _TAPS, _BLOCK), np.float32)
    weights = np.empty(4)
    _plan(left, step_x, first, taps)
    for row in range(rows):
        at = top + (row + 0.5) * step_y - 0.5 + _MARGIN
        above = int(np.floor(at))
        _cubic(at - above, weights)
        _stand(source[above - 1], source[above], source[above + 1], source[above + 2], weights, line)
        _lie(line, first, taps, made)
        _veil_over(made, across, down[row], colour, noise[row % noise.shape[0]], plane[row])


class Still:
    """A picture as a backdrop. Raises `MediaRejected` where it can not be read."""

    def __init__(
        self, picture: Path, look: Look, format: PictureFormat, seed: int, *, readable: bool = True,
        calm: Rect | None = None, frames: int = 0,
    ) -> None:  # fmt: skip
        """`calm` is where text stands, in design units. With `frames`, the length of a scene, the move is back at its
        start when the scene ends, so that a dissolve into the same picture shows no second outline.
        """
        dice = np.random.default_rng([seed & 0xFFFFFFFF, 0x57111])
        self._format = format
        seconds = float(frames / format.rate) if frames > 0 else 2 * TURN
        self._turn = seconds / 2 / max(1, round(seconds / (2 * TURN)))
        # A short scene leaves time for part of the way only.
        self._reach = min(1.0, 2 * self._turn / TURN)
        inwards = bool(dice.random() < 0.62)
        self._from, self._to = (0.0, ZOOM) if inwards else (ZOOM, 0.0)
        heading = dice.uniform(0, 2 * np.pi)
        self._heading = (PAN * math.cos(heading), 0.7 * PAN * math.sin(heading))
        enough = 2 * max(format.width, format.height)
        covering = _covering(open_picture(picture, look.palette.background, enough), format)
        over: Veil = veil(covering, look.palette, format, readable=readable, calm=calm)
        # One row after the other in memory, or the kernels can not read it in vectors.
        self._veil = [
            (np.ascontiguousarray(over.across[::thin]), np.ascontiguousarray(over.down[::thin]), np.float32(colour))
            for thin, colour in zip((1, 2, 2), over.colour, strict=True)
        ]
        self._planes = _yuv(covering)
        width = format.width
        fine, coarse = dither(width), dither(width // 2, CHROMA_CELL)
        self._noise = (fine, coarse, coarse)

    def key(self, n: int) -> Hashable:
        """Every frame is its own."""
        return n

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        eased = self._reach * (0.5 - 0.5 * math.cos(math.pi * float(n / self._format.rate) / self._turn))
        # Zooming in equal ratios looks even; the picture is kept a pan's width larger than the widest view.
        seen = 1 / ((1 + 2 * PAN) * (1 + self._from) * ((1 + self._to) / (1 + self._from)) ** eased)
        over, aside = (1 - seen) / 2, 2 * eased - 1
        x, y = over + aside * self._heading[0] * seen, over + aside * self._heading[1] * seen
        for source, plane, cover, noise in zip(
            self._planes, (planes.y, planes.u, planes.v), self._veil, self._noise, strict=True
        ):
            deep, wide = (side - 2 * _MARGIN for side in source.shape)
            rows, columns = plane.shape
            _look(
                source,
                y * deep,
                x * wide,
                seen * deep / rows,
                seen * wide / columns,
                *cover,
                noise,
                plane,
            )


def _covering(picture: NDArray[np.uint8], format: PictureFormat) -> NDArray[np.uint8]:
    """The part of the picture with the frame's proportions, as large as the camera needs it; never stretched."""
    height, width = picture.shape[:2]
    ratio = format.width / format.height
    if width / height > ratio:
        kept = height * ratio
        left = (width - kept) / 2
        box = (left, 0.0, left + kept, float(height))
    else:
        kept = width / ratio
        top = min(max(height * _EYE - kept / 2, 0.0), height - kept)
        box = (0.0, top, float(width), top + kept)
    larger = (1 + ZOOM) * (1 + 2 * PAN)
    size = (round(format.width * larger), round(format.height * larger))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0))


def _yuv(picture: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """The picture in BT.709 limited range, padded; chroma at half size, each sample the mean of four."""
    rows, columns = (side // 2 * 2 for side in picture.shape[:2])
    y, u, v = (
        np.empty((rows, columns), np.uint8),
        np.empty((rows // 2, columns // 2), np.uint8),
        np.empty((rows // 2, columns // 2), np.uint8),
    )
    _convert(picture, y, u, v)
    y, u, v = (np.pad(plane, _MARGIN, "edge") for plane in (y, u, v))
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

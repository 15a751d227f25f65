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
_FINE = 1.5
"""How much finer than the frame the picture is kept: sampling between its pixels then does not soften it visibly."""
_FINEST = 3240
"""Pixels on the short side beyond which it is not kept finer."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _look(source, top, left, step_y, step_x, across, down, colour, noise, plane):  # type: ignore[no-untyped-def]
    """Sample `source` on a grid with fractional origin and steps, lay the veil over it, and write `plane`."""
    rows, columns = plane.shape
    deep, wide = source.shape
    line = np.empty(wide, np.float32)
    index = np.empty(columns, np.int32)
    share = np.empty(columns, np.float32)
    nil = np.float32(0)
    for column in range(columns):
        at = min(max(left + (column + 0.5) * step_x - 0.5, 0.0), wide - 1.0)
        left_one = min(np.int32(at), np.int32(wide - 2))
        index[column] = left_one
        share[column] = np.float32(at - left_one)
    for row in range(rows):
        at = min(max(top + (row + 0.5) * step_y - 0.5, 0.0), deep - 1.0)
        above = min(np.int32(at), np.int32(deep - 2))
        part = np.float32(at - above)
        for column in range(wide):
            upper = np.float32(source[above, column])
            line[column] = upper + (np.float32(source[above + 1, column]) - upper) * part
        lay = down[row]
        for column in range(columns):
            value = line[index[column]]
            value += (line[index[column] + 1] - value) * share[column]
            cover = across[column] * lay
            value += (colour - value) * cover
            plane[row, column] = np.uint8(max(value, nil) + noise[row & 63, column & 63])


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
        self._veil: Veil = veil(covering, look.palette, format, readable=readable, calm=calm)
        self._planes = _yuv(covering)
        self._noise = _noise(seed)

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
        for source, plane, colour, thin in zip(
            self._planes, (planes.y, planes.u, planes.v), self._veil.colour, (1, 2, 2), strict=True
        ):
            deep, wide = source.shape
            rows, columns = plane.shape
            _look(
                source,
                y * deep,
                x * wide,
                seen * deep / rows,
                seen * wide / columns,
                self._veil.across[::thin],
                self._veil.down[::thin],
                np.float32(colour),
                self._noise,
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
    # First only as fine as the frame can show, then finer without new detail: so nothing flickers when sampled.
    shown = Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0)
    fine = min(_FINE, _FINEST / min(size))
    if fine > 1.02:
        shown = shown.resize((round(size[0] * fine), round(size[1] * fine)), Image.Resampling.BICUBIC)
    return np.asarray(shown)


def _yuv(picture: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """The picture in BT.709 limited range; chroma at half size, each sample the mean of four."""
    rows, columns = (side // 2 * 2 for side in picture.shape[:2])
    y, u, v = (
        np.empty((rows, columns), np.uint8),
        np.empty((rows // 2, columns // 2), np.uint8),
        np.empty((rows // 2, columns // 2), np.uint8),
    )
    _convert(picture, y, u, v)
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


def _noise(seed: int) -> NDArray[np.float32]:
    """Rounding thresholds about one half, so that skies and the veil do not break into bands."""
    return np.random.default_rng([seed & 0xFFFFFFFF, 64]).uniform(0.0, 1.0, (64, 64)).astype(np.float32)

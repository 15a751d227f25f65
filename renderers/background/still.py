"""A picture under a slow camera: it fills the frame, drifts and zooms by a few per cent, and text on it can be read."""

from __future__ import annotations

import math
from collections.abc import Hashable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from renderers.background.picture import open_picture
from renderers.background.veil import Veil, veil
from renderers.gradients import CHROMA_CELL, dither
from renderers.layer import Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.picture_sampling import MARGIN, padded_planes, sample
from renderers.saliency import crop

ZOOM = 0.04
"""How much the camera goes in or out."""
PAN = 0.012
"""How far it goes sideways, as a share of the frame."""
TURN = 9.0
"""Seconds, about, from one end of the move to the other; it starts and ends at rest, and then goes back."""


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
        self._planes = padded_planes(covering)
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
            deep, wide = (side - 2 * MARGIN for side in source.shape)
            rows, columns = plane.shape
            sample(
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
    """The most telling part of the picture with the frame's proportions, as large as the camera needs it; never
    stretched.
    """
    height, width = picture.shape[:2]
    ratio = format.width / format.height
    left, top, right, bottom = (float(side) for side in crop(picture, ratio))
    # The part is cut to whole samples; what is missing to the frame's proportions is less than one.
    if width / height > ratio:
        left = min(max((left + right - height * ratio) / 2, 0.0), width - height * ratio)
        right = left + height * ratio
    else:
        top = min(max((top + bottom - width / ratio) / 2, 0.0), height - width / ratio)
        bottom = top + width / ratio
    larger = (1 + ZOOM) * (1 + 2 * PAN)
    size = (round(format.width * larger), round(format.height * larger))
    box = (left, top, right, bottom)
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0))

"""What every designed backdrop starts from: the picture's size, its tones, its clock and its dice."""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.background.tones import Tones
from renderers.look import Look
from renderers.picture_format import DESIGN_SHORT_SIDE, PictureFormat

Field = NDArray[np.float32]


class Stage:
    """The frame a backdrop is drawn in.

    Places are in short sides: `width` × `height` is 1.78 × 1 for 16:9. `wide` says that the text stands on the left and
    the presenter on the right; else the text stands above.
    """

    def __init__(self, look: Look, format: PictureFormat, seed: int, family: str) -> None:
        self.format = format
        self.seed = seed
        self.tones = Tones(look.palette)
        self.dark = look.palette.dark
        self.width = format.design_width / DESIGN_SHORT_SIDE
        self.height = format.design_height / DESIGN_SHORT_SIDE
        self.wide = format.width > format.height * 1.2
        self.dice = np.random.default_rng([seed & 0xFFFFFFFF, zlib.crc32(family.encode())])

    def seconds(self, n: int) -> float:
        """The time of frame `n`; negative before the scene begins."""
        return float(n / self.format.rate)

    def canvas(self, short: int) -> Field:
        """A picture to draw small, `(rows, columns, 3)`, whose short side has `short` rows or columns."""
        rows, columns = (max(2, round(short * side)) for side in (self.height, self.width))
        return np.zeros((rows, columns, 3), np.float32)

    def fine(self, short: int = 540) -> Field:
        """A picture for clean edges: as `canvas(short)` up to 1080p, and in the same proportion to larger frames."""
        return self.canvas(short * max(1080, min(self.format.width, self.format.height)) // 1080)

    def places(self, canvas: Field) -> tuple[Field, Field]:
        """The x and y of every pixel's middle of `canvas`, in short sides; they broadcast to its shape."""
        rows, columns = canvas.shape[:2]
        x = ((np.arange(columns, dtype=np.float32) + 0.5) * (self.width / columns)).astype(np.float32)
        y = ((np.arange(rows, dtype=np.float32) + 0.5) * (self.height / rows)).astype(np.float32)
        return x[None, :], y[:, None]

    def calm(self, canvas: Field) -> Field:
        """Where it must be quiet, 0..1 for every pixel of `canvas`: 1 behind the text, falling off softly."""
        x, y = self.places(canvas)
        return np.ascontiguousarray(np.broadcast_to(self.calm_at(x, y), canvas.shape[:2]), np.float32)

    def calm_at(self, x: NDArray[Any], y: NDArray[Any]) -> NDArray[Any]:
        """How quiet it must be, 0..1, at places in short sides."""
        begin, length, at = (0.30, 0.50, x / self.width) if self.wide else (0.22, 0.34, y / self.height)
        t = np.clip((at - begin) / length, 0, 1)
        return np.asarray(1 - t * t * (3 - 2 * t))

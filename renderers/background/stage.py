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
Canvas = NDArray[np.float32]
"""A picture drawn small, planes first: 3 × rows × columns, sRGB-encoded in 0..1."""

SOFT, STEADY = 15, 7.5
"""Pictures a second. SOFT: what glides by about a pixel at most from one to the next. STEADY: what stays in its place
and only changes its light or size, by less than eight bits can tell apart."""


class Stage:
    """The frame a backdrop is drawn in.

    Places are in short sides: `width` × `height` is 1.78 × 1 for 16:9. `wide` says that the text stands on the left and
    the presenter on the right; else the text stands above.
    """

    def __init__(self, look: Look, format: PictureFormat, seed: int, family: str) -> None:
        self.format = format
        self.tones = Tones(look.palette)
        self.dark = look.palette.dark
        self.width = format.design_width / DESIGN_SHORT_SIDE
        self.height = format.design_height / DESIGN_SHORT_SIDE
        self.wide = format.width > format.height * 1.2
        self.dice = np.random.default_rng([seed & 0xFFFFFFFF, zlib.crc32(family.encode())])

    def seconds(self, n: int) -> float:
        """The time of frame `n`; negative before the scene begins."""
        return float(n / self.format.rate)

    def held(self, n: int, pictures: float = SOFT) -> int:
        """The frame whose picture stands at frame `n` where there are about `pictures` new ones a second.

        A picture then stands for the same whole number of frames always, counted from the scene's frame 0.
        """
        return n - n % max(1, round(float(self.format.rate) / pictures))

    def canvas(self, short: int) -> Canvas:
        """A picture to draw small, whose short side has `short` rows or columns."""
        rows, columns = (max(2, round(short * side)) for side in (self.height, self.width))
        return np.zeros((3, rows, columns), np.float32)

    def fine(self, stretch: int = 1) -> Canvas:
        """A picture for clean edges, half as large as the frame: a pixel for each sample of its chroma.

        Where all edges run rather across than down, columns can be `stretch` times as wide.
        """
        return np.zeros((3, self.format.height // 2, round(self.format.width / (2 * stretch))), np.float32)

    def places(self, canvas: Canvas) -> tuple[Field, Field]:
        """The x and y of every pixel's middle of `canvas`, in short sides; they broadcast to a plane's shape."""
        rows, columns = canvas.shape[1:]
        x = ((np.arange(columns, dtype=np.float32) + 0.5) * (self.width / columns)).astype(np.float32)
        y = ((np.arange(rows, dtype=np.float32) + 0.5) * (self.height / rows)).astype(np.float32)
        return x[None, :], y[:, None]

    def calm(self, canvas: Canvas) -> Field:
        """Where it must be quiet, 0..1 for every pixel of `canvas`: 1 behind the text, falling off softly."""
        x, y = self.places(canvas)
        return np.ascontiguousarray(np.broadcast_to(self.calm_at(x, y), canvas.shape[1:]), np.float32)

    def calm_at(self, x: NDArray[Any], y: NDArray[Any]) -> NDArray[Any]:
        """How quiet it must be, 0..1, at places in short sides."""
        begin, length, at = (0.30, 0.50, x / self.width) if self.wide else (0.22, 0.34, y / self.height)
        t = np.clip((at - begin) / length, 0, 1)
        return np.asarray(1 - t * t * (3 - 2 * t))

"""A slow camera that comes closer to type that stands alone: what is read in silence is never quite still."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.picture_format import PictureFormat, Rect
from renderers.raster import skia, surface

if TYPE_CHECKING:
    from renderers.shrinking import FinePicture

PUSH = 0.045
"""By how much type is smaller when it comes than it would be in the end."""
SLOWING = 4.0
"""Seconds in which two thirds of the way are gone: at first some ten design units a second on a wide line, and ever
slower, so that nothing stops however long it stays."""


@dataclass(frozen=True)
class Push:
    """A stay from frame `start` on, at `rate` frames a second.

    What is drawn through it grows about the point `x`, `y` (design units) towards the size it was set in, and never
    past the room it was set for. How long it stays changes nothing of that.
    """

    x: float
    y: float
    start: int
    rate: float

    def size(self, n: int) -> float:
        """How large everything is at frame `n`, less than 1."""
        return 1.0 - PUSH * math.exp(-max(n - self.start, 0) / (SLOWING * self.rate))

    def apply(self, canvas: skia.Canvas, n: int) -> None:
        """Have `canvas` draw what follows as it is seen at frame `n`."""
        size = self.size(n)
        canvas.translate(self.x, self.y)
        canvas.scale(size, size)
        canvas.translate(-self.x, -self.y)


class PushedRest:
    """What rests and only comes closer: drawn once, as fine as `fine` has it, and then read at the size of a frame."""

    def __init__(self, push: Push, region: Rect, format: PictureFormat, painter: Callable[[skia.Canvas], None]) -> None:
        """`painter` paints it as large as it was set, in design units."""
        self._push, self._scale, self._painter = push, format.scale, painter
        self._area = format.pixels(region)
        self._picture: FinePicture | None = None

    def write(self, pixels: NDArray[np.uint8], n: int) -> None:
        """Write it, as it is seen at frame `n`, into `pixels`, which are those of the whole region."""
        area, push = self._area, self._push
        if self._picture is None:
            self._picture = self._drawn()
        self._picture.read(pixels, push.size(n), push.x * self._scale - area.x, push.y * self._scale - area.y)

    def _drawn(self) -> FinePicture:
        from renderers.shrinking import FINER, FinePicture

        area = self._area
        pixels = np.zeros((FINER * int(area.height), FINER * int(area.width), 4), np.uint8)
        canvas = surface(pixels).getCanvas()
        canvas.translate(-FINER * area.x, -FINER * area.y)
        canvas.scale(FINER * self._scale, FINER * self._scale)
        self._painter(canvas)
        return FinePicture(pixels)


def fine(format: PictureFormat) -> PictureFormat:
    """`format` with twice as many pixels a unit: sprites that are drawn smaller bit by bit need more than are shown."""
    return replace(format, width=2 * format.width, height=2 * format.height)


def shown(format: PictureFormat) -> PictureFormat:
    """The format of which `fine` makes `format`."""
    return replace(format, width=format.width // 2, height=format.height // 2)

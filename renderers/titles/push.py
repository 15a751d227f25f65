"""A slow camera that comes closer to type that stands alone: what is read in silence is never quite still."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from renderers.picture_format import PictureFormat
from renderers.raster import skia

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


def fine(format: PictureFormat) -> PictureFormat:
    """`format` with twice as many pixels a unit: sprites that are drawn smaller bit by bit need more than are shown."""
    return replace(format, width=2 * format.width, height=2 * format.height)

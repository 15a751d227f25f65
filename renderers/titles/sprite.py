"""A drawing made once and then only moved: no shaping, no blur and no paths per frame."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from renderers.picture_format import Rect
from renderers.raster import skia, surface

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True)
class Sprite:
    """Pixels that stand at `rect` (design units, on whole pixels of the picture) when at rest."""

    rect: Rect
    scale: float
    image: skia.Image = field(repr=False, compare=False)

    def draw(
        self, canvas: skia.Canvas, *, x: float = 0.0, y: float = 0.0, alpha: float = 1.0, grow: float = 1.0
    ) -> None:
        """Draw moved by `x`, `y` design units, at opacity `alpha`, scaled about its centre by `grow`."""
        if alpha <= 0.0:
            return
        paint = skia.Paint(Alphaf=min(alpha, 1.0))
        saved = canvas.save()
        canvas.translate(self.rect.x + x, self.rect.y + y)
        if grow != 1.0:
            canvas.translate(self.rect.width / 2, self.rect.height / 2)
            canvas.scale(grow, grow)
            canvas.translate(-self.rect.width / 2, -self.rect.height / 2)
        canvas.scale(1 / self.scale, 1 / self.scale)
        canvas.drawImage(self.image, 0, 0, _SMOOTH, paint)
        canvas.restoreToCount(saved)


def bake(rect: Rect, scale: float, painter: Callable[[skia.Canvas], None]) -> Sprite:
    """The sprite of what `painter` paints inside `rect` on a canvas in design units, cut to what was painted.

    `scale` is pixels per unit.
    """
    left, top = math.floor(rect.x * scale), math.floor(rect.y * scale)
    width = max(1, math.ceil(rect.right * scale) - left)
    height = max(1, math.ceil(rect.bottom * scale) - top)
    pixels = np.zeros((height, width, 4), np.uint8)
    target = surface(pixels)
    canvas = target.getCanvas()
    canvas.translate(-left, -top)
    canvas.scale(scale, scale)
    painter(canvas)
    rows, columns = (np.flatnonzero(pixels[..., 3].any(axis=axis)) for axis in (1, 0))
    if rows.size:
        # What is empty costs time in every frame that moves; one pixel stays for the edge to soften into.
        first, last = max(0, int(rows[0]) - 1), min(height, int(rows[-1]) + 2)
        start, end = max(0, int(columns[0]) - 1), min(width, int(columns[-1]) + 2)
        left, top, width, height = left + start, top + first, end - start, last - first
        image = target.makeImageSnapshot(skia.IRect.MakeLTRB(start, first, end, last))
    else:
        image = target.makeImageSnapshot()
    return Sprite(Rect(left / scale, top / scale, width / scale, height / scale), scale, image)


def union(rects: list[Rect]) -> Rect:
    """The smallest rectangle around all; an empty one at the origin for none."""
    if not rects:
        return Rect(0, 0, 0, 0)
    left, top = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(left, top, max(r.right for r in rects) - left, max(r.bottom for r in rects) - top)


def clip_to(rect: Rect, width: float, height: float) -> Rect:
    """The part of `rect` inside a frame of that size; never negative."""
    left, top = min(max(rect.x, 0.0), width), min(max(rect.y, 0.0), height)
    right, bottom = min(max(rect.right, left), width), min(max(rect.bottom, top), height)
    return Rect(left, top, right - left, bottom - top)


def grown(rect: Rect, x: float, y: float) -> Rect:
    """`rect` made larger by `x` on the left and right and by `y` above and below."""
    return Rect(rect.x - x, rect.y - y, rect.width + 2 * x, rect.height + 2 * y)

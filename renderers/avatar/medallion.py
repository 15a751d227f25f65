"""A presenter in a disc, as a picture in the picture: on a ground of its own, cut round and ringed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.layer import DirectLayer, Plane, Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import Spans, blend, copy_planes, empty_planes, find_spans
from renderers.raster import skia, surface

_RING = 0.014
"""How thick the ring is, in shares of the disc's width."""


@dataclass(frozen=True)
class _Disc:
    """What never changes of a disc, and planes to work in: `alpha` and `half` are how much of it covers each sample."""

    base: Planes
    seen: Planes
    alpha: NDArray[np.uint16]
    half: NDArray[np.uint16]
    ring: NDArray[np.uint8]
    spans: Spans


class Medallion:
    """The largest disc in the middle of `region`; `inside` makes the layer of the square about it, from the origin.

    `tones` are the ground's at the upper left, at the lower right, and the ring's, as `#rrggbb`.
    """

    def __init__(
        self, inside: Callable[[Rect], DirectLayer], region: Rect, format: PictureFormat, tones: tuple[str, str, str]
    ) -> None:
        side = min(region.width, region.height)
        self.region = Rect(region.x + (region.width - side) / 2, region.y + (region.height - side) / 2, side, side)
        self._format, self._tones = format, tones
        self._layer = inside(Rect(0, 0, side, side))
        self._disc: _Disc | None = None

    def key(self, n: int) -> Hashable:
        """What decides the pixels of frame `n`."""
        return self._layer.key(n)

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n` inside the region."""
        side = self.region.width
        canvas.save()
        canvas.translate(self.region.x, self.region.y)
        canvas.save()
        canvas.clipPath(_circle(side), True)
        self._paint_ground(canvas, side)
        self._layer.paint(canvas, n)
        canvas.restore()
        self._paint_ring(canvas, side)
        canvas.restore()

    def lay_over(self, planes: Planes, n: int, ground: Planes | None = None) -> None:
        """Lay frame `n` over `planes`; with `ground`, they hold another frame over that."""
        box = self._format.pixels(self.region)
        left, top, side = int(box.x), int(box.y), min(int(box.width), int(box.height)) // 2 * 2
        height, width = planes.y.shape
        if side < 2 or left < 0 or top < 0 or left + side > width or top + side > height:
            self._lay_cut(planes, n, ground)
            return
        under = ground or planes
        disc = self._disc or self._prepare(side)
        seen, half = disc.seen, disc.half
        copy_planes(disc.base, seen)
        self._layer.lay_over(seen, n)
        blend(disc.ring, seen, 0, 0, disc.spans)
        _mix(seen.y, under.y, planes.y, disc.alpha, left, top)
        _mix(seen.u, under.u, planes.u, half, left // 2, top // 2)
        _mix(seen.v, under.v, planes.v, half, left // 2, top // 2)

    def _prepare(self, side: int) -> _Disc:
        pixels: NDArray[np.uint8] = np.zeros((side, side, 4), np.uint8)
        self._paint_ground(surface(pixels).getCanvas(), side)
        base = empty_planes(side, side)
        blend(pixels, base, 0, 0)
        mask: NDArray[np.uint8] = np.zeros((side, side, 4), np.uint8)
        surface(mask).getCanvas().drawPath(_circle(side), skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))
        alpha = mask[..., 3].astype(np.uint16)
        half = ((alpha[::2, ::2] + alpha[1::2, ::2] + alpha[::2, 1::2] + alpha[1::2, 1::2] + 2) // 4).astype(np.uint16)
        ring: NDArray[np.uint8] = np.zeros((side, side, 4), np.uint8)
        self._paint_ring(surface(ring).getCanvas(), side)
        self._disc = _Disc(base, empty_planes(side, side), alpha, half, ring, find_spans(ring))
        return self._disc

    def _lay_cut(self, planes: Planes, n: int, ground: Planes | None) -> None:
        """Do what `lay_over` does where the disc reaches out of the picture: by painting it."""
        if ground is not None:
            copy_planes(ground, planes)
        height, width = planes.y.shape
        pixels: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        canvas = surface(pixels).getCanvas()
        canvas.scale(self._format.scale, self._format.scale)
        self.paint(canvas, n)
        blend(pixels, planes, 0, 0)

    def _paint_ground(self, canvas: skia.Canvas, side: float) -> None:
        from renderers.avatar.drawing.paints import linear

        first, last, _ = self._tones
        canvas.drawRect(skia.Rect.MakeWH(side, side), linear((0, 0), (side, side), [(0, first, 1), (1, last, 1)]))

    def _paint_ring(self, canvas: skia.Canvas, side: float) -> None:
        from renderers.avatar.drawing.paints import line

        wide = _RING * side
        canvas.drawCircle(side / 2, side / 2, (side - wide) / 2, line(self._tones[2], 1.0, wide))


def _circle(side: float) -> skia.Path:
    disc = skia.Path()
    disc.addCircle(side / 2, side / 2, side / 2)
    return disc


def _mix(seen: Plane, under: Plane, out: Plane, alpha: NDArray[np.uint16], left: int, top: int) -> None:
    rows, columns = alpha.shape
    behind = under[top : top + rows, left : left + columns].astype(np.uint16)
    mixed = (seen.astype(np.uint16) * alpha + behind * (255 - alpha) + 127) // 255
    out[top : top + rows, left : left + columns] = mixed.astype(np.uint8)

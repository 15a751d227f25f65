"""A photographed presenter in a region: a picture with rounded corners in which the person speaks."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import Performance
from renderers.avatar.performance import PORTRAIT, load
from renderers.avatar.photo.placing import HEAD_SHARES, frame_height, place
from renderers.avatar.photo.portrait import Portrait, read_portrait
from renderers.errors import RenderError
from renderers.layer import Layer, Plane, Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import skia, surface
from renderers.timeline import PresenterClip

if TYPE_CHECKING:
    from renderers.avatar.photo.figure import Figure

_RADIUS = 36.0
_BELOW, _BESIDE = 72.0, 8.0
"""Design units: the corners, and what is left free of the region below the picture and beside it."""
_LOWEST, _LOWEST_UPRIGHT = 0.78, 0.62
"""How far down its place the chin may be before captions could cover the mouth; in upright pictures they are higher."""


class PhotoLayer:
    """A portrait that does what a performance says; `frame` is its picture's place, `radius` that of its corners."""

    def __init__(
        self,
        portrait: Portrait,
        performance: Performance,
        region: Rect,
        format: PictureFormat,
        framing: str,
        tint: str,
        *,
        framed: bool,
    ) -> None:
        self.region = region
        inner = region
        if framed:
            wide, high = max(region.width - 2 * _BESIDE, 2.0), max(region.height - _BELOW, 2.0)
            lowest = _LOWEST_UPRIGHT if format.height > format.width else _LOWEST
            high = frame_height(portrait.landmarks, round(wide), round(high), framing, lowest)
            inner = Rect(region.x + (region.width - wide) / 2, region.y, wide, high)
        area = format.pixels(inner)
        self._left, self._top = int(area.x), int(area.y)
        self._width, self._height = int(area.width), int(area.height)
        self._unit = format.scale
        self._radius = round(_RADIUS * format.scale) if framed else 0
        self._portrait, self._performance = portrait, performance
        self._framing, self._tint = framing, tint
        self._names = list(performance.channels)
        self._curves = np.stack(list(performance.channels.values()), axis=1)
        self._figure: Figure | None = None
        self._rounded = _corner(self._radius) if self._radius else None

    def key(self, n: int) -> Hashable:
        """The frame that is shown: the first before the start, the last after the end."""
        return min(max(n, 0), self._performance.frames - 1)

    def lay_over(self, planes: Planes, n: int, ground: Planes | None = None) -> None:
        """Lay frame `n` over `planes`, inside the region; with `ground`, they hold another frame over that."""
        if self._width < 2 or self._height < 2:
            return
        seen = self._drawn(n)
        corner, left, top = self._rounded, self._left, self._top
        kept = None if corner is None else _corners(ground or planes, left, top, self._width, self._height, len(corner))
        wide, high = self._width, self._height
        planes.y[top : top + high, left : left + wide] = seen.y
        planes.u[top // 2 : (top + high) // 2, left // 2 : (left + wide) // 2] = seen.u
        planes.v[top // 2 : (top + high) // 2, left // 2 : (left + wide) // 2] = seen.v
        if corner is not None and kept is not None:
            _round(planes, kept, corner, left, top, wide, high)

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n` on a canvas of design units."""
        if self._width < 2 or self._height < 2:
            return
        pixels = _bgra(self._drawn(n))
        image = skia.Image.fromarray(pixels, skia.kBGRA_8888_ColorType)
        unit = self._unit
        spot = skia.Rect.MakeXYWH(self._left / unit, self._top / unit, self._width / unit, self._height / unit)
        canvas.save()
        if self._radius:
            rounded = skia.RRect.MakeRectXY(spot, self._radius / unit, self._radius / unit)
            canvas.clipRRect(rounded, skia.ClipOp.kIntersect, True)
        canvas.drawImageRect(image, spot, skia.SamplingOptions(skia.FilterMode.kLinear), skia.Paint(AntiAlias=True))
        canvas.restore()

    @property
    def corner(self) -> tuple[int, int]:
        """The left and top edge of the picture in that of the film, in pixels."""
        return self._left, self._top

    @property
    def figure(self) -> Figure:
        """The person, made ready for this size."""
        if self._figure is None:
            self._figure = _figure(self._portrait, self._width, self._height, self._framing, self._tint)
        return self._figure

    def _drawn(self, n: int) -> Planes:
        at = min(max(n, 0), self._performance.frames - 1)
        return self.figure.draw(dict(zip(self._names, self._curves[at].tolist(), strict=True)))


def _figure(portrait: Portrait, width: int, height: int, framing: str, tint: str) -> Figure:
    from renderers.avatar.photo.figure import Figure
    from renderers.avatar.photo.rig import build_rig

    crop = place(portrait.landmarks, width, height, framing)
    ground = None
    if portrait.ground == "brand":
        ground = _gradient(width, height, tint)
    return Figure(build_rig(portrait, crop, ground))


def _gradient(width: int, height: int, tint: str) -> NDArray[np.uint8]:
    """Two pale tones of the tint, from the upper left to the lower right, as RGB."""
    from renderers.avatar.drawing.paints import linear
    from renderers.avatar.illustrated import backing

    pixels: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
    first, last = backing(tint)
    surface(pixels).getCanvas().drawPaint(linear((0, 0), (width, height), [(0, first, 1), (1, last, 1)]))
    return np.ascontiguousarray(pixels[..., 2::-1])


def photo_layer(clip: PresenterClip, format: PictureFormat) -> Layer:
    """The layer that paints `clip`. Raises `TakeDamaged` where its take can not be read."""
    portrait, performance = _portrait(clip.take / PORTRAIT), load(clip.take)
    if clip.framing not in HEAD_SHARES:
        raise RenderError(f'The framing "{clip.framing}" is not known; choose one of {", ".join(HEAD_SHARES)}.')
    if not clip.circle:
        return PhotoLayer(portrait, performance, clip.region, format, clip.framing, clip.tint, framed=True)
    from renderers.avatar.illustrated import backing
    from renderers.avatar.medallion import Medallion

    def inside(square: Rect) -> PhotoLayer:
        return PhotoLayer(portrait, performance, square, format, clip.framing, clip.tint, framed=False)

    return Medallion(inside, clip.region, format, (*backing(clip.tint), clip.tint))


@lru_cache(maxsize=2)
def _portrait(path: Path) -> Portrait:
    return read_portrait(path)


def make_preview(portrait: Portrait, path: Path, size: int = 512, tint: str = "#2f6f8f") -> None:
    """Write the catalogue's picture of a portrait to `path`, a square PNG."""
    from renderers.avatar.channels import REST

    pixels = _bgra(_figure(portrait, size, size, "head_shoulders", tint).draw(REST))
    skia.Image.fromarray(pixels, skia.kBGRA_8888_ColorType).save(str(path), skia.kPNG)


def draw_nobody() -> None:
    """Draw one small frame of no one, so that all kernels of photographed presenters are compiled."""
    from renderers.avatar.channels import REST
    from renderers.avatar.photo.taking import typical_face

    grey: NDArray[np.uint8] = np.full((240, 200, 3), 128, np.uint8)
    portrait = Portrait(grey, grey[..., 0], typical_face(200, 240), "drawing", "photo", "", False)
    _figure(portrait, 100, 120, "close_up", "#808080").draw(REST)


def _bgra(planes: Planes) -> NDArray[np.uint8]:
    """A picture in planes as opaque BGRA (BT.709, limited range)."""
    high, wide = planes.y.shape
    y = (planes.y.astype(np.float32) - 16) / np.float32(219)
    u, v = (
        (np.repeat(np.repeat(plane, 2, 0), 2, 1)[:high, :wide].astype(np.float32) - 128) / np.float32(224)
        for plane in (planes.u, planes.v)
    )
    red, blue = y + np.float32(1.5748) * v, y + np.float32(1.8556) * u
    green = (y - np.float32(0.2126) * red - np.float32(0.0722) * blue) / np.float32(0.7152)
    full = np.ones_like(y)
    stacked = np.stack([blue, green, red, full], axis=-1)
    return np.ascontiguousarray(np.clip(np.round(stacked * 255), 0, 255).astype(np.uint8))


Corners = list[tuple[Plane, Plane, Plane]]


def _corner(radius: int) -> NDArray[np.float32]:
    """How much of each pixel of a square is inside the upper left corner of a rounded picture; its side is even."""
    side = radius + radius % 2
    pixels: NDArray[np.uint8] = np.zeros((side, side, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    shape = skia.RRect.MakeRectXY(skia.Rect.MakeWH(3 * side, 3 * side), radius, radius)
    canvas.drawRRect(shape, skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))
    return pixels[..., 3].astype(np.float32) / np.float32(255)


def _spots(left: int, top: int, wide: int, high: int, side: int) -> list[tuple[int, int, bool, bool]]:
    right, bottom = left + wide - side, top + high - side
    return [
        (left, top, False, False),
        (right, top, True, False),
        (left, bottom, False, True),
        (right, bottom, True, True),
    ]


def _corners(planes: Planes, left: int, top: int, wide: int, high: int, side: int) -> Corners:
    """What lies in the four corners of a picture's place."""
    half = side // 2
    return [
        (
            planes.y[y : y + side, x : x + side].copy(),
            planes.u[y // 2 : y // 2 + half, x // 2 : x // 2 + half].copy(),
            planes.v[y // 2 : y // 2 + half, x // 2 : x // 2 + half].copy(),
        )
        for x, y, _, _ in _spots(left, top, wide, high, side)
    ]


def _round(
    planes: Planes, kept: Corners, corner: NDArray[np.float32], left: int, top: int, wide: int, high: int
) -> None:
    """Bring what was `kept` back outside the rounded corners."""
    side, half = len(corner), len(corner) // 2
    for (x, y, mirrored, upended), (under_y, under_u, under_v) in zip(
        _spots(left, top, wide, high, side), kept, strict=True
    ):
        share = corner[:: -1 if upended else 1, :: -1 if mirrored else 1]
        small = share.reshape(half, 2, half, 2).mean(axis=(1, 3))
        for plane, under, mask, px, py in (
            (planes.y, under_y, share, x, y),
            (planes.u, under_u, small, x // 2, y // 2),
            (planes.v, under_v, small, x // 2, y // 2),
        ):
            rows, columns = mask.shape
            here = plane[py : py + rows, px : px + columns]
            mixed = here * mask + under * (1 - mask)
            here[...] = np.round(mixed).astype(np.uint8)

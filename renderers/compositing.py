"""Painting a scene: backdrop, then layers in painter's order, straight into planar YUV.

A layer is painted again only when its key changes; still layers cost one blend a frame.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.layer import Backdrop, Layer, Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.planes import blend, dissolve, empty_planes
from renderers.raster import skia, surface
from renderers.timeline import EndCardClip, LogoClip, PresenterClip, Scene, TitleClip

_UNPAINTED = object()
_BARE = (TitleClip, EndCardClip, LogoClip)
"""Clips that stand on the backdrop itself; all others bring a plate of their own or need none."""


class _Sheet:
    """A layer with the pixels it painted last."""

    def __init__(self, layer: Layer, picture: PictureFormat) -> None:
        area = picture.pixels(layer.region)
        self.layer = layer
        self.left, self.top = int(area.x), int(area.y)
        self.pixels: NDArray[np.uint8] = np.zeros((int(area.height), int(area.width), 4), np.uint8)
        self.painted: Hashable = _UNPAINTED
        self.rows = (0, 0)
        if self.pixels.size:
            self.surface = surface(self.pixels)
            canvas = self.surface.getCanvas()
            canvas.translate(-self.left, -self.top)
            canvas.scale(picture.scale, picture.scale)

    def blend_over(self, planes: Planes, n: int) -> None:
        """Lay frame `n` of the layer over `planes`."""
        key = self.layer.key(n)
        if key is None or not self.pixels.size:
            return
        if key != self.painted:
            canvas = self.surface.getCanvas()
            canvas.clear(skia.ColorTRANSPARENT)
            saved = canvas.save()
            self.layer.paint(canvas, n)
            canvas.restoreToCount(saved)
            self.painted = key
            self.rows = _painted_rows(self.pixels)
        first, last = self.rows
        if first < last:
            blend(self.pixels[first:last], planes, self.left, self.top + first)


def _painted_rows(pixels: NDArray[np.uint8]) -> tuple[int, int]:
    """The even-edged range of rows that hold anything."""
    filled = np.flatnonzero(pixels[..., 3].any(axis=1))
    return (0, 0) if not filled.size else (int(filled[0]) // 2 * 2, min(len(pixels), int(filled[-1]) // 2 * 2 + 2))


class ScenePainter:
    """Paints any frame of one scene; frames a little outside it too, for transitions."""

    def __init__(self, scene: Scene, look: Look, picture: PictureFormat) -> None:
        from renderers.background.scenery import backdrop
        from renderers.titles.sprite import union

        pictured = scene.backdrop.picture is not None
        if pictured:
            # Muted ink is too weak on a picture's detail, with any veil that leaves something of the picture.
            look = replace(look, palette=replace(look.palette, muted=look.palette.text))
        self._base = empty_planes(picture.width, picture.height)
        self._base_key: Hashable = _UNPAINTED
        self._sheets = [_Sheet(_layer(clip, look, picture), picture) for clip in scene.clips]
        bare = (sheet.layer.region for sheet, clip in zip(self._sheets, scene.clips, strict=True)
                if isinstance(clip, _BARE))  # fmt: skip
        self._backdrop: Backdrop
        if pictured:
            calm = union([region for region in bare if region.width > 0])
            self._backdrop = backdrop(scene.backdrop, look, picture, calm, scene.duration)
        else:
            self._backdrop = backdrop(scene.backdrop, look, picture)

    def paint(self, planes: Planes, n: int) -> None:
        """Write frame `n` of the scene into `planes`."""
        key = self._backdrop.key(n)
        if key != self._base_key:
            self._backdrop.fill(self._base, n)
            self._base_key = key
        for source, target in ((self._base.y, planes.y), (self._base.u, planes.u), (self._base.v, planes.v)):
            np.copyto(target, source)
        for sheet in self._sheets:
            sheet.blend_over(planes, n)


def _layer(clip: object, look: Look, picture: PictureFormat) -> Layer:
    """The layer that paints a clip."""
    if isinstance(clip, PresenterClip):
        from renderers.avatar.illustrated import presenter_layer

        return presenter_layer(clip, picture)
    from renderers.titles.layers import build_layer

    return build_layer(clip, look, picture)


class TransitionPainter:
    """Paints the frames in which one scene gives way to the next."""

    def __init__(self, outgoing: ScenePainter, incoming: ScenePainter, picture: PictureFormat) -> None:
        self._outgoing = outgoing
        self._incoming = incoming
        self._over = empty_planes(picture.width, picture.height)

    def paint(self, planes: Planes, outgoing_n: int, incoming_n: int, progress: float) -> None:
        """Write the mix of a frame of each scene; `progress` runs from 0 (outgoing) to 1 (incoming), eased here."""
        eased = progress * progress * (3 - 2 * progress)
        self._outgoing.paint(planes, outgoing_n)
        self._incoming.paint(self._over, incoming_n)
        dissolve(planes, self._over, eased)

"""Painting a scene: backdrop, then layers in painter's order, straight into planar YUV.

A painter keeps the frame it painted last. What looks the same in the next one is left as it is: only the boxes in which
something changed are brought back to the bare backdrop and painted again. Every box is even and every pixel is mixed on
its own, so a frame has the same bytes whichever frame was painted before it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from renderers.layer import Backdrop, DirectLayer, Layer, PixelLayer, Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.planes import Spans, blend, copy_box, copy_planes, empty_planes, find_spans
from renderers.raster import skia, surface
from renderers.scene_clock import picture_clock
from renderers.timeline import PresenterClip, Scene
from renderers.visibility import clip_look, seen_look, stands_bare

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels, all even."""

_UNPAINTED = object()
_AHEAD = 8
"""How many frames are looked ahead for what changes before the backdrop does; one that stands longer is kept whole."""


class _Sheet:
    """A layer with the pixels it painted last, and where they lie."""

    def __init__(self, layer: Layer, picture: PictureFormat) -> None:
        self.layer = layer
        self._writing = layer if isinstance(layer, PixelLayer) else None
        area = picture.pixels(layer.region)
        self._left, self._top = int(area.x), int(area.y)
        self._pixels: NDArray[np.uint8] = np.zeros((int(area.height), int(area.width), 4), np.uint8)
        self._painted: Hashable = _UNPAINTED
        self._spans: Spans = np.zeros((0, 2), np.int32)
        self.box: Box = (0, 0, 0, 0)
        if self._pixels.size:
            self._canvas = surface(self._pixels).getCanvas()
            self._canvas.translate(-self._left, -self._top)
            self._canvas.scale(picture.scale, picture.scale)

    def key(self, n: int) -> Hashable:
        """The layer's key; None where nothing is seen."""
        return self.layer.key(n) if self._pixels.size else None

    def bring(self, key: Hashable, n: int) -> None:
        """Make the pixels those of frame `n`."""
        if key == self._painted:
            return
        self._painted = _UNPAINTED
        if self._writing is None or not self._writing.write(self._pixels, n):
            self._canvas.clear(skia.ColorTRANSPARENT)
            saved = self._canvas.save()
            self.layer.paint(self._canvas, n)
            self._canvas.restoreToCount(saved)
        self._painted, self._spans = key, find_spans(self._pixels)
        rows = np.flatnonzero(self._spans[:, 0] < self._spans[:, 1])
        self.box = (0, 0, 0, 0)
        if rows.size:
            filled = self._spans[rows[0] : rows[-1] + 1]
            left, right = self._left + int(filled[:, 0].min()), self._left + int(filled[:, 1].max())
            self.box = (left, self._top + 2 * int(rows[0]), right, self._top + 2 * int(rows[-1]) + 2)

    def lay(self, planes: Planes, n: int, box: Box) -> None:
        """Blend what lies in `box` over `planes`."""
        left, top, right, bottom = _shared(self.box, box)
        if left >= right or top >= bottom:
            return
        first, after = top - self._top, bottom - self._top
        spans = self._spans[first // 2 : after // 2]
        if left > self.box[0] or right < self.box[2]:
            spans = np.clip(spans, left - self._left, right - self._left)
        blend(self._pixels[first:after], planes, self._left, top, spans)


class _DirectSheet:
    """A layer that lays itself over planes, always as a whole."""

    def __init__(self, layer: DirectLayer, picture: PictureFormat) -> None:
        self.layer = layer
        area = picture.pixels(layer.region)
        self._region: Box = (int(area.x), int(area.y), int(area.right), int(area.bottom))
        self.box: Box = self._region

    def key(self, n: int) -> Hashable:
        """The layer's key; None where nothing is seen."""
        return self.layer.key(n)

    def bring(self, key: Hashable, n: int) -> None:
        """Nothing: nothing is kept."""

    def lay(self, planes: Planes, n: int, box: Box) -> None:
        """Lay the whole layer over `planes`, if `box` holds it; boxes that meet a direct layer always do."""
        if _meet(self._region, box):
            self.layer.lay_over(planes, n)


def _shared(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _apart(boxes: Iterable[Box], whole: Iterable[Box]) -> list[Box]:
    """Boxes that cover `boxes` and do not meet each other, each with all of every box in `whole` that it meets."""
    found: list[Box] = []
    waiting = [box for box in boxes if box[0] < box[2] and box[1] < box[3]]
    kept = list(whole)
    while waiting:
        box = waiting.pop()
        met = [other for other in found if _meet(box, other)]
        grown = [other for other in kept if _meet(box, other) and _shared(box, other) != other]
        if not met and not grown:
            found.append(box)
            continue
        found = [other for other in found if other not in met]
        sides = zip(box, *met, *grown, strict=True)
        left, top, right, bottom = (pick(side) for pick, side in zip((min, min, max, max), sides, strict=True))
        waiting.append((left, top, right, bottom))
    return found


class _Clocked:
    """A backdrop that goes by the clock of its scene."""

    def __init__(self, backdrop: Backdrop, marks: tuple[int, ...]) -> None:
        self._backdrop, self._marks = backdrop, marks

    def key(self, n: int) -> Hashable:
        """The key of the picture that stands at frame `n`."""
        return self._backdrop.key(picture_clock(self._marks, n))

    def fill(self, planes: Planes, n: int) -> None:
        """Write the picture that stands at frame `n`."""
        self._backdrop.fill(planes, picture_clock(self._marks, n))


class ScenePainter:
    """Paints any frame of one scene; frames a little outside it too, for transitions."""

    def __init__(self, scene: Scene, look: Look, picture: PictureFormat) -> None:
        from renderers.background.scenery import backdrop
        from renderers.titles.sprite import union

        layers = [_layer(clip, clip_look(clip, scene, look), picture) for clip in scene.clips]
        look = seen_look(scene, look)
        self._sheets = [
            _DirectSheet(layer, picture) if isinstance(layer, DirectLayer) else _Sheet(layer, picture)
            for layer in layers
        ]
        self._backdrop: Backdrop
        if scene.backdrop.picture is not None:
            clips = zip(layers, scene.clips, strict=True)
            bare = (layer.region for layer, clip in clips if stands_bare(clip))
            calm = union([region for region in bare if region.width > 0])
            self._backdrop = backdrop(scene.backdrop, look, picture, calm, scene.duration)
        else:
            self._backdrop = _Clocked(_textured(scene, look, picture), scene.marks)
        self._base = empty_planes(picture.width, picture.height)
        self._based: Hashable = _UNPAINTED
        self._kept: list[Box] = []
        """The backdrop's key of `_base`, and where that is filled."""
        self._planes = empty_planes(picture.width, picture.height)
        self._ground: Hashable = _UNPAINTED
        """The backdrop's key and, in `_shown`, the layers' keys of the frame in `_planes`."""
        self._shown: list[Hashable] = []
        self._all: Box = (0, 0, picture.width, picture.height)

    def paint(self, n: int) -> Planes:
        """Frame `n` of the scene. The planes are the painter's own, and hold it until the next frame is painted."""
        ground = self._backdrop.key(n)
        keys = [sheet.key(n) for sheet in self._sheets]
        # Should anything fail on the way, what was painted is not taken for a finished frame.
        before, self._ground = self._ground, _UNPAINTED
        if ground != before:
            boxes = [self._all]
            # Where the backdrop stands still for a while, it is kept apart, to restore what layers leave behind.
            if ground == self._based:
                self._fill_base(ground, n, [self._all])
                copy_planes(self._base, self._planes)
            else:
                self._backdrop.fill(self._planes, n)
                self._keep_base(ground, keys, n)
            for sheet, key in zip(self._sheets, keys, strict=True):
                if key is not None:
                    sheet.bring(key, n)
        else:
            boxes = self._bring_changed(keys, n)
            if boxes:
                self._fill_base(ground, n, boxes)
            boxes = [box for box in boxes if not self._renew(box, keys, n)]
            for box in boxes:
                copy_box(self._base, self._planes, box)
        for sheet, key in zip(self._sheets, keys, strict=True):
            for box in boxes if key is not None else ():
                sheet.lay(self._planes, n, box)
        self._ground, self._shown = ground, keys
        return self._planes

    def _bring_changed(self, keys: list[Hashable], n: int) -> list[Box]:
        """Paint the layers that changed since the last frame; returns the boxes they left and those they take."""
        touched: list[Box] = []
        for sheet, key, before in zip(self._sheets, keys, self._shown, strict=True):
            if key == before:
                continue
            if before is not None:
                touched.append(sheet.box)
            if key is not None:
                sheet.bring(key, n)
                touched.append(sheet.box)
        direct = (sheet.box for sheet, key in zip(self._sheets, keys, strict=True)
                  if key is not None and isinstance(sheet, _DirectSheet))  # fmt: skip
        return _apart(touched, direct)

    def _renew(self, box: Box, keys: list[Hashable], n: int) -> bool:
        """Lay the one layer there was and is in `box`, if it can do so over its last frame; whether it could."""
        there = [
            sheet
            for sheet, key, before in zip(self._sheets, keys, self._shown, strict=True)
            if (key is not None or before is not None) and _meet(sheet.box, box)
        ]
        if len(there) != 1 or there[0].box != box or not isinstance(there[0], _DirectSheet):
            return False
        at = self._sheets.index(there[0])
        if keys[at] is None or self._shown[at] is None:
            return False
        there[0].layer.lay_over(self._planes, n, self._base)
        return True

    def _keep_base(self, ground: Hashable, keys: list[Hashable], n: int) -> None:
        """Keep of the bare backdrop in `_planes` what is needed while it stands still: where layers change, and of
        those that are not direct it is not known yet where they will be.
        """
        self._based, self._kept, after = _UNPAINTED, [], n + 1
        changing: list[_Sheet | _DirectSheet] = []
        while after <= n + _AHEAD and self._backdrop.key(after) == ground:
            changing += [sheet for sheet, key in zip(self._sheets, keys, strict=True) if sheet.key(after) != key]
            after += 1
        if after == n + 1:
            return
        direct = after <= n + _AHEAD and all(isinstance(sheet, _DirectSheet) for sheet in changing)
        self._kept = _apart((sheet.box for sheet in changing), ()) if direct else [self._all]
        for box in self._kept:
            copy_box(self._planes, self._base, box)
        self._based = ground

    def _fill_base(self, ground: Hashable, n: int, boxes: Iterable[Box]) -> None:
        """Have the bare backdrop of frame `n` in `_base`, at least in `boxes`."""
        if ground != self._based or not all(any(_shared(box, kept) == box for kept in self._kept) for box in boxes):
            self._based = _UNPAINTED
            self._backdrop.fill(self._base, n)
            self._based, self._kept = ground, [self._all]


def _textured(scene: Scene, look: Look, picture: PictureFormat) -> Backdrop:
    """The film or the designed backdrop of `scene`, the latter under the texture of the look."""
    from renderers.background.scenery import backdrop

    made = backdrop(scene.backdrop, look, picture)
    if look.style.texture == "none" or scene.backdrop.film is not None:
        return made
    from renderers.background.texture import Textured

    return Textured(made, look.style.texture, picture, dark=look.palette.dark)


@lru_cache(maxsize=1)
def scene_painter(scene: Scene, look: Look, picture: PictureFormat) -> ScenePainter:
    """The painter of a scene, for use from one thread.

    The last one is kept: pieces of one scene follow each other, and making a painter costs as much as several frames.
    """
    return ScenePainter(scene, look, picture)


def _layer(clip: object, look: Look, picture: PictureFormat) -> Layer:
    """The layer that paints a clip."""
    if isinstance(clip, PresenterClip):
        from renderers.avatar.layers import presenter_layer

        return presenter_layer(clip, picture)
    from renderers.titles.layers import build_layer

    return build_layer(clip, look, picture)


class TransitionPainter:
    """Paints the frames in which one scene gives way to the next."""

    def __init__(
        self, outgoing: ScenePainter, incoming: ScenePainter, picture: PictureFormat, kind: str = "dissolve",
        shape: str = "", inks: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """The two painters must not be one and the same; `inks` are the colours of the band of a wipe.

        Raises KeyError for a kind or shape that is none.
        """
        from renderers.transitions import transition

        self._outgoing = outgoing
        self._incoming = incoming
        self._planes = empty_planes(picture.width, picture.height)
        self._mix = transition(kind, shape, picture.width, picture.height, inks)

    def paint(self, outgoing_n: int, incoming_n: int, progress: float) -> Planes:
        """The mix of a frame of each scene; `progress` runs from 0 (outgoing) to 1 (incoming), eased by the kind.

        The planes hold it until the next one is painted.
        """
        self._mix(self._outgoing.paint(outgoing_n), self._incoming.paint(incoming_n), self._planes, progress)
        return self._planes

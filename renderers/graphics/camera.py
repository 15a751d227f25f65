"""A slow camera over a picture inside a frame: it closes in a little, or travels along a picture that is longer.

The picture is kept as planes and sampled straight into those of the frame: a picture that moves changes in every frame,
and over a canvas that would cost as much as encoding it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numba
import numpy as np
from numba import int32, uint8
from numpy.typing import NDArray

from renderers.gradients import CHROMA_CELL, dither
from renderers.graphics.clips import PictureCardClip, ScreenClip
from renderers.graphics.parts import Part, PartsLayer
from renderers.layer import Planes
from renderers.look import Look
from renderers.motion import EASINGS, between, ease_out_cubic
from renderers.picture_format import PictureFormat, Rect
from renderers.picture_sampling import MARGIN, padded_planes, sample
from renderers.planes import blend, copy_box, empty_planes, find_spans
from renderers.raster import skia, surface
from renderers.titles.entrances import leaving

ZOOM = 0.05
"""How much closer the camera comes in the time that a picture stands: what the sampling of a block allows."""
_REST = 0.08
"""The part of the time that a travelling camera stands still at either end."""

Radii = tuple[float, float]
"""How round the upper and the lower corners are, in design units."""


def aligned(rect: Rect, format: PictureFormat) -> Rect:
    """`rect` with edges on even pixels, inside itself."""
    scale = format.scale
    left, top = (-(-side * scale // 2) * 2 for side in (rect.x, rect.y))
    right, bottom = (side * scale // 2 * 2 for side in (rect.right, rect.bottom))
    return Rect(left / scale, top / scale, max(right - left, 2) / scale, max(bottom - top, 2) / scale)


@dataclass(frozen=True)
class Window:
    """What a camera looks at and through: `picture` as RGB, through `frame`, which lies on even pixels.

    A picture that `travels` is as wide as the frame and passed along; any other has the frame's proportions and is
    `ZOOM` larger. `towards` is the point, in shares of it, that the camera closes in on.
    """

    picture: NDArray[np.uint8]
    frame: Rect
    radii: Radii = (0.0, 0.0)
    towards: tuple[float, float] = (0.5, 0.5)
    travels: bool = False


class CameraLayer(PartsLayer):
    """Parts, and over them a picture under a camera; `under` is what comes and goes with the picture, below it."""

    def __init__(
        self, clip: PictureCardClip | ScreenClip, look: Look, format: PictureFormat, parts: Sequence[Part],
        window: Window, under: Callable[[skia.Canvas], None],
    ) -> None:  # fmt: skip
        super().__init__(clip, look, format, parts)
        self._window, self._under, self._format = window, under, format
        self._curve, self._entrance = EASINGS[look.style.easing], look.style.entrance
        self._length = 1.2 * self._tempo.enter
        self._planes = padded_planes(window.picture)
        frame, scale = window.frame, format.scale
        self._left, self._top = round(frame.x * scale), round(frame.y * scale)
        self._wide, self._high = round(frame.width * scale), round(frame.height * scale)
        self._mask = self._masked(window.radii)
        self._seen = empty_planes(self._wide, self._high)
        fine, coarse = dither(self._wide), dither(self._wide // 2, CHROMA_CELL)
        self._noise = (fine, coarse, coarse)
        area = format.pixels(self.region)
        self._origin = int(area.x), int(area.y)
        self._pixels: NDArray[np.uint8] = np.zeros((int(area.height), int(area.width), 4), np.uint8)
        self._painted: Hashable = None

    def key(self, n: int) -> Hashable:
        """Every frame is its own while the picture is seen; None where nothing is."""
        return ("seen", n - self._tempo.start) if self._tempo.start <= n < self._tempo.end else None

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n` on a canvas: the same picture, by a longer way."""
        if self.key(n) is None:
            return
        self._bring(n)
        scale = self._format.scale
        canvas.save()
        canvas.translate(self._origin[0] / scale, self._origin[1] / scale)
        canvas.scale(1 / scale, 1 / scale)
        canvas.drawImage(_drawable(self._pixels), 0, 0)
        canvas.restore()
        weight, columns = self._weight(n)
        self._sample(n)
        y, u, v = (plane.astype(np.float32) for plane in (self._seen.y, self._seen.u, self._seen.v))
        luma, blue, red = (y - 16) / 219, *((c - 128).repeat(2, 0).repeat(2, 1) / 224 for c in (u, v))
        bgr = np.stack([luma + 1.8556 * blue, luma - 0.1873 * blue - 0.4681 * red, luma + 1.5748 * red], 2)
        alpha = self._mask[0].astype(np.float32)[..., None] / 255 * weight
        alpha[:, : columns[0]] = alpha[:, columns[1] :] = 0
        pixels = np.concatenate([np.clip(bgr, 0, 1) * alpha, alpha], 2)
        canvas.save()
        canvas.translate(self._left / scale, self._top / scale)
        canvas.scale(1 / scale, 1 / scale)
        canvas.drawImage(_drawable(np.ascontiguousarray((pixels * 255 + 0.5).astype(np.uint8))), 0, 0)
        canvas.restore()

    def lay_over(self, planes: Planes, n: int, ground: Planes | None = None) -> None:
        """Lay frame `n` over `planes`, inside the region; with `ground`, they hold another frame over that."""
        left, top = self._origin
        high, wide = self._pixels.shape[:2]
        if ground is not None:
            copy_box(ground, planes, (left, top, left + wide, top + high))
        if self.key(n) is None:
            return
        self._bring(n)
        weight, columns = self._weight(n)
        whole = weight >= 1.0 and columns == (0, self._wide)
        for spans in self._around if whole else (self._spans,):
            blend(self._pixels, planes, left, top, spans)
        self._sample(n)
        boxes = ((self._left, self._top, 1), (self._left // 2, self._top // 2, 2), (self._left // 2, self._top // 2, 2))
        for seen, mask, plane, (x, y, thin) in zip(
            (self._seen.y, self._seen.u, self._seen.v), self._mask, (planes.y, planes.u, planes.v), boxes, strict=True
        ):
            first, after = columns[0] // thin, columns[1] // thin
            target = plane[y : y + seen.shape[0], x + first : x + after]
            _lay(seen[:, first:after], mask[:, first:after], np.int32(round(256 * weight)), target)

    def _weight(self, n: int) -> tuple[float, tuple[int, int]]:
        """How opaque the picture is, and the columns of it that are uncovered, in pixels of its frame."""
        t = self._tempo.entered(n, self._tempo.start, self._length)
        shown = 1.0 - leaving(self._style, self._tempo.left(n))
        if self._entrance not in ("wipe", "slide"):
            return ease_out_cubic(t) * shown, (0, self._wide)
        return shown, (0, round(self._wide * min(self._curve(t), 1.0) / 2) * 2)

    def _bring(self, n: int) -> None:
        """Have the parts of frame `n`, and what lies under the picture, in the layer's own pixels."""
        weight, columns = self._weight(n)
        state = self._state(n)
        key = (state, weight, columns)
        if key == self._painted:
            return
        self._painted = None
        self._pixels[...] = 0
        canvas = surface(self._pixels).getCanvas()
        canvas.translate(-self._origin[0], -self._origin[1])
        canvas.scale(self._format.scale, self._format.scale)
        canvas.clipRect(self._box)
        shown = 1.0 - leaving(self._style, self._tempo.left(n))
        if shown < 1.0:
            canvas.saveLayerAlpha(self._box, round(255 * shown))
        saved = canvas.save()
        if columns[1] < self._wide:
            frame = self._window.frame
            edge = frame.x + columns[1] / self._format.scale
            canvas.clipRect(skia.Rect.MakeLTRB(self._box.left(), self._box.top(), edge, self._box.bottom()))
        own = weight / shown if shown > 0.0 else 0.0
        if own < 1.0:
            canvas.saveLayerAlpha(self._box, round(255 * own))
        self._under(canvas)
        canvas.restoreToCount(saved)
        for part, moved in zip(self._parts, state, strict=True):
            if moved is not None:
                part.draw(canvas, *moved)
        self._spans = find_spans(self._pixels)
        self._around = self._hollow()
        self._painted = key

    def _hollow(self) -> list[NDArray[np.int32]]:
        """The spans without what the picture hides: all of rows above and below, the sides of those beside it."""
        scale, radius = self._format.scale, max(self._window.radii)
        reach = 2 * int(radius * scale / 2 + 1)
        top, bottom = (self._top - self._origin[1]) // 2, (self._top + self._high - self._origin[1]) // 2
        left, right = self._left - self._origin[0], self._left + self._wide - self._origin[0]
        before, after = self._spans.copy(), self._spans.copy()
        before[top:bottom, 1] = np.minimum(before[top:bottom, 1], left + reach)
        after[top:bottom, 0] = np.maximum(after[top:bottom, 0], max(right - reach, left + reach))
        after[:top] = after[bottom:] = 0
        return [before, after]

    def _sample(self, n: int) -> None:
        """Have what the camera sees in frame `n` in `_seen`."""
        tempo, window = self._tempo, self._window
        t = min(max((n - tempo.start) / max(tempo.duration, 1), 0.0), 1.0)
        along = min(max((t - _REST) / (1.0 - 2 * _REST), 0.0), 1.0)
        for source, plane, noise in zip(
            self._planes, (self._seen.y, self._seen.u, self._seen.v), self._noise, strict=True
        ):
            deep, wide = (side - 2 * MARGIN for side in source.shape)
            rows, columns = plane.shape
            step = wide / columns
            if not window.travels:
                step = min(wide / columns, deep / rows) / (1.0 + ZOOM) ** t
            x, y = wide - step * columns, deep - step * rows
            down = along * along * (3.0 - 2.0 * along) if window.travels else between(0.5, window.towards[1], t)
            left, top = x * between(0.5, window.towards[0], t), y * down
            across, lay = np.zeros(columns, np.float32), np.zeros(rows, np.float32)
            sample(source, top, left, step, step, across, lay, np.float32(0), noise, plane)

    def _masked(self, radii: Radii) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
        """How much of each sample the picture covers, 0..255, for the three planes."""
        pixels = np.zeros((self._high, self._wide, 4), np.uint8)
        upper, lower = (skia.Point(radius * self._format.scale, radius * self._format.scale) for radius in radii)
        shape = skia.RRect()
        shape.setRectRadii(skia.Rect.MakeWH(self._wide, self._high), [upper, upper, lower, lower])
        surface(pixels).getCanvas().drawRRect(shape, skia.Paint(AntiAlias=True))
        fine = np.ascontiguousarray(pixels[..., 3])
        quarters = fine.reshape(self._high // 2, 2, self._wide // 2, 2).astype(np.uint16).sum(axis=(1, 3))
        coarse = ((quarters + 2) // 4).astype(np.uint8)
        return fine, coarse, coarse


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _lay(seen, mask, weight, target):  # type: ignore[no-untyped-def]
    """Mix `seen` over `target` by `mask` (0..255) times `weight` (0..256)."""
    rows, columns = seen.shape
    for row in range(rows):
        over, cover, under = seen[row], mask[row], target[row]
        for x in range(columns):
            share = (int32(cover[x]) * int32(weight) * int32(257) + int32(32768)) >> int32(16)
            under[x] = uint8((int32(over[x]) * share + int32(under[x]) * (int32(256) - share) + int32(128)) >> int32(8))


def _drawable(pixels: NDArray[np.uint8]) -> skia.Image:
    return skia.Image.fromarray(pixels, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType, copy=True)

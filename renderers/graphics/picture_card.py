"""A picture in a frame of the look, filled by its most telling part, under a slow camera; a caption below."""

from __future__ import annotations

from renderers.graphics.camera import ZOOM, CameraLayer, Window, aligned
from renderers.graphics.clips import PictureCardClip
from renderers.graphics.parts import Part
from renderers.graphics.pictures import size_of, window_picture
from renderers.graphics.setting import Setting
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.saliency import eye
from renderers.titles.lettering import centred
from renderers.titles.sprite import Sprite, bake, grown, union
from renderers.typesetting import Align, Block

_CAPTIONS = (44, 40, 36, 34, 32, 30, 28, 26, 24, 22)
_CUT = 1.6
"""A picture may lose so much of one side to fill its room; one that would lose more gets another frame."""
_SMALL = 30
"""Captions smaller than this are as strong as running text."""
_BORDER, _OFFSET = 20.0, 18.0
"""Width of the border of paper, and how far a block or an outline stands off behind a picture."""


class PictureCardLayer(CameraLayer):
    """Paints a `PictureCardClip`. Raises `MediaRejected` for a picture that can not be read."""

    def __init__(self, clip: PictureCardClip, look: Look, format: PictureFormat) -> None:
        set_ = Setting(clip, look, format, clip.caption)
        kind, area = look.style.plate, clip.region
        middle = centred(area, format)
        border = _BORDER if kind == "paper" else 0.0
        off = _OFFSET if kind in ("outline", "tint") else 0.0
        ink = set_.plated if border else set_.bare
        align: Align = "centre" if middle and not border else "start"
        wide, high = area.width - 2 * border - off, 0.2 * area.height
        caption = set_.fit(clip.caption, wide, high, _CAPTIONS, set_.body(ink.muted, 500, 1.3), most=2, align=align)
        if caption.type.size < _SMALL:
            # What is small is thin: it is not quiet too.
            caption = set_.fit(clip.caption, wide, high, _CAPTIONS, set_.body(ink.text, 500, 1.3), most=2, align=align)
        below = caption.height + 20.0 if caption.lines else 0.0
        room = Rect(area.x + border, area.y + border, wide, area.height - 2 * border - off - below)
        frame = _framed(room, size_of(clip.picture), 0.5 if middle else 1.0 if set_.rtl else 0.0)
        frame = aligned(frame, format)
        scale, time, at = format.scale, set_.time, float(clip.start)
        radius = 0.0 if border else min(set_.radius, frame.width / 2, frame.height / 2)
        wide, high = round(frame.width * scale), round(frame.height * scale)
        picture = window_picture(clip.picture, wide, high, 1.0 + ZOOM, look.palette.surface)
        window = Window(picture, frame, (radius, radius), eye(picture))
        base = self._base(set_, frame, below if border else 0.0, border, off)
        parts: list[Part] = []
        top = frame.bottom + (14.0 if border else 20.0 + off)
        left = _caption_left(caption, frame, area, middle and not border, border, rtl=set_.rtl)
        glow = "" if border else look.palette.background
        parts += set_.lines(caption, left, top, at + 3 * time.stagger, glow=glow)
        super().__init__(clip, look, format, parts, window, base.draw)

    def _base(self, set_: Setting, frame: Rect, below: float, border: float, off: float) -> Sprite:
        """What lies under the picture: a shadow, a border of paper, or a block or outline that stands off."""
        scale, ink = set_.format.scale, set_.bare
        if border:
            high = frame.height + 2 * border + below
            outer = Rect(frame.x - border, frame.y - border, frame.width + 2 * border, high)
            return set_.plate(outer, radius=min(set_.radius, 6.0))
        if not off:
            return set_.plate(frame)
        shift = -off if set_.rtl else off
        block = Rect(frame.x + shift, frame.y + off, frame.width, frame.height)
        radius = min(set_.radius, frame.height / 2)

        def paint(canvas: skia.Canvas) -> None:
            box = skia.Rect.MakeXYWH(block.x, block.y, block.width, block.height)
            if set_.style.plate == "outline":
                canvas.drawRoundRect(box.makeInset(1.5, 1.5), radius, radius, set_.pen(ink.accent, 3.0))
            else:
                canvas.drawRoundRect(box, radius, radius, skia.Paint(Color=colour(set_.quiet(ink)), AntiAlias=True))

        return bake(grown(union([frame, block]), 2, 2), scale, paint)


def _framed(room: Rect, size: tuple[int, int], side: float) -> Rect:
    """The frame in `room`: all of it, unless too much of a picture of that `size` would be lost."""
    wanted, given = size[0] / max(size[1], 1), room.width / max(room.height, 1.0)
    ratio = min(max(given, wanted / _CUT), wanted * _CUT)
    width, height = min(room.width, room.height * ratio), min(room.height, room.width / ratio)
    return Rect(room.x + (room.width - width) * side, room.y + (room.height - height) * 0.15, width, height)


def _caption_left(caption: Block, frame: Rect, area: Rect, middle: bool, border: float, *, rtl: bool) -> float:
    """Where the box of the caption begins: in line with the frame, or in the middle below it."""
    if middle:
        return frame.x + (frame.width - caption.box) / 2
    left = frame.right - caption.box if rtl else frame.x
    return min(max(left, area.x + border), area.right - border - caption.box)

"""The disclosure: a small label that says how the picture came about, still and readable over anything."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.timeline import DisclosureClip
from renderers.titles.ink import readable
from renderers.titles.lettering import body_type
from renderers.titles.sprite import bake, clip_to, grown
from renderers.typesetting import fit

_SIZES = (36, 32, 28, 26, 24, 22)
"""Letters of the label in design units: the largest that its region has the height for."""
_PAD_X, _PAD_Y = 14.0, 5.0
_VEIL = 0.86
"""How much the plate hides of what is behind it."""
_TEXT = 4.5
"""The contrast that small text needs (WCAG 2.2, 1.4.3)."""


class DisclosureLayer:
    """Paints a `DisclosureClip` at the side of its region that is nearer to the frame's edge."""

    def __init__(self, clip: DisclosureClip, look: Look, format: PictureFormat) -> None:
        area, ground = clip.region, look.palette.background
        ink = readable(look.palette.text, ground, _TEXT)
        type_ = replace(body_type(look, ink, weight=600), line_height=1.2)
        block = fit(clip.text, area.width - 2 * _PAD_X, area.height - 2 * _PAD_Y, _SIZES, type_, max_lines=1)
        wide = max((line.width for line in block.lines), default=0.0) + 2 * _PAD_X
        high = block.height + 2 * _PAD_Y
        right = area.x + area.width / 2 > format.design_width / 2
        plate = Rect(area.right - wide if right else area.x, area.y + (area.height - high) / 2, wide, high)
        shift = max((line.x for line in block.lines), default=0.0)

        def paint(canvas: skia.Canvas) -> None:
            shape = skia.Rect.MakeXYWH(plate.x, plate.y, plate.width, plate.height)
            fill = skia.Paint(Color=colour(ground), AntiAlias=True)
            fill.setAlphaf(_VEIL)
            canvas.drawRoundRect(shape, min(look.radius, high / 2), min(look.radius, high / 2), fill)
            for line in block.lines:
                line.paint(canvas, plate.x + _PAD_X - shift, plate.y + _PAD_Y)

        self._sprite = bake(grown(plate, 1, 1), format.scale, paint)
        self._region = clip_to(self._sprite.rect, format.design_width, format.design_height)

    @property
    def region(self) -> Rect:
        """The label with its plate."""
        return self._region

    def key(self, n: int) -> Hashable:
        """Always the same: it stands as long as the scene."""
        return "disclosure"

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint the label."""
        self._sprite.draw(canvas)

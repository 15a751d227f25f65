"""The closing card: a small headline, what to do on a plate of the brand's colour, and where to go."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from renderers.look import Look
from renderers.motion import SCALE_FROM, TRAVEL, between, ease_out_cubic, ease_out_expo
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import skia
from renderers.timeline import EndCardClip
from renderers.titles.ink import first_readable, readable
from renderers.titles.lettering import body_type, centred, heading_type, plate, write
from renderers.titles.sprite import Sprite, bake, clip_to, union
from renderers.titles.staging import card_staging
from renderers.titles.title import heading
from renderers.typesetting import Align, Block, fit

_PAD_X, _PAD_Y = 80.0, 36.0
_GAP_ABOVE, _GAP_BELOW = 48.0, 40.0
_LOWERED = 72.0
"""The most the card stands below the top of a region under a logo, so that it stays with the logo."""
_HIGH = 0.2
"""A region that begins above this part of the frame has no logo above it: there the card stands in the middle."""
_BUTTON_SIZES = (76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32)
_ADDRESS_SIZES = (56, 52, 48, 44, 40, 36, 32, 28)


class EndCardLayer:
    """Paints an `EndCardClip`. It does not leave: the last frame of a programme shows it whole."""

    def __init__(self, clip: EndCardClip, look: Look, format: PictureFormat) -> None:
        palette, area = look.palette, clip.region
        align: Align = "centre" if centred(area, format) else "start"
        pressed_ink = readable(palette.on_primary, palette.primary)
        button_type = replace(heading_type(look, pressed_ink), tracking=-0.01, line_height=1.15)
        wide, high = max(area.width - 2 * _PAD_X, 1.0), max(area.height * 0.4 - 2 * _PAD_Y, 1.0)
        button = fit(clip.call_to_action, wide, high, _BUTTON_SIZES, button_type, align="centre", max_lines=2)
        ink = first_readable((palette.text, palette.muted), palette.background)
        room, type_ = area.height * 0.25, body_type(look, ink, 600)
        address = fit(clip.address, area.width, room, _ADDRESS_SIZES, type_, align=align, max_lines=1)
        if not address.complete:
            address = fit(clip.address, area.width, room, _ADDRESS_SIZES, type_, align=align, max_lines=2)
        shown = [bool(clip.headline.strip()), bool(button.lines), bool(address.lines)]
        pressed = button.height + 2 * _PAD_Y if shown[1] else 0.0
        gap_above = _GAP_ABOVE if shown[0] and (shown[1] or shown[2]) else 0.0
        gap_below = _GAP_BELOW if shown[1] and shown[2] else 0.0
        room = max(area.height - pressed - address.height - gap_above - gap_below, 1.0)
        title = heading(clip.headline, area.width, room, heading_type(look, palette.text), "title", align)
        total = title.height + gap_above + pressed + gap_below + address.height
        alone = area.y < _HIGH * format.design_height
        spare = max(0.0, area.height - total) * 0.5
        top = area.y + (spare if alone else min(spare, _LOWERED))

        glow = palette.background
        self._parts: list[Sprite] = [line.sprite for line in write(title, area.x, top, format, glow)]
        self._button = -1
        top += title.height + gap_above
        if shown[1]:
            self._button = len(self._parts)
            self._parts.append(self._press(button, area, top, align, look, format))
            top += pressed + gap_below
        self._parts += [line.sprite for line in write(address, area.x, top, format, glow)]
        self._staging = card_staging(clip.start, clip.duration, len(self._parts), float(format.rate))
        covered = union([part.rect for part in self._parts])
        below = Rect(covered.x, covered.y, covered.width, covered.height + (TRAVEL if self._parts else 0))
        self._region = clip_to(below, format.design_width, format.design_height)

    def _press(self, button: Block, area: Rect, top: float, align: Align, look: Look, format: PictureFormat) -> Sprite:
        """The plate with its words, as one sprite."""
        width, height = button.width + 2 * _PAD_X, button.height + 2 * _PAD_Y
        side = {"centre": (area.width - width) / 2}.get(align, area.width - width if button.right_to_left else 0.0)
        box = Rect(area.x + side, top, width, height)
        palette = look.palette
        ground = plate(box, min(look.radius, height / 2), format, palette.primary, 1.0, 0.0 if palette.dark else 0.16)
        words = write(button, box.x + _PAD_X - button.left, box.y + _PAD_Y, format)

        def paint(canvas: skia.Canvas) -> None:
            for sprite in (ground, *(line.sprite for line in words)):
                sprite.draw(canvas)

        return bake(ground.rect, format.scale, paint)

    @property
    def region(self) -> Rect:
        """All parts at rest and the way they rise."""
        return self._region

    def key(self, n: int) -> Hashable:
        """A new key for each frame while parts come in, one key from then on.

        It stays for a second past its end, in which a transition may still ask for it.
        """
        return self._staging.key(n) if self._parts else None

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        for i, sprite in enumerate(self._parts):
            entered = self._staging.entered(n, i)
            eased = ease_out_expo(entered)
            grow = between(SCALE_FROM, 1.0, eased) if i == self._button else 1.0
            sprite.draw(canvas, y=TRAVEL * (1.0 - eased), alpha=ease_out_cubic(min(1.0, entered * 1.5)), grow=grow)

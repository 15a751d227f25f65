"""The closing card: a small headline, what to do on a plate of the brand's colour, where to go and a code for it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.look import Look
from renderers.motion import EASINGS, SCALE_FROM, TRAVEL, between, ease_out_cubic
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import skia
from renderers.timeline import EndCardClip
from renderers.titles.entrances import Arrival, draw_arriving
from renderers.titles.ink import first_readable, readable
from renderers.titles.lettering import body_type, centred, heading_type, plate, write
from renderers.titles.push import Push, PushedRest, fine
from renderers.titles.qr_code import code_side, code_sprite
from renderers.titles.sprite import Sprite, bake, clip_to, union
from renderers.titles.staging import card_staging
from renderers.titles.title import heading
from renderers.typesetting import Align, Block, fit
from renderers.typography import right_to_left
from renderers.written import move_since, told

_PAD_X, _PAD_Y = 80.0, 36.0
_GAP_ABOVE, _GAP_BELOW = 48.0, 40.0
_LOWERED = 72.0
"""The most the card stands below the top of a region under a logo, so that it stays with the logo."""
_HIGH = 0.2
"""A region that begins above this part of the frame has no logo above it: there the card stands in the middle."""
_BESIDE, _CODE_GAP = 72.0, 48.0
"""Between the words and a code beside them, and one below."""
_SHARE, _UPRIGHT, _HIGH_ENOUGH = 0.42, 0.62, 640.0
"""The most of a region's longer side that a code takes; a region higher than so many widths and units has it below the
words."""
_WORDS = 860.0
"""Words beside a code are set no wider than this."""
_BUTTON_SIZES = (76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32)
_ADDRESS_SIZES = (56, 52, 48, 44, 40, 36, 32, 28)


class EndCardLayer:
    """Paints an `EndCardClip`. It does not leave: the last frame of a programme shows it whole.

    A code stands beside the words, or below them where the region is upright. One that would be too fine to be read
    off a screen is left out.
    """

    def __init__(self, clip: EndCardClip, look: Look, format: PictureFormat) -> None:
        self._style = look.style
        area, room = _shared(clip)
        align: Align = "centre" if centred(area, format) else "start"
        shown, format = format, fine(format)
        self._parts: list[Sprite] = []
        before = told()
        self._button = -1
        bottom = self._set_words(
            clip, area, look, format, align, room.height + _CODE_GAP if _below(clip, room) else 0.0
        )
        if room.width > 0:
            self._add_code(clip, area, room, bottom, look, format, before)
        self._rtl = right_to_left(clip.headline or clip.call_to_action)
        self._staging = card_staging(clip.start, clip.duration, len(self._parts), float(format.rate))
        covered = union([part.rect for part in self._parts])
        moved = TRAVEL if self._parts else 0.0
        aside = 0.0 if self._style.entrance in ("rise", "fade") else moved
        around = Rect(covered.x - aside, covered.y - aside, covered.width + 2 * aside, covered.height + moved + aside)
        self._region = clip_to(around, format.design_width, format.design_height)
        side = area.x + area.width / 2 if align == "centre" else area.right if self._rtl else area.x
        # It keeps its distance from a logo above it.
        self._push = Push(side, covered.y, clip.start, float(format.rate))
        self._rest = PushedRest(self._push, self._region, shown, self._paint_rest)

    def _set_words(
        self, clip: EndCardClip, area: Rect, look: Look, format: PictureFormat, align: Align, kept: float
    ) -> float:
        """Set headline, plate and address in `area`, the lowest `kept` of which is left; returns where they end."""
        palette, style = look.palette, look.style
        area = Rect(area.x, area.y, area.width, max(area.height - kept, 1.0))
        pressed_ink = readable(palette.on_primary, palette.primary)
        button_type = replace(heading_type(look, pressed_ink), tracking=-0.01 + style.tracking, line_height=1.15)
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
        headed = heading_type(look, palette.text)
        headed = replace(headed, tracking=headed.tracking + style.tracking)
        said = clip.headline.upper() if style.capitals else clip.headline
        title = heading(said, area.width, room, headed, "title", align)
        total = title.height + gap_above + pressed + gap_below + address.height
        alone = area.y < _HIGH * format.design_height
        spare = max(0.0, area.height - total) * 0.5
        top = area.y + (spare if alone else min(spare, _LOWERED))

        glow = palette.background
        self._parts += [line.sprite for line in write(title, area.x, top, format, glow)]
        top += title.height + gap_above
        if shown[1]:
            self._button = len(self._parts)
            self._parts.append(self._press(button, area, top, align, look, format))
            top += pressed + gap_below
        self._parts += [line.sprite for line in write(address, area.x, top, format, glow)]
        return top + address.height

    def _add_code(
        self, clip: EndCardClip, area: Rect, room: Rect, bottom: float, look: Look, format: PictureFormat, before: int
    ) -> None:
        """Add the code: below the words, or beside them, both then in the middle of the clip's region.

        `before`: how many lines had been told of before the words were.
        """
        left, top, whole = room.x, room.y, clip.region
        if _below(clip, room):
            top = bottom + _CODE_GAP
        elif self._parts:
            words = union([part.rect for part in self._parts])
            # Soft light around letters is no part of them.
            start, end = max(words.x, area.x), min(words.right, area.right)
            aside = (whole.width - (end - start) - _BESIDE - room.width) / 2 + whole.x - start
            aside = round(aside * format.scale) / format.scale
            self._parts = [replace(p, rect=replace(p.rect, x=p.rect.x + aside)) for p in self._parts]
            move_since(before, aside)
            left = end + aside + _BESIDE
            middle = words.y + words.height / 2
            top = min(max(middle - room.height / 2, whole.y), whole.bottom - room.height)
        radius = min(look.radius, 24.0)
        self._parts.append(code_sprite(clip.address, left, top, room.width, radius, look.palette, format))

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
        """A new key for each frame: it comes slowly closer.

        It stays for a second past its end, in which a transition may still ask for it.
        """
        key = self._staging.key(n) if self._parts else None
        return None if key is None else ("push", n)

    def write(self, pixels: NDArray[np.uint8], n: int) -> bool:
        """Write frame `n` where all of it is there, and only comes closer."""
        if not self._parts or self._staging.key(n) != "rest":
            return False
        self._rest.write(pixels, n)
        return True

    def _paint_rest(self, canvas: skia.Canvas) -> None:
        for sprite in self._parts:
            sprite.draw(canvas)

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        plain = self._style.entrance == "rise"
        self._push.apply(canvas, n)
        for i, sprite in enumerate(self._parts):
            entered = self._staging.entered(n, i)
            if i != self._button or not plain:
                behind = sprite.rect.bottom + TRAVEL
                draw_arriving(canvas, sprite, Arrival(entered, 0.0, behind, self._rtl), self._style)
                continue
            eased = EASINGS[self._style.easing](entered)
            alpha = ease_out_cubic(min(1.0, entered * 1.5))
            sprite.draw(canvas, y=TRAVEL * (1.0 - eased), alpha=alpha, grow=between(SCALE_FROM, 1.0, eased))


def _shared(clip: EndCardClip) -> tuple[Rect, Rect]:
    """The room of the words and that of the code, which is empty where there is none to be shown."""
    area = clip.region
    none = Rect(area.right, area.y, 0.0, 0.0)
    if not clip.qr:
        return area, none
    if _upright(area):
        side = code_side(clip.address, min(_SHARE * area.height, area.width))
        return area, Rect(area.x + (area.width - side) / 2, area.y, side, side) if side else none
    side = code_side(clip.address, min(area.height, _SHARE * area.width))
    if not side:
        return area, none
    # Words and code are one group in the middle of the region, as the words alone are.
    wide = min(area.width - side - _BESIDE, _WORDS)
    left = area.x + (area.width - wide - _BESIDE - side) / 2
    return Rect(left, area.y, wide, area.height), Rect(left + wide + _BESIDE, area.y, side, side)


def _below(clip: EndCardClip, code: Rect) -> bool:
    """Whether the code stands below the words."""
    return code.width > 0 and _upright(clip.region)


def _upright(area: Rect) -> bool:
    return area.height > max(_UPRIGHT * area.width, _HIGH_ENOUGH)

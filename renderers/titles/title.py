"""A heading that comes in line by line or word by word: a mark and kicker above, a line of explanation below."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.colour import MUTED_CONTRAST
from renderers.look import Look
from renderers.motion import DRIFT, EASINGS, TRAVEL
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import skia
from renderers.timeline import TitleClip
from renderers.titles.entrances import Arrival, draw_arriving, leaving
from renderers.titles.ink import first_readable, readable
from renderers.titles.lettering import body_type, heading_type, write, write_words
from renderers.titles.push import Push, PushedRest, fine
from renderers.titles.rules import LYING, STANDING, STROKE, Mark, rule_ink
from renderers.titles.sprite import clip_to, grown, union
from renderers.titles.staging import staging
from renderers.typesetting import Align, Block, Type, fit
from renderers.typography import right_to_left

_SIZES = {
    "display": (((160, 152), 2), ((144, 136, 128, 120, 112, 104, 96), 3), ((96, 88, 80, 72), 4), ((64, 56, 48), 0)),
    "title": (((112, 104, 96), 2), ((88, 80, 72, 64), 3), ((64, 56), 4), ((52, 48, 44, 40, 36), 0)),
}
"""Steps of the type scale and the most lines each may make, best first."""
_NARROW = {"Barlow Condensed": 1.16}
"""By family, how much larger the steps are for letters that take less room across."""
_LOUD = {"Archivo": 1.25, "Barlow Condensed": 1.34, "Fredoka": 1.1}
"""The same for titles that stand alone, of faces that are made to be large."""
_KICKER_SIZES = (32, 28)
_SUBTITLE_SIZES = {"display": (52, 48, 44, 40, 36, 32, 28), "title": (44, 40, 36, 32, 28)}
_RULE_GAP, _SUBTITLE_GAP = 20.0, 24.0
_INDENT = 36.0
"""Where height is scarce a bar stands upright beside the heading, which is moved in by so much."""
_STROKE_GAP = 34.0
"""Room around a stroke below a heading."""
_SIDE = 0.9 * TRAVEL
"""How far what comes from a side, or grows, reaches beyond its place."""
_CAP_TOP, _CAP_BOTTOM = 0.2, 0.18
"""How far capitals stand inside the box of their line, in parts of the type's size: there the bar begins and ends."""
_MEASURE = 1440.0
"""The longest line of a heading, in design units; wider regions keep the rest quiet."""
_TALL_REGION = 0.42
"""A region higher than this part of the frame holds its text in the middle; a lower one at its top."""


def heading(text: str, width: float, height: float, type_: Type, size: str, align: Align) -> Block:
    """A heading set as large as `size` (`display` or `title`) allows in that room."""
    larger = (_LOUD if size == "display" else _NARROW).get(type_.family, 1.0)
    steps = [
        (tuple(round(step * larger) for step in sizes), most)
        for sizes, most in _SIZES[size if size in _SIZES else "title"]
    ]
    for sizes, most in steps[:-1]:
        block = fit(text, width, height, sizes, type_, align=align, max_lines=most)
        if block.complete:
            return block
    sizes, most = steps[-1]
    return fit(text, width, height, sizes, type_, align=align, max_lines=most)


class TitleLayer:
    """Paints a `TitleClip`. All type is shaped and drawn when the layer is made."""

    def __init__(self, clip: TitleClip, look: Look, format: PictureFormat) -> None:
        palette, style = look.palette, look.style
        self._style = style
        align: Align = "centre" if clip.align in {"centre", "center"} else "start"
        self._rtl = right_to_left(clip.text or clip.kicker)
        area = _column(clip.region, align, self._rtl)
        tall = area.height > _TALL_REGION * format.design_height
        upright = not tall and align == "start" and style.rule in STANDING
        wide = STANDING.get(style.rule, 0.0)
        edge = area.right - wide if self._rtl else area.x
        if upright:
            indent = _INDENT + wide - STANDING["bar"]
            area = Rect(area.x if self._rtl else area.x + indent, area.y, area.width - indent, area.height)
        muted = first_readable((palette.muted, palette.text), palette.background)
        size = clip.size if clip.size in _SIZES else "title"
        lying = LYING.get(style.rule, {}).get(size, (0.0, 0.0))
        bar = (-_RULE_GAP, 0.0) if upright or not lying[0] else lying
        kicker = _kicker(clip.kicker, area.width - bar[0] - _RULE_GAP, look)
        said = bool(kicker.lines or clip.text.strip())
        above = kicker.height + 20 if kicker.lines else bar[1] + 32 if said and bar[1] else 0.0
        gap = _STROKE_GAP if tall else _STROKE_GAP / 2
        stroke = STROKE[size] + gap if style.rule == "underline" and said else 0.0
        room = max(area.height - above - stroke, 1.0)
        steps = _SUBTITLE_SIZES[size]
        below = _explanation(clip.subtitle, min(area.width, 1040.0), room, steps, body_type(look, muted), align)
        under = below.height + _SUBTITLE_GAP if below.lines else 0.0
        words = clip.text.upper() if style.capitals else clip.text
        type_ = heading_type(look, palette.text)
        type_ = replace(type_, tracking=type_.tracking + style.tracking)
        title = heading(words, area.width, room - under, type_, size, align)
        if not title.complete and below.lines:
            # A heading is never cut to keep the line below it.
            below, under = fit("", 1.0, 1.0, steps, below.type), 0.0
            title = heading(words, area.width, room, type_, size, align)
        spare = max(0.0, area.height - above - title.height - stroke - under)
        top = area.y + (spare * 0.47 if tall else 0.0)

        place, kicker_left = _ruled(kicker, bar, area, top, align, self._rtl)
        if upright:
            first, last = (kicker if kicker.lines else title), (below if below.lines else title)
            start = top + _CAP_TOP * first.type.size
            end = top + above + title.height + under - _CAP_BOTTOM * last.type.size
            place = Rect(edge, start, wide, max(end - start, wide))
        elif stroke and title.lines:
            last_line = title.lines[-1]
            low = top + above + title.height + 0.55 * gap
            place = Rect(area.x + last_line.x, low, last_line.width, STROKE[size])
        ruled = said and place.width > 0.0 and place.height > 0.0
        self._mark = Mark(place, style.rule, rule_ink(look), look.radius, upright, self._rtl) if ruled else None
        share = 0.5 if align == "centre" else 1.0 if below.right_to_left else 0.0
        low = top + above + title.height + stroke + _SUBTITLE_GAP
        glow = palette.background
        by_word = style.step == "word"
        drawn = fine(format) if clip.push else format
        headed = (write_words if by_word else write)(title, area.x, top + above, drawn, glow)
        others = write(below, area.x + (area.width - below.box) * share, low, drawn, glow)
        kicked = write(kicker, kicker_left - kicker.left, top, drawn, glow)
        self._written = [*kicked, *headed, *others]
        self._first = int(said and not kicker.lines)
        # A stroke underlines what is written already; other marks come first.
        self._marked = self._first + len(kicked) + len(headed) - 1 if stroke and headed else 0
        parts = len(self._written) + said
        self._staging = staging(clip.start, clip.duration, parts, float(format.rate), style.pace, clip.cues)
        if self._staging.cues:
            cues = _part_cues(clip, title, by_word, len(headed))
            lead = (cues[0],) * (len(kicked) + self._first)
            self._staging = replace(self._staging, cues=(*lead, *cues))
        covered = [w.sprite.rect for w in self._written] + ([grown(place, 8, 8)] if ruled else [])
        self._said = said
        around = max(DRIFT, _SIDE if style.entrance in ("slide", "wipe", "pop") else 0.0)
        room_around = grown(union(covered), around if style.entrance != "rise" else 0, around)
        self._region = clip_to(room_around, format.design_width, format.design_height)
        side = area.x + area.width / 2 if align == "centre" else area.right if self._rtl else area.x
        middle = top + (above + title.height + stroke + under) / 2
        self._push = Push(side, middle, clip.start, float(format.rate)) if clip.push else None
        self._rest = PushedRest(self._push, self._region, format, self._paint_rest) if self._push else None

    @property
    def region(self) -> Rect:
        """The lines at rest and the way they come and leave by; those that rise do so inside their own room."""
        return self._region

    def key(self, n: int) -> Hashable:
        """A new key for each frame in motion, one key at rest; none rests that comes closer."""
        key = self._staging.key(n) if self._said else None
        return ("push", n) if key is not None and self._push is not None else key

    def write(self, pixels: NDArray[np.uint8], n: int) -> bool:
        """Write frame `n` where all of it is there, and only comes closer."""
        if self._rest is None or self._staging.key(n) != "rest":
            return False
        self._rest.write(pixels, n)
        return True

    def _paint_rest(self, canvas: skia.Canvas) -> None:
        if self._mark is not None:
            self._mark.paint(canvas, 1.0, rise=0.0, alpha=1.0)
        for line in self._written:
            line.sprite.draw(canvas)

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        gone = leaving(self._style, self._staging.left(n))
        if self._push is not None:
            self._push.apply(canvas, n)
        if self._mark is not None:
            drawn = EASINGS[self._style.easing](self._staging.entered(n, self._marked))
            self._mark.paint(canvas, drawn, rise=DRIFT * gone, alpha=1.0 - gone)
        for i, line in enumerate(self._written):
            arrival = Arrival(self._staging.entered(n, i + self._first), gone, line.edge, self._rtl)
            draw_arriving(canvas, line.sprite, arrival, self._style)


def _part_cues(clip: TitleClip, title: Block, by_word: bool, count: int) -> tuple[int, ...]:
    """When each of the `count` parts of the heading comes in: with its word, or with the first word of its line."""
    last = len(clip.cues) - 1
    if by_word and count == len(clip.cues):
        return clip.cues
    starts, word = [], 0
    for line in title.lines:
        starts.append(clip.cues[min(word, last)])
        word += len(line.text.split())
    return tuple(starts[:count]) if not by_word else tuple(clip.cues[min(i, last)] for i in range(count))


def _column(region: Rect, align: Align, rtl: bool) -> Rect:
    """The part of a region that text is set in: at most one measure wide, on the side the writing begins."""
    width = min(region.width, _MEASURE)
    share = 0.5 if align == "centre" else 1.0 if rtl else 0.0
    return Rect(region.x + (region.width - width) * share, region.y, width, region.height)


def _kicker(text: str, width: float, look: Look) -> Block:
    """The small line above the heading, in capitals where the script has them."""
    ink = readable(look.palette.primary, look.palette.background, MUTED_CONTRAST)
    type_ = replace(body_type(look, ink, 700), tracking=0.06, line_height=1.25)
    type_ = replace(type_, family=look.style.label or type_.family)
    return fit(text.upper(), max(width, 1.0), 48.0, _KICKER_SIZES, type_, max_lines=1)


def _ruled(
    kicker: Block, bar: tuple[float, float], area: Rect, top: float, align: Align, rtl: bool
) -> tuple[Rect, float]:
    """Where the rule stands, and the left edge of the kicker that follows it."""
    wide, high = bar
    group = wide + (_RULE_GAP + kicker.width if kicker.lines else 0.0)
    start = area.x + (area.width - group) / 2 if align == "centre" else area.right - group if rtl else area.x
    middle = top + (kicker.height if kicker.lines else high) / 2
    left = start + group - wide if rtl else start
    return Rect(left, middle - high / 2, wide, high), start if rtl else start + wide + _RULE_GAP


def _explanation(text: str, width: float, room: float, steps: tuple[int, ...], type_: Type, align: Align) -> Block:
    """The line below a heading, in the least part of the room that holds it all."""
    snug = fit(text, width, room * 0.3, steps, type_, align=align, max_lines=3)
    return snug if snug.complete else fit(text, width, room * 0.44, steps, type_, align=align, max_lines=3)

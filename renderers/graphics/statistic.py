"""A figure that counts up, with words below; a share of a whole closes a ring round it, or fills a bar."""

from __future__ import annotations

import math
from dataclasses import dataclass

from renderers.graphics.clips import StatisticClip
from renderers.graphics.counter import Counter
from renderers.graphics.parts import Part, PartsLayer, arriving
from renderers.graphics.setting import SMALL_PRINT, Setting
from renderers.look import Look
from renderers.motion import ease_out_cubic
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.sprite import bake
from renderers.typesetting import Align, Block

_FIGURES = (
    400,
    360,
    320,
    300,
    280,
    256,
    240,
    224,
    208,
    192,
    176,
    160,
    144,
    128,
    112,
    96,
    88,
    80,
    72,
    64,
    56,
    48,
    40,
    32,
)
_LABELS = (88, 80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32, 30, 28, 26, 24)
_RING = {"hairline": 0.03, "block": 0.11}
_USUAL_RING = 0.085
"""Width of the ring by the rule of a look, in parts of its diameter."""
_INNER = 0.73
"""The most of the diameter that the figure inside takes."""
_SQUARE = 6.0
"""In looks whose corners are no rounder than this the ends of a ring are cut straight."""
_LEAST_RING = 300.0
"""A ring is no smaller than this; where it would be, a bar tells the share."""
_BAR, _BAR_GAP = 24.0, 44.0
_COLUMN, _SHARE = 760.0, 0.105
"""The longest line beside a ring, and the most of the width of its words that their size may be."""
_MEASURE = 1100.0
"""The longest line of words."""
_BESIDE, _ABOVE, _UNDER = 72.0, 48.0, 240.0
"""Between a ring and words beside or below it, and about what words below it take with that."""
_MOST_RING = 660.0
_LANDING = {"settle": 0.03, "swift": 0.035, "snap": 0.05, "glide": 0.0, "overshoot": 0.07}
"""By the easing of a look, how much larger a figure swells as it arrives at its value; where all glides it does not."""
_LANDS, _PULSE = 0.7, 0.9
"""When it does, in parts of the time of counting (the last digits creep), and for how long, in those of an entry."""


@dataclass(frozen=True)
class _Words:
    """What stands below or beside a figure."""

    label: Block
    note: Block

    @property
    def height(self) -> float:
        return self.label.height + (self.note.height + 12.0 if self.note.lines else 0.0)


class StatisticLayer(PartsLayer):
    """Paints a `StatisticClip`."""

    def __init__(self, clip: StatisticClip, look: Look, format: PictureFormat) -> None:
        self._set, self._clip = Setting(clip, look, format, clip.label or clip.value), clip
        self._at = float(max(clip.at, clip.start))
        self._rtl = self._set.rtl
        self._share = share = _share(clip.value)
        area = clip.region
        side = min(area.height, 0.44 * area.width, _MOST_RING)
        above = min(area.height - _UNDER, area.width, _MOST_RING)
        parts: list[Part] = []
        if clip.value.strip() or clip.label.strip():
            if share is not None and side >= _LEAST_RING and above < 1.1 * side:
                parts = self._ringed(share, side)
            elif share is not None and above >= _LEAST_RING:
                parts = self._ringed_above(share)
            else:
                parts = self._plain(share)
        super().__init__(clip, look, format, parts)

    def _words(self, width: float, height: float, align: Align = "start") -> _Words:
        set_, ink, clip = self._set, self._set.bare, self._clip
        note = set_.fit(
            clip.note, width, max(height * 0.3, 30.0), SMALL_PRINT, set_.body(ink.muted), most=2, align=align
        )
        room = max(height - (note.height + 12.0 if note.lines else 0.0), 24.0)
        type_ = set_.body(ink.text, 600, 1.2)
        sizes = tuple(size for size in _LABELS if size <= max(_SHARE * width, 48.0))
        label = set_.fit(clip.label, width, room, sizes, type_, most=3, align=align)
        if not label.complete:
            label = set_.fit(clip.label, width, room, _LABELS[9:], type_, align=align)
        return _Words(label, note)

    def _said(self, words: _Words, x: float, y: float) -> list[Part]:
        set_, glow = self._set, self._set.look.palette.background
        time, at = set_.time, self._at + 2 * self._set.time.stagger
        parts = set_.lines(words.label, x, y, at, glow=glow)
        top = y + words.label.height + 12.0
        return parts + set_.lines(words.note, x, top, at + time.apart(len(parts), len(parts) + 1), glow=glow)

    def _counted(self, counter: Counter, x: float, baseline: float) -> Part:
        """The figure: it comes in as the style has it, and counts the while and after."""
        set_ = self._set
        size = counter.size
        if counter.figure is None:
            box = Rect(x - 0.2 * size, baseline - 1.2 * size, counter.width + 0.4 * size, 1.7 * size)
            whole = bake(box, set_.format.scale, lambda canvas: counter.paint(canvas, x, baseline, 1.0))
            return arriving(whole, set_.time, self._at, set_.style, edge=baseline + 0.3 * size, rtl=self._rtl)
        light = counter.light(x, baseline)
        lift, middle = _LANDING[set_.style.easing], (x + counter.width / 2, baseline - counter.height / 2)

        def draw(canvas: skia.Canvas, t: float, counted: float, landed: float) -> None:
            shown, grown = ease_out_cubic(min(1.0, t * 1.5)), 1.0 + lift * math.sin(math.pi * ease_out_cubic(landed))
            saved = canvas.save()
            if 0.0 < landed < 1.0:
                canvas.translate(*middle)
                canvas.scale(grown, grown)
                canvas.translate(-middle[0], -middle[1])
            light.draw(canvas, alpha=shown)
            counter.paint(canvas, x, baseline, _settling(counted), shown)
            canvas.restoreToCount(saved)

        count, enter = set_.time.count, set_.time.enter
        return Part(((self._at, enter), (self._at, count), (self._at + _LANDS * count, _PULSE * enter)), draw)

    def _plain(self, share: float | None) -> list[Part]:
        """The figure as large as there is room, a bar where it is a share, words below."""
        set_, area, ink = self._set, self._set.area, self._set.bare
        bar = _BAR + _BAR_GAP if share is not None else 0.0
        words = self._words(min(area.width, _MEASURE), max(area.height * 0.42 - bar / 2, 24.0))
        gap = min(52.0, 0.1 * area.height) if words.label.lines or words.note.lines else 0.0
        room = max(area.height - words.height - gap - bar, 24.0)
        sizes = tuple(size for size in _FIGURES if 0.74 * size <= room) or (24,)
        counter = Counter(self._clip.value, area.width, sizes, set_.heading(ink.accent_text), set_, ink.muted)
        total = counter.height + bar + gap + words.height
        top = area.y + max(0.0, (area.height - total) * 0.44)
        x = area.right - counter.width if self._rtl else area.x - counter.bearing
        parts = [self._counted(counter, x, top + counter.height)]
        y = top + counter.height
        if share is not None:
            y += _BAR_GAP
            wide = min(area.width, 960.0)
            parts.append(self._bar(Rect(area.right - wide if self._rtl else area.x, y, wide, _BAR), share))
            y += _BAR
        words_x = area.right - min(area.width, _MEASURE) if self._rtl else area.x
        return parts + self._said(words, words_x, y + gap)

    def _ringed(self, share: float, side: float) -> list[Part]:
        """The ring where reading begins, the words beside it."""
        area = self._set.area
        wide = area.width - side - _BESIDE
        words = self._words(min(wide, _COLUMN), min(area.height, 520.0))
        left = area.right - side if self._rtl else area.x
        top = area.y + (area.height - side) * 0.44
        parts = self._ring(Rect(left, top, side, side), share)
        words_x = area.x + wide - words.label.box if self._rtl else area.x + side + _BESIDE
        return parts + self._said(words, words_x, top + (side - words.height) / 2)

    def _ringed_above(self, share: float) -> list[Part]:
        """The ring above its words."""
        area = self._set.area
        words = self._words(area.width, area.height * 0.36, "centre")
        side = min(area.height - words.height - _ABOVE, area.width, _MOST_RING)
        top = area.y + (area.height - side - _ABOVE - words.height) * 0.44
        parts = self._ring(Rect(area.x + (area.width - side) / 2, top, side, side), share)
        return parts + self._said(words, area.x, top + side + _ABOVE)

    def _ring(self, box: Rect, share: float) -> list[Part]:
        set_, ink = self._set, self._set.bare
        wide = _RING.get(set_.style.rule, _USUAL_RING) * box.width
        circle = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height).makeInset(wide / 2, wide / 2)
        track, pen = set_.pen(ink.faint, wide), set_.pen(ink.accent, wide)
        if set_.radius <= _SQUARE:
            pen.setStrokeCap(skia.Paint.kButt_Cap)

        def draw(canvas: skia.Canvas, t: float, counted: float) -> None:
            track.setAlphaf(ease_out_cubic(t))
            canvas.drawArc(circle, 0, 360, False, track)
            swept = 360.0 * share * _settling(counted)
            if swept > 0.1:
                canvas.drawArc(circle, -90, -swept if self._rtl else swept, False, pen)

        ring = Part(((self._at, set_.time.enter), (self._at, set_.time.count)), draw)
        sizes = tuple(size for size in _FIGURES if size <= 0.34 * box.width) or (32,)
        inner = min(box.width - 2 * wide - 0.1 * box.width, _INNER * box.width)
        counter = Counter(self._clip.value, inner, sizes, set_.heading(ink.text), set_, ink.muted)
        x = box.x + (box.width - counter.width) / 2
        return [ring, self._counted(counter, x, box.y + (box.height + counter.height) / 2)]

    def _bar(self, box: Rect, share: float) -> Part:
        set_, ink = self._set, self._set.bare
        radius = box.height / 2 if set_.radius > 4 else 0.0

        def draw(canvas: skia.Canvas, t: float, counted: float) -> None:
            whole = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height)
            canvas.drawRoundRect(
                whole, radius, radius, skia.Paint(Color=colour(ink.faint, ease_out_cubic(t)), AntiAlias=True)
            )
            wide = box.width * share * _settling(counted)
            if wide >= 1.0:
                left = box.right - wide if self._rtl else box.x
                filled = skia.Rect.MakeXYWH(left, box.y, wide, box.height)
                canvas.drawRoundRect(filled, radius, radius, skia.Paint(Color=colour(ink.accent), AntiAlias=True))

        return Part(((self._at, set_.time.enter), (self._at, set_.time.count)), draw)


def _share(value: str) -> float | None:
    from renderers.graphics.figures import figure

    found = figure(value)
    return found.share if found is not None and not found.lead else None


def _settling(t: float) -> float:
    """Counting slows towards its end, and there comes to rest in whole steps (quartic ease-out)."""
    return 1.0 - (1.0 - t) ** 4

"""Bars from a line at zero: upright where labels are short, lying where they are long; values at their ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from renderers.graphics.clips import Datum
from renderers.graphics.parts import Part
from renderers.graphics.scales import Scale, decimals, nice_scale, written
from renderers.graphics.setting import Setting
from renderers.motion import ease_out_cubic, ease_out_quint
from renderers.picture_format import Rect
from renderers.raster import colour, skia
from renderers.titles.sprite import Sprite
from renderers.typesetting import Block

_VALUES = (56, 52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22, 20)
_LABELS = (44, 40, 36, 34, 32, 30, 28, 26, 24, 22, 20)
_LEGIBLE = 30
"""Smaller labels are rather left out."""
_BELOW, _BELOW_HIGH = 30, 36
"""Where a label of this size, or of that in a room about as high as wide, does not stand below its bar, bars lie."""
_TICKS = (34, 32, 30, 28, 26, 24, 22, 20)
_MOST_LYING = 12
_THICKEST = 220.0
_FILLED = 0.6
"""The part of its slot that a bar takes."""
_MONTHS = "jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez"
_TIME = re.compile(
    rf"^\s*(?:(?:Q[1-4]|H[12])\b|(?:19|20)\d\d\b|'?\d\d\s*$|(?:{_MONTHS})[a-zäé]*\.?(?:\s|$)|week|woche|day|tag)",
    re.IGNORECASE,
)
"""Labels that are times: of those the last is what counts."""


def leading(data: Sequence[Datum]) -> int:
    """The index of the value that a chart puts forward: the last one in time, else the largest."""
    if len(data) > 1 and all(_TIME.match(datum.label) for datum in data):
        return len(data) - 1
    return max(range(len(data)), key=lambda i: abs(data[i].value))


class BarParts:
    """Bars of `data` in `unit`."""

    def __init__(self, set_: Setting, data: Sequence[Datum], unit: str) -> None:
        self._set, self._data, self._unit = set_, data, unit
        self._ink = set_.plated
        self._places = decimals([datum.value for datum in data])
        self._scale: Scale = nice_scale([datum.value for datum in data])
        self._lead = leading(data) if len({datum.value for datum in data}) > 1 else -1

    def parts(self, room: Rect, at: float) -> list[Part]:
        """The bars, the one that is put forward in the full colour."""
        return self._lying(room, at) if self._lies(room) else self._upright(room, at)

    def _lies(self, room: Rect) -> bool:
        """Whether the bars lie: their labels would not stand below them, and there is height for all."""
        count = len(self._data)
        if count > _MOST_LYING or room.height / count < 34.0:
            return False
        slot, size = room.width / count - 12.0, _BELOW_HIGH if room.height > 0.8 * room.width else _BELOW
        type_ = self._set.body(self._ink.text, 500, 1.15)
        below = [self._set.fit(datum.label, slot, 2.4 * size, (size,), type_, most=2) for datum in self._data]
        return any(
            not block.complete or block.type.size < size or split(block, datum.label)
            for block, datum in zip(below, self._data, strict=True)
        )

    def _whole(self) -> Scale:
        """The scale of bars whose values stand at their ends: it ends where the longest of them do."""
        low, high = min(0.0, *(d.value for d in self._data)), max(0.0, *(d.value for d in self._data))
        return Scale(low, high if high > low else low + 1.0, 1.0)

    def _ink_of(self, index: int) -> str:
        if self._lead < 0 or index == self._lead:
            return self._ink.accent
        return self._set.tint(self._ink)

    def _value(self, index: int, width: float, height: float, sizes: tuple[int, ...]) -> Block:
        lead = index == self._lead or self._lead < 0
        type_ = self._set.body(self._ink.text if lead else self._ink.muted, 700, 1.15)
        text = written(self._data[index].value, self._unit, self._places)
        return self._set.fit(text, width, height, sizes, type_, most=1, align="centre")

    def _common(self, width: float, height: float) -> tuple[list[Block], bool]:
        """The values at one size, and whether all can be read so."""
        made: list[Block] = []
        for size in _VALUES:
            made = [self._value(i, width, height, (size,)) for i in range(len(self._data))]
            if all(block.complete and len(block.lines) == 1 and block.type.size == size for block in made):
                return made, True
        return made, False

    def _upright(self, room: Rect, at: float) -> list[Part]:
        set_, ink, count, soon = self._set, self._ink, len(self._data), self._set.scaffold
        values, told = self._common(room.width / count - 6.0, 72.0)
        tall = max((block.height for block in values), default=0.0) if told else 0.0
        parts: list[Part] = []
        left = room.x
        ticks: list[tuple[float, Block]] = []
        if not told:
            type_ = set_.body(ink.muted, 500, 1.2)
            places = decimals(self._scale.ticks)
            ticks = [(tick, set_.fit(written(tick, self._unit, places), 0.2 * room.width, 36.0, _TICKS, type_, most=1,
                                     align="right")) for tick in self._scale.ticks]  # fmt: skip
            left += max(block.width for _, block in ticks) + 16.0
        slot = (room.right - left) / count
        labels = self._below(slot)
        foot = max((block.height for block in labels if block is not None), default=0.0) + 12.0
        negative = self._scale.low < 0
        lower = tall if negative else 0.0
        scale = self._scale if ticks else self._whole()
        plot = Rect(left, room.y + tall + 6.0, room.right - left, room.height - tall - foot - 6.0 - lower)
        zero = plot.bottom - plot.height * scale.share(0.0)
        for tick, block in ticks:
            y = plot.bottom - plot.height * self._scale.share(tick)
            parts.append(rule(plot.x, plot.right, y, set_, ink.line if tick else ink.muted, soon))
            parts.append(fading(set_.text_sprite(block, left - 16.0 - block.box, y - block.height / 2), set_, soon))
        if not ticks:
            parts.append(rule(plot.x, plot.right, zero, set_, ink.line, soon))
        thick = min(_FILLED * slot, _THICKEST)
        for i, datum in enumerate(self._data):
            column = count - 1 - i if set_.rtl else i
            x = left + (column + 0.5) * slot
            end = plot.bottom - plot.height * scale.share(datum.value)
            begin = at + set_.time.apart(i, count)
            value = None
            if told:
                y = end - values[i].height - 4.0 if datum.value >= 0 else end + 4.0
                value = set_.text_sprite(values[i], x - values[i].box / 2, y)
            parts.append(self._bar(Rect(x - thick / 2, min(zero, end), thick, abs(zero - end)), i, begin, value, zero,
                                   upright=True))  # fmt: skip
            label = labels[i]
            if label is not None:
                y = room.bottom - foot + 12.0
                # The label of a bar at an edge stays inside, however long it is.
                near, far = room.x - label.left, room.right - label.left - label.width
                place = min(max(x - label.box / 2, near), far)
                parts.append(fading(set_.text_sprite(label, place, y), set_, soon + set_.time.apart(i, count)))
        return parts

    def _below(self, slot: float) -> list[Block | None]:
        """Labels below their bars at one size; where not all fit, every second, third or so, and the last."""
        set_, type_ = self._set, self._set.body(self._ink.muted, 500, 1.15)
        tries = [(every, size) for every in (1, 2, 3, 4, 6, 8, 12, 24) for size in _LABELS]
        made: list[Block | None] = []
        # Rather fewer labels than smaller ones.
        for every, size in sorted(tries, key=lambda pair: (pair[1] < _LEGIBLE, pair[0], -pair[1])):
            made = []
            for i, datum in enumerate(self._data):
                if i % every:
                    made.append(None)
                    continue
                wide = slot * every - 12.0
                made.append(set_.fit(datum.label, wide, 2.4 * size, (size,), type_, most=2 if every == 1 else 1,
                                     align="centre"))  # fmt: skip
            if all(b is None or b.complete and b.type.size == size and not split(b, d.label)
                   for b, d in zip(made, self._data, strict=True)):  # fmt: skip
                return made
        return made

    def _lying(self, room: Rect, at: float) -> list[Part]:
        set_, ink, count, soon = self._set, self._ink, len(self._data), self._set.scaffold
        step = room.height / count
        step = min(step, 160.0)
        top = room.y + (room.height - step * count) / 2
        type_ = set_.body(ink.text, 500, 1.15)
        labels: list[Block] = []
        for size in _LABELS:
            wide = 0.36 * room.width
            labels = [set_.fit(datum.label, wide, step - 6.0, (size,), type_, most=2) for datum in self._data]
            if all(block.complete and block.type.size == size for block in labels):
                break
        values, _ = self._common(0.26 * room.width, step)
        across = max(block.width for block in labels) + 20.0
        told = max(block.width for block in values) + 16.0
        negative = told if self._scale.low < 0 else 0.0
        start = room.x + across + negative
        wide = room.width - across - told - negative
        scale = self._whole()
        thick = min(_FILLED * step, 84.0)

        def place(x: float, width: float) -> float:
            return room.x + room.right - x - width if set_.rtl else x

        parts: list[Part] = []
        zero = start + wide * scale.share(0.0)
        for i, datum in enumerate(self._data):
            y = top + (i + 0.5) * step
            begin = at + set_.time.apart(i, count)
            end = start + wide * scale.share(datum.value)
            box_left, long = min(zero, end), abs(end - zero)
            value_x = end + 12.0 if datum.value >= 0 else end - 12.0 - values[i].width
            value_x = place(value_x, values[i].width) - values[i].left
            value = set_.text_sprite(values[i], value_x, y - values[i].height / 2)
            label = labels[i]
            label_x = place(room.x, label.box) if set_.rtl else room.x
            parts.append(fading(set_.text_sprite(label, label_x, y - label.height / 2), set_, soon + begin - at))
            bar = Rect(place(box_left, long), y - thick / 2, long, thick)
            parts.append(self._bar(bar, i, begin, value, place(zero, 0.0), upright=False))
        return parts

    def _bar(self, box: Rect, index: int, at: float, value: Sprite | None, zero: float, *, upright: bool) -> Part:
        """A bar that grows from zero, its value riding on its end."""
        set_ = self._set
        fill = skia.Paint(Color=colour(self._ink_of(index)), AntiAlias=True)
        radius = min(set_.radius * 0.35, 10.0, min(box.width, box.height) / 2)
        down = upright and box.y >= zero - 0.01
        leftwards = not upright and box.right <= zero + 0.01

        def draw(canvas: skia.Canvas, t: float) -> None:
            grown = ease_out_quint(t)
            if upright:
                high = box.height * grown
                shown = Rect(box.x, zero if down else zero - high, box.width, high)
                shift = (0.0, -(box.height - high) if down else box.height - high)
            else:
                wide = box.width * grown
                shown = Rect(zero - wide if leftwards else zero, box.y, wide, box.height)
                shift = (box.width - wide if leftwards else wide - box.width, 0.0)
            if min(shown.width, shown.height) > 0.2:
                canvas.drawRRect(_rounded(shown, radius, upright=upright, down=down, leftwards=leftwards), fill)
            if value is not None:
                value.draw(canvas, x=shift[0], y=shift[1], alpha=ease_out_cubic(min(1.0, max(0.0, 2 * t - 0.3))))

        return Part(((at, set_.time.count),), draw)


def _rounded(box: Rect, radius: float, *, upright: bool, down: bool, leftwards: bool) -> skia.RRect:
    """A bar with round corners at its end, straight ones at zero."""
    far = skia.Point(radius, radius)
    near = skia.Point(0, 0)
    corners = {
        (True, False): [far, far, near, near],
        (True, True): [near, near, far, far],
        (False, False): [near, far, far, near],
        (False, True): [far, near, near, far],
    }[(upright, down if upright else leftwards)]
    shape = skia.RRect()
    shape.setRectRadii(skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height), corners)
    return shape


def split(block: Block, text: str) -> bool:
    """Whether a word was broken in two to make the lines of `block`."""
    return (
        any(word not in text.split() for line in block.lines for word in line.text.split())
        and " " in text
        or (len(block.lines) > 1 and " " not in text.strip() and text.isascii())
    )


def rule(left: float, right: float, y: float, set_: Setting, ink: str, at: float) -> Part:
    """A fine line across, which draws itself."""
    pen = skia.Paint(Color=colour(ink), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=2.0)

    def draw(canvas: skia.Canvas, t: float) -> None:
        wide = (right - left) * ease_out_quint(t)
        canvas.drawLine(right - wide if set_.rtl else left, y, right if set_.rtl else left + wide, y, pen)

    return Part(((at, set_.time.enter),), draw)


def fading(sprite: Sprite, set_: Setting, at: float) -> Part:
    """A label that appears in its place."""
    return Part(((at, set_.time.enter),), lambda canvas, t: sprite.draw(canvas, alpha=ease_out_cubic(t)))

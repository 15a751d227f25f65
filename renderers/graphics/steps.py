"""Numbered steps or dates: circles joined by a line that draws itself from one to the next as they are spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from renderers.graphics.clips import Item, StepsClip
from renderers.graphics.parts import Part, PartsLayer
from renderers.graphics.rows import Room, Row, set_rows
from renderers.graphics.setting import Setting
from renderers.graphics.timing import AHEAD
from renderers.look import Look
from renderers.motion import between, ease_in_out, ease_out_back, ease_out_cubic
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.ink import readable
from renderers.titles.sprite import Sprite, bake
from renderers.typesetting import fit

_DATE = re.compile(
    r"^\s*((?:(?:Q[1-4]|H[12]|[^\W\d_]{3,9}\.?|\d{1,2}\.?(?:\s+[^\W\d_]{3,9}\.?)?)\s+)?(?:1[5-9]|20|21)\d\d(?:s|年)?"
    r"(?:\s*[-–—/]\s*(?:(?:1[5-9]|20|21)?\d\d))?)\s*[:,.–—-]*\s+(?=\S)"
)
_SIZES = (68, 64, 60, 56, 52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22)
_NARROW = 0.125
"""The most of the width of its column that the size of type may be: larger, words stand one below the other."""
_COLUMN_SIZE = 36
_SLIM = 480.0
"""In columns slimmer than this words may run over five lines before they are set smaller."""
_DISC, _DOT = 76.0, 28.0
_COLUMN_GAP = 48.0
_LARGEST = 2.1
"""How many times as large as usual circles are at the most, where there is room."""
_MARKED = 0.42
"""The most of the height of a step that its circle takes."""
_SMALL = 30
"""Numbers smaller than this are thin."""
_LINE = 6.0
_BROAD, _ROW = 380.0, 110.0
"""The width of a column and the height of a row that words have room in."""
_MEASURE = 1200.0
"""The longest line of an entry."""


def dated(items: Sequence[Item]) -> list[tuple[str, str]]:
    """Each entry as its date and the rest; dates are empty unless every entry, and more than one, begins with one."""
    found = [_DATE.match(item.text) for item in items]
    if len(items) < 2 or not all(found):
        return [("", item.text) for item in items]
    return [(match.group(1), item.text[match.end() :]) for match, item in zip(found, items, strict=True) if match]


class StepsLayer(PartsLayer):
    """Paints a `StepsClip`."""

    def __init__(self, clip: StepsClip, look: Look, format: PictureFormat) -> None:
        items = [replace(item, at=max(item.at, clip.start)) for item in clip.items if item.text.strip()]
        self._set = Setting(clip, look, format, " ".join(item.text for item in items))
        self._rtl = self._set.rtl
        split = dated(items)
        self._items = [replace(item, text=text) for item, (_, text) in zip(items, split, strict=True)]
        self._dates = [date for date, _ in split]
        area = clip.region
        count = len(items)
        across = count > 1 and area.width >= 230.0 * count and area.width > 1.25 * area.height
        # Where columns are narrow and rows are high enough, words beside their circles are larger.
        across = across and (area.width >= _BROAD * count or area.height < _ROW * count)
        super().__init__(clip, look, format, (self._across() if across else self._down()) if items else ())

    @property
    def _node(self) -> float:
        return _DOT if self._dates[0] else _DISC

    def _ats(self) -> list[float]:
        """When each comes in; those that share a moment follow one another."""
        time, ats = self._set.time, [item.at for item in self._items]
        return [at + time.apart(i - ats.index(at), len(ats)) for i, at in enumerate(ats)]

    def _across(self) -> list[Part]:
        set_, count = self._set, len(self._items)
        area = set_.area
        column = (area.width - _COLUMN_GAP * (count - 1)) / count
        self._scale = min(max(min(column / 260.0, _MARKED * area.height / _DISC), 1.0), _LARGEST)
        node = self._node * self._scale
        head = node + 28.0 * self._scale + (44.0 * self._scale if self._dates[0] else 0.0)
        rows = self._rows(Room(column, area.height - head, across=count))
        high = head + max(row.height for row in rows)
        top = area.y + max(0.0, (area.height - high) * 0.42)
        lefts = [area.x + i * (column + _COLUMN_GAP) for i in range(count)]
        if self._rtl:
            lefts.reverse()
        middle = top + node / 2
        nodes = [(left + column - node / 2 if self._rtl else left + node / 2, middle) for left in lefts]
        parts = self._joints(nodes)
        for i, (left, row, at) in enumerate(zip(lefts, rows, self._ats(), strict=True)):
            parts += self._disc(i, nodes[i], at)
            parts += self._words(row, left, top + head, at, self._dates[i], top + node + 16.0 * self._scale, column)
        return parts

    def _down(self) -> list[Part]:
        set_, count = self._set, len(self._items)
        area, gap = set_.area, 24.0
        squeezed = min(1.0, (area.height - gap * 0.5 * (count - 1)) / (count * self._node))
        roomy = min(area.height / (count * 150.0), area.width / 560.0, _LARGEST)
        self._scale = max(squeezed, 0.3) if squeezed < 1.0 else max(roomy, 1.0)
        node = self._node * self._scale
        indent = node + 28.0 * max(self._scale, 1.0)
        head = 40.0 * self._scale if self._dates[0] else 0.0
        # Words stand beside the middle of their circle, which moves those of one line down.
        lowered = 0.0 if head else max(0.0, node / 2 - 0.5 * _SIZES[-1])
        room = Room(min(area.width - indent, _MEASURE), area.height, head + lowered, 8.0, node)
        rows = self._rows(room)
        heights = [max(row.height + head + lowered, node) for row in rows]
        spare = max(area.height - sum(heights), 0.0)
        gap = min(spare / max(count - 1, 1), 80.0 * self._scale)
        top = area.y + max(0.0, (area.height - sum(heights) - gap * (count - 1)) * 0.42)
        x = area.right - node / 2 if self._rtl else area.x + node / 2
        nodes, places = [], []
        for row, height in zip(rows, heights, strict=True):
            first = (row.text.lines[0].baseline - 0.36 * row.text.type.size) if row.text.lines else node / 2
            nodes.append((x, top + (16.0 * self._scale if head else max(node / 2, min(first, height / 2)))))
            places.append(top + head + (0.0 if head else max(0.0, node / 2 - first)))
            top += height + gap
        parts = self._joints(nodes)
        left = area.right - indent - room.width if self._rtl else area.x + indent
        for i, (row, at) in enumerate(zip(rows, self._ats(), strict=True)):
            parts += self._disc(i, nodes[i], at)
            parts += self._words(row, left, places[i], at, self._dates[i], places[i] - head, room.width)
        return parts

    _scale = 1.0

    def _rows(self, room: Room) -> tuple[Row, ...]:
        ink = self._set.bare
        type_, quiet = self._set.body(ink.text, 600, 1.22), self._set.body(ink.muted, 500, 1.28)
        fitting = tuple(size for size in _SIZES if size <= max(_NARROW * room.width, _COLUMN_SIZE))
        return set_rows(self._items, room, fitting, type_, quiet, self._set.align, 5 if room.width < _SLIM else 3)

    def _words(
        self, row: Row, x: float, y: float, at: float, date: str, date_y: float, width: float
    ) -> list[Part]:  # fmt: skip
        set_, glow = self._set, self._set.look.palette.background
        parts: list[Part] = []
        if date:
            size = max(round(36 * self._scale), 20)
            type_ = set_.body(set_.bare.accent_text, 700, 1.2)
            sizes = (size, *(small for small in (44, 36, 32, 28, 24, 20) if small < size))
            told = set_.fit(date, width, size * 1.3, sizes, type_, most=1)
            parts += set_.lines(told, x, date_y, at, glow=glow)
        parts += set_.lines(row.text, x, y, at, glow=glow, index=1)
        return parts + set_.lines(row.detail, x, y + row.detail_top, at, glow=glow, index=2)

    def _joints(self, nodes: Sequence[tuple[float, float]]) -> list[Part]:
        """The line from each circle to the next, drawn before that one comes."""
        ink, time = self._set.bare, self._set.time
        reach = self._node * self._scale / 2 + 12.0
        parts = []
        for (x, y), (end_x, end_y), at in zip(nodes, nodes[1:], self._ats()[1:], strict=False):
            across = abs(end_x - x) > abs(end_y - y)
            sign = 1.0 if (end_x - x if across else end_y - y) > 0 else -1.0
            begin = (x + sign * reach, y) if across else (x, y + reach)
            end = (end_x - sign * reach, y) if across else (x, end_y - reach)
            if abs(end[0] - begin[0]) + abs(end[1] - begin[1]) < 8.0:
                continue
            pen = self._set.pen(self._set.quiet(ink), _LINE)

            def draw(canvas: skia.Canvas, t: float, a: tuple[float, float] = begin, b: tuple[float, float] = end,
                     pen: skia.Paint = pen) -> None:  # fmt: skip
                eased = ease_in_out(t)
                canvas.drawLine(*a, between(a[0], b[0], eased), between(a[1], b[1], eased), pen)

            parts.append(Part(((max(at - AHEAD * time.enter, time.start), time.enter),), draw))
        return parts

    def _disc(self, index: int, at_point: tuple[float, float], at: float) -> list[Part]:
        """A circle with its number (or a dot for a date), filled while its step is spoken of."""
        time = self._set.time
        lit, calm = (self._node_sprite(index, at_point, lit=lit) for lit in (True, False))
        ats = self._ats()
        last = index + 1 == len(ats) or self._items[index + 1].at <= self._items[index].at
        following = None if last else ats[index + 1]
        x, y = at_point

        def draw(canvas: skia.Canvas, t: float, settled: float = 0.0) -> None:
            saved = canvas.save()
            if t < 1.0:
                grow = between(0.4, 1.0, ease_out_back(t))
                canvas.translate(x, y)
                canvas.scale(grow, grow)
                canvas.translate(-x, -y)
            if settled > 0.0:
                calm.draw(canvas)
            lit.draw(canvas, alpha=ease_out_cubic(min(1.0, t * 2)) * (1.0 - ease_in_out(settled)))
            canvas.restoreToCount(saved)

        times = ((at, time.enter), *(((max(following, at + time.enter), time.enter),) if following is not None else ()))
        return [Part(times, draw)]

    def _node_sprite(self, index: int, at_point: tuple[float, float], *, lit: bool) -> Sprite:
        set_ = self._set
        ink, palette = set_.bare, set_.look.palette
        radius = self._node * self._scale / 2
        x, y = at_point
        round_ = radius if set_.radius > 4 else 0.0
        box = skia.Rect.MakeXYWH(x - radius, y - radius, 2 * radius, 2 * radius)
        number = None
        if not self._dates[0]:
            size = round(34 * self._scale) or 1
            # What is small is thin, and its edges are half of it.
            settled = set_.on(ink.faint) if size >= _SMALL else readable(ink.text, ink.faint)
            written = set_.pressed.text if lit else settled
            type_ = replace(set_.heading(written, 1.1), tracking=0.0)
            number = fit(str(index + 1), 2 * radius, 2 * radius, (size,), type_,
                         align="centre", max_lines=1)  # fmt: skip

        def paint(canvas: skia.Canvas) -> None:
            fill = palette.primary if lit else ink.faint
            inner = box if lit else box.makeInset(1.5, 1.5)
            canvas.drawRoundRect(inner, round_, round_, skia.Paint(Color=colour(fill), AntiAlias=True))
            if not lit:
                canvas.drawRoundRect(inner, round_, round_, set_.pen(set_.quiet(ink), 3.0))
            if number is not None and number.lines:
                line = number.lines[0]
                line.paint(canvas, x - radius, y + 0.36 * number.type.size - line.baseline)

        return bake(Rect(x - radius - 2, y - radius - 2, 2 * radius + 4, 2 * radius + 4), set_.format.scale, paint)

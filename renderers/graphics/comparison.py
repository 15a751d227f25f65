"""Two sides of a comparison: ticks on the side that the programme speaks for, crosses on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from renderers.graphics.clips import ComparisonClip, Item, Side
from renderers.graphics.parts import Part, PartsLayer, arriving
from renderers.graphics.rows import Room, Row, cut_rows, set_rows
from renderers.graphics.setting import Inks, Setting
from renderers.look import Look
from renderers.motion import between, ease_out_back
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.sprite import Sprite, bake, grown
from renderers.typesetting import Block

_TITLES = (80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 38, 36, 34, 32, 30, 28, 26, 24)
_SIZES = (60, 56, 52, 48, 44, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20)
_GAP = 32.0
_BESIDE = 600.0
"""A region at least so wide, and wider than high, has the sides beside each other."""
_LOW = 330.0
"""Cards lower than this have less room between their parts."""
_LEAST_TITLE, _LESS = 40.0, 0.87
"""Titles no larger than this stay as they are, and the step by which larger ones give way to their entries."""
_EDGE = 4.0
_LEAST_CARD = 0.36
"""The least height of a card beside another, in parts of its width."""
_ENTRY = 0.6
"""The least size of entries, in parts of their titles', where titles could be smaller."""
_LOOSER = 0.45
"""The most that is added between entries, in parts of their size."""


@dataclass(frozen=True)
class _Said:
    """Titles and entries as set: sizes of both, the gap between entries, the room of titles and that below them."""

    titles: list[Block]
    titled: float
    rows: list[tuple[Row, ...]]
    size: float
    gap: float
    head: float
    between: float


class ComparisonLayer(PartsLayer):
    """Paints a `ComparisonClip`."""

    def __init__(self, clip: ComparisonClip, look: Look, format: PictureFormat) -> None:
        said = " ".join(text for side in clip.sides for text in (side.title, *(item.text for item in side.items)))
        self._set = Setting(clip, look, format, said)
        self._ink = self._set.plated
        self._spoken = any(side.favoured for side in clip.sides)
        sides = [side for side in clip.sides if side.title.strip() or any(item.text.strip() for item in side.items)]
        super().__init__(clip, look, format, self._sides(sides, clip.region) if sides else ())

    def _sides(self, sides: Sequence[Side], area: Rect) -> list[Part]:
        set_ = self._set
        beside = len(sides) > 1 and area.width >= _BESIDE and area.width > 1.1 * area.height
        across = len(sides) if beside else 1
        down = len(sides) // across
        wide = (area.width - _GAP * (across - 1)) / across
        high = (area.height - _GAP * (down - 1)) / down
        low = high < _LOW
        pad = (28.0 if wide < 480 else 48.0, 20.0 if low else 40.0)
        inner = wide - 2 * pad[0]
        items = [[item for item in side.items if item.text.strip()] for side in sides]
        said = self._said(sides, items, inner, high, pad[1], float(_TITLES[0]))
        while any(items) and said.size < _ENTRY * said.titled and said.titled > _LEAST_TITLE:
            # Of a room that is crowded titles take less.
            said = self._said(sides, items, inner, high, pad[1], _LESS * said.titled)
        titles, rows, size, gap, head, between_ = (
            said.titles, said.rows, said.size, said.gap, said.head, said.between)  # fmt: skip
        needed = max((_height(set_rows_, gap) for set_rows_ in rows), default=0.0)
        # All stands a little further apart rather than above an empty half of its card.
        most = max((len(set_rows_) for set_rows_ in rows), default=0)
        free = high - 2 * pad[1] - head - between_ - needed - 12.0
        if most > 1 and free > 0.0:
            more = min(_LOOSER * size, free / (most + 1))
            gap, needed = gap + more, needed + more * (most - 1)
            between_, pad = between_ + 0.8 * more, (pad[0], pad[1] + 0.4 * more)
        # A card is no flat strip, however little it says.
        least = _LEAST_CARD * wide if beside and any(items) else 0.0
        full = 2 * pad[1] + head + between_ + needed + 12.0
        tall = min(high, max(full, least))
        top = area.y + max(0.0, (area.height - tall * down - _GAP * (down - 1)) * 0.15)
        parts: list[Part] = []
        for i, side in enumerate(sides):
            column, line = (i, 0) if beside else (0, i)
            if set_.rtl:
                column = across - 1 - column
            box = Rect(area.x + column * (wide + _GAP), top + line * (tall + _GAP), wide, tall)
            at = set_.time.start + set_.time.apart(i, len(sides)) * 2
            parts.append(arriving(self._card(box, side), set_.time, at, set_.style, rtl=set_.rtl))
            x, y = box.x + pad[0], box.y + pad[1] + max(tall - full, 0.0) / 2
            parts += set_.lines(titles[i], x, y + (head - titles[i].height) / 2, at, index=1)
            parts += self._items(items[i], rows[i], side, x, y + head + between_, (inner, size, gap))
        return parts

    def _said(
        self, sides: Sequence[Side], items: Sequence[Sequence[Item]], width: float, high: float, pad: float,
        largest: float,
    ) -> _Said:  # fmt: skip
        """The words of cards `high` high with `pad` free above and below, titles no larger than `largest`."""
        low = high < _LOW
        titles = self._titles(sides, width, high * (0.3 if any(items) else 0.8), largest)
        head = max((title.height for title in titles), default=0.0)
        between_ = (16.0 if low else 32.0) if head and any(items) else 0.0
        titled = max((title.type.size for title in titles if title.lines), default=0.0)
        room = high - 2 * pad - head - between_
        rows, size, gap = self._rows(items, width, room, 0.8 * (titled or _SIZES[0]), low=low)
        return _Said(titles, titled, rows, size, gap, head, between_)

    def _titles(self, sides: Sequence[Side], width: float, height: float, largest: float) -> list[Block]:
        """Both titles at one size."""
        set_ = self._set
        made: list[Block] = []
        inks_ = [self._title_ink(side) for side in sides]
        for size in (size for size in _TITLES if size <= largest):
            made = [
                set_.fit(set_.titled(side.title), width, max(height, 30.0), (size,), set_.heading(ink), most=2)
                for side, ink in zip(sides, inks_, strict=True)
            ]
            if (
                all(title.complete and len(title.lines) <= (1 if size > 32 else 2) for title in made)
                and size <= 0.16 * width
            ):
                break
        return made

    def _title_ink(self, side: Side) -> str:
        return self._ink.text if side.favoured or not self._spoken else self._ink.muted

    def _rows(
        self, items: Sequence[Sequence[Item]], width: float, height: float, largest: float, *, low: bool
    ) -> tuple[list[tuple[Row, ...]], float, float]:
        """The entries of both sides at one size, that size, and the gap between entries."""
        set_, ink = self._set, self._ink
        type_, quiet = set_.body(ink.text, 500, 1.22), set_.body(ink.muted, 500, 1.28)
        made: list[tuple[Row, ...]] = []
        size, gap = float(_SIZES[-1]), 8.0
        for size_ in (size_ for size_ in _SIZES if size_ <= max(largest, _SIZES[-1])):
            size, gap = float(size_), (10.0 if low else 0.55 * size_)
            room = Room(width - 1.75 * size, max(height, 24.0), gap=gap, least=1.2 * size)
            made = [set_rows(side, room, (size_,), type_, quiet, set_.align) if side else () for side in items]
            pairs = [pair for side, rows in zip(items, made, strict=True) for pair in zip(side, rows, strict=True)]
            whole = all(row.text.complete and (row.detail.lines or not item.detail.strip() or size_ < 26)
                        for item, row in pairs)  # fmt: skip
            short = size_ <= 28 or all(len(row.text.lines) <= 2 for rows in made for row in rows)
            if whole and short and all(room.needed(rows) <= height for rows in made):
                return made, size, gap
        most = max(len(side) for side in items)
        gap = min(gap, 0.1 * height / max(most, 1))
        size = min(size, (max(height, 24.0) - gap * (most - 1)) / max(most, 1) / type_.line_height)
        room = Room(width - 1.75 * size, max(height, 24.0), gap=gap)
        return [cut_rows(side, room, size, type_, quiet, set_.align) for side in items], size, gap

    def _card(self, box: Rect, side: Side) -> Sprite:
        """The plate of a side; that of the favoured one has an edge of the brand's colour."""
        set_ = self._set
        base = set_.plate(box)
        if not side.favoured:
            return base
        radius = max(min(set_.radius, box.height / 2) - _EDGE / 2, 0.0)

        def paint(canvas: skia.Canvas) -> None:
            base.draw(canvas)
            inner = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height).makeInset(_EDGE / 2, _EDGE / 2)
            canvas.drawRoundRect(inner, radius, radius, set_.pen(self._ink.accent, _EDGE))

        return bake(grown(base.rect, 2, 2), set_.format.scale, paint)

    def _items(
        self, items: Sequence[Item], rows: Sequence[Row], side: Side, x: float, y: float,
        setting: tuple[float, float, float],
    ) -> list[Part]:  # fmt: skip
        set_, time = self._set, self._set.time
        width, size, gap = setting
        mark, indent = 1.15 * size, 1.75 * size
        parts: list[Part] = []
        ats = [max(item.at, time.start) for item in items]
        for i, (row, at) in enumerate(zip(rows, ats, strict=True)):
            begin = at + time.apart(i - ats.index(at), len(ats)) + (time.stagger if at == time.start else 0.0)
            first = row.text.lines[0].baseline - 0.36 * row.text.type.size if row.text.lines else size / 2
            left = x + width - mark if set_.rtl else x
            parts.append(self._mark(Rect(left, y + first - mark / 2, mark, mark), side, begin))
            text_x = x if set_.rtl else x + indent
            parts += set_.lines(row.text, text_x, y, begin)
            parts += set_.lines(row.detail, text_x, y + row.detail_top, begin, index=1)
            y += max(row.height, 1.2 * size) + gap
        return parts

    def _mark(self, box: Rect, side: Side, at: float) -> Part:
        """A tick or a cross, or a dot where neither side is favoured."""
        set_, time = self._set, self._set.time
        sprite = bake(grown(box, 2, 2), set_.format.scale, lambda canvas: _draw_mark(canvas, set_, self._ink, box, side,
                                                                                      spoken=self._spoken))  # fmt: skip

        def draw(canvas: skia.Canvas, t: float) -> None:
            sprite.draw(canvas, alpha=min(1.0, t * 3), grow=between(0.4, 1.0, ease_out_back(t)))

        return Part(((at, time.enter),), draw)


def _height(rows: Sequence[Row], gap: float) -> float:
    return sum(max(row.height, 1.2 * row.text.type.size) for row in rows) + gap * max(len(rows) - 1, 0)


def _draw_mark(canvas: skia.Canvas, set_: Setting, ink: Inks, box: Rect, side: Side, *, spoken: bool) -> None:
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, box.width / 2
    if not spoken:
        canvas.drawCircle(x, y, 0.28 * radius, skia.Paint(Color=colour(ink.accent), AntiAlias=True))
        return
    path = skia.Path()
    if side.favoured:
        canvas.drawCircle(x, y, radius, skia.Paint(Color=colour(ink.accent), AntiAlias=True))
        path.moveTo(x - 0.42 * radius, y + 0.03 * radius)
        path.lineTo(x - 0.1 * radius, y + 0.36 * radius)
        path.lineTo(x + 0.46 * radius, y - 0.32 * radius)
        canvas.drawPath(path, set_.pen(ink.ground, 0.2 * radius))
        return
    canvas.drawCircle(x, y, radius - 1.5, set_.pen(ink.line, 2.5))
    reach = 0.32 * radius
    path.moveTo(x - reach, y - reach)
    path.lineTo(x + reach, y + reach)
    path.moveTo(x + reach, y - reach)
    path.lineTo(x - reach, y + reach)
    canvas.drawPath(path, set_.pen(ink.muted, 0.17 * radius))

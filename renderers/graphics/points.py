"""A list that comes in entry by entry: the one that is spoken of stands out, those before it settle back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from renderers.fonts import stack
from renderers.graphics.clips import Item, PointsClip
from renderers.graphics.icons import icon_svg, paint_icon
from renderers.graphics.parts import Part, PartsLayer, arriving
from renderers.graphics.rows import Room, Row, cut_rows, try_rows
from renderers.graphics.setting import Inks, Setting
from renderers.look import Look
from renderers.motion import ease_in_out
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.sprite import Sprite, bake, grown
from renderers.typesetting import Block, paragraph

_SIZES = (64, 60, 56, 52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22)
_LONE = (88, 80, 72)
"""Sizes that an entry alone may have too."""
_NARROW = 0.125
"""The most of the width of its column that the size of type may be: larger, words stand one below the other."""
_TILE = 1.5
"""The side of the square that an icon stands in, in parts of the size of the type."""
_GAPS = (16.0, 36.0)
"""The least and the most between rows."""
_BROAD = 1180.0
"""A region at least so wide has its entries beside each other."""
_SLIM = 620.0
"""In a column slimmer than this an entry may run over four lines, in others over two, before all are set smaller."""
_COLUMN_GAP = 32.0
_TALLER, _TALLER_CARD = 0.35, 0.5
"""By so much of its height an entry may be higher than it must be, and a card beside others."""


@dataclass(frozen=True)
class _Place:
    """Where an entry stands, whether its icon is above its words, and how much further down these begin then."""

    box: Rect
    upright: bool
    drop: float = 0.0


class PointsLayer(PartsLayer):
    """Paints a `PointsClip`."""

    def __init__(self, clip: PointsClip, look: Look, format: PictureFormat) -> None:
        items = tuple(replace(item, at=max(item.at, clip.start)) for item in clip.items if item.text.strip())
        set_ = Setting(clip, look, format, " ".join(item.text for item in items))
        self._rtl = set_.rtl
        super().__init__(clip, look, format, self._rows(set_, items) if items else ())

    def _rows(self, set_: Setting, items: Sequence[Item]) -> list[Part]:
        area, carded = set_.area, set_.style.plate != "outline"
        ink = set_.plated if carded else set_.bare
        across = _across(area, len(items))
        upright = across > 2 or across == 2 and len(items) == 2
        marked = any(icon_svg(item.icon) for item in items)
        wide = (area.width - _COLUMN_GAP * (across - 1)) / across
        type_, quiet = set_.body(ink.text, 600, 1.22), set_.body(ink.muted, 500, 1.3)
        most_size = max(_NARROW * wide, 36.0) if upright or across == 1 else 48.0
        sizes = tuple(size for size in ((*_LONE, *_SIZES) if len(items) == 1 else _SIZES) if size <= most_size)
        told = any(item.detail.strip() for item in items)
        tries = [
            (crowd, size, detailed)
            for detailed in ((True, False) if told else (True,))
            for crowd in (1.0, 0.7, 0.45)
            for size in sizes
            if crowd == 1.0 or size < 36
        ]
        for crowd, largest, detailed in tries:
            room, pad, marker = self._room(area, wide, largest, crowd, marked, across, upright, carded)
            most = 0 if largest <= 30 else 4 if upright or wide < _SLIM else 2
            rows = try_rows(items, room, largest, type_, quiet, set_.align, detailed=detailed, most=most)
            if rows is not None:
                break
        else:
            lines = -(-len(items) // across)
            # The marker is no higher than what is left to each.
            high = (area.height - 4.0 * (lines - 1)) / lines - 8.0
            room, pad, marker = self._room(
                area, wide, min(_SIZES[-1], high / _TILE), 0.2, marked, across, upright, carded
            )
            room = replace(room, gap=4.0)
            rows = cut_rows(items, room, _SIZES[-1], type_, quiet, set_.align)
        places = _places(area, rows, across, room, upright, carded=carded, rtl=self._rtl)
        return [
            part
            for i, (item, row, place) in enumerate(zip(items, rows, places, strict=True))
            for part in self._row(set_, item, row, place, ink, carded, marker, pad,
                                  items[i + 1].at if i + 1 < len(items) else None,
                                  i - sum(other.at < item.at for other in items[:i]), len(items))
        ]  # fmt: skip

    def _room(
        self, area: Rect, wide: float, size: float, crowd: float, marked: bool, across: int, upright: bool, carded: bool
    ) -> tuple[Room, tuple[float, float], tuple[float, float, bool]]:
        """The room of entries set at `size`, what stays free inside each, and the side and indent of its marker."""
        # The marker grows with the type, and takes from the width that the type is set in.
        side = (2.0 if upright else _TILE) * size if marked else 0.44 * size
        indent = 0.0 if upright else side + (24.0 if marked else 22.0)
        lift = side + 24.0 if upright else 0.0
        across_pad, along_pad = (44.0, 44.0) if upright else (36.0, max(20.0, 0.5 * size))
        pad = (across_pad if carded else 0.0, (along_pad if carded else 8.0) * crowd)
        least = 2 * pad[1] + (lift if upright else side if marked else 0.0)
        text_wide = max(wide - 2 * pad[0] - indent, 40.0)
        room = Room(text_wide, area.height, 2 * pad[1] + lift, _GAPS[0] * crowd, least, across)
        return room, pad, (side, indent, marked)

    def _row(
        self, set_: Setting, item: Item, row: Row, place: _Place, ink: Inks, carded: bool,
        marker: tuple[float, float, bool], pad: tuple[float, float], following: int | None, index: int, of: int,
    ) -> list[Part]:  # fmt: skip
        lit = self._sprite(set_, item, row, place, ink, carded, marker, pad, lit=True)
        at = item.at + set_.time.apart(index, of)
        come = arriving(lit, set_.time, at, set_.style, rtl=self._rtl)
        if following is None or following <= item.at:
            return [come]
        calm = self._sprite(set_, item, row, place, ink, carded, marker, pad, lit=False)

        def draw(canvas: skia.Canvas, t: float, settled: float) -> None:
            if settled <= 0.0:
                come.draw(canvas, t)
                return
            calm.draw(canvas)
            lit.draw(canvas, alpha=1.0 - ease_in_out(settled))

        return [Part((come.times[0], (max(following, at + set_.time.enter), set_.time.enter)), draw)]

    def _sprite(
        self, set_: Setting, item: Item, row: Row, place: _Place, ink: Inks, carded: bool,
        marker: tuple[float, float, bool], pad: tuple[float, float], *, lit: bool,
    ) -> Sprite:  # fmt: skip
        """The whole entry, as it stands out or settled back."""
        box, (side, indent, marked) = place.box, marker
        inner = Rect(box.x + pad[0], box.y + pad[1], box.width - 2 * pad[0], box.height - 2 * pad[1])
        text_x = inner.x + (0.0 if self._rtl else indent)
        text_y = inner.y + side + 24.0 + place.drop if place.upright else inner.y + (inner.height - row.height) / 2
        first = row.text.lines[0].baseline - 0.36 * row.text.type.size if row.text.lines else 0.0
        mark_y = inner.y if place.upright else text_y + first - side / 2
        if marked and not place.upright:
            mark_y = inner.y + (inner.height - side) / 2
        mark = Rect(inner.right - side if self._rtl else inner.x, mark_y, side, side)
        base = set_.plate(box, radius=min(set_.radius, 24.0)) if carded else None
        glow = "" if carded else set_.look.palette.background
        text = _inked(row.text, ink.text if lit else ink.muted)
        words = [set_.text_sprite(text, text_x, text_y, glow)]
        if row.detail.lines:
            words.append(set_.text_sprite(row.detail, text_x, text_y + row.detail_top, glow))

        def paint(canvas: skia.Canvas) -> None:
            if base is not None:
                base.draw(canvas)
                if lit:
                    _edge(canvas, box, min(set_.radius, 24.0), ink.accent)
            _mark(canvas, set_, item.icon, mark, ink, marked, lit=lit, upright=place.upright, rtl=self._rtl)
            for word in words:
                word.draw(canvas)

        return bake(grown(box, 48, 48), set_.format.scale, paint)


def _across(area: Rect, count: int) -> int:
    """How many entries stand beside each other."""
    if area.width < _BROAD or area.width < 1.5 * area.height or count < 2:
        return 1
    return count if count <= 4 else 2 if count != 6 and count != 9 else 3


def _places(
    area: Rect, rows: Sequence[Row], across: int, room: Room, upright: bool, *, carded: bool, rtl: bool
) -> list[_Place]:
    """Boxes of one width, those beside each other of one height, with the spare room shared out."""
    widest = _GAPS[1] if carded else 2 * _GAPS[1]
    lines = [rows[i : i + across] for i in range(0, len(rows), across)]
    heights = [max(max(row.height + room.each, room.least) for row in line) for line in lines]
    if max(heights) * len(lines) + room.gap * (len(lines) - 1) <= area.height:
        heights = [max(heights)] * len(lines)
    spare = max(area.height - sum(heights) - room.gap * (len(lines) - 1), 0.0)
    # An entry is a little higher than it must be, rather than a strip in an empty room.
    taller = _TALLER_CARD if upright else _TALLER if carded else 0.0
    more = min(0.7 * spare / len(lines), taller * min(heights))
    heights, spare = [height + more for height in heights], spare - more * len(lines)
    gap = room.gap + min(spare / max(len(lines), 1), widest - _GAPS[0]) if len(lines) > 1 else 0.0
    spare = max(area.height - sum(heights) - gap * (len(lines) - 1), 0.0)
    top = area.y + 0.15 * spare
    wide = (area.width - _COLUMN_GAP * (across - 1)) / across
    places = []
    for line, height in zip(lines, heights, strict=True):
        # The words of cards stand at their lower edge, in one line with each other.
        drop = max(height - room.each - max(row.height for row in line), 0.0)
        for column in range(len(line)):
            shift = (across - 1 - column if rtl else column) * (wide + _COLUMN_GAP)
            places.append(_Place(Rect(area.x + shift, top, wide, height), upright, drop))
        top += height + gap
    return places


def _inked(block: Block, ink: str) -> Block:
    """`block` in another colour: the same lines, shaped again."""
    type_ = replace(block.type, colour=ink)
    names = stack(" ".join(line.text for line in block.lines), type_.family)
    lines = tuple(
        replace(line, ink=ink, paragraph=paragraph(((line.text, ink),), type_, names, block.right_to_left))
        for line in block.lines
    )
    return replace(block, lines=lines, type=type_)


def _edge(canvas: skia.Canvas, box: Rect, radius: float, ink: str) -> None:
    """A line of the brand's colour round the card that is spoken of."""
    shape = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height).makeInset(1.5, 1.5)
    pen = skia.Paint(Color=colour(ink), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=3.0)
    canvas.drawRoundRect(shape, max(radius - 1.5, 0.0), max(radius - 1.5, 0.0), pen)


def _mark(
    canvas: skia.Canvas, set_: Setting, icon: str, box: Rect, ink: Inks, marked: bool, *, lit: bool, upright: bool,
    rtl: bool,
) -> None:  # fmt: skip
    """The icon in its square, or the mark of the look."""
    primary = set_.look.palette.primary
    if marked:
        radius = min(set_.radius * 0.6, box.width * 0.28)
        shape = skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height)
        canvas.drawRoundRect(
            shape, radius, radius, skia.Paint(Color=colour(primary if lit else ink.faint), AntiAlias=True)
        )
        drawn = box.inset(box.width * 0.22)
        pressed = set_.pressed.text
        settled = set_.on(ink.faint)
        if not paint_icon(canvas, icon, drawn, pressed if lit else settled, 1.8):
            disc = skia.Paint(Color=colour(pressed if lit else settled), AntiAlias=True)
            canvas.drawCircle(box.x + box.width / 2, box.y + box.height / 2, box.width * 0.11, disc)
        return
    paint = skia.Paint(Color=colour(ink.accent if lit else set_.quiet(ink)), AntiAlias=True)
    middle = box.y + box.height / 2
    kind = set_.style.rule
    if upright:
        canvas.drawRect(skia.Rect.MakeXYWH(box.right - 56.0 if rtl else box.x, box.y, 56.0, 6.0), paint)
    elif kind in ("bar", "block"):
        side = box.width * (0.72 if kind == "block" else 0.3)
        high = box.width * (0.72 if kind == "block" else 1.7)
        canvas.drawRect(skia.Rect.MakeXYWH(box.x, middle - high / 2, side, high), paint)
    elif kind == "hairline":
        canvas.drawRect(skia.Rect.MakeXYWH(box.x, middle - 1.5, box.width, 3.0), paint)
    else:
        canvas.drawCircle(box.x + box.width / 2, middle, box.width * 0.36, paint)

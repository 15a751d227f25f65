"""Entries of a list set at one size: as large as all of them allow, each with its smaller line below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from renderers.fonts import stack
from renderers.graphics.clips import Item
from renderers.typesetting import Align, Block, Type, fit, width_of

DETAIL = 0.74
"""Size of the smaller line, in parts of the entry's."""
_LEAST_DETAIL = 32.0
_WITHIN = 8.0
"""Between an entry and its smaller line."""


@dataclass(frozen=True)
class Row:
    """An entry as set: its text, the line below (without lines where there is none), both inks that are told apart."""

    text: Block
    detail: Block

    @property
    def height(self) -> float:
        """Of all its lines."""
        return self.text.height + (self.detail.height + _WITHIN if self.detail.lines else 0.0)

    @property
    def width(self) -> float:
        """Of the widest of them."""
        return max(self.text.width, self.detail.width)

    @property
    def detail_top(self) -> float:
        """How far below the top of the text the smaller line begins."""
        return self.text.height + _WITHIN


@dataclass(frozen=True)
class Room:
    """Where entries may stand: each is `width` wide, all of them are `height` high, of which every one but the text
    itself costs `each` and every gap between them `gap`; an entry is never lower than `least`. `across` of them share
    one height.
    """

    width: float
    height: float
    each: float = 0.0
    gap: float = 0.0
    least: float = 0.0
    across: int = 1

    def needed(self, rows: Sequence[Row]) -> float:
        """The height that `rows` take in this room."""
        heights = [max(row.height + self.each, self.least) for row in rows]
        lines = [max(heights[i : i + self.across]) for i in range(0, len(heights), self.across)]
        return sum(lines) + self.gap * max(len(lines) - 1, 0)


def set_rows(
    items: Sequence[Item], room: Room, sizes: Sequence[int], type_: Type, quiet: Type, align: Align = "start",
    lines: int = 3,
) -> tuple[Row, ...]:  # fmt: skip
    """`items` at the first of `sizes` at which all fit: with their smaller lines, else without, else shortened.

    A size at which entries run over more than `lines` is passed by while there is a smaller one.
    """
    for detailed in (True, False) if any(item.detail for item in items) else (True,):
        for size in sizes:
            most = 0 if size == sizes[-1] else lines
            rows = try_rows(items, room, size, type_, quiet, align, detailed=detailed, most=most)
            if rows is not None:
                return rows
    return cut_rows(items, room, sizes[-1], type_, quiet, align)


def try_rows(
    items: Sequence[Item], room: Room, size: float, type_: Type, quiet: Type, align: Align, *, detailed: bool, most: int
) -> tuple[Row, ...] | None:
    """`items` at `size`, if all of them fit as a whole, each in at most `most` lines (0: any number)."""
    small = max(size * DETAIL, min(_LEAST_DETAIL, size))
    least = [_least(item.text, room.width, size, type_) for item in items]
    if most and max(least) > most:
        return None
    # Fewer lines than all their words next to each other take there can not be: no need to set them to know.
    heights = [max(lines * size * type_.line_height + room.each, room.least) for lines in least]
    stacked = [max(heights[i : i + room.across]) for i in range(0, len(heights), room.across)]
    if sum(stacked) + room.gap * max(len(stacked) - 1, 0) > room.height:
        return None
    rows = []
    for item in items:
        text = fit(item.text, room.width, 1e4, (size,), type_, align=align, balance=False)
        if not text.complete or text.type.size != size or most and len(text.lines) > most:
            return None
        told = item.detail if detailed else ""
        detail = fit(told, room.width, 1e4, (small,), quiet, align=align, balance=False)
        if not detail.complete:
            return None
        rows.append(Row(text, detail))
    return tuple(rows) if room.needed(rows) <= room.height else None


def cut_rows(
    items: Sequence[Item], room: Room, size: float, type_: Type, quiet: Type, align: Align = "start"
) -> tuple[Row, ...]:
    """`items` without their smaller lines in equal parts of the room, at `size` or less, shortened if they must be."""
    lines = max(1, -(-len(items) // room.across))
    each = (room.height - room.gap * (lines - 1)) / lines - room.each
    empty = fit("", 1.0, 1.0, (1,), quiet)
    return tuple(
        Row(fit(item.text, room.width, max(each, 8.0), (size,), type_, align=align, balance=False), empty)
        for item in items
    )


def _least(text: str, width: float, size: float, type_: Type) -> int:
    """The fewest lines that `text` can take."""
    wide = width_of(text[:400], replace(type_, size=size), stack(text[:400], type_.family))
    # Spaces at the ends of lines take no room.
    return max(1, math.ceil(0.9 * wide / max(width, 1.0)))

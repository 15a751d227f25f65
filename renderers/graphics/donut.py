"""Shares of a whole as a ring, each named where it lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from renderers.colour import mix, to_oklab
from renderers.graphics.bars import fading, split
from renderers.graphics.clips import Datum
from renderers.graphics.parts import Part
from renderers.graphics.scales import decimals, written
from renderers.graphics.setting import Setting
from renderers.motion import ease_in_out, ease_out_cubic
from renderers.picture_format import Rect
from renderers.raster import skia
from renderers.titles.ink import LARGE, readable
from renderers.typesetting import Align, Block

MOST = 6
_NAMES = (48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22, 20)
_LARGER, _FILLED = (72, 68, 64, 60, 56, 52), 0.8
"""Sizes that names in a list may have too, and the most of the height that it takes then."""
_LARGEST_SHARE = (128, 120, 112, 104, 96, 88, 80, 72, 64, 56, 48, 44, 40, 36, 32, 28)
"""Sizes of the share that is told in the middle."""
_SIDE = 240.0
"""The least room for names on each side."""
_RING = 0.19
"""Width of the ring, in parts of its diameter."""
_APART, _NEAR = 0.1, 0.06
"""The least distance in OKLab of any two colours in the ring, and where there are not enough so far apart."""
_GAP = 5.0
_BROAD, _BESIDE, _SMALLER = 1.6, 88.0, 0.82
"""A room so wide for its height has names in a list beside the ring, and how far from it; and the part of the height
that the ring takes where names would else be small.
"""
_HIGH, _WIDEST, _WORTH = 0.8, 0.8, 0.95
"""In a room so high for its width names may stand below a ring of at most that part of the width, if the ring is no
smaller for it than in that part.
"""
_WELL_LISTED, _LEAST_LISTED, _ROW, _LIST_GAP = 40, 32, 1.5, 40.0
_SWATCH, _APART_LISTED = 0.7, 0.5
"""The side of a patch of colour in a list and what is free beside it, in parts of the size of type."""


def fits_donut(data: Sequence[Datum]) -> bool:
    """Whether values can be shares of a whole: none below nothing, at least two, and few enough to be named."""
    return 1 < len(data) <= MOST and all(datum.value >= 0 for datum in data) and sum(d.value for d in data) > 0


@dataclass(frozen=True)
class _Name:
    """A share's value and label as set."""

    index: int
    value: Block
    label: Block

    @property
    def height(self) -> float:
        return self.value.height + self.label.height


def _turn(end: tuple[float, float]) -> float:
    """The middle of a share that begins at an angle and spans another, in degrees from the top."""
    return (end[0] + end[1] / 2) % 360.0


class DonutParts:
    """A ring of `data` in `unit`."""

    def __init__(self, set_: Setting, data: Sequence[Datum], unit: str) -> None:
        self._set, self._data, self._unit = set_, data, unit
        self._total = sum(datum.value for datum in data)
        self._places = decimals([datum.value for datum in data])
        self._inks = self._colours()

    def _colours(self) -> list[str]:
        """A colour a share: the brand's own in turn, then steps between them, neighbours apart from each other."""
        palette, ground = self._set.look.palette, self._set.plated.ground
        roles = [palette.primary, palette.secondary, palette.accent]
        steps = [mix(a, ground, share) for share in (0.35, 0.55) for a in roles]
        deeper = [mix(palette.primary, palette.text, share) for share in (0.3, 0.55, 0.8)]
        others = [mix(a, palette.text, 0.45) for a in roles[1:]]
        found: list[str] = []
        for apart in (_APART, _NEAR):
            for candidate in (*roles, *deeper, *steps, *others):
                ink = readable(candidate, ground, LARGE)
                if all(math.dist(to_oklab(ink), to_oklab(other)) >= apart for other in found):
                    found.append(ink)
            if len(found) >= len(self._data):
                break
        while len(found) < len(self._data):
            found.append(found[len(found) % 2])
        return found[: len(self._data)]

    def parts(self, room: Rect, at: float) -> list[Part]:
        """The ring, closing in one sweep, and the names beside or below it, each as the sweep passes it."""
        set_ = self._set
        side = min(room.height, room.width - 2 * _SIDE - 72.0)
        side = max(side, min(0.44 * room.width, room.height))
        x, y = room.x + room.width / 2, room.y + room.height / 2
        listed, corner = [], (0.0, 0.0)
        if room.width >= _BROAD * room.height:
            for share in (1.0, _SMALLER):
                listed = self._listed(room.width - share * room.height - _BESIDE, room.height)
                if listed and listed[0].label.type.size >= _WELL_LISTED:
                    break
            if listed:
                side = share * room.height
                wide = _width(listed)
                left = room.x + (room.width - side - _BESIDE - wide) / 2
                x = room.x + room.right - left - side / 2 if set_.rtl else left + side / 2
                corner = (
                    x - side / 2 - _BESIDE - wide if set_.rtl else x + side / 2 + _BESIDE,
                    y - _height(listed) / 2,
                )
        elif room.height >= _HIGH * room.width:
            listed = self._listed(room.width, room.height / 2)
            above = min(room.height - _height(listed) - _LIST_GAP, _WIDEST * room.width)
            if above < _WORTH * side:
                listed = []
            if listed:
                side = above
                y = room.y + (room.height - _height(listed) - _LIST_GAP) / 2
                corner = room.x + (room.width - _width(listed)) / 2, y + side / 2 + _LIST_GAP
        wide = _RING * side
        whole = skia.Rect.MakeLTRB(x - side / 2, y - side / 2, x + side / 2, y + side / 2)
        circle = whole.makeInset(wide / 2, wide / 2)
        gap = math.degrees(_GAP / (side / 2 - wide / 2))
        ends, start = [], 0.0
        for datum in self._data:
            ends.append((start, 360.0 * datum.value / self._total))
            start += ends[-1][1]
        pens = []
        for ink in self._inks:
            pen = set_.pen(ink, wide)
            pen.setStrokeCap(skia.Paint.kButt_Cap)
            pens.append(pen)

        track = set_.pen(set_.plated.faint, wide)
        track.setStrokeCap(skia.Paint.kButt_Cap)

        def draw(canvas: skia.Canvas, t: float, drawn: float) -> None:
            swept = 360.0 * ease_in_out(drawn)
            if swept < 360.0:
                track.setAlphaf(ease_out_cubic(t))
                canvas.drawArc(circle, swept - 90.0, 360.0 - swept, False, track)
            for (begin, span), pen in zip(ends, pens, strict=True):
                shown = min(span, swept - begin) - (gap if span > 2 * gap else 0.0)
                if shown > 0.05:
                    canvas.drawArc(circle, begin - 90.0 + gap / 2, shown, False, pen)

        parts = [Part(((min(set_.scaffold, at), set_.time.enter), (at, set_.time.count)), draw)]
        middle = self._middle(side - 2 * wide)
        if middle is not None:
            sprite = set_.text_sprite(middle, x - middle.box / 2, y - middle.height / 2)
            parts.append(fading(sprite, set_, at + 0.5 * set_.time.count))
        if listed:
            return parts + self._list(corner, listed, ends, at)
        across = (room.width - side) / 2 - 44.0
        names = self._named(across, room.height, ends)
        for on_right in (True, False):
            beside = [name for name in names if (_turn(ends[name.index]) < 180.0) == on_right]
            parts += self._side(room, (x, y, side, across), beside, ends, at, on_right=on_right)
        return parts

    def _listed(self, width: float, height: float) -> list[_Name]:
        """Every share with its value and label, each in a line, all at one size; none where that is too small, or
        where a colour stands for two of them.
        """
        set_, ink = self._set, self._set.plated
        bold, quiet = set_.body(ink.text, 700, 1.2), set_.body(ink.text, 500, 1.2)
        shown = [i for i, datum in enumerate(self._data) if datum.value]
        if len({self._inks[i] for i in shown}) < len(shown):
            return []
        for size in (*_LARGER, *_NAMES):
            most = height if size <= _NAMES[0] else _FILLED * height
            if size < _LEAST_LISTED or _ROW * size * len(shown) > most:
                continue
            told = [written(self._data[i].value, self._unit, self._places) for i in shown]
            values = [set_.fit(text, 0.4 * width, 2.2 * size, (size,), bold, most=1) for text in told]
            wide = width - max(value.width for value in values) - (_SWATCH + 2 * _APART_LISTED) * size
            labels = [set_.fit(self._data[i].label, wide, 2.2 * size, (size,), quiet, most=1) for i in shown]
            if all(block.complete and block.type.size == size for block in (*values, *labels)):
                return [_Name(i, *blocks) for i, *blocks in zip(shown, values, labels, strict=True)]
        return []

    def _list(
        self, corner: tuple[float, float], names: Sequence[_Name], ends: Sequence[tuple[float, float]], at: float
    ) -> list[Part]:
        """The names from their upper left corner on: each a patch of the share's colour, its value, its label."""
        set_, size = self._set, names[0].label.type.size
        patch, gap = _SWATCH * size, _APART_LISTED * size
        column = max(name.value.width for name in names)
        wide, row = _width(names), _ROW * size
        left, top = corner
        parts: list[Part] = []
        for i, name in enumerate(names):
            time = at + set_.time.count * (0.25 + 0.6 * _turn(ends[name.index]) / 360.0)
            y = top + i * row
            shifts = (0.0, patch + gap, patch + column + 2 * gap)
            widths = (patch, name.value.box, name.label.box)
            places = [left + wide - shift - box if set_.rtl else left + shift
                      for shift, box in zip(shifts, widths, strict=True)]  # fmt: skip
            square = Rect(places[0], y + (row - patch) / 2, patch, patch)
            parts.append(fading(set_.block(square, self._inks[name.index], radius=min(set_.radius, 8.0)), set_, time))
            for block, place in ((name.value, places[1]), (name.label, places[2])):
                # What runs the other way is set from the far end of its box, which is no column here.
                x = place if set_.rtl else place - block.left
                parts.append(fading(set_.text_sprite(block, x, y + (row - block.height) / 2), set_, time))
        return parts

    def _middle(self, width: float) -> Block | None:
        """The largest share, in the middle of the ring."""
        best = max(self._data, key=lambda datum: datum.value)
        type_ = self._set.heading(self._set.plated.text, 1.1)
        sizes = tuple(size for size in _LARGEST_SHARE if size <= 0.42 * width)
        told = written(best.value, self._unit, self._places)
        block = self._set.fit(told, 0.84 * width, 0.5 * width, sizes or (24,), type_, most=1, align="centre")
        return block if block.complete else None

    def _named(self, across: float, height: float, ends: Sequence[tuple[float, float]]) -> list[_Name]:
        """Every share with its value and label, all at one size."""
        set_, ink = self._set, self._set.plated
        bold, quiet = set_.body(ink.text, 700, 1.15), set_.body(ink.muted, 500, 1.15)
        names: list[_Name] = []
        for size in _NAMES:
            names = []
            for i, datum in enumerate(self._data):
                if not datum.value:
                    continue
                align: Align = "start" if _turn(ends[i]) < 180.0 else "right"
                told = written(datum.value, self._unit, self._places)
                value = set_.fit(told, across, 1.5 * size, (round(1.15 * size),), bold, most=1, align=align)
                label = set_.fit(datum.label, across, 3.6 * size, (size,), quiet, most=3, align=align)
                names.append(_Name(i, value, label))
            whole = all(
                name.label.complete
                and name.label.type.size == size
                and name.value.complete
                and not split(name.label, self._data[name.index].label)
                for name in names
            )
            sides = [[n for n in names if (_turn(ends[n.index]) < 180.0) == right] for right in (True, False)]
            if whole and all(sum(name.height + 10.0 for name in beside) <= height for beside in sides):
                break
        return names

    def _side(
        self, room: Rect, ring: tuple[float, float, float, float], names: list[_Name],
        ends: Sequence[tuple[float, float]], at: float, *, on_right: bool,
    ) -> list[Part]:  # fmt: skip
        """The names on one side, each as high as its share where they do not meet, joined to it by a fine line."""
        set_ = self._set
        x, y, side, across = ring
        names.sort(key=lambda name: -math.cos(math.radians(_turn(ends[name.index]))))
        angles = [math.radians(_turn(ends[name.index])) for name in names]
        wanted = [y - math.cos(angle) * side / 2 - name.height / 2 for name, angle in zip(names, angles, strict=True)]
        tops = _spread(wanted, [name.height for name in names], room.y, room.bottom, 10.0)
        parts: list[Part] = []
        for name, angle, top in zip(names, angles, tops, strict=True):
            time = at + set_.time.count * (0.25 + 0.6 * math.degrees(angle) / 360.0)
            edge = room.right - across if on_right else room.x + across
            left = edge if on_right else edge - name.value.box
            out = (x + math.sin(angle) * (side / 2 + 6.0), y - math.cos(angle) * (side / 2 + 6.0))
            reach = edge - 14.0 if on_right else edge + 14.0
            pen = set_.pen(self._inks[name.index], 2.5)
            parts.append(self._leader(out, (reach, top + 0.5 * name.value.height), pen, time))
            parts.append(fading(set_.text_sprite(name.value, left, top), set_, time))
            parts.append(fading(set_.text_sprite(name.label, left, top + name.value.height), set_, time))
        return parts

    def _leader(self, start: tuple[float, float], end: tuple[float, float], pen: skia.Paint, at: float) -> Part:
        """A fine line from a share to its name."""
        elbow = (start[0] + 0.55 * (end[0] - start[0]), end[1])

        def draw(canvas: skia.Canvas, t: float) -> None:
            pen.setAlphaf(ease_out_cubic(t))
            path = skia.Path()
            path.moveTo(*start)
            path.lineTo(*elbow)
            path.lineTo(*end)
            canvas.drawPath(path, pen)

        return Part(((at, self._set.time.enter),), draw)


def _width(names: Sequence[_Name]) -> float:
    """The width of `names` as a list."""
    size = names[0].label.type.size
    words = max(name.value.width for name in names) + max(name.label.width for name in names)
    return (_SWATCH + 2 * _APART_LISTED) * size + words


def _height(names: Sequence[_Name]) -> float:
    """The height of `names` as a list; 0 of none."""
    return _ROW * names[0].label.type.size * len(names) if names else 0.0


def _spread(tops: Sequence[float], heights: Sequence[float], low: float, high: float, gap: float) -> list[float]:
    """`tops`, in order, moved no further than it takes for boxes of `heights` not to touch, inside `low` to `high`."""
    made = list(tops)
    bottom = low
    for i, height in enumerate(heights):
        made[i] = max(made[i], bottom)
        bottom = made[i] + height + gap
    bottom = high
    for i in reversed(range(len(made))):
        made[i] = max(min(made[i], bottom - heights[i]), low)
        bottom = made[i] - gap
    return made

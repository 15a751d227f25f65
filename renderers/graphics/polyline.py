"""A line through values, drawn from the first to the last with a dot at its head.

Between values it runs as a monotone cubic (Fritsch and Carlson, "Monotone piecewise cubic interpolation", 1980): no
rises or falls that the values do not have.
"""

from __future__ import annotations

from collections.abc import Sequence

from renderers.graphics.bars import fading, rule
from renderers.graphics.clips import Datum
from renderers.graphics.parts import Part
from renderers.graphics.scales import decimals, nice_scale, written
from renderers.graphics.setting import Setting
from renderers.motion import ease_in_out
from renderers.picture_format import Rect
from renderers.raster import colour, skia
from renderers.typesetting import Block

_TICKS = (34, 32, 30, 28, 26, 24, 22, 20)
_LABELS = (40, 36, 34, 32, 30, 28, 26, 24, 22, 20)
_VALUES = (60, 56, 52, 48, 44, 40, 36, 32, 28, 26)
_WIDE = 8.0
_STRETCH = 1.25
"""A line takes so many times as long as a bar: it is followed, not glanced at."""
_FAR = 0.45
"""The lowest value may lie so far above zero, in parts of the highest, before the scale leaves zero out."""


def slopes(y: Sequence[float]) -> list[float]:
    """The slopes at values one apart, so that the cubic through them is monotone where they are."""
    steps = [b - a for a, b in zip(y, y[1:], strict=False)]
    if not steps:
        return [0.0] * len(y)
    made = [steps[0], *((a + b) / 2 if a * b > 0 else 0.0 for a, b in zip(steps, steps[1:], strict=False)), steps[-1]]
    for i, step in enumerate(steps):
        if step == 0.0:
            made[i] = made[i + 1] = 0.0
            continue
        alpha, beta = made[i] / step, made[i + 1] / step
        length = (alpha * alpha + beta * beta) ** 0.5
        if length > 3.0:
            made[i], made[i + 1] = 3.0 * alpha / length * step, 3.0 * beta / length * step
    return made


class LineParts:
    """A line of `data` in `unit`."""

    def __init__(self, set_: Setting, data: Sequence[Datum], unit: str) -> None:
        # Time runs from left to right in every script's charts of it, and labels follow the values.
        self._set, self._data, self._unit = set_, data, unit
        self._ink = set_.plated
        values = [datum.value for datum in data]
        self._places = decimals(values)
        above = min(values) > _FAR * max(values) > 0
        self._scale = nice_scale(values, zero=not above)

    def _ticks(self, room: Rect) -> list[tuple[float, Block]]:
        type_ = self._set.body(self._ink.muted, 500, 1.2)
        ticks = self._scale.ticks
        if len(ticks) > 4 and room.height < 300 or len(ticks) > 7:
            ticks = ticks[::2]
        places = decimals(ticks)
        return [(tick, self._set.fit(written(tick, self._unit, places), 0.22 * room.width, 44.0, _TICKS, type_, most=1,
                                     align="right")) for tick in ticks]  # fmt: skip

    def parts(self, room: Rect, at: float) -> list[Part]:
        """Rules and labels, which are there from the first, the line with the area below it, its head with the last
        value.
        """
        set_, ink, count = self._set, self._ink, len(self._data)
        soon = set_.scaffold
        ticks = self._ticks(room)
        left = room.x + max(block.width for _, block in ticks) + 20.0
        last = self._last(room)
        right = room.right - last.width - 28.0
        labels = self._below((right - left) / (count - 1))
        foot = max((block.height for block in labels if block is not None), default=0.0) + 14.0
        plot = Rect(left, room.y + 14.0, right - left, room.height - foot - 28.0)
        xs = [plot.x + plot.width * i / (count - 1) for i in range(count)]
        ys = [plot.bottom - plot.height * self._scale.share(datum.value) for datum in self._data]
        parts: list[Part] = []
        for tick, block in ticks:
            y = plot.bottom - plot.height * self._scale.share(tick)
            ink_ = ink.muted if tick == 0 and self._scale.low < 0 else ink.line
            parts.append(rule(plot.x, plot.right, y, set_, ink_, soon))
            parts.append(fading(set_.text_sprite(block, left - 20.0 - block.box, y - block.height / 2), set_, soon))
        parts.append(self._line(plot, xs, ys, at))
        end = at + _STRETCH * set_.time.count
        value_y = min(max(ys[-1] - last.height / 2, room.y), room.bottom - foot - last.height)
        value = set_.text_sprite(last, xs[-1] + 24.0 - last.left, value_y)
        parts.append(fading(value, set_, end - 0.6 * set_.time.enter))
        for x, label, i in zip(xs, labels, range(count), strict=True):
            if label is not None:
                place = min(max(x - label.box / 2, room.x - label.left), room.right - label.box + label.left)
                begin = soon + set_.time.apart(i, count)
                parts.append(fading(set_.text_sprite(label, place, room.bottom - label.height), set_, begin))
        return parts

    def _last(self, room: Rect) -> Block:
        text = written(self._data[-1].value, self._unit, self._places)
        sizes = _VALUES if room.height > 300 else _VALUES[5:]
        type_ = self._set.body(self._ink.accent_text, 700, 1.15)
        return self._set.fit(text, 0.24 * room.width, 76.0, sizes, type_, most=1)

    def _below(self, slot: float) -> list[Block | None]:
        """Labels at one size; where not all fit, every second, third or so."""
        set_, type_, count = self._set, self._set.body(self._ink.muted, 500, 1.2), len(self._data)
        made: list[Block | None] = []
        for every in (1, 2, 3, 4, 6, 8, 12, 24):
            for size in _LABELS:
                wide = max(slot * every - 16.0, 8.0)
                made = [
                    None if i % every else set_.fit(d.label, wide, 1.3 * size, (size,), type_, most=1, align="centre")
                    for i, d in enumerate(self._data)
                ]
                if all(block is None or block.complete and block.type.size == size for block in made) or every >= count:
                    return made
        return made

    def _line(self, plot: Rect, xs: Sequence[float], ys: Sequence[float], at: float) -> Part:
        set_, ink = self._set, self._ink
        step = xs[1] - xs[0]
        bends = slopes(ys)
        path = skia.Path()
        path.moveTo(xs[0], ys[0])
        for i in range(len(xs) - 1):
            near, far = (xs[i] + step / 3, ys[i] + bends[i] / 3), (xs[i + 1] - step / 3, ys[i + 1] - bends[i + 1] / 3)
            path.cubicTo(*near, *far, xs[i + 1], ys[i + 1])
        base = plot.bottom - plot.height * min(max(self._scale.share(0.0), 0.0), 1.0)
        below = skia.Path(path)
        below.lineTo(xs[-1], base)
        below.lineTo(xs[0], base)
        below.close()
        pen = set_.pen(ink.accent, _WIDE)
        shade = skia.Paint(Color=colour(ink.accent, 0.14), AntiAlias=True)
        dot, hole = (skia.Paint(Color=colour(c), AntiAlias=True) for c in (ink.accent, ink.ground))

        def draw(canvas: skia.Canvas, t: float) -> None:
            head = xs[0] + (xs[-1] - xs[0]) * ease_in_out(t)
            saved = canvas.save()
            end = head if t < 1.0 else head + _WIDE
            canvas.clipRect(skia.Rect.MakeLTRB(xs[0] - _WIDE, plot.y - 40, end, plot.bottom + 40))
            canvas.drawPath(below, shade)
            canvas.drawPath(path, pen)
            canvas.restoreToCount(saved)
            y = _height(ys, bends, (head - xs[0]) / step)
            canvas.drawCircle(head, y, 14.0, dot)
            canvas.drawCircle(head, y, 6.0, hole)

        return Part(((at, _STRETCH * set_.time.count),), draw)


def _height(y: Sequence[float], bends: Sequence[float], at: float) -> float:
    """The height of the curve `at` steps from the first value (cubic Hermite)."""
    i = min(int(at), len(y) - 2)
    u = at - i
    return (
        (2 * u**3 - 3 * u**2 + 1) * y[i]
        + (u**3 - 2 * u**2 + u) * bends[i]
        + (3 * u**2 - 2 * u**3) * y[i + 1]
        + (u**3 - u**2) * bends[i + 1]
    )

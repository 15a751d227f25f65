"""A chart that draws itself: bars, a line or a ring, labelled where the values stand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Protocol

from renderers.graphics.bars import BarParts
from renderers.graphics.clips import ChartClip, Datum
from renderers.graphics.donut import DonutParts, fits_donut
from renderers.graphics.parts import Part, PartsLayer, arriving
from renderers.graphics.polyline import LineParts
from renderers.graphics.setting import SMALL_PRINT, Setting
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect

MOST = 24
"""More values than these can not be told apart; the rest is left out."""
_TALLEST = 1.8
"""The tallest plate, in parts of its width: in a taller one bars would be needles, and a ring would float."""


class ChartParts(Protocol):
    """What draws one form of chart into a room."""

    def parts(self, room: Rect, at: float) -> list[Part]:
        """The parts of the chart, its values drawn from frame `at` on."""
        ...


class ChartLayer(PartsLayer):
    """Paints a `ChartClip` on a plate. Values that are no finite numbers are left out."""

    def __init__(self, clip: ChartClip, look: Look, format: PictureFormat) -> None:
        data = tuple(datum for datum in clip.data if math.isfinite(datum.value))[:MOST]
        set_ = Setting(clip, look, format, " ".join(datum.label for datum in data))
        super().__init__(clip, look, format, self._drawn(clip, set_, data) if data else ())

    def _drawn(self, clip: ChartClip, set_: Setting, data: tuple[Datum, ...]) -> list[Part]:
        area, ink = clip.region, set_.plated
        area = replace(area, height=min(area.height, _TALLEST * area.width))
        pad = min(40.0, 0.07 * min(area.width, area.height))
        time = set_.time
        parts = [arriving(set_.plate(area), time, time.start, set_.style, rtl=set_.rtl)]
        inner = area.inset(pad)
        note = set_.fit(clip.note, inner.width, 0.16 * inner.height, SMALL_PRINT, set_.body(ink.muted), most=1)
        room = inner
        at = float(max(clip.at, clip.start))
        if note.lines:
            parts += set_.lines(note, inner.x, inner.bottom - note.height, at)
            room = Rect(inner.x, inner.y, inner.width, inner.height - note.height - 0.4 * pad)
        form: ChartParts
        if clip.form == "donut" and fits_donut(data):
            form = DonutParts(set_, data, clip.unit)
        elif clip.form == "line" and len(data) > 1:
            form = LineParts(set_, data, clip.unit)
        else:
            form = BarParts(set_, data, clip.unit)
        return parts + form.parts(room, max(at, set_.scaffold))

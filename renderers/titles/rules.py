"""The mark of a heading: a bar beside or above it, a block, a hairline, a stroke below, or none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from renderers.look import Look
from renderers.picture_format import Rect
from renderers.raster import colour, skia
from renderers.titles.ink import LARGE, readable

LYING = {
    "bar": {"display": (96.0, 10.0), "title": (72.0, 8.0)},
    "block": {"display": (44.0, 44.0), "title": (32.0, 32.0)},
    "hairline": {"display": (200.0, 3.0), "title": (144.0, 3.0)},
}
"""Width and height of a mark above a heading, by the size of the heading."""
STANDING = {"bar": 10.0, "block": 22.0, "hairline": 3.0}
"""Width of a mark that stands upright beside a heading."""
STROKE = {"display": 14.0, "title": 11.0}
"""Height of a stroke below a heading."""
_DECORATION = 2.0
"""Contrast of a stroke below a heading, which says nothing: more would make mud of a bright accent."""
_ROUND = 32.0
"""From this radius of a look on strokes wave."""
_WAVE = 56.0
"""Design units from crest to crest."""


def rule_ink(look: Look) -> str:
    """The colour of marks: the brand's own, or the accent where the mark is fine or drawn by hand."""
    role = look.palette.accent if look.style.accented else look.palette.primary
    least = _DECORATION if look.style.rule == "underline" else LARGE
    return readable(role, look.palette.background, least)


@dataclass(frozen=True)
class Mark:
    """A mark at `rect`, drawn along its longer side; `kind` is that of the style, and `round_` the look's radius.

    One that is `upright` grows downwards, any other from where reading begins.
    """

    rect: Rect
    kind: str
    ink: str
    round_: float
    upright: bool = False
    rtl: bool = False

    @property
    def waves(self) -> bool:
        """Whether it is a wave and not a straight stroke."""
        return self.kind == "underline" and self.round_ >= _ROUND

    @cached_property
    def _wave(self) -> skia.Path:
        rect, path = self.rect, skia.Path()
        half = rect.height / 2
        count = max(2, 2 * round(rect.width / _WAVE))
        step, middle = rect.width / count, rect.y + half
        path.moveTo(rect.x, middle)
        for i in range(count):
            side = -1 if i % 2 == 0 else 1
            path.quadTo(rect.x + (i + 0.5) * step, middle + side * rect.height, rect.x + (i + 1) * step, middle)
        return path

    def paint(self, canvas: skia.Canvas, drawn: float, *, rise: float = 0.0, alpha: float = 1.0) -> None:
        """Paint as much of it as is `drawn`, moved up by `rise` design units."""
        drawn = min(drawn, 1.0)
        if drawn <= 0.0 or alpha <= 0.0:
            return
        rect = self.rect
        width, height = (rect.width, rect.height * drawn) if self.upright else (rect.width * drawn, rect.height)
        left = rect.right - width if self.rtl else rect.x
        if self.waves:
            thick = rect.height * 0.55
            pen = skia.Paint(Color=colour(self.ink, alpha), AntiAlias=True, Style=skia.Paint.kStroke_Style,
                             StrokeWidth=thick, StrokeCap=skia.Paint.kRound_Cap)  # fmt: skip
            saved = canvas.save()
            canvas.translate(0, -rise)
            edge = math.ceil(thick)
            canvas.clipRect(skia.Rect.MakeXYWH(left - edge, rect.y - rect.height, width + 2 * edge, 3 * rect.height))
            canvas.drawPath(self._wave, pen)
            canvas.restoreToCount(saved)
            return
        box = skia.Rect.MakeXYWH(left, rect.y - rise, width, height)
        # A bar has round ends, whatever the look; a block has the look's corners.
        radius = min(self.round_ / 4, 10.0) if self.kind == "block" else min(rect.width, rect.height) / 2
        radius = radius if self.round_ > 0.0 else 0.0
        canvas.drawRoundRect(box, radius, radius, skia.Paint(Color=colour(self.ink, alpha), AntiAlias=True))

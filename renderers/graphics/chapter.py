"""A chapter card: a large number, a rule, the chapter's name."""

from __future__ import annotations

from renderers.fonts import metrics
from renderers.graphics.clips import ChapterClip
from renderers.graphics.parts import Part, PartsLayer, drawn
from renderers.graphics.setting import Setting
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import skia
from renderers.titles.push import fine
from renderers.titles.rules import Mark, rule_ink

_NUMBERS = (360, 340, 320, 300, 280, 260, 240, 220, 200, 180, 160, 144, 128, 112, 96, 80, 64, 48)
_NAMES = (128, 120, 112, 104, 96, 88, 80, 72, 64, 56, 52, 48, 44, 40, 36, 32, 28)
_GAP = 48.0
_MEASURE = 1300.0
_LINE = {"bar": (120.0, 8.0), "block": (96.0, 20.0), "hairline": (240.0, 3.0), "underline": (160.0, 12.0)}


class ChapterLayer(PartsLayer):
    """Paints a `ChapterClip`."""

    def __init__(self, clip: ChapterClip, look: Look, format: PictureFormat) -> None:
        area, format = clip.region, fine(format)
        set_ = Setting(clip, look, format, clip.text or clip.number)
        ink, glow, rtl = set_.bare, look.palette.background, set_.rtl
        width = min(area.width, _MEASURE)
        left = area.right - width if rtl else area.x
        line = _LINE.get(look.style.rule, (0.0, 0.0))
        gap = min(_GAP, 0.07 * area.height)
        ruled = line[1] + gap if line[0] else 0.0
        number = set_.fit(clip.number, width, area.height * 0.46, _NUMBERS, set_.heading(ink.accent_text, 1.0), most=1)
        # Of the line of a number only the height of its figures counts.
        high = metrics(number.type.family, number.type.weight)[2] * number.type.size if number.lines else 0.0
        lift = number.lines[0].baseline - high if number.lines else 0.0
        room = max(area.height - high - ruled - 2 * gap, 28.0)
        titled = set_.titled(clip.text)
        name = set_.fit(titled, width, room, _NAMES, set_.heading(ink.text, 1.12), most=3)
        if not name.complete:
            name = set_.fit(titled, width, room, _NAMES[8:], set_.heading(ink.text, 1.12))
        between = gap if number.lines and (ruled or name.lines) else 0.0
        total = high + between + ruled + name.height
        top = area.y + max(0.0, (area.height - total) * 0.46)
        time, at = set_.time, float(clip.start)
        parts: list[Part] = set_.lines(number, left, top - lift, at, glow=glow)
        y = top + high + between
        if ruled and (number.lines or name.lines):
            box = Rect(left + width - line[0] if rtl else left, y, *line)
            mark = Mark(box, look.style.rule, rule_ink(look), look.radius, rtl=rtl)
            parts.append(drawn(time, at + time.stagger, look.style, lambda canvas, t: _paint(mark, canvas, t)))
            y += ruled
        parts += set_.lines(name, left, y, at + 2 * time.stagger, glow=glow)
        super().__init__(clip, look, format, parts, push=(area.right if rtl else area.x, top + total / 2))


def _paint(mark: Mark, canvas: skia.Canvas, t: float) -> None:
    mark.paint(canvas, t)

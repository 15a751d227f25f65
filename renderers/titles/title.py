"""A heading that comes in line by line: a rule and kicker above, a line of explanation below."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from renderers.look import Look
from renderers.motion import DRIFT, TRAVEL, ease_in, ease_out_cubic, ease_out_expo
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.timeline import TitleClip
from renderers.titles.ink import LARGE, first_readable, readable
from renderers.titles.lettering import body_type, heading_type, write
from renderers.titles.sprite import clip_to, grown, union
from renderers.titles.staging import staging
from renderers.typesetting import Align, Block, Type, fit
from renderers.typography import right_to_left

_SIZES = {
    "display": (((160, 152), 2), ((144, 136, 128, 120, 112, 104, 96), 3), ((96, 88, 80, 72), 4), ((64, 56, 48), 0)),
    "title": (((112, 104, 96), 2), ((88, 80, 72, 64), 3), ((64, 56), 4), ((52, 48, 44, 40, 36), 0)),
}
"""Steps of the type scale and the most lines each may make, best first."""
_KICKER_SIZES = (32, 28)
_SUBTITLE_SIZES = {"display": (52, 48, 44, 40, 36, 32, 28), "title": (44, 40, 36, 32, 28)}
_RULE_GAP, _SUBTITLE_GAP = 20.0, 24.0
_RULE = {"display": (96.0, 10.0), "title": (72.0, 8.0)}
_BAR, _INDENT = 10.0, 36.0
"""Where height is scarce the rule stands upright beside the heading, which is moved in by so much."""
_CAP_TOP, _CAP_BOTTOM = 0.2, 0.18
"""How far capitals stand inside the box of their line, in parts of the type's size: there the bar begins and ends."""
_MEASURE = 1440.0
"""The longest line of a heading, in design units; wider regions keep the rest quiet."""
_TALL_REGION = 0.42
"""A region higher than this part of the frame holds its text in the middle; a lower one at its top."""


def heading(text: str, width: float, height: float, type_: Type, size: str, align: Align) -> Block:
    """A heading set as large as `size` (`display` or `title`) allows in that room."""
    steps = _SIZES[size if size in _SIZES else "title"]
    for sizes, most in steps[:-1]:
        block = fit(text, width, height, sizes, type_, align=align, max_lines=most)
        if block.complete:
            return block
    sizes, most = steps[-1]
    return fit(text, width, height, sizes, type_, align=align, max_lines=most)


class TitleLayer:
    """Paints a `TitleClip`. All type is shaped and drawn when the layer is made."""

    def __init__(self, clip: TitleClip, look: Look, format: PictureFormat) -> None:
        palette = look.palette
        align: Align = "centre" if clip.align in {"centre", "center"} else "start"
        self._rtl = right_to_left(clip.text or clip.kicker)
        area = _column(clip.region, align, self._rtl)
        tall = area.height > _TALL_REGION * format.design_height
        self._upright = not tall and align == "start"
        edge = area.right - _BAR if self._rtl else area.x
        if self._upright:
            area = Rect(area.x if self._rtl else area.x + _INDENT, area.y, area.width - _INDENT, area.height)
        self._accent = readable(palette.primary, palette.background, LARGE)
        muted = first_readable((palette.muted, palette.text), palette.background)
        bar = (-_RULE_GAP, 0.0) if self._upright else _RULE.get(clip.size, _RULE["title"])
        kicker = _kicker(clip.kicker, area.width - bar[0] - _RULE_GAP, look)
        ruled = bool(kicker.lines or clip.text.strip())
        above = kicker.height + 20 if kicker.lines else bar[1] + 32 if ruled and not self._upright else 0.0
        room = max(area.height - above, 1.0)
        steps = _SUBTITLE_SIZES.get(clip.size, _SUBTITLE_SIZES["title"])
        below = _explanation(clip.subtitle, min(area.width, 1040.0), room, steps, body_type(look, muted), align)
        under = below.height + _SUBTITLE_GAP if below.lines else 0.0
        title = heading(clip.text, area.width, room - under, heading_type(look, palette.text), clip.size, align)
        if not title.complete and below.lines:
            # A heading is never cut to keep the line below it.
            below, under = fit("", 1.0, 1.0, steps, below.type), 0.0
            title = heading(clip.text, area.width, room, heading_type(look, palette.text), clip.size, align)
        spare = max(0.0, area.height - above - title.height - under)
        top = area.y + (spare * 0.47 if tall else 0.0)

        self._rule, kicker_left = _ruled(kicker, bar, area, top, align, self._rtl)
        if self._upright:
            first, last = (kicker if kicker.lines else title), (below if below.lines else title)
            start = top + _CAP_TOP * first.type.size
            end = top + above + title.height + under - _CAP_BOTTOM * last.type.size
            self._rule = Rect(edge, start, _BAR, max(end - start, _BAR))
        share = 0.5 if align == "centre" else 1.0 if below.right_to_left else 0.0
        placed = (
            (kicker, kicker_left - kicker.left, top),
            (title, area.x, top + above),
            (below, area.x + (area.width - below.box) * share, top + above + title.height + _SUBTITLE_GAP),
        )
        self._written = [w for block, x, y in placed for w in write(block, x, y, format, palette.background)]
        self._staging = staging(clip.start, clip.duration, len(self._written) + ruled, float(format.rate))
        self._first = int(ruled and not kicker.lines)
        covered = [w.sprite.rect for w in self._written] + ([grown(self._rule, 2, 2)] if ruled else [])
        self._ruled = ruled
        self._region = clip_to(grown(union(covered), 0, DRIFT), format.design_width, format.design_height)

    @property
    def region(self) -> Rect:
        """The lines at rest and the way they leave by; on entering, lines rise inside their own room."""
        return self._region

    def key(self, n: int) -> Hashable:
        """A new key for each frame in motion, one key at rest."""
        return self._staging.key(n) if self._ruled else None

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        gone = ease_in(self._staging.left(n))
        self._paint_rule(canvas, n, gone)
        for i, line in enumerate(self._written):
            entered = self._staging.entered(n, i + self._first)
            rise = TRAVEL * (1.0 - ease_out_expo(entered))
            alpha = ease_out_cubic(min(1.0, entered * 1.5)) * (1.0 - gone)
            saved = canvas.save()
            if entered < 1.0:
                rect = line.sprite.rect
                canvas.clipRect(skia.Rect.MakeLTRB(rect.x, rect.y, rect.right, line.edge))
            line.sprite.draw(canvas, y=rise - DRIFT * gone, alpha=alpha)
            canvas.restoreToCount(saved)

    def _paint_rule(self, canvas: skia.Canvas, n: int, gone: float) -> None:
        rule = self._rule
        drawn = ease_out_expo(self._staging.entered(n, 0))
        if drawn <= 0.0:
            return
        width, height = (rule.width, rule.height * drawn) if self._upright else (rule.width * drawn, rule.height)
        left = rule.right - width if self._rtl else rule.x
        paint = skia.Paint(Color=colour(self._accent, 1.0 - gone), AntiAlias=True)
        box = skia.Rect.MakeXYWH(left, rule.y - DRIFT * gone, width, height)
        radius = min(rule.width, rule.height) / 2
        canvas.drawRoundRect(box, radius, radius, paint)


def _column(region: Rect, align: Align, rtl: bool) -> Rect:
    """The part of a region that text is set in: at most one measure wide, on the side the writing begins."""
    width = min(region.width, _MEASURE)
    share = 0.5 if align == "centre" else 1.0 if rtl else 0.0
    return Rect(region.x + (region.width - width) * share, region.y, width, region.height)


def _kicker(text: str, width: float, look: Look) -> Block:
    """The small line above the heading, in capitals where the script has them."""
    ink = readable(look.palette.primary, look.palette.background)
    type_ = replace(body_type(look, ink, 700), tracking=0.06, line_height=1.25)
    return fit(text.upper(), max(width, 1.0), 48.0, _KICKER_SIZES, type_, max_lines=1)


def _ruled(
    kicker: Block, bar: tuple[float, float], area: Rect, top: float, align: Align, rtl: bool
) -> tuple[Rect, float]:
    """Where the rule stands, and the left edge of the kicker that follows it."""
    wide, high = bar
    group = wide + (_RULE_GAP + kicker.width if kicker.lines else 0.0)
    start = area.x + (area.width - group) / 2 if align == "centre" else area.right - group if rtl else area.x
    middle = top + (kicker.height if kicker.lines else high) / 2
    left = start + group - wide if rtl else start
    return Rect(left, middle - high / 2, wide, high), start if rtl else start + wide + _RULE_GAP


def _explanation(text: str, width: float, room: float, steps: tuple[int, ...], type_: Type, align: Align) -> Block:
    """The line below a heading, in the least part of the room that holds it all."""
    snug = fit(text, width, room * 0.3, steps, type_, align=align, max_lines=3)
    return snug if snug.complete else fit(text, width, room * 0.44, steps, type_, align=align, max_lines=3)

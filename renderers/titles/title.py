"""A heading that comes in line by line: a rule and kicker above, a line of explanation below."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from renderers.look import Look
from renderers.motion import DRIFT, ENTER, EXIT, STAGGER, TRAVEL, between, ease_in, ease_out_cubic, ease_out_expo
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.timeline import TitleClip
from renderers.titles.ink import LARGE, first_readable, readable
from renderers.titles.lettering import Written, body_type, heading_type, line_bounds, write
from renderers.titles.sprite import clip_to, grown, union
from renderers.titles.staging import Staging
from renderers.typography import Align, Block, Type, fit, right_to_left

_SIZES = {
    "display": (((144, 136, 128, 120, 112, 104, 96), 3), ((96, 88, 80, 72), 4), ((64, 56, 48), 0)),
    "title": (((88, 80, 72, 64), 3), ((64, 56), 4), ((52, 48, 44, 40), 0)),
}
"""Steps of the type scale and the most lines each may make, best first."""
_KICKER_SIZES = (32, 28)
_SUBTITLE_SIZES = (40, 36, 32, 28)
_RULE = {"display": (72.0, 8.0), "title": (48.0, 6.0)}
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
        palette, area = look.palette, clip.region
        align: Align = "centre" if clip.align in {"centre", "center"} else "start"
        rtl = right_to_left(clip.text or clip.kicker)
        measure = min(area.width, _MEASURE)
        side = 0.5 if align == "centre" else 1.0 if rtl else 0.0
        area = Rect(area.x + (area.width - measure) * side, area.y, measure, area.height)
        self._accent = readable(palette.primary, palette.background, LARGE)
        ink = readable(palette.primary, palette.background)
        kicker_type = replace(body_type(look, ink, 700), tracking=0.06, line_height=1.25)
        muted = first_readable((palette.muted, palette.text), palette.background)
        rule_width, self._rule_height = _RULE.get(clip.size, _RULE["title"])

        kicker = fit(clip.kicker.upper(), max(area.width - rule_width - 20, 1), 48, _KICKER_SIZES, kicker_type, align="start", max_lines=1)
        ruled = bool(kicker.lines) or clip.size == "display"
        above = (kicker.height + 20 if kicker.lines else self._rule_height + 32) if ruled else 0.0
        room = max(area.height - above, 1.0)
        below = fit(clip.subtitle, min(area.width, 960), room * 0.42, _SUBTITLE_SIZES, body_type(look, muted), align=align, max_lines=3)
        under = below.height + 24 if below.lines else 0.0
        title = heading(clip.text, area.width, room - under, heading_type(look, palette.text), clip.size, align)

        tall = area.height > _TALL_REGION * format.design_height
        spare = area.height - above - title.height - under
        top = area.y + (max(0.0, spare * 0.47) if tall else 0.0)
        self._rule = Rect(0, 0, 0, 0)
        written: list[Written] = []
        glow = palette.background
        if ruled:
            group = rule_width + (20 + kicker.width if kicker.lines else 0)
            start = area.x + (area.width - group) / 2 if align == "centre" else area.right - group if rtl else area.x
            middle = top + (kicker.height / 2 if kicker.lines else self._rule_height / 2)
            self._rule = Rect(start + (group - rule_width if rtl else 0), middle - self._rule_height / 2, rule_width, self._rule_height)
            if kicker.lines:
                at = start if rtl else start + rule_width + 20
                written += write(kicker, at - kicker.left, top, format, glow)
        self._rtl = rtl
        written += write(title, area.x, top + above, format, glow)
        left = area.x + (area.width - below.box) * (0.5 if align == "centre" else 1.0 if below.right_to_left else 0.0)
        written += write(below, left, top + above + title.height + 24, format, glow)
        self._written: Sequence[Written] = written
        rate = float(format.rate)
        self._staging = Staging(clip.start, clip.duration, len(written) + ruled, ENTER * rate, EXIT * rate, STAGGER * rate)
        self._first = int(ruled and not kicker.lines)
        covered = [w.sprite.rect for w in written] + ([grown(self._rule, 2, 2)] if ruled else [])
        self._region = clip_to(grown(union(covered), 0, DRIFT), format.design_width, format.design_height)

    @property
    def region(self) -> Rect:
        """The lines at rest and the way they leave by; on entering, lines rise inside their own room."""
        return self._region

    def key(self, n: int) -> Hashable:
        """A new key for each frame in motion, one key at rest."""
        return self._staging.key(n) if self._region.width else None

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        gone = ease_in(self._staging.left(n))
        self._paint_rule(canvas, n, gone)
        for i, line in enumerate(self._written):
            entered = self._staging.entered(n, i + self._first)
            rise = TRAVEL * (1.0 - ease_out_expo(entered))
            saved = canvas.save()
            if entered < 1.0:
                rect = line.sprite.rect
                canvas.clipRect(skia.Rect.MakeLTRB(rect.x, rect.y, rect.right, line.edge))
            line.sprite.draw(canvas, y=rise - DRIFT * gone, alpha=ease_out_cubic(min(1.0, entered * 1.5)) * (1.0 - gone))
            canvas.restoreToCount(saved)

    def _paint_rule(self, canvas: skia.Canvas, n: int, gone: float) -> None:
        rule = self._rule
        width = between(0.0, rule.width, ease_out_expo(self._staging.entered(n, 0)))
        if width <= 0.0:
            return
        left = rule.right - width if self._rtl else rule.x
        paint = skia.Paint(Color=colour(self._accent, 1.0 - gone), AntiAlias=True)
        box = skia.Rect.MakeXYWH(left, rule.y - DRIFT * gone, width, rule.height)
        canvas.drawRoundRect(box, rule.height / 2, rule.height / 2, paint)


__all__ = ["TitleLayer", "heading", "line_bounds"]

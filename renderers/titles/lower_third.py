"""A name strap: an accent bar draws itself, the plate opens from it, name and role slide in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from renderers.look import Look
from renderers.motion import DRIFT, EASINGS, ease_out_cubic
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.timeline import LowerThirdClip
from renderers.titles.entrances import leaving
from renderers.titles.ink import LARGE, first_readable, readable, reads_on_all
from renderers.titles.lettering import body_type, heading_type, write
from renderers.titles.sprite import clip_to, grown, union
from renderers.titles.staging import staging
from renderers.titles.surfaces import surface_grounds, surface_plate
from renderers.typesetting import fit
from renderers.typography import right_to_left

_BAR = 8.0
_BARS = {"bar": _BAR, "block": 16.0, "hairline": 3.0}
"""Width of the bar at the side where reading begins, by the rule of the style; there is none with the others."""
_PAD = 28.0
_SLIDE = 24.0
_LIGHTEST = 600
_HEADING_HEIGHT, _HEADING_SIZES = 140.0, (56, 52, 48, 44)


class LowerThirdLayer:
    """Paints a `LowerThirdClip` at the bottom of its region."""

    def __init__(self, clip: LowerThirdClip, look: Look, format: PictureFormat) -> None:
        palette, area, style = look.palette, clip.region, look.style
        self._style = style
        grounds = surface_grounds(look)
        ground = grounds[0]
        self._bar = _BARS.get(style.rule, 0.0)
        room = max(area.width - self._bar - 2 * _PAD, 1.0)
        inks = [reads_on_all(ink, grounds) for ink in (palette.text, palette.muted)]
        name_type = replace(heading_type(look, inks[0]), tracking=-0.01 + style.tracking, line_height=1.2)
        # Letters this small would lose their hairlines in a light weight.
        name_type = replace(name_type, weight=max(name_type.weight, _LIGHTEST))
        role_ink = first_readable((inks[1], inks[0]), ground)
        role_type = replace(body_type(look, role_ink), line_height=1.3)
        role_type = replace(role_type, family=style.label or role_type.family)
        lines = 0.58 if clip.role else 1.0
        # A strap that is high enough for two lines, as that of a film, takes a heading and not only a name.
        most, largest = (2, _HEADING_SIZES) if area.height > _HEADING_HEIGHT else (1, ())
        sizes = (*largest, 40, 36, 32, 28, 26, 24)
        name = fit(
            clip.name.upper() if style.capitals else clip.name,
            room,
            (area.height - 20) * lines,
            sizes,
            name_type,
            max_lines=most,
        )
        roles = (*((36, 32) if largest else ()), 28, 26, 24)
        role = fit(clip.role, room, (area.height - 20) * (1.0 - lines + 0.04), roles, role_type, max_lines=1)
        self._rtl = right_to_left(clip.name or clip.role)
        height = min(area.height, name.height + role.height + (20 if role.lines else 32))
        width = max(name.width, role.width) + self._bar + 2 * _PAD
        left = area.right - width if self._rtl else area.x
        strap = Rect(left, area.bottom - height, width, height)
        self._strap = strap if name.lines or role.lines else Rect(0, 0, 0, 0)
        self._radius = min(look.radius, 12.0)
        self._stroke = style.rule == "underline"
        self._accent = readable(palette.accent if style.accented else palette.primary, ground, LARGE)
        text_left = strap.x + (_PAD if self._rtl else self._bar + _PAD)
        top = strap.y + (strap.height - name.height - role.height) / 2
        shift = [width - self._bar - 2 * _PAD - block.width if self._rtl else 0.0 for block in (name, role)]
        texts = [
            *write(name, text_left + shift[0] - name.left, top, format),
            *write(role, text_left + shift[1] - role.left, top + name.height, format),
        ]
        self._texts = [line.sprite for line in texts]
        self._plate = surface_plate(self._strap, self._radius, look, format)
        self._staging = staging(clip.start, clip.duration, 2 + len(texts), float(format.rate), style.pace)
        covered = union([self._plate.rect, *(s.rect for s in self._texts)])
        self._region = clip_to(grown(covered, _SLIDE, 0), format.design_width, format.design_height)

    @property
    def region(self) -> Rect:
        """The strap with its shadow and the way it slides."""
        return self._region

    def key(self, n: int) -> Hashable:
        """A new key for each frame in motion, one key at rest."""
        return self._staging.key(n) if self._strap.width else None

    def paint(self, canvas: skia.Canvas, n: int) -> None:
        """Paint frame `n`."""
        gone = leaving(self._style, self._staging.left(n))
        away = (DRIFT if self._rtl else -DRIFT) * gone
        curve = EASINGS[self._style.easing]
        opened = min(1.0, curve(self._staging.entered(n, 1)))
        outer = self._plate.rect
        saved = canvas.save()
        if opened < 1.0:
            shown = outer.width * opened
            left = outer.right - shown if self._rtl else outer.x
            canvas.clipRect(skia.Rect.MakeXYWH(left, outer.y, shown, outer.height))
        self._plate.draw(canvas, x=away, alpha=1.0 - gone)
        # Nothing is read beside the plate, however far that has opened.
        for i, sprite in enumerate(self._texts):
            entered = self._staging.entered(n, i + 2)
            slide = _SLIDE * (1.0 - min(1.0, curve(entered))) * (1.0 if self._rtl else -1.0)
            sprite.draw(canvas, x=slide + away, alpha=ease_out_cubic(entered) * (1.0 - gone))
        canvas.restoreToCount(saved)
        self._paint_bar(canvas, min(1.0, curve(self._staging.entered(n, 0))), away, 1.0 - gone)

    def _paint_bar(self, canvas: skia.Canvas, drawn: float, away: float, alpha: float) -> None:
        strap = self._strap
        if not self._bar and not self._stroke:
            return
        saved = canvas.save()
        canvas.translate(away, 0)
        if self._stroke:
            wide = strap.width * drawn
            left = strap.right - wide if self._rtl else strap.x
            canvas.clipRect(skia.Rect.MakeXYWH(left, strap.bottom - _BAR, wide, _BAR))
        else:
            left = strap.right - self._bar if self._rtl else strap.x
            top = strap.bottom - strap.height * drawn
            canvas.clipRect(skia.Rect.MakeXYWH(left, top, self._bar, strap.height * drawn))
        shape = skia.Rect.MakeXYWH(strap.x, strap.y, strap.width, strap.height)
        paint = skia.Paint(Color=colour(self._accent, alpha), AntiAlias=True)
        canvas.drawRoundRect(shape, self._radius, self._radius, paint)
        canvas.restoreToCount(saved)

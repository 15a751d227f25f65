"""The logo, large, uncovered from its middle, a line that draws itself, and the tagline."""

from __future__ import annotations

import math

from renderers.graphics.clips import LogoRevealClip
from renderers.graphics.parts import Part, PartsLayer
from renderers.graphics.setting import Setting
from renderers.look import Look
from renderers.motion import EASINGS, between, ease_out_cubic, ease_out_quint
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.logo import needs_plate, read_logo
from renderers.titles.push import fine
from renderers.titles.sprite import Sprite, bake, grown

_TAGLINES = (64, 60, 56, 52, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24)
_WIDE, _HIGH = 0.62, 0.5
"""The most of the region that the logo takes."""
_FLAT = 3.2
"""From these proportions on a logo is a word: it is uncovered along itself, not from its middle."""
_LONG = 2.2
"""A logo takes so many times as long to come in as a line of text."""
_CLOSER = 1.07
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


class LogoRevealLayer(PartsLayer):
    """Paints a `LogoRevealClip`. It does not leave. Raises `MediaRejected` for a logo that can not be read."""

    def __init__(self, clip: LogoRevealClip, look: Look, format: PictureFormat) -> None:
        format = fine(format)
        set_, area, palette = Setting(clip, look, format, clip.tagline), clip.region, look.palette
        logo = read_logo(clip.logo.path).withDefaultMipmaps()
        plated = needs_plate(logo, palette.background)
        tagline = set_.fit(clip.tagline, min(area.width, 1200.0), 0.24 * area.height, _TAGLINES,
                           set_.body(set_.bare.text, 500, 1.3), most=2, align="centre")  # fmt: skip
        under = tagline.height + 88.0 if tagline.lines else 0.0
        pad = 40.0 if plated else 0.0
        room_wide, room_high = _WIDE * area.width - 2 * pad, min(_HIGH * area.height, area.height - under) - 2 * pad
        fit = min(room_wide / logo.width(), room_high / logo.height())
        wide, high = logo.width() * fit, logo.height() * fit
        total = high + 2 * pad + under
        top = area.y + (area.height - total) / 2 + pad
        place = Rect(area.x + (area.width - wide) / 2, top, wide, high)
        time, at = set_.time, float(clip.start)
        sprite = self._sprite(set_, logo, place, pad)
        parts = [self._uncovered(sprite, look, flat=wide > _FLAT * high, at=at, length=_LONG * time.enter)]
        if tagline.lines:
            middle, y = area.x + area.width / 2, place.bottom + pad + 40.0
            parts.append(self._line(set_, middle, y, at + 0.9 * time.enter))
            left = middle - tagline.box / 2
            parts += set_.lines(tagline, left, y + 40.0, at + 1.2 * time.enter, glow=palette.background)
        super().__init__(clip, look, format, parts, push=(area.x + area.width / 2, place.y + place.height / 2))

    def _sprite(self, set_: Setting, logo: skia.Image, place: Rect, pad: float) -> Sprite:
        """The logo in its place, on a plate where it would be lost on the backdrop."""
        palette = set_.look.palette
        grounds = (palette.text, palette.surface, "#ffffff")
        ground = next((colour_ for colour_ in grounds if not needs_plate(logo, colour_)), "#ffffff")
        plate = set_.block(grown(place, 1.4 * pad, pad), ground) if pad else None

        def paint(canvas: skia.Canvas) -> None:
            if plate is not None:
                plate.draw(canvas)
            canvas.drawImageRect(logo, skia.Rect.MakeXYWH(place.x, place.y, place.width, place.height), _SMOOTH)

        return bake(grown(place, 1.4 * pad + 2, pad + 2), set_.format.scale, paint)

    def _uncovered(self, sprite: Sprite, look: Look, *, flat: bool, at: float, length: float) -> Part:
        rect, style = sprite.rect, look.style
        middle = (rect.x + rect.width / 2, rect.y + rect.height / 2)
        reach = math.hypot(rect.width, rect.height) / 2 + 4.0
        curve = EASINGS[style.easing]

        def draw(canvas: skia.Canvas, t: float) -> None:
            if t >= 1.0:
                sprite.draw(canvas)
                return
            way = min(ease_out_quint(t), 1.0)
            saved = canvas.save()
            if style.entrance == "pop":
                sprite.draw(canvas, alpha=min(1.0, 3 * t), grow=between(0.7, 1.0, curve(t)))
            elif style.entrance == "fade":
                sprite.draw(canvas, alpha=ease_out_cubic(t), grow=between(_CLOSER, 1.0, way))
            elif flat or style.entrance in ("wipe", "slide"):
                canvas.clipRect(skia.Rect.MakeXYWH(rect.x, rect.y, rect.width * way, rect.height))
                sprite.draw(canvas, x=-24.0 * (1.0 - way))
            else:
                circle = skia.Path()
                circle.addCircle(*middle, reach * way)
                canvas.clipPath(circle, True)
                sprite.draw(canvas, grow=between(_CLOSER, 1.0, way))
            canvas.restoreToCount(saved)

        return Part(((at, length),), draw)

    def _line(self, set_: Setting, x: float, y: float, at: float) -> Part:
        """A short line below the logo, from its middle outwards."""
        fine = set_.style.rule in ("hairline", "none")
        half, high = (80.0, 3.0) if fine else (48.0, 8.0)
        paint = skia.Paint(Color=colour(set_.bare.accent), AntiAlias=True)
        radius = high / 2 if set_.radius > 4 else 0.0

        def draw(canvas: skia.Canvas, t: float) -> None:
            wide = half * ease_out_quint(t)
            canvas.drawRoundRect(skia.Rect.MakeLTRB(x - wide, y, x + wide, y + high), radius, radius, paint)

        return Part(((at, set_.time.enter),), draw)

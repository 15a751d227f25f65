"""Plates under text in the style of a look: solid, outlined, tinted, of glass, or like paper."""

from __future__ import annotations

from renderers.colour import mix
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.ink import LARGE, over, readable
from renderers.titles.lettering import plate
from renderers.titles.sprite import Sprite, bake

_OPACITY = {"solid": 0.96, "glass": 0.88}
"""How much of a plate hides what is behind it; 1 elsewhere. Text on glass is measured with the worst behind it."""
_SHADOW = 0.14
_TINT = 0.13
_EDGE = 3.0


def surface_ground(look: Look) -> str:
    """The colour of plates in `look`."""
    palette = look.palette
    if look.style.plate == "tint":
        return mix(palette.surface, palette.primary, _TINT)
    return palette.background if look.style.plate == "outline" else palette.surface


def surface_grounds(look: Look) -> tuple[str, ...]:
    """The colours that text on a plate may stand on: the plate's own, and that with black or white shining through."""
    ground, opacity = surface_ground(look), _OPACITY.get(look.style.plate, 1.0)
    if look.style.plate != "glass":
        return (ground,)
    return ground, over("#000000", ground, opacity), over("#ffffff", ground, opacity)


def surface_plate(rect: Rect, radius: float, look: Look, format: PictureFormat) -> Sprite:
    """A plate at `rect` in the style of `look`, with its shadow or edge."""
    kind, palette = look.style.plate, look.palette
    ground = surface_ground(look)
    shadow = 0.0 if palette.dark or kind in ("outline", "tint") else _SHADOW
    base = plate(rect, radius, format, ground, _OPACITY.get(kind, 1.0), shadow)
    if kind not in ("outline", "glass") or rect.width <= 0.0:
        return base
    ink = readable(palette.primary, ground, LARGE) if kind == "outline" else palette.text
    alpha = 1.0 if kind == "outline" else 0.22
    wide = _EDGE if kind == "outline" else 2.0

    def paint(canvas: skia.Canvas) -> None:
        base.draw(canvas)
        box = skia.Rect.MakeXYWH(rect.x, rect.y, rect.width, rect.height).makeInset(wide / 2, wide / 2)
        pen = skia.Paint(Color=colour(ink, alpha), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=wide)
        inner = max(radius - wide / 2, 0.0)
        canvas.drawRoundRect(box, inner, inner, pen)

    return bake(base.rect, format.scale, paint)

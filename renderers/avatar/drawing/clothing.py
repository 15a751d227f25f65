"""Blazer, blouse and shirt: panels, sleeves, lapels with thickness, and a few folds where cloth bends."""

from __future__ import annotations

from collections.abc import Sequence

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Spot, mirror, path, ribbon, smooth_path
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.tones import Material, blazer_colour, cloth, linen_colour, shift
from renderers.raster import skia

BOTTOM = 900.0
"""Where the torso ends, far below any framing."""


def paint_clothing(canvas: skia.Canvas, character: Character, tint: str, rim: str) -> None:
    """The clothes of the torso at rest, the neck's opening left free; `tint` is the cloth's colour."""
    jacket = cloth(blazer_colour(tint))
    linen = cloth(linen_colour(tint))
    if character.outfit == "blouse":
        _paint_blouse(canvas, linen)
    else:
        _paint_shirt(canvas, linen)
    _paint_jacket(canvas, character, jacket, rim)


def _draw(canvas: skia.Canvas, spots: Sequence[Spot], paint: skia.Paint) -> None:
    canvas.drawPath(smooth_path(spots), paint)


def _strip(canvas: skia.Canvas, spots: Sequence[Spot], widths: Sequence[float], paint: skia.Paint) -> None:
    canvas.drawPath(path(ribbon(spots, widths).points[:, :2]), paint)


def _edge(canvas: skia.Canvas, shape: skia.Path, tone: str, alpha: float, width: float) -> None:
    """A second tone along the inside of a shape's edge: the thickness of the cloth."""
    canvas.save()
    canvas.clipPath(shape, True)
    paint = skia.Paint(flat(tone, alpha))
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    canvas.drawPath(shape, paint)
    canvas.restore()


def _drop(canvas: skia.Canvas, shape: skia.Path, tone: str, alpha: float, x: float, y: float, blur: float) -> None:
    """The shadow a shape throws on what lies under it, outside the shape only."""
    shadow = skia.Path(shape)
    shadow.offset(x, y)
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kDifference, True)
    canvas.drawPath(shadow, flat(tone, alpha, blur))
    canvas.restore()


def _paint_blouse(canvas: skia.Canvas, linen: Material) -> None:
    shape = ((-64, 172, 0), (-42, 206), (0, 228), (42, 206), (64, 172, 0), (96, 280), (90, BOTTOM, 0), (-90, BOTTOM, 0),
             (-96, 280))
    _draw(canvas, shape, linear((-40, 210), (60, 440), [(0, linen.light, 1), (0.5, linen.base, 1), (1, linen.shade, 1)]))
    _strip(canvas, ((-62, 176), (-42, 208), (0, 230), (42, 208), (62, 176)), (3, 3.6, 3.8, 3.6, 3), flat(linen.shade, 0.9))
    for spots, widths in ((((-26, 244), (-16, 300), (-6, 380)), (0.5, 6, 0.5)), (((30, 236), (22, 290), (8, 350)), (0.5, 7, 0.5))):
        _strip(canvas, spots, widths, flat(linen.shade, 0.8, 2.5))


def _paint_shirt(canvas: skia.Canvas, linen: Material) -> None:
    body = ((-72, 166, 0), (-34, 196), (0, 244, 0), (34, 196), (72, 166, 0), (110, 280), (100, BOTTOM, 0), (-100, BOTTOM, 0),
            (-110, 280))
    _draw(canvas, body, linear((-40, 210), (60, 460), [(0, linen.light, 1), (0.5, linen.base, 1), (1, linen.shade, 1)]))
    _strip(canvas, ((8, 240), (9, 320), (9, BOTTOM)), (1.2, 1.8, 1.8), flat(linen.shade, 0.95))
    _strip(canvas, ((-26, 256), (-18, 310), (-12, 400)), (0.5, 7, 0.5), flat(linen.shade, 0.8, 2.5))
    for y in (276.0, 344.0, 412.0):
        canvas.drawCircle(0.4, y + 0.8, 3.6, flat(linen.deep, 0.8))
        canvas.drawCircle(0, y, 3.4, flat(linen.light))
    # The collar stands up beside the neck and opens over the shirt's first button.
    stand = ((45, 134, 0.2), (55, 138), (76, 160), (78, 190), (60, 200), (50, 172))
    for spots, tone in ((mirror(stand), linen.shade), (stand, linen.deep)):
        _draw(canvas, spots, flat(tone))
    leaf = ((47, 140, 0.3), (60, 150, 0.6), (76, 186), (64, 262, 0.1), (30, 238), (5, 246, 0.1), (22, 212), (40, 172))
    for spots, tone, edge in ((mirror(leaf), linen.light, linen.shade), (leaf, linen.base, linen.deep)):
        shape = smooth_path(spots)
        _drop(canvas, shape, "#2a2038", 0.34, 1.5, 7, 3.5)
        canvas.drawPath(shape, linear((0, 150), (0, 270), [(0, linen.shade, 1), (0.35, tone, 1), (1, tone, 1)]))
        _edge(canvas, shape, edge, 0.75, 3.4)


def _panel(s: float) -> tuple[Spot, ...]:
    """The right front of a jacket for a shoulder that reaches to x = s."""
    return ((46, 150, 0.2), (62, 166), (s * 0.58, 186), (s * 0.82, 199), (s * 0.95, 216), (s * 0.93, 268), (s * 0.86, 320),
            (s * 0.84, 400), (s * 0.80, 500), (s * 0.86, BOTTOM, 0), (-10, BOTTOM, 0), (-6, 500, 0.3), (10, 420), (34, 320),
            (46, 240))


def _sleeve(s: float) -> tuple[Spot, ...]:
    return ((s * 0.80, 197, 0.4), (s * 0.96, 207), (s + 9, 234), (s + 23, 286), (s + 31, 360), (s + 37, 450),
            (s + 42, BOTTOM, 0), (s - 16, BOTTOM, 0), (s - 20, 460), (s - 24, 380), (s * 0.845, 312, 0.4), (s * 0.86, 262),
            (s * 0.855, 224))


def _paint_jacket(canvas: skia.Canvas, character: Character, jacket: Material, rim: str) -> None:
    s = character.shoulder
    for way in (-1, 1):
        first, second, last = ((jacket.light, jacket.base, jacket.shade) if way < 0
                               else (jacket.base, jacket.shade, jacket.deep))
        panel = smooth_path(_panel(s) if way > 0 else mirror(_panel(s)))
        canvas.drawPath(panel, linear((way * 20 - 30, 180), (way * s * 0.75 + 20, 460),
                                      [(0, first, 1), (0.6, second, 1), (1, last, 1)]))
        _paint_front_folds(canvas, panel, s, way, jacket)
        sleeve = smooth_path(_sleeve(s) if way > 0 else mirror(_sleeve(s)))
        _drop(canvas, sleeve, jacket.deep, 0.85, -way * 5, 5, 5)
        inner, outer = way * (s - 26), way * (s + 36)
        ends = [(0, last, 1), (0.45, second, 1), (1, first, 1)] if way < 0 else [
            (0, jacket.shade, 1), (0.4, jacket.base, 1), (1, jacket.shade, 1)]
        canvas.drawPath(sleeve, linear((inner, 300), (outer, 290), ends))
        _paint_sleeve_folds(canvas, sleeve, s, way, jacket)
        if way > 0:
            _strip(canvas, ((s * 0.74, 195.5), (s * 0.95, 207.5), (s + 7, 234), (s + 21, 286), (s + 28.5, 360), (s + 35, 470)),
                   (0.5, 2.6, 3.6, 3.6, 3.0, 2.4), flat(rim, 0.5, 0.6))
    for way in (-1, 1):
        _paint_lapel(canvas, way, jacket)


def _paint_front_folds(canvas: skia.Canvas, panel: skia.Path, s: float, way: int, jacket: Material) -> None:
    canvas.save()
    canvas.clipPath(panel, True)
    light = flat(jacket.light, 0.50 if way < 0 else 0.22, 5)
    _strip(canvas, [(way * x, y) for x, y in ((s * 0.46, 196), (s * 0.68, 206), (s * 0.80, 226))], (1, 10, 1), light)
    a = s * 0.845
    for spots, widths, alpha in ((((a + 6, 306), (a - 20, 330), (a - 58, 342)), (8, 8, 0.4), 0.55),
                                 (((a + 4, 322), (a - 16, 356), (a - 38, 392)), (8, 8, 0.4), 0.42)):
        _strip(canvas, [(way * x, y) for x, y in spots], widths, flat(jacket.deep, alpha, 1.6))
    canvas.restore()


def _paint_sleeve_folds(canvas: skia.Canvas, sleeve: skia.Path, s: float, way: int, jacket: Material) -> None:
    canvas.save()
    canvas.clipPath(sleeve, True)
    seam = [(way * x, y) for x, y in ((s * 0.80, 197), (s * 0.858, 226), (s * 0.862, 262), (s * 0.848, 310))]
    _strip(canvas, seam, (2.0, 2.6, 2.6, 3.5), flat(jacket.deep, 0.75))
    for spots, widths, alpha in ((((s * 0.85, 318), (s - 8, 334), (s + 12, 330)), (7, 7, 0.4), 0.5),
                                 (((s - 24, 400), (s - 2, 420), (s + 22, 412)), (7, 8, 0.4), 0.45)):
        _strip(canvas, [(way * x, y) for x, y in spots], widths, flat(jacket.deep, alpha, 1.6))
    canvas.restore()


def _paint_lapel(canvas: skia.Canvas, way: int, jacket: Material) -> None:
    def at(*spots: tuple[float, ...]) -> list[Spot]:
        return [(way * spot[0], *spot[1:]) for spot in spots]

    lapel = at((49, 196, 0.2), (50, 250), (38, 322), (16, 410), (-8, 508, 0.1), (30, 452), (66, 372), (95, 300, 0.5),
               (100, 276, 0.1), (72, 264, 0.1), (64, 228))
    collar = at((47, 146, 0.2), (60, 156), (82, 200), (94, 246, 0.1), (74, 264, 0.1), (56, 230), (49, 196, 0.3))
    for spots in (lapel, collar):
        shape = smooth_path(spots)
        _drop(canvas, shape, jacket.deep, 0.8, 3, 7, 4)
        near, far = (jacket.light, jacket.base) if way < 0 else (shift(jacket.base, 0.02), shift(jacket.shade, -0.01))
        canvas.drawPath(shape, linear((way * 46, 160), (way * 60, 450), [(0, near, 1), (1, far, 1)]))
        _edge(canvas, shape, shift(jacket.light, 0.05), 0.6 if way < 0 else 0.32, 3.0)

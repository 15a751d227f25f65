"""Blazer, blouse and shirt: panels, sleeves, lapels with thickness, and a few folds where cloth bends."""

from __future__ import annotations

from collections.abc import Sequence

from renderers.avatar.drawing_kept.character import Character
from renderers.avatar.drawing_kept.curves import Spot, mirror, path, ribbon, smooth_path
from renderers.avatar.drawing_kept.paints import flat, linear
from renderers.avatar.drawing_kept.tones import Material, blazer_colour, cloth, linen_colour, shift
from renderers.raster import skia

BOTTOM = 2600.0
"""Where the torso ends, far below any framing."""


def paint_clothing(canvas: skia.Canvas, character: Character, tint: str, rim: str) -> None:
    """The clothes of the torso at rest, the neck's opening left free; `tint` is the cloth's colour."""
    jacket = cloth(blazer_colour(tint))
    linen = cloth(linen_colour(tint))
    if character.outfit == "blouse":
        _paint_blouse(canvas, linen)
    else:
        _paint_shirt(canvas, linen)
    _paint_jacket(canvas, character, jacket, linen, rim)


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
    shape = (
        (-52, 160, 0),
        (-42, 204),
        (0, 228),
        (42, 204),
        (52, 160, 0),
        (96, 280),
        (90, BOTTOM, 0),
        (-90, BOTTOM, 0),
        (-96, 280),
    )
    _draw(
        canvas, shape, linear((-40, 210), (60, 440), [(0, linen.light, 1), (0.5, linen.base, 1), (1, linen.shade, 1)])
    )
    _strip(
        canvas, ((-50, 168), (-41, 207), (0, 230), (41, 207), (50, 168)), (3, 3.6, 3.8, 3.6, 3), flat(linen.shade, 0.9)
    )
    for spots, widths in (
        (((-26, 244), (-16, 300), (-6, 380)), (0.5, 6, 0.5)),
        (((30, 236), (22, 290), (8, 350)), (0.5, 7, 0.5)),
    ):
        _strip(canvas, spots, widths, flat(linen.shade, 0.8, 2.5))


def _paint_shirt(canvas: skia.Canvas, linen: Material) -> None:
    body = (
        (-72, 166, 0),
        (-34, 196),
        (0, 244, 0),
        (34, 196),
        (72, 166, 0),
        (110, 280),
        (100, BOTTOM, 0),
        (-100, BOTTOM, 0),
        (-110, 280),
    )
    _draw(canvas, body, linear((-40, 210), (60, 460), [(0, linen.light, 1), (0.5, linen.base, 1), (1, linen.shade, 1)]))
    _strip(canvas, ((8, 240), (9, 320), (9, BOTTOM)), (1.2, 1.8, 1.8), flat(linen.shade, 0.95))
    _strip(canvas, ((-26, 256), (-18, 310), (-12, 400)), (0.5, 7, 0.5), flat(linen.shade, 0.8, 2.5))
    for y in (276.0, 344.0, 412.0):
        canvas.drawCircle(0.4, y + 0.8, 3.6, flat(linen.deep, 0.8))
        canvas.drawCircle(0, y, 3.4, flat(linen.light))
    # The collar stands up beside the neck and opens over the shirt's first button.
    stand = ((42, 124, 0.2), (49, 122), (55, 130), (58, 156), (52, 178), (44, 160))
    for spots, tone in ((mirror(stand), linen.shade), (stand, linen.deep)):
        _draw(canvas, spots, flat(tone))
    leaf = ((46, 126, 0.3), (52, 128, 0.6), (58, 150), (72, 258, 0.1), (38, 240), (5, 246, 0.1), (22, 210), (41, 164))
    for spots, tone, edge in ((mirror(leaf), linen.light, linen.shade), (leaf, linen.base, linen.deep)):
        shape = smooth_path(spots)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-100, 200, 100, 300))
        _drop(canvas, shape, "#2a2038", 0.34, 1.5, 7, 3.5)
        canvas.restore()
        canvas.drawPath(shape, linear((0, 124), (0, 250), [(0, linen.shade, 1), (0.45, tone, 1), (1, tone, 1)]))
        _edge(canvas, shape, edge, 0.75, 3.4)


def _panel(s: float) -> tuple[Spot, ...]:
    """The right front of a jacket for a shoulder that reaches to x = s."""
    return (
        (46, 142, 0.2),
        (56, 156),
        (s * 0.56, 180),
        (s * 0.79, 194.5),
        (s * 0.87, 204),
        (s * 0.88, 250),
        (s * 0.855, 310),
        (s * 0.835, 400),
        (s * 0.80, 500),
        (s * 0.86, BOTTOM, 0),
        (-10, BOTTOM, 0),
        (-6, 500, 0.3),
        (10, 420),
        (34, 320),
        (46, 240),
    )


def _sleeve(s: float) -> tuple[Spot, ...]:
    return (
        (s * 0.785, 194, 0.1),
        (s * 0.91, 204.5),
        (s + 6, 232),
        (s + 25, 288),
        (s + 36, 360),
        (s + 42, 450),
        (s + 46, BOTTOM, 0),
        (s - 16, BOTTOM, 0),
        (s - 20, 460),
        (s - 25, 380),
        (s * 0.838, 316),
        (s * 0.85, 262),
        (s * 0.832, 222),
    )


def _paint_jacket(canvas: skia.Canvas, character: Character, jacket: Material, linen: Material, rim: str) -> None:
    s = character.shoulder
    for way in (-1, 1):
        first, second, last = (
            (jacket.light, jacket.base, jacket.shade) if way < 0 else (jacket.base, jacket.shade, jacket.deep)
        )
        panel = smooth_path(_panel(s) if way > 0 else mirror(_panel(s)))
        canvas.drawPath(
            panel,
            linear((way * 20 - 30, 180), (way * s * 0.75 + 20, 460), [(0, first, 1), (0.6, second, 1), (1, last, 1)]),
        )
        _paint_front_folds(canvas, panel, s, way, jacket)
        sleeve = smooth_path(_sleeve(s) if way > 0 else mirror(_sleeve(s)))
        canvas.save()
        canvas.clipPath(panel, True)
        _drop(canvas, sleeve, jacket.deep, 0.75, -way * 4, 3, 5)
        canvas.restore()
        ends = (
            [(0, jacket.shade, 1), (0.45, jacket.base, 1), (0.85, jacket.light, 1), (1, jacket.base, 1)]
            if way < 0
            else [(0, jacket.deep, 1), (0.5, jacket.shade, 1), (0.85, jacket.base, 1), (1, jacket.shade, 1)]
        )
        canvas.drawPath(sleeve, linear((way * (s - 28), 306), (way * (s + 38), 292), ends))
        _paint_sleeve_folds(canvas, sleeve, s, way, jacket)
        if way > 0:
            lit = ((s * 0.70, 190), (s * 0.905, 205.5), (s + 4, 233), (s + 23, 288), (s + 34, 360), (s + 40.5, 470))
            _strip(canvas, lit, (0.5, 2.6, 3.6, 3.6, 3.0, 2.4), flat(rim, 0.5, 0.6))
    if character.outfit == "shirt":
        _paint_pocket(canvas, s, jacket, linen)
    for way in (-1, 1):
        _paint_lapel(canvas, way, jacket)


def _paint_pocket(canvas: skia.Canvas, s: float, jacket: Material, linen: Material) -> None:
    """A breast pocket's welt with a folded square in it."""
    left, right = s * 0.58, s * 0.775
    square = ((left + 5, 330, 0), (left + 4.5, 316.5, 0.1), (right - 4.5, 310.5, 0.1), (right - 4, 326, 0))
    _draw(canvas, square, linear((left, 300), (right, 330), [(0, linen.light, 1), (1, linen.shade, 1)]))
    welt = smooth_path(((left, 325, 0.1), (right, 319, 0.1), (right + 0.5, 330, 0.1), (left + 0.5, 336, 0.1)))
    _drop(canvas, welt, jacket.deep, 0.7, 1, 3, 2)
    canvas.drawPath(welt, flat(jacket.shade))
    _edge(canvas, welt, shift(jacket.light, 0.02), 0.35, 2.0)


def _paint_front_folds(canvas: skia.Canvas, panel: skia.Path, s: float, way: int, jacket: Material) -> None:
    canvas.save()
    canvas.clipPath(panel, True)
    light = flat(jacket.light, 0.50 if way < 0 else 0.22, 5)
    _strip(canvas, [(way * x, y) for x, y in ((s * 0.46, 192), (s * 0.66, 202), (s * 0.78, 222))], (1, 10, 1), light)
    a = s * 0.845
    folds: tuple[tuple[tuple[Spot, ...], tuple[float, ...], float], ...] = (
        (((a + 6, 312), (a - 18, 334), (a - 54, 344)), (9, 8, 0.4), 0.55),
    )
    if way < 0:
        folds += ((((a + 4, 328), (a - 14, 362), (a - 32, 402)), (8, 7, 0.4), 0.40),)
    for spots, widths, alpha in folds:
        _strip(canvas, [(way * spot[0], spot[1]) for spot in spots], widths, flat(jacket.deep, alpha, 1.4))
    canvas.restore()


def _paint_sleeve_folds(canvas: skia.Canvas, sleeve: skia.Path, s: float, way: int, jacket: Material) -> None:
    canvas.save()
    canvas.clipPath(sleeve, True)
    seam = [(way * x, y) for x, y in ((s * 0.786, 195), (s * 0.833, 222), (s * 0.851, 262), (s * 0.838, 322))]
    _strip(canvas, seam, (0.6, 2.2, 2.6, 3.6), flat(jacket.deep, 0.7))
    for spots, widths, alpha in (
        (((s * 0.83, 322), (s - 12, 346), (s + 14, 352)), (8, 7, 0.4), 0.42),
        (((s * 0.82, 346), (s - 16, 384), (s, 402)), (8, 6, 0.4), 0.34),
    ):
        _strip(canvas, [(way * x, y) for x, y in spots], widths, flat(jacket.deep, alpha, 1.4))
    canvas.restore()


def _paint_lapel(canvas: skia.Canvas, way: int, jacket: Material) -> None:
    def at(*spots: tuple[float, ...]) -> list[Spot]:
        return [(way * spot[0], *spot[1:]) for spot in spots]

    lapel = at(
        (49, 196, 0.2),
        (50, 250),
        (38, 322),
        (16, 410),
        (-8, 508, 0.1),
        (30, 452),
        (66, 372),
        (95, 300, 0.5),
        (100, 276, 0.1),
        (72, 264, 0.1),
        (64, 228),
    )
    collar = at((47, 142, 0.2), (58, 154), (82, 200), (94, 246, 0.1), (74, 264, 0.1), (56, 230), (49, 196, 0.3))
    for spots in (lapel, collar):
        shape = smooth_path(spots)
        _drop(canvas, shape, jacket.deep, 0.8, 3, 7, 4)
        near, far = (jacket.light, jacket.base) if way < 0 else (shift(jacket.base, 0.02), shift(jacket.shade, -0.01))
        canvas.drawPath(shape, linear((way * 46, 160), (way * 60, 450), [(0, near, 1), (1, far, 1)]))
        _edge(canvas, shape, shift(jacket.light, 0.05), 0.6 if way < 0 else 0.32, 3.0)

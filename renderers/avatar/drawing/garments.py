"""Tops that are worn alone: knits, tees, polos, hoodies, cardigans, wraps, shirts, and a machine's chassis."""

from __future__ import annotations

from renderers.avatar.drawing.character import Build
from renderers.avatar.drawing.cloth import HEM, drop, edge, mirrored, paint_body, strip, torso_path
from renderers.avatar.drawing.curves import Spot, both_sides, smooth_path
from renderers.avatar.drawing.jackets import paint_collar, paint_roll
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.avatar.drawing.tones import Material, shift
from renderers.raster import skia


def _crew(b: Build) -> tuple[Spot, ...]:
    n = b.neck
    return (0, 194), (n * 0.74, 187), (n + 9, 167), (n + 3, 149, 0.3)


def _scoop(b: Build) -> tuple[Spot, ...]:
    n = b.neck
    return (0, 214), (n * 0.8, 205), (n + 14, 176), (n + 12, 153, 0.3)


def _closed(b: Build) -> tuple[Spot, ...]:
    n = b.neck
    return (0, 166), (n * 0.78, 164), (n + 8, 157), (n + 6, 148, 0.3)


def _open(b: Build, low: float) -> tuple[Spot, ...]:
    """An open neckline that ends in a point at y = `low`."""
    n = b.neck
    return (0, low, 0.1), (n * 0.52, low - 46), (n + 4, 171), (n + 6, 150, 0.3)


def _neckband(canvas: skia.Canvas, neck: tuple[Spot, ...], cloth: Material, width: float, *, ribs: bool = True) -> None:
    """The band along a neckline, with its ribs and the shade it throws."""
    line = [(-s[0], s[1]) for s in neck[:0:-1]] + [(s[0], s[1]) for s in neck]
    low = [(x * 1.04, y + width * (0.35 + 0.65 * (1 - abs(x) / 60))) for x, y in line]
    band = smooth_path([(*line[0], 0.1), *line[1:-1], (*line[-1], 0.1), (*low[-1], 0.1), *low[-2:0:-1], (*low[0], 0.1)])
    drop(canvas, band, cloth.deep, 0.55, 0.5, 4, 3)
    canvas.drawPath(
        band, linear((-50, 170), (50, 180), [(0, cloth.light, 1), (0.5, cloth.base, 1), (1, cloth.shade, 1)])
    )
    if ribs:
        canvas.save()
        canvas.clipPath(band, True)
        for k in range(-9, 10):
            x = k * 6.2
            strip(canvas, ((x * 0.96, 140), (x, 180), (x * 1.05, 226)), (1.2, 1.4, 1.2), flat(cloth.shade, 0.5))
        canvas.restore()


def paint_sweater(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A fine knit with a round neckline and a ribbed hem."""
    shape = torso_path(b, _crew(b), 5.0)
    paint_body(canvas, shape, b, cloth)
    _hem(canvas, shape, b, cloth)
    _neckband(canvas, _crew(b), cloth, 15)


def _hem(canvas: skia.Canvas, shape: skia.Path, b: Build, cloth: Material, top: float = HEM - 44) -> None:
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawRect(skia.Rect.MakeLTRB(-300, top, 300, HEM + 20), flat(cloth.shade, 0.35))
    strip(canvas, ((-b.hip - 12, top), (0, top + 5), (b.hip + 12, top)), (2.5, 3, 2.5), flat(cloth.deep, 0.55, 0.8))
    for k in range(-26, 27):
        strip(canvas, ((k * 7.0, top), (k * 7.0, HEM + 8)), (1.4, 1.4), flat(cloth.deep, 0.22))
    canvas.restore()


def paint_turtleneck(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A fine knit with a roll neck."""
    shape = torso_path(b, _closed(b), 3.0)
    paint_body(canvas, shape, b, cloth)
    _hem(canvas, shape, b, cloth)
    paint_roll(canvas, cloth, b.neck)


def paint_tee(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A short-sleeved top."""
    shape = torso_path(b, _crew(b), 4.0)
    paint_body(canvas, shape, b, cloth)
    _neckband(canvas, _crew(b), cloth, 9, ribs=False)


def paint_polo(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A polo shirt: a soft collar and a short row of buttons."""
    shape = torso_path(b, _open(b, 248), 4.0)
    paint_body(canvas, shape, b, cloth)
    placket = smooth_path(((-9, 232, 0.2), (10, 236, 0.2), (11, 326, 0.1), (-8, 326, 0.1)))
    canvas.drawPath(placket, flat(cloth.shade, 0.55))
    edge(canvas, placket, cloth.deep, 0.5, 2.0)
    for y in (268.0, 302.0):
        canvas.drawCircle(1.4, y + 1.0, 3.8, flat(cloth.deep, 0.8))
        canvas.drawCircle(1, y, 3.6, flat(shift(cloth.light, 0.06)))
    for way in (-1, 1):
        n = b.neck
        leaf: tuple[Spot, ...] = (
            (n + 3, 140, 0.3), (n + 12, 150), (n + 26, 186), (n + 20, 222, 0.2), (40, 232, 0.5), (6, 248, 0.1),
            (22, 212),
            (n, 170),
        )  # fmt: skip
        shape = smooth_path(mirrored(leaf, way))
        drop(canvas, shape, cloth.deep, 0.8, 2, 6, 4)
        tone = cloth.light if way < 0 else cloth.base
        canvas.drawPath(shape, linear((0, 138), (0, 246), [(0, cloth.shade, 1), (0.4, tone, 1), (1, tone, 1)]))
        edge(canvas, shape, under.base, 0.62, 3.4)


def paint_hoodie(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A hooded sweatshirt: the hood lies round the neck, cords hang, a pocket in front."""
    shape = torso_path(b, _scoop(b), 9.0)
    paint_body(canvas, shape, b, cloth)
    _hem(canvas, shape, b, cloth)
    pocket = smooth_path(
        both_sides(((0, 500), (52, 500, 0.2), (b.waist * 0.78, 580), (b.waist * 0.80, 640, 0.1), (0, 644)))
    )
    drop(canvas, pocket, cloth.deep, 0.6, 1, -3, 4)
    canvas.drawPath(pocket, linear((-60, 500), (60, 640), [(0, cloth.base, 1), (1, cloth.shade, 1)]))
    edge(canvas, pocket, cloth.light, 0.35, 2.4)
    inner = smooth_path(
        both_sides(((0, 228), (30, 214), (52, 178), (58, 148, 0.4), (50, 140), (40, 180), (22, 202), (0, 208)))
    )
    canvas.drawPath(inner, flat(cloth.deep))
    for way in (-1, 1):
        roll: tuple[Spot, ...] = (
            (44, 136, 0.3), (62, 134), (84, 156), (90, 184), (72, 216), (36, 244), (2, 252, 0.4), (2, 230, 0.3),
            (30, 214), (50, 182),
        )  # fmt: skip
        side = smooth_path(mirrored(roll, way))
        drop(canvas, side, cloth.deep, 0.75, 2, 7, 5, inside=True)
        near, far = (cloth.light, cloth.base) if way < 0 else (cloth.base, cloth.shade)
        canvas.drawPath(side, linear((way * 40, 150), (way * 70, 240), [(0, near, 1), (1, far, 1)]))
        edge(canvas, side, shift(cloth.light, 0.03), 0.35, 3)
        x = way * 26
        strip(canvas, ((x, 232), (x + way * 5, 290), (x + way * 3, 344 + way * 6)), (4.2, 4.2, 4.2), flat(under.base))
        strip(canvas, ((x + way * 3, 340 + way * 6), (x + way * 3, 358 + way * 6)), (5.4, 5.0), flat(under.shade))


def paint_cardigan(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """An open cardigan over a shirt that is buttoned up."""
    shape = torso_path(b, _open(b, 262), 6.0)
    shirt = smooth_path(both_sides(((0, 176), (40, 168), (57, 170, 0), (70, 300), (40, 470), (0, 470))))
    canvas.drawPath(
        shirt, linear((-40, 200), (50, 420), [(0, under.light, 1), (0.5, under.base, 1), (1, under.shade, 1)])
    )
    for y in (226.0, 280.0, 334.0):
        canvas.drawCircle(0.4, y + 0.8, 3.6, flat(under.deep, 0.8))
        canvas.drawCircle(0, y, 3.4, flat(under.light))
    front = torso_path(b, ((0, 438, 0.1), (26, 330), (50, 220), (55, 160, 0.3)), 6.0)
    drop(canvas, front, cloth.deep, 0.5, 3, 4, 5, inside=True)
    paint_body(canvas, front, b, cloth)
    _hem(canvas, shape, b, cloth)
    for way in (-1, 1):
        band: tuple[Spot, ...] = (
            (53, 158, 0.3), (62, 161, 0.4), (68, 226), (43, 336), (12, 446), (10, HEM, 0.1), (-8, HEM, 0.1), (-7, 436),
            (25, 330), (50, 220),
        )  # fmt: skip
        strip_path = smooth_path(mirrored(band, way))
        drop(canvas, strip_path, cloth.deep, 0.55, 2, 3, 3, inside=True)
        canvas.drawPath(strip_path, flat(cloth.light if way < 0 else cloth.base))
        edge(canvas, strip_path, cloth.shade, 0.6, 2.2)
    for y in (470.0, 540.0, 610.0):
        canvas.drawCircle(1.6, y + 1.2, 5.6, flat(cloth.deep, 0.9))
        canvas.drawCircle(1, y, 5.2, flat(under.shade))
    paint_collar(canvas, under, b.neck, closed=True)


def paint_wrap(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A wrap blouse that crosses over the chest and is tied at the waist."""
    # Its collar stands a little up the neck, which would look long above an open neckline.
    n = b.neck
    neckline = (0, 262, 0.1), (n * 0.52, 216), (n + 1, 170), (n + 2, 142, 0.8)
    shape = torso_path(b, neckline, 2.0)
    paint_body(canvas, shape, b, cloth)
    canvas.save()
    canvas.clipPath(shape, True)
    over = smooth_path(
        (
            (-n - 8, 132, 0.2),
            (-31, 204),
            (6, 274),
            (60, 386),
            (b.waist + 10, 486, 0.2),
            (b.waist + 40, 300),
            (-60, 600, 0),
            (-300, 500, 0),
            (-300, 140, 0),
        )
    )
    drop(canvas, over, cloth.deep, 0.7, 4, 3, 5)
    line = ((-n - 2, 142), (-n + 2, 170), (-29, 206), (8, 274), (60, 382), (b.waist + 8, 470))
    strip(canvas, line, (7, 8, 9, 9, 9, 8), flat(cloth.light, 0.75))
    strip(canvas, [(x + 5, y + 1) for x, y in line], (2, 2, 2.4, 2.4, 2.4, 2), flat(cloth.deep, 0.7, 0.8))
    strip(canvas, ((-b.waist - 8, 470), (0, 484), (b.waist + 8, 470)), (24, 26, 24), flat(cloth.shade, 0.85))
    strip(canvas, ((-b.waist - 8, 460), (0, 474), (b.waist + 8, 460)), (3, 3, 3), flat(cloth.light, 0.5))
    for x, y in ((-40, 540), (10, 550), (50, 530)):
        strip(canvas, ((x * 0.8, 498), (x, y), (x * 1.2, HEM - 6)), (0.6, 8, 1), flat(cloth.deep, 0.30, 2))
    canvas.restore()
    right = ((b.neck + 5, 158), (b.neck + 3, 174), (27, 216), (8, 258))
    strip(canvas, right, (6, 7, 7, 5), flat(cloth.base))
    strip(canvas, right, (1.6, 2, 2, 1), flat(cloth.light, 0.7))


def paint_button_shirt(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A shirt in the brand's colour, its collar open."""
    shape = torso_path(b, _open(b, 244), 4.0)
    paint_body(canvas, shape, b, cloth)
    canvas.save()
    canvas.clipPath(shape, True)
    strip(canvas, ((11, 240), (12, 400), (12, HEM)), (1.6, 2.2, 2.2), flat(cloth.deep, 0.6))
    strip(canvas, ((-11, 246), (-11, 400), (-11, HEM)), (1.2, 1.6, 1.6), flat(cloth.light, 0.5))
    for y in range(282, 680, 66):
        canvas.drawCircle(0.6, y + 1.0, 4.0, flat(cloth.deep, 0.8))
        canvas.drawCircle(0, y, 3.8, flat(under.base))
    canvas.restore()
    paint_collar(canvas, cloth, b.neck)


def paint_tunic(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A long coat closed up to the neck, with a line of trim: it is worn with a headscarf."""
    shape = torso_path(b, _closed(b), 8.0)
    paint_body(canvas, shape, b, cloth)
    canvas.save()
    canvas.clipPath(shape, True)
    strip(canvas, ((8, 170), (10, 400), (10, HEM)), (2, 2.4, 2.4), flat(cloth.deep, 0.75))
    strip(canvas, ((-4, 170), (-2, 400), (-2, HEM)), (1.2, 1.4, 1.4), flat(cloth.light, 0.6))
    for y in range(300, 640, 62):
        canvas.drawCircle(-13, y + 1.2, 5.4, flat(cloth.deep, 0.9))
        canvas.drawCircle(-13.6, y, 5.0, flat(under.base))
    canvas.restore()


def paint_chassis(canvas: skia.Canvas, b: Build, cloth: Material, under: Material, rim: str) -> None:
    """A machine's body: a shell in the brand's colour, a light on the chest and a joint at the waist."""
    joint = smooth_path(
        both_sides(((0, 470), (b.waist * 0.62, 476), (b.waist * 0.66, 560), (b.waist * 0.62, 640), (0, 648)))
    )
    canvas.drawPath(joint, linear((-60, 0), (70, 0), [(0, under.base, 1), (0.4, under.light, 1), (1, under.deep, 1)]))
    canvas.save()
    canvas.clipPath(joint, True)
    for y in range(500, 640, 20):
        strip(canvas, ((-80, y), (0, y + 5), (80, y)), (3, 3, 3), flat(under.deep, 0.55, 0.6))
    canvas.restore()
    hips = smooth_path(both_sides(((0, 606), (b.hip * 0.7, 604), (b.hip, 630), (b.hip * 0.9, HEM, 0.6), (0, HEM + 12))))
    canvas.drawPath(
        hips, linear((-b.hip, 600), (b.hip, 690), [(0, cloth.light, 1), (0.5, cloth.base, 1), (1, cloth.shade, 1)])
    )
    edge(canvas, hips, cloth.light, 0.5, 3)
    shell = smooth_path(
        both_sides(
            (
                (0, 172),
                (54, 172),
                (b.shoulder * 0.8, 188),
                (b.shoulder * 0.92, 226),
                (b.chest + 6, 330),
                (b.chest - 16, 440),
                (b.waist * 0.7, 496),
                (0, 506),
            )
        )
    )
    drop(canvas, shell, cloth.deep, 0.6, 0, 8, 6, inside=True)
    canvas.drawPath(
        shell, linear((-110, 190), (120, 470), [(0, cloth.light, 1), (0.4, cloth.base, 1), (1, cloth.shade, 1)])
    )
    canvas.save()
    canvas.clipPath(shell, True)
    canvas.drawPaint(linear((70, 300), (150, 320), [(0, cloth.deep, 0), (1, cloth.deep, 0.7)]))
    strip(canvas, ((-112, 212), (-126, 300), (-110, 400)), (3, 14, 3), flat(cloth.light, 0.7, 4))
    strip(canvas, ((-150, 396), (0, 420), (150, 396)), (2, 2.6, 2), flat(cloth.deep, 0.6))
    canvas.restore()
    edge(canvas, shell, shift(cloth.light, 0.05), 0.55, 3.4)
    canvas.drawCircle(0, 306, 40, flat(under.deep))
    canvas.drawCircle(0, 306, 34, flat("#10202c"))
    canvas.drawCircle(0, 306, 52, glow((0, 306), 50, "#5fe3ff", 0.55))
    canvas.drawCircle(0, 306, 17, flat("#bff6ff"))
    collar = smooth_path(both_sides(((0, 152), (40, 150), (54, 164), (54, 184), (0, 190))))
    canvas.drawPath(collar, linear((-54, 0), (54, 0), [(0, under.base, 1), (0.4, under.light, 1), (1, under.deep, 1)]))

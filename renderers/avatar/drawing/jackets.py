"""Blazers and what is worn under them: panels, lapels with thickness, a blouse, a shirt, a roll neck or a tee."""

from __future__ import annotations

from renderers.avatar.drawing.character import Build
from renderers.avatar.drawing.cloth import HEM, draw, drop, edge, mirrored, strip
from renderers.avatar.drawing.curves import Spot, both_sides, mirror, smooth_path
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.tones import Material, shift
from renderers.raster import skia

_UNDER_JACKET: tuple[Spot, ...] = (
    (0, 110, 0), (47, 110, 0), (47, 150, 0), (110, 190, 0), (110, 700, 0), (0, 700, 0),
)  # fmt: skip
"""What a jacket's collar leaves to be seen of a shirt's."""


def paint_blouse(canvas: skia.Canvas, linen: Material, neck: float) -> None:
    """A collarless top with a round neckline."""
    shape = (
        (-52, 160, 0), (-42, 204), (0, 228), (42, 204), (52, 160, 0), (96, 280), (90, 680, 0), (-90, 680, 0),
        (-96, 280),
    )  # fmt: skip
    draw(canvas, shape, linear((-40, 210), (60, 440), [(0, linen.light, 1), (0.5, linen.base, 1), (1, linen.shade, 1)]))
    strip(
        canvas, ((-50, 168), (-41, 207), (0, 230), (41, 207), (50, 168)), (3, 3.6, 3.8, 3.6, 3), flat(linen.shade, 0.9)
    )
    for spots, widths in (
        (((-26, 244), (-16, 300), (-6, 380)), (0.5, 6, 0.5)),
        (((30, 236), (22, 290), (8, 350)), (0.5, 7, 0.5)),
    ):
        strip(canvas, spots, widths, flat(linen.shade, 0.8, 2.5))


def paint_shirt(canvas: skia.Canvas, linen: Material, neck: float, tie: Material | None = None) -> None:
    """A shirt with a collar, open at the neck, or closed by a tie."""
    body = (
        (-72, 166, 0), (-34, 196), (0, 244, 0), (34, 196), (72, 166, 0), (110, 280), (100, 680, 0), (-100, 680, 0),
        (-110, 280),
    ) if tie is None else (
        (-72, 166, 0), (-38, 168), (0, 176, 0), (38, 168), (72, 166, 0), (110, 280), (100, 680, 0), (-100, 680, 0),
        (-110, 280),
    )  # fmt: skip
    draw(canvas, body, linear((-40, 210), (60, 460), [(0, linen.light, 1), (0.5, linen.base, 1), (1, linen.shade, 1)]))
    strip(canvas, ((8, 240), (9, 320), (9, 680)), (1.2, 1.8, 1.8), flat(linen.shade, 0.95))
    strip(canvas, ((-26, 256), (-18, 310), (-12, 400)), (0.5, 7, 0.5), flat(linen.shade, 0.8, 2.5))
    for y in (276.0, 344.0, 412.0):
        canvas.drawCircle(0.4, y + 0.8, 3.6, flat(linen.deep, 0.8))
        canvas.drawCircle(0, y, 3.4, flat(linen.light))
    if tie is not None:
        _paint_tie(canvas, tie)
    # What of the collar stands beside the neck lies inside the jacket's.
    canvas.save()
    canvas.clipPath(smooth_path(both_sides(_UNDER_JACKET)), True)
    paint_collar(canvas, linen, neck, closed=tie is not None)
    canvas.restore()


def _paint_tie(canvas: skia.Canvas, tie: Material) -> None:
    blade = smooth_path(
        ((-10, 204, 0.2), (10, 204, 0.2), (20, 400), (24, 520, 0.2), (0, 556, 0.1), (-24, 520, 0.2), (-20, 400))
    )
    drop(canvas, blade, "#2a2038", 0.30, 3, 3, 4)
    canvas.drawPath(blade, linear((-22, 300), (24, 310), [(0, tie.light, 1), (0.5, tie.base, 1), (1, tie.shade, 1)]))
    knot = smooth_path(((-18, 174, 0.3), (18, 174, 0.3), (12, 204, 0.4), (0, 209), (-12, 204, 0.4)))
    drop(canvas, knot, tie.deep, 0.8, 1, 4, 2)
    canvas.drawPath(knot, linear((-16, 176), (16, 206), [(0, tie.light, 1), (0.6, tie.base, 1), (1, tie.shade, 1)]))


def paint_collar(canvas: skia.Canvas, linen: Material, neck: float, *, closed: bool = False) -> None:
    """A shirt's collar: it stands up beside the neck and opens over the first button."""
    n = neck
    stand = ((n - 5, 136, 0.2), (n + 2, 134, 0.5), (n + 6, 142), (57, 160), (52, 178), (44, 162))
    for spots, tone in ((mirror(stand), linen.shade), (stand, linen.deep)):
        draw(canvas, spots, flat(tone))
    leaf: tuple[Spot, ...]
    if closed:
        leaf = (
            (n, 134, 0.3),
            (n + 6, 136, 0.6),
            (60, 152),
            (63, 178),
            (52, 216, 0.08),
            (30, 202, 0.6),
            (5, 172, 0.1),
            (24, 163),
            (42, 148),
        )
    else:
        leaf = (
            (n, 132, 0.3),
            (n + 6, 134, 0.6),
            (58, 152),
            (71, 256, 0.1),
            (40, 249, 0.7),
            (5, 246, 0.1),
            (22, 210),
            (41, 164),
        )
    for spots, tone, rim in ((mirror(leaf), linen.light, linen.shade), (leaf, linen.base, linen.deep)):
        shape = smooth_path(spots)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-100, 176 if closed else 200, 100, 300))
        drop(canvas, shape, "#2a2038", 0.34, 1.5, 7, 3.5)
        canvas.restore()
        canvas.drawPath(shape, linear((0, 124), (0, 250), [(0, linen.shade, 1), (0.45, tone, 1), (1, tone, 1)]))
        edge(canvas, shape, rim, 0.75, 3.4)


def paint_roll_neck(canvas: skia.Canvas, knit: Material, neck: float) -> None:
    """A fine knit with a high collar that follows the neck."""
    body = ((-56, 172, 0), (0, 176), (56, 172, 0), (110, 280), (100, 680, 0), (-100, 680, 0), (-110, 280))
    draw(canvas, body, linear((-60, 200), (70, 440), [(0, knit.light, 1), (0.5, knit.base, 1), (1, knit.shade, 1)]))
    paint_roll(canvas, knit, neck)


def paint_roll(canvas: skia.Canvas, knit: Material, neck: float) -> None:
    """The collar of a roll neck that is half as wide as `neck`."""
    n = neck
    collar = smooth_path(
        both_sides(
            (
                (0, 146),
                (n * 0.6, 143),
                (n + 2, 137, 0.6),
                (n + 6, 148),
                (n + 11, 168),
                (n + 2, 179),
                (n * 0.6, 186),
                (0, 188),
            )
        )
    )
    drop(canvas, collar, knit.deep, 0.8, 1, 5, 4, inside=True)
    canvas.drawPath(
        collar,
        linear(
            (-50, 160), (54, 166), [(0, knit.base, 1), (0.3, knit.light, 1), (0.6, knit.base, 1), (1, knit.shade, 1)]
        ),
    )
    canvas.save()
    canvas.clipPath(collar, True)
    canvas.drawPaint(linear((0, 128), (0, 152), [(0, knit.deep, 0.75), (1, knit.deep, 0)]))
    for x in range(-52, 56, 8):
        strip(canvas, ((x * 0.9, 132), (x * 1.0, 160), (x * 1.04, 192)), (1.6, 1.8, 1.6), flat(knit.shade, 0.55))
    canvas.restore()


def _panel(b: Build) -> tuple[Spot, ...]:
    """The right front of a jacket."""
    s, c = b.shoulder, b.chest
    return (
        (46, 142, 0.2), (56, 155), (s * 0.55, 176.5), (s * 0.77, 190.5), (s * 0.87, 206), (c + 11, 252), (c + 8, 302),
        (c + 2, 350), (b.waist + 8, 488), (b.hip + 10, 612), (b.hip + 15, HEM, 0.3), (b.hip - 26, HEM + 7),
        (28, HEM, 0.9), (2, 640), (-9, 540), (-6, 500, 0.3), (10, 420), (34, 320), (46, 240),
    )  # fmt: skip


def paint_blazer(canvas: skia.Canvas, b: Build, jacket: Material, linen: Material, rim: str, *, pocket: bool) -> None:
    """The fronts, the lapels and, with `pocket`, a folded square; the sleeves are the arms'."""
    s, c = b.shoulder, b.chest
    for way in (-1, 1):
        lit = (jacket.light, jacket.base, jacket.shade) if way < 0 else (jacket.base, jacket.shade, jacket.deep)
        first, second, last = lit
        panel = smooth_path(mirrored(_panel(b), way))
        if way > 0:
            drop(canvas, panel, jacket.deep, 0.8, -4, 4, 5, inside=True)
        canvas.drawPath(
            panel,
            linear((way * 20 - 30, 180), (way * s * 0.75 + 20, 480), [(0, first, 1), (0.6, second, 1), (1, last, 1)]),
        )
        _paint_panel_folds(canvas, panel, b, way, jacket)
        canvas.save()
        canvas.clipPath(panel, True)
        canvas.drawPaint(
            linear((way * (c - 26), 300), (way * (c + 10), 304), [(0, jacket.deep, 0), (1, jacket.deep, 0.75)])
        )
        canvas.restore()
        edge(canvas, panel, shift(jacket.light, 0.02), 0.30, 2.2)
    canvas.drawCircle(6, 528.5, 6.2, flat(jacket.deep, 0.9))
    canvas.drawCircle(5, 527, 5.6, flat(jacket.shade))
    canvas.drawCircle(3.6, 525.4, 2.4, flat(jacket.light, 0.8))
    for way in (-1, 1):
        flap = smooth_path(
            mirrored(
                ((b.waist - 50, 566, 0.1), (b.waist + 6, 556, 0.1), (b.waist + 8, 580, 0.2), (b.waist - 48, 590, 0.2)),
                way,
            )
        )
        drop(canvas, flap, jacket.deep, 0.6, 1, 3, 2)
        canvas.drawPath(flap, flat(jacket.base if way < 0 else jacket.shade))
        edge(canvas, flap, jacket.light, 0.3, 2.0)
    if pocket:
        _paint_pocket(canvas, s, jacket, linen)
    for way in (-1, 1):
        _paint_lapel(canvas, way, jacket)


def _paint_pocket(canvas: skia.Canvas, s: float, jacket: Material, linen: Material) -> None:
    """A breast pocket's welt with a folded square in it."""
    left, right = s * 0.54, s * 0.735
    square = ((left + 5, 330, 0), (left + 4.5, 316.5, 0.1), (right - 4.5, 310.5, 0.1), (right - 4, 326, 0))
    draw(canvas, square, linear((left, 300), (right, 330), [(0, linen.light, 1), (1, linen.shade, 1)]))
    welt = smooth_path(((left, 325, 0.1), (right, 319, 0.1), (right + 0.5, 330, 0.1), (left + 0.5, 336, 0.1)))
    drop(canvas, welt, jacket.deep, 0.7, 1, 3, 2)
    canvas.drawPath(welt, flat(jacket.shade))
    edge(canvas, welt, shift(jacket.light, 0.02), 0.35, 2.0)


def _paint_panel_folds(canvas: skia.Canvas, panel: skia.Path, b: Build, way: int, jacket: Material) -> None:
    s, c = b.shoulder, b.chest
    canvas.save()
    canvas.clipPath(panel, True)
    light = flat(jacket.light, 0.50 if way < 0 else 0.22, 5)
    strip(canvas, [(way * x, y) for x, y in ((s * 0.46, 192), (s * 0.66, 202), (s * 0.78, 222))], (1, 10, 1), light)
    folds: list[tuple[tuple[Spot, ...], tuple[float, ...], float]] = [
        (((c + 8, 306), (c - 16, 332), (c - 54, 344)), (10, 8, 0.4), 0.55),
        (((b.waist + 10, 500), (b.waist - 20, 520), (b.waist - 58, 522)), (9, 7, 0.4), 0.42),
    ]
    if way < 0:
        folds.append((((c + 6, 324), (c - 12, 360), (c - 30, 402)), (8, 7, 0.4), 0.40))
    for spots, widths, alpha in folds:
        strip(canvas, [(way * spot[0], spot[1]) for spot in spots], widths, flat(jacket.deep, alpha, 1.4))
    canvas.restore()


def _paint_lapel(canvas: skia.Canvas, way: int, jacket: Material) -> None:
    lapel: tuple[Spot, ...] = (
        (49, 196, 0.2), (50, 250), (38, 322), (16, 410), (-8, 508, 0.1), (30, 452), (66, 372), (95, 300, 0.5),
        (100, 276, 0.1), (72, 264, 0.1), (64, 228),
    )  # fmt: skip
    collar: tuple[Spot, ...] = (
        (47, 142, 0.2), (58, 154), (82, 200), (94, 246, 0.1), (74, 264, 0.1), (56, 230), (49, 196, 0.3),
    )  # fmt: skip
    for spots in (lapel, collar):
        shape = smooth_path([(way * spot[0], *spot[1:]) for spot in spots])
        drop(canvas, shape, jacket.deep, 0.8, 3, 7, 4, inside=True)
        near, far = (jacket.light, jacket.base) if way < 0 else (shift(jacket.base, 0.02), shift(jacket.shade, -0.01))
        canvas.drawPath(shape, linear((way * 46, 160), (way * 60, 450), [(0, near, 1), (1, far, 1)]))
        edge(canvas, shape, shift(jacket.light, 0.05), 0.6 if way < 0 else 0.32, 3.0)

"""Skin painted flat, once: the light and shade of a face, and its nose in planes."""

from __future__ import annotations

from collections.abc import Sequence

from renderers.avatar.drawing import stylised
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Spot, ribbon_spots, smooth_path
from renderers.avatar.drawing.paints import flat, glow, linear, radial
from renderers.raster import skia


def paint_skin(canvas: skia.Canvas, character: Character) -> None:
    """The whole of a face's skin and beyond its edges, in head space seen from the front."""
    if character.species != "human":
        stylised.paint_skin(canvas, character)
        return
    skin = character.skin
    canvas.drawPaint(linear((-60, -95), (60, 105), [(0, skin.light, 1), (0.45, skin.base, 1), (1, skin.base, 1)]))
    canvas.drawPaint(linear((30, 6), (82, 20), [(0, skin.shade, 0), (0.5, skin.shade, 0.20), (1, skin.shade, 0.85)]))
    canvas.drawPaint(linear((-64, 8), (-86, 12), [(0, skin.shade, 0), (1, skin.shade, 0.40)]))
    canvas.drawPaint(linear((0, 88), (6, 132), [(0, skin.shade, 0), (1, skin.shade, 0.50)]))
    for x, y, radius, tone, alpha, squash, turn in (
        (-27, -62, 50, skin.light, 0.60, 0.72, 0),
        (-36, -10, 30, skin.shade, 0.46, 0.60, 8),
        (36, -10, 30, skin.shade, 0.50, 0.60, -8),
        (-48, 37, 33, skin.blush, 0.32, 0.80, 0),
        (48, 37, 33, skin.blush, 0.36, 0.80, 0),
        (-46, 23, 24, skin.light, 0.70, 0.55, -14),
        (44, 22, 20, skin.light, 0.34, 0.55, 14),
        (-64, 62, 30, skin.shade, 0.22, 1.3, 24),
        (0, 96, 20, skin.light, 0.42, 0.62, 0),
    ):
        canvas.drawCircle(x, y, radius * 1.4, glow((x, y), radius, tone, alpha, squash, turn))
    for way in (-1, 1):
        under = ribbon_spots([(way * x, y) for x, y in ((20, 16), (36, 20.5), (54, 15))], (0.5, 3.0, 0.5))
        canvas.drawPath(smooth_path(under), flat(skin.shade, 0.26, 1.6))
    _paint_years(canvas, character)
    if character.freckles:
        _paint_freckles(canvas, character)


def _paint_years(canvas: skia.Canvas, character: Character) -> None:
    """The lines that years draw: brow, corners of the eyes, under the eyes and beside the mouth."""
    years = character.age
    if years <= 0:
        return
    skin = character.skin

    def crease(spots: Sequence[Spot], wide: float, alpha: float) -> None:
        canvas.drawPath(
            smooth_path(ribbon_spots(spots, (0.3, wide, 0.3))), flat(skin.deep, round(alpha * years, 3), 0.9)
        )

    for y, half in ((-66, 40), (-56, 46), (-47, 38)):
        crease(((-half, y + 2), (0, y - 1.5), (half * 0.9, y + 1)), 1.6, 0.24)
    for way in (-1, 1):
        crease(((way * 64, -4), (way * 70, -6), (way * 75, -10)), 1.5, 0.5)
        crease(((way * 64, 2), (way * 71, 3), (way * 76, 4)), 1.5, 0.5)
        crease(((way * 63, 8), (way * 69, 11), (way * 73, 15)), 1.4, 0.42)
        crease(((way * 20, 17), (way * 36, 23), (way * 54, 18)), 2.2, 0.55)
        crease(((way * 22, 25), (way * 35, 30), (way * 47, 27)), 1.6, 0.34)
        crease(((way * 20, 42), (way * 33, 53), (way * 39, 70)), 2.8, 0.62)
        crease(((way * 36, 82), (way * 41, 91), (way * 40, 101)), 2.2, 0.22)
        canvas.drawCircle(way * 56, 70, 22, glow((way * 56, 70), 20, skin.shade, 0.30 * years, 1.3, -way * 16))


def _paint_freckles(canvas: skia.Canvas, character: Character) -> None:
    for k in range(1, 74):
        x = -66 + 132 * ((0.5 + 0.7548776662 * k) % 1)
        y = 4 + 44 * ((0.5 + 0.5698402910 * k) % 1)
        away = abs(x) / 66
        if abs(x) < 9 and y > 30 or y < 12 + 6 * (20 < abs(x) < 58) * (1 - away):
            continue
        size = 0.9 + 0.9 * ((k * 0.618) % 1)
        canvas.drawCircle(
            x, y, size, flat(character.skin.deep, round(0.34 * character.freckles * (1.15 - away), 2), 0.5)
        )


def paint_nose(canvas: skia.Canvas, character: Character) -> None:
    """A nose by planes of shade, a hint of nostrils and a light on ridge and tip, in head space seen from the front."""
    if character.species == "fox":
        stylised.paint_fox_nose(canvas)
    if character.species != "human":
        return
    skin, cut = character.skin, character.nose
    w, base, bridge, strength = cut.half, cut.base, cut.bridge, cut.planes

    def draw(spots: Sequence[Spot], tone: str, alpha: float, blur: float) -> None:
        canvas.drawPath(smooth_path(spots), flat(tone, alpha, blur))

    draw(
        (
            (12, -24),
            (bridge + 1, -8),
            (bridge, 10),
            (8, 24),
            (11, 32),
            (w + 1, 36),
            (w - 1, base - 2),
            (6, base),
            (4.5, 34),
            (bridge * 0.3, 16),
            (bridge * 0.25, -2),
            (5, -20),
        ),
        skin.shade,
        0.62 * strength,
        2.4,
    )
    draw(ribbon_spots(((-11, -21), (-8, -9), (-7, 3)), (0.5, 4.5, 0.5)), skin.shade, 0.34 * strength, 2.2)
    draw(
        (
            (-w + 2, base - 4),
            (-w * 0.5, base + 0.8),
            (-3, base + 3.6),
            (3, base + 3.6),
            (w * 0.5, base + 0.8),
            (w - 2, base - 4),
            (w * 0.55, base - 4.6),
            (4, base - 1.4),
            (-4, base - 1.4),
            (-w * 0.55, base - 4.6),
        ),
        skin.shade,
        0.95,
        0.9,
    )
    for way in (-1, 1):
        draw(
            ribbon_spots(((way * 3.6, base + 0.8), (way * 7.2, base - 1.8), (way * 10.8, base - 1.2)), (0.6, 3.2, 0.8)),
            skin.deep,
            0.85,
            0.35,
        )
        draw(
            ribbon_spots(
                ((way * (w - 2.2), base - 14.5), (way * (w + 0.8), base - 8), (way * (w - 0.8), base - 2.2)),
                (0.3, 1.9 if way > 0 else 1.4, 0.5),
            ),
            skin.deep,
            0.46 if way > 0 else 0.30,
            0.5,
        )
    draw(ribbon_spots(((-6, base + 6.5), (5, base + 7.5), (13, base + 4)), (0.5, 4.0, 0.5)), skin.shade, 0.42, 1.8)
    draw(ribbon_spots(((-1.5, -12), (-2.2, 8), (-2.4, 25)), (0.5, 3.8, 1.8)), skin.light, 0.72, 1.8)
    x, y = -2.6, base - 11
    canvas.drawCircle(x, y, 9, radial((x, y), 8, [(0, skin.light, 1.0), (0.4, skin.light, 0.55), (1, skin.light, 0)]))

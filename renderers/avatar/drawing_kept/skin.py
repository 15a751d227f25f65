"""Skin painted flat, once: the light and shade of a face, its beard, and its nose in planes."""

from __future__ import annotations

from collections.abc import Sequence

from renderers.avatar.drawing_kept.character import Character
from renderers.avatar.drawing_kept.curves import Spot, both_sides, ribbon_spots, smooth_path
from renderers.avatar.drawing_kept.paints import flat, glow, linear, radial
from renderers.raster import skia

_BEARD: tuple[Spot, ...] = (
    (0, 57.5),
    (11, 56),
    (25, 61),
    (33.5, 71),
    (40, 75),
    (52, 70),
    (63, 54),
    (70, 30),
    (73, -6),
    (75, -18, 0.3),
    (104, -18),
    (104, 110),
    (66, 150),
    (30, 168),
    (0, 168),
)


def paint_skin(canvas: skia.Canvas, character: Character) -> None:
    """The whole of a face's skin and beyond its edges, in head space seen from the front."""
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
    _paint_beard(canvas, character)


def _paint_beard(canvas: skia.Canvas, character: Character) -> None:
    strength = character.beard
    if strength <= 0:
        return
    hair = character.hair
    whole = smooth_path(both_sides(_BEARD))
    burn = linear((0, -10), (0, 30), [(0, hair.light, 0), (1, hair.light, 0.30 * strength)])
    burn.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 4.0))
    canvas.drawPath(whole, burn)
    # Thin where it meets the cheeks' hair, full along jaw and chin.
    canvas.save()
    canvas.clipPath(whole, True)
    canvas.drawPaint(
        linear(
            (0, -16),
            (0, 80),
            [
                (0, hair.shade, 0.0),
                (0.20, hair.shade, 0.85 * strength),
                (0.6, hair.base, 0.85 * strength),
                (1, hair.base, 0.85 * strength),
            ],
        )
    )
    canvas.drawPaint(linear((20, 90), (84, 70), [(0, hair.shade, 0), (1, hair.shade, 0.7)]))
    canvas.drawCircle(-14, 106, 60, glow((-14, 104), 44, hair.light, 0.55, 0.5))
    for way in (-1, 1):
        canvas.drawCircle(way * 4, 88, 26, glow((way * 4, 88.5), 15, hair.deep, 0.12, 0.4))
    canvas.restore()


def paint_nose(canvas: skia.Canvas, character: Character) -> None:
    """A nose by planes of shade, a hint of nostrils and a light on ridge and tip, in head space seen from the front."""
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

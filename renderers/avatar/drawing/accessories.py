"""Glasses and jewellery: small things that a face is known by."""

from __future__ import annotations

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.cloth import strip
from renderers.avatar.drawing.curves import Spot, mirror, smooth_path
from renderers.avatar.drawing.paints import flat, line, linear
from renderers.avatar.drawing.pose import Pose
from renderers.raster import skia

GLASSES_BOUNDS = (-112.0, -48.0, 112.0, 50.0)

_FRAMES: dict[str, tuple[tuple[Spot, ...], str, str, float]] = {
    "round": (
        ((38, -27), (57, -21), (65, -2), (58, 20), (38, 28), (18, 20), (10, -2), (18, -21)),
        "#3b2a24", "#8a6a52", 3.6,
    ),
    "square": (
        ((14, -22, 0.5), (40, -25), (65, -22, 0.5), (67, 2), (60, 23, 0.7), (38, 27), (17, 23, 0.7), (10, 2)),
        "#1d1f27", "#6a7182", 4.6,
    ),
    "cat": (
        ((13, -17, 0.7), (38, -22), (69, -28, 0.4), (66, -4), (58, 18), (38, 25), (18, 19), (10, 2)),
        "#6b2338", "#c0667c", 4.6,
    ),
    "thin": (
        ((14, -19, 0.6), (40, -22), (63, -19, 0.6), (64, 2), (57, 20, 0.8), (38, 23), (19, 20, 0.8), (12, 2)),
        "#8c7348", "#e6cf97", 2.4,
    ),
}  # fmt: skip
"""The right lens, the frame's tone, its light, and how thick it is."""
GLASSES = ("none", *_FRAMES)
"""Glasses by name."""
EARRINGS = ("none", "stud", "hoop", "drop")
"""Earrings by name."""


def place_glasses(pose: Pose) -> tuple[float, float, float, float, float, float]:
    """Where the plane of the glasses is seen (`Pose.plane`): on the nose, ahead of the eyes."""
    return pose.plane(60.0, 0.10, 0.0)


def paint_glasses(canvas: skia.Canvas, character: Character) -> None:
    """Glasses in head space seen from the front: lenses with a breath of light, bridge and hinges."""
    spots, tone, light, width = _FRAMES[character.glasses]
    for way in (-1, 1):
        lens = smooth_path(spots if way > 0 else mirror(spots))
        shadow = skia.Path(lens)
        shadow.offset(2.5, 5.0)
        canvas.drawPath(shadow, line(character.skin.deep, 0.26, width, 1.6))
        canvas.drawPath(
            lens,
            linear(
                (way * 38 - 24, -26),
                (way * 38 + 20, 26),
                [(0, "#ffffff", 0.22), (0.5, "#ffffff", 0.03), (1, "#bcd4ff", 0.10)],
            ),
        )
        canvas.save()
        canvas.clipPath(lens, True)
        strip(canvas, ((way * 38 - 20, 30), (way * 38 + 12, -30)), (9, 9), flat("#ffffff", 0.10))
        canvas.restore()
        temple = ((way * 64, -11), (way * 68, -12), (way * 71.5, -11))
        canvas.drawPath(_open(temple), line(tone, 1.0, width * 0.9))
        canvas.drawPath(lens, line(tone, 1.0, width))
        glint = smooth_path([(x * way - 0.4, y - 0.9) for x, y, *_ in spots])
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-90, -34, 90, -4))
        canvas.drawPath(glint, line(light, 0.75, width * 0.28))
        canvas.restore()
    bridge = _open(((-12, -4), (0, -9), (12, -4)))
    canvas.drawPath(bridge, line(tone, 1.0, width))
    canvas.drawPath(bridge, line(light, 0.6, width * 0.25))


def _open(spots: tuple[tuple[float, float], ...]) -> skia.Path:
    drawn = skia.Path()
    drawn.moveTo(*spots[0])
    drawn.quadTo(*spots[1], *spots[2])
    return drawn


def before_hair(character: Character) -> bool:
    """Whether what hangs from the ears is seen before the hair, which covers the ears but stands off the neck."""
    return character.hair_style == "afro" and character.earrings != "none" and not character.ears


def paint_earring(canvas: skia.Canvas, character: Character, way: int) -> None:
    """What hangs from one ear, in head space; the left for `way` -1."""
    x, y = way * (86.0 if character.ears else 79.0), 37.0
    gold, dark, light = "#d9a94e", "#a0702c", "#fbe3a4"
    if character.earrings == "stud":
        canvas.drawCircle(x, y, 4.6, flat(dark))
        canvas.drawCircle(x - 0.6, y - 0.6, 3.9, flat(gold))
        canvas.drawCircle(x - 1.6, y - 1.6, 1.5, flat(light))
    elif character.earrings == "hoop":
        ring = skia.Path()
        ring.addOval(skia.Rect.MakeLTRB(x - 13, y - 1, x + 13, y + 31))
        canvas.drawPath(ring, line(dark, 1.0, 4.2))
        canvas.drawPath(ring, line(gold, 1.0, 2.8))
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(x - 20, y - 4, x, y + 34))
        canvas.drawPath(ring, line(light, 0.9, 1.1))
        canvas.restore()
    elif character.earrings == "drop":
        canvas.drawCircle(x, y, 2.8, flat(gold))
        strip(canvas, ((x, y + 2), (x, y + 14)), (1.4, 1.4), flat(dark))
        drop = smooth_path(((x, y + 11, 0.2), (x + 6, y + 23), (x, y + 31), (x - 6, y + 23)))
        canvas.drawPath(drop, linear((x - 6, y + 12), (x + 6, y + 32), [(0, light, 1), (0.5, gold, 1), (1, dark, 1)]))

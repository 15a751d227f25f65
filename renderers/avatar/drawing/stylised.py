"""The two who are not people: a fox's fur, ears and muzzle, and a robot's shell and screen. They move as people do."""

from __future__ import annotations

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.cloth import draw, edge, mirrored, strip
from renderers.avatar.drawing.curves import both_sides, smooth_path
from renderers.avatar.drawing.paints import flat, glow, linear, radial
from renderers.raster import skia

CREAM, CREAM_SHADE = "#fdf3e6", "#e6cdb8"
SCREEN = "#14222e"


def paint_behind(canvas: skia.Canvas, character: Character) -> None:
    """What is behind the head, in head space seen from the front."""
    if character.species == "fox":
        _paint_fox_ears(canvas, character)
    else:
        _paint_robot_sides(canvas, character)


def paint_before(canvas: skia.Canvas, character: Character, rim: str) -> None:
    """What lies over the face: a tuft of fur, or the light on a screen's glass."""
    if character.species == "fox":
        _paint_tuft(canvas, character)
        return
    glass = smooth_path(((-70, -62), (-24, -74), (-40, -20), (-74, 10), (-84, -20)))
    canvas.drawPath(glass, linear((-70, -70), (-50, 10), [(0, "#ffffff", 0.16), (1, "#ffffff", 0.02)]))
    strip(canvas, ((70, -98), (96, -84), (101, -40), (102, 40)), (0.6, 3.0, 3.4, 0.6), flat(rim, 0.55, 0.7))


def paint_skin(canvas: skia.Canvas, character: Character) -> None:
    """The whole of the face and beyond its edges."""
    if character.species == "fox":
        _paint_fur(canvas, character)
    else:
        _paint_shell(canvas, character)


def _paint_fox_ears(canvas: skia.Canvas, character: Character) -> None:
    skin, dark = character.skin, character.hair
    for way in (-1, 1):
        ear = smooth_path(
            mirrored(
                (
                    (22, -92, 0.3),
                    (42, -146),
                    (70, -184),
                    (86, -196, 0.2),
                    (98, -176),
                    (107, -122),
                    (100, -56),
                    (60, -50),
                ),
                way,
            )
        )
        first, last = (skin.light, skin.base) if way < 0 else (skin.base, skin.shade)
        canvas.drawPath(ear, linear((way * 30, -170), (way * 104, -70), [(0, first, 1), (1, last, 1)]))
        canvas.save()
        canvas.clipPath(ear, True)
        tip = ((30, -146), (60, -156), (110, -138, 0.3), (110, -210, 0), (40, -210, 0))
        draw(canvas, mirrored(tip, way), flat(dark.base, 1.0, 1.2))
        canvas.restore()
        inner = smooth_path(
            mirrored(((46, -92, 0.3), (58, -136), (82, -174, 0.2), (93, -122), (90, -72), (66, -62)), way)
        )
        canvas.drawPath(
            inner, linear((0, -170), (0, -66), [(0, dark.shade, 1), (0.45, "#7a4a3c", 1), (1, CREAM_SHADE, 1)])
        )
        canvas.save()
        canvas.clipPath(inner, True)
        for k in range(4):
            lock = ((way * (56 + 9 * k), -58), (way * (60 + 8 * k), -92), (way * (70 + 5 * k), -126 + 8 * k))
            strip(canvas, lock, (9, 6, 0.6), flat(CREAM, 0.9))
        canvas.restore()
    for way in (-1, 1):
        ruff = smooth_path(
            mirrored(
                (
                    (70, 0),
                    (104, 22),
                    (124, 50, 0.15),
                    (104, 58),
                    (116, 84, 0.15),
                    (92, 84),
                    (96, 106, 0.15),
                    (60, 102),
                    (40, 60),
                ),
                way,
            )
        )
        canvas.drawPath(ruff, linear((way * 60, 0), (way * 118, 60), [(0, CREAM, 1), (1, CREAM_SHADE, 1)]))


def paint_ruff(canvas: skia.Canvas) -> None:
    """The fur of throat and chest, as broad as the cheeks."""
    ruff = smooth_path(
        both_sides(
            ((0, 70), (66, 78), (78, 100), (92, 124, 0.15), (74, 130), (80, 152, 0.15), (60, 158), (58, 240), (0, 270))
        )
    )
    canvas.drawPath(ruff, linear((-60, 100), (70, 150), [(0, CREAM, 1), (0.55, CREAM, 1), (1, CREAM_SHADE, 1)]))
    for x in (-40, -14, 14, 38):
        strip(canvas, ((x, 150), (x * 0.9, 176), (x * 0.7, 204)), (0.6, 6, 0.6), flat(CREAM_SHADE, 0.8, 1.0))


def _paint_fur(canvas: skia.Canvas, character: Character) -> None:
    skin = character.skin
    canvas.drawPaint(linear((-60, -95), (70, 105), [(0, skin.light, 1), (0.4, skin.base, 1), (1, skin.base, 1)]))
    canvas.drawPaint(linear((36, 6), (98, 20), [(0, skin.shade, 0), (1, skin.shade, 0.85)]))
    mask = smooth_path(
        both_sides(((0, -8), (10, 4), (22, 26), (46, 34), (74, 16), (104, 12), (130, 40), (120, 130), (0, 150)))
    )
    canvas.drawPath(mask, flat(CREAM, 1.0, 1.6))
    canvas.save()
    canvas.clipPath(mask, True)
    canvas.drawPaint(linear((20, 40), (110, 60), [(0, CREAM_SHADE, 0), (1, CREAM_SHADE, 1)]))
    canvas.drawPaint(linear((0, 84), (4, 122), [(0, CREAM_SHADE, 0), (1, CREAM_SHADE, 0.95)]))
    canvas.restore()
    blaze = smooth_path(both_sides(((0, -84), (9, -58), (12, -30), (8, -6), (0, 2))))
    canvas.drawPath(blaze, flat(skin.light, 0.75, 2.4))
    for way in (-1, 1):
        canvas.drawCircle(way * 60, 42, 30, glow((way * 60, 42), 26, "#e58e7a", 0.28, 0.7))
        canvas.drawCircle(way * 42, 0, 40, glow((way * 42, 2), 34, skin.shade, 0.45, 0.9))
    muzzle = smooth_path(both_sides(((0, 26), (26, 34), (40, 52), (34, 76), (0, 84))))
    canvas.drawPath(muzzle, radial((-8, 46), 52, [(0, "#ffffff", 0.9), (0.7, CREAM, 0.5), (1, CREAM, 0)], 0.8))


def _paint_tuft(canvas: skia.Canvas, character: Character) -> None:
    skin = character.skin
    tuft = smooth_path(
        (
            (-30, -104),
            (-34, -126, 0.15),
            (-14, -118),
            (-8, -146, 0.15),
            (10, -120),
            (30, -136, 0.15),
            (32, -104),
            (18, -84, 0.3),
            (8, -94),
            (-4, -72, 0.15),
            (-12, -92),
            (-24, -82, 0.3),
        )
    )
    canvas.drawPath(tuft, linear((0, -140), (6, -76), [(0, skin.light, 1), (0.6, skin.base, 1), (1, skin.base, 1)]))
    for spots in (
        ((-8, -136), (-4, -112), (-4, -80)),
        ((24, -126), (18, -108), (12, -94)),
        ((-28, -116), (-22, -104), (-20, -90)),
    ):
        strip(canvas, spots, (0.6, 4, 0.6), flat(skin.shade, 0.5))


def paint_fox_nose(canvas: skia.Canvas) -> None:
    """A fox's nose, the line below it and the roots of its whiskers."""
    nose = smooth_path(((-17, 27), (-9, 21), (9, 21), (17, 27), (12, 38), (0, 44, 0.6), (-12, 38)))
    canvas.drawPath(nose, linear((-8, 20), (8, 44), [(0, "#4a3a3d", 1), (0.5, "#2b2024", 1), (1, "#191115", 1)]))
    canvas.drawOval(skia.Rect.MakeLTRB(-11, 23.5, 1, 29), flat("#ffffff", 0.50, 0.8))
    strip(canvas, ((0, 43), (0, 50), (0, 57)), (2.4, 2.2, 1.2), flat("#7d5a50", 0.9))
    for way in (-1, 1):
        for x, y in ((21, 49), (27, 55), (20, 58)):
            canvas.drawCircle(way * x, y, 1.3, flat("#8a6a5c", 0.75))


def _paint_shell(canvas: skia.Canvas, character: Character) -> None:
    skin = character.skin
    shell, dark = character.hair, character.hair.deep
    canvas.drawPaint(linear((-90, -100), (90, 110), [(0, shell.light, 1), (0.4, shell.base, 1), (1, shell.shade, 1)]))
    canvas.drawPaint(linear((70, 0), (104, 10), [(0, dark, 0), (1, dark, 0.7)]))
    frame = smooth_path(_screen(7.0))
    canvas.drawPath(frame, linear((0, -84), (0, 90), [(0, shell.shade, 1), (1, shell.light, 1)]))
    screen = smooth_path(_screen(0.0))
    canvas.drawPath(screen, linear((0, -74), (0, 84), [(0, skin.base, 1), (1, skin.light, 1)]))
    canvas.save()
    canvas.clipPath(screen, True)
    for way in (-1, 1):
        canvas.drawCircle(way * 40, -8, 48, glow((way * 40, -8), 46, "#3fd0ef", 0.20))
        canvas.drawCircle(way * 62, 40, 16, glow((way * 62, 40), 15, "#ff8fb0", 0.40, 0.7))
    for y in range(-74, 86, 5):
        canvas.drawRect(skia.Rect.MakeLTRB(-100, y, 100, y + 1.2), flat("#ffffff", 0.018))
    canvas.restore()
    edge(canvas, screen, "#5fe3ff", 0.25, 2.4)


def _screen(grow: float) -> tuple[tuple[float, ...], ...]:
    g = grow
    right = (
        (0, -76 - g),
        (54, -75 - g),
        (82 + g, -62 - g, 0.8),
        (87 + g, -20),
        (87 + g, 34),
        (80 + g, 74 + g, 0.8),
        (50, 86 + g),
        (0, 87 + g),
    )
    return tuple(both_sides(right))  # type: ignore[arg-type]


def _paint_robot_sides(canvas: skia.Canvas, character: Character) -> None:
    shell = character.hair
    strip(canvas, ((0, -98), (0, -150)), (7, 5), linear((-4, 0), (4, 0), [(0, "#8796a8", 1), (1, "#4b5a6b", 1)]))
    canvas.drawCircle(0, -158, 26, glow((0, -158), 24, "#5fe3ff", 0.55))
    canvas.drawCircle(0, -158, 11, radial((-3, -161), 13, [(0, "#e8fdff", 1), (0.6, "#7be6fb", 1), (1, "#2a9fc0", 1)]))
    base = smooth_path(((-22, -98), (-14, -112, 0.6), (14, -112, 0.6), (22, -98)))
    canvas.drawPath(base, linear((-20, 0), (20, 0), [(0, shell.light, 1), (1, shell.deep, 1)]))
    for way in (-1, 1):
        disc = smooth_path(
            mirrored(((94, -34, 0.5), (112, -30, 0.7), (120, -10), (120, 16), (112, 36, 0.7), (94, 40, 0.5)), way)
        )
        first, last = (shell.light, shell.base) if way < 0 else (shell.base, shell.deep)
        canvas.drawPath(disc, linear((0, -34), (0, 40), [(0, first, 1), (1, last, 1)]))
        canvas.drawRRect(
            skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(way * 113 - 3, -14, way * 113 + 3, 20), 3, 3), flat("#5fe3ff", 0.9)
        )

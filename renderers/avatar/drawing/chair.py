"""A wheelchair, seen from the front: what of it is behind its user, and what is before the legs."""

from __future__ import annotations

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.cloth import edge, mirrored, strip
from renderers.avatar.drawing.curves import both_sides, smooth_path
from renderers.avatar.drawing.legs import SEATED_GROUND
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.tones import Material
from renderers.raster import skia


def paint_chair_back(canvas: skia.Canvas, character: Character, tint: Material) -> None:
    """What of a wheelchair is behind its user: backrest, handles and the large wheels, a little turned to be seen."""
    h, c = character.build.hip, character.build.chest
    frame = Material("#3a3f4a", "#282c36", "#191c24", "#8b93a3")
    for way in (-1, 1):
        post = ((way * (c + 20), 400), (way * (c + 22), 520), (way * (h + 34), 700))
        strip(canvas, post, (11, 12, 12), flat(frame.base))
        strip(canvas, [(x - 3, y) for x, y in post], (2.4, 3, 3), flat(frame.light, 0.8))
        grip = smooth_path(
            mirrored(((c + 8, 388, 0.5), (c + 36, 384, 0.5), (c + 44, 398), (c + 36, 414, 0.5), (c + 8, 412, 0.5)), way)
        )
        canvas.drawPath(
            grip, linear((0, 384), (0, 414), [(0, frame.base, 1), (0.3, frame.light, 1), (1, frame.deep, 1)])
        )
        _paint_wheel(canvas, way * (h + 62), 800, 34, 268, way, frame, tint)
    canvas.drawRect(skia.Rect.MakeLTRB(-h - 10, 640, h + 10, 800), flat(tint.deep))
    back = smooth_path(both_sides(((0, 424), (c + 8, 420, 0.5), (c + 20, 450), (h + 22, 640, 0.4), (0, 652))))
    # Darker than any cloth, so that the back reads before it; the brand's colour is in its piping.
    canvas.drawPath(back, linear((-c, 420), (c, 640), [(0, frame.base, 1), (1, frame.shade, 1)]))
    edge(canvas, back, tint.base, 0.9, 6)


def _paint_wheel(
    canvas: skia.Canvas, x: float, y: float, wide: float, high: float, way: int, frame: Material, tint: Material
) -> None:
    tyre = skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high)
    canvas.drawOval(
        tyre, linear((x - wide, 0), (x + wide, 0), [(0, "#22242c", 1), (0.4, "#3d414d", 1), (1, "#15161c", 1)])
    )
    inner = skia.Rect.MakeLTRB(x - wide + 11, y - high + 17, x + wide - 11, y + high - 17)
    canvas.drawOval(
        inner, linear((0, y - high), (0, y + high), [(0, "#c9d0dc", 1), (0.5, "#9aa3b3", 1), (1, "#6d7585", 1)])
    )
    hole = skia.Rect.MakeLTRB(x - wide + 16, y - high + 26, x + wide - 16, y + high - 26)
    canvas.drawOval(hole, flat("#2b2f3a"))
    canvas.save()
    path = skia.Path()
    path.addOval(hole)
    canvas.clipPath(path, True)
    for k in range(-5, 6):
        strip(canvas, ((x, y), (x + k * 2.4, y - high), (x + k * 2.4, y - high)), (2, 1.6, 1.6), flat("#c9d0dc", 0.8))
        strip(canvas, ((x, y), (x + k * 2.4, y + high), (x + k * 2.4, y + high)), (2, 1.6, 1.6), flat("#aeb6c4", 0.7))
    canvas.restore()
    canvas.drawOval(skia.Rect.MakeLTRB(x - 11, y - 26, x + 11, y + 26), flat(tint.base))
    rim_x = x + way * 15
    ring = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=6.5, Color=0xFFB9C1CF)
    canvas.drawOval(skia.Rect.MakeLTRB(rim_x - wide + 8, y - high + 34, rim_x + wide - 8, y + high - 34), ring)


def paint_chair_front(canvas: skia.Canvas, character: Character, tint: Material) -> None:
    """What of a wheelchair is in front of the legs: side guards, footrest and castors."""
    h = character.build.hip
    frame = Material("#3a3f4a", "#282c36", "#191c24", "#8b93a3")
    for way in (-1, 1):
        guard = smooth_path(
            mirrored(
                (
                    (h + 12, 590, 0.4),
                    (h + 34, 584, 0.4),
                    (h + 38, 700),
                    (h + 34, 800, 0.3),
                    (h + 16, 800, 0.3),
                    (h + 20, 700),
                ),
                way,
            )
        )
        canvas.drawPath(guard, linear((way * h, 0), (way * (h + 40), 0), [(0, tint.base, 1), (1, tint.deep, 1)]))
        edge(canvas, guard, tint.light, 0.5, 3)
        rail = ((way * (h + 16), 800), (way * (h * 0.5 + 58), 980), (way * (h * 0.5 + 44), SEATED_GROUND - 18))
        strip(canvas, rail, (10, 10, 9), flat(frame.base))
        strip(canvas, [(x - 2.6, y) for x, y in rail], (2.2, 2.6, 2.2), flat(frame.light, 0.8))
        x = way * (h + 6)
        canvas.drawOval(skia.Rect.MakeLTRB(x - 14, 1010, x + 14, 1090), flat("#1e2028"))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 7, 1030, x + 7, 1070), flat("#9aa3b3"))
        strip(canvas, ((x, 960), (x, 1050)), (8, 8), flat(frame.base))
    plate = smooth_path(
        both_sides(
            (
                (0, SEATED_GROUND - 24),
                (h * 0.5 + 52, SEATED_GROUND - 24, 0.3),
                (h * 0.5 + 54, SEATED_GROUND - 8, 0.3),
                (0, SEATED_GROUND - 4),
            )
        )
    )
    canvas.drawPath(
        plate,
        linear(
            (0, SEATED_GROUND - 26),
            (0, SEATED_GROUND - 4),
            [(0, frame.light, 1), (0.4, frame.base, 1), (1, frame.deep, 1)],
        ),
    )

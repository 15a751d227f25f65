"""What is below the waist: trousers or skirts, shoes, and the chair of who sits in one."""

from __future__ import annotations

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.cloth import draw, drop, edge, mirrored, strip
from renderers.avatar.drawing.curves import Spot, both_sides, smooth_path
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.avatar.drawing.shoes import LEG_LIGHT, SHOE_HEIGHT, paint_flat_shoe, paint_shoe
from renderers.avatar.drawing.tones import Material, cloth, shift
from renderers.raster import skia

_ANKLE = 1352.0
GROUND, SEATED_GROUND = _ANKLE + SHOE_HEIGHT, 1130.0
"""Where the soles stand, in figure units."""


def paint_legs(canvas: skia.Canvas, character: Character, tint: Material) -> None:
    """Legs as they are dressed, standing or seated; `tint` is the brand's cloth, which a skirt of it takes."""
    if character.species == "robot":
        _paint_machine_legs(canvas, character, tint)
        return
    stuff = cloth(character.dress.trousers)
    if character.seated:
        _paint_seated(canvas, character, stuff)
        return
    bare = character.dress.legs == "skirt"
    if not bare:
        for way in (-1, 1):
            paint_shoe(canvas, character, way, _ANKLE, GROUND)
    if character.dress.legs == "trousers":
        for way in (-1, 1):
            _paint_trouser(canvas, character, way, stuff)
        return
    b = character.build
    low = 1030.0 if bare else 1342.0
    wide = b.hip + (34 if low < 1200 else 62)
    for way in (-1, 1):
        leg = smooth_path(
            mirrored(
                (
                    (18, 900),
                    (72, 900),
                    (70, 1070),
                    (73, 1150),
                    (63, 1250),
                    (51, _ANKLE, 0.3),
                    (23, _ANKLE, 0.3),
                    (22, 1250),
                    (17, 1150),
                    (21, 1070),
                ),
                way,
            )
        )
        skin = character.skin
        canvas.drawPath(
            leg,
            linear(
                (way * LEG_LIGHT - 26, 0),
                (way * LEG_LIGHT + 28, 0),
                [(0, skin.base, 1), (0.35, skin.light, 1), (0.6, skin.base, 1), (1, skin.shade, 1)],
            ),
        )
        if bare:
            paint_flat_shoe(canvas, character, way, 37.0, _ANKLE, GROUND)
    shape = smooth_path(
        both_sides(
            (
                (0, 640),
                (b.hip * 0.9, 640, 0.3),
                (b.hip + 10, 720),
                (wide - 8, low - 120),
                (wide, low - 4, 0.3),
                (0, low + 12),
            )
        )
    )
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(-200, low - 20, 200, 1500))
    drop(canvas, shape, character.skin.deep if bare else stuff.deep, 0.5, 0, 14, 8, inside=True)
    canvas.restore()
    canvas.drawPath(
        shape, linear((-wide, 700), (wide, 800), [(0, stuff.light, 1), (0.45, stuff.base, 1), (1, stuff.shade, 1)])
    )
    canvas.save()
    canvas.clipPath(shape, True)
    for x, top, size in ((-74, 760, 13), (-28, 800, 16), (24, 770, 15), (70, 740, 14), (104, 830, 10)):
        strip(
            canvas,
            ((x * 0.7, top), (x, (top + low) / 2), (x * 1.22, low + 10)),
            (0.5, size * 0.6, size),
            flat(stuff.deep, 0.45, 3),
        )
        strip(
            canvas,
            ((x * 0.7 - 16, top + 40), (x - 18, (top + low) / 2), (x * 1.22 - 22, low + 10)),
            (0.5, size * 0.5, size * 0.9),
            flat(stuff.light, 0.4, 3),
        )
    canvas.restore()


def _paint_trouser(canvas: skia.Canvas, character: Character, way: int, stuff: Material) -> None:
    b = character.build
    h = b.hip
    outline: tuple[Spot, ...] = (
        (-4, 650, 0.1), (h * 0.95, 650, 0.2), (h + 1, 720), (h - 6, 860), (h * 0.5 + 42, 1010), (h * 0.5 + 36, 1160),
        (h * 0.5 + 30, _ANKLE + 12, 0.2), (h * 0.5 - 4, _ANKLE + 18), (h * 0.5 - 30, _ANKLE + 12, 0.2),
        (h * 0.5 - 34, 1160), (h * 0.5 - 42, 1010), (6, 780), (-4, 744, 0.3),
    )  # fmt: skip
    shape = smooth_path(mirrored(outline, way))
    if way > 0:
        canvas.save()
        drop(canvas, shape, stuff.deep, 0.8, -5, 4, 6, inside=True)
        canvas.restore()
    left, right = sorted((way * (h * 0.5 - 50), way * (h + 6)))
    canvas.drawPath(
        shape,
        linear(
            (left, 0),
            (right, 0),
            [(0, stuff.shade, 1), (0.28, stuff.light, 1), (0.6, stuff.base, 1), (1, stuff.deep, 1)],
        ),
    )
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawPaint(linear((0, 680), (0, 760), [(0, stuff.deep, 0.65), (1, stuff.deep, 0)]))
    x = way * h * 0.5
    strip(canvas, ((x, 720), (x + way * 2, 1010), (x, _ANKLE)), (0.6, 1.8, 0.8), flat(stuff.deep, 0.5))
    for spots, widths in (
        (((way * 2, 770), (way * 30, 784), (way * 66, 776)), (8, 7, 0.4)),
        (((way * 4, 800), (way * 26, 824), (way * 52, 828)), (7, 6, 0.4)),
        (((x - 46, 1000), (x - 8, 1018), (x + 20, 1012)), (7, 6, 0.4)),
        (((x + 44, 1032), (x + 10, 1046), (x - 14, 1042)), (7, 6, 0.4)),
        (((x - 40, 1306), (x - 6, 1322), (x + 24, 1314)), (8, 7, 0.4)),
        (((x + 36, 1334), (x + 6, 1344), (x - 18, 1338)), (7, 6, 0.4)),
    ):
        strip(canvas, spots, widths, flat(stuff.deep, 0.42, 2))
    canvas.restore()


def _paint_seated(canvas: skia.Canvas, character: Character, stuff: Material) -> None:
    """Thighs towards the viewer, so that they are seen short, and lower legs down to the footrest."""
    h = character.build.hip
    for way in (-1, 1):
        paint_shoe(canvas, character, way, SEATED_GROUND - 76, SEATED_GROUND - 18)
        shin = smooth_path(
            mirrored(
                (
                    (h * 0.5 - 44, 790),
                    (h * 0.5 + 48, 790),
                    (h * 0.5 + 43, 910),
                    (h * 0.5 + 31, SEATED_GROUND - 62, 0.2),
                    (h * 0.5 - 30, SEATED_GROUND - 62, 0.2),
                    (h * 0.5 - 42, 900),
                ),
                way,
            )
        )
        canvas.drawPath(
            shin,
            linear(
                (way * h * 0.5 - 46, 0),
                (way * h * 0.5 + 46, 0),
                [(0, stuff.shade, 1), (0.3, stuff.base, 1), (0.6, stuff.base, 1), (1, stuff.deep, 1)],
            ),
        )
        canvas.save()
        canvas.clipPath(shin, True)
        canvas.drawPaint(linear((0, 815), (0, 915), [(0, stuff.deep, 0.9), (1, stuff.deep, 0)]))
        canvas.restore()
        thigh = smooth_path(
            mirrored(
                (
                    (-2, 596, 0.2),
                    (h + 2, 600, 0.4),
                    (h + 17, 680),
                    (h + 12, 790),
                    (h * 0.5 + 10, 838),
                    (12, 812),
                    (3, 730),
                ),
                way,
            )
        )
        if way > 0:
            drop(canvas, thigh, stuff.deep, 0.7, -5, 3, 6, inside=True)
        canvas.drawPath(
            thigh,
            linear(
                (0, 620),
                (0, 840),
                [
                    (0, stuff.shade, 1),
                    (0.4, stuff.base, 1),
                    (0.74, stuff.light, 1),
                    (0.9, stuff.base, 1),
                    (1, stuff.shade, 1),
                ],
            ),
        )
        canvas.save()
        canvas.clipPath(thigh, True)
        canvas.drawCircle(
            way * h * 0.52, 766, 62, glow((way * h * 0.52 - 10, 760), 58, shift(stuff.light, 0.03), 0.9, 0.85)
        )
        for spots in (
            ((way * 4, 690), (way * 40, 704), (way * 80, 694)),
            ((way * (h + 8), 712), (way * (h - 30), 722), (way * (h - 64), 716)),
        ):
            strip(canvas, spots, (9, 7, 0.4), flat(stuff.deep, 0.5, 2))
        canvas.restore()


def _paint_machine_legs(canvas: skia.Canvas, character: Character, tint: Material) -> None:
    dark = Material("#3b4756", "#2a3440", "#1c242d", "#66788c")
    for way in (-1, 1):
        x = way * 58.0
        for top, low, half in ((690, 960, 34.0), (1010, 1330, 31.0)):
            shell = smooth_path(
                (
                    (x - half * 0.8, top, 0.6),
                    (x + half * 0.8, top, 0.6),
                    (x + half, (top + low) / 2),
                    (x + half * 0.7, low, 0.6),
                    (x - half * 0.7, low, 0.6),
                    (x - half, (top + low) / 2),
                )
            )
            canvas.drawPath(
                shell,
                linear(
                    (x - half, 0),
                    (x + half, 0),
                    [(0, tint.shade, 1), (0.3, tint.light, 1), (0.6, tint.base, 1), (1, tint.deep, 1)],
                ),
            )
            edge(canvas, shell, tint.light, 0.5, 3)
        for y in (985.0,):
            canvas.drawCircle(
                x, y, 33, linear((x - 33, y), (x + 33, y), [(0, dark.light, 1), (0.5, dark.base, 1), (1, dark.deep, 1)])
            )
        foot = (
            (x - 40, 1340, 0.5),
            (x, 1322),
            (x + 40, 1340, 0.5),
            (x + 52, GROUND - 6, 0.4),
            (x - 52, GROUND - 6, 0.4),
        )
        draw(
            canvas,
            foot,
            linear((x - 50, 1330), (x + 50, GROUND), [(0, dark.light, 1), (0.5, dark.base, 1), (1, dark.deep, 1)]),
        )

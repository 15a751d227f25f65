"""Shoes as they are seen from the front and a little from above: a toe that is nearer than the ankle, and a sole."""

from __future__ import annotations

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.cloth import drop, edge, mirrored, strip
from renderers.avatar.drawing.curves import Spot, smooth_path
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.avatar.drawing.tones import Material, cloth, shift, to_lch
from renderers.raster import skia

SHOE_HEIGHT = 62.0
"""How far (units) the soles lie below the ankle of who stands."""
LEG_LIGHT = 45.0
"""About which distance from the middle (units) the light of a bare leg and its foot turns."""
_SOLE = 8.0
_SNEAKER = 0.78
"""From this lightness (OKLCH) on shoes are sneakers, with laces and a rim of rubber."""


def paint_shoe(canvas: skia.Canvas, character: Character, way: int, ankle: float, ground: float) -> None:
    """A closed shoe of the leg on one side, from the ankle down to the ground; trousers lie over its upper edge."""
    x, stuff = character.build.hip * 0.5, cloth(character.dress.shoes)
    sneaker = to_lch(character.dress.shoes)[0] > _SNEAKER
    shape = _mirrored_path(
        (
            (x - 25, ankle - 4, 0.4), (x + 25, ankle - 4, 0.4), (x + 32, ankle + 18), (x + 45, ground - 26),
            (x + 48, ground - 11), (x + 35, ground - 1, 0.7), (x + 3, ground + 1), (x - 27, ground - 1, 0.7),
            (x - 39, ground - 11), (x - 37, ground - 26), (x - 29, ankle + 18),
        ),
        way,
    )  # fmt: skip
    _paint_upper(canvas, shape, stuff, way * x, ankle, ground, rubber=sneaker)
    canvas.save()
    canvas.clipPath(shape, True)
    toe = ground - 31
    strip(
        canvas,
        ((way * (x - 37), toe + 12), (way * (x - 14), toe + 1), (way * (x + 6), toe), (way * (x + 45), toe + 13)),
        (0.8, 1.7, 1.7, 0.8),
        flat(stuff.deep, 0.55, 0.6),
    )
    for k in range(3):
        y = toe - 9 + 8 * k - 8
        lace = stuff.light if sneaker else stuff.deep
        strip(
            canvas,
            ((way * x - 12, y), (way * x, y + 2.6), (way * x + 12, y)),
            (2.0, 3.2, 2.0),
            flat(shift(lace, 0.04 if sneaker else 0.0), 0.9 if sneaker else 0.6),
        )
        strip(
            canvas,
            ((way * x - 12, y + 3), (way * x, y + 5.6), (way * x + 12, y + 3)),
            (0.6, 1.4, 0.6),
            flat(stuff.deep, 0.5, 0.8),
        )
    # What the hem of the trousers keeps the light from.
    canvas.drawPaint(linear((0, ankle + 14), (0, ankle + 36), [(0, stuff.deep, 0.75), (1, stuff.deep, 0)]))
    canvas.restore()


def paint_flat_shoe(canvas: skia.Canvas, character: Character, way: int, x: float, ankle: float, ground: float) -> None:
    """A shoe that leaves the instep bare, with the foot in it, of the leg whose middle is at `x`."""
    skin, stuff = character.skin, cloth(character.dress.shoes)
    foot = _mirrored_path(
        (
            (x - 14, ankle - 16, 0.2), (x + 14, ankle - 16, 0.2), (x + 18, ankle + 6), (x + 27, ground - 24),
            (x + 22, ground - 8), (x - 16, ground - 8), (x - 21, ground - 24), (x - 16, ankle + 6),
        ),
        way,
    )  # fmt: skip
    tones = [(0.0, skin.base, 1.0), (0.35, skin.light, 1.0), (0.6, skin.base, 1.0), (1.0, skin.shade, 1.0)]
    canvas.drawPath(foot, linear((way * LEG_LIGHT - 26, 0), (way * LEG_LIGHT + 28, 0), tones))
    shape = _mirrored_path(
        (
            (x + 19, ankle + 12, 0.5), (x + 31, ground - 30), (x + 37, ground - 12), (x + 26, ground - 1, 0.7),
            (x + 2, ground + 1), (x - 20, ground - 1, 0.7), (x - 30, ground - 12), (x - 26, ground - 30),
            (x - 16, ankle + 12, 0.5), (x - 14, ground - 32), (x + 3, ground - 21), (x + 19, ground - 32),
        ),
        way,
    )  # fmt: skip
    canvas.save()
    canvas.clipPath(foot, True)
    drop(canvas, shape, skin.deep, 0.6, 0, -3, 3)
    canvas.restore()
    _paint_upper(canvas, shape, stuff, way * x, ankle + 14, ground, rubber=False)


def _paint_upper(
    canvas: skia.Canvas, shape: skia.Path, stuff: Material, x: float, ankle: float, ground: float, *, rubber: bool
) -> None:
    """A shoe's leather and sole: light from the upper left, a shine on the toe."""
    sole = Material("#e4e1dc", "#c9c5c0", "#aaa5a1", "#f6f4f1") if rubber else stuff
    canvas.drawPath(
        shape,
        linear((x - 40, ground), (x + 46, ground), [(0, sole.base, 1), (0.5, sole.shade, 1), (1, sole.deep, 1)]),
    )
    upper = skia.Path(shape)
    upper.offset(0, -_SOLE)
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawPath(
        upper,
        linear(
            (x - 38, ankle), (x + 46, ground),
            [(0, stuff.light, 1), (0.42, stuff.base, 1), (0.72, stuff.shade, 1), (1, stuff.deep, 1)],
        ),
    )  # fmt: skip
    canvas.clipPath(upper, True)
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - 34, ground - 38, x + 24, ground - 10),
        glow((x - 8, ground - 24), 26, shift(stuff.light, 0.05), 0.75, 0.6),
    )
    edge(canvas, upper, stuff.light, 0.22, 2.0)
    canvas.restore()


def _mirrored_path(spots: tuple[Spot, ...], way: int) -> skia.Path:
    return smooth_path(mirrored(spots, way))

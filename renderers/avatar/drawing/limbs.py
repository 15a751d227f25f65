"""Arms: an upper arm and a forearm, each in its own space, joined by round elbows under the same cloth."""

from __future__ import annotations

from renderers.avatar.drawing.character import Character, Skin
from renderers.avatar.drawing.cloth import drop, edge, strip
from renderers.avatar.drawing.curves import Spot, mirror, smooth_path
from renderers.avatar.drawing.hands import fade_in
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.tones import Material
from renderers.raster import skia

UPPER, FORE = 222.0, 196.0
"""How long an upper arm and a forearm are, from joint to joint, in figure units."""
UPPER_REACH, FORE_REACH = (-62.0, -52.0, 62.0, 276.0), (-52.0, -50.0, 52.0, 226.0)
"""Left, top, right and bottom of their pieces."""


def _upper(k: float, ease: float) -> tuple[Spot, ...]:
    """The outline of an upper arm, its outer side at positive x."""
    e = ease
    return (
        (-30 * k - e, 34), (-28 * k - e, -8), (-18, -45), (4, -35), (20 * k + e * 0.5, -18), (32 * k + e * 0.8, 9),
        (37 * k + e, 46), (34 * k + e, 112), (30 * k + e, 190), (28 * k + e, UPPER), (14 * k, UPPER + 22 * k + e),
        (-13 * k, UPPER + 22 * k + e), (-27 * k - e, UPPER), (-29 * k - e, 150), (-31 * k - e, 90),
    )  # fmt: skip


def _fore(k: float, ease: float, end: float, cuff: float) -> tuple[Spot, ...]:
    e = ease
    return (
        (-27 * k - e, 0), (-16 * k, -25 * k - e), (14 * k, -25 * k - e), (28 * k + e, 0), (29 * k + e, 48),
        (25 * k + e, 120), (cuff + e, end, 0.3), (0, end + 4), (-cuff - e, end, 0.3), (-24 * k - e, 120),
        (-28 * k - e, 48),
    )  # fmt: skip


def _fill(canvas: skia.Canvas, shape: skia.Path, half: float, side: float, tones: Material) -> None:
    """The round form of a limb: shade on both sides, more on the picture's right.

    The left one is drawn mirrored, so that its light comes from what is its right here.
    """
    if side < 0:
        stops = [(0.0, tones.shade, 1.0), (0.40, tones.base, 1.0), (0.70, tones.light, 1.0), (1.0, tones.shade, 1.0)]
    else:
        stops = [(0.0, tones.shade, 1.0), (0.34, tones.base, 1.0), (0.58, tones.base, 1.0), (1.0, tones.deep, 1.0)]
    canvas.drawPath(shape, linear((-half, 0), (half, 0), stops))


def _skin(skin: Skin) -> Material:
    return Material(skin.base, skin.shade, skin.shade, skin.light)


def paint_upper(canvas: skia.Canvas, character: Character, side: float, cloth: Material, sleeve: str, rim: str) -> None:
    """An upper arm hanging from the origin; the picture's right one for `side` 1. `sleeve` says how it is clad."""
    k = character.build.limb
    canvas.save()
    canvas.scale(side, 1)
    # What is mirrored has its light mirrored back.
    way = side
    if sleeve == "metal":
        _paint_metal(canvas, UPPER, 22.0, way, cloth)
        canvas.restore()
        return
    ease = {"jacket": 4.0, "loose": 6.0, "knit": 3.0, "short": 0.0}[sleeve]
    shape = smooth_path(_upper(k, ease))
    bare = sleeve == "short"
    _fill(canvas, shape, 36 * k, way, _skin(character.skin) if bare else cloth)
    if bare:
        short = smooth_path(
            (
                (-33 * k, 34), (-29 * k, -8), (-18, -45), (4, -35), (21 * k, -18), (34 * k, 9), (40 * k, 52),
                (42 * k, 126, 0.3), (0, 133), (-38 * k, 124, 0.3), (-36 * k, 80),
            )
        )  # fmt: skip
        canvas.save()
        canvas.clipPath(shape, True)
        drop(canvas, short, character.skin.deep, 0.55, 0, 8, 4)
        canvas.restore()
        _fill(canvas, short, 40 * k, way, cloth)
        strip(canvas, ((-38 * k, 116), (0, 124), (42 * k, 117)), (2, 2.4, 2), flat(cloth.deep, 0.5))
        shape = short
    canvas.save()
    canvas.clipPath(shape, True)
    # At the shoulder a sleeve goes over into the body without an edge.
    top = cloth.base if way > 0 else cloth.light
    canvas.drawPaint(linear((-6, -30), (4, 66), [(0, top, 1), (0.4, top, 0.9), (1, top, 0)]))
    if not bare:
        for spots, widths, alpha in (
            (((-31 * k, 190), (-8 * k, 206), (18 * k, 204)), (9, 8, 0.4), 0.42),
            (((-31 * k, 214), (-4 * k, 230), (22 * k, 224)), (9, 8, 0.4), 0.40),
            (((34 * k, 206), (14 * k, 222), (-4 * k, 222)), (7, 6, 0.4), 0.30),
            (((-32 * k, 56), (-14 * k, 74), (10 * k, 78)), (8, 6, 0.4), 0.30),
        ):
            strip(canvas, spots, widths, flat(cloth.deep, alpha, 1.6))
    if sleeve == "jacket":
        seam = ((-28 * k, 46), (-22 * k, 8), (-10 * k, -16 * k), (8 * k, -32 * k))
        strip(canvas, seam, (0.4, 2.0, 1.8, 0.4), flat(cloth.deep, 0.45, 0.5))
    canvas.restore()
    if way > 0:
        lit = (
            (19 * k, -20),
            (32 * k + ease - 2, 6),
            (36.5 * k + ease - 2, 48),
            (32 * k + ease, 130),
            (29 * k + ease, 196),
        )
        if bare:
            # The light lies on the edge of the sleeve and ends with it.
            lit = ((19 * k, -17), (32.5 * k, 9), (38.2 * k, 50), (40 * k, 90), (40.4 * k, 116))
        strip(canvas, lit, (0.5, 2.8, 3.4, 3.0, 0.6), flat(rim, 0.5, 0.7))
    canvas.restore()


def paint_fore(
    canvas: skia.Canvas, character: Character, side: float, cloth: Material, under: Material, sleeve: str, rim: str
) -> None:
    """A forearm from the elbow at the origin down to its cuff, under which the hand's wrist begins."""
    k, skin = character.build.limb, character.skin
    canvas.saveLayer()
    canvas.scale(side, 1)

    def fill(shape: skia.Path, half: float, tones: Material) -> None:
        _fill(canvas, shape, half, side, tones)

    if sleeve == "metal":
        _paint_metal(canvas, FORE, 24.0, side, cloth)
        canvas.restore()
        return
    if sleeve == "short":
        wrist = 17.0 * (0.98 + 0.30 * (k - 1.0))
        right = (
            (25 * k, 0), (27 * k, 44), (24 * k, 100), (18 * k, 158), (wrist, FORE - 6), (wrist, FORE + 6, 0.5),
        )  # fmt: skip
        bottom, top = (0.0, FORE + 10), ((-15 * k, -24 * k), (14 * k, -24 * k))
        shape = smooth_path((*top, *right, bottom, *mirror(right)[::-1]))
        fill(shape, 26 * k, _skin(skin))
        canvas.save()
        canvas.clipPath(shape, True)
        strip(canvas, ((-20 * k, -4), (0, 3), (16 * k, -2)), (0.5, 2.6, 0.5), flat(skin.deep, 0.30, 1.0))
        canvas.restore()
        fade_in(canvas, -24 * k, 8)
        canvas.restore()
        return
    if sleeve == "jacket":
        shirt = smooth_path(
            (
                (-22.5, FORE - 24, 0.2),
                (22.5, FORE - 24, 0.2),
                (22.5, FORE + 3, 0.3),
                (0, FORE + 7),
                (-22.5, FORE + 3, 0.3),
            )
        )
        fill(shirt, 22, under)
        edge(canvas, shirt, under.deep, 0.5, 2)
    end = FORE - 8 if sleeve == "jacket" else FORE + 4
    ease = {"jacket": 4.0, "loose": 6.0, "knit": 3.0}[sleeve]
    cuff = {"jacket": 23.0, "loose": 22.0, "knit": 20.0}[sleeve]
    shape = smooth_path(_fore(k, ease, end, cuff))
    fill(shape, 29 * k, cloth)
    canvas.save()
    canvas.clipPath(shape, True)
    for spots, widths, alpha in (
        (((-31 * k, 10), (-8 * k, 24), (16 * k, 20)), (8, 7, 0.4), 0.38),
        (((31 * k, 26), (10 * k, 44), (-8 * k, 44)), (8, 6, 0.4), 0.34),
        (((-30 * k, 120), (-10 * k, 134), (10 * k, 134)), (6, 5, 0.4), 0.26),
    ):
        strip(canvas, spots, widths, flat(cloth.deep, alpha, 1.6))
    if sleeve in ("knit", "loose"):
        high = 26 if sleeve == "knit" else 30
        canvas.drawRect(skia.Rect.MakeLTRB(-60, end - high, 60, end + 20), flat(cloth.deep, 0.22))
        strip(
            canvas, ((-40, end - high), (0, end - high + 3), (40, end - high)), (2, 2.4, 2), flat(cloth.deep, 0.5, 0.6)
        )
        for x in range(-28, 29, 6):
            strip(canvas, ((x, end - high), (x * 0.96, end + 8)), (1.3, 1.3), flat(cloth.deep, 0.26))
    else:
        for y in (end - 38, end - 24):
            canvas.drawCircle(-16 * k, y, 3.2, flat(cloth.deep, 0.9))
            canvas.drawCircle(-16.4 * k, y - 0.6, 2.4, flat(cloth.light, 0.8))
    canvas.drawPaint(linear((0, end - 6), (0, end + 4), [(0, cloth.deep, 0), (1, cloth.deep, 0.35)]))
    canvas.restore()
    if side > 0:
        lit = (
            (28 * k + ease - 2, 6),
            (29 * k + ease - 2, 50),
            (25 * k + ease - 1.6, 120),
            (cuff + ease - 1.4, end - 12),
        )
        strip(canvas, lit, (0.5, 2.8, 2.8, 0.6), flat(rim, 0.42, 0.7))
    # The elbow goes over into the upper arm without an edge.
    fade_in(canvas, -24 * k, 4)
    canvas.restore()


def _paint_metal(canvas: skia.Canvas, length: float, half: float, side: float, cloth: Material) -> None:
    """A machine's limb: a shell between two dark round joints."""
    dark = Material("#3b4756", "#2a3440", "#1c242d", "#66788c")
    for y, radius in ((0.0, half * 1.16), (length, half * 1.05)):
        joint = skia.Path()
        joint.addCircle(0, y, radius)
        _fill(canvas, joint, radius, side, dark)
        edge(canvas, joint, dark.light, 0.5, 2.4)
    shell = smooth_path(
        (
            (-half * 1.05, 24, 0.6), (0, 14), (half * 1.05, 24, 0.6), (half * 1.2, length * 0.45),
            (half, length - 26, 0.6),
            (0, length - 16), (-half, length - 26, 0.6), (-half * 1.2, length * 0.45),
        )
    )  # fmt: skip
    _fill(canvas, shell, half * 1.2, side, cloth)
    edge(canvas, shell, cloth.light, 0.5, 2.6)
    strip(
        canvas,
        ((-half * 1.2, length * 0.62), (0, length * 0.64), (half * 1.2, length * 0.62)),
        (2, 2.6, 2),
        flat(cloth.deep, 0.6),
    )

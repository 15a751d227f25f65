"""Hands: fingers that taper, a palm or a back that they grow from, nails, creases and the shade between them."""

from __future__ import annotations

import math

from renderers.avatar.drawing.character import Skin
from renderers.avatar.drawing.curves import Points, Spot, ribbon_spots, smooth_path
from renderers.avatar.drawing.hand_shapes import INDEX, LITTLE, MIDDLE, PALM, RING, THUMB, WIDTHS, Hand
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.raster import skia

REACH = (-86.0, -20.0, 86.0, 172.0)
"""Left, top, right and bottom of any hand."""
_SIDES = 6
_TURNS = tuple((math.cos(math.radians(turn)), math.sin(math.radians(turn))) for turn in (30, 62, 90, 118, 150))

Line = list[tuple[float, float]]


def paint_hand(canvas: skia.Canvas, skin: Skin, hand: Hand, side: float, *, bare: bool = False) -> None:
    """A hand in its own space, the picture's right for `side` 1; the back's thumb is on the inner side.

    The wrist lies in a cuff's shade, or goes over into a `bare` arm.
    """
    # On a layer of its own, so that shadows fall on the hand and nowhere else.
    canvas.saveLayer()
    canvas.scale(side * hand.turn, 1.0)
    palm = hand.turn < 0
    # A mirrored hand still has its light on the picture's left.
    lit = 1.0 if side * hand.turn > 0 else -1.0
    for finger in (LITTLE, RING, MIDDLE, INDEX, THUMB):
        if not hand.over[finger]:
            _paint_finger(canvas, skin, hand, finger, lit, palm)
    _paint_palm(canvas, skin, hand, lit, palm, bare)
    for finger in (LITTLE, RING, MIDDLE, INDEX, THUMB):
        if hand.over[finger]:
            _paint_finger(canvas, skin, hand, finger, lit, palm)
    if bare:
        fade_in(canvas, -12, -2)
    canvas.restore()


def fade_in(canvas: skia.Canvas, start: float, end: float) -> None:
    """Take away what the layer holds above y = `start`, all of it less and less down to y = `end`."""
    paint = linear((0, start), (0, end), [(0, "#000000", 0.0), (1, "#000000", 1.0)])
    paint.setBlendMode(skia.BlendMode.kDstIn)
    canvas.drawPaint(paint)


def _run(spots: Points) -> tuple[Line, Line]:
    """The smooth middle line of a finger through its three spots, and which way it goes at each of its points."""
    (ax, ay), (bx, by), (dx, dy) = spots.tolist()
    cx, cy = 2 * bx - (ax + dx) / 2, 2 * by - (ay + dy) / 2
    run: Line = []
    ways: Line = []
    for k in range(_SIDES):
        t = k / (_SIDES - 1)
        s = 1 - t
        run.append((s * s * ax + 2 * s * t * cx + t * t * dx, s * s * ay + 2 * s * t * cy + t * t * dy))
        x, y = s * (cx - ax) + t * (dx - cx), s * (cy - ay) + t * (dy - cy)
        long = math.hypot(x, y) or 1e-6
        ways.append((x / long, y / long))
    return run, ways


def _outline(run: Line, ways: Line, widths: tuple[float, float, float]) -> list[Spot]:
    """The outline of a finger, its tip and its root round."""
    root, middle, last = (width / 2 for width in widths)
    left: list[Spot] = []
    right: list[Spot] = []
    for k, ((x, y), (to_x, to_y)) in enumerate(zip(run, ways, strict=True)):
        t = k / (_SIDES - 1)
        half = root + (middle - root) * t / 0.55 if t < 0.55 else middle + (last - middle) * (t - 0.55) / 0.45
        left.append((x - to_y * half, y + to_x * half))
        right.append((x + to_y * half, y - to_x * half))
    cap = [_around(run[-1], ways[-1], last, cos, sin) for cos, sin in _TURNS]
    base = [_around(run[0], ways[0], -0.8 * root, cos, sin) for cos, sin in _TURNS]
    return [*left, *cap, *right[::-1], *base]


def _around(at: tuple[float, float], way: tuple[float, float], reach: float, cos: float, sin: float) -> Spot:
    return at[0] + reach * (sin * way[0] - cos * way[1]), at[1] + reach * (sin * way[1] + cos * way[0])


def _paint_finger(canvas: skia.Canvas, skin: Skin, hand: Hand, finger: int, lit: float, palm: bool) -> None:
    run, ways = _run(hand.fingers[finger])
    widths = WIDTHS[finger]
    shape = smooth_path(_outline(run, ways, widths))
    over = hand.over[finger]
    shade = skia.Paint(flat(skin.deep if over else skin.shade, 0.62 if over else 0.95, 1.2 if over else 0.7))
    shade.setStyle(skia.Paint.kStrokeAndFill_Style)
    shade.setStrokeWidth(2.0)
    shade.setBlendMode(skia.BlendMode.kSrcATop)
    shadow = skia.Path(shape)
    shadow.offset(lit * 1.3, 1.6 if over else 0.4)
    canvas.drawPath(shadow, shade)
    (root_x, root_y), (x, y) = run[0], run[-1]
    first = skin.light if over else skin.base
    canvas.drawPath(shape, linear((root_x, root_y), (x, y), [(0, first, 1), (0.6, skin.base, 1), (1, skin.base, 1)]))
    canvas.save()
    canvas.clipPath(shape, True)
    wide = widths[0]
    dark = [(px + lit * wide * 0.48, py) for px, py in run]
    light = [(px - lit * wide * 0.20, py) for px, py in run[1:]]
    canvas.drawPath(smooth_path(ribbon_spots(dark, [wide * 0.5] * len(dark))), flat(skin.shade, 0.62, 2.2))
    canvas.drawPath(smooth_path(ribbon_spots(light, [wide * 0.26] * len(light))), flat(skin.light, 0.5, 2.0))
    canvas.drawCircle(x, y, 14, glow((x, y), 13, skin.blush, 0.30))
    if palm:
        for at in (2, 4):
            _crease(canvas, skin, run[at], ways[at], wide * 0.42)
    elif math.hypot(x - root_x, y - root_y) > 45:
        _paint_nail(canvas, skin, run[-1], ways[-1], widths[2])
        _crease(canvas, skin, run[3], ways[3], wide * 0.30)
    canvas.restore()


def _crease(canvas: skia.Canvas, skin: Skin, at: tuple[float, float], way: tuple[float, float], half: float) -> None:
    (x, y), (to_x, to_y) = at, way
    ends = (
        (x + to_y * half, y - to_x * half), (x + to_x * 1.2, y + to_y * 1.2), (x - to_y * half, y + to_x * half),
    )  # fmt: skip
    canvas.drawPath(smooth_path(ribbon_spots(ends, (0.4, 1.5, 0.4))), flat(skin.deep, 0.34))


def _paint_nail(
    canvas: skia.Canvas, skin: Skin, tip: tuple[float, float], way: tuple[float, float], width: float
) -> None:
    canvas.save()
    canvas.translate(tip[0] + way[0] * width * 0.06, tip[1] + way[1] * width * 0.06)
    canvas.rotate(math.degrees(math.atan2(way[1], way[0])) - 90)
    oval = skia.Rect.MakeLTRB(-width * 0.30, -width * 0.40, width * 0.30, width * 0.46)
    canvas.drawOval(oval, flat(skin.light, 0.85))
    canvas.drawOval(oval, flat(skin.blush, 0.22))
    canvas.restore()


def _paint_palm(canvas: skia.Canvas, skin: Skin, hand: Hand, lit: float, palm: bool, bare: bool) -> None:
    shape = smooth_path(PALM)
    canvas.drawPath(shape, flat(skin.base))
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawPaint(linear((lit * 6, 0), (lit * 34, 4), [(0, skin.shade, 0), (1, skin.shade, 0.62)]))
    if not bare:
        canvas.drawPaint(linear((0, 26), (0, -14), [(0, skin.shade, 0), (1, skin.deep, 0.55)]))
    if palm:
        canvas.drawCircle(-14, 36, 30, glow((-14, 36), 27, skin.light, 0.75, 1.25, -14))
        canvas.drawCircle(17, 38, 26, glow((17, 38), 22, skin.light, 0.45, 1.4))
        canvas.drawCircle(4, 52, 24, glow((4, 52), 21, skin.blush, 0.26))
        for spots, widths, alpha in (
            (((-25, 58), (-6, 50), (2, 30), (2, 8)), (0.5, 1.9, 1.7, 0.4), 0.42),
            (((27, 58), (8, 62), (-10, 72)), (0.5, 1.8, 0.5), 0.38),
            (((26, 48), (4, 46), (-16, 56)), (0.4, 1.5, 0.4), 0.28),
        ):
            canvas.drawPath(smooth_path(ribbon_spots(spots, widths)), flat(skin.deep, alpha, 0.3))
    else:
        canvas.drawCircle(-lit * 8, 36, 34, glow((-lit * 8, 34), 32, skin.light, 0.55, 1.3))
        for finger in (INDEX, MIDDLE, RING, LITTLE):
            x, y = hand.fingers[finger, 0]
            canvas.drawCircle(float(x), float(y) - 1, 10, glow((float(x), float(y) - 2), 8, skin.light, 0.34))
            arc = ((x - 6, y - 8), (x, y - 10.5), (x + 6, y - 8))
            canvas.drawPath(smooth_path(ribbon_spots(arc, (0.4, 1.8, 0.4))), flat(skin.shade, 0.38, 0.8))
        for finger in (MIDDLE, RING):
            x, y = hand.fingers[finger, 0]
            cord = ((x * 0.9, y - 14), (x * 0.6, y - 34))
            canvas.drawPath(smooth_path(ribbon_spots(cord, (2.2, 0.6))), flat(skin.shade, 0.28, 1.2))
    canvas.restore()

"""Hands: fingers that taper, a palm or a back that they grow from, nails, creases and the shade between them."""

from __future__ import annotations

import numpy as np

from renderers.avatar.drawing.character import Skin
from renderers.avatar.drawing.curves import Points, Spot, ribbon_spots, smooth_path
from renderers.avatar.drawing.hand_shapes import INDEX, LITTLE, MIDDLE, PALM, RING, THUMB, WIDTHS, Hand
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.raster import skia

REACH = (-86.0, -20.0, 86.0, 172.0)
"""Left, top, right and bottom of any hand."""
_SIDES = 9


def paint_hand(canvas: skia.Canvas, skin: Skin, hand: Hand, side: float) -> None:
    """A hand in its own space, the picture's right for `side` 1; the back's thumb is on the inner side."""
    # On a layer of its own, so that shadows fall on the hand and nowhere else.
    canvas.saveLayer()
    canvas.scale(side * hand.turn, 1.0)
    palm = hand.turn < 0
    # A mirrored hand still has its light on the picture's left.
    lit = 1.0 if side * hand.turn > 0 else -1.0
    for finger in (LITTLE, RING, MIDDLE, INDEX, THUMB):
        if not hand.over[finger]:
            _paint_finger(canvas, skin, hand, finger, lit, palm)
    _paint_palm(canvas, skin, hand, lit, palm)
    for finger in (LITTLE, RING, MIDDLE, INDEX, THUMB):
        if hand.over[finger]:
            _paint_finger(canvas, skin, hand, finger, lit, palm)
    canvas.restore()


def _run(spots: Points) -> Points:
    """The smooth middle line of a finger through its three spots."""
    t = np.linspace(0, 1, _SIDES)[:, None]
    control = 2 * spots[1] - (spots[0] + spots[2]) / 2
    return np.asarray((1 - t) ** 2 * spots[0] + 2 * t * (1 - t) * control + t * t * spots[2])


def _outline(run: Points, widths: tuple[float, float, float], grow: float = 0.0) -> list[Spot]:
    """The outline of a finger, its tip round."""
    t = np.linspace(0, 1, len(run))
    wide = np.interp(t, (0, 0.55, 1), widths) / 2 + grow
    way = np.gradient(run, axis=0)
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)[:, None]
    across = np.stack([-way[:, 1], way[:, 0]], 1)
    left, right = run + across * wide[:, None], run - across * wide[:, None]
    end, tip = run[-1], wide[-1]
    turns = np.radians((30, 62, 90, 118, 150))
    cap = [end + tip * (np.cos(a) * across[-1] + np.sin(a) * way[-1]) for a in turns]
    base = [run[0] - wide[0] * 0.8 * (np.cos(a) * across[0] + np.sin(a) * way[0]) for a in turns]
    return [(float(x), float(y)) for x, y in (*left, *cap, *right[::-1], *base)]


def _paint_finger(canvas: skia.Canvas, skin: Skin, hand: Hand, finger: int, lit: float, palm: bool) -> None:
    run = _run(hand.fingers[finger])
    widths = WIDTHS[finger]
    shape = smooth_path(_outline(run, widths))
    over = hand.over[finger]
    shadow = smooth_path(_outline(run, widths, 1.0))
    shadow.offset(lit * 1.3, 1.6 if over else 0.4)
    shade = skia.Paint(flat(skin.deep if over else skin.shade, 0.62 if over else 0.95, 1.2 if over else 0.7))
    shade.setBlendMode(skia.BlendMode.kSrcATop)
    canvas.drawPath(shadow, shade)
    root, tip = run[0], run[-1]
    first = skin.base if not over else skin.light
    canvas.drawPath(shape, linear(root, tip, [(0, first, 1), (0.6, skin.base, 1), (1, skin.base, 1)]))
    canvas.save()
    canvas.clipPath(shape, True)
    wide = widths[0]
    dark = run + np.array([lit * wide * 0.48, 0.0])
    light = run - np.array([lit * wide * 0.20, 0.0])
    canvas.drawPath(smooth_path(ribbon_spots(dark.tolist(), [wide * 0.5] * len(run))), flat(skin.shade, 0.62, 2.2))
    canvas.drawPath(
        smooth_path(ribbon_spots(light[1:].tolist(), [wide * 0.26] * (len(run) - 1))), flat(skin.light, 0.5, 2.0)
    )
    x, y = float(tip[0]), float(tip[1])
    canvas.drawCircle(x, y, 14, glow((x, y), 13, skin.blush, 0.30))
    if palm:
        for at in (3, 6):
            _crease(canvas, skin, run, at, wide * 0.42)
    elif float(np.hypot(*(tip - root))) > 45:
        _paint_nail(canvas, skin, run, widths[2])
        _crease(canvas, skin, run, 4, wide * 0.30)
    canvas.restore()


def _crease(canvas: skia.Canvas, skin: Skin, run: Points, at: int, half: float) -> None:
    way = run[at] - run[at - 1]
    way = way / max(float(np.hypot(*way)), 1e-6)
    across = np.array([-way[1], way[0]]) * half
    ends = [run[at] - across, run[at] + way * 1.2, run[at] + across]
    canvas.drawPath(smooth_path(ribbon_spots([tuple(p) for p in ends], (0.4, 1.5, 0.4))), flat(skin.deep, 0.34))


def _paint_nail(canvas: skia.Canvas, skin: Skin, run: Points, width: float) -> None:
    way = run[-1] - run[-2]
    way = way / max(float(np.hypot(*way)), 1e-6)
    angle = float(np.degrees(np.arctan2(way[1], way[0]))) - 90
    x, y = run[-1] + way * width * 0.06
    canvas.save()
    canvas.translate(float(x), float(y))
    canvas.rotate(angle)
    oval = skia.Rect.MakeLTRB(-width * 0.30, -width * 0.40, width * 0.30, width * 0.46)
    canvas.drawOval(oval, flat(skin.light, 0.85))
    canvas.drawOval(oval, flat(skin.blush, 0.22))
    canvas.restore()


def _paint_palm(canvas: skia.Canvas, skin: Skin, hand: Hand, lit: float, palm: bool) -> None:
    shape = smooth_path(PALM)
    canvas.drawPath(shape, flat(skin.base))
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawPaint(linear((lit * 6, 0), (lit * 34, 4), [(0, skin.shade, 0), (1, skin.shade, 0.62)]))
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
            canvas.drawCircle(float(x), float(y) - 1, 10, glow((float(x), float(y) - 2), 8, skin.light, 0.55))
            arc = ((x - 6, y - 8), (x, y - 10.5), (x + 6, y - 8))
            canvas.drawPath(smooth_path(ribbon_spots(arc, (0.4, 1.8, 0.4))), flat(skin.shade, 0.55, 0.7))
        for finger in (MIDDLE, RING):
            x, y = hand.fingers[finger, 0]
            cord = ((x * 0.9, y - 14), (x * 0.6, y - 34))
            canvas.drawPath(smooth_path(ribbon_spots(cord, (2.2, 0.6))), flat(skin.shade, 0.28, 1.2))
    canvas.restore()

"""Eyes and brows: lids that follow the gaze, an iris half covered, a look that meets the lens."""

from __future__ import annotations

import numpy as np

from renderers.avatar.drawing.character import Character, EyeCut
from renderers.avatar.drawing.curves import Points, outline, path, ribbon, ribbon_controls
from renderers.avatar.drawing.paints import flat, glow, radial
from renderers.avatar.drawing.pose import Pose, face_depth
from renderers.raster import skia

_WHITE, _WHITE_SHADE = "#f7efe6", "#b99a93"
_GAZE_REACH = (10.5, 7.0)
_LASH = "#20120f"


def paint_eyes(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """Both eyes."""
    for side, name in ((-1.0, "left"), (1.0, "right")):
        _paint_eye(canvas, character, pose, side, pose[f"blink_{name}"], pose[f"brow_{name}"])


def _paint_eye(canvas: skia.Canvas, character: Character, pose: Pose, side: float, blink: float, brow: float) -> None:
    cut, skin = character.eye, character.skin
    upper, lower = _lids(cut, pose, blink, brow)
    rim = _see(pose, cut, side, np.concatenate([upper, lower[1:-1]]), corners=(0, len(upper) - 1))
    gaze_x, gaze_y = pose["gaze_x"] * _GAZE_REACH[0], pose["gaze_y"] * _GAZE_REACH[1]
    _paint_lid(canvas, character, pose, side, upper, blink)
    canvas.save()
    canvas.clipPath(rim, True)
    x, y = pose.spot(side * cut.x, cut.y)
    canvas.drawCircle(x, y, cut.half * 1.4, radial((x - 2, y + 1), cut.half * 1.25,
                                                   [(0, _WHITE, 1), (0.6, _WHITE, 1), (1, "#d9bfb4", 1)]))
    ix, iy = pose.spot(side * cut.x + gaze_x, cut.y - 2.0 + gaze_y)
    _paint_iris(canvas, character, ix, iy)
    shade = upper + (0, 4.4)
    band = np.concatenate([upper - (0, 4), shade[::-1]])
    canvas.drawPath(_see(pose, cut, side, band, corners=(0, len(upper) - 1, len(upper), 2 * len(upper) - 1)),
                    flat("#5a2f33", 0.42, 1.2))
    cx, cy = pose.spot(side * (cut.x - cut.half + 2.2), cut.y + 2.6)
    canvas.drawCircle(cx, cy, 3.2, glow((cx, cy), 3.2, "#c9796c", 0.9))
    canvas.restore()
    if blink < 0.75:
        alpha = 1 - blink / 0.75
        canvas.drawCircle(ix - 3.4, iy - 3.5, 2.5, flat("#ffffff", 0.95 * alpha))
        canvas.drawCircle(ix + 3.5, iy + 3.6, 1.25, flat("#ffffff", 0.6 * alpha))
    _paint_lashes(canvas, character, pose, side, upper, lower, blink)


def _lids(cut: EyeCut, pose: Pose, blink: float, brow: float) -> tuple[Points, Points]:
    """The edges of the upper lid (inner to outer corner) and the lower (outer to inner), about the eye's centre."""
    h, smile = cut.half, pose["smile"]
    above = cut.above * (1 + 0.07 * max(brow, 0.0)) - 2.6 * pose["gaze_y"] * -1 * -1
    below = cut.below - 1.7 * smile + 1.5 * pose["gaze_y"]
    inner, outer = (-h, 3.2), (h, -0.6 - cut.tilt)
    open_ = np.array([inner, (-0.62 * h, -0.60 * above), (-0.05 * h, -above), (0.58 * h, -0.86 * above), outer])
    meet = below * 0.86
    shut = np.array([inner, (-0.62 * h, 0.58 * meet + 0.6), (-0.05 * h, meet), (0.58 * h, 0.66 * meet - 0.4), outer])
    upper = open_ + (shut - open_) * blink
    lower = np.array([outer, (0.56 * h, 0.72 * below), (-0.02 * h, below), (-0.58 * h, 0.80 * below), inner])
    lower[:, 1] -= 0.5 * blink
    return upper, lower


def _see(pose: Pose, cut: EyeCut, side: float, local: Points, corners: tuple[int, ...]) -> skia.Path:
    spots = [(side * (cut.x + u), cut.y + v, 0.15 if i in corners else 1.0) for i, (u, v) in enumerate(local.tolist())]
    return pose.path(outline(spots, face_depth))


def _stroke(pose: Pose, cut: EyeCut, side: float, local: Points, widths: Points) -> skia.Path:
    placed = local * (side, 1) + (side * cut.x, cut.y)
    flat_ = ribbon_controls(placed, widths)
    return path(pose.project(np.column_stack([flat_, face_depth(flat_[:, 0], flat_[:, 1])])))


def _paint_iris(canvas: skia.Canvas, character: Character, x: float, y: float) -> None:
    dark, middle, light = character.iris
    r = character.eye.iris
    canvas.drawCircle(x, y, r, radial((x, y + r * 0.45), r * 1.45,
                                      [(0, light, 1), (0.45, middle, 1), (0.85, dark, 1), (1, dark, 1)]))
    canvas.drawCircle(x, y, r * 0.46, flat("#120a0b"))
    ring = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=1.3)
    ring.setColor(flat(dark, 0.75).getColor())
    canvas.drawCircle(x, y, r - 0.5, ring)


def _paint_lid(canvas: skia.Canvas, character: Character, pose: Pose, side: float, upper: Points, blink: float) -> None:
    """The skin between the crease and the lid's edge."""
    cut, skin = character.eye, character.skin
    fold = upper.copy()
    lift = np.array([1.0, 4.0, 5.4, 4.6, 1.2])
    rest = np.array([0.0, -0.60, -1.0, -0.86, 0.0]) * cut.above
    fold[:, 1] = np.minimum(upper[:, 1], rest + 2.4 * blink) - lift
    lid = np.concatenate([fold, upper[::-1] + (0, 1.0)])
    shape = _see(pose, cut, side, lid, corners=(0, 4, 5, 9))
    canvas.drawPath(shape, flat(skin.base, 0.9))
    canvas.drawPath(shape, flat(skin.shade, 0.42 + 0.1 * blink))
    crease = fold[1:].copy()
    crease[-1] += (2.5, -0.5)
    canvas.drawPath(_stroke(pose, cut, side, crease, np.array([0.5, 1.2, 1.5, 0.4])), flat(skin.deep, 0.62))


def _paint_lashes(canvas: skia.Canvas, character: Character, pose: Pose, side: float, upper: Points, lower: Points,
                  blink: float) -> None:
    cut = character.eye
    line = upper.copy()
    line[-1] += (cut.wing, -cut.wing * 0.7 * (1 - 0.8 * blink))
    widths = cut.lash * np.array([0.35, 0.8, 1.0, 1.05, 0.25])
    canvas.drawPath(_stroke(pose, cut, side, line, widths), flat(_LASH, 0.95))
    if blink < 0.9:
        canvas.drawPath(_stroke(pose, cut, side, lower, np.array([1.3, 1.2, 0.9, 0.7, 0.3])),
                        flat(character.skin.deep, 0.55 * (1 - blink)))


def paint_brows(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """Both brows, raised and lowered by their channels, the inner ends a little more than the outer."""
    for side, name, uneven in ((-1.0, "left", 0.9), (1.0, "right", 0.0)):
        lift = pose[f"brow_{name}"]
        spots = [(side * x, y - uneven - lift * (7.5 if lift > 0 else 4.0) * share)
                 for (x, y), share in zip(character.brow.spots, (0.85, 1.0, 1.0, 0.6), strict=True)]
        shape = pose.path(ribbon(spots, character.brow.widths, lambda x, y: face_depth(x, y) + 2))
        canvas.drawPath(shape, flat(character.hair.base, character.brow.alpha, 0.45))

"""The head without hair, eyes and mouth: skin in the light, ears, neck, and the nose in planes."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Outline, Points, both_sides, mirror, outline, path, ribbon, smooth_path
from renderers.avatar.drawing.paints import flat, glow, line, linear, radial
from renderers.avatar.drawing.pose import Pose, face_depth, rim_depth
from renderers.raster import skia


@lru_cache(maxsize=8)
def _skull(character: Character) -> Outline:
    return outline(both_sides(character.face), rim_depth)


def drop_jaw(points: Points, amount: float) -> Points:
    """Head-space points after the jaw has gone down by `amount` units at the chin."""
    if amount <= 0:
        return points
    share = np.clip((points[:, 1] - 42.0) / 62.0, 0, 1)
    moved = points.copy()
    moved[:, 1] += amount * share * share * (3 - 2 * share)
    moved[:, 0] *= 1 - 0.0022 * amount * share
    return moved


def jaw_amount(character: Character, pose: Pose) -> float:
    """How far (units) the chin is down."""
    return character.jaw_drop * pose["jaw"] * (1 - 0.6 * pose["press"])


def face_path(character: Character, pose: Pose) -> skia.Path:
    """The edge of the face, jaw and smile included."""
    points = drop_jaw(_skull(character).points, jaw_amount(character, pose))
    cheeks = np.exp(-(((points[:, 1] - 50) / 26) ** 2)) * np.sign(points[:, 0]) * (np.abs(points[:, 0]) > 20)
    points = points + np.stack([cheeks * 1.8 * pose["smile"], *np.zeros((2, len(points)))], 1)
    return path(pose.project(points))


def paint_neck(canvas: skia.Canvas, character: Character, pose: Pose, face: skia.Path) -> None:
    """The neck and chest, joined to head and body, with the shadow under the chin."""
    n, skin = character.neck, character.skin
    right = ((n - 2, 78), (n - 2.5, 106), (n - 1, 128), (n + 3, 148), (n + 16, 168), (n + 52, 188), (n + 60, 242))
    head = pose.project(np.array([(x, y, -14.0) for x, y in right]))
    still = np.array(right, np.float64) + pose.body
    left_head = pose.project(np.array([(-x, y, -14.0) for x, y in right]))
    left_still = still * (-1, 1) + (2 * pose.body[0], 0)
    share = np.clip((168 - still[:, 1]) / 70, 0, 1)[:, None]
    right_side = head * share + still * (1 - share)
    left_side = left_head * share + left_still * (1 - share)
    spots = [tuple(spot) for spot in (*right_side, (pose.body[0], 330 + pose.body[1]), *left_side[::-1])]
    spots[0], spots[-1] = (*spots[0], 0.0), (*spots[-1], 0.0)
    shape = smooth_path(spots)
    canvas.drawPath(shape, linear((-60, 120), (70, 250), [(0, skin.base, 1), (0.55, skin.base, 1), (1, skin.shade, 1)]))
    canvas.save()
    canvas.clipPath(shape, True)
    x, y = pose.spot(0, 122, 20)
    # Light from the upper left throws the chin's shadow down and to the right.
    shadow = skia.Path(face)
    shadow.offset(5, 27)
    canvas.drawPath(shadow, flat(skin.shade, 0.80, 2.2))
    deep = skia.Path(face)
    deep.offset(3, 11)
    canvas.drawPath(deep, flat(skin.deep, 0.42, 5.0))
    canvas.drawRect(skia.Rect(x + n * 0.25, y - 40, x + 130, y + 130),
                    linear((x + n * 0.3, 0), (x + n + 4, 0), [(0, skin.shade, 0), (1, skin.shade, 0.55)]))
    body_x, body_y = pose.body
    for spots_, widths, alpha in (
        (((-10, 196), (-34, 187), (-66, 184)), (0.6, 3.0, 0.6), 0.40),
        (((12, 196), (36, 187), (66, 185)), (0.6, 3.2, 0.6), 0.50),
        (((n * 0.66, 124), (n * 0.42, 154), (9, 192)), (0.4, 4.5, 1.0), 0.34),
        (((-n * 0.68, 128), (-n * 0.42, 156), (-8, 193)), (0.4, 3.0, 0.8), 0.22),
    ):
        fold = ribbon([(a + body_x, b + body_y) for a, b in spots_], widths)
        canvas.drawPath(path(fold.points[:, :2]), flat(skin.shade, alpha, 1.6))
    canvas.restore()


def paint_ears(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """Both ears, behind the face, in two tones."""
    skin = character.skin
    for side in (-1.0, 1.0):
        outer = _ear(side)
        shape = pose.path(outer)
        canvas.drawPath(shape, flat(skin.base if side < 0 else skin.shade))
        inner = outline([(side * x, y) for x, y in ((81, -6), (87, -10), (90, 0), (88, 14), (84, 28), (80, 20))], -8.0)
        canvas.drawPath(pose.path(inner), flat(skin.deep if side > 0 else skin.shade, 0.55, 1.0))


@lru_cache(maxsize=2)
def _ear(side: float) -> Outline:
    return outline([(side * x, y) for x, y in
                    ((74, -6), (80, -17), (89, -18), (95, -8), (94.5, 10), (90, 26), (84, 40), (76, 40), (74, 20))], -8.0)


def paint_face(canvas: skia.Canvas, character: Character, pose: Pose, face: skia.Path) -> None:
    """The skin of the face with its light and shade; leaves the canvas unclipped."""
    skin, smile = character.skin, pose["smile"]
    top, chin = pose.spot(-52, -90), pose.spot(56, 100)
    canvas.drawPath(face, linear(top, chin, [(0, skin.light, 1), (0.42, skin.base, 1), (1, skin.base, 1)]))
    canvas.save()
    canvas.clipPath(face, True)
    bounds = face.getBounds()
    inner, outer = pose.spot(28, 12), pose.spot(84, 24, 0)
    canvas.drawRect(bounds, linear(inner, outer, [(0, skin.shade, 0), (0.55, skin.shade, 0.20), (1, skin.shade, 0.80)]))
    low = pose.spot(0, 84), pose.spot(6, 128, 30)
    canvas.drawRect(bounds, linear(*low, [(0, skin.shade, 0), (1, skin.shade, 0.42)]))
    for side, alpha in ((-1, 0.20), (1, 0.24)):
        x, y = pose.spot(side * 46, 40 - 4 * smile)
        canvas.drawCircle(x, y, 32, glow((x, y), 32, skin.blush, alpha + 0.16 * smile, 0.8))
        x, y = pose.spot(side * 34, -9)
        canvas.drawCircle(x, y, 30, glow((x, y), 28, skin.shade, 0.42, 0.62))
    x, y = pose.spot(-26, -62)
    canvas.drawCircle(x, y, 46, glow((x, y), 46, skin.light, 0.55, 0.7))
    x, y = pose.spot(-47, 26 - 3 * smile)
    canvas.drawCircle(x, y, 24, glow((x, y), 22, skin.light, 0.55, 0.62, -18))
    canvas.restore()


def paint_rim(canvas: skia.Canvas, shape: skia.Path, tone: str, alpha: float, width: float, left: float,
              right: float) -> None:
    """A thin light along the right edge of `shape`, fading in from `left` to `right`."""
    canvas.save()
    canvas.clipPath(shape, True)
    paint = linear((left, 0), (right, 0), [(0, tone, 0), (1, tone, alpha)])
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    canvas.drawPath(shape, paint)
    canvas.restore()


def _nose_depth(x: Points, y: Points) -> Points:
    ridge = np.interp(y, (-26, -6, 14, 33, 41, 47), (52, 58, 68, 82, 76, 64))
    return np.asarray(ridge - 14 * (np.asarray(x) / 16.0) ** 2)


def paint_nose(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The nose, by planes of shade, a hint of nostrils and a light on ridge and tip."""
    skin, cut = character.skin, character.nose
    w, base, bridge, strength = cut.half, cut.base, cut.bridge, cut.planes
    wide = 1 + 0.05 * pose["smile"]
    w *= wide
    side = outline(((11, -22), (bridge, -8), (bridge * 0.75, 10), (7, 24), (10, 33), (w + 1, 36), (w - 1, base - 2),
                    (6, base), (4.5, 34), (bridge * 0.3, 16), (bridge * 0.25, -2), (5, -18)), _nose_depth)
    canvas.drawPath(pose.path(side), flat(skin.shade, 0.52 * strength, 2.2))
    root = ribbon(((-10, -20), (-7.5, -9), (-6.5, 2)), (0.5, 4.0, 0.5), _nose_depth)
    canvas.drawPath(pose.path(root), flat(skin.shade, 0.28 * strength, 2.0))
    under = outline(((-w + 2, base - 4), (-w * 0.5, base + 0.5), (-3, base + 3.4), (3, base + 3.4), (w * 0.5, base + 0.5),
                     (w - 2, base - 4), (w * 0.55, base - 4.2), (4, base - 1.2), (-4, base - 1.2), (-w * 0.55, base - 4.2)),
                    _nose_depth)
    canvas.drawPath(pose.path(under), flat(skin.shade, 0.85, 0.9))
    for way in (-1, 1):
        nostril = ribbon(((way * 3.6, base + 0.8), (way * 7.2, base - 1.6), (way * 10.6, base - 1.2)), (0.6, 3.0, 0.8),
                         _nose_depth)
        canvas.drawPath(pose.path(nostril), flat(skin.deep, 0.80, 0.4))
        wing = ribbon(((way * (w - 2.2), base - 14), (way * (w + 0.6), base - 8), (way * (w - 0.8), base - 2.4)),
                      (0.3, 1.7 if way > 0 else 1.2, 0.5), _nose_depth)
        canvas.drawPath(pose.path(wing), flat(skin.deep, 0.42 if way > 0 else 0.26, 0.5))
    shadow = ribbon(((-6, base + 6.5), (5, base + 7.5), (13, base + 4)), (0.5, 4.0, 0.5), face_depth)
    canvas.drawPath(pose.path(shadow), flat(skin.shade, 0.40, 1.8))
    ridge = ribbon(((-1.5, -10), (-2.2, 8), (-2.4, 25)), (0.5, 3.6, 1.6), _nose_depth)
    canvas.drawPath(pose.path(ridge), flat(skin.light, 0.60, 1.8))
    x, y = pose.spot(-2.6, base - 11, 82)
    canvas.drawCircle(x, y, 8, radial((x, y), 7.5, [(0, skin.light, 0.95), (0.4, skin.light, 0.5), (1, skin.light, 0)]))


def paint_folds(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The creases from nose to mouth, the shade under the lower lip and the light on the chin."""
    skin, smile = character.skin, pose["smile"]
    jaw = jaw_amount(character, pose)
    y0, half = character.lips.y, character.lips.half
    strength = (0.16 if character.beard == 0 else 0.24) + 0.30 * smile
    crease = ((20.5, 40 - 2 * smile), (28, 51 - 2 * smile), (half + 6.5, y0 - 6 + 0.25 * jaw))
    for spots, alpha in ((crease, strength), (mirror(crease), 0.7 * strength)):
        canvas.drawPath(pose.path(ribbon(spots, (0.4, 2.2, 0.5), face_depth)), flat(skin.shade, alpha, 1.0))
    chin = y0 + character.lips.lower + 7 + jaw * 1.25
    under = ribbon(((-13, chin - 0.5), (0, chin + 1), (14, chin - 0.8)), (0.5, 5.0, 0.5), face_depth)
    canvas.drawPath(pose.path(under), flat(skin.shade, 0.50, 2.2))
    if character.beard == 0:
        x, y = pose.spot(-4, chin + 14)
        canvas.drawCircle(x, y, 18, glow((x, y), 17, skin.light, 0.42, 0.7))


__all__ = ["drop_jaw", "face_path", "jaw_amount", "line", "paint_ears", "paint_face", "paint_folds", "paint_neck",
           "paint_nose", "paint_rim"]

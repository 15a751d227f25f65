"""The head without hair, eyes and mouth: the edge of the face, its skin, ears and neck."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from renderers.avatar.drawing import headwear, stylised
from renderers.avatar.drawing.accessories import paint_earring
from renderers.avatar.drawing.body import Piece, raise_body
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import (
    Outline,
    Points,
    both_sides,
    mirror,
    outline,
    path,
    ribbon_spots,
    smooth_path,
)
from renderers.avatar.drawing.paints import flat, linear
from renderers.avatar.drawing.parts import Field, Placement
from renderers.avatar.drawing.pose import Pose, rim_depth
from renderers.avatar.drawing.skin import paint_nose, paint_skin
from renderers.avatar.drawing.sprites import Sprite, bake, place, plane, texture
from renderers.raster import skia

SKIN_DEPTH, EAR_DEPTH, EARRING_DEPTH, NECK_DEPTH, CHIN_SHADOW_DEPTH = 34.0, -10.0, 0.0, -14.0, 6.0
"""How far towards the viewer each plane lies, in units."""


@lru_cache(maxsize=8)
def _skull(character: Character) -> Outline:
    return outline(both_sides(character.face), rim_depth)


def jaw_amount(character: Character, pose: Pose) -> float:
    """How far (units) the chin is down."""
    return character.jaw_drop * pose["jaw"] * (1 - 0.6 * pose["press"])


def jaw_share(x: Points, y: Points) -> Points:
    """How much of the chin's way down each point of the face's edge goes."""
    share = _below(y)
    return np.asarray(share * share * (3 - 2 * share))


def jaw_pinch(x: Points, y: Points) -> Points:
    """How far each point of the face's edge moves outwards for a unit of the chin's way down: cheeks grow narrower."""
    return np.asarray(-0.0022 * x * _below(y))


def cheek_rise(x: Points, y: Points) -> Points:
    """How far a full smile moves each point of the face's edge outwards."""
    return np.asarray(1.8 * np.exp(-(((y - 50) / 26) ** 2)) * np.clip(x / 20, -1, 1))


def _below(y: Points) -> Points:
    return np.clip((y - 42.0) / 62.0, 0, 1)


def _drop_jaw(points: Points, amount: float) -> Points:
    moved = points.copy()
    moved[:, 1] += amount * jaw_share(points[:, 0], points[:, 1])
    moved[:, 0] += amount * jaw_pinch(points[:, 0], points[:, 1])
    return moved


def face_path(character: Character, pose: Pose) -> skia.Path:
    """The edge of the face, jaw and smile included."""
    points = _drop_jaw(_skull(character).points, jaw_amount(character, pose))
    points[:, 0] += pose["smile"] * cheek_rise(points[:, 0], points[:, 1])
    return path(pose.project(points))


@lru_cache(maxsize=6)
def _skin(character: Character, scale: float) -> Sprite:
    return bake(-116, -130, 116, 172, scale, lambda canvas: paint_skin(canvas, character))


@lru_cache(maxsize=6)
def _nose(character: Character, scale: float) -> Sprite:
    return bake(-30, -34, 30, 62, scale, lambda canvas: paint_nose(canvas, character))


def paint_face(canvas: skia.Canvas, character: Character, pose: Pose, face: skia.Path, scale: float) -> None:
    """The skin of the face with its light and shade."""
    canvas.drawPath(face, texture(_skin(character, scale), plane(pose, SKIN_DEPTH)))


def nose_plane(pose: Pose) -> tuple[float, float, float, float, float, float]:
    """Where the nose's plane is seen (`Pose.plane`): its tip well ahead of its root, widened a little by a smile."""
    return pose.plane(56.0, 0.42, -24.0, 1 + 0.05 * (pose["smile"] - 0.5))


def place_nose(canvas: skia.Canvas, character: Character, pose: Pose, scale: float) -> None:
    """The nose."""
    a, b, c, d, e, f = nose_plane(pose)
    place(canvas, _nose(character, scale), skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1))


def head_share(x: Points, y: Points) -> Points:
    """How much of the head's movement each point of the neck follows; the rest it goes with the body."""
    return np.clip((168 - y) / 70, 0, 1)


def neck_path(character: Character) -> skia.Path:
    """The edge of the neck and chest at rest."""
    n = character.neck
    right = (
        (n - 2, 78, 0.0), (n - 2.5, 106), (n - 1, 128), (n + 3, 148), (n + 16, 168), (n + 40, 186), (n + 44, 236),
        (0, 276),
    )  # fmt: skip
    return smooth_path([*right, *mirror(right)[-2::-1]])


def neck_piece(character: Character, tint: str) -> Piece:
    """The neck and chest; it bends from where the head is to where the body is."""
    if character.hair_style == "hijab":
        return headwear.wrapped_neck(character, tint, _NECK_FIELDS)
    shape = neck_path(character)

    def paint(canvas: skia.Canvas) -> None:
        if character.species == "robot":
            _paint_pipe(canvas)
            return
        _paint_neck_skin(canvas, character, shape)
        _paint_chest(canvas, character)

    return Piece((-150.0, 60.0, 150.0, 280.0), paint, _NECK_FIELDS)


_NECK_FIELDS: tuple[Field, ...] = (head_share, lambda x, y: x * head_share(x, y), lambda x, y: y * head_share(x, y))


def place_neck(character: Character, pose: Pose) -> Placement:
    """Where the neck is seen: with the head where it begins, with the body where it ends."""
    body, head = raise_body(character, pose.torso), pose.plane(NECK_DEPTH)
    a, b, c, d, e, f = (ours - theirs for ours, theirs in zip(head, body, strict=True))
    return Placement(body, ((e, f), (a, b), (c, d)))


def _paint_neck_skin(canvas: skia.Canvas, character: Character, shape: skia.Path) -> None:
    n, skin = character.neck, character.skin
    canvas.drawPath(
        shape, linear((-n, 150), (n + 6, 158), [(0, skin.base, 1), (0.45, skin.base, 1), (1, skin.shade, 1)])
    )


def _paint_chest(canvas: skia.Canvas, character: Character) -> None:
    """Collarbones, the neck's cords, and what is worn around it."""
    n, skin = character.neck, character.skin
    for spots, widths, alpha in (
        (((-10, 196), (-34, 187), (-66, 184)), (0.6, 3.0, 0.6), 0.45),
        (((12, 196), (36, 187), (66, 185)), (0.6, 3.2, 0.6), 0.55),
        (((n * 0.66, 124), (n * 0.42, 154), (9, 192)), (0.4, 5.0, 1.0), 0.34),
        (((-n * 0.68, 128), (-n * 0.42, 156), (-8, 193)), (0.4, 3.4, 0.8), 0.22),
    ):
        canvas.drawPath(smooth_path(ribbon_spots(spots, widths)), flat(skin.shade, alpha, 1.6))
    if character.species == "fox":
        stylised.paint_ruff(canvas)
    if character.dress.necklace:
        _paint_necklace(canvas)


def _paint_pipe(canvas: skia.Canvas) -> None:
    """A machine's neck: rings that fold like bellows."""
    stops = [(0.0, "#66788c", 1.0), (0.35, "#56677a", 1.0), (0.6, "#3b4756", 1.0), (1.0, "#1f2730", 1.0)]
    canvas.drawRect(skia.Rect.MakeLTRB(-26, 70, 26, 250), linear((-30, 0), (30, 0), stops))
    for y in range(96, 190, 15):
        ring = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-32, y, 32, y + 11), 5, 5)
        canvas.drawRRect(ring, linear((-32, 0), (32, 0), stops))


def paint_chin_shadow(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The chin's shadow, thrown down and to the right by the light from the upper left, beyond the neck too."""
    tones = character.skin.shade, character.skin.deep
    if character.hair_style == "hijab":
        tones = character.hair.shade, character.hair.deep
    low = 20 + jaw_amount(character, pose)
    spots_ = ((-80, 70), (80, 70), (74, 112 + low), (40, 129 + low), (8, 134 + low), (-24, 126 + low), (-50, 108 + low))
    shadow = smooth_path([pose.spot(x, y, CHIN_SHADOW_DEPTH) for x, y in spots_])
    if character.species == "fox":
        canvas.drawPath(shadow, flat("#d8b9a2", 0.9, 3.0))
        return
    canvas.drawPath(shadow, flat(tones[0], 0.85, 1.4))
    top, end = pose.spot(0, 96 + low, CHIN_SHADOW_DEPTH), pose.spot(3, 130 + low, CHIN_SHADOW_DEPTH)
    canvas.drawPath(shadow, linear(top, end, [(0, tones[1], 0.62), (1, tones[1], 0.0)]))


def _paint_necklace(canvas: skia.Canvas) -> None:
    chain = ((-41, 168), (-25, 198), (1, 213), (27, 198), (42, 168))
    canvas.drawPath(smooth_path(ribbon_spots(chain, (0.8, 1.5, 1.7, 1.5, 0.8))), flat("#e0b463", 0.95))
    canvas.drawCircle(1, 216, 3.6, flat("#a8742f"))
    canvas.drawCircle(0.6, 215.5, 2.9, flat("#f0cf86"))


@lru_cache(maxsize=6)
def _ears(character: Character, scale: float) -> tuple[Sprite, Sprite]:
    left = bake(-106, -30, -64, 76, scale, lambda canvas: paint_ear(canvas, character, -1))
    return left, bake(64, -30, 106, 76, scale, lambda canvas: paint_ear(canvas, character, 1))


def paint_ears(canvas: skia.Canvas, character: Character, pose: Pose, scale: float) -> None:
    """Both ears, behind the face, in two tones."""
    for sprite in _ears(character, scale):
        place(canvas, sprite, plane(pose, EAR_DEPTH))


@lru_cache(maxsize=2)
def _earrings(character: Character, scale: float) -> Sprite:
    return bake(-106, 20, 106, 80, scale, lambda canvas: paint_pair(canvas, character))


def paint_earrings(canvas: skia.Canvas, character: Character, pose: Pose, scale: float) -> None:
    """Both earrings, for hair that hides the ears."""
    place(canvas, _earrings(character, scale), plane(pose, EARRING_DEPTH))


def paint_pair(canvas: skia.Canvas, character: Character) -> None:
    """Both earrings, in head space seen from the front."""
    for way in (-1, 1):
        paint_earring(canvas, character, way)


def paint_ear(canvas: skia.Canvas, character: Character, way: int) -> None:
    """One ear seen from the front, the left for `way` -1."""
    skin = character.skin

    def at(*spots: tuple[float, ...]) -> list[tuple[float, ...]]:
        return [(way * s[0], *s[1:]) for s in spots]

    shape = smooth_path(
        at((72, -6), (79, -17), (88, -19), (95, -10), (95, 8), (90.5, 24), (84, 38), (76, 38), (72, 20))
    )
    lit, dark = (skin.light, skin.base) if way < 0 else (skin.base, skin.shade)
    canvas.drawPath(shape, linear((0, -20), (0, 40), [(0, lit, 1), (1, dark, 1)]))
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawPath(
        smooth_path(at((78, -8), (85, -13), (91, -6), (90, 8), (85, 22), (80, 28), (76, 16))),
        flat(skin.shade, 0.75, 0.8),
    )
    canvas.drawPath(smooth_path(at((78, 0), (84, -3), (86, 6), (82, 18), (78, 20))), flat(skin.deep, 0.6, 1.0))
    canvas.drawPath(
        smooth_path(ribbon_spots(at((80, -10), (87, -9), (88, 4), (84, 16)), (0.6, 2, 2, 0.6))), flat(lit, 0.7, 0.5)
    )
    canvas.restore()
    paint_earring(canvas, character, way)


def paint_rim(canvas: skia.Canvas, character: Character, pose: Pose, tone: str) -> None:
    """A thin light along the right cheek and jaw of a face that no hair covers."""
    if not character.ears or character.species != "human":
        return
    spots = [(s[0] - 1.6, s[1]) for s in character.face[5:8]]
    points = _drop_jaw(outline(spots, rim_depth, closed=False).points, jaw_amount(character, pose))
    seen = [tuple(p) for p in pose.project(points[::3]).tolist()]
    canvas.drawPath(smooth_path(ribbon_spots(seen, (0.4, 2.6, 0.4))), flat(tone, 0.34, 0.8))

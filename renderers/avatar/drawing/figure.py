"""A whole presenter as vectors, painted in order from back to front."""

from __future__ import annotations

from renderers.avatar.drawing.accessories import before_hair, paint_glasses, place_glasses
from renderers.avatar.drawing.beard import beard_piece, place_beard
from renderers.avatar.drawing.body import (
    bare_arms,
    body_pieces,
    hand_piece,
    hand_shares,
    place_body,
    rim_tone,
)
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.eyes import paint_brows, paint_eyes
from renderers.avatar.drawing.face import (
    face_path,
    neck_piece,
    paint_chin_shadow,
    paint_earrings,
    paint_ears,
    paint_face,
    paint_rim,
    place_neck,
    place_nose,
)
from renderers.avatar.drawing.hair import front_paths, paint_back_hair, paint_front_hair, paint_hair_shadow
from renderers.avatar.drawing.headwear import drape_piece
from renderers.avatar.drawing.mouth import paint_folds, paint_mouth
from renderers.avatar.drawing.pieces import draw_piece
from renderers.avatar.drawing.pose import Pose
from renderers.raster import skia

HEAD_TOP, HEAD_HEIGHT = -149.0, 240.0
"""The highest point of usual hair, and chin to crown, in figure units (the eye line is 0)."""

BEHIND_NECK = ("chair_back", "legs")
ON_BODY = ("torso", "chair_front", "upper_left", "upper_right")
"""The pieces of the body in the order they are painted in; forearms and hands come after the head."""


def in_front(character: Character) -> tuple[str, ...]:
    """The pieces that are before the head: hands lie under cuffs, but over bare arms."""
    if bare_arms(character):
        return "fore_left", "hand_left", "fore_right", "hand_right"
    return "hand_left", "fore_left", "hand_right", "fore_right"


def paint_figure(canvas: skia.Canvas, character: Character, pose: Pose, tint: str, depth: float) -> None:
    """Paint a presenter in figure units down to y = `depth`."""
    rim = rim_tone(tint)
    scale = canvas.getTotalMatrix().getScaleX()
    face = face_path(character, pose)
    masses = front_paths(character, pose)
    pieces, places = dict(body_pieces(character, tint, depth)), place_body(character, pose)
    for name, side in (("left", -1.0), ("right", 1.0)):
        pieces[f"hand_{name}"] = hand_piece(character, side, hand_shares(pose, name))

    def draw(names: tuple[str, ...]) -> None:
        for name in names:
            if name in pieces:
                draw_piece(canvas, pieces[name], places[name])

    draw(BEHIND_NECK)
    paint_back_hair(canvas, character, pose)
    # On a layer of its own, so that the chin's shadow falls on the neck alone.
    canvas.saveLayer()
    draw_piece(canvas, neck_piece(character, tint), place_neck(character, pose))
    canvas.saveLayer(None, skia.Paint(BlendMode=skia.BlendMode.kSrcATop))
    paint_chin_shadow(canvas, character, pose)
    canvas.restore()
    canvas.restore()
    draw(ON_BODY)
    drape = drape_piece(character, tint)
    if drape is not None:
        draw_piece(canvas, drape, places["torso"])
    if character.ears:
        paint_ears(canvas, character, pose, scale)
    paint_face(canvas, character, pose, face, scale)
    canvas.save()
    canvas.clipPath(face, True)
    if character.beard > 0:
        draw_piece(canvas, beard_piece(character), place_beard(character, pose))
    paint_hair_shadow(canvas, character, masses)
    canvas.restore()
    paint_folds(canvas, character, pose)
    paint_mouth(canvas, character, pose)
    place_nose(canvas, character, pose, scale)
    paint_eyes(canvas, character, pose, scale)
    paint_brows(canvas, character, pose)
    paint_rim(canvas, character, pose, rim)
    if character.glasses != "none":
        a, b, c, d, e, f = place_glasses(pose)
        canvas.save()
        canvas.concat(skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1))
        paint_glasses(canvas, character)
        canvas.restore()
    paint_front_hair(canvas, character, pose, masses, rim)
    if before_hair(character):
        paint_earrings(canvas, character, pose, scale)
    draw(in_front(character))

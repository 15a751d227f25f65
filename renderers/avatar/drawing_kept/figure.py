"""A whole presenter, painted in order from back to front; the clothes are baked once and moved."""

from __future__ import annotations

from functools import lru_cache

from renderers.avatar.drawing_kept.character import CHARACTERS, Character
from renderers.avatar.drawing_kept.clothing import paint_clothing
from renderers.avatar.drawing_kept.eyes import paint_brows, paint_eyes
from renderers.avatar.drawing_kept.face import face_path, paint_ears, paint_face, paint_neck, paint_rim, place_nose
from renderers.avatar.drawing_kept.hair import front_paths, paint_back_hair, paint_front_hair, paint_hair_shadow
from renderers.avatar.drawing_kept.mouth import paint_folds, paint_mouth
from renderers.avatar.drawing_kept.paints import glow
from renderers.avatar.drawing_kept.pose import Pose
from renderers.avatar.drawing_kept.tones import from_lch, to_lch
from renderers.raster import skia

HEAD_TOP, HEAD_HEIGHT = -149.0, 240.0
"""The highest point of any hair, and chin to crown, in figure units (the eye line is 0)."""

_LEFT, _TOP, _RIGHT = -290.0, 120.0, 290.0


def rim_tone(tint: str) -> str:
    """The colour of the light from behind: pale, warm, with a breath of `tint`."""
    return from_lch(0.90, 0.06, to_lch(tint)[2])


@lru_cache(maxsize=6)
def _clothes(character_id: str, tint: str, scale: float, depth: float) -> skia.Image:
    """The clothes as an image at `scale` pixels a unit, from `_TOP` to `depth`."""
    target = skia.Surface.MakeRaster(
        skia.ImageInfo.MakeN32Premul(round((_RIGHT - _LEFT) * scale) + 1, round((depth - _TOP) * scale) + 1)
    )
    canvas = target.getCanvas()
    canvas.scale(scale, scale)
    canvas.translate(-_LEFT, -_TOP)
    paint_clothes(canvas, CHARACTERS[character_id], tint)
    return target.makeImageSnapshot()


def paint_clothes(canvas: skia.Canvas, character: Character, tint: str) -> None:
    """The clothes of the torso at rest with the shadow of the hair on them, on a canvas that is transparent."""
    paint_clothing(canvas, character, tint, rim_tone(tint))
    if not character.ears:
        _shade_shoulders(canvas)


def _shade_shoulders(canvas: skia.Canvas) -> None:
    """The shadow that hair resting on the shoulders throws on the clothes, and on nothing beside them."""
    for side, alpha in ((-1, 0.26), (1, 0.34)):
        x, y = side * 90.0, 194.0
        shade = glow((x, y), 42, "#1a1026", alpha, 0.52, side * 12)
        shade.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawCircle(x, y, 44, shade)


def paint_figure(canvas: skia.Canvas, character: Character, pose: Pose, tint: str, depth: float) -> None:
    """Paint a presenter in figure units down to y = `depth`."""
    rim = rim_tone(tint)
    matrix = canvas.getTotalMatrix()
    scale = matrix.getScaleX()
    face = face_path(character, pose)
    masses = front_paths(character, pose)
    paint_back_hair(canvas, character, pose)
    paint_neck(canvas, character, pose)
    clothes = _clothes(character.id, tint, scale, depth + 12)
    canvas.save()
    canvas.translate(_LEFT + pose.body[0], _TOP + pose.body[1])
    canvas.scale(1 / scale, 1 / scale)
    canvas.drawImage(clothes, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
    canvas.restore()
    if character.ears:
        paint_ears(canvas, character, pose, scale)
    paint_face(canvas, character, pose, face, scale)
    canvas.save()
    canvas.clipPath(face, True)
    paint_hair_shadow(canvas, character, masses)
    canvas.restore()
    paint_folds(canvas, character, pose)
    paint_mouth(canvas, character, pose)
    place_nose(canvas, character, pose, scale)
    paint_eyes(canvas, character, pose, scale)
    paint_brows(canvas, character, pose)
    paint_rim(canvas, character, pose, rim)
    paint_front_hair(canvas, character, pose, masses, rim)

"""A short beard: a soft darkening of jaw and upper lip that moves with the jaw."""

from __future__ import annotations

from functools import lru_cache

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Outline, Spot, mirror, outline, path
from renderers.avatar.drawing.face import drop_jaw, jaw_amount
from renderers.avatar.drawing.paints import flat
from renderers.avatar.drawing.pose import Pose, face_depth
from renderers.raster import skia

_RIGHT: tuple[Spot, ...] = ((0, 55.5), (12, 55), (26, 59), (36, 68), (45, 71), (58, 60), (67, 42), (72, 20), (78, -2, 0.2),
                            (96, 20), (92, 80), (66, 118), (30, 140), (0, 144))


@lru_cache(maxsize=2)
def _beard() -> Outline:
    return outline((*_RIGHT, *mirror(_RIGHT)[-2:0:-1]), face_depth)


def paint_beard(canvas: skia.Canvas, character: Character, pose: Pose, face: skia.Path) -> None:
    """The beard of a character that has one, inside the face's edge."""
    if character.beard <= 0:
        return
    points = drop_jaw(_beard().points, jaw_amount(character, pose))
    canvas.save()
    canvas.clipPath(face, True)
    shape = path(pose.project(points))
    canvas.drawPath(shape, flat(character.hair.base, character.beard * 0.62, 3.4))
    canvas.restore()

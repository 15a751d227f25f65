"""The mouth: lips as closed forms, teeth that belong to the skull, a tongue, and warmth rather than black inside."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.drawing import mouth_outlines
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import mirror, path, ribbon_spots
from renderers.avatar.drawing.face import jaw_amount
from renderers.avatar.drawing.mouth_outlines import CHANNELS, FILL, FORMS, GAP, INSIDE, LIGHT, POINTS, SHADE, STOPS
from renderers.avatar.drawing.paints import flat, linear, radial
from renderers.avatar.drawing.pose import Pose
from renderers.raster import skia

_INSIDE = ("#74302f", "#3d141a", "#bf5f5e", "#d6827d", "#fbf5ec", "#b08880", "#4a1a20", "#62252b")
"""The tones of what is the same in everybody's mouth."""

Measures = tuple[float, ...]


def mouth_tones(character: Character) -> tuple[str, ...]:
    """The tones of the mouth's forms, in the order of `mouth_outlines`."""
    skin = character.skin
    return skin.lip, skin.lip_upper, skin.lip_light, skin.deep, *(character.mouth or _INSIDE)


def lip_measures(character: Character) -> Measures:
    """What shapes a character's mouth, in the order of `shape_mouth`."""
    lips = character.lips
    return lips.half, lips.upper, lips.lower, lips.bow, lips.smile, lips.y, character.jaw_drop


def mouth_pose(pose: Pose) -> Measures:
    """What of a pose shapes the mouth, in the order of `shape_mouth`."""
    return tuple(map(pose.__getitem__, CHANNELS))


def paint_mouth(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """Lips, and what is seen between them."""
    points, fills = np.zeros((FORMS, POINTS, 2)), np.zeros((FORMS, FILL))
    counts = np.zeros(FORMS, np.int64)
    mouth_outlines.shape_mouth(lip_measures(character), mouth_pose(pose), pose.flat, points, counts, fills)
    tones = mouth_tones(character)
    canvas.save()
    if counts[GAP]:
        canvas.clipPath(path(points[GAP, : counts[GAP]]), True)
    for form in range(INSIDE, FORMS):
        if form == SHADE + 1:
            canvas.restore()
        if not counts[form]:
            continue
        paint = _paint(fills[form], tones)
        if form in (INSIDE, SHADE):
            canvas.drawPaint(paint)
        elif form == LIGHT:
            x, y, wide, high = fills[form, 1:5].tolist()
            canvas.drawOval(skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high), paint)
        else:
            canvas.drawPath(path(points[form, : counts[form]]), paint)


def _paint(fill: NDArray[np.float64], tones: tuple[str, ...]) -> skia.Paint:
    """The fill of a form, as `shape_mouth` writes it."""
    round_, x, y, end_x, end_y, soft, *numbers = fill.tolist()
    stops = [(numbers[k], tones[int(numbers[k + 1])], numbers[k + 2]) for k in range(0, 3 * STOPS, 3)]
    if round_:
        return radial((x, y), end_x, stops, end_y / end_x)
    if len({stop[1:] for stop in stops}) == 1:
        return flat(stops[0][1], round(stops[0][2], 2), soft)
    return linear((x, y), (end_x, end_y), stops)


def paint_folds(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The creases that a smile draws beside the mouth, and the shade under the lower lip."""
    if character.species != "human":
        return
    paint_creases(canvas, character, pose, crease_strength(character, pose))
    paint_lip_shade(canvas, character, pose)


def crease_strength(character: Character, pose: Pose) -> float:
    """How dark the creases beside the mouth are, 0 to 1."""
    return max(pose["smile"] - 0.30, 0.0) * 0.55 + (0.05 if character.beard == 0 else 0.12)


def paint_creases(canvas: skia.Canvas, character: Character, pose: Pose, strength: float) -> None:
    """The creases from the nose to the corners of the mouth."""
    smile, jaw, lips = pose["smile"], jaw_amount(character, pose), character.lips
    crease = ((21, 42 - 2 * smile), (29, 51 - 2 * smile), (lips.half + 8, lips.y - 8 + 0.25 * jaw))
    for spots, share in ((crease, 1.0), (mirror(crease), 0.7)):
        canvas.drawPath(
            pose.trace(ribbon_spots(spots, (0.4, 2.4, 0.5))),
            flat(character.skin.shade, round(strength * share, 2), 1.1),
        )


def lip_shade_drop(character: Character, pose: Pose) -> float:
    """How far (units) the shade under the lower lip has moved down."""
    return jaw_amount(character, pose) * 1.25 + 12 * pose["lower_lip"] * 0.2


def paint_lip_shade(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The shade under the lower lip."""
    lips = character.lips
    low = lips.y + lips.lower + 6.5 + lip_shade_drop(character, pose)
    under = ribbon_spots(((-13, low - 0.5), (0, low + 1), (14, low - 0.8)), (0.5, 5.0, 0.5))
    bare = character.beard == 0 or character.beard_cut in ("stubble", "moustache")
    canvas.drawPath(
        pose.trace(under), flat(character.skin.shade, 0.55, 2.0) if bare else flat(character.hair.deep, 0.16, 2.0)
    )

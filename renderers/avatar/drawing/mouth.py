"""The mouth: lips as closed forms, teeth that belong to the skull, a tongue, and warmth rather than black inside."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import mirror, ribbon_spots, smooth_path
from renderers.avatar.drawing.face import jaw_amount
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.avatar.drawing.pose import Pose, depth_at
from renderers.raster import skia

_INSIDE, _INSIDE_DEEP = "#74302f", "#3d141a"
_TONGUE, _TONGUE_LIGHT = "#bf5f5e", "#d6827d"
_TEETH, _TEETH_SHADE = "#fbf5ec", "#b08880"

Line = list[tuple[float, float]]


@dataclass(frozen=True)
class _Mouth:
    """The mouth's measures on one frame, in units about its centre at rest."""

    half: float
    corner: float
    top: float
    bottom: float
    upper: float
    lower: float
    round: float

    @property
    def gap(self) -> float:
        return self.bottom - self.top


def _measure(character: Character, pose: Pose) -> _Mouth:
    lips = character.lips
    jaw, press, tuck = pose["jaw"], pose["press"], pose["tuck"]
    round_, smile = pose["round"], pose["smile"]
    free = 1 - press
    parted = round_ * free * min(1.0, jaw / 0.12)
    # Rounded lips keep a small round hole even with the jaw up.
    top = -(1.6 * jaw + 4.2 * pose["upper_lip"] + 0.6 * round_ * jaw) * free - 1.4 * parted
    bottom = (27.0 * jaw + 4.6 * pose["lower_lip"]) * free + 3.2 * parted
    bottom = bottom * (1 - tuck) + (top + 5.2) * tuck
    half = lips.half * (1 + 0.17 * pose["width"] + 0.14 * smile - 0.30 * round_ - 0.07 * jaw)
    upper = lips.upper * (1 - 0.38 * press) * (1 + 0.20 * round_) * (1 - 0.12 * smile - 0.10 * pose["upper_lip"])
    lower = lips.lower * (1 - 0.34 * press) * (1 + 0.18 * round_) * (1 - 0.42 * tuck) * (1 - 0.10 * smile)
    corner = -11.0 * lips.smile * smile * (1 - 0.3 * jaw) - 1.4 * pose["width"] + 5.0 * jaw + 0.4
    corner += ((top + bottom) / 2 - corner) * 0.9 * round_
    return _Mouth(half, corner, top, bottom, upper, lower, round_)


class _Place:
    """Where the mouth's own units lie in the picture."""

    def __init__(self, character: Character, pose: Pose, mouth: _Mouth) -> None:
        self._pose, self._y, self._lift = pose, character.lips.y, 3.0 + 3.5 * mouth.round

    def path(self, line: Line, corners: tuple[int, ...], roundness: float = 0.2) -> skia.Path:
        """The closed outline through `line`."""
        return self._pose.trace(
            [(x, self._y + y, roundness if i in corners else 1.0) for i, (x, y) in enumerate(line)],
            self._lift,
            self._y + 12,
        )

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """One point."""
        return self._pose.spot(x, self._y + y, depth_at(x, min(self._y + y, self._y + 12)) + self._lift)


def mouth_box(character: Character, pose: Pose) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that `paint_mouth` may touch, in figure units."""
    m = _measure(character, pose)
    place = _Place(character, pose, m)
    wide = m.half + 8.0
    high, low = min(m.top - m.upper, m.corner) - 5.0, max(m.bottom + m.lower, m.corner) + 5.0
    corners = [place.spot(x, y) for x in (-wide, wide) for y in (high, low)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def paint_mouth(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """Lips, and what is seen between them."""
    m, skin = _measure(character, pose), character.skin
    place = _Place(character, pose, m)
    upper_edge, lower_edge = _inner(m)
    if m.gap > 0.8:
        canvas.save()
        canvas.clipPath(place.path([*upper_edge, *lower_edge[-2:0:-1]], (0, 6), 0.2 + 0.6 * m.round), True)
        _paint_inside(canvas, character, pose, m, place)
        canvas.restore()
    outer_top, outer_bottom = _outer(m, character.lips.bow)
    upper = place.path([*outer_top, *upper_edge[-2:0:-1]], (0, 8))
    lower = place.path([*outer_bottom, *lower_edge[-2:0:-1]], (0, 8))
    canvas.drawPath(
        upper,
        linear(
            place.spot(0, m.top - m.upper),
            place.spot(0, m.top + 1),
            [(0, skin.lip, 1), (0.4, skin.lip_upper, 1), (1, skin.lip_upper, 1)],
        ),
    )
    canvas.drawPath(
        lower,
        linear(
            place.spot(0, m.bottom),
            place.spot(0, m.bottom + m.lower),
            [(0, skin.lip_upper, 1), (0.25, skin.lip, 1), (1, skin.lip, 1)],
        ),
    )
    x, y = place.spot(-m.half * 0.12, m.bottom + m.lower * 0.50)
    reach = m.half * 0.52
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - reach, y - m.lower * 0.34, x + reach, y + m.lower * 0.34),
        glow((x, y), reach, skin.lip_light, 0.85, m.lower * 0.34 / reach),
    )
    _paint_line(canvas, character, m, place, upper_edge, lower_edge)


def _inner(m: _Mouth) -> tuple[Line, Line]:
    """The inner edges of both lips, from the left corner to the right, seven spots each."""
    top, bottom, corner = m.top, max(m.bottom, m.top + 0.2), m.corner
    opened = min((bottom - top) / 10.0, 1.0)
    upper: Line = [(m.half, corner)]
    lower: Line = [(m.half, corner)]
    for x, smiling, wide, oval in ((0.84, 0.66, 0.40, 0.62), (0.52, 0.24, 0.80, 0.90)):
        # Spread lips part like a bow, rounded ones like an egg; both hang from the corners.
        share = wide + (oval - wide) * m.round
        high = corner * (1 - share) * m.round + corner * smiling * (1 - m.round) + top * share + 0.5 * (1 - smiling)
        deep = share * (0.80 + 0.20 * opened)
        hang = corner * (smiling + (1 - deep - smiling) * opened)
        low = max(hang + bottom * deep + 0.5 * (1 - smiling), high + 0.05)
        upper.append((x * m.half, high))
        lower.append((x * m.half, low))
    upper.append((0.0, top + 0.7))
    lower.append((0.0, bottom + 0.7))
    return _across(upper), _across(lower)


def _across(right: Line) -> Line:
    """A line from the left corner to the right from its right half, given from the corner to the middle."""
    return [*[(-x, y) for x, y in right], *right[-2::-1]]


def _outer(m: _Mouth, bow: float) -> tuple[Line, Line]:
    """The outer edges of the upper and of the lower lip, from the left corner to the right."""
    h, c = m.half + 1.4 + 1.6 * m.round, m.corner
    peak = m.top - m.upper
    bump = max(0.21 * h, 5.4)
    upper = [
        (h, c),
        (0.84 * h, c * 0.70 + peak * (0.24 + 0.16 * m.round)),
        (0.56 * h, peak * 0.66 + c * 0.32),
        (bump, peak),
        (0.0, peak + bow * (1 - 0.3 * m.round)),
    ]
    low = m.bottom + m.lower
    lower = [
        (h, c),
        (0.86 * h, low * (0.36 + 0.10 * m.round) + c * 0.60),
        (0.62 * h, low * 0.76 + c * 0.22),
        (0.30 * h, low - 0.5),
        (0.0, low),
    ]
    return _across(upper), _across(lower)


def _paint_inside(canvas: skia.Canvas, character: Character, pose: Pose, m: _Mouth, place: _Place) -> None:
    y0 = character.lips.y
    box = skia.Rect.MakeLTRB(*place.spot(-60, -30), *place.spot(60, 60))
    canvas.drawRect(
        box,
        linear(
            place.spot(0, m.top),
            place.spot(0, max(m.bottom, m.top + 6)),
            [(0, _INSIDE_DEEP, 1), (0.5, _INSIDE_DEEP, 1), (1, _INSIDE, 1)],
        ),
    )
    jaw, tongue = jaw_amount(character, pose), pose["tongue"]
    if m.gap > 4:
        rise = m.bottom - 7.5 - 0.12 * jaw
        rise = rise * (1 - tongue) + min(rise, 5.0) * tongue
        w = m.half * (0.66 - 0.12 * tongue)
        spots = _across(
            [(w, m.bottom + 8), (w * 0.92, rise + 6), (w * 0.5, rise + 0.8), (0.0, rise + 1.2 * (1 - tongue))]
        )
        shape = _flat_path(pose, y0, spots, 52.0)
        canvas.drawPath(
            shape,
            linear(
                pose.spot(0, y0 + rise, 52),
                pose.spot(0, y0 + m.bottom + 4, 52),
                [(0, _TONGUE_LIGHT, 1), (0.5, _TONGUE, 1), (1, _TONGUE, 1)],
            ),
        )
    # Lips that come forward cover the teeth.
    edge, w = 4.8 - 6.5 * m.round, max(m.half, character.lips.half * 0.8) * 1.02
    teeth = _across([(w, -16.0), (w, edge - 5.5), (w * 0.62, edge - 1.2), (0.0, edge)])
    shape = _flat_path(pose, y0, teeth, 56.0, 0.4)
    canvas.drawPath(
        shape,
        linear(
            pose.spot(-w, y0, 56),
            pose.spot(w, y0, 56),
            [(0, _TEETH_SHADE, 1), (0.26, _TEETH, 1), (0.70, _TEETH, 1), (1, _TEETH_SHADE, 1)],
        ),
    )
    canvas.drawRect(
        box, linear(place.spot(0, m.top - 0.5), place.spot(0, m.top + 4.5), [(0, "#4a1a20", 0.50), (1, "#4a1a20", 0.0)])
    )


def _flat_path(pose: Pose, y0: float, line: Line, depth: float, roundness: float = 1.0) -> skia.Path:
    return smooth_path([(*pose.spot(x, y0 + y, depth), roundness) for x, y in line])


def _paint_line(canvas: skia.Canvas, character: Character, m: _Mouth, place: _Place, upper: Line, lower: Line) -> None:
    """The dark line where closed lips meet, and the small shade in each corner."""
    deep = character.skin.deep
    if m.gap < 2.5:
        thick = (0.2, 0.5, 0.75, 0.5, 0.75, 0.5, 0.2)
        band = [(x, y - t) for (x, y), t in zip(upper, thick, strict=True)]
        band += [(x, y + t) for (x, y), t in zip(lower, thick, strict=True)][-2:0:-1]
        canvas.drawPath(place.path(band, (0, 6)), flat("#62252b", round(0.9 * min(1.0, 2.5 - m.gap), 2)))
    for side in (-1.0, 1.0):
        tick = [
            (side * (m.half - 1.5), m.corner + 0.4),
            (side * (m.half + 1.6), m.corner - 0.4),
            (side * (m.half + 3.6), m.corner - 1.8),
        ]
        canvas.drawPath(
            place.path([(x, y) for x, y, _ in ribbon_spots(tick, (0.6, 1.9, 0.4))], ()), flat(deep, 0.62, 0.6)
        )


def paint_folds(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """The creases that a smile draws beside the mouth, and the shade under the lower lip."""
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
    bare = character.beard == 0
    canvas.drawPath(
        pose.trace(under), flat(character.skin.shade, 0.55, 2.0) if bare else flat(character.hair.deep, 0.16, 2.0)
    )

"""The mouth: lips as closed forms, teeth that belong to the skull, a tongue, and warmth rather than black inside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Points, outline, path
from renderers.avatar.drawing.face import jaw_amount
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.avatar.drawing.pose import Pose, face_depth
from renderers.raster import skia

_INSIDE, _INSIDE_DEEP = "#6d2a2e", "#3a1218"
_TONGUE, _TONGUE_LIGHT = "#c1605f", "#d98480"
_TEETH, _TEETH_SHADE = "#fbf4ea", "#b58e86"


@dataclass(frozen=True)
class _Opening:
    """The mouth's measures on one frame, in units about its centre at rest."""

    half: float
    corner: float
    top: float
    bottom: float
    upper: float
    lower: float
    round: float
    forward: float


def _measure(character: Character, pose: Pose) -> _Opening:
    lips = character.lips
    jaw, press, tuck = pose["jaw"], pose["press"], pose["tuck"]
    round_, smile = pose["round"], pose["smile"]
    free = 1 - press
    top = -(1.6 * jaw + 4.2 * pose["upper_lip"] + 0.6 * round_ * jaw) * free
    bottom = (27.0 * jaw + 4.6 * pose["lower_lip"]) * free
    # Rounded lips keep a small round hole even with the jaw up.
    bottom += 3.2 * round_ * free * min(1.0, jaw / 0.12)
    top += -1.4 * round_ * free * min(1.0, jaw / 0.12)
    bottom = bottom * (1 - tuck) + (top + 5.2) * tuck
    half = lips.half * (1 + 0.17 * pose["width"] + 0.13 * smile - 0.30 * round_ - 0.07 * jaw)
    upper = lips.upper * (1 - 0.38 * press) * (1 + 0.20 * round_) * (1 - 0.10 * smile - 0.10 * pose["upper_lip"])
    lower = lips.lower * (1 - 0.34 * press) * (1 + 0.18 * round_) * (1 - 0.42 * tuck) * (1 - 0.10 * smile)
    corner = -10.5 * smile * (1 - 0.35 * jaw) - 1.4 * pose["width"] + 5.0 * jaw * (1 - 0.4 * round_) + 0.6
    return _Opening(half, corner, top, bottom, upper, lower, round_, 3.5 * round_)


def paint_mouth(canvas: skia.Canvas, character: Character, pose: Pose) -> None:
    """Lips, and what is seen between them."""
    m, skin = _measure(character, pose), character.skin
    upper_edge, lower_edge = _inner(m)
    inside = _see(character, pose, m, np.concatenate([upper_edge, lower_edge[::-1][1:-1]]), (0, len(upper_edge) - 1))
    outer_top, outer_bottom = _outer(m, character.lips.bow)
    upper = _see(character, pose, m, np.concatenate([outer_top, upper_edge[::-1][1:-1]]), (0, len(outer_top) - 1))
    lower = _see(character, pose, m, np.concatenate([outer_bottom, lower_edge[::-1][1:-1]]), (0, len(outer_bottom) - 1))
    x, y = _spot(character, pose, m, 0, (m.top + m.bottom) / 2)
    if m.bottom - m.top > 0.8:
        canvas.save()
        canvas.clipPath(inside, True)
        _paint_inside(canvas, character, pose, m)
        canvas.restore()
    top_spot = _spot(character, pose, m, 0, m.top - m.upper)
    under = _spot(character, pose, m, 0, m.top + 1)
    canvas.drawPath(upper, linear(top_spot, under, [(0, skin.lip, 1), (0.35, skin.lip_upper, 1), (1, skin.lip_upper, 1)]))
    low_top, low_end = _spot(character, pose, m, 0, m.bottom), _spot(character, pose, m, 0, m.bottom + m.lower)
    canvas.drawPath(lower, linear(low_top, low_end, [(0, skin.lip_upper, 1), (0.22, skin.lip, 1), (1, skin.lip, 1)]))
    canvas.save()
    canvas.clipPath(lower, True)
    lx, ly = _spot(character, pose, m, -m.half * 0.12, m.bottom + m.lower * 0.48)
    canvas.drawCircle(lx, ly, m.half * 0.7, glow((lx, ly), m.half * 0.55, skin.lip_light, 0.80, 0.30))
    canvas.restore()
    _paint_line(canvas, character, pose, m, upper_edge, lower_edge)
    del x, y


def _inner(m: _Opening) -> tuple[Points, Points]:
    """The inner edges of both lips, from the left corner to the right, five spots each."""
    fullness = 0.80 + 0.10 * m.round
    top, bottom = m.top, max(m.bottom, m.top + 0.2)
    xs = np.array([-1.0, -0.56, 0.0, 0.56, 1.0]) * m.half
    upper = np.column_stack([xs, (m.corner, top * fullness + 0.30 * m.corner + 0.5, top + 0.7,
                                  top * fullness + 0.30 * m.corner + 0.5, m.corner)])
    open_ = min((bottom - top) / 10.0, 1.0)
    side = bottom * (0.62 + 0.18 * open_) + m.corner * (0.30 - 0.10 * open_) + 0.4 * (1 - open_)
    lower = np.column_stack([xs, (m.corner, side, bottom + 0.7, side, m.corner)])
    lower[:, 1] = np.maximum(lower[:, 1], upper[:, 1] + 0.0)
    return upper, lower


def _outer(m: _Opening, bow: float) -> tuple[Points, Points]:
    """The outer edges of the upper and of the lower lip, from the left corner to the right."""
    h, c = m.half + 1.6, m.corner
    peak = m.top - m.upper
    upper = np.array([(-h, c), (-0.62 * h, peak * 0.52 + c * 0.42), (-0.20 * h, peak), (0.0, peak + bow), (0.20 * h, peak),
                      (0.62 * h, peak * 0.52 + c * 0.42), (h, c)])
    low = m.bottom + m.lower
    side = low * 0.74 + c * 0.26
    lower = np.array([(-h, c), (-0.66 * h, side * 0.86), (-0.26 * h, low - 0.3), (0.26 * h, low - 0.3),
                      (0.66 * h, side * 0.86), (h, c)])
    return upper, lower


def _depth(m: _Opening) -> float:
    return 3.0 + m.forward


def _see(character: Character, pose: Pose, m: _Opening, local: Points, corners: tuple[int, ...]) -> skia.Path:
    y0 = character.lips.y
    spots = [(x, y0 + y, 0.2 if i in corners else 1.0) for i, (x, y) in enumerate(local.tolist())]
    return pose.path(outline(spots, lambda x, y: face_depth(x, np.minimum(y, y0 + 12)) + _depth(m)))


def _spot(character: Character, pose: Pose, m: _Opening, x: float, y: float) -> tuple[float, float]:
    height = np.array([min(character.lips.y + y, character.lips.y + 12)])
    return pose.spot(x, character.lips.y + y, float(face_depth(np.array([x]), height)[0]) + _depth(m))


def _paint_inside(canvas: skia.Canvas, character: Character, pose: Pose, m: _Opening) -> None:
    y0 = character.lips.y
    start, end = _spot(character, pose, m, 0, m.top), _spot(character, pose, m, 0, max(m.bottom, m.top + 6))
    canvas.drawPaint(linear(start, end, [(0, _INSIDE_DEEP, 1), (0.5, _INSIDE_DEEP, 1), (1, _INSIDE, 1)]))
    jaw, tongue = jaw_amount(character, pose), pose["tongue"]
    if m.bottom - m.top > 4:
        rise = m.bottom - 7.5 - 0.12 * jaw
        rise = rise * (1 - tongue) + min(rise, 5.0) * tongue
        w = m.half * (0.66 - 0.12 * tongue)
        spots = [(-w, m.bottom + 8), (-w * 0.92, rise + 6), (-w * 0.5, rise + 0.8), (0, rise + 1.2 * (1 - tongue)),
                 (w * 0.5, rise + 0.8), (w * 0.92, rise + 6), (w, m.bottom + 8)]
        shape = pose.path(outline([(x, y0 + y) for x, y in spots], 52.0))
        a, b = pose.spot(0, y0 + rise, 52), pose.spot(0, y0 + m.bottom + 4, 52)
        canvas.drawPath(shape, linear(a, b, [(0, _TONGUE_LIGHT, 1), (0.5, _TONGUE, 1), (1, _TONGUE, 1)]))
    edge = 4.6
    w = m.half * 1.02
    teeth = [(-w, -12), (w, -12), (w, edge - 5.5), (w * 0.62, edge - 1.2), (w * 0.2, edge), (-w * 0.2, edge),
             (-w * 0.62, edge - 1.2), (-w, edge - 5.5)]
    shape = pose.path(outline([(x, y0 + y, 0.4) for x, y in teeth], 56.0))
    a, b = pose.spot(-w, y0, 56), pose.spot(w, y0, 56)
    canvas.drawPath(shape, linear(a, b, [(0, _TEETH_SHADE, 1), (0.26, _TEETH, 1), (0.70, _TEETH, 1), (1, _TEETH_SHADE, 1)]))
    shade_a, shade_b = _spot(character, pose, m, 0, m.top - 0.5), _spot(character, pose, m, 0, m.top + 4.5)
    canvas.drawPaint(linear(shade_a, shade_b, [(0, "#4a1a20", 0.55), (1, "#4a1a20", 0.0)]))


def _paint_line(canvas: skia.Canvas, character: Character, pose: Pose, m: _Opening, upper: Points, lower: Points) -> None:
    """The dark line where closed lips meet, and the small shade in each corner."""
    deep = "#5d2328" if character.beard == 0 else "#6e3330"
    gap = m.bottom - m.top
    if gap < 2.5:
        thick = np.array([0.2, 0.85, 0.6, 0.85, 0.2])
        band = np.concatenate([upper - np.column_stack([np.zeros(5), thick]),
                               (lower + np.column_stack([np.zeros(5), thick]))[::-1][1:-1]])
        canvas.drawPath(_see(character, pose, m, band, (0, 4)), flat(deep, 0.9 * min(1.0, 2.5 - gap)))
    for side in (-1.0, 1.0):
        x, y = _spot(character, pose, m, side * (m.half + 1.0), m.corner - 0.2)
        canvas.drawCircle(x, y, 4.0, glow((x, y), 3.6, character.skin.deep, 0.75))


__all__ = ["paint_mouth", "path"]

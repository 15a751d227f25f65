"""Beards: hair on the face, which goes along with the corners of the mouth, the upper lip, the jaw and the head."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from renderers.avatar.drawing.body import Piece
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Points, Spot, both_sides, ribbon_spots, smooth_path
from renderers.avatar.drawing.face import SKIN_DEPTH, jaw_amount, jaw_share
from renderers.avatar.drawing.mouth import lip_measures, mouth_pose
from renderers.avatar.drawing.mouth_outlines import lip_edges
from renderers.avatar.drawing.paints import flat, glow, linear
from renderers.avatar.drawing.parts import Placement
from renderers.avatar.drawing.pose import Pose, Way, face_depth
from renderers.avatar.drawing.tones import Material
from renderers.raster import skia

BLACK_BEARD = Material("#2a2223", "#1c1618", "#120d10", "#63524e")
"""The beard of who shows no hair."""
_BEARD: tuple[Spot, ...] = (
    (0, 53), (12, 51), (26, 54.5), (36, 60), (46, 63), (56, 58), (64.5, 47), (70, 28), (73, -6), (75, -18, 0.3),
    (104, -18), (104, 110), (66, 150), (30, 168), (0, 168),
)  # fmt: skip
_GOATEE: tuple[Spot, ...] = (
    (0, 57), (13, 55.5), (27, 58.5), (36.5, 68), (37, 86), (31, 104), (22, 124), (0, 130),
)  # fmt: skip
_MOUSTACHE: tuple[Spot, ...] = ((0, 54.5), (13, 51.5), (29, 54.5), (46, 65.5, 0.3), (33, 68), (15, 67.5), (0, 65.5))
BEARDS: dict[str, tuple[Spot, ...]] = {
    "full": _BEARD, "stubble": _BEARD, "goatee": _GOATEE, "moustache": _MOUSTACHE, "long": _BEARD,
}  # fmt: skip
"""Beards by name: the right half of the skin they cover."""
_BOUNDS = (-116.0, -30.0, 116.0, 172.0)
_CORNER = 17.0, 22.0
"""How far (units) the hair beside and above a corner of the mouth goes along with it."""


@lru_cache(maxsize=6)
def beard_piece(character: Character) -> Piece:
    """A beard, and how it bends: with the depth of the face, the corners of the mouth down and outwards, the upper lip
    and the jaw.
    """
    at = character.lips.y
    top, _, half, upper, _, corner = _resting_edges(character)

    def depth(x: Points, y: Points) -> Points:
        return np.asarray(SKIN_DEPTH + (face_depth(x, y) - SKIN_DEPTH) * (1 - _step(36, 66, np.abs(x))))

    def corners(x: Points, y: Points) -> Points:
        beside, above = (np.abs(x) - half) / _CORNER[0], (y - at - corner) / _CORNER[1]
        return np.asarray(np.exp(-(beside**2) - above**2))

    def outwards(x: Points, y: Points) -> Points:
        return np.asarray(np.clip(x / 14, -1, 1) * corners(x, y))

    def lip(x: Points, y: Points) -> Points:
        edge = at + top - upper
        return np.asarray(np.exp(-((x / 20) ** 2)) * _step(edge - 16, edge - 4, y) * (1 - _step(at - 2, at + 6, y)))

    def jaw(x: Points, y: Points) -> Points:
        # Under the lips all goes with the jaw; along the cheeks as much as the edge of the face.
        middle = 1 - _step(20, 55, np.abs(x))
        return np.asarray(middle * _step(at - 6, at + 30, y) + (1 - middle) * jaw_share(x, y))

    return Piece(_BOUNDS, lambda canvas: paint_beard(canvas, character), (depth, corners, outwards, lip, jaw))


def place_beard(character: Character, pose: Pose) -> Placement:
    """Where a beard is seen."""
    top, _, half, upper, _, corner = _edges(character, pose)
    still_top, _, still_half, still_upper, _, still_corner = _resting_edges(character)
    (a, b), (c, d) = pose.across, pose.down

    def along(x: float, y: float) -> Way:
        return a * x + c * y, b * x + d * y

    return Placement(
        pose.plane(0.0),
        (
            pose.ahead,
            along(0, corner - still_corner),
            along(half - still_half, 0),
            along(0, (top - upper) - (still_top - still_upper)),
            along(0, jaw_amount(character, pose)),
        ),
    )


def _edges(character: Character, pose: Pose) -> tuple[float, ...]:
    edges: tuple[float, ...] = lip_edges(lip_measures(character), mouth_pose(pose))
    return edges


@lru_cache(maxsize=6)
def _resting_edges(character: Character) -> tuple[float, ...]:
    return _edges(character, Pose())


def _step(low: float, high: float, x: Points) -> Points:
    """0 below `low`, 1 above `high`, a smooth step between."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def paint_beard(canvas: skia.Canvas, character: Character) -> None:
    """A beard and beyond the face's edges, in head space seen from the front, about a mouth at rest."""
    strength = character.beard
    hair = character.hair if character.hair_style != "turban" else BLACK_BEARD
    cut = BEARDS[character.beard_cut]
    whole = smooth_path(both_sides(cut))
    if character.beard_cut == "stubble":
        canvas.drawPath(whole, flat(hair.base, round(0.26 * strength, 2), 5.0))
        return
    burn = linear((0, -10), (0, 30), [(0, hair.light, 0), (1, hair.light, 0.30 * strength)])
    burn.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 4.0))
    canvas.drawPath(whole, burn)
    # Thin where it meets the cheeks' hair, full along jaw and chin.
    canvas.save()
    canvas.clipPath(whole, True)
    most = min(0.94 * strength, 1.0)
    canvas.drawPaint(
        linear(
            (0, -16), (0, 80),
            [(0, hair.shade, 0.0), (0.20, hair.shade, most), (0.6, hair.base, most), (1, hair.base, most)],
        )
    )  # fmt: skip
    canvas.drawPaint(linear((20, 90), (84, 70), [(0, hair.shade, 0), (1, hair.shade, 0.7)]))
    canvas.drawCircle(-14, 106, 60, glow((-14, 104), 44, hair.light, 0.55, 0.5))
    for way in (-1, 1):
        canvas.drawCircle(way * 4, 88, 26, glow((way * 4, 88.5), 15, hair.deep, 0.12, 0.4))
        for spots, tone, alpha in (
            (((way * 62, 40), (way * 58, 72), (way * 44, 100)), hair.light, 0.34),
            (((way * 50, 74), (way * 42, 96), (way * 24, 114)), hair.deep, 0.30),
            (((way * 34, 84), (way * 28, 104), (way * 14, 120)), hair.light, 0.30),
            (((way * 20, 92), (way * 14, 116), (way * 4, 138)), hair.deep, 0.26),
        ):
            canvas.drawPath(smooth_path(ribbon_spots(spots, (0.5, 4.5, 0.5))), flat(tone, alpha, 1.0))
    canvas.restore()

"""Whole-hand shapes as numbers of one kind, so that any of them blend into any other.

A hand hangs from the wrist at the origin, fingers down, seen from its back with the thumb at negative x. Shapes that
show the palm are mirrored when they are drawn; between the two a hand turns like a leaf.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

THUMB, INDEX, MIDDLE, RING, LITTLE = range(5)
Finger = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]

PALM = ((-16, -12), (-20, 12), (-28, 40), (-28, 68), (-8, 80), (12, 79), (28, 68), (29, 40), (22, 12), (16, -12))
"""The outline of the hand without its fingers, from the wrist's thumb side round the knuckles."""
WIDTHS = ((27.0, 19.0, 14.5), (17.5, 16.0, 12.5), (18.0, 16.5, 13.0), (17.0, 15.5, 12.5), (15.0, 13.5, 11.0))
"""How thick each finger is at its root, its middle and just before its tip, from the thumb on."""


@dataclass(frozen=True)
class HandShape:
    """One shape: three spots of every finger, which lie over the palm, and whether the palm is seen."""

    fingers: tuple[Finger, Finger, Finger, Finger, Finger]
    over: tuple[bool, bool, bool, bool, bool] = (False, False, False, False, False)
    palm: bool = False
    turn: float = 1.0
    """How broad it is seen: 1 flat to the viewer, less where the hand stands on its edge."""


_THUMB_ACROSS: Finger = ((-12, 20), (-28, 54), (1, 62))
_MIDDLE_IN: Finger = ((-6, 84), (-6, 72), (-5, 54))
_RING_IN: Finger = ((9, 83), (9, 71), (8, 54))
_LITTLE_IN: Finger = ((22, 74), (22, 66), (20, 52))
_FOLDED = (True, False, True, True, True)

HAND_SHAPES: dict[str, HandShape] = {
    "relaxed": HandShape(
        (
            ((-11, 14), (-34, 48), (-37, 80)),
            ((-19, 66), (-25, 102), (-20, 130)),
            ((-5, 72), (-8, 111), (-3, 141)),
            ((9, 71), (8, 108), (11, 136)),
            ((21, 62), (23, 92), (23, 114)),
        ),
        turn=0.74,
    ),
    "open": HandShape(
        (
            ((-10, 14), (-45, 38), (-66, 66)),
            ((-19, 64), (-29, 104), (-36, 136)),
            ((-6, 70), (-8, 114), (-10, 151)),
            ((9, 69), (14, 110), (19, 144)),
            ((22, 60), (33, 92), (42, 117)),
        ),
        palm=True,
    ),
    "flat": HandShape(
        (
            ((-10, 16), (-38, 46), (-44, 78)),
            ((-19, 66), (-22, 104), (-21, 137)),
            ((-5, 72), (-6, 113), (-5, 149)),
            ((9, 71), (10, 110), (11, 143)),
            ((21, 62), (25, 93), (26, 119)),
        ),
        palm=True,
    ),
    "point": HandShape(
        (
            ((-11, 14), (-35, 46), (-31, 78)),
            ((-19, 64), (-20, 106), (-20, 144)),
            ((-5, 60), (-4, 78), (-3, 90)),
            ((9, 60), (10, 76), (10, 87)),
            ((21, 54), (22, 68), (21, 77)),
        )
    ),
    "one": HandShape(
        (_THUMB_ACROSS, ((-19, 64), (-20, 106), (-20, 145)), _MIDDLE_IN, _RING_IN, _LITTLE_IN), _FOLDED, palm=True
    ),
    "two": HandShape(
        (
            ((-12, 20), (-26, 54), (7, 62)),
            ((-19, 64), (-27, 105), (-35, 142)),
            ((-5, 70), (-1, 114), (3, 151)),
            _RING_IN,
            _LITTLE_IN,
        ),
        (True, False, False, True, True),
        palm=True,
    ),
    "three": HandShape(
        (
            ((-12, 20), (-22, 55), (15, 59)),
            ((-19, 64), (-31, 103), (-40, 138)),
            ((-6, 70), (-8, 114), (-9, 151)),
            ((9, 69), (15, 110), (21, 144)),
            _LITTLE_IN,
        ),
        (True, False, False, False, True),
        palm=True,
    ),
    "fist": HandShape(
        (_THUMB_ACROSS, ((-20, 82), (-20, 72), (-19, 55)), _MIDDLE_IN, _RING_IN, _LITTLE_IN), (True,) * 5, palm=True
    ),
    "pinch": HandShape(
        (
            ((-10, 16), (-42, 54), (-46, 92)),
            ((-19, 66), (-38, 104), (-49, 98)),
            ((-5, 72), (-15, 112), (-18, 140)),
            ((9, 71), (9, 110), (11, 140)),
            ((21, 62), (27, 93), (31, 117)),
        ),
        palm=True,
    ),
}
"""Every shape by name; the first is the one of a hand at rest."""


@dataclass(frozen=True)
class Hand:
    """A hand between shapes: spots (5 × 3 × 2), which fingers lie over the palm, and how it is turned.

    `turn` is 1 where the back is seen and -1 where the palm is; in between it is seen from its side.
    """

    fingers: NDArray[np.float64]
    over: tuple[bool, ...]
    turn: float


def blend_shapes(weights: Mapping[str, float]) -> Hand:
    """The hand of weighted shapes; what is missing from 1 is `relaxed`, and more than 1 is shared out."""
    given = {name: max(weight, 0.0) for name, weight in weights.items() if name != "relaxed"}
    total = sum(given.values())
    given = {name: weight / max(total, 1.0) for name, weight in given.items()}
    given["relaxed"] = max(0.0, 1.0 - total)
    fingers, over, turn = np.zeros((5, 3, 2)), np.zeros(5), 0.0
    for name, weight in given.items():
        shape = HAND_SHAPES[name]
        fingers += weight * np.array(shape.fingers)
        over += weight * np.array(shape.over)
        turn += weight * shape.turn * (-1.0 if shape.palm else 1.0)
    turn = (0.3 if turn >= 0 else -0.3) if abs(turn) < 0.3 else turn
    return Hand(fingers, tuple(bool(share > 0.5) for share in over), turn)

"""How much of a presenter a picture shows, from the face alone to the whole figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from renderers.picture_format import Rect


@dataclass(frozen=True)
class Framing:
    """How far down (figure units) a region reaches, the width it needs at least, and the share of it above the head.

    `low` is None where the whole figure is shown. `arms` is how much more width is needed for each unit by which a
    figure is broader than a slender one, so that its hands are not cut.
    """

    low: float | None
    reach: float
    headroom: float
    arms: float = 0.0


FRAMINGS: dict[str, Framing] = {
    "close_up": Framing(196.0, 330.0, 0.05),
    "head_shoulders": Framing(432.0, 470.0, 0.06),
    "half_body": Framing(716.0, 800.0, 0.06, 0.8),
    "full_body": Framing(None, 640.0, 0.05),
}
"""Framings by name; the arms of a gesture may reach out of the narrowest region and are cut by its edges."""

DEFAULT_FRAMING = "head_shoulders"
FRAMINGS_WITH_ARMS = ("half_body", "full_body")
"""Framings in which gestures are seen."""
_SLENDER = 400.0
_FOOTROOM = 0.035
_DEEPEST = 2500.0
_HEAD_TOP, _GROUND = -155.0, 1402.0
_FACE = Rect(-78.0, -104.0, 156.0, 196.0)
"""Of a usual figure, in figure units about its eyes: the highest hair, the ground, and the face."""


Breadth = Callable[[float], float]


def _slender(height: float) -> float:
    return 0.0


class Place(NamedTuple):
    """Units a figure unit, where the figure's origin lies, and how far down (figure units) the region reaches."""

    scale: float
    left: float
    top: float
    depth: float


def face_region(region: Rect, framing: str, circle: bool = False) -> Rect:
    """About where the face of a figure is, forehead to chin, when it fills `region`. Raises KeyError for no framing."""
    if circle:
        return Rect(region.x + 0.25 * region.width, region.y + 0.15 * region.height, region.width / 2,
                    0.6 * region.height)  # fmt: skip
    place = place_figure(region, framing, _HEAD_TOP, _GROUND)
    return Rect(
        place.left + _FACE.x * place.scale,
        place.top + _FACE.y * place.scale,
        _FACE.width * place.scale,
        _FACE.height * place.scale,
    )


def place_figure(region: Rect, framing: str, head_top: float, ground: float, breadth: Breadth = _slender) -> Place:
    """How a figure from `head_top` to `ground` (figure units) fills `region`. Raises KeyError for no framing.

    `breadth` is how broad the figure is at a height: no shoulder at rest is cut by the region's sides.
    """
    asked = FRAMINGS[framing]
    broad = breadth(asked.low) if asked.low is not None else 0.0
    reach = max(asked.reach + asked.arms * max(broad - _SLENDER, 0.0), broad)
    low = asked.low if asked.low is not None else ground
    room = region.height * (1 - asked.headroom - (_FOOTROOM if asked.low is None else 0.0))
    scale = max(min(room / (low - head_top), region.width / reach), 1e-6)
    if asked.low is not None:
        # In a region as narrow as this the figure is cut at its sides rather than floating above the bottom.
        scale = max(scale, room / (ground - 8.0 - head_top))
    top = region.y + region.height * asked.headroom - head_top * scale
    if asked.low is None:
        # A figure that does not fill the height stands on the ground all the same.
        top = region.bottom - region.height * _FOOTROOM - ground * scale
    return Place(scale, region.x + region.width / 2, top, min((region.bottom - top) / scale, _DEEPEST))

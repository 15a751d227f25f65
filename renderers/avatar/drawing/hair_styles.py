"""The hair cuts there are, headwear included: silhouettes, locks and lit edges, in head space."""

from __future__ import annotations

from renderers.avatar.drawing.hair_classic import LOB, QUIFF
from renderers.avatar.drawing.hair_forms import HairStyle, Lock
from renderers.avatar.drawing.hair_long import LONGER
from renderers.avatar.drawing.hair_short import BALD, SHORT
from renderers.avatar.drawing.headwear import HEADWEAR

__all__ = ["HAIR_STYLES", "HairStyle", "Lock", "highest"]

HAIR_STYLES: dict[str, HairStyle] = {
    "lob": LOB, "quiff": QUIFF, **SHORT, **LONGER, **HEADWEAR, "fox": BALD, "robot": BALD,
}  # fmt: skip
"""Hair cuts by name; animals and machines bring their own."""

_OWN = {"fox": -196.0, "robot": -176.0}


def highest(style: str) -> float:
    """The highest point of a cut, in figure units; never below that of usual hair."""
    if style in _OWN:
        return _OWN[style]
    cut = HAIR_STYLES[style]
    return min([-149.0, *(spot[1] - 3.0 for mass in (cut.back, *cut.front) for spot in mass)])

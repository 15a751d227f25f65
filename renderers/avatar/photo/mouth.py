"""A photographed mouth that speaks: lips, chin and cheeks carried column by column, and what opens between the lips.

Each column of the mouth's frame is a line on which the edges of lips, chin and throat are moved and everything between
them is stretched or pressed together, never folded. Between the lips there is a cavity with teeth and a tongue, in the
photo's own light.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import Mouth, Table
from renderers.avatar.photo.controls import Controls

Plane = NDArray[np.uint8]
Rows = NDArray[np.float32]

_SQUEEZE = 0.38
"""What is left at least of a stretch of skin that is pressed together."""
_OPENING = 0.95
"""How much of the mouth's width opens."""
_DROP_SHARE = 0.10
"""How much of the jaw's drop the line goes along on which the lips meet."""


@dataclass(frozen=True)
class Light:
    """The colours of what is inside a mouth as Y, U and V in the photo's light."""

    teeth: tuple[float, float, float]
    tongue: tuple[float, float, float]
    cavity: tuple[float, float, float]


@dataclass(frozen=True)
class Shape:
    """One frame's mouth: for each column the moved edges (`to`) and where they come from (`of`), 7 × columns each.

    The edges are: still, upper lip's outer and inner, lower lip's inner and outer, jaw, throat. `half` is half the
    mouth's width, `rim` where the upper teeth end, `down` how far the lower teeth are from where they meet the upper
    ones, `gape` how far the lips are apart in the middle (pixels).
    """

    to: Rows
    of: Rows
    half: float
    rim: Rows
    down: float
    gape: float


def shape(mouth: Mouth, c: Controls) -> Shape:
    """Where everything of the mouth is."""
    u, half = mouth.u, mouth.half
    wide = 2 * half
    # Lips that are closed over teeth that the photo shows are not as far apart at the corners.
    calm = 1 - 0.75 * min(mouth.open_, 0.16)
    spread = calm * (1 + 0.09 * c.width - 0.25 * c.round_ + 0.05 * c.grin - 0.03 * c.press - 0.07 * c.jaw)
    now = half * float(np.clip(spread, 0.66, 1.12))
    source = _across(u, now, mouth)
    top, inner_top, inner_low, low = (
        np.interp(source, u, t) for t in (mouth.top, mouth.inner_top, mouth.inner_low, mouth.low)
    )
    share = np.clip(np.abs(u) / now, 0, 1)
    # The opening ends a little inside the corners, and runs out there without an edge.
    inner = np.clip(share / _OPENING, 0, 1)
    profile = (1 - inner**2) ** (1.05 - 0.35 * c.round_ - 0.15 * c.jaw)
    out = np.clip((np.abs(u) - now) / (0.9 * half), 0, 1)
    fade = 1 - out * out * (3 - 2 * out)
    drop = mouth.drop * c.jaw
    meet = 0.5 * inner_top + 0.5 * inner_low
    corner = share**2 * fade
    moved = _DROP_SHARE * drop * fade - 0.055 * wide * c.grin * corner + 0.045 * wide * mouth.open_ * corner
    free = 1 - max(c.press, c.tuck)
    raised = (0.050 * c.upper_lip * free + 0.062 * c.tuck) * wide + 0.09 * drop
    lowered = (1 - _DROP_SHARE) * drop + 0.045 * c.lower_lip * free * wide
    lowered = lowered * (1 - c.tuck) + 0.004 * wide * c.tuck
    # Whatever else is asked for, lips that are pressed are shut.
    parted = profile * (1 - c.press)
    upper = meet + moved - raised * parted
    lower = meet + moved + lowered * parted
    # Pressed lips roll in; so does a lower lip that is under the teeth.
    roll_top = 0.26 * c.press * (inner_top - top)
    roll_low = (0.22 * c.press + 0.42 * c.tuck) * (low - inner_low)
    pucker = 0.030 * wide * c.round_ * profile
    of = np.stack([mouth.still, top, inner_top - roll_top, inner_low + roll_low, low, mouth.jaw, mouth.throat])
    jaw_to = mouth.jaw + drop * mouth.carried
    fall = lower - inner_low
    to = np.stack(
        [
            of[0],
            top + 0.52 * (upper - inner_top) - 0.5 * pucker,
            upper,
            lower,
            low + np.where(fall > 0, 0.88, 0.55) * fall + pucker,
            jaw_to,
            of[6],
        ]
    )
    _bound(to, of)
    gape = float((to[3] - to[2])[np.argmin(np.abs(u))])
    return Shape(to.astype(np.float32), of.astype(np.float32), now, mouth.rim.astype(np.float32), 0.9 * drop, gape)


def _across(u: Table, now: float, mouth: Mouth) -> Table:
    """The photo's columns that are seen at `u` when half the mouth is `now` wide."""
    left, right = float(-u[0]), float(u[-1])
    return np.interp(u, [-left, -now, now, right], [-left, -mouth.half, mouth.half, right])


def _bound(to: Table, of: Table) -> None:
    """Keep the edges of every column in their order, and skin from being pressed to nothing."""
    for k in range(1, 6):
        if k == 3:
            to[3] = np.maximum(to[3], to[2])
            continue
        to[k] = np.maximum(to[k], to[k - 1] + _SQUEEZE * np.maximum(of[k] - of[k - 1], 0))
    for k in (5, 4):
        to[k] = np.minimum(to[k], to[k + 1] - _SQUEEZE * np.maximum(of[k + 1] - of[k], 0))
    to[4] = np.maximum(to[4], to[3])

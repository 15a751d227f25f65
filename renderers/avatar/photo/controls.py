"""From a performance to what a photo can do without looking wrong: smaller, and never beyond bounds.

The curves are made for drawn presenters, whose features may go far. A photographed face is known too well for that:
turns, lifts and openings are scaled down and end softly.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from renderers.avatar.channels import CHANNELS
from renderers.avatar.drawing.expression import express

MOST_YAW, MOST_PITCH, MOST_ROLL = 5.5, 4.0, 3.0
"""Degrees."""


@dataclass(frozen=True)
class Controls:
    """What one frame asks of the face. Turns are radians; `gaze` is in radii of the iris; all else is a share.

    `jaw` to `tongue` are the mouth's channels, `grin` how much more than at rest is smiled (negative: less), `wide` how
    far lids are opened beyond the photo's, `brows` how far the left and the right are raised, `knit` lowers and `plead`
    raises their inner ends. `shift` and `lift` move the head, `rise` the shoulders, in twelfths of its height.
    """

    jaw: float
    width: float
    round_: float
    press: float
    tuck: float
    upper_lip: float
    lower_lip: float
    tongue: float
    grin: float
    lids: tuple[float, float]
    wide: float
    brows: tuple[float, float]
    gaze: tuple[float, float]
    yaw: float
    pitch: float
    roll: float
    shift: float
    lift: float
    rise: float


def controls(values: Mapping[str, float], turned: float = 0.0) -> Controls:
    """The controls of one frame from its channels' `values`; `turned` (−1 to 1) is how far the photo's face is."""
    v = express(values)
    grin = _soft(v["smile"] - CHANNELS["smile"].rest, 0.7)
    brow = tuple(_soft(0.75 * v[name] + 0.15 * v["brow_inner"], 0.85) for name in ("brow_left", "brow_right"))
    # A face that is turned shows less of the cheek that a further turn would bring to the front.
    room = 1 - 0.5 * min(abs(turned), 1.0)
    return Controls(
        jaw=v["jaw"],
        width=_soft(v["width"], 0.9),
        round_=v["round"],
        press=v["press"],
        tuck=v["tuck"],
        upper_lip=v["upper_lip"],
        lower_lip=v["lower_lip"],
        tongue=v["tongue"],
        grin=grin,
        lids=(v["blink_left"], v["blink_right"]),
        wide=_soft(v["eyes_wide"], 0.8),
        brows=(brow[0], brow[1]),
        gaze=(_soft(2.2 * v["gaze_x"], 0.55), _soft(1.6 * v["gaze_y"], 0.3)),
        yaw=math.radians(_soft(0.6 * v["yaw"], MOST_YAW * room)),
        pitch=math.radians(_soft(0.7 * v["pitch"], MOST_PITCH)),
        roll=math.radians(_soft(0.7 * v["roll"], MOST_ROLL)),
        shift=_soft(0.35 * v["head_x"] + 0.2 * v["lean"], 0.25),
        lift=_soft(0.3 * v["head_y"], 0.22),
        rise=0.10 * v["breath"] + 0.06 * v["shoulders"],
    )


def _soft(value: float, most: float) -> float:
    """`value` where it is small, and never beyond ±`most`."""
    return most * math.tanh(value / most)

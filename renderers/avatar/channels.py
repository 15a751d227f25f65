"""The curves a performance is made of: their bounds and their rest.

Degrees and directions are the viewer's: positive yaw turns to the picture's right, positive pitch looks down, positive
roll leans to the right.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Channel:
    """The bounds of one curve and the value it has at rest."""

    low: float
    high: float
    rest: float = 0.0


SIDES = ("left", "right")
"""The picture's sides, by which the channels of brows, lids, arms and hands are named."""

EMOTIONS = ("warm", "excited", "serious", "empathetic", "surprised", "proud")
"""Expressions by weight; what is missing from 1 is neutral."""

HANDS = ("open", "flat", "point", "one", "two", "three", "fist", "pinch")
"""Shapes of a hand by weight, `<shape>_<side>`; what is missing from 1 is a relaxed hand."""

CHANNELS: dict[str, Channel] = {
    "jaw": Channel(0.0, 1.0),
    "width": Channel(-1.0, 1.0),
    "round": Channel(0.0, 1.0),
    "press": Channel(0.0, 1.0),
    "tuck": Channel(0.0, 1.0),
    "upper_lip": Channel(0.0, 1.0),
    "lower_lip": Channel(0.0, 1.0),
    "tongue": Channel(0.0, 1.0),
    "smile": Channel(-0.6, 1.0, 0.55),
    "blink_left": Channel(0.0, 1.0),
    "blink_right": Channel(0.0, 1.0),
    "brow_left": Channel(-1.0, 1.0),
    "brow_right": Channel(-1.0, 1.0),
    "brow_inner": Channel(-1.0, 1.0),
    "eyes_wide": Channel(-1.0, 1.0),
    "gaze_x": Channel(-1.0, 1.0),
    "gaze_y": Channel(-1.0, 1.0),
    "yaw": Channel(-15.0, 15.0),
    "pitch": Channel(-10.0, 10.0),
    "roll": Channel(-8.0, 8.0),
    "head_x": Channel(-1.0, 1.0),
    "head_y": Channel(-1.0, 1.0),
    "breath": Channel(0.0, 1.0),
    "shoulders": Channel(-1.0, 1.0),
    "lean": Channel(-1.0, 1.0),
    "torso_lean": Channel(-8.0, 8.0),
    "torso_turn": Channel(-20.0, 20.0),
    **{emotion: Channel(0.0, 1.0) for emotion in EMOTIONS},
    **{f"shoulder_{side}": Channel(-20.0, 150.0) for side in SIDES},
    **{f"elbow_{side}": Channel(-178.0, 178.0, 8.0) for side in SIDES},
    **{f"wrist_{side}": Channel(-75.0, 75.0) for side in SIDES},
    **{f"reach_{side}": Channel(0.0, 1.0) for side in SIDES},
    **{f"{shape}_{side}": Channel(0.0, 1.0) for shape in HANDS for side in SIDES},
}
"""Every channel. `left` and `right` are the picture's sides. Angles are degrees; `gaze` 1 is `GAZE_DEGREES`;
`head_x`, `head_y` and `lean` 1 is a twelfth of the head's height; the rest are shares of the most there is.

`brow_inner` raises the brows' inner ends (1) or knits them (-1); `eyes_wide` opens the lids (1) or narrows them (-1).
`torso_lean` leans the body to the right about the hips and `torso_turn` turns the chest to the picture's right.
`shoulder` lifts an upper arm sideways from where it hangs; `elbow` turns the forearm on from there, inwards and up
where it is positive and outwards where it is negative; `wrist` turns the hand on, inwards where it is positive;
`reach` points the forearm at the viewer, so that it is seen shorter. Weights of one kind that add up to more than 1 are
shared out."""

GAZE_DEGREES = 30.0
"""The turn of the eyes that `gaze` 1 stands for."""

REST: dict[str, float] = {name: channel.rest for name, channel in CHANNELS.items()}
"""The pose in which every scene begins and ends."""

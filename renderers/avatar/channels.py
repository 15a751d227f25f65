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


CHANNELS: dict[str, Channel] = {
    "jaw": Channel(0.0, 1.0),
    "width": Channel(-1.0, 1.0),
    "round": Channel(0.0, 1.0),
    "press": Channel(0.0, 1.0),
    "tuck": Channel(0.0, 1.0),
    "upper_lip": Channel(0.0, 1.0),
    "lower_lip": Channel(0.0, 1.0),
    "tongue": Channel(0.0, 1.0),
    "smile": Channel(0.0, 1.0, 0.55),
    "blink_left": Channel(0.0, 1.0),
    "blink_right": Channel(0.0, 1.0),
    "brow_left": Channel(-1.0, 1.0),
    "brow_right": Channel(-1.0, 1.0),
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
}
"""Every channel. `left` and `right` are the picture's sides. Angles are degrees; `gaze` 1 is `GAZE_DEGREES`;
`head_x`, `head_y` and `lean` 1 is a twelfth of the head's height; the rest are shares of the most there is."""

GAZE_DEGREES = 30.0
"""The turn of the eyes that `gaze` 1 stands for."""

REST: dict[str, float] = {name: channel.rest for name, channel in CHANNELS.items()}
"""The pose in which every scene begins and ends."""

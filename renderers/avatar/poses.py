"""Key poses of arms and hands for gestures, as channel values: where a stroke arrives, for half and full figures.

`<side>` in a channel's name is the picture's side; `on_side` gives a pose that is made with one arm for either.

They are where arms arrive, not the way there: a forearm that rises outwards comes past the viewer, so `reach` wants to
be near 1 half way and then go to the pose's own, or the hand flies in a wide bow. A hand turns over in a third of a
second at most, while the arm moves.
"""

from __future__ import annotations

from collections.abc import Mapping

Values = Mapping[str, float]

ONE_HANDED: dict[str, dict[str, float]] = {
    "open_palm": {"shoulder": 8.0, "elbow": -98.0, "wrist": -36.0, "reach": 0.25, "open": 1.0},
    "beat": {"shoulder": 4.0, "elbow": 84.0, "wrist": -10.0, "reach": 0.31, "flat": 0.6},
    "precise": {"shoulder": 10.0, "elbow": -156.0, "wrist": 12.0, "reach": 0.28, "pinch": 1.0},
    "count_one": {"shoulder": 9.0, "elbow": -156.0, "wrist": 6.0, "reach": 0.25, "one": 1.0},
    "count_two": {"shoulder": 9.0, "elbow": -156.0, "wrist": 6.0, "reach": 0.25, "two": 1.0},
    "count_three": {"shoulder": 9.0, "elbow": -156.0, "wrist": 6.0, "reach": 0.25, "three": 1.0},
    "point": {"shoulder": 6.0, "elbow": -116.0, "wrist": 8.0, "reach": 0.28, "point": 1.0},
    "wave": {"shoulder": 22.0, "elbow": -148.0, "wrist": -4.0, "reach": 0.06, "open": 1.0},
    "hand_on_heart": {"shoulder": 10.0, "elbow": 122.0, "wrist": 8.0, "reach": 0.19},
    "resolve": {"shoulder": 10.0, "elbow": -150.0, "wrist": 10.0, "reach": 0.25, "fist": 1.0},
    "raise": {"shoulder": 14.0, "elbow": -128.0, "wrist": -34.0, "reach": 0.2, "open": 1.0},
}
"""Poses of one arm by name, without the side in the channels' names."""

_HELD = {"shoulder": 6.0, "elbow": 66.0, "wrist": -6.0, "reach": 0.44, "point": 0.35}
_WIDE = {"shoulder": 12.0, "elbow": -88.0, "wrist": -46.0, "reach": 0.25, "open": 1.0}
_OPEN = {"shoulder": 6.0, "elbow": -52.0, "wrist": -62.0, "reach": 0.5, "open": 1.0}
_HIGH = {"shoulder": 16.0, "elbow": -124.0, "wrist": -36.0, "reach": 0.22, "open": 1.0}
_FRAME = {"shoulder": 10.0, "elbow": 176.0, "wrist": -6.0, "reach": 0.44, "flat": 1.0}


def _with_both(pose: Values) -> dict[str, float]:
    return {f"{channel}_{side}": value for side in ("left", "right") for channel, value in pose.items()}


def _weighed(upper: str, lower: str) -> dict[str, float]:
    """Both palms up, one higher than the other."""
    high = {"shoulder": 10.0, "elbow": -110.0, "wrist": -40.0, "reach": 0.3, "open": 1.0}
    low = {"shoulder": 6.0, "elbow": -62.0, "wrist": -46.0, "reach": 0.5, "open": 1.0}
    return {
        **{f"{channel}_{upper}": value for channel, value in high.items()},
        **{f"{channel}_{lower}": value for channel, value in low.items()},
    }


TWO_HANDED: dict[str, dict[str, float]] = {
    "together": {**_with_both(_HELD), "elbow_right": 72.0},
    "both_wide": _with_both(_WIDE),
    "both_open": _with_both(_OPEN),
    "both_high": _with_both(_HIGH),
    "weigh_left": _weighed("left", "right"),
    "weigh_right": _weighed("right", "left"),
    "frame": _with_both(_FRAME),
}
"""Poses of both arms by name."""


def on_side(name: str, side: str) -> dict[str, float]:
    """The channel values of a one-handed pose made on `side`, "left" or "right". Raises KeyError for no such pose."""
    return {f"{channel}_{side}": value for channel, value in ONE_HANDED[name].items()}

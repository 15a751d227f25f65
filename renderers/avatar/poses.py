"""Key poses of arms and hands for gestures, as channel values: where a stroke arrives, for half and full figures.

`<side>` in a channel's name is the picture's side; `on_side` gives a pose that is made with one arm for either.
"""

from __future__ import annotations

from collections.abc import Mapping

Values = Mapping[str, float]

ONE_HANDED: dict[str, dict[str, float]] = {
    "open_palm": {"shoulder": 12.0, "elbow": -52.0, "wrist": -14.0, "reach": 0.20, "open": 1.0},
    "beat": {"shoulder": 4.0, "elbow": 84.0, "wrist": -10.0, "reach": 0.50, "flat": 0.6},
    "precise": {"shoulder": 8.0, "elbow": 138.0, "wrist": -12.0, "reach": 0.20, "pinch": 1.0},
    "count_one": {"shoulder": 12.0, "elbow": 166.0, "wrist": -10.0, "one": 1.0},
    "count_two": {"shoulder": 12.0, "elbow": 166.0, "wrist": -10.0, "two": 1.0},
    "count_three": {"shoulder": 12.0, "elbow": 166.0, "wrist": -10.0, "three": 1.0},
    "point": {"shoulder": 20.0, "elbow": -78.0, "wrist": -4.0, "reach": 0.10, "point": 1.0},
    "wave": {"shoulder": 26.0, "elbow": -150.0, "wrist": 8.0, "open": 1.0},
    "hand_on_heart": {"shoulder": 10.0, "elbow": 122.0, "wrist": 8.0, "reach": 0.30},
    "resolve": {"shoulder": 12.0, "elbow": 142.0, "wrist": -6.0, "reach": 0.15, "fist": 1.0},
}
"""Poses of one arm by name, without the side in the channels' names."""

_HELD = {"shoulder": 5.0, "elbow": 64.0, "reach": 0.36}
TWO_HANDED: dict[str, dict[str, float]] = {
    "together": {
        **{f"{name}_left": value for name, value in _HELD.items()},
        **{f"{name}_right": value for name, value in _HELD.items()},
        "wrist_left": 4.0, "wrist_right": 10.0, "elbow_right": 70.0,
    },
    "both_wide": {
        f"{name}_{side}": value
        for side in ("left", "right")
        for name, value in {"shoulder": 16.0, "elbow": -62.0, "wrist": -12.0, "reach": 0.25, "open": 1.0}.items()
    },
    "both_open": {
        f"{name}_{side}": value
        for side in ("left", "right")
        for name, value in {"shoulder": 6.0, "elbow": -26.0, "wrist": -20.0, "reach": 0.45, "open": 1.0}.items()
    },
    "frame": {
        f"{name}_{side}": value
        for side in ("left", "right")
        for name, value in {"shoulder": 10.0, "elbow": 104.0, "wrist": -66.0, "reach": 0.35, "flat": 1.0}.items()
    },
}  # fmt: skip
"""Poses of both arms by name."""


def on_side(name: str, side: str) -> dict[str, float]:
    """The channel values of a one-handed pose made on `side`, "left" or "right". Raises KeyError for no such pose."""
    return {f"{channel}_{side}": value for channel, value in ONE_HANDED[name].items()}

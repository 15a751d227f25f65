"""The arms and hands of a presenter who is seen to the waist or further: gestures, beats, and where hands are between.

A gesture is a preparation, a stroke whose speed is highest a little before the word's peak, a hold, and the way back.
While somebody speaks the hands are held ready before the body; in a longer silence they stay where they are and then
go down, and nothing is begun. All that moves is decided half a second ahead at most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.channels import CHANNELS, HANDS, SIDES
from renderers.avatar.gestures import Gesture, choose_gestures, resting_accents
from renderers.avatar.poses import ONE_HANDED, TWO_HANDED
from renderers.avatar.prosody import EARLIER, Prosody, dice

Curve = NDArray[np.float64]

FRAMINGS_WITH_ARMS = ("half_body", "full_body")
JOINTS = ("shoulder", "elbow", "wrist", "reach", *HANDS)
"""Channels of one arm, without the side in their names."""
_REST = np.array([CHANNELS[f"{joint}_left"].rest for joint in JOINTS])
_ELBOW, _WRIST, _REACH = (JOINTS.index(joint) for joint in ("elbow", "wrist", "reach"))
_AHEAD = 0.48
"""Seconds before a word at which its gesture may begin."""
_ENDING, _LOWERING = 0.69, 0.55
_PATIENCE, _FORESIGHT = 0.7, 0.49
_HOLD_BEAT = 0.5

_POSES: dict[str, Mapping[str, float]] = {
    **ONE_HANDED,
    "offer": {"shoulder": 5.0, "elbow": -44.0, "wrist": -50.0, "reach": 0.45, "open": 1.0},
}
_READY: dict[str, tuple[Mapping[str, float], Mapping[str, float]]] = {
    "loose": ({"shoulder": 5.0, "elbow": 46.0, "wrist": -6.0, "reach": 0.34},) * 2,
    "clasped": (
        {key.removesuffix("_left"): value for key, value in TWO_HANDED["together"].items() if key.endswith("_left")},
        {key.removesuffix("_right"): value for key, value in TWO_HANDED["together"].items() if key.endswith("_right")},
    ),
    "left": ({"shoulder": 5.0, "elbow": 52.0, "wrist": -8.0, "reach": 0.32}, {}),
    "right": ({}, {"shoulder": 5.0, "elbow": 52.0, "wrist": -8.0, "reach": 0.32}),
}
"""Where the hands are between gestures, left and right; an arm without values hangs."""


@dataclass
class _Arm:
    """The moves of one arm: from when, over how long, to where; a later one takes over from an earlier."""

    moves: list[tuple[float, float, Curve]] = field(default_factory=list)

    def go(self, start: float, length: float, goal: Curve) -> None:
        """Move to `goal` from `start` on; what was to begin later is not done."""
        while self.moves and self.moves[-1][0] >= start - EARLIER:
            self.moves.pop()
        self.moves.append((start, length, goal))

    def follow(self, times: Curve) -> Curve:
        """The values of the joints (len(JOINTS) × n) at `times`."""
        values = np.repeat(_REST[:, None], len(times), axis=1)
        before = _REST
        for start, length, goal in self.moves:
            first, last = np.searchsorted(times, (start, start + length))
            share = (times[first:last] - start) / length
            eased = share * share * share * (10 - 15 * share + 6 * share * share)
            moved = values[:, first:last] * (1 - eased) + goal[:, None] * eased
            # A forearm that swings about the elbow on the outside comes past the viewer, and is seen short.
            swing = _swing(float(before[_ELBOW]), float(goal[_ELBOW]))
            moved[_REACH] += (0.95 - moved[_REACH]) * swing * 16 * (share * (1 - share)) ** 2
            values[:, first:last] = moved
            values[:, last:] = goal[:, None]
            before = goal
        return values


def _swing(before: float, after: float) -> float:
    if min(before, after) > -15 and abs(after - before) < 80:
        return 0.0
    return min(abs(after - before) / 110.0, 1.0) * 0.9


def move_arms(request: AvatarRequest, prosody: Prosody, times: Curve) -> dict[str, Curve]:
    """The channels of arms and hands at `times`; none for framings in which they are not seen."""
    if request.framing not in FRAMINGS_WITH_ARMS:
        return {}
    gestures = choose_gestures(request, prosody)
    arms = {side: _Arm() for side in SIDES}
    ready = _wait(prosody, request.seed, arms)
    waits = {side: list(arms[side].moves) for side in SIDES}
    for side in SIDES:
        _weave(arms[side], waits[side], [g for g in gestures if g.side in (side, "both")], side, request.seed, prosody)
    values = {}
    for side in SIDES:
        curve = arms[side].follow(times)
        raised = np.clip((np.abs(curve[_ELBOW] - 8.0) - 10.0) / 30.0, 0, 1)
        beats = _beats(prosody, gestures, times, request.seed, side) * raised
        curve[_ELBOW] -= np.where(curve[_ELBOW] > 0, 1.0, -0.7) * 7.0 * beats
        curve[_REACH] = np.clip(curve[_REACH] + 0.06 * beats, 0, 1)
        for gesture in gestures:
            if gesture.name == "wave" and gesture.side == side:
                _wag(curve, gesture, times)
        values.update({f"{joint}_{side}": curve[place] for place, joint in enumerate(JOINTS)})
    del ready
    return values

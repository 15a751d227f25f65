"""The arms and hands of a presenter who is seen to the waist or further: gestures, beats, and where hands are between.

A gesture is a preparation, a stroke whose speed is highest a little before the word's peak, a hold, and the way back.
While somebody speaks the hands are held ready before the body; in a longer silence they stay where they are and then
go down, and nothing is begun. All that moves is decided half a second ahead at most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.channels import CHANNELS, HANDS, SIDES
from renderers.avatar.framing import FRAMINGS_WITH_ARMS
from renderers.avatar.gestures import Gesture, resting_accents
from renderers.avatar.head import hill, minimum_jerk
from renderers.avatar.poses import ONE_HANDED, TWO_HANDED
from renderers.avatar.prosody import EARLIER, Prosody, dice
from renderers.avatar.styles import Style, find_style

Curve = NDArray[np.float64]

JOINTS = ("shoulder", "elbow", "wrist", "reach", *HANDS)
"""Channels of one arm, without the side in their names."""
_REST = np.array([CHANNELS[f"{joint}_left"].rest for joint in JOINTS])
_ELBOW, _WRIST, _REACH, _SHAPES = 1, 2, 3, 4
_AHEAD = 0.48
"""Seconds before a word at which its gesture begins."""
_LEAD = (0.0, 0.08)
_STROKE, _HOLD = (0.18, 0.28), (0.30, 0.60)
_WAVING, _WAVES, _WAG = 1.1, 2.3, 13.0
_RETRACTING, _RISING, _RISE_LEAD = 0.62, 0.75, 0.3
_PATIENCE, _FORESIGHT, _LOWERING = 0.85, 0.49, 0.9
"""Seconds of silence for which raised hands wait, for which it must be known to go on, and over which they go down."""
_ENDING, _ENDED = 0.69, 0.55
_CHANGE, _NEAR = 0.35, 0.66
_BEAT_DEGREES = 7.0

_POSES: dict[str, Mapping[str, float]] = {
    **ONE_HANDED,
    "show": {"shoulder": 6.0, "elbow": -74.0, "wrist": -38.0, "reach": 0.42, "flat": 0.8},
    "offer": {"shoulder": 5.0, "elbow": -44.0, "wrist": -50.0, "reach": 0.6, "open": 1.0},
}
_LOOSE = {"shoulder": 5.0, "elbow": 46.0, "wrist": -6.0, "reach": 0.34}
_HELD = {"shoulder": 5.0, "elbow": 52.0, "wrist": -8.0, "reach": 0.32}
_TOGETHER = TWO_HANDED["together"]
_READY: tuple[tuple[float, Mapping[str, Mapping[str, float]]], ...] = (
    (0.40, {"left": _LOOSE, "right": _LOOSE}),
    (0.60, {side: {joint: _TOGETHER.get(f"{joint}_{side}", 0.0) for joint in JOINTS} for side in SIDES}),
    (0.80, {"left": _HELD, "right": {}}),
    (1.00, {"left": {}, "right": _HELD}),
)
"""Where the hands are between gestures, up to a share of all; an arm without values hangs."""

Move = tuple[float, float, Curve]
"""When a move begins, how long it takes, and where it goes."""


@dataclass(frozen=True)
class _Timing:
    """When a gesture begins, when its stroke begins, how long that takes, and when the hand goes back."""

    begin: float
    stroke: float
    length: float
    back: float


def move_arms(
    request: AvatarRequest, prosody: Prosody, gestures: tuple[Gesture, ...], times: Curve
) -> dict[str, Curve]:
    """The channels of arms and hands at `times`; none for framings in which they are not seen."""
    if request.framing not in FRAMINGS_WITH_ARMS:
        return {}
    waits, style = _wait(request, prosody), find_style(request.style)
    values: dict[str, Curve] = {}
    for side in SIDES:
        own = [gesture for gesture in gestures if gesture.side in (side, "both")]
        timed = [(gesture, _timing(gesture, request.seed, style)) for gesture in own]
        resting = [(at, length, ready[side]) for at, length, ready in waits]
        moves = _moves(timed, resting, side, request.seed, style)
        curve = _follow(_ended(moves, prosody.length), times)
        raised = np.clip((np.abs(curve[_ELBOW] - _REST[_ELBOW]) - 10.0) / 30.0, 0, 1)
        beats = raised * _beats(prosody, gestures, times, request.seed, side, style)
        curve[_ELBOW] -= np.clip(curve[_ELBOW] / 20.0, -1, 1) * _BEAT_DEGREES * beats
        curve[_REACH] += 0.05 * beats
        for place, (gesture, timing) in enumerate(timed):
            if gesture.name == "wave":
                until = min(
                    [timing.back, prosody.length - _ENDING, *(later.begin for _, later in timed[place + 1 : place + 2])]
                )
                _wag(curve, timing.stroke + timing.length, until, times)
        values.update({f"{joint}_{side}": curve[place] for place, joint in enumerate(JOINTS)})
    return values


def _goal(pose: Mapping[str, float]) -> Curve:
    return np.array([pose.get(joint, _REST[place]) for place, joint in enumerate(JOINTS)])


def _wait(request: AvatarRequest, prosody: Prosody) -> list[tuple[float, float, dict[str, Curve]]]:
    """Where the hands are when no gesture is made: up while there is speech, down in silence that goes on."""
    lines = [float(mark / request.rate) for mark in request.marks]
    down = dict.fromkeys(SIDES, _REST)
    found: list[tuple[float, float, dict[str, Curve]]] = []
    raised, latest = False, -1
    last = [prosody.length + _PATIENCE + _FORESIGHT] if prosody.phrases else []
    ends = [start for start, _ in prosody.phrases[1:]] + last
    for index, ((start, end), following) in enumerate(zip(prosody.phrases, ends, strict=True)):
        throw = dice(request.seed, "ready", prosody.opening(index))
        line = bisect_right(lines, start + EARLIER)
        change = throw.random() < _CHANGE
        share = throw.random()
        if not raised or line != latest or change:
            ready = next(ready for most, ready in _READY if share <= most)
            goals = {side: _goal(ready[side]) for side in SIDES}
            found.append((max(start - _RISE_LEAD, 0.0), _RISING, goals))
        raised, latest = True, line
        if following - end >= _PATIENCE + _FORESIGHT:
            found.append((end + _PATIENCE, _LOWERING, down))
            raised = False
    return found


def _timing(gesture: Gesture, seed: int, style: Style) -> _Timing:
    """When a gesture is made: the stroke is fastest shortly before the middle of the vowel's rise; on a beat of music
    it arrives.
    """
    throw = dice(seed, "timing", gesture.card, gesture.name)
    peak = gesture.start + 0.4 * min(gesture.end - gesture.start, 0.16) - throw.uniform(*_LEAD)
    length, hold = throw.uniform(*_STROKE) * style.slow, throw.uniform(*_HOLD) * style.slow
    stroke = gesture.start - length if gesture.on_beat else peak - length / 2
    hold = _WAVING if gesture.name == "wave" else hold
    return _Timing(gesture.start - _AHEAD, stroke, length, stroke + length + hold)


def _moves(timed: list[tuple[Gesture, _Timing]], waits: list[Move], side: str, seed: int, style: Style) -> list[Move]:
    """The moves of one arm: its gestures, and where it waits between them."""
    found: list[Move] = []
    starts = [at for at, _, _ in waits]
    free = -1.0
    for place, (gesture, timing) in enumerate(timed):
        following = timed[place + 1][1].begin if place + 1 < len(timed) else float("inf")
        found += [wait for wait in waits if free <= wait[0] < timing.begin]
        goal = _aim(gesture, side, seed, style)
        found.append((timing.begin, timing.stroke - timing.begin + 0.06, _prepared(goal, gesture.name == "together")))
        found.append((timing.stroke, timing.length, goal))
        if timing.back < following:
            waiting = bisect_right(starts, timing.back) - 1
            found.append((timing.back, _RETRACTING * style.slow, waits[waiting][2] if waiting >= 0 else _REST))
        free = min(timing.back, following)
    found += [wait for wait in waits if wait[0] >= free]
    return found


def _aim(gesture: Gesture, side: str, seed: int, style: Style) -> Curve:
    """Where the stroke of a gesture arrives, a little otherwise each time."""
    if gesture.side == "both":
        pose: Mapping[str, float] = {
            name.removesuffix(f"_{side}"): value
            for name, value in TWO_HANDED[gesture.name].items()
            if name.endswith(f"_{side}")
        }
    else:
        pose = _POSES[gesture.name]
    goal = _goal(pose)
    if goal[_ELBOW] < -15:
        # A hand that goes far out comes forward too: what a layout leaves beside the body is not much.
        out = float(np.clip(1.25 - abs(goal[_ELBOW] + 85.0) / 60.0, 0, 1))
        goal[0] *= 1 - out
        goal[_REACH] += (_NEAR - goal[_REACH]) * out
    throw = dice(seed, "aim", gesture.card, gesture.name, side)
    away = throw.uniform(-1, 1, 4) * (2.5, 7.0, 5.0, 0.04)
    goal[:4] += away
    goal[0] = max(goal[0] + style.lift, 0.0)
    goal[_REACH] = np.clip(goal[_REACH] + style.closer, min(goal[_REACH], 0.04), max(goal[_REACH], 0.9))
    return goal


def _prepared(goal: Curve, meeting: bool) -> Curve:
    """Where the hand is before its stroke towards `goal`; apart from the other hand where they are to meet."""
    before, elbow = goal.copy(), float(goal[_ELBOW])
    if elbow < -15:
        # The hand comes forward and then opens outwards or up.
        before[_ELBOW], before[_REACH], before[_WRIST] = 0.4 * elbow, 0.88, 0.3 * goal[_WRIST]
        before[_SHAPES:] *= 0.5
    elif meeting:
        before[_ELBOW], before[_REACH] = elbow - 24.0, goal[_REACH] + 0.2
    elif elbow > 100:
        before[_ELBOW], before[_REACH] = elbow - 28.0, min(goal[_REACH] + 0.3, 0.8)
    else:
        before[_ELBOW], before[_WRIST] = elbow + 20.0, goal[_WRIST] + 8.0
    return before


def _ended(moves: list[Move], length: float) -> list[Move]:
    """The moves of a scene so long, after which the arm is at rest."""
    last = length - _ENDING
    return [*(move for move in moves if move[0] < last), (last, _ENDED, _REST)]


def _follow(moves: list[Move], times: Curve) -> Curve:
    """The values of an arm's joints (len(JOINTS) × n) at `times`."""
    values = np.repeat(_REST[:, None], len(times), axis=1)
    before = _REST
    for start, length, goal in moves:
        first, last = np.searchsorted(times, (start, start + length))
        share = (times[first:last] - start) / length
        eased = minimum_jerk(share)
        moved = values[:, first:last] * (1 - eased) + goal[:, None] * eased
        # A forearm that swings to or from the outside comes past the viewer, and is seen short there.
        swing = _swing(float(before[_ELBOW]), float(goal[_ELBOW]))
        moved[_REACH] += (0.95 - moved[_REACH]) * swing * 16 * (share * (1 - share)) ** 2
        values[:, first:last] = moved
        # Of what was before nothing is left once the goal is reached.
        values[:, last:] = goal[:, None]
        before = goal
    return values


def _swing(before: float, after: float) -> float:
    if min(before, after) > -15 and abs(after - before) < 80:
        return 0.0
    return 0.9 * min(abs(after - before) / 110.0, 1.0)


def _beats(prosody: Prosody, gestures: tuple[Gesture, ...], times: Curve, seed: int, side: str, style: Style) -> Curve:
    """Small strokes of raised hands on words between the gestures, in 0..1."""
    curve = np.zeros(len(times))
    for accent in resting_accents(prosody, gestures):
        throw = dice(seed, "beat", accent.name)
        chance, which, size = throw.random(), throw.random(), throw.uniform(0.5, 1.0)
        away = {"left": which > 0.7, "right": which < 0.3}[side]
        if chance < style.beats and not away:
            peak = accent.start if accent.on_beat else accent.start + 0.08
            curve = np.maximum(curve, size * (0.5 + 0.5 * accent.weight) * hill(times, peak, 0.16, 0.3))
    return curve


def _wag(curve: Curve, start: float, end: float, times: Curve) -> None:
    """Let a raised hand wave to and fro while it is held."""
    since = times - start
    held = minimum_jerk(since / 0.15) * minimum_jerk((end - times) / 0.15)
    swung = held * np.sin(2 * np.pi * _WAVES * since)
    curve[_ELBOW] += _WAG * swung
    curve[_WRIST] += 0.8 * _WAG * swung

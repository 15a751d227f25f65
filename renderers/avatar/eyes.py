"""The eyes: blinks that are never periodic, and a gaze that stays with the lens while the head moves.

Blink gaps are log-normal (median 3 s, sigma 0.6, never under 0.4 s); six in ten come early or wait for a pause near by.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.channels import GAZE_DEGREES
from renderers.avatar.prosody import EARLIER, Prosody, dice
from renderers.scene_clock import frames_at

Curve = NDArray[np.float64]

_MEDIAN_GAP, _SIGMA, _REFRACTORY = 3.0, 0.6, 0.4
_SNAPPED, _HURRIED, _HELD_BACK = 0.6, 0.75, 0.25
_CLOSING, _SHUT, _OPENING = 0.09, 0.035, 0.17
_SACCADE_SECONDS = 0.05
_AWAY_GAP = 7.0
_SHORTEST_AWAY_PAUSE, _AWAY_LEAD = 0.35 - EARLIER, 0.4


Moment = Callable[[float], float]
"""The second of a scene at which its clock shows a second."""


def blink_times(prosody: Prosody, seed: int) -> tuple[float, ...]:
    """The moments (seconds) at which the lids meet, in order, none too near the scene's ends to be finished."""
    return tuple(moment for moment, _ in _blinks(prosody, seed, float))


def _blinks(prosody: Prosody, seed: int, moment_of: Moment) -> list[tuple[float, float]]:
    """Each blink's moment and how slow it is.

    When the eyes would blink is decided without the words, and words only move each blink a little: so an edit moves
    no blink far from it.
    """
    throw = dice(seed, "blinks")
    first, last = 0.35, prosody.length - 0.45
    found: list[tuple[float, float]] = []
    shown = throw.uniform(0.5, 2.5)
    while (at := moment_of(shown)) - _HURRIED < last:
        moment, snapped, slowness = at, throw.random() < _SNAPPED, throw.uniform(0.9, 1.25)
        if snapped:
            near = (p.start + 0.06 for p in prosody.pauses if -_HURRIED <= p.start + 0.06 - at <= _HELD_BACK)
            moment = next(near, at)
        if first <= moment <= last and (not found or moment - found[-1][0] >= _REFRACTORY):
            found.append((float(moment), float(slowness)))
        shown += max(_REFRACTORY, throw.lognormal(np.log(_MEDIAN_GAP), _SIGMA))
    return found


def move_eyes(
    prosody: Prosody,
    times: Curve,
    seed: int,
    yaw: Curve,
    pitch: Curve,
    marks: tuple[int, ...] = (),
    look: tuple[Curve, Curve] | None = None,
) -> dict[str, Curve]:
    """The channels of lids and gaze at `times`; `yaw` and `pitch` are the head's, in degrees, to look against.

    What no word decides goes by the scene's clock, which `marks` keep. Who looks at somebody (`look`, the way there of
    `renderers.avatar.partner`) looks away by its own rules.
    """
    moment_of = clock_moments(marks, times)
    gaze_x, gaze_y = _wander(prosody, times, seed, moment_of, aside=look is None)
    if look is not None:
        gaze_x, gaze_y = gaze_x + look[0], gaze_y + look[1]
    lids = np.zeros(len(times))
    for moment, slowness in _blinks(prosody, seed, moment_of):
        lids = np.maximum(lids, _blink(moment, times, slowness))
    # A lid follows the eye: looking down lowers it, and the head's nod is looked against.
    # The far lid lags by a hair, which keeps the two from moving like a machine.
    late = np.interp(times - 0.006, times, lids)
    return {
        "blink_left": lids,
        "blink_right": np.where(lids >= 1.0, 1.0, late),
        "gaze_x": gaze_x - yaw / GAZE_DEGREES,
        "gaze_y": gaze_y - pitch / GAZE_DEGREES,
    }


def clock_moments(marks: tuple[int, ...], times: Curve) -> Moment:
    """The scene's seconds for those of its clock, which `marks` keep; `times` are those of its frames' middles."""
    step = 2 * float(times[0])

    def moment_of(shown: float) -> float:
        return float(frames_at(marks, np.array([shown / step]), len(times))[0]) * step if marks else shown

    return moment_of


def _blink(moment: float, times: Curve, slowness: float) -> Curve:
    """The lids of one blink: 0 open, 1 shut; shut on at least the frame nearest to `moment`."""
    closing, opening = _CLOSING * slowness, _OPENING * slowness
    before = np.clip((times - (moment - closing)) / closing, 0, 1)
    after = np.clip((times - (moment + _SHUT)) / opening, 0, 1)
    lids = before**2 * (3 - 2 * before) * (1 - (1 - (1 - after) ** 2) ** 1.5)
    lids[int(np.argmin(np.abs(times - moment - EARLIER)))] = 1.0
    return np.asarray(lids, np.float64)


def _wander(prosody: Prosody, times: Curve, seed: int, moment_of: Moment, *, aside: bool) -> tuple[Curve, Curve]:
    """Small jumps every 0.8 to 2 s, and with `aside` now and then a short look away where a new thought begins."""
    throw = dice(seed, "gaze")
    marks: list[tuple[float, float, float]] = [(0.0, 0.0, 0.0)]
    at = shown = 0.0
    while at < prosody.length:
        shown += throw.uniform(0.8, 2.0)
        at = moment_of(shown)
        size = np.radians(throw.uniform(0, 360))
        reach = throw.uniform(0.2, 0.9) / GAZE_DEGREES
        marks.append((at, float(np.cos(size) * reach), float(np.sin(size) * reach * 0.7)))
    x = _jumps(marks, times, 1)
    y = _jumps(marks, times, 2)
    last = 0.0
    phrases = prosody.phrases if aside else ()
    for index, ((_, silent), (start, _)) in enumerate(itertools.pairwise(phrases), 1):
        throw = dice(seed, "aside", prosody.opening(index))
        long_enough = start - silent >= _SHORTEST_AWAY_PAUSE and start - last >= _AWAY_GAP
        if not long_enough or throw.random() > 0.55:
            continue
        last = start
        begin = max(silent + 0.05, start - _AWAY_LEAD)
        share = _step(times, begin) * (1 - _step(times, begin + throw.uniform(0.4, 0.75)))
        x = x + share * (1.0 if throw.random() < 0.5 else -1.0) * throw.uniform(8, 12) / GAZE_DEGREES
        y = y + share * throw.uniform(-5, 5) / GAZE_DEGREES
    return x, y


def _jumps(marks: list[tuple[float, float, float]], times: Curve, axis: int) -> Curve:
    curve = np.zeros(len(times))
    for before, after in itertools.pairwise(marks):
        curve += (after[axis] - before[axis]) * _step(times, after[0])
    return curve


def _step(times: Curve, at: float) -> Curve:
    share = np.clip((times - at) / _SACCADE_SECONDS, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float64)

"""Looking at somebody: the gaze of an interview, on a partner beside the lens, and of who listens to somebody.

Speakers look at their partner for some three seconds and away for one; listeners look three quarters of the time (Lee,
Badler and Badler, "Eyes Alive", 2002). How far eyes jump away follows their A = -6.9 ln(P / 15.7) degrees, P evenly
drawn from 0 to 15.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.channels import GAZE_DEGREES
from renderers.avatar.head import minimum_jerk
from renderers.avatar.prosody import dice

Curve = NDArray[np.float64]

BESIDE_DEGREES = 19.0
"""How far beside the lens the partner of an interview sits, to the picture's left, where a picture's room is."""
HEAD_SHARE = 0.58
"""How much of the way to a partner the head turns; the eyes do the rest."""
_NEAREST, _FARTHEST = 3.5, 13.0
_TURNING = 0.45
_EYES_LEAD = 0.12


@dataclass(frozen=True)
class _Habit:
    """For how many seconds the eyes are on somebody, and away: the medians of log-normal times of spread 0.45."""

    on: float
    away: float


_TALKING, _HEARING = _Habit(3.1, 0.9), _Habit(4.4, 1.25)


def look_at_partner(
    length: float, times: Curve, seed: int, moment_of: Callable[[float], float], *, beside: bool, listening: bool
) -> tuple[Curve, Curve, Curve]:
    """The gaze at `times` (`gaze_x`, `gaze_y` of the whole look: head and eyes) and the turn of the head in degrees.

    A partner is `beside` the lens or behind it. The eyes leave and come back by the scene's clock, which `moment_of`
    turns into its seconds. Whoever looks is at the lens where a scene of `length` seconds begins and ends.
    """
    throw = dice(seed, "partner")
    habit = _HEARING if listening else _TALKING
    base = -BESIDE_DEGREES if beside else 0.0
    across, down, head = np.full(len(times), base), np.zeros(len(times)), np.full(len(times), base * HEAD_SHARE)
    shown = 0.8
    while True:
        on, away = throw.lognormal(np.log(habit.on), 0.45), throw.lognormal(np.log(habit.away), 0.45)
        shown += on
        leave, back = moment_of(shown), moment_of(shown + away)
        shown += away
        if leave >= length:
            break
        size = float(np.clip(-6.9 * np.log(throw.uniform(0.2, 15.0) / 15.7), _NEAREST, _FARTHEST))
        # Who thinks looks down or aside, rarely up; who sits beside is not left for the lens.
        angle = throw.choice([0.0, 0.5, 0.5, 0.85, -0.3]) * np.pi / 2 + throw.normal(0, 0.15)
        side = -1.0 if beside or throw.random() < 0.5 else 1.0
        share = _step(times, leave, size) * (1 - _step(times, back, size))
        across += share * side * size * np.cos(angle)
        down += share * size * np.sin(angle)
        head += 0.25 * share * side * size * np.cos(angle)
    turned = _between(times, 0.0, length, _TURNING)
    looked = _between(times, -_EYES_LEAD, length + _EYES_LEAD, 0.22)
    return across * looked / GAZE_DEGREES, down * looked / GAZE_DEGREES, head * turned


def _step(times: Curve, at: float, degrees: float) -> Curve:
    """A saccade of so many degrees: 25 ms and 2.4 ms a degree, never faster than two frames can show."""
    return minimum_jerk((times - at) / max(0.025 + 0.0024 * degrees, 0.05))


def _between(times: Curve, start: float, end: float, ease: float) -> Curve:
    """1 inside a scene, easing from and to 0 at its ends."""
    return minimum_jerk((times - start - 0.12) / ease) * minimum_jerk((end - 0.12 - times) / ease)

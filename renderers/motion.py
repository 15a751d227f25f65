"""Easing and timing of everything that moves: one vocabulary, so that a whole programme moves as one.

Times are in seconds and become frames by the programme's rate; distances are design units. Values: the motion rules
of the art direction (enter 400–600 ms, exit 250–350 ms, stagger 60–90 ms, travel 24–48 units, scale from 0.96).
"""

from __future__ import annotations

import math
from fractions import Fraction

ENTER = 0.55
"""Seconds in which a thing comes in."""
EXIT = 0.3
"""Seconds in which a thing goes out."""
STAGGER = 0.08
"""Seconds between the entries of neighbouring lines."""
TRAVEL = 40.0
"""Design units a line moves while it comes in."""
DRIFT = 16.0
"""Design units a thing moves while it goes out."""
SCALE_FROM = 0.96
"""The size from which a plate grows to full size."""


def frames(seconds: float, rate: Fraction) -> int:
    """`seconds` in whole frames at `rate`, at least one."""
    return max(1, round(seconds * rate))


def progress(n: float, start: float, duration: float) -> float:
    """How far frame `n` is through the stretch that begins at `start`: 0 before it, 1 from its end on."""
    if duration <= 0:
        return 1.0 if n >= start else 0.0
    return min(max((n - start) / duration, 0.0), 1.0)


def ease_out_cubic(t: float) -> float:
    """Fast start and soft landing of `t` in 0..1."""
    return 1.0 - (1.0 - t) ** 3


def ease_out_expo(t: float) -> float:
    """Very fast start and long settle of `t` in 0..1; exactly 0 at 0 and 1 at 1."""
    return (1.0 - math.exp2(-10.0 * t)) / (1.0 - math.exp2(-10.0))


def ease_in(t: float) -> float:
    """Slow start and fast leave of `t` in 0..1."""
    return t**3


def ease_in_out(t: float) -> float:
    """Soft at both ends of `t` in 0..1 (smoothstep)."""
    return t * t * (3.0 - 2.0 * t)


def between(start: float, end: float, t: float) -> float:
    """The value `t` of the way from `start` to `end`."""
    return start + (end - start) * t

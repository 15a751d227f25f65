"""Easing and timing of everything that moves: one vocabulary, so that a whole programme moves as one.

Times are in seconds and become frames by the programme's rate; distances are design units. Values: the motion rules
of the art direction (enter 400–600 ms, exit 250–350 ms, stagger 60–90 ms, travel 24–48 units, scale from 0.96).

Curves are those of published design systems, as cubic Béziers of time and way (CSS Easing Functions Level 1, section
2.2): Material Design 3 ("emphasized" tokens), IBM Carbon ("expressive" entrance), and easings.net (`easeInOutCubic`,
`easeOutQuint`, `easeOutBack`). There are no springs: a curve ends when it says, and its end is exactly at rest.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from functools import cache

Curve = Callable[[float], float]
"""The way gone at a time, both from 0 to 1; in between the way may go past 1."""

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
POP_FROM = 0.72
"""The size from which a word pops up, which goes past full size."""
AHEAD = 0.06
"""Seconds by which a spoken word is on its way in before it is heard, so that it is read as it is said."""


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


@cache
def bezier(x1: float, y1: float, x2: float, y2: float) -> Curve:
    """The curve of CSS's `cubic-bezier(x1, y1, x2, y2)`; `x1` and `x2` in 0..1, so that time never runs back."""

    def at(first: float, second: float, p: float) -> float:
        rest = 1.0 - p
        return 3.0 * rest * rest * p * first + 3.0 * rest * p * p * second + p**3

    def curve(t: float) -> float:
        if t <= 0.0 or t >= 1.0:
            return 0.0 if t <= 0.0 else 1.0
        low, high = 0.0, 1.0
        for _ in range(32):
            middle = (low + high) / 2.0
            low, high = (middle, high) if at(x1, x2, middle) < t else (low, middle)
        return at(y1, y2, (low + high) / 2.0)

    return curve


emphasized_out = bezier(0.05, 0.7, 0.1, 1.0)
"""Material Design 3, "emphasized decelerate"."""
emphasized_in = bezier(0.3, 0.0, 0.8, 0.15)
"""Material Design 3, "emphasized accelerate"."""
expressive_out = bezier(0.0, 0.0, 0.3, 1.0)
"""IBM Carbon, "expressive entrance"."""
ease_in_out_cubic = bezier(0.65, 0.0, 0.35, 1.0)
"""easings.net, `easeInOutCubic`: for whole pictures that come and go."""
ease_out_quint = bezier(0.22, 1.0, 0.36, 1.0)
"""easings.net, `easeOutQuint`."""
ease_out_back = bezier(0.34, 1.56, 0.64, 1.0)
"""easings.net, `easeOutBack`: a tenth past the goal and back to it."""

EASINGS: dict[str, Curve] = {
    "settle": ease_out_expo,
    "swift": emphasized_out,
    "snap": expressive_out,
    "glide": ease_out_quint,
    "overshoot": ease_out_back,
}
"""By the name that `renderers.look.Style` has for it, the curve by which things come in."""


def between(start: float, end: float, t: float) -> float:
    """The value `t` of the way from `start` to `end`."""
    return start + (end - start) * t

"""Scales of charts and values as they are written.

Ticks: Paul Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_BEFORE = frozenset("$€£¥₹₩₽₺₴₦฿¢")
"""Currencies that stand before the figure."""
_THIN = "\u202f"


def _nice(span: float, *, rounded: bool) -> float:
    """The number of the form 1, 2 or 5 times a power of ten that is near `span`, or not below it."""
    power = 10.0 ** math.floor(math.log10(span))
    part = span / power
    steps = ((1.5, 1), (3, 2), (7, 5)) if rounded else ((1, 1), (2, 2), (5, 5))
    return next((nice for most, nice in steps if (part < most if rounded else part <= most)), 10) * power


@dataclass(frozen=True)
class Scale:
    """A scale from `low` to `high` with a tick every `step`; both ends are ticks."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Where `value` lies, 0 at the low end and 1 at the high one."""
        return (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values at ticks, rising."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + i * self.step for i in range(count + 1))


def nice_scale(values: Sequence[float], ticks: int = 5, *, zero: bool = True) -> Scale:
    """A scale that holds `values` in about `ticks` ticks; with `zero` it holds 0 too. Values must be finite."""
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < 1e-12 * max(1.0, abs(high), abs(low)):
        low, high = (0.0, 1.0) if high == 0.0 else (min(low, 0.0), max(high, 0.0)) if zero else (low - 1.0, high + 1.0)
    step = _nice(_nice(high - low, rounded=False) / (ticks - 1), rounded=True)
    return Scale(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)


def decimals(values: Sequence[float], most: int = 2) -> int:
    """The fewest decimals, up to `most`, that tell all `values` as they are."""
    for count in range(most):
        if all(abs(value - round(value, count)) <= 1e-9 * max(1.0, abs(value)) for value in values):
            return count
    return most


def written(value: float, unit: str, places: int) -> str:
    """`value` with `places` decimals and its unit: `1 200`, `$3.5m`, `−4 %`. Thousands are parted by a thin space."""
    unit = unit.strip()
    digits = f"{abs(value):,.{places}f}".replace(",", _THIN) if abs(value) >= 10000 else f"{abs(value):.{places}f}"
    sign = "−" if value < 0 and float(f"{abs(value):.{places}f}") > 0 else ""
    if unit[:1] in _BEFORE and unit:
        return f"{sign}{unit[0]}{digits}{unit[1:].strip()}"
    if not unit:
        return sign + digits
    near = len(unit) <= 2 and unit.isalpha() and unit.islower() and unit in {"x", "k", "m", "b"}
    return f"{sign}{digits}{unit}" if near else f"{sign}{digits}{_THIN}{unit}"

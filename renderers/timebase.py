"""Exact time: integer frames at a Fraction rate, half-open ranges.

Seconds become frames in `tools/edit.py` alone; here frames only turn back into seconds and timecode.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

RATES: tuple[Fraction, ...] = tuple(Fraction(rate) for rate in (24, 25, 30, 50, 60))
"""Frame rates a programme can have, in frames per second."""

SOUND_RATE = 48_000
"""Samples per second of every programme's sound."""


@dataclass(frozen=True, order=True)
class Span:
    """A half-open range of frames `[start, start + duration)`."""

    start: int
    duration: int

    @property
    def end(self) -> int:
        """The first frame after the span."""
        return self.start + self.duration

    def holds(self, frame: int) -> bool:
        """Whether `frame` lies inside."""
        return self.start <= frame < self.end


def seconds(frame: int, rate: Fraction) -> float:
    """The time in seconds at which `frame` begins."""
    return float(frame / rate)


def samples(frame: int, rate: Fraction) -> int:
    """The sound sample (at `SOUND_RATE`) that sounds first in `frame`, rounded to the nearest."""
    return round(frame * SOUND_RATE / rate)


def timecode(frame: int, rate: Fraction) -> str:
    """`frame` as `HH:MM:SS:FF`, non-drop, for whole-numbered rates."""
    whole = int(rate)
    total, rest = divmod(frame, whole)
    return f"{total // 3600:02d}:{total // 60 % 60:02d}:{total % 60:02d}:{rest:02d}"

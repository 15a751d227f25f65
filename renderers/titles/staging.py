"""When parts of a layer come and go: entry one after the other, rest, and leaving together."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from renderers.motion import ENTER, EXIT, STAGGER, progress

_MOST_STEPS = 5
"""Entries come one after the other at most so often; more of them follow each other faster."""
_CUED = 0.9
"""The part of a stay in which parts that come in by cues may move: they are read as they are heard."""


@dataclass(frozen=True)
class Staging:
    """A stay of `duration` frames from `start` with `parts` entries. Times in frames; short stays squeeze the motion.

    With `lasting` nothing leaves: what entered stays for `after` frames past the end, while a transition runs.
    Parts may have `cues`, frames from the start at which they come in, in order, in place of one after the other; what
    has none follows the last. Cues leave time for the last of them to come in and for all to leave.
    """

    start: int
    duration: int
    parts: int
    enter: float
    exit: float
    stagger: float
    lasting: bool = False
    after: int = 0
    cues: tuple[int, ...] = ()

    @property
    def _longest(self) -> float:
        """The time in which any number of parts comes in."""
        return (self.cues[-1] if self.cues else 0) + self.enter + self.stagger * _MOST_STEPS

    @property
    def _pace(self) -> float:
        """By how much motion is shortened so that at least two fifths of the stay are rest, however many parts."""
        moving = self._longest + (0.0 if self.lasting else self.exit)
        return min(1.0, 0.6 * self.duration / moving) if moving > 0 and not self.cues else 1.0

    @property
    def settled(self) -> float:
        """The first frame (from the start) at which every part has arrived."""
        if self.cues:
            return self._longest
        return (self.enter + self.stagger * min(max(self.parts - 1, 0), _MOST_STEPS)) * self._pace

    @property
    def _stay(self) -> int:
        return self.duration + (self.after if self.lasting else 0)

    def key(self, n: int) -> Hashable:
        """Equal for frames that look the same, None while nothing is seen."""
        at = n - self.start
        if at < 0 or at >= self._stay:
            return None
        if at + 1 < self.settled:
            return "in", at
        leaving = at - (self.duration - self.exit * self._pace)
        if not self.lasting and leaving > 0:
            return "out", at
        return "rest"

    def entered(self, n: int, part: int) -> float:
        """How far part `part` has come in, 0..1, not eased."""
        if self.cues:
            late = part - len(self.cues) + 1
            begin = self.cues[min(part, len(self.cues) - 1)] + self.stagger * min(max(late, 0), _MOST_STEPS)
            return progress(n - self.start + 1, begin, self.enter)
        step = self.stagger * min(1.0, _MOST_STEPS / max(self.parts - 1, 1))
        return progress(n - self.start + 1, part * step * self._pace, self.enter * self._pace)

    def left(self, n: int) -> float:
        """How far all parts have gone, 0..1, not eased."""
        if self.lasting:
            return 0.0
        length = self.exit * self._pace
        return progress(n - self.start, self.duration - length, length)

    def shown(self, first: int, stop: int) -> tuple[int | None, int | None] | None:
        """The start and the end of the stay where the frames [`first`, `stop`) depend on them, however many parts.

        None where nothing is seen; a stay at rest shows neither its start nor its end. Equal answers for two stays of
        the same parts mean equal looks in every frame.
        """
        end = self.start + self._stay
        if stop <= self.start or first >= end:
            return None
        squeezed = self._pace < 1.0
        entering = squeezed or first - self.start + 1 < self._longest
        leaving = squeezed or stop > end or not self.lasting and stop - self.start - 1 > self.duration - self.exit
        return self.start if entering else None, end if leaving else None


def staging(
    start: int, duration: int, parts: int, rate: float, pace: float = 1.0, cues: tuple[int, ...] = ()
) -> Staging:
    """How a title or a strap comes and goes, `pace` times as fast as usual; `start`, `duration` and `cues` in frames,
    at `rate` frames a second. Cues that leave no time to rest are not kept.
    """
    enter, exit, stagger = ENTER * rate / pace, EXIT * rate / pace, STAGGER * rate / pace
    if not (cues and cues[-1] + enter + stagger * _MOST_STEPS + exit <= duration * _CUED):
        cues = ()
    return Staging(start, duration, parts, enter, exit, stagger, cues=cues)


def card_staging(start: int, duration: int, parts: int, rate: float) -> Staging:
    """How a closing card comes; it does not leave, and stays for a second past its end for transitions."""
    enter, exit, stagger = ENTER * rate, EXIT * rate, 1.5 * STAGGER * rate
    return Staging(start, duration, parts, enter, exit, stagger, lasting=True, after=round(rate))

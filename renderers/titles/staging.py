"""When parts of a layer come and go: entry one after the other, rest, and leaving together."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from renderers.motion import progress


@dataclass(frozen=True)
class Staging:
    """A stay of `duration` frames from `start` with `parts` entries. Times in frames; short stays squeeze the motion.

    With `lasting` nothing leaves: what entered stays for `after` frames past the end, while a transition runs.
    """

    start: int
    duration: int
    parts: int
    enter: float
    exit: float
    stagger: float
    lasting: bool = False
    after: int = 0

    @property
    def _pace(self) -> float:
        """By how much motion is shortened so that at least two fifths of the stay are rest."""
        moving = self.enter + self.stagger * max(self.parts - 1, 0) + (0.0 if self.lasting else self.exit)
        return min(1.0, 0.6 * self.duration / moving) if moving > 0 else 1.0

    @property
    def settled(self) -> float:
        """The first frame (from the start) at which every part has arrived."""
        return (self.enter + self.stagger * max(self.parts - 1, 0)) * self._pace

    def key(self, n: int) -> Hashable:
        """Equal for frames that look the same, None while nothing is seen."""
        at = n - self.start
        if at < 0 or at >= self.duration + (self.after if self.lasting else 0):
            return None
        if at + 1 < self.settled:
            return "in", at
        leaving = at - (self.duration - self.exit * self._pace)
        if not self.lasting and leaving > 0:
            return "out", at
        return "rest"

    def entered(self, n: int, part: int) -> float:
        """How far part `part` has come in, 0..1, not eased."""
        return progress(n - self.start + 1, part * self.stagger * self._pace, self.enter * self._pace)

    def left(self, n: int) -> float:
        """How far all parts have gone, 0..1, not eased."""
        if self.lasting:
            return 0.0
        length = self.exit * self._pace
        return progress(n - self.start, self.duration - length, length)

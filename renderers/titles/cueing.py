"""When captions show what: the cue, the word being spoken, and how opaque both are, in every frame."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from renderers.motion import frames
from renderers.timeline import CaptionCue

_FADE = 0.1
_LONE = 0.25
"""Seconds of silence on a side from which on a cue fades there instead of giving way to its neighbour."""
_NEVER = 10**9
STEPS = 8
"""In so many steps a word fills as it is spoken: as fine as its letters."""

Key = tuple[int, int, float, int]


class Cueing:
    """The timing of a clip's cues at a frame rate. `cues` are in order of time, without those that last no frame.

    `lit` is that of a `renderers.titles.caption_styles.Style`.
    """

    def __init__(self, cues: tuple[CaptionCue, ...], rate: Fraction, lit: str = "word") -> None:
        self._lit = lit
        self.cues = sorted((cue for cue in cues if cue.end > cue.start), key=lambda cue: cue.start)
        self._starts = [cue.start for cue in self.cues]
        self._words = [[word.start for line in cue.lines for word in line] for cue in self.cues]
        self._ends = [[word.end for line in cue.lines for word in line] for cue in self.cues]
        self._fade, self._lone = frames(_FADE, rate), frames(_LONE, rate)

    def key(self, n: int) -> Key | None:
        """The cue shown in frame `n`, the word spoken in it (-1 before the first, in a pause the one before it; always
        -1 where no word is lit), its opacity in 0..1, and how much of the word is lit (0..`STEPS`); None between cues.
        """
        index = bisect_right(self._starts, n) - 1
        if index < 0 or n >= self.cues[index].end:
            return None
        if self._lit == "none":
            return index, -1, self._opacity(index, n), STEPS
        spoken = max((i for i, start in enumerate(self._words[index]) if start <= n), default=-1)
        part = STEPS
        if self._lit == "sweep" and spoken >= 0:
            begun, over = self._words[index][spoken], self._ends[index][spoken]
            part = min(STEPS, (n + 1 - begun) * STEPS // max(1, over - begun))
        return index, spoken, self._opacity(index, n), part

    def _opacity(self, index: int, n: int) -> float:
        """A cue fades only where no other stands next to it."""
        cue = self.cues[index]
        before = self.cues[index - 1].end if index else -_NEVER
        after = self._starts[index + 1] if index + 1 < len(self.cues) else _NEVER
        shown = steps = self._fade + 1
        if cue.start - before >= self._lone:
            shown = min(shown, n - cue.start + 1)
        if after - cue.end >= self._lone:
            shown = min(shown, cue.end - n)
        return shown / steps

"""Where a film cuts, fades and how fast it is told, from its pictures as they go by."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scenedetect.detectors import AdaptiveDetector

_SHORTEST_SHOT = 0.2
_LEAST_CHANGE = 4.0
_SUDDEN = 3.0
_NEIGHBOURS = 0.3
"""A jump, to which an edge may go: the mean change of luma (levels) from picture to picture, at least so much and so
many times what is usual within so many seconds around it. Most jumps are cuts; some are a graphic that appears."""
_FLAT = 6.0
_BLACK, _WHITE = 20.0, 235.0
_FADE = 0.08
_BESIDE = 0.3
"""Seconds of one black or white ground from which a film has faded through it, and around it in which that begins."""


@dataclass(frozen=True)
class Shots:
    """Times in seconds: `cuts` between shots, fades through black or white among them; all `jumps` of the picture;
    `voids`, the stretches in which there is nothing but black or white.
    """

    seconds: float
    cuts: tuple[float, ...]
    jumps: tuple[float, ...]
    voids: tuple[tuple[float, float], ...]

    @property
    def lengths(self) -> list[float]:
        """How long each shot is."""
        edges = [0.0, *self.cuts, self.seconds]
        return [end - start for start, end in zip(edges, edges[1:], strict=False)]

    @property
    def usual(self) -> float:
        """The median length of a shot."""
        return median(self.lengths)

    @property
    def pace(self) -> tuple[float, float, float]:
        """Cuts a minute in the film's first, second and last third."""
        third = self.seconds / 3
        counts = [sum(n * third <= cut < (n + 1) * third for cut in self.cuts) for n in range(3)]
        first, second, last = (round(count * 60 / third, 2) for count in counts)
        return first, second, last


class ShotWatch:
    """Sees the pictures of a film in order, at `rate` a second.

    Cuts are PySceneDetect's adaptive ones (F1 0.92 on television, 0.74 on short advertising, by its own benchmark),
    which leave fades to us.
    """

    def __init__(self, rate: Fraction) -> None:
        from scenedetect.detectors import AdaptiveDetector

        self._rate = rate
        self._detector: AdaptiveDetector = AdaptiveDetector(min_scene_len=max(2, round(_SHORTEST_SHOT * rate)))
        self._cuts: list[int] = []
        self._changes: list[float] = []
        self._void: list[bool] = []
        self._last: NDArray[np.int16] | None = None

    def see(self, picture: NDArray[np.uint8], luma: NDArray[np.uint8]) -> None:
        """Take in the next picture, `(h, w, 3)`, some 160 wide, and its luma."""
        from scenedetect import FrameTimecode

        # Red and blue may change places: the detector looks at differences of hue, not at hues.
        now = FrameTimecode(len(self._changes), fps=float(self._rate))
        self._cuts += [cut.frame_num for cut in self._detector.process_frame(now, picture)]
        small = luma[::2, ::2].astype(np.int16)
        self._changes.append(float(np.abs(small - self._last).mean()) if self._last is not None else 0.0)
        self._last = small
        mean = float(small.mean())
        self._void.append(bool((mean < _BLACK or mean > _WHITE) and float(small.std()) < _FLAT))

    def shots(self, seconds: float) -> Shots:
        """What a film of `seconds` was seen to do."""
        rate = float(self._rate)
        voids = [(begin / rate, end / rate) for begin, end in stretches(np.array(self._void, np.bool_))]
        voids = [(begin, end) for begin, end in voids if end - begin >= _FADE]
        cuts = [cut / rate for cut in self._cuts]
        for begin, end in voids:
            if begin > _SHORTEST_SHOT and end < seconds - _SHORTEST_SHOT:
                # However it goes into black and out of it, that is one cut.
                cuts = [cut for cut in cuts if not begin - _BESIDE <= cut <= end + _BESIDE] + [(begin + end) / 2]
        kept = sorted(cut for cut in cuts if 0 < cut < seconds)
        return Shots(seconds, tuple(kept), tuple(self._jumps(rate)), tuple(voids))

    def _jumps(self, rate: float) -> list[float]:
        changes = np.array(self._changes)
        reach = max(2, round(_NEIGHBOURS * rate))
        found = []
        for n in np.flatnonzero(changes >= _LEAST_CHANGE):
            around = np.concatenate([changes[max(0, n - reach) : n], changes[n + 1 : n + 1 + reach]])
            if changes[n] >= _SUDDEN * float(np.median(around)) and changes[n] >= around.max():
                found.append(int(n) / rate)
        return found


def stretches(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of True in `flags`: the index of the first, and the one after the last."""
    steps = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    return list(zip(map(int, np.flatnonzero(steps > 0)), map(int, np.flatnonzero(steps < 0)), strict=True))

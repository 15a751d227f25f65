"""The clock of a scene: by it moves what no word moves, the backdrop and the sway of the presenter.

Where a line begins the clock shows a round number, and slows down or hurries a little before that to come out there. So
what is said in one line hardly ever decides how everything stands when the next begins: an edit of a line leaves the
lines after it as they were, only earlier or later, and their pictures are not made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

ROUND, ROUND_SHORT = 60, 30
"""Frames of which the clock shows a multiple where a line begins; the second after a line that is shorter than `LONG`.
Line starts lie on a grid of half a second (`tools.edit.placement`): of four moves by one step of it, three leave the
clock as it was."""
LONG = 105
"""Frames of a line from which on a whole `ROUND` is not too much to make up for."""
CATCHING_UP = 90
"""Frames before a line over which the clock is brought to the round number: a backdrop then drifts between half and
one and a half times as fast as usual, a good second long, which nobody sees."""


def clock_at(marks: Sequence[int], frames: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the clock of a scene shows at `frames`, in frames; `marks` are the frames at which its lines begin, all but
    the first, in order.

    It shows the frame itself where there are no marks, and before the scene begins; after the last mark it runs as
    frames do. It never stands still or runs back.
    """
    shown = np.array(frames, np.float64)
    base = 0
    for start, end in pairwise((0, *marks)):
        length = end - start
        rounded = _rounded(length)
        room = min(CATCHING_UP, length)
        here = (frames >= start) & (frames < end)
        share = np.clip((frames[here] - (end - room)) / room, 0, 1)
        shown[here] = base + (frames[here] - start) + (rounded - length) * share * share * (3 - 2 * share)
        base += rounded
        shown[frames >= end] = base + (frames[frames >= end] - end)
    return shown


def frames_at(marks: Sequence[int], shown: NDArray[np.float64], last: int) -> NDArray[np.float64]:
    """The frames, up to `last`, at which the clock shows `shown`."""
    if not marks:
        return shown
    every = np.arange(last + 1, dtype=np.float64)
    table = clock_at(marks, every)
    found = np.interp(shown, table, every)
    # Beyond the table time runs as it does in its last frame.
    return np.where(shown > table[-1], last + (shown - table[-1]), found)


@lru_cache(maxsize=256)
def picture_clock(marks: tuple[int, ...], frame: int) -> int:
    """The number of the picture of a backdrop that stands at `frame`: the clock in whole frames."""
    return int(np.floor(clock_at(marks, np.array([float(frame)]))[0])) if marks else frame


def picture_run(marks: tuple[int, ...], start: int, stop: int) -> tuple[int, ...]:
    """The numbers of a backdrop's pictures at frames [`start`, `stop`)."""
    if not marks:
        return tuple(range(start, stop))
    return tuple(np.floor(clock_at(marks, np.arange(start, stop, dtype=np.float64))).astype(int).tolist())


def _rounded(length: int) -> int:
    step = ROUND if length >= LONG else ROUND_SHORT
    return max(step, step * ((length + step // 2) // step))

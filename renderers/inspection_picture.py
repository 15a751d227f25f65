"""Black and frozen stretches: every group of pictures is measured by itself, and the measures are laid end to end.

What is kept of a group is enough to go on from any group before it, so that a group that was measured once is never
looked at again: whatever lies beside it, the stretches come out as if all pictures had gone by in one pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.media_pictures import Luma

BLACK_MEAN = 20.0
"""Mean luma (video levels, black is 16) below which a picture can be black."""
BLACK_PEAK = 40.0
"""A black picture has hardly a sample above this: small white type on black is a picture, encoder noise is not."""
BLACK_SECONDS = 0.1
"""Three pictures at 30 a second: shorter is a blink in a dissolve."""
STRONG_CHANGE, STRONG_SHARE = 40, 1e-4
"""A small thing moves: this share of the samples (a blinking eye at 1080p) changes by more than these luma levels.

Measured on stills: where a key frame comes, text edges change by up to 34 levels and texture by up to 32 (CRF 28).
"""
BROAD_CHANGE, BROAD_SHARE, BLOCK = 4, 0.03, 4
"""A large thing moves or fades: the means of this share of blocks (4 by 4 samples) change by more than these levels.

Measured on stills: at most 2.6 % of the blocks do (strong grain, CRF 28), and hardly any at the house's CRF 19.
"""
FROZEN_SECONDS = 2.0
"""A presenter is never this still, and no title stands alone for longer."""
WHOLE, GUESSED, MISSING = 0, 1, 2
"""How a picture came out of the decoder."""

Flags = NDArray[np.uint8]


@dataclass(frozen=True)
class GroupMeasures:
    """What is kept of `n` pictures in a row.

    `black` and `state` (`WHOLE`, `GUESSED` or `MISSING`) have a value for each. `moved` is 1 where something small
    moved against the last picture before it where anything moved, or against the first. `blocks` `(n, h, w)` are the
    sums of luma in blocks, `first` the luma of the first picture and `last` that of the last one in which anything
    moved.
    """

    black: Flags
    state: Flags
    moved: Flags
    blocks: NDArray[np.uint16]
    first: Luma
    last: Luma


def measure_group(pictures: Sequence[Luma | None], damaged: Sequence[bool]) -> GroupMeasures:
    """The measures of pictures in the order shown; for a missing one (None, or of another size) its neighbour counts.

    Raises ValueError where all are missing.
    """
    known = next((picture for picture in pictures if picture is not None), None)
    if known is None:
        raise ValueError("a group needs a picture")
    shown = np.empty((len(pictures), *known.shape), np.uint8)
    state = np.zeros(len(pictures), np.uint8)
    for number, (picture, guessed) in enumerate(zip(pictures, damaged, strict=True)):
        missing = picture is None or picture.shape != known.shape
        known = known if picture is None or missing else picture
        shown[number] = known
        state[number] = MISSING if missing else GUESSED if guessed else WHOLE
    blocks = _sum_blocks(shown)
    moved = np.zeros(len(shown), np.uint8)
    latest = 0
    still = shown[0].astype(np.int16)
    for number in range(1, len(shown)):
        moved[number] = _moved_strongly(still, shown[number])
        if moved[number] or _moved_broadly(blocks[latest], blocks[number]):
            latest, still = number, shown[number].astype(np.int16)
    black = np.array([_is_black(picture) for picture in shown], np.uint8)
    return GroupMeasures(black, state, moved, blocks, shown[0].copy(), shown[latest].copy())


@dataclass(frozen=True)
class Stretch:
    """A run of the programme, in seconds."""

    start: float
    duration: float

    @property
    def end(self) -> float:
        """The second after it."""
        return self.start + self.duration


class _Runs:
    """Stretches in which something held, kept when they are at least `shortest` seconds long."""

    def __init__(self, shortest: float) -> None:
        self._shortest = shortest
        self._since: float | None = None
        self.found: list[Stretch] = []

    def hold(self, time: float) -> None:
        """It holds at `time`."""
        if self._since is None:
            self._since = time

    def stop(self, time: float) -> None:
        """It no longer holds at `time`."""
        if self._since is not None and time - self._since >= self._shortest - 1e-6:
            self.found.append(Stretch(round(self._since, 6), round(time - self._since, 6)))
        self._since = None


class PictureWatch:
    """Lays the measures of groups end to end, in the order shown.

    A still stretch ends where something large moved against its first picture, so that a slow move is a move, or
    something small against the last move in its group; from group to group, against the last move in the one before.
    """

    def __init__(self) -> None:
        self._black = _Runs(BLACK_SECONDS)
        self._frozen = _Runs(FROZEN_SECONDS)
        self._damaged = _Runs(0.0)
        self._still: NDArray[np.uint16] | None = None
        self._before: Luma | None = None
        self._end = 0.0
        self.start: float | None = None
        self.frames = 0
        self.damaged = 0

    def see(self, measures: GroupMeasures, times: Sequence[float], lengths: Sequence[float]) -> None:
        """Take in the next group, whose pictures appear at `times` for `lengths` seconds."""
        if self.start is None:
            self.start = times[0]
        self.frames += int(np.count_nonzero(measures.state != MISSING))
        self.damaged += int(np.count_nonzero(measures.state))
        self._end = times[-1] + lengths[-1]
        moved = measures.moved.tolist()
        moved[0] = self._before is None or _moved_strongly(self._before.astype(np.int16), measures.first)
        for number, time in enumerate(times):
            _mark(self._black, time, holds=bool(measures.black[number]))
            _mark(self._damaged, time, holds=bool(measures.state[number]))
            if moved[number] or self._still is None or _moved_broadly(self._still, measures.blocks[number]):
                self._frozen.stop(time)
                self._still = measures.blocks[number]
            self._frozen.hold(time)
        self._before = measures.last

    def finish(self) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...], tuple[Stretch, ...]]:
        """The black, the frozen and the damaged stretches, in order; a black one is not called frozen too."""
        for runs in (self._black, self._frozen, self._damaged):
            runs.stop(self._end)
        black = tuple(self._black.found)
        frozen = tuple(still for still in self._frozen.found if not any(_within(still, dark) for dark in black))
        return black, frozen, tuple(self._damaged.found)


def _mark(runs: _Runs, time: float, *, holds: bool) -> None:
    if holds:
        runs.hold(time)
    else:
        runs.stop(time)


def _sum_blocks(shown: NDArray[np.uint8]) -> NDArray[np.uint16]:
    height, width = (side // BLOCK * BLOCK for side in shown.shape[1:])
    sums = np.zeros((len(shown), height // BLOCK, width // BLOCK), np.uint16)
    for down in range(BLOCK):
        for across in range(BLOCK):
            sums += shown[:, down:height:BLOCK, across:width:BLOCK]
    return sums


def _is_black(luma: Luma) -> bool:
    return bool(luma.mean() < BLACK_MEAN) and float(np.percentile(luma, 99.95)) < BLACK_PEAK


def _moved_strongly(still: NDArray[np.int16], luma: Luma) -> bool:
    if still.shape != luma.shape:
        return True
    return bool(np.count_nonzero(np.abs(still - luma) > STRONG_CHANGE) > max(1.0, STRONG_SHARE * luma.size))


def _moved_broadly(still: NDArray[np.uint16], blocks: NDArray[np.uint16]) -> bool:
    if still.shape != blocks.shape:
        return True
    change = np.abs(still.astype(np.int32) - blocks)
    return bool(np.count_nonzero(change > BROAD_CHANGE * BLOCK**2) > BROAD_SHARE * blocks.size)


def _within(inner: Stretch, outer: Stretch) -> bool:
    """Whether `inner` lies in `outer`, give or take a tenth of a second of fading."""
    return inner.start >= outer.start - 0.1 and inner.end <= outer.end + 0.1

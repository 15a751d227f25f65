"""Black and frozen stretches, found while the pictures go by; nothing is kept but one picture to compare with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.media import LumaPicture

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
BROAD_CHANGE, BROAD_SHARE, BLOCK = 4.0, 0.03, 4
"""A large thing moves or fades: the means of this share of blocks (4 by 4 samples) change by more than these levels.

Measured on stills: at most 2.6 % of the blocks do (strong grain, CRF 28), and hardly any at the house's CRF 19.
"""
FROZEN_SECONDS = 2.0
"""A presenter is never this still, and no title stands alone for longer."""


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
    """Watches pictures in order; each is compared with the first of its stretch, so that a slow move is a move."""

    def __init__(self) -> None:
        self._black = _Runs(BLACK_SECONDS)
        self._frozen = _Runs(FROZEN_SECONDS)
        self._still: NDArray[np.int16] | None = None
        self._end = 0.0
        self.start = 0.0
        self.frames = 0
        self.damaged = 0

    def see(self, picture: LumaPicture) -> None:
        """Take in the next picture."""
        if not self.frames:
            self.start = picture.time
        self.frames += 1
        self.damaged += picture.damaged
        self._end = picture.time + picture.duration
        if _is_black(picture.luma):
            self._black.hold(picture.time)
        else:
            self._black.stop(picture.time)
        if self._still is None or _moved(self._still, picture.luma):
            self._frozen.stop(picture.time)
            self._still = picture.luma.astype(np.int16)
        self._frozen.hold(picture.time)

    def finish(self) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
        """The black and the frozen stretches, in order; a black one is not called frozen too."""
        self._black.stop(self._end)
        self._frozen.stop(self._end)
        black = tuple(self._black.found)
        frozen = tuple(still for still in self._frozen.found if not any(_within(still, dark) for dark in black))
        return black, frozen


def _is_black(luma: NDArray[np.uint8]) -> bool:
    return bool(luma.mean() < BLACK_MEAN) and float(np.percentile(luma, 99.95)) < BLACK_PEAK


def _moved(still: NDArray[np.int16], luma: NDArray[np.uint8]) -> bool:
    if still.shape != luma.shape:
        return True
    change = still - luma
    if np.count_nonzero(np.abs(change) > STRONG_CHANGE) > max(1.0, STRONG_SHARE * luma.size):
        return True
    height, width = (side // BLOCK for side in change.shape)
    blocks = change[: height * BLOCK, : width * BLOCK].reshape(height, BLOCK, width, BLOCK).mean(axis=(1, 3))
    return bool(np.count_nonzero(np.abs(blocks) > BROAD_CHANGE) > BROAD_SHARE * blocks.size)


def _within(inner: Stretch, outer: Stretch) -> bool:
    """Whether `inner` lies in `outer`, give or take a tenth of a second of fading."""
    return inner.start >= outer.start - 0.1 and inner.end <= outer.end + 0.1

"""Films that were never encoded, for whatever does not depend on what a codec does to them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.planted_films import SOUND_RATE, FilmPlan, pictures, sound
from brand_memory.films import FilmFacts


class DrawnFilms:
    """A reader that never touches a file: what a plan draws, as it is drawn."""

    def __init__(self, plan: FilmPlan, *, sounding: bool = True) -> None:
        self._plan = plan
        self._sounding = sounding
        self._pictures = list(pictures(plan))

    def facts(self, path: Path) -> FilmFacts:
        """What the plan says."""
        width, height = self._plan.size
        return FilmFacts(self._plan.seconds, width, height, Fraction(self._plan.rate), self._sounding, 1e6)

    def pictures(
        self, path: Path, size: tuple[int, int], rate: Fraction, start: float, end: float
    ) -> Iterator[NDArray[np.uint8]]:
        """Each as it stands on screen at `start + n / rate`."""
        for number in range(max(1, round((end - start) * rate))):
            at = min(len(self._pictures) - 1, int((start + number / rate) * self._plan.rate + 1e-6))
            yield np.asarray(cv2.resize(self._pictures[at], size, interpolation=cv2.INTER_AREA))

    def sound(self, path: Path, rate: int, start: float, end: float) -> NDArray[np.float32]:
        """What the plan sounds like."""
        heard = sound(self._plan)[round(start * SOUND_RATE) : round(end * SOUND_RATE)]
        step = SOUND_RATE // rate
        return heard[: len(heard) // step * step].reshape(-1, step).mean(axis=1).astype(np.float32)

    def loudness(self, path: Path) -> float | None:
        """A loudness."""
        return -19.0

"""Where one sound has half become the next, by their spectra: the border that a phonetician sets in a glide."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.speech.vowel_endings import HOP_SECONDS, LEAST_CHANGE, band_levels

_REACH = 0.06
"""Seconds on either side of the engine's border in which the true one is looked for."""
_KEPT = 0.02
"""Seconds of each sound that stay it."""
_MIDDLE = 0.02
"""Seconds on either side of a sound's middle over which it is itself."""
_SHORTEST = 0.03
"""Seconds of the shortest stretch that is looked into."""


def half_way(samples: NDArray[np.float64], rate: int, start: float, border: float, end: float) -> float:
    """When the sound from `start` to `border` has half become that from `border` to `end`, in seconds.

    Spectra near the border are placed on the straight way from the middle of the one sound to that of the other; the
    crossing of one half that is nearest to the border counts. `border` where the sounds are alike or nothing crosses.
    """
    first, last = max(start + _KEPT, border - _REACH), min(end - _KEPT, border + _REACH)
    if last - first < _SHORTEST:
        return border
    before = band_levels(samples, rate, _middle(start, border)).mean(axis=0)
    way = band_levels(samples, rate, _middle(border, end)).mean(axis=0) - before
    if np.sqrt(np.mean(way**2)) < LEAST_CHANGE:
        return border
    times = np.arange(first, last, HOP_SECONDS)
    gone = (band_levels(samples, rate, times) - before) @ way / (way @ way)
    gone = np.convolve(np.pad(gone, 1, mode="edge"), (0.25, 0.5, 0.25), "valid")
    rising = np.flatnonzero((gone[:-1] < 0.5) & (gone[1:] >= 0.5))
    if not rising.size:
        return border
    crossings = times[rising] + HOP_SECONDS * (0.5 - gone[rising]) / (gone[rising + 1] - gone[rising])
    return float(crossings[np.abs(crossings - border).argmin()])


def _middle(start: float, end: float) -> NDArray[np.float64]:
    centre = (start + end) / 2
    return np.arange(max(start, centre - _MIDDLE), min(end, centre + _MIDDLE) + 1e-6, HOP_SECONDS)

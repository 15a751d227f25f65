"""Where a vowel turns into the l or r after it, for an engine that makes a liquid the ending of its vowel.

espeak-ng draws the formants of a vowel on into the liquid that closes its syllable (`VowelEnding` in its table of
phonemes) and tells the liquid only where that ending is over: the l of "ball" 80 ms after it is heard.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

LIQUIDS = ("l", "ɫ", "r", "ɹ", "ɻ")
HOP_SECONDS = 0.005
_WINDOW_SECONDS = 0.02
_BANDS = 24
_LOWEST_HZ, _HIGHEST_HZ = 150.0, 4500.0
"""Where the formants are that tell a liquid from a vowel."""
_SIZE = 1024
_FLOOR = 1e-6
"""Share of the whole power under which a band counts as empty (-60 dB)."""
_STEADY = (0.2, 0.5)
"""The shares of a vowel between which it is itself: what comes before is still formed by the sound before it."""
_ENDING_HOPS = 4
"""Hops before the liquid's event, 20 ms, that are the liquid."""
_FEWEST_HOPS = 8
"""Hops of the shortest vowel, 40 ms, that is looked into."""
LEAST_CHANGE = 3.0
"""dB, as the root mean square over the bands: a spectrum that changes less does not turn into anything."""

Spectra = NDArray[np.float64]


def find_turn(samples: NDArray[np.float64], rate: int, start: float, event: float) -> float:
    """When a vowel from `start` has half become what it is at `event`, both in seconds; `event` where it stays itself.

    Spectra are placed on the way from the vowel's own to that of its ending; the last that lies nearer to the vowel is
    where it ends, as a phonetician would set a border in the middle of the formants' glide.
    """
    count = int((event - start) / HOP_SECONDS)
    if count < _FEWEST_HOPS:
        return event
    spectra = band_levels(samples, rate, start + HOP_SECONDS * np.arange(count, dtype=np.float64))
    vowel = spectra[round(_STEADY[0] * count) : round(_STEADY[1] * count)].mean(axis=0)
    way = spectra[-_ENDING_HOPS:].mean(axis=0) - vowel
    if np.sqrt(np.mean(way**2)) < LEAST_CHANGE:
        return event
    gone = (spectra - vowel) @ way / (way @ way)
    return start + HOP_SECONDS * (int(np.flatnonzero(gone <= 0.5)[-1]) + 1)


def band_levels(samples: NDArray[np.float64], rate: int, times: NDArray[np.float64]) -> Spectra:
    """Levels in dB of the bands around each of `times`, against their mean there: what is only louder is the same."""
    size = min(_SIZE, round(_WINDOW_SECONDS * rate))
    padded = np.pad(samples, size)
    begins = np.clip(np.rint(times * rate).astype(np.int64) - size // 2 + size, 0, len(padded) - size)
    frames = padded[begins[:, None] + np.arange(size)] * np.hanning(size)
    power = np.abs(np.fft.rfft(frames, _SIZE)) ** 2
    floor = _FLOOR * power.sum(axis=1, keepdims=True) + 1e-12
    levels = 10 * np.log10(power @ _bands(rate).T + floor)
    return np.asarray(levels - levels.mean(axis=1, keepdims=True))


@lru_cache(maxsize=4)
def _bands(rate: int) -> Spectra:
    """Triangles in even steps of log frequency, `(bands, bins)`."""
    hertz = np.fft.rfftfreq(_SIZE, 1 / rate)
    edges = np.geomspace(_LOWEST_HZ, _HIGHEST_HZ, _BANDS + 2)
    low, middle, high = (edges[first : first + _BANDS, None] for first in range(3))
    return np.clip(np.minimum((hertz - low) / (middle - low), (high - hertz) / (high - middle)), 0, None)

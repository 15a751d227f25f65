"""Mastering: what a sound engineer does to a voice before it is used, in the amounts that its catalogue entry says.

The equaliser brings a voice nearer to the long-term average spectrum of speech (D. Byrne et al., 1994) and the
compressor lifts its weak sounds; with both, more words are understood in noise and none fewer without
(`python -m benchmarks.speech`). A de-esser, a room and a spreading of the vocoder's pulses did not measure better and
were left out.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from renderers.speech import Finish

BANDS = (125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0)
"""Hz at which the equaliser's gains are given; between them it is smooth, beyond them level."""

_ATTACK_SECONDS, _RELEASE_SECONDS = 0.008, 0.12
_KNEE_DECIBELS = 6.0
_THRESHOLD_DECIBELS = -6.0
"""Against the usual level of what sounds in a line: where the compressor begins to hold back."""

Samples = NDArray[np.float64]


def master(samples: Samples, rate: int, finish: Finish) -> Samples:
    """The sound with the steps of `finish`, as long as before and without delay."""
    if not samples.size:
        return samples
    made = _equalise(samples, rate, finish.gains) if any(finish.gains) else samples
    return compress(made, rate, finish.ratio) if finish.ratio > 1 else made


def _equalise(samples: Samples, rate: int, gains: tuple[float, ...]) -> Samples:
    padding = rate // 10
    padded = np.pad(samples, (padding, padding))
    length = -(-len(padded) // 4096) * 4096
    spectrum = np.fft.rfft(padded, length) * _response(length, rate, gains)
    return np.asarray(np.fft.irfft(spectrum, length)[padding : padding + len(samples)], np.float64)


@lru_cache(maxsize=64)
def _response(length: int, rate: int, gains: tuple[float, ...]) -> Samples:
    """The gain at every frequency of a transform of `length`."""
    hertz = np.fft.rfftfreq(length, 1 / rate)
    octave = np.log2(np.clip(hertz, BANDS[0], BANDS[-1]) / BANDS[0])
    given = np.array(gains)
    place = np.clip(octave.astype(int), 0, len(BANDS) - 2)
    share = 0.5 - 0.5 * np.cos(np.pi * (octave - place))
    return np.asarray(10 ** ((given[place] * (1 - share) + given[place + 1] * share) / 20), np.float64)


def compress(samples: Samples, rate: int, ratio: float) -> Samples:
    """`samples` with what is louder than usual held back by `ratio`, with a soft knee; weak sounds stay as they are."""
    hop = max(1, rate // 500)
    level = _follow(samples, rate, hop)
    loud = level > level.max() * 10 ** (-30 / 20)
    usual = np.sqrt(np.mean(level[loud] ** 2)) if loud.any() else 1.0
    over = 20 * np.log10(np.maximum(level, 1e-6) / usual) - _THRESHOLD_DECIBELS
    bent = np.where(
        over <= -_KNEE_DECIBELS,
        0.0,
        np.where(over >= _KNEE_DECIBELS, over, (over + _KNEE_DECIBELS) ** 2 / (4 * _KNEE_DECIBELS)),
    )
    return _apply(samples, -bent * (1 - 1 / ratio), hop)


def _follow(samples: Samples, rate: int, hop: int) -> Samples:
    """The level every `hop` samples: quick to rise, slow to fall."""
    count = -(-len(samples) // hop)
    power = np.pad(samples, (0, count * hop - len(samples))).reshape(count, hop) ** 2
    level = np.sqrt(power.mean(axis=1))
    step = hop / rate
    rising, falling = (np.exp(-step / seconds) for seconds in (_ATTACK_SECONDS, _RELEASE_SECONDS))
    followed, held = [], 0.0
    for value in level.tolist():
        share = rising if value > held else falling
        held = share * held + (1 - share) * value
        followed.append(held)
    return np.array(followed)


def _apply(samples: Samples, decibels: Samples, hop: int) -> Samples:
    at = (np.arange(len(samples)) + 0.5) / hop - 0.5
    return samples * 10 ** (np.interp(at, np.arange(len(decibels)), decibels) / 20)

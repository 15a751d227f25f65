"""Mastering: what a sound engineer does to a voice before it is used, in the amounts that its catalogue entry says.

Every step stays because it measured better (`python -m benchmarks.speech`): the equaliser brings a voice nearer to the
long-term average spectrum of speech and the compressor lifts its weak sounds, and with both more words are understood
in noise. Dispersion takes the edge off a vocoder's pulses, which all periods of its voice have at the same instant.
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
"""Under the level of the loudest stretches of a line, where the compressor begins to hold back."""

Samples = NDArray[np.float64]


def master(samples: Samples, rate: int, finish: Finish | None) -> Samples:
    """`samples` with the steps of `finish`, as many as there were and without delay; as they are without one."""
    if finish is None or not samples.size:
        return samples
    made = samples
    if any(finish.gains) or finish.dispersion:
        made = _filtered(made, rate, finish)
    if finish.ratio > 1:
        made = compress(made, rate, finish.ratio)
    if finish.sibilance:
        made = soften_sibilance(made, rate, finish.sibilance)
    return made


def _filtered(samples: Samples, rate: int, finish: Finish) -> Samples:
    padding = rate // 10
    padded = np.pad(samples, (padding, padding))
    length = -(-len(padded) // 4096) * 4096
    spectrum = np.fft.rfft(padded, length) * _response(length, rate, finish)
    return np.asarray(np.fft.irfft(spectrum, length)[padding : padding + len(samples)], np.float64)


@lru_cache(maxsize=16)
def _response(length: int, rate: int, finish: Finish) -> NDArray[np.complex128]:
    """Gain and phase at every frequency of a transform of `length`."""
    hertz = np.fft.rfftfreq(length, 1 / rate)
    octave = np.log2(np.clip(hertz, BANDS[0], BANDS[-1]) / BANDS[0])
    gains = np.array(finish.gains) if finish.gains else np.zeros(len(BANDS))
    place = np.clip(octave.astype(int), 0, len(BANDS) - 2)
    share = 0.5 - 0.5 * np.cos(np.pi * (octave - place))
    decibels = gains[place] * (1 - share) + gains[place + 1] * share
    # A delay that grows from 0 at the low end to `dispersion` seconds at 4 kHz, and comes back to the middle of both.
    delay = finish.dispersion * (np.clip(hertz / 4000, 0, 1) - 0.5)
    phase = -2 * np.pi * np.cumsum(delay) * (hertz[1] - hertz[0])
    return np.asarray(10 ** (decibels / 20) * np.exp(1j * phase), np.complex128)


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


def soften_sibilance(samples: Samples, rate: int, most: float) -> Samples:
    """`samples` with hissing held `most` decibels under the usual level of the voice."""
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1 / rate)
    side = np.fft.irfft(spectrum * np.clip((hertz - 3500) / 1500, 0, 1), len(samples))
    hop = max(1, rate // 500)
    hiss, whole = _follow(side, rate, hop), _follow(samples, rate, hop)
    loud = whole > whole.max() * 10 ** (-30 / 20)
    usual = np.sqrt(np.mean(whole[loud] ** 2)) if loud.any() else 1.0
    over = np.maximum(20 * np.log10(np.maximum(hiss, 1e-6) / usual) - most, 0.0)
    held = _apply(side, -over, hop)
    return samples - side + held


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

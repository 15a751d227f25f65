"""Measures of recorded music: its key and how clear it is, its spectrum, its ending, its evenness."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
BANDS = ((30, 120), (120, 500), (500, 2000), (2000, 8000))
"""Hz: bass, body, voice, air."""
_WINDOW = 16_384
_LOWEST, _HIGHEST = 110.0, 1760.0
"""Hz between which the tones of a key are looked for."""
# C. Krumhansl, "Cognitive Foundations of Musical Pitch", 1990: how well each tone fits a key.
_MAJOR = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
_MINOR = np.array([6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17])

Samples = NDArray[np.floating[Any]]


def end_decay(samples: Samples) -> float:
    """DB from the loudest moment to the last ten milliseconds."""
    loudest, last = float(np.abs(samples).max()), float(np.abs(samples[-RATE // 100 :]).max())
    return 20 * float(np.log10(max(last, 1e-9) / max(loudest, 1e-9)))


def balance(samples: Samples) -> list[float]:
    """Levels in dB of each of `BANDS` against the whole."""
    power, steps = _spectrum(samples)
    whole = power.sum()
    return [10 * float(np.log10(power[(steps >= low) & (steps < high)].sum() / whole)) for low, high in BANDS]


def octaves(samples: Samples) -> NDArray[np.float64]:
    """Levels in dB of the octaves from 125 Hz to 4 kHz."""
    power, steps = _spectrum(samples)
    edges = 125 * 2.0 ** np.arange(6)
    return np.array([10 * np.log10(power[(steps >= low) & (steps < 2 * low)].sum() + 1e-12) for low in edges[:-1]])


def clearest_key(samples: Samples) -> tuple[int, bool, float]:
    """The tonic (a pitch class), whether the key is minor, and how well the tones fit it (a correlation)."""
    power, steps = _spectrum(samples)
    inside = (steps >= _LOWEST) & (steps <= _HIGHEST)
    classes = np.round(69 + 12 * np.log2(steps[inside] / 440)).astype(int) % 12
    weight = np.zeros(12)
    np.add.at(weight, classes, np.sqrt(power[inside]))
    found = [
        (float(np.corrcoef(weight, np.roll(profile, tonic))[0, 1]), tonic, minor)
        for profile, minor in ((_MAJOR, False), (_MINOR, True))
        for tonic in range(12)
    ]
    fit, tonic, minor = max(found)
    return tonic, minor, fit


def fits_key(found: tuple[int, bool, float], tonic: int, minor: bool) -> bool:
    """Whether the key that was found is the one that was written, its relative, or a fifth away: they share tones."""

    def signature(tonic: int, minor: bool) -> int:
        return (tonic + 3) % 12 if minor else tonic

    away = (signature(found[0], found[1]) - signature(tonic, minor)) % 12
    return away in (0, 5, 7)


def regularity(samples: Samples) -> float:
    """How steadily sound sets in: the share of the onset curve's power that returns with the beat, 0..1."""
    from renderers.music.beats import BandWatch, onset_returns

    watch = BandWatch()
    for start in range(0, len(samples), RATE):
        watch.hear(np.asarray(samples[start : start + RATE], np.float32))
    return onset_returns(watch.finish())


def _spectrum(samples: Samples) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    mono = np.asarray(samples.mean(axis=1) if samples.ndim == 2 else samples, np.float64)
    pieces = np.lib.stride_tricks.sliding_window_view(mono, _WINDOW)[:: _WINDOW // 2]
    power = np.zeros(_WINDOW // 2 + 1)
    for piece in pieces:
        power += np.abs(np.fft.rfft(piece * np.hanning(_WINDOW))) ** 2
    return power, np.fft.rfftfreq(_WINDOW, 1 / RATE)

"""What a film's sound tells besides its loudness: where it is silent, and the tempo of its music if it has a beat."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brand_memory.fingerprints import SOUND_RATE
from brand_memory.shots import stretches

_SILENT = 10 ** (-50 / 20)
_SILENCE = 0.12
"""Amplitude and seconds."""
_WINDOW = SOUND_RATE // 50
_ONSETS = 100
"""Values of the onset curve a second."""
_SLOWEST, _FASTEST = 60.0, 190.0
_USUAL = 115.0
"""Beats a minute: the range, and the middle towards which a listener's own tapping leans (Parncutt, 1994: 100-120)."""
_LEAST_SECONDS = 4.0
_PERIODIC = 0.22
"""The least part of the onset curve's power that has to return with the beat; speech stays below 0.15."""


def silences(samples: NDArray[np.float32]) -> list[tuple[float, float]]:
    """The stretches of mono `samples` at 8 kHz in which nothing is heard, in seconds."""
    count = len(samples) // _WINDOW
    levels = np.sqrt((samples[: count * _WINDOW].reshape(count, _WINDOW) ** 2).mean(axis=1)) if count else np.zeros(0)
    found = [(begin / 50, end / 50) for begin, end in stretches(levels < _SILENT)]
    return [(begin, end) for begin, end in found if end - begin >= _SILENCE]


def tempo(samples: NDArray[np.float32]) -> tuple[float | None, float]:
    """Beats a minute of mono `samples` at 8 kHz, and how sure that is (0 to 1); None where there is no steady beat.

    The autocorrelation of the onset curve, summed over one to four beats; the octave is the one nearest to what people
    tap.
    """
    onsets = _onsets(samples)
    if len(onsets) < _LEAST_SECONDS * _ONSETS or not onsets.any():
        return None, 0.0
    size = 1 << (2 * len(onsets) - 1).bit_length()
    spectrum = np.abs(np.fft.rfft(onsets, size)) ** 2
    returns = np.fft.irfft(spectrum, size)[: len(onsets)]
    returns = returns / returns[0] * len(onsets) / np.arange(len(onsets), 0, -1)
    lags = np.arange(round(60 * _ONSETS / _FASTEST), round(60 * _ONSETS / _SLOWEST) + 1)
    lags = lags[4 * lags + 2 < len(returns)]
    if not len(lags):
        return None, 0.0
    # A beat need not be a whole number of steps: its multiples are looked for a little around where they would be.
    strength = np.mean(
        [[returns[k * lag - k // 2 : k * lag + k // 2 + 1].max() for lag in lags] for k in (1, 2, 3, 4)], 0
    )
    leaning = np.exp(-0.5 * (np.log2(60 * _ONSETS / lags / _USUAL) / 1.0) ** 2)
    best = int(np.argmax(strength * leaning))
    sure = float(strength[best])
    if sure < _PERIODIC:
        return None, 0.0
    fine = _between(returns, int(4 * lags[best])) / 4
    return round(60 * _ONSETS / fine, 1), round(min(1.0, sure / 0.6), 2)


def _between(returns: NDArray[np.float64], at: int) -> float:
    """The peak of `returns` near `at`, between its values."""
    first = max(1, at - 2)
    peak = first + int(np.argmax(returns[first : at + 3]))
    before, top, after = returns[peak - 1], returns[peak], returns[min(peak + 1, len(returns) - 1)]
    bend = before - 2 * top + after
    return peak + (0.5 * (before - after) / bend if bend < 0 else 0.0)


def _onsets(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """How much louder the bands of the spectrum become, a hundred times a second, against what is usual around."""
    hop, window = SOUND_RATE // _ONSETS, 256
    count = max(0, (len(samples) - window) // hop + 1)
    curve = np.zeros(count)
    before: NDArray[np.float64] | None = None
    for at in range(0, count, 4096):
        pieces = np.lib.stride_tricks.sliding_window_view(samples, window)[at * hop : (at + 4096) * hop : hop]
        power = np.abs(np.fft.rfft(pieces[: count - at] * np.hanning(window).astype(np.float32), axis=1)) ** 2
        bands = np.log(np.add.reduceat(power, np.arange(0, 128, 8), axis=1) + 1e-3)
        line = np.concatenate([bands[:1] if before is None else before, bands])
        curve[at : at + len(bands)] = np.maximum(np.diff(line, axis=0), 0).sum(axis=1)
        before = bands[-1:]
    if count < _ONSETS:
        return curve - curve.mean() if count else curve
    usual = np.convolve(np.pad(curve, _ONSETS // 2, mode="edge"), np.ones(_ONSETS) / _ONSETS, "same")
    usual = usual[_ONSETS // 2 : _ONSETS // 2 + count]
    sharp = np.maximum(curve - usual, 0)
    return np.asarray(sharp - sharp.mean())

"""Beats of recorded music: how sound changes from moment to moment, its tempo, and where its beats and bars fall.

Onsets are rises of the energy in bands of the spectrum; the tempo is the lag at which they return (with the octave that
people tap); beats are the path through the strongest onsets that keeps that tempo (Ellis, "Beat tracking by dynamic
programming", 2007). Bars have four beats.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
STEP = RATE // 100
"""Samples between two values of the onset curve."""
_WINDOW = 2048
_BANDS = 24
_LOWEST, _HIGHEST = 40.0, 12_000.0
_LOW_BANDS = 5
"""Bands under about 170 Hz, in which kick and bass tell where bars begin."""
_SLOWEST, _FASTEST, _USUAL = 60.0, 190.0, 115.0
"""Beats a minute, and the middle towards which a listener's own tapping leans (Parncutt, 1994: 100 to 120)."""
_PERIODIC = 0.14
"""The least share of the onset curve's power that returns with the beat; speech and pads stay below."""
_TIGHTNESS = 100.0
BEATS = 4

Curve = NDArray[np.float64]


@dataclass(frozen=True)
class Pulse:
    """The beats of a piece as samples at 48 kHz, and those of them that begin a bar; none where there is no pulse."""

    beats: NDArray[np.int64]
    bars: NDArray[np.int64]


class BandWatch:
    """The energies in bands, `(n, bands)` in log terms, of stereo sound that comes in blocks; one row per `STEP`."""

    def __init__(self) -> None:
        self._line = np.zeros(_WINDOW // 2, np.float32)
        self._rows: list[NDArray[np.float32]] = []

    def hear(self, block: NDArray[np.float32]) -> None:
        """Take in the next `(n, 2)` samples."""
        self._line = np.concatenate([self._line, block.mean(axis=1, dtype=np.float32)])
        count = (len(self._line) - _WINDOW) // STEP + 1
        if count > 0:
            self._rows.append(_bands(self._line, count))
            self._line = self._line[count * STEP :]

    def finish(self) -> NDArray[np.float32]:
        """All rows."""
        self.hear(np.zeros((_WINDOW, 2), np.float32))
        return np.concatenate(self._rows)


@lru_cache(maxsize=1)
def _edges() -> NDArray[np.int64]:
    wanted = np.geomspace(_LOWEST, _HIGHEST, _BANDS + 1) * _WINDOW / RATE
    edges = np.round(wanted).astype(np.int64)
    for at in range(1, len(edges)):
        edges[at] = max(edges[at], edges[at - 1] + 1)
    return edges


def _bands(line: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    from scipy.fft import rfft

    pieces = np.lib.stride_tricks.sliding_window_view(line, _WINDOW)[: (count - 1) * STEP + 1 : STEP]
    power = np.square(np.abs(rfft(pieces * np.hanning(_WINDOW).astype(np.float32), axis=1)))
    edges = _edges()
    sums = np.add.reduceat(power[:, : edges[-1]], edges[:-1], axis=1)
    return np.asarray(np.log10(sums + 1e-4), np.float32)


def find_pulse(bands: NDArray[np.float32]) -> Pulse:
    """The pulse of music with these energies (see `BandWatch`)."""
    onsets = _onsets(bands)
    lag = _lag(onsets)
    if lag is None:
        return Pulse(np.zeros(0, np.int64), np.zeros(0, np.int64))
    places = _track(onsets, lag)
    if len(places) < 2 * BEATS:
        return Pulse(np.zeros(0, np.int64), np.zeros(0, np.int64))
    low = np.maximum(np.diff(bands[:, :_LOW_BANDS], axis=0, prepend=bands[:1, :_LOW_BANDS]), 0).sum(axis=1)
    struck = np.array([low[max(0, at - 2) : at + 3].max() for at in places]) + 0.3 * onsets[places]
    # Harmony changes with the bar more than within it.
    smooth = np.array([bands[at : at + max(2, int(lag))].mean(axis=0) for at in places])
    turned = np.abs(np.diff(smooth, axis=0, prepend=smooth[:1])).sum(axis=1)
    strength = struck / max(struck.mean(), 1e-9) + turned / max(turned.mean(), 1e-9)
    first = int(np.argmax([strength[phase::BEATS].mean() for phase in range(BEATS)]))
    beats = places.astype(np.int64) * STEP
    return Pulse(beats, beats[first::BEATS])


def _onsets(bands: NDArray[np.float32]) -> Curve:
    """How much louder the bands become from step to step, against what is usual around."""
    rises = np.maximum(np.diff(bands.astype(np.float64), axis=0, prepend=bands[:1]), 0).sum(axis=1)
    width = 100
    padded = np.pad(rises, width // 2, mode="edge")
    usual = np.convolve(padded, np.ones(width) / width, "same")[width // 2 : width // 2 + len(rises)]
    sharp = np.maximum(rises - usual, 0)
    spread = sharp.std()
    return np.asarray(sharp / spread if spread > 0 else sharp)


def onset_returns(bands: NDArray[np.float32]) -> float:
    """The share of the power of the onsets that returns with the beat, 0..1: how steady a pulse is."""
    found = _returns(_onsets(bands))
    return float(np.clip(found[2], 0, 1)) if found else 0.0


def _lag(onsets: Curve) -> float | None:
    """Steps in a beat, or None where nothing returns steadily."""
    found = _returns(onsets)
    if found is None or found[2] < _PERIODIC:
        return None
    returns, lag, _ = found
    middle = BEATS * lag
    nearby = returns[middle - 4 : middle + 5]
    top = int(np.argmax(nearby))
    if 0 < top < len(nearby) - 1:
        before, peak, after = nearby[top - 1 : top + 2]
        bend = before - 2 * peak + after
        return (middle - 4 + top + (0.5 * (before - after) / bend if bend < 0 else 0.0)) / BEATS
    return float(lag)


def _returns(onsets: Curve) -> tuple[Curve, int, float] | None:
    """The autocorrelation of the onsets, the lag of the beat in steps, and how strongly they return with it."""
    centred = onsets - onsets.mean()
    if len(centred) < 400 or not centred.any():
        return None
    size = 1 << (2 * len(centred) - 1).bit_length()
    returns = np.fft.irfft(np.abs(np.fft.rfft(centred, size)) ** 2, size)[: len(centred)]
    returns = returns / returns[0] * len(centred) / np.arange(len(centred), 0, -1)
    lags = np.arange(round(6000 / _FASTEST), round(6000 / _SLOWEST) + 1)
    lags = lags[BEATS * lags + 2 < len(returns)]
    if not len(lags):
        return None
    strength = np.mean(
        [[returns[k * lag - k // 2 : k * lag + k // 2 + 1].max() for lag in lags] for k in range(1, BEATS + 1)], axis=0
    )
    leaning = np.exp(-0.5 * np.log2(6000 / lags / _USUAL) ** 2)
    best = int(np.argmax(strength * leaning))
    return returns, int(lags[best]), float(strength[best])


def _track(onsets: Curve, lag: float) -> NDArray[np.int64]:
    """The steps at which the beats fall."""
    smooth = np.convolve(onsets, np.hanning(7) / np.hanning(7).sum(), "same")
    back = np.arange(round(lag * 0.6), round(lag * 1.6) + 1)
    price = -_TIGHTNESS * np.log(back / lag) ** 2 / 10
    score = smooth.copy()
    before = np.full(len(smooth), -1)
    for at in range(int(back[0]), len(smooth)):
        reach = back[back <= at]
        options = score[at - reach] + price[: len(reach)]
        best = int(np.argmax(options))
        if options[best] > 0:
            score[at] += options[best]
            before[at] = at - reach[best]
    at = int(np.argmax(score[-max(2, round(lag)) :])) + len(score) - max(2, round(lag))
    found = []
    while at >= 0:
        found.append(at)
        at = int(before[at])
    return np.array(found[::-1], np.int64)

"""The pitch of a voice over time, and the instants of its periods: what the pitch-synchronous work stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]

HOP_SECONDS = 0.005
LOWEST_HZ, HIGHEST_HZ = 60.0, 420.0
UNVOICED_SECONDS = 0.005
"""How far apart marks stand where nothing is periodic."""

_TRACKING_RATE = 8000
_FRAME_SECONDS = 0.04
_LEAST_PERIODICITY = 0.45
_REACH = 0.6
"""Octaves around the voice's median in which its pitch is looked for a second time: no halving, no doubling."""


@dataclass(frozen=True)
class PitchTrack:
    """The fundamental frequency in Hz every `HOP_SECONDS`, 0 where the voice is silent or only breath."""

    hertz: Samples

    def at(self, seconds: float) -> float:
        """The pitch at a time; 0 beyond the ends."""
        index = round(seconds / HOP_SECONDS)
        return float(self.hertz[index]) if 0 <= index < len(self.hertz) else 0.0

    @property
    def median(self) -> float:
        """The middle of all voiced frames, or 0."""
        voiced = self.hertz[self.hertz > 0]
        return float(np.median(voiced)) if voiced.size else 0.0


def track_pitch(samples: Samples, rate: int) -> PitchTrack:
    """The pitch of a single voice by the normalised autocorrelation of 40 ms frames (P. Boersma, 1993), in two passes:
    the second stays near the median of the first.
    """
    slow = _decimated(samples, rate)
    periodicity, lags = _periodicity(slow)
    first = _chosen(periodicity, lags, LOWEST_HZ, HIGHEST_HZ)
    median = PitchTrack(first).median
    if not median:
        return PitchTrack(first)
    return PitchTrack(_chosen(periodicity, lags, median * 2**-_REACH, median * 2**_REACH))


def _decimated(samples: Samples, rate: int) -> Samples:
    """`samples` at `_TRACKING_RATE`, by cutting their spectrum."""
    padded = np.pad(samples, (0, -len(samples) % (rate // 100)))
    count = len(padded) * _TRACKING_RATE // rate
    spectrum = np.fft.rfft(padded)[: count // 2 + 1]
    return np.asarray(np.fft.irfft(spectrum, count) * (count / len(padded)), np.float64)


def _periodicity(samples: Samples) -> tuple[Samples, NDArray[np.int64]]:
    """For every frame the autocorrelation at each lag, divided by that of the window: 1 for what repeats exactly."""
    size = round(_FRAME_SECONDS * _TRACKING_RATE)
    hop = round(HOP_SECONDS * _TRACKING_RATE)
    padded = np.pad(samples, (size // 2, size))
    count = len(samples) // hop + 1
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop][:count]
    window = np.hanning(size)
    length = 1 << (2 * size - 1).bit_length()
    lags = np.arange(int(_TRACKING_RATE / HIGHEST_HZ), int(_TRACKING_RATE / LOWEST_HZ) + 1)
    own = np.fft.irfft(np.abs(np.fft.rfft(window, length)) ** 2)
    shaped = (frames - frames.mean(axis=1, keepdims=True)) * window
    correlation = np.fft.irfft(np.abs(np.fft.rfft(shaped, length, axis=1)) ** 2, axis=1)
    energy = np.maximum(correlation[:, :1], 1e-12)
    found = correlation[:, lags] / energy / (own[lags] / own[0])
    loud = energy[:, 0] > energy.max() * 10 ** (-45 / 10)
    return np.where(loud[:, None], found, 0.0), lags


def _chosen(periodicity: Samples, lags: NDArray[np.int64], lowest: float, highest: float) -> Samples:
    inside = np.flatnonzero((lags >= _TRACKING_RATE / highest) & (lags <= _TRACKING_RATE / lowest))
    if not inside.size:
        return np.zeros(len(periodicity))
    seen = periodicity[:, inside]
    # A longer lag repeats whatever a shorter one does: the shorter wins where they are nearly alike.
    best = np.argmax(seen - 0.0004 * lags[inside], axis=1)
    rows = np.arange(len(seen))
    peak = seen[rows, best]
    left, right = seen[rows, np.maximum(best - 1, 0)], seen[rows, np.minimum(best + 1, len(inside) - 1)]
    bend = left - 2 * peak + right
    with np.errstate(divide="ignore", invalid="ignore"):
        shift = np.where(bend < -1e-9, 0.5 * (left - right) / bend, 0.0)
    hertz = _TRACKING_RATE / (lags[inside][best] + np.clip(shift, -0.5, 0.5))
    return np.where(peak > _LEAST_PERIODICITY, hertz, 0.0)


def mark_periods(
    samples: Samples, rate: int, track: PitchTrack, voiced: Sequence[tuple[float, float]]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Instants in samples, from 0 to the end, and which are one period of the voice after another.

    In each of the `voiced` stretches (seconds) they follow the waveform from period to period by cross-correlation
    (as Praat's point process); elsewhere they stand `UNVOICED_SECONDS` apart.
    """
    marks: list[int] = [0]
    periodic: list[bool] = [False]
    step = round(UNVOICED_SECONDS * rate)

    def fill(until: int) -> None:
        first = marks[-1]
        count = max(0, round((until - first) / step) - 1)
        marks.extend(round(first + (until - first) * (n + 1) / (count + 1)) for n in range(count))
        periodic.extend([False] * count)

    for start, end in _stretches(track, voiced):
        found = [mark for mark in _follow(samples, rate, track, start, end) if mark > marks[-1] + step // 2]
        if len(found) < 3:
            continue
        fill(found[0])
        marks += found
        periodic += [True] * len(found)
    fill(len(samples))
    marks.append(len(samples))
    periodic.append(False)
    return np.array(marks), np.array(periodic)


def _stretches(track: PitchTrack, voiced: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The parts of the voiced stretches in which a pitch was found, of 25 ms or more."""
    found: list[tuple[float, float]] = []
    for begin, end in voiced:
        first, last = round(begin / HOP_SECONDS), min(round(end / HOP_SECONDS), len(track.hertz))
        run: int | None = None
        for at in range(first, last + 1):
            sounding = at < last and track.hertz[at] > 0
            if sounding and run is None:
                run = at
            elif not sounding and run is not None:
                if at - run >= 5:
                    found.append((run * HOP_SECONDS, at * HOP_SECONDS))
                run = None
    return found


def _follow(samples: Samples, rate: int, track: PitchTrack, start: float, end: float) -> list[int]:
    """The marks of one periodic stretch, from its loudest period outwards."""
    first, last = round(start * rate), min(round(end * rate), len(samples) - 1)
    middle = int(first + np.argmax(np.abs(samples[first:last])))
    marks = [middle]
    for direction in (1, -1):
        at = middle
        while True:
            hertz = track.at(at / rate) or track.at((at + direction * rate / 200) / rate)
            if not hertz:
                break
            following = _next_mark(samples, at, direction, rate / hertz)
            if following is None or not first <= following <= last:
                break
            at = following
            marks.append(at)
    return sorted(marks)


def _next_mark(samples: Samples, at: int, direction: int, period: float) -> int | None:
    half, reach = int(period / 2), max(2, int(period * 0.15))
    centre = at + direction * round(period)
    low, high = centre - half - reach, centre + half + reach
    if at - half < 0 or at + half > len(samples) or low < 0 or high > len(samples):
        return None
    correlation = np.correlate(samples[low:high], samples[at - half : at + half], "valid")
    return centre - reach + int(np.argmax(correlation))

"""A limiter that looks ahead, so that no peak, not even one between two samples, exceeds its ceiling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.filters import running_minimum
from renderers.loudness import RATE, interpolated_peaks, loud_blocks
from renderers.sound_files import Sound

HOP = 16
"""Samples that share one value of the gain curve: a third of a millisecond."""
_LOOK_AHEAD = 15
"""Hops: 5 ms, in which the gain glides down before a peak."""
_RELEASE = 0.08
"""Seconds in which a reduction falls to a third."""
_LEAST = 0.001
"""A reduction that has fallen below this (a hundredth of a dB) is over, so that the limiter forgets."""
_STEPS = 1 << 16
"""Parts of a hop that reductions are counted in: whole numbers, so that the curve is the same wherever it begins."""
_CHUNK = 1 << 16
_MARGIN = 0.9985
"""A gliding gain moves what lies between samples a little; this leaves it room (0.013 dB)."""
_ROUNDS = 4


def limit(
    samples: NDArray[np.float32], ceiling_db: float, *, out: NDArray[np.float32] | None = None
) -> NDArray[np.float32]:
    """`samples` of shape `(n, channels)` with a true peak of at most `ceiling_db` dBTP; quieter passages are untouched.

    Both channels get the same gain, so nothing moves in the stereo picture. `out` may be `samples` itself; without it
    the answer is a new array.
    """
    limited = np.array(samples, np.float32) if out is None else out
    if out is not None and out is not samples:
        np.copyto(out, samples)
    limit_in_place(limited, ceiling_db)
    return limited


def limit_in_place(samples: Sound, ceiling_db: float) -> bool:
    """Bring the true peak of `samples` to at most `ceiling_db` dBTP, piece by piece where it is on disk.

    Tells whether anything had to be changed.
    """
    ceiling = 10 ** (ceiling_db / 20)
    for done in range(_ROUNDS):
        peaks = find_peaks(samples, ceiling)
        if not np.any(peaks > ceiling):
            return done > 0
        apply_curve(samples, limiting_curve(peaks, ceiling))
    return True


def find_peaks(samples: Sound, level: float) -> NDArray[np.float32]:
    """The highest level, between samples too, in every `HOP` samples; 0 where it surely is not over `level`."""
    found = np.zeros(-(-len(samples) // HOP), np.float32)
    for start, end in loud_blocks(samples, level):
        peaks = interpolated_peaks(samples, start, end)
        highest = np.maximum.reduceat(peaks, np.arange(0, len(peaks), HOP))
        found[start // HOP : start // HOP + len(highest)] = highest
    return found


MEMORY = round(-np.log(_LEAST) * _RELEASE * RATE / HOP) + 4 * _LOOK_AHEAD
"""Hops before a place that can matter to the gain there."""
AHEAD = 2 * _LOOK_AHEAD + 2
"""Hops after a place that can matter to the gain there."""


def limiting_curve(peaks: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    """The gain, one value for every `HOP` samples, that keeps `peaks` at or below `ceiling`: it falls before a peak
    and recovers after it.
    """
    curve = np.empty(len(peaks), np.float32)
    for start in range(0, len(peaks), _CHUNK):
        end, first = min(len(peaks), start + _CHUNK), max(0, start - MEMORY)
        curve[start:end] = _curve(peaks[first : end + AHEAD], ceiling)[start - first : end - first]
    return curve


def _curve(peaks: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    """The gain for `peaks`, all of them at once."""
    target = ceiling * _MARGIN
    needed = np.where(peaks > ceiling, target / np.maximum(peaks, target), 1)
    lowest = running_minimum(needed, _LOOK_AHEAD + 1)
    window = np.hanning(2 * _LOOK_AHEAD + 3)[1:-1]
    released = np.pad(_release(lowest), _LOOK_AHEAD, mode="edge")
    return np.minimum(1, np.convolve(released, window / window.sum(), mode="valid")).astype(np.float32)


def apply_curve(samples: Sound, gain: NDArray[np.float32]) -> None:
    """Multiply `samples` in place by `gain`, which has one value at the middle of every `HOP` samples."""
    for start in range(0, len(samples), _CHUNK):
        end = min(len(samples), start + _CHUNK)
        nearby = gain[max(0, start // HOP - 1) : end // HOP + 2]
        if np.all(nearby == nearby[0]):
            if nearby[0] != 1:
                samples[start:end] *= nearby[0]
        else:
            samples[start:end] *= curve_between(gain, HOP, start, end)[:, None]


def curve_between(curve: NDArray[np.float32], hop: int, start: int, end: int) -> NDArray[np.float32]:
    """The values for samples `start` to `end` of a `curve` that has one value at the middle of every `hop` samples."""
    first, last = max(0, start // hop - 1), min(len(curve), end // hop + 2)
    middles = (np.arange(first, last) + 0.5) * hop - 0.5
    return np.interp(np.arange(start, end), middles, curve[first:last]).astype(np.float32)


def _release(gain: NDArray[np.float32]) -> NDArray[np.float64]:
    """`gain` that falls at once and recovers over `_RELEASE`: the reduction in log terms falls by a straight line."""
    a_hop = HOP / RATE / _RELEASE / _STEPS
    reduction = np.maximum(1 - np.asarray(gain, np.float64), _LEAST)
    depth = np.rint(np.log(reduction / _LEAST) / a_hop).astype(np.int64)
    slope = np.arange(len(gain), dtype=np.int64) * _STEPS
    held = np.maximum.accumulate(depth + slope) - slope
    return np.where(held > 0, 1 - _LEAST * np.exp(held * a_hop), 1.0)

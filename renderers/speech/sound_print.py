"""Prints of recordings: whether a sound was heard before, re-encoded or not (after Haitsma and Kalker, ISMIR 2002).

A print is 32 bits for every 16 ms: whether the energy difference of neighbouring bands grew since the frame before. It
holds no voice that could be heard again.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.resampling import resample
from renderers.speech.noise_reduction import RATE

_RATE, _SIZE, _HOP = 8000, 1024, 128
_BANDS, _LOWEST, _HIGHEST = 33, 300.0, 3000.0
SAME = 0.35
"""The share of differing bits under which two sounds are the same recording; unrelated ones differ in half."""

_SHORTEST = 40
_FARTHEST = 60
"""Frames: the least that is compared, and how far apart the two may begin."""


def sound_print(samples: NDArray[np.float32]) -> bytes:
    """The print of mono `samples` at 48 kHz."""
    mono = resample(samples, RATE, _RATE)
    count = (len(mono) - _SIZE) // _HOP + 1
    if count < 2:
        return b""
    frames = np.lib.stride_tricks.sliding_window_view(mono, _SIZE)[::_HOP][:count] * np.hanning(_SIZE)
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    edges = np.geomspace(_LOWEST, _HIGHEST, _BANDS + 1) * _SIZE / _RATE
    starts = np.round(edges).astype(np.int64)
    energy = np.add.reduceat(power, starts, axis=1)[:, :_BANDS]
    slope = np.diff(energy, axis=1)
    return np.packbits(np.diff(slope, axis=0) > 0, axis=1).tobytes()


def difference(first: bytes, second: bytes) -> float:
    """The least share of bits in which two prints differ, shifted against each other; 0.5 where none can be told."""
    one, other = (np.unpackbits(np.frombuffer(each, np.uint8)).reshape(-1, 32) for each in (first, second))
    best = 0.5
    for shift in range(-_FARTHEST, _FARTHEST + 1):
        here, there = one[max(0, shift) :], other[max(0, -shift) :]
        size = min(len(here), len(there))
        if size >= max(_SHORTEST, min(len(one), len(other)) // 2):
            best = min(best, float(np.mean(here[:size] != there[:size])))
    return best

"""Sound at any rate, brought to the 48 kHz that every programme uses."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
_ZERO_CROSSINGS = 32
"""Half width of the interpolating sinc. With the window below: flat to 0.92 of the band, images under -90 dB."""
_KAISER_BETA = 9.5
_PASSBAND = 0.955
"""Cut-off as a share of the lower Nyquist frequency: the middle of the slope, so that the slope ends at Nyquist."""


def to_48k(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Mono `samples` of shape `(n,)` at `rate` Hz as float32 at 48 kHz, exactly `round(n * 48000 / rate)` long.

    Nothing is delayed: what was heard at a time is heard at that time. Raises ValueError for a rate below 1 Hz or for
    sound that is not mono.
    """
    return resample(samples, rate, RATE)


def resample(samples: NDArray[np.float32], rate: int, wanted: int) -> NDArray[np.float32]:
    """Mono `samples` at `rate` Hz as float32 at `wanted` Hz, as `to_48k` does it."""
    if rate < 1 or wanted < 1:
        raise ValueError(f"A sample rate of {min(rate, wanted)} Hz was given; it must be 1 Hz or more.")
    if samples.ndim != 1:
        raise ValueError(f"Mono sound is needed here, but its shape is {samples.shape}; mix the channels down first.")
    mono = np.asarray(samples, np.float32)
    if rate == wanted or not len(mono):
        return mono
    ratio = Fraction(wanted, rate)
    return _interpolate(mono, ratio, round(len(mono) * ratio))


def _interpolate(mono: NDArray[np.float32], ratio: Fraction, length: int) -> NDArray[np.float32]:
    """`length` samples of `mono` at `ratio` times its rate: every one is what the kernel around its place weighs.

    Places come round again every `ratio.numerator` samples; each of them hears the input through taps of its own.
    """
    up, down = ratio.numerator, ratio.denominator
    kernel = _kernel(ratio)
    middle, reach = len(kernel) // 2, -(-len(kernel) // up)
    last = (length * down + middle) // up
    line = np.zeros(max(len(mono), last + down + 1) + 2 * reach)
    line[reach : reach + len(mono)] = mono
    heard = np.lib.stride_tricks.sliding_window_view(line, reach)
    out = np.empty(length, np.float32)
    for place in range(min(up, length)):
        latest, phase = divmod(place * down + middle, up)
        taps = np.zeros(reach)
        own = kernel[phase::up]
        taps[reach - len(own) :] = own[::-1]
        count = len(range(place, length, up))
        out[place::up] = np.einsum("ij,j->i", heard[latest + 1 :: down][:count], taps)
    return out


@lru_cache(maxsize=8)
def _kernel(ratio: Fraction) -> NDArray[np.float64]:
    """A sinc under a Kaiser window at `ratio.numerator` times the input's rate; it keeps the level."""
    widest = max(ratio.numerator, ratio.denominator)
    at = np.arange(-_ZERO_CROSSINGS * widest, _ZERO_CROSSINGS * widest + 1)
    taps = np.sinc(_PASSBAND / widest * at) * np.kaiser(len(at), _KAISER_BETA)
    return np.asarray(taps * (ratio.numerator / taps.sum()))

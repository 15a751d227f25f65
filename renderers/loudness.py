"""How loud sound is and how high it peaks (ITU-R BS.1770-4), in memory that does not grow with its length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf, log10

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
HOPS_PER_SECOND = 10
"""Gating blocks of 400 ms overlap by 75 %: one begins every 100 ms."""
HOPS_PER_BLOCK = 4
_CHUNK = 1 << 17
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_OFFSET = -0.691
"""BS.1770: makes a 997 Hz sine at 0 dBFS in one channel read -3.01 LUFS."""

Signal = NDArray[np.float32]


class KWeighting:
    """The K filter of BS.1770 that keeps its state, so that sound can pass through it piece by piece."""

    def __init__(self, channels: int, rate: int = RATE) -> None:
        self._sections = _k_sections(rate)
        self._state = np.zeros((2, channels, 2))

    def pass_through(self, samples: NDArray[np.floating]) -> NDArray[np.float64]:
        """`samples` of shape `(n, channels)`, weighted, as `(channels, n)`."""
        from scipy.signal import sosfilt

        flat = np.ascontiguousarray(samples.T, np.float64)
        weighted, self._state = sosfilt(self._sections, flat, zi=self._state)
        return np.asarray(weighted)


@lru_cache(maxsize=4)
def _k_sections(rate: int) -> NDArray[np.float64]:
    """Second-order sections, by the formula that meets the coefficients printed in the standard at 48 kHz."""
    from pyloudnorm import IIRfilter

    shelf = IIRfilter(3.99984385397, 0.7071752369554193, 1681.9744509555319, rate, "high_shelf_DeMan")
    high_pass = IIRfilter(0.0, 0.5003270373253953, 38.13547087613982, rate, "high_pass_DeMan")
    return np.array([[*shelf.b, *shelf.a], [*high_pass.b, *high_pass.a]])


def loudness_of(power: float) -> float:
    """LUFS of a mean K-weighted power, summed over the channels; minus infinity for none."""
    return _OFFSET + 10 * log10(power) if power > 0 else -inf


def gate(powers: NDArray[np.floating]) -> float:
    """Integrated loudness in LUFS of the mean powers of 400 ms blocks, both gates applied; -inf where all is silent."""
    blocks = np.asarray(powers, np.float64)
    floor = 10 ** ((_ABSOLUTE_GATE - _OFFSET) / 10)
    loud = blocks[blocks > floor]
    if not loud.size:
        return -inf
    return loudness_of(float(loud[loud > loud.mean() * 10 ** (_RELATIVE_GATE / 10)].mean()))


@dataclass(frozen=True)
class Energies:
    """K-weighted energy of every tenth of a second (of the whole, if shorter than a gating block), between `edges`."""

    energy: NDArray[np.float64]
    edges: NDArray[np.int64]

    def loudness(self, factor: NDArray[np.floating] | float = 1.0) -> float:
        """Integrated loudness in LUFS once every step's energy is multiplied by `factor`; -inf for silence."""
        energy = self.energy * factor
        if len(energy) < HOPS_PER_BLOCK:
            return gate(energy / np.maximum(np.diff(self.edges), 1))
        blocks = np.lib.stride_tricks.sliding_window_view(energy, HOPS_PER_BLOCK).sum(axis=1)
        return gate(blocks / (self.edges[HOPS_PER_BLOCK:] - self.edges[:-HOPS_PER_BLOCK]))


def measure_energies(samples: Signal, rate: int = RATE) -> Energies:
    """The energies of `(n, channels)` samples at `rate` Hz. What remains after whole steps is left out."""
    length = len(samples)
    count = HOPS_PER_SECOND * length // rate
    short = count < HOPS_PER_BLOCK
    edges = np.array([0, length]) if short else np.arange(count + 1) * rate // HOPS_PER_SECOND
    return Energies(np.diff(_cumulated_energy(samples, rate, edges)), edges)


def integrated(samples: Signal, rate: int = RATE) -> float:
    """Integrated loudness in LUFS of `(n,)` or `(n, channels)` samples at `rate` Hz; minus infinity for silence.

    Sound shorter than one gating block of 400 ms is measured as a whole.
    """
    return measure_energies(samples[:, None] if samples.ndim == 1 else samples, rate).loudness()


def _cumulated_energy(samples: Signal, rate: int, edges: NDArray[np.int64]) -> NDArray[np.float64]:
    """The K-weighted energy from the start up to each of `edges`."""
    weighting = KWeighting(samples.shape[1], rate)
    found = np.zeros(len(edges))
    total = 0.0
    for start in range(0, int(edges[-1]), _CHUNK):
        weighted = weighting.pass_through(samples[start : start + _CHUNK])
        energy = np.einsum("cn,cn->n", weighted, weighted)
        sums = np.cumsum(energy)
        first, last = np.searchsorted(edges, (start, start + len(sums)), side="right")
        found[first:last] = total + sums[edges[first:last] - start - 1]
        total += float(sums[-1])
    return found


_OVERSAMPLING = 4
_REACH = 6
"""Samples to either side that an interpolated value hears, as many as in the standard's own filter."""
_BLOCK = 4096
"""Samples; a multiple of every hop used on top of it."""


@lru_cache(maxsize=1)
def _interpolator() -> tuple[NDArray[np.float32], float]:
    """The four-fold interpolation filter, and how far its output can exceed the largest sample it hears."""
    from scipy.signal import firwin

    taps = firwin(2 * _OVERSAMPLING * _REACH + 1, 0.98 / _OVERSAMPLING, window=("kaiser", 5.0)) * _OVERSAMPLING
    bound = max(float(np.abs(taps[phase::_OVERSAMPLING]).sum()) for phase in range(_OVERSAMPLING))
    return np.asarray(taps, np.float32), bound


def interpolated_peaks(samples: Signal, start: int, end: int) -> NDArray[np.float32]:
    """For each of samples `start` to `end`: the greatest level of any channel between it and the next."""
    from scipy.signal import upfirdn

    taps, _ = _interpolator()
    first, last = max(0, start - _REACH), min(len(samples), end + _REACH)
    dense = upfirdn(taps, np.ascontiguousarray(samples[first:last].T), up=_OVERSAMPLING)
    begin = _OVERSAMPLING * (_REACH + start - first)
    wanted = np.abs(dense[:, begin : begin + _OVERSAMPLING * (end - start)])
    highest = wanted[0]
    for channel in wanted[1:]:
        np.maximum(highest, channel, out=highest)
    between = np.maximum(highest[1::_OVERSAMPLING], highest[2::_OVERSAMPLING])
    np.maximum(between, highest[3::_OVERSAMPLING], out=between)
    for channel in range(samples.shape[1]):
        np.maximum(between, np.abs(samples[start:end, channel]), out=between)
    return np.asarray(between, np.float32)


def loud_blocks(samples: Signal, level: float) -> Iterator[tuple[int, int]]:
    """The stretches in which sound between the samples could exceed `level`; all others surely stay below it."""
    bound = _interpolator()[1]
    peaks = _block_peaks(samples)
    for index in np.flatnonzero(_with_neighbours(peaks) * bound > level):
        yield int(index) * _BLOCK, min(len(samples), (int(index) + 1) * _BLOCK)


def _block_peaks(samples: Signal) -> NDArray[np.float32]:
    starts = range(0, len(samples), _BLOCK)
    return np.array([max(samples[s : s + _BLOCK].max(), -samples[s : s + _BLOCK].min()) for s in starts], np.float32)


def _with_neighbours(peaks: NDArray[np.float32]) -> NDArray[np.float32]:
    padded = np.pad(peaks, 1)
    return np.maximum(np.maximum(padded[:-2], padded[2:]), peaks)


def true_peak(samples: Signal) -> float:
    """The true peak in dBTP of `(n,)` or `(n, channels)` samples, by four-fold oversampling; -inf for silence."""
    stereo = samples[:, None] if samples.ndim == 1 else samples
    if not len(stereo):
        return -inf
    bound = _interpolator()[1]
    peaks = _block_peaks(stereo)
    nearby = _with_neighbours(peaks)
    highest = float(peaks.max())
    for index in np.argsort(-nearby, kind="stable"):
        if nearby[index] * bound <= highest:
            break
        start = int(index) * _BLOCK
        highest = max(highest, float(interpolated_peaks(stereo, start, min(len(stereo), start + _BLOCK)).max()))
    return 20 * log10(highest) if highest > 0 else -inf

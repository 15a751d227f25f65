"""How loud sound is and how high it peaks (ITU-R BS.1770-4), in memory that does not grow with its length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf, log10

import numpy as np
from numpy.typing import NDArray

from renderers.filters import Response, convolve, filter_recursively, read_response
from renderers.sound_files import Sound

RATE = 48_000
HOPS_PER_SECOND = 10
"""Gating blocks of 400 ms overlap by 75 %: one begins every 100 ms."""
HOPS_PER_BLOCK = 4
_CHUNK = 1 << 17
_K_RESPONSE_SECONDS = 0.085
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_OFFSET = -0.691
"""BS.1770: makes a 997 Hz sine at 0 dBFS in one channel read -3.01 LUFS."""

Signal = NDArray[np.float32]


class KWeighting:
    """The K filter of BS.1770 that keeps its state, so that sound can pass through it piece by piece."""

    def __init__(self, channels: int, rate: int = RATE) -> None:
        self._response = _k_response(rate)
        self._before = np.zeros((channels, self._response.length - 1))

    def pass_through(self, samples: NDArray[np.floating]) -> NDArray[np.float64]:
        """`samples` of shape `(n, channels)`, weighted, as `(channels, n)`."""
        line = np.concatenate([self._before, samples.T], axis=1)
        self._before = line[:, line.shape[1] - self._response.length + 1 :]
        return convolve(line, self._response)


@lru_cache(maxsize=4)
def _k_response(rate: int) -> Response:
    """What the K filter answers to a click.

    By the formulas that meet the coefficients printed in the standard at 48 kHz (Brecht De Man, "Evaluation of
    implementations of the EBU R128 loudness measurement", 2018). The response has fallen below -180 dB where it is cut,
    and convolving by blocks takes half the time of the recursion.
    """
    length = round(_K_RESPONSE_SECONDS * rate) + 1
    shelf, pass_ = (np.tan(np.pi * corner / rate) for corner in (1681.9744509555319, 38.13547087613982))
    quality, high = 0.7071752369554193, 10 ** (3.99984385397 / 20)
    middle = high**0.499666774155
    scale = 1 + shelf / quality + shelf**2
    response = filter_recursively(
        np.eye(1, length)[0],
        (
            (high + middle * shelf / quality + shelf**2) / scale,
            2 * (shelf**2 - high) / scale,
            (high - middle * shelf / quality + shelf**2) / scale,
        ),
        (2 * (shelf**2 - 1) / scale, (1 - shelf / quality + shelf**2) / scale),
    )
    quality = 0.5003270373253953
    scale = 1 + pass_ / quality + pass_**2
    feedback = (2 * (pass_**2 - 1) / scale, (1 - pass_ / quality + pass_**2) / scale)
    return read_response(filter_recursively(response, (1.0, -2.0, 1.0), feedback))


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


def measure_energies(samples: Sound, rate: int = RATE) -> Energies:
    """The energies of `(n, channels)` samples at `rate` Hz. What remains after whole steps is left out."""
    edges = step_edges(len(samples), rate)
    return Energies(np.diff(_cumulated_energy(samples, rate, edges)), edges)


def step_edges(length: int, rate: int = RATE) -> NDArray[np.int64]:
    """Where the steps of loudness of `length` samples begin and end: tenths of a second, or one for short sound."""
    count = HOPS_PER_SECOND * length // rate
    return np.array([0, length]) if count < HOPS_PER_BLOCK else np.arange(count + 1) * rate // HOPS_PER_SECOND


def integrated(samples: Signal, rate: int = RATE) -> float:
    """Integrated loudness in LUFS of `(n,)` or `(n, channels)` samples at `rate` Hz; minus infinity for silence.

    Sound shorter than one gating block of 400 ms is measured as a whole.
    """
    return measure_energies(samples[:, None] if samples.ndim == 1 else samples, rate).loudness()


def _cumulated_energy(samples: Sound, rate: int, edges: NDArray[np.int64]) -> NDArray[np.float64]:
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
_BLOCK = 512
"""Samples that are looked into or not; a multiple of every hop used on top of it."""
_LONGEST_RUN = 8
"""Blocks that are interpolated at once, so that they stay in the processor's cache."""


@lru_cache(maxsize=1)
def _interpolator() -> tuple[NDArray[np.float32], float]:
    """The four-fold interpolation filter by phases, and how far its output can exceed the largest sample it hears.

    A low pass at 0.98 of the band under a Kaiser window, of `2 * _REACH` taps for each value between two samples.
    """
    at = np.arange(-_OVERSAMPLING * _REACH, _OVERSAMPLING * _REACH + 1)
    taps = np.sinc(0.98 / _OVERSAMPLING * at) * np.kaiser(len(at), 5.0)
    taps *= _OVERSAMPLING / taps.sum()
    phases = np.stack([taps[_OVERSAMPLING - phase :: _OVERSAMPLING] for phase in range(1, _OVERSAMPLING)])
    return np.asarray(phases, np.float32), float(np.abs(phases).sum(axis=1).max())


def interpolated_peaks(samples: Sound, start: int, end: int) -> NDArray[np.float32]:
    """For each of samples `start` to `end`: the greatest level of any channel between it and the next."""
    phases, _ = _interpolator()
    first, last, count = start - _REACH + 1, end + _REACH, end - start
    heard = samples[max(0, first) : last]
    line = np.zeros((samples.shape[1], last - first), np.float32)
    line[:, max(0, -first) : max(0, -first) + len(heard)] = heard.T
    highest = np.abs(line[0, _REACH - 1 : _REACH - 1 + count])
    for channel in line[1:, _REACH - 1 : _REACH - 1 + count]:
        np.maximum(highest, np.abs(channel), out=highest)
    between, part = np.empty((2, len(line), count), np.float32)
    for taps in phases:
        np.multiply(line[:, :count], taps[0], out=between)
        for place in range(1, 2 * _REACH):
            between += np.multiply(line[:, place : place + count], taps[place], out=part)
        for channel in np.abs(between, out=between):
            np.maximum(highest, channel, out=highest)
    return highest


def loud_blocks(samples: Sound, level: float) -> Iterator[tuple[int, int]]:
    """The stretches in which sound between the samples could exceed `level`; all others surely stay below it."""
    bound = _interpolator()[1]
    peaks = _block_peaks(samples)
    loud = np.flatnonzero(_with_neighbours(peaks) * bound > level)
    for run in np.split(loud, np.flatnonzero(np.diff(loud) > 1) + 1):
        for first in range(0, len(run), _LONGEST_RUN):
            part = run[first : first + _LONGEST_RUN]
            yield int(part[0]) * _BLOCK, min(len(samples), (int(part[-1]) + 1) * _BLOCK)


def _block_peaks(samples: Sound) -> NDArray[np.float32]:
    found = np.zeros(-(-len(samples) // _BLOCK), np.float32)
    for start in range(0, len(samples), _CHUNK):
        levels = np.abs(samples[start : start + _CHUNK])
        highest = np.maximum.reduceat(levels, np.arange(0, len(levels), _BLOCK), axis=0).max(axis=1)
        found[start // _BLOCK : start // _BLOCK + len(highest)] = highest
    return found


def _with_neighbours(peaks: NDArray[np.float32]) -> NDArray[np.float32]:
    padded = np.pad(peaks, 1)
    return np.maximum(np.maximum(padded[:-2], padded[2:]), peaks)


def true_peak(samples: Signal) -> float:
    """The true peak in dBTP of `(n,)` or `(n, channels)` samples, by four-fold oversampling; -inf for silence."""
    stereo = samples[:, None] if samples.ndim == 1 else samples
    if not len(stereo):
        return -inf
    peaks = _block_peaks(stereo)
    loudest = int(np.argmax(_with_neighbours(peaks)))
    # What lies between its samples spares most others the look.
    highest = max(float(peaks.max()), _between(stereo, loudest * _BLOCK, min(len(stereo), (loudest + 1) * _BLOCK)))
    for start, end in loud_blocks(stereo, highest):
        highest = max(highest, _between(stereo, start, end))
    return 20 * log10(highest) if highest > 0 else -inf


def _between(samples: Sound, start: int, end: int) -> float:
    return float(interpolated_peaks(samples, start, end).max())

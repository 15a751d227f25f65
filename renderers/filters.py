"""Filters of sound as convolutions in numpy: importing scipy's costs most of a second of one core in every process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]

_BLOCK_SAMPLES = 1 << 15
"""Samples of a channel that are transformed at a time."""


@dataclass(frozen=True)
class Response:
    """What a filter answers to a click: its spectrum for blocks of sound, and for how many samples it is heard."""

    spectrum: NDArray[np.complex128]
    length: int


def read_response(taps: Samples) -> Response:
    """The response that `taps` are."""
    return Response(np.fft.rfft(taps, 1 << (8 * len(taps) - 1).bit_length()), len(taps))


def filter_recursively(samples: Samples, forward: tuple[float, float, float], back: tuple[float, float]) -> Samples:
    """`samples` through one second-order section; a walk in Python, for an impulse response only."""
    out = []
    first = second = 0.0
    for sample in samples.tolist():
        made = forward[0] * sample + first
        first = forward[1] * sample - back[0] * made + second
        second = forward[2] * sample - back[1] * made
        out.append(made)
    return np.array(out)


def convolve(line: NDArray[np.floating], response: Response) -> Samples:
    """`line`, `(channels, n)`, through the filter: `(channels, n - length + 1)`, where it hears all that it needs."""
    heard = response.length - 1
    made = np.empty((len(line), line.shape[1] - heard))
    size = 2 * (len(response.spectrum) - 1)
    step = size - heard
    whole = max(0, (line.shape[1] - size) // step + 1)
    if whole:
        blocks = np.lib.stride_tricks.sliding_window_view(line, size, axis=1)[:, ::step]
        made_whole = made[:, : whole * step].reshape(len(line), whole, step)
        # A few blocks at a time: their transforms stay in the processor's cache.
        for first in range(0, whole, _together(size)):
            several = slice(first, first + _together(size))
            bent = np.fft.irfft(np.fft.rfft(blocks[:, several]) * response.spectrum, size)
            made_whole[:, several] = bent[:, :, heard:]
    if whole * step < made.shape[1]:
        bent = np.fft.irfft(np.fft.rfft(line[:, whole * step :], size) * response.spectrum, size)
        made[:, whole * step :] = bent[:, heard : heard + made.shape[1] - whole * step]
    return made


def _together(size: int) -> int:
    return max(1, _BLOCK_SAMPLES // size)


def filter_from_silence(samples: NDArray[np.floating], response: Response) -> Samples:
    """`samples`, `(channels, n)`, through the filter, as many as come in; before them there is silence."""
    before = np.zeros((len(samples), response.length - 1))
    return convolve(np.concatenate([before, samples], axis=1), response)


@lru_cache(maxsize=4)
def high_pass(corner: float, rate: int, length: int) -> Response:
    """A Butterworth high pass of second order at `corner` Hz, by the bilinear transform, cut after `length` samples."""
    bend = np.tan(np.pi * corner / rate)
    scale = 1 / (1 + np.sqrt(2) * bend + bend**2)
    back = (2 * (bend**2 - 1) * scale, (1 - np.sqrt(2) * bend + bend**2) * scale)
    return read_response(filter_recursively(np.eye(1, length)[0], (scale, -2 * scale, scale), back))


@lru_cache(maxsize=4)
def band_pass(middle: float, quality: float, rate: int, length: int) -> Response:
    """A band pass of second order, 1 and in phase at `middle` Hz (R. Bristow-Johnson's cookbook), cut likewise."""
    angle = 2 * np.pi * middle / rate
    alpha = np.sin(angle) / (2 * quality)
    forward = (alpha / (1 + alpha), 0.0, -alpha / (1 + alpha))
    back = (-2 * np.cos(angle) / (1 + alpha), (1 - alpha) / (1 + alpha))
    return read_response(filter_recursively(np.eye(1, length)[0], forward, back))


def running_minimum(values: NDArray[np.floating], reach: int) -> NDArray[np.floating]:
    """The least of each value and of `reach` to either side of it; beyond the ends the outermost value goes on."""
    lowest, width = np.pad(values, reach, mode="edge"), 1
    while 2 * width <= 2 * reach + 1:
        lowest = np.minimum(lowest[:-width], lowest[width:])
        width *= 2
    rest = 2 * reach + 1 - width
    return np.minimum(lowest[: len(lowest) - rest], lowest[rest:])

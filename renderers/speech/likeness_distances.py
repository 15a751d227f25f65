"""How far two voices are apart: pitch, formants, and mel-cepstral distortion of frames that say the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_FORMANT_RATE = 10000
_ORDER = 12
_WIDEST = 400.0
_LEAST = 90.0
_ORDERS = 24


def pitch_distance(one: Array, other: Array) -> float:
    """Half-tones between the medians of two runs of voiced pitches in Hz."""
    return float(abs(12 * np.log2(np.median(one) / np.median(other))))


def cepstral_distortion(one: Array, other: Array) -> float:
    """Mel-cepstral distortion in dB between paired cepstra `(n, 40)` of WORLD's coding, without the level.

    The coding is an orthonormal-like cosine transform of the log amplitude on the mel scale; it is scaled here to the
    cepstra of Kubichek's formula, `10 / ln 10 * sqrt(2 * sum d^2)` (1993).
    """
    difference = (one - other)[:, 1 : _ORDERS + 1] * np.sqrt(2.0 / one.shape[1])
    return float(np.mean(10 / np.log(10) * np.sqrt(2 * np.sum(difference**2, axis=1))))


def formants(samples: NDArray[np.floating], rate: int) -> tuple[float, float, float]:
    """The medians of the first three formants in Hz over voiced, loud frames, by linear prediction; 0 for none."""
    from renderers.resampling import resample

    line = resample(np.asarray(samples, np.float32), rate, _FORMANT_RATE).astype(np.float64)
    line = np.append(line[0], line[1:] - 0.97 * line[:-1]) if len(line) > 1 else line
    size, hop = 300, 150
    if len(line) < size:
        return 0.0, 0.0, 0.0
    frames = np.lib.stride_tricks.sliding_window_view(line, size)[::hop]
    level = np.sqrt(np.mean(frames**2, axis=1))
    found: list[list[float]] = [[], [], []]
    for frame in frames[level > 0.3 * np.percentile(level, 95)]:
        for at, hertz in enumerate(_resonances(frame * np.hamming(size))[:3]):
            found[at].append(hertz)
    first, second, third = (float(np.median(one)) if one else 0.0 for one in found)
    return first, second, third


def _resonances(frame: Array) -> list[float]:
    correlation = np.correlate(frame, frame, "full")[len(frame) - 1 : len(frame) + _ORDER]
    if correlation[0] <= 0:
        return []
    matrix = correlation[np.abs(np.subtract.outer(np.arange(_ORDER), np.arange(_ORDER)))]
    prediction = np.linalg.solve(matrix + 1e-6 * correlation[0] * np.eye(_ORDER), correlation[1:])
    roots = np.roots(np.concatenate([[1.0], -prediction]))
    roots = roots[np.imag(roots) > 0]
    hertz = np.angle(roots) * _FORMANT_RATE / (2 * np.pi)
    width = -np.log(np.abs(roots)) * _FORMANT_RATE / np.pi
    return sorted(float(h) for h, w in zip(hertz, width, strict=True) if h > _LEAST and w < _WIDEST)

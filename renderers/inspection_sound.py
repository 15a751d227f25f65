"""Loudness, peak and silences of a finished sound."""

from __future__ import annotations

from math import ceil, isfinite

import numpy as np
from numpy.typing import NDArray

from renderers.inspection_picture import Stretch
from renderers.timebase import SOUND_RATE

SILENT_LEVEL = -50.0
"""dBFS of a window's root mean square below which it is silent: a quiet bed under a voice lies near -40."""
SILENT_SECONDS = 1.0
_WINDOW = 0.02


def measure_loudness(samples: NDArray[np.float32], rate: int) -> tuple[float | None, float | None]:
    """Integrated loudness in LUFS and true peak in dBTP of `(n, 2)` samples; None where there is nothing to measure."""
    from renderers.loudness import integrated, true_peak

    loudness, peak = float(integrated(samples, rate)), float(true_peak(samples))
    return (round(loudness, 2) if isfinite(loudness) else None), (round(peak, 2) if isfinite(peak) else None)


def silences(samples: NDArray[np.float32], rate: int, seconds: float) -> tuple[Stretch, ...]:
    """Stretches of at least `SILENT_SECONDS` in which both sides lie below `SILENT_LEVEL`, to the programme's end.

    `seconds` is the programme's length: sound that ends before the picture leaves a silence.
    """
    rate = rate or SOUND_RATE
    window = max(1, round(_WINDOW * rate))
    count = -(-len(samples) // window)
    quiet = np.ones(max(count, ceil(seconds * rate / window)), bool)
    threshold = 10 ** (SILENT_LEVEL / 10)
    for at in range(0, count, 4096):
        part = samples[at * window : (at + 4096) * window]
        part = np.pad(part, ((0, -len(part) % window), (0, 0)))
        power = np.square(part.reshape(-1, window, part.shape[1])).mean(axis=1).max(axis=1)
        quiet[at : at + len(power)] = power < threshold
    edges = np.flatnonzero(np.diff(np.concatenate(([0], quiet.astype(np.int8), [0]))))
    found = []
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        start, end = first * window / rate, min(last * window / rate, max(seconds, len(samples) / rate))
        if end - start >= SILENT_SECONDS - 1e-6:
            found.append(Stretch(round(float(start), 6), round(float(end - start), 6)))
    return tuple(found)

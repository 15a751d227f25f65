"""How loud speech is over time, for mouths and ducking."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.speech import Speech

CURVE_RATE = 100
"""Values a second."""


def loudness_curve(speech: Speech) -> NDArray[np.float32]:
    """The level of `speech` in 0..1 at `CURVE_RATE`: RMS over 20 ms, 1.0 at the 95th percentile of what sounds."""
    hop = speech.sample_rate / CURVE_RATE
    count = max(1, round(len(speech.samples) / hop))
    energy = np.concatenate([[0.0], np.cumsum(speech.samples.astype(np.float64) ** 2)])
    middle = np.arange(count) * hop
    first = np.clip(middle - hop, 0, len(speech.samples)).astype(int)
    last = np.clip(middle + hop, 0, len(speech.samples)).astype(int)
    level = np.sqrt((energy[last] - energy[first]) / np.maximum(last - first, 1))
    loud = level[level > 0.01]
    top = float(np.percentile(loud, 95)) if loud.size else 1.0
    return np.asarray(np.clip(level / top, 0, 1), np.float32)

"""Sung and rapped recordings: whether a voice keeps a beat by itself, and when its beats fall.

Speech has a rhythm and no pulse: its syllables come back at no steady lag. Of the voices of the base install at most
0.08 of what begins returns with a beat; of a voice whose syllables are 20 ms off the beat on average a quarter does,
and `find_pulse` takes 0.14 for a pulse.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.music.beats import RATE, BandWatch, find_pulse

SINGING = "1"
"""The edition of how beats are found in a voice; a change that moves them raises it."""
_AT_ONCE = 10 * RATE


def sung_beats(samples: NDArray[np.float32]) -> tuple[float, ...]:
    """The seconds of the beats that a recorded voice (mono, 48 kHz) keeps; none where it speaks."""
    watch = BandWatch()
    for start in range(0, len(samples), _AT_ONCE):
        part = samples[start : start + _AT_ONCE]
        watch.hear(np.stack([part, part], axis=1).astype(np.float32))
    return tuple(round(float(beat) / RATE, 3) for beat in find_pulse(watch.finish()).beats)

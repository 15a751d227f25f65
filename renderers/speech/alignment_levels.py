"""Words that begin with a vowel begin where it is heard: an aligner gives them a short silence that it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.speech.phones import is_vowel
from renderers.speech.utterance import Segment

FRAME_SECONDS = 0.01
QUIET_DB = -20.0
"""Under this level against the whole line no vowel is heard: they lie within some 12 dB of it, and what is left of a
closing consonant or of an echo mostly 25 dB and more below.
"""
LEAST_QUIET = 4
"""Frames in a row that are a silence."""
SHORTEST_VOWEL = 0.03
"""Seconds that are left to a vowel at the least."""


def begin_vowels_where_heard(
    segments: Sequence[Segment], samples: NDArray[np.float32], sample_rate: int
) -> tuple[Segment, ...]:
    """The segments, gapless, with the silence before a word's first vowel given to what stands before it."""
    found = list(segments)
    levels = _levels(samples, sample_rate)
    for at in range(1, len(found)):
        own, before = found[at], found[at - 1]
        if own.token < 0 or own.token == before.token or not is_vowel(own.symbol, own.viseme):
            continue
        start = _heard(levels, own.start, own.end - SHORTEST_VOWEL)
        if start is not None:
            found[at - 1], found[at] = replace(before, end=start), replace(own, start=start)
    return tuple(found)


def _levels(samples: NDArray[np.float32], sample_rate: int) -> NDArray[np.float64]:
    """The level of each frame in dB against the mean of all."""
    size = max(1, round(FRAME_SECONDS * sample_rate))
    whole = samples[: len(samples) // size * size].astype(np.float64).reshape(-1, size)
    powers = (whole**2).mean(axis=1)
    levels: NDArray[np.float64] = 10 * np.log10(np.maximum(powers, 1e-12) / max(float(powers.mean()), 1e-12))
    return levels


def _heard(levels: NDArray[np.float64], start: float, latest: float) -> float | None:
    """When the silence at `start` ends, before `latest`; None where there is none, or it stays silent."""
    first, last = int(start / FRAME_SECONDS + 0.5), int(latest / FRAME_SECONDS)
    loud = np.flatnonzero(levels[first : last + 1] >= QUIET_DB)
    # Between two pulses of a deep voice it is quiet as well.
    return (first + int(loud[0])) * FRAME_SECONDS if loud.size and loud[0] >= LEAST_QUIET else None

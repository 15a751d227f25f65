"""Where voices are really heard in a finished film, held against where they were placed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.media import play_sound
from renderers.media_facts import OWN, Limits
from renderers.speech.storage import load_speech
from renderers.timebase import SOUND_RATE

RATE = 1000
"""Values a second of the levels that are compared."""
_HOP = SOUND_RATE // RATE
_LONGEST = 120.0
"""Seconds of a film that are listened to: the sound is one track, and what shifts it shifts all of it."""

Curve = NDArray[np.float64]


def heard_levels(path: Path, limits: Limits = OWN) -> Curve:
    """The level of the sound of the film at `path`, `RATE` values a second from its first picture on."""
    found: list[Curve] = []
    end, rest = 0, np.zeros(0, np.float32)
    for piece in play_sound(path, limits):
        start = round(piece.time * SOUND_RATE)
        gap = np.zeros(max(start - end, 0), np.float32)
        line = np.concatenate([rest, gap, piece.samples.mean(axis=1)[max(end - start, 0) :]])
        whole = len(line) // _HOP
        found.append(np.sqrt(np.square(line[: whole * _HOP].reshape(whole, _HOP), dtype=np.float64).mean(axis=1)))
        rest, end = line[whole * _HOP :], max(end, start) + len(piece.samples)
        if end > _LONGEST * SOUND_RATE:
            break
    return np.concatenate(found) if found else np.zeros(0)


def placed_levels(voices: Sequence[tuple[int, Path]], count: int) -> Curve:
    """The level that speech takes have where they are placed (a sample of the programme each), `count` values.

    Raises `TakeDamaged` for a take that can not be read.
    """
    level = np.zeros(count)
    for start, folder in voices:
        first = start // _HOP
        if first >= count:
            continue
        speech = load_speech(folder)
        hop = speech.sample_rate / RATE
        energy = np.concatenate([[0.0], np.cumsum(np.square(speech.samples, dtype=np.float64))])
        edges = np.minimum((np.arange(int(len(speech.samples) / hop) + 1) * hop).astype(int), len(speech.samples))
        found = np.sqrt(np.diff(energy[edges]) / np.maximum(np.diff(edges), 1))[: count - first]
        level[first : first + len(found)] += found
    return level

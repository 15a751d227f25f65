"""Borders between sounds where an engine tells them late: what its own sound shows of closures and of short pauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.speech import Viseme
from renderers.speech.phones import is_stop, is_vowel
from renderers.speech.spectral_borders import half_way
from renderers.speech.utterance import Segment
from renderers.speech.vowel_endings import LIQUIDS, find_turn

BORDERS = "3"
"""The edition of these rules; a change that moves times raises it."""

_HOP_SECONDS = 0.005
_CLOSED_DECIBELS = -14.0
"""Under the loudest of the last tenth of a second: lips or tongue have closed."""
_LONGEST_CLOSURE = 0.09
_CLOSED_SECONDS = 0.03
"""How long before its burst a stop after a pause has closed the mouth: as long as a line's sound is led in."""
_SILENT_DECIBELS = -50.0
"""Under the loudest of the line: nothing sounds."""
_SHORTEST_PAUSE = 0.05
_NASALS = ("m", "n", "ŋ", "ɲ", "ɴ", "ɱ")
_GLIDES = ("j", "w", "y")


def settle_borders(segments: Sequence[Segment], samples: NDArray[np.float64], rate: int) -> tuple[Segment, ...]:
    """`segments` with stops beginning where the mouth closes for them, not where they burst, liquids that close a
    syllable where the vowel turns into them, vowels where what is voiced before them has half become them, and with the
    silence that an engine counts to the word before it as a pause.
    """
    level = _level(samples, rate)
    found: list[Segment] = []
    for index, segment in enumerate(segments):
        before = found[-1] if found else None
        stop = is_stop(segment.symbol, segment.viseme)
        if before is None or segment.token < 0 or (before.token < 0 and not stop):
            found.append(segment)
        elif before.token < 0:
            start = max(segment.start - _CLOSED_SECONDS, before.start)
            found[-1:] = [replace(before, end=start), replace(segment, start=start)]
        elif stop:
            start = _closure(level, before.start, segment.start)
            found[-1:] = [replace(before, end=start), replace(segment, start=start)]
        elif _closes_syllable(segments, index):
            start = max(find_turn(samples, rate, before.start, segment.start), before.start + 0.02)
            found[-1:] = [replace(before, end=start), replace(segment, start=start)]
        elif segment.token != before.token and (start := _silence(level, before.start, segment.start)):
            pause = Segment("_", start, segment.start, Viseme.SIL, 0, -1)
            found[-1:] = [replace(before, end=start), pause, segment]
        elif _glides(before, segment):
            found[-1:] = _parted(before, segment, samples, rate)
        else:
            found.append(segment)
    return tuple(found)


def settle_onsets(segments: Sequence[Segment], samples: NDArray[np.float64], rate: int) -> tuple[Segment, ...]:
    """`segments` with the first vowel of a word, and any after a nasal, where what is before has half become it.

    Statistical voices count what a mouth does before such a vowel (the glottis closes and opens) to the vowel.
    """
    found: list[Segment] = []
    for segment in segments:
        before = found[-1] if found else None
        opens = before is not None and before.token >= 0 and is_vowel(segment.symbol, segment.viseme)
        if before is not None and opens and (before.token != segment.token or _bare(before).startswith(_NASALS)):
            found[-1:] = _parted(before, segment, samples, rate)
        else:
            found.append(segment)
    return tuple(found)


def _glides(before: Segment, segment: Segment) -> bool:
    """Whether a vowel comes out of a nasal, a liquid, a glide, or the vowel of another word."""
    if not is_vowel(segment.symbol, segment.viseme):
        return False
    voiced = _bare(before).startswith((*_NASALS, *LIQUIDS, *_GLIDES))
    return voiced or (before.token != segment.token and is_vowel(before.symbol, before.viseme))


def _parted(before: Segment, segment: Segment, samples: NDArray[np.float64], rate: int) -> list[Segment]:
    border = half_way(samples, rate, before.start, segment.start, segment.end)
    return [replace(before, end=border), replace(segment, start=border)]


def _bare(segment: Segment) -> str:
    return segment.symbol.lstrip("ˈˌ")


def _closes_syllable(segments: Sequence[Segment], index: int) -> bool:
    """Whether a sound is a liquid after a vowel of its word and before none."""
    segment, before = segments[index], segments[index - 1]
    after = segments[index + 1] if index + 1 < len(segments) else None
    opens = after is not None and after.token == segment.token and is_vowel(after.symbol, after.viseme)
    closing = segment.symbol.lstrip("ˈˌ").startswith(LIQUIDS) and before.token == segment.token
    return closing and is_vowel(before.symbol, before.viseme) and not opens


def _level(samples: NDArray[np.float64], rate: int) -> NDArray[np.float64]:
    size = max(1, round(_HOP_SECONDS * rate))
    count = -(-len(samples) // size)
    padded = np.pad(samples, (0, count * size - len(samples)))
    return np.asarray(10 * np.log10(np.mean(padded.reshape(count, size) ** 2, axis=1) + 1e-12))


def _closure(level: NDArray[np.float64], earliest: float, burst: float) -> float:
    """When the sound before a stop ended; the time of its burst where it did not."""
    last = min(int(burst / _HOP_SECONDS), len(level))
    first = max(int((earliest + 0.02) / _HOP_SECONDS), last - round(_LONGEST_CLOSURE / _HOP_SECONDS))
    if last - first < 2:
        return burst
    loudest = level[max(0, last - 20) : last].max()
    at = last
    while at > first and level[at - 1] < loudest + _CLOSED_DECIBELS:
        at -= 1
    return max(at * _HOP_SECONDS, earliest + 0.02) if at < last else burst


def _silence(level: NDArray[np.float64], earliest: float, until: float) -> float:
    """When silence began that lasts until a word begins, or 0 where there is none to speak of."""
    last = min(int(until / _HOP_SECONDS), len(level))
    first = int((earliest + 0.02) / _HOP_SECONDS)
    bar = level.max() + _SILENT_DECIBELS
    at = last
    while at > first and level[at - 1] < bar:
        at -= 1
    return at * _HOP_SECONDS if (last - at) * _HOP_SECONDS >= _SHORTEST_PAUSE else 0.0

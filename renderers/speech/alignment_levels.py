"""Words begin where they are heard: an aligner gives them quiet that it leaves out, after a pause or a closed mouth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from renderers.speech import Viseme
from renderers.speech.phones import is_stop, is_vowel
from renderers.speech.utterance import Segment

FRAME_SECONDS = 0.01
QUIET_DB = -20.0
"""Under this level against the whole line no vowel is heard: they lie within some 12 dB of it, and what is left of a
closing consonant or of an echo mostly 25 dB and more below.
"""
LEAST_QUIET = 4
"""Frames in a row that are a silence before a vowel."""
LEAST_PAUSE = 10
"""Frames in a row that are a pause before any sound: no closure of a stop lasts so long, and no sound is so quiet."""
PAUSE_DB = -12.0
"""How far a pause lies under the sound that it was taken for, itself the loudest of its last `_LAST` frames."""
LOUD_DB = -12.0
"""From this level against the whole line on, `LEAST_LOUD` frames in a row are no pause."""
LEAST_LOUD = 3
SILENT_DB = -30.0
"""Under this level against the whole line nothing of its first word is heard, however softly that begins."""
DIP_DB = 5.0
"""How far it is quieter between the release of a stop and the consonant after it than in either."""
SHORTEST_VOWEL = 0.03
"""Seconds that are left to a vowel at the least."""
CLOSURE = 0.05
"""Seconds of a pause that belong to a stop: its closure, which is silent, lasts 50 to 80 ms (Byrd 1993)."""
_LAST = 5


def begin_words_where_heard(
    segments: Sequence[Segment], samples: NDArray[np.float32], sample_rate: int
) -> tuple[Segment, ...]:
    """The segments, gapless, with the quiet that a word's first sound begins with given to what stands before it.

    Before a vowel that is a closed mouth, and goes to the sound before; a tenth of a second of it is a pause.
    """
    found: list[Segment] = []
    levels = _levels(samples, sample_rate)
    for segment in segments:
        before = found[-1] if found else None
        if segment.token < 0 or (before is not None and segment.token == before.token):
            found.append(segment)
            continue
        own = segment
        if before is not None and before.token < 0 and (heard := _loud_end(levels, before)) is not None:
            found[-1], own = replace(before, end=heard), replace(own, start=heard)
        if before is not None and (end := _release(levels, before, own)) is not None:
            found[-1], own = replace(before, end=end), replace(own, start=end)
            before = found[-1]
        if pause := _pause(levels, own, opens=before is None):
            if before is not None:
                found[-1] = replace(before, end=pause[0])
            found.append(Segment("pau", *pause, Viseme.SIL, 0, -1))
            own = replace(own, start=pause[1])
        vowel = before is not None and is_vowel(own.symbol, own.viseme)
        start = _heard(levels, own.start, own.end - SHORTEST_VOWEL) if vowel else None
        if start is not None:
            found[-1] = replace(found[-1], end=start)
            own = replace(own, start=start)
        found.append(own)
    return tuple(found)


def _levels(samples: NDArray[np.float32], sample_rate: int) -> NDArray[np.float64]:
    """The level of each frame in dB against the mean of all."""
    size = max(1, round(FRAME_SECONDS * sample_rate))
    whole = samples[: len(samples) // size * size].astype(np.float64).reshape(-1, size)
    powers = (whole**2).mean(axis=1)
    levels: NDArray[np.float64] = 10 * np.log10(np.maximum(powers, 1e-12) / max(float(powers.mean()), 1e-12))
    return levels


def _pause(levels: NDArray[np.float64], own: Segment, *, opens: bool) -> tuple[float, float] | None:
    """From when until when a pause lies in what was taken for the first sound of a word; None where none does."""
    first, last = round(own.start / FRAME_SECONDS), round(own.end / FRAME_SECONDS)
    inside = levels[first:last]
    least = 2 if opens else LEAST_PAUSE
    if len(inside) < least + _LAST:
        return None
    # The very last frame may hear the next sound already.
    quiet = inside[:-2] < (SILENT_DB if opens else inside[-_LAST:-1].max() + PAUSE_DB)
    # How many frames in a row were quiet up to each one.
    runs = np.zeros(len(quiet), int)
    for at, still in enumerate(quiet):
        runs[at] = runs[at - 1] + 1 if still and at else int(still)
    longest = int(runs.argmax()) if not opens else int(np.argmin([*quiet, False])) - 1
    length = int(runs[longest]) if longest >= 0 else 0
    if length < least:
        return None
    begin, end = (first + longest + 1 - length) * FRAME_SECONDS, (first + longest + 1) * FRAME_SECONDS
    closed = CLOSURE if is_stop(own.symbol, own.viseme) else 0.0
    return max(begin, own.start), max(end - closed, begin + FRAME_SECONDS, own.start)


def _loud_end(levels: NDArray[np.float64], pause: Segment) -> float | None:
    """From when a pause is as loud as speech until its end; None where it is quiet, or loud all along after a word."""
    first, last = round(pause.start / FRAME_SECONDS), round(pause.end / FRAME_SECONDS)
    quiet = np.flatnonzero(levels[first:last] < LOUD_DB)
    begin = first + int(quiet[-1]) + 1 if quiet.size else first
    if last - begin < LEAST_LOUD or (not quiet.size and first):
        return None
    return begin * FRAME_SECONDS


def _release(levels: NDArray[np.float64], before: Segment, own: Segment) -> float | None:
    """When the release ends of the stop `before`, where all of it was taken for the consonant after it; else None.

    What was taken for the stop is its closure alone then, and what follows it swells, dips and swells again.
    """
    if not is_stop(before.symbol, before.viseme) or is_stop(own.symbol, own.viseme) or is_vowel(own.symbol, own.viseme):
        return None
    first, last = round(own.start / FRAME_SECONDS), round(own.end / FRAME_SECONDS)
    inside, closed = levels[first:last], levels[round(before.start / FRAME_SECONDS) + 1 : first]
    if len(inside) < 2 * _LAST or not closed.size:
        return None
    middle = inside[2:-2]
    dip = 2 + int(middle[:LEAST_PAUSE].argmin())
    burst, rest = float(inside[:dip].max()), float(inside[dip + 1 :].max())
    heard = min(burst, rest) >= inside[dip] + DIP_DB and float(closed.max()) <= burst + PAUSE_DB
    return (first + dip) * FRAME_SECONDS if heard else None


def _heard(levels: NDArray[np.float64], start: float, latest: float) -> float | None:
    """When the silence at `start` ends, before `latest`; None where there is none, or it stays silent."""
    first, last = int(start / FRAME_SECONDS + 0.5), int(latest / FRAME_SECONDS)
    loud = np.flatnonzero(levels[first : last + 1] >= QUIET_DB)
    # Between two pulses of a deep voice it is quiet as well.
    return (first + int(loud[0])) * FRAME_SECONDS if loud.size and loud[0] >= LEAST_QUIET else None

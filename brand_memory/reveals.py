"""One film alone: where its opening and closing may be, told from a logo that comes up, cuts, and silence.

Nothing confirms it, so these are guesses for a person to confirm, and are never surer than `SUREST`.
"""

from __future__ import annotations

from brand_memory.films import FilmReading
from brand_memory.openings import Part, Place, Version

SUREST = 0.4
_FROM_START, _FROM_END = 6.0, 2.5
"""Seconds from the film's start (end) within which a guessed opening begins (a closing ends)."""
_AT_CUT = 0.3
_QUIET = 0.4


def guess(part: Part, reading: FilmReading) -> Version | None:
    """Where the opening or closing of one film may be; None where nothing looks like one."""
    traces, seconds = reading.traces, reading.facts.seconds
    edges = (0.0, *traces.cuts, *traces.jumps, seconds)
    best: Version | None = None
    for reveal in reading.reveals:
        start, end = (min(edges, key=lambda mark: abs(mark - edge)) for edge in (reveal.start, reveal.end))
        at_cuts = [abs(start - reveal.start) <= _AT_CUT, abs(end - reveal.end) <= _AT_CUT]
        start, end = start if at_cuts[0] else reveal.start, end if at_cuts[1] else min(reveal.end, seconds)
        early, late = start <= _FROM_START and end < seconds / 2, seconds - end <= _FROM_END and start > seconds / 2
        if not (early if part == "opening" else late):
            continue
        inner = end if part == "opening" else start
        quiet = any(abs(silence - inner) <= _QUIET for silence in traces.silences)
        outer = start < _AT_CUT if part == "opening" else seconds - end < _AT_CUT
        confidence = 0.1 + 0.1 * all(at_cuts) + 0.1 * quiet + 0.1 * outer
        place = Place(traces.path, start, end, seen=True, heard=False)
        version = Version(part, traces.head[0].shape, (place,), round(min(SUREST, confidence), 2), 1)
        if best is None or version.confidence > best.confidence:
            best = version
    return best

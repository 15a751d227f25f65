"""Check of how captions read: speed, length of lines, how long each is seen, and whether a cut falls into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from tools.captions import (
    CHARACTERS_A_SECOND,
    COLUMNS,
    LONGEST_SECONDS,
    MOST_CHARACTERS_A_SECOND,
    ROWS,
    SHORTEST_SECONDS,
)
from tools.review_captions import Cue, read_cues
from tools.review_plan import Expected, Places
from tools.review_report import Finding
from tools.sense import columns_of, reading_length

_STRADDLE = 0.5
"""Seconds by which a caption that reaches over a cut reads as a mistake."""
_HAIR = Fraction(1, 20)
"""Seconds and characters that rounding takes or adds."""
_SHOWN = 3
"""So many places are named; the rest are counted."""


def check_reading(path: Path, expected: Expected | None, places: Places, aspect: str) -> Iterator[Finding]:
    """What is wrong with how the captions beside the file at `path` read, or that nothing is; nothing without captions.

    Speeds and times are Netflix's, lines and rows those for `aspect`. A word that is longer than a line is let be.
    """
    cues = list(read_cues(path))
    if not cues:
        return
    found = [
        *_speed(cues, places),
        *_lines(cues, places, aspect),
        *_times(cues, places),
        *(_straddling(cues, expected, places) if expected else ()),
    ]
    yield from found
    if not found:
        fastest = max(map(reading_speed, cues))
        yield Finding(
            check="caption reading",
            severity="ok",
            measured=round(fastest, 1),
            expected=CHARACTERS_A_SECOND,
            sentence=f"Captions can be read: at most {fastest:.1f} characters a second, every line fits.",
        )


def reading_speed(cue: Cue) -> float:
    """Characters a second of a cue, spaces counted, as `reading_length` counts them."""
    return reading_length(" ".join(cue.lines)) / max(cue.end - cue.start, 0.04)


def _speed(cues: Sequence[Cue], places: Places) -> Iterator[Finding]:
    fast = [cue for cue in cues if reading_speed(cue) > CHARACTERS_A_SECOND + _HAIR]
    if not fast:
        return
    worst = max(fast, key=reading_speed)
    speed = reading_speed(worst)
    lost = speed > MOST_CHARACTERS_A_SECOND + 10 * _HAIR
    yield Finding(
        check="caption reading",
        severity="fault" if lost else "warning" if len(fast) * 4 > len(cues) else "notice",
        measured=round(speed, 1),
        expected=MOST_CHARACTERS_A_SECOND if lost else CHARACTERS_A_SECOND,
        sentence=f"{_count(len(fast), len(cues))} read faster than {CHARACTERS_A_SECOND} characters a second, the "
        f"fastest at {speed:.1f}: “{' '.join(worst.lines)}”.",
        scene=places.scene(worst.start),
        timecode=places.timecode(worst.start),
        patch="speak a little slower" if lost else None,
    )


def _lines(cues: Sequence[Cue], places: Places, aspect: str) -> Iterator[Finding]:
    columns, rows = COLUMNS[aspect], ROWS[aspect]

    def wide(cue: Cue) -> bool:
        return any(columns_of(line) > columns and " " in line.strip() for line in cue.lines)

    yield from _listed(
        cues, lambda cue: wide(cue) or len(cue.lines) > rows, places, f"more than {rows} lines of {columns} characters"
    )


def _times(cues: Sequence[Cue], places: Places) -> Iterator[Finding]:
    yield from _listed(
        cues,
        lambda cue: not SHORTEST_SECONDS - _HAIR <= cue.end - cue.start <= LONGEST_SECONDS + _HAIR,
        places,
        f"seen for less than {SHORTEST_SECONDS:.2f} or more than {LONGEST_SECONDS:g} seconds",
    )


def _straddling(cues: Sequence[Cue], expected: Expected, places: Places) -> Iterator[Finding]:
    cuts = [float(scene.start / expected.rate) for scene in expected.scenes[1:]]

    def over(cue: Cue) -> bool:
        return any(
            cue.start + _HAIR < cut < cue.end - _HAIR and min(cut - cue.start, cue.end - cut) < _STRADDLE
            for cut in cuts
        )

    yield from _listed(cues, over, places, "reach a moment over the beginning of a scene")


def _listed(cues: Sequence[Cue], wrong: Callable[[Cue], bool], places: Places, what: str) -> Iterator[Finding]:
    found = [cue for cue in cues if wrong(cue)]
    if found:
        at = ", ".join(places.timecode(cue.start) for cue in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        yield Finding(
            check="caption reading",
            severity="warning",
            measured=len(found),
            expected=0,
            sentence=f"{_count(len(found), len(cues))}: {what}, at {at}{more}.",
            scene=places.scene(found[0].start),
            timecode=places.timecode(found[0].start),
        )


def _count(found: int, of: int) -> str:
    return f"{found} of {of} caption{'s' if of != 1 else ''}"

"""From a written piece to what a synthesizer is told: exact samples, with the small unevenness of people playing.

Every bar has its own unevenness: where one changes, the others are played as before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from renderers.music.arrangement import BEATS, RATE
from renderers.music.composition import Line, Piece, generator
from renderers.music.score import Note, Style

_FORCE_SPREAD = 0.05
"""Standard deviation of how hard a note is played, as a share."""
_TIGHTEST_REPEAT = 0.012
"""Seconds between the end of a note and the next on the same key: a bank cuts a key off, not a note."""
_LAST_RELEASE = 0.8
"""Share of the last chord's ring after which the keys are let go."""


@dataclass(frozen=True, order=True)
class Event:
    """At `sample`, a key of `channel` goes down with `velocity` 1..127, or up with 0. Ordered as they must be sent."""

    sample: int
    velocity: int
    channel: int
    pitch: int


def perform(piece: Piece, line: Line, channel: int, seed: int) -> list[Event]:
    """The events of one line: swung, loosened by chance that only `seed` decides, never before 0 or past the end."""
    loose, firm = _feel(piece, line, seed)
    end = piece.form.samples / RATE
    last = piece.form.seconds_at(piece.form.beats)
    played: list[tuple[float, float, Note]] = []
    for index, note in enumerate(line.notes):
        start = piece.form.seconds_at(swing(note.start, piece.style)) + line.part.late / 1000
        begin = min(max(0.0, start + float(loose[index]) * (0.4 if line.part.drums else 1.0)), end)
        until = piece.form.seconds_at(note.start + note.length)
        if note.start >= piece.form.beats:
            until = last + piece.form.ring * _LAST_RELEASE
        played.append((begin, max(until, begin + 0.03), replace(note, force=note.force * float(firm[index]))))
    return _events(played, channel)


def _feel(piece: Piece, line: Line, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each note of `line`, the seconds by which it comes late and the factor of its force."""
    bars = [int(note.start // BEATS) for note in line.notes]
    drawn = [
        generator(seed, f"feel of {line.part.name} in {bar}").normal(0, 1, (len(list(notes)), 2))
        for bar, notes in groupby(bars)
    ]
    late, force = np.concatenate([*drawn, np.zeros((0, 2))]).T
    return (
        np.clip(late * piece.style.looseness / 1000, -0.02, 0.02),
        1 + np.clip(force * _FORCE_SPREAD, -0.12, 0.12),
    )


def _events(played: list[tuple[float, float, Note]], channel: int) -> list[Event]:
    events = []
    coming: dict[int, float] = {}
    for start, end, note in sorted(played, key=lambda item: (item[0], item[2].pitch), reverse=True):
        free = coming.get(note.pitch, float("inf")) - _TIGHTEST_REPEAT
        if free < start + 0.01:
            continue
        coming[note.pitch] = start
        velocity = min(127, max(1, round(note.force * 127)))
        events.append(Event(round(start * RATE), velocity, channel, note.pitch))
        events.append(Event(round(min(end, free) * RATE), 0, channel, note.pitch))
    return sorted(events)


def swing(beat: float, style: Style) -> float:
    """Where a beat falls once every second unit comes late by `style.swing` of a unit."""
    pair = 2 * style.swing_unit
    base = beat // pair * pair
    inside = beat - base
    unit, late = style.swing_unit, style.swing
    moved = inside * (1 + late) if inside < unit else pair - (pair - inside) * (1 - late)
    return base + moved

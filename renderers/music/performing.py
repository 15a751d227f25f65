"""From a written piece to what a synthesizer is told: exact samples, with the small unevenness of people playing.

A piece is performed phrase by phrase, a few bars of one section each. The unevenness belongs to the bar of its section:
a phrase that comes earlier or later in another length of the piece is played as before, to the sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf

import numpy as np
from numpy.typing import NDArray

from renderers.music.arrangement import BEATS, RATE, Form
from renderers.music.composition import Line, Piece, generator
from renderers.music.score import Note, Style

PHRASE_BARS = 4
"""Bars in a phrase, at most: what is played again where one note of it changes."""
_FORCE_SPREAD = 0.05
"""Standard deviation of how hard a note is played, as a share."""
_TIGHTEST_REPEAT = 0.012
"""Seconds between the end of a note and the next on the same key: a bank cuts a key off, not a note."""
_LAST_RELEASE = 0.8
"""Share of the last chord's ring after which the keys are let go."""
_BEAT_GRAIN = 6
"""Decimals of a beat that count, so that the same place in another bar is the same number."""


@dataclass(frozen=True, order=True)
class Event:
    """At `sample`, a key of `channel` goes down with `velocity` 1..127, or up with 0. Ordered as they must be sent."""

    sample: int
    velocity: int
    channel: int
    pitch: int


@dataclass(frozen=True)
class Phrase:
    """The notes that begin from beat `first` to before `until`; `start` is the sample of `first`, taken in tempo."""

    start: int
    first: float
    until: float


def phrases(form: Form) -> tuple[Phrase, ...]:
    """The phrases of a piece, in order; the last is the last chord."""
    found = []
    for section in form.sections:
        end = section.start + section.bars
        for bar in range(section.start, end, PHRASE_BARS):
            first, until = float(bar * BEATS), float(min(end, bar + PHRASE_BARS) * BEATS)
            found.append(Phrase(round(first * form.beat_seconds * RATE), first, min(until, form.beats)))
    last = float(form.beats)
    return (*found, Phrase(round(last * form.beat_seconds * RATE), last, inf))


def perform(piece: Piece, line: Line, phrase: Phrase, channel: int, seed: int) -> list[Event]:
    """The events of one line in one phrase, counted from the phrase's start.

    Swung, and loosened by chance that only `seed` decides; never before the piece begins or past its end.
    """
    form = piece.form
    notes = [note for note in line.notes if phrase.first <= note.start < phrase.until]
    loose, firm = _feel(piece, line, notes, seed)
    earliest = -phrase.start / RATE
    latest = (form.samples - phrase.start) / RATE
    last = form.seconds_after(phrase.first, form.beats - phrase.first)
    played: list[tuple[float, float, Note]] = []
    for index, note in enumerate(notes):
        at = round(note.start - phrase.first, _BEAT_GRAIN)
        until = form.seconds_after(phrase.first, at + round(note.length, _BEAT_GRAIN))
        start = form.seconds_after(phrase.first, swing(at, piece.style)) + line.part.late / 1000
        if line.part.swell:
            start = until - line.part.swell
        begin = min(max(earliest, start + float(loose[index]) * (0.4 if line.part.drums else 1.0)), latest)
        if note.start >= form.beats:
            until = last + form.ring * _LAST_RELEASE
        played.append((begin, max(until, begin + 0.03), replace(note, force=note.force * float(firm[index]))))
    return strike(played, channel)


def _feel(
    piece: Piece, line: Line, notes: Sequence[Note], seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each of `notes`, the seconds by which it comes late and the factor of its force."""
    drawn = [
        generator(seed, f"feel of {line.part.name} in {_place(piece, bar)}").normal(0, 1, (len(list(inside)), 2))
        for bar, inside in groupby(int(note.start // BEATS) for note in notes)
    ]
    late, force = np.concatenate([*drawn, np.zeros((0, 2))]).T
    return (
        np.clip(late * piece.style.looseness / 1000, -0.02, 0.02),
        1 + np.clip(force * _FORCE_SPREAD, -0.12, 0.12),
    )


def _place(piece: Piece, number: int) -> str:
    """The name of a bar that does not hang on where its section lies."""
    if number >= len(piece.bars):
        return "the last chord"
    bar = piece.bars[number]
    return f"{bar.section.role} {bar.section.variant} bar {bar.place}"


def strike(played: Sequence[tuple[float, float, Note]], channel: int) -> list[Event]:
    """The keys going down and up for notes with their seconds of beginning and end, never two on one key at once."""
    events = []
    coming: dict[int, float] = {}
    for start, end, note in sorted(played, key=lambda item: (item[0], item[2].pitch), reverse=True):
        free = coming.get(note.pitch, inf) - _TIGHTEST_REPEAT
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

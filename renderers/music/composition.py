"""A whole piece, written down: the chords of every bar, what every part plays over them, and the last chord."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from zlib import crc32

import numpy as np

from renderers.music.arrangement import BEATS, Form, Outline, plan_form
from renderers.music.harmony import Chord, lead_voices, nearest, read_chord, scale
from renderers.music.playing import DRUMS, PLAYERS, Bar, Span
from renderers.music.score import Note, Part, Style


@dataclass(frozen=True)
class Line:
    """What one part plays: its program and its notes in beats, sorted."""

    part: Part
    program: int
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Piece:
    """A piece ready to be performed."""

    style: Style
    form: Form
    tonic: int
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]


def generator(seed: int, purpose: str) -> np.random.Generator:
    """A source of chance for one purpose, so that what one part draws never changes what another does."""
    return np.random.default_rng([seed % 2**64, crc32(purpose.encode())])


def compose(style: Style, samples: int, seed: int, outline: Outline) -> Piece:
    """The piece of this style that fills `samples` samples at 48 kHz; the same for the same arguments.

    Each section is played as if nothing had come before it, so that it is the same wherever it lies.
    """
    tonic = tonic_of(style, seed)
    random = generator(seed, "form")
    form = plan_form(style, samples, outline, random)
    bars = _lay_chords(style, form, tonic, random)
    lines = []
    for part in style.parts:
        program = part.programs[int(generator(seed, part.name).integers(len(part.programs)))]
        pool = scale(tonic, style.minor, pentatonic=part.pattern.kind == "melody")
        notes = []
        for _, inside in groupby(bars, lambda bar: bar.section):
            notes += PLAYERS[part.pattern.kind](part, list(inside), pool, generator(seed, f"{part.name} plays"))
        notes += _ending(part, form, read_chord(style.final, tonic), bars)
        if notes:
            lines.append(Line(part, program, tuple(sorted(notes, key=lambda note: (note.start, note.pitch)))))
    return Piece(style, form, tonic, tuple(bars), tuple(lines))


def tonic_of(style: Style, seed: int) -> int:
    """The key of all pieces of this style and seed, as a pitch class."""
    return style.keys[int(generator(seed, "key").integers(len(style.keys)))]


def _lay_chords(style: Style, form: Form, tonic: int, random: np.random.Generator) -> list[Bar]:
    verse = style.verses[int(random.integers(len(style.verses)))]
    bridge = style.bridges[int(random.integers(len(style.bridges)))]
    names = []
    for section in form.sections:
        progression = bridge if section.role == "bridge" else verse
        names += [progression[bar % len(progression)] for bar in range(section.bars)]
    ending = style.cadence[-len(names) :] if len(names) >= 2 else style.cadence[-1:]
    if names:
        names[-len(ending) :] = ending
    chords = [[read_chord(name, tonic) for name in bar.split()] for bar in names]
    bars = []
    for index, inside in enumerate(chords):
        start = float(index * BEATS)
        beats = min(float(BEATS), form.beats - start)
        each = beats / len(inside)
        spans = tuple(Span(start + each * i, each, chord) for i, chord in enumerate(inside))
        following = chords[index + 1][0] if index + 1 < len(chords) else read_chord(style.final, tonic)
        section = form.section_at(index)
        after = section.start + section.bars
        leads_to = form.section_at(after).role if after < form.bars else ""
        bars.append(Bar(start, beats, section, index - section.start, spans, following, leads_to))
    return bars


def _ending(part: Part, form: Form, chord: Chord, bars: list[Bar]) -> list[Note]:
    """What `part` plays at the last chord, which then rings."""
    heard = not bars or part.is_heard(bars[-1].section.intensity, spoken=False)
    if not part.ends or not heard or part.pattern.kind == "risers":
        return []
    start, length = float(form.beats), form.ring / form.beat_seconds
    kind = part.pattern.kind
    if kind == "drums":
        lines = part.pattern.start.split() or ["K6"]
        return [Note(start, 0.2, DRUMS[line[0]], 0.8 * int(line[1]) / 9) for line in [*lines, "K6"]]
    if kind == "bass":
        return [Note(start, length, nearest(chord.bass, part.low + 6), 0.85)]
    if kind == "melody":
        return [Note(start, length, nearest(chord.root, (part.low + part.high) / 2), 0.7)]
    voicing = lead_voices(chord, None, part.low, part.high, part.voices)
    roll = 0.12 if kind == "sequence" else 0.03 if kind == "chords" else 0.0
    return [Note(start + roll * i, length - roll * i, pitch, 0.7) for i, pitch in enumerate(voicing)]

"""What each kind of part plays over the chords: pads, rhythm chords, sequences, bass lines, melodies, drums."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from renderers.music.arrangement import BEATS, Section
from renderers.music.harmony import Chord, Voicing, lead_voices, nearest
from renderers.music.score import Note, Part

_STEP = 0.25
_STEPS = BEATS * 4
_LONGEST_TIE = 8.0
"""Beats after which even a common tone is struck again."""


@dataclass(frozen=True)
class Span:
    """A chord that sounds from beat `start` for `beats`."""

    start: float
    beats: float
    chord: Chord


@dataclass(frozen=True)
class Bar:
    """One bar: where it starts (in beats), its length, section, place in the section, chords, and the chord after it.

    `leads_to` is the role of the section that follows its own; empty before the last chord.
    """

    start: float
    beats: float
    section: Section
    place: int
    chords: tuple[Span, ...]
    following: Chord
    leads_to: str = ""

    @property
    def is_last(self) -> bool:
        """Whether a new section, or the last chord, follows."""
        return self.place == self.section.bars - 1

    def chord_at(self, beat: float) -> Span:
        """What sounds at `beat`."""
        return next(span for span in reversed(self.chords) if span.start <= beat + 1e-6 or span is self.chords[0])


@dataclass(frozen=True)
class Played:
    """A bar that a part plays, with the sixteenths it plays there, which all lie in one pattern."""

    bar: Bar
    steps: str


Player = Callable[[Part, list[Bar], tuple[int, ...], np.random.Generator], list[Note]]


def bars_of(part: Part, bars: list[Bar], random: np.random.Generator) -> Iterator[Played]:
    """The bars in which `part` is heard, each with its sixteenths: one variant per section, a fill before a new one."""
    pattern = part.pattern
    shift = int(random.integers(len(pattern.steps)))
    for bar in bars:
        if not part.is_heard(bar.section.intensity, bar.section.spoken):
            continue
        variant = pattern.steps[(bar.section.variant + shift) % len(pattern.steps)]
        count = max(1, len(variant) // _STEPS)
        at = bar.place % count * _STEPS
        steps = variant[at : at + _STEPS]
        if pattern.fills and bar.is_last and bar.section.bars > 1:
            steps = pattern.fills[(bar.section.variant + shift) % len(pattern.fills)]
        yield Played(bar, steps)


def hits(played: Played) -> Iterator[tuple[float, float, str]]:
    """Every note of a bar: the beat it starts at, its length up to the next note or rest, and its character."""
    steps = played.steps[: round(played.bar.beats / _STEP)]
    for index, sign in enumerate(steps):
        if sign in ".-":
            continue
        held = index + 1
        while held < len(steps) and steps[held] == "-":
            held += 1
        yield played.bar.start + index * _STEP, (held - index) * _STEP, sign


def accent(beat: float) -> float:
    """How much stronger than the weakest a note on this part of the bar is."""
    place = beat % BEATS
    return 1.0 if place == 0 else 0.92 if place == 2 else 0.86 if place % 1 == 0 else 0.78 if place % 0.5 == 0 else 0.7


def play_pad(part: Part, bars: list[Bar], scale: tuple[int, ...], random: np.random.Generator) -> list[Note]:
    """Held chords; tones common to two chords are tied."""
    notes: list[Note] = []
    held: dict[int, Note] = {}
    voicing: Voicing | None = None
    for played in bars_of(part, bars, random):
        for span in played.bar.chords:
            voicing = lead_voices(span.chord, voicing, part.low, part.high, part.voices)
            sounding: dict[int, Note] = {}
            for pitch in voicing:
                tied = held.get(pitch)
                if tied and _joins(tied, span):
                    notes.remove(tied)
                    note = Note(tied.start, tied.length + span.beats, pitch, tied.force)
                else:
                    note = Note(span.start, span.beats, pitch, 0.7)
                notes.append(note)
                sounding[pitch] = note
            held = sounding
    return notes


def _joins(note: Note, span: Span) -> bool:
    return abs(note.start + note.length - span.start) < 0.1 and note.length + span.beats <= _LONGEST_TIE


def play_chords(part: Part, bars: list[Bar], scale: tuple[int, ...], random: np.random.Generator) -> list[Note]:
    """Chords in rhythm. Digits are strengths; `u` and `d` strum up and down."""
    notes: list[Note] = []
    voicing: Voicing | None = None
    last: Chord | None = None
    for played in bars_of(part, bars, random):
        for start, length, sign in hits(played):
            chord = played.bar.chord_at(start).chord
            if chord != last or voicing is None:
                voicing = lead_voices(chord, voicing, part.low, part.high, part.voices)
                last = chord
            force = int(sign) / 9 if sign.isdigit() else 0.62 if sign == "u" else 0.75
            order = voicing[::-1] if sign == "u" else voicing
            spread = 0.03 if sign in "ud" else 0.004
            notes += [
                Note(start + spread * i, length * part.pattern.gate, pitch, force * (1 - 0.05 * i))
                for i, pitch in enumerate(order)
            ]
    return notes


def play_sequence(part: Part, bars: list[Bar], scale: tuple[int, ...], random: np.random.Generator) -> list[Note]:
    """Single notes through the chord: `0` is its lowest tone in range, `1` the next above, and so on over octaves."""
    notes = []
    for played in bars_of(part, bars, random):
        for start, length, sign in hits(played):
            ladder = _ladder(played.bar.chord_at(start).chord, part)
            pitch = ladder[min(int(sign), len(ladder) - 1)]
            notes.append(Note(start, length * part.pattern.gate, pitch, 0.85 * accent(start)))
    return notes


def _ladder(chord: Chord, part: Part) -> list[int]:
    return [pitch for pitch in range(part.low, part.high + 1) if pitch % 12 in chord.tones]


def play_bass(part: Part, bars: list[Bar], scale: tuple[int, ...], random: np.random.Generator) -> list[Note]:
    """The bass: `R` the chord's bass note, `8` its octave, `5` the fifth, `3` the third, `a` a step to what follows."""
    notes: list[Note] = []
    middle = part.low + 6
    for played in bars_of(part, bars, random):
        spans = [*played.bar.chords, Span(played.bar.start + played.bar.beats, BEATS, played.bar.following)]
        for start, length, sign in hits(played):
            index = max(i for i, span in enumerate(spans[:-1]) if span.start <= start + 1e-6)
            chord, coming = spans[index].chord, spans[index + 1].chord
            root = nearest(chord.bass, middle)
            if sign == "R":
                pitch = root
            elif sign == "8":
                pitch = root + 12
            elif sign == "5":
                pitch = nearest(chord.tones[2] if len(chord.tones) > 2 else chord.root, root + 5)
            elif sign == "3":
                pitch = nearest(chord.colour, root + 4)
            else:
                pitch = _approach(root, nearest(coming.bass, middle), scale)
            force = (0.95 if sign == "R" else 0.78) * (0.9 + 0.1 * accent(start))
            notes.append(Note(start, length * part.pattern.gate, pitch, force))
    return notes


def _approach(root: int, goal: int, scale: tuple[int, ...]) -> int:
    """The note of the scale next to `goal`, on the side that the line comes from."""
    step = 1 if root > goal else -1
    return next(goal + step * away for away in (1, 2, 3) if (goal + step * away) % 12 in scale)


def play_melody(part: Part, bars: list[Bar], scale: tuple[int, ...], random: np.random.Generator) -> list[Note]:
    """A tune out of motifs, `e` being a tone of the chord, `f` a step of the scale above it, `d` one below, and so on.

    The tone moves smoothly from chord to chord, so a motif returns higher or lower as the harmony goes; what is long or
    on a strong beat is drawn to a tone of the chord.
    """
    ladder = [pitch for pitch in range(part.low, part.high + 1) if pitch % 12 in scale]
    guide = float(random.integers(part.low + 4, part.high - 6))
    notes: list[Note] = []
    current: Chord | None = None
    for played in bars_of(part, bars, random):
        for start, length, sign in hits(played):
            chord = played.bar.chord_at(start).chord
            if chord != current:
                goal = guide + 0.35 * ((part.low + part.high) / 2 - guide)
                guide = float(_closest([nearest(tone, goal) for tone in chord.tones[:3]], goal))
                current = chord
            origin = ladder.index(_closest(ladder, guide))
            pitch = ladder[min(max(origin + ord(sign) - ord("e"), 0), len(ladder) - 1)]
            if length >= 1 or start % 2 == 0:
                pitch = _closest([nearest(tone, pitch) for tone in chord.tones[:4]], pitch)
            notes.append(Note(start, length * part.pattern.gate, pitch, 0.6 + 0.3 * accent(start)))
    return notes


def _closest(pitches: list[int], goal: float) -> int:
    return min(pitches, key=lambda pitch: (abs(pitch - goal), pitch))


DRUMS = {
    "K": 36,
    "k": 35,
    "S": 38,
    "R": 37,
    "C": 39,
    "H": 42,
    "P": 44,
    "O": 46,
    "T": 45,
    "M": 47,
    "U": 50,
    "X": 49,
    "D": 51,
    "A": 54,
    "B": 69,
    "m": 70,
    "W": 76,
    "w": 77,
    "L": 41,
    "b": 53,
}
"""The letters of drum patterns and the keys of a General MIDI kit."""


def play_drums(part: Part, bars: list[Bar], scale: tuple[int, ...], random: np.random.Generator) -> list[Note]:
    """A kit. Patterns hold one line per drum, its letter first, separated by blanks; digits are strengths."""
    notes: list[Note] = []
    shift = int(random.integers(len(part.pattern.fills) or 1))
    for bar in bars:
        if not part.is_heard(bar.section.intensity, bar.section.spoken):
            continue
        pattern = part.pattern
        lines = pattern.steps[bar.section.variant % len(pattern.steps)].split()
        if pattern.fills and bar.is_last and bar.section.bars > 1:
            lines = pattern.fills[(bar.section.variant + shift) % len(pattern.fills)].split()
        if pattern.start and bar.place == 0 and bar.start > 0 and bar.section.role in ("lift", "bridge"):
            lines = [*lines, *pattern.start.split()]
        for line in lines:
            for start, _, sign in hits(Played(bar, line[1:])):
                notes.append(Note(start, 0.2, DRUMS[line[0]], int(sign) / 9))
    return notes


def play_risers(part: Part, bars: list[Bar], scale: tuple[int, ...], random: np.random.Generator) -> list[Note]:
    """One note that swells through the last bar before a lift or a bridge and stops where that begins."""
    pitch = (part.low + part.high) // 2
    return [
        Note(bar.start, bar.beats, pitch, 0.8)
        for bar in bars
        if bar.is_last and bar.leads_to in ("lift", "bridge") and bar.beats == BEATS
    ]


PLAYERS: dict[str, Player] = {
    "pad": play_pad,
    "chords": play_chords,
    "sequence": play_sequence,
    "bass": play_bass,
    "melody": play_melody,
    "drums": play_drums,
    "risers": play_risers,
}
"""Who plays a pattern of which kind. The third argument is the scale as pitch classes."""

"""Phrases to sound: each is played from silence and rings on in its rooms, so that phrases add up to a piece.

What a phrase sounds like hangs on its notes, instruments and rooms alone. It is kept under a key of these, and a piece
that was changed in one place is played again only there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import TakeDamaged
from renderers.music.arrangement import RATE, Section
from renderers.music.composition import Line, Piece
from renderers.music.harmony import read_chord, scale
from renderers.music.performing import Event, Phrase, perform, strike
from renderers.music.playing import PLAYERS, Bar, Span
from renderers.music.score import Bus, Part, Style
from renderers.sound_files import FULL_SCALE
from renderers.takes import TakeStore, digest

PHRASES, GAINS, ROOMS = "music_phrases", "music_gains", "music_rooms"
"""Kinds of takes."""
LEAD = RATE // 4
"""Samples by which the sound of a phrase begins before it: strings take their time, and come early for it."""
_SILENT = 2e-5
"""-94 dB of full scale: what rings on below it is left out."""
_BEATS = 4.0
_STEPS = 16


@dataclass(frozen=True)
class Group:
    """What sounds in one room during a phrase: its parts with their programs, and their events by channel."""

    bus: str
    parts: tuple[tuple[Part, int], ...]
    events: tuple[Event, ...]


class Players:
    """The musicians of one style with one bank. `takes` keeps what they play; without it nothing is kept."""

    def __init__(self, style: Style, bank: Path, identity: str, takes: TakeStore | None) -> None:
        from renderers.music.synthesis import Synthesizer

        self._style, self._identity, self._takes = style, identity, takes
        self._bank = bank
        self._synthesizer: Synthesizer | None = None
        self._gains: dict[tuple[str, int], float] = {}

    def phrase(self, piece: Piece, phrase: Phrase, seed: int) -> NDArray[np.float32]:
        """The sound of a phrase, `(n, 2)`, from `LEAD` samples before it until it has rung out."""
        groups = _groups(piece, phrase, seed)
        if not groups:
            return np.zeros((0, 2), np.float32)
        if self._takes is None:
            return _whole(*_shrunk(self._played(piece, groups)))
        rooms = [self._style.buses[group.bus] for group in groups]
        key = digest("phrase", self._identity, piece.form.beat_seconds, rooms, [_mark(group) for group in groups])

        def write(folder: Path) -> None:
            samples, scale = _shrunk(self._played(piece, groups))
            np.save(folder / "phrase.npy", samples)
            np.save(folder / "scale.npy", np.float32(scale))

        return _read(self._takes.keep(PHRASES, key, write).folder)

    def close(self) -> None:
        """Let go of the bank, and of what rooms take of memory."""
        from renderers.music.space import forget_rooms

        forget_rooms()
        if self._synthesizer is not None:
            self._synthesizer.close()

    def _played(self, piece: Piece, groups: Sequence[Group]) -> NDArray[np.float32]:
        from renderers.music.space import ring_all
        from renderers.music.synthesis import Synthesizer

        if self._synthesizer is None:
            self._synthesizer = Synthesizer(self._bank)
        dry = []
        for group in groups:
            channels = [(part, program, self._gain(part, program)) for part, program in group.parts]
            self._synthesizer.set_up(channels)
            dry.append((self._style.buses[group.bus], self._synthesizer.play(group.events)))
        for bus, _ in dry:
            self._enter(bus)
        heard = ring_all(dry, piece.form.beat_seconds)
        # Its channels lie one after the other in memory; so do these sums, which are turned round once.
        out = np.zeros((2, max(map(len, heard))), np.float32)
        for sound in heard:
            out[:, : len(sound)] += sound.T
        return np.ascontiguousarray(out.T)

    def _enter(self, bus: Bus) -> None:
        """Have the response of a room at hand."""
        from renderers.music.space import bus_response, give_response, holds_response

        if self._takes is None or holds_response(bus):
            return
        key = digest("room", self._identity, bus)
        take = self._takes.keep(ROOMS, key, lambda folder: np.save(folder / "response.npy", bus_response(bus)))
        try:
            kept = np.load(take.folder / "response.npy", allow_pickle=False)
            if kept.dtype != np.float32 or kept.ndim != 2 or len(kept) != 2 or not kept.size:
                raise ValueError("another response than was kept")
        except (OSError, ValueError) as error:
            raise _damaged(take.folder, error) from error
        give_response(bus, kept)

    def _gain(self, part: Part, program: int) -> float:
        """The factor that brings `part` to its level, found on a few bars of its own."""
        if (part.name, program) not in self._gains:
            self._gains[part.name, program] = self._calibrated(part, program, probe(self._style, part))
        return self._gains[part.name, program]

    def _calibrated(self, part: Part, program: int, events: Sequence[Event]) -> float:
        assert self._synthesizer is not None
        synthesizer = self._synthesizer
        if self._takes is None:
            return synthesizer.calibrate(part, program, events)

        def write(folder: Path) -> None:
            (folder / "gain.json").write_text(json.dumps(synthesizer.calibrate(part, program, events)))

        key = digest("gain", self._identity, part.level, part.pan, part.drums, program, _numbers(events))
        take = self._takes.keep(GAINS, key, write)
        try:
            return float(json.loads((take.folder / "gain.json").read_text()))
        except (OSError, ValueError, TypeError) as error:
            raise _damaged(take.folder, error) from error


def probe(style: Style, part: Part) -> list[Event]:
    """A few bars that `part` may play, always the same: what its loudness is judged by."""
    tonic = style.keys[0]
    bars = max([2, *(len(steps) // _STEPS for steps in part.pattern.steps if part.pattern.kind != "drums")])
    section = Section("verse", 0, bars if part.pattern.kind == "risers" else 8, part.enters, 0)
    chords = [
        read_chord(style.verses[0][number % len(style.verses[0])].split()[0], tonic) for number in range(bars + 1)
    ]
    written = [
        Bar(number * _BEATS, _BEATS, section, number, (Span(number * _BEATS, _BEATS, chord),), following, "lift")
        for number, (chord, following) in enumerate(zip(chords, chords[1:], strict=False))
    ]
    pool = scale(tonic, style.minor, pentatonic=part.pattern.kind == "melody")
    notes = PLAYERS[part.pattern.kind](part, written, pool, np.random.default_rng(1))
    beat = 60 / style.tempo
    return strike([(note.start * beat, (note.start + note.length) * beat, note) for note in notes], 0)


def _groups(piece: Piece, phrase: Phrase, seed: int) -> list[Group]:
    found = []
    for name in piece.style.buses:
        parts: list[tuple[Part, int]] = []
        events: list[Event] = []
        for line in piece.lines:
            if line.part.bus == name and (own := _led(piece, line, phrase, len(parts), seed)):
                parts.append((line.part, line.program))
                events += own
        if events:
            found.append(Group(name, tuple(parts), tuple(sorted(events))))
    return found


def _led(piece: Piece, line: Line, phrase: Phrase, channel: int, seed: int) -> list[Event]:
    """The events of a line in a phrase, counted from `LEAD` samples before it."""
    return [
        Event(max(0, event.sample + LEAD), event.velocity, event.channel, event.pitch)
        for event in perform(piece, line, phrase, channel, seed)
    ]


def _mark(group: Group) -> tuple[object, ...]:
    """What stands for a group in a key: all that decides how it sounds but its room and the bank."""
    return (
        group.bus,
        [(part.level, part.pan, part.drums, part.pattern, program) for part, program in group.parts],
        (_numbers(group.events)),
    )


def _numbers(events: Sequence[Event]) -> NDArray[np.int32]:
    rows = [(event.sample, event.velocity, event.channel, event.pitch) for event in events]
    return np.array(rows, np.int32).reshape(-1, 4)


def _shrunk(samples: NDArray[np.float32]) -> tuple[NDArray[np.int16], float]:
    """`samples` without the silence at their end, as 16-bit numbers, and the factor that makes them what they were."""
    heard = np.abs(samples) > _SILENT
    backwards = (heard[:, 0] | heard[:, 1])[::-1]
    kept = samples[: len(samples) - int(np.argmax(backwards)) if backwards.any() else 0]
    scale = max(float(np.abs(kept).max(initial=0.0)), _SILENT) / FULL_SCALE
    return np.round(kept / scale).astype(np.int16), scale


def _whole(samples: NDArray[np.int16], scale: float) -> NDArray[np.float32]:
    return samples * np.float32(scale)


def _read(folder: Path) -> NDArray[np.float32]:
    try:
        samples = np.load(folder / "phrase.npy", allow_pickle=False)
        return _whole(samples, float(np.load(folder / "scale.npy", allow_pickle=False)))
    except (OSError, ValueError) as error:
        raise _damaged(folder, error) from error


def _damaged(folder: Path, error: Exception) -> TakeDamaged:
    return TakeDamaged(f"A phrase of music, {folder.name}, can not be read back ({error}).", folder)

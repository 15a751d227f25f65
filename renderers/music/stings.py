"""Small sounds for transitions: risers, whooshes, impacts, chimes and stings, played by the bank of the music.

Each has a moment that belongs on the cut: what comes before it leads there, what follows rings on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import inf, isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.music.score import Bus, Note, Part, Pattern
from renderers.takes import Take, TakeStore, digest

KIND = "small_sounds"
_VERSION = 1
RATE = 48_000
_GRAIN = 80
"""Samples: a sound starts where the levels of a mix have a value."""
_TAIL = 3.5
"""Seconds after its moment at which a small sound is over."""
_FALL = 0.6
"""Seconds over which what still rings then is faded."""
_PLAIN = Pattern("pad")


@dataclass(frozen=True)
class Stroke:
    """An instrument and what it plays: seconds from the moment, pitch (`None`: on top of the tonic) and strength."""

    program: int
    notes: tuple[tuple[float, int, float], ...]
    level: float
    drums: bool = False
    tuned: bool = False
    pan: float = 0.0
    length: float = 2.0


SMALL_SOUNDS: dict[str, tuple[Stroke, ...]] = {
    "riser": (
        Stroke(119, ((-1.56, 60, 0.8),), -23, length=1.55, pan=-0.3),
        Stroke(119, ((-1.45, 55, 0.7),), -25, length=1.44, pan=0.3),
        Stroke(0, ((0.0, 49, 0.4),), -30, drums=True),
    ),
    "whoosh": (
        Stroke(119, ((-0.55, 78, 0.7),), -24, length=0.56, pan=-0.5),
        Stroke(119, ((-0.45, 82, 0.6),), -26, length=0.46, pan=0.5),
    ),
    "impact": (
        Stroke(48, ((0.0, 41, 0.9), (0.0, 36, 0.8)), -22, drums=True),
        Stroke(47, ((0.0, 36, 0.8),), -25, tuned=True),
        Stroke(0, ((0.01, 57, 0.3),), -33, drums=True, pan=0.2),
    ),
    "chime": (
        Stroke(9, ((-0.24, 72, 0.6), (-0.12, 76, 0.65), (0.0, 79, 0.8)), -24, tuned=True, pan=-0.2),
        Stroke(11, ((0.0, 84, 0.5),), -29, tuned=True, pan=0.3),
    ),
    "sting": (
        Stroke(45, ((-0.2, 67, 0.6), (0.0, 60, 0.9), (0.0, 64, 0.8), (0.0, 67, 0.8)), -24, tuned=True, pan=-0.15),
        Stroke(0, ((0.0, 48, 0.8), (0.0, 60, 0.7), (0.0, 67, 0.7), (0.0, 74, 0.6)), -25, tuned=True),
        Stroke(14, ((0.0, 72, 0.5),), -32, tuned=True, pan=0.3),
    ),
}
"""What each is made of. Tuned notes are written in C and moved to the key of the music."""
_ROOM = Bus(wet=-9, decay=1.8, low_cut=45, air=3, dip=1.5)


def prepare_small_sound(name: str, tonic: int, bank: Path, identity: str, takes: TakeStore) -> tuple[Take, int]:
    """A small sound in the key of `tonic` (a pitch class) as stored sound, and the sample of it that is its moment.

    Raises `EngineFailed` for a name that is none.
    """
    strokes = _strokes(name)
    moment = _moment(strokes)
    key = digest("small sound", _VERSION, identity, strokes, tonic)
    return takes.keep(KIND, key, partial(_write, strokes, tonic, moment, bank)), moment


def small_sound(name: str, tonic: int, bank: Path) -> tuple[NDArray[np.float32], int]:
    """A small sound, `(n, 2)` at 48 kHz, and the sample that is its moment. Raises `EngineFailed`."""
    strokes = _strokes(name)
    return _play(strokes, tonic, _moment(strokes), bank), _moment(strokes)


def _strokes(name: str) -> tuple[Stroke, ...]:
    if name not in SMALL_SOUNDS:
        raise EngineFailed(
            "music", f"there is no small sound called {name!r}. Choose one of: {', '.join(SMALL_SOUNDS)}."
        )
    return SMALL_SOUNDS[name]


def _moment(strokes: tuple[Stroke, ...]) -> int:
    first = -min(at for stroke in strokes for at, _, _ in stroke.notes)
    return -(-round(first * RATE) // _GRAIN) * _GRAIN


def _write(strokes: tuple[Stroke, ...], tonic: int, moment: int, bank: Path, folder: Path) -> None:
    from renderers.film.sound import write_loudness
    from renderers.loudness import integrated, true_peak
    from renderers.sound_files import save_sound

    samples = _play(strokes, tonic, moment, bank)
    save_sound(samples, folder)
    loudness, peak = integrated(samples), true_peak(samples)
    write_loudness(folder, loudness if isfinite(loudness) else -inf, peak)


def _play(strokes: tuple[Stroke, ...], tonic: int, moment: int, bank: Path) -> NDArray[np.float32]:
    from renderers.music.performing import Event, strike
    from renderers.music.space import ring
    from renderers.music.synthesis import Synthesizer

    synthesizer = Synthesizer(bank)
    # Up to a fourth down, so that what is high does not become shrill.
    shift = tonic - 12 if tonic > 6 else tonic
    try:
        events: list[Event] = []
        channels = []
        for channel, stroke in enumerate(strokes):
            part = Part(
                f"stroke {channel}", (stroke.program,), _PLAIN, stroke.level, pan=stroke.pan, drums=stroke.drums
            )
            notes = [
                (
                    moment / RATE + at,
                    moment / RATE + at + stroke.length,
                    Note(0, 0, pitch + shift * stroke.tuned, force),
                )
                for at, pitch, force in stroke.notes
            ]
            alone = strike(notes, 0)
            channels.append((part, stroke.program, synthesizer.calibrate(part, stroke.program, alone)))
            events += strike(notes, channel)
        synthesizer.set_up(channels)
        dry = synthesizer.play(sorted(events))
    finally:
        synthesizer.close()
    rung = ring(_ROOM, 0.5, dry)[: moment + round(_TAIL * RATE)].copy()
    width = min(len(rung), round(_FALL * RATE))
    rung[-width:] *= np.square(np.linspace(1, 0, width, dtype=np.float32))[:, None]
    return np.asarray(rung / max(1.0, float(np.abs(rung).max(initial=0.0)) / 0.7), np.float32)

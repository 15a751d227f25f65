"""One film taken apart in one pass: shots and pace, drawn colours, lettering, loudness and tempo, and its traces.

Pictures and sound come in through a `FilmReader`, so that whoever owns the guarded reading of media lends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from brand_memory.cleaning import clean
from brand_memory.film_sound import silences, tempo
from brand_memory.fingerprints import SOUND_RATE, listen
from brand_memory.graphic_frames import GRAPHIC_RATE, GraphicWatch, Reveal, Weighted, plate_colours
from brand_memory.hashes import PictureRecorder
from brand_memory.kit import Film, ScreenText
from brand_memory.openings import WINDOW, WINDOW_SHARE, Traces
from brand_memory.shots import Shots, ShotWatch
from brand_memory.still_regions import STILL_RATE, StillWatch, lower_thirds

LONGEST = 900.0
"""Seconds of pictures that are looked at; of a longer film the beginning, and the last half minute."""
_LONG_SIDE = 320
_MOST_PICTURES = 30
_HEARD = 600.0
"""Pictures a second, and seconds of sound from the start, that are looked at and listened to at most."""
_MOST_LOWER_THIRDS = 4
_PLATE = 0.2
"""By this part of the lettering's height a plate reaches around it."""


@dataclass(frozen=True)
class FilmFacts:
    """A film as a player shows it: `width` and `height` upright, `fps` pictures a second, `bit_rate` of the file."""

    seconds: float
    width: int
    height: int
    fps: Fraction
    has_sound: bool
    bit_rate: float


class FilmReader(Protocol):
    """Who opens films. Every method may raise an error of its own for a file that can not or may not be read."""

    def facts(self, path: Path) -> FilmFacts:
        """What the file says of itself."""
        ...

    def pictures(
        self, path: Path, size: tuple[int, int], rate: Fraction, start: float, end: float
    ) -> Iterator[NDArray[np.uint8]]:
        """RGB pictures `(height, width, 3)` of `size` (width, height): those on screen at `start + n / rate`."""
        ...

    def sound(self, path: Path, rate: int, start: float, end: float) -> NDArray[np.float32]:
        """Mono samples in -1..1 at `rate` Hz from second `start` until `end`."""
        ...

    def loudness(self, path: Path) -> float | None:
        """Integrated loudness in LUFS; None where there is nothing to hear."""
        ...


@dataclass(frozen=True)
class FilmReading:
    """A film taken apart: what a person is told, and what it is compared with other films by."""

    film: Film
    facts: FilmFacts
    shots: Shots
    reveals: tuple[Reveal, ...]
    traces: Traces
    notes: tuple[str, ...]


class _Pass:
    """Everybody who looks at the pictures of one film, each as often as he needs."""

    def __init__(self, facts: FilmFacts, rate: Fraction, longest: float) -> None:
        self.head = min(WINDOW, WINDOW_SHARE * facts.seconds)
        self.tail = max(0.0, facts.seconds - self.head)
        self.shots = ShotWatch(rate)
        self.stills = StillWatch(min(facts.seconds, longest))
        self.graphics = GraphicWatch()
        self._until = (self.head, facts.seconds)
        self.recorders = [PictureRecorder(start, facts.width, facts.height) for start in (0.0, self.tail)]
        self._looks = [0, 0]

    def see(self, picture: NDArray[np.uint8], seconds: float, *, whole: bool) -> None:
        """Show everybody the picture that stands at `seconds`; with `whole` it belongs to the unbroken stretch."""
        import cv2

        height, width = picture.shape[:2]
        small = np.asarray(cv2.resize(picture, (width // 2, height // 2), interpolation=cv2.INTER_AREA), np.uint8)
        luma = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
        if whole:
            self.shots.see(small, luma)
            if seconds >= self._looks[0] / STILL_RATE - 1e-6:
                self._looks[0] += 1
                self.stills.see(np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8))
            if seconds >= self._looks[1] / GRAPHIC_RATE - 1e-6:
                self._looks[1] += 1
                self.graphics.see(picture)
        for recorder, end in zip(self.recorders, self._until, strict=True):
            recorder.see(small, min(seconds, end), within=seconds < end)


def take_apart(path: Path, reader: FilmReader, longest: float = LONGEST) -> FilmReading:
    """The film at `path` taken apart; of one of more than `longest` seconds so much, its end included.

    What `reader` raises for a file that can not be read goes through.
    """
    facts = reader.facts(path)
    rate, size = _sampling(facts)
    notes = []
    seen = _Pass(facts, rate, longest)
    until = facts.seconds if facts.seconds <= longest else longest - WINDOW
    for number, picture in enumerate(reader.pictures(path, size, rate, 0.0, until)):
        seen.see(picture, float(number / rate), whole=True)
    if until < facts.seconds:
        looked = f"{until:.0f} seconds" if until < 120 else f"{until / 60:.0f} minutes"
        notes.append(f"Of {path.name} the first {looked} and the end were looked at: its shots are an estimate.")
        for number, picture in enumerate(reader.pictures(path, size, rate, seen.tail, facts.seconds)):
            seen.see(picture, seen.tail + float(number / rate), whole=False)
    shots = seen.shots.shots(until)
    texts = seen.stills.texts(shots.cuts)
    loudness, beat, quiet, sounds = _hear(path, facts, reader, seen)
    film = Film(
        name=clean(path.name, 200),
        seconds=round(facts.seconds, 3),
        shots=max(1, round(len(shots.lengths) * facts.seconds / until)),
        shot_seconds=round(max(shots.usual, 0.01), 3),
        loudness=loudness,
        tempo=beat,
        graphic_colours=seen.graphics.colours(_lower_third_colours(path, texts, size, reader)),
        lower_thirds=lower_thirds(texts),
        corner_bug=seen.stills.corner(),
        cuts_per_minute=shots.pace,
        texts=tuple(texts),
    )
    traces = Traces(
        path=path,
        seconds=facts.seconds,
        width=facts.width,
        height=facts.height,
        bit_rate=facts.bit_rate,
        cuts=tuple(sorted({*shots.cuts, *(edge for void in shots.voids for edge in void)})),
        jumps=shots.jumps,
        silences=tuple(edge for silence in quiet for edge in silence),
        head=(seen.recorders[0].trace(), sounds[0]),
        tail=(seen.recorders[1].trace(), sounds[1]),
    )
    return FilmReading(film, facts, shots, tuple(seen.graphics.reveals()), traces, tuple(notes))


def _sampling(facts: FilmFacts) -> tuple[Fraction, tuple[int, int]]:
    """How many pictures a second are looked at, and how large (width, height)."""
    fps = facts.fps if Fraction(1) <= facts.fps <= 240 else Fraction(25)
    scale = _LONG_SIDE / max(facts.width, facts.height)
    width, height = (max(16, round(side * scale / 2) * 2) for side in (facts.width, facts.height))
    return fps / ceil(fps / _MOST_PICTURES), (width, height)


def _hear(path: Path, facts: FilmFacts, reader: FilmReader, seen: _Pass):  # type: ignore[no-untyped-def]
    """Loudness, tempo, silences, and the traces of both ends' sound."""
    if not facts.has_sound:
        nothing = np.zeros(0, np.float32)
        return None, None, [], (listen(nothing, 0.0), listen(nothing, seen.tail))
    heard = reader.sound(path, SOUND_RATE, 0.0, min(facts.seconds, _HEARD))
    whole = facts.seconds <= _HEARD
    last = heard[round(seen.tail * SOUND_RATE) :] if whole else reader.sound(path, SOUND_RATE, seen.tail, facts.seconds)
    head = listen(heard[: round(seen.head * SOUND_RATE)], 0.0)
    quiet = silences(heard)
    if not whole:
        quiet += [(seen.tail + start, seen.tail + end) for start, end in silences(last)]
    return reader.loudness(path), tempo(heard)[0], quiet, (head, listen(last, seen.tail))


def _lower_third_colours(
    path: Path, texts: list[ScreenText], size: tuple[int, int], reader: FilmReader
) -> list[Weighted]:
    """The colours of the plates that names stand on, each read from one picture in its middle."""
    spans = set(lower_thirds(texts))
    found: list[Weighted] = []
    for text in [text for text in texts if (text.start, text.end) in spans][:_MOST_LOWER_THIRDS]:
        middle = (text.start + text.end) / 2
        for picture in reader.pictures(path, size, Fraction(10), middle, middle + 0.05):
            plate = _around(picture, text.box)
            if plate.size:
                found += plate_colours(plate)
            break
    return found


def _around(picture: NDArray[np.uint8], box: tuple[float, float, float, float]) -> NDArray[np.uint8]:
    """What lies in a text's box and so far around it as a plate does."""
    height, width = picture.shape[:2]
    x, y, across, down = box[0] * width, box[1] * height, box[2] * width, box[3] * height
    more = _PLATE * down
    top, left = max(0, round(y - more)), max(0, round(x - more))
    return picture[top : round(y + down + more), left : round(x + across + more)]

"""What a programme's sound is made of, and any stretch of it blended: levelled voice over music that makes room.

Every stretch is a function of what sounds in it and of the curves there, so that an edit in one place leaves the
samples everywhere else as they were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.ducking import CONTROL_RATE, Curve
from renderers.filters import band_pass, filter_from_silence, high_pass
from renderers.limiting import curve_between
from renderers.loudness import RATE
from renderers.sound_files import StoredSound

Signal = NDArray[np.float32]
Music = Signal | NDArray[np.int16] | StoredSound

CONTROL_HOP = RATE // CONTROL_RATE
CARVE = 0.44
"""Share of the band around 2 kHz taken from the music under speech: 5 dB in the middle, half of that at 1 and 4 kHz."""
_CARVE_MIDDLE, _CARVE_Q = 2000.0, 0.7
_PIECE_EDGE = RATE // 500
"""2 ms at both ends of a piece of voice, in case it was cut in the middle of a wave."""
BED_EDGE = RATE // 100
EDGE = RATE // 100
"""10 ms: how long the programme takes to begin and to end, so that nothing clicks."""
_RUMBLE = 70.0
"""Hz under which a voice has nothing but noise."""
_RINGING = RATE // 20
"""Samples after which the filter against rumble has fallen silent (-130 dB)."""
_BAND_RINGING = 256
"""Samples after which the filter of the speech band has fallen silent (-400 dB)."""
BAND_RUN_IN = 4096
"""Samples that the filter of the speech band is given to hear before a stretch."""
_INTEGER_SCALE = np.float32(1 / 32767)


@dataclass(frozen=True)
class Line:
    """One piece of speech: the sample at which it starts, its prepared samples, and their levels (see `levels`).

    `key` stands for what is heard; `samples` loads or makes it, mono at 48 kHz.
    """

    start: int
    length: int
    levels: Curve
    samples: Callable[[], Signal]
    key: str = ""


@dataclass(frozen=True)
class Bed:
    """The music from the programme's start: `(n, 2)` or `(n,)`, floats or 16-bit integers, perhaps on disk.

    `power` and `carved` are its levels (see `levels`); after its end there is silence.
    """

    samples: Music
    power: Curve
    carved: Curve
    key: str = ""


@dataclass(frozen=True)
class FilmSound:
    """A film's own sound: the sample at which it starts, its stereo samples `(n, 2)`, their levels (see `levels`), and
    the factor that makes it as loud as a voice. The music is silent while it plays `alone`; a small sound goes with it.
    """

    start: int
    samples: Music
    levels: Curve
    factor: float
    key: str = ""
    alone: bool = True

    @property
    def length(self) -> int:
        """Samples from its first to its last."""
        return len(self.samples)


@dataclass(frozen=True)
class Sources:
    """All that a programme of `length` samples is mixed from."""

    lines: tuple[Line, ...]
    bed: Bed | None
    length: int
    films: tuple[FilmSound, ...] = ()

    def films_between(self, start: int, end: int) -> list[FilmSound]:
        """The films that sound between two samples."""
        return [film for film in self.films if film.start < end and film.start + film.length > start]

    def lines_between(self, start: int, end: int) -> list[Line]:
        """The lines that sound between two samples."""
        return [line for line in self.lines if line.start < end and line.start + line.length > start]


@dataclass(frozen=True)
class Balance:
    """Factors at `CONTROL_RATE`: of the voice, of the music, the share of the speech band taken from the music, and the
    factors of the sound of films.
    """

    voice: Signal
    bed: Signal
    carve: Signal
    film: Signal


def prepare_voice(samples: Signal) -> Signal:
    """A mono piece of speech without rumble, with soft ends, and as much longer as the filter rings."""
    padded = np.zeros(len(samples) + _RINGING)
    padded[: len(samples)] = samples
    width = min(_PIECE_EDGE, len(samples))
    ramp = np.arange(1, width + 1) / _PIECE_EDGE
    padded[:width] *= ramp
    padded[len(samples) - width : len(samples)] *= ramp[::-1]
    return np.asarray(filter_from_silence(padded[None], high_pass(_RUMBLE, RATE, _RINGING))[0], np.float32)


def speech_band(music: Signal) -> Signal:
    """The band from about 1 to 4 kHz of stereo sound, in phase at its middle; it begins from silence."""
    band = band_pass(_CARVE_MIDDLE, _CARVE_Q, RATE, _BAND_RINGING)
    return np.asarray(filter_from_silence(music.T, band).T, np.float32)


def music_between(bed: Music, start: int, end: int) -> Signal:
    """An own copy of the music between two samples, stereo floats; silence after its end, which it reaches softly."""
    part = np.asarray(bed[start:end])
    stereo = np.zeros((end - start, 2), np.float32)
    if len(part):
        stereo[: len(part)] = part[:, None] if part.ndim == 1 else part
        if part.dtype.kind == "i":
            stereo *= _INTEGER_SCALE
        if end > len(bed) - BED_EDGE:
            left = np.clip(len(bed) - np.arange(start, end, dtype=np.float32), 0, BED_EDGE)
            stereo *= (left / BED_EDGE)[:, None]
    return stereo


def film_between(film: FilmSound, start: int, end: int) -> Signal:
    """The film's sound between two samples of it, stereo floats, which begins and ends softly; silence outside."""
    first, last = max(0, start), min(film.length, end)
    made = np.zeros((end - start, 2), np.float32)
    if first >= last:
        return made
    made[first - start : last - start] = music_between(film.samples, first, last)
    if first < BED_EDGE:
        risen = np.clip(np.arange(start, end, dtype=np.float32), 0, BED_EDGE) / BED_EDGE
        made *= risen[:, None]
    return made


def blend(sources: Sources, balance: Balance, start: int, end: int) -> Signal:
    """The stereo samples from `start` to `end`, before loudness and limiting."""
    spoken = np.zeros(end - start, np.float32)
    for line in sources.lines_between(start, end):
        first, last = max(start, line.start), min(end, line.start + line.length)
        spoken[first - start : last - start] += line.samples()[first - line.start : last - line.start]
    spoken *= curve_between(balance.voice, CONTROL_HOP, start, end)
    blended = np.repeat(spoken[:, None], 2, axis=1)
    if sources.bed is not None:
        before = min(start, BAND_RUN_IN)
        music = music_between(sources.bed.samples, start - before, end)
        carve = curve_between(balance.carve, CONTROL_HOP, start, end)
        if carve.any():
            band = speech_band(music)[before:]
            music = music[before:]
            music -= band * carve[:, None]
        else:
            music = music[before:]
        music *= curve_between(balance.bed, CONTROL_HOP, start, end)[:, None]
        blended += music
    if films := sources.films_between(start, end):
        factors = curve_between(balance.film, CONTROL_HOP, start, end)[:, None]
        for film in films:
            blended += film_between(film, start - film.start, end - film.start) * factors * np.float32(film.factor)
    _soften_edges(blended, start, sources.length)
    return blended


def _soften_edges(blended: Signal, start: int, length: int) -> None:
    """Let the programme of `length` samples begin and end softly, as far as the stretch from `start` holds its ends."""
    width = min(EDGE, length // 2)
    end = start + len(blended)
    if not width or width <= start and end <= length - width:
        return
    times = np.arange(start, end)
    inside = np.clip(np.minimum(times, length - 1 - times), 0, width)
    blended *= (0.5 - 0.5 * np.cos(np.pi * inside / width)).astype(np.float32)[:, None]

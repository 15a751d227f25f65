"""Speech: what an engine is asked, what it answers, and which engines there are.

`ENGINES` maps a name to `module:Class`; nothing heavy loads until one is asked for. Third parties add entry points in
the group `video_agency.speech`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

ADDED = {"optional": True}
"""Marks a field that counts in the key of a take only where it has not its default: older takes stay valid."""


class Viseme(StrEnum):
    """The fifteen mouth shapes of the MPEG-4 / Oculus set."""

    SIL = "sil"
    PP = "PP"
    FF = "FF"
    TH = "TH"
    DD = "DD"
    KK = "kk"
    CH = "CH"
    SS = "SS"
    NN = "nn"
    RR = "RR"
    AA = "aa"
    E = "E"
    IH = "ih"
    OH = "oh"
    OU = "ou"


@dataclass(frozen=True)
class Word:
    """One word as it is written, and when it is heard, in seconds from the start of its line.

    `offset` is where it begins in the line's text. A written word that is spoken as many ("$5" as "five dollars")
    is still one `Word`, with the time of all of them.
    """

    text: str
    start: float
    end: float
    offset: int


@dataclass(frozen=True)
class Phone:
    """One speech sound: its symbol (ARPABET, or IPA from espeak), time in seconds, viseme, stress (0, 1, 2), and the
    index of its `Word` (-1 in a pause).
    """

    symbol: str
    start: float
    end: float
    viseme: Viseme
    stress: int = 0
    word: int = -1


@dataclass(frozen=True)
class Finish:
    """How a voice is mastered; what has its default is left out.

    `gains` are decibels at 125 Hz to 8 kHz in octaves, `ratio` that of the compressor.
    """

    gains: tuple[float, ...] = ()
    ratio: float = 1.0


@dataclass(frozen=True)
class Voice:
    """One voice of the catalogue. `age` is how old it sounds."""

    id: str
    name: str
    language: str
    gender: str
    engine: str
    variant: str
    style: str
    sample_rate: int
    licence: str
    options: tuple[tuple[str, float], ...] = ()
    age: str = field(default="adult", metadata={"hash": False})
    finish: Finish | None = field(default=None, metadata=ADDED)


@dataclass(frozen=True)
class Direction:
    """How the characters from `start` to before `end` of a line are said; what has its default is left as it is.

    `emphasis` is 1 for stressed, more for strongly stressed, below 0 for played down; `speed` a factor, `pitch` in
    half-tones, `volume` in decibels, `pause` the seconds of silence after its last word. `sounds` is its pronunciation
    in IPA, for engines that can take one.
    """

    start: int
    end: int
    emphasis: float = 0.0
    speed: float = 1.0
    pitch: float = 0.0
    volume: float = 0.0
    pause: float | None = None
    sounds: str = ""


@dataclass(frozen=True)
class SpeechRequest:
    """One line to be spoken, verbatim. `speed` 1.0 is the voice's own pace (0.5 to 2.0).

    `pitch` is in half-tones from the voice's own; `liveliness` multiplies how far its pitch moves and `pauses` how long
    it rests at marks. `directions` concern single words.
    """

    text: str
    voice: Voice
    speed: float = 1.0
    pitch: float = field(default=0.0, metadata=ADDED)
    liveliness: float = field(default=1.0, metadata=ADDED)
    pauses: float = field(default=1.0, metadata=ADDED)
    directions: tuple[Direction, ...] = field(default=(), metadata=ADDED)


@dataclass(frozen=True)
class Speech:
    """A spoken line: mono float32 samples in -1..1 at `sample_rate`, and what sounds when.

    Words cover every spoken word of the text once, in order, without overlap; phones likewise.
    """

    samples: NDArray[np.float32] = field(repr=False)
    sample_rate: int
    words: tuple[Word, ...]
    phones: tuple[Phone, ...]

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.samples) / self.sample_rate


class SpeechEngine(Protocol):
    """Turns lines into sound with exact times."""

    @property
    def identity(self) -> str:
        """Name, version and data of the engine: what else than the request decides the sound."""
        ...

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order; many at once may share one start of the engine.

        Raises `renderers.errors.EngineFailed` when a line can not be spoken.
        """
        ...


ENGINES: dict[str, str] = {
    "festival": "renderers.speech.festival:FestivalSpeech",
    "flite": "renderers.speech.flite:FliteSpeech",
    "espeak": "renderers.speech.espeak:EspeakSpeech",
    "piper": "renderers.speech.piper:PiperSpeech",
    "kokoro": "renderers.speech.kokoro:KokoroSpeech",
    "coqui": "renderers.speech.coqui:CoquiSpeech",
    "openai": "renderers.speech.openai_speech:OpenAISpeech",
    "likeness": "renderers.speech.likeness:LikenessSpeech",
}

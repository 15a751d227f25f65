"""A line made ready for an engine, and what an engine makes of it before it is finished."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.speech import Direction, SpeechRequest, Viseme
from renderers.speech.languages import base, unreadable
from renderers.speech.normalization import WrittenWord, normalise
from renderers.speech.reading.chunks import visible

SLOWEST, FASTEST = 0.5, 2.0
"""The paces that can be asked for, as multiples of the voice's own."""

_LONGEST_TOKEN = 40
_SHORTEST_BREAK = 0.08
"""Seconds; a shorter pause is none."""
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "Æ": "Ae",
        "Œ": "Oe",
        "Ø": "O",
        "Ł": "L",
        "Đ": "D",
        "Þ": "Th",
    }
)


@dataclass(frozen=True)
class Gesture:
    """What is done to one spoken word: as in `Direction`, and the half-tones by which the pitch rises over its end."""

    emphasis: float = 0.0
    speed: float = 1.0
    pitch: float = 0.0
    volume: float = 0.0
    rise: float = 0.0


@dataclass(frozen=True)
class Token:
    """One spoken word, the index of its written word, the mark after it, and whether it follows without a space.

    `pause` is the silence after it in seconds, where one is asked; `sounds` its pronunciation in IPA.
    """

    text: str
    written: int
    mark: str = ""
    joined: bool = False
    gesture: Gesture | None = None
    pause: float | None = None
    sounds: str = ""


@dataclass(frozen=True)
class Utterance:
    """A line's written words and, in order, the spoken ones.

    `pauses` multiplies the rests at marks. `half_tones` and `liveliness` move and widen the pitch of the whole line in
    its finish, for engines that can not do so themselves.
    """

    words: tuple[WrittenWord, ...]
    tokens: tuple[Token, ...]
    pauses: float = 1.0
    half_tones: float = 0.0
    liveliness: float = 1.0


@dataclass(frozen=True)
class Segment:
    """One sound of an engine: when, in seconds of the raw sound, and the index of its token, -1 in silence."""

    symbol: str
    start: float
    end: float
    viseme: Viseme
    stress: int
    token: int


@dataclass(frozen=True)
class RawSpeech:
    """What an engine made: mono samples around -1..1 at `sample_rate`, and its segments in order, without gaps."""

    samples: NDArray[np.float64] = field(repr=False)
    sample_rate: int
    segments: tuple[Segment, ...]


def prepare(request: SpeechRequest, *, latin: bool, pitched: bool = False) -> Utterance:
    """The words to be spoken for `request`. `latin`: the engine knows the letters a to z only; `pitched`: it sets the
    pitch of a line itself, so that its finish need not.

    Raises `EngineFailed` for a line without words, a pace out of range, or letters that the voice can not read.
    """
    engine = request.voice.engine
    if not SLOWEST <= request.speed <= FASTEST:
        raise EngineFailed(
            engine,
            f"a speed of {request.speed:g} was asked, and it speaks at {SLOWEST:g} to {FASTEST:g} times its "
            "own pace; choose a speed in between.",
        )
    words = normalise(request.text, request.voice.language)
    tokens: list[Token] = []
    for index, word in enumerate(words):
        spoken = [part for piece in word.spoken for part in _readable(piece, word, request, latin=latin)]
        tokens += [
            Token(part, index, word.mark if at == len(spoken) - 1 else "", word.joined and at == 0)
            for at, part in enumerate(spoken)
        ]
        if not spoken and tokens and word.mark:
            last = tokens[-1]
            tokens[-1] = Token(last.text, last.written, stronger(last.mark, word.mark), last.joined)
    if not tokens:
        shown = visible(request.text).strip()
        said = f"“{shown[:60]}” has no words that can be spoken" if shown else "the line is empty"
        raise EngineFailed(engine, f"{said}; write at least one word.")
    directed = direct_tokens(words, tokens, request)
    if pitched:
        return Utterance(words, directed, request.pauses)
    return Utterance(words, directed, request.pauses, request.pitch, request.liveliness)


def direct_tokens(words: Sequence[WrittenWord], tokens: Sequence[Token], request: SpeechRequest) -> tuple[Token, ...]:
    """`tokens` with what the request's directions ask of them. Raises `EngineFailed` for sounds that do not fit."""
    found = list(tokens)
    for direction in request.directions:
        own = [at for at, token in enumerate(found) if _covers(direction, words[token.written])]
        if not own:
            continue
        for at in own:
            found[at] = replace(found[at], gesture=_joined(found[at].gesture, direction))
        if direction.pause is not None:
            last = found[own[-1]]
            found[own[-1]] = replace(last, pause=direction.pause, mark=_mark_of(last.mark, direction.pause))
        if direction.sounds:
            found = _with_sounds(found, own, direction.sounds, request)
    return tuple(found)


def _covers(direction: Direction, word: WrittenWord) -> bool:
    return word.offset < direction.end and word.offset + len(word.text) > direction.start


def _joined(gesture: Gesture | None, direction: Direction) -> Gesture | None:
    old = gesture or Gesture()
    made = replace(
        old,
        emphasis=max(old.emphasis, direction.emphasis, key=abs),
        speed=min(max(old.speed * direction.speed, SLOWEST), FASTEST),
        pitch=old.pitch + direction.pitch,
        volume=old.volume + direction.volume,
    )
    return made if made != Gesture() else None


def _mark_of(mark: str, pause: float) -> str:
    """A pause that is asked for is a break for the engine too, so that the word before it is said like a last one."""
    if pause >= _SHORTEST_BREAK:
        return mark or ","
    return "" if mark in (",", ";") else mark


def _with_sounds(tokens: list[Token], own: Sequence[int], sounds: str, request: SpeechRequest) -> list[Token]:
    """The tokens with a pronunciation on each written word; one that is spoken as several becomes one."""
    written = list(dict.fromkeys(tokens[at].written for at in own))
    parts = sounds.split()
    if len(parts) != len(written):
        raise EngineFailed(
            request.voice.engine,
            f"the pronunciation /{sounds}/ has {len(parts)} words for {len(written)} that are written; give each word "
            "its own, with a space between.",
        )
    ways = dict(zip(written, parts, strict=True))
    made: list[Token] = []
    for token in tokens:
        if token.written not in ways:
            made.append(token)
        elif made and made[-1].written == token.written and made[-1].sounds:
            made[-1] = replace(made[-1], mark=stronger(made[-1].mark, token.mark), pause=token.pause)
        else:
            made.append(replace(token, sounds=ways[token.written]))
    return made


def stronger(one: str, other: str) -> str:
    """The mark that parts more strongly, of two."""
    order = ["", ",", ";", ".", "!", "?"]
    return max(one, other, key=order.index)


def to_latin(text: str) -> str:
    """`text` in the letters A to Z, figures and apostrophes; accents are dropped, other letters vanish."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in plain if char.isascii() and (char.isalnum() or char == "'")).strip("'")


def _readable(piece: str, word: WrittenWord, request: SpeechRequest, *, latin: bool) -> list[str]:
    if unreadable(piece, request.voice.language):
        kana = base(request.voice.language) == "ja"
        raise EngineFailed(
            request.voice.engine,
            f"the voice {request.voice.name} can not read “{word.text}”; "
            + (
                "it knows kana but no kanji, so write the word in kana."
                if kana
                else "write it in letters that it reads, or choose a voice of its language."
            ),
        )
    return _cut(to_latin(piece) if latin else piece)


def _cut(piece: str) -> list[str]:
    return [piece[at : at + _LONGEST_TOKEN] for at in range(0, len(piece), _LONGEST_TOKEN)]

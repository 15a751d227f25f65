"""When the words and sounds of a given text are heard in a recording of it: forced alignment.

An acoustic model finds the words and sounds, to 10 ms (`alignment_acoustic`); where it finds no path, espeak-ng's own
rendering of the text, whose times are known, is warped onto the recording (`alignment_warping`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.speech import Phone, SpeechRequest, Voice, Word
from renderers.speech.alignment_levels import begin_words_where_heard
from renderers.speech.languages import base, canonical
from renderers.speech.timing import close_gaps, time_words
from renderers.speech.utterance import Segment, Utterance, prepare

ALIGNMENT = "5"
"""The edition of the aligner; a change that moves times raises it."""

SHORTEST = 0.1
"""Seconds of sound under which nothing can be aligned."""


@dataclass(frozen=True)
class TokenTimes:
    """The sounds of an utterance in a recording, without gaps from 0 to its end, and how sure each token is (0..1)."""

    segments: tuple[Segment, ...]
    confidences: tuple[float, ...]


@dataclass(frozen=True)
class Alignment:
    """Words and sounds with their times in seconds, as in `Speech`, and how well the sound fits each word (0..1).

    Read English of the right words is mostly over 0.9; a wrong word, or one that was not said, is mostly under 0.2.
    """

    words: tuple[Word, ...]
    phones: tuple[Phone, ...]
    confidences: tuple[float, ...]


def align(samples: NDArray[np.floating], sample_rate: int, text: str, language: str = "en") -> Alignment:
    """Every spoken word of `text` with its time in the mono `samples` (-1..1), and its sounds.

    Raises `EngineFailed` where the text has no words, the sound is empty, or espeak has no voice for the language.
    """
    tag = canonical(language)
    utterance = prepare(SpeechRequest(text, _reader(tag)), latin=base(tag) == "en")
    found = align_utterance(samples, sample_rate, utterance, tag)
    words, phones = time_words(utterance, found.segments)
    return Alignment(words, phones, _of_words(utterance, found.confidences))


def align_utterance(samples: NDArray[np.floating], sample_rate: int, utterance: Utterance, language: str) -> TokenTimes:
    """The sounds of `utterance` in `samples`. Raises `EngineFailed` as `align` does."""
    from renderers.speech.alignment_acoustic import align_by_model
    from renderers.speech.alignment_warping import align_by_warping

    seconds = len(samples) / sample_rate
    if seconds < SHORTEST or not np.any(np.abs(samples) > 1e-4):
        raise EngineFailed("alignment", "there is no sound to be aligned with the text; give a recording of it.")
    mono = np.asarray(samples, np.float32)
    tag = canonical(language)
    found = align_by_model(mono, sample_rate, utterance, tag) or align_by_warping(mono, sample_rate, utterance, tag)
    segments = begin_words_where_heard(close_gaps(found.segments, seconds), mono, sample_rate)
    return TokenTimes(close_gaps(segments, seconds), found.confidences)


def _reader(language: str) -> Voice:
    return Voice("", "the aligner", language, "", "alignment", language, "", 16000, "")


def _of_words(utterance: Utterance, confidences: tuple[float, ...]) -> tuple[float, ...]:
    """The confidence of each written word: the mean of its tokens', weighed by their length."""
    found = []
    for written in sorted({token.written for token in utterance.tokens}):
        own = [
            (len(token.text), sure)
            for token, sure in zip(utterance.tokens, confidences, strict=True)
            if token.written == written
        ]
        found.append(sum(length * sure for length, sure in own) / sum(length for length, _ in own))
    return tuple(found)

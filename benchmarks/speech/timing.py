"""When words and sounds are heard: the engines' own times against an independent forced alignment of their sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from renderers.speech import Phone, Speech
from renderers.speech.alignment import Alignment, align

CLOSE_SECONDS = 0.04


@dataclass(frozen=True)
class Agreement:
    """How far starts lie apart, in milliseconds and shares; `compared` is the share that could be compared at all."""

    count: int
    compared: float
    bias: float
    mean_error: float
    close: float


def agreements(spoken: Iterable[tuple[str, Speech]]) -> tuple[Agreement, Agreement]:
    """Of words and of sounds. Sounds are compared in words for which both found as many."""
    words: list[float] = []
    sounds: list[float] = []
    said = heard = 0
    for text, speech in spoken:
        found = align(speech.samples, speech.sample_rate, text, "en")
        words += _word_errors(speech, found)
        for number in range(len(speech.words)):
            own, other = _of_word(speech.phones, number), _of_word(found.phones, number)
            said += len(own)
            if len(own) == len(other):
                heard += len(own)
                sounds += [a.start - b.start for a, b in zip(own, other, strict=True)]
    return _agreement(words, len(words)), _agreement(sounds, said if heard else 0)


def _word_errors(speech: Speech, found: Alignment) -> list[float]:
    assert [word.offset for word in speech.words] == [word.offset for word in found.words]
    return [a.start - b.start for a, b in zip(speech.words, found.words, strict=True)]


def _of_word(phones: Sequence[Phone], number: int) -> list[Phone]:
    return [phone for phone in phones if phone.word == number]


def _agreement(errors: Sequence[float], total: int) -> Agreement:
    apart = np.array(errors)
    if not apart.size:
        return Agreement(0, 0.0, 0.0, 0.0, 0.0)
    return Agreement(
        len(apart),
        len(apart) / max(total, 1),
        float(1000 * apart.mean()),
        float(1000 * np.abs(apart).mean()),
        float(np.mean(np.abs(apart) <= CLOSE_SECONDS)),
    )

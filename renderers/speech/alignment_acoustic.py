"""Forced alignment by pocketsphinx (BSD) with the English acoustic model and dictionary of its wheel.

English words come from the dictionary; words that it does not know, and every other language, are said by espeak-ng
and spelt in the nearest English sounds, which is enough to find them.

Two passes: words with their most likely pronunciations and pauses first, then the sounds of that path. Both keep
everything (beams of 1e-200, no lattice): with the usual beams a third of synthetic lines finds no path at all.
"""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.resampling import resample
from renderers.speech import Viseme
from renderers.speech.alignment import TokenTimes
from renderers.speech.alignment_spelling import spell_sounds, stressed_vowel, to_arpabet
from renderers.speech.languages import base
from renderers.speech.phoneme_stream import read_tokens
from renderers.speech.phonemes import Sounds, espeak_voice
from renderers.speech.phones import arpabet_viseme, is_vowel
from renderers.speech.utterance import Segment, Utterance

RATE = 16000
FRAME = 0.01
"""Seconds from one frame of the aligner to the next."""

BIAS = 0.005
"""Seconds added to every time: a frame hears 25.6 ms from its start on, and borders come out that much early."""

NOISE = 30.0
"""RMS of the noise that is added, of 32768: the model has never heard digital silence and finds no path through it."""

_NOISE_OF_ONE_LINE = 60.0
"""The same where the words are known: synthesisers without any noise of their own are placed more surely with it."""

_AROUND = 0.1
"""Seconds of quiet that are put before and after the sound: the model expects a line to begin from silence, and takes
the first word of one that does not as having begun with the sound.
"""

_MIDDLE, _SLOPE = -36.0, 5.0
"""A word whose sounds score this per frame (tenths of a nat under the best sound) is as likely there as not."""

_WORDS: dict[str, Any] = {
    "lm": None,
    "samprate": RATE,
    "cmn": "batch",
    "bestpath": False,
    "beam": 1e-200,
    "pbeam": 1e-200,
    "wbeam": 1e-200,
    "loglevel": "FATAL",
}
_ONE_AT_A_TIME = threading.Lock()
_VARIANT = re.compile(r"\(\d+\)$")


def align_by_model(
    samples: NDArray[np.float32], sample_rate: int, utterance: Utterance, language: str
) -> TokenTimes | None:
    """The sounds of `utterance` in `samples`; None where no path leads through the sound."""
    readings = read_tokens(utterance.tokens, espeak_voice(language))
    decoder = word_decoder()
    names = name_tokens(decoder, utterance, readings, language)
    return align_names(samples, sample_rate, names, list(range(len(names))), readings)


def align_names(
    samples: NDArray[np.float32],
    sample_rate: int,
    names: Sequence[str],
    owners: Sequence[int],
    readings: Sequence[Sounds],
) -> TokenTimes | None:
    """The sounds of words known to `word_decoder` by `names`, in this order; each belongs to the token in `owners`.

    `readings` are the tokens' sounds in IPA, from which stress is taken; confidences are of the names. None where no
    path leads through the sound.
    """
    around = np.zeros(round(_AROUND * sample_rate), np.float32)
    sound = to_16_bits(np.concatenate([around, samples, around]), sample_rate, _NOISE_OF_ONE_LINE)
    found = _decode(word_decoder(), list(names), sound)
    return None if found is None else _times(found, owners, readings)


def name_tokens(
    decoder: Any,  # noqa: ANN401  (pocketsphinx has no types)
    utterance: Utterance,
    readings: Sequence[Sounds],
    language: str,
) -> list[str]:
    """The decoder's name for each token: of English the dictionary's, of other languages one for how it is said."""
    if base(language) == "en":
        return [word_name(decoder, token.text) for token in utterance.tokens]
    return [said_name(decoder, to_arpabet(sounds)) for sounds in readings]


def to_16_bits(samples: NDArray[np.float32], sample_rate: int, noise: float = NOISE) -> bytes:
    """The samples as the model hears them: 16 kHz, 16 bits, at a usual level, over a little even `noise`, its RMS."""
    mono = resample(samples, sample_rate, RATE)
    loud = float(np.percentile(np.abs(mono), 99)) if len(mono) else 0.0
    mono = mono * min(0.3 / max(loud, 1e-6), 50.0)
    added = np.random.default_rng(1).normal(0, noise, len(mono))
    return np.clip(mono * 32767 + added, -32768, 32767).astype("<i2").tobytes()


@lru_cache(maxsize=1)
def word_decoder() -> Any:  # noqa: ANN401  (pocketsphinx has no types)
    """The decoder for alignment; it is opened once, and keeps the words that were added to its dictionary."""
    try:
        from pocketsphinx import Decoder
    except ImportError as error:
        raise EngineFailed("alignment", "the package pocketsphinx is not installed here; run `make setup`.") from error
    return Decoder(**_WORDS)


def word_name(decoder: Any, text: str) -> str:  # noqa: ANN401
    """The dictionary's name for a spoken word; one that it does not know is added as it is pronounced by espeak."""
    name = text.lower()
    if decoder.lookup_word(name) is None:
        decoder.add_word(name, " ".join(spell_sounds(text)), True)
    return name


def said_name(decoder: Any, spelt: Sequence[str]) -> str:  # noqa: ANN401
    """A name for a word that is said so (ARPABET in capitals), known to the decoder from now on."""
    spelt = spelt or ("AH",)
    name = f"said-{'-'.join(spelt).lower()}"
    if decoder.lookup_word(name) is None:
        decoder.add_word(name, " ".join(spelt), True)
    return name


def spellings(decoder: Any, name: str) -> list[tuple[str, ...]]:  # noqa: ANN401
    """The ways in which the decoder's dictionary says the word `name`."""
    found = []
    for way in (name, *(f"{name}({number})" for number in range(2, 6))):
        spelt = decoder.lookup_word(way)
        if spelt is None:
            break
        found.append(tuple(spelt.split()))
    return found


def score_confidence(score: float, frames: int) -> float:
    """How sure it is (0..1) that `frames` of sound with this acoustic score are the word that they were taken for."""
    return 1 / (1 + math.exp(min(60.0, (_MIDDLE - score / max(1, frames)) / _SLOPE)))


def _decode(decoder: Any, names: list[str], sound: bytes) -> list[Any] | None:  # noqa: ANN401
    try:
        with _ONE_AT_A_TIME:
            decoder.set_align_text(" ".join(names))
            _hear(decoder, sound)
            if decoder.hyp() is None:
                return None
            decoder.set_alignment()
            _hear(decoder, sound)
            words = [(word, list(word)) for word in decoder.get_alignment()]
    except (RuntimeError, ValueError, TypeError):
        return None
    heard = [_VARIANT.sub("", word.name) for word, _ in words if not is_filler(word.name)]
    return words if heard == names else None


def _hear(decoder: Any, sound: bytes) -> None:  # noqa: ANN401
    # What it learnt of the sound before would move borders: the same line gets the same times wherever it stands.
    decoder.reinit_feat()
    decoder.start_utt()
    decoder.process_raw(sound, full_utt=True)
    decoder.end_utt()


def is_filler(name: str) -> bool:
    """Whether a word of the aligner is silence, breath or noise."""
    return name.startswith(("<", "[", "+"))


def _times(words: list[Any], owners: Sequence[int], readings: Sequence[Sounds]) -> TokenTimes:
    segments: list[Segment] = []
    confidences: list[float] = []
    spoken = [phones for word, phones in words if not is_filler(word.name)]
    stressed = _stresses(spoken, [readings[owner] for owner in owners])
    number = -1
    for word, phones in words:
        filler = is_filler(word.name)
        if not filler:
            number += 1
            confidences.append(score_confidence(word.score, word.duration))
        for at, phone in enumerate(phones):
            start, end = (
                max(0.0, frame * FRAME + BIAS - _AROUND) for frame in (phone.start, phone.start + phone.duration)
            )
            if filler:
                segments.append(Segment("pau", start, end, Viseme.SIL, 0, -1))
                continue
            symbol = phone.name.lower()
            viseme = arpabet_viseme(symbol)
            vowel = is_vowel(symbol, viseme)
            stress = int(vowel and at == stressed[number])
            segments.append(Segment(symbol, start, end, viseme, stress, owners[number]))
    return TokenTimes(tuple(segments), tuple(confidences))


def _stresses(words: list[list[Any]], readings: Sequence[Sounds]) -> list[int]:
    """Which sound of each word bears its stress, -1 for none: the dictionary does not say, so espeak's reading does."""
    found = []
    for phones, sounds in zip(words, readings, strict=True):
        vowels = [at for at, p in enumerate(phones) if is_vowel(p.name.lower(), arpabet_viseme(p.name))]
        which = stressed_vowel(sounds, len(vowels))
        found.append(vowels[which] if which >= 0 else -1)
    return found

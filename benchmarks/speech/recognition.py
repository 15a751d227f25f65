"""How well a voice is understood: words recognised in its sound, in quiet and in noise like speech.

The recogniser chooses among all words of the benchmark's sentences and knows no grammar, so that what it understands
comes from the sound alone. Its model is of the 1990s and of people: read the figures as a ranking, not as a mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.resampling import resample

RATE = 16000
NOISE_DECIBELS = 15.0
"""How far the voice is above the noise."""

_SPECTRUM_HZ = (63, 125, 250, 500, 1000, 2000, 4000, 8000)
_SPECTRUM_DECIBELS = (20.6, 36.7, 36.3, 35.1, 23.7, 15.7, 9.6, 4.7)
"""The long-term average spectrum of speech (D. Byrne et al., 1994), for each hertz."""
_FLOOR = 0.001
"""Noise that is always added: the model has never heard digital silence."""

Samples = NDArray[np.float64]


def open_recogniser(lines: Sequence[str]) -> Any:  # noqa: ANN401  (a pocketsphinx decoder)
    """A recogniser of the words of `lines`, in any order."""
    from pocketsphinx import Decoder

    decoder = Decoder(samprate=RATE, lm=None, loglevel="FATAL", bestpath=False, fwdflat=False, wip=1e-4)
    known = sorted({word for text in lines for word in words_of(text) if decoder.lookup_word(word)})
    decoder.add_jsgf_string("words", f"#JSGF V1.0; grammar words; public <words> = ( {' | '.join(known)} )+ ;")
    decoder.activate_search("words")
    return decoder


def word_error_rate(decoder: Any, clips: Sequence[tuple[str, Samples, int]], *, noisy: bool) -> float:  # noqa: ANN401
    """The share of words that were not understood; `clips` are text, sound and rate."""
    total = sum(len(words_of(text)) for text, _, _ in clips)
    return sum(misheard(decoder, clips, noisy=noisy)) / max(total, 1)


def misheard(decoder: Any, clips: Sequence[tuple[str, Samples, int]], *, noisy: bool) -> list[int]:  # noqa: ANN401
    """How many words of each clip were not understood; `clips` are text, sound and rate."""
    wrong = []
    for number, (text, samples, rate) in enumerate(clips):
        sound = np.pad(resample(samples.astype(np.float32), rate, RATE).astype(np.float64), RATE // 5)
        noise = np.random.default_rng(number).standard_normal(len(sound)) * _FLOOR
        if noisy:
            level = np.sqrt(np.mean(samples**2)) * 10 ** (-NOISE_DECIBELS / 20)
            noise = _like_speech(len(sound), number) * level
        decoder.start_utt()
        decoder.process_raw(
            (np.clip(sound + noise, -1, 1) * 22000).astype("<i2").tobytes(), no_search=False, full_utt=True
        )
        decoder.end_utt()
        found = decoder.hyp()
        wrong.append(_distance(words_of(text), words_of(found.hypstr) if found else []))
    return wrong


def chance_of_harm(before: Sequence[int], after: Sequence[int]) -> float:
    """How likely as many more words would be misheard `after` if nothing had changed: the share of 10,000 draws in
    which each line's two counts change places or not (a paired permutation test). Below 0.05, harm is shown.
    """
    apart = np.array(after) - np.array(before)
    signs = np.random.default_rng(1).choice((-1, 1), (10_000, len(apart)))
    return float(np.mean(signs @ apart >= apart.sum()))


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return re.findall(r"[a-z']+", text.lower())


def _like_speech(count: int, seed: int) -> Samples:
    """Noise with the spectrum of speech, at a level of 1."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    hertz = np.maximum(np.fft.rfftfreq(count, 1 / RATE), 30)
    gain = np.interp(np.log(hertz), np.log(_SPECTRUM_HZ), _SPECTRUM_DECIBELS)
    made = np.fft.irfft(spectrum * 10 ** (gain / 20), count)
    return np.asarray(made / np.sqrt(np.mean(made**2)), np.float64)


def _distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """The fewest words to be changed, left out or put in."""
    row = list(range(len(heard) + 1))
    for at, word in enumerate(said, 1):
        before, row[0] = row[:], at
        for other, guess in enumerate(heard, 1):
            row[other] = min(before[other] + 1, row[other - 1] + 1, before[other - 1] + (word != guess))
    return row[-1]

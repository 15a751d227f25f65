"""The measures of voices: they tell apart what differs, and the catalogue's voices do."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from benchmarks.speech.recognition import chance_of_harm, open_recogniser, word_error_rate
from benchmarks.speech.sentences import SENTENCES
from benchmarks.speech.timbre import Timbre, cepstral_distance, formant_shift, half_tones_between, timbre_of
from benchmarks.speech.timing import agreements
from renderers.speech import Speech, SpeechRequest
from renderers.speech.catalogue import BUILT_IN, VOICES, available
from renderers.speech.festival import FestivalSpeech
from renderers.speech.flite import FliteSpeech

NATURAL = [voice for voice in VOICES if voice.language.startswith("en") and voice.style == BUILT_IN]
TEXTS = SENTENCES[:2]


@pytest.fixture(scope="module")
def spoken() -> dict[str, list[Speech]]:
    """Two sentences by every natural voice, with one start of each engine."""
    if not all(available(voice) for voice in NATURAL):
        pytest.skip("the system's voices are not installed here")
    found: dict[str, list[Speech]] = {}
    for engine, name in ((FestivalSpeech(), "festival"), (FliteSpeech(), "flite")):
        own = [voice for voice in NATURAL if voice.engine == name]
        made = engine.speak([SpeechRequest(text, voice) for voice in own for text in TEXTS])
        for voice in own:
            found[voice.id] = [next(made) for _ in TEXTS]
    return found


def test_the_natural_voices_differ_clearly(spoken: dict[str, list[Speech]]) -> None:
    timbres = {id_: timbre_of(lines) for id_, lines in spoken.items()}
    assert len(timbres) >= 8
    for one, other in combinations(timbres, 2):
        pitch = half_tones_between(timbres[one], timbres[other])
        timbre = cepstral_distance(timbres[one], timbres[other])
        assert pitch > 1.3 or timbre > 4.0, (one, other, pitch, timbre)
    assert max(timbre.hertz for timbre in timbres.values()) > 2 * min(timbre.hertz for timbre in timbres.values())


def test_natural_voices_say_when_their_words_are_heard(spoken: dict[str, list[Speech]]) -> None:
    for id_ in ("english-female-1", "english-male-1", "english-male-2"):
        words, sounds = agreements(zip(TEXTS[:1], spoken[id_], strict=False))
        assert words.mean_error < 25 and sounds.mean_error < 25 and sounds.compared > 0.8, id_


def test_words_are_understood_in_quiet_and_not_in_noise_alone(spoken: dict[str, list[Speech]]) -> None:
    decoder = open_recogniser(SENTENCES)
    clips = [
        (text, line.samples.astype(np.float64), line.sample_rate)
        for text, line in zip(TEXTS, spoken["english-male-1"], strict=True)
    ]
    nothing = [(text, np.zeros_like(samples), rate) for text, samples, rate in clips]
    assert word_error_rate(decoder, clips, noisy=False) < 0.5
    assert word_error_rate(decoder, nothing, noisy=False) >= 0.9


def test_a_longer_vocal_tract_is_a_shift_of_formants() -> None:
    steps = np.arange(200)
    bumps = sum(np.exp(-(((steps - at) / 8) ** 2)) for at in (40, 90, 150))
    moved = sum(np.exp(-(((steps - at + 6) / 8) ** 2)) for at in (40, 90, 150))
    one, other = (Timbre(100.0, np.asarray(shape), {"aa": np.zeros(24)}) for shape in (bumps, moved))
    assert formant_shift(one, one) == pytest.approx(0, abs=1e-9)
    assert formant_shift(one, other) == pytest.approx((300 / 3800) ** (6 / 199) - 1, abs=0.02)
    assert half_tones_between(one, Timbre(200.0, one.vowels, {})) == pytest.approx(12)


def test_harm_is_shown_by_many_lines_and_not_by_one_word() -> None:
    before = [1] * 40
    assert chance_of_harm(before, [2, *before[1:]]) > 0.4
    assert chance_of_harm(before, before) == 1
    assert chance_of_harm(before, [2] * 12 + before[12:]) < 0.01
    assert chance_of_harm([2] * 12 + before[12:], before) > 0.99

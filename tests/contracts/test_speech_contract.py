"""What every speech engine keeps: each word once and in time, level, determinism, typed refusal."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import ENGINES, Speech, SpeechEngine, SpeechRequest, Viseme, Voice
from renderers.speech.added_voices import ENGINES_OF_ADDED
from renderers.speech.catalogue import VOICES, available, default_voice
from renderers.speech.delivery import speech_level
from renderers.speech.normalization import normalise
from renderers.speech.phones import is_vowel
from tests.renderers.speech.engine_voices import add_voice
from tests.renderers.speech.speech_server import speech_server

PARTS = (
    "hello world $1,299.99 €5m example.com/shop jo@acme.io #GreenFriday @acme_co 🎉 well-known “quoted” (aside) don't "
    "12 3:30pm 10–20% NASA API in the of the v2.0 — café A.B. I a O'Brien's zzz brr x 2026-11-21 rock'n'roll Wi-Fi st "
    "dr mm"
).split()
LINES = ("Open the door. Apples are here; every one, and all of the best!", "Is it ready? Yes, at 9:05 a.m.")


def _engine(name: str) -> SpeechEngine:
    module, _, found = ENGINES[name].partition(":")
    engine: SpeechEngine = getattr(importlib.import_module(module), found)()
    return engine


def _speak(voice: Voice, *texts: str, speed: float = 1.0) -> list[Speech]:
    return list(_engine(voice.engine).speak([SpeechRequest(text, voice, speed) for text in texts]))


@cache
def _lines(voice: Voice) -> tuple[Speech, ...]:
    return tuple(_speak(voice, *LINES))


@pytest.fixture(scope="module", params=list(ENGINES))
def voice(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voice]:
    if request.param in ENGINES_OF_ADDED:
        with pytest.MonkeyPatch.context() as patch, speech_server() as server:
            yield add_voice(request.param, tmp_path_factory.mktemp("voices"), patch, server.url)
        return
    found = next(
        (v for v in VOICES if v.engine == request.param and v.language.startswith("en") and available(v)), None
    )
    if found is None:
        pytest.skip(f"{request.param} is not installed here")
    yield found


def _sentences() -> list[str]:
    """Every part once, in an order and with marks of chance."""
    random = np.random.default_rng(11)
    marks = random.choice(["", "", "", ",", "…", "?", "."], len(PARTS))
    parts = [f"{PARTS[index]}{mark}" for index, mark in zip(random.permutation(len(PARTS)), marks, strict=True)]
    return [" ".join(parts[at : at + 8]) for at in range(0, len(parts), 8)]


def test_every_spoken_word_is_one_word_in_order(voice: Voice) -> None:
    # The reading is the same for all; those with a model or a server behind it take their time.
    texts = [*_sentences()[: 1 if voice.engine in ENGINES_OF_ADDED else None], "I", "Go", "12"]
    for text, speech in zip(texts, _speak(voice, *texts), strict=True):
        expected = [(word.text, word.offset) for word in normalise(text, voice.language) if word.spoken]
        assert [(word.text, word.offset) for word in speech.words] == expected
        assert all(word.start < word.end for word in speech.words)
        assert all(
            before.end <= after.start + 1e-9 for before, after in zip(speech.words, speech.words[1:], strict=False)
        )
        assert speech.words[0].start >= 0 and speech.words[-1].end <= speech.seconds + 1e-9


def test_sounds_fill_the_line_and_belong_to_their_words(voice: Voice) -> None:
    for speech in _lines(voice):
        assert speech.phones[0].start == 0 and speech.phones[-1].end == pytest.approx(speech.seconds)
        assert all(before.end == after.start for before, after in zip(speech.phones, speech.phones[1:], strict=False))
        for phone in speech.phones:
            assert (phone.word == -1) == (phone.viseme is Viseme.SIL), phone
            if phone.word >= 0:
                word = speech.words[phone.word]
                assert word.start - 1e-6 <= phone.start and phone.end <= word.end + 1e-6
        assert {phone.word for phone in speech.phones} >= set(range(len(speech.words))) - {-1}
        assert any(phone.stress for phone in speech.phones)
        assert all(is_vowel(phone.symbol, phone.viseme) for phone in speech.phones if phone.stress)


def test_what_is_heard_begins_where_the_times_say(voice: Voice) -> None:
    """A vowel after a pause is loud within 60 ms of its time, and the pause before it is quiet."""
    checked = 0
    for speech in _lines(voice):
        size = speech.sample_rate // 200
        level = np.sqrt(np.convolve(speech.samples.astype(np.float64) ** 2, np.ones(size) / size, "same"))
        bar = np.percentile(level, 95) * 10 ** (-25 / 20)
        for pause, sound in zip(speech.phones, speech.phones[1:], strict=False):
            if pause.word < 0 <= sound.word and is_vowel(sound.symbol, sound.viseme) and pause.end - pause.start > 0.1:
                middle = (pause.start + pause.end) / 2
                first = int(middle * speech.sample_rate)
                onset = middle + np.flatnonzero(level[first:] > bar)[0] / speech.sample_rate
                assert onset == pytest.approx(sound.start, abs=0.06)
                checked += 1
    assert checked >= 2


def test_sound_is_clean_and_level(voice: Voice) -> None:
    for speech in _lines(voice):
        assert speech.samples.dtype == np.float32 and speech.samples.ndim == 1
        assert speech.sample_rate == voice.sample_rate
        assert np.abs(speech.samples).max() < 0.9
        assert speech_level(speech.samples.astype(np.float64), speech.sample_rate) == pytest.approx(0.1, rel=0.1)
        assert abs(float(speech.samples.mean())) < 1e-3
        assert abs(speech.samples[0]) < 1e-3 and abs(speech.samples[-1]) < 1e-3
        heard = np.flatnonzero(np.abs(speech.samples) > 0.01) / speech.sample_rate
        assert heard[0] < 0.08 and speech.seconds - heard[-1] < 0.12


def test_the_same_line_sounds_the_same_wherever_it_stands(voice: Voice) -> None:
    alone = _lines(voice)[0]
    among = _speak(voice, LINES[1], LINES[0], "Something else.", LINES[0])
    for speech in (among[1], among[3]):
        assert np.array_equal(alone.samples, speech.samples)
        assert (alone.words, alone.phones) == (speech.words, speech.phones)


def test_speed_is_kept(voice: Voice) -> None:
    slow, plain, fast = (_speak(voice, LINES[0], speed=speed)[0].seconds for speed in (0.7, 1.0, 1.4))
    assert slow / plain == pytest.approx(1 / 0.7, rel=0.12)
    assert fast / plain == pytest.approx(1 / 1.4, rel=0.12)


def test_no_lines_are_no_trouble(voice: Voice) -> None:
    assert _speak(voice) == []


@pytest.mark.parametrize(
    ("text", "speed", "why"),
    [("", 1.0, "the line is empty"), ("\x00", 1.0, "no words|is empty"), ("🎉 —", 1.0, "no words"),
     ("Hello", 3.0, "speed of 3"),
     ("Привет", 1.0, "can not read “Привет”")],
)  # fmt: skip
def test_what_can_not_be_spoken_is_refused_in_a_sentence(voice: Voice, text: str, speed: float, why: str) -> None:
    with pytest.raises(EngineFailed, match=why) as refusal:
        _speak(voice, text, speed=speed)
    assert refusal.value.engine == voice.engine and not refusal.value.retryable
    assert str(refusal.value).endswith(".") and "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", list(ENGINES))
def test_an_engine_says_what_it_is(name: str) -> None:
    identity = _engine(name).identity
    assert identity.startswith(name) and identity == _engine(name).identity
    assert "reading" in identity and "delivery" in identity


def test_the_engines_of_the_settings_decide_which_voice_speaks() -> None:
    assert default_voice("en", "female", ("espeak",)).engine == "espeak"
    assert default_voice("en", "", ("espeak", "no-such")).language.startswith("en")
    with pytest.raises(EngineFailed, match="make setup|agency voices"):
        default_voice("de", "", ("festival",))


def test_the_order_of_the_settings_does_not_replace_the_better_voice() -> None:
    everything = ("festival", "flite", "espeak")
    for gender in ("female", "male"):
        assert default_voice("en", gender, everything) == default_voice("en", gender)

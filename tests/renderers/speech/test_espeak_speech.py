"""espeak-ng: its text, its events, its noise, and that it stays out of our process."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from renderers.speech import Speech, SpeechRequest, Viseme
from renderers.speech.catalogue import find_voice
from renderers.speech.espeak import EspeakSpeech


def _speak(text: str, id_: str) -> Speech:
    voice = find_voice(id_)
    assert voice is not None
    return next(iter(EspeakSpeech().speak([SpeechRequest(text, voice)])))


def _symbols(speech: Speech, word: int) -> str:
    return "".join(phone.symbol for phone in speech.phones if phone.word == word)


def test_breathy_voices_sound_the_same_at_any_time_of_day() -> None:
    first = _speak("Hello there, world.", "english-female-5")
    second = int(time.time())
    while int(time.time()) == second:
        time.sleep(0.02)
    assert np.array_equal(first.samples, _speak("Hello there, world.", "english-female-5").samples)


def test_a_stop_pauses_whatever_letter_follows() -> None:
    speech = _speak("Take the box. buy two.", "english-male-4")
    pauses = [phone for phone in speech.phones[1:-1] if phone.viseme is Viseme.SIL]
    assert len(pauses) == 1 and pauses[0].end - pauses[0].start >= 0.4
    assert speech.words[2].end <= pauses[0].start + 1e-6 and speech.words[3].start >= pauses[0].end - 1e-6


@pytest.mark.parametrize("voice", ["english-male-4", "english-male-6"])
def test_the_l_that_closes_a_syllable_is_as_long_as_it_is_heard(voice: str) -> None:
    speech = _speak("Kick the ball into the hall.", voice)
    for word in (2, 5):
        vowel, liquid = [phone for phone in speech.phones if phone.word == word][1:]
        assert liquid.symbol == "l" and 0.05 < liquid.end - liquid.start < vowel.end - vowel.start


def test_words_that_espeak_merges_have_times_of_their_own() -> None:
    speech = _speak("One of the best in the house.", "english-male-4")
    assert [word.text for word in speech.words] == ["One", "of", "the", "best", "in", "the", "house."]
    assert all(word.end - word.start > 0.02 for word in speech.words)


def test_letters_are_named_and_the_article_is_not() -> None:
    speech = _speak("A plan A. The API.", "english-male-4")
    assert _symbols(speech, 2) == "eɪ"
    assert _symbols(speech, 0) != "eɪ"
    assert _symbols(speech, 4).startswith("eɪpiː")


def test_chinese_is_timed_by_the_character_and_other_letters_are_no_sounds() -> None:
    speech = _speak("你好 OpenAI。", "mandarin-male-1")
    assert [word.text for word in speech.words] == ["你", "好", "OpenAI。"]
    assert all(phone.symbol and "(" not in phone.symbol for phone in speech.phones)


def test_brackets_of_its_own_language_are_only_text() -> None:
    plain, bracketed = (_speak(text, "german-male-1") for text in ("eins zwei", "eins [[zwei]]"))
    assert _symbols(bracketed, 0) + _symbols(bracketed, 1) == _symbols(plain, 0) + _symbols(plain, 1)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="the list of loaded libraries is Linux's")
def test_the_gpl_library_is_never_loaded_here() -> None:
    assert _speak("Hallo", "german-male-1").seconds > 0.2
    assert "libespeak" not in Path("/proc/self/maps").read_text()

"""The voices there are, and which one speaks when nobody chose."""

from __future__ import annotations

from pathlib import Path

import pytest

from renderers.errors import EngineFailed
from renderers.speech import ENGINES, SpeechRequest, catalogue
from renderers.speech.catalogue import VOICES, available, default_voice, find_voice, voices
from renderers.speech.espeak import EspeakSpeech
from renderers.speech.festival import OPTIONS, FestivalSpeech
from renderers.speech.flite import FliteSpeech
from renderers.speech.greetings import greeting
from renderers.speech.languages import LANGUAGES, unreadable


@pytest.fixture
def only_espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_installed", lambda engine, variant: engine == "espeak")


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_installed", lambda engine, variant: True)


def test_every_voice_is_told_in_full() -> None:
    assert len({voice.id for voice in VOICES}) == len(VOICES) > 200
    for voice in VOICES:
        assert (
            voice.engine in ENGINES and voice.gender in ("female", "male") and voice.age in ("young", "adult", "older")
        )
        assert (voice.finish is None) == (voice.style == "robotic")
        assert voice.style == ("robotic" if voice.engine == "espeak" else "built-in")
        assert ("GPL" in voice.licence) == (voice.engine == "espeak")
        assert find_voice(voice.id) is voice
        assert voice.engine != "festival" or {name for name, _ in voice.options} <= set(OPTIONS)
    assert find_voice("nobody") is None


def test_every_language_has_a_man_and_a_woman() -> None:
    for code in LANGUAGES:
        assert {voice.gender for voice in VOICES if voice.language == code} == {"female", "male"}


def test_voices_of_a_language() -> None:
    assert voices() == VOICES
    assert {voice.language for voice in voices("pt-BR")} == {"pt-br"}
    assert {voice.language for voice in voices("pt")} == {"pt", "pt-br"}
    assert {voice.language for voice in voices("zh-CN")} == {"cmn"}
    assert {voice.language for voice in voices("es_MX")} == {"es-419"}
    assert voices("tlh") == ()


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize(
    ("language", "gender", "id_"),
    [("en", "", "english-female-1"), ("en-US", "female", "english-female-1"), ("en", "male", "english-male-1"),
     ("en-GB", "male", "english-male-2"), ("en-GB", "female", "english-female-1"), ("fr-CA", "", "french-female-1"),
     ("no", "male", "norwegian-male-1"), ("de", "", "german-female-1")],
)  # fmt: skip
def test_the_best_voice_speaks_by_default(language: str, gender: str, id_: str) -> None:
    assert default_voice(language, gender).id == id_


@pytest.mark.usefixtures("only_espeak")
def test_without_the_system_voices_espeak_speaks_english() -> None:
    assert default_voice("en", "male").engine == "espeak"
    assert default_voice("en-GB", "female").variant == "en+f2"


def test_a_language_nobody_speaks_is_refused_in_a_sentence() -> None:
    with pytest.raises(EngineFailed, match="“tlh” was asked"):
        default_voice("tlh")


def test_espeak_knows_every_voice_of_the_catalogue() -> None:
    own = [voice for voice in VOICES if voice.engine == "espeak"]
    assert all(available(voice) for voice in own)
    text = {"cv": "Салам"}
    requests = [
        SpeechRequest(greeting(voice.language) if voice.gender == "male" else text.get(voice.language, "1 2 3"), voice)
        for voice in own
    ]
    for voice, speech in zip(own, EspeakSpeech().speak(requests), strict=True):
        assert speech.seconds > 0.3 and len(speech.words) >= 1, voice.id
        assert all(phone.symbol and (phone.word < 0) == (phone.viseme == "sil") for phone in speech.phones), voice.id


@pytest.mark.parametrize(
    ("word", "language", "strange"),
    [("Привет", "en-us", True), ("Привет", "ru", False), ("東京", "ja", True), ("とうきょう", "ja", False),
     ("你好", "zh", False),
     ("hello", "ru", False), ("café", "en", False), ("สวัสดี", "th", False), ("안녕", "es", True), ("£5", "hi", False)],
)  # fmt: skip
def test_letters_that_a_voice_would_only_spell(word: str, language: str, strange: bool) -> None:
    assert unreadable(word, language) is strange


def test_missing_programs_are_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("renderers.speech.flite.flite_libraries", lambda voice: ())
    monkeypatch.setattr("renderers.speech.espeak.espeak_paths", lambda: None)
    for engine, id_ in (
        (FestivalSpeech(), "english-female-1"),
        (FliteSpeech(), "english-male-1"),
        (EspeakSpeech(), "french-male-1"),
    ):
        voice = find_voice(id_)
        assert voice is not None
        assert "not installed" in engine.identity
        with pytest.raises(EngineFailed, match=r"not installed here; .*run `make setup`"):
            list(engine.speak([SpeechRequest("Hello", voice)]))

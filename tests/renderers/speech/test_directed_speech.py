"""Directions, pace, pitch and pronunciations in the voices that are here: what is asked is heard, words stay."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import ENGINES, Direction, Speech, SpeechEngine, SpeechRequest, Voice, Word
from renderers.speech.catalogue import available, find_voice
from renderers.speech.pitch_marks import track_pitch

TEXT = "We save you money every day."
FIRST, LAST = TEXT.index("save"), TEXT.index("save") + 4
VOICES = ("english-female-1", "english-male-1", "english-female-5")


def _engine(voice: Voice) -> SpeechEngine:
    module, _, name = ENGINES[voice.engine].partition(":")
    made: SpeechEngine = getattr(importlib.import_module(module), name)()
    return made


@pytest.fixture(scope="module", params=VOICES)
def voice(request: pytest.FixtureRequest) -> Iterator[Voice]:
    found = find_voice(request.param)
    if found is None or not available(found):
        pytest.skip(f"{request.param} is not installed here")
    yield found


@pytest.fixture(scope="module")
def said(voice: Voice) -> dict[str, Speech]:
    """The line in many ways, with one start of the engine."""
    asked = {
        "plain": SpeechRequest(TEXT, voice),
        "slow": SpeechRequest(TEXT, voice, 0.5),
        "fast": SpeechRequest(TEXT, voice, 2.0),
        "high": SpeechRequest(TEXT, voice, pitch=3.0),
        "low": SpeechRequest(TEXT, voice, pitch=-3.0),
        "lively": SpeechRequest(TEXT, voice, liveliness=1.6),
        "level": SpeechRequest(TEXT, voice, liveliness=0.6),
        "stressed": _with(voice, emphasis=1.6),
        "paused": _with(voice, pause=0.8),
        "joined": _with(voice, pause=0.0),
        "slower": _with(voice, speed=0.6),
        "sounds": _with(voice, sounds="ˈluːmən"),
        "question": SpeechRequest("Do you save money every day?", voice),
        "statement": SpeechRequest("You do save money every day.", voice),
    }
    return dict(zip(asked, _engine(voice).speak(list(asked.values())), strict=True))


def _with(voice: Voice, **how: object) -> SpeechRequest:
    return SpeechRequest(TEXT, voice, directions=(Direction(FIRST, LAST, **how),))  # type: ignore[arg-type]


def pitch(speech: Speech) -> np.ndarray:
    """The pitch of a line in Hz, 0 where there is none."""
    return track_pitch(speech.samples.astype(np.float64), speech.sample_rate).hertz


def median(speech: Speech) -> float:
    """The middle of the pitch."""
    return float(np.median(pitch(speech)[pitch(speech) > 0]))


def top(speech: Speech, word: Word) -> float:
    """The highest pitch of a word, a few frames apart from what is beside it."""
    inside = pitch(speech)[round(word.start / 0.005) : round(word.end / 0.005)]
    return float(np.percentile(inside[inside > 0], 90))


def test_words_are_the_same_however_they_are_said(said: dict[str, Speech]) -> None:
    for name, speech in said.items():
        if name not in ("question", "statement"):
            assert [(word.text, word.offset) for word in speech.words] == [
                (word.text, word.offset) for word in said["plain"].words
            ], name
        assert speech.phones[0].start == 0 and speech.phones[-1].end == pytest.approx(speech.seconds)
        assert all(before.end == after.start for before, after in zip(speech.phones, speech.phones[1:], strict=False))
        assert all(word.start < word.end for word in speech.words)


def test_pace_pitch_and_liveliness_are_heard(said: dict[str, Speech]) -> None:
    plain = said["plain"]
    assert said["slow"].seconds / plain.seconds == pytest.approx(2.0, rel=0.15)
    assert said["fast"].seconds / plain.seconds == pytest.approx(0.5, rel=0.2)
    for name, half_tones in (("high", 3.0), ("low", -3.0)):
        assert 12 * np.log2(median(said[name]) / median(plain)) == pytest.approx(half_tones, abs=1.0)
    spread = {name: np.std(np.log2(pitch(said[name])[pitch(said[name]) > 0])) for name in ("lively", "plain", "level")}
    assert spread["lively"] > 1.15 * spread["plain"] > 1.3 * spread["level"]


def test_a_stressed_word_is_longer_and_higher(said: dict[str, Speech]) -> None:
    plain, stressed = said["plain"].words[1], said["stressed"].words[1]
    assert stressed.end - stressed.start > 1.1 * (plain.end - plain.start)
    assert top(said["stressed"], stressed) > 1.1 * top(said["plain"], plain)
    others = [word.end - word.start for word in said["stressed"].words[3:]]
    assert others == pytest.approx([word.end - word.start for word in said["plain"].words[3:]], abs=0.02)


def test_a_pause_is_as_long_as_is_asked_and_silent(said: dict[str, Speech]) -> None:
    speech = said["paused"]
    before, after = speech.words[1], speech.words[2]
    assert after.start - before.end == pytest.approx(0.8, abs=0.03)
    middle = speech.samples[
        int((before.end + 0.1) * speech.sample_rate) : int((after.start - 0.1) * speech.sample_rate)
    ]
    assert np.abs(middle).max() < 0.01
    assert said["joined"].words[2].start - said["joined"].words[1].end < 0.05


def test_a_word_at_another_pace(said: dict[str, Speech]) -> None:
    plain, slower = said["plain"].words[1], said["slower"].words[1]
    assert (slower.end - slower.start) / (plain.end - plain.start) == pytest.approx(1 / 0.6, rel=0.1)


def test_a_pronunciation_in_ipa_is_said_and_the_word_stays(said: dict[str, Speech]) -> None:
    sounds = [phone.symbol for phone in said["sounds"].phones if phone.word == 1]
    assert [sound[0].lower() for sound in sounds[:3]] == ["l", "u", "m"] and len(sounds) == 5


def test_a_question_ends_higher_than_a_statement(said: dict[str, Speech]) -> None:
    def ending(speech: Speech) -> float:
        voiced = pitch(speech)[pitch(speech) > 0]
        return float(np.median(voiced[-12:]) / np.median(voiced))

    assert ending(said["question"]) > 1.12 * ending(said["statement"])


@pytest.mark.parametrize("sounds", ["ˈl☃mən", "ld", "ˈsæn hoʊˈzeɪ"])
def test_sounds_that_can_not_be_said_are_refused_in_a_sentence(voice: Voice, sounds: str) -> None:
    if voice.engine == "espeak" and sounds == "ld":
        return
    with pytest.raises(EngineFailed, match="pronunciation") as refusal:
        list(_engine(voice).speak([_with(voice, sounds=sounds)]))
    assert str(refusal.value).endswith(".") and "\n" not in str(refusal.value)

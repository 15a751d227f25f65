"""Festival and hts_engine: pauses, questions, letters and words with two sounds."""

from __future__ import annotations

import subprocess
from functools import cache
from typing import Any

import pytest

from renderers.speech import Speech, SpeechRequest, Viseme
from renderers.speech.catalogue import available, find_voice
from renderers.speech.festival import FestivalSpeech

VOICE = find_voice("english-female-1")
assert VOICE is not None
pytestmark = pytest.mark.skipif(not available(VOICE), reason="Festival is not installed here")

LINES = (
    "I read it, slowly; then: I left. Why? Because.",
    "An API and a plan: plan A.",
    'Say "quit\\" ) (exit) now.',
    "It is ready.",
    "When you need a video for the new shop that opens in the centre of the town on Monday morning you just type it.",
    "Banana soup.",
)


@cache
def _spoken() -> dict[str, Speech]:
    assert VOICE is not None
    return dict(zip(LINES, FestivalSpeech().speak([SpeechRequest(line, VOICE) for line in LINES]), strict=True))


def _symbols(speech: Speech, word: int) -> list[str]:
    return [phone.symbol for phone in speech.phones if phone.word == word]


def test_every_mark_pauses_and_stronger_marks_longer() -> None:
    words = _spoken()[LINES[0]].words
    gaps = {word.text: after.start - word.end for word, after in zip(words, words[1:], strict=False)}
    assert gaps["I"] == 0
    assert 0.16 <= gaps["it,"] < 0.29 <= gaps["slowly;"] <= gaps["left."] and gaps["Why?"] >= 0.44


def test_letters_are_named_and_the_article_is_not() -> None:
    speech = _spoken()[LINES[1]]
    assert _symbols(speech, 1) == ["ey", "p", "iy", "ay"]
    assert _symbols(speech, 3) == ["ax"] and _symbols(speech, 6) == ["ey"]


def test_signs_of_its_own_language_are_only_text() -> None:
    assert [word.text for word in _spoken()[LINES[2]].words] == ["Say", '"quit\\"', "(exit)", "now."]


def test_a_long_sentence_takes_breath_and_a_short_one_does_not() -> None:
    pauses = {line: sum(phone.viseme is Viseme.SIL for phone in _spoken()[line].phones[1:-1]) for line in LINES}
    assert pauses[LINES[4]] >= 1 and pauses[LINES[3]] == 0


def test_stress_falls_on_the_right_vowel() -> None:
    phones = [phone for phone in _spoken()[LINES[5]].phones if phone.stress or phone.symbol in ("ax", "ah")]
    assert [(phone.symbol, phone.stress) for phone in phones if phone.word == 0] == [("ax", 0), ("ae", 1), ("ax", 0)]
    assert [phone.word for phone in phones if phone.stress == 1] == [0, 1]


def test_a_machine_that_was_held_up_is_asked_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert VOICE is not None
    run = subprocess.run
    asked: list[float] = []

    def held_up(command: list[str], **how: Any) -> object:
        if command[0] == "hts_engine":
            asked.append(how["timeout"])
            if len(asked) == 1:
                raise subprocess.TimeoutExpired(command, 60)
        return run(command, **how)

    monkeypatch.setattr(subprocess, "run", held_up)
    (speech,) = FestivalSpeech().speak([SpeechRequest("It is ready.", VOICE)])
    assert [word.text for word in speech.words] == ["It", "is", "ready."]
    assert len(asked) == 2 and asked[1] > asked[0]

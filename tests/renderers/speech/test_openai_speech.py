from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import Speech, SpeechRequest, Voice
from renderers.speech.added_voices import is_ready
from renderers.speech.openai_speech import ATTEMPTS, OpenAISpeech, remote_voices
from renderers.speech.wave_bytes import read_wave
from tests.renderers.speech import speech_server as served
from tests.renderers.speech.speech_server import SpeechServer

LINE = "Open the door, please."


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechServer]:
    with served.speech_server() as running:
        monkeypatch.setenv("AGENCY_SPEECH_BASE_URL", running.url)
        monkeypatch.setenv("AGENCY_SPEECH_MODEL", "some-model")
        yield running


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def speak(server: SpeechServer, waits: list[float]):
    def run(text: str = LINE, speed: float = 1.0) -> Speech:
        voice: Voice = remote_voices()[0]
        return next(OpenAISpeech(wait=waits.append).speak([SpeechRequest(text, voice, speed)]))

    return run


def test_a_line_is_asked_as_it_is_to_be_said(server: SpeechServer, speak) -> None:
    speech = speak("You save $5 today.", 1.2)
    (asked,) = server.asked
    assert (asked["model"], asked["voice"], asked["speed"]) == ("some-model", remote_voices()[0].variant, 1.2)
    assert asked["input"] == "You save five dollars today." and asked["response_format"] == "wav"
    assert [word.text for word in speech.words] == ["You", "save", "$5", "today."]


@pytest.mark.parametrize(
    "fault",
    [
        served.status(429, retry_after="2"),
        served.status(500),
        served.cut(0.5),
        served.says(b'{"error": "busy"}', "application/json"),
        served.says(b"<html>Welcome</html>", "text/html"),
        served.says(served.as_wave(np.zeros(24000), 24000)),
        served.says(served.as_wave(np.ones(900) / 3, 24000)),
        served.says(served.spoken_wave("Glue the sheet to the dark blue background.")),
    ],
    ids=["429", "500", "cut", "json", "html", "silence", "too short", "other words"],
)
def test_one_fault_is_overcome(server: SpeechServer, speak, waits: list[float], fault: served.Answer) -> None:
    server.faults.append(fault)
    assert len(speak().words) == 4 and len(server.asked) == 2
    assert 2.0 in waits or "retry" not in str(fault)


def test_what_lasts_is_given_up_in_a_sentence(server: SpeechServer, speak) -> None:
    server.faults += [served.status(503)] * ATTEMPTS
    with pytest.raises(EngineFailed, match="it answered 503") as failure:
        speak()
    assert failure.value.retryable and len(server.asked) == ATTEMPTS


def test_a_refusal_is_not_asked_again(server: SpeechServer, speak) -> None:
    server.faults += [served.status(401)] * 2
    with pytest.raises(EngineFailed, match="it answered 401") as failure:
        speak()
    assert not failure.value.retryable and len(server.asked) == 1


def test_a_server_that_is_silent_is_left(server: SpeechServer, speak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.speech.openai_speech.QUIET_SECONDS", 0.2)
    server.faults.append(served.silent(0.6))
    assert len(speak().words) == 4


def test_an_answer_without_end_is_left(server: SpeechServer, speak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.speech.openai_speech.LARGEST", 1000)
    with pytest.raises(EngineFailed, match="did not end"):
        speak()


def test_nobody_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENCY_SPEECH_BASE_URL", "http://127.0.0.1:9/v1")
    voice = remote_voices()[0]
    assert is_ready(voice)
    with pytest.raises(EngineFailed, match="can not be reached"):
        next(OpenAISpeech(wait=lambda _: None).speak([SpeechRequest(LINE, voice)]))
    monkeypatch.delenv("AGENCY_SPEECH_BASE_URL")
    assert remote_voices() == () and not is_ready(voice)
    with pytest.raises(EngineFailed, match="AGENCY_SPEECH_API_KEY"):
        next(OpenAISpeech().speak([SpeechRequest(LINE, voice)]))


def test_wave_is_read_in_its_usual_kinds() -> None:
    tone = np.sin(np.arange(480) / 9).astype(np.float32) * 0.5
    made = served.as_wave(tone, 24000)
    samples, rate = read_wave(made)
    assert rate == 24000 and np.abs(samples - tone).max() < 1e-3
    floats = bytearray(made[:44]) + tone.astype("<f4").tobytes()
    floats[20:22], floats[34:36], floats[40:44] = b"\x03\x00", b"\x20\x00", (4 * 480).to_bytes(4, "little")
    assert np.allclose(read_wave(bytes(floats))[0], tone)
    odd = bytearray(made)
    odd[34:36] = b"\x0c\x00"
    for broken in (b"", b"RIFF", made[:60], made[:20], bytes(odd)):
        with pytest.raises(ValueError):
            read_wave(broken)

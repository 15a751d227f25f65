"""The process that speaks with a native library: answers, refusals, crashes and state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech.voice_client import VoiceClient

LIBRARY = """
import os
said = []

def open_library(volume):
    def speak(request):
        said.append(request["text"])
        if request["text"] == "crash":
            os._exit(11)
        if request["text"] == "refuse":
            raise RuntimeError("it does not want to")
        return {"rate": 8000, "heard": len(said)}, int(volume).to_bytes(2, "little") * len(request["text"])
    return speak
"""


@pytest.fixture
def client(tmp_path: Path) -> Iterator[VoiceClient]:
    module = tmp_path / "made_up_library.py"
    module.write_text(LIBRARY)
    with VoiceClient("test", str(module), "16384") as opened:
        yield opened


def test_each_line_is_spoken_from_the_same_untouched_state(client: VoiceClient) -> None:
    for text in ("one", "three", "one"):
        header, samples = client.ask({"text": text})
        assert header["heard"] == 1
        assert np.array_equal(samples, np.full(len(text), 0.5))


def test_a_refusal_is_told_and_the_next_line_is_spoken(client: VoiceClient) -> None:
    with pytest.raises(EngineFailed, match="it does not want to") as refusal:
        client.ask({"text": "refuse"})
    assert not refusal.value.retryable
    assert len(client.ask({"text": "next"})[1]) == 4


def test_a_crash_takes_no_other_line_with_it(client: VoiceClient) -> None:
    with pytest.raises(EngineFailed, match="broke off") as failure:
        client.ask({"text": "crash"})
    assert failure.value.retryable
    assert len(client.ask({"text": "next"})[1]) == 4


def test_a_library_that_can_not_be_opened_is_one_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken_library.py"
    broken.write_text("raise OSError('no such library')")
    with VoiceClient("test", str(broken)) as client, pytest.raises(EngineFailed, match="stopped without an answer"):
        client.ask({"text": "one"})

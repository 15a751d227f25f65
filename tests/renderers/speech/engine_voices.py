"""A voice for each engine that speaks with what a person adds or an address gives, made here."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import numpy as np
import pytest

from renderers.speech import Voice
from renderers.speech.added_voices import added_voices
from renderers.speech.catalogue import default_voice
from renderers.speech.kokoro_model import describe_kokoro
from renderers.speech.likeness_map import LikenessMap, save_map
from renderers.speech.piper_model import describe_piper
from renderers.speech.voice_folder import VoiceRecord, content_mark, open_voice_folder, write_records
from tests.renderers.speech.speech_server import spoken_wave
from tests.renderers.speech.voice_models import write_kokoro, write_piper


def add_voice(engine: str, folder: Path, patch: pytest.MonkeyPatch, url: str = "") -> Voice:
    """An English voice of `engine`, added to the voice folder `folder` (or found at `url`)."""
    folder.mkdir(parents=True, exist_ok=True)
    patch.setattr("renderers.speech.voice_folder._opened", folder)
    if engine == "openai":
        patch.setenv("AGENCY_SPEECH_BASE_URL", url)
    else:
        place = folder / engine
        place.mkdir(exist_ok=True)
        write_records(place, _MAKERS[engine](place, patch))
    open_voice_folder(folder)
    return next(voice for voice in added_voices() if voice.engine == engine)


def _piper(place: Path, _: pytest.MonkeyPatch) -> list[VoiceRecord]:
    return [describe_piper(write_piper(place, timed=False))]


def _kokoro(place: Path, _: pytest.MonkeyPatch) -> list[VoiceRecord]:
    return describe_kokoro(*write_kokoro(place))


def _coqui(place: Path, patch: pytest.MonkeyPatch) -> list[VoiceRecord]:
    """The library's place is taken by one that speaks with a built-in voice: its models need torch, and one that says
    words can not be made by a test (`test_coqui_speech` makes one that hums, for the library itself).
    """
    for name in ("model.pth", "config.json"):
        (place / name).write_text("{}")
    patch.setitem(sys.modules, "TTS", types.ModuleType("TTS"))
    api = types.ModuleType("TTS.api")
    api.TTS = FakeTTS  # type: ignore[attr-defined]
    patch.setitem(sys.modules, "TTS.api", api)
    torch = types.ModuleType("torch")
    torch.manual_seed = lambda seed: seed  # type: ignore[attr-defined]
    patch.setitem(sys.modules, "torch", torch)
    mark = content_mark(place / "model.pth")
    files = {"model": "model.pth", "config": "config.json"}
    return [VoiceRecord("coqui-tiny", "Tiny", "en-us", "", "coqui", 16000, "test", files, mark)]


class FakeTTS:
    """What `TTS.api.TTS` gives: a model with a length, and samples as a list."""

    def __init__(self, model_path: str, config_path: str, progress_bar: bool) -> None:
        self.synthesizer = types.SimpleNamespace(
            output_sample_rate=16000, tts_model=types.SimpleNamespace(length_scale=1.0)
        )

    def tts(self, text: str, **options: object) -> list[float]:
        made = spoken_wave(text, 1 / self.synthesizer.tts_model.length_scale)
        return list(np.frombuffer(made[44:], "<i2") / 32768)


def _likeness(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[VoiceRecord]:
    """A built-in voice as it is, but four half-tones lower; its speaker agrees."""
    monkeypatch.setattr("renderers.likenesses._gate", lambda likeness: None)
    under = default_voice("en", "male", ("flite", "espeak"))
    save_map(LikenessMap(np.eye(40), np.zeros(40), (0.0, 1.0, -4 * np.log(2) / 12, 1.0)), place / "likeness.npz")
    return [
        VoiceRecord(
            "likeness-test", "Test", "en-us", "", "likeness", under.sample_rate, "test", {"map": "likeness.npz"},
            content_mark(place / "likeness.npz"), speaker=under.id, style="likeness", consent="the test agrees",
        )
    ]  # fmt: skip


_MAKERS = {"piper": _piper, "kokoro": _kokoro, "coqui": _coqui, "likeness": _likeness}

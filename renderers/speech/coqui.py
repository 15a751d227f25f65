"""Speech by Coqui models (`TTS`, MPL-2.0) that a person added, timed by the aligner; needs torch.

Model weights have licences of their own, which their records name (XTTS: not for commercial use). Only the speakers
of a model are bound: imitating somebody from a recording needs that person's consent and another way in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

from renderers.errors import EngineFailed
from renderers.resampling import resample
from renderers.speech import Speech, SpeechRequest
from renderers.speech.alignment import ALIGNMENT, align_utterance
from renderers.speech.delivery import DELIVERY, deliver
from renderers.speech.languages import base
from renderers.speech.normalization import READING
from renderers.speech.spoken_text import text_to_say
from renderers.speech.utterance import RawSpeech, Utterance, prepare
from renderers.speech.voice_folder import VoiceRecord, find_record

SEED = 1
_INSTALL = (
    "install them with: .venv/bin/python -m pip install "
    "torch==2.13.0 torchaudio==2.11.0 torchcodec==0.17.0 coqui-tts==0.28.0"
)


class CoquiSpeech:
    """Speech by a Coqui model."""

    @property
    def identity(self) -> str:
        """Versions of the library and torch, and the editions of our reading, aligner and finish."""
        return f"coqui {_versions()} alignment {ALIGNMENT} reading {READING} delivery {DELIVERY}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order. Raises `EngineFailed` for a line that can not be spoken."""
        utterances = [prepare(request, latin=False) for request in requests]
        opened: dict[str, tuple[Any, VoiceRecord]] = {}
        for request, utterance in zip(requests, utterances, strict=True):
            variant = request.voice.variant
            if variant not in opened:
                record, folder = find_record(request.voice)
                opened[variant] = (_load(record, folder), record)
            model, record = opened[variant]
            yield deliver(_say(model, record, request, utterance), utterance, "coqui", request.speed)


def _versions() -> str:
    try:
        return f"coqui-tts {version('coqui-tts')} torch {version('torch')}"
    except PackageNotFoundError:
        return "(not installed)"


def _load(record: VoiceRecord, folder: Path) -> Any:  # noqa: ANN401  (the library's own class)
    try:
        from TTS.api import TTS
    except (ImportError, OSError) as error:
        raise EngineFailed(
            "coqui", f"the packages coqui-tts and torch are not usable here ({error}); {_INSTALL}."
        ) from (error)
    try:
        return TTS(
            model_path=str(folder / record.files["model"]),
            config_path=str(folder / record.files["config"]),
            progress_bar=False,
        )
    # The library and torch raise whatever the damage leads to.
    except Exception as error:
        raise EngineFailed(
            "coqui", f"the model {record.id} can not be opened ({_short(error)}); add it again."
        ) from error


def _say(tts: Any, record: VoiceRecord, request: SpeechRequest, utterance: Utterance) -> RawSpeech:  # noqa: ANN401
    text = text_to_say(utterance)
    options: dict[str, Any] = {"split_sentences": False}
    if record.speaker:
        options["speaker"] = record.speaker
    if getattr(tts, "is_multi_lingual", False):
        options["language"] = base(request.voice.language)
    _set_pace(tts, request.speed, options)
    _seed()
    try:
        made = tts.tts(text=text, **options)
    except Exception as error:
        raise EngineFailed("coqui", f"the model broke off while speaking ({_short(error)}).") from error
    own = int(tts.synthesizer.output_sample_rate)
    samples = resample(np.asarray(made, np.float32).reshape(-1), own, record.sample_rate)
    if not len(samples) or not np.isfinite(samples).all():
        raise EngineFailed("coqui", "the model made no sound for this line; choose another voice.")
    times = align_utterance(samples, record.sample_rate, utterance, request.voice.language)
    return RawSpeech(samples.astype(np.float64), record.sample_rate, times.segments)


def _set_pace(tts: Any, speed: float, options: dict[str, Any]) -> None:  # noqa: ANN401
    """VITS has a length of its own, XTTS takes a speed; any other model speaks at its own pace only."""
    model = tts.synthesizer.tts_model
    if hasattr(model, "length_scale"):
        model.length_scale = 1.0 / speed
    elif "xtts" in type(model).__name__.lower():
        options["speed"] = speed
    elif speed != 1.0:
        raise EngineFailed("coqui", f"this model can not speak at {speed:g} times its pace; set the speed to 1.")


def _seed() -> None:
    """The noise that the model draws begins anew, so that a line always sounds the same."""
    import torch

    torch.manual_seed(SEED)


def _short(error: Exception) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:160]

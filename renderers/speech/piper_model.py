"""A Piper voice on disk: a VITS model in ONNX and, beside it, the JSON that says how it is fed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renderers.errors import EngineFailed
from renderers.speech.languages import LANGUAGES, base, canonical
from renderers.speech.voice_folder import VoiceRecord, content_mark

PAD, BEGIN, END = "_", "^", "$"
HOP = 256
"""Samples for each frame of the durations, where the JSON does not say."""


@dataclass(frozen=True)
class PiperConfig:
    """How a Piper model is fed: ids by phoneme, its rate, its usual noise, length and noise of lengths."""

    espeak_voice: str
    sample_rate: int
    ids: dict[str, tuple[int, ...]]
    scales: tuple[float, float, float]
    hop: int
    speakers: int
    speaker: int


def read_config(model: Path) -> PiperConfig:
    """The configuration beside `model`. Raises `EngineFailed` where it is missing or is not Piper's."""
    told = _told(model)
    try:
        inference = told.get("inference", {})
        return PiperConfig(
            str(told["espeak"]["voice"]),
            int(told["audio"]["sample_rate"]),
            {str(phoneme): tuple(int(id_) for id_ in ids) for phoneme, ids in told["phoneme_id_map"].items()},
            (
                float(inference.get("noise_scale", 0.667)),
                float(inference.get("length_scale", 1.0)),
                float(inference.get("noise_w", 0.8)),
            ),
            int(told.get("hop_length", HOP)),
            int(told.get("num_speakers", 1)),
            int(told.get("default_speaker_id", 0)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EngineFailed(
            "piper", f"{model.name}.json is not the configuration of a Piper voice ({error}); download the voice again."
        ) from error


def describe_piper(model: Path, licence: str = "", source: str = "") -> VoiceRecord:
    """What the catalogue says of the Piper voice in `model`. Raises `EngineFailed` as `read_config` does.

    Piper voices are called LANGUAGE-NAME-QUALITY ("en_US-lessac-medium"); nothing in them says who speaks.
    """
    config = read_config(model)
    told = _told(model)
    if not model.is_file() or not model.stat().st_size:
        raise EngineFailed("piper", f"the model {model} is missing or empty; download the voice again.")
    if str(told.get("phoneme_type", "espeak")) != "espeak":
        raise EngineFailed(
            "piper", f"{model.stem} reads with {told['phoneme_type']}, which is not bound here; take an espeak voice."
        )
    parts = model.stem.split("-")
    name = (parts[1] if len(parts) > 1 else parts[0]).replace("_", " ")
    language = canonical(config.espeak_voice)
    return VoiceRecord(
        id=f"piper-{model.stem.lower().replace('_', '-')}",
        name=f"{name.title()}, {LANGUAGES.get(base(language), 'English' if base(language) == 'en' else language)}",
        language=language,
        gender="",
        engine="piper",
        sample_rate=config.sample_rate,
        licence=licence or "see the voice's own model card",
        files={"model": model.name},
        fingerprint=content_mark(model, _config_path(model)),
        source=source,
    )


def _config_path(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")


def _told(model: Path) -> dict[str, Any]:
    path = _config_path(model)
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        why = "is missing" if isinstance(error, FileNotFoundError) else f"can not be read ({type(error).__name__})"
        raise EngineFailed(
            "piper", f"{path.name}, which belongs beside {model.name}, {why}; a Piper voice is both files."
        ) from error
    if not isinstance(told, dict):
        raise EngineFailed("piper", f"{path.name} is not the configuration of a Piper voice; download the voice again.")
    return told

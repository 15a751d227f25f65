"""A Coqui model on disk: its weights and, beside them, the `config.json` that the library writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from renderers.errors import EngineFailed
from renderers.speech.languages import canonical
from renderers.speech.voice_folder import VoiceRecord, content_mark

_USUAL_RATE = 22050


def describe_coqui(model: Path, language: str = "") -> VoiceRecord:
    """What the catalogue says of the Coqui voice in `model`; its `language` where the configuration does not say.

    Raises `EngineFailed` where the model or its configuration is missing or is not the library's.
    """
    config = model.with_name("config.json")
    try:
        told: Any = json.loads(config.read_text("utf-8"))
        if not model.stat().st_size or not isinstance(told, dict) or "model" not in told:
            raise ValueError("it names no model")
    except (OSError, ValueError) as error:
        raise EngineFailed(
            "coqui",
            f"{model.name} and its config.json are not a Coqui voice ({error}); give the path of the .pth file.",
        ) from error
    audio = told.get("audio") or {}
    name = model.parent.name or model.stem
    return VoiceRecord(
        id=f"coqui-{''.join(char if char.isalnum() else '-' for char in name.lower())}",
        name=f"{name.replace('-', ' ').replace('_', ' ').title()}, Coqui",
        language=canonical(language or str(told.get("phoneme_language") or "en-us")),
        gender="",
        engine="coqui",
        sample_rate=int(audio.get("output_sample_rate") or audio.get("sample_rate") or _USUAL_RATE),
        licence="see the model's own licence",
        files={"model": model.name, "config": config.name},
        fingerprint=content_mark(model, config),
    )

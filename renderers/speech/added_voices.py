"""The voices that are not built in: those in the voice folder, and those at a configured address."""

from __future__ import annotations

from pathlib import Path

from renderers.errors import EngineFailed
from renderers.speech import Voice
from renderers.speech.openai_speech import remote_voices
from renderers.speech.piper_model import describe_piper
from renderers.speech.voice_folder import as_voice, find_record, folder_voices

ENGINES_OF_ADDED = frozenset({"piper", "kokoro", "coqui", "openai", "likeness"})


def added_voices() -> tuple[Voice, ...]:
    """All of them, the person's own first."""
    return (*folder_voices(), *remote_voices())


def is_ready(voice: Voice) -> bool:
    """Whether what an added voice needs is here (a remote one: an address is set)."""
    if voice.engine == "openai":
        return voice in remote_voices()
    try:
        record, folder = find_record(voice)
    except EngineFailed:
        return False
    return all((folder / name).is_file() for name in record.files.values())


def voice_at(path: str) -> Voice | None:
    """The Piper voice whose model is the file at `path`; None where `path` is no path of a model.

    Raises `EngineFailed` where it names a model that is none.
    """
    if not path.endswith(".onnx"):
        return None
    model = Path(path).expanduser().absolute()
    if not model.is_file():
        raise EngineFailed("piper", f"there is no model at {path}; give the path of a Piper voice (.onnx).")
    return as_voice(model, describe_piper(model))

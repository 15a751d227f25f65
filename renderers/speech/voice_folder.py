"""Voices that a person added: one folder each, with the model and a record of what it is, under one folder of ours.

The record is `voice.json`. A Piper model that was only dropped in (`NAME.onnx` beside `NAME.onnx.json`) is found too.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from renderers.errors import EngineFailed
from renderers.speech import Voice
from renderers.speech.languages import canonical

RECORD = "voice.json"
NEURAL = "neural"
"""The style of a voice whose sound a trained network makes."""

_KINDS = ("piper", "kokoro", "coqui", "likeness")
_opened: Path | None = None


@dataclass(frozen=True)
class VoiceRecord:
    """What is known of one added voice. `files` are names in its own folder (or absolute paths) by their part.

    `fingerprint` changes with the content of the files; `speaker` names one voice of a model that has several, or
    the built-in voice under a likeness, whose measured `figures` stand here, with the number of its `consent`.
    """

    id: str
    name: str
    language: str
    gender: str
    engine: str
    sample_rate: int
    licence: str
    files: dict[str, str]
    fingerprint: str
    source: str = ""
    speaker: str = ""
    style: str = NEURAL
    figures: dict[str, float] = field(default_factory=dict)
    consent: str = ""


def open_voice_folder(folder: Path) -> None:
    """From now on the voices in `folder` are part of the catalogue."""
    global _opened
    _opened = folder


def folder_voices() -> tuple[Voice, ...]:
    """The voices in the opened folder, by name; none where it is not there. What can not be read is left out."""
    if _opened is None or not _opened.is_dir():
        return ()
    return _voices_in(_opened, _state(_opened))


def find_record(voice: Voice) -> tuple[VoiceRecord, Path]:
    """The record of an added voice, and its folder.

    Raises `EngineFailed` where the voice has gone, or is another than it was when it was chosen.
    """
    place, _, _mark = voice.variant.rpartition("#")
    path = Path(place)
    if not path.is_absolute() and _opened is not None:
        path = _opened / path
    records = read_records(path) if place else []
    found = next((record for record in records if variant(path, record) == voice.variant), None)
    if found is None:
        raise EngineFailed(
            voice.engine, f"the voice {voice.id} is not in {path} any more, or has changed; see `agency voices`."
        )
    return found, path if path.is_dir() else path.parent


def variant(path: Path, record: VoiceRecord) -> str:
    """The variant of an added voice: where it lies (inside the opened folder: relative), its speaker, its content."""
    place = path
    if _opened is not None:
        with contextlib.suppress(ValueError):
            place = path.relative_to(_opened)
    return f"{place}#{record.speaker}{':' if record.speaker else ''}{record.fingerprint}"


def as_voice(path: Path, record: VoiceRecord) -> Voice:
    """The catalogue's entry of a record at `path`."""
    return Voice(
        id=record.id,
        name=record.name,
        language=canonical(record.language),
        gender=record.gender,
        engine=record.engine,
        variant=variant(path, record),
        style=record.style,
        sample_rate=record.sample_rate,
        licence=record.licence,
    )


def read_records(path: Path) -> list[VoiceRecord]:
    """The records of the voice folder or the single Piper model at `path`; none where there is no voice."""
    if path.suffix == ".onnx":
        from renderers.speech.piper_model import describe_piper

        with contextlib.suppress(EngineFailed):
            return [describe_piper(path)]
        return []
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        told: Any = json.loads((path / RECORD).read_text("utf-8"))
        records = [VoiceRecord(**one) for one in told["voices"]]
        return [record for record in records if record.engine in _KINDS]
    return []


def write_records(folder: Path, records: list[VoiceRecord]) -> None:
    """Write the record file of the voices in `folder`."""
    told = {"schema": "voice/1", "voices": [asdict(record) for record in records]}
    (folder / RECORD).write_text(json.dumps(told, indent=2, ensure_ascii=False), "utf-8")


def content_mark(*paths: Path) -> str:
    """Twelve hexadecimal digits that change with the content of the files."""
    return _content_mark(tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in paths))


@lru_cache(maxsize=64)
def _content_mark(files: tuple[tuple[str, int, int], ...]) -> str:
    digest = hashlib.sha256()
    for path, _, _ in files:
        with Path(path).open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:12]


def _state(folder: Path) -> tuple[tuple[str, int], ...]:
    """What tells that the voices of a folder are others: the times of the records and models in it."""
    found = [*folder.glob(f"*/{RECORD}"), *folder.glob("*.onnx"), *folder.glob("*.onnx.json"), *folder.glob("*/*.onnx")]
    return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in found))


@lru_cache(maxsize=4)
def _voices_in(folder: Path, _seen: tuple[tuple[str, int], ...]) -> tuple[Voice, ...]:
    found: list[Voice] = []
    places = [path for path in sorted(folder.iterdir()) if path.is_dir() or path.suffix == ".onnx"]
    for place in places:
        if place.is_dir() and not (place / RECORD).is_file():
            places += sorted(place.glob("*.onnx"))
            continue
        found += [as_voice(place, record) for record in read_records(place)]
    return tuple({voice.id: voice for voice in found}.values())

"""Adding voices: model files that a person has are checked, copied into the home, and told to the catalogue."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from agency.home import Home
from renderers.errors import EngineFailed
from renderers.leftovers import part_path, remove
from renderers.speech import Voice
from renderers.speech.voice_folder import VoiceRecord, as_voice, find_record, folder_voices, write_records
from tools.errors import BadInput, UnknownName

KINDS = ("piper", "kokoro", "coqui")
_GENDERS = ("", "female", "male")


def add_voice(
    kind: str,
    paths: Sequence[str],
    place: Home,
    name: str = "",
    gender: str = "",
    licence: str = "",
    language: str = "",
) -> list[Voice]:
    """The voices in the files at `paths`, copied into the home.

    `piper` takes a model (its JSON lies beside it), `kokoro` a model and its file of voices, `coqui` a model (its
    `config.json` lies beside it). Raises `BadInput` and `EngineFailed`; nothing is left behind then.
    """
    if kind not in KINDS:
        raise UnknownName(f"There is no kind of voice {kind!r}; choose one of {', '.join(KINDS)}.")
    if gender not in _GENDERS:
        raise BadInput(f"The gender {gender!r} can not be used; say female, male or nothing.")
    files = [_existing(path) for path in paths]
    records, needed = _DESCRIBERS[kind](files, language)
    if name or gender or licence:
        records = [
            replace(
                record,
                name=name if name and len(records) == 1 else record.name,
                gender=gender or record.gender,
                licence=licence or record.licence,
            )
            for record in records
        ]
    return keep_voice(records, needed, place)


def keep_voice(records: list[VoiceRecord], files: Sequence[Path], place: Home) -> list[Voice]:
    """The voices of `records`, whose `files` are copied into a folder of their own, whole or not at all."""
    target = place.voices / re.sub(r"[^a-z0-9-]+", "-", records[0].id.lower() if len(records) == 1 else files[0].stem)
    making = part_path(target)
    try:
        making.mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, making / file.name)
        write_records(making, records)
        remove(target)
        making.rename(target)
    finally:
        remove(making)
    return [as_voice(target, record) for record in records]


def remove_voice(id_: str, place: Home) -> Path:
    """Remove an added voice and the folder of its model; the folder is given back. Raises `UnknownName`."""
    voice = next((voice for voice in folder_voices() if voice.id == id_), None)
    if voice is None:
        raise UnknownName(f"There is no added voice {id_!r}; `agency voices` lists them all.")
    _, folder = find_record(voice)
    if folder == place.voices:
        place_of = folder / voice.variant.partition("#")[0]
        place_of.unlink()
        place_of.with_name(f"{place_of.name}.json").unlink(missing_ok=True)
        return place_of
    remove(folder)
    return folder


def _existing(path: str) -> Path:
    found = Path(path).expanduser().absolute()
    if not found.exists():
        raise BadInput(f"There is no file {path!r}; check the name.")
    return found


def _piper(files: list[Path], language: str) -> tuple[list[VoiceRecord], list[Path]]:
    from renderers.speech.onnx_graph import open_session, read_model
    from renderers.speech.piper_model import describe_piper

    if len(files) != 1 or files[0].suffix != ".onnx":
        raise BadInput("A Piper voice is one model; give the path of its .onnx file, with its .onnx.json beside it.")
    record = describe_piper(files[0])
    # A damaged model is better known now than in the middle of a production.
    inputs = {one.name for one in open_session(read_model(files[0], "piper"), "piper").get_inputs()}
    if not {"input", "input_lengths", "scales"} <= inputs:
        raise EngineFailed("piper", f"{files[0].name} is an ONNX model, but not of a Piper voice; download it again.")
    return [record], [files[0], files[0].with_name(f"{files[0].name}.json")]


def _kokoro(files: list[Path], language: str) -> tuple[list[VoiceRecord], list[Path]]:
    from renderers.speech.kokoro_model import describe_kokoro
    from renderers.speech.onnx_graph import open_session, read_model

    model = next((file for file in files if file.suffix == ".onnx"), None)
    voices = next((file for file in files if file.suffix != ".onnx"), None)
    if len(files) != 2 or model is None or voices is None:
        raise BadInput("Kokoro is a model and a file of voices; give both, e.g. kokoro-v1.0.onnx voices-v1.0.bin.")
    records = describe_kokoro(model, voices)
    inputs = {one.name for one in open_session(read_model(model, "kokoro"), "kokoro").get_inputs()}
    if "style" not in inputs:
        raise EngineFailed("kokoro", f"{model.name} is an ONNX model, but not Kokoro; download it again.")
    return records, [model, voices]


def _coqui(files: list[Path], language: str) -> tuple[list[VoiceRecord], list[Path]]:
    from renderers.speech.coqui_model import describe_coqui

    if len(files) != 1:
        raise BadInput("A Coqui voice is one model; give the path of its .pth file, with its config.json beside it.")
    model = files[0] / "model.pth" if files[0].is_dir() else files[0]
    return [describe_coqui(model, language)], [model, model.with_name("config.json")]


_DESCRIBERS: dict[str, Callable[[list[Path], str], tuple[list[VoiceRecord], list[Path]]]] = {
    "piper": _piper,
    "kokoro": _kokoro,
    "coqui": _coqui,
}

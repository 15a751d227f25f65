"""Samples to listen to: a sentence by each voice, some seconds of each mood of music; made when first asked for."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from agency.desk import Desk
from agency.home import Home
from agency.settings import Settings
from renderers.leftovers import part_path
from renderers.take_keys import digest
from tools.errors import UnknownName

if TYPE_CHECKING:
    from renderers.speech import Voice

MUSIC_SECONDS = 10


def voice_sample(id_: str, place: Home, settings: Settings) -> Path:
    """A WAV file in which the voice greets in its language. Raises `UnknownName`, and `EngineFailed` if it can not."""
    from renderers.speech.catalogue import find_voice

    voice = find_voice(id_)
    if voice is None:
        raise UnknownName(f"There is no voice {id_!r}; `agency voices` lists them all.")
    return voice_samples((voice,), place, settings)[id_]


def voice_samples(voices: Sequence[Voice], place: Home, settings: Settings) -> dict[str, Path]:
    """The sample of each voice, by its id, with one start of each engine for all that are not there yet.

    Raises `EngineFailed` where a voice can not speak, and `ConsentMissing` for the likeness of somebody who does not
    agree.
    """
    from agency.consent_use import of_voice
    from renderers.likenesses import permit
    from renderers.speech import SpeechRequest
    from renderers.speech.greetings import greeting

    for voice in voices:
        if (speaker := of_voice(voice)) is not None:
            permit(speaker)
    desk = Desk(settings, place)
    requests = {voice.id: SpeechRequest(greeting(voice.language), voice) for voice in voices}
    found: dict[str, Path] = {}
    waiting: dict[str, list[str]] = {}
    for id_, request in requests.items():
        engine = request.voice.engine
        key = digest(desk.engine("speech", engine).identity, request)[:12]
        found[id_] = place.previews / "voices" / f"{id_}.{key}.wav"
        if not found[id_].is_file():
            waiting.setdefault(engine, []).append(id_)
    for engine, ids in waiting.items():
        spoken = desk.engine("speech", engine).speak([requests[id_] for id_ in ids])
        for id_, speech in zip(ids, spoken, strict=True):
            for old in found[id_].parent.glob(f"{id_}.*wav"):
                old.unlink(missing_ok=True)
            _write(found[id_], speech.samples, speech.sample_rate)
    return found


def music_sample(id_: str, place: Home, settings: Settings) -> Path:
    """A WAV file with some seconds of a mood. Raises `UnknownName`."""
    from renderers.music import MusicRequest
    from renderers.music.catalogue import MOODS
    from renderers.timebase import SOUND_RATE

    if id_ not in {mood.id for mood in MOODS}:
        raise UnknownName(f"There is no mood {id_!r}; `agency music` lists them all.")
    engine = Desk(settings, place).engine("music")
    request = MusicRequest(id_, MUSIC_SECONDS * SOUND_RATE, 1, ())
    path = place.previews / "music" / f"{id_}.{digest(engine.identity, request)[:12]}.wav"
    if not path.is_file():
        samples = engine.compose(request).samples
        for old in path.parent.glob(f"{id_}.*wav"):
            old.unlink(missing_ok=True)
        _write(path, samples, SOUND_RATE)
    return path


def _write(path: Path, samples: NDArray[np.float32], rate: int) -> None:
    """Sixteen bits, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    making = part_path(path)
    try:
        with wave.open(str(making), "wb") as file:
            file.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)

"""Samples to listen to: a sentence by each voice, some seconds of each mood of music; made when first asked for."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agency.desk import Desk
from agency.home import Home
from agency.settings import Settings
from renderers.leftovers import part_path
from tools.errors import UnknownName

SENTENCE = "Hello. This is how I sound when I speak for you."
MUSIC_SECONDS = 10


def voice_sample(id_: str, place: Home, settings: Settings) -> Path:
    """A WAV file in which the voice says a sentence. Raises `UnknownName`, and `EngineFailed` where it can not."""
    from renderers.speech import SpeechRequest
    from renderers.speech.catalogue import find_voice

    path = place.previews / "voices" / f"{id_}.wav"
    if not path.is_file():
        voice = find_voice(id_)
        if voice is None:
            raise UnknownName(f"There is no voice {id_!r}; `agency voices` lists them all.")
        speech = next(
            iter(Desk(settings, place).engine("speech", voice.engine).speak((SpeechRequest(SENTENCE, voice),)))
        )
        _write(path, speech.samples, speech.sample_rate)
    return path


def music_sample(id_: str, place: Home, settings: Settings) -> Path:
    """A WAV file with some seconds of a mood. Raises `UnknownName`."""
    from renderers.music import MusicRequest
    from renderers.music.catalogue import MOODS
    from renderers.timebase import SOUND_RATE

    path = place.previews / "music" / f"{id_}.wav"
    if not path.is_file():
        if id_ not in {mood.id for mood in MOODS}:
            raise UnknownName(f"There is no mood {id_!r}; `agency music` lists them all.")
        request = MusicRequest(id_, MUSIC_SECONDS * SOUND_RATE, 1, ())
        _write(path, Desk(settings, place).engine("music").compose(request).samples, SOUND_RATE)
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

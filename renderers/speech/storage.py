"""Speech takes on disk: the sound as 16-bit samples, the times as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np

from renderers.errors import TakeDamaged
from renderers.sound_files import load_sound, save_sound
from renderers.speech import Phone, Speech, Viseme, Word


def save_speech(speech: Speech, folder: Path) -> None:
    """Write `speech` into `folder`."""
    save_sound(speech.samples, folder)
    words = [asdict(word) for word in speech.words]
    phones = [asdict(phone) for phone in speech.phones]
    times = {"sample_rate": speech.sample_rate, "words": words, "phones": phones}
    (folder / "times.json").write_text(json.dumps(times, ensure_ascii=False))


def load_speech(folder: Path) -> Speech:
    """The speech that `save_speech` wrote. Raises `TakeDamaged` where it can not be read."""
    try:
        times = json.loads((folder / "times.json").read_text())
        words = tuple(Word(**word) for word in times["words"])
        phones = tuple(Phone(**{**phone, "viseme": Viseme(phone["viseme"])}) for phone in times["phones"])
        rate = int(times["sample_rate"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TakeDamaged(f"The speech take {folder.name} can not be read back ({error}).", folder) from error
    return Speech(np.asarray(load_sound(folder), np.float32), rate, words, phones)

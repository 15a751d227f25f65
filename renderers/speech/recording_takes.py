"""Recorded voices on disk: the cleaned recording, one take a file; and where its script is in it, one take a script."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import numpy as np

from renderers.errors import TakeDamaged
from renderers.music.sung import SINGING, sung_beats
from renderers.sound_files import load_sound, save_sound
from renderers.speech import Phone, Speech, Viseme, Word
from renderers.speech.alignment import ALIGNMENT
from renderers.speech.narration import FOLLOWING, Mismatch, Narration, Slice, place_lines
from renderers.speech.noise_reduction import RATE
from renderers.speech.recording import CLEANING, Recording, read_recording
from renderers.takes import Take, TakeStore, digest

RECORDINGS, NARRATIONS, PULSES = "recording", "narration", "pulse"
_SPEECH, _FACTS, _PLACES, _BEATS = "speech.npy", "recording.json", "narration.json", "beats.json"


def keep_recording(path: Path, content: str, takes: TakeStore) -> Take:
    """The take of the recording at `path`, whose bytes have the digest `content`; cleaned where there is none yet.

    Raises `MediaRejected` as `read_recording` does, and `EngineFailed` where the noise can not be taken out.
    """
    about: dict[str, object] = {"engine": f"recording cleaning {CLEANING}"}
    return takes.keep(RECORDINGS, digest("recording", CLEANING, content), partial(_write_recording, path), about)


def load_recording(take: Take) -> Recording:
    """The recording of a take. Raises `TakeDamaged`."""
    try:
        facts = json.loads((take.folder / _FACTS).read_text())
        speech = np.load(take.folder / _SPEECH, allow_pickle=False).astype(np.float32)
        return Recording(np.asarray(load_sound(take.folder), np.float32), speech, float(facts["noise"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TakeDamaged(f"A recording can not be read back ({error}).", take.folder) from error


def keep_narration(recording: Take, lines: Sequence[str], language: str, takes: TakeStore) -> Narration:
    """Where the lines are in the recording; looked for where that was never done. Raises as `place_lines` does."""

    def write(folder: Path) -> None:
        found = place_lines(load_recording(recording), lines, language)
        (folder / _PLACES).write_text(json.dumps(asdict(found), ensure_ascii=False))

    key = digest("narration", FOLLOWING, ALIGNMENT, recording.key, list(lines), language)
    take = takes.keep(NARRATIONS, key, write, {"engine": f"recording following {FOLLOWING}"})
    try:
        told = json.loads((take.folder / _PLACES).read_text())
        slices = tuple(_slice(one) for one in told["slices"])
        return Narration(slices, tuple(Mismatch(**one) for one in told["mismatches"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TakeDamaged(f"The lines of a recording can not be read back ({error}).", take.folder) from error


def keep_beats(recording: Take, takes: TakeStore) -> tuple[float, ...]:
    """The seconds at which the music beats to which a recording is sung; none where it speaks. Raises `TakeDamaged`."""

    def write(folder: Path) -> None:
        (folder / _BEATS).write_text(json.dumps(sung_beats(load_recording(recording).samples)))

    take = takes.keep(PULSES, digest("pulse", SINGING, recording.key), write, {"engine": f"pulse {SINGING}"})
    try:
        return tuple(float(beat) for beat in json.loads((take.folder / _BEATS).read_text()))
    except (OSError, ValueError, TypeError) as error:
        raise TakeDamaged(f"The beats of a recording can not be read back ({error}).", take.folder) from error


def cut_speech(recording: Recording, part: Slice) -> Speech:
    """One line of the recording as speech."""
    samples = recording.samples[round(part.start * RATE) : round(part.end * RATE)]
    return Speech(samples, RATE, part.words, part.phones)


def _write_recording(path: Path, folder: Path) -> None:
    found = read_recording(path)
    save_sound(found.samples, folder)
    np.save(folder / _SPEECH, found.speech.astype(np.float16))
    (folder / _FACTS).write_text(json.dumps({"noise": found.noise}))


def _slice(told: dict[str, object]) -> Slice:
    words = tuple(Word(**word) for word in told["words"])  # type: ignore[attr-defined]
    phones = tuple(Phone(**{**phone, "viseme": Viseme(phone["viseme"])}) for phone in told["phones"])  # type: ignore[attr-defined]
    return Slice(float(told["start"]), float(told["end"]), words, phones, told["rest"])  # type: ignore[arg-type]

"""A film's own sound as a take: the samples of its span at 48 kHz, and how loud they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from math import ceil, inf, isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import TakeDamaged
from renderers.media_film import film_sound
from renderers.sound_files import save_blocks
from renderers.takes import Take, TakeStore, digest
from renderers.timebase import SOUND_RATE

KIND = "film_sound"
SOUND_VERSION = 1
"""Raised when the sound of films comes out differently."""
_LOUDNESS = "loudness.json"


def prepare_sound(path: Path, content: str, start: float, length: int, takes: TakeStore, speed: float = 1.0) -> Take:
    """`length` samples of the film at `path` (with the digest `content`) from second `start` on, as stored sound.

    At another `speed` it is stretched and keeps its pitch. Raises `MediaRejected` where it can not be read, `NoSpace`.
    """
    key = digest("film sound", SOUND_VERSION, content, start, length, *(() if speed == 1 else (speed,)))
    return takes.keep(KIND, key, partial(_write, path, start, length, speed))


def _write(path: Path, start: float, length: int, speed: float, folder: Path) -> None:
    from renderers.inspection_sound import SoundWatch
    from renderers.media_sound import SoundPiece

    watch = SoundWatch(length / SOUND_RATE + 1)

    def heard() -> Iterator[NDArray[np.float32]]:
        at = 0
        for block in _heard(path, start, length, speed):
            watch.hear(SoundPiece(at / SOUND_RATE, SOUND_RATE, block))
            at += len(block)
            yield block

    save_blocks(heard(), length, folder)
    found = watch.finish(length / SOUND_RATE)
    write_loudness(folder, found.loudness, found.true_peak)


def _heard(path: Path, start: float, length: int, speed: float) -> Iterator[NDArray[np.float32]]:
    if speed == 1:
        yield from film_sound(path, start, length)
        return
    from renderers.media_sound import stretched

    left = length
    for block in stretched(film_sound(path, start, ceil(length * speed)), speed):
        yield block[:left]
        left -= len(block[:left])
    if left:
        yield np.zeros((left, 2), np.float32)


def write_loudness(folder: Path, loudness: float | None, true_peak: float | None) -> None:
    """Keep the LUFS and dBTP of the sound in `folder`; None or minus infinity for silence."""
    told = [value if value is not None and isfinite(value) else None for value in (loudness, true_peak)]
    (folder / _LOUDNESS).write_text(json.dumps(told))


def read_loudness(folder: Path) -> tuple[float, float]:
    """LUFS and dBTP of the sound in `folder`; minus infinity for silence. Raises `TakeDamaged`."""
    try:
        loudness, peak = json.loads((folder / _LOUDNESS).read_text())
        return (-inf if loudness is None else float(loudness)), (-inf if peak is None else float(peak))
    except (OSError, ValueError, TypeError) as error:
        raise TakeDamaged(f"The sound of a film can not be read back ({error}).", folder) from error

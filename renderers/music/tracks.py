"""Music that the client brings: read once through the guarded reader, measured, and kept as sound on disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import MediaRejected, TakeDamaged
from renderers.foreign_sound import WantedSound
from renderers.music.beats import STEP, BandWatch, find_pulse
from renderers.sound_files import StoredSound, save_blocks
from renderers.takes import TakeStore, digest
from renderers.timebase import SOUND_RATE

KIND = "tracks"
READ_VERSION = 1
"""Raised when the same track is measured differently."""
SHORTEST, LONGEST = 1.0, 30 * 60.0
"""Seconds of a track that can be used."""
_WANTED = WantedSound(
    SHORTEST,
    LONGEST,
    "Give a sound file: WAV, MP3, M4A, OGG or FLAC",
    "Give at least a second of music",
)
_AUDIBLE = -50.0
"""dB under the loud parts of a track from which on it is heard."""
_FACTS = "track.json"
_ROWS = "rows.npy"


@dataclass(frozen=True)
class Track:
    """A track as it lies on disk: its sound, the samples between which it is heard, and its beats and bars.

    `loudness` in LUFS and `true_peak` in dBTP of the whole; `bands` are its energies, one row per `beats.STEP`.
    """

    sound: StoredSound
    start: int
    end: int
    loudness: float
    true_peak: float
    beats: NDArray[np.int64]
    bars: NDArray[np.int64]
    bands: NDArray[np.float32]


def check_track(path: Path) -> float:
    """The seconds of the track at `path`. Raises `MediaRejected` in one sentence where it can not be used."""
    return _WANTED.check(path)


def prepare_track(path: Path, content: str, takes: TakeStore) -> Track:
    """The track at `path` with the digest `content`, read where there is no take yet.

    Raises `MediaRejected` as `check_track` does and where it can not be decoded or nothing is heard, `TakeDamaged`.
    """
    return read_track(takes.keep(KIND, digest("track", READ_VERSION, content), partial(_write, path)).folder)


def read_track(folder: Path) -> Track:
    """The track in `folder`. Raises `TakeDamaged`."""
    try:
        facts = json.loads((folder / _FACTS).read_text())
        bands = np.load(folder / _ROWS, allow_pickle=False)
        beats, bars = (np.array(facts[name], np.int64) for name in ("beats", "bars"))
        return Track(
            StoredSound(folder), facts["start"], facts["end"], facts["loudness"], facts["peak"], beats, bars, bands
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TakeDamaged(f"A track can not be read back ({error}).", folder) from error


def _write(path: Path, folder: Path) -> None:
    from renderers.inspection_sound import SoundWatch
    from renderers.media_film import film_sound
    from renderers.media_sound import SoundPiece

    seconds = check_track(path)
    length = round(seconds * SOUND_RATE)
    watch, bands = SoundWatch(seconds + 1), BandWatch()

    def heard() -> Iterator[NDArray[np.float32]]:
        at = 0
        for block in film_sound(path, 0.0, length):
            watch.hear(SoundPiece(at / SOUND_RATE, SOUND_RATE, block))
            bands.hear(block)
            at += len(block)
            yield block

    save_blocks(heard(), length, folder)
    found, rows = watch.finish(seconds), bands.finish()
    if found.loudness is None or found.true_peak is None or not isfinite(found.loudness):
        raise MediaRejected(f"Nothing is heard in {path.name}. Give another track.")
    power = (10.0 ** rows.astype(np.float64)).sum(axis=1)
    loud = np.flatnonzero(power > np.percentile(power, 95) * 10 ** (_AUDIBLE / 10))
    start, end = int(loud[0]) * STEP, min(length, (int(loud[-1]) + 2) * STEP)
    pulse = find_pulse(rows)
    inside = [places[(places >= start) & (places < end)].tolist() for places in (pulse.beats, pulse.bars)]
    facts = {"start": max(0, start - STEP), "end": end, "loudness": found.loudness, "peak": found.true_peak}
    (folder / _FACTS).write_text(json.dumps({**facts, "beats": inside[0], "bars": inside[1]}))
    np.save(folder / _ROWS, rows.astype(np.float32))

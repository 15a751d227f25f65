"""What a finished file really is: measured on its pictures and its sound in one decoding pass, never assumed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from renderers.inspection_picture import PictureWatch
from renderers.inspection_picture import Stretch as Stretch
from renderers.inspection_sound import SoundWatch
from renderers.media import LumaPicture, play, probe, probe_foreign
from renderers.media_child import ask_child
from renderers.media_facts import FOREIGN, OWN, Limits, MediaFacts

_PATIENCE = 2.0
"""Seconds allowed for each second of a foreign film: an HD film takes a tenth of one, 4K HEVC on an old machine one."""


@dataclass(frozen=True)
class Inspection:
    """The measures of one file. Times in seconds from where a player starts.

    `duration` is the longer of picture and sound; `frames` the pictures decoded, `damaged_frames` those the decoder had
    to guess. `loudness` in LUFS and `true_peak` in dBTP are None without sound, or where all of it is silent.
    `sound_offset` is how much later the sound starts than the picture. Stretches are black for 0.1 s, frozen for 2 s
    or silent for 1 s at the least.
    """

    facts: MediaFacts
    duration: float
    frames: int
    damaged_frames: int
    loudness: float | None
    true_peak: float | None
    sound_offset: float | None
    black: tuple[Stretch, ...]
    frozen: tuple[Stretch, ...]
    silent: tuple[Stretch, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON values; an exact rate reads `30` or `30000/1001`."""
        return _plain(asdict(self))  # type: ignore[no-any-return]


def inspect(path: Path, limits: Limits = OWN) -> Inspection:
    """Measure a file that the house made. Raises `MediaRejected` where it can not be read to its end."""
    facts = probe(path, limits)
    pictures, sounds = PictureWatch(), SoundWatch(limits.seconds)
    for piece in play(path, limits):
        if isinstance(piece, LumaPicture):
            pictures.see(piece)
        else:
            sounds.hear(piece)
    black, frozen = pictures.finish()
    duration = max((track.start + track.duration for track in (facts.video, facts.sound) if track), default=0.0)
    heard = sounds.finish(duration)
    offset = None if sounds.start is None or not pictures.frames else round(sounds.start - pictures.start, 6)
    return Inspection(
        facts=facts,
        duration=round(duration, 6),
        frames=pictures.frames,
        damaged_frames=pictures.damaged,
        loudness=heard.loudness,
        true_peak=heard.true_peak,
        sound_offset=offset,
        black=black,
        frozen=frozen,
        silent=heard.silent if facts.sounds else (),
    )


def inspect_foreign(path: Path, limits: Limits = FOREIGN) -> Inspection:
    """Measure a file from outside, in a child process that `limits` bind; long films may take longer.

    Raises `MediaRejected` as `inspect` does, and where the child fails or takes too much.
    """
    facts = probe_foreign(path, limits)
    patient = replace(limits, patience=limits.patience + facts.duration * _PATIENCE)
    return ask_child("inspection", path, patient, Inspection)


def _plain(value: Any) -> Any:  # noqa: ANN401  (any nesting of dataclass values)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, Fraction) else value

"""What a finished file really is: measured on its pictures and its sound in one decoding pass, never assumed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from renderers.inspection_picture import PictureWatch
from renderers.inspection_picture import Stretch as Stretch
from renderers.inspection_sound import measure_loudness, silences
from renderers.media import LumaPicture, play, probe
from renderers.media_facts import OWN, Limits, MediaFacts
from renderers.media_sound import Tape


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
    """Measure the file at `path`. Raises `MediaRejected` where it can not be read to its end."""
    facts = probe(path, limits)
    watch, tape = PictureWatch(), Tape(limits.seconds)
    first_sound: float | None = None
    for piece in play(path, limits):
        if isinstance(piece, LumaPicture):
            watch.see(piece)
        else:
            first_sound = piece.time if first_sound is None else first_sound
            tape.lay(piece)
    black, frozen = watch.finish()
    duration = max((track.start + track.duration for track in (facts.video, facts.sound) if track), default=0.0)
    heard = tape.samples()
    loudness, peak = measure_loudness(heard, tape.rate) if len(heard) else (None, None)
    offset = None if first_sound is None or not watch.frames else round(first_sound - watch.start, 6)
    silent = silences(heard, tape.rate, duration) if facts.sounds else ()
    return Inspection(
        facts=facts, duration=round(duration, 6), frames=watch.frames, damaged_frames=watch.damaged, loudness=loudness,
        true_peak=peak, sound_offset=offset, black=black, frozen=frozen, silent=silent,
    )


def _plain(value: Any) -> Any:  # noqa: ANN401  (any nesting of dataclass values)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, Fraction) else value

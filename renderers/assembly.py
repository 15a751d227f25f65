"""The finished file: painted segments and encoded sound joined, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from renderers.errors import NoSpace
from renderers.joining import write_programme
from renderers.leftovers import part_path
from renderers.programme_sound import make_sound
from renderers.segments import Segment
from renderers.sound_pieces import SoundPiece
from renderers.takes import TakeStore
from renderers.timeline import Timeline


def mix_sound(timeline: Timeline, takes: TakeStore) -> tuple[SoundPiece, ...]:
    """The whole programme's sound as encoded pieces: voice and bed, ducked and at the timeline's loudness."""
    return make_sound(timeline, takes)


def write_file(
    out: Path,
    timeline: Timeline,
    pictures: Sequence[tuple[Segment, Path]],
    mix: Sequence[SoundPiece],
    metadata: Mapping[str, str],
) -> None:
    """Write the finished programme to `out`, whole or not at all.

    Raises `NoSpace` where it can not be written, `TakeDamaged` for a segment or a piece of sound that is not whole.
    """
    making = part_path(out)
    try:
        write_programme(
            making,
            [path for _, path in pictures],
            [segment.duration for segment, _ in pictures],
            mix,
            timeline.format,
            metadata,
        )
        making.replace(out)
    except OSError as error:
        raise NoSpace(
            f"Could not write {out.name}: {error.strerror or error}. Free some space or choose another folder."
        ) from error
    finally:
        making.unlink(missing_ok=True)

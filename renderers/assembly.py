"""From a timeline to a finished file: the segments, the mix, and the join, each kept as takes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, wait
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.encoding import write_programme
from renderers.errors import NoSpace, RenderError
from renderers.segments import Segment, segments
from renderers.sound_files import load_sound, save_sound
from renderers.takes import Take, TakeStore, digest
from renderers.timebase import samples
from renderers.timeline import Timeline
from renderers.workers import Workers

MIX_VERSION = 1
"""Raised when mixing changes what is heard."""


def paint_segments(
    timeline: Timeline, takes: TakeStore, workers: Workers, report: Callable[[int, int], None]
) -> tuple[tuple[Segment, Path], ...]:
    """Every segment of `timeline` with its file, in order; made by `workers` where there is no take yet.

    `report(done, frames)` is called at least every half second with the frames done so far and in all. Raises what a
    worker raised.
    """
    cut = segments(timeline)
    total = sum(segment.duration for segment in cut)
    keys = [segment.key for segment in cut]
    missing: dict[str, Segment] = {}
    for key, segment in zip(keys, cut, strict=True):
        if key in missing:
            continue
        if takes.find("segments", key):
            takes.count("segments", made=False)
        else:
            missing[key] = segment
    found = total - sum(segment.duration for segment in missing.values())
    begun = workers.painted.value
    pending: set[Future[bool]] = {workers.submit(segment, key, takes) for key, segment in missing.items()}
    while pending:
        done, pending = wait(pending, timeout=0.4, return_when="FIRST_EXCEPTION")
        for future in done:
            try:
                takes.count("segments", made=future.result())
            except BrokenExecutor as error:
                raise RenderError(
                    "A painting process was ended from outside, perhaps for lack of memory. Run it again: it "
                    "goes on from what is finished."
                ) from error
        report(min(total, found + workers.painted.value - begun), total)
    report(total, total)
    files = []
    for key, segment in zip(keys, cut, strict=True):
        take = takes.find("segments", key)
        if take is None:
            raise RenderError("A finished part of the picture has gone from the cache. Run it again.")
        files.append((segment, take.folder / "segment.mp4"))
    return tuple(files)


def mix_sound(timeline: Timeline, takes: TakeStore) -> Take:
    """The take of the whole programme's sound: voice and bed, ducked and at the timeline's loudness."""
    from renderers.mixing import mix
    from renderers.resampling import to_48k
    from renderers.speech.storage import load_speech

    length = samples(timeline.duration, timeline.format.rate)
    voices = [clip for clip in timeline.sound if clip.kind == "voice"]
    beds = [clip for clip in timeline.sound if clip.kind == "music"]
    key = digest("mix", MIX_VERSION, timeline.sound, length, timeline.loudness)

    def write(folder: Path) -> None:
        pieces: list[tuple[int, NDArray[np.float32]]] = []
        for clip in voices:
            speech = load_speech(clip.take)
            pieces.append((clip.start, to_48k(speech.samples, speech.sample_rate) * _factor(clip.gain)))
        bed = load_sound(beds[0].take) if beds else None
        gain = beds[0].gain if beds else 0.0
        save_sound(mix(pieces, bed, length, loudness=timeline.loudness, bed_gain=gain), folder)

    return takes.keep("mixes", key, write)


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))


def write_file(
    out: Path, timeline: Timeline, pictures: tuple[tuple[Segment, Path], ...], mix: Take, metadata: dict[str, str]
) -> None:
    """Write the finished programme to `out`, whole or not at all. Raises `NoSpace` where it can not be written."""
    making = out.with_name(f".{out.stem}-{uuid.uuid4().hex[:8]}.part")
    try:
        sound = load_sound(mix.folder)
        write_programme(
            making,
            [path for _, path in pictures],
            [segment.duration for segment, _ in pictures],
            sound,
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

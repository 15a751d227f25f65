"""What a finished file really is: measured on its own pictures and sound, never assumed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from renderers.inspection_picture import GroupMeasures, PictureWatch, measure_group
from renderers.inspection_picture import Stretch as Stretch
from renderers.inspection_takes import measure_footage, measure_sound
from renderers.media import LumaPicture, play_pictures, probe_foreign, survey
from renderers.media_child import ask_child
from renderers.media_facts import FOREIGN, OWN, Limits, MediaFacts
from renderers.media_groups import MOST_PICTURES
from renderers.takes import TakeStore

_PATIENCE = 2.0
"""Seconds allowed for each second of a foreign film: an HD film takes a tenth of one, 4K HEVC on an old machine one."""


@dataclass(frozen=True)
class Inspection:
    """The measures of one file. Times in seconds from where a player starts.

    `duration` is the longer of picture and sound; `frames` the pictures decoded, `damaged_frames` those the decoder had
    to guess or leave out, and `damaged` where they are.

    `loudness` in LUFS and `true_peak` in dBTP are None without sound, or where all of it is silent.
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
    damaged: tuple[Stretch, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON values; an exact rate reads `30` or `30000/1001`."""
        return _plain(asdict(self))  # type: ignore[no-any-return]


def inspect(path: Path, limits: Limits = OWN, takes: TakeStore | None = None) -> Inspection:
    """Measure a file that the house made; what `takes` holds of the same bytes is not measured again.

    Pictures are decoded on every core that `limits` leave, the sound beside them. The measures are the same with and
    without `takes`. Raises `MediaRejected` where the file can not be read to its end.
    """
    found = survey(path, limits)
    facts = found.facts
    duration = max((track.start + track.duration for track in (facts.video, facts.sound) if track), default=0.0)
    with ThreadPoolExecutor(1, "sound") as beside:
        hearing = beside.submit(measure_sound, path, found.sound_mark, duration, limits, takes)
        pictures = PictureWatch()
        if found.footage is not None:
            for group, measures in measure_footage(path, found.footage, limits, takes):
                pictures.see(measures, group.times, group.lengths)
        elif facts.videos:
            for measures, shown in _one_pass(path, limits):
                pictures.see(measures, [each.time for each in shown], [each.duration for each in shown])
        heard = hearing.result()
    black, frozen, damaged = pictures.finish()
    offset = None if heard.start is None or pictures.start is None else round(heard.start - pictures.start, 6)
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
        damaged=damaged,
    )


def _one_pass(path: Path, limits: Limits) -> Iterator[tuple[GroupMeasures, list[LumaPicture]]]:
    """The measures of a film whose groups can not be told apart before it is decoded: one is cut at each key frame."""
    waiting: list[LumaPicture] = []
    for picture in play_pictures(path, limits):
        changes = waiting and picture.luma.shape != waiting[0].luma.shape
        if waiting and (picture.key or changes or len(waiting) == MOST_PICTURES):
            yield measure_group([each.luma for each in waiting], [each.damaged for each in waiting]), waiting
            waiting = []
        waiting.append(picture)
    if waiting:
        yield measure_group([each.luma for each in waiting], [each.damaged for each in waiting]), waiting


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

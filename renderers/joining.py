"""The join: finished picture segments and encoded sound become one MP4, index first, by copying their bytes.

Nothing is decoded and nothing held: the sizes of all samples decide where every byte goes, the index is written, and
the bytes follow, half a second of picture beside half a second of sound.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import numpy as np

from renderers.encoding import AAC_FRAME, AAC_PRIMING, REORDERING, TICKS
from renderers.errors import TakeDamaged
from renderers.mp4 import (
    LARGEST_32,
    MOVIE_TICKS,
    Integers,
    Track,
    data_header,
    file_type,
    movie,
    picture_description,
    sound_description,
)
from renderers.picture_format import PictureFormat
from renderers.segment_index import SegmentIndex, read_segment
from renderers.sound_pieces import SoundPiece, packets_of, read_packets
from renderers.timebase import SOUND_RATE, samples

_CHUNKS_PER_SECOND = 2
_ROLL = 1
"""AAC packets that a decoder must hear before the first it gets right."""
_INDEX_ROOM = 1 << 28
"""More bytes than any index of ours has."""
_PICTURE, _SOUND = 0, 1


@dataclass(frozen=True)
class _Run:
    """Samples that are written as one chunk: frames `first` to `last` of segment `source`, or packets of the sound."""

    track: int
    first: int
    last: int
    source: int = 0


def write_programme(
    path: Path,
    segments: Sequence[Path],
    counts: Sequence[int],
    sound: Sequence[SoundPiece],
    picture: PictureFormat,
    metadata: Mapping[str, str],
) -> None:
    """Join `segments` (of `counts` frames) and the pieces of `sound`, just as long (or none), into one MP4 at `path`.

    Raises `TakeDamaged` for a segment or a piece of sound that is not whole, OSError where `path` can not be written,
    ValueError for sound of another length and for metadata that an MP4 has no name for.
    """
    indexes = [read_segment(segment, count) for segment, count in zip(segments, counts, strict=True)]
    _check_alike(indexes, picture)
    tracks = [_picture_track(indexes, picture)]
    if sound:
        tracks.append(_sound_track(sound, samples(sum(counts), picture.rate)))
    runs = list(_runs(counts, picture.rate, len(tracks[_SOUND].sizes) if sound else 0))
    lengths = _lengths(runs, indexes, tracks)
    total = int(lengths.sum())
    tracks = [replace(track, wide=total + _INDEX_ROOM > LARGEST_32) for track in tracks]
    opening, head = file_type(), data_header(total)
    nowhere = np.zeros(len(runs), np.int64)
    begin = len(opening) + len(movie(_placed(tracks, runs, nowhere), metadata)) + len(head)
    index = movie(_placed(tracks, runs, begin + np.cumsum(lengths) - lengths), metadata)
    with path.open("wb") as file:
        file.write(opening + index + head)
        _copy(file, runs, indexes, sound)


def _check_alike(indexes: Sequence[SegmentIndex], picture: PictureFormat) -> None:
    """Raise `TakeDamaged` for the first segment of another size, or with other parameter sets than the rest."""
    shapes = [(index.configuration, index.width, index.height) for index in indexes]
    usual = max(shapes, key=shapes.count)
    for index, shape in zip(indexes, shapes, strict=True):
        if shape != usual or shape[1:] != (picture.width, picture.height):
            name = index.path.parent.name
            raise TakeDamaged(f"The piece of picture {name} was encoded unlike the others.", index.path.parent)


def _picture_track(indexes: Sequence[SegmentIndex], picture: PictureFormat) -> Track:
    """The picture as one track. All frames are decoded `REORDERING` frames before a first one that is shown at once."""
    counts = np.array([len(index.sizes) for index in indexes])
    starts = np.cumsum(counts) - counts
    frames = int(counts.sum())
    shown = np.concatenate([index.shown + start for index, start in zip(indexes, starts, strict=True)])
    early = shown - np.arange(frames) + REORDERING
    if np.any(early < 0):
        late = indexes[int(np.searchsorted(starts, np.argmin(early), side="right")) - 1]
        raise TakeDamaged(f"The piece of picture {late.path.parent.name} is out of order.", late.path.parent)
    return Track(
        handler=b"vide",
        timescale=int(picture.rate * TICKS),
        description=picture_description(picture.width, picture.height, indexes[0].configuration),
        sizes=np.concatenate([index.sizes for index in indexes]),
        durations=np.full(frames, TICKS),
        chunks=counts,
        offsets=starts,
        first=REORDERING * TICKS,
        shown=round(frames / picture.rate * MOVIE_TICKS),
        shifts=early * TICKS,
        keys=np.concatenate([index.keys + start for index, start in zip(indexes, starts, strict=True)]),
        width=picture.width,
        height=picture.height,
    )


def _sound_track(sound: Sequence[SoundPiece], length: int) -> Track:
    """The sound as one track; its edit leaves out the priming, its last packet only counts as far as there is sound."""
    sizes = np.concatenate([piece.sizes for piece in sound])
    if len(sizes) != packets_of(length):
        raise ValueError(f"The sound has {len(sizes)} packets, but {length} samples need {packets_of(length)}.")
    durations = np.full(len(sizes), AAC_FRAME)
    durations[-1] = AAC_PRIMING + length - AAC_FRAME * (len(sizes) - 1)
    return Track(
        handler=b"soun",
        timescale=SOUND_RATE,
        description=sound_description(sizes, AAC_FRAME),
        sizes=sizes,
        durations=durations,
        chunks=sizes[:0],
        offsets=sizes[:0],
        first=AAC_PRIMING,
        shown=round(length * MOVIE_TICKS / SOUND_RATE),
        delay=_ROLL,
    )


def _runs(counts: Sequence[int], rate: Fraction, packets: int) -> Iterator[_Run]:
    """What lies after what: half a second of a segment, then the packets that are due when it ends."""
    longest = max(1, int(rate / _CHUNKS_PER_SECOND))
    frames = heard = 0
    for source, count in enumerate(counts):
        for first in range(0, count, longest):
            last = min(count, first + longest)
            yield _Run(_PICTURE, first, last, source)
            due = min(packets, samples(frames + last, rate) // AAC_FRAME + 1)
            if source == len(counts) - 1 and last == count:
                due = packets
            if due > heard:
                yield _Run(_SOUND, heard, due)
                heard = due
        frames += count


def _lengths(runs: Sequence[_Run], indexes: Sequence[SegmentIndex], tracks: Sequence[Track]) -> Integers:
    """The bytes of every run."""
    pictures = [np.concatenate(([0], np.cumsum(index.sizes))) for index in indexes]
    sound = np.concatenate(([0], np.cumsum(tracks[_SOUND].sizes))) if len(tracks) > 1 else np.zeros(1, np.int64)
    ends = (pictures[run.source] if run.track == _PICTURE else sound for run in runs)
    return np.array([end[run.last] - end[run.first] for run, end in zip(runs, ends, strict=True)], np.int64)


def _placed(tracks: Sequence[Track], runs: Sequence[_Run], offsets: Integers) -> list[Track]:
    """The tracks with their chunks where the runs lie."""
    owners = np.array([run.track for run in runs])
    counts = np.array([run.last - run.first for run in runs])
    return [
        replace(track, chunks=counts[owners == number], offsets=offsets[owners == number])
        for number, track in enumerate(tracks)
    ]


def _copy(file: BinaryIO, runs: Sequence[_Run], indexes: Sequence[SegmentIndex], sound: Sequence[SoundPiece]) -> None:
    """Write the bytes of `runs`, one file open at a time and one piece of sound in memory."""
    heard = _SoundReader(sound)
    source, opened = -1, -1
    try:
        for run in runs:
            if run.track == _SOUND:
                file.write(heard.read(run.last - run.first))
                continue
            if run.source != source:
                if opened >= 0:
                    os.close(opened)
                source, opened = run.source, -1
                opened = _open(indexes[source])
            for offset, size in _spans(indexes[source], run):
                data = os.pread(opened, size, offset)
                if len(data) != size:
                    raise _gone(indexes[source])
                file.write(data)
    finally:
        if opened >= 0:
            os.close(opened)


def _open(index: SegmentIndex) -> int:
    try:
        return os.open(index.path, os.O_RDONLY)
    except OSError as error:
        raise _gone(index) from error


def _gone(index: SegmentIndex) -> TakeDamaged:
    return TakeDamaged(f"The piece of picture {index.path.parent.name} went while it was copied.", index.path.parent)


def _spans(index: SegmentIndex, run: _Run) -> Iterator[tuple[int, int]]:
    """Where the frames of `run` lie: as few stretches as they form."""
    offsets, sizes = index.offsets[run.first : run.last], index.sizes[run.first : run.last]
    breaks = np.flatnonzero(offsets[1:] != offsets[:-1] + sizes[:-1]) + 1
    for part, length in zip(np.split(offsets, breaks), np.split(sizes, breaks), strict=True):
        yield int(part[0]), int(length.sum())


class _SoundReader:
    """The packets of all pieces in a row."""

    def __init__(self, sound: Sequence[SoundPiece]) -> None:
        self._coming = iter(sound)
        self._sizes: Integers = np.zeros(0, np.int64)
        self._data = memoryview(b"")

    def read(self, packets: int) -> bytes:
        """The next so many packets."""
        parts = []
        while packets:
            if not len(self._sizes):
                piece = next(self._coming)
                self._sizes, self._data = piece.sizes, memoryview(read_packets(piece))
            taken = min(packets, len(self._sizes))
            length = int(self._sizes[:taken].sum())
            parts.append(self._data[:length])
            self._sizes, self._data = self._sizes[taken:], self._data[length:]
            packets -= taken
        return b"".join(parts)

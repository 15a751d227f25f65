"""Where the frames of a picture segment lie in its file: read from its index, and held against what must be there."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import TakeDamaged

Integers = NDArray[np.int64]

_LARGEST_INDEX = 1 << 24
_NESTED = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts")
_ENTRY = 78
"""Bytes of a picture's sample entry before the boxes in it."""


@dataclass(frozen=True)
class SegmentIndex:
    """The frames of a segment in the order in which they are decoded: where each lies, its bytes, and when it is shown.

    `shown` numbers the frames as they are seen, from 0; `keys` are those with which decoding can begin;
    `configuration` holds the parameter sets (the body of `avcC`).
    """

    path: Path
    offsets: Integers
    sizes: Integers
    shown: Integers
    keys: Integers
    configuration: bytes
    width: int
    height: int


def read_segment(path: Path, count: int) -> SegmentIndex:
    """The index of the segment at `path`. Raises `TakeDamaged` where it does not hold `count` whole frames."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            index = _index_of(path, _boxes(_movie(file.fileno(), size)), size)
            _check(index, count, size)
            _check_units(file.fileno(), index)
            return index
    except (OSError, ValueError, KeyError, IndexError, struct.error) as error:
        reason = f"The piece of picture {path.parent.name} can not be read ({error})."
        raise TakeDamaged(reason, path.parent) from error


def _movie(file: int, size: int) -> bytes:
    """The body of the box that holds the index."""
    at = 0
    while at + 8 <= size:
        header = os.pread(file, 16, at)
        length, kind = struct.unpack(">I4s", header[:8])
        head = 8
        if length == 1:
            length, head = struct.unpack(">Q", header[8:16])[0], 16
        if length < head or at + length > size:
            raise ValueError("it ends too early")
        if kind == b"moov":
            if length > _LARGEST_INDEX:
                raise ValueError("its index is too large")
            return os.pread(file, length - head, at + head)
        at += length
    raise ValueError("it has no index")


def _boxes(body: bytes) -> dict[bytes, bytes]:
    """Every box inside `body` by its kind, opened where it holds others. With one track none comes twice."""
    found: dict[bytes, bytes] = {}
    for kind, inner in _children(body):
        if kind in _NESTED:
            found.update(_boxes(inner))
        else:
            found[kind] = inner
    return found


def _children(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(body):
        length, kind = struct.unpack_from(">I4s", body, at)
        if length < 8 or at + length > len(body):
            raise ValueError("its index is broken")
        yield kind, body[at + 8 : at + length]
        at += length


def _index_of(path: Path, boxes: dict[bytes, bytes], size: int) -> SegmentIndex:
    entry = boxes[b"stsd"][8:]
    if entry[4:8] != b"avc1":
        raise ValueError("it is not H.264")
    width, height = struct.unpack_from(">HH", entry, 8 + 24)
    inner = dict(_children(entry[8 + _ENTRY :]))
    fixed, count = struct.unpack_from(">II", boxes[b"stsz"], 4)
    sizes = np.full(count, fixed, np.int64) if fixed else _words(boxes[b"stsz"], 12, count)[:, 0]
    if not 1 <= len(sizes) == count <= size:
        raise ValueError("its index is broken")
    ticks = _spread(boxes[b"stts"], count)
    shifts = _spread(boxes[b"ctts"], count) if b"ctts" in boxes else np.zeros(count, np.int64)
    step = int(ticks[0])
    if np.any(ticks[:-1] != step) or step < 1:
        raise ValueError("its frames are not evenly spaced")
    times = np.arange(count) * step + shifts
    shown, rest = np.divmod(times - times.min(), step)
    if np.any(rest):
        raise ValueError("its frames are not evenly spaced")
    keys = _table(boxes[b"stss"])[:, 0] - 1 if b"stss" in boxes else np.arange(count)
    return SegmentIndex(path, _offsets(boxes, sizes), sizes, shown, keys, inner[b"avcC"], width, height)


def _words(body: bytes, start: int, count: int, columns: int = 1) -> Integers:
    end = start + 4 * count * columns
    if end > len(body):
        raise ValueError("its index is broken")
    return np.frombuffer(body[start:end], ">u4").astype(np.int64).reshape(count, columns)


def _table(body: bytes, columns: int = 1) -> Integers:
    return _words(body, 8, struct.unpack_from(">I", body, 4)[0], columns)


def _spread(body: bytes, count: int) -> Integers:
    """A table of how often and which value, written out. Values over 31 bits are negative, as version 1 has them."""
    rows = _table(body, 2)
    if int(rows[:, 0].sum()) != count:
        raise ValueError("its index is broken")
    values = np.where(rows[:, 1] >= 1 << 31, rows[:, 1] - (1 << 32), rows[:, 1])
    return np.repeat(values, rows[:, 0])


def _offsets(boxes: dict[bytes, bytes], sizes: Integers) -> Integers:
    """Where each sample begins, from the chunks they lie in."""
    if b"co64" in boxes:
        pairs = _table(boxes[b"co64"], 2)
        chunks = pairs[:, 0] << 32 | pairs[:, 1]
    else:
        chunks = _table(boxes[b"stco"])[:, 0]
    runs = _table(boxes[b"stsc"], 3)
    per_chunk = np.repeat(runs[:, 1], np.diff(np.append(runs[:, 0] - 1, len(chunks))))
    if int(per_chunk.sum()) != len(sizes):
        raise ValueError("its index is broken")
    ends = np.cumsum(sizes)
    firsts = np.cumsum(per_chunk) - per_chunk
    before = (ends - sizes)[firsts]
    return np.asarray(np.repeat(chunks - before, per_chunk) + ends - sizes)


def _check(index: SegmentIndex, count: int, size: int) -> None:
    """Raise ValueError unless all `count` frames are there, inside the file, each shown once, a key frame first."""
    if len(index.sizes) != count:
        raise ValueError(f"it has {len(index.sizes)} frames of {count}")
    if np.any(index.sizes < 5) or np.any(index.offsets < 8) or np.any(index.offsets + index.sizes > size):
        raise ValueError("frames lie outside of it")
    if not np.array_equal(np.sort(index.shown), np.arange(count)):
        raise ValueError("its frames are not shown once each")
    if not len(index.keys) or index.keys[0] != 0 or index.shown[0] != 0 or np.any(index.keys >= count):
        raise ValueError("it does not begin with a key frame")


def _check_units(file: int, index: SegmentIndex) -> None:
    """Raise ValueError unless every frame begins with a unit of H.264 that ends inside it: a hole on the disk shows."""
    for offset, size in zip(index.offsets.tolist(), index.sizes.tolist(), strict=True):
        head = os.pread(file, 5, offset)
        length, kind = struct.unpack(">IB", head)
        if not 1 <= length <= size - 4 or kind & 0x80 or not kind & 0x1F:
            raise ValueError("what it holds is not a picture")

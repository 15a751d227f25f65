"""Boxes of finished MP4 files: where each lies, and one of our own put after the first without touching the rest."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from renderers.errors import MediaRejected

_HEADER = struct.Struct(">I4s")
_LONG = struct.Struct(">Q")
_CREDENTIALS = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
"""The user type of the box that holds content credentials (C2PA 2.2, A.5.1)."""
_CHUNK = 1 << 20
_CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
_LARGEST_INDEX = 1 << 28


@dataclass(frozen=True)
class Box:
    """A box at the top of a file: its kind, where it begins, how long it is, and how much of that is its header."""

    kind: bytes
    start: int
    size: int
    header: int


def top_boxes(path: Path) -> list[Box]:
    """The boxes of the file at `path`, in order. Raises `MediaRejected` where they do not fill it exactly."""
    with path.open("rb") as file:
        return list(_boxes(file, 0, path.stat().st_size, path.name))


def credentials_box(path: Path) -> bytes:
    """The box of the file at `path` that holds its content credentials; empty where it has none."""
    with path.open("rb") as file:
        for box in _boxes(file, 0, path.stat().st_size, path.name):
            if _holds_credentials(file, box):
                file.seek(box.start)
                return file.read(box.size)
    return b""


def insert_credentials(source: Path, out: Path, box: bytes) -> None:
    """Write the file at `source` to `out` with `box` after its first box; the index points where the samples are then.

    The bytes are those that signing the file gives, since signing moves the same boxes by as much.
    """
    first, *rest = top_boxes(source)
    with source.open("rb") as file, out.open("wb") as made:
        _copy(file, made, first)
        made.write(box)
        for each in rest:
            if each.kind == b"moov":
                file.seek(each.start)
                made.write(_moved(file.read(each.size), len(box), source.name))
            else:
                _copy(file, made, each)


def content_digest(path: Path) -> str:
    """The SHA-256 of the file at `path` without its content credentials: the same for the same film, signed or not."""
    with path.open("rb") as file:
        boxes = list(_boxes(file, 0, path.stat().st_size, path.name))
        credentials = [box for box in boxes if _holds_credentials(file, box)]
        gone = sum(box.size for box in credentials)
        found = hashlib.sha256()
        for box in boxes:
            if box in credentials:
                continue
            if box.kind == b"moov":
                file.seek(box.start)
                found.update(_moved(file.read(box.size), -gone, path.name))
            else:
                for chunk in _read(file, box):
                    found.update(chunk)
        return found.hexdigest()


def _boxes(file: IO[bytes], start: int, end: int, name: str) -> Iterator[Box]:
    at = start
    while at < end:
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            break
        size, kind = _HEADER.unpack(head)
        header = 8
        if size == 1:
            size, header = _LONG.unpack(file.read(8).ljust(8, b"\0"))[0], 16
        elif size == 0:
            size = end - at
        if size < header or at + size > end:
            break
        yield Box(kind, at, size, header)
        at += size
    if at != end:
        raise MediaRejected(f"{name!r} is cut off or no MP4 file.")


def _holds_credentials(file: IO[bytes], box: Box) -> bool:
    if box.kind != b"uuid":
        return False
    file.seek(box.start + box.header)
    return file.read(16) == _CREDENTIALS


def _moved(index: bytes, by: int, name: str) -> bytes:
    """The index of a film whose samples lie `by` bytes later than it says."""
    if len(index) > _LARGEST_INDEX:
        raise MediaRejected(f"{name!r} has an index too large to be read.")
    made = bytearray(index)
    _move_in(made, 8, len(made), by)
    return bytes(made)


def _move_in(made: bytearray, start: int, end: int, by: int) -> None:
    at = start
    while at + 8 <= end:
        size, kind = _HEADER.unpack_from(made, at)
        if size < 8 or at + size > end:
            return
        if kind in _CONTAINERS:
            _move_in(made, at + 8, at + size, by)
        elif kind in (b"stco", b"co64"):
            word = ">I" if kind == b"stco" else ">Q"
            wide = struct.calcsize(word)
            count = struct.unpack_from(">I", made, at + 12)[0]
            for place in range(at + 16, min(at + 16 + count * wide, at + size), wide):
                struct.pack_into(word, made, place, struct.unpack_from(word, made, place)[0] + by)
        at += size


def _copy(file: IO[bytes], made: IO[bytes], box: Box) -> None:
    for chunk in _read(file, box):
        made.write(chunk)


def _read(file: IO[bytes], box: Box) -> Iterator[bytes]:
    file.seek(box.start)
    left = box.size
    while left:
        chunk = file.read(min(left, _CHUNK))
        if not chunk:
            return
        left -= len(chunk)
        yield chunk

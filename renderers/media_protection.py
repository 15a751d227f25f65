"""Whether an MP4 is encrypted for a shop's or a service's own players (DRM): nobody else's decoder can read it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

_HEADER = struct.Struct(">I4s")
_PROTECTED = {
    b"encv": "picture",
    b"enca": "sound",
    b"enct": "text",
    b"encs": "data",
    b"drmi": "picture",
    b"drms": "sound",
}
"""Sample entries of protected streams: ISO/IEC 14496-12 (8.12) and, with `dr`, FairPlay's."""
_PROTECTED_BRANDS = (b"M4P ", b"M4VP")
_CONTAINERS = (b"trak", b"mdia", b"minf", b"stbl")
_ENTRIES = 8
"""Bytes of version, flags and count before the sample entries."""
_MOST_BOXES = 10_000


def find_protection(file: BinaryIO, boxes: list[tuple[bytes, int, int]]) -> str:
    """What is encrypted in an MP4 with these top-level boxes (kind, start, size): "sound", "picture and sound", or
    "content" where only its brand tells; empty for a file that is not.
    """
    found: dict[str, None] = {}
    for kind, start, size in boxes:
        if kind == b"moov":
            for entry in _sample_entries(file, start + 8, start + size):
                if entry in _PROTECTED:
                    found[_PROTECTED[entry]] = None
        elif kind == b"ftyp":
            file.seek(start + 8)
            if not found and file.read(4) in _PROTECTED_BRANDS:
                found["content"] = None
    streams = [name for name in found if name != "content"]
    return " and ".join(streams or found)


def _sample_entries(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """The kinds of the sample entries of all tracks between two places of the index."""
    left = [(start, end)]
    for _ in range(_MOST_BOXES):
        if not left:
            return
        at, until = left.pop()
        if at + _HEADER.size > until:
            continue
        file.seek(at)
        length, kind = _HEADER.unpack(file.read(_HEADER.size))
        if length < _HEADER.size or at + length > until:
            continue
        left.append((at + length, until))
        if kind in _CONTAINERS:
            left.append((at + _HEADER.size, at + length))
        elif kind == b"stsd":
            yield from _entries(file, at + _HEADER.size + _ENTRIES, at + length)


def _entries(file: BinaryIO, at: int, until: int) -> Iterator[bytes]:
    for _ in range(_MOST_BOXES):
        if at + _HEADER.size > until:
            return
        file.seek(at)
        length, kind = _HEADER.unpack(file.read(_HEADER.size))
        yield kind
        if length < _HEADER.size:
            return
        at += length

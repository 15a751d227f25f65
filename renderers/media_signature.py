"""What a file is by its first bytes, never by its name: the guard before any decoder sees it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from renderers.errors import MediaRejected
from renderers.media_facts import Limits
from renderers.media_protection import find_protection

READABLE = "MP4, MOV, M4A, WebM, MKV, WAV, MP3, OGG, FLAC or AAC"
_HEAD = 4096
_MOST_BOXES = 100_000
_TS_PACKET, _TS_SYNC = 188, 0x47
_MP4_BOXES = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot")
_STRANGERS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"BM": "a bitmap picture",
    b"FLV\x01": "an FLV video",
    b"0&\xb2u": "a Windows Media file",
    b"FORM": "an AIFF sound",
    b"MThd": "a MIDI file",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a compressed archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
}


_UNPROTECTED = "Give a version without copy protection"


@dataclass(frozen=True)
class Signature:
    """The container family, the one demuxer that may read it, its size, and whether its index comes first."""

    container: str
    demuxer: str
    bytes: int
    fast_start: bool | None


def rejected(name: str, why: str, remedy: str = "Copy or export it again") -> MediaRejected:
    """The error that says in one breath which file, why not, and what to do."""
    return MediaRejected(f"{name} {why}. {remedy}.")


def read_signature(path: Path, limits: Limits) -> Signature:
    """The signature of the file at `path`.

    Raises `MediaRejected` for what is missing, empty, larger than `limits.bytes`, no media, or visibly cut off.
    """
    try:
        if path.is_dir():
            raise rejected(path.name, "is a folder", "Name a video or sound file in it")
        if path.exists() and not path.is_file():
            raise rejected(path.name, "is not an ordinary file", "Name a video or sound file")
        size = path.stat().st_size
        with path.open("rb") as file:
            return _read(file, path.name, size, limits)
    except FileNotFoundError:
        raise MediaRejected(f"There is no file {path}. Check the name.") from None
    except (OSError, ValueError) as error:
        if isinstance(error, MediaRejected):
            raise
        why = f"can not be opened: {getattr(error, 'strerror', None) or error}"
        raise rejected(path.name, why, "Check that it may be read") from error


def _read(file: BinaryIO, name: str, size: int, limits: Limits) -> Signature:
    if size == 0:
        raise rejected(name, "is empty (0 bytes)")
    if size > limits.bytes:
        why = f"is {size / 1e6:.1f} MB large; at most {limits.bytes / 1e6:.1f} MB are read"
        raise rejected(name, why, "Give a shorter or smaller version")
    head = file.read(_HEAD)
    container, demuxer = _family(head)
    if not container:
        raise rejected(name, f"is {_looks_like(head)}; it can not be read as video or sound", f"Give {READABLE}")
    fast_start = None
    if container == "mp4":
        boxes = _boxes(file, size, name)
        if protected := find_protection(file, boxes):
            raise rejected(name, f"is protected (DRM): its {protected} is encrypted for other players", _UNPROTECTED)
        fast_start = _index_first(boxes, name)
    elif container == "wav":
        _whole_wav(head, size, name)
    elif container == "matroska":
        _whole_matroska(head, size, name)
    return Signature(container, demuxer, size, fast_start)


def _family(head: bytes) -> tuple[str, str]:
    """The container and the demuxer for a file that begins with `head`; empty where it is none of ours."""
    if head[4:8] in _MP4_BOXES:
        return "mp4", "mov"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "matroska", "matroska"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav", "wav"
    if head.startswith(b"OggS"):
        return "ogg", "ogg"
    if len(head) >= _TS_PACKET and all(byte == _TS_SYNC for byte in head[: 5 * _TS_PACKET : _TS_PACKET]):
        return "mpegts", "mpegts"
    if head.startswith(b"fLaC"):
        return "flac", "flac"
    if head.startswith(b"ID3"):
        return "mp3", "mp3"
    if len(head) > 2 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0:
        return "aac", "aac"
    return ("mp3", "mp3") if _is_mpeg_sound(head) else ("", "")


def _is_mpeg_sound(head: bytes) -> bool:
    """Whether eleven bits of sync are followed by a version, a layer and a bit rate that are not the reserved ones."""
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    return head[1] & 0x18 != 0x08 and head[1] & 0x06 != 0 and head[2] < 0xF0


def _looks_like(head: bytes) -> str:
    for start, what in _STRANGERS.items():
        if head.startswith(start):
            return what
    if head[:4] == b"RIFF":
        return {b"WEBP": "a WebP picture", b"AVI ": "an AVI video"}.get(head[8:12], "of an unknown kind")
    try:
        text = head.decode("utf-8", errors="strict" if len(head) < _HEAD else "ignore").lstrip("\ufeff \t\r\n")
    except UnicodeDecodeError:
        return "of an unknown kind"
    if "\0" in text:
        return "of an unknown kind"
    if text.startswith(("#EXTM3U", "[playlist]", "ffconcat")):
        return "a playlist"
    if text[:200].lower().startswith(("<!doctype html", "<html")):
        return "a web page"
    return "a text file"


def _boxes(file: BinaryIO, size: int, name: str) -> list[tuple[bytes, int, int]]:
    """The top-level boxes of an MP4 as (type, start, size). Raises `MediaRejected` where the last one is cut off."""
    boxes: list[tuple[bytes, int, int]] = []
    at = 0
    while at + 8 <= size and len(boxes) < _MOST_BOXES:
        file.seek(at)
        head = file.read(16)
        length, kind = struct.unpack(">I4s", head[:8])
        smallest = 8
        if length == 1 and len(head) == 16:
            length, smallest = struct.unpack(">Q", head[8:])[0], 16
        elif length == 0:
            length = size - at
        if length < smallest:
            raise rejected(name, "is damaged: its parts do not follow one another")
        if at + length > size:
            raise rejected(name, f"is cut off: {at + length - size} of its bytes are missing")
        boxes.append((kind, at, length))
        at += length
    return boxes


def _index_first(boxes: list[tuple[bytes, int, int]], name: str) -> bool:
    kinds = [kind for kind, _, _ in boxes]
    if b"moov" not in kinds:
        raise rejected(name, "has no index: it was never finished, or is cut off")
    return b"mdat" not in kinds or kinds.index(b"moov") < kinds.index(b"mdat")


def _whole_wav(head: bytes, size: int, name: str) -> None:
    """Refuse a WAV whose sound goes on beyond the end of the file; 0 and all ones mean that the writer did not know."""
    at = 12
    while at + 8 <= len(head):
        kind, length = struct.unpack("<4sI", head[at : at + 8])
        if kind == b"data":
            if length not in (0, 0xFFFFFFFF) and at + 8 + length > size:
                raise rejected(name, f"is cut off: {at + 8 + length - size} of its bytes are missing")
            return
        at += 8 + length + (length & 1)


def _whole_matroska(head: bytes, size: int, name: str) -> None:
    """Refuse a Matroska or WebM file whose one segment goes on beyond the end; a stream leaves its size open."""
    header, at = _ebml_size(head, 4)
    at += header
    if head[at : at + 4] != b"\x18\x53\x80\x67":
        return
    length, start = _ebml_size(head, at + 4)
    if length >= 0 and start + length > size:
        raise rejected(name, f"is cut off: {start + length - size} of its bytes are missing")


def _ebml_size(head: bytes, at: int) -> tuple[int, int]:
    """The EBML number at `at` and where it ends: leading zeros tell its length, all ones (here -1) leave it open."""
    if at >= len(head) or not head[at]:
        return -1, at
    width = 9 - head[at].bit_length()
    value = int.from_bytes(head[at : at + width], "big") & ((1 << 7 * width) - 1)
    return (-1 if value == (1 << 7 * width) - 1 else value), at + width

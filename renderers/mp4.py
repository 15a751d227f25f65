"""The index of an MP4 file (ISO/IEC 14496-12, -14 and -15): boxes and sample tables as bytes, built by numpy."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.timebase import SOUND_RATE

Integers = NDArray[np.int64]

MOVIE_TICKS = SOUND_RATE
"""A second of the movie's own clock: whole for every frame rate of the house, so that both edit lists are exact."""
LARGEST_32 = 2**32 - 1
_UNITY = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
"""The matrix that shows a picture as it is."""
_UNDETERMINED = 0x55C4
"""ISO 639-2 `und`, packed: the language of a track."""
_BT709 = 1
_STEREO = 2
_NO_SBR = b"\x56\xe5\x00"
"""Ends an AudioSpecificConfig with the word that there is no spectral band replication, so that no player tries it."""
METADATA = {
    "title": b"\xa9nam",
    "artist": b"\xa9ART",
    "album": b"\xa9alb",
    "date": b"\xa9day",
    "encoder": b"\xa9too",
    "comment": b"\xa9cmt",
    "genre": b"\xa9gen",
    "copyright": b"cprt",
    "description": b"desc",
}
"""What a file can say about itself, and the item of the iTunes list that says it."""


@dataclass(frozen=True)
class Track:
    """The samples of one track: bytes of each, how many lie together in each chunk, and where each chunk begins.

    `durations` and `shifts` (presentation after decoding) are in ticks of the track; `shown` is what of it is
    presented, in ticks of the movie, from its tick `first` on. `keys` numbers the key frames from 0, None where every
    sample is one. `delay` is how many samples a decoder must hear before the first is right. `wide` is for files in
    which chunks begin beyond 4 GB.
    """

    handler: bytes
    timescale: int
    description: bytes
    sizes: Integers
    durations: Integers
    chunks: Integers
    offsets: Integers
    first: int
    shown: int
    shifts: Integers | None = None
    keys: Integers | None = None
    width: int = 0
    height: int = 0
    delay: int = 0
    wide: bool = False


def box(kind: bytes, *parts: bytes) -> bytes:
    """A box of `kind` around `parts`."""
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def data_header(size: int) -> bytes:
    """The header of the box that holds `size` bytes of samples, 64-bit where 32 bits do not hold them."""
    if size + 8 <= LARGEST_32:
        return struct.pack(">I4s", size + 8, b"mdat")
    return struct.pack(">I4sQ", 1, b"mdat", size + 16)


def file_type() -> bytes:
    """The box that opens the file."""
    return box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomiso2avc1mp41")


def movie(tracks: Sequence[Track], metadata: Mapping[str, str]) -> bytes:
    """The index of a file with `tracks`. Raises ValueError for a kind of metadata that `METADATA` does not list."""
    longest = max(track.shown for track in tracks)
    header = _full(
        b"mvhd",
        struct.pack(">4I", 0, 0, MOVIE_TICKS, _checked(longest)),
        struct.pack(">IH10x", 0x10000, 0x0100),
        _UNITY,
        struct.pack(">24xI", len(tracks) + 1),
    )
    return box(
        b"moov", header, *(_track(number, track) for number, track in enumerate(tracks, 1)), _user_data(metadata)
    )


def picture_description(width: int, height: int, configuration: bytes) -> bytes:
    """The sample entry of H.264 in BT.709, limited range; `configuration`, an `avcC` body, holds its parameter sets."""
    return box(
        b"avc1",
        struct.pack(">6xH16xHHIII", 1, width, height, 0x480000, 0x480000, 0),
        struct.pack(">H32xHh", 1, 24, -1),
        box(b"avcC", configuration),
        box(b"colr", b"nclx", struct.pack(">HHHB", _BT709, _BT709, _BT709, 0)),
        box(b"pasp", struct.pack(">II", 1, 1)),
    )


def sound_description(sizes: Integers, frame: int) -> bytes:
    """The sample entry of stereo AAC-LC at 48 kHz whose packets, of `frame` samples each, have `sizes`."""
    frequency_index = 3
    configuration = struct.pack(">H", 2 << 11 | frequency_index << 7 | _STEREO << 3) + _NO_SBR
    average = round(8 * float(sizes.mean()) * SOUND_RATE / frame)
    window = max(1, min(len(sizes), round(SOUND_RATE / frame)))
    totals = np.concatenate(([0], np.cumsum(sizes)))
    most = 8 * int((totals[window:] - totals[:-window]).max()) * SOUND_RATE // (window * frame)
    decoder = _descriptor(
        4,
        struct.pack(">BBB", 0x40, 0x15, 0),
        struct.pack(">HII", int(sizes.max()), most, average),
        _descriptor(5, configuration),
    )
    stream = _descriptor(3, struct.pack(">HB", 0, 0), decoder, _descriptor(6, b"\x02"))
    return box(b"mp4a", struct.pack(">6xH8xHHIHH", 1, _STEREO, 16, 0, SOUND_RATE, 0), _full(b"esds", stream))


def _full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def _descriptor(tag: int, *parts: bytes) -> bytes:
    """A descriptor of ISO/IEC 14496-1, its length in the four-byte form that every player reads."""
    body = b"".join(parts)
    return struct.pack(">BBBBB", tag, 0x80, 0x80, 0x80, len(body)) + body


def _checked(ticks: int) -> int:
    if ticks > LARGEST_32:
        raise ValueError(f"A programme of {ticks / MOVIE_TICKS / 3600:.1f} hours is too long for an MP4 of ours.")
    return ticks


def _track(number: int, track: Track) -> bytes:
    picture = track.handler == b"vide"
    header = _full(
        b"tkhd",
        struct.pack(">5I8x", 0, 0, number, 0, track.shown),
        struct.pack(">HHHH", 0, 0 if picture else 1, 0 if picture else 0x0100, 0),
        _UNITY,
        struct.pack(">II", track.width << 16, track.height << 16),
        flags=3,
    )
    edit = box(b"edts", _full(b"elst", struct.pack(">IIiI", 1, track.shown, track.first, 0x10000)))
    media_header = _full(
        b"mdhd", struct.pack(">4IHH", 0, 0, track.timescale, _checked(int(track.durations.sum())), _UNDETERMINED, 0)
    )
    name = b"VideoHandler\0" if picture else b"SoundHandler\0"
    kind = _full(b"vmhd", bytes(8), flags=1) if picture else _full(b"smhd", bytes(4))
    here = box(b"dinf", _full(b"dref", struct.pack(">I", 1), _full(b"url ", flags=1)))
    return box(
        b"trak",
        header,
        edit,
        box(b"mdia", media_header, _handler(track.handler, name), box(b"minf", kind, here, _tables(track))),
    )


def _handler(kind: bytes, name: bytes, maker: bytes = bytes(4)) -> bytes:
    return _full(b"hdlr", bytes(4), kind, maker, bytes(8), name)


def _tables(track: Track) -> bytes:
    parts = [
        _full(b"stsd", struct.pack(">I", 1), track.description),
        _full(b"stts", _counted(_runs(track.durations))),
    ]
    if track.shifts is not None:
        parts.append(_full(b"ctts", _counted(_runs(track.shifts))))
    if track.keys is not None:
        parts.append(_full(b"stss", _counted(track.keys[:, None] + 1)))
    parts += [
        _full(b"stsc", _counted(_chunk_runs(track.chunks))),
        _full(b"stsz", struct.pack(">II", 0, len(track.sizes)), _words(track.sizes)),
        _full(b"co64", struct.pack(">I", len(track.offsets)), track.offsets.astype(">u8").tobytes())
        if track.wide
        else _full(b"stco", _counted(track.offsets[:, None])),
    ]
    if track.delay:
        parts.append(_full(b"sgpd", b"roll", struct.pack(">IIh", 2, 1, -track.delay), version=1))
        parts.append(_full(b"sbgp", b"roll", struct.pack(">III", 1, len(track.sizes), 1)))
    return box(b"stbl", *parts)


def _words(values: Integers) -> bytes:
    return values.astype(">u4").tobytes()


def _counted(rows: Integers) -> bytes:
    return struct.pack(">I", len(rows)) + _words(rows)


def _runs(values: Integers) -> Integers:
    """Rows of how often and which value, for values that repeat."""
    starts = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
    return np.stack([np.diff(np.append(starts, len(values))), values[starts]], axis=1)


def _chunk_runs(chunks: Integers) -> Integers:
    """Rows of the first chunk (from 1) of a run, the samples in each chunk of it, and which description they have."""
    starts = np.flatnonzero(np.concatenate(([True], chunks[1:] != chunks[:-1])))
    return np.stack([starts + 1, chunks[starts], np.ones(len(starts), np.int64)], axis=1)


def _user_data(metadata: Mapping[str, str]) -> bytes:
    if unknown := metadata.keys() - METADATA.keys():
        raise ValueError(f"An MP4 of ours can not hold {min(unknown)!r}; it knows {', '.join(METADATA)}.")
    text = 1
    items = [
        box(METADATA[name], box(b"data", struct.pack(">II", text, 0), value.encode()))
        for name, value in metadata.items()
    ]
    if not items:
        return b""
    return box(b"udta", _full(b"meta", _handler(b"mdir", b"\0", b"appl"), box(b"ilst", *items)))

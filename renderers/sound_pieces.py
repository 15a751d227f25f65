"""Encoded sound on disk: the AAC packets of a few seconds as one file, their sizes and a checksum as another."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.encoding import AAC_FRAME
from renderers.errors import TakeDamaged

_PACKETS = "packets.aac"
_SIZES = "sizes.npy"


@dataclass(frozen=True)
class SoundPiece:
    """A stretch of encoded sound: the folder it lies in, the bytes of each of its packets, and the sum over all."""

    folder: Path
    sizes: NDArray[np.int64]
    checksum: int


def packets_of(samples: int) -> int:
    """How many AAC packets hold that many samples: one more than it fills, for the first only primes the decoder."""
    return -(-samples // AAC_FRAME) + 1


def save_packets(packets: Sequence[bytes], folder: Path) -> SoundPiece:
    """Write `packets` into `folder`; the piece they form."""
    data = b"".join(packets)
    sizes = np.array([len(packet) for packet in packets], np.int64)
    piece = SoundPiece(folder, sizes, zlib.crc32(data))
    (folder / _PACKETS).write_bytes(data)
    np.save(folder / _SIZES, np.append(sizes, piece.checksum))
    return piece


def load_piece(folder: Path) -> SoundPiece:
    """The piece that `save_packets` wrote. Raises `TakeDamaged` where its files are not there or not of one mind."""
    try:
        table = np.load(folder / _SIZES, allow_pickle=False).astype(np.int64)
        found = (folder / _PACKETS).stat().st_size
        sizes = table[:-1]
        if table.ndim != 1 or np.any(sizes < 1) or int(sizes.sum()) != found:
            raise ValueError(f"{found} bytes are there")
    except (OSError, ValueError, IndexError) as error:
        raise _damaged(folder, error) from error
    return SoundPiece(folder, sizes, int(table[-1]))


def read_packets(piece: SoundPiece) -> bytes:
    """The packets of `piece`, one after another. Raises `TakeDamaged` where they are not what was written."""
    try:
        data = (piece.folder / _PACKETS).read_bytes()
    except OSError as error:
        raise _damaged(piece.folder, error) from error
    if zlib.crc32(data) != piece.checksum:
        raise _damaged(piece.folder, "other bytes than were written")
    return data


def _damaged(folder: Path, reason: object) -> TakeDamaged:
    return TakeDamaged(f"The piece of sound {folder.name} can not be read back ({reason}).", folder)

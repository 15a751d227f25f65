"""WAV sound from memory, as speech services send it: whole or streamed, with lengths that may be made up."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_UNKNOWN = 0x7FFFFFFF
"""A length from which on it only says that nobody knew."""


def read_wave(data: bytes) -> tuple[NDArray[np.float32], int]:
    """Mono samples (-1..1) and their rate. Raises ValueError."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ValueError("it does not begin like one")
    kind = channels = rate = bits = 0
    at = 12
    while at + 8 <= len(data):
        name, length = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        at += 8
        if name == b"fmt " and at + 16 <= len(data):
            kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", data, at)
            if kind == _EXTENSIBLE and at + 26 <= len(data):
                kind = struct.unpack_from("<H", data, at + 24)[0]
        elif name == b"data":
            body = data[at : at + length]
            if length < _UNKNOWN and len(body) < length:
                raise ValueError("it ends before its end")
            return _samples(body, kind, channels, bits), rate
        at += length + (length & 1)
    raise ValueError("it holds no sound")


def _samples(body: bytes, kind: int, channels: int, bits: int) -> NDArray[np.float32]:
    types = {(_PCM, 16): ("<i2", 32768.0), (_PCM, 32): ("<i4", 2147483648.0), (_FLOAT, 32): ("<f4", 1.0)}
    if (kind, bits) not in types or not 1 <= channels <= 8:
        raise ValueError(f"{bits} bits of kind {kind} are not read")
    name, full = types[kind, bits]
    size = bits // 8 * channels
    line = np.frombuffer(body[: len(body) // size * size], name).astype(np.float32) / np.float32(full)
    return np.asarray(np.nan_to_num(line).reshape(-1, channels).mean(1), np.float32)

"""Answers that come packed, unpacked piece by piece, so that nothing small becomes something huge."""

from __future__ import annotations

import zlib
from typing import Protocol

from brand_memory.errors import BrandError

_RATIO = 120
_FREE = 1_000_000
"""Bytes that may come out of a packed answer before its ratio is looked at."""
_LAYERS = 2


class Bomb(BrandError):
    """Why an answer is not unpacked any further."""


class _Step(Protocol):
    def feed(self, piece: bytes, most: int) -> bytes: ...


class _Inflate:
    """gzip, zlib and raw deflate, whichever the first bytes show."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._engine = zlib.decompressobj(bits)
        self._first = True

    def feed(self, piece: bytes, most: int) -> bytes:
        try:
            out = self._engine.decompress(piece, most + 1)
        except zlib.error:
            if not (self._first and self._bits == zlib.MAX_WBITS):
                raise Bomb("it is packed, but not as it says") from None
            self._engine = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                out = self._engine.decompress(piece, most + 1)
            except zlib.error:
                raise Bomb("it is packed, but not as it says") from None
        self._first = False
        return out


class _Brotli:
    def __init__(self) -> None:
        import brotli  # type: ignore[import-untyped]

        self._failure = brotli.error
        self._engine = brotli.Decompressor()

    def feed(self, piece: bytes, most: int) -> bytes:
        try:
            out: bytes = self._engine.process(piece, output_buffer_limit=most + 1)
        except self._failure:
            raise Bomb("it is packed, but not as it says") from None
        return out


class Unpacker:
    """Takes an answer apart by its `Content-Encoding`; at most `most` bytes come out, and at most 120 for each one in.

    Raises Bomb where more would come, or where the encoding is none that is read.
    """

    def __init__(self, encoding: str, most: int) -> None:
        names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
        self._steps: list[_Step] = []
        for name in reversed([name for name in names if name != "identity"]):
            if name in ("gzip", "x-gzip"):
                self._steps.append(_Inflate(zlib.MAX_WBITS | 16))
            elif name == "deflate":
                self._steps.append(_Inflate(zlib.MAX_WBITS))
            elif name == "br":
                self._steps.append(_Brotli())
            else:
                raise Bomb(f"it is packed in a way that is not read ({name[:20]})")
        if len(self._steps) > _LAYERS:
            raise Bomb("it is packed more than twice")
        self._most, self._came, self._left = most, 0, 0

    def feed(self, piece: bytes) -> bytes:
        """The next piece, unpacked."""
        self._came += len(piece)
        for step in self._steps:
            piece = step.feed(piece, self._most - self._left)
        self._left += len(piece)
        if self._left > self._most:
            raise Bomb(f"it is larger than {self._most / 1e6:g} MB")
        if self._steps and self._left > _FREE and self._left > _RATIO * self._came:
            raise Bomb(f"it grows to more than {_RATIO} times its size when unpacked")
        return piece

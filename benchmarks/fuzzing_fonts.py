"""Damage inside fonts: single tables, with a directory and checksums that fit, so that readers come that far.

Random damage to a whole file mostly ends at the directory. Here offsets, counts and formats inside the tables that
place, draw and vary glyphs are hit.
"""

from __future__ import annotations

import io
import random
import struct
from collections.abc import Callable

SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
_DIRECTORY, _ENTRY = struct.Struct(">4sHHHH"), struct.Struct(">4sIII")
_NUMBERS = (0, 1, 2, 0x7F, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF)

Damage = Callable[[bytes, random.Random], bytes]


def real_fonts() -> list[bytes]:
    """A typeface that ships with the house, cut to a few letters, with its layout tables and axes; also packed."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    from renderers.typography import family_files

    options = Options(layout_features=["*"], notdef_outline=True)
    made: list[bytes] = []
    path = family_files("Nunito")[0]
    for flavour in (None, "woff", "woff2"):
        font = TTFont(path, lazy=False)
        cut = Subsetter(options)
        cut.populate(text="aeinorstAEN0fiVA.")
        cut.subset(font)
        font.flavor = flavour
        held = io.BytesIO()
        try:
            font.save(held)
        except ImportError:
            continue
        made.append(held.getvalue())
    return made


def mutate_tables(honest: bytes, source: random.Random, damage: Damage) -> bytes:
    """A font with one to three tables damaged, left out, swapped or doubled, and its directory made to fit."""
    tables = _tables(honest)
    for _ in range(source.choice((1, 1, 2, 3))):
        name = source.choice(list(tables))
        way = source.randrange(10)
        if way == 0 and len(tables) > 4:
            del tables[name]
        elif way == 1:
            other = source.choice(list(tables))
            tables[name], tables[other] = tables[other], tables[name]
        elif way < 6:
            tables[name] = _numbers(tables[name], source)
        else:
            tables[name] = damage(tables[name] or b"\0", source)
    return _joined(honest[:4], tables)


def _numbers(table: bytes, source: random.Random) -> bytes:
    """A table with some of its 16- and 32-bit fields, mostly near its beginning, at the ends of what they can be."""
    made = bytearray(table)
    for _ in range(source.choice((1, 2, 4, 8))):
        if len(made) < 4:
            break
        near = min(len(made), source.choice((16, 64, 400, 1 << 20)))
        at = source.randrange(0, max(near - 3, 1)) & ~1
        if source.random() < 0.7:
            made[at : at + 2] = struct.pack(">H", source.choice((*_NUMBERS, source.randrange(65536))))
        else:
            made[at : at + 4] = struct.pack(">I", source.choice((0, len(made), 0x7FFFFFFF, 0xFFFFFFFF, 0x80000000)))
    return bytes(made)


def _tables(honest: bytes) -> dict[bytes, bytes]:
    count = _DIRECTORY.unpack_from(honest)[1]
    found = {}
    for number in range(count):
        name, _, at, length = _ENTRY.unpack_from(honest, _DIRECTORY.size + number * _ENTRY.size)
        found[name] = honest[at : at + length]
    return found


def _joined(kind: bytes, tables: dict[bytes, bytes]) -> bytes:
    power = max(len(tables).bit_length() - 1, 0)
    ranges = 16 << power
    head = bytearray(_DIRECTORY.pack(kind, len(tables), ranges & 0xFFFF, power, (len(tables) * 16 - ranges) & 0xFFFF))
    at = len(head) + len(tables) * _ENTRY.size
    body = bytearray()
    for name, content in sorted(tables.items()):
        padded = content + bytes(-len(content) % 4)
        head += _ENTRY.pack(name, _checksum(padded), at + len(body), len(content))
        body += padded
    return bytes(head + body)


def _checksum(padded: bytes) -> int:
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF

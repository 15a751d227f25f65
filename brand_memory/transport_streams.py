"""MPEG transport streams (ISO/IEC 13818-1) put on a clock that begins at 0, as files are that stand by themselves.

Pieces of a broadcast or a playlist begin at any time of a day-long clock, usually ten seconds in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PACKET = 188
_SYNC = 0x47
_WRAP = 1 << 33
_TICKS = 90_000
"""The clock of presentation times: ticks a second, and at how many it begins anew."""
_WITH_TIMES = range(0xBC, 0x100)
_WITHOUT = frozenset({0xBC, 0xBE, 0xBF, 0xF0, 0xF1, 0xF2, 0xF8, 0xFF})
"""Stream ids whose packets may state times, and those of them that do not (table 2-21)."""

Packets = NDArray[np.uint8]


def is_transport_stream(head: bytes) -> bool:
    """Whether a file that begins with `head` is one: the sync byte every 188 bytes, five times or to its end."""
    places = range(0, min(len(head), 5 * PACKET), PACKET)
    return len(head) >= PACKET and all(head[place] == _SYNC for place in places)


def start_at_zero(path: Path) -> float:
    """Shift all times in the file at `path` so that the first is 0; by how many seconds they were late.

    What is no transport stream is left as it is, and 0 given back.
    """
    with path.open("rb") as file:
        if not is_transport_stream(file.read(5 * PACKET)):
            return 0.0
    content = np.memmap(path, np.uint8, "r+")
    packets = content[: len(content) // PACKET * PACKET].reshape(-1, PACKET)
    stamps = list(_stamps(packets))
    if not stamps:
        return 0.0
    earliest = stamps[0][2]
    for _, _, stamp in stamps[:200]:
        # Of two times, the earlier is the one from which the other is less than half a round of the clock away.
        if (earliest - stamp) % _WRAP < _WRAP // 2:
            earliest = stamp
    for row, place, stamp in stamps:
        _write(packets[row], place, (stamp - earliest) % _WRAP)
    clocked = (packets[:, 3] & 0x20 != 0) & (packets[:, 4] >= 7) & (packets[:, 5] & 0x10 != 0)
    for row in map(int, np.flatnonzero(clocked)):
        _shift_clock(packets[row], earliest)
    content.flush()
    return earliest / _TICKS


def _stamps(packets: Packets) -> Iterator[tuple[int, int, int]]:
    """Every presentation and decoding time: row, place in it, and its ticks."""
    starts = (packets[:, 0] == _SYNC) & (packets[:, 1] & 0x40 != 0) & (packets[:, 3] & 0x10 != 0)
    for row in np.flatnonzero(starts):
        packet = packets[row]
        at = 4 + (1 + int(packet[4]) if packet[3] & 0x20 else 0)
        if at + 19 > PACKET or bytes(packet[at : at + 3]) != b"\0\0\1":
            continue
        if packet[at + 3] not in _WITH_TIMES or packet[at + 3] in _WITHOUT:
            continue
        flags = int(packet[at + 7]) >> 6
        for place in (at + 9, at + 14)[: {2: 1, 3: 2}.get(flags, 0)]:
            yield int(row), place, _read(packet, place)


def _read(packet: Packets, at: int) -> int:
    """The 33 bits of a time, in five bytes with marks between."""
    first, second, third, fourth, fifth = (int(byte) for byte in packet[at : at + 5])
    return (first >> 1 & 7) << 30 | second << 22 | third >> 1 << 15 | fourth << 7 | fifth >> 1


def _write(packet: Packets, at: int, ticks: int) -> None:
    packet[at] = (int(packet[at]) & 0xF1) | (ticks >> 30 & 7) << 1
    packet[at + 1] = ticks >> 22 & 0xFF
    packet[at + 2] = (ticks >> 15 & 0x7F) << 1 | 1
    packet[at + 3] = ticks >> 7 & 0xFF
    packet[at + 4] = (ticks & 0x7F) << 1 | 1


def _shift_clock(packet: Packets, ticks: int) -> None:
    """The same for the programme clock, 33 bits at the front of six bytes, which may begin before the first time."""
    value = int.from_bytes(bytes(packet[6:12]), "big")
    base = ((value >> 15) - ticks) % _WRAP
    moved = (base if base < _WRAP // 2 else 0) << 15 | (value & 0x7FFF)
    packet[6:12] = np.frombuffer(moved.to_bytes(6, "big"), np.uint8)

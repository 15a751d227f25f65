"""Which process something belongs to, named so that a later process with the same number is not taken for it."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

_PROC = Path("/proc")
_ENDED = ("Z", "X", "x")
"""States of a process that has ended and is only not yet counted (proc(5))."""


def process_mark() -> str:
    """The mark of this process: its number, its start in clock ticks since boot, and the system it runs in.

    Three parts with hyphens between, fit for a file name. Where the system tells no start, that part is 0.
    """
    return _mark(os.getpid())


def is_alive(mark: str) -> bool | None:
    """Whether the process with this mark still runs; None where that can not be seen from here.

    It can not be seen for a process of another container, of an earlier boot, or where the system tells no start times.
    """
    number, start, place = mark.split("-")
    if place != _place() or start == "0":
        return None if place != _place() or _exists(int(number)) else False
    return _start(int(number)) == int(start)


@cache
def _mark(pid: int) -> str:
    return f"{pid}-{_start(pid) or 0}-{_place()}"


def _start(pid: int) -> int | None:
    """When the process started, in ticks since boot; None where there is none, or it has ended."""
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (OSError, ValueError):
        return None
    return None if fields[0] in _ENDED else int(fields[19])


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


@cache
def _place() -> str:
    """The boot and the space of process numbers that we are in, as 8 hex digits."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text()
        space = str((_PROC / "self/ns/pid").readlink())
    except OSError:
        boot, space = "", ""
    return hashlib.sha256(f"{boot}{space}".encode()).hexdigest()[:8]

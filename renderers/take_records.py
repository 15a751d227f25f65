"""The record of a take: what it holds, by size and digest, so that damage on disk is seen before it is used."""

from __future__ import annotations

import hashlib
import json
import os
import time
from enum import Enum
from pathlib import Path

RECORD = "take.json"
_TOUCHED_EVERY = 3600.0
"""Seconds between two notes of the last use of one take: exact enough to find the least used, and hardly a write."""

TOUCH_MARGIN = _TOUCHED_EVERY
"""Seconds by which a take may have been used later than its record says."""

_sound: dict[str, tuple[tuple[str, int, int, int], ...]] = {}
"""Takes whose bytes this process has already compared, and how their files stood then."""


class Condition(Enum):
    """How a take is found on disk."""

    ABSENT = "absent"
    DAMAGED = "damaged"
    WHOLE = "whole"


def write_record(folder: Path, about: dict[str, object]) -> None:
    """Complete the take in `folder` by its record: `about`, and every file's size in bytes and digest."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    held = {name: [(folder / name).stat().st_size, _checksum(folder / name)] for name in names}
    record = {**about, "files": held}
    (folder / RECORD).write_text(json.dumps(record, ensure_ascii=False, default=str), encoding="utf-8")


def examine_take(folder: Path) -> Condition:
    """The condition of the take in `folder`, by existence and sizes, and once a process by the digests too.

    Notes the use of a whole one, by the time of its record's last change.
    """
    try:
        held = json.loads((folder / RECORD).read_bytes())["files"].items()
        sizes = {name: size for name, (size, _) in held}
        standing = tuple(_standing(folder, name) for name in sizes)
    except FileNotFoundError:
        return Condition.DAMAGED if folder.exists() else Condition.ABSENT
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Condition.DAMAGED
    if any(size != sizes[name] for name, size, _, _ in standing):
        return Condition.DAMAGED
    if _sound.get(str(folder)) != standing:
        try:
            if any(_checksum(folder / name) != checksum for name, (_, checksum) in held):
                return Condition.DAMAGED
        except OSError:
            return Condition.DAMAGED
        _sound[str(folder)] = standing
    _touch(folder / RECORD)
    return Condition.WHOLE


def _standing(folder: Path, name: str) -> tuple[str, int, int, int]:
    found = (folder / name).stat()
    return name, found.st_size, found.st_mtime_ns, found.st_ino


def _checksum(path: Path) -> str:
    """SHA-1: against accidents, not malice, it is the fastest here with and without the processor's own help."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.sha1(usedforsecurity=False)).hexdigest()


def _touch(record: Path) -> None:
    now = time.time()
    try:
        if now - record.stat().st_mtime > _TOUCHED_EVERY:
            os.utime(record, (now, now))
    except OSError:
        return

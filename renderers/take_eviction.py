"""The size of the store of takes, and how it is kept below a limit: the least recently used go first."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from renderers.file_lock import locked
from renderers.take_records import RECORD, TOUCH_MARGIN
from renderers.takes import MAKING, drop_take, lock_file


@dataclass(frozen=True)
class StoredTake:
    """A take on disk: its size in bytes and when it was last used, in seconds since 1970."""

    kind: str
    key: str
    folder: Path
    size: int
    used: float


def stored_takes(root: Path, seconds: float = float("inf")) -> tuple[list[StoredTake], bool]:
    """The takes under `root`, and whether they are all: it looks for no longer than `seconds`."""
    deadline = time.monotonic() + seconds
    found: list[StoredTake] = []
    for kind in _folders(root):
        if kind.name == MAKING:
            continue
        for begin in _folders(kind):
            for folder in _folders(begin):
                if time.monotonic() > deadline:
                    return found, False
                found.append(_stored(kind.name, folder))
    return found, True


def grown_since(root: Path, keys: Collection[tuple[str, str]], since: float) -> int:
    """Bytes of those takes of `keys` (kind and key) that were made, or noted as used, after `since`."""
    takes = [_stored(kind, root / kind / key[:2] / key) for kind, key in keys]
    return sum(take.size for take in takes if take.used >= since)


def evict(
    root: Path,
    takes: Collection[StoredTake],
    limit: float,
    *,
    used_since: Callable[[], float],
    needed: Collection[tuple[str, str]] = (),
    seconds: float = float("inf"),
) -> int:
    """The bytes of `takes` after some were removed from the store at `root`, so that they are at most `limit`.

    The least recently used go first, and those `needed` (kind and key) only when no others are left. Nothing goes that
    was used since `used_since()`, the start of the oldest live job in seconds since 1970. Ends after `seconds`.
    """
    deadline = time.monotonic() + seconds
    size = sum(take.size for take in takes)
    for take in sorted(takes, key=lambda take: ((take.kind, take.key) in needed, take.used)):
        if size <= limit or time.monotonic() > deadline:
            break
        if _remove(root, take, used_since):
            size -= take.size
    return size


def _remove(root: Path, take: StoredTake, used_since: Callable[[], float]) -> bool:
    """Remove a take unless it is in use; whether it is gone."""
    try:
        with locked(lock_file(root, take.kind, take.key), wait=False) as held:
            if not held or _last_use(take.folder) + TOUCH_MARGIN > used_since():
                return False
            drop_take(take.folder)
            return True
    except OSError:
        return False


def _stored(kind: str, folder: Path) -> StoredTake:
    size = 0
    for path in folder.rglob("*"):
        try:
            size += path.stat().st_size
        except OSError:
            continue
    return StoredTake(kind, folder.name, folder, size, _last_use(folder))


def _last_use(folder: Path) -> float:
    """When the take was last noted as used; long ago where it has no record, for then it is of no use."""
    try:
        return (folder / RECORD).stat().st_mtime
    except OSError:
        return 0.0


def _folders(place: Path) -> Iterator[Path]:
    try:
        with os.scandir(place) as entries:
            yield from [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return

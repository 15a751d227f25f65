"""Takes: everything that was ever made, kept under the hash of what decided it.

A request that has a take is never made again. Each take is a folder that appears all at once (made beside its place,
then renamed), so a reader never sees half of one. Its record tells what it holds: a take that was damaged on disk is
removed when it is looked for, and made again. Who makes a take holds its lock, so that two processes do not do the
same work; the second waits, and finds it.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from renderers.errors import NoSpace
from renderers.file_lock import locked
from renderers.leftovers import part_path, remove, sweep_parts
from renderers.take_keys import DIGEST_LENGTH, digest, file_digest
from renderers.take_records import Condition, examine_take, write_record

__all__ = ["DIGEST_LENGTH", "MAKING", "Take", "TakeStore", "digest", "drop_take", "file_digest", "lock_file"]

MAKING = "making"
"""The folder, among those of the kinds, of what is being made."""


@dataclass(frozen=True)
class Take:
    """One made thing: its kind, its key, and the folder that holds it."""

    kind: str
    key: str
    folder: Path


@dataclass
class TakeStore:
    """The folder of all takes, and an account of what was made, found, and used.

    `on_damage` is called with the kind of every damaged take that was found and removed.
    """

    root: Path
    made: dict[str, int] = field(default_factory=dict)
    reused: dict[str, int] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)
    on_damage: Callable[[str], object] = field(default=lambda kind: None, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def folder(self, kind: str, key: str) -> Path:
        """Where a take of this kind and key is or would be."""
        return self.root / kind / key[:2] / key

    def find(self, kind: str, key: str) -> Take | None:
        """The take if there is one whole; a damaged one is removed."""
        condition = examine_take(self.folder(kind, key))
        if condition is Condition.DAMAGED:
            # Whoever holds the lock is about to put a whole one in its place.
            with contextlib.suppress(OSError), locked(lock_file(self.root, kind, key), wait=False) as held:
                if held:
                    condition = self._examine(kind, key)
        return self._taken(kind, key) if condition is Condition.WHOLE else None

    def keep(
        self, kind: str, key: str, write: Callable[[Path], object], about: dict[str, object] | None = None
    ) -> Take:
        """The take, made by `write(folder)` if it is not there yet. What `write` raises leaves nothing behind.

        `about` goes into its record `take.json` (which engine ran, what was asked). Waits where another process is
        making it, and takes over if that fails. Raises `NoSpace` on a full disk.
        """
        if found := self.find(kind, key):
            self.count(kind, made=False)
            return found
        try:
            with locked(lock_file(self.root, kind, key)):
                if made := self._examine(kind, key) is not Condition.WHOLE:
                    self._make(kind, key, write, about or {})
        except OSError as error:
            raise NoSpace(
                f"Could not write to {self.root}: {error.strerror or error}. Free some space and run it again."
            ) from error
        self.count(kind, made=made)
        return self._taken(kind, key)

    def sweep(self) -> None:
        """Remove what makers that are no longer alive left half-made."""
        making = self.root / MAKING
        sweep_parts(making)
        for lock in making.glob("*.lock"):
            with contextlib.suppress(OSError), locked(lock, wait=False):
                """Letting go of a lock removes its file."""

    def count(self, kind: str, *, made: bool) -> None:
        """Count one take as made or reused."""
        with self._lock:
            table = self.made if made else self.reused
            table[kind] = table.get(kind, 0) + 1

    def _make(self, kind: str, key: str, write: Callable[[Path], object], about: dict[str, object]) -> None:
        place = self.folder(kind, key)
        making = part_path(self.root / MAKING / kind)
        try:
            making.mkdir(parents=True)
            write(making)
            write_record(making, about)
            place.parent.mkdir(parents=True, exist_ok=True)
            making.rename(place)
        finally:
            remove(making)

    def _examine(self, kind: str, key: str) -> Condition:
        """The condition of a take whose lock we hold; where it is damaged, it is gone afterwards."""
        condition = examine_take(self.folder(kind, key))
        if condition is Condition.DAMAGED:
            drop_take(self.folder(kind, key))
            self.on_damage(kind)
        return condition

    def _taken(self, kind: str, key: str) -> Take:
        with self._lock:
            self.used.add((kind, key))
        return Take(kind, key, self.folder(kind, key))


def lock_file(root: Path, kind: str, key: str) -> Path:
    """The lock that whoever makes, mends or removes a take of the store at `root` holds."""
    return root / MAKING / f"{kind}-{key}.lock"


def drop_take(folder: Path) -> None:
    """Forget the take in `folder`, all of it at once, so that it is made again when it is asked for."""
    root = folder.parents[2]
    going = part_path(root / MAKING / folder.parents[1].name)
    with contextlib.suppress(OSError):
        going.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(going)
    remove(going)

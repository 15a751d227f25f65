"""Takes: everything that was ever made, kept under the hash of what decided it.

A request that has a take is never made again. Each take is a folder that appears all at once (made beside its place,
then renamed), so a reader never sees half of one, and two makers of the same take cannot harm each other.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from pathlib import Path

import numpy as np

from renderers.errors import NoSpace

DIGEST_LENGTH = 32
"""Hex digits kept of a SHA-256: 128 bits, no collision to be expected before 2**64 takes."""


def _plain(value: object) -> object:
    """`value` as JSON can hold it, the same for equal values. Paths are left out: a digest stands beside each."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.metadata.get("hash", True)}
        return {"": type(value).__name__, **{k: v for k, v in named.items() if v is not _PATH}}
    if isinstance(value, Path):
        return _PATH
    if isinstance(value, np.ndarray):
        return hashlib.sha256(np.ascontiguousarray(value).tobytes()).hexdigest()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in sorted(value.items())}
    if isinstance(value, list | tuple):
        return [v for v in map(_plain, value) if v is not _PATH]
    return value


_PATH = object()


def digest(*parts: object) -> str:
    """The content key of `parts`: equal parts, equal key, on any machine.

    Takes plain values, frozen dataclasses, arrays and tuples of these. Paths never count.
    """
    text = json.dumps([_plain(part) for part in parts], sort_keys=True, ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def file_digest(path: Path) -> str:
    """The content key of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:DIGEST_LENGTH]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


@dataclass(frozen=True)
class Take:
    """One made thing: its kind, its key, and the folder that holds it."""

    kind: str
    key: str
    folder: Path


@dataclass
class TakeStore:
    """The folder of all takes, and a count of what was made and what was found."""

    root: Path
    made: dict[str, int] = field(default_factory=dict)
    reused: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def folder(self, kind: str, key: str) -> Path:
        """Where a take of this kind and key is or would be."""
        return self.root / kind / key[:2] / key

    def find(self, kind: str, key: str) -> Take | None:
        """The take if there is one whole."""
        folder = self.folder(kind, key)
        return Take(kind, key, folder) if (folder / "take.json").is_file() else None

    def keep(
        self, kind: str, key: str, write: Callable[[Path], object], about: dict[str, object] | None = None
    ) -> Take:
        """The take, made by `write(folder)` if it is not there yet. What `write` raises leaves nothing behind.

        `about` is written beside it as `take.json` (which engine ran, what was asked). Raises `NoSpace` on a full disk.
        """
        if found := self.find(kind, key):
            self.count(kind, made=False)
            return found
        place = self.folder(kind, key)
        making = self.root / "making" / f"{os.getpid()}-{uuid.uuid4().hex}"
        try:
            making.mkdir(parents=True)
            write(making)
            (making / "take.json").write_text(json.dumps(about or {}, ensure_ascii=False, default=str))
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                making.rename(place)
            except OSError:
                if self.find(kind, key) is None:
                    shutil.rmtree(place, ignore_errors=True)
                    making.rename(place)
        except OSError as error:
            raise NoSpace(
                f"Could not write to {self.root}: {error.strerror or error}. Free some space and run it again."
            ) from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
        self.count(kind, made=True)
        return Take(kind, key, place)

    def sweep(self) -> None:
        """Remove what makers that are no longer alive left half-made."""
        making = self.root / "making"
        for folder in making.iterdir() if making.is_dir() else ():
            pid = folder.name.partition("-")[0]
            if pid.isdigit() and not _alive(int(pid)):
                shutil.rmtree(folder, ignore_errors=True)

    def count(self, kind: str, *, made: bool) -> None:
        """Count one take as made or reused."""
        with self._lock:
            table = self.made if made else self.reused
            table[kind] = table.get(kind, 0) + 1


def drop_take(folder: Path) -> None:
    """Forget the take in `folder`, so that it is made again when it is asked for."""
    shutil.rmtree(folder, ignore_errors=True)

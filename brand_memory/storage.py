"""The files of one brand, each kept under the hash of its bytes: written whole or not at all, never changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import uuid
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Protocol

from brand_memory.cleaning import clean
from brand_memory.errors import BrandError
from brand_memory.kit import StoredFile

LONGEST_NAME = 120
"""Characters of a file's name that are kept for people to read."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PART = ".part-"


class FileStore(Protocol):
    """Where the files of a brand are kept."""

    def keep(self, content: bytes, name: str, media_type: str) -> StoredFile:
        """The record of `content`, which from now on can be read back by it. The same bytes are kept once."""
        ...

    def read(self, file: StoredFile) -> bytes:
        """The bytes of a kept file. Raises `BrandError` where they are gone or not those that were kept."""
        ...


class BrandFiles:
    """A `FileStore` in a folder. Names given to it are for people alone: paths are made of digests.

    Files of processes that were killed while they wrote are removed by `sweep`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, content: bytes, name: str, media_type: str) -> StoredFile:
        """The record of `content`, on disk when this returns. Raises `BrandError` where it can not be written."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._place(digest)
        if not (path.is_file() and path.stat().st_size == len(content)):
            self._write(path, content)
        return StoredFile(digest=digest, name=readable_name(name), media_type=media_type, size=len(content))

    def path(self, file: StoredFile) -> Path:
        """Where a kept file is. Raises `BrandError` where it is gone."""
        path = self._place(file.digest)
        if not path.is_file():
            raise BrandError(f"The file {file.name!r} of this brand is gone from {str(path)!r}: learn the brand again.")
        return path

    def read(self, file: StoredFile) -> bytes:
        """The bytes of a kept file. Raises `BrandError` where they are gone or were changed."""
        content = self.path(file).read_bytes()
        if hashlib.sha256(content).hexdigest() != file.digest:
            raise BrandError(f"The file {file.name!r} of this brand was changed on disk: learn the brand again.")
        return content

    def digests(self) -> frozenset[str]:
        """The digests of all files that are here."""
        return frozenset(path.name for path in self._all() if _DIGEST.fullmatch(path.name))

    def sweep(self, needed: Collection[str]) -> int:
        """Remove every file whose digest is not `needed`, and what was half-written; how many bytes went.

        Only for the one process that may write here at the time.
        """
        removed = 0
        for path in self._all():
            if path.name not in needed:
                with contextlib.suppress(OSError):
                    size = path.stat().st_size
                    path.unlink()
                    removed += size
        return removed

    def _all(self) -> Iterator[Path]:
        return (path for path in self.folder.glob("*/*") if path.is_file() or path.is_symlink())

    def _place(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise BrandError("A file of this brand is recorded under something that is no digest: learn it again.")
        return self.folder / digest[:2] / digest

    def _write(self, path: Path, content: bytes) -> None:
        making = path.with_name(f"{_PART}{os.getpid()}-{uuid.uuid4().hex[:8]}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with making.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            making.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                making.unlink()
            raise BrandError(
                f"Could not write to {str(self.folder)!r} ({error.strerror or error}): free some space, or set "
                "AGENCY_HOME to a folder of yours."
            ) from error


def readable_name(name: str) -> str:
    """`name` as people may see it: one line without control or invisible characters, at most 120 characters."""
    return re.split(r"[/\\]", clean(name, 4 * LONGEST_NAME))[-1][-LONGEST_NAME:].strip() or "file"

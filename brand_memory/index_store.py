"""The folder of the search index, owned by one process at a time. It holds no words and can be made anew."""

from __future__ import annotations

import contextlib
import ctypes
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

from brand_memory.locking import Lock

_M_PERTURB = -6
"""The option of glibc's `mallopt` that sets new memory to the complement of a byte, and freed memory to the byte."""


@contextlib.contextmanager
def blank_memory() -> Iterator[None]:
    """Hand out memory zeroed during the block, where the C library can.

    Chroma's index writes buffers to disk that it has not filled; what this process had there before, words and keys,
    would be in its files.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        yield
        return
    mallopt(_M_PERTURB, 0xFF)
    try:
        yield
    finally:
        mallopt(_M_PERTURB, 0)


class IndexStore:
    """The index beside the records in `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root / "index"
        self._lock = Lock(self.root / "owner.lock")
        self._opening = self.root / "opening"
        self._owned = False

    @property
    def folder(self) -> Path:
        """Where the index is, or is to be made: under a new name each time, since Chroma keeps what it once opened."""
        return min(self._folders(), default=self.root / f"store-{uuid.uuid4().hex[:8]}")

    @property
    def owned(self) -> bool:
        """Whether this process owns the index."""
        return self._owned

    @property
    def owner(self) -> str:
        """The number of the process that owns the index."""
        return self._lock.holder()

    def own(self, patience: float) -> bool:
        """Whether this process owns the index now; waits up to `patience` seconds for another to let go."""
        self._owned = self._owned or self._lock.take(patience)
        return self._owned

    def disown(self) -> None:
        """Let other processes have the index."""
        self._lock.give()
        self._owned = False

    def begin_opening(self) -> bool:
        """Whether the last opening came to its end; a damaged index may kill the process that opens it."""
        ended = not self._opening.exists()
        self._opening.touch()
        return ended

    def end_opening(self) -> None:
        """The index is open and was found whole."""
        self._opening.unlink(missing_ok=True)

    def remove(self, patience: float = 0.0) -> bool:
        """Whether the index is gone, bytes and all; not where another process owns it."""
        before = self._owned
        if not self._folders():
            return True
        if not self.own(patience):
            return False
        for folder in self._folders():
            shutil.rmtree(folder, ignore_errors=True)
        if not before:
            self.disown()
        return not self._folders()

    def _folders(self) -> list[Path]:
        return list(self.root.glob("store-*"))

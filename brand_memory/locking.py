"""A lock that one process holds at a time, and that no killed process leaves behind."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

_TRY_EVERY = 0.05


class Lock:
    """The lock at `path`, a file that holds the number of the process that has it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def take(self, patience: float = 0.0) -> bool:
        """Whether the lock is ours now; waits up to `patience` seconds for it."""
        until = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= until:
                return False
            time.sleep(_TRY_EVERY)
        return True

    def give(self) -> None:
        """Let others have it."""
        if self._file is not None:
            # Said aloud, for a process that was forked meanwhile has the same file open.
            fcntl.flock(self._file, fcntl.LOCK_UN)
            os.close(self._file)
            self._file = None

    def holder(self) -> str:
        """The number of the process that has or had it, empty where that is not known."""
        try:
            return self.path.read_text(encoding="ascii", errors="replace").strip()
        except OSError:
            return ""

    @contextlib.contextmanager
    def held(self, refusal: Exception, patience: float = 0.0) -> Iterator[None]:
        """Hold the lock during the block, or raise `refusal`."""
        if not self.take(patience):
            raise refusal
        try:
            yield
        finally:
            self.give()

    def _try(self) -> bool:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Another process may have removed the file, with its folder, while we opened it: then we hold nothing.
            if os.stat(self.path).st_ino != os.fstat(file).st_ino:  # noqa: PTH116 - beside fstat
                raise FileNotFoundError(self.path)
        except OSError:
            os.close(file)
            return False
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
        self._file = file
        return True

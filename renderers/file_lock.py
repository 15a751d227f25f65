"""A lock between processes that goes with its holder, however that ends."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)
"""What file systems answer that know no locks; there, work may be done twice, which harms nothing."""


@contextlib.contextmanager
def locked(path: Path, *, wait: bool = True, handed: int | None = None) -> Iterator[bool]:
    """Hold the lock file `path`; yields whether it is held, which is always so with `wait`. Raises OSError.

    The file is there only while somebody holds it or waits for it, or was killed doing so. `handed` is the descriptor
    that `handed_over` gave to this process: the lock is held already, and is let go here.
    """
    held = handed if handed is not None else _acquire(path, wait=wait)
    if handed is not None:
        os.set_inheritable(handed, False)
    try:
        yield held is not None
    finally:
        if held is not None:
            _let_go(path, held)


@contextlib.contextmanager
def handed_over(path: Path) -> Iterator[int | None]:
    """Hold the lock file `path` for a process that is started inside: the descriptor to pass on, None where it is held.

    The lock is the other's afterwards, without a moment in which it is nobody's; it is let go where the body fails.
    """
    held = _acquire(path, wait=False)
    try:
        yield held
    except BaseException:
        if held is not None:
            _let_go(path, held)
        raise
    if held is not None:
        os.close(held)


def _let_go(path: Path, held: int) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
    with contextlib.suppress(OSError):
        # Said aloud, since a forked child may still hold a copy of the descriptor.
        fcntl.flock(held, fcntl.LOCK_UN)
    os.close(held)


def _acquire(path: Path, *, wait: bool) -> int | None:
    """The descriptor of the held lock file; None where another holds it and we do not wait."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return descriptor
            os.close(descriptor)
            raise
        except BaseException:
            os.close(descriptor)
            raise
        if _is_still(path, descriptor):
            return descriptor
        os.close(descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file we hold is the one that others would open; the last holder may have removed it meanwhile."""
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except OSError:
        return False

"""The processes that paint and encode, one a core, started early so that their imports cost no waiting."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from renderers.segments import Segment, make_segment
from renderers.takes import TakeStore

_painted: object = None


def _prepare(painted: object) -> None:
    """Set up a worker: Ctrl-C is the parent's business, and libraries must not start threads of their own."""
    global _painted
    _painted = painted
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _warm() -> int:
    """Import what painting needs; returns the worker's process id."""
    import renderers.compositing
    import renderers.planes  # noqa: F401

    return os.getpid()


def _make(segment: Segment, key: str, root: Path) -> bool:
    """Make one segment's take; returns whether it had to be made."""
    takes = TakeStore(root)
    if takes.find("segments", key):
        return False
    takes.keep(
        "segments",
        key,
        lambda folder: make_segment(segment, folder / "segment.mp4", _painted),
        {"frames": segment.duration},
    )
    return True


class Workers:
    """A pool of painting processes. Use as a context manager; leaving it on an error ends the processes at once."""

    def __init__(self, count: int) -> None:
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        context = multiprocessing.get_context("spawn")
        self.painted = context.Value("q", 0)
        self._pool = ProcessPoolExecutor(count, mp_context=context, initializer=_prepare, initargs=(self.painted,))
        self._warming = [self._pool.submit(_warm) for _ in range(count)]

    def submit(self, segment: Segment, key: str, takes: TakeStore) -> Future[bool]:
        """Begin to make a segment's take under `key`; the future tells whether it had to be made."""
        return self._pool.submit(_make, segment, key, takes.root)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._pool.shutdown(wait=True)
            return
        for process in list(self._pool._processes.values()):
            with contextlib.suppress(OSError):
                process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)

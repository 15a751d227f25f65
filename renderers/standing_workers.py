"""Workers that stay between productions: a process that makes several drafts starts its painters once.

They end with the process, however it ends, and by themselves when nothing was painted for a while.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import threading
from collections.abc import Iterator

from renderers.workers import Workers

IDLE_SECONDS = 300.0
"""How long workers stay without work: they hold two to three hundred megabytes, and cost a second to start again."""


@contextlib.contextmanager
def standing_workers(count: int = 0, idle_seconds: float = IDLE_SECONDS) -> Iterator[Workers]:
    """The workers of this process, or ones for this block alone where others use those; `count` is as for `Workers`.

    Where the block raises, they end, whatever they do.
    """
    workers, found = Workers(count), _take()
    if found is not None and found.count == workers.count:
        workers = found
    elif found is not None:
        found.close()
    try:
        yield workers
    except BaseException:
        workers.close()
        raise
    _keep(workers, idle_seconds)


def begin_standing_workers(count: int = 0) -> None:
    """Begin to import what painting needs, in the workers that the next block of this process gets.

    For a program that will paint, but has something else to do or to import first.
    """
    workers, found = Workers(count), _take()
    if found is not None and found.count == workers.count:
        workers = found
    elif found is not None:
        found.close()
    workers.prepare()
    _keep(workers, IDLE_SECONDS)


_lock = threading.Lock()
_waiting: Workers | None = None
_ending: threading.Timer | None = None
_process = os.getpid()


def _take() -> Workers | None:
    """The waiting workers, if any, which are then nobody else's."""
    global _waiting, _ending, _process
    with _lock:
        if _process != os.getpid():
            # A fork must not speak to its parent's painters.
            _waiting, _ending, _process = None, None, os.getpid()
        if _ending is not None:
            _ending.cancel()
        found, _waiting, _ending = _waiting, None, None
    return found


def _keep(workers: Workers, idle_seconds: float) -> None:
    """Let `workers` wait for the next block, unless others wait already."""
    global _waiting, _ending
    with _lock:
        if _waiting is None and workers.running:
            _waiting = workers
            _ending = threading.Timer(idle_seconds, end_standing_workers)
            _ending.daemon = True
            _ending.start()
            return
    workers.close()


def end_standing_workers() -> None:
    """End the workers that wait for work, if any; those at work stay."""
    if (workers := _take()) is not None:
        workers.close()


atexit.register(end_standing_workers)

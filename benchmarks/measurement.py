"""What a command costs: wall seconds, CPU seconds and peak memory of its whole process tree, on chosen cores.

The measuring process makes itself the reaper of orphans, so that the CPU time of every process that ends counts, even
where its own parent has gone; what is never reaped by anyone is read from /proc while it lives. Linux only.
"""

from __future__ import annotations

import ctypes
import os
import resource
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
"""prctl(2): orphaned descendants become children of this process instead of init."""
_TICKS = os.sysconf("SC_CLK_TCK")
_POLL = 0.1
"""Seconds between two looks at the tree; a peak shorter than that is missed."""
_CACHE = Path(__file__).resolve().parent / ".cache"
COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(_CACHE / "bytecode"),
    "NUMBA_CACHE_DIR": str(_CACHE / "kernels"),
}
"""For the environment of a command: modules and kernels are compiled once in the life of an installation."""


@dataclass(frozen=True)
class Cost:
    """Wall and CPU seconds, and the largest sum of proportional set sizes (PSS) of the tree seen, in megabytes."""

    wall: float
    cpu: float
    memory: float


class CommandFailed(Exception):
    """The measured command ended with an error; the message holds the end of what it said."""


def two_cores() -> set[int]:
    """The two cores everything measured runs on: the last two of those this process may use."""
    return set(sorted(os.sched_getaffinity(0))[-2:])


def measure(
    command: Sequence[str],
    *,
    cores: set[int],
    log: Path,
    environment: dict[str, str] | None = None,
    limit: float = 3600,
) -> Cost:
    """The cost of running `command` to its end with nothing but `cores`; what it prints goes to the file `log`.

    Processes that this one has started before are no part of it and stay. Raises `CommandFailed` where the command
    does, or where it takes more than `limit` seconds.
    """
    _adopt_orphans(1)
    watch = _Watch()
    before = _reaped()
    own = os.sched_getaffinity(0)
    with log.open("wb") as out:
        start = time.monotonic()
        os.sched_setaffinity(0, cores)
        try:
            # It inherits the cores; this process, which only watches, takes its own back.
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )
        finally:
            os.sched_setaffinity(0, own)
        ended = os.pidfd_open(child.pid)
        try:
            while child.poll() is None:
                watch.look()
                if time.monotonic() - start > limit:
                    raise CommandFailed(f"{Path(command[0]).name} took more than {limit:.0f} s.")
                # Wakes at the very end of the child, so that the wall time is not rounded up to the next look.
                select.select([ended], [], [], _POLL)
            wall = time.monotonic() - start
            watch.look()
        finally:
            os.close(ended)
            _end_rest(watch)
            child.poll()
            _adopt_orphans(0)
    if child.returncode:
        said = log.read_text(errors="replace").strip()[-1500:]
        raise CommandFailed(f"{Path(command[0]).name} ended with {child.returncode}: {said}")
    return Cost(wall, max(_reaped() - before, watch.cpu), watch.peak / 1e6)


def _adopt_orphans(yes: int) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, yes, 0, 0, 0)


def _reaped() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """The descendants of this process that came after it: what they used and held when last seen."""

    def __init__(self) -> None:
        self.peak = 0.0
        self._used: dict[int, float] = {}
        self._others = {os.getpid()}
        self._others |= {pid for pid, parent in _processes()[0].items() if parent == os.getpid()}

    @property
    def cpu(self) -> float:
        """CPU seconds of every process ever seen."""
        return sum(self._used.values())

    def look(self) -> list[int]:
        """Take in the tree as it is now; returns the ids of its processes."""
        parents, used = _processes()
        tree = _descendants(os.getpid(), parents, self._others)
        held = 0.0
        for pid in tree:
            self._used[pid] = max(used[pid], self._used.get(pid, 0.0))
            held += proportional_memory(pid)
        self.peak = max(self.peak, held)
        return tree


def _processes() -> tuple[dict[int, int], dict[int, float]]:
    """The parent and the CPU seconds of every process there is."""
    parents: dict[int, int] = {}
    used: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                # The name of the program stands in brackets and may hold spaces; the numbers follow it.
                numbers = (entry / "stat").read_text().rpartition(")")[2].split()
                parents[int(entry.name)] = int(numbers[1])
                used[int(entry.name)] = (int(numbers[11]) + int(numbers[12])) / _TICKS
    return parents, used


def _descendants(root: int, parents: dict[int, int], others: set[int]) -> list[int]:
    """The processes below `root` in the tree of `parents` (child to parent), without `others` and those below them."""
    children: dict[int, list[int]] = {}
    for pid, parent in parents.items():
        if pid not in others:
            children.setdefault(parent, []).append(pid)
    found: list[int] = []
    waiting = children.get(root, [])[:]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return found


def proportional_memory(pid: int) -> float:
    """Bytes of memory the process holds, shared pages divided by their sharers; 0 where it can not be told."""
    with suppress(OSError):
        for line in (Path("/proc") / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1]) * 1024
    return 0.0


def _end_rest(watch: _Watch) -> None:
    """End and reap what the command left running, so that nothing of it costs the next one."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for _ in range(20):
            for pid in watch.look():
                with suppress(ChildProcessError):
                    os.waitpid(pid, os.WNOHANG)
            rest = watch.look()
            if not rest:
                return
            for pid in rest:
                with suppress(ProcessLookupError):
                    os.kill(pid, number)
            time.sleep(0.1)

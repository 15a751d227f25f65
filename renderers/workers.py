"""The processes that paint and encode, one a core: started when there is work, and replaced when one dies.

A server (`renderers.painting_process`) imports what painting needs once and forks the workers, so that the imports cost
their time and memory once and not once a core.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.errors import RenderError
from renderers.leftovers import sweep_temporary

if TYPE_CHECKING:
    from renderers.segments import Segment

TRIES = 3
"""Processes that may die over one segment before it is given up."""
_PATIENCE = 0.4
"""Seconds without news after which progress is reported anyway."""
_ENDING = 0.5
"""Seconds that the server has to end by itself; while it imports it does not listen."""
_START = (
    "import gc, json, sys; gc.disable(); sys.path[:] = json.loads(sys.argv[1]); "
    "from renderers.painting_process import main; main(int(sys.argv[2]), int(sys.argv[3]))"
)
_SINGLE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
"""Libraries must not start threads of their own: there is a worker for every core."""
_KEPT = {"MALLOC_MMAP_THRESHOLD_": str(4 << 20), "MALLOC_TRIM_THRESHOLD_": str(64 << 20)}
"""Memory of the size of a 1080p picture is used again and not given back, up to a limit (mallopt(3)): the system clears
every page that it hands out. Larger pictures are given back: kept, they cost 700 MB more at 4K.
"""


def available_cores() -> int:
    """The number of cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _environment() -> dict[str, str]:
    """The server's environment. Compiled modules are kept beside the compiled kernels where they would not be kept at
    all: compiling what painting imports takes longer than everything else that the server does.
    """
    found = {**_SINGLE, **_KEPT, **os.environ}
    kernels, numba = found.get("NUMBA_CACHE_DIR"), find_spec("numba")
    if kernels and sys.dont_write_bytecode and numba and numba.cached and not Path(numba.cached).exists():
        found.setdefault("PYTHONPYCACHEPREFIX", str(Path(kernels).with_name("bytecode")))
        found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


@dataclass(eq=False)
class _Worker:
    """One painting process: its connection, its number once it has said it (until then 0), the place of its task in
    the row (-1: none), frames done of it.
    """

    connection: Connection
    pid: int = 0
    task: int = -1
    frames: int = 0


class Workers:
    """Paints on `count` processes, by default one for every core we may use. A context manager.

    Nothing runs until it is needed. What was started stays for the next segments; leaving the context ends all
    processes, at once and whatever they do.
    """

    def __init__(self, count: int = 0) -> None:
        self.count = count or available_cores()
        self._server: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._lives: list[int] = []
        self._asked = False
        """Whether the server was asked for workers."""
        self._free: list[_Worker] = []

    @property
    def running(self) -> bool:
        """Whether anything was started that has not ended."""
        return self._server is not None and self._server.poll() is None

    def prepare(self) -> None:
        """Begin to import what painting needs, if that has not begun: it takes most of a second of one core."""
        if self.running:
            return
        # The workers of a server that died go on.
        if self._control is not None:
            self._control.close()
        self._control, far = socket.socketpair()
        watched, life = os.pipe()
        self._lives.append(life)
        handles = (far.fileno(), watched)
        command = [sys.executable, "-c", _START, json.dumps(sys.path), *map(str, handles)]
        try:
            self._server = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=2, pass_fds=handles, env=_environment()
            )
        finally:
            far.close()
            os.close(watched)

    def paint(self, segments: Sequence[tuple[str, Segment]], root: Path, report: Callable[[int], None]) -> list[bool]:
        """Make the takes of `segments`, begun in that order, in the store at `root`; which of them had to be made.

        `report(frames)` is called at least every half second with the frames that are done. What a worker raises is
        raised; what a worker that dies was at is given to another, and `RenderError` names the scene if that does not
        help.
        """
        row = _Row(segments, root)
        workers: list[_Worker] = []
        try:
            while not row.finished:
                while len(workers) < min(self.count, row.open):
                    worker = self._free_worker() or self._worker()
                    if not worker.pid or row.give(worker):
                        workers.append(worker)
                ready = wait([worker.connection for worker in workers], _PATIENCE)
                for worker in [worker for worker in workers if worker.connection in ready]:
                    if not row.hear(worker):
                        workers.remove(worker)
                        self._free += [] if worker.connection.closed else [worker]
                report(row.done + sum(worker.frames for worker in workers))
        except BaseException:
            for worker in workers:
                if worker.pid:
                    with contextlib.suppress(OSError):
                        os.kill(worker.pid, signal.SIGKILL)
            self.close()
            raise
        finally:
            for worker in workers:
                worker.connection.close()
        return row.made

    def _free_worker(self) -> _Worker | None:
        """A worker that was here before and still lives, if there is one."""
        while self._free:
            worker = self._free.pop()
            # One that waits for work says nothing, but for its end.
            if not worker.connection.poll():
                return worker
            worker.connection.close()
        return None

    def _worker(self) -> _Worker:
        """A new worker, which is forked as soon as the server is ready."""
        for _ in range(TRIES):
            self.prepare()
            assert self._control is not None
            near, far = socket.socketpair()
            try:
                self._asked = True
                socket.send_fds(self._control, [b"+"], [far.fileno()])
                return _Worker(Connection(near.detach()))
            except OSError:
                near.close()
                if self._server is not None:
                    self._server.wait()
            finally:
                far.close()
        raise RenderError("The painting processes could not be started, perhaps for lack of memory. Run it again.")

    def close(self) -> None:
        """End all processes."""
        while self._free:
            self._free.pop().connection.close()
        while self._lives:
            os.close(self._lives.pop())
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._server is not None:
            try:
                self._server.wait(_ENDING if self._asked else 0)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
                # It may have been at work in a temporary folder.
                sweep_temporary()
            self._server = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Row:
    """The segments of one run: which wait, which are made, and how often each was begun."""

    def __init__(self, segments: Sequence[tuple[str, Segment]], root: Path) -> None:
        self._segments, self._root = segments, root
        self._waiting = deque(range(len(segments)))
        self._tries = [0] * len(segments)
        self.made = [False] * len(segments)
        self.open = len(segments)
        """How many are not finished."""
        self.done = 0
        """Frames of the finished ones."""

    @property
    def finished(self) -> bool:
        """Whether every segment is made."""
        return not self.open

    def hear(self, worker: _Worker) -> bool:
        """Take in what a worker says, and give it something to do; whether it goes on working."""
        try:
            word, value = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker)
            return False
        if word == "failed":
            raise value
        if word == "frames":
            worker.frames = value
            return True
        if word == "made":
            self._finish(worker, value)
        else:
            worker.pid = value
        return self.give(worker)

    def give(self, worker: _Worker) -> bool:
        """Give a free worker the next segment; whether there was one."""
        worker.task = self._waiting.popleft() if self._waiting else -1
        if worker.task < 0:
            return False
        key, segment = self._segments[worker.task]
        # Where it has died since, the next thing heard of it is the end of the connection.
        with contextlib.suppress(OSError):
            worker.connection.send((segment, key, self._root))
        return True

    def _finish(self, worker: _Worker, made: bool) -> None:
        self.made[worker.task] = made
        self.open -= 1
        self.done += self._segments[worker.task][1].duration
        worker.frames = 0

    def _lose(self, worker: _Worker) -> None:
        """Put back what a dead worker was at. Raises `RenderError` where it is not the first to die of it."""
        worker.connection.close()
        worker.frames = 0
        if worker.task < 0 and not self._waiting:
            return
        at = worker.task if worker.task >= 0 else self._waiting.popleft()
        self._tries[at] += 1
        if self._tries[at] >= TRIES:
            segment = self._segments[at][1]
            raise RenderError(
                f'The scene "{segment.scene.id}" could not be painted (frames {segment.start} to '
                f"{segment.start + segment.duration}): {TRIES} painting processes were ended from outside over it, "
                "perhaps for lack of memory. Free some memory, or choose a smaller picture, and run it again: it goes "
                "on from what is finished."
            )
        self._waiting.appendleft(at)

"""Children: processes that begin as the agency does after a restart, forked from one that has everything imported.

The nursery is forked before any database is opened, so that what a child opens is its own.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from agency.conversation import Message

KILLED = "killed"
"""The answer of a child that was killed."""


class Nursery:
    """Makes children that run a function of this package and answer with what it returns."""

    def __init__(self) -> None:
        self._ours, theirs = Pipe()
        self._folder = tempfile.mkdtemp(prefix="children-")
        self.pid = os.fork()
        if self.pid == 0:
            self._ours.close()
            _serve(theirs, Path(self._folder))
        theirs.close()

    def begin(self, function: Callable[..., Any], *arguments: Any) -> int:  # noqa: ANN401
        """Begin a child; its process id."""
        self._ours.send(("begin", function, arguments))
        return int(self._ours.recv())

    def answer(self, child: int) -> Any:  # noqa: ANN401
        """What the child returned, once it has ended; `KILLED` where it was killed. Raises where it raised."""
        self._ours.send(("answer", child, None))
        kind, value = self._ours.recv()
        if kind == "raised":
            raise RuntimeError(value)
        return KILLED if kind == KILLED else value

    def run(self, function: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401
        """What a child returns that runs this."""
        return self.answer(self.begin(function, *arguments))

    def close(self) -> None:
        """End the nursery."""
        self._ours.close()
        os.waitpid(self.pid, 0)


def _serve(asked: Connection, folder: Path) -> None:
    while True:
        try:
            what, one, arguments = asked.recv()
        except EOFError:
            os._exit(0)
        if what == "begin":
            child = os.fork()
            if child == 0:
                _live(one, arguments, folder)
            asked.send(child)
        else:
            _, status = os.waitpid(one, 0)
            path = folder / f"{one}.pickle"
            if path.is_file():
                asked.send(pickle.loads(path.read_bytes()))
                path.unlink()
            else:
                asked.send((KILLED, status))


def _live(function: Callable[..., Any], arguments: tuple[Any, ...], folder: Path) -> None:
    """Run, leave the answer, and go, without anything that a process does at its end."""
    try:
        answer: tuple[str, Any] = ("returned", function(*arguments))
    except BaseException:
        answer = ("raised", traceback.format_exc())
    (making := folder / f"{os.getpid()}.part").write_bytes(pickle.dumps(answer))
    making.rename(folder / f"{os.getpid()}.pickle")
    sys.stderr.flush()
    os._exit(0)


def killed_turn(thread: str, message: dict[str, Any], delay: float, call: int) -> list[dict[str, Any]]:
    """The events of a turn in this process, which is killed after `delay` seconds or when it keeps the `call`-th thing.

    Where the turn ends first, nobody is killed.
    """
    from agency.conversations import Conversations
    from agency.settings import load_settings

    talk = Conversations(load_settings())
    if delay:
        # The signal's own effect ends the process wherever it is, in C code too.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, delay)
    else:
        _kill_at(call)
    events = list(talk.turn(thread, cast("Message", message)))
    signal.setitimer(signal.ITIMER_REAL, 0)
    return events


def _kill_at(call: int) -> None:
    """Kill this process when something is kept for the `call`-th time: odd before, even after it is."""
    from langgraph.checkpoint.sqlite import SqliteSaver

    import agency.history
    from agency.jobs import Jobs
    from agency.productions import Production

    left = [call]

    def dangerous(kept: Callable[..., Any]) -> Callable[..., Any]:
        def keep(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
            left[0] -= 1
            if left[0] == 0 and call % 2:
                os.kill(os.getpid(), signal.SIGKILL)
            done = kept(*arguments, **named)
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        return keep

    places: tuple[tuple[Any, str], ...] = (
        (SqliteSaver, "put"),
        (SqliteSaver, "put_writes"),
        (agency.history, "_append"),
        (Jobs, "create"),
        (Jobs, "ask_to_stop"),
        (Production, "keep_text"),
    )
    for owner, name in places:
        setattr(owner, name, dangerous(getattr(owner, name)))


def made_job(id_: str) -> str:
    """The state of the job after this process has made it."""
    from agency.home import home
    from agency.job_runs import run_job
    from agency.jobs import Jobs
    from agency.progress import StageTimes
    from agency.settings import load_settings

    settings = load_settings()
    jobs = Jobs(home(settings).database)
    if jobs.claim(id_):
        # However it ended is in its record, which is what the conversation reads.
        with contextlib.suppress(Exception, KeyboardInterrupt):
            run_job(id_, None, settings, jobs, StageTimes())
    job = jobs.find(id_)
    return f"{job.state}: {job.error}" if job else "gone"


def died_with_job(id_: str) -> None:
    """Claim the job and die."""
    from agency.home import home
    from agency.jobs import Jobs
    from agency.settings import load_settings

    Jobs(home(load_settings()).database).claim(id_)
    os.kill(os.getpid(), signal.SIGKILL)

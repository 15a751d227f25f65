"""A reporter that also writes into the record of jobs, and hears there when somebody asks for a stop."""

from __future__ import annotations

import contextlib
import signal
import threading

from agency.database import opened
from agency.errors import AgencyError
from agency.jobs import Jobs, write_progress
from agency.progress import StageTimes
from renderers.errors import RenderError

BEAT_SECONDS = 0.5
"""Between two notes of progress, each of which is also a sign of life."""


class JobProgress:
    """Passes everything on to `reporter`, and notes it for the job. Use as a context manager around the work.

    Where a stop is asked for, the main thread is interrupted as by Ctrl-C; work in another thread learns of it by a
    `KeyboardInterrupt` from its next report.
    """

    def __init__(self, reporter: StageTimes, jobs: Jobs, id_: str) -> None:
        self._reporter = reporter
        self._jobs = jobs
        self._id = id_
        self._now = ("", 0.0, 0.0)
        self._stopping = False
        self._ended = threading.Event()
        self._in_main = threading.current_thread() is threading.main_thread()
        self._thread = threading.Thread(target=self._beat, name="job-progress", daemon=True)

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds each stage took, in order."""
        return self._reporter.seconds

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self._heed()
        self._now = (stage, 0.0, 0.0)
        self._reporter.begin(stage)

    def advance(self, done: float, of: float) -> None:
        """The current stage has come this far."""
        self._heed()
        self._now = (self._now[0], done, of)
        self._reporter.advance(done, of)

    def say(self, sentence: str) -> None:
        """Something the person should know."""
        self._reporter.say(sentence)

    def close(self) -> None:
        """End the current stage."""
        self._reporter.close()

    def __enter__(self) -> JobProgress:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _heed(self) -> None:
        if self._stopping:
            raise KeyboardInterrupt

    def _beat(self) -> None:
        # What can not be noted is noted half a second later, and the work goes on meanwhile.
        while not self._ended.is_set():
            with contextlib.suppress(AgencyError, RenderError), opened(self._jobs.path) as db:
                while write_progress(db, self._id, *self._now):
                    if self._ended.wait(BEAT_SECONDS):
                        return
                self._stop()
                return
            self._ended.wait(BEAT_SECONDS)

    def _stop(self) -> None:
        self._stopping = True
        if self._in_main and not self._ended.is_set():
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

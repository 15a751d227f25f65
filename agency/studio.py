"""The studio: one process beside the chat that makes its jobs, one after another, and stays warm between them.

Jobs live in the database and not in the studio: where it is killed, the next one goes on with what it left. It starts
when there is something to do, and goes when nothing was asked for a while.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from agency.errors import AgencyError, HomeNotWritable
from agency.home import Home, home
from agency.job_runs import run_job
from agency.jobs import Jobs
from agency.progress import StageTimes
from agency.settings import Settings, load_settings
from brand_memory.errors import BrandError
from renderers.errors import RenderError
from renderers.file_lock import handed_over, locked
from tools.errors import ToolError

IDLE_SECONDS = 15 * 60.0
"""How long a studio without work stays: a client thinks for minutes between two notes."""

LOOK_SECONDS = 0.1
"""Between two looks for work."""

LOG_BYTES = 2_000_000
"""The log is begun anew when it is longer."""


def open_studio(place: Home) -> None:
    """Start the studio of this home where none runs; it goes on when this process ends.

    Raises `HomeNotWritable` where it can not be started.
    """
    log = place.studio.with_suffix(".log")
    try:
        # The studio begins with the lock in its hand: on a slow machine it takes seconds to get as far as asking for
        # it, and every look in between would start one more.
        with handed_over(place.studio) as lock:
            if lock is None:
                return
            if log.is_file() and log.stat().st_size > LOG_BYTES:
                log.unlink()
            with log.open("ab") as told:
                # Its own session, so that Ctrl-C in the chat's terminal does not end what is being made.
                subprocess.Popen(
                    [sys.executable, "-P", "-m", "agency.studio", str(lock)],
                    stdin=subprocess.DEVNULL,
                    stdout=told,
                    stderr=told,
                    env=os.environ | {"AGENCY_HOME": str(place.root), "PYTHONPATH": _path()},
                    pass_fds=(lock,),
                    start_new_session=True,
                )
    except OSError as error:
        raise HomeNotWritable(
            f"The studio could not be started ({error.strerror or error}); see {str(log)!r}, free some space or "
            "memory, and try again."
        ) from error


def run_studio(settings: Settings, idle_seconds: float = IDLE_SECONDS, lock: int | None = None) -> int:
    """Make the waiting jobs until none came for `idle_seconds`; how many were made. 0 at once where a studio runs.

    `lock` is the descriptor of the studio's lock where whoever started it handed it over.
    """
    place = home(settings)
    made = 0
    with locked(place.studio, wait=False, handed=lock) as ours:
        if not ours:
            return 0
        jobs = Jobs(place.database)
        since = time.monotonic()
        while time.monotonic() - since < idle_seconds:
            with contextlib.suppress(KeyboardInterrupt):
                if (id_ := jobs.next_of_studio()) and jobs.claim(id_):
                    _make(id_, settings, jobs)
                    made += 1
                    since = time.monotonic()
                else:
                    time.sleep(LOOK_SECONDS)
    return made


def _make(id_: str, settings: Settings, jobs: Jobs) -> None:
    """Run one job; whatever becomes of it is in its record, and the studio goes on."""
    try:
        run_job(id_, None, settings, jobs, StageTimes())
    except (AgencyError, BrandError, RenderError, ToolError, KeyboardInterrupt):
        return
    except Exception:
        sys.excepthook(*sys.exc_info())


def _path() -> str:
    """The module path for the studio: where this package lies comes first."""
    ours = str(Path(__file__).resolve().parent.parent)
    return os.pathsep.join([ours, *filter(None, [os.environ.get("PYTHONPATH")])])


if __name__ == "__main__":
    # A closed terminal does not end what is being made.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    run_studio(load_settings(), lock=int(sys.argv[1]) if len(sys.argv) > 1 else None)

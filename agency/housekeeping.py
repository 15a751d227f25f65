"""Keeping the home tidy: what killed processes left half-made goes, and the takes stay below their limit."""

from __future__ import annotations

import contextlib
import re
import shutil
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from agency.errors import AgencyError
from agency.home import Home
from agency.jobs import Jobs
from agency.productions import productions
from renderers.errors import RenderError
from renderers.leftovers import sweep_parts, sweep_temporary
from renderers.take_eviction import evict, grown_since, stored_takes
from renderers.takes import TakeStore

if TYPE_CHECKING:
    from agency.desk import Desk
    from agency.settings import Settings

USUAL_LIMIT = 20 * 10**9
"""Bytes of takes: some hundred productions of a minute."""

FILLED_TO = 0.9
"""The share of the limit that is left filled, so that not every job has to make room."""

TIDY_SECONDS = 5.0
"""The longest that making room may take after a job."""

_COUNTED_EVERY = 24 * 3600.0
"""Seconds after which the takes are counted anew; in between, what each job adds is added up."""

_UNFINISHED = re.compile(r"\.tmp\.|\.pyc\.\d+$")
"""How the names of half-written kernels (numba) and compiled modules (Python) look; neither tells who writes it."""
_UNFINISHED_SECONDS = 10.0
"""Writing one takes milliseconds."""

_BYTES, _COUNTED = "takes_bytes", "takes_counted"


def sweep(place: Home, out: Path | None) -> None:
    """Remove what processes that have ended left half-made: in the home, beside `out`, and among temporary files."""
    TakeStore(place.takes).sweep()
    for work in productions(place.root):
        sweep_parts(work.folder)
    if out is not None:
        sweep_parts(out.parent, out)
    sweep_temporary()
    if place.database.is_file():
        from agency.consent_affairs import drop_old_recordings
        from agency.settings import load_settings

        drop_old_recordings(place, load_settings().consent_review_days)
    for compiled in place.cache.rglob("*"):
        if _UNFINISHED.search(compiled.name):
            with contextlib.suppress(OSError):
                if time.time() - compiled.stat().st_mtime > _UNFINISHED_SECONDS:
                    compiled.unlink()


def takes_limit(settings: Settings, filled: float) -> float:
    """The most bytes that the takes may have, where they have `filled` now."""
    if settings.takes_limit is not None:
        return settings.takes_limit
    return min(USUAL_LIMIT, (shutil.disk_usage(settings.home).free + filled) / 4)


def tidy_takes(desk: Desk, jobs: Jobs, since: float) -> threading.Thread:
    """Make room among the takes if the job that used those of `desk` since then has filled them, beside other work.

    The process does not end before, which is at most `TIDY_SECONDS` later.
    """
    thread = threading.Thread(target=_make_room, args=(desk, jobs, since), name="takes-tidy")
    thread.start()
    return thread


def clean_takes(place: Home, jobs: Jobs, limit: float) -> tuple[int, int]:
    """Remove takes until they have at most `limit` bytes; their bytes before and after.

    What a live job uses stays, and the takes of newest drafts go last.
    """
    takes, _ = stored_takes(place.takes)
    after = evict(place.takes, takes, limit, used_since=jobs.used_since, needed=_needed(place))
    _note(jobs, after)
    return sum(take.size for take in takes), after


def filled(place: Home, seconds: float) -> float | None:
    """Bytes of all takes, as counted and added up; None where that is not known within `seconds`."""
    known = Jobs(place.database).tally(_BYTES) if place.database.exists() else None
    if known is not None:
        return known
    takes, all_seen = stored_takes(place.takes, seconds)
    return sum(take.size for take in takes) if all_seen else None


def _make_room(desk: Desk, jobs: Jobs, since: float) -> None:
    # The result of the job does not hang on this: what can not be done now is done after the next job.
    with contextlib.suppress(AgencyError, RenderError, OSError):
        known = jobs.tally(_BYTES, add=grown_since(desk.takes.root, desk.takes.used, since))
        counted = jobs.tally(_COUNTED) or 0.0
        if known is not None and time.time() - counted < _COUNTED_EVERY and known <= takes_limit(desk.settings, known):
            return
        takes, _ = stored_takes(desk.takes.root, TIDY_SECONDS)
        size: float = sum(take.size for take in takes)
        limit = takes_limit(desk.settings, size)
        if size > limit:
            size = evict(
                desk.takes.root,
                takes,
                limit * FILLED_TO,
                used_since=jobs.used_since,
                needed=_needed(desk.home),
                seconds=TIDY_SECONDS,
            )
        _note(jobs, size)


def _needed(place: Home) -> frozenset[tuple[str, str]]:
    """The takes of the newest draft of each production."""
    return frozenset(take for work in productions(place.root) for take in work.takes())


def _note(jobs: Jobs, size: float) -> None:
    jobs.tally(_BYTES, set_to=size)
    jobs.tally(_COUNTED, set_to=time.time())

"""Jobs at work: run one here, follow one that another process runs, and end with the same result either way."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Any

from agency.delivery import deliver
from agency.desk import Desk
from agency.errors import AgencyError, JobFailed
from agency.home import Home, home
from agency.housekeeping import sweep, tidy_takes
from agency.job_progress import JobProgress
from agency.jobs import Job, Jobs
from agency.making import make_draft
from agency.progress import StageTimes
from agency.settings import Settings
from renderers.allocation import give_memory_back
from renderers.errors import RenderError
from tools.errors import ToolError

LOOK_SECONDS = 0.25
"""Between two looks at a job that another process runs."""


def complete_job(id_: str, out: Path | None, settings: Settings, reporter: StageTimes) -> dict[str, Any]:
    """The result of the job, delivered to `out` (None: nowhere): run here, or followed where another process runs it.

    Where that process ends before the job does, this one goes on with it. Raises what the work raises, `JobFailed`
    where it failed in the other process, and `KeyboardInterrupt` where somebody stopped it.
    """
    place = home(settings)
    jobs = Jobs(place.database)
    told = False
    while not jobs.claim(id_):
        if not told and (job := jobs.find(id_)) and job.state == "running":
            reporter.say(f"Another process is making this already (job {id_}); its progress is shown here.")
            told = True
        try:
            job = follow_job(id_, jobs, reporter)
        except KeyboardInterrupt:
            reporter.say(f"The other process goes on with the job; `agency stop {id_}` stops it.")
            raise
        if job.state == "finished":
            return {**_delivered(jobs.result(id_), place, out), "job": id_}
        if job.state == "failed":
            raise JobFailed(job.error)
        if job.stopping:
            raise KeyboardInterrupt
    return run_job(id_, out, settings, jobs, reporter)


def run_job(id_: str, out: Path | None, settings: Settings, jobs: Jobs, reporter: StageTimes) -> dict[str, Any]:
    """Run the job that this process has claimed, to its end, and return its result; it is recorded however it ends.

    Raises what the work raises, and `KeyboardInterrupt` where it was stopped from here or from elsewhere.
    """
    began = time.time()
    give_memory_back()
    try:
        asked = jobs.commission(id_)
        place = home(settings)
        sweep(place, out)
        desk = Desk(asked.settled(settings), place)

        def number_draft(production: str, drafts: int, frames: int) -> int:
            return jobs.number_draft(id_, production, drafts, frames)

        with JobProgress(reporter, jobs, id_) as progress:
            made = make_draft(asked, out.name if out else "The draft", number_draft, desk, progress)
            result = {**_delivered(made, place, out), "job": id_}
        jobs.finish(id_, result)
    except BaseException as error:
        # Where even this can not be written, the job counts as stopped as soon as this process has ended.
        with contextlib.suppress(AgencyError, RenderError):
            _record_end(id_, jobs, error)
            # What workers that were ended with it had half-made.
            sweep(home(settings), out)
        raise
    tidy_takes(desk, jobs, began)
    return result


def _delivered(result: dict[str, Any], place: Home, out: Path | None) -> dict[str, Any]:
    return deliver(result, place, out) if out else result


def _record_end(id_: str, jobs: Jobs, error: BaseException) -> None:
    if isinstance(error, KeyboardInterrupt):
        jobs.stop(id_)
    elif isinstance(error, AgencyError | RenderError | ToolError):
        jobs.fail(id_, " ".join(str(error).split()))
    else:
        jobs.fail(id_, f"It broke off by a fault of ours ({type(error).__name__}: {error}).")


def follow_job(id_: str, jobs: Jobs, reporter: StageTimes) -> Job:
    """The job once it is no longer running, its progress shown by `reporter` until then."""
    stage = ""
    while True:
        job = jobs.find(id_)
        if job is None:
            raise JobFailed(f"The job {id_} is no longer recorded; ask for the video again.")
        if job.state != "running":
            reporter.close()
            return job
        if job.stage and job.stage != stage:
            stage = job.stage
            reporter.begin(stage)
        if job.total:
            reporter.advance(job.done, job.total)
        time.sleep(LOOK_SECONDS)

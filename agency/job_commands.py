"""What the commands `make`, `jobs`, `resume`, `stop` and `clean` do."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agency.home import Home, home
from agency.jobs import Job, Jobs
from agency.painters import begin_painters
from agency.settings import Settings, byte_count, load_settings
from tools.errors import BadInput, UnknownName

if TYPE_CHECKING:
    from agency.wishes import Wishes

TITLE_LENGTH = 60
STOP_SECONDS = 30.0
"""How long a stop is waited for; a process that hangs longer is past hearing."""

Row = dict[str, Any]


def make_video(source: str, out: Path, wishes: Wishes, *, quiet: bool = False) -> dict[str, Any]:
    """Make the video that `source` asks for at `out` and return the result as the command line prints it.

    It is a job: where one for the same video is unfinished, this goes on with it; where another process works on it,
    this follows, and ends with the same. Raises the errors of `agency.errors`, `tools.errors` and `renderers.errors`;
    none of them leaves a file at `out`.
    """
    from agency.delivery import check_output
    from agency.wishes import check_wishes
    from tools.source import Words, read_source

    out = check_output(out)
    said = check_wishes(wishes)
    asked = read_source(source)
    settings = load_settings()
    begin_painters(home(settings), settings)
    # While the painters import what they need, this process does.
    from agency.branding import pin_brand, say_to_stderr
    from agency.commission import commission
    from agency.job_runs import complete_job
    from agency.progress import reporting

    said = pin_brand(said, asked, settings, (lambda line: None) if quiet else say_to_stderr)
    jobs = Jobs(home(settings).database)
    title = asked.text if isinstance(asked, Words) else Path(source.strip()).name
    job = jobs.create(commission(asked, said, settings), out, " ".join(title.split())[:TITLE_LENGTH])
    with reporting(quiet=quiet) as reporter:
        return complete_job(job.id, out, settings, reporter)


def resume_job(asked: str, *, quiet: bool = False) -> dict[str, Any]:
    """Go on with the job of that id, or with the last that did not finish, and return its result as `make_video` does.

    What was said of a production and recorded, but has no job yet since the process ended, counts as one.
    Raises `UnknownName` where there is no such job, `BadInput` where it is finished.
    """
    from agency.delivery import check_output
    from agency.job_runs import complete_job
    from agency.progress import reporting

    settings = load_settings()
    place = home(settings)
    jobs = Jobs(place.database)
    job = _find(asked, jobs) if asked else _unbegun(place, jobs, settings) or _last_unfinished(jobs)
    if job.state == "finished":
        raise BadInput(f"The job {job.id} is finished; its video is draft {job.draft} of {job.production}.")
    out = check_output(Path(job.out)) if job.out else None
    with reporting(quiet=quiet) as reporter:
        return complete_job(job.id, out, settings, reporter)


def stop_job(asked: str) -> Row:
    """Stop the job and return how it stands once it has stopped.

    Raises `UnknownName` where there is no such job, `BadInput` where it has ended or does not heed.
    """
    jobs = Jobs(home(load_settings()).database)
    job = _find(asked, jobs)
    if job.state not in ("running", "waiting"):
        raise BadInput(f"The job {job.id} does not run: it is {job.state}.")
    jobs.ask_to_stop(job.id)
    deadline = time.monotonic() + STOP_SECONDS
    while (job := _find(job.id, jobs)).state == "running":
        if time.monotonic() > deadline:
            raise BadInput(f"The job {job.id} was asked to stop, but its process does not answer; end that process.")
        time.sleep(0.1)
    return {"job": job.id, "state": job.state}


def clean_home(to: str) -> Row:
    """Remove takes until they fill at most `to` (as `2GB`) and return how many bytes went and are left.

    Raises `BadInput` for what is no size.
    """
    from agency.housekeeping import clean_takes

    try:
        limit = byte_count(to)
    except ValueError as error:
        raise BadInput(f"{to!r} can not be used; name {error}.") from None
    place = home(load_settings())
    before, after = clean_takes(place, Jobs(place.database), limit)
    return {"removed": before - after, "left": after}


def job_rows() -> list[Row]:
    """All jobs, the newest first, as the command line lists them."""
    return [_row(job) for job in Jobs(home(load_settings()).database).list()]


def render_jobs(rows: list[Row]) -> None:
    """Print the jobs as a table that fits the terminal."""
    from rich.console import Console
    from rich.table import Table

    if not rows:
        print("There are no jobs yet; `agency make` begins one.")
        return
    console = Console()
    if console.width < 100:
        console = Console(width=100)
    table = Table(title="Jobs", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("job", "state", "stage", "asked", "draft"):
        table.add_column(name, no_wrap=name in ("job", "state"), overflow="fold")
    for row in rows:
        share = f" {row['done'] / row['total']:.0%}" if row["state"] == "running" and row["total"] else ""
        draft = f"{row['production']} {row['draft']}" if row["draft"] else ""
        table.add_row(row["job"], row["state"], row["stage"] + share, row["error"] or row["title"], draft)
    console.print(table)


def _row(job: Job) -> Row:
    return {
        "job": job.id,
        "state": job.state,
        "title": job.title,
        "stage": job.stage,
        "done": job.done,
        "total": job.total,
        "frames": job.frames,
        "production": job.production,
        "draft": job.draft,
        "out": job.out,
        "created": job.created,
        "started": job.started,
        "ended": job.ended,
        "error": job.error,
    }


def _find(asked: str, jobs: Jobs) -> Job:
    job = jobs.find(asked)
    if job is None:
        known = [job.id for job in jobs.list()[:8]]
        shown = f"Known: {', '.join(known)}." if known else "None was ever begun."
        raise UnknownName(f"There is no job {asked!r}. {shown}")
    return job


def _unbegun(place: Home, jobs: Jobs, settings: Settings) -> Job | None:
    """A job for the revision that was recorded last, if nothing has happened since and its production has drafts."""
    from agency.history import NOTES, read_history
    from agency.productions import productions
    from agency.revisions import commission_of

    last = max((job.created for job in jobs.list()), default=0.0)
    for work in productions(place.root):
        notes = work.folder / NOTES
        if not notes.is_file() or notes.stat().st_mtime <= last or not work.numbers():
            continue
        history = read_history(work)
        if history.last.at > last and history.draft_of(history.current) is None:
            born = history.birth(history.current)
            quality = history.records[max(history.records)].quality if history.records else ""
            asked = commission_of(place, work.id, settings, quality or "master")
            return jobs.create(asked, None, born.note or work.id)
    return None


def _last_unfinished(jobs: Jobs) -> Job:
    job = next((job for job in jobs.list() if job.state != "finished"), None)
    if job is None:
        raise UnknownName("There is no unfinished job; `agency make` begins one.")
    return job

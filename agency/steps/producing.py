"""Producing: drafts are made by jobs outside the conversation; when one has ended, it is looked at and shown."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

from langgraph.runtime import Runtime

from agency.conversation import Conversation, Event, Room
from agency.errors import NeedsReview
from agency.jobs import Job, Jobs
from agency.moderation import moderate
from agency.revisions import commission_of, current, drafts
from agency.steps.holding import hold
from agency.studio import open_studio
from agency.writing import presenter_of
from renderers.quality import ANIMATIC, MASTER

FIRST_LOOK = ANIMATIC.name
"""The quality of the first draft of a production; the next ones have their takes and need no first look."""


def produce(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Ask the studio for a draft of the storyboard as it is now; what was asked before and is not done is given up."""
    room, production = runtime.context, state["production"]
    board = current(room.home, production).storyboard
    try:
        moderate(board, presenter_of(board), room.settings, room.home)
    except NeedsReview as reason:
        return hold(reason, "produce", state, runtime)
    jobs = Jobs(room.home.database)
    first = not drafts(room.home, production)
    wanted = [
        commission_of(room.home, production, room.settings, quality)
        for quality in ((FIRST_LOOK, MASTER.name) if first else (MASTER.name,))
    ]
    keys = {commission.key for commission in wanted}
    others: list[str] = []
    going: set[str] = set()
    for id_ in state.get("jobs", []):
        job = jobs.find(id_)
        if job is None or not job.pending:
            continue
        if jobs.commission(id_).production != production:
            others.append(id_)
        elif job.key in keys and not job.stopping:
            going.add(job.key)
        else:
            jobs.ask_to_stop(id_)
    title = board.title or production
    asked: list[str] = []
    for commission in wanted:
        job = jobs.create(commission, None, title)
        asked.append(job.id)
        runtime.stream_writer({"kind": "job", "job": job.id, "quality": commission.said["quality"]})
    if going >= keys:
        runtime.stream_writer({"kind": "say", "text": "That is being made already; it will be here when it is done."})
    open_studio(room.home)
    jobs_now = [*asked, *others]
    return {"stage": "producing", "jobs": jobs_now, "pending": {}, "held": {}, "todo": state["todo"][1:]}


def review(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """What became of a job: the draft to look at with what was measured, or why there is none.

    Nothing is said of a job that is still at work, that was stopped here, or that this conversation did not ask for.
    """
    room, id_ = runtime.context, state["message"].get("job", "")
    jobs = Jobs(room.home.database)
    job = jobs.find(id_)
    if id_ not in state.get("jobs", []) or (job is not None and job.pending):
        return {"todo": []}
    waiting = [each for each in state["jobs"] if each != id_]
    if job is not None and job.state == "finished":
        runtime.stream_writer(_draft(jobs.result(id_), state))
    else:
        runtime.stream_writer({"kind": "ask", "text": _sorry(job) if job else GONE, "options": _ways_on(job)})
        waiting = _still_wanted(waiting, job, jobs)
    return {**settled(state, room, waiting), "todo": []}


def _still_wanted(waiting: list[str], ended: Job | None, jobs: Jobs) -> list[str]:
    """The other jobs that may come to something: told once is enough of what ended in the same way.

    Where a job has failed, so would the others of its production.
    """
    found = {id_: job for id_ in waiting if (job := jobs.find(id_)) and (job.pending or job.state == "finished")}
    if ended is not None and ended.state == "failed":
        production = jobs.commission(ended.id).production
        for id_, job in list(found.items()):
            if job.pending and jobs.commission(id_).production == production:
                jobs.ask_to_stop(id_)
                del found[id_]
    return list(found)


def settled(state: Conversation, room: Room, waiting: list[str]) -> Conversation:
    """The jobs that are left, and where the conversation stands with them."""
    jobs = Jobs(room.home.database)
    production = state.get("production", "")
    if state.get("stage") != "producing" or any(
        jobs.find(id_) is not None and jobs.commission(id_).production == production for id_ in waiting
    ):
        return {"jobs": waiting}
    return {"jobs": waiting, "stage": "draft" if drafts(room.home, production) else "board"}


def _draft(result: dict[str, Any], state: Conversation) -> Event:
    """A finished draft for the page: where it lies, what it shows when, and what was found wrong with it."""
    try:
        report = json.loads(Path(result["report"]).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"kind": "ask", "text": GONE, "options": ["Try again"]}
    return {
        "kind": "draft",
        "production": result["production"],
        "draft": result["draft"],
        "quality": result["quality"],
        "seconds": result["duration_seconds"],
        "width": result["width"],
        "height": result["height"],
        "changed": state.get("focus", []) if result["draft"] > 1 else [],
        "findings": list(report.get("findings", [])),
        "made": result["takes"]["made"],
        "reused": result["takes"]["reused"],
        "took": round(sum(result["seconds"].values()), 1),
    }


GONE = "The draft that was made is no longer there. The plan is kept: say `go ahead` to have it made anew."


def _sorry(job: Job) -> str:
    reason = "It was stopped." if job.state == "stopped" else job.error
    return f"The draft was not finished. {reason} Nothing is lost."


_ROOM = re.compile(r"needs at least (?P<least>[\d.]+) s|fills at most (?P<most>[\d.]+) s")
"""What `DoesNotFit` says."""


def _ways_on(job: Job | None) -> list[str]:
    """What helps after a job without a draft: to try again, or a length that the script can have."""
    if job is None or job.state != "failed" or (found := _ROOM.search(job.error)) is None:
        return ["Try again"]
    seconds = math.ceil(float(found["least"])) if found["least"] else math.floor(float(found["most"]))
    return [f"Make it {seconds} seconds"]

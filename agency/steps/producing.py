"""Producing: drafts are made by jobs outside the conversation; when one has ended, it is looked at and shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from langgraph.runtime import Runtime

from agency.conversation import Conversation, Event, Room
from agency.jobs import Job, Jobs
from agency.revisions import commission_of, current
from agency.studio import open_studio
from renderers.quality import ANIMATIC, MASTER

FIRST_LOOK = ANIMATIC.name
"""The quality of the first draft of a production; the next ones have their takes and need no first look."""


def produce(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Ask the studio for a draft of the storyboard as it is now; what was asked before and is not done is given up."""
    room = runtime.context
    jobs = Jobs(room.home.database)
    for id_ in state.get("jobs", []):
        jobs.ask_to_stop(id_)
    work = current(room.home, state["production"])
    first = state.get("stage") == "board"
    asked: list[str] = []
    for quality in (FIRST_LOOK, MASTER.name) if first else (MASTER.name,):
        commission = commission_of(room.home, state["production"], room.settings, quality)
        job = jobs.create(commission, None, work.storyboard.title or state["production"])
        asked.append(job.id)
        runtime.stream_writer({"kind": "job", "job": job.id, "quality": quality})
    open_studio(room.home)
    return {"stage": "producing", "jobs": asked, "pending": {}, "todo": state["todo"][1:]}


def review(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """What became of a job: the draft to look at with what was measured, or why there is none."""
    id_ = state["message"].get("job", "")
    waiting = [job for job in state.get("jobs", []) if job != id_]
    jobs = Jobs(runtime.context.home.database)
    job = jobs.find(id_)
    if job is None or id_ not in state.get("jobs", []):
        return {"todo": []}
    if job.state == "finished":
        runtime.stream_writer(_draft(jobs.result(id_), state))
    elif job.state == "failed" or (job.state == "stopped" and not job.stopping):
        runtime.stream_writer({"kind": "ask", "text": _sorry(job), "options": ["Try again"]})
    elif job.state != "stopped":
        return {"todo": []}
    done: Conversation = {"jobs": waiting, "todo": []}
    return done if waiting else {**done, "stage": "draft"}


def _draft(result: dict[str, Any], state: Conversation) -> Event:
    """A finished draft for the page: where it lies, what it shows when, and what was found wrong with it."""
    report = json.loads(Path(result["report"]).read_text(encoding="utf-8"))
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


def _sorry(job: Job) -> str:
    return f"The draft was not finished: {job.error or 'it was stopped.'} Nothing is lost."

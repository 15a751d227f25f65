"""The same conversation in a terminal: lines go in, words come out, and what is made is followed to its end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Any, TextIO

from agency.conversation import Event
from agency.conversations import Conversations
from agency.home import Home
from agency.job_runs import LOOK_SECONDS
from agency.jobs import Job, Jobs
from agency.settings import load_settings
from agency.studio import open_studio

LEAVE = frozenset({"quit", "exit", "bye", "goodbye", ":q"})
"""Words that end the conversation; it is kept."""


def talk(thread: str, given: TextIO = sys.stdin, out: TextIO = sys.stdout) -> None:
    """Hold the conversation `thread` until the input ends; it goes on where it was when it is called again."""
    conversations = Conversations(load_settings())
    asking = given.isatty()
    _print(conversations.go_on(thread), conversations, out)
    if asking:
        out.write("Tell me what your video is about. `quit` leaves; everything is kept.\n")
    _follow(thread, conversations, out)
    while line := _line(given, out, asking=asking):
        text = line.strip()
        if text.lower() in LEAVE:
            return
        if text:
            _print(conversations.turn(thread, {"text": text}), conversations, out)
            _follow(thread, conversations, out)


def _line(given: TextIO, out: TextIO, *, asking: bool) -> str:
    if asking:
        out.write("\n> ")
        out.flush()
    return given.readline()


def _follow(thread: str, conversations: Conversations, out: TextIO) -> None:
    """Wait for the jobs of the conversation, telling how far they are, and let it say what came of them."""
    while waiting := conversations.state(thread).get("jobs", []):
        job = _wait(waiting[0], conversations.home, out)
        _print(conversations.turn(thread, {"job": waiting[0]}), conversations, out)
        if job is None:
            return


def _wait(id_: str, place: Home, out: TextIO) -> Job | None:
    jobs = Jobs(place.database)
    told = ""
    while (job := jobs.find(id_)) is not None and job.pending:
        share = f" {job.done / job.total:.0%}" if job.total else ""
        line = f"  {job.stage or 'Waiting'}{share}"
        if line != told and (out.isatty() or job.stage not in told):
            out.write(f"\r{line:<40}" if out.isatty() else line + "\n")
            out.flush()
            told = line
        if job.state != "running":
            # Whatever became of the studio, somebody has to make what waits.
            open_studio(place)
        time.sleep(LOOK_SECONDS)
    if out.isatty() and told:
        out.write("\r" + " " * 40 + "\r")
    return job


def _print(events: Iterator[Event], conversations: Conversations, out: TextIO) -> None:
    for event in events:
        for line in lines_of(event, conversations):
            out.write(line + "\n")
        out.flush()


def lines_of(event: Event, conversations: Conversations) -> Iterator[str]:
    """An event as lines of text."""
    kind = event["kind"]
    productions = conversations.home.productions
    if kind in ("say", "progress"):
        yield str(event["text"])
    elif kind == "ask":
        yield str(event["text"])
        if event["options"]:
            yield "  " + " | ".join(event["options"])
    elif kind in ("changes", "compare"):
        yield from (f"  {_change(change)}" for change in event["changes"])
    elif kind == "board":
        from agency.revisions import current
        from tools.layouts import LAYOUT_KINDS

        board = current(conversations.home, event["production"]).storyboard
        for number, scene in enumerate(board.scenes, 1):
            yield f"  {number}. {scene.heading or LAYOUT_KINDS[scene.layout].name}"
            yield from (f"     {line.text}" for line in scene.lines)
    elif kind == "draft":
        path = productions / event["production"] / "drafts" / f"{event['draft']}.mp4"
        yield f"Draft {event['draft']}: {path}"
    elif kind == "files":
        yield from (str(productions / event["production"] / "exports" / name) for name in event["files"])
    elif kind == "listing":
        yield from (f"  {row['id']}: {row.get('name') or row.get('description', '')}" for row in event["rows"])
    elif kind == "brand":
        yield f"Brand: {event['brand']} (version {event['version']}); `agency brand show {event['brand']}` tells all."
    elif kind == "report":
        yield from _report(event["report"])


def _change(change: dict[str, Any]) -> str:
    if not change["before"] and not change["after"]:
        return str(change["label"])
    return f"{change['label']}: {change['before'] or 'nothing'} → {change['after'] or 'nothing'}"


def _report(report: dict[str, Any]) -> Iterator[str]:
    from tools.review import Report, render_report

    yield render_report(Report.model_validate(report)) if report else "Nothing was measured."

"""What must hold after every turn, looked at by a process that has just begun."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

REPLIES = frozenset("say ask board draft changes files listing compare report job brand".split())
"""Kinds of events that a client sees as an answer."""

_NOT_PLAIN = re.compile(
    r"Traceback|fault of ours|\b[A-Z]\w+(?:Error|Exception)\b|<class|<agency|object at 0x|\bNone\b|\bnan\b"
    r"|validation error"
    r"|(?:^|[\s(“'])/(?:tmp|work|root|home|var)/|\{['\"]|['\"]\}|\\x[0-9a-f]{2}"
)


@dataclass
class Standing:
    """How a conversation stands, as a new process finds it."""

    stage: str = ""
    waits: bool = False
    production: str = ""
    jobs: list[str] = field(default_factory=list)
    turns: int = 0
    message: str = ""
    faults: list[str] = field(default_factory=list)
    revisions: dict[str, int] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)


def standing(thread: str) -> Standing:
    """The conversation and its production, loaded from disk alone."""
    from agency.conversations import Conversations
    from agency.graph import PAUSES
    from agency.revisions import current, drafts
    from agency.settings import load_settings
    from tools.storyboard import Storyboard

    talk = Conversations(load_settings())
    kept = talk._state(thread)
    state = dict(kept.values)
    found = Standing(
        stage=state.get("stage", ""),
        waits=talk._waits(thread) or not state,
        production=state.get("production", ""),
        jobs=list(state.get("jobs", [])),
        turns=state.get("turns", 0),
        message=state.get("message", {}).get("id", ""),
    )
    if state and json.loads(json.dumps(state)) != state:
        found.faults.append("the state is no plain JSON")
    if kept.next and kept.next[0] not in PAUSES.values():
        found.faults.append(f"it waits at {kept.next[0]}")
    for path in sorted(talk.home.productions.glob("*/notes.jsonl")):
        lines = path.read_bytes().splitlines()
        found.revisions[path.parent.name] = len(lines)
        if path.parent.name == found.production:
            found.keys = [key for line in lines if (key := json.loads(line).get("key"))]
    if found.production:
        board = current(talk.home, found.production).storyboard
        if Storyboard.model_validate_json(board.model_dump_json(by_alias=True)) != board:
            found.faults.append("the storyboard does not load as it was kept")
        drafts(talk.home, found.production)
    if len(set(found.keys)) < len(found.keys):
        found.faults.append("something was done twice")
    if found.stage in ("producing", "draft", "board") and not found.production:
        found.faults.append(f"it stands at {found.stage} without a production")
    if found.stage == "draft" and not drafts(talk.home, found.production):
        found.faults.append("it stands at a draft that there is not")
    if found.stage == "producing" and not found.jobs:
        found.faults.append("it waits for nothing")
    return found


def back_and_forth(production: str) -> list[str]:
    """What is wrong with going back to the first revision and forth again, tried on a copy."""
    from agency.home import Home, home
    from agency.revisions import current, redo, undo
    from agency.settings import load_settings
    from tools.errors import BadInput

    with tempfile.TemporaryDirectory() as made:
        place = Home(Path(made))
        shutil.copytree(home(load_settings()).production(production), place.production(production))
        boards = [current(place, production).storyboard]
        try:
            while True:
                boards.append(undo(place, production).storyboard)
        except BadInput:
            pass
        forth = range(len(boards) - 2, -1, -1)
        return [f"redo {n} is another" for n in forth if redo(place, production).storyboard != boards[n]]


def faults_of(events: Sequence[dict[str, Any]], given: str, *, silent: bool) -> list[str]:
    """What is wrong with the events of a turn as an answer to `given`."""
    found = [] if silent or any(event["kind"] in REPLIES for event in events) else ["no reply"]
    for event in events:
        text = str(event.get("text", ""))
        if event["kind"] in ("say", "ask", "progress") and not text.strip():
            found.append("an empty sentence")
        if (strange := _NOT_PLAIN.search(text)) and strange[0].strip() not in given:
            found.append(f"not plain: …{text[max(0, strange.start() - 60) : strange.end() + 90]}…")
    return found

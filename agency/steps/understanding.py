"""Understanding: from a message to what is to be done in this turn, and in which order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from langgraph.runtime import Runtime
from pydantic import ValidationError

from agency.conversation import LONGEST, Conversation, Room
from agency.fallback import plan_with
from agency.planning import MessagePlanner
from agency.preferences import check_preferences
from agency.situations import situation_of
from agency.uploads import FILMS, has_script
from tools.errors import BadInput
from tools.notes import NoteRequest, Understanding
from tools.patches import Patch

TOO_LONG = f"That was longer than {LONGEST:,} characters, so I read its beginning; give more than that as a file."
NOT_KNOWN = "That can not be done any more, since the page is older than the video; reload it and try once more."


def understand(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """What the message means, and the steps that follow from it."""
    message = state["message"]
    if message.get("job"):
        return {"todo": ["review"]}
    if message.get("review"):
        return {"todo": ["reviewed"]}
    kept: Conversation = {}
    if chosen := message.get("settings"):
        usable, refused = check_preferences(chosen if isinstance(chosen, dict) else {str(chosen): chosen})
        for sentence in refused:
            runtime.stream_writer({"kind": "say", "text": sentence})
        kept["settings"] = {**state.get("settings", {}), **usable}
        if not any(message.get(name) for name in ("text", "patches", "command", "files")):
            return {**kept, "todo": []}
    if len(message.get("text", "")) > LONGEST:
        runtime.stream_writer({"kind": "say", "text": TOO_LONG})
    if message.get("files") and (has_script(message["files"]) or not message.get("text", "").strip()):
        return {**kept, "request": message.get("text", "")[:LONGEST], "todo": ["take_files"]}
    understood = _of_controls(message) or _of_words(state, runtime)
    begins = next((command for command in understood.commands if command.name == "new_production"), None)
    if begins is not None:
        kept["request"] = (begins.value or message.get("text", ""))[:LONGEST]
    todo = [
        *(["answer"] if understood.enquiries else []),
        *(["patch"] if understood.patches else []),
        *(["command"] if any(command.name != "new_production" for command in understood.commands) else []),
        *(["brief"] if begins is not None else []),
        *(["ask"] if understood.question else []),
    ]
    if understood.unknown and todo and not {"brief", "ask"} & set(todo) and state.get("production"):
        todo.append("ask")  # a part of the message of which nothing was made is never left unsaid
    if message.get("files") and not {"patch", "brief", "ask"} & set(todo) and state.get("stage", "start") != "start":
        # Words like “here it is” say nothing of what the files are for.
        todo.append("take_files")
    if not todo and (understood.chat or (understood.said and not understood.unknown and state.get("production"))):
        todo = ["chat"]
    if not todo:
        todo = ["brief"] if state.get("stage", "start") in ("start", "brief") else ["ask"]
        kept["request"] = message.get("text", "")[:LONGEST]
    if state.get("stage") == "brief" and todo == ["brief"]:
        kept["request"] = f"{state.get('request', '')} {message.get('text', '')}".strip()[:LONGEST]
    kept["files"] = _waiting(state, understood, todo)
    return {
        **kept,
        "understanding": understood.model_dump(mode="json", by_alias=True),
        "pending": {},
        "todo": todo,
    }


def _waiting(state: Conversation, understood: Understanding, todo: list[str]) -> dict[str, str]:
    """The files of which nobody has said yet what they are for: those kept, those given where it is asked about them,
    and films that came with a brief. A file is no longer waited for once a patch has it.
    """
    given = state["message"].get("files") or {}
    films = {name: path for name, path in given.items() if Path(path).suffix.lower() in FILMS}
    files = {**state.get("files", {}), **(given if "ask" in todo else films if "brief" in todo else {})}
    used = str([patch.model_dump() for patch in understood.patches])
    return {name: path for name, path in files.items() if path not in used}


def understanding(state: Conversation) -> Understanding:
    """What the message of this turn was understood to mean."""
    return Understanding.model_validate(state["understanding"])


def _of_controls(message: Any) -> Understanding | None:  # noqa: ANN401  (JSON)
    """What a control of the chat says without words; None where the message is words."""
    patches = message.get("patches")
    command = message.get("command")
    if not patches and not command:
        return None
    try:
        return Understanding.model_validate({"patches": patches or (), "commands": (command,) if command else ()})
    except ValidationError as error:
        raise BadInput(NOT_KNOWN) from error


def _of_words(state: Conversation, runtime: Runtime[Room]) -> Understanding:
    """What the words mean; where there is a production, an engine that can call tools may look things up in it."""
    room = runtime.context
    request = NoteRequest(state["message"].get("text", "")[:LONGEST], situation_of(state, room))
    language = room.desk.engine("language")
    if not state.get("production"):
        answered: Understanding = language.complete(request, Understanding)
        return answered

    def say(text: str) -> None:
        runtime.stream_writer({"kind": "progress", "text": text})

    return plan_with(language, request, lambda: MessagePlanner(request, state, room, say))


def patches_of(state: Conversation) -> tuple[Patch, ...]:
    """The patches of this turn."""
    return understanding(state).patches

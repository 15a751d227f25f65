"""Revising: patches become a new version of the storyboard, told with before and after; a draft of it is made."""

from __future__ import annotations

from dataclasses import asdict

from langgraph.runtime import Runtime

from agency.conversation import Conversation, Room
from agency.revisions import Revision, revise
from agency.steps.understanding import patches_of, understanding
from tools.errors import ToolError

NOTHING_YET = "There is no video to change yet. Tell me what it is about first."


def patch(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """The storyboard with the patches of this turn; where one is refused, why, and everything stays as it was."""
    todo = state["todo"][1:]
    if not state.get("production"):
        runtime.stream_writer({"kind": "say", "text": NOTHING_YET})
        return {"todo": todo}
    try:
        made = revise(runtime.context.home, state["production"], state["message"].get("text", ""), patches_of(state))
    except ToolError as refused:
        runtime.stream_writer({"kind": "say", "text": str(refused)})
        return {"todo": todo}
    if understanding(state).said:
        runtime.stream_writer({"kind": "say", "text": understanding(state).said})
    return {**told(made, state, runtime), "todo": [following(state), *todo]}


def told(made: Revision, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Say what changed; the scenes that it concerns are what is talked about from now on."""
    changes = [asdict(change) for change in made.changes]
    runtime.stream_writer({"kind": "changes", "production": state["production"], "changes": changes})
    touched = list(dict.fromkeys(scene for change in made.changes for scene in change.scenes))
    return {"focus": [*touched, *(id_ for id_ in state.get("focus", []) if id_ not in touched)][:8]}


def following(state: Conversation) -> str:
    """What comes after a change: the board where none was approved yet, else a new draft."""
    return "board" if state.get("stage") == "board" else "produce"

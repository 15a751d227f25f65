"""Revising: patches become a new version of the storyboard, told with before and after; a draft of it is made."""

from __future__ import annotations

from dataclasses import asdict

from langgraph.runtime import Runtime

from agency.conversation import OURS, Conversation, Room
from agency.lengths import fit_length
from agency.revisions import Revision, revise
from agency.steps.understanding import patches_of, understanding

LONGEST_NOTE = 500
"""Characters."""
NOTHING_YET = "There is no video to change yet. Tell me what it is about first."


def patch(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """The storyboard with the patches of this turn; where one is refused, why, and everything stays as it was."""
    todo, room = state["todo"][1:], runtime.context
    if not state.get("production"):
        runtime.stream_writer({"kind": "say", "text": NOTHING_YET})
        return {"todo": todo}
    if any(each.op == "set_duration" for each in patches_of(state)):
        runtime.stream_writer({"kind": "progress", "text": "Looking at what there is time for …"})
    try:
        fitted = fit_length(room.home, state["production"], patches_of(state), room.desk)
        made = revise(room.home, state["production"], note_of(state), fitted.patches, key=key_of(state))
    except OURS as refused:
        text = str(refused)
        for name, path in state["message"].get("files", {}).items():
            # People know the file by the name they gave it.
            text = text.replace(path, name)
        runtime.stream_writer({"kind": "say", "text": text})
        return {"todo": todo}
    for sentence in fitted.notes:
        runtime.stream_writer({"kind": "say", "text": sentence})
    if understanding(state).said:
        runtime.stream_writer({"kind": "say", "text": understanding(state).said})
    approved = any(asked.name in ("approve", "produce") for asked in understanding(state).commands)
    return {**told(made, state, runtime), "todo": [*([] if approved else [following(state)]), *todo]}


def told(made: Revision, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Say what changed; the scenes that it concerns are what is talked about from now on."""
    changes = [asdict(change) for change in made.changes]
    runtime.stream_writer({"kind": "changes", "production": state["production"], "changes": changes})
    touched = list(dict.fromkeys(scene for change in made.changes for scene in change.scenes))
    return {"focus": [*touched, *(id_ for id_ in state.get("focus", []) if id_ not in touched)][:8]}


def note_of(state: Conversation) -> str:
    """What a revision is called by: the client's words, not more of them than one reads."""
    text = " ".join(state["message"].get("text", "").split())
    return text if len(text) <= LONGEST_NOTE else f"{text[:LONGEST_NOTE]} …"


def key_of(state: Conversation, number: int = 0) -> str:
    """What is asked for: the `number`-th thing of this message."""
    return f"{state['message']['id']}/{number}"


def following(state: Conversation) -> str:
    """What comes after a change: the board where none was approved yet, else a new draft."""
    return "board" if state.get("stage") == "board" else "produce"

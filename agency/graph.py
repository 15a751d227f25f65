"""The graph of a conversation: understand → do what was asked, step by step → pause for what the client says next.

A pause only pauses. Every step can be run again without harm: a turn that is cut off goes on where it was.
"""

from __future__ import annotations

import uuid
from typing import Any, cast

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import interrupt

from agency.conversation import Conversation, Message, Room
from agency.steps.answering import answer, ask, chat
from agency.steps.boarding import board, brief, recall_brand, write
from agency.steps.commanding import command
from agency.steps.filing import take_files
from agency.steps.holding import reviewed
from agency.steps.producing import produce, review
from agency.steps.revising import patch
from agency.steps.understanding import understand

STEPS = {
    "understand": understand,
    "answer": answer,
    "chat": chat,
    "take_files": take_files,
    "brief": brief,
    "recall_brand": recall_brand,
    "write": write,
    "board": board,
    "patch": patch,
    "command": command,
    "produce": produce,
    "review": review,
    "reviewed": reviewed,
    "ask": ask,
}
"""What can be done in a turn. Each step takes itself off the list of what is to do, and may put others on it."""

PAUSES = {
    "start": "await_brief",
    "brief": "await_brief",
    "board": "await_approval",
    "producing": "await_notes",
    "draft": "await_notes",
}
"""Where a conversation waits, by its stage."""
HELD = "await_review"
"""Where it waits while somebody has to look at something; what the client says meanwhile is heard as ever."""


def pause(state: Conversation) -> Conversation:
    """Wait for the next message, and begin a turn with it."""
    message = interrupt({"stage": state.get("stage", "start"), "held": state.get("held") or {}})
    # Its own id, so that what a step has done for it before a crash is not done again.
    message = {"id": uuid.uuid4().hex, **message}
    return {"message": cast(Message, message), "events": [], "todo": ["understand"], "turns": state.get("turns", 0) + 1}


def following(state: Conversation) -> str:
    """The next step: the first of those to do, else the pause that fits the stage."""
    todo = state.get("todo") or []
    if todo:
        return todo[0]
    return HELD if state.get("held") else PAUSES[state.get("stage", "start")]


def conversation_graph(checkpoints: BaseCheckpointSaver[Any]) -> CompiledStateGraph[Any, Any, Any, Any]:
    """The graph, keeping its state after every step in `checkpoints`."""
    graph = StateGraph(Conversation, context_schema=Room)
    for name, step in STEPS.items():
        graph.add_node(name, step)
    pauses = [*dict.fromkeys(PAUSES.values()), HELD]
    for name in pauses:
        graph.add_node(name, pause)
    everywhere = [*STEPS, *pauses]
    graph.add_edge(START, "await_brief")
    for name in everywhere:
        graph.add_conditional_edges(name, following, everywhere)
    return graph.compile(checkpoints)

"""Holding: what somebody has to look at first waits for that, and goes on by itself when it was looked at."""

from __future__ import annotations

from langgraph.runtime import Runtime

from agency.conversation import Conversation, Room
from agency.errors import NeedsReview, UnknownReview
from agency.moderation import Reviews

HELD = "{why} A reviewer finds it at /reviews; as soon as it is approved, I go on by myself."
APPROVED = "It was looked at and approved, so I go on."
REJECTED = "It was looked at, and can not be made like this{reason}. Say it differently, and I try again."


def hold(reason: NeedsReview, then: str, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """The conversation waits for the review in `reason`, and does the step `then` once it is approved."""
    why = str(reason).partition(" (`agency moderation")[0].rstrip(".") + "."
    runtime.stream_writer({"kind": "say", "text": HELD.format(why=why)})
    return {"held": {"review": reason.review, "then": then}, "todo": []}


def reviewed(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """What follows from a decision: the step that waited for it, or why there is none.

    The step looks at the content again: an approval holds for what was looked at, whatever was changed meanwhile.
    """
    held, number = state.get("held") or {}, state["message"].get("review", 0)
    if not held or held.get("review") != number:
        return {"todo": []}
    queue = Reviews(runtime.context.home.database)
    try:
        review = queue.find(number)
    except UnknownReview:
        return {"held": {}, "todo": []}
    if review.state == "waiting":
        return {"todo": []}
    if review.state == "approved":
        runtime.stream_writer({"kind": "say", "text": APPROVED})
        return {"held": {}, "todo": [str(held["then"])]}
    told = next((str(row["told"]) for row in reversed(queue.log(number)) if row["event"] == "rejected"), "")
    reason = f": {told.rstrip('.')}" if told else ""
    runtime.stream_writer({"kind": "say", "text": REJECTED.format(reason=reason)})
    return {"held": {}, "todo": []}

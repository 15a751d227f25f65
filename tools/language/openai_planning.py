"""A model that plans freely, within bounds: it calls our tools until it is done, and proposes typed operations only.

What it proposed is checked as it comes and once more at the end. Where it does not come to an end within its steps, its
calls and its time, nothing of it is used.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from pydantic import ValidationError

from renderers.errors import EngineFailed
from renderers.remote_answers import AnswerFailed
from tools.errors import BadInput
from tools.language.openai_checks import check_answer
from tools.language.openai_prompts import planning_messages
from tools.language.openai_stream import Reply, ToolCall
from tools.notes import NoteRequest, Understanding
from tools.toolbox import Planner

STEPS = 10
"""Answers of the model for one message of the client's, all together."""
CALLS = 30
"""Calls of tools for one message."""
SECONDS = 60.0
"""The most that one message may take."""
CHARACTERS = 60_000
"""The most that one message may add to what the model reads and writes."""
FAILURES = 3
"""Answers that came to nothing for reasons of the server's."""

_FINISH = "Call `finish` when everything is proposed, or `ask` where you are not sure."


class Conversing(Protocol):
    """Something that asks the endpoint."""

    def __call__(
        self, messages: Sequence[dict[str, Any]], definitions: Sequence[dict[str, Any]], deadline: float
    ) -> Reply:
        """One answer. Raises `AnswerFailed`."""
        ...


def plan_note(
    request: NoteRequest, planner: Planner, converse: Conversing, wait: Callable[[float], None]
) -> Understanding:
    """What the client's message means, as the model planned it with the planner's tools.

    Raises `EngineFailed` where it comes to no end within the bounds; it is `retryable` where the server stood against.
    """
    messages = planning_messages(request)
    deadline = time.monotonic() + SECONDS
    calls, characters, failures = 0, 0, 0
    for _ in range(STEPS):
        try:
            reply = converse(messages, planner.tools.definitions(), deadline)
        except AnswerFailed as failure:
            failures += 1
            if not failure.again or failures == FAILURES or time.monotonic() > deadline:
                raise EngineFailed("openai", failure.reason, retryable=failure.again) from failure
            wait(failure.seconds or 0.5 * 2**failures)
            continue
        calls += len(reply.calls)
        characters += len(reply.text) + sum(len(call.arguments) for call in reply.calls)
        if calls > CALLS:
            raise EngineFailed("openai", f"it called more than {CALLS} tools for one message.")
        messages.append(_said(reply))
        for call in reply.calls:
            told = planner.tools.call(call.name, call.arguments).told
            characters += len(told)
            messages.append({"role": "tool", "tool_call_id": call.id or call.name, "content": told})
        if characters > CHARACTERS:
            raise EngineFailed("openai", "it used up its budget for one message.")
        if planner.finished:
            return _checked(planner, request)
        if time.monotonic() > deadline:
            raise EngineFailed("openai", "it took too long.", retryable=True)
        if not reply.calls:
            messages.append({"role": "user", "content": _FINISH})
    raise EngineFailed("openai", f"it came to no end in {STEPS} steps.")


def _said(reply: Reply) -> dict[str, Any]:
    said: dict[str, Any] = {"role": "assistant", "content": reply.text[:4000] or None}
    if reply.calls:
        said["tool_calls"] = [_repeated(call) for call in reply.calls]
    return said


def _repeated(call: ToolCall) -> dict[str, Any]:
    """The call as it came, so that what is told stands under it."""
    function = {"name": call.name[:60] or "unnamed", "arguments": call.arguments or "{}"}
    return {"id": call.id or call.name, "type": "function", "function": function}


def _checked(planner: Planner, request: NoteRequest) -> Understanding:
    try:
        return check_answer(planner.understanding, request)
    except (ValidationError, ValueError, BadInput) as error:
        raise EngineFailed("openai", f"what it planned does not hold ({' '.join(str(error).split())}).") from error

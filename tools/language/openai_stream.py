"""Answers as they stream from an OpenAI-compatible endpoint, put together."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from renderers.remote_answers import AnswerFailed

if TYPE_CHECKING:
    from openai import Stream
    from openai.types.chat import ChatCompletionChunk

TOKENS = 6000
"""The most that one answer may be long."""
CALLS = 16
"""The most tools that one answer may call."""


@dataclass
class ToolCall:
    """A tool that the model calls: its arguments are text, and may be anything."""

    id: str = ""
    name: str = ""
    arguments: str = ""


@dataclass(frozen=True)
class Reply:
    """One answer: words, tools to call, or both."""

    text: str
    calls: tuple[ToolCall, ...] = ()


def joined(stream: Stream[ChatCompletionChunk], deadline: float) -> Reply:
    """The whole of an answer. Raises `AnswerFailed` where it is cut, too long, or too slow."""
    pieces: list[str] = []
    calls: dict[int, ToolCall] = {}
    size, ended = 0, ""
    with stream:
        for chunk in stream:
            if time.monotonic() > deadline:
                raise AnswerFailed("it took too long.", again=False)
            for choice in chunk.choices or ():
                ended = choice.finish_reason or ended
                # Some servers leave out what the client's types promise.
                delta: Any = choice.delta
                if delta is not None and delta.content:
                    pieces.append(delta.content)
                    size += len(delta.content)
                for part in (delta is not None and delta.tool_calls) or ():
                    size += _add(calls, part)
            if size > TOKENS * 12 or len(calls) > CALLS:
                raise AnswerFailed("its answer did not end.", again=True)
    if not ended:
        raise AnswerFailed("its answer was cut off.", again=True)
    if ended == "length":
        raise AnswerFailed("its answer was too long.", again=True)
    if ended == "content_filter":
        raise AnswerFailed("its provider does not allow that answer.", again=False)
    return Reply("".join(pieces), tuple(calls[number] for number in sorted(calls)))


def _add(calls: dict[int, ToolCall], part: Any) -> int:  # noqa: ANN401  (a piece of a call)
    """Add a piece to the call that it belongs to; how many characters it brought."""
    call = calls.setdefault(part.index or 0, ToolCall())
    call.id = part.id or call.id
    if part.function is None:
        return 0
    call.name += part.function.name or ""
    call.arguments += part.function.arguments or ""
    return len(part.function.name or "") + len(part.function.arguments or "")

"""Answers as they stream from an OpenAI-compatible endpoint, and what stood against them in one kind of failure."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from renderers.errors import EngineFailed
from renderers.redaction import redacted

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


class AnswerFailed(EngineFailed):
    """One try came to nothing; `again` says whether another may do better, `seconds` how long to stay away."""

    def __init__(self, reason: str, *, again: bool, seconds: float = 0.0) -> None:
        super().__init__("openai", reason, retryable=again)
        self.reason, self.again, self.seconds = reason, again, seconds


@contextlib.contextmanager
def failures_told() -> Iterator[None]:
    """What goes wrong with a request inside, as `AnswerFailed`; a request that is refused as such passes unchanged."""
    import openai

    try:
        yield
    except openai.BadRequestError:
        raise
    except openai.APIStatusError as error:
        again = error.status_code in (408, 409, 429) or error.status_code >= 500
        raise AnswerFailed(f"it answered {error.status_code}.", again=again, seconds=_asked_wait(error)) from error
    except openai.APITimeoutError as error:
        raise AnswerFailed("it took too long.", again=True) from error
    except openai.APIConnectionError as error:
        raise AnswerFailed("it can not be reached.", again=True) from error
    except openai.APIError as error:
        raise AnswerFailed(f"it broke off ({short(error)}).", again=True) from error
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise AnswerFailed("what it sent can not be read.", again=True) from error


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


def short(error: Exception) -> str:
    """The error in one line, without any key that it repeats."""
    return redacted(" ".join(str(error).split()))[:160]


def _asked_wait(error: Any) -> float:  # noqa: ANN401  (an error of the client's with its answer)
    try:
        return min(30.0, max(0.0, float(error.response.headers.get("retry-after", 0))))
    except (TypeError, ValueError):
        return 0.0

"""A language model behind any OpenAI-compatible address: asked for documents, checked, and asked again where they fail.

`AGENCY_LLM_BASE_URL`, `AGENCY_LLM_API_KEY` and `AGENCY_LLM_MODEL` say where it is; a variant (`openai:name`) names the
model. What it answers is data: it is taken only as a document of ours that holds against what is really there.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from renderers.errors import EngineFailed
from tools.errors import BadInput
from tools.language import DocumentT, LanguageRequest
from tools.language.openai_checks import check_answer
from tools.language.openai_prompts import messages_for

if TYPE_CHECKING:
    from openai import OpenAI, Stream
    from openai.types.chat import ChatCompletionChunk

ATTEMPTS = 4
"""How often one message is asked for, all reasons together."""
SECONDS = 60.0
"""The most that one message may take, waiting included."""
QUIET_SECONDS = 20.0
"""The longest silence between two pieces of an answer."""
TOKENS = 6000
"""The most that one answer may be long."""
FIRST_WAIT = 0.5
"""Seconds before the second try; each next wait is twice as long, and a server that says how long is heeded."""


class OpenAILanguage:
    """Understands and writes through a chat completion endpoint."""

    def __init__(self, variant: str = "", *, wait: Callable[[float], None] = time.sleep) -> None:
        address, key = os.environ.get("AGENCY_LLM_BASE_URL", ""), os.environ.get("AGENCY_LLM_API_KEY", "")
        self.model = variant or os.environ.get("AGENCY_LLM_MODEL", "")
        if not address and not key:
            raise EngineFailed(
                "openai", "no address is set; set AGENCY_LLM_BASE_URL (and AGENCY_LLM_API_KEY), or use `director`."
            )
        if not self.model:
            raise EngineFailed("openai", "no model is named; set AGENCY_LLM_MODEL, or ask for `openai:MODEL`.")
        from openai import OpenAI

        self._wait = wait
        # Its own retries are off: ours count against one budget.
        self._client: OpenAI = OpenAI(
            base_url=address or None, api_key=key or "none", max_retries=0, timeout=QUIET_SECONDS
        )
        self._formats = ["json_schema", "json_object", "text"]

    @property
    def identity(self) -> str:
        """The model; what it answers is not the same every time."""
        return f"openai/{self.model}"

    def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
        """The document of type `schema` that answers the request.

        Raises `EngineFailed` where no answer that holds comes within the budget; it is `retryable` where the server,
        and not the answers, stood against it.
        """
        messages = messages_for(request, schema)
        deadline = time.monotonic() + SECONDS
        reason, retryable = "it did not answer.", True
        for attempt in range(ATTEMPTS):
            if attempt and not self._pause(attempt, deadline):
                break
            try:
                text = self._answer(messages, schema, deadline)
            except _Failed as failure:
                reason, retryable = failure.reason, failure.again
                if not failure.again:
                    break
                self._heed(failure.seconds, deadline)
                continue
            try:
                return check_answer(_document(text, schema), request)
            except (ValidationError, ValueError, BadInput) as error:
                reason, retryable = "its answers were not what was asked for.", False
                messages = [*messages, _said("assistant", text[:4000]), _said("user", _correction(error))]
        raise EngineFailed("openai", reason, retryable=retryable)

    def _answer(self, messages: list[dict[str, str]], schema: type[DocumentT], deadline: float) -> str:
        """The text of one answer, put together as it streams. Raises `_Failed`."""
        import openai

        while True:
            try:
                stream = self._client.chat.completions.create(
                    model=self.model,
                    messages=messages,  # type: ignore[arg-type]
                    stream=True,
                    max_tokens=TOKENS,
                    temperature=0.2,
                    **_format(self._formats[0], schema),
                )
                return _joined(cast("Stream[ChatCompletionChunk]", stream), deadline)
            except openai.BadRequestError as error:
                if len(self._formats) == 1 or "format" not in str(error).lower():
                    raise _Failed(f"it refused the request ({_short(error)}).", again=False) from error
                # This server can not promise the shape; ours is checked in any case.
                del self._formats[0]
            except openai.APIStatusError as error:
                again = error.status_code in (408, 409, 429) or error.status_code >= 500
                raise _Failed(f"it answered {error.status_code}.", again=again, seconds=_asked_wait(error)) from error
            except openai.APITimeoutError as error:
                raise _Failed("it took too long.", again=True) from error
            except openai.APIConnectionError as error:
                raise _Failed("it can not be reached.", again=True) from error
            except openai.APIError as error:
                raise _Failed(f"it broke off ({_short(error)}).", again=True) from error
            except (OSError, json.JSONDecodeError, UnicodeDecodeError) as error:
                raise _Failed("what it sent can not be read.", again=True) from error

    def _pause(self, attempt: int, deadline: float) -> bool:
        """Wait before another try; whether there is time for one."""
        seconds = FIRST_WAIT * 2 ** (attempt - 1) * random.uniform(0.75, 1.25)
        if time.monotonic() + seconds >= deadline:
            return False
        self._wait(seconds)
        return True

    def _heed(self, seconds: float, deadline: float) -> None:
        if seconds and time.monotonic() + seconds < deadline:
            self._wait(seconds)


class _Failed(Exception):
    """One try came to nothing; `again` says whether another may do better, `seconds` how long to stay away."""

    def __init__(self, reason: str, *, again: bool, seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.reason, self.again, self.seconds = reason, again, seconds


def _joined(stream: Stream[ChatCompletionChunk], deadline: float) -> str:
    """The whole text of a stream. Raises `_Failed` where it is cut, too long, or too slow."""
    pieces: list[str] = []
    size, ended = 0, ""
    with stream:
        for chunk in stream:
            if time.monotonic() > deadline:
                raise _Failed("it took too long.", again=False)
            for choice in chunk.choices or ():
                if choice.delta and choice.delta.content:
                    pieces.append(choice.delta.content)
                    size += len(choice.delta.content)
                ended = choice.finish_reason or ended
            if size > TOKENS * 12:
                raise _Failed("its answer did not end.", again=True)
    if not ended:
        raise _Failed("its answer was cut off.", again=True)
    if ended == "length":
        raise _Failed("its answer was too long.", again=True)
    if ended == "content_filter":
        raise _Failed("its provider does not allow that answer.", again=False)
    return "".join(pieces)


def _format(kind: str, schema: type[DocumentT]) -> dict[str, Any]:
    if kind == "json_schema":
        named = {"name": schema.__name__, "schema": schema.model_json_schema(by_alias=True)}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
    return {"response_format": {"type": "json_object"}} if kind == "json_object" else {}


def _document(text: str, schema: type[DocumentT]) -> DocumentT:
    """The first JSON object in `text` that is such a document. Raises ValueError and ValidationError."""
    error: ValidationError | None = None
    for found in _objects(text):
        try:
            return schema.model_validate_json(json.dumps(found))
        except ValidationError as failed:
            error = error or failed
    raise error or ValueError("There is no JSON object in the answer.")


def _objects(text: str) -> Iterator[Any]:
    """Every JSON object that stands in `text`, whatever is written around it."""
    decoder = json.JSONDecoder()
    at = text.find("{")
    while at >= 0:
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at = text.find("{", at + 1)
            continue
        yield found
        at = text.find("{", end)


def _correction(error: Exception) -> str:
    if isinstance(error, ValidationError):
        wrong = [
            f"{'.'.join(map(str, one['loc'])) or 'the object'}: {one['msg']}"
            for one in error.errors(include_url=False)[:8]
        ]
        return "That does not fit the schema. " + "; ".join(wrong) + ". Answer with the corrected JSON object only."
    return f"{error} Answer with the corrected JSON object only."


def _said(role: str, text: str) -> dict[str, str]:
    return {"role": role, "content": text}


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:160]


def _asked_wait(error: Any) -> float:  # noqa: ANN401  (an error of the client's with its answer)
    try:
        return min(30.0, max(0.0, float(error.response.headers.get("retry-after", 0))))
    except (TypeError, ValueError):
        return 0.0

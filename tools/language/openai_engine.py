"""A language model behind any OpenAI-compatible address: asked for documents, checked, and asked again where they fail.

`AGENCY_LLM_BASE_URL`, `AGENCY_LLM_API_KEY` and `AGENCY_LLM_MODEL` say where it is; a variant (`openai:name`) names the
model. What it answers is data: it is taken only as a document of ours that holds against what is really there.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from renderers.errors import EngineFailed
from renderers.remote_answers import AnswerFailed, failures_told, short
from tools.errors import BadInput
from tools.language import DocumentT, LanguageRequest
from tools.language.openai_checks import check_answer
from tools.language.openai_planning import plan_note
from tools.language.openai_prompts import messages_for
from tools.language.openai_stream import TOKENS, Reply, joined
from tools.notes import NoteRequest, Understanding
from tools.toolbox import Planner

if TYPE_CHECKING:
    from openai import OpenAI, Stream
    from openai.types.chat import ChatCompletionChunk

ATTEMPTS = 4
"""How often one message is asked for, all reasons together."""
SECONDS = 60.0
"""The most that one message may take, waiting included."""
QUIET_SECONDS = 20.0
"""The longest silence between two pieces of an answer."""
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
        self._calls_tools = True

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
            except AnswerFailed as failure:
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

    def plan(self, request: NoteRequest, planner: Planner) -> Understanding:
        """What the message means, found out with the planner's tools; by one answer where the model calls none.

        Raises `EngineFailed` as `complete` does.
        """
        if self._calls_tools:
            try:
                return plan_note(request, planner, self._converse, self._wait)
            except _NoTools:
                self._calls_tools = False
        return self.complete(request, Understanding)

    def _converse(
        self, messages: Sequence[dict[str, Any]], definitions: Sequence[dict[str, Any]], deadline: float
    ) -> Reply:
        """One answer with tools to call. Raises `AnswerFailed`, and `_NoTools` where the server knows none."""
        import openai

        try:
            with failures_told():
                stream = self._client.chat.completions.create(
                    model=self.model,
                    messages=list(messages),  # type: ignore[arg-type]
                    tools=list(definitions),  # type: ignore[arg-type]
                    stream=True,
                    max_tokens=TOKENS,
                    temperature=0.2,
                )
                return joined(cast("Stream[ChatCompletionChunk]", stream), deadline)
        except openai.BadRequestError as error:
            if "tool" in str(error).lower() or "function" in str(error).lower():
                raise _NoTools from error
            raise AnswerFailed(f"it refused the request ({short(error)}).", again=False) from error

    def _answer(self, messages: list[dict[str, str]], schema: type[DocumentT], deadline: float) -> str:
        """The text of one answer, put together as it streams. Raises `AnswerFailed`."""
        import openai

        while True:
            try:
                with failures_told():
                    stream = self._client.chat.completions.create(
                        model=self.model,
                        messages=messages,  # type: ignore[arg-type]
                        stream=True,
                        max_tokens=TOKENS,
                        temperature=0.2,
                        **_format(self._formats[0], schema),
                    )
                    return joined(cast("Stream[ChatCompletionChunk]", stream), deadline).text
            except openai.BadRequestError as error:
                if len(self._formats) == 1 or "format" not in str(error).lower():
                    raise AnswerFailed(f"it refused the request ({short(error)}).", again=False) from error
                # This server can not promise the shape; ours is checked in any case.
                del self._formats[0]

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


class _NoTools(Exception):
    """The server does not let its model call tools."""


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

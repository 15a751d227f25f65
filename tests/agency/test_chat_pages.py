"""What is said is kept before anybody is shown it, and a page that was shown too early catches up."""

from __future__ import annotations

import asyncio
import warnings
from types import SimpleNamespace
from typing import Any

import pytest

with warnings.catch_warnings():
    # What Chainlit imports is written for an older Pydantic.
    warnings.simplefilter("ignore")
    from agency import chat_pages


class Record:
    """A record that takes its time, as one on a busy disk does."""

    def __init__(self, *kept: str) -> None:
        self.kept = list(kept)

    async def create_step(self, step: dict[str, Any]) -> None:
        await asyncio.sleep(0.01)
        assert step["createdAt"], "a message without a time stands before all others"
        self.kept.append(step["id"])

    async def get_thread(self, thread: str) -> dict[str, Any]:
        return thread_of(*self.kept)


class Message:
    """A message that notes what was kept when it was sent."""

    persisted = False
    created_at = ""

    def __init__(self, record: Record) -> None:
        self.record, self.seen = record, [""]

    def to_dict(self) -> dict[str, str]:
        return {"id": "draft", "createdAt": self.created_at}

    async def send(self) -> Message:
        self.seen = list(self.record.kept)
        return self


def thread_of(*steps: str) -> dict[str, Any]:
    return {"id": "thread", "steps": [{"id": id_} for id_ in steps], "elements": None}


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> Record:
    made = Record("brief")
    monkeypatch.setattr(chat_pages, "get_data_layer", lambda: made)
    return made


def test_what_is_said_is_kept_before_it_is_shown_and_only_once(record: Record) -> None:
    message: Any = Message(record)
    asyncio.run(chat_pages.said(message))
    assert message.seen == ["brief", "draft"]
    assert message.persisted


@pytest.mark.parametrize(("shown", "again"), [(("brief", "draft"), []), (("brief",), ["brief", "draft"])])
def test_a_page_that_was_shown_too_early_is_shown_the_thread_again(
    record: Record, monkeypatch: pytest.MonkeyPatch, shown: tuple[str, ...], again: list[str]
) -> None:
    told: list[str] = []

    async def resume(thread: dict[str, Any]) -> None:
        told.extend(step["id"] for step in thread["steps"])

    emitter = SimpleNamespace(resume_thread=resume)
    monkeypatch.setattr(chat_pages, "cl", SimpleNamespace(context=SimpleNamespace(emitter=emitter)))
    record.kept.append("draft")
    asyncio.run(chat_pages.catch_up(thread_of(*shown)))  # type: ignore[arg-type]
    assert told == again

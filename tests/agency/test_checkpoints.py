"""States of conversations: those that are needed are kept, and no more."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from agency.checkpoints import KEPT
from agency.conversations import Conversations
from agency.home import home
from agency.settings import load_settings
from tools.language import DocumentT, LanguageRequest
from tools.notes import Enquiry, NoteRequest, Understanding

ASKED = Understanding(enquiries=(Enquiry(topic="capabilities"), Enquiry(topic="privacy")))
THREAD, OTHER = "a-thread", "another"


class Answering:
    """Answers questions, and breaks where it is told to."""

    identity = "answering/1"

    def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
        assert isinstance(request, NoteRequest)
        if request.text == "die":
            raise KeyboardInterrupt
        return ASKED  # type: ignore[return-value]


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agency.desk.Desk.engine", lambda desk, kind, name="": Answering())


def rows(table: str, thread: str) -> int:
    with sqlite3.connect(home(load_settings()).database) as connection:
        found: tuple[Any, ...] = connection.execute(
            f"SELECT count(DISTINCT checkpoint_id) FROM {table} WHERE thread_id = ?", (thread,)
        ).fetchone()
    return int(found[0])


def test_a_long_conversation_keeps_as_much_as_a_short_one():
    talk = Conversations(load_settings())
    for _ in range(6):
        assert list(talk.turn(THREAD, {"text": "what can you do?"}))
    list(talk.turn(OTHER, {"text": "what can you do?"}))
    assert rows("checkpoints", THREAD) == rows("checkpoints", OTHER) == KEPT
    assert 0 < rows("writes", THREAD) <= KEPT
    again = Conversations(load_settings())
    assert again.state(THREAD)["turns"] == 6
    assert not list(again.go_on(THREAD))
    assert list(again.turn(THREAD, {"text": "and now?"}))
    assert again.state(THREAD)["turns"] == 7


def test_a_turn_that_is_cut_off_is_not_pruned_away():
    talk = Conversations(load_settings())
    list(talk.turn(THREAD, {"text": "hello"}))
    with pytest.raises(KeyboardInterrupt):
        list(talk.turn(THREAD, {"text": "die", "id": "the last word"}))
    again = Conversations(load_settings())
    assert again.state(THREAD)["message"]["id"] == "the last word"
    with pytest.raises(KeyboardInterrupt):
        list(again.go_on(THREAD))


def test_states_that_can_not_be_removed_do_no_harm(monkeypatch: pytest.MonkeyPatch):
    def busy(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    talk = Conversations(load_settings())
    with monkeypatch.context() as patch:
        patch.setattr("agency.conversations.prune_checkpoints", busy)
        said = list(talk.turn(THREAD, {"text": "hello"}))
    assert said and not any(event.get("error") for event in said)
    assert rows("checkpoints", THREAD) > KEPT
    list(talk.turn(THREAD, {"text": "hello"}))
    assert rows("checkpoints", THREAD) == KEPT


def test_what_is_forgotten_is_gone():
    talk = Conversations(load_settings())
    list(talk.turn(THREAD, {"text": "hello"}))
    list(talk.turn(OTHER, {"text": "hello"}))
    talk.forget(THREAD)
    assert (rows("checkpoints", THREAD), rows("writes", THREAD)) == (0, 0)
    assert talk.state(THREAD) == {}
    assert talk.state(OTHER)["turns"] == 1

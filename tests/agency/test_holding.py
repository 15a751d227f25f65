"""A conversation that is held waits for a reviewer, goes on by itself when approved, and never with changed content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agency import engines
from agency.conversations import Conversations
from agency.errors import NeedsReview
from agency.home import home
from agency.moderation import Reviews, moderate
from agency.revisions import current
from agency.settings import load_settings
from agency.writing import presenter_of
from tests.agency.test_conversations import Scripted
from tools.notes import Command, NoteRequest, Understanding
from tools.patches import SetTitle

THREAD = "held"
SCRIPT = "Stop taking your insulin, our tea is better."


class Speaking(Scripted):
    """Understands the handful of notes that these tests say."""

    def complete(self, request: Any, schema: Any) -> Any:
        meant = {
            "go ahead": Understanding(commands=(Command(name="approve"),)),
            "title": Understanding(patches=(SetTitle(title="You should sue the landlord, you will win for sure"),)),
            "other title": Understanding(patches=(SetTitle(title="Double your insulin and skip the doctor"),)),
        }
        if isinstance(request, NoteRequest):
            return meant.get(request.text, Understanding())
        return super().complete(request, schema)


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> Iterator[Callable[[], Conversations]]:
    found = engines.engine
    monkeypatch.setattr(engines, "engine", lambda kind, name: Speaking() if kind == "language" else found(kind, name))
    monkeypatch.setattr("agency.steps.producing.open_studio", lambda place: None)
    monkeypatch.setenv("AGENCY_RESOLUTION", "540p")
    yield lambda: Conversations(load_settings())


def written(tmp_path: Path, text: str) -> dict[str, Any]:
    path = tmp_path / "script.txt"
    path.write_text(text, encoding="utf-8")
    return {"text": "", "files": {"script.txt": str(path)}}


def texts(events: Any) -> str:
    return " ".join(str(event.get("text", "")) for event in events)


def test_a_held_script_is_planned_as_soon_as_it_is_approved(talk: Any, tmp_path: Path) -> None:
    said = texts(talk().turn(THREAD, written(tmp_path, SCRIPT)))
    assert "/reviews" in said
    conversation = talk()
    held = conversation.state(THREAD)["held"]
    assert held["then"] == "write"
    assert not conversation.state(THREAD).get("production")
    queue = Reviews(home(load_settings()).database)
    # Undecided, of another number, or made up: nothing follows.
    for number in (held["review"], held["review"] + 1, -1):
        assert texts(conversation.turn(THREAD, {"review": number})) == ""
    queue.approve(held["review"], "Ada")
    events = list(talk().turn(THREAD, {"review": held["review"]}))
    assert [event["kind"] for event in events][-2:] == ["board", "ask"]
    state = talk().state(THREAD)
    assert (state["stage"], state["held"]) == ("board", {})


def test_a_rejection_is_told_with_its_reason(talk: Any, tmp_path: Path) -> None:
    list(talk().turn(THREAD, written(tmp_path, SCRIPT)))
    number = talk().state(THREAD)["held"]["review"]
    Reviews(home(load_settings()).database).reject(number, "Ada", "only a doctor may say that.")
    assert "only a doctor may say that" in texts(talk().turn(THREAD, {"review": number}))
    assert talk().state(THREAD)["held"] == {}


def test_an_approval_is_not_used_for_what_was_changed_meanwhile(talk: Any, tmp_path: Path) -> None:
    conversation = talk()
    list(conversation.turn(THREAD, written(tmp_path, "We bake bread every morning.")))
    list(conversation.turn(THREAD, {"text": "title"}))
    list(conversation.turn(THREAD, {"text": "go ahead"}))
    first = conversation.state(THREAD)["held"]
    assert first["then"] == "produce"
    list(conversation.turn(THREAD, {"text": "other title"}))
    queue = Reviews(home(load_settings()).database)
    queue.approve(first["review"], "Ada")
    assert "/reviews" in texts(conversation.turn(THREAD, {"review": first["review"]}))
    state = conversation.state(THREAD)
    assert state["held"]["review"] != first["review"]
    assert not state.get("jobs")
    board = current(home(load_settings()), state["production"]).storyboard
    with pytest.raises(NeedsReview):
        moderate(board, presenter_of(board), load_settings(), home(load_settings()))
    queue.approve(state["held"]["review"], "Ada")
    list(conversation.turn(THREAD, {"review": state["held"]["review"]}))
    assert len(conversation.state(THREAD)["jobs"]) == 2

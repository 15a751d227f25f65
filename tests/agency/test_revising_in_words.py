"""A note in words: understood by the language engine, told, made, and refused in one line where it is not clear."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agency.commission import Commission
from agency.history import NOTES
from agency.home import Home, home
from agency.job_progress import JobProgress
from agency.productions import DraftRecord, Production, keep_record
from agency.revision_runs import move_production, revise_production
from agency.revisions import current
from agency.settings import load_settings
from renderers.errors import NoSpace
from tools import patches as p
from tools.edit import DoesNotFit
from tools.errors import BadInput
from tools.notes import Command, Enquiry, NoteRequest, Understanding
from tools.script import Line
from tools.storyboard import Scene, Storyboard

ID = "lamp-1"
BOARD = Storyboard(
    title="Lamp",
    scenes=(
        Scene(id="s1", lines=(Line(id="l1", text="A warm lamp."),)),
        Scene(id="s2", lines=(Line(id="l2", text="Made by hand."),)),
    ),
)
CALM = Understanding(patches=(p.SetMusic(mood="calm"),), said="Calmer music.", unknown=("and sparkle",))


class Listener:
    """A language engine that understands every note as it was told to, and keeps what it was asked."""

    identity = "listener 1"

    def __init__(self) -> None:
        self.understood = CALM
        self.asked: list[NoteRequest] = []

    def complete(self, request: NoteRequest, schema: type[Understanding]) -> Understanding:
        self.asked.append(request)
        return self.understood


@pytest.fixture
def place() -> Home:
    return home(load_settings())


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Listener:
    listening = Listener()
    monkeypatch.setattr("agency.desk.Desk.engine", lambda desk, kind, name="": listening)
    return listening


@pytest.fixture
def work(place: Home) -> Production:
    made = Production(ID, place.production(ID))
    with made.new_draft(1) as video:
        video.write_text("film 1")
        keep_record(video, DraftRecord(storyboard=BOARD, quality="draft"))
    made.keep("storyboard", BOARD)
    return made


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch, work: Production) -> list[Commission]:
    """What jobs were asked to make; a draft of theirs is a few bytes."""
    asked: list[Commission] = []

    def make(commission: Commission, name: str, number: Any, desk: Any, reporter: JobProgress) -> dict[str, Any]:
        asked.append(commission)
        draft = number(commission.production, work.next_draft() - 1, 300)
        assert commission.storyboard is not None
        with work.new_draft(draft) as video:
            video.write_text(f"film {draft}")
            record = DraftRecord(storyboard=commission.storyboard, revision=commission.revision, quality="draft")
            keep_record(video, record)
        return {"production": commission.production, "draft": draft, "captions": {}}

    monkeypatch.setattr("agency.job_runs.make_draft", make)
    return asked


def say(words: str = "calmer music", **more: Any) -> dict[str, Any]:
    return revise_production(ID, words, more.get("patch"), more.get("out"), more.get("quality", ""), quiet=True)


def test_words_become_a_draft_and_what_changed_is_told(engine: Listener, place: Home, made: list[Commission]) -> None:
    result = say("  calmer music and sparkle ")
    assert (result["draft"], result["production"], result["note"]) == (2, ID, "calmer music and sparkle")
    assert [(change["label"], change["before"], change["after"]) for change in result["changes"]] == [
        ("Music", "none", "calm")
    ]
    assert result["not_understood"] == ["and sparkle"]
    [request] = engine.asked
    assert request.text == "calmer music and sparkle"
    assert request.situation.storyboard == BOARD and request.situation.drafts == (1,)
    [asked] = made
    assert asked.storyboard is not None and asked.storyboard.music == "calm"
    assert (asked.production, asked.revision, asked.said) == (ID, 1, {"quality": "draft"})
    assert current(place, ID).draft == 2


@pytest.mark.parametrize(
    ("understood", "said"),
    [
        (
            Understanding(question="Which scene do you mean?", options=("Scene 1", "Scene 2"), patches=CALM.patches),
            "Which scene do you mean? (Scene 1 | Scene 2) Nothing was changed.",
        ),
        (Understanding(unknown=("blorb the frob",)), "Nothing could be made of “blorb the frob”"),
        (Understanding(chat="thanks"), "Nothing could be made; say it in other words"),
        (Understanding(enquiries=(Enquiry(topic="voices"),)), "a question, not a change"),
        (
            Understanding(commands=(Command(name="export", value="gif"),)),
            "something else than a change of the video (export)",
        ),
        (
            Understanding(patches=CALM.patches, commands=(Command(name="undo"),)),
            "something else than a change of the video (undo)",
        ),
        (Understanding(patches=(p.DeleteScene(scene="s9"),)), "There is no scene"),
        (Understanding(patches=(p.SetMusic(mood=""),)), "It is like that already"),
        (Understanding(commands=(Command(name="undo"),)), "There is nothing to undo"),
        (Understanding(commands=(Command(name="go_to_draft"),)), "Which draft do you mean"),
    ],
)
def test_what_is_not_clear_changes_nothing(
    engine: Listener, work: Production, made: list[Commission], understood: Understanding, said: str
) -> None:
    engine.understood = understood
    with pytest.raises(BadInput if understood.patches == () else ValueError) as refused:
        say()
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert made == []
    assert not (work.folder / NOTES).exists()


def test_going_back_can_be_said_in_words(engine: Listener, place: Home) -> None:
    say()
    engine.understood = Understanding(commands=(Command(name="undo"),))
    assert (say("go back")["draft"], current(place, ID).storyboard) == (3, BOARD)
    engine.understood = Understanding(commands=(Command(name="go_to_draft", drafts=(2,)),))
    assert say("draft 2 was better")["draft"] == 4
    assert current(place, ID).storyboard.music == "calm"


@pytest.mark.parametrize("error", [DoesNotFit("It does not fit."), BadInput("The logo can not be read.")])
def test_a_revision_that_can_not_be_made_leaves_the_production_as_it_was(
    engine: Listener, place: Home, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr("agency.job_runs.make_draft", _raising(error))
    with pytest.raises(type(error)):
        say()
    assert (current(place, ID).number, current(place, ID).storyboard) == (0, BOARD)


@pytest.mark.parametrize("error", [NoSpace("The disk is full."), KeyboardInterrupt()])
def test_a_revision_that_was_cut_off_waits_to_be_made(
    engine: Listener, place: Home, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("agency.job_runs.make_draft", _raising(error))
        with pytest.raises(type(error)):
            say()
    waiting = current(place, ID)
    assert (waiting.number, waiting.draft, waiting.storyboard.music) == (1, None, "calm")
    result = move_production(ID, "redo", None, quiet=True)
    assert (result["draft"], current(place, ID).draft) == (2, 2)


def _raising(error: BaseException) -> Callable[..., Any]:
    def fail(*given: object) -> None:
        raise error

    return fail


def test_words_and_patches_at_once_are_refused(engine: Listener, tmp_path: Path) -> None:
    (tmp_path / "patch.json").write_text('{"op": "set_music", "mood": "calm"}')
    with pytest.raises(BadInput, match="not both"):
        say("calmer", patch=tmp_path / "patch.json")
    assert engine.asked == []

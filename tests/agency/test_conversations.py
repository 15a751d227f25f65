"""Conversations: every turn ends with a reply and a state from which the next can begin, whatever happens."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agency import engines
from agency.conversation import Event
from agency.conversations import Conversations
from agency.desk import Desk
from agency.home import home
from agency.job_runs import run_job
from agency.jobs import Jobs
from agency.progress import StageTimes
from agency.revisions import current
from agency.settings import load_settings
from agency.writing import plan_source
from tools.errors import BadInput
from tools.language import DocumentT, LanguageRequest
from tools.language.director import Director
from tools.notes import Command, Enquiry, NoteRequest, Understanding
from tools.patches import DeleteScene, SetMusic, SetTitle
from tools.source import Words

REQUEST = "A 6 second video about our new lamp Lumen. Order at lumen.example."
THREAD = "a-thread"

MEANT: dict[str, Understanding] = {
    REQUEST: Understanding(commands=(Command(name="new_production", value=REQUEST),)),
    "go ahead": Understanding(commands=(Command(name="approve"),)),
    "calm music": Understanding(patches=(SetMusic(mood="calm"),), said="Calmer music."),
    "undo": Understanding(commands=(Command(name="undo"),)),
    "stop": Understanding(commands=(Command(name="stop"),)),
    "how long": Understanding(enquiries=(Enquiry(topic="duration"),)),
    "delete all": Understanding(patches=(DeleteScene(scene="nowhere"),)),
    "which": Understanding(question="Which scene do you mean?", options=("Scene 1", "Scene 2")),
    "both": Understanding(patches=(SetTitle(title="Light"),), question="And the music?", options=("calm",)),
    "half": Understanding(patches=(SetTitle(title="Dawn"),), unknown=("the lady a bit older",)),
    "hello": Understanding(chat="greeting"),
    "export": Understanding(commands=(Command(name="export", value="srt"),)),
}


class Scripted:
    """A language engine that understands what the test lets it, and writes as the director does."""

    identity = "scripted/1"
    breaks = False

    def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
        if isinstance(request, NoteRequest):
            if request.text == "break":
                raise RuntimeError("the engine broke")
            if request.text == "refuse":
                raise BadInput("That can not be understood.")
            return MEANT.get(request.text, Understanding())  # type: ignore[return-value]
        return Director().complete(request, schema)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the request was spoken once, so that no test waits for it."""
    made = tmp_path_factory.mktemp("spoken")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AGENCY_HOME", str(made))
        settings = load_settings()
        plan_source(Words(REQUEST), {}, Desk(settings, home(settings)), StageTimes())
    return made


@pytest.fixture
def conversations(
    monkeypatch: pytest.MonkeyPatch, spoken: Path, own_home: Path
) -> Iterator[Callable[[], Conversations]]:
    """Opens the conversations of a home, as a process that has just started does; no studio works beside."""
    shutil.copytree(spoken / "takes", own_home / "takes")
    found = engines.engine

    def engine(kind: str, name: str) -> Any:
        return Scripted() if kind == "language" else found(kind, name)

    monkeypatch.setattr(engines, "engine", engine)
    monkeypatch.setattr("agency.steps.producing.open_studio", lambda place: None)
    monkeypatch.setenv("AGENCY_RESOLUTION", "540p")
    yield lambda: Conversations(load_settings())


def kinds(events: Iterator[Event]) -> list[str]:
    return [event["kind"] for event in events]


def texts(events: Iterator[Event]) -> str:
    return " ".join(str(event.get("text", "")) for event in events)


def test_a_request_becomes_a_board_to_approve(conversations: Callable[[], Conversations]):
    talk = conversations()
    told = kinds(talk.turn(THREAD, {"text": REQUEST}))
    assert told[-2:] == ["board", "ask"]
    state = talk.state(THREAD)
    assert state["stage"] == "board"
    assert (home(load_settings()).production(state["production"]) / "storyboard.json").is_file()


def test_a_note_before_approval_changes_the_board_and_makes_no_draft(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    events = list(talk.turn(THREAD, {"text": "calm music"}))
    assert [event["kind"] for event in events] == ["say", "changes", "board", "ask"]
    assert events[1]["changes"][0]["after"] == "calm"
    assert talk.state(THREAD).get("jobs", []) == []


def test_approval_asks_the_studio_for_a_first_look_and_a_draft(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    events = [event for event in talk.turn(THREAD, {"text": "go ahead"}) if event["kind"] == "job"]
    assert [event["quality"] for event in events] == ["animatic", "master"]
    jobs = Jobs(home(load_settings()).database)
    assert [jobs.find(id_).state for id_ in talk.state(THREAD)["jobs"]] == ["waiting", "waiting"]  # type: ignore[union-attr]
    assert jobs.next_of_studio() == events[0]["job"]


def test_a_finished_job_is_shown_once(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    list(talk.turn(THREAD, {"text": "go ahead"}))
    first = talk.state(THREAD)["jobs"][0]
    assert (jobs := Jobs(talk.home.database)).claim(first)
    run_job(first, None, load_settings(), jobs, StageTimes())
    (draft,) = talk.turn(THREAD, {"job": first})
    assert (draft["kind"], draft["draft"], draft["quality"]) == ("draft", 1, "animatic")
    assert {finding["check"]: finding["severity"] for finding in draft["findings"]}["picture"] == "ok"
    assert list(talk.turn(THREAD, {"job": first})) == []
    assert talk.state(THREAD)["stage"] == "producing"


def test_undo_goes_back_and_says_so(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    before = list(talk.turn(THREAD, {"text": "calm music"}))[1]["changes"][0]["before"]
    changes = next(e for e in talk.turn(THREAD, {"text": "undo"}) if e["kind"] == "changes")["changes"]
    assert changes[0]["after"] == before
    assert "nothing to undo" in texts(talk.turn(THREAD, {"text": "undo"}))


def test_a_patch_that_does_not_fit_is_refused_in_words_and_nothing_changes(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    board = (talk.home.production(talk.state(THREAD)["production"]) / "storyboard.json").read_bytes()
    assert "scene" in texts(talk.turn(THREAD, {"text": "delete all"})).lower()
    assert (talk.home.production(talk.state(THREAD)["production"]) / "storyboard.json").read_bytes() == board


def test_what_is_clear_is_done_before_it_is_asked(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    told = kinds(talk.turn(THREAD, {"text": "both"}))
    assert "changes" in told and told[-1] == "ask"
    assert talk.state(THREAD)["pending"]["options"] == ["calm"]
    assert "the lady a bit older" in list(talk.turn(THREAD, {"text": "half"}))[-1]["text"]


@pytest.mark.parametrize("text", ["", "…", "hello", "how long", "which", "export", "undo", "x" * 30_000])
def test_whatever_comes_first_is_answered(conversations: Callable[[], Conversations], text: str):
    talk = conversations()
    assert kinds(talk.turn(THREAD, {"text": text}))
    assert kinds(talk.turn(THREAD, {"text": REQUEST}))[-1] == "ask"


@pytest.mark.parametrize(("text", "said"), [("refuse", "can not be understood"), ("break", "Nothing is lost")])
def test_a_step_that_fails_is_told_and_the_next_turn_works(
    conversations: Callable[[], Conversations], text: str, said: str
):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    assert said in texts(talk.turn(THREAD, {"text": text}))
    assert kinds(talk.turn(THREAD, {"text": "calm music"})) == ["say", "changes", "board", "ask"]


def test_a_turn_that_was_cut_off_is_ended_by_the_next_process(
    conversations: Callable[[], Conversations], monkeypatch: pytest.MonkeyPatch
):
    class Killed(BaseException):
        """As if the process had ended."""

    def die(*_: object) -> None:
        raise Killed

    talk = conversations()
    with monkeypatch.context() as patch:
        patch.setattr("agency.steps.boarding.plan_source", die)
        with pytest.raises(Killed):
            list(talk.turn(THREAD, {"text": REQUEST}))
    again = conversations()
    assert kinds(again.go_on(THREAD))[-2:] == ["board", "ask"]
    assert list(again.go_on(THREAD)) == []
    assert kinds(again.turn(THREAD, {"text": "calm music"})) == ["say", "changes", "board", "ask"]


def test_conversations_do_not_know_of_each_other(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    assert "no video" in texts(talk.turn("another", {"text": "how long"})).lower()
    assert talk.state("another").get("production", "") == ""


def test_controls_need_no_words(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    events = list(talk.turn(THREAD, {"patches": [{"op": "set_title", "title": "Light at last"}]}))
    assert events[0]["changes"][0]["after"].strip("“”") == "Light at last"
    told = kinds(talk.turn(THREAD, {"command": {"name": "approve"}}))
    assert told == ["job", "job"]


def test_settings_hold_for_the_next_video(conversations: Callable[[], Conversations]):
    talk = conversations()
    assert list(talk.turn(THREAD, {"settings": {"aspect": "9:16", "music": "calm"}})) == []
    list(talk.turn(THREAD, {"text": REQUEST}))

    board = current(talk.home, talk.state(THREAD)["production"]).storyboard
    assert (board.aspect, board.music) == ("9:16", "calm")


class Killed(BaseException):
    """As if the process had ended."""


def killed_after(work: Callable[..., Any]) -> Callable[..., Any]:
    """`work`, after which the process ends."""

    def run(*arguments: Any, **named: Any) -> None:
        work(*arguments, **named)
        raise Killed

    return run


@pytest.mark.parametrize(
    ("text", "place"),
    [("calm music", "agency.steps.revising.revise"), ("undo", "agency.steps.commanding.undo")],
)
def test_what_was_recorded_before_a_crash_is_not_done_again(
    conversations: Callable[[], Conversations], monkeypatch: pytest.MonkeyPatch, text: str, place: str
):
    from agency import revisions

    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    list(talk.turn(THREAD, {"patches": [{"op": "set_title", "title": "One"}]}))
    list(talk.turn(THREAD, {"patches": [{"op": "set_title", "title": "Two"}]}))
    with monkeypatch.context() as patch:
        patch.setattr(place, killed_after(getattr(revisions, place.rpartition(".")[2])))
        with pytest.raises(Killed):
            list(talk.turn(THREAD, {"text": text}))
    again = conversations()
    assert "changes" in kinds(again.go_on(THREAD))
    board = revisions.current(again.home, again.state(THREAD)["production"]).storyboard
    assert (board.title, board.music) == (("One", board.music) if text == "undo" else ("Two", "calm"))


def test_approving_twice_makes_one_draft(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    list(talk.turn(THREAD, {"text": "go ahead"}))
    first = talk.state(THREAD)["jobs"]
    assert "already" in texts(talk.turn(THREAD, {"text": "go ahead"}))
    assert talk.state(THREAD)["jobs"] == first


def test_what_was_stopped_can_be_asked_for_again(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    assert "Nothing runs" in texts(talk.turn(THREAD, {"text": "stop"}))
    list(talk.turn(THREAD, {"text": "go ahead"}))
    jobs = Jobs(talk.home.database)
    running = talk.state(THREAD)["jobs"][0]
    assert jobs.claim(running)
    assert "Stopped" in texts(talk.turn(THREAD, {"text": "stop"}))
    assert talk.state(THREAD)["stage"] == "board"
    list(talk.turn(THREAD, {"text": "go ahead"}))
    again = talk.state(THREAD)["jobs"]
    assert running not in again
    assert [jobs.find(id_).state for id_ in again] == ["waiting", "waiting"]  # type: ignore[union-attr]


def test_nothing_is_exported_before_there_is_a_draft(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    assert "no draft to export yet" in texts(talk.turn(THREAD, {"text": "export"}))


@pytest.mark.parametrize(
    "message",
    [
        {"patches": "all"},
        {"patches": [{"op": "fly"}]},
        {"patches": [{"op": "set_speed", "speed": float("nan")}]},
        {"patches": [{"op": "delete_scene", "scene": "gone"}]},
        {"command": {"name": "dance"}},
        {"command": {"name": "go_to_draft", "drafts": [3]}},
        {"text": "\ud800\x00", "at_seconds": float("nan")},
        {"files": {"logo.png": "/no/such/file.png"}},
        {"job": "unknown"},
    ],
)
def test_a_message_that_makes_no_sense_changes_nothing(
    conversations: Callable[[], Conversations], message: dict[str, Any]
):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    notes = talk.home.production(talk.state(THREAD)["production"]) / "notes.jsonl"
    before = notes.read_bytes()
    told = list(talk.turn(THREAD, message))  # type: ignore[arg-type]
    assert told or message.get("job")
    assert "fault of ours" not in texts(iter(told))
    assert notes.read_bytes() == before


def test_settings_that_can_not_be_are_named_and_left_out(conversations: Callable[[], Conversations]):
    talk = conversations()
    told = texts(talk.turn(THREAD, {"settings": {"aspect": "17:3", "voice": "nobody", "wings": 2, "music": "calm"}}))
    assert all(name in told for name in ("aspect", "voice", "wings")) and "music" not in told
    assert talk.state(THREAD)["settings"] == {"music": "calm"}


def test_two_clients_who_ask_for_the_same_have_their_own(conversations: Callable[[], Conversations]):
    talk = conversations()
    for thread in (THREAD, "another"):
        list(talk.turn(thread, {"text": REQUEST}))
    list(talk.turn(THREAD, {"text": "calm music"}))
    assert talk.state(THREAD)["production"] != talk.state("another")["production"]
    assert "nothing to undo" in texts(talk.turn("another", {"text": "undo"}))


def test_a_length_that_is_too_short_is_planned_as_short_as_it_can_be(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"settings": {"duration_seconds": 3.0}}))
    assert "needs at least" in texts(talk.turn(THREAD, {"text": REQUEST}))
    assert talk.state(THREAD)["stage"] == "board"


def test_a_draft_that_ends_last_does_not_replace_what_is_newer(conversations: Callable[[], Conversations]):
    from agency.making import _is_outdated
    from agency.productions import DraftRecord, keep_record
    from agency.revisions import find_work

    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    id_ = talk.state(THREAD)["production"]
    work = find_work(talk.home, id_)
    records = []
    for _ in range(2):
        made = current(talk.home, id_)
        records.append(DraftRecord(storyboard=made.storyboard, revision=made.number))
        list(talk.turn(THREAD, {"text": "calm music"}))
    assert not _is_outdated(work, 1, records[0])
    work.drafts.mkdir()
    work.video(2).touch()
    keep_record(work.video(2), records[1])
    assert _is_outdated(work, 1, records[0])
    assert _is_outdated(work, 3, records[0]) and not _is_outdated(work, 3, records[1])


@pytest.mark.parametrize("kept", range(1, 9))
@pytest.mark.parametrize("what", ["put", "put_writes"])
def test_a_crash_wherever_the_state_is_kept_loses_nothing(
    conversations: Callable[[], Conversations], monkeypatch: pytest.MonkeyPatch, what: str, kept: int
):
    from langgraph.checkpoint.sqlite import SqliteSaver

    found, left = getattr(SqliteSaver, what), iter(range(kept - 1, -1, -1))

    def keep(*arguments: Any, **named: Any) -> Any:
        if next(left, -1) <= 0:
            raise Killed
        return found(*arguments, **named)

    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    production = talk.state(THREAD)["production"]
    with monkeypatch.context() as patch, contextlib.suppress(Killed):
        patch.setattr(SqliteSaver, what, keep)
        list(talk.turn(THREAD, {"text": "calm music", "id": "the note"}))
    again = conversations()
    list(again.go_on(THREAD))
    if again.state(THREAD)["message"]["id"] != "the note":
        list(again.turn(THREAD, {"text": "calm music", "id": "the note"}))
    state = again.state(THREAD)
    assert (state["production"], state["stage"], state["todo"]) == (production, "board", [])
    lines = (again.home.production(production) / "notes.jsonl").read_text().splitlines()
    assert len(lines) == 2
    assert "changes" in kinds(again.turn(THREAD, {"text": "undo"}))

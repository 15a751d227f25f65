"""Revisions: recorded before they are made, gone back to and forth, and never lost."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from agency.commission import Commission
from agency.history import NOTES, opened_history, read_history
from agency.home import Home, home
from agency.productions import DraftRecord, Production, keep_record
from agency.revision_runs import read_patches
from agency.revisions import (
    changed_scenes,
    commission_of,
    compare,
    current,
    drafts,
    go_to_draft,
    redo,
    revise,
    undo,
    withdraw,
)
from agency.settings import load_settings
from agency.situations import scene_seconds, situation
from tools import patches as p
from tools.errors import BadInput, PatchRefused, UnknownName
from tools.script import Line
from tools.storyboard import BackgroundChoice, Scene, Storyboard

BOARD = Storyboard(
    title="Lamp",
    scenes=(
        Scene(id="s1", heading="One", lines=(Line(id="l1", text="A warm lamp."),)),
        Scene(id="s2", heading="Two", lines=(Line(id="l2", text="Made by hand."),)),
    ),
    music="calm",
)
ID = "lamp-1"


@pytest.fixture
def place() -> Home:
    return home(load_settings())


@pytest.fixture
def work(place: Home) -> Production:
    """A production with one draft, made by `agency make`."""
    made = Production(ID, place.production(ID))
    finish(made, 1, BOARD)
    made.keep("storyboard", BOARD)
    return made


def finish(work: Production, number: int, board: Storyboard, **fields: object) -> None:
    """Put a draft there, as a job does."""
    with work.new_draft(number) as video:
        video.write_text("film")
        keep_record(video, DraftRecord.model_validate({"storyboard": board, "wish": board, "seconds": 5, **fields}))


def render(work: Production, place: Home) -> int:
    """Do what the job of the current revision does."""
    asked = commission_of(place, ID, load_settings())
    assert asked.storyboard is not None
    finish(work, number := work.next_draft(), asked.storyboard, revision=asked.revision, quality="master")
    return number


def test_a_production_that_was_only_made_can_be_revised_undone_and_redone(work: Production, place: Home) -> None:
    first = current(place, ID)
    assert (first.number, first.draft, first.storyboard) == (0, 1, BOARD)
    made = revise(place, ID, "livelier", (p.SetMusic(mood="upbeat_corporate"), p.SwapScenes(first="s1", second="s2")))
    assert (made.number, made.draft, made.note) == (1, None, "livelier")
    assert [change.sentence for change in made.changes][0] == "Music: calm → upbeat corporate"
    assert [scene.id for scene in made.storyboard.scenes] == ["s2", "s1"]
    assert render(work, place) == 2
    assert current(place, ID).draft == 2
    back = undo(place, ID)
    assert (back.number, back.draft, back.storyboard) == (0, 1, BOARD)
    assert {change.op for change in back.changes} == {"set_music", "move_scene"}
    assert commission_of(place, ID, load_settings()).storyboard == BOARD
    with pytest.raises(BadInput, match="nothing to undo"):
        undo(place, ID)
    assert redo(place, ID).number == 1
    with pytest.raises(BadInput, match="nothing to redo"):
        redo(place, ID)


def test_a_note_after_an_undo_leaves_what_was_undone_behind(work: Production, place: Home) -> None:
    revise(place, ID, "", (p.SetMusic(mood="tech"),))
    undo(place, ID)
    assert revise(place, ID, "", (p.SetMusic(mood="playful"),)).number == 2
    with pytest.raises(BadInput):
        redo(place, ID)
    assert undo(place, ID).storyboard.music == "calm"
    assert redo(place, ID).storyboard.music == "playful"


def test_going_to_a_draft_can_be_undone(work: Production, place: Home) -> None:
    for mood in ("tech", "playful"):
        revise(place, ID, mood, (p.SetMusic(mood=mood),))
        render(work, place)
    assert go_to_draft(place, ID, 1).storyboard == BOARD
    assert undo(place, ID).storyboard.music == "playful"
    with pytest.raises(BadInput, match="There is no draft 9 of lamp-1; there are 1, 2, 3"):
        go_to_draft(place, ID, 9)


def test_drafts_tell_what_was_said_and_changed(work: Production, place: Home) -> None:
    revise(place, ID, "techy please", (p.SetMusic(mood="tech"),))
    render(work, place)
    undo(place, ID)
    render(work, place)
    first, second, third = drafts(place, ID)
    assert (first.number, first.changes, first.seconds) == (1, (), 5)
    assert (second.note, [change.sentence for change in second.changes]) == ("techy please", ["Music: calm → tech"])
    assert (third.note, third.again, third.revision) == ("back to draft 1", True, 0)
    assert [change.sentence for change in third.changes] == ["Music: tech → calm"]
    assert compare(place, ID, 1, 3) == ()
    assert [change.after for change in compare(place, ID, 1, 2)] == ["tech"]


def test_what_is_refused_changes_nothing(work: Production, place: Home) -> None:
    revise(place, ID, "", (p.SetMusic(mood="tech"),))
    before = (work.folder / NOTES).read_bytes()
    for patches, error in (
        ((p.SetMusic(mood="calm"), p.DeleteScene(scene="s9")), PatchRefused),
        ((p.SetVoice(voice="nobody at all"),), UnknownName),
        ((p.SetLogo(file="missing.png"),), BadInput),
        ((p.SetBackground(background=BackgroundChoice(picture="missing.png")),), BadInput),
        ((p.SetMusic(mood="tech"),), BadInput),
    ):
        with pytest.raises(error):
            revise(place, ID, "", patches)
        assert (work.folder / NOTES).read_bytes() == before


def test_a_revision_that_can_not_be_made_is_taken_back_for_good(work: Production, place: Home) -> None:
    made = revise(place, ID, "", (p.SetDuration(seconds=300),))
    withdraw(place, ID, made.number)
    assert current(place, ID).storyboard == BOARD
    with pytest.raises(BadInput):
        redo(place, ID)
    assert revise(place, ID, "", (p.SetMusic(mood="tech"),)).number == 2


@pytest.mark.parametrize("torn", [b'{"event":"revise","num', b"\xff\xfe", b"[1]"])
def test_a_line_that_a_crash_cut_short_is_as_if_never_begun(work: Production, place: Home, torn: bytes) -> None:
    revise(place, ID, "", (p.SetMusic(mood="tech"),))
    with (work.folder / NOTES).open("ab") as notes:
        notes.write(torn)
    assert current(place, ID).number == 1
    assert revise(place, ID, "", (p.SetTitle(title="Light"),)).number == 2
    assert (current(place, ID).storyboard.music, current(place, ID).storyboard.title) == ("tech", "Light")
    assert undo(place, ID).number == 1


def test_of_notes_at_the_same_time_none_is_lost(work: Production, place: Home) -> None:
    said = [threading.Thread(target=revise, args=(place, ID, f"note {n}", (_add(n),))) for n in range(12)]
    for thread in said:
        thread.start()
    for thread in said:
        thread.join()
    assert {line.text for line in current(place, ID).storyboard.scenes[0].lines} >= {f"Line {n}." for n in range(12)}
    with opened_history(work) as history:
        assert [entry.number for entry in history.entries] == list(range(13))
    assert not list(work.folder.glob("*.lock"))


def _add(number: int) -> p.AddLine:
    return p.AddLine(scene="s1", after="l1", line=Line(id="", text=f"Line {number}."))


def test_a_production_made_again_from_its_source_is_a_revision_too(work: Production, place: Home) -> None:
    revise(place, ID, "", (p.SetMusic(mood="tech"),))
    render(work, place)
    finish(work, 3, BOARD, note="A lamp.")
    assert (current(place, ID).storyboard, current(place, ID).draft) == (BOARD, 3)
    assert undo(place, ID).storyboard.music == "tech"
    assert [entry.event for entry in read_history(work).entries] == ["begin", "revise", "made", "undo"]


def test_a_production_of_before_there_were_records(place: Home) -> None:
    made = Production(ID, place.production(ID))
    with made.new_draft(1) as video:
        video.write_text("film")
    made.keep("storyboard", BOARD)
    assert current(place, ID).draft == 1
    revise(place, ID, "", (p.SetMusic(mood="tech"),))
    assert undo(place, ID).storyboard == BOARD


def test_lines_that_had_no_room_stay_in_the_wish(work: Production, place: Home) -> None:
    long = BOARD.changed(
        scenes=(*BOARD.scenes, Scene(id="s3", lines=(Line(id="l3", text="More to say.", optional=True),)))
    )
    finish(work, 2, BOARD, wish=long)
    revise(place, ID, "", (p.ReplaceWords(old="warm", new="bright"),))
    asked = commission_of(place, ID, load_settings()).storyboard
    assert asked is not None and [scene.id for scene in asked.scenes] == ["s1", "s2", "s3"]
    assert asked.scenes[0].lines[0].text == "A bright lamp."
    assert [scene.id for scene in current(place, ID).storyboard.scenes] == ["s1", "s2"]


def test_files_are_named_from_the_root(
    work: Production, place: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image

    Image.new("RGB", (64, 64), "#1a4fd6").save(tmp_path / "logo.png")
    monkeypatch.chdir(tmp_path)
    assert revise(place, ID, "", (p.SetLogo(file="logo.png"),)).storyboard.logo == str(tmp_path / "logo.png")


def test_all_drafts_belong_to_one_production_and_say_which_revision_they_show(work: Production, place: Home) -> None:
    one = commission_of(place, ID, load_settings(), "draft")
    revise(place, ID, "", (p.SetTitle(title="Another name altogether"),))
    other = commission_of(place, ID, load_settings())
    assert (one.production, one.revision, one.said) == (ID, 0, {"quality": "draft"})
    assert (other.production, other.revision) == (ID, 1)
    assert one.key != other.key
    assert Commission.model_validate_json(other.model_dump_json(by_alias=True)) == other


def test_changed_scenes_are_those_to_look_at() -> None:
    swapped = BOARD.changed(scenes=(BOARD.scenes[1], BOARD.scenes[0].changed(heading="New"), Scene(id="s3")))
    assert changed_scenes(BOARD, swapped) == ("s1", "s3")


def test_a_situation_knows_the_production_and_the_house(work: Production, place: Home) -> None:
    revise(place, ID, "", (p.SetMusic(mood="tech"),))
    found = situation(place, ID, at_seconds=2.0)
    assert (found.stage, found.drafts, found.last) == ("draft", (1,), (p.SetMusic(mood="tech"),))
    assert found.storyboard is not None and found.storyboard.music == "tech"
    assert set(found.catalogues) == {"avatar", "voice", "music", "background"} and all(found.catalogues.values())
    spans = scene_seconds(place, ID)
    assert list(spans) == ["s1", "s2"] and spans["s1"][1] == spans["s2"][0] > 0
    assert situation(place).stage == "start"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not valid JSON"),
        ("[]", "There is no patch"),
        ('{"op": "explode"}', "patch 1 has the `op` 'explode'; known are set_duration"),
        ("[3]", "patch 1 has the `op` none"),
        ('[{"op": "set_music", "mood": "calm"}, {"op": "set_speed", "speed": 9}]', "patch 2, `speed`"),
        ('{"op": "set_music", "moood": "calm"}', "patch 1, `moood`"),
    ],
)
def test_patches_that_can_not_be_read_are_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "patch.json"
    path.write_text(text)
    with pytest.raises(BadInput, match=said.replace("[", r"\[")):
        read_patches(path)


def test_a_patch_may_stand_alone_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "patch.json"
    path.write_text(json.dumps({"op": "set_music", "mood": "calm"}))
    assert read_patches(path) == (p.SetMusic(mood="calm"),)
    with pytest.raises(BadInput, match="can not be read"):
        read_patches(tmp_path / "none.json")

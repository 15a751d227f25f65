"""A production revised, undone, redone and compared, as a person does it; and killed in the middle of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from renderers.mp4_boxes import content_digest
from tests.e2e.commandline import Agency, command, environment

SCRIPT = "Lumen is a warm lamp.\n\nEvery one is made by hand.\n\nIt lasts for years.\n"
OPTIONS = ("--resolution", "540p", "--music", "none", "--json")


@pytest.fixture(scope="module")
def made(agency: Agency, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one production that has one draft; tests work on copies of it."""
    root = tmp_path_factory.mktemp("revised")
    (root / "home").mkdir()
    (root / "script.txt").write_text(SCRIPT)
    done = agency("make", root / "script.txt", "-o", root / "first.mp4", *OPTIONS, home=root / "home")
    assert done.code == 0, done.err
    return root


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made / "home", tmp_path / "home")
    return tmp_path / "home"


def patches(tmp_path: Path, *given: dict[str, Any]) -> Path:
    path = tmp_path / "patch.json"
    path.write_text(json.dumps(given))
    return path


def test_revise_undo_redo_and_compare(agency: Agency, made: Path, home: Path, tmp_path: Path) -> None:
    [id_] = [path.name for path in (home / "productions").iterdir()]
    drafts = home / "productions" / id_ / "drafts"
    patch = patches(
        tmp_path,
        {"op": "edit_line", "line": "s2-l1", "text": "Each is made by hand."},
        {"op": "set_pronunciation", "word": "Lumen", "said": "Loomen"},
    )
    again = agency("make", made / "script.txt", "-o", tmp_path / "same.mp4", *OPTIONS, home=home).result
    assert "segments" not in again["takes"]["made_by_kind"]
    total = again["takes"]["reused_by_kind"]["segments"]
    revised = agency("revise", id_[:6], "--patch", patch, "-o", tmp_path / "second.mp4", "--json", home=home)
    assert revised.code == 0, revised.err
    second = revised.result
    assert (second["production"], second["draft"], second["video"]) == (id_, 3, str(tmp_path / "second.mp4"))
    assert [(change["op"], change["label"]) for change in second["changes"]] == [
        ("edit_line", "Scene 2, line 1"),
        ("set_pronunciation", "How “Lumen” is said"),
    ]
    assert 0 < second["takes"]["made_by_kind"]["segments"] < total
    assert second["takes"]["made_by_kind"]["speech"] == 2
    undone = agency("undo", id_, "--json", home=home).result
    assert (undone["draft"], undone["takes"]["made_by_kind"]) == (4, {})
    assert (drafts / "4.mp4").read_bytes() == (made / "first.mp4").read_bytes()
    redone = agency("redo", id_, "-o", tmp_path / "third.mp4", home=home)
    assert redone.code == 0, redone.err
    assert "Scene 2, line 1: “Every one is made by hand.” → “Each is made by hand.”" in redone.out
    assert (tmp_path / "third.mp4").read_bytes() == (tmp_path / "second.mp4").read_bytes()
    back = agency("undo", id_, "--to", 1, "--json", home=home).result
    assert back["takes"]["made"] == 0
    assert (drafts / "6.mp4").read_bytes() == (made / "first.mp4").read_bytes()
    rows = agency("drafts", id_, "--json", home=home).result
    assert [row["note"] for row in rows][2:] == [
        "patches of patch.json",
        "back to draft 1",
        "back to draft 3",
        "back to draft 1",
    ]
    compared = agency("drafts", id_, "--compare", "1,3", "--json", home=home).result
    assert (compared["changed"], compared["new"], compared["gone"], compared["moved"]) == (["s2"], [], [], [])
    assert "Every one is made by hand." in agency("storyboard", id_, home=home).out
    page = agency("storyboard", id_, "--html", tmp_path / "board.html", home=home)
    assert page.code == 0, page.err
    text = (tmp_path / "board.html").read_text()
    assert text.count("data:image/jpeg;base64,/9j/") == 3


def test_a_revision_that_was_killed_is_resumed_to_the_same_film(agency: Agency, home: Path, tmp_path: Path) -> None:
    [id_] = [path.name for path in (home / "productions").iterdir()]
    patch = patches(tmp_path, {"op": "set_colour", "role": "primary", "colour": "#7a1fd6"})
    shutil.copytree(home, undisturbed := tmp_path / "undisturbed")
    asked = ("revise", id_, "--patch", patch)
    wanted = agency(*asked, "-o", tmp_path / "wanted.mp4", "--json", home=undisturbed)
    assert wanted.code == 0, wanted.err
    kept = len(list((home / "takes" / "segments").rglob("take.json")))
    process = subprocess.Popen(
        command(*asked, "-o", tmp_path / "out.mp4"),
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 120
    while len(list((home / "takes" / "segments").rglob("take.json"))) == kept and time.monotonic() < deadline:
        assert process.poll() is None, "it ended before it could be killed"
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert not (tmp_path / "out.mp4").exists()
    [first, *none] = agency("drafts", id_, "--json", home=home).result
    assert (first["number"], first["current"], none) == (1, False, [])
    resumed = agency("resume", "--json", home=home)
    assert resumed.code == 0, resumed.err
    assert resumed.result["draft"] == 2
    # What was signed in both homes tells when.
    assert content_digest(tmp_path / "out.mp4") == content_digest(tmp_path / "wanted.mp4")
    rows = agency("drafts", id_, "--json", home=home).result
    assert [(row["current"], row["note"]) for row in rows][1:] == [(True, "patches of patch.json")]


def test_what_can_not_be_done_is_one_line_and_changes_nothing(agency: Agency, home: Path, tmp_path: Path) -> None:
    [id_] = [path.name for path in (home / "productions").iterdir()]
    before = agency("storyboard", id_, "--json", home=home).out
    too_many = patches(tmp_path, {"op": "set_music", "mood": "calm"}, {"op": "delete_scene", "scene": "s9"})
    for arguments, said in (
        (("revise", id_, "--patch", too_many), "Change 2 of 2 (delete scene): There is no scene"),
        (("revise", id_, ""), "Say what shall change"),
        (("revise", "nothing-like-it", "calmer"), "There is no production 'nothing-like-it'. Known: "),
        (("undo", id_), "There is nothing to undo."),
        (("undo", id_, "--to", "7"), "There is no draft 7"),
        (("redo", id_), "There is nothing to redo"),
        (("drafts", id_, "--compare", "1"), "name two drafts"),
    ):
        done = agency(*arguments, home=home)
        assert (done.code, done.err.count("\n")) == (1, 1), done.err
        assert said in done.err
    assert agency("storyboard", id_, "--json", home=home).out == before

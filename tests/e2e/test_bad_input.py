"""Bad input gets one clear line and exit code 1 or 2, and leaves no half-written file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.commandline import Agency

STORYBOARD = {"schema": "storyboard/1", "scenes": [{"id": "s1", "lines": [{"id": "l1", "text": "Hello."}]}]}


def broken(**changes: object) -> str:
    return json.dumps({**STORYBOARD, **changes})


CASES: dict[str, tuple[str, list[str], str]] = {
    "empty": ("", [], "nothing to make"),
    "whitespace": (" \n\t ", [], "nothing to make"),
    "null bytes only": ("\u200b\u202e", [], "no"),
    "unknown avatar": ("Say hello.", ["--avatar", "zzgibberish"], "agency avatars"),
    "unknown voice": ("Say hello.", ["--voice", "qqqq"], "voice"),
    "unknown music": ("Say hello.", ["--music", "xyzzy"], "agency music"),
    "unknown background": ("Say hello.", ["--background", "xyzzy"], "background"),
    "zero length": ("Say hello.", ["--duration", "0s"], "length"),
    "absurd length": ("Say hello.", ["--duration", "99999h"], "length"),
    "unknown aspect": ("Say hello.", ["--aspect", "3:2"], "16:9"),
    "missing script": ("nowhere.md", [], "no file"),
    "broken JSON": ("broken.json", [], "line 2, column"),
    "wrong type": ("wrong.json", [], "scenes[0].lines[0].text"),
    "unknown key": ("unknown.json", [], "avatr"),
    "huge script": ("huge.txt", [], "limit"),
    "binary script": ("binary.txt", [], "binary.txt"),
    "missing logo": ("Say hello.", ["--logo", "nowhere.svg"], "nowhere.svg"),
    "fake logo": ("Say hello.", ["--logo", "fake.png"], "fake.png"),
    "fake background": ("Say hello.", ["--background", "fake.png"], "fake.png"),
    "empty picture": ("Say hello.", ["--background", "empty.png"], "empty.png"),
    "huge picture": ("Say hello.", ["--background", "huge.png"], "huge.png"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bad")
    (place / "broken.json").write_text('{"schema": "storyboard/1",\n "scenes": [,]}')
    (place / "wrong.json").write_text(broken(scenes=[{"id": "s1", "lines": [{"id": "l1", "text": 5}]}]))
    (place / "unknown.json").write_text(broken(avatr="maya"))
    (place / "huge.txt").write_text("word " * 20_000)
    (place / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (place / "fake.png").write_text("this is not a picture")
    (place / "empty.png").write_bytes(b"")
    Image.new("1", (30_000, 20_000)).save(place / "huge.png")
    return place


@pytest.mark.parametrize("case", CASES)
def test_one_clear_line_and_no_file(agency: Agency, folder: Path, tmp_path: Path, case: str) -> None:
    source, options, expected = CASES[case]
    done = agency("make", source, "-o", tmp_path / "out.mp4", *options, cwd=folder)
    assert done.code in (1, 2), done.err
    # How long a stage takes is told where a machine is slow.
    told = [line for line in done.err.splitlines() if not re.fullmatch(r"[A-Z][a-z ]+( …|: \d+ s)", line)]
    assert len(told) == 1, done.err
    assert expected.lower() in told[0].lower()
    assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


def test_places_that_can_not_be_written(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "taken.mp4").mkdir()
    for out, expected in (
        ("none/out.mp4", "does not exist"),
        ("taken.mp4", "is a folder"),
        ("out.avi", "does not end in .mp4"),
    ):
        done = agency("make", "Say hello.", "-o", tmp_path / out)
        assert done.code == 1
        assert expected in done.err
        assert len(done.err.splitlines()) == 1


def test_wrong_usage_is_exit_code_two(agency: Agency) -> None:
    assert agency("make").code == 2
    assert agency("mkae").code == 2
    assert agency("make", "x", "-o", "x.mp4", "--no-such-option").code == 2


def test_unknown_production_names_the_known(agency: Agency, tmp_path: Path) -> None:
    for asked in (("review", "no-such"), ("export", "no-such", "--format", "srt")):
        done = agency(*asked, cwd=tmp_path)
        assert done.code == 1
        assert "no production 'no-such'" in done.err

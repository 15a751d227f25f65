"""Two jobs at once in one home: both right, and what they share is made once."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from renderers.mp4_boxes import content_digest
from tests.e2e.commandline import Agency, command, environment

SCENES = ["One line is said here.", "Another is said there.", "The third ends the film."]


def both(home: Path, first: tuple[Path, Path], second: tuple[Path, Path]) -> tuple[list[dict[str, Any]], list[str]]:
    """What two runs say that were begun together, and what they wrote on the way."""
    home.mkdir()
    options = ("--resolution", "540p", "--music", "none", "--json")
    running = [
        subprocess.Popen(
            command("make", source, "-o", out, *options),
            env=environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for source, out in (first, second)
    ]
    said = [process.communicate(timeout=300) for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    return [json.loads(out) for out, _ in said], [err for _, err in said]


def write(path: Path, *scenes: str) -> Path:
    path.write_text("\n\n".join(scenes))
    return path


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return write(tmp_path / "script.txt", *SCENES)


def test_the_same_script_twice_is_one_job_delivered_twice(tmp_path: Path, script: Path) -> None:
    outs = tmp_path / "a.mp4", tmp_path / "b.mp4"
    results, errors = both(tmp_path / "home", (script, outs[0]), (script, outs[1]))
    assert results[0]["job"] == results[1]["job"]
    assert [result["draft"] for result in results] == [1, 1]
    assert [result["video"] for result in results] == [str(out) for out in outs]
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert sum("Another process is making this already" in err for err in errors) == 1
    assert len(list((tmp_path / "home" / "productions").glob("*/drafts/*.mp4"))) == 1
    assert all(out.with_suffix(suffix).is_file() for out in outs for suffix in (".png", ".srt", ".vtt"))


def test_scenes_that_two_scripts_share_are_made_once(agency: Agency, tmp_path: Path, script: Path) -> None:
    other = write(tmp_path / "other.txt", *SCENES[:2], "This one ends otherwise.")
    results, _ = both(tmp_path / "home", (script, tmp_path / "a.mp4"), (other, tmp_path / "b.mp4"))
    assert results[0]["job"] != results[1]["job"]
    kept = {kind: len(list((tmp_path / "home" / "takes" / kind).glob("*/*"))) for kind in ("speech", "segments")}
    for kind, count in kept.items():
        assert sum(result["takes"]["made_by_kind"][kind] for result in results) == count, "made once each"
    assert list((tmp_path / "home" / "takes" / "making").iterdir()) == []
    for source, out in ((script, tmp_path / "a.mp4"), (other, tmp_path / "b.mp4")):
        (tmp_path / source.stem).mkdir()
        options = ("--resolution", "540p", "--music", "none")
        alone = agency("make", source, "-o", tmp_path / "alone.mp4", *options, home=tmp_path / source.stem)
        assert alone.code == 0, alone.err
        # Each home signs with a key of its own.
        assert content_digest(tmp_path / "alone.mp4") == content_digest(out)

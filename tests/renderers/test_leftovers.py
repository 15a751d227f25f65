"""What killed processes leave half-made is known by the process's mark, and removed; what live ones make stays."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from renderers.leftovers import part_path, sweep_parts, sweep_temporary, temporary_folder
from renderers.processes import is_alive, process_mark

MARK = "import sys; from renderers.processes import process_mark; print(process_mark(), flush=True); sys.stdin.read()"


def other_process() -> tuple[subprocess.Popen[str], str]:
    """A live process and its mark."""
    process = subprocess.Popen([sys.executable, "-c", MARK], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    return process, process.stdout.readline().strip()


def test_a_process_is_alive_until_it_ends() -> None:
    assert is_alive(process_mark())
    process, mark = other_process()
    assert is_alive(mark)
    process.kill()
    deadline = time.monotonic() + 10
    while is_alive(mark) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert is_alive(mark) is False, "ended, though nobody has asked how"
    process.communicate()
    assert is_alive(mark) is False


def test_a_later_process_with_the_same_number_is_another() -> None:
    number, start, place = process_mark().split("-")
    assert is_alive(f"{number}-{int(start) - 1}-{place}") is False


def test_what_can_not_be_seen_from_here_is_not_judged() -> None:
    number, start, _ = process_mark().split("-")
    assert is_alive(f"{number}-{start}-00000000") is None


@pytest.mark.parametrize("folder", [True, False])
def test_only_what_dead_processes_left_is_swept(tmp_path: Path, folder: bool) -> None:
    process, mark = other_process()
    process.communicate()
    mine = part_path(tmp_path / "video.mp4")
    dead = tmp_path / mine.name.replace(process_mark(), mark)
    other = tmp_path / dead.name.replace(".video.", ".another.")
    for path in (mine, dead, other):
        if folder:
            path.mkdir()
            (path / "inner").write_text("half")
        else:
            path.write_text("half")
    (tmp_path / "video.part").write_text("a file of the client's")
    sweep_parts(tmp_path, tmp_path / "video.mp4")
    assert {path.name for path in tmp_path.iterdir()} == {mine.name, other.name, "video.part"}
    sweep_parts(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {mine.name, "video.part"}


def test_what_nobody_can_judge_goes_after_a_day(tmp_path: Path) -> None:
    part = part_path(tmp_path / "video.mp4")
    strange = part.with_name(part.name.replace(process_mark().rpartition("-")[2], "00000000"))
    strange.write_text("half")
    sweep_parts(tmp_path)
    assert strange.exists()
    os.utime(strange, (time.time() - 90_000,) * 2)
    sweep_parts(tmp_path)
    assert not strange.exists()


def test_names_stay_within_what_file_systems_hold(tmp_path: Path) -> None:
    part = part_path(tmp_path / ("语" * 80 + ".mp4"))
    part.write_text("half")
    assert part.exists()


def test_a_temporary_folder_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with temporary_folder() as folder:
        (folder / "x").write_text("x")
        sweep_temporary()
        assert (folder / "x").exists()
    assert list(tmp_path.iterdir()) == []

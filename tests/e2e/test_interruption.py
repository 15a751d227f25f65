"""Ctrl-C stops cleanly; the next run goes on from what was finished."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from tests.e2e.commandline import Agency, command, environment

SCRIPT = "This is a script of several sentences. " * 6


def children_of(group: int) -> list[str]:
    """The command lines of the processes that are still alive in a process group."""
    alive = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(entry.read_text().rsplit(")", 1)[1].split()[2]) == group:
                alive.append((entry.parent / "cmdline").read_text().replace("\0", " "))
        except (OSError, IndexError):
            continue
    return [line for line in alive if line]


def test_ctrl_c_in_the_middle_of_painting(agency: Agency, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "script.txt").write_text(SCRIPT)
    arguments = (
        "make",
        tmp_path / "script.txt",
        "-o",
        tmp_path / "out.mp4",
        "--resolution",
        "720p",
        "--music",
        "none",
        "--json",
    )
    process = subprocess.Popen(
        command(*arguments),
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 120
    while not list((home / "takes" / "segments").rglob("take.json")) and time.monotonic() < deadline:
        assert process.poll() is None, "it ended before it could be stopped"
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert err.splitlines()[-1].startswith("Stopped.")
    assert "Traceback" not in err
    assert not (tmp_path / "out.mp4").exists()
    assert children_of(process.pid) == []
    [stopped] = agency("jobs", "--json", home=home).result
    assert (stopped["state"], stopped["title"]) == ("stopped", "script.txt")
    again = agency(*arguments, home=home)
    assert again.code == 0, again.err
    assert again.result["takes"]["reused_by_kind"]["segments"] >= 1
    assert (again.result["job"], again.result["draft"]) == (stopped["job"], 1)
    assert list((home / "takes" / "making").iterdir()) == []


def test_a_job_is_stopped_from_another_window_and_resumed_without_its_source(agency: Agency, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    script = tmp_path / "script.txt"
    script.write_text(SCRIPT)
    # A large picture: painting must last longer than the two commands that look in and stop it.
    arguments = ("make", script, "-o", tmp_path / "out.mp4", "--resolution", "1080p", "--music", "none")
    process = subprocess.Popen(
        command(*arguments), env=environment(home), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 120
    while not list((home / "takes" / "segments").rglob("take.json")) and time.monotonic() < deadline:
        assert process.poll() is None, "it ended before it could be stopped"
        time.sleep(0.05)
    [running] = agency("jobs", "--json", home=home).result
    assert (running["state"], running["stage"]) == ("running", "Picture")
    assert running["frames"] == running["total"] > 0
    stopped = agency("stop", running["job"], "--json", home=home)
    assert stopped.result == {"job": running["job"], "state": "stopped"}
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err.splitlines()[-1][:8]) == (1, "Stopped.")
    assert children_of(process.pid) == []
    script.unlink()
    again = agency("resume", "--json", home=home, cwd=home)
    assert again.code == 0, again.err
    assert again.result["takes"]["reused_by_kind"]["segments"] >= 1
    assert (again.result["job"], again.result["draft"]) == (running["job"], 1)
    assert again.result["video"] == str(tmp_path / "out.mp4")
    assert (tmp_path / "out.mp4").stat().st_size > 10_000
    assert not [path for pattern in ("*.part", "*.lock") for path in tmp_path.rglob(pattern)]
    for asked, said in (("stop", "does not run: it is finished"), ("resume", "is finished")):
        refused = agency(asked, running["job"], home=home)
        assert (refused.code, said in refused.err) == (1, True)
    assert "There is no unfinished job" in agency("resume", home=home).err


def test_a_full_disk_is_one_clear_line(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("A line for a disk with no room left on it.")
    limited = [
        "prlimit",
        "--fsize=200000",
        "--",
        *command("make", tmp_path / "line.txt", "-o", tmp_path / "out.mp4", "--resolution", "540p"),
    ]
    done = subprocess.run(
        limited, env=environment(tmp_path / "home"), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "Free some space" in done.stderr.splitlines()[-1]
    assert not (tmp_path / "out.mp4").exists()

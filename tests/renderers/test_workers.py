"""Painting processes: work goes on when one is killed, nothing outlives its program, and errors arrive as they are."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from renderers.colour import resolve_look
from renderers.errors import MediaRejected, RenderError
from renderers.painting import paint_segments
from renderers.picture_format import PictureFormat, Rect
from renderers.takes import TakeStore
from renderers.timeline import BackdropClip, LogoClip, PictureClip, Scene, Timeline, TitleClip
from renderers.workers import TRIES, Workers, available_cores

FORMAT = PictureFormat(160, 90, Fraction(30))


def timeline(lengths: tuple[int, ...], *clips: PictureClip) -> Timeline:
    scenes = (
        Scene(f"scene{number}", length, BackdropClip("aurora", number), clips) for number, length in enumerate(lengths)
    )
    return Timeline(FORMAT, resolve_look(), tuple(scenes))


def processes_under(pid: int) -> set[int]:
    """The living processes that `pid` started, and those that they did."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = entry.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state not in "ZX":
            parents[int(entry.parent.name)] = int(parent)
    found, added = {pid}, {pid}
    while added:
        added = {child for child, parent in parents.items() if parent in added} - found
        found |= added
    return found - {pid}


def painters(workers: Workers) -> set[int]:
    assert workers._server is not None
    return processes_under(workers._server.pid)


def wait_until(true: Callable[[], object]) -> bool:
    deadline = time.monotonic() + 30
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return bool(true())


def test_a_killed_process_costs_nothing_but_its_own_piece(tmp_path: Path) -> None:
    killed: list[int] = []
    plan, takes = timeline((400, 400)), TakeStore(tmp_path)

    def kill(done: int, total: int) -> None:
        assert total == plan.duration
        if len(killed) < 2 and (found := painters(workers) - set(killed)):
            killed.append(found.pop())
            os.kill(killed[-1], signal.SIGKILL)

    with Workers(2) as workers:
        pictures = paint_segments(plan, takes, workers, kill)
    assert len(killed) == 2
    assert takes.made == {"segments": len(pictures)}
    with Workers(1) as workers:
        undisturbed = paint_segments(plan, TakeStore(tmp_path / "other"), workers, lambda done, total: None)
    assert [path.read_bytes() for _, path in pictures] == [path.read_bytes() for _, path in undisturbed]


def test_a_scene_that_ends_every_process_is_named(tmp_path: Path) -> None:
    with Workers(1) as workers:
        killed: set[int] = set()

        def kill(done: int, total: int) -> None:
            for pid in painters(workers) - killed:
                killed.add(pid)
                os.kill(pid, signal.SIGKILL)

        # The kernels of a process are loaded anew: painting takes longer than the time between two reports.
        with pytest.raises(RenderError, match=r'The scene "scene0" could not be painted .* run it again'):
            paint_segments(timeline((6000,)), TakeStore(tmp_path), workers, kill)
        assert len(killed) == TRIES


def test_nothing_starts_where_nothing_is_to_be_painted(tmp_path: Path) -> None:
    plan = timeline((30,))
    with Workers(2) as workers:
        paint_segments(plan, TakeStore(tmp_path), workers, lambda done, total: None)
        assert workers._server is not None
    takes = TakeStore(tmp_path)
    with Workers(2) as workers:
        paint_segments(plan, takes, workers, lambda done, total: None)
        assert workers._server is None
    assert takes.reused == {"segments": 1}
    assert not takes.made


def test_there_are_never_more_processes_than_pieces(tmp_path: Path) -> None:
    most = 0

    def look(done: int, total: int) -> None:
        nonlocal most
        most = max(most, len(painters(workers)))

    with Workers(8) as workers:
        paint_segments(timeline((60,)), TakeStore(tmp_path), workers, look)
    assert most <= 2


def test_leaving_ends_all_processes(tmp_path: Path) -> None:
    with Workers(2) as workers:
        paint_segments(timeline((60,)), TakeStore(tmp_path), workers, lambda done, total: None)
        workers.prepare()
        assert workers._server is not None
        started = {workers._server.pid, *painters(workers)}
    assert not started & processes_under(os.getpid())


def test_stopping_in_the_middle_ends_all_processes(tmp_path: Path) -> None:
    seen: set[int] = set()

    def stop(done: int, total: int) -> None:
        seen.update(painters(workers))
        if len(seen) == 2:
            raise KeyboardInterrupt

    with Workers(2) as workers, pytest.raises(KeyboardInterrupt):
        paint_segments(timeline((6000,)), TakeStore(tmp_path), workers, stop)
    assert wait_until(lambda: not seen & processes_under(1))


PROGRAM = """
import sys
sys.path[:] = {path!r}
from pathlib import Path
from tests_workers_plan import plan
from renderers.painting import paint_segments
from renderers.takes import TakeStore
from renderers.workers import Workers

with Workers(2) as workers:
    paint_segments(plan, TakeStore(Path({root!r})), workers, lambda done, total: print(done, flush=True))
"""


@pytest.mark.parametrize("painting", [False, True], ids=["while they start", "while they paint"])
def test_nothing_outlives_a_killed_program(painting: bool, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    (tmp_path / "tests_workers_plan.py").write_text(
        "from fractions import Fraction\n"
        "from renderers.colour import resolve_look\n"
        "from renderers.picture_format import PictureFormat\n"
        "from renderers.timeline import BackdropClip, Scene, Timeline\n"
        "scene = Scene('long', 60000, BackdropClip('aurora', 1), ())\n"
        "plan = Timeline(PictureFormat(160, 90, Fraction(30)), resolve_look(), (scene,))\n"
    )
    program.write_text(PROGRAM.format(path=[*sys.path, str(tmp_path)], root=str(tmp_path / "takes")))
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) or not painting:
                break
        started = processes_under(process.pid)
        process.kill()
    assert len(started) >= (3 if painting else 1)
    assert wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in started))
    takes = TakeStore(tmp_path / "takes")
    takes.sweep()
    assert not list((tmp_path / "takes" / "making").glob(".*.part"))


def test_what_a_process_refuses_is_told_as_it_is(tmp_path: Path) -> None:
    logo = LogoClip(tmp_path / "gone.png", "ab", Rect(0, 0, 200, 100))
    with Workers(2) as workers, pytest.raises(MediaRejected, match=r"gone\.png"):
        paint_segments(timeline((60,), logo), TakeStore(tmp_path / "takes"), workers, lambda done, total: None)


def test_a_mistake_of_ours_keeps_its_traceback(tmp_path: Path) -> None:
    wrong = TitleClip("Words", Rect(0, 0, 900, 500), 0, 30, kicker=7)  # type: ignore[arg-type]
    with Workers(1) as workers, pytest.raises(AttributeError) as caught:
        paint_segments(timeline((30,), wrong), TakeStore(tmp_path), workers, lambda done, total: None)
    assert "title.py" in caught.value.__notes__[0]


def test_one_process_a_core_that_we_may_use() -> None:
    assert Workers().count == available_cores() <= (os.cpu_count() or 1)
    assert Workers(3).count == 3

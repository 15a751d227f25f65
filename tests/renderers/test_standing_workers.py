"""Workers that stay: the next block finds them at work, a killed one is replaced, and they end in time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from renderers.painting import paint_segments
from renderers.standing_workers import begin_standing_workers, end_standing_workers, standing_workers
from renderers.takes import TakeStore
from renderers.workers import Workers
from tests.renderers.test_workers import painters, processes_under, timeline, wait_until


def paint(workers: Workers, folder: Path, count: int = 60) -> int:
    return len(paint_segments(timeline((count,)), TakeStore(folder), workers, lambda done, total: None))


def test_the_next_block_has_the_same_processes(tmp_path: Path) -> None:
    end_standing_workers()
    with standing_workers(1) as workers:
        paint(workers, tmp_path / "first")
        before = painters(workers)
    with standing_workers(1) as again:
        assert again is workers
        paint(again, tmp_path / "second")
        assert painters(again) == before != set()
    end_standing_workers()
    assert wait_until(lambda: not before & processes_under(0))


def test_what_was_begun_early_is_what_the_next_block_gets(tmp_path: Path) -> None:
    end_standing_workers()
    begin_standing_workers(1)
    begin_standing_workers(1)
    with standing_workers(1) as workers:
        (server,) = processes_under(os.getpid())
        paint(workers, tmp_path)
        assert server in processes_under(os.getpid())
    end_standing_workers()


@pytest.mark.parametrize("seconds", [0.0, 0.4, 0.8, 1.2])
def test_what_was_begun_and_not_used_ends_at_once_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    end_standing_workers()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    begin_standing_workers(1)
    time.sleep(seconds)
    end_standing_workers()
    assert not processes_under(os.getpid())
    assert not list(tmp_path.iterdir())


def test_two_blocks_at_once_do_not_share(tmp_path: Path) -> None:
    end_standing_workers()
    with standing_workers(1) as first, standing_workers(1) as second:
        assert first is not second
        paint(first, tmp_path / "first")
        paint(second, tmp_path / "second")
    # One of them stays, the other has ended.
    assert first.running != second.running
    with standing_workers(2) as other:
        assert other not in (first, second)
    assert not first.running
    assert not second.running


def test_a_painter_that_died_waiting_is_replaced(tmp_path: Path) -> None:
    end_standing_workers()
    with standing_workers(1) as workers:
        paint(workers, tmp_path / "first")
        (painter,) = painters(workers)
    os.kill(painter, signal.SIGKILL)
    with standing_workers(1) as again:
        assert paint(again, tmp_path / "second") == paint(again, tmp_path / "third")
        assert painters(again).isdisjoint({painter})
    end_standing_workers()


def test_they_end_where_the_block_raises_and_when_idle(tmp_path: Path) -> None:
    end_standing_workers()
    with pytest.raises(KeyError), standing_workers(1) as workers:
        paint(workers, tmp_path / "first")
        raise KeyError
    assert not workers.running
    with standing_workers(1, idle_seconds=0.05) as idle:
        paint(idle, tmp_path / "second")
    assert wait_until(lambda: not idle.running)


@pytest.mark.parametrize("end", ["", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"])
def test_nothing_outlives_the_process(tmp_path: Path, end: str) -> None:
    script = f"""
from pathlib import Path
from renderers.painting import paint_segments
from renderers.standing_workers import standing_workers
from renderers.takes import TakeStore
from test_workers import painters, timeline
with standing_workers(1) as workers:
    paint_segments(timeline((60,)), TakeStore(Path({str(tmp_path)!r})), workers, lambda done, total: None)
    print(workers._server.pid, *painters(workers), flush=True)
{end}
"""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), str(Path(__file__).parent)]),
    }
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == (-signal.SIGKILL if end else 0), done.stderr
    pids = {int(pid) for pid in done.stdout.split()}
    assert len(pids) == 2
    assert wait_until(lambda: not pids & processes_under(0))

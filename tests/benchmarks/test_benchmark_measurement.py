from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measurement import CommandFailed, measure, two_cores

BURN = "import time\nheld = bytearray(80_000_000)\nwhile time.process_time() < 0.4: pass"


def _python(program: str, tmp_path: Path, **named: object) -> tuple[float, float]:
    cost = measure([sys.executable, "-c", program], cores=two_cores(), log=tmp_path / "log", **named)  # type: ignore[arg-type]
    return cost.cpu, cost.memory


def test_children_count_with_their_time_and_memory(tmp_path: Path):
    both = f"import subprocess, sys\np = [subprocess.Popen([sys.executable, '-c', {BURN!r}]) for _ in range(2)]\n"
    cpu, memory = _python(both + "[one.wait() for one in p]", tmp_path)
    assert cpu >= 0.8
    assert memory >= 80


def test_children_that_nobody_waits_for_count_and_are_ended(tmp_path: Path):
    lost = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time\\nwhile True: pass'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid))\n"
        "while int(open(f'/proc/{child.pid}/stat').read().split()[13]) < 30: time.sleep(0.05)\n"
    )
    name = tmp_path / "pid"
    cost = measure([sys.executable, "-c", lost, str(name)], cores=two_cores(), log=tmp_path / "log")
    assert cost.cpu >= 0.3
    assert not Path(f"/proc/{name.read_text()}").exists()


def test_processes_of_before_are_left_alone_and_not_counted(tmp_path: Path):
    with subprocess.Popen(
        [sys.executable, "-c", "held = bytearray(300_000_000)\nimport time; time.sleep(60)"]
    ) as other:
        _, memory = _python("import time; time.sleep(0.3)", tmp_path)
        assert memory < 200
        assert other.poll() is None
        other.kill()


def test_the_command_has_the_cores_asked_for_and_we_keep_ours(tmp_path: Path):
    own = os.sched_getaffinity(0)
    one = {min(own)}
    said = tmp_path / "log"
    measure([sys.executable, "-c", "import os; print(os.sched_getaffinity(0))"], cores=one, log=said)
    assert said.read_text().strip() == str(one)
    assert os.sched_getaffinity(0) == own


def test_a_failure_says_what_the_command_said(tmp_path: Path):
    with pytest.raises(CommandFailed, match="ended with 1: no such picture"):
        _python("import sys; sys.exit('no such picture')", tmp_path)


def test_a_command_that_hangs_is_ended(tmp_path: Path):
    with pytest.raises(CommandFailed, match="took more than"):
        _python("import time; time.sleep(600)", tmp_path, limit=0.5)

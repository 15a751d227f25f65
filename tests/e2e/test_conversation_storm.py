"""Thirty conversations with people who interrupt, contradict themselves, click on old pages and pull the plug.

The benchmark that holds hundreds of them, on a small scale; what it looks at after every turn is told there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_turn_ends_with_a_reply_in_a_state_to_go_on_from(tmp_path: Path):
    command = [sys.executable, "-m", "benchmarks.conversations", "--json", "--processes", "1"]
    done = subprocess.run(
        [*command, "--count", "30", "--seed", "7", "--rendering", "0"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)
    assert found["what"] == []
    assert (found["stuck"], found["lost"], found["tracebacks"]) == (0, 0, 0)
    assert found["conversations"] == 30
    assert found["kills"] > 0 and found["restarts"] > 0
    assert set(found["replies"]) >= {"say", "ask", "board", "changes", "job"}
    assert done.returncode == 0

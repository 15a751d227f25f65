from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def _run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name(command[0]))
    return subprocess.run([program, *command[1:]], cwd=root, capture_output=True, text=True, check=False)


def test_style_and_documentation(root: Path):
    # Among the rules: every public module, class and function has a docstring.
    done = _run(root, "ruff", "check", "--output-format", "concise", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types(root: Path):
    done = _run(root, "mypy")
    assert done.returncode == 0, done.stdout + done.stderr

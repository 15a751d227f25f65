from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"PIL", "av", "chainlit", "langgraph", "numba", "pretty_midi", "scipy", "skia", "tinysoundfont"}


def test_imports_run_one_way(root: Path):
    lint = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(lint, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


LIGHT = ["agency.commands", "agency.engines", *(f"renderers.{k}" for k in ("speech", "avatar", "background", "music"))]


@pytest.mark.parametrize("module", LIGHT)
def test_nothing_heavy_is_loaded_before_it_is_needed(module: str, root: Path):
    ask = f"import sys, {module}; print(*{HEAVY!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_help_loads_neither_numpy_nor_pydantic(root: Path):
    ask = (
        "import sys, agency.__main__ as m\n"
        "try: m.main(['--help'])\n"
        "except SystemExit: print('LOADED', *{'numpy', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", ask], cwd=root, capture_output=True, text=True, check=True)
    assert "make" in done.stdout
    assert done.stdout.splitlines()[-1].split() == ["LOADED"]

"""The command line as a person runs it, in a home of the test's own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.e2e.commandline import Agency, Run, command, environment


@pytest.fixture(scope="session")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all tests of a worker, so that takes are shared."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def agency(shared_home: Path) -> Agency:
    """Run the command line to its end."""

    def run(*arguments: object, home: Path = shared_home, cwd: Path | None = None) -> Run:
        done = subprocess.run(
            command(*arguments),
            env=environment(home),
            capture_output=True,
            text=True,
            timeout=600,
            cwd=cwd or home,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run

"""The command line as a person runs it, in a home of the test's own."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_COMPILED = tempfile.TemporaryDirectory(prefix="video-agency-compiled-", ignore_cleanup_errors=True)


@dataclass(frozen=True)
class Run:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def result(self) -> dict[str, Any]:
        """What `--json` printed."""
        parsed: dict[str, Any] = json.loads(self.out)
        return parsed


Agency = Callable[..., Run]


def environment(home: Path) -> dict[str, str]:
    """The environment of a command whose state lives in `home`; what is compiled once is shared by all homes."""
    kernels = Path(_COMPILED.name) / "kernels"
    return {**os.environ, "AGENCY_HOME": str(home), "PYTHONPATH": str(ROOT), "NUMBA_CACHE_DIR": str(kernels)}


def command(*arguments: object) -> list[str]:
    """The command line that runs the agency with these arguments."""
    return [sys.executable, "-m", "agency", *map(str, arguments)]

"""Edits drawn by chance: scenes that were not touched keep their bytes, and the film is as if it was made afresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.random_edits import run
from tests.e2e.commandline import environment


def test_random_edits_disturb_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", environment(tmp_path)["NUMBA_CACHE_DIR"])
    *_, found = run(tmp_path, seconds=16, count=3, every=3, resolution="540p", seed=3)
    assert sum(found.edits.values()) == 3
    assert found.painted < found.shown
    assert (found.disturbed, found.compared, found.different) == (0, 1, 0)

"""Killed at random moments and run again: the same files, no process and no temporary file left.

The long run of the same is `benchmarks/kills.py`.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.kills import Place, Reference, Round

ROUNDS = 3
KILLS = 2
"""In each round."""


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    return Reference.run(tmp_path_factory.mktemp("undisturbed"))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_every_restart_ends_in_the_same_files(reference: Reference, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    done = Round.run(Place(tmp_path), reference, [reference.moment(chance) for _ in range(KILLS)])
    assert done.stages
    assert done.faults == []

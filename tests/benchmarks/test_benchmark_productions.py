from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from benchmarks.edit import EDITS
from benchmarks.measurement import Cost
from benchmarks.production import paragraphs, storyboard
from benchmarks.scale import Point, growth, marginal
from tools.storyboard import Storyboard


@pytest.fixture
def board(tmp_path: Path) -> dict[str, Any]:
    return storyboard(tmp_path, 60, "540p")


def _differences(one: object, other: object, path: str = "") -> list[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        return [d for key in one | other for d in _differences(one.get(key), other.get(key), f"{path}.{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [d for i, pair in enumerate(zip(one, other, strict=True)) for d in _differences(*pair, f"{path}.{i}")]
    return [] if one == other else [path]


def test_no_sentence_is_said_twice():
    said = [sentence for paragraph in paragraphs(120) for sentence in paragraph.split(". ")]
    assert len(said) == 240
    assert len({sentence.rstrip(".") for sentence in said}) == 240
    assert paragraphs(120) == paragraphs(120)


def test_a_longer_programme_has_more_scenes(tmp_path: Path):
    counts = [len(storyboard(tmp_path, seconds, "540p")["scenes"]) for seconds in (10, 60, 300)]
    assert counts[0] < counts[1] < counts[2]


@pytest.mark.parametrize("kind", EDITS)
def test_every_edit_is_a_storyboard_that_can_be_made(kind: str, board: dict[str, Any]):
    assert Storyboard.model_validate(EDITS[kind](copy.deepcopy(board), 0)).scenes


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("one word spoken", 1),
        ("one heading", 1),
        ("music", 1),
        ("caption file", 2),
        ("accent colour", 1),
        ("nothing", 0),
    ],
)
def test_an_edit_changes_one_thing(kind: str, count: int, board: dict[str, Any]):
    changed = [_differences(board, EDITS[kind](copy.deepcopy(board), number)) for number in range(4)]
    assert [len(paths) for paths in changed] == [count] * 4


def test_edits_of_a_kind_differ(board: dict[str, Any]):
    for kind in set(EDITS) - {"nothing"}:
        made = [EDITS[kind](copy.deepcopy(board), number) for number in range(4)]
        assert all(made[a] != made[b] for a in range(4) for b in range(a)), kind


def test_the_marginal_cost_leaves_the_start_out():
    flat = [Point(seconds, Cost(5 + 0.5 * seconds, 8 + 0.9 * seconds, 500), {}) for seconds in (10, 60, 300)]
    assert marginal(flat, "wall") == pytest.approx([0.5, 0.5])
    assert growth(marginal(flat, "cpu")) == pytest.approx(0)
    grown = [*flat[:2], Point(300, Cost(5 + 0.5 * 60 + 0.6 * 240, 0, 500), {})]
    assert growth(marginal(grown, "wall")) == pytest.approx(0.2)

"""What scenes show is changed in plain words: figures, quotes, products, charts, lists, comparisons, screens."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from benchmarks.understanding.__main__ import cases, request
from benchmarks.understanding.scoring import score
from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.reading import understand_note
from tools.notes import NoteRequest
from tools.patching import apply, inverse

SETS = Path(__file__).parents[2] / "benchmarks" / "understanding"


def _done(text: str, situation: str = "bakery") -> list[dict[str, Any]]:
    answer = understand_note(NoteRequest(text, SITUATIONS[situation]))
    return [{"op": patch.op, **patch.model_dump(mode="json", exclude_defaults=True)} for patch in answer.patches]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the figure should be 95 %", {"op": "set_statistic", "scene": "s2", "value": "95 %"}),
        ("author of the quote: Rui Alves", {"op": "set_quote", "scene": "s4", "author": "Rui Alves"}),
        ("in scene 2 she listens to Tom Berger", {"op": "set_listening", "scene": "s1", "speaker": "Tom Berger"}),
        ("in scene 2 she should listen to the customer", {"op": "set_listening", "scene": "s1"}),
        ("price tag €5.20", {"op": "set_product", "scene": "s5", "price": "€5.20"}),
        ("make it a line chart", {"op": "set_chart", "scene": "s6", "chart": "line"}),
        ("show it on a phone, not a browser", {"op": "set_screen", "scene": "s9", "device": "phone"}),
    ],
)
def test_one_field_is_set_where_it_is_shown(text: str, wanted: dict[str, Any]) -> None:
    assert _done(text) == [wanted]


def test_an_entry_is_added_and_what_was_there_stays() -> None:
    (patch,) = _done("one more point: Free parking")
    assert [entry["text"] for entry in patch["entries"]] == [
        "Organic flour",
        "Baked on site",
        "Open on Sundays",
        "Free parking",
    ]


def test_a_scene_becomes_a_list_with_its_entries_in_one_sentence() -> None:
    content, layout = _done("show three points in scene 2: No flicker, Warm light, Low power", "lamp")
    assert content["op"] == "set_entries"
    assert layout == {"op": "set_layout", "scene": "s1", "layout": "points"}


def test_a_content_and_another_request_are_both_heard() -> None:
    assert [patch["op"] for patch in _done("change the figure to 95 % and make the music quieter")] == [
        "set_statistic",
        "set_music",
    ]


def test_a_chart_takes_the_table_that_came_along(tmp_path: Path) -> None:
    table = tmp_path / "sales.csv"
    table.write_text("Year,Loaves\n2024,180\n2025,240\n", encoding="utf-8")
    situation = dataclasses.replace(SITUATIONS["bakery"], files={"sales.csv": str(table)})
    told = NoteRequest("use the numbers in the table for the chart", situation)
    (patch,) = understand_note(told).patches
    assert [(one.label, one.value) for one in patch.data] == [("2024", 180.0), ("2025", 240.0)]  # type: ignore[union-attr]


def test_a_table_that_is_not_there_is_asked_for() -> None:
    answer = understand_note(NoteRequest("use the numbers in the table for the chart", SITUATIONS["bakery"]))
    assert not answer.patches
    assert "CSV" in answer.question


def test_what_is_done_is_taken_back() -> None:
    for case in cases(SETS / "development_contents_last.jsonl"):
        asked = request(case)
        board = asked.situation.storyboard
        for patch in understand_note(asked).patches:
            assert board is not None
            made = apply(board, patch)
            back = made
            for one in inverse(board, patch):
                back = apply(back, one)
            assert back == board, case["text"]
            board = made


@pytest.mark.parametrize("name", ["development_contents_later.jsonl", "development_contents_last.jsonl"])
def test_hardly_anything_is_done_that_was_not_meant(name: str) -> None:
    told = list(cases(SETS / name))
    outcomes = [score(case, understand_note(request(case))).outcome for case in told]
    assert outcomes.count("exact") >= 0.92 * len(told)
    assert outcomes.count("wrong") <= 0.02 * len(told)

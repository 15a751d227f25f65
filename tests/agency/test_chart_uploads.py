"""A table that is dropped into a conversation becomes a chart scene before what closes the video."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from agency.steps import filing
from agency.uploads import read_uploads
from tools.patch_application import PATCHES, apply_all
from tools.script import Line
from tools.storyboard import EndCard, Scene, Storyboard

BOARD = Storyboard(
    scenes=(
        Scene(id="s1", lines=(Line(id="l1", text="Hello."),)),
        Scene(id="chart", layout="end_card"),
    ),
    end_card=EndCard(address="lumen.example"),
)


def table(folder: Path, text: str) -> dict[str, str]:
    path = folder / "1f" / "our-sales.csv"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return {"Our sales_2024.csv": str(path)}


def filed(files: dict[str, str], stage: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, list[dict[str, Any]]]:
    """What the step makes of the files, and what it said."""
    said: list[dict[str, Any]] = []
    monkeypatch.setattr(filing, "current", lambda home, production: SimpleNamespace(storyboard=BOARD))
    runtime = SimpleNamespace(stream_writer=said.append, context=SimpleNamespace(home=None))
    state = {"message": {"files": files}, "stage": stage, "production": "p"}
    return filing.take_files(state, runtime), said  # type: ignore[arg-type]  (as far as the step looks)


def test_a_table_becomes_a_scene_before_the_end_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = filed(table(tmp_path, "Month,Sales\nMay,12 %\nJune,15 %\n"), "board", monkeypatch)
    patches = PATCHES.validate_python(found["understanding"]["patches"])
    first, chart, last = apply_all(BOARD, patches).scenes
    assert (first.id, chart.layout, last.layout) == ("s1", "chart", "end_card")
    assert (chart.heading, chart.content.unit) == ("Our sales 2024", "%")
    assert [(datum.label, datum.value) for datum in chart.content.data] == [("May", 12.0), ("June", 15.0)]
    assert chart.id != last.id


def test_before_there_is_a_storyboard_it_is_said_when_to_give_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, said = filed(table(tmp_path, "May,12\nJune,15\n"), "start", monkeypatch)
    texts = " ".join(event.get("text", "") for event in said)
    assert "“Our sales_2024.csv” holds 2 values: May 12, June 15." in texts and "once the storyboard" in texts


def test_a_table_that_holds_no_numbers_is_told_by_the_name_the_client_knows(tmp_path: Path) -> None:
    found = read_uploads(table(tmp_path, "May,=1+1\nJune,5\n"))
    assert not found.charts
    assert found.notes == ["Row 1 of Our sales_2024.csv holds the formula '=1+1'; give the number that it makes."]

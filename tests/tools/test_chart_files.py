"""Tables become values of a chart, whoever wrote them; what is no number is refused by its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.chart_files import LARGEST_FILE, read_chart_data, with_chart_data
from tools.errors import BadInput
from tools.scene_contents import SceneContent
from tools.storyboard import Scene, Storyboard


def table(folder: Path, text: str, name: str = "sales.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Month,Sales\nMay,12\nJune,15.5\n", {"May": 12, "June": 15.5}, ""),
        ("Monat;Umsatz\nMai;1.234,50\nJuni;987,25\n", {"Mai": 1234.5, "Juni": 987.25}, ""),
        ("Desk\t48 %\nBed\t52 %\n", {"Desk": 48, "Bed": 52}, "%"),
        ('"Berlin, centre","$1,200"\n"Porto","$900"\n', {"Berlin, centre": 1200, "Porto": 900}, "$"),
        ("Year,Hours\n2022,3\n2023,4\n", {"2022": 3, "2023": 4}, ""),
        ("-5\n+7.5\n−2\n", {"1": -5, "2": 7.5, "3": -2}, ""),
        ("Name,Note,Hours\nAnna,first,3\nBen,second,4\n", {"first": 3, "second": 4}, ""),
        ("May,12 h\nJune,15 min\n", {"May": 12, "June": 15}, ""),
    ],
)
def test_tables_of_all_kinds_are_read(tmp_path: Path, text: str, values: dict[str, float], unit: str) -> None:
    data, found = read_chart_data(table(tmp_path, text))
    assert {datum.label: datum.value for datum in data} == values
    assert found == unit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("May,12\nJune,=SUM(A1:A9)\n", "Row 2 .* formula '=SUM"),
        ("May,12\nJune,+cmd|calc\n", "Row 2 .* formula"),
        ("May,12\nJune,@here\n", "Row 2 .* formula"),
        ("May,12\nJune,-x\n", "Row 2 .* formula"),
        ("May,12\nJune,soon\n", "Row 2 .* 'soon' where a number"),
        ("May,12\nJune,\n", "Row 2 .* nothing where a number"),
        ("May,12\nJune,1.2.3\n", "Row 2"),
        ("May,June\n", "headings alone"),
        ("May,June\nwarm,cold\n", "no column of numbers"),
        ("\n \n", "empty"),
        ("".join(f"{n},{n}\n" for n in range(30)), "30 rows"),
        (f"{'x' * 61},4\n", "61 characters"),
    ],
)
def test_what_is_no_table_of_numbers_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refusal:
        read_chart_data(table(tmp_path, text))
    assert "\n" not in str(refusal.value) and str(refusal.value).endswith(".")


def test_files_that_are_none_or_too_large_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no file"):
        read_chart_data(tmp_path / "gone.csv")
    with pytest.raises(BadInput, match="save its table as CSV"):
        read_chart_data(table(tmp_path, "x", "book.xlsx"))
    with pytest.raises(BadInput, match="MB"):
        read_chart_data(table(tmp_path, "x" * (LARGEST_FILE + 1)))


def test_a_storyboard_takes_the_values_and_lets_the_file_go(tmp_path: Path) -> None:
    path = table(tmp_path, "Ort;Stunden\nBüro;3,5 h\nZuhause;4 h\n", encoding="latin-1")
    board = Storyboard(scenes=(Scene(id="s1", layout="chart", content=SceneContent(data_file=str(path))),))
    content = with_chart_data(board).scenes[0].content
    assert [(datum.label, datum.value) for datum in content.data] == [("Büro", 3.5), ("Zuhause", 4.0)]
    assert (content.unit, content.data_file) == ("h", "")
    path.unlink()
    with pytest.raises(BadInput, match="scene 1"):
        with_chart_data(board)

"""Values of charts from tables in files: CSV as spreadsheets write it, with any of the usual separators.

What a cell holds is data: a formula is never worked out, and where a number is wanted it is refused.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence
from pathlib import Path

from tools.errors import BadInput
from tools.plain_text import clean, decode
from tools.scene_contents import Datum, SceneContent
from tools.storyboard import Storyboard

LARGEST_FILE = 1_000_000
"""Bytes."""
MOST_ROWS = 24
"""Values that a chart shows; more can not be told apart on a screen."""
_LONGEST_LABEL = 60
_SEPARATORS = (";", "\t", ",", "|")
_NUMBER = re.compile(
    r"(?P<sign>[-+−]?)\s*(?P<before>[$€£¥]?)\s*(?P<digits>\d[\d.,'’\s]*|[.,]\d+)\s*(?P<after>%|[$€£¥]|[A-Za-z°]{1,6})?"
)
_FORMULA = ("=", "@", "+", "-")


def read_chart_data(path: Path, name: str = "") -> tuple[tuple[Datum, ...], str]:
    """The values in the table at `path` with their labels, and the unit that all of them have (or an empty one).

    The first column that holds numbers is taken, with the column before it (or else after it) for labels; a first row
    without numbers holds headings. `name` is for messages. Raises `BadInput` with what is wrong and where.
    """
    shown = name or path.name
    rows = _rows(_text(path, shown), shown)
    head = not any(_parsed(cell) or cell.startswith(_FORMULA) for cell in rows[0])
    body = rows[1:] if head else rows
    if not body:
        raise BadInput(f"{shown} holds headings alone; give a row with a label and a number for each value.")
    if len(body) > MOST_ROWS:
        raise BadInput(f"{shown} has {len(body)} rows of values, and a chart shows at most {MOST_ROWS}; keep those.")
    column = _column(body)
    if column is None:
        raise BadInput(f"{shown} has no column of numbers; give rows like `Monday, 12`.")
    labels = column - 1 if column else 1 if max(map(len, body)) > 1 else -1
    data, units = list[Datum](), set[str]()
    for number, row in enumerate(body, 2 if head else 1):
        cell = row[column] if column < len(row) else ""
        value, unit = _value(cell, shown, number)
        label = row[labels].strip() if 0 <= labels < len(row) else str(number - head)
        if len(label) > _LONGEST_LABEL:
            raise BadInput(f"In row {number} of {shown} the label has {len(label)} characters; use {_LONGEST_LABEL}.")
        data.append(Datum(label=label, value=value))
        units.add(unit)
    return tuple(data), units.pop() if len(units) == 1 else ""


def with_chart_data(storyboard: Storyboard) -> Storyboard:
    """`storyboard` with the values of every `data_file` in its place. Raises `BadInput`, naming the scene."""
    if not any(scene.content.data_file for scene in storyboard.scenes):
        return storyboard
    scenes = []
    for number, scene in enumerate(storyboard.scenes, 1):
        scenes.append(scene)
        if scene.content.data_file:
            try:
                scenes[-1] = scene.changed(content=filled(scene.content))
            except BadInput as fault:
                raise BadInput(f"The values of scene {number} can not be read: {fault}") from None
    return storyboard.changed(scenes=tuple(scenes))


def filled(content: SceneContent) -> SceneContent:
    """`content` with the values of its `data_file`, which it needs no longer. Raises `BadInput`."""
    data, unit = read_chart_data(Path(content.data_file).expanduser())
    return content.changed(data=data, unit=content.unit or unit, data_file="")


def _text(path: Path, name: str) -> str:
    try:
        if not path.is_file():
            raise BadInput(f"there is no file {name}; check the name.")
        if path.suffix.lower() in (".xlsx", ".xls", ".ods", ".numbers"):
            raise BadInput(f"{name} is a spreadsheet; save its table as CSV.")
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(f"{name} is {path.stat().st_size / 1e6:.1f} MB large, and a table may have 1 MB.")
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{name} can not be read ({error.strerror or error}).") from None
    try:
        return clean(decode(content, name))
    except BadInput:
        # Spreadsheets still write what the system's old encoding has.
        if b"\0" in content:
            raise
        return clean(content.decode("cp1252", "replace"))


def _rows(text: str, name: str) -> list[list[str]]:
    """The rows that hold anything, by the separator that cuts the most of them alike."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise BadInput(f"{name} is empty; give rows like `Monday, 12`.")
    counts = {sign: [line.count(sign) for line in lines[:50]] for sign in _SEPARATORS}
    sign = max(_SEPARATORS, key=lambda one: (min(counts[one]) > 0, min(counts[one])))
    try:
        found = list(csv.reader(io.StringIO(text), delimiter=sign, skipinitialspace=True, strict=False))
    except csv.Error as error:
        raise BadInput(f"{name} is not a table that can be read ({error}); save it as CSV again.") from None
    return [[cell.strip() for cell in row] for row in found if any(cell.strip() for cell in row)]


def _column(rows: Sequence[Sequence[str]]) -> int | None:
    """The column with the most numbers; of equals the one after a column of labels."""
    width = max(map(len, rows))
    counts = [sum(1 for row in rows if at < len(row) and _parsed(row[at])) for at in range(width)]
    best = max(counts, default=0)
    if best == 0:
        return None
    columns = [at for at, count in enumerate(counts) if count == best]
    # Of two columns full of numbers the first are years, or numbers of the rows.
    return columns[1] if len(columns) > 1 and columns[0] == 0 else columns[0]


def _value(cell: str, name: str, row: int) -> tuple[float, str]:
    found = _parsed(cell)
    if found is not None:
        return found
    if cell.startswith(_FORMULA):
        raise BadInput(f"Row {row} of {name} holds the formula {cell[:30]!r}; give the number that it makes.")
    said = f"{cell[:30]!r}" if cell else "nothing"
    raise BadInput(f"Row {row} of {name} holds {said} where a number is wanted.")


def _parsed(cell: str) -> tuple[float, str] | None:
    """The number in a cell and its unit; None for anything else."""
    match = _NUMBER.fullmatch(cell.strip())
    if match is None:
        return None
    digits = re.sub(r"['’\s]", "", match["digits"])
    value = _number(digits)
    if value is None or not math.isfinite(value) or abs(value) > 1e12:
        return None
    unit = match["before"] or match["after"] or ""
    return (-value if match["sign"] in ("-", "−") else value), unit


def _number(digits: str) -> float | None:
    """`1,234.5`, `1.234,5`, `1234,5` and `1,234` as they are meant; None where points and commas make no sense."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return float(digits)
    sign, other = digits[last], "," if digits[last] == "." else "."
    whole, rest = digits[:last], digits[last + 1 :]
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})*", digits) and digits.count(other) == 0
    if grouped and (digits.count(sign) > 1 or sign == ","):
        return float(digits.replace(sign, ""))
    if (
        sign in whole
        or not rest.isdigit()
        or (other in whole and not re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+", whole))
    ):
        return None
    return float(f"{whole.replace(other, '') or '0'}.{rest}")

"""What counts and how it is written; scales, curves and the words of code, entries and quotes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.fonts import enlist
from renderers.graphics.clips import Datum, Item, StatisticClip
from renderers.graphics.code import lines_of, tokens
from renderers.graphics.counter import Counter
from renderers.graphics.donut import fits_donut
from renderers.graphics.figures import figure
from renderers.graphics.polyline import slopes
from renderers.graphics.quote import unquoted
from renderers.graphics.scales import decimals, nice_scale, written
from renderers.graphics.setting import Setting
from renderers.graphics.steps import dated
from renderers.raster import surface
from tests.renderers.graphics.graphic_clips import AREAS, LOOKS, small

WHOLE = ["48 %", "$1.2m", "3x", "1,284", "1.284,50 €", "€ 12'500", "0.5 %", "12 → 48 %", "٪٤٨", "+12 %", "007 agents",
         "1 000 000", "99,9 %"]  # fmt: skip


@pytest.mark.parametrize("value", WHOLE)
def test_a_figure_ends_as_it_is_written(value: str):
    made = figure(value)
    assert made is not None
    assert made.lead + made.before + made.written(1.0) + made.after == value


@pytest.mark.parametrize(
    "value",
    ["1 in 4", "24/7", "2019", "#1", "No. 1", "2–3 days", "unbelievable", "", "4.8/5 ★", "1st", "1:30", "v2.1.3"],
)
def test_what_can_not_count_is_shown_as_it_is(value: str):
    assert figure(value) is None


def test_counting_starts_at_the_first_figure_and_keeps_its_form():
    made = figure("12 → 48 %")
    assert made is not None
    assert [made.written(t) for t in (0.0, 0.5, 1.0)] == ["12", "30", "48"]
    money = figure("$12,345.60")
    assert money is not None
    assert money.written(0.1) == "1,234.56"
    german = figure("1.284,50 €")
    assert german is not None
    assert german.end == 1284.5
    arabic = figure("٪٤٨")
    assert arabic is not None
    assert arabic.written(0.5) == "٢٤"


def test_only_a_percentage_of_a_whole_is_a_share():
    shares = [made.share for value in ("48 %", "120 %", "+12 %", "48", "0.5%") if (made := figure(value)) is not None]
    assert shares == [0.48, None, None, None, 0.005]


@pytest.mark.parametrize("value", ["1,184 teams", "$1.7m", "٪٤٨"])
def test_nothing_but_digits_moves_while_a_figure_counts(value: str):
    look, format = LOOKS["mono"], small("16:9", 270)
    enlist(look.fonts)
    set_ = Setting(StatisticClip(value, "", "", 0, AREAS["16:9"], 0, 90), look, format, value)
    counter = Counter(value, 900.0, (160,), set_.heading("#000000"), set_, "#888888")
    frames = []
    for t in (0.9, 0.94, 0.97, 1.0):
        pixels = np.zeros((120, 400, 4), np.uint8)
        canvas = surface(pixels).getCanvas()
        canvas.scale(format.scale, format.scale)
        counter.paint(canvas, 100.0, 300.0, t)
        frames.append(pixels[..., 3])
    still = [cell for cell in counter._cells if not cell.counts and cell.text.strip()]
    assert still
    for cell in still:
        left, right = (
            round((100.0 + x) * format.scale) for x in (cell.x + 0.1 * cell.width, cell.x + 0.9 * cell.width)
        )
        assert all(np.array_equal(frame[:, left:right], frames[-1][:, left:right]) for frame in frames)
    assert not np.array_equal(frames[0], frames[-1])


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=24), st.integers(3, 8), st.booleans())
def test_a_scale_holds_all_values_in_few_nice_steps(values: list[float], ticks: int, zero: bool):
    scale = nice_scale(values, ticks, zero=zero)
    slack = 1e-6 * max(1.0, *(abs(value) for value in values))
    assert scale.low <= min(values) + slack
    assert scale.high >= max(values) - slack
    assert 2 <= len(scale.ticks) <= 2 * ticks + 2
    lead = scale.step / 10.0 ** np.floor(np.log10(scale.step) + 1e-9)
    assert min(abs(lead - nice) for nice in (1, 2, 5, 10)) < 1e-6
    if zero:
        assert scale.low <= 0.0 <= scale.high


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=12))
def test_a_line_rises_and_falls_only_where_its_values_do(values: list[float]):
    bends = slopes(values)
    for i, (a, b) in enumerate(pairwise(values)):
        u = np.linspace(0, 1, 21)
        y = ((2 * u**3 - 3 * u**2 + 1) * a + (u**3 - 2 * u**2 + u) * bends[i] + (3 * u**2 - 2 * u**3) * b
             + (u**3 - u**2) * bends[i + 1])  # fmt: skip
        steps = np.diff(y) * np.sign(b - a)
        assert (steps >= -1e-6 * max(1.0, abs(b - a))).all()


def test_values_are_written_with_their_unit():
    assert written(1200000, "$", 0) == "$1\u202f200\u202f000"
    assert written(-4.25, "%", 1) == "−4.2\u202f%"
    assert written(3, "x", 0) == "3x"
    assert written(-0.001, "", 1) == "0.0"
    assert written(7, "$m", 0) == "$7m"
    assert (decimals([1.0, 2.0]), decimals([1.5]), decimals([1 / 3])) == (0, 1, 2)


def test_only_shares_of_a_whole_are_a_ring():
    assert fits_donut((Datum("a", 1), Datum("b", 2)))
    assert not fits_donut((Datum("a", -1), Datum("b", 2)))
    assert not fits_donut(tuple(Datum(str(i), 1) for i in range(7)))
    assert not fits_donut((Datum("a", 0), Datum("b", 0)))


def test_dates_are_taken_off_where_all_entries_begin_with_one():
    entries = [Item("2016 Founded in Graz", 0), Item("March 2019: 100 customers", 0), Item("Q1 2022 – Vienna", 0)]
    assert dated(entries) == [("2016", "Founded in Graz"), ("March 2019", "100 customers"), ("Q1 2022", "Vienna")]
    assert dated([*entries, Item("Then more", 0)])[0] == ("", "2016 Founded in Graz")
    assert dated([Item("2000 customers", 0)]) == [("", "2000 customers")]


def test_quotation_marks_round_the_whole_quote_are_left_to_the_large_one():
    assert unquoted("“Simply great.”") == "Simply great."
    assert unquoted("„Einfach gut.“") == "Einfach gut."
    assert unquoted("“Yes” is not “no”") == "“Yes” is not “no”"
    assert unquoted("No marks") == "No marks"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=60))
def test_highlighting_loses_nothing_of_a_line(line: str):
    assert "".join(text for text, _ in tokens(line)) == line


def test_code_is_told_apart_and_fits_its_window():
    kinds = dict(tokens('return total + 12  # "all" of it'))
    assert kinds["return"] == "keyword"
    assert kinds["12"] == "number"
    assert kinds['# "all" of it'] == "comment"
    rows = lines_of("    a = 1\n    if a:\n\t    b = " + "x" * 90, 6, 40)
    assert rows[0] == "a = 1"
    assert all(len(row) <= 40 for row in rows)
    assert lines_of("a\n" * 50, 5, 40)[-1] == "…"

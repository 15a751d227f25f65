"""Numbers as words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.speech.reading.number_words import cardinal, digits, foreign_cardinal, fraction, number, ordinal, year


@given(st.integers(-(10**14), 10**14))
def test_numbers_are_plain_words_and_differ(value: int) -> None:
    said = cardinal(value)
    assert all(word.isalpha() and word.islower() for word in said)
    assert said != cardinal(value + 1)
    assert "and" not in said


@pytest.mark.parametrize(
    ("value", "said"),
    [(1999, "nineteen ninety nine"), (2000, "two thousand"), (2009, "two thousand nine"), (2010, "twenty ten"),
     (1066, "ten sixty six"), (1805, "eighteen oh five"), (800, "eight hundred")],
)  # fmt: skip
def test_years(value: int, said: str) -> None:
    assert " ".join(year(value)) == said


def test_ranks_and_parts() -> None:
    assert ordinal(21) == ["twenty", "first"]
    assert fraction(1, 4) == ["one", "quarter"] and fraction(5, 8) == ["five", "eighths"]


def test_a_number_too_long_to_say_is_read_digit_by_digit() -> None:
    assert cardinal(10**20) == digits("1" + "0" * 20)
    assert number("12345678901234567890") == digits("12345678901234567890")


def test_a_language_nobody_can_count_in_is_left_alone() -> None:
    assert foreign_cardinal(5, "xx") is None
    assert foreign_cardinal(10**30, "es") is None
    assert foreign_cardinal(5, "pt-br") == ["cinco"]

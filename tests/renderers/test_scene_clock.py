"""The clock of a scene never stands or runs back, and shows the same when a line begins, whatever was said before."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from renderers.scene_clock import CATCHING_UP, LONG, ROUND, clock_at, frames_at, picture_clock, picture_run

lines = st.lists(st.integers(15, 400), min_size=0, max_size=6).map(lambda lengths: tuple(accumulate(lengths)))


def _numbers(first: float, last: float) -> np.ndarray:
    return np.arange(first, last, dtype=np.float64)


def test_without_marks_the_clock_shows_the_frame() -> None:
    assert np.array_equal(clock_at((), _numbers(-12, 400)), _numbers(-12, 400))
    assert picture_run((), -12, 90) == tuple(range(-12, 90))


@given(lines)
def test_it_always_moves_on_and_never_jumps(marks: tuple[int, ...]) -> None:
    shown = clock_at(marks, _numbers(-30, (marks[-1] if marks else 0) + 90))
    assert shown[:31].tolist() == list(range(-30, 1))
    # The slowest and the fastest are the shortest lines, which come to a whole round number.
    assert np.diff(shown).min() > 0.2
    assert np.diff(shown).max() < 2.6


@given(lines.filter(bool), st.integers(-15, 15))
def test_a_long_line_that_lasts_a_little_longer_mostly_leaves_what_comes_after(marks: tuple[int, ...], by: int) -> None:
    after = _numbers(0, 120)
    length = marks[0]
    moved = tuple(mark + by for mark in marks)
    before, later = clock_at(marks, marks[0] + after), clock_at(moved, moved[0] + after)
    assert before[0] % (ROUND // 2) == 0
    same = (length + ROUND // 2) // ROUND == (length + by + ROUND // 2) // ROUND
    if same and min(length, length + by) >= LONG:
        assert np.array_equal(before, later)


@given(lines, st.floats(0, 1200))
def test_the_frame_of_what_the_clock_shows_is_found(marks: tuple[int, ...], shown: float) -> None:
    last = (marks[-1] if marks else 0) + 300
    found = frames_at(marks, np.array([shown]), last)
    assert abs(clock_at(marks, found)[0] - shown) < 0.1


def test_pictures_are_those_of_whole_frames_and_a_line_begins_with_its_own() -> None:
    marks = (150, 345)
    run = picture_run(marks, 0, 400)
    assert [picture_clock(marks, n) for n in range(400)] == list(run)
    assert run[: 150 - CATCHING_UP] == tuple(range(150 - CATCHING_UP))
    assert run[150] % ROUND == 0
    assert list(np.diff(run[150 : 345 - CATCHING_UP])) == [1] * (195 - CATCHING_UP - 1)

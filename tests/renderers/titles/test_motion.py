from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers import motion
from renderers.titles.staging import Staging

CURVES = [
    motion.ease_out_cubic,
    motion.ease_out_expo,
    motion.ease_in,
    motion.ease_in_out,
    motion.ease_in_out_cubic,
    motion.ease_out_quint,
    motion.emphasized_out,
    motion.emphasized_in,
    motion.expressive_out,
]


@pytest.mark.parametrize("curve", CURVES)
def test_curves_run_from_nought_to_one_and_never_turn(curve):
    values = [curve(i / 100) for i in range(101)]
    assert values[0] == 0
    assert values[-1] == 1
    assert values == sorted(values)


def test_entering_starts_fast_and_leaving_starts_slow():
    assert motion.ease_out_expo(0.3) > motion.ease_out_cubic(0.3) > 0.5 > motion.ease_in(0.3)


def test_an_overshoot_goes_a_tenth_past_its_goal_and_comes_back():
    values = [motion.ease_out_back(i / 100) for i in range(101)]
    assert (values[0], values[-1]) == (0, 1)
    assert max(values) == pytest.approx(1.1, abs=0.01)
    turn = values.index(max(values))
    assert values[:turn] == sorted(values[:turn])
    assert values[turn:] == sorted(values[turn:], reverse=True)


def test_a_bezier_is_the_one_of_css():
    # cubic-bezier(0.25, 0.1, 0.25, 1), the `ease` of CSS, at a quarter, a half and three quarters of the time.
    ease = motion.bezier(0.25, 0.1, 0.25, 1.0)
    assert [ease(t) for t in (0.25, 0.5, 0.75)] == pytest.approx([0.4085, 0.8024, 0.9605], abs=1e-3)
    linear = motion.bezier(1 / 3, 1 / 3, 2 / 3, 2 / 3)
    assert [linear(t / 7) for t in range(8)] == pytest.approx([t / 7 for t in range(8)])


def test_progress_and_frames():
    assert [motion.progress(n, 10, 4) for n in (9, 10, 12, 14, 20)] == [0, 0, 0.5, 1, 1]
    assert [motion.progress(n, 10, 0) for n in (9, 10)] == [0, 1]
    assert motion.frames(0.5, Fraction(25)) == 12
    assert motion.frames(0.001, Fraction(24)) == 1


def test_times_lie_in_the_art_directions_ranges():
    assert 0.4 <= motion.ENTER <= 0.6
    assert 0.25 <= motion.EXIT <= 0.35
    assert 0.06 <= motion.STAGGER <= 0.09
    assert 24 <= motion.TRAVEL <= 48


@given(st.integers(1, 400), st.integers(1, 8), st.booleans())
def test_every_stay_has_rest_and_each_part_arrives_before_it(duration: int, parts: int, lasting: bool):
    staging = Staging(7, duration, parts, 16.5, 9.0, 2.4, lasting=lasting, after=30)
    keys = {n: staging.key(n) for n in range(-5, duration + 60)}
    seen = [n for n, key in keys.items() if key is not None]
    assert seen == list(range(7, 7 + duration + (30 if lasting else 0)))
    resting = [n for n in seen if keys[n] == "rest"]
    assert resting or duration < 4
    assert all(staging.entered(n, parts - 1) == 1 and staging.left(n) == 0 for n in resting)

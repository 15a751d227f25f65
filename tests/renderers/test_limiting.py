"""The limiter: nothing over the ceiling, nothing touched below it, no movement in the stereo picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.limiting import AHEAD, HOP, MEMORY, apply_curve, curve_between, limit, limiting_curve
from renderers.loudness import true_peak


def _noise(seed=1, seconds=1.0, level=0.2):
    random = np.random.default_rng(seed)
    return (random.standard_normal((int(seconds * 48_000), 2)) * level).astype(np.float32)


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(0, 10_000), level=st.floats(0.01, 1.5), ceiling=st.floats(-12, -0.1), length=st.integers(1, 20_000)
)
def test_no_peak_exceeds_the_ceiling(seed, level, ceiling, length):
    random = np.random.default_rng(seed)
    sound = (random.standard_normal((length, 2)) * level).astype(np.float32)
    assert true_peak(limit(sound, ceiling)) <= ceiling + 0.01


def test_a_peak_between_samples_is_held_back_too():
    tone = np.sin(2 * np.pi * 12_000 * np.arange(24_000) / 48_000 + np.pi / 4)
    sound = np.stack([tone, tone], axis=1).astype(np.float32)
    assert np.abs(sound).max() < 10 ** (-2 / 20), "its samples alone stay under the ceiling"
    assert true_peak(limit(sound, -2)) <= -1.99


def test_sound_under_the_ceiling_is_untouched_and_not_the_same_array():
    sound = _noise(level=0.05)
    limited = limit(sound, -1)
    assert np.array_equal(limited, sound)
    assert limited is not sound


def test_only_the_surroundings_of_a_peak_change():
    sound = _noise(level=0.05)
    sound[24_000] = 2.0
    limited = limit(sound, -1)
    assert np.array_equal(limited[:23_000], sound[:23_000])
    ratio = np.abs(limited[40_000:] / sound[40_000:])
    assert np.all(ratio > 0.9)


def test_both_channels_get_the_same_gain():
    sound = _noise(level=0.05)
    sound[10_000, 0] = 1.8
    limited = limit(sound, -1)
    gains = limited / sound
    assert np.allclose(gains[:, 0], gains[:, 1], rtol=1e-4)
    assert gains.min() < 0.6


def test_can_work_in_place():
    sound = _noise(level=0.6)
    expected = limit(sound, -3)
    assert limit(sound, -3, out=sound) is sound
    assert np.array_equal(sound, expected)


def test_a_curve_is_read_at_the_middles_of_its_hops_whatever_the_piece():
    curve = np.linspace(0, 1, 40, dtype=np.float32)
    whole = curve_between(curve, HOP, 0, 40 * HOP)
    assert np.allclose(curve_between(curve, HOP, 100, 333), whole[100:333], atol=1e-6)
    assert (whole[7] + whole[8]) / 2 == pytest.approx(curve[0], abs=1e-3)
    ones = np.ones((40 * HOP, 2), np.float32)
    apply_curve(ones, curve)
    assert np.allclose(ones[:, 0], whole)


def test_the_curve_is_the_same_bits_wherever_it_begins_and_whatever_was_long_ago():
    random = np.random.default_rng(4)
    peaks = random.uniform(0, 1.4, 60_000).astype(np.float32)
    other = peaks.copy()
    other[:20_000] = random.uniform(0, 2, 20_000)
    whole = limiting_curve(peaks, 0.9)
    assert whole.min() < 0.7
    assert np.array_equal(limiting_curve(other, 0.9)[20_000 + MEMORY :], whole[20_000 + MEMORY :])
    assert np.array_equal(limiting_curve(peaks[7_001:], 0.9)[MEMORY:], whole[7_001 + MEMORY :])
    assert np.array_equal(limiting_curve(peaks[:30_000], 0.9)[:-AHEAD], whole[: 30_000 - AHEAD])


def test_a_reduction_is_over_after_a_while():
    peaks = np.zeros(MEMORY + 200, np.float32)
    peaks[50] = 3.0
    curve = limiting_curve(peaks, 0.9)
    assert curve[50] < 0.31
    assert np.all(curve[50 + MEMORY :] == 1)


def test_a_curve_is_made_in_parts_that_join_to_the_last_bit(monkeypatch):
    peaks = (2 * np.random.default_rng(6).random(30_000) ** 500).astype(np.float32)
    whole = limiting_curve(peaks, 0.7)
    monkeypatch.setattr("renderers.limiting._CHUNK", 1000)
    assert np.array_equal(limiting_curve(peaks, 0.7), whole)
    assert whole.min() < 0.5 < whole.max()

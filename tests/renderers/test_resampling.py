"""Any rate to 48 kHz: exact length, no delay, no distortion to speak of."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.resampling import to_48k

RATES = [8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 96_000]


@pytest.mark.parametrize("rate", RATES)
def test_a_tone_stays_the_same_tone_at_the_same_time(rate):
    tone = np.sin(2 * np.pi * 1000 * np.arange(rate) / rate).astype(np.float32)
    made = to_48k(tone, rate)
    expected = np.sin(2 * np.pi * 1000 * np.arange(48_000) / 48_000)
    assert np.abs(made - expected)[4000:-4000].max() < 1e-4


def test_what_48_khz_can_not_hold_is_removed_not_folded():
    tone = np.sin(2 * np.pi * 30_000 * np.arange(96_000) / 96_000).astype(np.float32)
    assert np.abs(to_48k(tone, 96_000)[2000:-2000]).max() < 1e-4


@settings(max_examples=40, deadline=None)
@given(length=st.integers(0, 3000), rate=st.sampled_from([*RATES, 48_000, 11_025]))
def test_the_length_is_exact_and_the_type_float32(length, rate):
    made = to_48k(np.ones(length, np.float32), rate)
    assert len(made) == round(length * 48_000 / rate)
    assert made.dtype == np.float32


def test_48_khz_passes_through_unchanged():
    sound = np.random.default_rng(1).standard_normal(500).astype(np.float32)
    assert np.array_equal(to_48k(sound, 48_000), sound)


def test_bad_input_is_refused_in_words():
    with pytest.raises(ValueError, match="0 Hz"):
        to_48k(np.zeros(4, np.float32), 0)
    with pytest.raises(ValueError, match=r"[Mm]ono"):
        to_48k(np.zeros((4, 2), np.float32), 16_000)

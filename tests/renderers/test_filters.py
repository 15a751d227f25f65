"""The filters against scipy's: equal to the last bits of a float."""

from __future__ import annotations

import sys
from fractions import Fraction
from subprocess import run

import numpy as np
import pytest
from scipy.ndimage import minimum_filter1d
from scipy.signal import butter, firwin, resample_poly, sosfilt

from renderers.filters import band_pass, filter_from_silence, high_pass, running_minimum
from renderers.resampling import to_48k

RATE = 48_000


@pytest.fixture
def noise():
    return np.random.default_rng(4).standard_normal((2, 30_000)) * 0.2


def test_the_high_pass_is_a_butterworth(noise):
    expected = sosfilt(butter(2, 70, "highpass", fs=RATE, output="sos"), noise)
    assert np.abs(filter_from_silence(noise, high_pass(70.0, RATE, 2400)) - expected).max() < 1e-7


def test_the_band_pass_is_one_in_its_middle_and_two_octaves_out_less():
    times = np.arange(RATE) / RATE
    levels = {}
    for frequency in (500, 2000, 8000):
        tone = np.sin(2 * np.pi * frequency * times)[None]
        made = filter_from_silence(tone, band_pass(2000.0, 0.7, RATE, 256))[0, 4800:]
        levels[frequency] = np.abs(made).max()
        if frequency == 2000:
            assert np.abs(made - tone[0, 4800:]).max() < 1e-6, "neither delayed nor turned"
    assert levels[500] == pytest.approx(levels[8000], rel=0.25)
    assert levels[500] < 0.4


@pytest.mark.parametrize("length", [1, 5, 33, 4000])
@pytest.mark.parametrize("reach", [0, 1, 16])
def test_the_running_minimum_is_scipys(length, reach):
    values = np.random.default_rng(length).random(length)
    assert np.array_equal(running_minimum(values, reach), minimum_filter1d(values, 2 * reach + 1, mode="nearest"))


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 32_000, 44_100, 96_000])
@pytest.mark.parametrize("length", [1, 77, 20_001])
def test_resampling_is_scipys_polyphase_filter(rate, length):
    sound = (np.random.default_rng(rate).standard_normal(length) * 0.2).astype(np.float32)
    ratio = Fraction(RATE, rate)
    widest = max(ratio.numerator, ratio.denominator)
    taps = firwin(64 * widest + 1, 0.955 / widest, window=("kaiser", 9.5))
    expected = resample_poly(sound.astype(np.float64), ratio.numerator, ratio.denominator, window=taps)
    made = to_48k(sound, rate)
    assert np.abs(made - expected[: len(made)]).max(initial=0) < 1e-6


def test_mixing_speech_needs_no_scipy():
    code = """
import sys
import numpy as np
from renderers.mixing import mix
from renderers.resampling import to_48k
voice = to_48k((np.random.default_rng(1).standard_normal(32_000) * 0.3).astype(np.float32), 32_000)
assert np.abs(mix([(4800, voice)], np.zeros((96_000, 2), np.float32) + 0.01, 96_000)).max() > 0.1
assert "scipy" not in sys.modules
"""
    assert run([sys.executable, "-c", code], check=False).returncode == 0

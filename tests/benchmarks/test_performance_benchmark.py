"""The measures of performances tell what they measure from what they do not."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from renderers.avatar import Performance
from renderers.avatar.channels import CHANNELS
from renderers.avatar.measures import alignment, blinks, energy_ratio, offset, self_similarity

TIMES = (np.arange(3600) + 0.5) / 30


def _performance(**curves: np.ndarray) -> Performance:
    still = {name: np.full(len(TIMES), channel.rest, np.float32) for name, channel in CHANNELS.items()}
    return Performance(len(TIMES), Fraction(30), {**still, **{n: c.astype(np.float32) for n, c in curves.items()}})


def test_movements_on_words_are_told_from_movements_anywhere() -> None:
    throw = np.random.default_rng(2)
    words = np.sort(throw.uniform(0, 120, 90))
    on, p_on = alignment(np.sort(words[::2] + throw.normal(0, 0.04, 45)), words, 120.0)
    off, p_off = alignment(np.sort(throw.uniform(0, 120, 45)), words, 120.0)
    assert on > 0.8 > off and p_on < 0.01 < p_off


def test_a_loop_is_alike_and_noise_is_not() -> None:
    throw = np.random.default_rng(3)
    once = np.cumsum(throw.normal(size=300))
    assert self_similarity([np.tile(once, 12)]) > 0.95
    # What one curve repeats is less of a pose the more its others do.
    assert self_similarity([np.tile(once, 12), *throw.normal(size=(9, 3600))]) < 0.3


def test_lips_that_are_late_are_found_late() -> None:
    voice = np.convolve(np.random.default_rng(4).normal(size=12_000), np.hanning(12), "same")
    for late in (-0.05, 0.0, 0.08):
        lips = np.interp(TIMES, np.arange(len(voice)) / 100 + late, voice)
        assert abs(offset(voice, lips, TIMES) - late * 1000) < 8


def test_blinks_are_counted_and_lasting_motion_is_even() -> None:
    at = (TIMES % 4.0) < 0.15
    rate, variation = blinks([_performance(blink_left=at.astype(float))])
    assert abs(rate - 15) < 0.6 and variation < 0.05
    wave = np.sin(2 * np.pi * 0.5 * TIMES)
    assert abs(energy_ratio([_performance(yaw=10 * wave)]) - 1) < 0.05
    assert energy_ratio([_performance(yaw=10 * wave * (TIMES < 60))]) < 0.05

"""Loudness and true peak against the standard, against another meter, and at the edges."""

from __future__ import annotations

import math

import numpy as np
import pyloudnorm
import pytest

from renderers.loudness import Energies, gate, integrated, measure_energies, true_peak


def _sine(frequency, seconds=3.0, level=1.0, rate=48_000, phase=0.0):
    return (level * np.sin(2 * np.pi * frequency * np.arange(int(seconds * rate)) / rate + phase)).astype(np.float32)


def test_full_scale_sine_in_one_channel_reads_as_the_standard_says():
    tone = _sine(997)
    assert integrated(np.stack([tone, np.zeros_like(tone)], axis=1)) == pytest.approx(-3.01, abs=0.02)
    assert integrated(tone) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_agrees_with_another_meter_on_sound_with_pauses(rate):
    random = np.random.default_rng(5)
    sound = random.standard_normal((rate * 7, 2)) * 0.1
    sound[rate * 2 : rate * 4] *= 0.003
    expected = pyloudnorm.Meter(rate, filter_class="DeMan").integrated_loudness(sound)
    assert integrated(sound.astype(np.float32), rate) == pytest.approx(expected, abs=0.02)


def test_length_does_not_change_what_is_read():
    tone = np.stack([_sine(440, 1.0)] * 2, axis=1) * np.float32(0.1)
    assert integrated(np.tile(tone, (30, 1))) == pytest.approx(integrated(np.tile(tone, (3, 1))), abs=0.01)


def test_sound_shorter_than_a_gating_block_is_still_measured():
    short = np.stack([_sine(997, 0.1)] * 2, axis=1)
    assert integrated(short) == pytest.approx(0.0, abs=0.3)


@pytest.mark.parametrize("samples", [0, 1, 100, 48_000])
def test_silence_has_no_loudness_and_no_peak(samples):
    silence = np.zeros((samples, 2), np.float32)
    assert integrated(silence) == -math.inf
    assert true_peak(silence) == -math.inf


def test_what_is_below_the_absolute_gate_counts_for_nothing():
    assert gate(np.array([10**-7.1] * 9)) == -math.inf
    loud = gate(np.array([0.1, 0.1]))
    assert gate(np.array([0.1, 0.1, 1e-9, 1e-9])) == pytest.approx(loud)
    assert gate(np.array([0.1, 0.1, 0.002])) == pytest.approx(loud), "more than 10 LU below the rest"


def test_energies_tell_loudness_after_a_gain():
    tone = np.stack([_sine(300, 2.0, 0.2)] * 2, axis=1)
    energies = measure_energies(tone)
    assert isinstance(energies, Energies)
    assert energies.loudness(0.25) == pytest.approx(integrated(tone * np.float32(0.5)), abs=1e-3)


def test_a_peak_between_samples_is_found():
    tone = _sine(12_000, 0.5, phase=np.pi / 4)
    tone *= np.hanning(len(tone)).astype(np.float32)
    assert 20 * math.log10(np.abs(tone).max()) == pytest.approx(-3.01, abs=0.02)
    assert true_peak(tone) == pytest.approx(0.0, abs=0.1)
    assert true_peak(np.stack([tone * 0, tone], axis=1)) == pytest.approx(0.0, abs=0.1)


def test_true_peak_is_that_of_the_loudest_place_wherever_it_lies():
    random = np.random.default_rng(2)
    sound = (random.standard_normal((60_000, 2)) * 0.02).astype(np.float32)
    for place in (0, 4095, 4096, 30_001, 59_999):
        loud = sound.copy()
        loud[place, 1] = 0.9
        assert 20 * math.log10(0.9) - 1e-4 <= true_peak(loud) < 0.6

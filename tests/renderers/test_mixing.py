"""The mix: loudness and peak on target, music that makes room for words, and no trouble with little or no sound."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pytest
from scipy.signal import butter, sosfilt

from renderers.ducking import CONTROL_RATE, duck, find_speech
from renderers.loudness import integrated, true_peak
from renderers.mixing import measure_mix, mix

RATE = 48_000


def _speech(seconds, seed=1):
    """Bursts of voiced sound, five in two seconds, with the uneven level and the high peaks of speech."""
    random = np.random.default_rng(seed)
    times = np.arange(int(seconds * RATE)) / RATE
    pitch = np.cumsum(120 + 20 * np.sin(2 * np.pi * 0.7 * times)) / RATE
    voiced = sum(np.sin(2 * np.pi * pitch * k) / k for k in range(1, 25))
    syllables = np.clip(np.sin(2 * np.pi * 2.5 * times), 0, 1) ** 0.5 * (0.6 + 0.4 * random.random())
    return (0.12 * voiced * syllables).astype(np.float32)


def _music(seconds, level=0.1, seed=2):
    random = np.random.default_rng(seed)
    noise = random.standard_normal((int(seconds * RATE), 2))
    return (level * sosfilt(butter(1, 900, fs=RATE, output="sos"), noise, axis=0)).astype(np.float32)


@lru_cache(maxsize=1)
def _programme(seconds=11):
    """Speech from 3 to 6 and from 6.4 to 9 s over music all along."""
    return [(3 * RATE, _speech(3)), (int(6.4 * RATE), _speech(2.6, 3))], _music(seconds), seconds * RATE


def _level(samples, start, end):
    return integrated(samples[int(start * RATE) : int(end * RATE)])


@pytest.mark.parametrize("target", [-14.0, -16.0, -23.0])
@pytest.mark.parametrize("parts", ["both", "voice", "bed"])
def test_loudness_and_true_peak_meet_their_targets(target, parts):
    voice, bed, samples = _programme()
    heard = (voice if parts != "bed" else [], bed if parts != "voice" else None)
    out = mix(*heard, samples, loudness=target, ceiling=-1.0)
    assert out.shape == (samples, 2)
    assert out.dtype == np.float32
    assert integrated(out) == pytest.approx(target, abs=0.3)
    assert true_peak(out) <= -1.29


def test_a_low_ceiling_is_kept():
    voice, bed, samples = _programme()
    out = mix(voice, bed, samples, loudness=-14, ceiling=-6)
    assert true_peak(out) <= -6.29
    assert integrated(out) == pytest.approx(-14, abs=1.0)


def test_music_lies_14_to_18_below_the_voice_and_rises_alone():
    voice, bed, samples = _programme()
    measures = measure_mix(voice, bed, samples)
    assert measures.voice_to_bed_db is not None
    assert measures.bed_rise_db is not None
    assert 14 <= measures.voice_to_bed_db <= 18
    assert 7 <= measures.bed_rise_db <= 14
    assert measures.loudness == pytest.approx(-14, abs=0.3)
    assert measures.true_peak <= -1.29
    assert 0.2 < measures.speech_share < 0.6


def test_the_ratio_does_not_depend_on_how_loud_the_sources_are():
    voice, bed, samples = _programme()
    quiet = [(at, piece * np.float32(0.2)) for at, piece in voice]
    for pieces, music in ((quiet, bed), (voice, bed * np.float32(0.1)), (quiet, bed * np.float32(3))):
        ratio = measure_mix(pieces, music, samples).voice_to_bed_db
        assert ratio is not None
        assert 14 <= ratio <= 18


def test_the_music_in_the_finished_sound_is_what_the_measures_say():
    voice, bed, samples = _programme()
    with_voice = mix(voice, bed, samples)
    away = _level(with_voice, 0.5, 2.5)
    voice_only = mix(voice, None, samples)
    factor = np.dot(with_voice[:, 0], voice_only[:, 0]) / np.dot(voice_only[:, 0], voice_only[:, 0])
    left = with_voice - voice_only * np.float32(factor)
    assert away - _level(left, 3.5, 5.5) > 5, "the music is clearly lower under the words than before them"


def test_music_gain_shifts_the_ratio():
    voice, bed, samples = _programme()
    usual = measure_mix(voice, bed, samples).voice_to_bed_db
    louder = measure_mix(voice, bed, samples, bed_gain=4).voice_to_bed_db
    assert usual is not None
    assert louder is not None
    assert usual - louder == pytest.approx(4, abs=0.2)


def test_the_band_of_consonants_is_taken_from_the_music_under_speech():
    voice, bed, samples = _programme()
    alone, under = mix([], bed, samples), mix(voice, bed, samples)
    voice_only = mix(voice, None, samples)[:, 0]
    span = slice(int(3.5 * RATE), int(5.5 * RATE))
    factor = np.dot(under[span, 0], voice_only[span]) / np.dot(voice_only[span], voice_only[span])
    rest = under[span, 1] - factor * voice_only[span]

    def share(sound):
        spectrum = np.abs(np.fft.rfft(sound)) ** 2
        steps = np.fft.rfftfreq(len(sound), 1 / RATE)
        band = spectrum[(steps > 1500) & (steps < 2700)].sum()
        return 10 * math.log10(band / spectrum[(steps > 200) & (steps < 500)].sum())

    assert share(rest) < share(alone[span, 1]) - 2


def _gain(pauses, seconds=20):
    """The music's gain for speech that fills everything but the pauses (start, end)."""
    power = np.full(seconds * CONTROL_RATE, 0.01)
    for start, end in pauses:
        power[round(start * CONTROL_RATE) : round(end * CONTROL_RATE)] = 0
    flat = np.full(len(power), 0.001)
    speaking = find_speech(power)
    return duck(power, flat, flat, speaking, np.zeros(len(power)), 0.0).gain


def test_music_falls_before_the_first_word_and_is_down_when_it_comes():
    gain = _gain([(0, 5), (15, 20)])
    at = [round(s * CONTROL_RATE) for s in (4.6, 4.85, 4.97)]
    full, falling, down = gain[at]
    assert full == pytest.approx(gain[0])
    assert down < falling < full
    assert down == pytest.approx(gain[10 * CONTROL_RATE], abs=0.5)


def test_music_rises_over_half_a_second_after_the_last_word():
    gain = _gain([(0, 5), (15, 20)])
    half = (gain[-1] + gain[10 * CONTROL_RATE]) / 2
    crossing = 15 + np.argmax(gain[15 * CONTROL_RATE :] > half) / CONTROL_RATE
    assert 15.2 < crossing < 15.8


def test_music_does_not_pump_between_words():
    gain = _gain([(0, 2), (5, 5.4), (7, 7.9), (9, 9.2), (15, 20)])
    under = gain[round(2.1 * CONTROL_RATE) : round(14.9 * CONTROL_RATE)]
    assert np.ptp(under) < 0.01


def test_music_rises_less_in_a_short_pause_than_in_a_long_one():
    gain = _gain([(0, 1), (4, 5.8), (9, 14), (18, 20)])
    low = gain[2 * CONTROL_RATE]
    short = gain[4 * CONTROL_RATE : 6 * CONTROL_RATE].max() - low
    long = gain[9 * CONTROL_RATE : 14 * CONTROL_RATE].max() - low
    assert 2 < short < 0.7 * long


def test_gain_never_jumps():
    gain = _gain([(0, 3), (5, 6.5), (9, 14), (18, 20)])
    assert np.abs(np.diff(gain)).max() < 1.0, "dB in 5 ms"


@pytest.mark.parametrize("samples", [0, 1, 239, 480, 5_000, 100_001])
def test_without_any_sound_there_is_silence(samples):
    for bed in (None, np.zeros((samples, 2), np.float32)):
        out = mix([], bed, samples)
        assert out.shape == (samples, 2)
        assert not out.any()
        measures = measure_mix([], bed, samples)
        assert measures.voice_to_bed_db is None
        assert measures.loudness == -math.inf


@pytest.mark.parametrize("seconds", [0.005, 0.02, 0.1, 0.5, 1.0])
def test_very_short_programmes_are_mixed(seconds):
    samples = int(seconds * RATE)
    out = mix([(0, _speech(1.0))], _music(1.0), samples)
    assert out.shape == (samples, 2)
    assert np.all(np.isfinite(out))
    assert true_peak(out) <= -1.29


def test_what_lies_outside_the_programme_is_cut():
    voice = [(-RATE, _speech(2)), (4 * RATE, _speech(3)), (9 * RATE, _speech(1))]
    out = mix(voice, _music(20), 5 * RATE)
    assert out.shape == (5 * RATE, 2)
    assert integrated(out) == pytest.approx(-14, abs=0.3)


def test_a_short_bed_is_followed_by_silence_without_a_click():
    out = mix([], _music(2), 4 * RATE)
    assert not out[2 * RATE + 8000 :].any()
    assert np.abs(np.diff(out[2 * RATE - 50 : 2 * RATE + 50], axis=0)).max() < 0.05


def test_programme_begins_and_ends_at_nothing():
    voice, bed, samples = _programme()
    out = mix(voice, bed, samples)
    assert np.abs(out[0]).max() == 0
    assert np.abs(out[:40]).max() < 0.05
    assert np.abs(out[-40:]).max() < 0.05


def test_voice_is_in_the_middle_and_overlapping_pieces_add_up():
    piece = _speech(2)
    out = mix([(0, piece), (RATE, piece)], None, 3 * RATE)
    assert np.array_equal(out[:, 0], out[:, 1])
    assert _level(out, 1.0, 2.0) > -40


def test_integer_and_mono_beds_mix_like_floats():
    voice, bed, samples = _programme()
    integers = np.round(bed * 32_767).astype(np.int16)
    assert np.abs(mix(voice, integers, samples) - mix(voice, bed, samples)).max() < 0.01
    mono = bed[:, 0].copy()
    assert np.array_equal(mix(voice, mono, samples), mix(voice, np.stack([mono, mono], axis=1), samples))


def test_same_input_same_bits_and_inputs_are_left_alone():
    voice, bed, samples = _programme()
    before = bed.copy(), voice[0][1].copy()
    first, second = mix(voice, bed, samples), mix(voice, bed, samples)
    assert np.array_equal(first, second)
    assert np.array_equal(bed, before[0])
    assert np.array_equal(voice[0][1], before[1])


def test_bad_input_is_refused_in_words():
    with pytest.raises(ValueError, match="length"):
        mix([], None, -1)
    with pytest.raises(ValueError, match="mono"):
        mix([(0, np.zeros((10, 2), np.float32))], None, 100)

"""Chords read right, and voices that move as singers would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.music.harmony import lead_voices, nearest, read_chord, scale

NUMERALS = "I Iadd9 Imaj9 ii7 iii7 IV iv6 IVmaj7 V Vsus4 V9sus4 vi7 bVI bVIIadd9 v7".split()


@pytest.mark.parametrize(
    ("numeral", "tonic", "tones", "bass"),
    [
        ("I", 0, {0, 4, 7}, 0),
        ("vi7", 0, {9, 0, 4, 7}, 9),
        ("V/VII", 0, {7, 11, 2}, 11),
        ("bVI", 9, {5, 9, 0}, 5),
        ("IVadd9", 2, {7, 11, 2, 9}, 7),
        ("iv6", 0, {5, 8, 0, 2}, 5),
        ("Vsus4", 5, {0, 5, 7}, 0),
        ("I/III", 7, {7, 11, 2}, 11),
    ],
)
def test_roman_numerals_mean_what_musicians_mean(numeral, tonic, tones, bass):
    chord = read_chord(numeral, tonic)
    assert set(chord.tones) == tones
    assert chord.bass == bass


@pytest.mark.parametrize("wrong", ["", "H", "VIII", "Iblue", "IVX", "1", "I//V"])
def test_what_is_no_chord_is_refused(wrong):
    with pytest.raises(ValueError, match="."):
        read_chord(wrong, 0)


@given(st.lists(st.sampled_from(NUMERALS), min_size=2, max_size=12), st.integers(0, 11), st.sampled_from([3, 4]))
def test_voices_stay_in_range_apart_and_move_little(numerals, tonic, voices):
    previous = None
    for numeral in numerals:
        chord = read_chord(numeral, tonic)
        voicing = lead_voices(chord, previous, 53, 76, voices)
        assert len(voicing) == voices
        assert list(voicing) == sorted(set(voicing))
        assert all(pitch % 12 in chord.tones for pitch in voicing)
        assert voicing[0] >= 48
        assert voicing[-1] <= 83
        assert chord.colour in {pitch % 12 for pitch in voicing}
        assert 1 not in {upper - lower for lower, upper in zip(voicing, voicing[1:], strict=False)}
        if previous:
            moves = [abs(new - old) for new, old in zip(voicing, previous, strict=True)]
            assert max(moves) <= 9
            assert sum(moves) / voices <= 6
        previous = voicing


def test_a_common_tone_stays_where_it_is():
    first = lead_voices(read_chord("I", 0), None, 55, 74)
    second = lead_voices(read_chord("vi", 0), first, 55, 74)
    assert len(set(first) & set(second)) == 2


@given(st.integers(0, 11), st.floats(30, 90))
def test_the_nearest_pitch_is_of_the_class_and_within_half_an_octave(pitch_class, target):
    pitch = nearest(pitch_class, target)
    assert pitch % 12 == pitch_class
    assert abs(pitch - target) <= 6


def test_scales():
    assert set(scale(0, minor=True)) == set(scale(3, minor=False))
    assert set(scale(2, minor=False, pentatonic=True)) <= set(scale(2, minor=False))
    assert len(scale(2, minor=True, pentatonic=True)) == 5

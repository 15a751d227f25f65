"""Sounds and their mouth shapes."""

from __future__ import annotations

import pytest

from renderers.speech import Viseme
from renderers.speech.phones import ARPABET, IPA, arpabet_viseme, ipa_stress, ipa_viseme, is_vowel

VOWELS = "aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw".split()
CONSONANTS = "b ch d dh f g hh jh k l m n ng p r s sh t th v w y z zh".split()
FESTIVAL = [*VOWELS, *CONSONANTS, "pau"]


def test_every_sound_of_the_english_voices_has_a_shape() -> None:
    assert set(FESTIVAL) <= set(ARPABET)
    assert [symbol for symbol in FESTIVAL if ARPABET[symbol] is Viseme.SIL] == ["pau"]


@pytest.mark.parametrize(
    ("symbol", "viseme"),
    [("ˈeɪ", Viseme.E), ("dʒ", Viseme.CH), ("d͡ʒ", Viseme.CH), ("t", Viseme.DD), ("ts", Viseme.SS), ("ɑːɹ", Viseme.AA),
     ("mʲ", Viseme.PP), ("ɑ̃", Viseme.AA), ("ʁ", Viseme.RR), ("tʰ", Viseme.DD), ("ŋ", Viseme.NN), ("", Viseme.SIL),
     ("ä", Viseme.AA), ("ä", Viseme.AA), ("õ", Viseme.OH), ("ç", Viseme.CH), ("εː", Viseme.E), ("A", Viseme.AA)],
)  # fmt: skip
def test_ipa_is_read_by_its_first_sound(symbol: str, viseme: Viseme) -> None:
    assert ipa_viseme(symbol) is viseme


def test_both_alphabets_reach_every_shape_that_sounds() -> None:
    sounding = set(Viseme) - {Viseme.SIL}
    assert set(ARPABET.values()) - {Viseme.SIL} == sounding
    assert set(IPA.values()) == sounding


def test_lips_close_for_p_b_and_m_only() -> None:
    assert sorted(symbol for symbol, viseme in ARPABET.items() if viseme is Viseme.PP) == ["b", "m", "p"]


def test_stress_and_vowels() -> None:
    assert [ipa_stress(symbol) for symbol in ("ˈa", "ˌa", "a")] == [1, 2, 0]
    assert arpabet_viseme("AA1") is Viseme.AA and arpabet_viseme("??") is Viseme.SIL
    assert is_vowel("er", Viseme.RR) and not is_vowel("r", Viseme.RR)
    assert is_vowel("iy", Viseme.IH) and not is_vowel("y", Viseme.IH) and not is_vowel("w", Viseme.OU)

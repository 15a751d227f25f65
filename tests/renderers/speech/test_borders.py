"""Closures and short pauses found in the sound, and pronunciations in IPA for each engine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import Viseme
from renderers.speech.borders import settle_borders, settle_onsets
from renderers.speech.ipa import Syllable, made_name, to_arpabet, to_espeak
from renderers.speech.utterance import Segment

RATE = 16000


def _sound(silent: tuple[float, float]) -> np.ndarray:
    time = np.arange(RATE) / RATE
    made = 0.3 * np.sin(2 * np.pi * 150 * time)
    made[(time >= silent[0]) & (time < silent[1])] = 0.0
    return made


def _segments(second: str, token: int) -> list[Segment]:
    return [Segment("ə", 0.0, 0.5, Viseme.E, 0, 0), Segment(second, 0.5, 1.0, Viseme.KK, 0, token)]


def test_a_stop_begins_where_the_mouth_closes() -> None:
    first, second = settle_borders(_segments("k", 0), _sound((0.44, 0.5)), RATE)
    assert first.end == second.start == pytest.approx(0.44, abs=0.006)
    kept, _ = settle_borders(_segments("m", 0), _sound((0.44, 0.5)), RATE)
    assert kept.end == 0.5
    still, _ = settle_borders(_segments("k", 0), _sound((2.0, 2.0)), RATE)
    assert still.end == 0.5


def _gliding(begin: float, end: float) -> np.ndarray:
    """Harmonics of 120 Hz under a formant that glides from 700 to 1600 Hz between two times."""
    time = np.arange(RATE) / RATE
    formant = np.interp(time, (begin, end), (700, 1600))
    harmonics = 120 * np.arange(1, 35)[:, None]
    return np.asarray(
        (np.exp(-(((harmonics - formant) / 250) ** 2)) * np.sin(2 * np.pi * harmonics * time)).sum(axis=0)
    )


def test_a_liquid_that_closes_a_syllable_begins_where_the_vowel_turns_into_it() -> None:
    sound = _gliding(0.3, 0.4)
    vowel, liquid = settle_borders(_segments("l", 0), sound, RATE)
    assert vowel.end == liquid.start == pytest.approx(0.35, abs=0.011)
    for unmoved in ("n", "a"):
        assert settle_borders(_segments(unmoved, 0), sound, RATE)[0].end == 0.5
    assert settle_borders(_segments("l", 1), sound, RATE)[0].end == 0.5
    still, _ = settle_borders(_segments("l", 0), _gliding(2.0, 3.0), RATE)
    assert still.end == 0.5
    opening = [*_segments("l", 0), Segment("ə", 1.0, 1.2, Viseme.E, 0, 0)]
    assert settle_borders(opening, sound, RATE)[0].end == 0.5


def test_a_vowel_begins_where_what_is_before_has_half_become_it() -> None:
    """The formant glides from 0.4 to 0.5 s: engines that tell the border early or late are put right alike."""
    sound = _gliding(0.4, 0.5)
    for told in (0.42, 0.48):
        nasal = [Segment("n", 0.2, told, Viseme.NN, 0, 0), Segment("ɛ", told, 0.8, Viseme.E, 0, 1)]
        for settle in (settle_borders, settle_onsets):
            first, vowel = settle(nasal, sound, RATE)
            assert first.end == vowel.start == pytest.approx(0.45, abs=0.012)
        inside = [replace(segment, token=0, symbol=symbol) for segment, symbol in zip(nasal, "sɛ", strict=True)]
        assert settle_onsets(inside, sound, RATE)[0].end == settle_borders(inside, sound, RATE)[0].end == told
        assert settle_borders(nasal, _gliding(2.0, 3.0), RATE)[0].end == told


def test_a_stop_after_a_pause_has_closed_the_mouth_before_it_bursts() -> None:
    pause = Segment("_", 0.0, 0.5, Viseme.SIL, 0, -1)
    still, stop = settle_borders([pause, Segment("p", 0.5, 0.8, Viseme.PP, 0, 0)], _sound((0.0, 0.5)), RATE)
    assert still.end == stop.start == pytest.approx(0.47)
    kept, _ = settle_borders([pause, Segment("s", 0.5, 0.8, Viseme.SS, 0, 0)], _sound((0.0, 0.5)), RATE)
    assert kept.end == 0.5


def test_silence_before_a_word_is_a_pause() -> None:
    first, pause, second = settle_borders(_segments("a", 1), _sound((0.4, 0.5)), RATE)
    assert (pause.token, pause.viseme) == (-1, Viseme.SIL)
    assert first.end == pause.start == pytest.approx(0.4, abs=0.006) and pause.end == second.start == 0.5
    assert len(settle_borders(_segments("a", 0), _sound((0.4, 0.5)), RATE)) == 2


@pytest.mark.parametrize(
    ("ipa", "syllables", "mnemonics"),
    [
        ("ˈluːmən", [("l uw", 1), ("m ax n", 0)], "'lu:m@n"),
        ("həˈləʊ", [("hh ax", 0), ("l ow", 1)], "h@'loU"),
        ("ˈstʃɪlz", [("s ch ih l z", 1)], "'stSIlz"),
        ("ɡɪf", [("g ih f", 1)], "'gIf"),
        ("ˈæstroʊ", [("ae", 1), ("s t r ow", 0)], "'astroU"),
        ("d͡ʒɪf", [("jh ih f", 1)], "'dZIf"),
    ],
)
def test_ipa_becomes_what_each_engine_takes(ipa: str, syllables: list[tuple[str, int]], mnemonics: str) -> None:
    assert to_arpabet(ipa, "e") == tuple(Syllable(tuple(sounds.split()), stress) for sounds, stress in syllables)
    assert to_espeak(ipa, "e") == mnemonics


@pytest.mark.parametrize("ipa", ["☃a", "42", "lll"])
def test_what_is_no_ipa_is_refused(ipa: str) -> None:
    with pytest.raises(EngineFailed, match="IPA"):
        to_arpabet(ipa, "e")


def test_made_names_are_letters_and_each_its_own() -> None:
    names = [made_name(number) for number in range(2000)]
    assert len(set(names)) == len(names) and all(name.isalpha() and name.islower() for name in names)

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.planted_films import SOUND_RATE as MADE_RATE
from benchmarks.planted_films import music, voice
from brand_memory.alignment import common_sound
from brand_memory.film_sound import silences, tempo
from brand_memory.fingerprints import SOUND_RATE, listen


def at_rate(samples: np.ndarray) -> np.ndarray:
    step = MADE_RATE // SOUND_RATE
    return samples[: len(samples) // step * step].reshape(-1, step).mean(axis=1).astype(np.float32)


def placed(sting: np.ndarray, before: float, seed: int, seconds: float = 14.0) -> np.ndarray:
    """A sting after some speech, and before more of it."""
    around = at_rate(voice(seed, seconds))
    first = round(before * SOUND_RATE)
    around[first : first + len(sting)] = sting
    return around


@pytest.mark.parametrize("seconds", [2.0, 3.0, 5.0])
def test_a_sting_is_found_where_it_is(seconds: float):
    sting = at_rate(music(5, seconds, 5.0))
    one, other = listen(placed(sting, 1.3, 1), 0.0), listen(0.4 * placed(sting, 4.05, 2), 10.0)
    run = common_sound(one, other)[0]
    assert run.start == pytest.approx(1.3, abs=0.2)
    assert run.other_start == pytest.approx(14.05, abs=0.2)
    assert run.seconds == pytest.approx(seconds, abs=0.35)


def test_different_speech_and_music_have_nothing_in_common():
    traces = [listen(at_rate(made), 0.0) for seed in range(4) for made in (voice(seed, 14.0), music(seed, 14.0))]
    pairs = [(one, other) for n, one in enumerate(traces) for other in traces[n + 1 :]]
    assert not any(common_sound(one, other) for one, other in pairs)


def test_a_bed_that_goes_on_is_no_sting():
    bed = at_rate(music(8, 14.0, 3.0))
    one, other = (listen(bed + 0.3 * at_rate(voice(seed, 14.0)), 0.0) for seed in (1, 2))
    assert not common_sound(one, other)


def test_silence_and_scraps_are_listened_to_without_harm():
    silent = listen(np.zeros(8 * SOUND_RATE, np.float32), 0.0)
    assert len(silent) == 8 * 32
    assert not silent.sure.any()
    assert len(listen(np.zeros(100, np.float32), 3.0)) == 0
    assert not common_sound(silent, silent)


@pytest.mark.parametrize("beats", [72.0, 96.0, 120.0, 150.0])
def test_tempo_of_music(beats: float):
    found, sure = tempo(at_rate(music(3, 16.0, beats / 60)))
    assert found is not None
    assert min(abs(found / beats - octave) for octave in (0.5, 1.0, 2.0)) < 0.02
    assert sure > 0.3


@pytest.mark.parametrize("seed", range(5))
def test_speech_has_no_tempo(seed: int):
    assert tempo(at_rate(voice(seed, 16.0))) == (None, 0.0)


def test_silences_are_found():
    sound = at_rate(music(3, 6.0))
    sound[2 * SOUND_RATE : 3 * SOUND_RATE] = 0
    found = silences(sound)
    assert any(start == pytest.approx(2.0, abs=0.03) and end == pytest.approx(3.0, abs=0.03) for start, end in found)
    assert silences(np.zeros(0, np.float32)) == []

"""A film's own sound in the mix: as loud as the rest, alone where it plays, and under what is said over it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.levels import bed_levels, film_levels, voice_levels
from renderers.loudness import integrated
from renderers.mixdown import Bed, FilmSound, Line, Sources, prepare_voice
from renderers.mixing import PIECE, finish, make_plan, piece_peaks
from renderers.programme_sound import piece_inputs
from renderers.takes import digest

RATE = 48_000
LENGTH = 16 * RATE
FILM = slice(4 * RATE, 8 * RATE)

Sound = NDArray[np.float32]


def tone(seconds: float, hertz: float, level: float) -> Sound:
    times = np.arange(round(seconds * RATE)) / RATE
    # A swell now and then, so that it is no single peak in all spectra.
    wave = level * np.sin(2 * np.pi * hertz * times) * (0.8 + 0.2 * np.sin(2 * np.pi * 1.7 * times))
    return wave.astype(np.float32)


def film(level: float = 0.02, start: int = 4 * RATE, seconds: float = 4.0) -> FilmSound:
    stereo = np.repeat(tone(seconds, 700, level)[:, None], 2, axis=1)
    factor = float(10 ** ((-20.0 - integrated(stereo)) / 20))
    return FilmSound(start, stereo, film_levels(stereo), factor, f"film {level}")


def line(start: int, seconds: float = 2.0) -> Line:
    spoken = tone(seconds, 300, 0.2)
    prepared = prepare_voice(spoken * np.float32(10 ** ((-20 - integrated(spoken)) / 20)))
    return Line(start, len(prepared), voice_levels(prepared), lambda: prepared, f"line {start}")


def bed() -> Bed:
    stereo = np.repeat(tone(16, 110, 0.3)[:, None], 2, axis=1)
    return Bed(stereo, *bed_levels(stereo), "bed")


def mixed(sources: Sources) -> Sound:
    made = finish(make_plan(sources, -14.0, -1.0, 0.0), piece_peaks)
    parts = [made.between(n, n * PIECE, min(LENGTH, (n + 1) * PIECE)) for n in range(made.plan.pieces)]
    return np.concatenate(parts)


def share(sound: Sound, hertz: float, stretch: slice) -> float:
    """The amplitude of a tone in a stretch of the left side."""
    part = sound[stretch, 0].astype(float)
    times = np.arange(len(part)) / RATE
    return float(2 * abs(np.mean(part * np.exp(-2j * np.pi * hertz * times))))


def test_a_quiet_film_is_as_loud_as_the_programme_is_asked_to_be():
    out = mixed(Sources((line(RATE), line(10 * RATE)), None, LENGTH, (film(0.01),)))
    assert integrated(out[FILM]) == pytest.approx(-14, abs=1.5)
    assert integrated(out) == pytest.approx(-14, abs=0.3)


def test_music_is_gone_while_a_film_is_heard_and_comes_back():
    out = mixed(Sources((line(RATE), line(12 * RATE)), bed(), LENGTH, (film(),)))
    during = share(out, 110, slice(4 * RATE + 4800, 8 * RATE - 4800))
    before = share(out, 110, slice(round(3.2 * RATE), round(3.35 * RATE)))
    after = share(out, 110, slice(9 * RATE, 11 * RATE))
    assert during < 1e-4
    assert before > 20 * during
    assert after > 0.01


def test_a_film_goes_down_under_what_is_said_over_it():
    over = Sources((line(5 * RATE),), None, LENGTH, (film(start=4 * RATE, seconds=8.0),))
    out = mixed(over)
    spoken = share(out, 700, slice(round(5.5 * RATE), round(6.5 * RATE)))
    alone = share(out, 700, slice(round(9.5 * RATE), round(11.5 * RATE)))
    assert 20 * np.log10(alone / spoken) == pytest.approx(15, abs=2)


def test_a_film_is_heard_from_its_first_sample_to_its_last():
    out = mixed(Sources((), None, LENGTH, (film(),)))
    heard = np.flatnonzero(np.abs(out[:, 0]) > 1e-3)
    assert heard[0] == pytest.approx(4 * RATE, abs=480)
    assert heard[-1] == pytest.approx(8 * RATE, abs=480)


def test_a_film_counts_only_where_it_sounds():
    lines = (line(RATE), line(12 * RATE))
    plans = [make_plan(Sources(lines, None, LENGTH, (film(level),)), -14.0, -1.0, 0.0) for level in (0.02, 0.04)]
    ends = (0, 3 * RATE), (13 * RATE, 15 * RATE)
    for start, end in ends:
        assert len({digest(*piece_inputs(plan, start, end)) for plan in plans}) == 1
    assert len({digest(*piece_inputs(plan, 4 * RATE, 5 * RATE)) for plan in plans}) == 2

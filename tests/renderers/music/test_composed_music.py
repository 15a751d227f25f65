"""The finished beds: exact, level, clean, alive, and over when they end."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import lru_cache
from importlib import import_module

import numpy as np
import pytest

from renderers.errors import EngineFailed, TakeDamaged
from renderers.loudness import integrated, true_peak
from renderers.music import MusicRequest
from renderers.music.catalogue import MOODS
from renderers.music.composed import LONGEST, SHORTEST, ComposedMusic
from renderers.sound_files import ScratchSound
from renderers.takes import TakeStore

RATE = 48_000
IDS = [mood.id for mood in MOODS]


GAINS = []


@pytest.fixture(scope="module", autouse=True)
def _kept_gains(tmp_path_factory):
    """How loud each instrument plays is found once for all tests."""
    GAINS[:] = [TakeStore(tmp_path_factory.mktemp("gains"))]


@lru_cache(maxsize=64)
def _bed(mood, samples, seed=1, marks=()):
    bed = ComposedMusic().compose(MusicRequest(mood, samples, seed, marks), GAINS[0]).samples
    bed.flags.writeable = False
    return bed


def _decibels(samples):
    return 20 * np.log10(max(float(np.abs(samples).max()), 1e-12))


@pytest.mark.parametrize("mood", IDS)
@pytest.mark.parametrize("samples", [SHORTEST, 15 * RATE - 7])
def test_exact_level_and_without_a_tail_cut_off(mood, samples):
    bed = _bed(mood, samples)
    assert bed.shape == (samples, 2)
    assert bed.dtype == np.float32
    assert np.all(np.isfinite(bed))
    assert integrated(bed) == pytest.approx(-20, abs=0.3)
    assert np.abs(bed).max() < 0.9
    assert true_peak(bed) <= -1.4
    assert _decibels(bed[-480:]) < -60
    assert not bed[-1].any()


@pytest.mark.parametrize("mood", IDS)
def test_the_last_chord_rings_and_decays_rather_than_being_faded_or_cut(mood):
    bed = _bed(mood, 15 * RATE - 7)
    levels = [_decibels(bed[-round(left * RATE) : -round((left - 0.1) * RATE)]) for left in (1.0, 0.6, 0.3, 0.12)]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > -55, "it still sounds one second before the end"
    assert levels[-1] < -45


@pytest.mark.parametrize("mood", IDS)
def test_the_spectrum_is_balanced(mood):
    bed = _bed(mood, 15 * RATE - 7)
    power = np.abs(np.fft.rfft(bed.mean(axis=1))) ** 2
    steps = np.fft.rfftfreq(len(bed), 1 / RATE)

    def share(low, high):
        return 10 * np.log10(power[(steps >= low) & (steps < high)].sum() / power.sum())

    assert share(0, 30) < -20, "no rumble"
    assert share(30, 120) < -1.5, "the bass does not drown the rest"
    assert share(200, 450) < -1.5, "nothing piles up where sound turns to mud"
    assert share(500, 2000) > -13
    assert share(2000, 8000) > -30


@pytest.mark.parametrize("mood", IDS)
def test_both_sides_are_there_and_of_a_size(mood):
    bed = _bed(mood, 15 * RATE - 7)
    left, right = (10 * np.log10(np.mean(np.square(bed[:, side].astype(np.float64)))) for side in (0, 1))
    assert abs(left - right) < 3
    assert 0.3 < np.corrcoef(bed.T)[0, 1] < 0.97, "wide, and yet whole in mono"


@pytest.mark.parametrize("mood", IDS)
def test_music_starts_at_once_and_never_stops_in_between(mood):
    bed = _bed(mood, 15 * RATE - 7)
    assert _decibels(bed[: RATE // 2]) > -40
    assert all(_decibels(bed[at : at + RATE]) > -35 for at in range(0, 10 * RATE, RATE))


def test_same_seed_same_bits_and_other_seeds_other_music():
    first = _bed("tech", 6 * RATE)
    again = ComposedMusic().compose(MusicRequest("tech", 6 * RATE, 1)).samples
    # Kept or not, what is played is the same.
    assert np.array_equal(first, again)
    other = _bed("tech", 6 * RATE, 2)
    assert abs(np.corrcoef(first[:, 0], other[:, 0])[0, 1]) < 0.5


@pytest.mark.parametrize("mood", ["calm", "upbeat_corporate"])
def test_a_piece_that_becomes_longer_keeps_its_samples_up_to_its_ending(mood):
    # Twelve bars, and two lengths for the last chord to ring.
    style = import_module(f"renderers.music.styles.{mood}").STYLE
    body = (12 * 4 + style.slowing) * 60 / style.tempo
    marks = (10 * RATE, 19 * RATE)
    short, long = (np.round(_bed(mood, int((body + ring) * RATE), 3, marks) * 32767) for ring in (1.8, 2.4))
    kept = int((body - 4) * RATE)
    assert np.array_equal(short[:kept], long[:kept])
    assert not np.array_equal(short[kept:], long[kept : len(short)])


def test_a_long_piece_is_made_on_the_disk_and_is_the_same(monkeypatch):
    held = _bed("tech", 15 * RATE - 7)
    monkeypatch.setattr("renderers.music.composed._MOST_HELD", 0)
    stored = ComposedMusic().compose(MusicRequest("tech", 15 * RATE - 7, 1)).samples
    assert isinstance(stored, ScratchSound)
    assert np.array_equal(stored[:], held)


def test_a_mark_changes_the_form():
    plain, marked = _bed("upbeat_corporate", 20 * RATE), _bed("upbeat_corporate", 20 * RATE, 1, (9 * RATE,))
    assert not np.array_equal(plain, marked)


def test_unknown_moods_and_impossible_lengths_are_refused_in_words():
    engine = ComposedMusic()
    with pytest.raises(EngineFailed, match="no mood called 'polka'"):
        engine.compose(MusicRequest("polka", 5 * RATE, 1))
    for samples in (0, SHORTEST - 1, LONGEST + 1):
        with pytest.raises(EngineFailed, match="2 seconds to 20 minutes"):
            engine.compose(MusicRequest("calm", samples, 1))


def test_a_bank_that_is_missing_or_broken_is_named(tmp_path):
    with pytest.raises(EngineFailed, match="no file none.sf2"):
        ComposedMusic(tmp_path / "none.sf2")
    broken = tmp_path / "broken.sf2"
    broken.write_bytes(b"RIFF not a bank")
    with pytest.raises(EngineFailed, match="broken.sf2 is not a bank"):
        ComposedMusic(broken).compose(MusicRequest("calm", SHORTEST, 1))


def test_the_identity_changes_with_the_bank(tmp_path):
    other = tmp_path / "other.sf2"
    other.write_bytes(b"something else")
    assert ComposedMusic().identity != ComposedMusic(str(other)).identity
    assert str(tmp_path) not in ComposedMusic(other).identity


MARKS, KINDS = (6 * RATE, 16 * RATE, 26 * RATE), ("title", "speech", "speech", "action")


def test_an_edit_plays_only_what_it_reaches(tmp_path):
    """A last scene that becomes longer by a third of a second has its last chord played again, and nothing else."""
    store = TakeStore(tmp_path)
    request = MusicRequest("lofi", 32 * RATE, 1, MARKS, KINDS)
    first = ComposedMusic().compose(request, store).samples
    assert store.made["music_phrases"] > 4
    store.made.clear()
    assert np.array_equal(ComposedMusic().compose(request, store).samples, first)
    assert store.made == {}
    longer = ComposedMusic().compose(replace(request, samples=request.samples + RATE // 3), store).samples
    assert store.made == {"music_phrases": 1}
    assert len(longer) == request.samples + RATE // 3
    assert np.array_equal(longer[: 24 * RATE], first[: 24 * RATE])


def test_rooms_that_are_kept_sound_as_before(tmp_path, monkeypatch):
    from renderers.music import space

    def again():
        """Played anew, as in another process."""
        shutil.rmtree(tmp_path / "music_phrases")
        monkeypatch.setattr(space, "_responses", {})
        return ComposedMusic().compose(request, store).samples

    store, request = TakeStore(tmp_path), MusicRequest("lofi", 8 * RATE, 1)
    monkeypatch.setattr(space, "_responses", {})
    first = ComposedMusic().compose(request, store).samples
    monkeypatch.setattr(space, "_made_response", lambda bus: pytest.fail("made again"))
    assert np.array_equal(again(), first)


def test_a_phrase_that_was_damaged_on_disk_is_told(tmp_path):
    store = TakeStore(tmp_path)
    request = MusicRequest("ambient", 8 * RATE, 1)
    ComposedMusic().compose(request, store)
    phrase = next(tmp_path.glob("music_phrases/*/*/phrase.npy"))
    from renderers.music.playback import _read

    phrase.write_bytes(b"no numbers")
    with pytest.raises(TakeDamaged):
        _read(phrase.parent)


def test_energy_and_tempo_are_heard():
    plain = _bed("funky", 12 * RATE)
    for changed in ({"energy": -1.0}, {"tempo": 0.88}):
        other = ComposedMusic().compose(MusicRequest("funky", 12 * RATE, 1, **changed), GAINS[0]).samples
        assert other.shape == plain.shape
        assert true_peak(other) <= -1.4
        assert not np.array_equal(other, plain)

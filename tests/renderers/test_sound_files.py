"""Sound on disk: what is written is read back by any slice, nothing is left behind, and memory stays small."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.limiting import limit, limit_in_place
from renderers.loudness import integrated, measure_energies
from renderers.music.mastering import master
from renderers.sound_files import ScratchSound, StoredSound, load_sound, save_blocks

RATE = 48_000


def noise(length: int, seed: int = 1, level: float = 0.3) -> np.ndarray:
    return (np.random.default_rng(seed).standard_normal((length, 2)) * level).astype(np.float32)


def on_disk(samples: np.ndarray) -> ScratchSound:
    made = ScratchSound(len(samples))
    made[:] = samples
    return made


def test_blocks_are_one_file_that_any_reader_of_takes_reads(tmp_path):
    sound = np.clip(noise(10_000), -1, 1)
    save_blocks((sound[start : start + 3000] for start in range(0, len(sound), 3000)), len(sound), tmp_path)
    assert np.allclose(load_sound(tmp_path), sound, atol=1 / 32767)
    assert np.array_equal(StoredSound(tmp_path)[2500:3500], np.round(sound[2500:3500] * 32767).astype(np.int16))


def test_blocks_that_end_early_are_followed_by_silence(tmp_path):
    save_blocks([noise(100)], 250, tmp_path)
    assert load_sound(tmp_path).shape == (250, 2)
    assert not load_sound(tmp_path)[100:].any()


@given(length=st.integers(0, 300), start=st.integers(-320, 320), end=st.one_of(st.none(), st.integers(-320, 320)))
def test_slices_are_those_of_an_array(length, start, end):
    plain = noise(length)
    kept = on_disk(plain)
    assert len(kept) == len(plain)
    assert kept.shape == plain.shape
    assert np.array_equal(kept[start:end], plain[start:end])
    plain[start:end] *= np.float32(0.5)
    kept[start:end] *= np.float32(0.5)
    plain[:start] = 0.25
    kept[:start] = np.float32(0.25)
    assert np.array_equal(kept[:], plain)


def test_it_is_silent_at_first_and_a_slice_is_a_copy():
    kept = ScratchSound(1000)
    kept[10:20][:] = 1
    assert not kept[:].any()
    with pytest.raises(ValueError, match="one after another"):
        kept[::2]


def test_its_file_has_no_name(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    kept = on_disk(noise(5000))
    assert list(tmp_path.iterdir()) == []
    assert kept[4000:4001].any()


def test_loudness_and_limiting_do_not_care_where_sound_lies():
    plain = noise(5 * RATE + 77, level=0.5)
    kept = on_disk(plain)
    assert measure_energies(kept).loudness() == integrated(plain)
    limit_in_place(kept, -3.0)
    limited = limit(plain, -3.0)
    assert np.array_equal(kept[:], limited)
    assert not np.array_equal(limited, plain)


def test_a_long_bed_is_mastered_in_little_memory_and_alike():
    length = 60 * RATE
    plain = noise(length, level=0.1)
    kept = on_disk(plain)
    master(plain, length - 2 * RATE)
    tracemalloc.start()
    master(kept, length - 2 * RATE)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < plain.nbytes / 2
    assert all(np.array_equal(kept[at : at + RATE], plain[at : at + RATE]) for at in range(0, length, RATE))

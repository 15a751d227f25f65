"""Files of fitted weights: the same arrays give the same bytes, and come back as they were."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest

from tools.weights import FeatureWeights, as_array, as_words, load_weights, read_arrays, save_weights, write_arrays

ARRAYS = {"some": np.arange(6, dtype=np.float16).reshape(2, 3), "words": as_array(["ä", "two"])}


def test_a_file_depends_on_its_arrays_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_arrays(tmp_path / "one", ARRAYS)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    os.utime(tmp_path / "one", (10**9, 10**9))
    write_arrays(tmp_path / "other", ARRAYS)
    monkeypatch.undo()
    time.tzset()
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    write_arrays(tmp_path / "other", {**ARRAYS, "some": ARRAYS["some"] + 1})
    assert (tmp_path / "one").read_bytes() != (tmp_path / "other").read_bytes()


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    write_arrays(tmp_path / "one", ARRAYS)
    held = read_arrays(tmp_path / "one")
    assert list(held) == list(ARRAYS)
    assert held["some"].dtype == np.float16 and np.array_equal(held["some"], ARRAYS["some"])
    assert as_words(held["words"]) == ("ä", "two")


def test_what_would_have_to_be_unpickled_is_not_read(tmp_path: Path) -> None:
    np.savez(tmp_path / "odd.npz", some=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="pickle"):
        read_arrays(tmp_path / "odd.npz")


def test_weights_are_kept_in_eight_bits_a_kind(tmp_path: Path) -> None:
    rows = np.random.default_rng(3).normal(0, (0.1, 8.0), (50, 2)).astype(np.float32)
    held = FeatureWeights(np.arange(50, dtype=np.uint32), rows, ("one", "other"), ("some.tsv",))
    save_weights(tmp_path / "kept", held)
    back = load_weights(tmp_path / "kept")
    assert (back.kinds, back.sets) == (held.kinds, held.sets) and np.array_equal(back.names, held.names)
    assert np.all(np.abs(back.rows - rows) <= np.abs(rows).max(axis=0) / 127 * 0.501)

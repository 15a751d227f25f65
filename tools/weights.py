"""Fitted weights as files: arrays by name in a zip whose bytes depend on nothing but the arrays.

Votes keep theirs beside them: a row a feature, known by the CRC-32 of its name, and a column a kind.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the earliest that a zip can tell."""


@dataclass(frozen=True)
class FeatureWeights:
    """What was fitted: `names` (CRC-32 of the features, ascending), one row of `rows` a feature, one column a kind;
    `sets` are the files that it was fitted to.
    """

    names: NDArray[np.uint32]
    rows: NDArray[np.float32]
    kinds: tuple[str, ...]
    sets: tuple[str, ...] = ()


def save_weights(path: Path, held: FeatureWeights) -> None:
    """Writes weights in 8 bits with one scale a kind; the same weights give the same bytes."""
    scales = np.maximum(np.abs(held.rows).max(axis=0), 1e-6) / 127
    arrays: dict[str, NDArray[Any]] = {
        "names": held.names,
        "weights": np.round(held.rows / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
        "kinds": as_array(held.kinds),
        "sets": as_array(held.sets),
    }
    write_arrays(path, arrays)


def load_weights(path: Path) -> FeatureWeights:
    """The weights in a file that `save_weights` wrote."""
    held = read_arrays(path)
    rows = held["weights"].astype(np.float32) * held["scales"]
    kinds, sets = as_words(held["kinds"]), as_words(held["sets"])
    return FeatureWeights(held["names"].astype(np.uint32), rows.astype(np.float32), kinds, sets)


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Writes arrays as `numpy.load` reads them; the same arrays in the same order give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            written = io.BytesIO()
            np.save(written, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=_WRITTEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, written.getvalue())


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays in a file, by name. Raises `ValueError` for what would have to be unpickled."""
    with np.load(path, allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def as_array(words: Sequence[str]) -> NDArray[Any]:
    """Words as an array that needs no pickling."""
    return np.array([word.encode() for word in words])


def as_words(array: NDArray[Any]) -> tuple[str, ...]:
    """The words that `as_array` made an array of."""
    return tuple(word.decode() for word in array)

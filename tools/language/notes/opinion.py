"""The second opinion: which kind of request a clause is most likely, by a softmax over its features.

The weights were fitted to the cases in `benchmarks/understanding` by `python -m benchmarks.understanding.training`.
Softmax regression; a feature is known by the CRC-32 of its name. There are weights for clauses whose meaning is known
as a sentence vector, and others for the words alone.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.language.notes.opinion_features import MEANT

WEIGHTS = Path(__file__).with_name("opinion_weights.npz")
MEANING_WEIGHTS = Path(__file__).with_name("opinion_weights_meaning.npz")
"""Kept beside this file, for words alone and for words and meaning: `names` (CRC-32 of the features, ascending),
`weights` (8 bit), `scales`, `kinds`, `sets`."""


@dataclass(frozen=True)
class Weights:
    """What was fitted: one row of `rows` a feature, one column a kind."""

    names: NDArray[np.uint32]
    rows: NDArray[np.float32]
    kinds: tuple[str, ...]
    sets: tuple[str, ...] = ()  # the files of cases that it was fitted to


def save_weights(path: Path, weights: Weights) -> None:
    """Writes weights in 8 bits with one scale a kind; the same weights give the same bytes."""
    scales = np.maximum(np.abs(weights.rows).max(axis=0), 1e-6) / 127
    arrays: dict[str, NDArray[Any]] = {
        "names": weights.names,
        "weights": np.round(weights.rows / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
        "kinds": np.array([kind.encode() for kind in weights.kinds]),
        "sets": np.array([name.encode() for name in weights.sets]),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            held = io.BytesIO()
            np.save(held, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, held.getvalue())


def load_weights(path: Path) -> Weights:
    """The weights in a file."""
    with np.load(path, allow_pickle=False) as held:
        rows = held["weights"].astype(np.float32) * held["scales"]
        kinds, sets = (tuple(name.decode() for name in held[key]) for key in ("kinds", "sets"))
        return Weights(held["names"].astype(np.uint32), rows.astype(np.float32), kinds, sets)


@cache
def weights(meant: bool = False) -> Weights:
    """The weights that are shipped, for clauses with (`meant`) or without a known meaning, read once."""
    return load_weights(MEANING_WEIGHTS if meant else WEIGHTS)


@lru_cache(maxsize=65536)
def named(feature: str) -> int:
    """By which number a feature is known."""
    return zlib.crc32(feature.encode())


def opinions(clauses: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """For each clause, given by its features, the kinds and how likely each is (from 1 %, the likeliest first)."""
    found: list[dict[str, float]] = []
    for clause in clauses:
        held = weights(MEANT in clause)
        numbers = np.fromiter((named(name) for name in clause), np.uint32, len(clause))
        values = np.fromiter(clause.values(), np.float32, len(clause))
        places = np.minimum(np.searchsorted(held.names, numbers), len(held.names) - 1)
        known = held.names[places] == numbers
        scores = values[known] @ held.rows[places[known]] if known.any() else np.zeros(len(held.kinds), np.float32)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        order = [int(n) for n in np.argsort(-shares, kind="stable")[:12] if shares[n] >= 0.01]
        found.append({held.kinds[n]: float(shares[n]) for n in order})
    return found

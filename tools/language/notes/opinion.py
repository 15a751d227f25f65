"""The second opinion: which kind of request a clause is most likely, by a softmax over its features.

The weights were fitted to the cases in `benchmarks/understanding` by `python -m benchmarks.understanding.training`.
Softmax regression; a feature is known by the CRC-32 of its name. There are weights for clauses whose meaning is known
as a sentence vector, and others for the words alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from tools.language.notes.opinion_features import MEANT
from tools.weights import FeatureWeights, load_weights

WEIGHTS = Path(__file__).with_name("opinion_weights.npz")
MEANING_WEIGHTS = Path(__file__).with_name("opinion_weights_meaning.npz")
"""Kept beside this file, for words alone and for words and meaning: `names` (CRC-32 of the features, ascending),
`weights` (8 bit), `scales`, `kinds`, `sets`."""


@cache
def weights(meant: bool = False) -> FeatureWeights:
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

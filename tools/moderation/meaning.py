"""What a sentence means, for the vote: the likelihood of each topic from its sentence vector, by small networks.

The vectors are three views of all-MiniLM-L6-v2, where its weights are installed; the networks on top of them were
fitted by `python -m benchmarks.moderation.meaning` and ship with the house. Without the weights nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brand_memory.minilm import VIEWS, installed_minilm
from tools.weights import as_array, as_words, read_arrays, write_arrays

MEANING_WEIGHTS = Path(__file__).with_name("meaning_weights.npz")
"""Kept beside this file: `hidden` (networks, values of a vector, units; 8 bit) with one of `hidden_scales` a unit,
`hidden_bias`, `last` and `last_bias` (networks, units, kinds; 16 bit); `kinds`, `sets`, and the `model` whose vectors
they were fitted to.
"""
_MOST_WORDS = 80
_REMEMBERED = 4096

Array = NDArray[np.float32]


@dataclass(frozen=True)
class MeaningWeights:
    """Networks of one hidden layer each; their likelihoods are averaged."""

    hidden: Array
    hidden_bias: Array
    last: Array
    last_bias: Array
    kinds: tuple[str, ...]
    model: str
    sets: tuple[str, ...] = ()

    def shares(self, vectors: Array) -> Array:
        """How likely each text is of each kind, one row a vector of length 1."""
        inner = np.maximum(scaled(vectors) @ self.hidden + self.hidden_bias[:, None], 0)
        scores = inner @ self.last + self.last_bias[:, None]
        scores -= scores.max(axis=2, keepdims=True)
        likely = np.exp(scores)
        shares: Array = (likely / likely.sum(axis=2, keepdims=True)).mean(axis=0)
        return shares


def scaled(vectors: Array) -> Array:
    """Vectors of length 1, multiplied so that their values are near one."""
    return vectors * np.float32(vectors.shape[-1] ** 0.5)


def save_meaning(path: Path, held: MeaningWeights) -> None:
    """Writes weights in 8 and 16 bits; the same weights give the same bytes."""
    scales = np.maximum(np.abs(held.hidden).max(axis=1, keepdims=True), 1e-6) / np.float32(127)
    arrays: dict[str, NDArray[Any]] = {
        "hidden": np.round(held.hidden / scales).astype(np.int8),
        "hidden_scales": scales.astype(np.float32),
    }
    arrays |= {name: getattr(held, name).astype(np.float16) for name in ("hidden_bias", "last", "last_bias")}
    arrays |= {"kinds": as_array(held.kinds), "model": as_array([held.model]), "sets": as_array(held.sets)}
    write_arrays(path, arrays)


def load_meaning(path: Path) -> MeaningWeights:
    """The weights in a file."""
    held = read_arrays(path)
    hidden = held["hidden"].astype(np.float32) * held["hidden_scales"]
    hidden_bias, last, last_bias = (held[name].astype(np.float32) for name in ("hidden_bias", "last", "last_bias"))
    kinds, sets, [model] = (as_words(held[key]) for key in ("kinds", "sets", "model"))
    return MeaningWeights(hidden, hidden_bias, last, last_bias, kinds, model, sets)


@cache
def meaning_weights() -> MeaningWeights | None:
    """The weights that are shipped; None where the model that they were fitted to is not installed."""
    model = installed_minilm()
    if model is None or not MEANING_WEIGHTS.is_file():
        return None
    held = load_meaning(MEANING_WEIGHTS)
    return held if held.model == model.identity else None


_known: dict[str, Array] = {}


def vectors(texts: Sequence[str]) -> Array:
    """One row of length 1 a text, read as the model reads it: 80 words of it at most. Only where the model is."""
    model = installed_minilm()
    assert model is not None
    # Half of a pair of surrogates is no text that can be split into words.
    cut = [" ".join(text.split()[:_MOST_WORDS]).encode("utf-8", "replace").decode() for text in texts]
    if len(_known) > _REMEMBERED:
        _known.clear()
    missing = sorted({text for text in cut if text not in _known})
    if missing:
        _known.update(zip(missing, whole(model.embed_views(missing)), strict=True))
    return np.array([_known[text] for text in cut], np.float32).reshape(len(cut), VIEWS * model.dimension)


def whole(views: Array) -> Array:
    """Views of texts, each of length 1, as one row of length 1 a text."""
    rows: Array = views.reshape(len(views), -1) * np.float32(views.shape[1] ** -0.5)
    return rows


def joined(one: Array, other: Array) -> Array:
    """The vector of two sentences after each other, near enough: the middle of theirs, of length 1."""
    middle = one + other
    together: Array = middle / np.maximum(np.linalg.norm(middle, axis=-1, keepdims=True), np.float32(1e-12))
    return together

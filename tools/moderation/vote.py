"""The vote: how likely a text is of which topic, by a softmax over its features. It speaks where no rule does.

The weights were fitted by `python -m benchmarks.moderation.training`, to lines that grammars write and to lines that
people wrote; a feature is known by the CRC-32 of its name.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.moderation.vote_features import features

WEIGHTS = Path(__file__).with_name("vote_weights.npz")
"""Kept beside this file: `names` (CRC-32 of the features, ascending), `weights` (8 bit), `scales`, `kinds`, `sets`."""
NONE = "none"
"""The kind of what no topic is in."""
_FEW, _OWN_LANGUAGE = 3, 0.65
"""The vote learned English: of a text with so many words or more it has to know that part, else it says nothing. It
knows 0.78 and more of the English lines that measure it, and at most 0.5 of sentences in other languages.
"""
_TOLD = 0.2
"""How harmful a text has to look for its words to be told."""


@dataclass(frozen=True)
class VoteWeights:
    """What was fitted: one row of `rows` a feature, one column a kind; `sets` are the files that it was fitted to."""

    names: NDArray[np.uint32]
    rows: NDArray[np.float32]
    kinds: tuple[str, ...]
    sets: tuple[str, ...] = ()


def save_weights(path: Path, held: VoteWeights) -> None:
    """Writes weights in 8 bits with one scale a kind; the same weights give the same bytes."""
    scales = np.maximum(np.abs(held.rows).max(axis=0), 1e-6) / 127
    arrays: dict[str, NDArray[Any]] = {
        "names": held.names,
        "weights": np.round(held.rows / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
        "kinds": np.array([kind.encode() for kind in held.kinds]),
        "sets": np.array([name.encode() for name in held.sets]),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            written = io.BytesIO()
            np.save(written, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, written.getvalue())


def load_weights(path: Path) -> VoteWeights:
    """The weights in a file."""
    with np.load(path, allow_pickle=False) as held:
        rows = held["weights"].astype(np.float32) * held["scales"]
        kinds, sets = (tuple(name.decode() for name in held[key]) for key in ("kinds", "sets"))
        return VoteWeights(held["names"].astype(np.uint32), rows.astype(np.float32), kinds, sets)


@cache
def weights() -> VoteWeights:
    """The weights that are shipped, read once."""
    return load_weights(WEIGHTS)


@dataclass(frozen=True)
class Ballot:
    """How likely a text is of each topic and of none, adding up to one; `told` are the words that speak most for the
    likeliest topic.
    """

    shares: dict[str, float]
    told: tuple[str, ...] = ()

    @property
    def harm(self) -> float:
        """How likely the text is of any topic, from 0 to 1."""
        return 1.0 - self.shares[NONE]

    @property
    def topic(self) -> str:
        """The likeliest topic, were it not harmless."""
        return max((kind for kind in self.shares if kind != NONE), key=lambda kind: self.shares[kind])


def vote(text: str, held: VoteWeights | None = None) -> Ballot:
    """The vote on `text`: a sentence or two. One without words, or in another language than English, is harmless."""
    held = held or weights()
    found = features(text)
    if not found:
        return Ballot({kind: float(kind == NONE) for kind in held.kinds})
    numbers = np.fromiter((zlib.crc32(name.encode()) for name in found), np.uint32, len(found))
    values = np.fromiter(found.values(), np.float32, len(found))
    places = np.minimum(np.searchsorted(held.names, numbers), len(held.names) - 1)
    known = held.names[places] == numbers
    heard = [known[at] for at, name in enumerate(found) if name[:2] == "w:" and name[2:].isalpha()]
    if len(heard) >= _FEW and sum(heard) < _OWN_LANGUAGE * len(heard):
        return Ballot({kind: float(kind == NONE) for kind in held.kinds})
    parts = np.where(known, values, np.float32(0))[:, None] * held.rows[places]
    scores = parts.sum(axis=0)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    ballot = Ballot({kind: float(share) for kind, share in zip(held.kinds, shares, strict=True)})
    if ballot.harm < _TOLD:
        return ballot
    speaking = parts[:, held.kinds.index(ballot.topic)] - parts[:, held.kinds.index(NONE)]
    order = np.argsort(-speaking, kind="stable")
    names = list(found)
    words = (names[place].partition(":")[2] for place in order if names[place][0] in "wp" and speaking[place] > 0)
    return Ballot(ballot.shares, tuple(dict.fromkeys(word for one in words for word in one.split() if word.isalpha())))

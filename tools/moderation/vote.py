"""The vote: how likely a text is of which topic, by a softmax over its features. It speaks where no rule does.

The weights were fitted by `python -m benchmarks.moderation.training`, to lines that grammars write and to lines that
people wrote; a feature is known by the CRC-32 of its name.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from tools.moderation.folding import fold
from tools.moderation.vote_features import features, stem
from tools.weights import FeatureWeights, load_weights

WEIGHTS = Path(__file__).with_name("vote_weights.npz")
"""Kept beside this file: `names` (CRC-32 of the features, ascending), `weights` (8 bit), `scales`, `kinds`, `sets`."""
NONE = "none"
"""The kind of what no topic is in."""
_FEW, _OWN_LANGUAGE, _BESIDE_NAMES = 3, 0.65, 0.85
"""The vote learned English: of a text with so many words or more it has to know that part, else it says nothing; or the
larger part of what is no name, since few names are known. It knows 0.78 and more of most English lines, and at most 0.5
of sentences in other languages.
"""
_TOLD = 0.2
"""How harmful a text has to look for its words to be told."""


@cache
def weights() -> FeatureWeights:
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


def vote(text: str, held: FeatureWeights | None = None) -> Ballot:
    """The vote on `text`: a sentence or two. One without words, or in another language than English, is harmless."""
    held = held or weights()
    found = features(text)
    if not found:
        return Ballot({kind: float(kind == NONE) for kind in held.kinds})
    numbers = np.fromiter((zlib.crc32(name.encode()) for name in found), np.uint32, len(found))
    values = np.fromiter(found.values(), np.float32, len(found))
    places = np.minimum(np.searchsorted(held.names, numbers), len(held.names) - 1)
    known = held.names[places] == numbers
    heard = {name[2:]: bool(known[at]) for at, name in enumerate(found) if name[:2] == "w:" and name[2:].isalpha()}
    if not _is_heard(heard, text):
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


def _is_heard(heard: dict[str, bool], text: str) -> bool:
    """Whether enough of the words are known, by their stems."""
    if len(heard) < _FEW or sum(heard.values()) >= _OWN_LANGUAGE * len(heard):
        return True
    named = {stem(fold(word.strip(".,;:!?"))) for word in text.split()[1:] if word.istitle()}
    others = [known for word, known in heard.items() if known or word not in named]
    return len(others) >= _FEW and sum(others) >= _BESIDE_NAMES * len(others)

"""The vote on many texts at once: that of their words, and where the sentence model is installed that of their meaning.

Both tell how likely a text is of each topic. What counts is the middle of their odds (a logarithmic opinion pool,
Genest and Zidek 1986): each can be talked down by the other, and neither outvoted by the other's certainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tools.moderation.meaning import joined, meaning_weights, vectors
from tools.moderation.vote import Ballot, vote
from tools.moderation.vote_features import read_through

_LEAST = 1e-6
_PLAIN = 0.005
"""Up to which vote of its words a text is taken for harmless without asking for its meaning, which takes far longer. Of
900 harmful lines that were left out of the fitting two are under it, and four tenths of what is ordinarily said.
"""
_REMEMBERED = 16384

_known: dict[tuple[str, str], Ballot] = {}


@dataclass(frozen=True)
class Limits:
    """From which vote on, from 0 to 1, a sentence is doubtful, and from which certain; the same of one with that before
    it; from which on a rule is believed as it stands (`agreed`), from which a doubtful one is believed at all
    (`heard`), and from which a doubtful rule and the vote are certain together (`both`).
    """

    doubt: float
    sure: float
    doubt_joined: float
    sure_joined: float
    agreed: float
    heard: float
    both: float


WORDS_ALONE = Limits(0.6, 0.9, 0.8, 0.97, 0.2, 0.08, 0.8)
"""Where the sentence model is not installed."""
WITH_MEANING = Limits(0.2, 0.85, 0.8, 0.97, 0.4, 0.05, 0.9)
"""Where it is. Chosen with the sets left out of the fitting, a seventh of them at a time: of harmful lines on refused
topics 96 in a hundred are held, of those that look alike one is refused and 15 wait for a person, and of what is
ordinarily said five in a thousand do. From 0.25 on 94, 13 and three would be held.
"""


def limits() -> Limits:
    """The limits of the votes that are taken on this machine."""
    return WORDS_ALONE if meaning_weights() is None else WITH_MEANING


def ballots(pairs: Iterable[tuple[str, str]]) -> list[Ballot]:
    """The vote on each sentence after the one `before` it (empty for none), as `(before, sentence)`.

    The sentences that were not voted on lately are looked at together, which takes less than one by one.
    """
    asked = list(pairs)
    if len(_known) > _REMEMBERED:
        _known.clear()
    missing = list(dict.fromkeys(pair for pair in asked if pair not in _known))
    if missing:
        _known.update(zip(missing, _voted(missing), strict=True))
    return [_known[pair] for pair in asked]


def _voted(pairs: Sequence[tuple[str, str]]) -> list[Ballot]:
    of_words = [vote(f"{before} {sentence}" if before else sentence) for before, sentence in pairs]
    weights = meaning_weights()
    # Of what the words say nothing, such as another language, the meaning knows nothing either.
    spoken = [number for number, ballot in enumerate(of_words) if ballot.harm > _PLAIN]
    if weights is None or not spoken:
        return of_words
    texts = [tuple((read_through(part) or ".") if part else "" for part in pairs[number]) for number in spoken]
    rows = vectors([part for pair in texts for part in pair if part])
    places = iter(range(len(rows)))
    told = []
    for before, _ in texts:
        first = rows[next(places)]
        told.append(joined(first, rows[next(places)]) if before else first)
    for number, shares in zip(spoken, weights.shares(np.stack(told)), strict=True):
        meant = dict(zip(weights.kinds, shares.tolist(), strict=True))
        of_words[number] = _pooled(of_words[number], meant)
    return of_words


def _pooled(words: Ballot, meant: dict[str, float]) -> Ballot:
    odds = {
        kind: (max(share, _LEAST) * max(meant.get(kind, 0.0), _LEAST)) ** 0.5 for kind, share in words.shares.items()
    }
    total = sum(odds.values())
    return Ballot({kind: value / total for kind, value in odds.items()}, words.told)

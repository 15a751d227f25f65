"""Mending: a word that nobody knows becomes the known word that it was meant to be, where there is just one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from brand_memory.hashed_ngrams import stem

SHORTEST = 4
"""Shorter words are never mended: too many others lie near."""
TWO_SLIPS = 7
"""From this many letters on two slips are forgiven."""


class Speller:
    """Known words, and the one nearest to any other. Damerau-Levenshtein distance of 1, of 2 for long words."""

    def __init__(self, targets: Iterable[str], known: Iterable[str] = ()) -> None:
        self._targets = {word for word in targets if word.isalpha() and len(word) >= SHORTEST}
        self._known = set(known) | self._targets
        self._near: dict[str, list[str]] = defaultdict(list)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._targets):
            for shape in _shapes(word):
                self._near[shape].append(word)
            if len(word) >= TWO_SLIPS - 1:
                self._by_letter[word[0]].append(word)
        self._mended: dict[str, str] = {}

    def knows(self, word: str) -> bool:
        """Whether a word is right as it stands."""
        return word in self._known

    def right(self, word: str) -> bool:
        """Whether a word is known, or a form of a word that is."""
        return word in self._known or _known_form(word, self._known)

    def mended(self, word: str, more: frozenset[str] = frozenset()) -> str:
        """The known word that `word` was meant to be; `word` itself where it is known, short or near to several.

        `more` are words known in this situation alone; they are right as they stand and others are mended to them.
        """
        if len(word) < SHORTEST or len(word) > 24 or not word.isalpha() or word in self._known or word in more:
            return word
        if stem(word) in more:
            return word
        if word not in self._mended:
            if len(self._mended) > 20_000:
                self._mended.clear()
            self._mended[word] = self._mend(word)
        found = self._mended[word]
        if found == word and more:
            near = [other for other in more if abs(len(other) - len(word)) < 2 and len(other) > 3]
            close = sorted(other for other in near if distance(word, other, 1) <= 1)
            return close[0] if len(close) == 1 else word
        return found

    def _mend(self, word: str) -> str:
        if _known_form(word, self._known):
            return word
        candidates = {other for shape in _shapes(word) for other in self._near.get(shape, ())}
        ranked = sorted((distance(word, other, 2), other[0] != word[0], other) for other in candidates)
        best = [entry for entry in ranked if entry[0] == 1]
        if best:
            first = [entry for entry in best if not entry[1]] or best
            return first[0][2] if len(first) == 1 or len(word) > SHORTEST else word
        if len(word) >= TWO_SLIPS:
            far = sorted(o for o in self._by_letter.get(word[0], ()) if distance(word, o, 2) == 2)
            if len(far) == 1:
                return far[0]
        return word


def _known_form(word: str, known: set[str]) -> bool:
    """Whether it is a plural, past or gerund of a known word."""
    for ending, rest in (
        ("s", ""),
        ("es", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("er", ""),
        ("ly", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and word[: -len(ending)] + rest in known:
            return True
    return False


def _shapes(word: str) -> set[str]:
    """The word, and the word without each of its letters: words one slip apart share one."""
    return {word} | {word[:n] + word[n + 1 :] for n in range(len(word))}


def distance(one: str, other: str, most: int) -> int:
    """How many letters were left out, added, changed or turned round between them; `most` + 1 for more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        current = [i]
        for j, b in enumerate(other, start=1):
            cost = min(row[j] + 1, current[-1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, row = row, current
    return row[-1]

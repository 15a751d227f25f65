"""The rulebook: patterns of whole requests and what each means. The first rule that answers is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.language.notes.context import Context, Reading
from tools.language.notes.lexicon import PATTERN_WORDS
from tools.language.notes.patterns import Found, Token, compiled, joined, needed

Rule = Callable[[Context, Found], Reading | None]

SHORTHANDS: dict[str, str] = {
    "MAKE": "( make/set/turn/want/get/have/put/change/use/switch/let/bring/add/give/move/adjust/leave )",
    "BE": "( ( should/must/need/needs/could/can/has/ought/may/might/would/will/wants/want "
    ") not? to? be/look/sound/feel/go | "
    "to be | is/are/be/was/were | look/sound/feel )",
    "IT": "( it/this/that/video/everything/them )",
    "DEG": "( deg=( abit/much/even/more | so/very/really/way ) more? )",
    "SPOT": "( top | bottom | upper | lower )",
}
"""Pieces that many patterns share, written in capitals in them."""


class Rulebook:
    """Rules in their order."""

    def __init__(self) -> None:
        self._rules: list[tuple[str, Rule]] = []
        self._places: dict[str, list[int]] = {}  # the rules that need a word, by that word
        self._free: list[int] = []  # the rules that need none
        self._placed = 0  # so many rules are in the two

    def rule(self, patterns: str) -> Callable[[Rule], Rule]:
        """Takes the decorated function for clauses that are one of the patterns (`;` between them) as a whole."""

        def added(function: Rule) -> Rule:
            spelled = [_spelled(" ".join(pattern.split())) for pattern in patterns.split(";")]
            self._rules.extend((pattern, function) for pattern in spelled)
            PATTERN_WORDS.update(word for pattern in spelled for word in re.findall(r"(?<![@\w])[a-z]{4,}", pattern))
            return function

        return added

    def read(self, context: Context, tokens: Sequence[Token]) -> Reading | None:
        """What the first rule that knows the whole clause makes of it."""
        text, starts = joined(tokens)
        words = frozenset([token.norm for token in tokens])
        for number in self._possible(words):
            pattern, function = self._rules[number]
            match = compiled(pattern).fullmatch(text)
            if match is not None and (reading := function(context, Found(match, tokens, starts))) is not None:
                return reading
        return None

    def _possible(self, words: frozenset[str]) -> list[int]:
        """The rules, by number, of which `words` holds all that they need."""
        while self._placed < len(self._rules):
            sets = needed(self._rules[self._placed][0])
            if sets:
                for word in min(sets, key=len):
                    self._places.setdefault(word, []).append(self._placed)
            else:
                self._free.append(self._placed)
            self._placed += 1
        near = {number for word in words for number in self._places.get(word, ())}
        return sorted(
            [*self._free, *(n for n in near if not any(map(words.isdisjoint, needed(self._rules[n][0]))))]
        )

    @property
    def patterns(self) -> tuple[str, ...]:
        """All patterns, in order."""
        return tuple(pattern for pattern, _ in self._rules)


def _spelled(pattern: str) -> str:
    for name, meaning in SHORTHANDS.items():
        pattern = re.sub(rf"(?<!\S){name}(\??)(?!\S)", lambda found, m=meaning: f"( {m} ){found[1]}", pattern)  # type: ignore[misc]
    return pattern


def degree(found: Found, name: str = "deg") -> str:
    """`abit`, `much` or empty."""
    word = found.word(name)
    if "abit" in word:
        return "abit"
    return "much" if any(strong in word.split() for strong in ("much", "very", "really", "way")) else ""

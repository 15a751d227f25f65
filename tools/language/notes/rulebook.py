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
        words = frozenset(token.norm for token in tokens)
        for pattern, function in self._rules:
            if any(words.isdisjoint(some) for some in needed(pattern)):
                continue
            match = compiled(pattern).fullmatch(text)
            if match is not None and (reading := function(context, Found(match, tokens, starts))) is not None:
                return reading
        return None

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

"""Patterns over words: what a rule looks for, written as words with a few marks, and what was found.

`a/b` is either word, `( x y | z )` groups, `?`, `*` and `+` follow a word or a bracket, `name=` before either keeps
what it matched, `.` is any word, `~` any but a scene or line, `...` any words (few at first),
`@kind` a thing that was recognised before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a message as the rules see it (`norm`), where it stands in the text, and what it stands for."""

    norm: str
    start: int
    end: int
    value: Any = field(default=None, compare=False)  # a number, a colour, references: as the kind of thing has it


class Found:
    """A match of a pattern among tokens."""

    def __init__(self, match: re.Match[str], tokens: Sequence[Token], starts: Sequence[int]) -> None:
        self.match, self._tokens, self._starts = match, tokens, starts

    def has(self, name: str) -> bool:
        """Whether the group took part and holds anything."""
        return bool(self.match.groupdict().get(name))

    def word(self, name: str) -> str:
        """The words of a group as the rules see them; empty where it took no part."""
        return (self.match.groupdict().get(name) or "").strip()

    def tokens(self, name: str | int = 0) -> Sequence[Token]:
        """The tokens of a group, or of the whole match."""
        if isinstance(name, str) and not self.has(name):
            return ()
        first, last = self.range(name)
        return self._tokens[first:last]

    def range(self, name: str | int = 0) -> tuple[int, int]:
        """Which tokens: the first, and the one behind the last."""
        start, end = self.match.span(name)
        first = bisect_right(self._starts, start) - 1
        return first, max(first, bisect_right(self._starts, end - 1)) if end > start else first

    def value(self, name: str) -> Any:  # noqa: ANN401 - as the kind of thing has it
        """The value of the first recognised thing in a group; None without one."""
        return next((token.value for token in self.tokens(name) if token.norm.startswith("@")), None)

    def values(self, name: str | int) -> list[Any]:
        """The values of all recognised things in a group."""
        return [token.value for token in self.tokens(name) if token.norm.startswith("@")]


@lru_cache(maxsize=4096)
def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which a text must hold one, for the pattern to be found in it: a quick look before."""
    pieces = pattern.split()
    depth = 0
    for piece in pieces:
        depth += bool(re.fullmatch(r"(?:\w+=)?\(", piece)) - bool(re.fullmatch(r"\)[?*+]?", piece))
        if piece == "|" and not depth:
            return ()
    return tuple(_needed(pieces))


def _needed(pieces: Sequence[str]) -> list[frozenset[str]]:
    sets: list[frozenset[str]] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if re.fullmatch(r"(?:\w+=)?\(", piece):
            depth, end, split = 1, at + 1, False
            while depth:
                inner = pieces[end]
                depth += bool(re.fullmatch(r"(?:\w+=)?\(", inner)) - bool(re.fullmatch(r"\)[?*+]?", inner))
                split |= inner == "|" and depth == 1
                end += 1
            if not split and pieces[end - 1] not in (")?", ")*"):
                sets += _needed(pieces[at + 1 : end - 1])
            at = end
            continue
        body = piece.split("=", 1)[-1] if re.match(r"\w+=.", piece) else piece
        if body[-1] not in "?*" and not body.startswith("..."):
            words = frozenset(body.rstrip("+").split("/"))
            if words.isdisjoint((".", "~")):
                sets.append(words)
        at += 1
    return sets


def joined(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """The words with a space after each, and where each begins."""
    return _laid_out(tuple([token.norm for token in tokens]))[:2]


@lru_cache(maxsize=4096)
def _laid_out(norms: tuple[str, ...]) -> tuple[str, list[int], frozenset[str]]:
    starts, at = [], 0
    for norm in norms:
        starts.append(at)
        at += len(norm) + 1
    return "".join([f"{norm} " for norm in norms]), starts, frozenset(norms)


def find(pattern: str, tokens: Sequence[Token], *, whole: bool = False, at: int | None = None) -> Found | None:
    """The first match, anywhere; over all tokens (`whole`); or beginning at the token `at`."""
    text, starts, words = _laid_out(tuple([token.norm for token in tokens]))
    for some in needed(pattern):
        if words.isdisjoint(some):
            return None
    expression = compiled(pattern)
    if whole:
        match = expression.fullmatch(text)
    elif at is not None:
        match = expression.match(text, starts[at]) if at < len(starts) else None
    else:
        match = _searched(pattern).search(text)
    return Found(match, tokens, starts) if match else None


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern, over words with a space after each."""
    return re.compile(_expression(pattern))


@lru_cache(maxsize=4096)
def _searched(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){_expression(pattern)}")


def _expression(pattern: str) -> str:
    out: list[str] = []
    for piece in pattern.split():
        if opening := re.fullmatch(r"(?:(\w+)=)?\(", piece):
            out.append(f"(?P<{opening[1]}>(?:" if opening[1] else "(?:(?:")
        elif piece[0] == ")" and re.fullmatch(r"\)[?*+]?", piece):
            out.append(")" + (piece[1:] if piece[1:] in ("*", "+") else "") + ")" + ("?" if piece[1:] == "?" else ""))
        elif piece == "|":
            out.append("|")
        else:
            out.append(_element(piece))
    return "".join(out)


def _element(piece: str) -> str:
    named = re.match(r"(\w+)=(?=.)", piece)
    rest = piece[named.end() :] if named else piece
    count = ""
    if rest.startswith("..."):
        body, count = r"(?:\S+ )+?", rest[3:]
        body = r"(?:\S+ )*?" if count in ("?", "*") else body
        count = ""
    else:
        if rest[-1] in "?*+" and len(rest) > 1:
            rest, count = rest[:-1], rest[-1]
        if rest == ".":
            body = r"(?:\S+ )"
        elif rest == "~":
            body = r"(?:(?!@scene |@line )\S+ )"
        else:
            words = [re.escape(word) for word in rest.split("/") if word]
            body = f"(?:{words[0]} )" if len(words) == 1 else f"(?:(?:{'|'.join(words)}) )"
    if named:
        inner = body + (count if count in ("*", "+") else "")
        return f"(?P<{named[1]}>{inner})" + ("?" if count == "?" else "")
    return body + count

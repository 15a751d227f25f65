"""Texts as tokens that can be compared with what is said: stems of words, and numbers by what they are worth.

`48 %`, `48 percent` and `forty-eight percent` are the same two tokens, `$1.2m` and `1.2 million dollars` too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brand_memory.hashed_ngrams import is_common, stem
from tools.sense import is_dense

_PIECE = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)|(?P<sign>[%€$£¥])|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)")
_SIGNS = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound", "¥": "yen"}
_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "mio": 1e6,
    "mrd": 1e9,
}
_SHORT = {"k": 1e3, "m": 1e6, "bn": 1e9, "b": 1e9}
"""Scales where they follow a figure without a space."""
_SHARED = 5
"""Letters that words of other endings than English ones have in common at least to be taken for the same."""


@dataclass(frozen=True)
class Token:
    """What is compared, and which of the texts it stands in; `number`: it is one, written as `#` and its value."""

    text: str
    place: int
    common: bool = False

    @property
    def number(self) -> bool:
        """Whether it stands for a number."""
        return self.text.startswith("#")


def tokens(texts: Sequence[str]) -> list[Token]:
    """The tokens of `texts` in order."""
    return list(_valued(_pieces(texts)))


def alike(one: str, other: str) -> bool:
    """Whether two tokens are the same word or number, or words that differ in their ending alone."""
    if one == other:
        return True
    if one[:1] == "#" or other[:1] == "#" or min(len(one), len(other)) < _SHARED:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= _SHARED and same >= 0.7 * max(len(one), len(other))


@dataclass(frozen=True)
class _Piece:
    text: str
    place: int
    tight: bool
    """Whether it follows the piece before without a space."""


def _pieces(texts: Sequence[str]) -> list[_Piece]:
    found: list[_Piece] = []
    for place, text in enumerate(texts):
        plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
        end = -1
        for match in _PIECE.finditer(plain):
            if is_dense(match.group()[0]):
                found += [_Piece(sign, place, False) for sign in match.group()]
            else:
                found.append(_Piece(match.group(), place, match.start() == end))
            end = match.end()
    return found


def _valued(pieces: Sequence[_Piece]) -> Iterator[Token]:
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        value, after = _number(pieces, at)
        if value is not None:
            yield Token(f"#{value:g}", piece.place)
            at = after
        elif piece.text == "per" and at + 1 < len(pieces) and pieces[at + 1].text == "cent":
            yield Token("percent", piece.place)
            at += 2
        else:
            text = _SIGNS.get(piece.text, piece.text).replace("’", "'").removesuffix("'s")
            yield Token(text if text in _SIGNS.values() else stem(text), piece.place, is_common(text))
            at += 1


def _number(pieces: Sequence[_Piece], at: int) -> tuple[float | None, int]:
    """The number that begins at a piece, and the place after it; None where there is none."""
    total, part, tens, begun = 0.0, 0.0, False, False
    while at < len(pieces):
        word, tight = pieces[at].text, pieces[at].tight
        room = not begun or _open(total, part)
        if word[0].isdigit():
            if begun:
                break
            part = _value(word)
        elif word in _ONES and (room or tens and _ONES[word] < 10):
            part, tens = part + _ONES[word], False
        elif word in _TENS and room:
            part, tens = part + _TENS[word], True
        elif not begun and word == "a" and pieces[at + 1 : at + 2] and pieces[at + 1].text in _SCALES:
            part = 1.0
        elif begun and (word in _SCALES or tight and word in _SHORT):
            scale = _SCALES.get(word) or _SHORT[word]
            tens = False
            if scale == 100:
                part *= scale
            else:
                total, part = total + part * scale, 0.0
        elif begun and word == "point" and pieces[at + 1 : at + 2] and pieces[at + 1].text in _ONES:
            digits = 0.1
            while at + 1 < len(pieces) and _ONES.get(pieces[at + 1].text, 10) < 10:
                part, digits, at = part + digits * _ONES[pieces[at + 1].text], digits / 10, at + 1
        elif not (begun and word == "and" and _open(total, part) and _goes_on(pieces, at)):
            break
        begun, at = True, at + 1
    return (total + part, at) if begun else (None, at)


def _open(total: float, part: float) -> bool:
    """Whether tens or ones may follow: after `hundred` or a scale."""
    return part % 100 == 0 and (part >= 100 or total > 0)


def _goes_on(pieces: Sequence[_Piece], at: int) -> bool:
    """Whether `and` stands inside a number, as in `a hundred and five`."""
    following = pieces[at + 1].text if at + 1 < len(pieces) else ""
    return following in _ONES or following in _TENS


def _value(written: str) -> float:
    """The number in figures, whichever of point and comma is its decimal sign."""
    groups = re.split(r"[.,]", written)
    signs = re.findall(r"[.,]", written)
    if not signs:
        return float(written[:300])
    thousands = all(len(group) == 3 for group in groups[1:]) and len(set(signs)) == 1 and groups[0] != "0"
    if thousands or len(signs) > 1 and len(set(signs)) == 1:
        return float("".join(groups)[:300])
    return float(f"{''.join(groups[:-1])}.{groups[-1]}"[:300])

"""Where a text may be broken into lines, and where it is broken best. Knows widths only as numbers.

Words break at spaces, after hyphens and slashes; Chinese and Japanese between characters except before closing and
after opening punctuation (the common set of JIS X 4051); Thai, Lao, Khmer and Burmese between words of a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from renderers.word_borders import join_words, needs_dictionary

_SPACES = re.compile("[ \t\u2000-\u2006\u2008-\u200b\u205f\u3000]+")
_AFTER = re.compile(r"(?<=[^\W\d_]{2}[-/‐–—])(?=\w{2})|(?<=[/—])(?=\w{3})")
_NO_START = frozenset(
    "、。，．・：；？！）］｝〉》」』】〕〗〙ー々,.!?:;)]}%”’…‥～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NO_END = frozenset("（［｛〈《「『【〔〖〘([{“‘$￥＄£")
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF),
    (0xFF00, 0xFF65), (0x20000, 0x3FFFF),
)  # fmt: skip
"""Thai and Lao, Burmese, Khmer, Chinese and Japanese."""
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2")
_ORPHAN_SHARE = 0.34
"""A last line of one word is an orphan when it is shorter than this part of the longest line."""


@dataclass(frozen=True)
class Piece:
    """What is never broken, and whether a space stands before it when it does not begin a line."""

    text: str
    spaced: bool


def unspaced(character: str) -> bool:
    """Whether the character belongs to a script that sets no spaces between words."""
    return any(first <= ord(character) <= last for first, last in _UNSPACED)


def clusters(text: str) -> list[str]:
    """`text` in the smallest parts that may be parted: a base with its marks, an emoji with its joiners, a flag."""
    parts: list[str] = []
    flags = 0
    for character in text:
        regional = 0x1F1E6 <= ord(character) <= 0x1F1FF
        tied = bool(parts) and (
            unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}
            or 0x1F3FB <= ord(character) <= 0x1F3FF
            or parts[-1][-1] == "\u200d"
            or parts[-1][-1] in _VIRAMAS
            or (regional and flags % 2 == 1)
        )
        flags = flags + 1 if regional else 0
        if tied:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _opportunities(word: str) -> list[str]:
    """The parts of a word between which a line may end."""
    if not any(unspaced(c) for c in word):
        return _AFTER.split(word)
    if needs_dictionary(word):
        return join_words(clusters(word))
    parts: list[str] = []
    for cluster in clusters(word):
        if not parts:
            parts.append(cluster)
            continue
        before, after = parts[-1][-1], cluster[0]
        wide = ord(before) >= 0x2E80 and ord(after) >= 0x2E80 or unspaced(before) != unspaced(after)
        if wide and after not in _NO_START and before not in _NO_END:
            parts.append(cluster)
        else:
            parts[-1] += cluster
    return parts


def pieces(text: str) -> list[Piece]:
    """`text` (one paragraph) in pieces that are never broken."""
    found: list[Piece] = []
    for word in _SPACES.split(text):
        parts = [part for part in _opportunities(word) if part] if word else []
        found += [Piece(part, i == 0 and bool(found)) for i, part in enumerate(parts)]
    return found


def join(line: Sequence[Piece]) -> str:
    """The text of a line made of `line`."""
    return "".join((" " if piece.spaced and i else "") + piece.text for i, piece in enumerate(line))


def chop(found: Sequence[Piece], limit: float, measure: Callable[[str], float]) -> list[Piece]:
    """The same pieces, those wider than `limit` cut between characters."""
    result: list[Piece] = []
    for piece in found:
        if measure(piece.text) <= limit:
            result.append(piece)
            continue
        rest, spaced = "", piece.spaced
        for cluster in clusters(piece.text):
            if rest and measure(rest + cluster) > limit:
                result.append(Piece(rest, spaced))
                rest, spaced = cluster, False
            else:
                rest += cluster
        result.append(Piece(rest, spaced))
    return result


def fewest(widths: Sequence[float], gaps: Sequence[float], limit: float) -> int:
    """How many lines pieces of these `widths` need. `gaps[i]` is the space before piece `i` inside a line."""
    count, filled = 0, 0.0
    for i, width in enumerate(widths):
        if count == 0 or filled + gaps[i] + width > limit:
            count, filled = count + 1, width
        else:
            filled += gaps[i] + width
    return count


def best(
    found: Sequence[Piece], widths: Sequence[float], gaps: Sequence[float], limit: float, *, balance: bool
) -> list[int]:
    """The index after each line's last piece, in as few lines as can be, with the least ragged edge and no orphan.

    With `balance` all lines count alike (headings); without, the last line may be short (running text).
    """
    size, count = len(widths), fewest(widths, gaps, limit)
    if count <= 1:
        return [size] if size else []
    infinite = float("inf")
    cost = [[infinite] * (size + 1) for _ in range(count + 1)]
    back = [[0] * (size + 1) for _ in range(count + 1)]
    cost[0][0] = 0.0
    for row in range(1, count + 1):
        for start in range(size):
            if cost[row - 1][start] == infinite:
                continue
            filled = -gaps[start]
            for end in range(start + 1, size + 1):
                filled += gaps[end - 1] + widths[end - 1]
                if filled > limit and end > start + 1:
                    break
                total = cost[row - 1][start] + _raggedness(found, start, end, filled / limit, size, balance)
                if total < cost[row][end]:
                    cost[row][end], back[row][end] = total, start
    ends, end = [], size
    for row in range(count, 0, -1):
        ends.append(end)
        end = back[row][end]
    return ends[::-1]


def _raggedness(found: Sequence[Piece], start: int, end: int, filled: float, size: int, balance: bool) -> float:
    """How bad a line of the pieces `start` to before `end` is, when it fills this share of the width."""
    last = end == size
    slack = 0.0 if last and not balance else (1.0 - filled) ** 2
    if last and filled < _ORPHAN_SHARE and (end - start == 1 or len(join(found[start:end])) < 6):
        slack += 1.0
    if not last:
        if unicodedata.category(found[end].text[0]) == "So":
            slack += 0.3
        ending = found[end - 1].text
        if found[end].spaced and len(ending) <= 2 and ending.isalpha():
            slack += 0.06
        if ending[-1] in ".!?:;,。，、؟،":
            slack -= 0.04
    return slack

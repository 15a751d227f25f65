"""Captions: words with times become readable cues, broken where the sense breaks."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from math import inf

from renderers.line_breaking import pieces
from renderers.speech import Word
from renderers.timeline import CaptionCue, CueWord
from renderers.word_borders import needs_dictionary
from tools.sense import break_cost, columns_of, is_dense

COLUMNS: dict[str, int] = {"16:9": 42, "1:1": 32, "4:5": 28, "9:16": 25}
"""The longest caption line by aspect, in characters. Chinese, Japanese and Korean characters count double."""
ROWS: dict[str, int] = {"16:9": 2, "1:1": 2, "4:5": 2, "9:16": 3}
"""The most lines of a caption by aspect: two for wide pictures, three of 25 characters for tall ones (BBC)."""

SHORTEST_SECONDS, LONGEST_SECONDS, LINGER_SECONDS, PAUSE_SECONDS = 5 / 6, 7.0, 0.6, 0.7
"""No caption is seen for less or longer than the first two (Netflix, Timed Text Style Guide)."""
CHARACTERS_A_SECOND, MOST_CHARACTERS_A_SECOND = 17, 20
"""The reading speed that subtitles for adults stay under, and that beyond which they can not be followed (Netflix)."""

_BY_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_AT_A_SPACE, _INSIDE_A_WORD, _AT_A_WORD = 1.5, 8.0, 4.0
"""The costs of breaking dense writing that has spaces: at one of them, where a word or phrase ends; elsewhere; and
where words are known, before one.
"""
_A_ROW, _MORE_ROWS = 1.0, 30.0
"""The costs of a line more than is needed, and of words beside one that takes several lines by itself, where all
together take more than there are.
"""
_OPENERS = "([{\"'“‘«¿¡「『（"


def caption_words(text: str, words: Sequence[Word]) -> tuple[tuple[str, float, float], ...]:
    """What is written between spaces in `text`, each with its start and end in seconds; marks stay with their word.

    Chinese and Japanese are cut into characters, Thai, Lao, Khmer and Burmese into words; where a space is written
    after all, what is before it keeps it. Signs that are not spoken join a neighbour.
    """
    tokens = [(match.group(), match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    found: list[tuple[str, float, float]] = []
    waiting = ""
    for written, first, after in tokens:
        heard = [word for word in words if first <= word.offset < after]
        if not heard:
            if found:
                found[-1] = (f"{found[-1][0].rstrip()} {written}", *found[-1][1:])
            else:
                waiting += f"{written} "
            continue
        timed = _timed(waiting, written, heard[0].start, heard[-1].end)
        if is_dense(written[-1]) and is_dense(text[after:].lstrip()[:1]):
            timed[-1] = (f"{timed[-1][0]} ", *timed[-1][1:])
        found += timed
        waiting = ""
    return tuple(found)


def _timed(waiting: str, written: str, start: float, end: float) -> list[tuple[str, float, float]]:
    """What is written, with the signs that waited for it, in its parts that share the time from `start` to `end`."""
    if needs_dictionary(written):
        parts = [piece.text for piece in pieces(written)]
        sizes = [len(part) for part in parts]
        parts[0] = waiting + parts[0]
    elif _BY_CHARACTER.search(waiting + written):
        parts = _dense_pieces(waiting + written)
        sizes = [1] * len(parts)
    else:
        return [(waiting + written, start, end)]
    ends = [start + (end - start) * size / sum(sizes) for size in accumulate(sizes)]
    return list(zip(parts, [start, *ends], ends, strict=False))


def _dense_pieces(written: str) -> list[str]:
    """Characters, with closing marks on the character before and foreign runs whole."""
    parts: list[str] = []
    for piece in re.findall(r"[^\W\d_\u3040-\u9fff]+|\d+|.", written, re.DOTALL):
        if parts and ((not piece.isalnum() and piece not in _OPENERS) or parts[-1] in _OPENERS):
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts


@dataclass(frozen=True)
class Breaking:
    """How captions are broken: `rows` lines of `columns` characters at the most, and at the most `words` words in all
    (0: as many as fit), none seen for less than `shortest` seconds where there is room.
    """

    columns: int
    rows: int = 2
    words: int = 0
    shortest: float = SHORTEST_SECONDS


class _Measure:
    """Costs of a stretch of words as one cue; lower is better."""

    def __init__(self, words: Sequence[CueWord], asked: Breaking, rate: Fraction, end: int) -> None:
        self.words, self.asked, self.rate, self.end = words, asked, rate, end
        self._fps = float(rate)
        texts = [word.text for word in words]
        spaced = any(text.endswith(" ") for text in texts)
        self._breaks = [0.0, *(_break_cost(*both, spaced=spaced) for both in pairwise(texts))]
        self._tight = [False, *(bool(is_dense(a[-1:]) and is_dense(b[:1])) for a, b in pairwise(texts))]
        sizes = [columns_of(text.rstrip()) for text in texts]
        self._sizes = [0, *accumulate(sizes)]
        self._spaces = [0, *accumulate(0 if tight else 1 for tight in self._tight)]
        self._further = [0, *accumulate((size - 1) // asked.columns for size in sizes)]

    def width(self, first: int, after: int) -> int:
        """The columns that the words from `first` to before `after` take on one line."""
        return self._sizes[after] - self._sizes[first] + self._spaces[after] - self._spaces[first + 1]

    def cuts(self, first: int, after: int) -> tuple[int, ...] | None:
        """Where the lines after the first begin, of the words from `first` to before `after`; None where they do not
        fit. A word wider than a line may stand on one alone.
        """
        if self._fits(first, after):
            return ()
        best: tuple[float, tuple[int, ...]] | None = None
        for rows in range(2, self.asked.rows + 1):
            found = self._best(first, after, rows, self.width(first, after) / rows)
            if found is not None and (best is None or found[0] < best[0] - _A_ROW):
                best = found
            # More lines than are needed only keep together what is read as one.
            if best is not None and all(self._breaks[cut] < _INSIDE_A_WORD for cut in best[1]):
                break
        return best and best[1]

    def _fits(self, first: int, after: int) -> bool:
        return after - first == 1 or self.width(first, after) <= self.asked.columns

    def _best(self, first: int, after: int, rows: int, even: float) -> tuple[float, tuple[int, ...]] | None:
        """The cheapest way to set the words in that many lines that are as near to `even` as sense lets them be."""
        uneven = 6.0 * abs(self.width(first, after) - even) / self.asked.columns
        if rows == 1:
            return (uneven, ()) if self._fits(first, after) else None
        best: tuple[float, tuple[int, ...]] | None = None
        for cut in range(first + 1, after - rows + 2):
            if not self._fits(first, cut):
                break
            rest = self._best(cut, after, rows - 1, even)
            if rest is None:
                continue
            width = self.width(first, cut)
            cost = rest[0] + self._breaks[cut] + 6.0 * abs(width - even) / self.asked.columns
            # Of two ways that are as good, the one that widens downwards keeps more of the picture.
            cost += 0.5 if width > self.width(cut, rest[1][0] if rest[1] else after) else 0.0
            if best is None or cost < best[0]:
                best = cost, (cut, *rest[1])
        return best

    def cost(self, first: int, after: int) -> float:
        """How badly these words make one cue."""
        apart = self._spaces[after] - self._spaces[first + 1] + 1
        cuts = self.cuts(first, after) if not self.asked.words or apart <= self.asked.words else None
        if cuts is None:
            return inf
        words, shortest = self.words, self.asked.shortest
        until = words[after].start if after < len(words) else self.end
        shown = (until - words[first].start) / self._fps
        cost = 4.0 + sum(0.5 + 0.8 * self._breaks[cut] for cut in cuts)
        if after < len(words):
            cost += 1.6 * self._breaks[after]
        if shown < shortest:
            cost += 40.0 * (shortest - shown) + 20.0
        if shown > LONGEST_SECONDS and after - first > 1:
            cost += 20.0 + 10.0 * (shown - LONGEST_SECONDS)
        rows = len(cuts) + 1 + self._further[after] - self._further[first]
        if rows > self.asked.rows and after - first > 1:
            cost += _MORE_ROWS
        speed = sum(len(word.text) + 1 for word in words[first:after]) / max(shown, 0.04)
        if speed > CHARACTERS_A_SECOND:
            cost += min(8.0, (speed - CHARACTERS_A_SECOND) / 2)
        for index in range(first + 1, after):
            if (words[index].start - words[index - 1].end) / self._fps > PAUSE_SECONDS:
                cost += 25.0
            elif self._breaks[index] == 0:
                cost += 5.0
        return cost


def break_captions(words: Sequence[CueWord], asked: Breaking, *, rate: Fraction, end: int) -> tuple[CaptionCue, ...]:
    """The cues for `words` (frames, in order), as many lines and characters as `asked` allows, never overlapping.

    Every word is in exactly one cue, in order. A cue begins with its first word and stays `asked.shortest` seconds
    where the next word leaves room for it; none outlasts frame `end`. A word longer than a line stands on a line alone,
    and in a cue alone where it takes as many lines as there may be.
    """
    if not words:
        return ()
    measure = _Measure(words, asked, rate, end)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for after in range(1, len(words) + 1):
        options: list[tuple[float, int]] = []
        for first in range(after - 1, -1, -1):
            cost = measure.cost(first, after)
            if cost == inf:
                break
            options.append((best[first][0] + cost, first))
        best.append(min(options))
    bounds = [len(words)]
    while bounds[-1]:
        bounds.append(best[bounds[-1]][1])
    bounds.reverse()
    return tuple(_cue(measure, first, after) for first, after in pairwise(bounds))


def _cue(measure: _Measure, first: int, after: int) -> CaptionCue:
    cuts, words, rate = measure.cuts(first, after), measure.words, measure.rate
    assert cuts is not None
    start, spoken = words[first].start, words[after - 1].end
    limit = words[after].start if after < len(words) else max(measure.end, spoken)
    linger = round(Fraction(str(LINGER_SECONDS)) * rate)
    shortest = math.ceil(Fraction(measure.asked.shortest).limit_denominator(60) * rate)
    longest = max(spoken, start + math.floor(Fraction(str(LONGEST_SECONDS)) * rate))
    end = limit if limit - spoken <= linger else max(spoken + linger // 2, start + shortest)
    lines = (tuple(words[one:next_]) for one, next_ in pairwise((first, *cuts, after)))
    return CaptionCue(tuple(_merged(line) for line in lines), start, max(start + 1, min(end, limit, longest)))


def _merged(line: tuple[CueWord, ...]) -> tuple[CueWord, ...]:
    """A line of dense writing is one word, since no spaces stand between its characters; behind the name of who speaks,
    which is not heard and takes no time.
    """
    named = 1 if line[0].start == line[0].end else 0
    if any(is_dense(word.text) for word in line[named:]):
        return (*line[:named], CueWord(_join(line[named:]), line[named].start, line[-1].end))
    return line


def _break_cost(before: str, after: str, *, spaced: bool) -> float:
    """The cost of a break; `spaced` where dense writing has spaces between some of its words."""
    cost = break_cost(before.rstrip(), after)
    if before.endswith(" "):
        return min(cost, _AT_A_SPACE)
    inside = spaced and cost > _AT_A_SPACE and is_dense(before[-1:]) and is_dense(after[:1])
    return max(cost, _AT_A_WORD if needs_dictionary(after) else _INSIDE_A_WORD) if inside else cost


def _join(words: Iterable[CueWord]) -> str:
    text = ""
    for word in words:
        tight = text and is_dense(text[-1]) and is_dense(word.text[0])
        text += word.text if not text or tight else f" {word.text}" if not text.endswith(" ") else word.text
    return text.rstrip()


def cue_text(cue: CaptionCue) -> str:
    """The text of a cue, its lines on lines."""
    return "\n".join(_join(line) for line in cue.lines)

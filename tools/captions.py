"""Captions: words with times become readable cues, broken where the sense breaks, and caption files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from renderers.speech import Word
from renderers.timeline import CaptionCue, CueWord
from tools.sense import break_cost, is_dense

COLUMNS: dict[str, int] = {"16:9": 42, "1:1": 32, "4:5": 28, "9:16": 25}
"""The longest caption line by aspect, in characters. Chinese, Japanese and Korean characters count double."""

SHORTEST_SECONDS, LINGER_SECONDS, PAUSE_SECONDS = 0.8, 0.6, 0.7
CHARACTERS_A_SECOND = 20
"""The reading speed that subtitles for adults stay under."""

_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_OPENERS = "([{\"'“‘«¿¡「『（"


def caption_words(text: str, words: Sequence[Word]) -> tuple[tuple[str, float, float], ...]:
    """What is written between spaces in `text`, each with its start and end in seconds; marks stay with their word.

    Writing without spaces (Chinese, Japanese, Thai) is cut into characters. Signs that are not spoken join a neighbour.
    """
    tokens = [(match.group(), match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    found: list[tuple[str, float, float]] = []
    waiting = ""
    for written, first, after in tokens:
        heard = [word for word in words if first <= word.offset < after]
        if not heard:
            if found:
                found[-1] = (f"{found[-1][0]} {written}", *found[-1][1:])
            else:
                waiting += f"{written} "
            continue
        found += _timed(waiting + written, heard[0].start, heard[-1].end)
        waiting = ""
    return tuple(found)


def _timed(written: str, start: float, end: float) -> list[tuple[str, float, float]]:
    if not _DENSE.search(written):
        return [(written, start, end)]
    pieces = _dense_pieces(written)
    step = (end - start) / len(pieces)
    return [(piece, start + step * index, start + step * (index + 1)) for index, piece in enumerate(pieces)]


def _dense_pieces(written: str) -> list[str]:
    """Characters, with closing marks on the character before and foreign runs whole."""
    pieces: list[str] = []
    for piece in re.findall(r"[^\W\d_\u3040-\u9fff\u0e00-\u0e7f]+|\d+|.", written, re.DOTALL):
        combining = "\u0e31" <= piece <= "\u0e4e" and not ("\u0e40" <= piece <= "\u0e46")
        if pieces and (combining or (not piece.isalnum() and piece not in _OPENERS) or pieces[-1] in _OPENERS):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


@dataclass(frozen=True)
class _Measure:
    """Costs of a stretch of words as one cue; lower is better."""

    words: Sequence[CueWord]
    columns: int
    rate: Fraction
    end: int

    def lines(self, first: int, after: int) -> tuple[tuple[CueWord, ...], ...] | None:
        """The words from `first` to before `after` in one or two lines, or None where they do not fit."""
        chosen = tuple(self.words[first:after])
        if _width(chosen) <= self.columns or len(chosen) == 1:
            return (chosen,)
        best: tuple[float, int] | None = None
        for cut in range(1, len(chosen)):
            top, bottom = _width(chosen[:cut]), _width(chosen[cut:])
            if (top > self.columns and cut > 1) or (bottom > self.columns and cut < len(chosen) - 1):
                continue
            cost = break_cost(chosen[cut - 1].text, chosen[cut].text) + 6.0 * abs(top - bottom) / self.columns
            if top > bottom:
                cost += 0.5
            if best is None or cost < best[0]:
                best = (cost, cut)
        return (chosen[: best[1]], chosen[best[1] :]) if best else None

    def cost(self, first: int, after: int) -> float:
        """How badly these words make one cue."""
        lines = self.lines(first, after)
        if lines is None:
            return float("inf")
        until = self.words[after].start if after < len(self.words) else self.end
        shown = float((until - self.words[first].start) / self.rate)
        cost = 4.0
        if len(lines) == 2:
            cost += 0.5 + 0.8 * break_cost(lines[0][-1].text, lines[1][0].text)
        if after < len(self.words):
            cost += 1.6 * break_cost(self.words[after - 1].text, self.words[after].text)
        if shown < SHORTEST_SECONDS:
            cost += 40.0 * (SHORTEST_SECONDS - shown) + 20.0
        speed = sum(len(word.text) + 1 for word in self.words[first:after]) / max(shown, 0.04)
        if speed > CHARACTERS_A_SECOND:
            cost += min(8.0, (speed - CHARACTERS_A_SECOND) / 2)
        for index in range(first + 1, after):
            before, word = self.words[index - 1], self.words[index]
            if float((word.start - before.end) / self.rate) > PAUSE_SECONDS:
                cost += 25.0
            elif break_cost(before.text, word.text) == 0:
                cost += 5.0
        return cost


def break_captions(words: Sequence[CueWord], *, columns: int, rate: Fraction, end: int) -> tuple[CaptionCue, ...]:
    """The cues for `words` (frames, in order): at most two lines of `columns` characters, never overlapping.

    Every word is in exactly one cue, in order. A cue begins with its first word and stays at least 0.8 s where the next
    word leaves room for it; none outlasts frame `end`. A word longer than a line stands on a line alone.
    """
    if not words:
        return ()
    measure = _Measure(words, columns, rate, end)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for after in range(1, len(words) + 1):
        options: list[tuple[float, int]] = []
        for first in range(after - 1, -1, -1):
            cost = measure.cost(first, after)
            if cost == float("inf"):
                break
            options.append((best[first][0] + cost, first))
        best.append(min(options))
    bounds = [len(words)]
    while bounds[-1]:
        bounds.append(best[bounds[-1]][1])
    bounds.reverse()
    return tuple(_cue(measure, first, after) for first, after in zip(bounds, bounds[1:], strict=False))


def _cue(measure: _Measure, first: int, after: int) -> CaptionCue:
    lines = measure.lines(first, after)
    assert lines is not None
    start, spoken = measure.words[first].start, measure.words[after - 1].end
    limit = measure.words[after].start if after < len(measure.words) else max(measure.end, spoken)
    linger = round(Fraction(str(LINGER_SECONDS)) * measure.rate)
    shortest = round(Fraction(str(SHORTEST_SECONDS)) * measure.rate)
    end = limit if limit - spoken <= linger else max(spoken + linger // 2, start + shortest)
    return CaptionCue(tuple(_merged(line) for line in lines), start, max(start + 1, min(end, limit)))


def _merged(line: tuple[CueWord, ...]) -> tuple[CueWord, ...]:
    """A line of dense writing is one word, since no spaces stand between its characters."""
    if len(line) > 1 and any(is_dense(word.text) for word in line):
        return (CueWord(_join(line), line[0].start, line[-1].end),)
    return line


def _join(words: Iterable[CueWord]) -> str:
    text = ""
    for word in words:
        tight = text and is_dense(text[-1]) and is_dense(word.text[0])
        text += word.text if not text or tight else f" {word.text}"
    return text


def _width(words: Sequence[CueWord]) -> int:
    text = _join(words)
    return len(text) + sum(1 for character in text if is_dense(character))


def cue_text(cue: CaptionCue) -> str:
    """The text of a cue, its lines on lines."""
    return "\n".join(_join(line) for line in cue.lines)


def to_srt(cues: Sequence[CaptionCue], rate: Fraction) -> str:
    """The cues (programme frames) as a SubRip file."""
    blocks = (
        f"{number}\n{_clock(cue.start, rate, ',')} --> {_clock(cue.end, rate, ',')}\n{_safe(cue)}\n"
        for number, cue in enumerate(cues, 1)
    )
    return "\n".join(blocks)


def to_vtt(cues: Sequence[CaptionCue], rate: Fraction) -> str:
    """The cues (programme frames) as a WebVTT file."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        text = _safe(cue).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{_clock(cue.start, rate, '.')} --> {_clock(cue.end, rate, '.')}\n{text}\n")
    return "\n".join(blocks)


def _safe(cue: CaptionCue) -> str:
    return cue_text(cue).replace("-->", "→")


def _clock(frame: int, rate: Fraction, mark: str) -> str:
    total = round(frame * 1000 / rate)
    minutes, milliseconds = divmod(total, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{milliseconds // 1000:02d}{mark}{milliseconds % 1000:03d}"

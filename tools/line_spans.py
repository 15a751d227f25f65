"""Spans: how some words of a line are said, tied to the characters of its clean text, and carried along by edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from pydantic import Field

from tools.documents import Document

Emphasis = Literal["", "reduced", "moderate", "strong"]
LONGEST_PAUSE = 10.0
"""Seconds, as in SSML engines; longer silence belongs between scenes."""

_DENSE = "\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_DENSE}]|[^\s{_DENSE}]+")
_LONGEST_EXCHANGE = 3
"""Words put in the place of as many others that take over how those were said; a longer exchange is a new wording."""


class Span(Document):
    """How the characters from `start` to before `end` of a line are said; what has its default is left as it is.

    `speed` is a factor, `pitch` in half-tones, `volume` in decibels, `pause` the silence in seconds after the last
    word. `said` is spoken in their place and never shown: a respelling, or sounds in IPA between slashes.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    emphasis: Emphasis = ""
    speed: float = Field(1.0, ge=0.5, le=2.0)
    pitch: float = Field(0.0, ge=-12, le=12)
    volume: float = Field(0.0, ge=-20, le=12)
    pause: float | None = Field(None, ge=0, le=LONGEST_PAUSE)
    said: str = Field("", max_length=300)


@dataclass(frozen=True)
class _Word:
    """A written word without the marks beside it: its place in the text, and its letters and figures in small."""

    start: int
    end: int
    bare: str


def carried(spans: Iterable[Span], old: str, new: str) -> tuple[Span, ...]:
    """`spans` of the text `old` where their words stand in `new`, in order.

    A span stays on those of its words that were left alone. Where a few words were exchanged for others in the same
    place, these take over its emphasis, pitch and pause, but not how the old ones were pronounced.
    """
    wanted = tuple(spans)
    if old == new or not wanted:
        return wanted
    before, after = _words(old), _words(new)
    place = _places(before, after)
    found = [moved for span in wanted if (moved := _carry(span, before, after, place))]
    return ordered(found)


def ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans by where they begin, the longer of two first."""
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def occurrence(text: str, words: str, number: int = 1) -> tuple[int, int] | None:
    """Where the `number`-th `words` stand in `text`, in any case and as whole words; None where they do not."""
    wanted = words.split()
    if not wanted:
        return None
    inside = r"\s+".join(re.escape(word) for word in wanted)
    opens = r"(?<!\w)" if wanted[0][0].isalnum() and not re.match(f"[{_DENSE}]", wanted[0]) else ""
    closes = r"(?!\w)" if wanted[-1][-1].isalnum() and not re.match(f"[{_DENSE}]", wanted[-1][-1]) else ""
    places = list(re.finditer(opens + inside + closes, text, re.IGNORECASE))
    return places[number - 1].span() if 0 < number <= len(places) else None


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        spoken = [at for at, sign in enumerate(match.group()) if sign.isalnum()]
        first, last = (spoken[0], spoken[-1] + 1) if spoken else (0, len(match.group()))
        bare = "".join(sign for sign in match.group().casefold() if sign.isalnum())
        found.append(_Word(match.start() + first, match.start() + last, bare))
    return found


def _places(before: Sequence[_Word], after: Sequence[_Word]) -> dict[int, tuple[int, bool]]:
    """By the index of an old word, the index of the new one in its place, and whether it is the same word."""
    matcher = SequenceMatcher(None, [word.bare for word in before], [word.bare for word in after], autojunk=False)
    found: dict[int, tuple[int, bool]] = {}
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        alike = last - first == new_last - new_first
        if kind == "equal" or (kind == "replace" and alike and last - first <= _LONGEST_EXCHANGE):
            found |= {at: (new_first + at - first, kind == "equal") for at in range(first, last)}
    return found


def _carry(
    span: Span, before: Sequence[_Word], after: Sequence[_Word], place: dict[int, tuple[int, bool]]
) -> Span | None:
    own = [at for at, word in enumerate(before) if word.start < span.end and word.end > span.start]
    kept = [at for at in own if at in place]
    if not kept:
        return None
    same = len(kept) == len(own) and all(place[at][1] for at in own)
    # A pause follows the last word: it stays only while that does.
    pause = span.pause if own[-1] in place else None
    first, last = after[place[kept[0]][0]], after[place[kept[-1]][0]]
    # Where the span began or ended inside a word, it still does.
    start = first.start + max(0, span.start - before[kept[0]].start if place[kept[0]][1] else 0)
    inner = max(0, before[kept[-1]].end - span.end) if place[kept[-1]][1] and kept[-1] == own[-1] else 0
    end = last.end - inner
    if end <= start:
        start, end = first.start, last.end
    moved = span.changed(start=start, end=end, pause=pause, said=span.said if same else "")
    return moved if moved != Span(start=start, end=end) else None

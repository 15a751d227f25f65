"""Marked text: a subset of SSML and a shorthand in scripts, taken apart into clean words and how they are said.

A script is marked once as a whole (`mark_text`): every mark becomes one private character, which goes unhurt through
whatever cuts the script into paragraphs and sentences. Then `MarkReader` takes these characters out again, line by
line, and leaves spans in their place. A mark that was opened in one line goes on in the next until it is closed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tools.errors import BadInput
from tools.line_marks import CARRIERS, PAUSE_TAGS, Manner, check_tag, describe_tag, shorthand_pause
from tools.line_spans import Span, ordered
from tools.script import Line

FIRST_MARK, LAST_MARK = 0xF0000, 0xFFFFD
"""The private characters that stand for marks; such characters in a script itself are dropped."""

_ATTRIBUTES = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>/]+))*"
_TAG = re.compile(rf"<(/?)([A-Za-z][\w:-]*)({_ATTRIBUTES})\s*(/?)>")
_PAUSE = re.compile(r"\[\s*(?:pause|break)\b([^\]\n]*)\]", re.IGNORECASE)
_STRESS = re.compile(r"(?<![\w*\\])(\*{1,2})(?=[^\s*])([^*\n]{1,80}?)(?<=[^\s*\\])\1(?![\w*])")
_MOST_STRESSED = 5
"""Words between asterisks; more of them are set in bold, not stressed."""
_PROLOGUE = re.compile(r"<\?xml\b[^<>]*\?>|<!DOCTYPE\b[^<>]*>|<!--.*?-->", re.DOTALL)
"""What an SSML document may begin with, and its comments."""
_MARKS = re.compile(f"[{chr(FIRST_MARK)}-{chr(LAST_MARK)}]")
_SIGNS = f"[{chr(FIRST_MARK)}-{chr(LAST_MARK)}]+"
_BEHIND = re.compile(rf"([^\w\s{chr(FIRST_MARK)}-{chr(LAST_MARK)}]*)([^\S\n]*)({_SIGNS})")
_AHEAD = re.compile(rf"({_SIGNS})([^\S\n]+)")


@dataclass(frozen=True)
class _Mark:
    """What one private character stands for: the beginning or (`closes`) the end of a manner, or a pause in seconds."""

    tag: str
    manner: Manner | None = None
    closes: bool = False
    pause: float | None = None


@dataclass
class MarkReader:
    """The marks of one script, and which of them are open where it is being read. `text` is what to cut into lines."""

    text: str
    marks: Sequence[_Mark] = ()
    _open: list[_Mark] = field(default_factory=list)
    _owed: float = 0.0
    """Seconds of pause before the next line that has words."""

    def read(self, piece: str, id_: str = "l") -> Line:
        """The line that `piece` of `text` is; pieces are read in their order, and each only once."""
        clean: list[str] = []
        at, begun = 0, [(mark, 0) for mark in self._open]
        spans: list[Span] = []
        before = self._owed
        for char in piece:
            number = ord(char) - FIRST_MARK
            if not 0 <= number < len(self.marks):
                clean.append(char)
                at += 1
                continue
            mark = self.marks[number]
            if mark.pause is not None:
                place = _last_word("".join(clean))
                if place is None:
                    before += mark.pause
                else:
                    spans.append(Span(start=place[0], end=place[1], pause=mark.pause))
            elif mark.closes:
                own = next(i for i in range(len(begun) - 1, -1, -1) if begun[i][0].tag == mark.tag)
                opened, start = begun.pop(own)
                spans += _span(opened, start, "".join(clean))
            else:
                begun.append((mark, at))
        self._open = [mark for mark, _ in begun]
        whole = "".join(clean)
        # What is still open ends with the last word, as it would if it were closed there.
        until = whole[: next((at + 1 for at in range(len(whole) - 1, -1, -1) if whole[at].isalnum()), 0)]
        spans += [span for opened, start in begun for span in _span(opened, start, until)]
        text, spans = _tidied(whole, spans)
        # A pause behind the last word is one after the line.
        last = _last_word(text)
        ending = [span for span in spans if span.pause is not None and last and span.start >= last[0]]
        after = sum(span.pause or 0.0 for span in ending)
        kept = [span for span in spans if span not in ending]
        self._owed = 0.0 if last else before
        return Line(id=id_, text=text, spans=ordered(kept), pause_before=min(before, 30), pause_after=min(after, 30))


def mark_text(text: str, *, markdown: bool = False) -> MarkReader:
    """`text` with its marks as private characters. Raises `BadInput` for a mark that is malformed or never closed.

    `markdown`: tags that HTML has too, or nobody knows, are no fault of the script.
    """
    text = _MARKS.sub("", text)
    if not _looks_marked(text):
        return MarkReader(text)
    marks: list[_Mark] = []
    spoken = "<speak" in text
    if spoken:
        text = _PROLOGUE.sub("", text)
    pieces: list[str] = []
    still_open: list[tuple[str, int]] = []
    at = 0
    _check_tags(text, markdown=markdown)
    for match in _found(text):
        pieces.append(text[at : match.start()])
        at = match.end()
        if match.re is _TAG:
            made = _from_tag(match, still_open)
            if made is None:
                pieces.append("" if match.group(2).lower() in CARRIERS else match.group())
                continue
            pieces.append(_sign(marks, made))
        elif match.re is _PAUSE:
            pieces.append(_sign(marks, _Mark("break", pause=shorthand_pause(match.group(), match.group(1)))))
        else:
            manner = Manner(emphasis="strong" if len(match.group(1)) == 2 else "moderate")
            pieces += [_sign(marks, _Mark("*", manner)), match.group(2), _sign(marks, _Mark("*", closes=True))]
    pieces.append(text[at:])
    if still_open:
        tag, place = still_open[-1]
        raise BadInput(f"The tag <{tag}> before “{_near(text, place)}” is never closed; close it with </{tag}>.")
    made_text = "".join(pieces)
    return MarkReader(_attached(html.unescape(made_text) if spoken else made_text, marks), tuple(marks))


def read_line(text: str, id_: str = "l") -> Line:
    """The line that a text with marks says. Raises `BadInput` for a mark that is malformed or never closed."""
    reader = mark_text(text)
    return reader.read(reader.text, id_)


def without_marks(text: str) -> str:
    """`text` without the private characters of `mark_text`, with single spaces."""
    return " ".join(_MARKS.sub("", text).split())


def _looks_marked(text: str) -> bool:
    return "*" in text or "<" in text or bool(_PAUSE.search(text))


def _found(text: str) -> list[re.Match[str]]:
    """All marks in order; what lies in another one is part of it only where that is a tag."""
    tags = list(_TAG.finditer(text))
    stresses = [
        match
        for match in _STRESS.finditer(text)
        if len(match.group(2).split()) <= _MOST_STRESSED and "<" not in match.group(2) and "[" not in match.group(2)
    ]
    inside = [tag.span() for tag in tags]
    apart = [m for m in stresses if not any(first <= m.start() < last for first, last in inside)]
    return sorted([*tags, *_PAUSE.finditer(text), *apart], key=lambda match: match.start())


def _check_tags(text: str, *, markdown: bool) -> None:
    whole = {match.start() for match in _TAG.finditer(text)}
    for match in re.finditer(r"</?\s*([A-Za-z][\w:-]*)[^<>\n]{0,200}>?", text):
        check_tag(match.group(1), match.group(), whole=match.start() in whole, markdown=markdown)


def _from_tag(match: re.Match[str], still_open: list[tuple[str, int]]) -> _Mark | None:
    """What a tag stands for, or None for one that is no mark of ours."""
    closing, name, attributes, empty = match.group(1), match.group(2).lower(), match.group(3), match.group(4)
    told = describe_tag(name, attributes, match.group())
    if told is None:
        return None
    if name in PAUSE_TAGS:
        return None if closing else _Mark(name, pause=told if isinstance(told, float) else 0.0)
    if closing:
        if not still_open or still_open[-1][0] != name:
            if not still_open:
                raise BadInput(f"The tag </{name}> closes nothing: no <{name}> stands before it; leave it out.")
            inner = still_open[-1][0]
            raise BadInput(f"The tag </{name}> comes while <{inner}> is still open; close <{inner}> first.")
        still_open.pop()
        return _Mark(name, closes=True)
    assert isinstance(told, Manner)
    if empty:
        raise BadInput(f"The tag {match.group()} holds no words; write the words between <{name}> and </{name}>.")
    still_open.append((name, match.end()))
    return _Mark(name, told)


def _sign(marks: list[_Mark], mark: _Mark) -> str:
    if FIRST_MARK + len(marks) > LAST_MARK:
        raise BadInput("The script has more marks than can be read; cut it into several videos.")
    marks.append(mark)
    return chr(FIRST_MARK + len(marks) - 1)


def _attached(text: str, marks: Sequence[_Mark]) -> str:
    """Pauses and ends right behind their word, before its punctuation, so that sentences are seen to end where they do;
    beginnings right before theirs.
    """

    def moved_back(match: re.Match[str]) -> str:
        signs = match.group(3)
        count = next((at for at, sign in enumerate(signs) if not _belongs_before(marks, sign)), len(signs))
        return signs[:count] + match.group(1) + match.group(2) + signs[count:]

    def moved_on(match: re.Match[str]) -> str:
        signs = match.group(1)
        count = next((at for at, sign in enumerate(reversed(signs)) if _belongs_before(marks, sign)), len(signs))
        return signs[: len(signs) - count] + match.group(2) + signs[len(signs) - count :]

    # A tag may stand beside another with white space between: two rounds bring each to its word.
    for _ in range(2):
        text = _BEHIND.sub(moved_back, text)
    return _AHEAD.sub(moved_on, text)


def _belongs_before(marks: Sequence[_Mark], sign: str) -> bool:
    mark = marks[ord(sign) - FIRST_MARK]
    return mark.closes or mark.pause is not None


def _span(mark: _Mark, start: int, clean: str) -> list[Span]:
    inside = clean[start:]
    if mark.manner is None or not inside.strip():
        return []
    first = start + len(inside) - len(inside.lstrip())
    end = start + len(inside.rstrip())
    span = mark.manner.span(first, end, clean[first:end])
    return [span] if span is not None else []


def _last_word(text: str) -> tuple[int, int] | None:
    """Where the last word that can be spoken stands."""
    places = [match.span() for match in re.finditer(r"\S+", text) if any(sign.isalnum() for sign in match.group())]
    return places[-1] if places else None


def _tidied(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """The text with single spaces, and the spans at the same words."""
    places: list[int] = []
    made: list[str] = []
    for at, char in enumerate(text):
        places.append(len(made))
        if not char.isspace():
            made.append(char)
        elif made and made[-1] != " " and text[at:].strip():
            made.append(" ")
    places.append(len(made))
    moved = [span.changed(start=places[span.start], end=places[span.end]) for span in spans]
    return "".join(made), moved


def _near(text: str, at: int) -> str:
    return " ".join(_TAG.sub(" ", text[at : at + 60]).split())[:30]

"""Text as it is written → what is spoken, keeping which spoken words belong to which written word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from renderers.speech.reading.chunks import Chunk, cut_chunks

READING = "1"
"""The edition of the rules of reading; a change that makes any text sound different raises it."""

_TELEPHONE_PART = re.compile(r"\+?[\d()][\d().\-/]*")
_INITIALS = re.compile(r"\w(?:\.\w)+")
_GROUP_HEAD, _GROUP = re.compile(r"[$€£¥+−-]?[1-9]\d{0,2}"), re.compile(r"\d{3}")
_GROUP_TAIL = re.compile(r"\d{3}(?:[.,]\d+)?[%€$£]?")
_SPACED_THOUSANDS = frozenset("fr sv nb no nn da fi pl cs sk ru uk bg hu et lv lt pt eo".split())
_RANK_BY_STOP = frozenset("de da nb no nn fi cs sk hu hr sr bs sl et lv is fo lb tr pl".split())
_BLANK_LINE = re.compile(r"\n\s*\n")
_DAY_FIRST = ("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za", "en-029")


class Pause(IntEnum):
    """How strongly a word is parted from the next."""

    NONE = 0
    SHORT = 1
    MEDIUM = 2
    LONG = 3


_PAUSES = {"": Pause.NONE, ",": Pause.SHORT, ";": Pause.MEDIUM, ".": Pause.LONG, "?": Pause.LONG, "!": Pause.LONG}


@dataclass(frozen=True)
class WrittenWord:
    """A word as it is written with the marks that touch it, where it begins in the text, and the words it is spoken as.

    `spoken` holds words in lower case, single capitals for letters that are named, and nothing for what has no sound
    (marks, emoji). `mark` is how it ends: "", ",", ";", ".", "?" or "!". `joined`: no space parts it from the word
    before.
    """

    text: str
    offset: int
    spoken: tuple[str, ...]
    mark: str = ""
    joined: bool = False

    @property
    def pause(self) -> Pause:
        """How strongly it is parted from the next."""
        return _PAUSES[self.mark]


def normalise(text: str, language: str = "en") -> tuple[WrittenWord, ...]:
    """The written words of `text` with what is spoken for each, in `language` (a tag such as "en", "pt-BR").

    The words hold every character of the text that is not a space, in order. English is read in full. Other languages
    have their whole and decimal numbers, percentages, money and addresses read where num2words and our tables know the
    language; all else is left as it is written, for an engine that reads the language itself.
    """
    base = language.lower().split("-")[0]
    chunks = _join_thousands(text, _without_emoji(cut_chunks(text)), base)
    said = _say_english(text, chunks, language.lower()) if base == "en" else _say_foreign(chunks, language.lower())
    words = []
    for index, (chunk, (spoken, ending)) in enumerate(zip(chunks, said, strict=True)):
        mark = ending
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        if following and not mark:
            gap = text[chunk.offset + len(chunk.text) : following.offset]
            opens = any(char in "([" for char in following.lead) or (
                not spoken and not chunk.core and "-" in chunk.lead
            )
            mark = "." if _BLANK_LINE.search(gap) else "," if opens else ""
        words.append(WrittenWord(chunk.text, chunk.offset, spoken, mark, chunk.joined))
    return tuple(words)


def _without_emoji(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks with emoji taken out of what is read; they stay in what is written."""
    if all(ord(char) < 0x200B for chunk in chunks for char in chunk.text):
        return tuple(chunks)
    import emoji

    return tuple(
        Chunk(chunk.text, chunk.offset, chunk.lead, core, chunk.trail, chunk.joined) if core != chunk.core else chunk
        for chunk, core in ((chunk, _trim(emoji.replace_emoji(chunk.core, " "))) for chunk in chunks)
    )


def _trim(core: str) -> str:
    return " ".join(part for part in core.split())


def _say_english(text: str, chunks: Sequence[Chunk], language: str) -> list[tuple[tuple[str, ...], str]]:
    from renderers.speech.reading.english import Place, say

    telephone = _telephone_numbers(chunks)
    letters = [char for char in text if char.isalpha()]
    shouted = len(letters) > 6 and sum(char.isupper() for char in letters) > 0.7 * len(letters)
    heard = [chunk.core for chunk in chunks]
    found = []
    for index, chunk in enumerate(chunks):
        before = heard[index - 1] if index and not chunks[index - 1].mark else ""
        after = heard[index + 1] if index + 1 < len(heard) and chunk.mark in ("", ".") else ""
        dotted = chunk.trail.startswith(".") and not chunk.trail.startswith("..")
        place = Place(
            chunk.core, chunk.lead, dotted, before, after, index in telephone, shouted, language in _DAY_FIRST
        )
        said = say(place)
        mark = chunk.mark
        last = index + 1 == len(chunks)
        if (
            dotted
            and mark == "."
            and not last
            and (not said.stop_ends or not after[:1].isupper())
            and _is_abbreviated(said.words, chunk)
        ):
            mark = ""
        found.append((tuple(said.words), mark))
    return found


def _say_foreign(chunks: Sequence[Chunk], language: str) -> list[tuple[tuple[str, ...], str]]:
    from renderers.speech.reading.foreign import say_foreign, say_german_rank

    found = []
    for index, chunk in enumerate(chunks):
        # "3. Mai", "z.B. hier": the stop belongs to the word, and the engine's own language knows what it means.
        following = chunks[index + 1].core if index + 1 < len(chunks) else ""
        if chunk.core.isdecimal() and chunk.trail == "." and following and language.startswith("de"):
            found.append((tuple(say_german_rank(int(chunk.core), chunks[index - 1].core if index else "")), ""))
            continue
        rank = chunk.core.isdecimal() and language.split("-")[0] in _RANK_BY_STOP
        inner = rank or bool(_INITIALS.fullmatch(chunk.core))
        if inner and chunk.trail == "." and index + 1 < len(chunks):
            found.append(((f"{chunk.core}.",), ""))
        else:
            found.append((tuple(say_foreign(chunk.core, language)), chunk.mark))
    return found


def _join_thousands(text: str, chunks: Sequence[Chunk], base: str) -> tuple[Chunk, ...]:
    """The chunks, with a number that is grouped by spaces ("1 299,50") read whole in its first chunk."""
    found = list(chunks)
    first = 0
    while first < len(found):
        after = first + 1
        while after < len(found) and not found[after - 1].trail and _continues(text, found, first, after, base):
            after += 1
        if after - first > 1:
            whole = "".join(chunk.core for chunk in found[first:after])
            found[first] = replace(found[first], core=whole)
            for index in range(first + 1, after):
                found[index] = replace(found[index], core="")
        first = after
    return tuple(found)


def _continues(text: str, chunks: Sequence[Chunk], first: int, index: int, base: str) -> bool:
    before, chunk = chunks[index - 1], chunks[index]
    gap = text[before.offset + len(before.text) : chunk.offset]
    fine = gap in ("\u00a0", "\u202f", "\u2009") or (gap == " " and base in _SPACED_THOUSANDS)
    begins = _GROUP_HEAD if index == first + 1 else _GROUP
    return fine and not chunk.lead and bool(begins.fullmatch(before.core)) and bool(_GROUP_TAIL.fullmatch(chunk.core))


def _is_abbreviated(words: Sequence[str], chunk: Chunk) -> bool:
    """Whether the full stop after a word belongs to the word: it was not said as it is written."""
    return (
        len(chunk.trail) == 1
        and not any(char.isdecimal() for char in chunk.core)
        and list(words) != [chunk.core.lower()]
    )


def _telephone_numbers(chunks: Sequence[Chunk]) -> frozenset[int]:
    """The indices of chunks that make up a telephone number written with spaces."""
    found: set[int] = set()
    run: list[int] = []
    for index, chunk in enumerate([*chunks, None]):
        bare = chunk.text.rstrip(".,;:!?") if chunk else ""
        if chunk and _TELEPHONE_PART.fullmatch(bare) and "/" not in bare:
            run.append(index)
            if bare == chunk.text:
                continue
        digits = "".join(char for i in run for char in chunks[i].text if char.isdecimal())
        first = chunks[run[0]].text if run else ""
        if len(run) > 1 and 7 <= len(digits) <= 15 and (first[0] in "+(" or first[0] == "0" or first.startswith("1-")):
            found.update(run)
        run = []
    return frozenset(found)

"""Repairs: a value that is taken back in the same breath, with the one that is meant in its place.

`accent red, no, sorry, blue` becomes `accent blue`: what follows the words of taking back is put where a value of its
kind stood before them. Where more follows than values and words said before, the text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from renderers.looks import LOOKS
from tools.language.notes.colouring import tag_colours
from tools.language.notes.lexicon import MOOD_WORDS
from tools.language.notes.patterns import Token
from tools.language.notes.tokens import tokens_of
from tools.notes import Situation

_WORDS = (
    r"no+|nope|wait|sorry|actually|oops|whoops|hmm+|uh|um|er|well|pardon|correction|i mean(?!,)|i meant|or|"
    r"make that|make it|hang on|hold on|hold up|scratch that|forget that|better|rather(?! than)|on second thoughts?|"
    r"let'?s say|let'?s do|nah|my bad|my mistake|i think"
)
_TAKING_BACK = re.compile(
    rf"(?P<marks>\s*[,.;:!–—…-]*\s+|\s*[,;]\s*)(?P<words>(?:(?:{_WORDS})\b(?!')[\s,.;:!–—…-]*)+)", re.IGNORECASE
)
_SURE = re.compile(
    r"\b(?:nope|nah|sorry|actually|oops|whoops|correction|mean|meant|or rather|hang on|hold on|hold up|"
    r"scratch that|forget that|second thoughts?|pardon|my bad|my mistake|or no)\b|\bno+\b(?=\s*,)|\bno+ no+\b|"
    r"\bwait\b(?=\s*[,.…–—-])|\b(?:no,?|oh) wait\b|\bno\W+make (?:it|that)\b",
    re.IGNORECASE,
)
"""Words that take back whatever stands before them; a lone `no` may as well say that something is not wanted."""
_END = re.compile(r"\s*(?:[,.;!?\n]+(?=\s|$)|\s(?:and|then|also|plus|but|oh|with)\b|$)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]")
_SMALL = frozenset(
    """the a an to in at on of for it is be should that this please pls make set use with now just instead then better
    one as into let lets have go say about maybe""".split()
)
_NUMBERS = frozenset("@num @dur @pct @db @fps @times".split())
_GROUPS = {
    "row": "top bottom upper lower",
    "side": "left right middle centre center",
    "size": "small smaller large larger big bigger medium tiny huge",
    "shape": "square vertical portrait landscape horizontal upright",
    "light": "dark light darker lighter bright brighter",
    "pace": "slower faster slow fast quicker",
    "level": "louder quieter softer loud quiet",
    "length": "longer shorter",
    "transition": "dissolve wipe push whip cut fade dissolves wipes cuts fades",
    "framing": "close closeup half full",
    "definition": "hd 4k 1080p 720p uhd",
}
_KINDS = {word: kind for kind, words in _GROUPS.items() for word in words.split()}
MOST_WORDS = 14
"""So far before the words of taking back a value is looked for."""


@dataclass(frozen=True)
class _Value:
    """Words of a text that name one value, and the kinds of value that they may be."""

    kinds: frozenset[str]
    start: int
    end: int
    number: str = ""


def repaired(situation: Situation, text: str) -> str:
    """The text with every value that is taken back replaced by the one that follows; as it is where there is none."""
    if situation.storyboard is None or len(text) > 600:
        return text
    start = 0
    for _ in range(4):
        masked = _QUOTED.sub(lambda found: "#" * len(found[0]), text)
        back = _TAKING_BACK.search(masked, start)
        if back is None:
            return text
        again = _mended(situation, text, masked, back)
        start = 0 if again is not None else back.end()
        text = again if again is not None else text
    return text


def _mended(situation: Situation, text: str, masked: str, back: re.Match[str]) -> str | None:
    end = _END.search(masked, back.end())
    stop = end.start() if end is not None else len(text)
    said = masked[back.end() : stop]
    behind = re.match(r"\s*and\s+(?:scene )?\d", masked[stop:], re.IGNORECASE)
    if not said.strip() or len(said.split()) > 6 or "#" in said or behind is not None:
        return None
    meant = _values(situation, said, back.end())
    before = masked[: back.start()]
    words = list(re.finditer(r"\S+", before))[-MOST_WORDS:]
    if not words or not meant:
        return None
    first = words[0].start()
    held = _values(situation, before[first:], first)
    known = set(re.findall(r"\w+", before[first:].lower())) | _SMALL
    left = said
    for value in reversed(meant):
        left = left[: value.start - back.end()] + " " + left[value.end - back.end() :]
    if not set(re.findall(r"[^\W_]+", left.lower())) <= known:
        return None
    places = [next((one for one in reversed(held) if one.kinds & value.kinds), None) for value in meant]
    old = next((place for place in places if place is not None), None)
    if old is None:
        return None
    sure = _SURE.search(back["words"]) is not None
    lone = re.fullmatch(r"(no+|make that)\W*", back["words"], re.IGNORECASE)
    if not sure and (lone is None or old.kinds & {"transition", "size"}):
        return None
    if lone is not None and lone[1].lower() == "make that" and "number" not in old.kinds:
        return None
    if not sure and (old is not held[-1] or re.search(r"\w", before[old.end :])):
        return None
    if any(place is None for place in places) and len(meant) > 2:
        return None
    if all(place is not None and text[place.start : place.end].lower() == text[value.start : value.end].lower()
           for place, value in zip(places, meant, strict=True)):
        return None
    put: dict[_Value, str] = {}
    last = old
    for place, value in zip(places, meant, strict=True):
        new = text[value.start : value.end]
        if place is None:
            put[last] = f"{put.get(last, text[last.start : last.end])} {new}" if last in put else f"{new} "
            continue
        put[place] = (put.get(place, "").strip() + " " + _with_unit(text, place, value)).strip()
        last = place
    kept = text[: back.start()]
    for place in sorted(put, key=lambda one: -one.start):
        kept = kept[: place.start] + put[place].strip() + kept[place.end :]
    return f"{kept}{text[stop:]}"


def kinds_of(situation: Situation, text: str) -> frozenset[str]:
    """The kinds of value that a text may name, where it names just one."""
    found = _values(situation, text, 0)
    return found[0].kinds if len(found) == 1 and found[0].end - found[0].start >= len(text.strip()) - 1 else frozenset()


def _with_unit(text: str, old: _Value, new: _Value) -> str:
    """A number with the unit that the one before it had: `30 seconds, no, 25`."""
    said = text[new.start : new.end]
    if new.number != "@num" or old.number in ("", "@num"):
        return said
    unit = re.search(r"(?<=[\d\w])(\s*(?:[^\W\d]+|%))$", text[old.start : old.end])
    return f"{said}{unit[1]}" if unit is not None else said


def _values(situation: Situation, text: str, offset: int) -> list[_Value]:
    found: list[_Value] = []
    tokens: Sequence[Token] = tag_colours(tokens_of(text, frozenset()))
    for token in tokens:
        typed = text[token.start : token.end].lower()
        kinds = _kinds(situation, token, typed)
        number = token.norm if token.norm in _NUMBERS else ""
        joined = found and found[-1].kinds & kinds & {"family", "mood"} and found[-1].end + 1 >= token.start + offset
        if kinds and joined:
            found[-1] = _Value(found[-1].kinds & kinds, found[-1].start, token.end + offset)
        elif kinds:
            found.append(_Value(frozenset(kinds), token.start + offset, token.end + offset, number))
    return found


def _kinds(situation: Situation, token: Token, typed: str) -> set[str]:
    if token.norm in _NUMBERS:
        return {"number"}
    if token.norm in ("@colour", "@res"):
        return {"colour" if token.norm == "@colour" else "definition"}
    if token.norm == "@ratio":
        return {"shape"}
    kinds = {kind for word, kind in _KINDS.items() if word == typed}
    held = situation.catalogues
    people = [one.name for kind in ("avatar", "voice") for one in held.get(kind, ())]
    if any(typed in name.lower().split(",")[0].split()[:1] for name in people):
        kinds.add("person")
    if typed in MOOD_WORDS or any(typed in one.name.lower().split() for one in held.get("music", ())):
        kinds.add("mood")
    if any(typed == one.id for one in held.get("background", ())):
        kinds.add("background")
    if typed in LOOKS:
        kinds.add("look")
    if any(typed in family.lower().split() for family in situation.families):
        kinds.add("family")
    return kinds

"""Slips: short messages in which words of requests are typed with letters left out or turned round.

`drak mode`, `swpa 2 nd 3`, `logo tp rigt`: a word that nothing knows becomes the word of a request that has its
consonants, or lies one slip away, where there is just one. In longer messages there is enough to go by without it.
"""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.language.notes.mending import distance
from tools.language.notes.tokens import speller_of_notes

LONGEST = 8
"""Of how many words a short message has at most."""
_WORDS = tuple(
    """accent add address after approve avatar background before bigger blue bottom brand bright button calm caption
    captions centre change closer colour compare cut dark darker delete down draft duplicate end export faster font
    green hard heading how intro large layout left length light lighter line lock logo longer louder make merge mode
    move music name next off opening outro pause pitch place please presenter quieter red remove right same scene
    scenes script second show shorter slow slower small smaller softer speak speaker speed square start stop
    storyboard subtitles swap switch text the title together top transition undo upbeat use vertical video voice
    website what when where which why with without yellow zoom""".split()
)
_SHORT = frozenset("stat stats kpi pip mov gif srt vtt wav webm".split())
"""Short words that are meant as they stand."""
_AND = re.compile(r"(?<=\d)\s+(?:an|nd|adn|n)\s+(?=\d)")


def without_slips(context: Context, text: str) -> str:
    """The text with the slips of a short message mended; quoted words and words with capitals stay as they are."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words or len(words) > LONGEST or re.search(r"[\"“:@]|(?<!\w)'", text) or "\n" in text:
        return text
    if _TEXT.search(text):
        return text
    text = _AND.sub(" and ", text)
    value = re.search(r"\b(?:to|with|by|into|for)\b", text)
    end = value.end() if value is not None else len(text)
    return re.sub(
        r"(?<![\w.'’/-])[a-z]{2,14}(?![\w'’/@-]|\.\w)",
        lambda found: _mended(context, found[0], near=found.start() < end),
        text,
    )


_TEXT = re.compile(
    r"\b(?:say|says|said|saying|write|writes|reads?|called|rename|title|heading|headline|subtitle|name|role|cta|"
    r"pronounced?|replace|where it|about)\b",
    re.IGNORECASE,
)
"""What may bring words of the client's own, which are nobody's to mend."""


def _mended(context: Context, word: str, *, near: bool) -> str:
    if speller_of_notes().right(word) or word in context.vocabulary or word in _WORDS or word in _SHORT:
        return word
    turned = [one for one in _WORDS if len(one) == len(word) and sorted(one) == sorted(word) and one[0] == word[0]]
    turned = turned or [one for one in _WORDS if sorted(one) == sorted(word) and distance(word, one, 1) == 1]
    if len(turned) == 1:
        return turned[0]
    bones = _bones(word)
    same = [one for one in _WORDS if one[0] == word[0] and len(word) < len(one) and _bones(one) == bones]
    if len(same) == 1 and (len(word) > 2 or len(same[0]) == 3):
        return same[0]
    beside = [one for one in _WORDS if len(word) > 3 and one[0] == word[0] and distance(word, one, 1) == 1]
    return beside[0] if near and len(beside) == 1 and not same else word


def _bones(word: str) -> str:
    """The consonants of a word, doubled ones once."""
    return re.sub(r"(.)\1+", r"\1", word[0] + re.sub(r"[aeiou]", "", word[1:]))

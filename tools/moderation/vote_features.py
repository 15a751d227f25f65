"""Features of a text for the vote: its words, their neighbours, and the classes that they belong to.

Classes (`classes.txt`) are words that do the same to a sentence, such as groups of people, weapons, or words of help;
a pair of them tells more than either, and stands for thousands of sentences that nobody wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from tools.moderation.folding import fold, unmask

_CLASSES = Path(__file__).with_name("classes.txt")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?!:]")
_STARRED = re.compile(r"(?<![\w*])[a-z]+\*+[a-z*]*(?<=[a-z])(?![\w*])")
_LONGEST_TERM = 4
_NEAR = 9
"""Words between which two classes are a pair."""
_MOST = 80
"""Words that are read; a vote is on a sentence or two."""
_SAID = {
    "second": ("you", "your", "yours", "yourself", "you're", "you'll", "u"),
    "first": ("i", "we", "my", "our", "us", "me", "i'm", "i'll", "we'll", "we're", "let's"),
    "third": ("he", "she", "they", "him", "her", "them", "his", "their"),
    "negation": ("not", "no", "never", "don't", "doesn't", "won't", "can't", "cannot", "without", "nobody", "isn't"),
    "must": ("should", "must", "ought", "need", "shall", "deserve"),
    "all": ("all", "every", "everyone", "everybody", "each", "any"),
    "amount": ("dollar", "dollars", "euro", "euros", "pounds", "million", "millions", "billion", "thousand"),
}
_KIND_OF = {word: kind for kind, words in _SAID.items() for word in words}


def features(text: str) -> dict[str, float]:
    """The features of `text` and how much each counts; the squares add up to one. Empty for a text without words."""
    counts: dict[str, float] = {}
    for name, weight in _features(read_through(text)):
        counts[name] = max(counts.get(name, 0.0), weight)
    length = sum(weight * weight for weight in counts.values()) ** 0.5
    return {name: weight / length for name, weight in counts.items()} if length else {}


def read_through(text: str) -> str:
    """`text` as a reader takes it: folded, nothing masked, and a word with stars for letters as what it stands for."""
    folded = fold(text)
    return unmask(_STARRED.sub(_unstarred, folded) if "*" in folded else folded)


def _unstarred(match: re.Match[str]) -> str:
    drawn = re.compile(match.group().replace("*", "[a-z]"))
    return next((term for term in _terms() if drawn.fullmatch(term)), match.group())


def _features(folded: str) -> Iterator[tuple[str, float]]:
    words = _WORD.findall(folded)[:_MOST]
    if not words:
        return
    stems = ["#" if word.isdigit() else stem(word) for word in words]
    framed = ["<", *stems, ">"]
    yield "bias", 1.0
    for name in stems:
        yield f"w:{name}", 1.0
    for one, other in zip(framed, framed[1:], strict=False):
        yield f"p:{one} {other}", 0.7
    for one, other in zip(framed, framed[2:], strict=False):
        yield f"s:{one} {other}", 0.4
    yield from _class_features(words, stems)


def _class_features(words: Sequence[str], stems: Sequence[str]) -> Iterator[tuple[str, float]]:
    found = sorted(set(_classed(words, stems)))
    for _, name in found:
        yield f"c:{name}", 1.0
    for number, (at, one) in enumerate(found):
        after = stems[at + 1] if at + 1 < len(stems) else ">"
        before = stems[at - 1] if at else "<"
        yield f"b:{before} {one}", 0.4
        yield f"a:{one} {after}", 0.4
        for later, other in found[number + 1 :]:
            if later - at > _NEAR:
                break
            if later > at:
                yield f"q:{one} {other}", 0.8
                yield f"u:{min(one, other)} {max(one, other)}", 0.5


def _classed(words: Sequence[str], stems: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where in the text a word of which class begins."""
    terms = _terms()
    for at, (word, _) in enumerate(zip(words, stems, strict=True)):
        if word in _KIND_OF:
            yield at, _KIND_OF[word]
        for size in range(1, _LONGEST_TERM + 1):
            for name in terms.get(" ".join(stems[at : at + size]), ()) if at + size <= len(stems) else ():
                yield at, name


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    """The classes of a term, by its stems."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _CLASSES.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, terms = line.split(": ", 1)
        for term in terms.split(" | "):
            key = " ".join(stem(word) for word in _WORD.findall(term))
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), name)))
    return found


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`word` without the endings of English inflection, roughly: the same for `kill`, `kills`, `killed`, `killing`."""
    word = re.sub(r"'(?:s|re|ll|ve|d|m)$", "", word)
    if len(word) < 5:
        return word[:-1] if len(word) == 4 and word.endswith("s") and not word.endswith("ss") else word
    for ending, put in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + put
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word

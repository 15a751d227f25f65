"""Folding: the text that a reader sees, whatever signs it was written with to hide from a list of words."""

from __future__ import annotations

import importlib.util
import itertools
import re
import unicodedata
from functools import cache
from pathlib import Path

_LOOKALIKES = str.maketrans(
    "абсԁеѕһіјӏкмпорԛгтцѵԝхузвнΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγεικνορτυχωıłøđħŧßɑɡɩʀ",
    "abcdeshijlkmnopqrtuvwxyzbhabezhikmnoptyxabyeiknoptuxwilodhtsagir",
)
"""Letters of other scripts, and odd ones of ours, that are drawn like a Latin one (from Unicode TR 39)."""
_LEET = str.maketrans(
    {
        "0": "o",
        "1": "i",
        "3": "e",
        "4": "a",
        "5": "s",
        "7": "t",
        "8": "b",
        "@": "a",
        "$": "s",
        "!": "i",
        "|": "i",
        "€": "e",
        "+": "t",
        "*": "",
    }
)
_MIXED = re.compile(r"(?<![\w@$])(?=[\w@$!|€+*]*[a-z])(?=[\w@$!|€+*]*[0-9@$!|€+*])[\w@$!|€+*]*[\w@$](?![\w@$])")
_EITHER = "1|!"
"""Signs that stand for an i or for an l."""
_MEASURED = re.compile(r"\d+(?:st|nd|rd|th|s|k|m|g|x|d|p|kg|km|mg|ml|am|pm|cm|mm|gb|tb|min|sec|hrs?)?|[^\W\d]+!+")
_NAMED = re.compile(r"[a-z]{1,3}\d+")
"""What mixes letters and digits for good reason: 3rd, 90s, 4k; and, where it is no word otherwise, mp3 or h264."""
_WORDS = Path("model", "en-us", "cmudict-en-us.dict")
_SHORTEST = 3
_LONGEST_PARTED, _MOST_PARTED = 40, 5
"""Letters in a row that are looked at as words written together, and words that they may be."""
_MOST_EITHER = 4
_SPACED = re.compile(r"(?<!\w)(?:[a-z][\s.\-_*·]{1,2}){2,}[a-z](?!\w)")
_REPEATED = re.compile(r"([a-z])\1{2,}")


def fold(text: str) -> str:
    """`text` in lower case, without accents, invisible signs and look-alikes, one space between words."""
    text = "".join(
        c
        for c in unicodedata.normalize("NFKC", text)
        if unicodedata.category(c) not in ("Cf", "Cc", "Co") or c in "\n\t"
    )
    text = text.casefold().translate(_LOOKALIKES)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.replace("’", "'").replace("‘", "'").replace("`", "'").replace("“", '"').replace("”", '"')
    return " ".join(text.split())


def unmask(folded: str) -> str:
    """`folded` with digits and signs inside words read as letters, spelled-out words joined, drawn-out letters single.

    Equal to `folded` where nothing is masked.
    """
    text = _MIXED.sub(_read, folded)
    text = _SPACED.sub(_joined, text)
    return _REPEATED.sub(r"\1", text)


def _joined(match: re.Match[str]) -> str:
    """The words of letters that stand apart: `k i l l y.o.u` is two, and so is `k i l l y o u`."""
    words: list[str] = []
    alone = ""
    for part in match.group().split():
        letters = re.sub(r"[^a-z]", "", part)
        if len(letters) == 1:
            alone += letters
        else:
            words, alone = [*words, *_parted(alone), letters], ""
    return " ".join([*words, *_parted(alone)])


def _parted(letters: str) -> list[str]:
    """What letters that were written apart spell: the fewest words, of these the longest first; else one word."""
    if not letters or letters in _lexicon() or len(letters) > _LONGEST_PARTED:
        return [letters] if letters else []
    best: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        ways = [
            [*before, letters[start:end]]
            for start, before in enumerate(best)
            if before is not None and letters[start:end] in _lexicon() and (end - start > 1 or letters[start] in "ai")
        ]
        best.append(min(ways, key=lambda way: (len(way), [-len(word) for word in way])) if ways else None)
    found = best[-1]
    return found if found is not None and len(found) <= _MOST_PARTED else [letters]


def _read(match: re.Match[str]) -> str:
    word = match.group()
    if _MEASURED.fullmatch(word):
        return word
    plain = word.translate(_LEET)
    if len(plain) >= _SHORTEST and (known := next((one for one in _readings(word) if one in _lexicon()), "")):
        return known
    return word if _NAMED.fullmatch(word) else plain


def _readings(word: str) -> list[str]:
    """What a word may stand for, by what its ambiguous signs are."""
    places = [at for at, sign in enumerate(word) if sign in _EITHER][:_MOST_EITHER]
    found = []
    for letters in itertools.product("il", repeat=len(places)):
        made = list(word)
        for at, letter in zip(places, letters, strict=True):
            made[at] = letter
        found.append("".join(made).translate(_LEET))
    return found


@cache
def _lexicon() -> frozenset[str]:
    """Words of English, from the recogniser's dictionary; none where that is not installed."""
    package = importlib.util.find_spec("pocketsphinx")
    path = Path(package.origin).parent / _WORDS if package is not None and package.origin else _WORDS
    if not path.is_file():
        return frozenset()
    return frozenset(line.partition(" ")[0] for line in path.read_text(encoding="utf-8").splitlines())

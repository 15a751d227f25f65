"""Folding: the text that a reader sees, whatever signs it was written with to hide from a list of words."""

from __future__ import annotations

import re
import unicodedata

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
_PLAIN_MIXED = re.compile(
    r"\d+(?:st|nd|rd|th|s|k|m|g|x|d|p|kg|km|mg|ml|am|pm|cm|mm|gb|tb|min|sec|hrs?)?|[a-z]{1,3}\d+|\w+!+"
)
"""What mixes letters and digits for good reason: 3rd, 90s, 4k, b2b."""
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
    text = _SPACED.sub(lambda match: re.sub(r"[^a-z]", "", match.group()), text)
    return _REPEATED.sub(r"\1", text)


def _read(match: re.Match[str]) -> str:
    word = match.group()
    if _PLAIN_MIXED.fullmatch(word):
        return word
    return word.translate(_LEET)

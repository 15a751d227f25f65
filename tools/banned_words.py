"""Words that a brand never uses, found in running text in any of their plain forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_ENDINGS = r"(?:s|es|er|est|ly|['’]s)?"


def find_banned(words: Iterable[str], text: str) -> tuple[tuple[str, int], ...]:
    """Each banned word or phrase that stands in `text` and where, in order: whole words, in any case.

    `cheap` is found in `Cheaper` and `cheaply`, not in `cheapskate`.
    """
    found = [
        (word, match.start())
        for word in dict.fromkeys(word.strip() for word in words)
        if word
        for match in _pattern(word).finditer(text)
    ]
    return tuple(sorted(found, key=lambda pair: pair[1]))


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, word.split()))
    endings = _ENDINGS if word[-1].isalpha() else ""
    return re.compile(rf"(?<!\w){spaced}{endings}(?!\w)", re.IGNORECASE)

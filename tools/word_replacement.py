"""Replacing words in a text as an editor would: whole words, in any case, with the capitals that the place asks for."""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+)[\"'“‘«(\[]*$")
_CLITIC = r"(?!['’]t\b)"
"""`can` does not stand in `can't`."""
_INSIDE_BEFORE = r"(?<!\w)(?<!\w[.@/])(?<!\d,)(?<!\b\w-)"
"""Neither in the middle of a word, nor of an address or a number, nor after the one letter of `e-mail`."""
_INSIDE_AFTER = rf"(?!\w)(?![.@/]\w)(?!,\d){_CLITIC}"


def replace_in(text: str, old: str, new: str) -> str:
    """`text` with `new` wherever `old` stands as whole words; the same text where it does not.

    Case and the kind of white space do not matter for what is found. A capital at the start of a sentence stays one,
    and words all in capitals stay so. Where `new` is empty, the white space around it closes.
    """
    pattern = _pattern(old)
    if pattern is None:
        return text
    if not new.strip():
        return _without(text, pattern)

    def written(found: re.Match[str]) -> str:
        return _in_case(new, old, found.group(), starts=bool(_SENTENCE_START.search(text[: found.start()])))

    return pattern.sub(written, text)


def _without(text: str, pattern: re.Pattern[str]) -> str:
    """`text` without what is found; what then begins a sentence gets its capital."""
    at = 0
    while found := pattern.search(text, at):
        before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
        if _SENTENCE_START.search(f"{before} " if before else ""):
            after = after.lstrip(" ,;:")
            after = after[:1].upper() + after[1:] if found.group()[:1].isupper() else after
        gap = " " if before and after[:1] not in ("", ".", ",", "!", "?", ";", ":", "…") else ""
        text, at = before + gap + after, len(before)
    return text


@lru_cache(maxsize=64)
def _pattern(old: str) -> re.Pattern[str] | None:
    words = old.split()
    if not words:
        return None
    inside = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words)
    before = _INSIDE_BEFORE if re.match(r"\w", words[0]) else ""
    after = _INSIDE_AFTER if re.search(r"\w$", words[-1]) else ""
    return re.compile(before + inside + after, re.IGNORECASE)


def _in_case(new: str, old: str, found: str, *, starts: bool) -> str:
    """`new` with the capitals of what was `found`, as far as they came from its place and not from how it is spelt."""
    if len(found) > 1 and found.isupper() and not old.isupper():
        return new.upper()
    first = new[:1]
    plain = new.split()[0][1:].islower() or len(new.split()[0]) == 1
    if found[:1].isupper() and first.islower() and plain and (starts or old[:1].islower()):
        return first.upper() + new[1:]
    if found[:1].islower() and old[:1].isupper() and first.isupper() and plain and not starts:
        return first.lower() + new[1:]
    return new

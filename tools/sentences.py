"""Sentences: running text, cut where a speaker would breathe, without losing or changing a word."""

from __future__ import annotations

import re

LONGEST_LINE = 320
"""Characters; a longer sentence is cut at a comma or a space, since a speech engine can not take a page at once."""

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr vs etc e.g i.e eg ie approx dept est inc ltd co corp no nos vol fig p pp a.m p.m jan "
    "feb "
    "mar apr jun jul aug sep sept oct nov dec u.s u.k".split()
)
_END = re.compile(r"([.!?…]+[\"'”’)\]]*)(\s+)|([。！？؟]+[」』”）]*)(\s*)")
_SOFT_END = re.compile(r"[,;:،，、；：–—]\s*|\s+")


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order; joined with spaces they say the same words. Empty for blank text."""
    flat = " ".join(text.split())
    found: list[str] = []
    start = 0
    for match in _END.finditer(flat):
        if match.group(1) and not _ends_here(flat, start, match):
            continue
        piece = flat[start : match.start() + len(match.group(1) or match.group(3))].strip()
        if piece:
            found.append(piece)
        start = match.end()
    if rest := flat[start:].strip():
        found.append(rest)
    return tuple(part for sentence in found for part in _shorten(sentence))


def _ends_here(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop that was found ends a sentence rather than an abbreviation or an initial."""
    mark = match.group(1)
    following = text[match.end() : match.end() + 1]
    if mark[0] != ".":
        return not following.islower()
    before = text[start : match.start()].rsplit(" ", 1)[-1].lower().lstrip("(\"'“‘[")
    if before in ("a.m", "p.m", "etc", "inc", "ltd", "co", "corp", "u.s", "u.k"):
        return following.isupper()
    if before in ("no", "nos"):
        return not following.isdigit()
    if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before != "i"):
        return False
    return not following.islower()


def _shorten(sentence: str) -> tuple[str, ...]:
    if len(sentence) <= LONGEST_LINE:
        return (sentence,)
    cuts = [match.end() for match in _SOFT_END.finditer(sentence) if LONGEST_LINE // 3 <= match.end() <= LONGEST_LINE]
    strong = [cut for cut in cuts if sentence[:cut].rstrip()[-1] in ",;:،，、；：–—"]
    cut = (strong or cuts or [LONGEST_LINE])[-1]
    return (
        (sentence[:cut].strip(), *_shorten(sentence[cut:].strip())) if sentence[cut:].strip() else (sentence.strip(),)
    )

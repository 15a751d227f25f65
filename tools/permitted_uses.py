"""What a licence lets somebody do with what is made under it, in words: for the catalogues and for what a video lists.

These are summaries for whoever chooses, and no legal advice; the licence itself decides.
"""

from __future__ import annotations

import re

MADE = "made by us for each video; free to use and publish"
"""The licence of what the house draws and composes itself."""
FONTS = "SIL Open Font License 1.1"
"""The licence of the typefaces that ship with the house."""

_FREE = "any video, also commercial; nobody has to be named"
_FONT = "any video, also commercial; nobody has to be named; the font file itself may not be sold alone"
_NAMED = "any video, also commercial; its author has to be named"
_NAMED_ALIKE = "any video, also commercial; its author has to be named, and changed versions keep the licence"
_PRIVATE = "not for commercial videos"
_OWN = "as far as you have the right to it: you answer for that"
_AGREED = "what the person agreed to, until the consent ends"
_UNKNOWN = "as its licence says: ask who publishes it before you publish the video"

_KNOWN: tuple[tuple[str, str], ...] = (
    (r"non[- ]?commercial|\bnc\b|research only", _PRIVATE),
    (r"open font|\bofl\b", _FONT),
    (r"cc[- ]by[- ]sa|attribution[- ]share", _NAMED_ALIKE),
    (r"cc[- ]by|attribution(?! needed)", _NAMED),
    (r"cc0|public domain|unlicense", _FREE),
    (r"free to use", _FREE),
    (r"gpl", f"{_FREE} (the program that makes it stays under its licence)"),
    (r"apache|\bmit\b|\bbsd|\bisc\b|mpl|zlib|carnegie mellon", _FREE),
    (r"own (?:photo|voice|recording|presenter)|the client's", f"{_OWN}; of a person, {_AGREED}"),
)


def forbids_earning(licence: str) -> bool:
    """Whether a licence forbids commercial use, by its name or its words."""
    return re.search(_KNOWN[0][0], licence.lower()) is not None


def permitted_uses(licence: str, *, given: bool = False, agreed: bool = False, limits: str = "") -> str:
    """What may be made of something under `licence`; `given` where the client brought it, `agreed` where a person's
    consent lets it be used. `limits` is what a policy keeps it from, which is added.
    """
    right = _AGREED if agreed else ""
    if not right:
        told = licence.lower()
        right = next((words for pattern, words in _KNOWN if re.search(pattern, told)), "")
    right = right or (_OWN if given else _UNKNOWN)
    return f"{right}; {limits}" if limits else right

"""Addresses of the web: URLs, e-mail, hashtags and handles, as English says them."""

from __future__ import annotations

import re

from renderers.speech.reading.letters import capitals, joined_words, special_word, spell, voiceless
from renderers.speech.reading.number_words import number

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
_URL = re.compile(
    rf"(?:(?P<scheme>https?|ftp)://)?(?P<host>{_HOST}|localhost)(?::(?P<port>\d+))?(?P<path>[/?#]\S*)?", re.IGNORECASE
)
_MAIL = re.compile(rf"(?:mailto:)?(?P<name>[\w.+%-]+)@(?P<host>{_HOST})", re.IGNORECASE)
_HASHTAG = re.compile(r"#(\w+)")
_HANDLE = re.compile(r"@([\w.]+)")
_ENDINGS = frozenset(
    "com org net info biz shop store app dev gov edu io ai co me tv fm gg xyz online site tech blog news "
    "agency design studio uk de fr es it eu us ca au nz jp cn in nl be ch at se no dk fi pl pt br mx ar ru ie "
    "sg hk za kr il gr cz ly video".split()
)
_SPELLED = frozenset({"io", "ai", "tv", "fm", "gg", "edu", "xyz"})
_SIGNS = {
    "-": "dash",
    "_": "underscore",
    ".": "dot",
    "/": "slash",
    "?": "question mark",
    "=": "equals",
    "&": "and",
    "#": "hash",
    "%": "percent",
    "~": "tilde",
    "@": "at",
    "+": "plus",
    ":": "colon",
}
_PIECE = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)


def read_address(core: str) -> list[str] | None:
    """How a URL, e-mail address, hashtag or handle is said; None for anything else."""
    if match := _MAIL.fullmatch(core):
        return [*_pieces(match["name"]), "at", *_host(match["host"])]
    if match := _URL.fullmatch(core):
        ending = match["host"].rsplit(".", 1)[-1]
        known = ending.lower() in _ENDINGS and (ending.islower() or match["host"].isupper())
        if match["scheme"] or match["host"].lower().startswith("www.") or (known and "." in match["host"]):
            port = ["colon", *number(match["port"])] if match["port"] else []
            return [*_host(match["host"]), *port, *_pieces((match["path"] or "").rstrip("/"))]
    if match := _HASHTAG.fullmatch(core):
        if match[1].isdecimal():
            return ["number", *number(match[1])]
        return ["hashtag", *_pieces(match[1], underscore=False)]
    if (match := _HANDLE.fullmatch(core)) and any(char.isalpha() for char in match[1]):
        return ["at", *_pieces(match[1])]
    return None


def _host(host: str) -> list[str]:
    labels = host.lower().split(".") if not host.islower() and host.isupper() else host.split(".")
    said: list[str] = []
    for index, label in enumerate(labels):
        last = index == len(labels) - 1
        # Two letters at the end are a country, which is spelled; "co" and "me" are words people say.
        spelled = (
            label == "www"
            or last
            and (label in _SPELLED or (len(label) == 2 and label not in ("co", "me", "in", "it", "us", "be")))
        )
        said += [*(["dot"] if index else []), *(spell(label) if spelled else _pieces(label))]
    return said


def _pieces(text: str, *, underscore: bool = True) -> list[str]:
    said: list[str] = []
    for piece in _PIECE.findall(text):
        if piece.isdecimal():
            said += number(piece)
        elif piece[0].isalpha():
            said += [word for part in joined_words(piece) or [piece] for word in _word(part)]
        elif piece in _SIGNS and (underscore or piece != "_"):
            said += _SIGNS[piece].split()
    return said


def _word(part: str) -> list[str]:
    if len(part) == 1:
        return spell(part) if part.isascii() else [part]
    found = special_word(part) or capitals(part, shouted=False)
    return found or (spell(part) if voiceless(part) else [part.lower()])

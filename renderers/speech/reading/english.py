"""How a written English word is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from renderers.speech.reading.abbreviations import Expansion, day_name, expand
from renderers.speech.reading.letters import camel, capitals, roman, special_word, spell, voiceless
from renderers.speech.reading.moments import read_moment
from renderers.speech.reading.number_words import number
from renderers.speech.reading.quantities import read_quantity, read_telephone, read_unit
from renderers.speech.reading.units import UNITS
from renderers.speech.reading.web import read_address

_SIGNS = {
    "&": "and",
    "+": "plus",
    "%": "percent",
    "=": "equals",
    "@": "at",
    "×": "times",
    "÷": "divided by",
    "°": "degrees",
    "§": "section",
    "№": "number",
    "#": "number",
    "<": "less than",
    ">": "greater than",
    "~": "about",
    "≈": "about",
    "±": "plus or minus",
    "≤": "at most",
    "≥": "at least",
    "²": "squared",
    "³": "cubed",
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "\\": "backslash",
}
_WHOLE = {
    "c++": "C plus plus",
    "c#": "C sharp",
    "f#": "F sharp",
    "and/or": "and or",
    "w/": "with",
    "w/o": "without",
    "o'clock": "o'clock",
    "c/o": "care of",
    "n/a": "not applicable",
    "a/b": "A B",
    "p&l": "P and L",
    "i/o": "I O",
}
_RATIOS = {
    "16:9": "sixteen by nine",
    "9:16": "nine by sixteen",
    "4:3": "four by three",
    "21:9": "twenty one by nine",
    "4:5": "four by five",
    "1:1": "one to one",
    "50:50": "fifty fifty",
    "50/50": "fifty fifty",
}
_CLOCK_WORDS = frozenset("at by until till from to since before after around about".split())
_PIECE = re.compile(r"[²³]|(?:(?![²³])[^\W\d_])+(?:'[^\W\d_]+)*|\d[\d,]*(?:\.\d+)?|[^\w\s]", re.UNICODE)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        (
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon "
            "phi chi psi omega"
        ).split(),
        strict=True,
    )
)


@dataclass(frozen=True)
class Place:
    """A word as it is read: its core, what touches it in front, whether a full stop follows, and its neighbours.

    `telephone`: it is a part of a telephone number. `shouted`: its line is all in capitals. `day_first`: 3/4 is
    in April.
    """

    core: str
    lead: str = ""
    dotted: bool = False
    before: str = ""
    after: str = ""
    telephone: bool = False
    shouted: bool = False
    day_first: bool = False


@dataclass(frozen=True)
class Said:
    """The spoken words of a written one. `stop_ends` tells whether a full stop right after it can end a sentence."""

    words: list[str]
    stop_ends: bool = True


def say(place: Place) -> Said:
    """How the word at `place` is said; no words for what has no sound."""
    core = place.core.replace("(s)", "s")
    if core.endswith("(s"):
        core = f"{core[:-2]}s"
    if not core:
        return Said([])
    place = replace(place, core=core)
    if place.telephone:
        return Said(read_telephone(core))
    expansion: Expansion | None = expand(core, place.dotted, place.before, place.after)
    if expansion:
        return Said(expansion.words, expansion.may_end)
    found = _whole(place)
    if found is None and core.endswith("'s") and (stem := _whole(_inside(place, core[:-2]))):
        found = [*stem[:-1], f"{stem[-1]}'s"]
    return Said(found if found is not None else _compound(place))


def _whole(place: Place) -> list[str] | None:
    """The words of something that is read by a rule as a whole; None for a plain word or what has to be taken apart."""
    core = place.core
    if core.lower() in _WHOLE:
        return _WHOLE[core.lower()].split()
    if core in _SIGNS:
        return read_unit(core, place.before) or _SIGNS[core].split()
    if (core in _RATIOS and place.before.lower() not in _CLOCK_WORDS) or (core in UNITS and "/" in core):
        return (_RATIOS.get(core) or UNITS[core][1]).split()
    return (
        read_address(core)
        or special_word(core)
        or read_moment(core, place.lead, place.before, place.after, place.day_first)
        or read_quantity(core, place.before, place.after)
        or read_unit(core, place.before)
        or roman(core, place.before)
        or capitals(core, place.shouted)
        or _camel(place)
    )


def _camel(place: Place) -> list[str] | None:
    parts = camel(place.core)
    return [word for part in parts for word in say(_inside(place, part)).words] if parts else None


def _compound(place: Place) -> list[str]:
    """The words of what is written together with hyphens, slashes, dots or signs; of a plain word, itself."""
    pieces = _PIECE.findall(place.core)
    if place.core == "A" and (not place.before or place.after[1:]):
        return ["a"]
    if len(pieces) == 1:
        return _plain(pieces[0])
    if "&" in pieces and place.core.isupper():
        return [word for piece in pieces for word in (["and"] if piece == "&" else spell(piece))]
    said: list[str] = []
    for index, piece in enumerate(pieces):
        before, after = pieces[index - 1] if index else "", pieces[index + 1] if index + 1 < len(pieces) else ""
        if piece.isdecimal() or piece[0].isdecimal():
            said += number(piece) if not (piece.endswith(",")) else number(piece.rstrip(","))
        elif piece == ":" and before and after and before[-1].isdecimal() and after[0].isdecimal():
            said.append("to")
        elif piece[0].isalpha():
            day = day_name(piece) if before in ("-", "–") or after in ("-", "–") else None
            said += [day] if day else say(_inside(place, piece)).words
        elif piece == "/":
            said.append("slash")
        elif piece == "." and before and after:
            said.append("dot" if before[-1].isalpha() or after[0].isalpha() else "point")
        elif piece in "-–" and day_name(before) and day_name(after):
            said.append("to")
        elif piece in _SIGNS and piece not in "~\\<>":
            said += _SIGNS[piece].split()
    return said


def _plain(word: str) -> list[str]:
    if word[0].isdecimal():
        return number(word)
    if word.lower() in _GREEK:
        return [_GREEK[word.lower()]]
    if len(word) == 1:
        return [word.lower()] if word in "aIi" or not word.isascii() else spell(word)
    if not word[0].isalpha():
        return []
    return spell(word) if voiceless(word) else [word.lower()]


def _inside(place: Place, core: str) -> Place:
    """A part of a written word, without the neighbours of the whole."""
    return Place(core, shouted=place.shouted, day_first=place.day_first)

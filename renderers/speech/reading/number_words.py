"""Numbers as words, in English and in the languages that num2words knows."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
"""A number as it is written in English, without its sign."""

LONGEST = 15
"""Digits; a longer number is read digit by digit."""

_FRACTION_SIGNS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
}
_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_WORD_SPLIT = re.compile(r"[\s\-]+")


@lru_cache(maxsize=4096)
def _num2words(value: int, kind: str, language: str) -> str:
    from num2words import num2words

    return str(num2words(value, to=kind, lang=language))


def cardinal(value: int) -> list[str]:
    """The English words of a whole number: 1299 is one thousand two hundred ninety nine."""
    if len(str(abs(value))) > LONGEST:
        return (["minus"] if value < 0 else []) + digits(str(abs(value)))
    return [word for word in _plain(_num2words(value, "cardinal", "en")) if word != "and"]


def ordinal(value: int) -> list[str]:
    """The English words of a rank: 21 is twenty first."""
    if len(str(abs(value))) > LONGEST:
        return cardinal(value)
    return [word for word in _plain(_num2words(value, "ordinal", "en")) if word != "and"]


def digits(text: str) -> list[str]:
    """Each digit of `text` as a word; what is not a digit is passed over."""
    return [_plain(_num2words(int(digit), "cardinal", "en"))[0] for digit in text if digit.isdecimal()]


def number(text: str) -> list[str]:
    """The English words of a written number (`NUMBER`): "12.50" is twelve point five zero, "007" zero zero seven."""
    whole, point, part = text.replace(",", "").partition(".")
    code = len(whole) > 1 and whole.startswith("0")
    said = digits(whole) if code or not whole else cardinal(int(whole))
    return [*said, "point", *digits(part)] if point else said


def year(value: int) -> list[str]:
    """How a year is said: 1999 nineteen ninety nine, 2005 two thousand five, 1905 nineteen oh five."""
    century, rest = divmod(value, 100)
    if 2000 <= value < 2010 or rest == 0 and century % 10 == 0 or not 1000 <= value < 10000:
        return cardinal(value)
    if rest == 0:
        return [*cardinal(century), "hundred"]
    return [*cardinal(century), *(["oh"] if rest < 10 else []), *cardinal(rest)]


def decade(value: int) -> list[str]:
    """How a decade is said: 1990 nineteen nineties, 90 nineties."""
    said = year(value) if value >= 1000 else cardinal(value)
    last = said[-1]
    return [*said[:-1], f"{last[:-1]}ies" if last.endswith("y") else f"{last}s"]


def fraction(above: int, below: int) -> list[str]:
    """How a fraction is said: 1/2 one half, 2/3 two thirds."""
    single, many = _PARTS.get(below) or (" ".join(ordinal(below)), f"{' '.join(ordinal(below))}s")
    return [*cardinal(above), *(single if above == 1 else many).split()]


def fraction_sign(sign: str) -> list[str] | None:
    """How "½" and its like are said; None for any other character."""
    found = _FRACTION_SIGNS.get(sign)
    return fraction(*found) if found else None


def foreign_cardinal(value: int, language: str) -> list[str] | None:
    """The words of a whole number in another language; None where num2words does not know the language or number."""
    return _foreign(value, "cardinal", language)


def foreign_ordinal(value: int, language: str) -> list[str] | None:
    """The words of a rank in another language, or None."""
    return _foreign(value, "ordinal", language)


def _foreign(value: int, kind: str, language: str) -> list[str] | None:
    code = {"nb": "no", "pt-br": "pt_BR"}.get(language, language.split("-")[0])
    if len(str(abs(value))) > LONGEST:
        return None
    try:
        said = _num2words(value, kind, code)
    except (NotImplementedError, KeyError, ValueError, OverflowError, TypeError, IndexError, AttributeError):
        return None
    # A converter that only formats the figure has not said anything.
    return None if any(char.isdecimal() for char in said) else said.replace(",", " ").split()


def _plain(said: str) -> list[str]:
    return [word for word in _WORD_SPLIT.split(said.replace(",", " ").lower()) if word]

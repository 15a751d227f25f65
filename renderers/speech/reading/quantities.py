"""Amounts as English says them: money, measures, percentages, ranges, fractions, ranks, versions, telephone numbers."""

from __future__ import annotations

import re

from renderers.speech.reading.letters import spell
from renderers.speech.reading.moments import is_year, read_moment
from renderers.speech.reading.number_words import (
    NUMBER,
    cardinal,
    digits,
    fraction,
    fraction_sign,
    number,
    ordinal,
    year,
)
from renderers.speech.reading.units import (
    APART_ONLY_WITH_SIGN,
    CURRENCIES,
    HUNDREDTHS,
    SCALE_WORDS,
    SCALES,
    UNITS,
)

_SIGN = r"(?P<sign>[-−–+±~≈<>≤≥]?)"
_MARK = "|".join(re.escape(mark) for mark in sorted(CURRENCIES, key=len, reverse=True))
_SCALE = r"(?P<scale>k|K|mn|mm|m|M|bn|b|B|tn|T)?"
_MONEY = re.compile(rf"{_SIGN}(?P<mark>{_MARK})(?P<after>[-−]?)(?P<number>{NUMBER}){_SCALE}(?P<more>\+?)")
_MONEY_LAST = re.compile(rf"{_SIGN}(?P<after>)(?P<number>{NUMBER}){_SCALE}(?P<mark>{_MARK})(?P<more>\+?)")
_MEASURE = re.compile(rf"{_SIGN}(?P<number>{NUMBER})(?P<gap>-?)(?P<unit>[^\d\s+]*)(?P<more>\+?)")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_MIXED = re.compile(r"(\d*)([½⅓⅔¼¾⅛⅜⅝⅞⅕⅖⅗⅘])")
_RANK = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_VERSION = re.compile(r"[vV]?(\d+(?:\.\d+)+)|[vV](\d+)")
_RANGE = re.compile(r"(?P<left>[^-–—~]*\d[^-–—~]*)[-–—~](?P<right>[^-–—~]*\d[^-–—~]*)")
_PRODUCT = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)")
_RESOLUTION = re.compile(r"(\d{3,4})([pi])")
_TELEPHONE = re.compile(r"\+?\(?\d[\d().\-/]*")
_GROUPED = re.compile(r"\+\d.*|\(.*|1-\d{3}-.*|\d{3}[-.]\d{3}[-.]\d{4}|\d{3}-\d{4}|0\d+[-./]\d+.*")
_SIGN_WORDS = {
    "-": ["minus"],
    "−": ["minus"],
    "–": ["minus"],
    "+": ["plus"],
    "±": ["plus", "or", "minus"],
    "~": ["about"],
    "≈": ["about"],
    "<": ["less", "than"],
    ">": ["more", "than"],
    "≤": ["at", "most"],
    "≥": ["at", "least"],
    "": [],
}
_LETTER_SCALES = ("2", "4", "5", "6", "8", "16")


def read_quantity(core: str, before: str, after: str) -> list[str] | None:
    """How an amount is said; None for anything else. `before` and `after` are its neighbours as written."""
    if not any(char.isdecimal() or fraction_sign(char) for char in core):
        return None
    return (
        _telephone(core)
        or _fraction(core)
        or _range(core, before, after)
        or _rank(core)
        or _product(core)
        or _version(core)
        or _money(core, before, after)
        or _measure(core, before, after)
        or _per(core, before, after)
    )


def read_telephone(text: str) -> list[str]:
    """A telephone number, or a part of one, digit by digit."""
    return [*(["plus"] if text.startswith("+") else []), *digits(text)]


def read_unit(core: str, before: str) -> list[str] | None:
    """How a unit that stands apart after a number is said ("5 km"); None for anything else."""
    if core in SCALE_WORDS and (match := _MONEY.fullmatch(before)):
        return [core, *CURRENCIES[match["mark"]][1].split()]
    amount = re.fullmatch(rf"[-−+~]?({NUMBER})", before)
    if core in UNITS and core not in APART_ONLY_WITH_SIGN and (amount or before in SCALE_WORDS):
        return UNITS[core][0 if amount and amount[1] == "1" else 1].split()
    if core in CURRENCIES and (amount or before in SCALE_WORDS):
        return CURRENCIES[core][0 if amount and amount[1] == "1" else 1].split()
    return None


def _telephone(core: str) -> list[str] | None:
    count = sum(char.isdecimal() for char in core)
    if not _TELEPHONE.fullmatch(core) or not _GROUPED.fullmatch(core) or not 7 <= count <= 15:
        return None
    first, _, last = core.partition("-")
    if len(core) == 8 and last.endswith("0") and int(first) < int(last) and last[1:] == "000":
        return None
    return read_telephone(core)


def _fraction(core: str) -> list[str] | None:
    if match := _MIXED.fullmatch(core):
        part = fraction_sign(match[2]) or []
        if not match[1]:
            return part
        # One and a half, not one and one half.
        return [*cardinal(int(match[1])), "and", *(["a", *part[1:]] if part[0] == "one" else part)]
    match = _FRACTION.fullmatch(core)
    if not match:
        return None
    above, below = int(match[1]), int(match[2])
    if core == "24/7":
        return ["twenty", "four", "seven"]
    if below in (5, 10, 100) and above > 1:
        return [*cardinal(above), "out", "of", *cardinal(below)]
    if 2 <= below <= 10 and 0 < above < below:
        return fraction(above, below)
    return [*cardinal(above), "slash", *cardinal(below)]


def _range(core: str, before: str, after: str) -> list[str] | None:
    match = _RANGE.fullmatch(core)
    if not match:
        return None
    left, right = match["left"], match["right"]
    if is_year(left) and (is_year(right) or (len(right) == 2 and right.isdecimal())):
        return [*year(int(left)), "to", *(year(int(right)) if is_year(right) else cardinal(int(right)))]
    end = read_moment(right, "", "", "", False) if not right.isdecimal() else None
    if end and (begin := read_moment(left, "", "", "", False) or (cardinal(int(left)) if left.isdecimal() else None)):
        return [*begin, "to", *end]
    end = _money(right, "", after) or _measure(right, "", after)
    # The currency in front, or the unit at the end, counts for both but is said once.
    if (priced := _MONEY.fullmatch(left)) and not _MONEY.fullmatch(right):
        end = _money(f"{priced['mark']}{right}", "", after)
        begin = [*number(priced["number"]), *_scale(priced["scale"])]
    else:
        begin = _money(left, "", "") or _measure(left, "", "")
    return [*begin, "to", *end] if begin and end else None


def _rank(core: str) -> list[str] | None:
    match = _RANK.fullmatch(core)
    return ordinal(int(match[1].replace(",", ""))) if match else None


def _product(core: str) -> list[str] | None:
    if match := _PRODUCT.fullmatch(core):
        return [*_pixels(match[1]), "by", *_pixels(match[2])]
    if match := _RESOLUTION.fullmatch(core):
        return [*_pixels(match[1]), match[2].upper()]
    return None


def _pixels(text: str) -> list[str]:
    """A number of pixels as people say it: 1080 is ten eighty, 720 seven twenty."""
    if not text.isdecimal() or not 3 <= len(text) <= 4 or text.endswith("00"):
        return number(text)
    high, low = divmod(int(text), 100)
    return [*cardinal(high), *(["oh"] if low < 10 else []), *cardinal(low)]


def _version(core: str) -> list[str] | None:
    match = _VERSION.fullmatch(core)
    if not match or (core[0] not in "vV" and core.count(".") < 2):
        return None
    parts = (match[1] or match[2]).split(".")
    said = [word for index, part in enumerate(parts) for word in ([*(["point"] if index else []), *number(part)])]
    return [*(["version"] if core[0] in "vV" else []), *said]


def _money(core: str, before: str, after: str) -> list[str] | None:
    match = _MONEY.fullmatch(core) or _MONEY_LAST.fullmatch(core)
    if not match:
        return None
    single, many, part = CURRENCIES[match["mark"]]
    amount, scale = match["number"], _scale(match["scale"])
    sign = [*_SIGN_WORDS[match["sign"]], *(["minus"] if match["after"] else [])]
    more = ["or", "more"] if match["more"] else []
    if after in SCALE_WORDS and not scale:
        return [*sign, *number(amount), *more]
    whole, point, cents = amount.replace(",", "").partition(".")
    if scale or not part or len(cents) not in (0, 2):
        return [*sign, *number(amount), *scale, *many.split(), *more]
    said: list[str] = []
    if int(whole or 0) or not int(cents or 0):
        said = [*number(whole or "0"), *(single if int(whole or 0) == 1 else many).split()]
    if point and int(cents):
        said += [*(["and"] if said else []), *cardinal(int(cents)), part if int(cents) == 1 else HUNDREDTHS[part]]
    return [*sign, *said, *more]


def _measure(core: str, before: str, after: str) -> list[str] | None:
    match = _MEASURE.fullmatch(core)
    if not match:
        return None
    amount, unit = match["number"], match["unit"]
    sign = _SIGN_WORDS[match["sign"]]
    more = ["plus"] if match["more"] else []
    if not unit and not match["gap"]:
        return [*sign, *number(amount), *more]
    counted = unit == "m" and after.islower() and after.endswith("s")
    if (unit in ("K", "k", "M", "B", "bn", "mn") or counted) and not match["gap"]:
        # "4K" and "8K" are sizes of a picture and are spelled; "10K" counts thousands.
        return [
            *sign,
            *number(amount),
            *(["K"] if unit == "K" and amount in _LETTER_SCALES and not more else _scale(unit)),
            *more,
        ]
    if unit in UNITS:
        # "a 30-second film", "a 30s film": one unit before a noun is not settled here, so the plural stands.
        return [*sign, *number(amount), *UNITS[unit][0 if amount == "1" or match["gap"] else 1].split(), *more]
    if (
        unit
        and unit.isascii()
        and unit.isalpha()
        and (unit.isupper() or len(unit) == 1)
        and len(unit) <= 3
        and not match["gap"]
    ):
        return [*sign, *number(amount), *spell(unit), *more]
    return None


def _per(core: str, before: str, after: str) -> list[str] | None:
    """A price or measure for each of something: "$5/month"."""
    left, slash, right = core.partition("/")
    if not slash or not right.isalpha():
        return None
    said = _money(left, before, "") or (_measure(left, before, "") if not left.isdecimal() else None)
    return (
        [*said, "per", *(UNITS[right][0].split() if right in UNITS and len(right) < 4 else [right.lower()])]
        if said
        else None
    )


def _scale(letter: str | None) -> list[str]:
    return [SCALES[letter]] if letter else []

"""Dates, years and times of day, as English says them."""

from __future__ import annotations

import re

from renderers.speech.reading.abbreviations import MONTH_NAMES, MONTHS
from renderers.speech.reading.number_words import cardinal, decade, ordinal, year

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_CLOCK = re.compile(r"(\d{1,2})(?:([:.h])(\d{2}))?(?::(\d{2}))?\s*(am|pm|a\.m|p\.m|AM|PM|A\.M|P\.M)?")
_YEAR = re.compile(r"[1-9]\d{3}")
_DECADE = re.compile(r"((?:1[1-9]|20)\d0|[2-9]0)s")
_DAY = re.compile(r"([12]?\d|3[01])(st|nd|rd|th)?")
_DAYS = re.compile(r"([12]?\d|3[01])[-–]([12]?\d|3[01])")
_BEFORE_YEARS = frozenset(
    "in since until till by from before after during year of around circa © copyright and to late early mid".split()
)
_BEFORE_DECADES = frozenset("the his her their my your our its early mid late".split())


def read_moment(core: str, lead: str, before: str, after: str, day_first: bool) -> list[str] | None:
    """How a date, a year, a decade or a time of day is said; None for anything else.

    `lead` is what stands before the word without a space, `before` and `after` are its neighbours as written.
    """
    if not core[:1].isdecimal():
        return None
    return (
        _date(core, day_first)
        or _day_of_month(core, before, after)
        or _clock(core, after)
        or _decade(core, lead, before)
        or _plain_year(core, before, after)
    )


def is_year(core: str) -> bool:
    """Whether four digits are surely a year: 1100 to 2099."""
    return bool(_YEAR.fullmatch(core)) and 1100 <= int(core) < 2100


def _date(core: str, day_first: bool) -> list[str] | None:
    if match := _ISO.fullmatch(core):
        written, month, day = (int(part) for part in match.groups())
    elif match := _NUMERIC.fullmatch(core):
        first, second = int(match[1]), int(match[3])
        month, day = (
            (second, first) if (day_first or match[2] == "." or first > 12) and second <= 12 else (first, second)
        )
        written = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return [MONTH_NAMES[month - 1], *ordinal(day), *year(written)]


def _day_of_month(core: str, before: str, after: str) -> list[str] | None:
    month_before = before[:1].isupper() and before.lower() in MONTHS
    month_after = after[:1].isupper() and after.lower() in MONTHS
    if match := _DAYS.fullmatch(core):
        if month_before or month_after:
            said = [*ordinal(int(match[1])), "to", *ordinal(int(match[2]))]
            return said if month_before else [*([] if before.lower() == "the" else ["the"]), *said, "of"]
        return None
    match = _DAY.fullmatch(core)
    if not match or int(match[1]) == 0:
        return None
    if month_before:
        return ordinal(int(match[1]))
    if month_after and not match[2]:
        return [*([] if before.lower() == "the" else ["the"]), *ordinal(int(match[1])), "of"]
    return None


def _clock(core: str, after: str) -> list[str] | None:
    match = _CLOCK.fullmatch(core)
    if not match:
        return None
    hour, separator, minute, second, half = match.groups()
    said_half = list(half.replace(".", "").upper()) if half else []
    halved = bool(said_half) or after.lower().replace(".", "") in ("am", "pm")
    if (
        (minute is None and not said_half)
        or (separator == "." and not halved)
        or int(hour) > 24
        or int(minute or 0) > 59
    ):
        return None
    if minute is None:
        return [*cardinal(int(hour)), *said_half]
    said = cardinal(int(hour)) if hour != "00" else ["zero"]
    if int(minute):
        said += ["oh", *cardinal(int(minute))] if int(minute) < 10 else cardinal(int(minute))
    elif second is None and not halved:
        said += ["hundred"] if int(hour) > 12 or hour.startswith("0") else ["o'clock"]
    if second is not None:
        said += ["and", *cardinal(int(second)), "second" if int(second) == 1 else "seconds"]
    return [*said, *said_half]


def _decade(core: str, lead: str, before: str) -> list[str] | None:
    match = _DECADE.fullmatch(core)
    if not match:
        return None
    plain = len(match[1]) == 4 or lead[-1:] in ("'", "’") or before.lower() in _BEFORE_DECADES
    return decade(int(match[1])) if plain else None


def _plain_year(core: str, before: str, after: str) -> list[str] | None:
    if not is_year(core):
        return None
    near = before.lower() in _BEFORE_YEARS or before.lower() in MONTHS or after.lower() in ("ad", "bc", "ce", "bce")
    # A round thousand-odd figure alone may as well be an amount, so only our own times are taken for years.
    if near or 1900 <= int(core) <= 2099:
        return year(int(core))
    return None

"""English abbreviations: what they stand for, and whether a sentence may end with them."""

from __future__ import annotations

from dataclasses import dataclass

MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""The English months in order."""

_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTHS: dict[str, int] = {
    **{name: index for index, name in enumerate(MONTH_NAMES, 1)},
    **{name: index for index, name in enumerate(_SHORT_MONTHS, 1)},
    "sept": 9,
}
"""The number of a month by its English name or abbreviation in lower case."""

_DAYS = {
    "mon": "monday",
    "tue": "tuesday",
    "tues": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "thur": "thursday",
    "thurs": "thursday",
    "fri": "friday",
    "sat": "saturday",
    "sun": "sunday",
}
_ALSO_WORDS = frozenset({"mon", "wed", "sat", "sun"})
_TITLES = {
    "mr": "mister",
    "mrs": "missus",
    "ms": "miz",
    "prof": "professor",
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "rev": "reverend",
    "hon": "honorable",
    "mt": "mount",
}
_WITHOUT_STOP = frozenset({"mr", "mrs", "ms"})
_ANYWHERE = {
    "e.g": "for example",
    "i.e": "that is",
    "eg": "for example",
    "ie": "that is",
    "vs": "versus",
    "approx": "approximately",
    "etc": "et cetera",
    "ph.d": "P H D",
}
_COMPANIES = {"inc": "incorporated", "ltd": "limited", "corp": "corporation", "co": "company", "bros": "brothers"}
_WITH_STOP = {
    "dept": "department",
    "univ": "university",
    "jr": "junior",
    "sr": "senior",
    "govt": "government",
    "intl": "international",
    "tel": "telephone",
    "ext": "extension",
    "incl": "including",
    "excl": "excluding",
    "misc": "miscellaneous",
    "avg": "average",
    "qty": "quantity",
    "hrs": "hours",
    "mins": "minutes",
    "secs": "seconds",
    "min": "minimum",
    "max": "maximum",
    "est": "established",
}
_STREETS = {"ave": "avenue", "blvd": "boulevard", "rd": "road", "hwy": "highway", "sq": "square"}
_BEFORE_NUMBER = {
    "no": "number",
    "nos": "numbers",
    "fig": "figure",
    "figs": "figures",
    "vol": "volume",
    "p": "page",
    "pp": "pages",
    "ch": "chapter",
    "sec": "section",
    "art": "article",
    "ed": "edition",
    "ver": "version",
}
_NEVER_LAST = frozenset(
    {"e.g", "i.e", "eg", "ie", "vs", "approx", "dept", "tel", "ext", "incl", "excl", "avg", "est", "max", "min"}
)


@dataclass(frozen=True)
class Expansion:
    """What an abbreviation is said as, and whether a full stop after it can also end a sentence."""

    words: list[str]
    may_end: bool


def expand(core: str, dotted: bool, before: str, after: str) -> Expansion | None:
    """What `core` stands for, or None. `dotted`: a full stop follows; `before`, `after`: its neighbours as written."""
    lower, capital = core.lower(), core[:1].isupper()
    named, numbered = after[:1].isupper(), after[:1].isdecimal()
    if not lower:
        return None
    if core in ("Dr", "DR"):
        return Expansion(["doctor"] if named else ["drive"], not named)
    if core in ("St", "ST") and (dotted or named):
        street = before[:1].isupper() or not named
        return Expansion(["street"] if street else ["saint"], street)
    if lower in _TITLES and capital and named and (dotted or lower in _WITHOUT_STOP):
        return Expansion([_TITLES[lower]], False)
    if lower in _BEFORE_NUMBER and dotted and numbered:
        return Expansion([_BEFORE_NUMBER[lower]], False)
    if lower in ("a.m", "p.m", "pm") or (lower == "am" and before[-1:].isdecimal()):
        return Expansion(list(lower.replace(".", "").upper()), True)
    if lower in _DAYS and capital and (lower not in _ALSO_WORDS or (dotted and (numbered or after.lower() in MONTHS))):
        return Expansion([_DAYS[lower]], True)
    if lower in MONTHS and capital and lower != "may" and (dotted or numbered or before[-1:].isdecimal()):
        return Expansion([MONTH_NAMES[MONTHS[lower] - 1]], False)
    for table, fits in (
        (_ANYWHERE, True),
        (_COMPANIES, capital and (dotted or lower != "co")),
        (_STREETS, capital and dotted),
        (_WITH_STOP, dotted and bool(after)),
    ):
        if lower in table and fits:
            return Expansion(table[lower].split(), lower not in _NEVER_LAST)
    if _is_initials(core):
        return Expansion(list(core.replace(".", "").upper()), True)
    if len(core) == 1 and capital and core != "I" and dotted and named:
        return Expansion([core], False)
    return None


def day_name(core: str) -> str | None:
    """The full English name of an abbreviated day of the week ("Mon"), else None."""
    return _DAYS.get(core.lower()) if core[:1].isupper() else None


def _is_initials(core: str) -> bool:
    """Whether `core` is letters with stops between ("U.S", "p.h.d")."""
    parts = core.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)

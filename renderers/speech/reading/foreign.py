"""How written words are said in other languages than English: numbers, money, percentages and addresses.

What no table here knows is left as it is written: espeak reads figures and signs in its own languages by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from renderers.speech.reading.letters import joined_words
from renderers.speech.reading.number_words import foreign_cardinal, foreign_ordinal


@dataclass(frozen=True)
class _Words:
    """The words of one language: signs of addresses, the decimal mark and how it is said, signs, currencies, units."""

    dot: str
    slash: str
    at: str
    dash: str
    underscore: str
    hashtag: str
    decimal: str
    decimal_said: str
    signs: dict[str, str]
    thousands: str
    ordinal: str


def _words(line: str, signs: str, decimal: str, thousands: str, ordinal: str = "") -> _Words:
    dot, slash, at, dash, underscore, hashtag, decimal_said = line.split("|")
    pairs = dict(pair.split("=", 1) for pair in signs.split("|"))
    return _Words(dot, slash, at, dash, underscore, hashtag, decimal, decimal_said, pairs, thousands, ordinal)


_EURO_STYLE = (",", ".\u00a0\u202f")
_LANGUAGES: dict[str, _Words] = {
    "es": _words(
        "punto|barra|arroba|guion|guion bajo|hashtag|coma",
        "%=por ciento|€=euros|$=dólares|£=libras|&=y|+=más|"
        "km=kilómetros|kg=kilos|m=metros|cm=centímetros|GB=gigabytes|°C=grados",
        *_EURO_STYLE,
        "º|ª|er|o|a",
    ),
    "fr": _words(
        "point|barre oblique|arobase|tiret|tiret bas|hashtag|virgule",
        "%=pour cent|€=euros|$=dollars|£=livres|&=et|+=plus|"
        "km=kilomètres|kg=kilos|m=mètres|cm=centimètres|Go=gigaoctets|°C=degrés",
        *_EURO_STYLE,
        "er|ère|e|ème",
    ),
    "de": _words(
        "Punkt|Schrägstrich|ät|Bindestrich|Unterstrich|Hashtag|Komma",
        "%=Prozent|€=Euro|$=Dollar|£=Pfund|&=und|+=plus|"
        "km=Kilometer|kg=Kilogramm|m=Meter|cm=Zentimeter|GB=Gigabyte|°C=Grad",
        *_EURO_STYLE,
    ),
    "it": _words(
        "punto|barra|chiocciola|trattino|trattino basso|hashtag|virgola",
        "%=per cento|€=euro|$=dollari|£=sterline|&=e|+=più|"
        "km=chilometri|kg=chili|m=metri|cm=centimetri|GB=gigabyte|°C=gradi",
        *_EURO_STYLE,
        "º|ª",
    ),
    "pt": _words(
        "ponto|barra|arroba|hífen|sublinhado|hashtag|vírgula",
        "%=por cento|€=euros|$=dólares|£=libras|R$=reais|&=e|+=mais|"
        "km=quilômetros|kg=quilos|m=metros|cm=centímetros|GB=gigabytes|°C=graus",
        *_EURO_STYLE,
        "º|ª",
    ),
    "nl": _words(
        "punt|schuine streep|apenstaartje|streepje|laag streepje|hashtag|komma",
        "%=procent|€=euro|$=dollar|£=pond|&=en|+=plus|km=kilometer|kg=kilo|m=meter|cm=centimeter|GB=gigabyte|°C=graden",
        *_EURO_STYLE,
        "e|ste|de",
    ),
    "pl": _words(
        "kropka|ukośnik|małpa|myślnik|podkreślenie|hasztag|przecinek",
        "%=procent|€=euro|$=dolarów|£=funtów|&=i|+=plus|"
        "km=kilometrów|kg=kilogramów|m=metrów|cm=centymetrów|GB=gigabajtów|°C=stopni",
        *_EURO_STYLE,
    ),
    "sv": _words(
        "punkt|snedstreck|snabel-a|bindestreck|understreck|hashtagg|komma",
        "%=procent|€=euro|$=dollar|£=pund|&=och|+=plus|"
        "km=kilometer|kg=kilo|m=meter|cm=centimeter|GB=gigabyte|°C=grader",
        *_EURO_STYLE,
    ),
    "da": _words(
        "punktum|skråstreg|snabel-a|bindestreg|understreg|hashtag|komma",
        "%=procent|€=euro|$=dollar|£=pund|&=og|+=plus|km=kilometer|kg=kilo|m=meter|cm=centimeter|GB=gigabyte|°C=grader",
        *_EURO_STYLE,
    ),
    "nb": _words(
        "punktum|skråstrek|krøllalfa|bindestrek|understrek|hashtag|komma",
        "%=prosent|€=euro|$=dollar|£=pund|&=og|+=pluss|"
        "km=kilometer|kg=kilo|m=meter|cm=centimeter|GB=gigabyte|°C=grader",
        *_EURO_STYLE,
    ),
}
_ADDRESS = re.compile(r"(?:https?://)?[\w.+-]+(?:@[\w-]+)?(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?|www\.\S+", re.IGNORECASE)
_TOP = frozenset(
    "com org net info biz shop app dev io ai co me tv es fr de it pt br nl pl se dk no eu uk mx ar cl ch at be".split()
)
_TAG = re.compile(r"([#@])([\w.]+)")
_AMOUNT = re.compile(r"(?P<sign>[-−+]?)(?P<front>R\$|[$€£]?)(?P<number>\d[\d.,\u00a0\u202f]*\d|\d)(?P<back>[^\d\s]*)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+")


def say_foreign(core: str, language: str) -> list[str]:
    """The spoken words of one written word in `language`; the word itself where nothing has to be read out."""
    if not core:
        return []
    words = _LANGUAGES.get({"no": "nb", "nn": "nb"}.get(language.split("-")[0], language.split("-")[0]))
    if words is None:
        return _bare(core)
    if core in words.signs:
        return words.signs[core].split()
    return _tag(core, words) or _address(core, words) or _amount(core, words, language) or _bare(core)


def say_german_rank(value: int, before: str) -> list[str]:
    """A German rank written with a stop ("3."), bent as a date is after "am": am dritten Mai, der dritte Mai."""
    said = foreign_ordinal(value, "de") or [f"{value}."]
    bent = before.lower() in ("am", "vom", "zum", "bis", "den", "dem", "ab", "seit", "im", "beim")
    return [*said[:-1], said[-1] + "n"] if bent and said[-1].endswith("e") else said


def _bare(core: str) -> list[str]:
    """A word that espeak reads by itself, without the underscores and stars that people write for emphasis."""
    return [part for part in re.split(r"[\s_*|\\^~`<>{}\[\]]+", core) if part]


def _tag(core: str, words: _Words) -> list[str] | None:
    match = _TAG.fullmatch(core)
    if not match:
        return None
    said = [part for piece in match[2].split("_") for part in joined_words(piece) or [piece] if part]
    return [*(words.hashtag if match[1] == "#" else words.at).split(), *(part.lower() for part in said)]


def _address(core: str, words: _Words) -> list[str] | None:
    host = re.split(r"[/?#]", re.sub(r"^https?://", "", core))[0]
    if not _ADDRESS.fullmatch(core) or not (
        host.rsplit(".", 1)[-1] in _TOP or "://" in core or core.startswith("www.")
    ):
        return None
    names = {".": words.dot, "/": words.slash, "@": words.at, "-": words.dash, "_": words.underscore}
    said: list[str] = []
    for piece in re.findall(r"[^\W_]+|[./@_-]", re.sub(r"^https?://", "", core).rstrip("/")):
        said += names[piece].split() if piece in names else [piece]
    return said


def _amount(core: str, words: _Words, language: str) -> list[str] | None:
    match = _AMOUNT.fullmatch(core)
    if not match:
        return None
    back, front, figures = match["back"], match["front"], match["number"]
    if back and back in words.ordinal.split("|"):
        return foreign_ordinal(int(figures), language) if figures.isdecimal() else None
    if back and back not in words.signs or front and front not in words.signs:
        return None
    said = _number(figures, words, language)
    if said is None:
        return None
    sign = {"-": "-", "−": "-", "+": words.signs["+"], "": ""}[match["sign"]]
    if sign == "-":
        return None
    return [*sign.split(), *said, *words.signs.get(front or back, "").split()]


def _number(figures: str, words: _Words, language: str) -> list[str] | None:
    if _GROUPED.fullmatch(figures) and all(char.isdecimal() or char in words.thousands for char in figures):
        return foreign_cardinal(int("".join(char for char in figures if char.isdecimal())), language)
    whole, mark, part = figures.partition(words.decimal)
    plain = "".join(char for char in whole if char not in words.thousands)
    if not plain.isdecimal() or (mark and not part.isdecimal()) or (whole != plain and not _GROUPED.fullmatch(whole)):
        return None
    if len(plain) > 1 and plain.startswith("0"):
        return None
    said = foreign_cardinal(int(plain), language)
    if said is None or not mark:
        return said
    # Up to two decimals are read as a number ("coma cincuenta"), more of them one by one.
    shown = [part] if len(part) <= 2 and not part.startswith("0") else list(part)
    read = [foreign_cardinal(int(piece), language) for piece in shown]
    return (
        None
        if any(piece is None for piece in read)
        else [*said, words.decimal_said, *(word for piece in read for word in piece or [])]
    )

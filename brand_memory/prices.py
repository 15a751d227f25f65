"""Prices as sites write them, in any country's way, as a plain amount and an ISO 4217 currency."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "円": "JPY",
    "元": "CNY",
    "￥": "CNY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "฿": "THB",
    "₴": "UAH",
    "zł": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "lei": "RON",
    "fr.": "CHF",
    "us$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "s$": "SGD",
    "hk$": "HKD",
    "r$": "BRL",
    "mx$": "MXN",
    "$": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "dollars": "USD",
}
_CODES = frozenset(
    "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD "
    "KZT LKR MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU "
    "VND ZAR".split()
)
_KR = {"sv": "SEK", "da": "DKK", "no": "NOK", "nb": "NOK", "is": "ISK"}
_AMOUNT = re.compile(r"\d[\d.,'\u2019\s\u00a0\u202f]*")


def amount(text: str) -> str:
    """The first amount in `text` as a plain number ("1299.00", "12"), or nothing where there is none that can be meant.

    The last of the two separators is the decimal one; one separator alone is decimal unless three digits follow it
    (1.299 is a thousand and more, 12.90 is twelve) or it stands several times.
    """
    match = _AMOUNT.search(text[:80])
    if not match:
        return ""
    digits = re.sub(r"[\s\u00a0\u202f'\u2019]", "", match.group()).rstrip(".,")
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        decimal, group = (".", ",") if digits.rindex(".") > digits.rindex(",") else (",", ".")
        digits = digits.replace(group, "").replace(decimal, ".")
    elif dots + commas == 1:
        mark = "." if dots else ","
        whole, part = digits.split(mark)
        digits = whole + part if len(part) == 3 and whole not in ("", "0") else f"{whole or 0}.{part}"
    else:
        digits = digits.replace(".", "").replace(",", "")
    return _number(digits)


def stated(value: object) -> str:
    """An amount that data states: a number, or text, as schema.org asks (a point for decimals) or as people write."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _number(f"{value:.10g}" if abs(value) < 1e12 else "")
    if isinstance(value, str):
        return _number(value.strip()) or amount(value)
    return ""


def currency(text: str, language: str = "") -> str:
    """The ISO 4217 code of the currency in `text`, or nothing. `kr` needs the `language`; a bare `$` counts as USD."""
    for code in re.findall(r"(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])", text[:80]):
        if code.upper() in _CODES:
            return str(code).upper()
    low = text[:80].lower()
    if re.search(r"(?<![a-z])kr\b", low):
        return _KR.get(language[:2].lower(), "")
    for sign in sorted(_SIGNS, key=len, reverse=True):
        pattern = rf"(?<![a-z]){re.escape(sign)}(?![a-z])" if sign[0].isalpha() else re.escape(sign)
        if re.search(pattern, low):
            return _SIGNS[sign]
    return ""


def span(low: str, high: str) -> str:
    """Two amounts as one price: `12.00`, or `12.00\u201319.00` where they differ."""
    if not low or not high or low == high:
        return low or high
    try:
        first, last = sorted((low, high), key=Decimal)
    except InvalidOperation:
        return low
    return f"{first}\u2013{last}"


def _number(text: str) -> str:
    if not re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", text):
        return ""
    whole, _, part = text.partition(".")
    whole = whole.lstrip("0") or "0"
    part = part[:2].ljust(2, "0") if part.rstrip("0") or part else ""
    return f"{whole}.{part}" if part else whole

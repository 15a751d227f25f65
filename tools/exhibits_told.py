"""Exhibits of scripts that we write: their facts are short sentences of known forms, shown as they are said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.scene_contents import Entry, SceneContent

_SIGNS = {
    "euro": "€",
    "euros": "€",
    "dollar": "$",
    "dollars": "$",
    "bucks": "$",
    "pound": "£",
    "pounds": "£",
    "quid": "£",
}
_AMOUNT = r"(?P<sign>[€$£¥])?\s?(?P<number>\d[\d.,]*\d|\d)\s?(?P<unit>[a-z]+|[€$£])?"
_PRICE = re.compile(
    rf"^(?:(?:the|our|your)\s+(?:[\w-]+\s+){{1,4}}?|it\s+|they\s+|prices\s+)(?P<verb>is|costs?|starts?\s+at)\s+"
    rf"{_AMOUNT}(?P<rest>\s+(?:an?|per|each|for)\b[^.,;]*)?\.?$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 40
_WORDS, _LETTERS = 8, 46
"""The most of a sentence that is shown as a point."""
_LEADS = re.compile(
    r"(?:let|here|meet (?!at|in|on|by)|say|have you|do (?!not)|does|what|would|is |are |come|find out|tell|ask|imagine|"
    r"picture|thank|you're|watch|could|still|why|how|welcome|please|then|one of|this is for|so |we have (?:news|some)|"
    r"we wanted)",
    re.IGNORECASE,
)
"""How sentences begin that lead on to something, invite or ask, and tell nothing to be read."""
_LISTS = re.compile(r"^(?:here's what you get:|(?:it|they) comes? with|you(?:'ll)? get|expect)\s+(?P<items>.+)$", re.I)
_IS = re.compile(
    r"^(?:it's|they're|it is|they are|there's|there is|there are|(?:it|they) costs?|"
    r"it|they|find (?:it|them|us))\s+(?=\w)",
    re.IGNORECASE,
)


def price_shown(said: Sequence[str]) -> SceneContent | None:
    """The figure of a scene in which nothing but a price is told."""
    match = _PRICE.match(said[0]) if len(said) == 1 else None
    if match is None or not (match["sign"] or match["unit"]):
        return None
    unit = (match["unit"] or "").lower()
    sign = match["sign"] or _SIGNS.get(unit, unit if unit in ("€", "$", "£") else "")
    if not sign and not re.fullmatch(r"usd|eur|gbp|chf|nok|sek|dkk|kron(?:er?|or|a)|francs?|rupees|yen|pesos", unit):
        return None
    number = f"{int(match['number']):,}" if re.fullmatch(r"\d{5,}", match["number"]) else match["number"]
    value = f"{sign}{number}" if sign else f"{number} {match['unit']}"
    starts = "start" in match["verb"].lower()
    label = (match["rest"] or "").strip() or ("starting price" if starts else "the price")
    return SceneContent(value=f"from {value}" if starts and match["rest"] else value, label=label[:_LONGEST_LABEL])


def points_told(said: Sequence[str]) -> SceneContent | None:
    """The points of a scene in which short facts are told one after the other, two at least."""
    said = [item for one in said for item in _listed(one)]
    if not 2 <= len(said) <= 5 or any(
        len(one.split()) > _WORDS or len(one) > _LETTERS or one.endswith("?") or '"' in one or _LEADS.match(one)
        for one in said
    ):
        return None
    bare = [_IS.sub("", one).rstrip(".!") for one in said]
    return SceneContent(entries=tuple(Entry(text=f"{one[:1].upper()}{one[1:]}") for one in bare))


def _listed(sentence: str) -> list[str]:
    """What a sentence lists, as points of their own; the sentence itself where it lists nothing."""
    found = _LISTS.match(sentence)
    items = re.split(r",\s+(?:and\s+)?|\s+and\s+", found["items"].rstrip(".")) if found else []
    return items if len(items) > 1 and all(re.search(r"[^\W\d_]", item) for item in items) else [sentence]

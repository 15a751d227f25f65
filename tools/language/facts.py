"""Facts: the client's own words about the subject, each turned into a sentence without adding anything to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tools.language.grammar import (
    Noun,
    base_of,
    capital,
    is_adjective,
    listed,
    sentence,
    third_person,
    uncapital,
    with_article,
)
from tools.language.lexicon import MATERIALS, PARTICIPLES, VERBS
from tools.language.subject import has_verb

Kind = Literal["definition", "made", "does", "statement", "item", "question", "price", "offer", "when", "where", "step"]


@dataclass(frozen=True)
class Fact:
    """One fact: what kind it is, how it was written (`short`, for headings and recaps), how it is said."""

    kind: Kind
    short: str
    said: str


_MONEY = r"(?:[€$£¥]\s?\d[\d.,]*\s?[kKmM]?|\d[\d.,]*\s?(?:euros?|dollars?|pounds?|usd|eur|gbp|cents?|€|\$|£))"
_DATE = (r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec"
         r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|weekends?|weekdays|every day|daily)\b|\b\d{1,2}(?::\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)")


def read_fact(text: str, subject: Noun, *, steps: bool = False, event: bool = False) -> Fact:
    """The fact in `text`, said about `subject`. With `steps`, an imperative is a step; with `event`, dates say when it is."""
    short = re.sub(r"\s+", " ", text.strip(" .,;:"))
    first, _, rest = short.partition(" ")
    low, they = first.lower().strip(","), capital(subject.it)
    if low in ("why", "how", "what", "which", "who") and not short.endswith("?"):
        return Fact("question", short, sentence(f"We look at {uncapital(short)}"))
    if money := _price(short, subject):
        return money
    if event and (when := _occasion(short, they, subject)):
        return when
    if has_verb(short):
        return Fact("statement", short, sentence(short))
    if re.match(r"(?:until|till|before|through)\b", short, re.I) or (re.search(_DATE, short, re.I) and re.match(r"(?:on|from|starting|every|this|next)\b", short, re.I)):
        return Fact("when", short, sentence(f"{they} {subject.verb('run')} {uncapital(short)}" if re.match(r"(?:until|till|through)", short, re.I) else short))
    if re.search(r"\d\s?%\s*(?:off|discount)|half price|buy one|\d for \d|free (?:gift|trial|sample)", short, re.I):
        return Fact("offer", short, sentence(short))
    if steps and low in VERBS:
        return Fact("step", short, sentence(short))
    if low in ("a", "an") or re.match(r"the (?:first|only|new|next)\b", short, re.I):
        return Fact("definition", short, _definition(short, they, subject))
    base = base_of(low)
    if base and rest and not re.match(r"(?:for|and|of)\b", rest):
        return Fact("does", short, sentence(f"{they} {third_person(base, plural=subject.plural)} {_agreeing(rest, subject)}"))
    if re.match(r"(?:with|without)\b", low):
        return Fact("item", rest, sentence(f"{they} {subject.verb('come')} {uncapital(short)}"))
    if low in PARTICIPLES or is_adjective(short) or re.match(r"(?:100%\s+\w+|\d+[ -]?(?:carat|karat|percent)\b)", low + " " + rest) and _is_material(short):
        return Fact("made", short, sentence(f"{capital(subject.it_is)} {uncapital(short)}"))
    if _is_material(short) and len(short.split()) <= 4:
        return Fact("made", short, sentence(f"{capital(subject.it_is)} {uncapital(short)}"))
    if re.match(r"(?:in|at|near|on|by|opposite|next to|around)\b", short, re.I):
        return Fact("where", short, sentence(f"You will find {subject.them} {uncapital(short)}"))
    if low in VERBS and len(short.split()) > 1 and low not in ("light", "open", "clean", "fit", "sound", "test", "order", "cover", "store", "design", "support", "share"):
        return Fact("step", short, sentence(short))
    return Fact("item", short, sentence(short))


def _price(short: str, subject: Noun) -> Fact | None:
    if not re.search(_MONEY, short, re.I) or has_verb(short):
        return None
    they = capital(subject.it)
    bare = re.sub(r"^(?:price|prices|cost|costs|only|just|for|at|priced at)\s*:?\s*", "", short, flags=re.I)
    if match := re.match(rf"(?:prices?\s+)?(?:from|starting (?:at|from)|starts (?:at|from))\s*(?P<m>{_MONEY}.*)$", bare, re.I):
        return Fact("price", f"from {match['m']}", sentence(f"{'Prices start' if subject.plural else f'{they} starts'} at {match['m']}"))
    if re.match(rf"{_MONEY}(?:$|\s+(?:a|an|per|each|for|plus|only|including|incl)\b|\s?/)", bare, re.I):
        tail = re.sub(r"\s?/\s?", " per ", bare)
        return Fact("price", bare, sentence(f"{they} {subject.verb('cost')} {tail}"))
    if match := re.match(rf"(?P<what>entry|tickets?|admission|membership|delivery|shipping|registration)\s*(?::|is|are|costs?)?\s*(?P<m>(?:from\s+)?{_MONEY}.*)$", bare, re.I):
        what = match["what"].lower()
        return Fact("price", bare, sentence(f"{what} {'are' if what.endswith('s') else 'is'} {match['m']}"))
    return None


def _occasion(short: str, they: str, subject: Noun) -> Fact | None:
    """When or where an event is; also both at once."""
    dated = re.search(_DATE, short, re.I) is not None
    if dated and re.match(rf"(?:on|at|from|every|this|next|until|in)\b|{_DATE}", short, re.I) and len(short.split()) <= 16:
        plain = short if re.match(r"(?:on|at|from|every|this|next|until|in|today|tomorrow|daily|weekends|weekdays)\b", short, re.I) else f"on {short}"
        plain = re.sub(r"^(?:Every|On|At|From|This|Next|Until|In)\b", lambda match: match.group().lower(), plain)
        return Fact("when", short, sentence(f"{they} {subject.verb('take')} place {plain}"))
    if not dated and re.match(r"(?:in|at|near|on)\s+(?:the\s+|our\s+)?[A-Z\d]|(?:in|at)\s+(?:the|our)\b|online$", short):
        return Fact("where", short, sentence(f"{they} {subject.verb('take')} place {short}"))
    return None


def _definition(short: str, they: str, subject: Noun) -> str:
    if subject.plural:
        return sentence(f"Think of {subject.them} as {uncapital(short)}")
    name = subject.name if subject.proper else they
    return sentence(f"{name} is {uncapital(short)}")


def _agreeing(rest: str, subject: Noun) -> str:
    """`works offline and syncs` keeps its second verb in step with a plural subject."""
    if not subject.plural:
        return rest
    return re.sub(r"\b(and|or|but)\s+(\w+s)\b", lambda m: f"{m.group(1)} {base_of(m.group(2).lower()) or m.group(2)}", rest)


def _is_material(short: str) -> bool:
    return short.split()[-1].lower() in MATERIALS


def said_together(items: Sequence[Fact], lead: str) -> str:
    """Several noun-phrase facts as one sentence behind `lead` ("Here is what you get")."""
    return sentence(f"{lead}: {listed([with_article(uncapital(item.short)) for item in items])}")


def heading_of(text: str, limit: int = 6) -> str:
    """`text` as an on-screen heading if it has at most `limit` words, else empty."""
    plain = re.sub(r"^(?:it|they|we|you|there)\s+(?:is|are|'s|'re)?\s*", "", text.strip(" ."), flags=re.I) if len(text.split()) > limit else text.strip(" .")
    return capital(plain) if 0 < len(plain.split()) <= limit else ""

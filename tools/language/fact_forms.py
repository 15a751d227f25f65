"""Facts by their form: amounts, measures, pay, and what the classes of the words tell where no word of ours does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tools.brief import Goal
from tools.language.grammar import Noun, capital, head_noun, is_plural, sentence, uncapital, with_article
from tools.language.lexicon import PEOPLE
from tools.language.word_classes import shape_of

Kind = Literal["definition", "made", "does", "statement", "item", "question", "price", "offer", "when", "where", "step"]


@dataclass(frozen=True)
class Fact:
    """One fact: what kind it is, how it was written (`short`, for headings and recaps), how it is said."""

    kind: Kind
    short: str
    said: str

MONEY = (r"(?:[€$£¥]\s?\d[\d.,]*\s?[kKmM]?|\d[\d.,]*\s?(?:euros?|dollars?|pounds?|bucks|quid|usd|eur|gbp|chf|nok|sek|"
         r"dkk|"
         r"kron(?:er?|or|a)|francs?|rupees|yen|pesos|reais|zloty|cents?|€|\$|£))")

_MEASURES = (r"(?:top |maximum |minimum |total |average )?(?:speed|range|weight|capacity|power|height|size|width|"
             r"length|"
             r"battery life|burn time|price|salary|fee|rent|deposit|speaker|host|guest|teacher|trainer|venue)")

_DETAILS = re.compile(r"(?P<what>opening (?:weekend|day|night|party)|dress code|theme|location|venue|meeting point|"
                      r"parking|entrance|deadline)"
                      r"\s*:?\s+(?!is\b|are\b)"
                      r"(?P<value>\S.*)$", re.I)


def measure(short: str) -> Fact | None:
    """A measure and its value: `top speed 25 km/h`, `fixed price €79 a month`, `speaker: Ana Reis`."""
    if match := re.match(rf"(?P<what>(?:fixed |monthly |starting )?{_MEASURES})\s*(?:(?P<label>:\s+|"
                         rf"\s+is\s+(?=[A-Z]))|:?\s*(?=[€$£]?\d))"
                         rf"(?P<value>.+)$", short, re.I):
        return Fact("statement", match["value"] if match["label"] else short, sentence(f"the "
                                                                                       f"{match['what'].lower()} is "
                                                                                       f"{match['value']}"))
    if match := re.match(rf"(?P<what>[a-z][a-z -]+?)\s+(?P<value>(?:from\s+)?{MONEY}(?:\s.*)?)$", short, re.I):
        what = re.sub(r"\s+(?:for|at|only|just)$", "", match["what"], flags=re.I)
        if re.search(r"\b(?:up to|under|over|around|about|than|least|is|are|was|(?:start|begin|sell|go)s?)"
                     r"$", what, re.I):
            return None
        if re.match(r"(?:from|price|prices|only|just|for|at|costs?|starting|starts|priced|up to|salary|under|entry|"
                    r"tickets?|admission|membership|delivery|shipping|registration|save|get|over|raised|"
                    r"pay)\b", what, re.I):
            return None
        costs = "cost" if is_plural(head_noun(what)) else "costs"
        start = f"{costs.replace('cost', 'start')} at" if match["value"].lower().startswith("from") else costs
        value = re.sub(r"^from\s+", "", match["value"], flags=re.I)
        return Fact("price", short, sentence(f"{with_article(uncapital(what))} {start} {value}"))
    return None


def counted(short: str, subject: Noun) -> Fact | None:
    """An amount and what has become of it, a size, or what is under way: `7,400 raised`, `2.4 km long`."""
    amount = r"(?P<n>[€$£]?\d[\d.,]*\s?[kKmM]?\b(?:\s[a-z]+)?)"
    if match := re.match(rf"{amount}\s+(?P<state>needed|required|left|missing|available)\b(?P<rest>.*)$", short, re.I):
        return Fact("statement", short, sentence(f"{match['n']} are {match['state']}{match['rest']}"))
    if match := re.match(rf"{amount}\s+(?P<state>raised|sold|planted|served|built|helped|trained|saved|collected)\b"
                         r"(?P<rest>.*)$", short, re.I):
        return Fact("statement", short, sentence(f"{match['n']} have been {match['state']}{match['rest']}"))
    if re.match(r"\d[\d.,]*\s?[a-z]+\s(?:long|wide|high|tall|deep|thick|old|away)\b", short, re.I):
        return Fact("does", short, sentence(f"{capital(subject.it_is)} {short}"))
    if match := _DETAILS.match(short):
        return Fact("statement", short, sentence(f"the {match['what'].lower()} is {match['value']}"))
    match = re.match(r"max(?:imum)?\.?\s+(?P<n>(?:of\s+)?\d+\s+(?P<who>[a-z]+))$", short, re.I)
    if match and match["who"].lower() in PEOPLE | {"people", "guests", "seats", "places", "spots"}:
        return Fact("statement", short, sentence(f"there's room for {match['n'].removeprefix('of ')} at most"))
    lasts = re.fullmatch(r"\d+\s+(?:minutes|hours|days|weeks|months|evenings|mornings)", short, re.I)
    if lasts and subject.name != "it":
        return Fact("does", short, sentence(f"{capital(subject.it)} {subject.verb('take')} {short}"))
    if re.match(r"(?:coming|arriving|launching|opening(?! offer| hours| times))\s", short, re.I):
        return Fact("when", short, sentence(f"{capital(subject.it_is)} {uncapital(short)}"))
    if re.match(r"(?:raising|seeking|hiring|celebrating|looking for|moving to)\s", short, re.I):
        return Fact("statement", short, sentence(f"we're {uncapital(short)}"))
    people = re.match(r"\d[\d.,]*\s?[kKmM]?\+?\s(?P<who>[a-z]+)$", short, re.I)
    if people and people["who"].lower() in PEOPLE and subject.name != "it":
        return Fact("does", short, sentence(f"{capital(subject.it)} {subject.verb('have')} {short}"))
    return None


def job(short: str) -> Fact | None:
    """What a job pays and when one would work."""
    if re.match(rf"(?:up to\s+|from\s+)?{MONEY}\s*(?:$|(?:an?|per|each|plus|and)\b)", short, re.I):
        return Fact("price", short, sentence(f"The pay is {uncapital(short)}"))
    if re.fullmatch(r"\d{2,3}\s?k", short, re.I):
        return Fact("price", short, sentence(f"The pay is {short}"))
    if re.fullmatch(r"(?:[a-z]+\s)?shifts|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?\s?(?:to|-|–)\s?\d{1,2}(?:[:.]\d\d)?\s"
                    r"?(?:[ap]m)?",
                    short, re.I):
        return Fact("when", short, sentence(f"You'd be working {'from ' * short[0].isdigit()}{uncapital(short)}"))
    if re.match(r"(?:at\s+)?(?:weekends?|weekdays|mornings?|evenings?|nights?|afternoons?)\b", short, re.I):
        return Fact("when", short, sentence(f"You'd be working {uncapital(short)}"))
    return None


def shaped(short: str, subject: Noun, goal: Goal) -> Fact | None:
    """What the classes of the words tell where no word of ours does: a sentence, an instruction, a description."""
    shape = shape_of(short)
    if shape == "instruction":
        return Fact("step" if goal in ("how_to", "training") else "statement", short, sentence(short))
    if shape == "description" and subject.name != "it":
        return Fact("made", short, sentence(f"{capital(subject.it_is)} {uncapital(short)}"))
    if shape == "clause" or shape == "other" and len(short.split()) > 2 and not re.search(r"[\"“”]", short):
        return Fact("statement", short, sentence(short))
    return None

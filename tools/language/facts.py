"""Facts: the client's own words about the subject, each turned into a sentence without adding anything to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.brief import Goal
from tools.language.clauses import COMMAND, OPENS_CLAUSE, has_verb
from tools.language.fact_forms import MONEY, Fact, counted, job, measure, shaped
from tools.language.grammar import (
    Noun,
    base_of,
    capital,
    head_noun,
    is_adjective,
    is_plural,
    listed,
    sentence,
    third_person,
    uncapital,
    with_article,
)
from tools.language.lexicon import MASS, MATERIALS, PARTICIPLES, VERBS
from tools.language.word_classes import shape_of

_DATE = (r"(?:\d{1,2}\s?[-–]\s?)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:january|february|march|april|may|june|"
         r"july|august|september|"
         r"october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec"
         r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|weekends?|weekdays|every day|daily)\b|"
         r"\b\d{1,2}(?::\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)|\b\d{1,2}(?::\d\d)?\s?(?:to|-|–)\s?\d{1,2}(?::\d\d)"
         r"?\s?[ap]\.?m")


def read_fact(text: str, subject: Noun, goal: Goal) -> Fact:
    """The fact in `text`, said about `subject`: in a how-to an imperative is a step, at an event a date is when."""
    short = re.sub(r"\s+", " ", text.strip(" .,;:"))
    first, _, rest = short.partition(" ")
    low, they = first.lower().strip(","), capital(subject.it)
    if short.startswith('"') and re.search(r"\w\W*\"\W*(?:\s*(?:says?|said)\b|$)", short):
        return Fact("statement", "", sentence(short))
    if match := re.match(r"thank\s+(?P<who>(?:our|all|the|everyone)\b.*)$", short, re.I):
        return Fact("statement", short, sentence(f"Thank you to {match['who']}"))
    if match := re.match(r"(?:serving|covering|offering|specialising in|specializing in|working|using|helping)\s+.+",
                         short, re.I):
        return Fact("does", short, sentence(f"{they} {third_person(_base_of_gerund(low), plural=subject.plural)} "
                                            f"{rest}"))
    if match := re.match(r"(?P<np>(?!say\s)[a-z][\w\s-]*?)\s+(?P<is>welcome|included|available|allowed|possible|"
                         r"required|"
                         r"guaranteed|extra|optional|provided)$", short, re.I):
        things = uncapital(match["np"])
        many = is_plural(head_noun(things))
        known = many or head_noun(things) in MASS or re.match(
            r"(?:our|the|all|every|no)\s|.*\b(?:free|vegan|vegetarian)$", things)
        named = things if known else f"the {things}"
        return Fact("statement", short, sentence(f"{named} {'are' if many else 'is'} {match['is']}"))
    if match := re.match(r"free\s+(?P<what>(?!(?:\w+\s)*(?:plan|version|tray|account|consultation|ebook|e-book|call|"
                         r"tier|course)$|for\b|of\b|to\b|and\b|from\b|if\b|on\b|trial|sample|gift)"
                         r"[a-z][\w -]*)$", short, re.I):
        things = match["what"]
        return Fact("statement", short, sentence(f"{things} {'are' if is_plural(head_noun(things)) else 'is'} free"))
    if re.match(r"no\b", short, re.I) and len(short.split()) > 1:
        plain = goal in ("training", "how_to", "recruitment") or short.lower().endswith(
            (" needed", " required", " allowed"))
        return Fact("does", short, sentence(short) if plain else _absence(short, they, subject))
    if low in ("why", "how", "what", "which", "who") and not short.endswith("?"):
        return Fact("question", short, sentence(f"We look at {uncapital(short)}"))
    if goal == "recruitment" and (offered := job(short)):
        return offered
    if money := _price(short, subject):
        return money
    if match := re.fullmatch(r"\d[\d.,]*\s?(?P<unit>g|grams?|kg|kilos?|kilograms?|ounces?|oz|pounds?|lbs?|tons?)"
                             r"(?:\s+each)?", short, re.I):
        return Fact("does", short, sentence(f"{they} {subject.verb('weigh')} {short}"))
    if match := re.match(r"(?:now\s+)?out\s+(?:on|now|from|in|this|next)\b", short, re.I):
        return Fact("when", short, sentence(f"{capital(subject.it_is)} {uncapital(short)}"))
    if match := re.match(r"(?:customer|client|guest|patient|student|user|member)\s(?=[A-Z])", short, re.I):
        return Fact("statement", short, sentence(f"our {uncapital(short)}"))
    if goal == "event" and (when := _occasion(short, they, subject)):
        return when
    if goal == "recruitment" and _is_place(short):
        return Fact("where", short, sentence(f"You'd be working in {short}"))
    if measured := measure(short):
        return measured
    if goal in ("launch", "explainer", "sales") and re.match(
            r"the (?:first|only|new|next)\s[\w' -]+?\s(?:you|that|which|to|for|with|in)\b", short, re.I):
        return Fact("definition", short, _definition(short, they, subject))
    if amount := counted(short, subject):
        return amount
    if OPENS_CLAUSE.match(short):
        return Fact("statement", short, sentence(short))
    if goal in ("how_to", "training") and low not in _PRONOUNS and shape_of(short) == "instruction":
        return Fact("step", short, sentence(short))
    if match := re.match(r"(?P<be>is|has|can|will|does)\s", short, re.I):
        agreeing = {"is": subject.be, "has": subject.verb("have"), "does": subject.verb("do")}.get(low, low)
        return Fact("statement", short, sentence(f"{they} {agreeing} {rest}"))
    if has_verb(short) or re.match(r"an?\s(?:[a-z]+\s){1,4}(?:is|are|costs?|was|will|can)\s", short, re.I):
        return Fact("price" if re.search(MONEY, short, re.I) else "statement", short, sentence(short))
    if match := re.match(
        r"(?:the\s+|your\s+)?(?P<what>(?:first|second|third|one|last)\s+[\w -]+?)\s+(?:is\s+)?free$", short, re.I
    ):
        free = match["what"].lower()
        return Fact("offer", short, sentence(f"the {free} {'are' if is_plural(free.split()[-1]) else 'is'} free"))
    if re.match(rf"(?:on\s+|every\s+)?{_DATE}", short, re.I) and len(short.split()) <= 12:
        return Fact("when", short, _dated(short, they, subject))
    if re.match(r"(?:until|till|before|through)\b", short, re.I) or (
        re.search(_DATE, short, re.I) and re.match(r"(?:on|from|starting|every|this|next)\b", short, re.I)
    ):
        return Fact(
            "when",
            short,
            sentence(
                f"{they} {subject.verb('run')} {uncapital(short)}"
                if re.match(r"(?:until|till|through)", short, re.I)
                else short
            ),
        )
    if re.search(r"\d\s?%\s*(?:off|discount)|half price|buy one|\d for \d|free (?:gift|trial|sample)", short, re.I):
        return Fact("offer", short, sentence(short))
    if goal in ("how_to", "training") and (low in VERBS or COMMAND.match(short)):
        return Fact("step", short, sentence(short))
    if low in ("a", "an") and goal in ("recruitment", "update", "event", "how_to", "training"):
        return Fact("item", short, sentence(short))
    if (
        low in ("a", "an")
        or (low == "our" and subject.proper)
        or (low == "the" and subject.proper and re.search(r"\s(?:that|who|for|to)\s", short))
        or re.match(r"the (?:first|only|new|next)\b", short, re.I)
    ):
        return Fact("definition", short, _definition(short, they, subject))
    if low in ("don't", "never", "always") or (COMMAND.match(short) and not base_of(low) and low not in PARTICIPLES):
        return Fact("step", short, sentence(short))
    if re.match(r"starts\s+\d", short, re.I):
        short = re.sub(r"^(\w+)\s", r"\1 on ", short)
        rest = short.partition(" ")[2]
    base = base_of(low)
    if base and rest and not re.match(r"(?:for|and|of)\b", rest):
        return Fact("does", short, sentence(f"{they} {third_person(base, plural=subject.plural)} "
                                            f"{_agreeing(rest, subject)}"))
    if re.match(r"(?:with|without)\b", low):
        return Fact("item", rest, sentence(f"{they} {subject.verb('come')} {uncapital(short)}"))
    if (
        low in PARTICIPLES
        or is_adjective(short)
        or re.match(r"[a-z]{3,}ed\s+(?:from|by|with|in|for|to|on|at)\b", short, re.I)
        or re.match(r"[a-z]+\s(?:[a-z]+able|neutral|resistant|efficient|powered)\b", short, re.I)
        or re.match(r"(?:twice|half|\w+ times) as \w+", short, re.I)
        or (low == "from" and rest[:1].isupper() and subject.category not in ("place", "event"))
        or re.match(r"(?:100%\s+\w+|\d+[ -]?(?:carat|karat|percent)\b)", low + " " + rest)
        and _is_material(short)
    ):
        return Fact("made", short, sentence(f"{capital(subject.it_is)} {uncapital(short)}"))
    if _is_material(short) and len(short.split()) <= 4:
        return Fact("made", short, sentence(f"{capital(subject.it_is)} {uncapital(short)}"))
    if re.match(r"(?:in|at|near|on|by|opposite|next to|around)\b", short, re.I):
        start = "You'd be working" if goal == "recruitment" else f"Find {subject.them}"
        where = f"{start} {uncapital(short)}"
        return Fact("where", short, sentence(where))
    if formed := shaped(short, subject, goal):
        return formed
    if (
        low in VERBS
        and len(short.split()) > 1
        and low
        not in (
            "light",
            "open",
            "clean",
            "fit",
            "sound",
            "test",
            "order",
            "cover",
            "store",
            "design",
            "support",
            "share",
            "reply",
            "record",
            "host",
            "cook",
        )
    ):
        return Fact("step", short, sentence(short))
    return Fact("item", short, sentence(short))


_PRONOUNS = frozenset("we it they you there i he she".split())


def _is_place(short: str) -> bool:
    return (re.fullmatch(r"[A-Z][\wÀ-ÿ'-]+", short) is not None and not is_plural(short.lower())
            and short.lower() not in MASS | VERBS and not is_adjective(short))


def _base_of_gerund(word: str) -> str:
    """`serving` → `serve`."""
    stem = word.removesuffix("ing")
    return next((verb for verb in (stem, f"{stem}e", stem[:-1]) if verb in VERBS), stem)


def _absence(short: str, they: str, subject: Noun) -> str:
    things = short.split(" ", 1)[1]
    if subject.name == "it" or re.search(r",? no \w+$", things):
        return sentence(re.sub(r",?\s+no\s+(?=\w+$)", ", no ", short, flags=re.I))
    if subject.category in ("food", "wearable", "device", "software"):
        return sentence(f"{they} {subject.verb('have')} no {things}")
    return sentence(f"{'There are' if is_plural(things.split()[-1].lower()) else 'There is'} no {things}")


def _dated(short: str, they: str, subject: Noun) -> str:
    """A date that stands alone: what takes place is said to, anything else is only to be noted."""
    bare = re.sub(r"^on\s+", "", short, flags=re.I)
    if subject.category in ("class", "event"):
        plain = bare if re.match(r"(?:every|daily|today|tomorrow)\b", bare, re.I) else f"on {bare}"
        return sentence(f"{they} {subject.verb('take')} place {plain}")
    if re.match(r"(?:every|each)\s|\w+days?(?:\s+(?:and|to)\s+\w+days?)?(?:$|\s+(?:at|from)\b)", bare, re.I) and (
            bare[:1].islower() or re.match(r"\w+days\b", bare)):
        return sentence(f"find {subject.them} {bare if re.match('(?:every|each) ', bare, re.I) else f'on {bare}'}")
    return sentence(f"Make a note of it: {bare}")


def _price(short: str, subject: Noun) -> Fact | None:
    if match := re.match(r"(?:starts? )?from (?P<m>\d[\d.,]*\s+(?:an?|per)\s+(?:month|year|week|day|hour|person|"
                         r"night)\b.*)$", short, re.I):
        return Fact("price", short, sentence(
            f"{'Prices start' if _many(subject) else f'{capital(subject.it)} starts'} at {match['m']}"))
    if re.fullmatch(r"\d+[.,]\d\d\s+(?:an?|per)\s+(?:month|year|week|day|hour|person|night)", short, re.I):
        return Fact("price", short, sentence(f"{capital(subject.it)} {subject.verb('cost')} {short}"))
    if not re.search(MONEY, short, re.I) or has_verb(short):
        return None
    if re.match(rf"(?:\d+|one|two|three|four|five|six)\s+[a-z][a-z -]*?\s+for\s+{MONEY}", short, re.I):
        return Fact("price", short, sentence(short))
    they = capital(subject.it)
    bare = re.sub(r"^(?:price|prices|cost|costs|only|just|for|at|priced at)\s*:?\s*", "", short, flags=re.I)
    if match := re.match(
        rf"(?:prices?\s+)?(?:from|starting (?:at|from)|starts (?:at|from))\s*(?P<m>{MONEY}.*)$", bare, re.I
    ):
        return Fact("price", f"from {match['m']}", sentence(f"{'Prices start' if _many(subject) else f'{they} starts'}"
                                                            f" at {match['m']}"))
    if re.match(rf"{MONEY}(?:$|\s+(?:a|an|per|each|for|plus|only|including|incl|instead)\b|\s?/)", bare, re.I):
        tail = re.sub(r"\s?/\s?", " per ", bare)
        sold = subject.category not in ("service", "place", "cause", "event") and subject.name != "it"
        return Fact("price", bare, sentence(f"{they} {subject.verb('cost')} {tail}" if sold else f"The price is "
                                                                                                 f"{tail}"))
    if match := re.match(rf"(?P<what>entry|tickets?|admission|membership|delivery|shipping|registration)\s*(?::|is|"
                         rf"are|costs?)?\s*(?P<m>(?:from\s+)?{MONEY}.*)$", bare, re.I):
        what = match["what"].lower()
        return Fact("price", bare, sentence(f"{what} {'are' if what.endswith('s') else 'is'} {match['m']}"))
    return None


def _many(subject: Noun) -> bool:
    """Whether what is sold has several prices rather than one."""
    return subject.plural or subject.category in ("service", "place", "") or subject.name == "it"


def _occasion(short: str, they: str, subject: Noun) -> Fact | None:
    """When or where an event is; also both at once."""
    dated = re.search(_DATE, short, re.I) is not None
    if dated:
        short = re.sub(r"(?<=[a-z\d])\s+(?=\d{1,2}(?::\d\d)?\s?[ap]\.?m\b)(?<!\bat )(?<!from )(?<!to )", " at ", short)
    if (
        dated
        and re.match(rf"(?:on|at|from|every|this|next|until|in)\b|{_DATE}", short, re.I)
        and len(short.split()) <= 16
    ):
        plain = (
            short
            if re.match(
                r"(?:on|at|from|every|this|next|until|in|today|tomorrow|daily|weekends|weekdays)\b", short, re.I
            )
            else f"{'from' if re.match(r'[0-9:]+ ?(?:to|-)', short) and not re.search(r'[A-Z]', short) else 'on'} "
                 f"{short}"
        )
        plain = re.sub(r"^(?:Every|On|At|From|This|Next|Until|In)\b", lambda match: match.group().lower(), plain)
        return Fact("when", short, sentence(f"{they} {subject.verb('take')} place {plain}"))
    if not dated and re.match(
        r"(?:(?:the|our)\s+)?(?:[a-z]+\s)?(?:hall|atrium|canteen|auditorium|lobby|library|courtyard|ballroom|room \d+"
        r")\b",
        short):
        return Fact("where", short, sentence(f"{they} {subject.verb('take')} place in "
                                             f"{short if re.match('the|our', short) else f'the {short}'}"))
    if not dated and re.match(
        r"(?:in|at|near|on)\s+(?:the\s+|our\s+)?[A-Z\d]|(?:in|at)\s+(?:the|our)\b|online$", short
    ):
        return Fact("where", short, sentence(f"{they} {subject.verb('take')} place {short}"))
    if _is_place(short):
        return Fact("where", short, sentence(f"{they} {subject.verb('take')} place in {short}"))
    if re.fullmatch(r"[A-Z][\wÀ-ÿ'-]+(?:\s(?:da|de|do|of|the|del|di|[A-Z\d][\wÀ-ÿ'-]*))+", short):
        return Fact("where", short, sentence(f"The place: {short}"))
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
    return re.sub(
        r"\b(and|or|but)\s+(\w+s)\b", lambda m: f"{m.group(1)} {base_of(m.group(2).lower()) or m.group(2)}", rest
    )


def _is_material(short: str) -> bool:
    return short.split()[-1].lower() in MATERIALS


def said_together(items: Sequence[Fact], lead: str) -> str:
    """Several noun-phrase facts as one sentence behind `lead` ("Here's what you get:"), or on their own without one."""
    shorts = [item.short for item in items]
    if any(short.islower() for short in shorts):
        shorts = [short[:1].lower() + short[1:] if short.istitle() and " " not in short else short for short in shorts]
    alike = all(" " not in short for short in shorts)
    return sentence(f"{lead} {listed([uncapital(short) if alike else _itemised(short) for short in shorts])}")


def said_alone(item: Fact, goal: str, subject: Noun) -> str:
    """One noun-phrase fact as a sentence of its own; where no verb fits for certain, the plain phrase."""
    thing = _itemised(item.short)
    if item.said.lower() != f"{item.short.lower()}.":
        return item.said
    if goal == "recruitment":
        return sentence(f"We offer {thing}")
    plain = len(item.short.split()) <= 4 and not re.search(r"\d\s", item.short)
    if subject.category in ("device", "software", "wearable") and plain and goal in ("launch", "explainer", "sales"):
        return sentence(f"{capital(subject.it)} {subject.verb('come')} with {thing}")
    return sentence(item.short)


def _itemised(phrase: str) -> str:
    """A phrase as it stands in a list: with an article only where it is plainly one thing."""
    text = uncapital(phrase)
    first = text.split()[0].lower()
    if first not in ("a", "an") and (shape_of(text) != "thing" or not text.split()[-1].islower()):
        return text
    unsure = (
        re.search(r"[\"“”]|\d$|\s(?:and|or)\s", text)
        or re.match(r"(?:in|on|at|for|with|by|from|to|since|within|under|only|just|all|same|early|late|now|twice|up|"
                    r"over)\b", first)
        or (first in VERBS and first not in ("light", "open", "reply", "report", "plan", "test", "design", "cover"))
        or (re.match(r"[\d.,]+\s?[kKmM]?\s", text)
            and not re.match(r"\d+[ -](?:year|month|week|day|hour)\s[a-z]+$", text))
        or first.endswith("ed") and first not in PARTICIPLES and len(text.split()) > 3
    )
    return text if unsure else with_article(text)


def heading_of(text: str, limit: int = 6) -> str:
    """`text` as an on-screen heading of at most `limit` words, cut before a preposition; empty where that fails."""
    plain = re.sub(r"^(?:on|it's|they're|it is|they are|it|they|please note|and)\s+", "", text.strip(" ."), flags=re.I)
    plain = re.sub(r"^on\s+(?=\d)", "", plain)
    words = plain.split()
    if len(words) > limit:
        cut = next(
            (
                n
                for n in range(limit, 1, -1)
                if words[n].lower() in ("until", "in", "at", "on", "from", "for", "with", "by", "across", "who", "that")
                and not {"who", "that"} & set(words[:n])
            ),
            0,
        )
        words = words[:cut] if not has_verb(text) else []
    return capital(" ".join(words))

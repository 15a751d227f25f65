"""Grammar: articles, number, agreement, lists and sentence ends, for sentences built from a client's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tools.language.lexicon import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    CATEGORIES,
    IRREGULAR_PLURALS,
    MASS,
    SINGULAR_S,
    VERBS,
)
from tools.language.tongues import NAMES

_DETERMINERS = (
    "our",
    "my",
    "the",
    "a",
    "an",
    "this",
    "these",
    "your",
    "their",
    "his",
    "her",
    "all",
    "some",
    "every",
    "two",
    "three",
)
_AFTER_HEAD = re.compile(r"\s(?:of|in|on|for|from|by|at|with|near|to|about|against|between|and how|that|which|who|"
                         r"called|named|made|every|per|each|within|after|before|until|over|without)\s")
_CALENDAR = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|"
                       r"August|September|October|November|December")


_TONGUES = frozenset(NAMES.values())


def capital(text: str) -> str:
    """`text` with its first letter large, unless the first word carries its own spelling (`iPhone`, `e-bike.com`)."""
    first = text.split(" ", 1)[0]
    if re.match(r"[a-z]+[A-Z]", first) or re.match(r"[\w-]+\.[a-z]{2,}", first):
        return text
    return re.sub(r"^([\"'“‘(]*)(\w)", lambda match: match.group(1) + match.group(2).upper(), text, count=1)


def uncapital(text: str) -> str:
    """`text` with its first letter small where the first word is an ordinary one rather than a name."""
    first, _, rest = text.partition(" ")
    bare = first.strip(",.;:'’")
    if bare == "I" or bare.startswith(("I'", "I’")) or _CALENDAR.fullmatch(bare) or bare in _TONGUES:
        return text
    if bare[1:].islower() or len(bare) == 1:
        known = bare.lower() in _ORDINARY or (rest and not rest[:1].isupper())
        return text[:1].lower() + text[1:] if known else text
    return text


def sentence(text: str) -> str:
    """`text` as a sentence: a large first letter, single spaces, one mark at the end."""
    flat = " ".join(text.split()).rstrip(" ,;:")
    if not flat.endswith((".", "!", "?", "…")):
        flat += "."
    return capital(re.sub(r"(?<=[.!?])\s+([a-z])", lambda match: " " + match.group(1).upper(), flat)
                   if re.search(r"[!?]\s+[a-z]", flat) else flat)


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, or `a, b and c`; with semicolon-like commas where an item holds `and` itself."""
    if len(items) < 2:
        return "".join(items)
    tangled = any(" and " in item for item in items)
    joint = ", and " if len(items) > 2 or tangled else " and "
    return f"{', '.join(items[:-1])}{joint}{items[-1]}"


def article(noun: str) -> str:
    """`a` or `an`, by how the first word sounds."""
    first = noun.split()[0].lower() if noun.split() else ""
    if re.match(r"(?:8|11\b|18\b|80|11-|18-)", first):
        return "an"
    if re.match(r"(?:uni(?!n)|use|usu|eu|one\b|one-|once)", first):
        return "a"
    if re.match(r"(?:hour|honest|heir|honou?r)", first):
        return "an"
    if first.isalpha() and first.upper() == noun.split()[0] and 1 < len(first) < 5 and first[0] in "fhlmnrsx":
        return "an"
    return "an" if first[:1] in "aeiou" else "a"


def head_noun(phrase: str) -> str:
    """The noun that a phrase is about, in small letters: `classes` of `our yoga classes for beginners in Leeds`."""
    front = _AFTER_HEAD.split(f" {phrase} ", maxsplit=1)[0].strip() or phrase
    words = [word.strip(",.;:!?\"'“”’()") for word in front.split()]
    if len(words) > 2 and words[0].lower() in _DETERMINERS and words[-1][:1].isupper():
        common = [word for word in words[1:] if word[:1].islower() and word not in ADJECTIVES]
        words = common[-1:] or words
    return words[-1].lower().removesuffix("'s").removesuffix("’s") if words else ""


def is_plural(noun: str) -> bool:
    """Whether an English noun is in the plural."""
    if noun in IRREGULAR_PLURALS:
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in SINGULAR_S and len(noun) > 3


def with_article(phrase: str) -> str:
    """A noun phrase with the article it needs in a sentence: `a 24-hour battery`, but `free entry`, `dark mode`."""
    first = phrase.split()[0].lower()
    head = head_noun(phrase)
    named = phrase.split()[0][:1].isupper() and not phrase.split()[0].isupper()
    if (
        first in (*_DETERMINERS, "no", "up", "over", "more", "less", "from", "both", "each", "any")
        or named
        or is_plural(head)
    ):
        return phrase
    if re.match(r"\d+[ -](?:year|month|week|day|hour|minute|seat|bed|bedroom|course|step|page|part)\s+[a-z]", phrase,
                re.I):
        return f"{article(phrase)} {phrase}"
    if (
        head in MASS | CATEGORIES["food"]
        or first[:1] in "€$£"
        or re.fullmatch(r"\d+([.,]\d+)?%?", first)
        or head.endswith(("ing", "ness", "ity", "tion", "ment"))
    ):
        return phrase
    return f"{article(phrase)} {phrase}"


def third_person(verb: str, *, plural: bool) -> str:
    """`sync` → `syncs`, or the base form for a plural."""
    if plural:
        return {"has": "have", "is": "are", "does": "do"}.get(verb, verb)
    if verb == "have":
        return "has"
    if verb == "do" or verb == "go":
        return verb + "es"
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def base_of(verb: str) -> str:
    """The base form of a known verb in the third person (`syncs` → `sync`); empty for what is no known verb."""
    if verb == "has":
        return "have"
    candidates = [verb[:-1], verb[:-2], verb[:-3] + "y"] if verb.endswith("s") else []
    return next((base for base in candidates if base in VERBS and third_person(base, plural=False) == verb), "")


def is_adjective(phrase: str) -> bool:
    """Whether the phrase can stand after `it is`: `waterproof`, `remote friendly`, `easy to use`."""
    words = [word.strip(",").lower() for word in phrase.split()]
    if not words:
        return False
    if words[0] in ("very", "fully", "completely", "super", "100%", "totally", "really", "truly", "entirely", "also"):
        words = words[1:]
    if not words:
        return False
    strong = words[0] in ADJECTIVES or words[0].endswith(ADJECTIVE_ENDINGS)
    if len(words) == 1:
        return strong and words[0] not in ("table", "cable", "vegetable", "bible", "timetable")
    if len(words) == 2 and words[1] in (
        "friendly",
        "free",
        "proof",
        "compatible",
        "certified",
        "only",
        "ready",
        "based",
    ):
        return True
    if words[1] in ("since", "to", "for", "in", "from", "on", "at", "with", "by", "than", "until", "enough"):
        return strong
    return (
        words[1] in ("and", "or", "but") and strong and is_adjective(" ".join(words[2:])) if len(words) > 2 else False
    )


@dataclass(frozen=True)
class Noun:
    """A thing that is talked about: how it is written, whether it is a name, one or many, and of what kind."""

    full: str
    name: str
    proper: bool
    plural: bool
    category: str

    @property
    def it(self) -> str:
        """`it` or `they`."""
        return "they" if self.plural else "it"

    @property
    def them(self) -> str:
        """`it` or `them`."""
        return "them" if self.plural else "it"

    @property
    def be(self) -> str:
        """`is` or `are`."""
        return "are" if self.plural else "is"

    @property
    def it_is(self) -> str:
        """`it's` or `they're`."""
        return "they're" if self.plural else "it's"

    def verb(self, base: str) -> str:
        """The form of a verb that agrees."""
        return third_person(base, plural=self.plural)


def noun(phrase: str, *, ours: bool = False) -> Noun:
    """What `phrase` names. `my` becomes `our`; `ours` puts `our` before a bare singular noun ("summer sale")."""
    words = phrase.strip(" .,;:!?").split()
    if words and words[0].lower() == "my":
        words[0] = "our"
    text = " ".join(words)
    lead = words[0].lower() if words else ""
    rest = " ".join(words[1:]) if lead in _DETERMINERS else text
    proper = bool(rest) and lead not in _DETERMINERS and (
        rest.split()[0][:1].isupper() or bool(re.search(r"[a-z][A-Z]", rest.split()[0])))
    if lead in _DETERMINERS:
        text = f"{lead} {rest}"
    head = head_noun(text)
    plural = not proper and is_plural(head)
    if (
        proper
        and is_plural(head)
        and head in {word for words in CATEGORIES.values() for word in words}
        and len(rest.split()) == 1
    ):
        plural = True
    if ours and not proper and lead not in _DETERMINERS and not plural and head not in MASS and rest:
        text = f"our {rest}"
    short = _AFTER_HEAD.split(f" {rest} ", maxsplit=1)[0].strip() or rest
    bare = proper or (text == rest and not ours)
    name = rest if bare else f"the {_without_newness(short)}"
    if head == "delivery":
        head = next((word for word in short.lower().split() if word in CATEGORIES["food"]), head)
    category = next(
        (kind for kind, heads in CATEGORIES.items() if head in heads or head.removesuffix("s") in heads), ""
    )
    return Noun(text, name, proper, plural, category)


def _without_newness(phrase: str) -> str:
    return re.sub(r"^(?:brand[- ]new|new|latest|very own)\s+", "", phrase) or phrase


_ORDINARY = frozenset(
    "our my your the a an this these we it they you there here new free every all no from with for in on at made "
    "handmade how "
    "what why when who where and or but by up save get open summer winter spring autumn easy fast online solar "
    "sourdough silver gold leather cotton wool linen wood wooden steel glass ceramic organic vegan fresh natural local "
    "waterproof recycled "
    "first last next please please, most many some one two three four five".split())

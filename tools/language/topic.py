"""The topic: what a script speaks of, as a noun with its kind, and the title that it gives the programme."""

from __future__ import annotations

import re
from dataclasses import replace

from tools.brief import Brief
from tools.language.clauses import has_verb
from tools.language.facts import heading_of
from tools.language.grammar import Noun, capital, head_noun, noun
from tools.language.word_classes import shape_of

TITLE_WORDS = 7
_OURS = ("launch", "announcement", "sales", "event", "update")
"""Goals whose bare nouns belong to the client: `summer sale` is `our summer sale`."""


def named_in(brief: Brief) -> str:
    """What the brief is about in its own words; never empty."""
    return brief.product or brief.brand or "the subject"


def subject_of(brief: Brief) -> Noun:
    """What the brief is about; a name gets the category of what the brief says it is."""
    about = named_in(brief)
    bare = noun(about)
    owned = brief.goal in _OURS or bare.category in ("place", "service", "class", "home", "cause")
    found = noun(about, ours=owned and not is_clause(about))
    known_as = next((point for point in brief.points if re.match(r"(?:an?|our)\s", point, re.IGNORECASE)), "")
    if brief.goal != "recruitment" and bare.full == bare.name and re.search(r"(?:ant|keeper|grapher|coach|tutor|"
                                                                            r"plumber|electrician|lawyer|therapist)"
                                            r"(?:\s(?:in|from|for|near)\s.*)?$", bare.full):
        return replace(found, full=f"your {bare.full}", name=f"the {bare.full}")
    if found.proper and not found.category and known_as:
        person = re.search(r"(?:[a-z]{2}(?:er|or|ist|ian|ant)|coach|tutor)$", head_noun(known_as))
        return replace(found, category=noun(known_as).category or ("service" if person else ""))
    return found


def is_clause(product: str) -> bool:
    """Whether the brief is about a question, an appeal or a statement rather than a thing."""
    asked = re.match(r"(?:how|why|what|when|where|help us|support|save|join)\b", product, re.I)
    return asked is not None or is_sentence(product)


def is_sentence(product: str) -> bool:
    """Whether what the brief is about is said as a whole sentence."""
    if re.match(r"(?:from|on|as of|starting|until|since)\b.*\s(?:we|you|they|it)\s+[a-z]+", product, re.I):
        return True
    return has_verb(product) or (len(product.split()) > 2 and shape_of(product) == "clause")


def title_of(brief: Brief) -> str:
    """A title of at most seven words, or empty."""
    wishes: tuple[str, ...]
    if brief.stated:
        short = re.sub(r"^(?:our|the|my|an?)\s+", "", brief.product)
        return next((capital(wish) for wish in (short, heading_of(short, TITLE_WORDS), brief.brand)
                     if wish and len(wish.split()) <= TITLE_WORDS), "")
    subject = subject_of(brief)
    product = subject.full
    if brief.goal == "launch" and not is_clause(product):
        wishes = (f"Meet {product}", product, subject.name)
    elif brief.goal == "update" and not is_clause(product):
        wishes = (f"What's new in {subject.name}", product)
    elif brief.goal == "recruitment":
        bare = re.sub(r"^(?:an?|our|the)\s+", "", product)
        wishes = (bare, re.split(r"\s(?:in|for|at|with)\s", bare)[0], "We're hiring")
    elif brief.goal == "training" and subject.proper and re.search(r"welcom", brief.request, re.I):
        wishes = (f"Welcome to {product}", product)
    elif match := re.match(r"what (.+) (is|are)$", product, re.I):
        wishes = (f"What {match[2]} {match[1]}?", match[1])
    elif re.match(r"we'd like to thank\b", product, re.I):
        wishes = ("Thank you",)
    elif re.match(r"we'd like to welcome\b", product, re.I):
        wishes = ("Welcome",)
    elif has_verb(product) and re.search(r"\bremind", brief.request, re.I):
        wishes = ("A quick reminder",)
    elif is_sentence(product):
        wishes = (
            product,
            heading_of(re.split(r"\s(?:at|on|from|until|because|so)\s", product)[0], TITLE_WORDS),
            "We have news" if brief.goal in ("announcement", "update") else brief.brand,
        )
    else:
        wishes = (
            product,
            heading_of(product, TITLE_WORDS),
            subject.name,
            re.split(r"\s(?:in|for|at|with|by|on)\s", product)[0],
        )
    return next((capital(wish) for wish in wishes if wish and len(wish.split()) <= TITLE_WORDS), "")

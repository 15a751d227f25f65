"""Statements: the brand's own sentences that can be spoken as they stand, the fittest for a request first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brand_memory.kit import Fact
from brand_memory.wording import instructs
from tools.banned_words import find_banned
from tools.branding.material import CERTAIN, Material, page_of, usable, usable_ones
from tools.branding.products import SIGNS
from tools.language.clauses import has_verb
from tools.sentences import split_sentences

MOST = 8
"""Sentences offered to a script."""
SHORTEST, LONGEST = 4, 24
"""Words of a sentence that can be followed by ear."""
LONGEST_PHRASE = 14
"""Words of a phrase without a verb that is still understood when it is heard once."""
_RECALLED = 24
_LABEL = re.compile(
    r"(?:how|what|why|who|when|where|our|about|meet|latest|news|more|all|featured|popular|frequently|get|choose)\b",
    re.IGNORECASE,
)
"""How headings begin that name what follows below them."""
_LEANING = re.compile(
    r"(?:and|but|or|so|also|then|this|that|these|those|it|its|it's|they|their|he|she|here|there|such|both|instead|"
    r"however|therefore|moreover|because|which|see|read|click|learn|log|sign|view|follow|subscribe|accept|copyright)\b",
    re.IGNORECASE,
)
"""How sentences begin that lean on what stood before, or belong to a page and not to a voice."""
_PAGE = re.compile(r"https?:|www\.|@|\b(?:click|scroll|cookie|below|above|newsletter|browser|javascript|read more|"
                   r"rights reserved|here|this (?:page|site|website))\b|[{}<>|\[\]_=*#]", re.IGNORECASE)  # fmt: skip
_OTHERS = re.compile(r"[\"“”«»]|\b(?:I|I'm|I've|my|me)\b")
"""Marks of a quoted voice: a customer's, not the brand's."""


@dataclass(frozen=True)
class Statement:
    """A sentence, and the fact (or memory) of the brand that it stood in."""

    text: str
    fact: str
    page: str
    score: float


def statements_for(material: Material, request: str, language: str = "en") -> tuple[Statement, ...]:
    """At most `MOST` sentences of the brand's for `request`: recalled ones and its messages, each once.

    They are chosen and trimmed, never reworded; only a price is put into words. None has a word that the brand never
    uses, none gives orders to a machine, and none leans on a sentence that is not there. None at all where the video
    is in another language than the brand.
    """
    kit = material.kit
    if kit.language.split("-")[0].lower() != language.split("-")[0].lower():
        return ()
    best: dict[str, Statement] = {}
    for candidate in (*_recalled(material, request), *_messages(material), *_prices(material, request)):
        key = re.sub(r"\W+", " ", candidate.text).strip().casefold()
        known = best.get(key)
        if not known or (known.fact == "memory") or known.score < candidate.score:
            score = max(candidate.score, known.score if known else 0.0)
            fact = candidate if candidate.fact != "memory" or not known else known
            best[key] = Statement(fact.text, fact.fact, fact.page, score)
    banned = kit.lexicon.never
    fitting = [found for found in best.values() if not find_banned(banned, found.text) and not instructs(found.text)]
    return tuple(sorted(fitting, key=lambda found: -found.score))[:MOST]


def _recalled(material: Material, request: str) -> Iterator[Statement]:
    rejected = {fact.value.casefold() for fact in _all_messages(material) if fact.status == "rejected"}
    for memory in material.recall(request, "text", _RECALLED):
        for text in _spoken(memory.text):
            if text.casefold() not in rejected and text.rstrip(".").casefold() not in rejected:
                yield Statement(text, "memory", memory.page, memory.score)


def _messages(material: Material) -> Iterator[Statement]:
    said = material.kit.messages
    for name, facts, worth in (
        ("value proposition", said.value_propositions, 0.16),
        ("proof point", said.proof_points, 0.14),
    ):
        for place, fact in enumerate(usable_ones(facts)):
            for text in _spoken(fact.value, standing=True):
                yield Statement(text, name, page_of(fact), worth - 0.01 * place)


def _all_messages(material: Material) -> tuple[Fact[str], ...]:
    said = material.kit.messages
    return (*said.value_propositions, *said.proof_points, *((said.headline,) if said.headline else ()))


def _prices(material: Material, request: str) -> Iterator[Statement]:
    """What a product costs, where the request names it."""
    for fact in material.kit.products:
        product = fact.value
        named = re.search(rf"(?<!\w){re.escape(product.name)}(?!\w)", request, re.IGNORECASE)
        amount = re.fullmatch(r"\d+(?:[.,]\d{1,2})?", product.price.strip())
        sign = SIGNS.get(product.currency.upper())
        if named and amount and sign and usable(fact, CERTAIN) and 1 <= len(product.name.split()) <= 6:
            price = re.sub(r"[.,]00$", "", product.price.strip()).replace(",", ".")
            yield Statement(f"{product.name} costs {sign}{price}.", "product", page_of(fact), 0.5)


def _spoken(text: str, *, standing: bool = False) -> Iterator[str]:
    """The sentences of `text` that can be spoken by themselves; a `standing` phrase, as a heading is, counts as one."""
    for sentence in split_sentences(text):
        plain = " ".join(sentence.split()).strip('"“”»« ')
        words = plain.split()
        if not SHORTEST <= len(words) <= LONGEST or _LEANING.match(plain) or _PAGE.search(plain):
            continue
        ended = plain.endswith((".", "!", "…"))
        whole = ended or has_verb(plain) or (standing and len(words) <= LONGEST_PHRASE and not _LABEL.match(plain))
        begins = plain[0].isupper() or plain[0].isdigit()
        if plain.endswith("?") or not begins or not whole or any(":" in word for word in words[:5]):
            continue
        if sum(word.isupper() and len(word) > 3 for word in words) > 2 or _OTHERS.search(plain):
            continue
        yield plain if ended else f"{plain}."

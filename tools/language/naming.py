"""Names: who makes a thing and what it is called, taken out of a request so that the rest speaks of the thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tools.language.grammar import article, head_noun, is_plural
from tools.language.lexicon import CATEGORIES, MASS

WHEN = (r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|"
         r"july?|aug(?:ust)?|"
         r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?s?|tue(?:sday)?s?|wed(?:nesday)?s?|"
         r"thu(?:rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?|today|tomorrow|weekends?|\d)\b")

_FIRMS = (r"(?:brand|company|business|firm|shop|store|agency|consultancy|startup|start-up|café|cafe|restaurant|bakery|"
          r"studio|salon|clinic|practice|app|platform|school|gym|hotel|service|charity|bar|brewery|label)")

_THINGS = frozenset(word for kind in ("wearable", "food", "device", "home", "media", "class")
                    for word in CATEGORIES[kind])

_PAIRS = frozenset("shoes sneakers boots socks glasses sunglasses jeans headphones earphones earbuds earrings gloves "
                   "trousers slippers sandals skis".split())

_OURS = {"software", "CEO", "CFO", "CTO", "COO", "ceo", "cfo", "cto", "coo", "chef", "colleague", "director"}
"""Of what there is one, or a few, and not any."""
_NO_OWNERS = frozenset(
    ("here", "it", "that", "what", "let", "there", "who", "today", "women", "men", "children", "how", "valentine",
     "mother", "father", "new year", "patrick", "parent", "teacher", "customer", "everyone", "world", "veteran")
)


@dataclass
class Subject:
    """What was found: `product` is a noun phrase, a clause or `how to …`; `facts` are as they were written.

    `title` is the name that the product itself bears, `named` whether the `brand` is what the product is called.
    """

    product: str = ""
    brand: str = ""
    audience: str = ""
    facts: list[str] = field(default_factory=list)
    named: bool = False
    title: str = ""


def read_brand(subject: Subject, text: str) -> str:
    """`text` without who makes the thing and what it is called; both are put into `subject`."""
    owned = re.search(rf"\b(?:[Oo]ur|[Mm]y)\s+(?P<what>(?:[a-z][\w-]*\s+){{0,3}}{_FIRMS})\s*,?\s+(?:called\s+|"
                      rf"named\s+)?"
                      r"(?P<b>[A-Z][\w&'-]*(?:\s(?:[A-Z&][\w&'-]*))*)(?=[,.;:!\n]|\s|$)", text)
    if owned and not re.match(WHEN, owned["b"], re.I):
        subject.brand, subject.named = owned["b"], True
        if re.search(r"\bthat\s+$", text[:owned.start()]) and re.match(r"\s+(?:now|also|just|has|is|will|can|does)\b",
                                                                         text[owned.end():]):
            return f"{text[:owned.start()]}{owned['b']}{text[owned.end():]}"
        what = re.sub(r"^(?:brand-new|brand new)\s+", "new ", owned["what"])
        return f"{text[: owned.start()]}{article(what)} {what}{text[owned.end():]}"
    name = r"(?P<b>[A-Z][\w&'’-]*(?:\.\w+)*(?:\s+(?:[A-Z&\d][\w&'’-]*|of|and|the)){0,3}?)"
    maker = re.search(rf",?\s*\b(?:by|from)\s+(?:the\s+)?(?:[a-z-]+\s+){{0,3}}(?:brand|label|maker|company)\s+"
                      rf"{name}(?=[,.;!\n]|\s+(?:for|to|with)\b|$)", text)
    if maker:
        text = f"{text[:maker.start()]}{text[maker.end():]}"
    text = _read_title(subject, text, name)
    if maker or subject.title:
        subject.brand = maker["b"].strip() if maker else ""
        return text
    for pattern in (
        rf"\b(?:[Oo]ur|[Tt]he|[Mm]y)\s+(?:brand|company|business|firm|shop|agency)(?:'s name)?\s*(?:is(?: called)?|:|"
        rf"called|named)\s*[\"“]?{name}[\"”]?(?=[,.;!\n]|\s+(?:and|for|in)\b|$)",
        rf"\b[Bb]rand(?: name)?\s*:\s*[\"“]?{name}[\"”]?(?=[,.;!\n]|$)",
        rf"\b(?:[Ww]e are|[Ww]e're|I am|I'm from|[Ww]e're called)\s+{name}(?=[,.;!\n]|$)",
        rf",?\s*\b(?:by|from)\s+{name}(?=[,.;!\n]|\s+(?:for|to|with)\b|$)",
    ):
        match = re.search(pattern, text)
        if match and not re.match(WHEN, match["b"], re.I):
            subject.brand = match["b"].strip()
            return text[: match.start()] + text[match.end() :]
    match = re.search(r"(?<![\w.])(?P<b>[A-Z][\w&-]*(?:\s+(?:&\s+)?[A-Z][\w&-]*){0,3})['’]s\s+(?=[a-z\d])", text)
    if match and match["b"].lower() not in _NO_OWNERS:
        subject.brand = match["b"]
        return f"{text[: match.start()]}our {text[match.end() :]}"
    match = re.search(rf"\s*[,;.]?\s*\b(?:(?:and\s+)?[Ii]t(?:'s| is)\s+|which is\s+)?(?:called|"
                      rf"named)\s+[\"“]?{name}[\"”]?(?=[,.;:!\n]|\s+(?:for|to|that|which|with|is|and|in|"
                      rf"at|on)\b|$)", text)
    if match:
        subject.brand, subject.named = match["b"], True
        return text[: match.start()] + text[match.end() :]
    return text


def _read_title(subject: Subject, text: str, name: str) -> str:
    """A name behind `called`, where it is a thing's own and not that of the firm that makes it."""
    found = re.search(rf"(?P<what>(?:\b(?:[Oo]ur|[Mm]y|[Tt]he|[Aa]n?|[Nn]ew)\s+)+(?:[a-z-]+\s+)"
                      rf"{{0,3}}?(?P<head>[a-z]+)),?\s+"
                      rf"(?:called|named)\s+(?:the\s+)?[\"“]?{name}[\"”]?(?P<more>\s+(?:about|that|which|for|with)"
                      rf"\s+[^,.;:!?\n]+)?"
                      r"(?=[,.;:!?\n]|\s+(?:to|is|and|in|at|on|out|coming|launching|arriving|opening)\b|$)", text)
    if found is None or found["head"] not in _THINGS:
        return text
    subject.title = subject.product = found["b"]
    what = re.sub(r"^(?:(?:our|my|the|an?)\s+)+", "", found["what"], flags=re.I)
    subject.facts = [f"{fact}{found['more'] or ''}" for fact in known_as(what[:1].lower() + what[1:])]
    before = re.split(r"[.!?;]\s+", text[:found.start()])
    lead = re.sub(r"\s*\b(?:about|on|of|introducing|presenting|launching|promoting|featuring|showing|to \w+)\s*$",
                  "", before[-1])
    return f"{'; '.join([*before[:-1], lead])}; {text[found.end():]}"


def known_as(what: str) -> list[str]:
    """What stands behind a name to say what bears it: `a new necklace`, `our software`, `a pair of boots`."""
    head = head_noun(what)
    if is_plural(head):
        return [f"a pair of {what}"] if head in _PAIRS else []
    return [f"our {what}" if head in MASS | _OURS else f"{article(what)} {what}"]

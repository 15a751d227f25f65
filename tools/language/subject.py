"""The subject: what a request is about, for whom, from whom, and which facts it gives."""

from __future__ import annotations

import re
from itertools import pairwise

from tools.brief import Goal
from tools.language.clauses import COMMAND, apart, has_verb, is_hollow, ours, split_facts
from tools.language.grammar import head_noun, is_plural, third_person
from tools.language.lexicon import PEOPLE, VERBS, VIDEO_NOUNS
from tools.language.naming import WHEN, Subject, read_brand
from tools.language.word_classes import shape_of

_NOUN = "(?:" + "|".join(VIDEO_NOUNS) + ")"
_FINITE = (r"is|are|was|has|have|can|will|helps?|lets?|makes?|costs?|starts?|begins?|takes?|launches|opens|arrives|"
           r"offers|"
           r"brings|gives|needs|turns|lasts|includes|connects|keeps")
_STOP = (r"(?=\s*(?:[,;!?()\n–—]|[.:](?!\w)|\s-\s)|\s+(?:for(?!\s+(?:sale|rent|hire)\b)|to|that|which|who|whose|"
         r"with(?!\s+[A-Z][a-z]+\s+[A-Z])|by means of|using|so that|"
         r"so|because|where|when|until|"
         rf"featuring|called|named|{_FINITE})\b|\s+(?:starting|launching|opening)\s+(?:on|at|in|from|this|next)\b|"
         rf"\s+from\s+[€$£\d]|\s+(?:on|at|from)\s+{WHEN}|\s+at\s+(?:the|our)\b|\s+and\s+(?:ask|tell|invite|show|"
         rf"explain|mention|get|let|say)\b|\s*$)")
_PHRASE = r"(?P<np>[^\s,;:.!?()\n–—](?:[^,;:.!?()\n–—]|(?<=\w)[.:](?=\w))*?)"
_ARTICLED = r"(?:an?|the|our|my|one|some|this)\s+"
_SHOW = (r"(?:re)?(?:launch|introduc|promot|advertis|sell|announc|present|showcas|unveil|market|highlight|reveal|"
         r"explain|celebrat|"
         r"demonstrat|describ|pitch|teas|present)(?:e|ing|es|s|ed|al of|ment of|ion of|ation of)?")
_LEADS: tuple[str, ...] = (
    rf"\bwhat(?:'s| is) new (?:in|with|for|at)\s+{_PHRASE}{_STOP}",
    r"\b(?:hiring|recruit(?:ing)?|looking for|searching for|hire|vacancy for|job opening for|opening for|position of|"
    r"role of|applications for|we (?:urgently )?need)\s+"
    rf"(?:an?\s+|our next\s+|new\s+)?{_PHRASE}{_STOP}",
    rf"\bjoin us\s+(?:at|for|in)\s+{_PHRASE}{_STOP}",
    rf"\binvit(?:e|ing)\s+(?P<aud>[^,.;\n]+?)\s+to\s+(?:join us (?:at|for)\s+|attend\s+|visit\s+|come "
    rf"to\s+)?(?P<np>(?:our|the|an?|my)\s+[^,;:.!?()\n–—]+?){_STOP}",
    rf"(?:^\W*|[.!?;]\s+|\band\s+)(?:i|we)\s+(?:(?:just|recently|now|also)\s+)?(?:run|own|have|manage|operate|built|"
    rf"made|created|developed|opened|started|designed)\s+(?P<our>an?\s+){_PHRASE}{_STOP}",
    rf"\b(?P<our>selling)\s+(?:our\s+)?(?!you\b|it\b|them\b){_PHRASE}{_STOP}",
    rf"\b(?:i|we)\s+(?P<our>sell|offer|provide|rent out)\s+(?:our\s+)?(?!you\b|it\b|them\b|at\b|on\b|in\b)"
    rf"{_PHRASE}{_STOP}",
    rf"\bwe(?:'re|\s+are)\s+(?P<our>an?\s+){_PHRASE}{_STOP}",
    rf"\bi(?:'m|\s+am)\s+an?\s+{_PHRASE}{_STOP}",
    rf"\b{_SHOW}\s+(?!(?:on|at|in|from|this|next|every)\b)(?:to\s+\w+\s+)?(?:that\s+)?{_PHRASE}{_STOP}",
    rf"\b{_NOUN}\s+(?:is\s+)?(?:about|on|of|covering|around)\s+{_PHRASE}{_STOP}",
    rf"\babout\s+{_PHRASE}{_STOP}",
    rf"\b{_NOUN}\s+(?:for|to support)\s+{_PHRASE}{_STOP}",
    rf"\b(?:train(?:ing)?|teach(?:ing)?|onboard(?:ing)?)\s+(?P<aud>[^,.;\n]+?)\s+(?:on|in|about)\s+{_PHRASE}{_STOP}",
    rf"\b(?:training|update|tutorial|workshop|course)\s+(?:on|in)\s+{_PHRASE}{_STOP}",
    rf"^\W*(?:about|on|for)\s+{_PHRASE}{_STOP}",
    rf"^\W*{_PHRASE}{_STOP}",
)
_ASIDE = re.compile(
    rf"^(?:(?:hi|hello|hey)(?:\s+there)?[,!.]?\s+)?(?:(?:can|could|would|will)\s+you\s+|i\s+(?:need|want|would like|"
    rf"'d like)\s+(?:you\s+to\s+)?|"
    rf"we\s+(?:need|want|would like|'d like)\s+(?:you\s+to\s+)?|i'd like\s+|we'd like\s+|let's\s+|to\s+)*"
    rf"(?:(?:make|create|produce|do|give|build|generate|prepare|shoot|write|get|have|see)\s+)?(?:(?:me|"
    rf"us)\s+)?(?:{_ARTICLED})?", re.I)


NEWS = re.compile(
    r"\b(?:announc\w+|say(?:ing)?|(?:tell(?:s|ing)?|inform(?:s|ing)?|remind(?:s|ing)?|let(?:s|ting)?)\s+"
    r"(?P<aud>(?:(?:our|all|the|my)\s+)?\w+)(?:\s+know)?)\s+that\s+(?P<np>(?:[^.;:!\n]|[.:](?=\w))+)", re.I)
"""News: what is to be announced, said, or told to somebody."""


def read_subject(text: str, goal: Goal) -> Subject:
    """The subject of `text`, from which wishes and the call to action have been taken out."""
    subject = Subject()
    text, quotes = _quotes_hidden(re.sub(r"\b(Dr|Mr|Mrs|Ms|Prof|St)\.(?=\s+[A-Z])", rf"\1{_POINT}", text))
    if re.search(r"(?<!\S)1[.)]\s", text) and re.search(r"(?<!\S)2[.)]\s", text):
        text = re.sub(r"(?<!\S)\d{1,2}[.)]\s+(?=\S)", "; ", text)
    rest = " ".join(re.sub(r"\n\s*(?:[-*•]|\d+[.)])\s+", "; ", text).split("\n"))
    rest = re.sub(rf"^\W*(?:[\w-]+\s+){{0,3}}?{_NOUN}\s*:\s*", "", rest, flags=re.I)
    rest = _as_instruction(rest, goal)
    rest = read_brand(subject, rest)
    rest = _read_audience(subject, rest)
    rest = rest if subject.product else _read_product(subject, rest, goal)
    facts = split_facts(rest, {subject.product, subject.brand})
    facts = [fact for fact in facts if not (subject.audience and re.fullmatch(r"(?:to|for) [a-z]+s", fact))]
    subject.facts = [_shown(fact, quotes) for fact in [*subject.facts, *facts]]
    subject.product = _shown(subject.product, quotes)
    if re.fullmatch(r'"[^"]+"', subject.product):
        subject.product = subject.product.strip('"')
    subject.brand = _shown(subject.brand, quotes).strip('" ')
    subject.audience = _shown(subject.audience, quotes)
    return subject


def read_stated(subject: Subject, text: str) -> Subject:
    """`subject`, whose product is known, with its audience, and with the facts of `text` besides its own."""
    text, quotes = _quotes_hidden(text)
    subject.product = _read_audience(subject, subject.product)
    facts = split_facts(text, {subject.product, subject.brand})
    subject.facts = list(dict.fromkeys([*subject.facts, *(_shown(fact, quotes) for fact in facts)]))
    return subject


def _quotes_hidden(text: str) -> tuple[str, list[str]]:
    """`text` with every quotation as one capitalised word, and the quotations, so that nothing is cut inside them."""
    quotes: list[str] = []

    def hide(found: re.Match[str]) -> str:
        quotes.append(found.group())
        return f"Quotation{'abcdefghijklmnopqrstuvwxyz'[len(quotes) - 1]}"

    return re.sub(r'"[^"\n]{2,200}"', lambda found: hide(found) if len(quotes) < 26 else found.group(), text), quotes


def _shown(text: str, quotes: list[str]) -> str:
    return re.sub(r"\bQuotation([a-z])\b", lambda found: quotes[ord(found.group(1)) - 97]
                  if ord(found.group(1)) - 97 < len(quotes) else found.group(), text, flags=re.I).replace(_POINT, ".")


_POINT = "\u2024"
"""What stands for the point of `Dr.` while sentences are told apart."""


def _as_instruction(text: str, goal: Goal) -> str:
    """A question or a bare imperative as the `how to …` that it asks for."""
    asked = re.search(r"\bhow\s+(?:do|can|should)\s+(?:i|you|we|people)\s+", text, re.I)
    if asked:
        rest = re.sub(r"\bmy\b|\bour\b", "your", text[asked.end():], flags=re.I)
        text = f"{text[: asked.start()]}how to {rest}"
    if goal == "how_to" and not re.search(r"\bhow\s+to\b", text, re.I):
        first = re.match(r"\W*(?:a\s+)?(?P<verb>[a-z]+)\s", text, re.I)
        if first and (first["verb"].lower() in VERBS or COMMAND.match(text.strip())):
            text = f"how to {text.strip()[:1].lower()}{text.strip()[1:]}"
    return re.sub(r"(\bhow\s+to\s[^,.;:!?\n]*?)\s+in\s+(?:\w+|\d+)\s+(?:easy\s+|simple\s+|quick\s+)?steps?\b",
                  r"\1", text, flags=re.I)


def _read_audience(subject: Subject, text: str) -> str:
    labelled = re.search(r"[,;]?\s*\b(?:(?:the\s+)?(?:target\s+)?audience\s*(?:is|:|are|=)|target(?:\s+group)"
                         r"?\s*(?::|=)|aimed at|targeted at|"
                         r"targeting|directed at|intended for)\s+"
                         r"(?P<a>[^.;\n]+?)(?=\s*(?:[.;\n]|,\s*(?!and)|$))", text, re.I)
    if labelled:
        subject.audience = labelled["a"].strip()
        return text[: labelled.start()] + text[labelled.end() :]
    alone = re.search(r"(?:(?<=[.;!?,])\s+|\n)[Ff]or\s+(?P<a>(?:[a-z-]+\s+){0,2}[a-z]+s)\s*(?=[.;!?]|$)", text)
    if alone and alone["a"].split()[-1] not in _NOBODY:
        subject.audience = alone["a"]
        return text[:alone.start()] + text[alone.end():]
    for match in re.finditer(r"(?<!how )\b(?:[Ff]or|to)\s+(?P<a>(?!(?:[\w'-]+\s+){1,6}for\s)(?!the first \d)"
                             r"[a-zA-Z][^,.;:!?\n()–—]*?)"
                             r"(?=\s*(?:[,.;:!?()\n–—])|\s+in\s+[A-Z]|\s+(?:to(?!\s+\d)|with|at|by|on|how|why|about|"
                             r"that)\s|\s+from\s+[€$£\d]|"
                             r"\s+and\s+(?:ask|tell|invite|show|explain|get)\b|\s*$)",
                             text):
        phrase = match["a"].strip()
        first = phrase.split()[0].lower()
        if phrase.lower() in _EVERYBODY or (match.group().startswith("to") and first in VERBS | _COURTESIES):
            continue
        if (
            not names_people(phrase)
            or re.search(rf"\b{_NOUN}\s*$", text[: match.start()], re.I)
            and _is_thing(phrase, text, match.end())
        ):
            continue
        subject.audience = phrase
        return f"{text[: match.start()].rstrip(' ,')}{text[match.end() :]}"
    return text


def names_people(phrase: str) -> bool:
    """Whether the head of the phrase is a word for people."""
    before = re.split(
        r"\s+(?:who|that|which|in|of|from|with|at|on|and|or|aged|under|over|between|without|looking)\b",
        phrase,
        maxsplit=1,
    )[0]
    last = before.split()[-1].lower().strip("'’\"") if before.split() else ""
    if re.match(r"(?:our|my)\s", phrase, re.I) and last in ("business", "company", "community", "public", "crowd"):
        return False
    if last in PEOPLE:
        return True
    lead = phrase.split()[0].lower()
    return lead in ("people", "anyone", "everyone", "those", "everybody") or (
        last.endswith(("ers", "ors", "ists", "ians", "ees")) and len(last) > 5
    )


def _is_thing(phrase: str, text: str, end: int) -> bool:
    """Whether the people in `video for our team` are what it is about, since nothing else is named."""
    return (
        phrase.lower().startswith(("our ", "my "))
        and not re.match(r"\s*(?:about|on|to|:)", text[end:])
        and not text[end:].strip(" .,!")
    )


def _read_product(subject: Subject, text: str, goal: Goal) -> str:
    text = re.sub(r"\b(?:please\s+)?(?:announce|post|share|publish)\s+(?:it|this)\b(?:\s+(?:video|"
                  r"here))?\s*(?:and\s+)?",
                  "", text, flags=re.I)
    news = re.match(r"\W*(?P<np>(?:our|we|the)\s[^.;:!\n]+)", text, re.I)
    if goal == "announcement" and news and has_verb(news["np"]) and not NEWS.search(text):
        subject.product = ours(_without_sentence_capital(news["np"].strip(" ,")))
        return _after(text, news)
    if match := re.search(r"\b(?P<np>how\s+to\s+[^,.;:!?\n()–—]+?)(?=\s*(?:[,.;:!?()\n–—]|$)|\s+for\s+(?:our|your|"
                          r"the)?\s*\w+\s*$|\s+with\s)", text, re.I):
        subject.product = re.sub(r"^\w+", "how", match["np"])
        return _after(text, match)
    if match := re.search(
        r"\b(?P<np>(?:how|why|what)\s+(?!to\b|is new)[^,.;:!?\n()–—]+?)(?=\s*(?:[,.;:!?()\n–—]|$))", text, re.I
    ):
        found = _indirect(match["np"])
        if found and (
            re.search(
                r"\b(?:explain|about|on|show|describ|of|understand|tutorial|video|learn)\w*\s+(?:\w+\s+){0,3}$",
                text[: match.start()],
                re.I,
            )
            or not text[: match.start()].strip(" ;")
        ):
            subject.product = found
            return _after(text, match)
    if match := NEWS.search(text):
        told = (match.groupdict().get("aud") or "").strip()
        if told and not subject.audience and told.lower() not in _EVERYBODY and told.lower() != "them":
            subject.audience = told
        said, *more = apart(match["np"].strip(" ,"))
        subject.product = ours(said)
        return f"{_after(text, match)}; {'; '.join(more)}"
    if match := re.search(r"\bto (?P<np>(?:thank|welcome|congratulate|honou?r|apologi[sz]e)\s+[^.,;!\n]+"
                                r"(?:(?:,\s(?-i:[A-Z])\w+)+\sand\s(?-i:[A-Z])\w+(?:\swho\s[^.,;!\n]+)?)?)", text, re.I):
        subject.product = ours(f"we'd like to {match['np'].strip()}")
        return _after(text, match)
    for lead in _LEADS:
        if goal != "recruitment" and lead is _LEADS[1]:
            continue
        for match in re.finditer(lead, text, re.I):
            phrase = _trimmed(match["np"])
            before = re.split(r"[.!?;:]\s+", text[:match.start()])[-1]
            if lead.startswith(r"\babout") and shape_of(before) == "clause" and not re.search(
                    rf"\b(?:i|we|you|{_NOUN})\b", before, re.I):
                continue
            if not phrase or is_hollow(phrase):
                continue
            invited = (match.groupdict().get("aud") or "").strip()
            if invited and not subject.audience and invited.lower() not in _EVERYBODY:
                subject.audience = invited
            if match.groupdict().get("our"):
                subject.product = f"our {phrase}"
                return _after(text, match)
            if lead is not _LEADS[-1]:
                subject.product = phrase
                purpose = re.match(r"\s+(?P<np>for\s+(?:our|the|an?)\s+[^,.;:!?\n]+?)(?=\s+(?:on|at|in|from)\s|"
                                   r"\s*(?:[,.;:!?\n]|$))",
                                   text[match.end():])
                if goal == "recruitment" and purpose:
                    subject.product = f"{phrase} {purpose['np']}"
                    whole = re.search(re.escape(text[match.start() : match.end() + purpose.end()]), text)
                    return _after(text, whole or match)
                return _after(text, match)
            if has_verb(text[match.start() :].strip()) and re.match(r"(?:we|it|they|you|i|there)\b", phrase, re.I):
                return text
            subject.product = _without_sentence_capital(phrase)
            place = re.match(r",\s[A-Z][a-z]+(?=\s*[.,;!?]|$)", text[match.end():])
            if place and re.search(r"\b(?:in|at|near|from)\s[A-Z][\w'-]+$", phrase):
                subject.product += place.group()
                whole = re.search(re.escape(text[match.start():match.end() + place.end()]), text)
                return _after(text, whole or match)
            verb = re.match(rf"\s+(?={_FINITE})\b", text[match.end() :])
            if verb is None:
                return _after(text, match)
            return f"{'They' if is_plural(head_noun(phrase)) else 'It'} {text[match.end() + verb.end() :]}"
    return text


def _indirect(question: str) -> str:
    """`what is photosynthesis` as it stands in a sentence: `what photosynthesis is`; empty for none."""
    if re.match(r"why (?:choose|us\b|we\b)", question, re.I):
        return ""
    if match := re.match(r"(what)\s+(is|are)\s+(?!the best\b)(.+?)\s*$", question, re.I):
        return f"{match[1].lower()} {match[3]} {match[2].lower()}"
    if match := re.match(r"(how|why|what|when|where)\s+(should|can|could|must|will)\s+(you|we|people|i|"
                         r"they)\s+(.+)$", question,
                         re.I):
        return f"{match[1].lower()} {match[3]} {match[2]} {match[4]}"
    if match := re.match(r"(how|why)\s+do\s+(.+)$", question, re.I):
        return f"{match[1].lower()} {match[2]}"
    if match := re.match(r"(how)\s+does\s+(.+)\s+(\w+)$", question, re.I):
        return f"{match[1].lower()} {match[2]} {third_person(match[3], plural=False)}"
    return question[:1].lower() + question[1:]


def _without_sentence_capital(phrase: str) -> str:
    """A phrase from the start of a sentence; a lone large letter before small words is the sentence's."""
    words = phrase.split()
    if words[0].lower() in ("our", "my", "the", "a", "an", "this", "your"):
        return phrase[:1].lower() + phrase[1:]
    if len(words) > 1 and words[0][1:].islower() and not any(
            word[:1].isupper() for before, word in pairwise(words) if before not in ("in", "at", "from", "near", "of")):
        return phrase[:1].lower() + phrase[1:]
    return phrase


def _after(text: str, match: re.Match[str]) -> str:
    """What stands around the product: sentences before its own, and the rest of its own."""
    before = text[: match.start()]
    cut = max((m.end() for m in re.finditer(r"[.!?]\s+", before)), default=0)
    return f"{before[:cut]}; {text[match.end():]}"


def _trimmed(phrase: str) -> str:
    phrase = (
        _ASIDE.sub("", phrase, count=1)
        if re.match(r"(?:hi|hello|hey|can|could|i |we |make|create|let)", phrase, re.I)
        else phrase
    )
    phrase = re.sub(r"(?<=\w)\s+(?:invite|invitation|promo|ad|advert|teaser|trailer|commercial|spot|intro)$",
                    "", phrase, flags=re.I)
    phrase = re.sub(r"^(?:to\s+|about\s+|that\s+)", "", phrase.strip(" \"“”'‘’"), flags=re.I)
    phrase = re.sub(rf"^(?:[\w-]+\s+){{0,2}}?{_NOUN}(?:\s+(?:at|for|about|of|on))?(?:\s+|$)", "", phrase, flags=re.I)
    return re.sub(r"\s+(?:video|clip|on|in|at|and|our|the|a|an|of|to|for)$", "", phrase.strip(), flags=re.I).strip(
        ' "“”'
    )


_NOBODY = frozenset("days weeks months years hours minutes euros dollars pounds reasons walls purposes".split())
_COURTESIES = frozenset(("thank", "welcome", "congratulate", "honour", "honor"))
_EVERYBODY = frozenset(
    (
        "people",
        "everyone",
        "everybody",
        "the public",
        "viewers",
        "anyone",
        "the world",
        "those",
        "all",
        "you",
        "them",
        "guests",
    )
)

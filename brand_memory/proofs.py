"""What a brand proves itself by: numbers with what they count, awards, ratings, and quoted voices with their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brand_memory.kit import Fact
from brand_memory.passages import Passage
from brand_memory.wording import key_of, shorten, words_of

_PROOFS = 10
_LONGEST = 280
_NUMBER = r"(?:\d{1,3}(?:[.,'\u2019\u00a0\u202f ]\d{3})+|\d+(?:[.,]\d+)?)"
_UNIT = (
    r"(?:\s?(?:k|m|bn|million|billion|thousand|mio\.?|mrd\.?|millionen|milliarden|tausend|millions?|milliards?|mil|"
    r"millones|milioni))?"
)
_COUNTED = (
    r"customers?|clients?|users?|teams?|companies|businesses|brands?|countries|cities|stores|shops|restaurants|"
    r"people|families|"
    r"members?|students?|patients?|guests?|travell?ers|subscribers?|followers|downloads?|installs?|reviews?|"
    r"ratings?|projects?|"
    r"orders?|deliveries|meals|bottles|cups|homes|houses|events|weddings|years?|decades|generations|employees|experts|"
    r"engineers|designers|partners|locations|branches|farms|trees|tonn?e?s|hours?|awards?|patents?|developers|"
    r"merchants|"
    r"schools|hospitals|uptime|satisfaction|satisfied|happy|faster|cheaper|less|more|fewer|recycled|organic|renewable|"
    r"carbon|growth|retention|accuracy|recommend|transactions|requests|products|sold|served|delivered|trips|rides|"
    r"kunden|kundinnen|nutzer\w*|unternehmen|länder\w*|städte\w*|jahre\w*|mitarbeiter\w*|projekte|bewertungen|"
    r"filialen|zufrieden\w*|"
    r"familien|bestellungen|standorte|auszeichnungen|clientes?|utilisateurs|entreprises|pays|villes|ans|années|"
    r"avis|projets|"
    r"empresas|países|ciudades|años|opiniones|usuarios|clienti|aziende|paesi|anni|recensioni|klanten|landen|"
    r"jaar|klientów|lat|"
    r"firm|krajów|anos|kunder|länder|år"
)
_STATISTIC = re.compile(
    r"(?:\b(?:over|more than|nearly|almost|about|up to|über|mehr als|rund|plus de|más de|oltre|meer dan|"
    rf"ponad)\s)?{_NUMBER}{_UNIT}\s?(?:\+|%|x\b|×)?"
    rf"(?:\s(?:\w+\s){{0,3}}?)(?:{_COUNTED})\b",
    re.IGNORECASE,
)
_LONE = re.compile(
    rf"^\W{{0,2}}(?:over |more than |über |plus de |más de )?{_NUMBER}{_UNIT}\s?(?:\+|%|x|×|h|\u2605)?\W{{0,2}}$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"[+%×\u2605]|\d[\d.,'\s]*\s?(?:k|m|bn)\b|million|billion|\d[.,'\u00a0 ]\d{3}|\b\d{3,}\b", re.IGNORECASE
)
_RATING = re.compile(
    r"\b[1-5](?:[.,]\d{1,2})?\s?(?:/|out of|von|sur|de|su|van|z|av)\s?(?:5|10)\b(?!\s?(?:steps?|schritte|"
    r"pages?|min))|\u2605{3,5}"
    r"|\b[1-5][.,]\d{1,2}\s?(?:stars?|sterne|étoiles|estrellas|stelle|sterren|\u2605)|\b(?:rated|bewertet "
    r"mit)\s[1-5][.,]\d",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\baward(?:ed|s)?\b|\baward-winning\b|\bwinners? of\b|\bvoted (?:best|#?1|number one)\b|\bnumber one\b|"
    r"\bbest (?:\w+ ){1,4}(?:19|20)\d\d\b|"
    r"\b(?:gold|silver|bronze) medal\b|\bfinalist\b|\bcertified\b|\bcertification\b|\bISO ?\d{4,5}\b|\bb[- "
    r"]corp\b|\bmichelin\b|"
    r"\b(?:since|est\.?|established|founded in|seit|depuis|desde|dal|sinds|sedan|od) (?:1[5-9]|20)\d\d\b|"
    r"\bausgezeichnet\b|\bauszeichnung|"
    r"\btestsieger\b|\bzertifiziert\b|\bprimée?\b|\blauréat|\bcertifiée?\b|\bpremiad[oa]\b|\bgalardonad[oa]\b|"
    r"\bcertificad[oa]\b|"
    r"\bpremiat[oa]\b|\bcertificat[oa]\b|\bbekroond\b|\bgecertificeerd\b|\bnagrod|\bcertyfikowan",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:[$€£¥₹]|eur\b|usd\b|gbp\b|chf\b|kr\b|zł\b)", re.IGNORECASE)
_QUOTED = re.compile(
    r"^[\"\u201c\u201e\u00ab\u2018\u300c].{20,}[\"\u201d\u201c\u00bb\u2019\u300d][\s.]*(?P<source>[\u2014\u2013-].{2,80})?$"
)
_SIGNED = re.compile(
    r"^(?P<said>.{20,}?[.!?\"\u201d\u00bb])\s*(?:[\u2014\u2013]|--)\s*(?P<source>[^\u2014\u2013]{2,80})$"
)
_QUOTES = "\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u300c\u300d \u2014\u2013-"
_TESTIMONIAL_PLACE = re.compile(r"blockquote|\bq\b|testimonial|review|quote|kundenstimme|avis|opinion", re.IGNORECASE)


def proof_points(found: Sequence[Passage], taken: set[str]) -> tuple[Fact[str], ...]:
    """The proofs among `found`, surest first, without those whose `key_of` is `taken`. Prices are none, nor are dates.

    A number that stands alone takes the label beside it along ("12,000+" and "happy guests"); a quoted voice its name.
    """
    graded: dict[str, tuple[float, str, Passage]] = {}
    for sure, words, passage in _candidates(found):
        key = key_of(words)
        if key and key not in taken and (key not in graded or graded[key][0] < sure):
            graded[key] = (sure, words, passage)
    kept: dict[str, Fact[str]] = {}
    for key, (sure, words, passage) in sorted(graded.items(), key=lambda entry: -entry[1][0]):
        if len(kept) == _PROOFS:
            break
        if not any(key in other for other in kept):
            value = shorten(words, _LONGEST)
            kept[key] = Fact(value=value, confidence=round(sure, 2), evidence=(passage.evidence(words),))
    return tuple(kept.values())


def is_testimonial(passage: Passage) -> bool:
    """Whether a passage is somebody else's voice: a quotation, or marked as a review."""
    return passage.tag in ("blockquote", "q", "cite") or bool(
        _TESTIMONIAL_PLACE.search(passage.place) or _QUOTED.match(passage.text)
    )


def _candidates(found: Sequence[Passage]) -> Iterator[tuple[float, str, Passage]]:
    used: set[int] = set()
    for at, passage in enumerate(found):
        if passage.kind in ("blog", "press") or at in used or passage.role in ("button", "link"):
            continue
        text, follower = passage.text, _after(found, at)
        count = len(words_of(text))
        if is_testimonial(passage) and count >= 5 and not passage.heading:
            said, source = _voice(text)
            if not source and follower and _names_somebody(follower):
                source = follower.text.strip(_QUOTES)
                used.add(at + 1)
            yield (0.85 if source else 0.6), f"\u201c{said}\u201d" + (f" \u2014 {source}" if source else ""), passage
        elif _MONEY.search(text):
            continue
        elif _LONE.match(text):
            if follower and 1 <= len(words_of(follower.text)) <= 7 and not _LONE.match(follower.text):
                used.add(at + 1)
                yield 0.82 if _STRONG.search(text) else 0.6, f"{text} {follower.text}", passage
        else:
            yield from ((sure, part, passage) for sure, part in _claims(text) if len(words_of(part)) <= 30)


def _claims(text: str) -> Iterator[tuple[float, str]]:
    """The sentences of a text that carry a rating, an award or a number of something."""
    for part in re.split(r"(?<=[.!?])\s+(?=[A-Z\u00c0-\u00de\d])", text):
        if _MONEY.search(part):
            continue
        if _RATING.search(part):
            yield 0.85, part
        elif _AWARD.search(part) or (match := _STATISTIC.search(part)) and _STRONG.search(match.group()):
            yield 0.75, part
        elif match and re.search(r"years?|jahre|ans\b|años|anni|jaar|lat\b|anos", match.group(), re.IGNORECASE):
            yield 0.6, part


def _voice(text: str) -> tuple[str, str]:
    """What is said, and by whom where the same text tells."""
    if signed := _SIGNED.match(text):
        return signed["said"].strip(_QUOTES), signed["source"].strip(_QUOTES)
    return text.strip(_QUOTES), ""


def _after(found: Sequence[Passage], at: int) -> Passage | None:
    follower = found[at + 1] if at + 1 < len(found) else None
    return follower if follower and follower.page == found[at].page and follower.role != "button" else None


def _names_somebody(passage: Passage) -> bool:
    """Whether a text is the name under a quotation: short, without a sentence, beginning with a capital or a dash."""
    text = passage.text.strip(_QUOTES)
    short = 1 <= len(words_of(text)) <= 9 and not text.endswith((".", "!", "?"))
    return short and (passage.tag in ("cite", "figcaption", "footer") or (text[:1].isupper() and not passage.heading))

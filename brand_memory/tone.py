"""The brand's voice, counted on its own visible words; what describes it follows from the counts by stated rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import fmean, pstdev

from brand_memory.kit import Evidence, Fact, Lexicon, Tone
from brand_memory.languages import SMALL_WORDS
from brand_memory.passages import Passage, brand_words, language_of_site, passages
from brand_memory.proofs import is_testimonial
from brand_memory.readability import reading_ease
from brand_memory.reading import SiteReading
from brand_memory.wording import words_of

FLOOR = 150
"""Words below which nothing is said of a voice (the floor that published counters of voice use)."""
_LOW = 300
"""Words below which what is counted is a small sample."""
_END = re.compile(
    r"(?<=[.!?\u2026\u3002\uff01\uff1f])[\"'\u201d\u00bb)\]]*\s+(?=[\"'\u201c\u00ab(\u00bf\u00a1]*[^\W\d_a-z]|"
    r"[\"'\u201c\u00ab]*\d)|(?<=[\u3002\uff01\uff1f])"
)
_ABBREVIATIONS = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|st|no|inc|ltd|co|approx|z\.b|d\.h|u\.a|bzw|ca|nr|usw|p\.ej|sra?|"
    r"mme|env|ecc|bijv)\.$",
    re.IGNORECASE,
)
_CONTRACTION = re.compile(
    r"\b\w+(?:n['\u2019]t|['\u2019](?:re|ve|ll|d|m))\b|\b(?:it|that|here|there|what|let|who)['\u2019]s\b", re.IGNORECASE
)
_PERSONS: dict[str, dict[str, frozenset[str]]] = {
    code: {person: frozenset(words.split()) for person, words in table.items()}
    for code, table in {
        "en": {
            "we": "we us our ours ourselves we're we've we'll we'd",
            "you": "you your yours yourself yourselves you're you've you'll you'd",
            "i": "i me my mine myself i'm i've i'll i'd",
            "they": "he she they him her them his hers their theirs",
        },
        "de": {
            "we": "wir uns unser unsere unserem unseren unserer unseres",
            "you": "du dich dir dein deine deinem deinen deiner deines euch euer eure euren",
            "i": "ich mich mir mein meine meinem meinen meiner",
            "they": "er sie ihm ihn ihnen ihr ihre ihren sein seine",
        },
        "fr": {
            "we": "nous notre nos",
            "you": "vous votre vos tu te toi ton ta tes",
            "i": "je me moi mon ma mes",
            "they": "il elle ils elles leur leurs",
        },
        "es": {
            "we": "nosotros nosotras nuestro nuestra nuestros nuestras nos",
            "you": "tú tu tus te ti usted ustedes vosotros vuestro vuestra",
            "i": "yo me mi mis mí",
            "they": "él ella ellos ellas",
        },
        "it": {
            "we": "noi nostro nostra nostri nostre ci",
            "you": "tu ti te tuo tua tuoi tue voi vi vostro vostra vostri",
            "i": "io mi me mio mia miei",
            "they": "lui lei loro",
        },
        "pt": {
            "we": "nós nosso nossa nossos nossas",
            "you": "você vocês tu te teu tua",
            "i": "eu me mim meu minha meus minhas",
            "they": "ele ela eles elas",
        },
        "nl": {
            "we": "wij we ons onze",
            "you": "jij je jou jouw jullie u uw",
            "i": "ik mij me mijn",
            "they": "hij zij hen hun",
        },
        "sv": {
            "we": "vi oss vår vårt våra",
            "you": "du dig din ditt dina ni er ert era",
            "i": "jag mig min mitt mina",
            "they": "han hon de dem deras",
        },
        "da": {
            "we": "vi os vores",
            "you": "du dig din dit dine i jer jeres",
            "i": "jeg mig min mit mine",
            "they": "han hun de dem deres",
        },
        "pl": {
            "we": "my nas nam nasz nasza nasze naszych",
            "you": "ty ciebie cię tobie ci twój twoja twoje wy was wam wasz",
            "i": "ja mnie mi mój moja moje",
            "they": "on ona oni one ich im",
        },
        "ru": {
            "we": "мы нас нам наш наша наше наши",
            "you": "вы вас вам ваш ваша ваше ваши ты тебя тебе твой",
            "i": "я меня мне мой моя мое",
            "they": "он она они их им",
        },
    }.items()
}
_FORMAL_YOU = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer"})
_WORDS = 24


def tone(site: SiteReading) -> Fact[Tone] | None:
    """The voice of the brand's own running text, headings of four words and more included; None below 150 words.

    Quoted voices, buttons, navigation, legal text and text that gives orders are not counted. Under 300 words the
    confidence is 0.5; it grows to 0.9 at 1,500. In languages without spaces between words there is no such count: None.
    """
    said = passages(site)
    language = language_of_site(site, said)
    found = _voice(said)
    sentences = [words for passage in found for words in _sentences(passage.text)]
    counts = [len(words_of(sentence)) for sentence in sentences]
    total = sum(counts)
    if total < FLOOR or language in ("zh", "ja", "th"):
        return None
    marks = [sentence.rstrip("\"'\u201d\u00bb) ") for sentence in sentences]
    text = " ".join(sentences)
    person, pronouns = _person(sentences, language, total)
    measured = Tone(
        words=total,
        sentence_words=round(fmean(counts), 2),
        sentence_deviation=round(pstdev(counts), 2),
        exclamations=round(sum(mark.endswith("!") for mark in marks) / len(marks), 4),
        questions=round(sum(mark.endswith(("?", "\uff1f", "\u061f")) for mark in marks) / len(marks), 4),
        emoji=round(100 * _emoji(text) / total, 3),
        person=person,  # type: ignore[arg-type] # one of the five by construction
        reading_ease=reading_ease(sentences) if language == "en" else None,
    )
    contractions = len(_CONTRACTION.findall(text)) / total if language == "en" else None
    described = _described(measured, contractions, pronouns)
    sure = 0.5 if total < _LOW else min(0.9, 0.7 + 0.2 * (total - _LOW) / 1200)
    return Fact(
        value=measured.model_copy(update={"described": described}), confidence=round(sure, 2), evidence=_evidence(found)
    )


def lexicon(site: SiteReading) -> Lexicon:
    """The words that are typical of the brand: often and on many pages, and not what every text is made of.

    Ranked by how often they stand times on how many pages they do. Words never to be used are a client's to give.
    """
    said = passages(site)
    small = SMALL_WORDS.get(language_of_site(site, said), frozenset()) | SMALL_WORDS["en"]
    names = {word for name in brand_words(site) for word in name.split()}
    often: dict[str, int] = {}
    pages: dict[str, set[str]] = {}
    for passage in _voice(said):
        for word in words_of(passage.text):
            low = word.casefold()
            if len(low) >= 4 and low not in small and low not in names and "'" not in low and "\u2019" not in low:
                often[low] = often.get(low, 0) + 1
                pages.setdefault(low, set()).add(passage.page)
    spread = max((len(seen) for seen in pages.values()), default=0)
    typical = [word for word, count in often.items() if count >= 3 and (len(pages[word]) >= 2 or spread < 3)]
    return Lexicon(used=tuple(sorted(typical, key=lambda word: (-often[word] * len(pages[word]), word))[:_WORDS]))


def _voice(found: Sequence[Passage]) -> list[Passage]:
    """What the brand itself says: running text and headings of four words and more, each once in the whole site."""
    kept: dict[str, Passage] = {}
    for passage in found:
        count = len(words_of(passage.text))
        said = (passage.prose and count >= 4) or (passage.heading and count >= 4)
        if said and not is_testimonial(passage) and passage.region == "main":
            kept.setdefault(passage.text.casefold(), passage)
    return list(kept.values())


def _sentences(text: str) -> Iterator[str]:
    """The sentences of one block; a block is at least one, and what has no word is none."""
    pending = ""
    for part in _END.split(text):
        pending = f"{pending} {part}".strip()
        if not _ABBREVIATIONS.search(pending):
            if words_of(pending):
                yield pending
            pending = ""
    if words_of(pending):
        yield pending


def _person(sentences: Sequence[str], language: str, total: int) -> tuple[str, float]:
    """The pronouns that prevail, and their share of all; none below one in a hundred words or without a lead."""
    table = _PERSONS.get(language)
    if table is None:
        return "none", 0.0
    counts = dict.fromkeys(table, 0)
    for sentence in sentences:
        for at, word in enumerate(words_of(sentence.replace("\u2019", "'"))):
            if language == "de" and at and word in _FORMAL_YOU:
                counts["you"] += 1
                continue
            for person, words in table.items():
                if word.lower() in words and not (language == "da" and word == "i"):
                    counts[person] += 1
                    break
    every = sum(counts.values())
    best = max(counts, key=lambda person: counts[person])
    if every < max(3, total / 100) or counts[best] < 0.4 * every:
        return "none", 0.0
    return best, counts[best] / every


def _described(measured: Tone, contractions: float | None, pronouns: float) -> tuple[str, ...]:
    """The words for a voice, each by one rule on what was counted; nothing where no rule applies."""
    ease = measured.reading_ease
    rules = (
        ("concise", measured.sentence_words <= 11),
        ("elaborate", measured.sentence_words >= 20),
        ("varied in rhythm", measured.sentence_deviation >= 0.65 * measured.sentence_words),
        ("enthusiastic", measured.exclamations >= 0.1),
        ("inquisitive", measured.questions >= 0.1),
        ("playful", measured.emoji >= 0.5),
        ("sober", measured.exclamations == 0 and measured.emoji == 0 and measured.questions < 0.03),
        ("addresses people directly", measured.person == "you" and pronouns >= 0.5),
        ("speaks as a team", measured.person == "we" and pronouns >= 0.5),
        ("personal", measured.person == "i"),
        ("plain", ease is not None and ease >= 65),
        ("demanding", ease is not None and ease < 40),
        ("conversational", contractions is not None and contractions >= 0.01),
        ("formal", contractions == 0 and measured.words >= _LOW),
    )
    return tuple(word for word, holds in rules if holds)


def _emoji(text: str) -> int:
    import emoji

    return sum(1 for _ in emoji.analyze(text)) if any(ord(sign) > 0x203B for sign in text) else 0


def _evidence(found: Sequence[Passage]) -> tuple[Evidence, ...]:
    """One sentence from each of the first pages that were counted."""
    first: dict[str, Passage] = {}
    for passage in found:
        if passage.prose:
            first.setdefault(passage.page, passage)
    return tuple(passage.evidence() for passage in list(first.values())[:3])

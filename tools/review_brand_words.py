"""Brand fit of what is said: words that the brand never uses, and how far the script is from its tone."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.banned_words import find_banned
from tools.review_brand_plan import BrandScene, ExpectedBrand, Said
from tools.review_brand_scores import GOOD, BrandScores, where
from tools.review_captions import read_cues
from tools.review_plan import Places
from tools.review_report import Finding, Severity
from tools.sentences import split_sentences

_SPOKEN = math.log(1.5)
"""What is spoken has shorter sentences than what is read: so much of a difference is none of tone."""
_PERSONS = {"we": r"\b(?:we|us|our|ours)\b", "you": r"\b(?:you|your|yours)\b", "i": r"\b(?:i|me|my|mine)\b"}


def check_words(path: Path, brand: ExpectedBrand, places: Places, scores: BrandScores) -> Iterator[Finding]:
    """A finding for every word that the brand never uses: spoken, in the captions, on screen."""
    if not brand.never:
        return
    heard: list[tuple[str, str, str | None, str]] = []
    for scene in brand.scenes:
        for said in scene.said:
            seconds = float(said.frame / places.rate)
            for word, _ in find_banned(brand.never, said.text):
                heard.append((word, said.kind, scene.id, places.timecode(seconds)))
    spoken = {(word.casefold(), scene) for word, kind, scene, _ in heard if kind == "spoken"}
    for cue in read_cues(path):
        for word, _ in find_banned(brand.never, " ".join(cue.lines)):
            if (word.casefold(), places.scene(cue.start)) not in spoken:
                heard.append((word, "in the captions", places.scene(cue.start), places.timecode(cue.start)))
    if not heard:
        scores.of["brand words"] = 1.0
        sentence = "No word that the brand avoids is spoken or shown."
        yield Finding(check="brand words", severity="ok", sentence=sentence, measured=1.0, expected=1)
        return
    score = 1.0 / (1 + len(heard)) - 0.1
    for word, kind, scene_id, timecode in heard:
        yield scores.finding(
            "brand words",
            score,
            f"“{word}” is {kind}, which the brand never says.",
            f"say something else for “{word}”",
            (scene_id or "", timecode),
            "warning",
        )


def check_tone(brand: ExpectedBrand, places: Places, scores: BrandScores) -> Finding:
    """How near the script is to the brand's sentences, person and marks; where it is the furthest."""
    said = [(one, scene) for scene in brand.scenes for one in scene.said if one.kind == "spoken"]
    sentences = [(part, one, scene) for one, scene in said for part in split_sentences(one.text)]
    lengths = [len(part.split()) for part, _, _ in sentences]
    mean = sum(lengths) / len(lengths)
    shares = {mark: sum(part.rstrip('"”’)').endswith(mark) for part, _, _ in sentences) / len(lengths) for mark in "!?"}
    text = " ".join(part for part, _, _ in sentences)
    assert brand.sentence_words is not None
    counted = {who: len(re.findall(pattern, text, re.IGNORECASE)) for who, pattern in _PERSONS.items()}
    person = max(counted, key=lambda who: counted[who]) if any(counted.values()) else "none"
    measured = {
        "length": min(1.0, max(0.0, abs(math.log(mean / brand.sentence_words)) - _SPOKEN) / math.log(3)),
        "exclamations": min(1.0, max(0.0, shares["!"] - brand.exclamations) / 0.3),
        "questions": min(1.0, max(0.0, shares["?"] - brand.questions - 0.1) / 0.5),
        "person": float(brand.person in _PERSONS and not counted[brand.person]),
    }
    weights = {"length": 0.4, "exclamations": 0.25, "questions": 0.1, "person": 0.25}
    away = sum(weights[name] * value for name, value in measured.items())
    worst = max(measured, key=lambda name: weights[name] * measured[name])
    longer = mean > brand.sentence_words
    told = {
        "length": (f"sentences have {mean:.0f} words, the brand's {brand.sentence_words:.0f}",
                   f"use {'shorter' if longer else 'longer'} sentences"),
        "exclamations": ("it exclaims more than the brand does", "leave out the exclamation marks"),
        "questions": ("it asks more than the brand does", "ask fewer questions"),
        "person": (f"it never says “{brand.person}”, as the brand does (it says “{person}”)",
                   f"speak as “{brand.person}”"),
    }[worst]  # fmt: skip
    score = 1 - away
    close = score >= GOOD
    sentence = "The script sounds like the brand." if close else f"The script sounds unlike the brand: {told[0]}."
    _, at, scene = _oddest(sentences, worst, longer)
    severity: Severity | None = None if close else "warning" if brand.own_words else "notice"
    place = where(scene, float(at.frame / places.rate), places)
    return scores.finding("brand tone", score, sentence, told[1], place, severity)


def _oddest(sentences: Sequence[tuple[str, Said, BrandScene]], what: str, longer: bool) -> tuple[str, Said, BrandScene]:
    """The sentence that shows best what is unlike the brand."""
    if what == "exclamations":
        return next((one for one in sentences if one[0].endswith("!")), sentences[0])
    if what == "questions":
        return next((one for one in sentences if one[0].endswith("?")), sentences[0])
    return (max if longer else min)(sentences, key=lambda one: len(one[0].split()))

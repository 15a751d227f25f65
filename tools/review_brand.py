"""Brand fit: what a finished video shows and says, held against the brand that it was made for, from 0 to 1."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.errors import MediaRejected
from tools.banned_words import find_banned
from tools.review_brand_plan import Box, BrandScene, ExpectedBrand, Said
from tools.review_captions import read_cues
from tools.review_plan import Places
from tools.review_report import Finding, Severity
from tools.sentences import split_sentences

if TYPE_CHECKING:
    from tools.review_brand_pixels import LogoSight, Rgb

GOOD, POOR = 0.8, 0.5
"""Scores from which an item fits, and below which it is a fault."""
SAME_COLOUR, OTHER_COLOUR = 0.02, 0.15
"""OKLab distance up to which a colour is the same to the eye (score 1), and from which it is another (score 0)."""
SMALLEST_LOGO = 0.055
"""The side of a square of the logo's area over the frame's short side, below which it is too small to be known."""
MOST_LOOKS = 10
"""Frames that are decoded: one a scene, spread over the programme."""
_SETTLED = 1.5
"""Seconds into a scene by which what comes in has come."""
_WEIGHTS = {
    "brand colour": 0.2, "brand palette": 0.2, "brand logo": 0.2, "brand typeface": 0.15, "brand words": 0.15,
    "brand tone": 0.1,
}  # fmt: skip
_SPOKEN = math.log(1.5)
"""What is spoken has shorter sentences than what is read: so much of a difference is none of tone."""
_PERSONS = {"we": r"\b(?:we|us|our|ours)\b", "you": r"\b(?:you|your|yours)\b", "i": r"\b(?:i|me|my|mine)\b"}


@dataclass
class _Scores:
    """The score of each item, as it is found."""

    of: dict[str, float] = field(default_factory=dict)

    def finding(
        self,
        check: str,
        score: float,
        sentence: str,
        patch: str | None = None,
        at: tuple[str, str] | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """The finding of an item with its score; `at` is the scene and the timecode where it is worst."""
        score = round(min(max(score, 0.0), 1.0), 3)
        self.of[check] = score
        level: Severity = severity or ("ok" if score >= GOOD else "warning" if score >= POOR else "fault")
        scene, timecode = (None, None) if level == "ok" or at is None else at
        return Finding(
            check=check,
            severity=level,
            sentence=sentence,
            measured=score,
            expected=1,
            scene=scene,
            timecode=timecode,
            patch=None if level == "ok" else patch,
        )


def check_brand(path: Path, brand: ExpectedBrand, places: Places) -> Iterator[Finding]:
    """A finding for each item that can be held against the brand, and one for all together; measured are scores.

    Raises `MediaRejected` where the file can not be read.
    """
    scores = _Scores()
    looks = _looks(path, brand, places)
    found: list[Finding] = []
    if brand.primary and looks:
        found.append(_colour(looks, brand, places, scores))
    if brand.colours and looks:
        found.append(_palette(looks, brand, places, scores))
    if brand.logo:
        found += _logo(looks, brand, places, scores)
    if brand.heading or brand.body:
        found.append(_typeface(brand, scores))
    found += _words(path, brand, places, scores)
    if brand.sentence_words and any(said.kind == "spoken" for scene in brand.scenes for said in scene.said):
        found.append(_tone(brand, places, scores))
    if scores.of:
        yield _together(brand, scores)
    yield from found


def _looks(path: Path, brand: ExpectedBrand, places: Places) -> list[tuple[BrandScene, float, Rgb]]:
    """Decoded frames of scenes spread over the programme, each when what comes in has come."""
    from renderers.media import picture_at

    step = max(1, -(-len(brand.scenes) // MOST_LOOKS))
    found: list[tuple[BrandScene, float, Rgb]] = []
    chosen = {*range(0, len(brand.scenes), step), len(brand.scenes) - 1}
    for number, scene in enumerate(brand.scenes):
        length = float(scene.duration / places.rate)
        seconds = float(scene.start / places.rate) + min(_SETTLED, 0.6 * length)
        if number in chosen and (picture := picture_at(path, seconds)) is not None:
            found.append((scene, seconds, picture.pixels))
    return found


def _where(scene: BrandScene, seconds: float, places: Places) -> tuple[str, str]:
    return scene.id, places.timecode(seconds)


def _people(scene: BrandScene) -> list[Box]:
    """Where a presenter stands, whose skin, hair and clothes are no brand's."""
    return [scene.presenter] if scene.presenter else []


def _colour(
    looks: Sequence[tuple[BrandScene, float, Rgb]], brand: ExpectedBrand, places: Places, scores: _Scores
) -> Finding:
    from tools.review_brand_pixels import nearest_distance

    away = [
        (nearest_distance(frame, brand.primary, _people(scene)), scene, seconds)
        for scene, seconds, frame in looks
        if not scene.pictured
    ] or [(nearest_distance(frame, brand.primary), scene, seconds) for scene, seconds, frame in looks]
    nearest = min(one[0] for one in away)
    far, scene, seconds = max(away, key=lambda one: one[0])
    score = 1 - (nearest - SAME_COLOUR) / (OTHER_COLOUR - SAME_COLOUR)
    close = "in the picture" if nearest <= SAME_COLOUR else f"only as near as {nearest:.2f} (OKLab)"
    sentence = f"The brand's main colour {brand.primary} is {close}."
    if score < GOOD:
        sentence = f"The brand's main colour {brand.primary} is missing: the nearest is {nearest:.2f} away (OKLab)."
    patch = f"set the main colour to {brand.primary}"
    return scores.finding("brand colour", score, sentence, patch, _where(scene, seconds, places))


def _palette(
    looks: Sequence[tuple[BrandScene, float, Rgb]], brand: ExpectedBrand, places: Places, scores: _Scores
) -> Finding:
    from tools.review_brand_pixels import own_hues

    colours = [colour for _, colour in brand.colours]
    seen = [
        (*own_hues(frame, colours, [*_people(scene), *([scene.logo] if scene.logo else [])]), scene, seconds)
        for scene, seconds, frame in looks
        if not scene.pictured
    ]
    if not seen:
        return scores.finding("brand palette", 1.0, "Pictures of the brand's fill every scene that was looked at.")
    total = sum(coloured for _, coloured, _, _ in seen)
    score = sum(own * coloured for own, coloured, _, _ in seen) / total if total > 0.002 else 1.0
    own, _, scene, seconds = min(seen, key=lambda one: (one[0] - 1) * one[1])
    sentence = f"{score:.0%} of what is coloured has the brand's hues."
    if score < GOOD:
        sentence += f" Here it is {own:.0%}."
    patch = "use the brand's colours for this scene's background"
    return scores.finding("brand palette", score, sentence, patch, _where(scene, seconds, places))


def _logo(
    looks: Sequence[tuple[BrandScene, float, Rgb]], brand: ExpectedBrand, places: Places, scores: _Scores
) -> Iterator[Finding]:
    from tools.review_brand_pixels import logo_sight

    file = Path(brand.logo)
    check = "brand logo"
    if not file.is_file():
        sentence = "The brand's logo is not where it was when the video was made, so it was not looked for."
        yield Finding(check=check, severity="notice", sentence=sentence)
        return
    seen: list[tuple[LogoSight, BrandScene, float]] = []
    try:
        for scene, seconds, frame in looks:
            if scene.logo is not None:
                seen.append((logo_sight(frame, file, scene.logo), scene, seconds))
    except MediaRejected as failure:
        yield Finding(check=check, severity="notice", sentence=str(failure))
        return
    if not seen:
        sentence = "The brand's logo is in none of the scenes."
        yield scores.finding(check, 0.0, sentence, "show the logo")
        return
    scored = [(_logo_score(sight), sight, scene, seconds) for sight, scene, seconds in seen]
    score = sum(one[0] for one in scored) / len(scored)
    worst, sight, scene, seconds = min(scored, key=lambda one: one[0])
    sentence, patch = "The logo is clear, large enough, and has its space around it.", "move the logo"
    if worst < GOOD:
        score = min(score, (score + worst) / 2)
        if sight.shown < 0.6:
            sentence, patch = "The brand's logo can not be made out here.", "show the logo on a plate"
        elif sight.size < SMALLEST_LOGO:
            sentence, patch = f"The logo is only {sight.size:.1%} of the frame's short side.", "make the logo larger"
        else:
            sentence = f"Only {sight.quiet:.0%} of the clear space round the logo is free."
            patch = "move the logo, or choose a calmer background for this scene"
    severity: Severity | None = "warning" if worst < GOOD <= score else None
    yield scores.finding(check, score, sentence, patch, _where(scene, seconds, places), severity)


def _logo_score(sight: LogoSight) -> float:
    return (
        min(1.0, sight.shown / 0.75) * min(1.0, sight.size / SMALLEST_LOGO) * min(1.0, 0.4 + 0.6 * sight.quiet / 0.85)
    )


def _typeface(brand: ExpectedBrand, scores: _Scores) -> Finding:
    pairs = [
        (role, own, used)
        for role, own, used in (
            ("heading", brand.heading, brand.set_heading),
            ("body", brand.body, brand.set_body),
        )  # fmt: skip
        if own
    ]
    wrong = [(role, own, used) for role, own, used in pairs if own.casefold() != used.casefold()]
    if not wrong:
        names = " and ".join(dict.fromkeys(own for _, own, _ in pairs))
        return scores.finding("brand typeface", 1.0, f"The text is set in the brand's {names}.")
    points = sum(1.0 if pair not in wrong else 0.5 if pair[0] in brand.substituted else 0.0 for pair in pairs)
    told = " and ".join(f"{used} in place of {own}" for _, own, used in wrong)
    files = all(role in brand.substituted for role, _, _ in wrong)
    patch = "give the font files to `agency brand learn`" if files else f"set the text in {wrong[0][1]}"
    return scores.finding(
        "brand typeface",
        points / len(pairs),
        f"The text is set in {told}.",
        patch,
        severity="notice" if files else None,
    )


def _words(path: Path, brand: ExpectedBrand, places: Places, scores: _Scores) -> Iterator[Finding]:
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
    for start, text in read_cues(path):
        for word, _ in find_banned(brand.never, text):
            if (word.casefold(), places.scene(start)) not in spoken:
                heard.append((word, "in the captions", places.scene(start), places.timecode(start)))
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


def _tone(brand: ExpectedBrand, places: Places, scores: _Scores) -> Finding:
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
    place = _where(scene, float(at.frame / places.rate), places)
    return scores.finding("brand tone", score, sentence, told[1], place, severity)


def _oddest(sentences: Sequence[tuple[str, Said, BrandScene]], what: str, longer: bool) -> tuple[str, Said, BrandScene]:
    """The sentence that shows best what is unlike the brand."""
    if what == "exclamations":
        return next((one for one in sentences if one[0].endswith("!")), sentences[0])
    if what == "questions":
        return next((one for one in sentences if one[0].endswith("?")), sentences[0])
    return (max if longer else min)(sentences, key=lambda one: len(one[0].split()))


def _together(brand: ExpectedBrand, scores: _Scores) -> Finding:
    total = sum(_WEIGHTS[name] for name in scores.of)
    score = round(sum(_WEIGHTS[name] * value for name, value in scores.of.items()) / total, 3)
    lowest = min(scores.of, key=lambda name: scores.of[name])
    severity: Severity = "ok" if score >= GOOD else "warning" if score >= POOR else "fault"
    told = f"The video fits the brand {brand.name} (version {brand.version}) by {score:.2f} of 1"
    if severity != "ok":
        told += f", least in its {lowest.removeprefix('brand ')}"
    return Finding(check="brand fit", severity=severity, sentence=f"{told}.", measured=score, expected=1)

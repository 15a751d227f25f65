"""Reading a text for what a policy may forbid: findings by sentence, each with its topic, how sure, and the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tools.moderation import body_frames, campaign_frames, deceit_frames, harm_frames, people_frames
from tools.moderation.claim_rules import MISINFORMATION, POLITICAL, REGULATED
from tools.moderation.folding import fold, unmask
from tools.moderation.harm_rules import FRAUD, SELF_HARM, VIOLENCE
from tools.moderation.policy import Topic
from tools.moderation.rules import HARASSMENT, HATE, MINORS, SEXUAL, Rule
from tools.moderation.vocabulary import ABOUT_HARM, NEGATED

_RULES: tuple[Rule, ...] = (
    *HATE,
    *HARASSMENT,
    *SEXUAL,
    *MINORS,
    *SELF_HARM,
    *VIOLENCE,
    *FRAUD,
    *MISINFORMATION,
    *POLITICAL,
    *REGULATED,
    *people_frames.HATE,
    *people_frames.HARASSMENT,
    *body_frames.SEXUAL,
    *body_frames.MINORS,
    *harm_frames.SELF_HARM,
    *harm_frames.VIOLENCE,
    *deceit_frames.FRAUD,
    *deceit_frames.MISINFORMATION,
    *campaign_frames.POLITICAL,
    *campaign_frames.REGULATED,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_NEGATED = re.compile(NEGATED)
_LONGEST = 1200
"""Characters of a sentence that are looked at at once; longer ones are read in pieces that overlap."""


@dataclass(frozen=True)
class Finding:
    """What was found where: the topic, whether it plainly is that, the sentence as it was written, and the words in it
    that say so, as they were read.
    """

    topic: Topic
    certain: bool
    sentence: str
    words: str


def read_text(text: str) -> tuple[Finding, ...]:
    """What `text` has that a policy may speak of, the surest finding of each topic in each sentence, in order."""
    found: dict[tuple[str, Topic], Finding] = {}
    before = ""
    for sentence in _sentences(text):
        for finding in _read_sentence(sentence, before):
            key = (sentence, finding.topic)
            if key not in found or (finding.certain and not found[key].certain):
                found[key] = finding
        before = sentence
    return tuple(found.values())


def _sentences(text: str) -> Iterator[str]:
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        for start in range(0, max(len(sentence), 1), _LONGEST - 200):
            piece = sentence[start : start + _LONGEST]
            if piece:
                yield piece


def _read_sentence(sentence: str, before: str) -> Iterable[Finding]:
    """Findings in one sentence; the one `before` it may say what it is about."""
    plain = fold(sentence)
    bare = unmask(plain)
    about = _about_harm(plain) or _asks_about_harm(fold(before))
    for rule in _RULES:
        match = rule.pattern.search(plain)
        masked = match is None and bare != plain
        if masked:
            match = rule.pattern.search(bare)
        if match is None:
            continue
        if rule.excused and (about or _NEGATED.search((bare if masked else plain)[: match.start()])):
            continue
        # Whoever hides a word knows that it should not be there.
        yield Finding(rule.topic, rule.certain or masked, sentence, match.group().strip())


def _about_harm(folded: str) -> bool:
    return _about().search(folded) is not None


def _asks_about_harm(folded: str) -> bool:
    """Whether a sentence introduces what comes after it as something that is not to be done or believed."""
    return re.search(
        r"(?:never|do not|don't|avoid|example of|such as|myths?|false claims?|phrases?|scams? (?:look|say|read))"
        r"[^.!?]*:?$",
        folded.rstrip(".!? "),
    ) is not None and folded.rstrip().endswith(":")


@cache
def _about() -> re.Pattern[str]:
    return re.compile(ABOUT_HARM)

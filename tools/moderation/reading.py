"""Reading a text for what a policy may forbid: findings by sentence, each with its topic, how sure, and the words.

Rules find what is put in ways that are known; the vote on its words and its meaning hears the rest. Where both find
harm it is certain; where only one does, a person should look, unless the vote is all but sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tools.moderation import body_frames, campaign_frames, deceit_frames, harm_frames, people_frames
from tools.moderation.ballots import Limits, ballots, limits
from tools.moderation.claim_rules import MISINFORMATION, POLITICAL, REGULATED
from tools.moderation.folding import fold, unmask
from tools.moderation.harm_rules import FRAUD, SELF_HARM, VIOLENCE
from tools.moderation.policy import TOPICS, Topic
from tools.moderation.rules import HARASSMENT, HATE, MINORS, SEXUAL, Rule
from tools.moderation.vocabulary import ABOUT_HARM, NEGATED
from tools.moderation.vote import Ballot
from tools.moderation.vote_features import stem

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
_SENTENCE = re.compile(r"(?:[^.!?\n]|(?<![.!?])[.!?]++(?=[^\s.!?]))+[.!?\n]*")
"""A sign that has no space after it ends no sentence: `k.i.l.l`, `shop.example`, `3.5`."""
_NEGATED = re.compile(NEGATED)
_LONGEST = 1200
"""Characters of a sentence that are looked at at once; longer ones are read in pieces that overlap."""
_TOLD_WORDS = 6
_TELLING = 4
"""Letters of a word that is worth telling; shorter ones are mostly grammar."""


@dataclass(frozen=True)
class Finding:
    """What was found where: the topic, whether it plainly is that, the sentence as it was written, and the words in it
    that say so, as they were read.
    """

    topic: Topic
    certain: bool
    sentence: str
    words: str


def prepare(texts: Iterable[str]) -> None:
    """Vote on the sentences of all `texts` at once, which takes less than one text after the other."""
    ballots(pair for text in texts for before, sentence in _sentences(text) for pair in _pairs(before, sentence))


def read_text(text: str) -> tuple[Finding, ...]:
    """What `text` has that a policy may speak of, the surest finding of each topic in each sentence, in order."""
    found: dict[tuple[str, Topic], Finding] = {}
    prepare([text])
    told = limits()
    for before, sentence in _sentences(text):
        for finding in _read_sentence(sentence, before, told):
            key = (sentence, finding.topic)
            if key not in found or (finding.certain and not found[key].certain):
                found[key] = finding
    return tuple(found.values())


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of a text, each after the one before it (empty for the first)."""
    before = ""
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        for start in range(0, max(len(sentence), 1), _LONGEST - 200):
            piece = sentence[start : start + _LONGEST]
            if piece:
                yield before, piece
                before = piece


def _pairs(before: str, sentence: str) -> list[tuple[str, str]]:
    """What is voted on: a sentence alone, and after the one before it."""
    return [("", sentence), (before, sentence)]


def _read_sentence(sentence: str, before: str, told: Limits) -> Iterable[Finding]:
    """Findings in one sentence; the one `before` it may say what it is about."""
    alone, joined = ballots(_pairs(before, sentence))
    harm = max(alone.harm, joined.harm)
    ruled: set[Topic] = set()
    for rule, words, masked in _ruled(sentence, before):
        # Whoever hides a word knows that it should not be there.
        if masked or not rule.excused or harm >= told.agreed:
            ruled.add(rule.topic)
            both = alone.topic == rule.topic and alone.harm >= told.both
            yield Finding(rule.topic, rule.certain or masked or both, sentence, words)
        elif rule.certain or harm >= told.heard:
            ruled.add(rule.topic)
            yield Finding(rule.topic, False, sentence, words)
    for ballot, least, sure in ((alone, told.doubt, told.sure), (joined, told.doubt_joined, told.sure_joined)):
        topic = next(each for each in TOPICS if each == ballot.topic)
        if ballot.harm >= least and topic not in ruled:
            yield Finding(topic, ballot.harm >= sure, sentence, _words(sentence, ballot))
            return


def _words(sentence: str, ballot: Ballot) -> str:
    """The words of a sentence that spoke most for what it was taken for, in its order."""
    heard = set(ballot.told[:_TOLD_WORDS])
    words = [word for word in re.findall(r"[^\W_]+(?:['’][a-z]+)?", sentence) if stem(fold(word)) in heard]
    telling = [word for word in words if len(word) >= _TELLING] or words
    return " … ".join(dict.fromkeys(telling)) or sentence[:60]


def _ruled(sentence: str, before: str) -> Iterable[tuple[Rule, str, bool]]:
    """The rules that a sentence meets, with the words, and whether these were masked."""
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
        yield rule, match.group().strip(), masked


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

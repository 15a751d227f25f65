"""Wording: how a brand speaks, so that copy is chosen to sound like it: its own sentences, its measure, its taboos."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tools.banned_words import find_banned

HEADING_WORDS = 7
_PERSONS = {
    "we": re.compile(r"\b(?:we|us|our|ours|we're|we've|we'll|we'd)\b", re.IGNORECASE),
    "you": re.compile(r"\b(?:you|your|yours|you're|you've|you'll|you'd)\b", re.IGNORECASE),
    "i": re.compile(r"\b(?:i|me|my|mine|i'm|i've)\b", re.IGNORECASE),
}
_CUT = frozenset("at by for from in into on over since through to under until when where while with within without "
                 "because and but so that which who".split())
_WEAK = frozenset("a an the our your their its of and or to is are was be we you i it they not no very as my this "
                  "that these those".split())
_LEADS = frozenset("in on at by for from with since until after before during when while if as once".split())


@dataclass(frozen=True)
class Wording:
    """How a brand speaks. `statements` are its own visible sentences, the fittest for the request first.

    `never` are words it does not use. `sentence_words` is the mean length of its sentences (0: not known), `person` the
    pronouns that prevail; `exclamations` and `questions` say whether it uses such sentences at all.
    """

    statements: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    sentence_words: float = 0.0
    person: str = ""
    exclamations: bool = True
    questions: bool = True

    def forbids(self, text: str) -> bool:
        """Whether `text` has a word that the brand never uses."""
        return bool(find_banned(self.never, text))

    def distance(self, text: str) -> float:
        """How unlike the brand `text` sounds, 0 (alike) up: length of sentences, person, kinds of sentences."""
        sentences = [part for part in re.split(r"(?<=[.!?…])\s+", text.strip()) if part]
        if not sentences:
            return 0.0
        far = 0.0
        if self.sentence_words:
            mean = sum(len(part.split()) for part in sentences) / len(sentences)
            far += abs(mean - self.sentence_words) / max(mean, self.sentence_words)
        if self.person in _PERSONS and not _PERSONS[self.person].search(text):
            far += 0.15
        if self.person in ("none", "they") and any(pattern.search(text) for pattern in _PERSONS.values()):
            far += 0.15
        far += 0.5 * (not self.questions and "?" in text) + 0.5 * (not self.exclamations and "!" in text)
        return far

    def nearest(self, variants: Sequence[str]) -> list[str]:
        """Those of `variants` that are the most like the brand; what it would never say only where nothing else is."""
        allowed = [text for text in variants if not self.forbids(text)] or list(variants)
        least = min((self.distance(text) for text in allowed), default=0.0)
        return [text for text in allowed if self.distance(text) <= least + 0.1]

    def toned(self, text: str) -> str:
        """`text` without exclamation marks where the brand has none."""
        return text if self.exclamations else re.sub(r"!+(?=\W*(?:\s|$))", ".", text)


def phrase_of(statement: str) -> str:
    """The first words of `statement` that stand as a heading by themselves; empty where none do."""
    plain = statement.strip(" .!?…\"“”")
    parts = re.split(r"[,;:–—]\s*|\s-\s", plain)
    while len(parts) > 1 and parts[0].split() and parts[0].split()[0].lower() in _LEADS:
        parts = parts[1:]
    words = parts[0].split()
    if words and words[0].lower() in _LEADS:
        words = words[next((at for at, word in enumerate(words) if word.lower() in ("we", "you")), len(words)):]
    if not words:
        return ""
    cut = len(words)
    if cut > HEADING_WORDS:
        cut = next((n for n in range(HEADING_WORDS, 2, -1) if words[n].lower() in _CUT), 0)
        while cut and words[cut - 1].lower().strip(".,") in _WEAK | _CUT:
            cut -= 1
    phrase = " ".join(words[:cut]) if cut >= 2 else ""
    return phrase[:1].upper() + phrase[1:]

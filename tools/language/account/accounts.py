"""Accounts: what a message has told so far, while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tools.language.account.calls import Call
from tools.language.grammar import capital, sentence


@dataclass
class Account:
    """What a message tells: `lines` are sentences fit to be said, in its order; the rest as a brief has it."""

    name: str = ""
    what: str = ""
    topic: str = ""
    audience: str = ""
    opening: str = ""
    lines: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    topic_at: int = 0
    """How many lines were told before the topic was."""
    title: str = ""
    owner: str = ""
    """Whose people the audience are: `Taskpine` of `existing users of Taskpine`."""
    seconds: float = 0.0
    firm: bool = True
    personal: bool = False
    """Whether one person speaks of what is theirs alone, who says `I`."""

    def add(self, line: str) -> None:
        """Say `line` once, unless it says nothing."""
        bare = capital(re.sub(r"^(?:and|so|plus)\s+(?!on\b)", "", line.strip(" ,;:"), flags=re.I))
        placed = re.fullmatch(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?", bare)
        if placed and self.lines and re.match(r"It's on .*\d[^,]*\.$|It's on [A-Z][^,]*\.$", self.lines[-1]):
            self.lines[-1] = f"{self.lines[-1][:-1]}, in {bare}."
            return
        text = "" if not re.search(r"\w", line) else bare if re.search(r'[.!?]"$', bare) else sentence(bare)
        if text and text.lower() not in (other.lower() for other in self.lines):
            self.lines.append(text)

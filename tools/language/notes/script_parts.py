"""Parts of a clause about scenes and words: the things named in it, and the words that are left."""

from __future__ import annotations

from collections.abc import Sequence

from tools.language.notes.clause_parts import LIGHT
from tools.language.notes.context import Context, Lines, Reading, Scenes, ask
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Token

WEIGHTLESS = (
    LIGHT
    | FILLERS
    | frozenset(
        """, : . and also only whole complete part scene line words page screen section  any much more
        most anymore make
        put set use want need needs must has would should be say read it that this them there in on to too very no-one
        please than either both altogether completely entirely directly straight right last-minute""".split()
    )
)
"""Words that ask for nothing beside a scene, a line or a quote."""


class Parts:
    """A clause taken apart: the things in it, and the words that are left."""

    def __init__(self, context: Context, tokens: Sequence[Token]) -> None:
        self.context, self.tokens = context, tokens
        self.scenes: list[Scenes] = [t.value for t in tokens if t.norm == "@scene" and isinstance(t.value, Scenes)]
        self.lines: list[Lines] = [t.value for t in tokens if t.norm == "@line" and isinstance(t.value, Lines)]
        self.quotes = [t for t in tokens if t.norm == "@quote"]
        self.urls = [t for t in tokens if t.norm == "@url"]
        self.lengths = [t for t in tokens if t.norm == "@dur"]
        self.kinds = {t.norm for t in tokens if t.norm.startswith("@")}
        self.words = {t.norm for t in tokens if not t.norm.startswith("@")}

    def only(self, kinds: str, own: frozenset[str] | set[str] = frozenset()) -> bool:
        """Whether there is nothing but things of these kinds, words of the frame and words without weight."""
        return self.kinds <= set(kinds.split()) and self.words <= WEIGHTLESS | own

    def problem(self) -> Reading | None:
        """The question about a scene or line that could not be found."""
        named: list[Scenes | Lines] = [*self.scenes, *self.lines]
        wrong = next((one for one in named if one.problem), None)
        return ask(wrong.problem, *wrong.options) if wrong else None

    def ids(self) -> tuple[str, ...]:
        """The scenes that are named, in order."""
        return tuple(dict.fromkeys(id_ for one in self.scenes for id_ in one.ids))

    def text(self, token: Token) -> str:
        """The words of a quote."""
        return str(token.value)

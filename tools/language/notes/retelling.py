"""Retelling: a message that is not understood as it stands, in plainer words, as a whole by its kind, or in parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tools.language.notes.composing import MOST_COMPOSED, composed
from tools.language.notes.context import Context, Reading
from tools.language.notes.frame_words import Request
from tools.language.notes.gathering import gathered
from tools.language.notes.plainer import plainer
from tools.language.notes.second_reading import second_reading
from tools.language.notes.splitting import Clause
from tools.language.notes.undone import undone
from tools.notes import NoteRequest, Situation, Understanding

Heard = tuple[Context, list[Clause], Understanding]
_VAGUE = (
    "What should", "That presenter is already", "What would you", "There is no presenter like", "No scene is about",
    "Which two scenes", "There is no typeface", "There is no background", "In which scene should", "With which scene",
    "Should it say", "Which scene", "Those two", "The music is already", "What is the", "Of which", "Gestures",
)  # fmt: skip
"""How questions begin that come of a message that was not understood, rather than of one that leaves something open."""
_UNDECIDED = re.compile(
    r"\b(?:or|either|whether|wouldn't|would not|should (?:it|we|i)|shall (?:it|we|i)|if|not so|no need|not too)\b"
)
"""Words by which a message leaves open what is wanted."""
_ASKING = re.compile(r"\b(?:or|should it|shall)\b")
MOST_CLAUSES = 3
"""Of so many clauses at most a message may be one request, said in several breaths."""


@dataclass(frozen=True)
class Hearing:
    """How a text is read as it stands (`hear`), cut into clauses (`prepare`), and requests in the plainest words."""

    hear: Callable[[NoteRequest, str], Heard]
    prepare: Callable[[NoteRequest, str], tuple[Context, list[Clause]]]
    plain: Callable[[Context], Callable[[Request], Reading | None]]

    def wholly(self, request: NoteRequest, text: str) -> Understanding | None:
        """What a text means where all of it is understood; None where something is left over."""
        context, clauses, found = self.hear(request, text)
        return found if is_clear(found) and not undone(context, clauses, found) else None

    def plainly(self, request: NoteRequest, text: str, situation: Situation) -> Understanding | None:
        """What a text means that is said again in plainer words."""
        own = replace(request, text=text, situation=situation)
        tellings = plainer(Context(situation, text), text)
        return next((one for again in tellings if (one := self.wholly(own, again)) is not None), None)


def is_clear(found: Understanding) -> bool:
    """Whether something was understood and nothing is left open."""
    return bool(found.patches or found.commands or found.enquiries) and not found.question and not found.unknown


def retold(hearing: Hearing, request: NoteRequest, text: str, before: Understanding) -> Understanding | None:
    """What a message means in other words or part by part; None where some of it is still not understood.

    `before` is what was made of it as it stands; what it leaves undecided on purpose is left so.
    """
    decided = before.question and not before.patches and not before.question.startswith(_VAGUE)
    asks = before.question and "?" in text and _ASKING.search(text.lower())
    if len(text) > MOST_COMPOSED or decided or asks:
        return None
    again = hearing.plainly(request, text, request.situation)
    if again is not None and not _loses(before, again):
        return again
    if (meant := _as_one(hearing, request, text, before)) is not None:
        return meant
    context, clauses = hearing.prepare(request, text)

    def read(part: str, focus: tuple[str, ...]) -> Understanding:
        situation = replace(request.situation, focus=focus)
        heard = hearing.hear(replace(request, text=part, situation=situation), part)
        found = heard[2]
        if is_clear(found) and not undone(*heard):
            return found
        return hearing.plainly(request, part, situation) or (found if not is_clear(found) else Understanding())

    found = composed(context, [token for clause in clauses for token in clause.raw], read)
    return gathered(context, *found) if found is not None else None


def _loses(before: Understanding, again: Understanding) -> bool:
    """Whether a message said again in plainer words has fewer requests than were found in it as it stood."""
    ops = {patch.op for patch in again.patches}
    return (len(before.patches) > 1 or bool(before.unknown)) and any(patch.op not in ops for patch in before.patches)


def _as_one(hearing: Hearing, request: NoteRequest, text: str, before: Understanding) -> Understanding | None:
    """What the message means as one request, where the second opinion is firm and nothing understood before is lost."""
    context, clauses = hearing.prepare(request, text)
    tokens = tuple(token for clause in clauses for token in clause.raw)
    partly = before.patches and (before.unknown or before.question.startswith("What should"))
    if not 1 <= len(clauses) <= MOST_CLAUSES or clauses[-1].question or partly or _UNDECIDED.search(text.lower()):
        return None
    meant = second_reading(context, tokens, hearing.plain(context), firm=True)
    if meant is None or not (meant.patches or meant.commands):
        return None
    if any(patch not in meant.patches for patch in before.patches):
        return None
    found = gathered(context, [Clause(tokens, tokens)], [meant])
    return found if is_clear(found) and not undone(context, clauses, found) else None

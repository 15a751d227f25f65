"""Remedies: a complaint with its own remedy beside it asks for the remedy alone; so does a request with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from tools.language.notes.context import Context, Reading
from tools.language.notes.patterns import find
from tools.language.notes.splitting import Clause, undetermined

_COMPLAINT = "( is/are/feel/sound/look/drag/hate/lasts/takes | dont want/like/love/need )"
_REASON = (
    "( it/that/this/they/she/he/@scene/@line )? ( is/are/was/feel/sound/look/drag/lasts/takes/works/reads ) ...? "
    "| ( it/that/this/they ) ( just )? ( feel/sound/look/is/drag/make/does/dont/will/would/has/was ) ...?"
)
_ANSWERS = {
    "Which colour would you like": "set_colour",
    "Which background would you like": "set_background",
    "Who should present": "set_avatar",
    "How many seconds should": "set_hold",
}
"""What is asked where something is only disliked, and the change that answers it beforehand."""
_THERE = frozenset("it that this them there @scene @line @quote".split())


def settle_remedies(
    context: Context, clauses: Sequence[Clause], readings: Sequence[Reading | None]
) -> list[Reading | None]:
    """The readings without complaints and reasons about scenes and lines beside which a clear request stands."""
    settled = list(readings)
    for at, (clause, following) in enumerate(zip(clauses, clauses[1:], strict=False)):
        first, second = settled[at], settled[at + 1]
        words = {token.norm for token in clause.tokens}
        own = {token.norm for token in following.tokens}
        if (
            first is not None
            and first.question
            and not first.patches
            and second is not None
            and second.patches
            and not second.question
            and any(first.question.startswith(asked) and _operations(second) == {op} for asked, op in _ANSWERS.items())
        ) or (
            first is not None
            and first.question
            and not first.patches
            and second is not None
            and second.patches
            and not second.question
            and own & _THERE
            and words & (_THERE | {"endcard", "heading", "title"})
            and find(_COMPLAINT, clause.tokens) is not None
        ):
            settled[at] = Reading(kept=True, focus=first.focus)
        elif (
            first is not None
            and first.patches
            and not first.question
            and words & {"@scene", "@line", "@quote"}
            and (second is None or second.question or _operations(second) != _operations(first))
            and not own & {"@quote", "@dur", "@num", "@colour", ":"}
            and find(_REASON, undetermined(following.tokens), whole=True) is not None
            and context.text[clause.end : following.start].strip() in (",", "-", "–", "—", "(", ", as", "")
        ):
            settled[at + 1] = Reading(kept=True)
    return settled


def _operations(reading: Reading) -> set[str]:
    return {patch.op for patch in reading.patches} | {command.name for command in reading.commands}

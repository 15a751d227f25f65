"""Filling: a clause whose kind the second opinion knows becomes a reading, where all that the kind needs stands in it.

Nothing is made of a clause in which a value, another thing of the programme, or a negation would be left over.
"""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from tools.language.notes import filling_plain, filling_programme, filling_scenes, filling_sound, filling_texts
from tools.language.notes.context import Reading
from tools.language.notes.filling_slots import Slots
from tools.language.notes.frame_words import Words, first_names
from tools.language.notes.restating import numbered
from tools.language.notes.restating_words import HEAVY, NEGATIONS

Filler = Callable[[Slots], Reading | None]

_FILLERS: dict[str, Filler] = {
    **filling_scenes.FILLERS,
    **filling_programme.FILLERS,
    **filling_sound.FILLERS,
    **filling_texts.FILLERS,
}
"""By kind, what reads its values. It takes what it knows from the slots; None where something is missing."""
VALUED = frozenset(_FILLERS) | frozenset(filling_plain.FILLERS)
"""The kinds whose values are read."""


def filled(words: Words, kind: str) -> Reading | None:
    """The reading of a clause of this kind; None where it lacks a value or says more than that."""
    if words.context.board is None:
        return None
    rules = (rule for rule in (_FILLERS.get(kind), filling_plain.FILLERS.get(kind)) if rule is not None)
    return next((one for rule in rules if (one := _filled(Words(words.context, words.tokens), rule)) is not None), None)


def _filled(words: Words, rule: Filler) -> Reading | None:
    slots = Slots(words)
    try:
        reading = rule(slots)
    except ValidationError:  # a value that no patch takes: too long, too much
        return None
    if reading is None:
        return None
    heavy = HEAVY | NEGATIONS | first_names(words.context)
    left = [token for n, token in enumerate(words.tokens) if n not in words.used]
    over = any(token.norm.startswith("@") or token.norm in heavy for token in left)
    return None if over or numbered(words) else reading

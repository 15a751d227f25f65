"""Choices: the option that a short answer names by its scene."""

from __future__ import annotations

import re

from tools.language.notes.context import Context
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.references import tag_references
from tools.language.notes.tokens import tokens_of
from tools.notes import Situation


def chosen_scene(situation: Situation, text: str) -> str | None:
    """The option that speaks of the one scene that a short answer names: `the price one`."""
    context = Context(situation, text)
    tokens = tag_references(context, tokens_of(text, context.vocabulary))
    named = [token for token in tokens if token.norm == "@scene" and len(token.value.ids) == 1]
    rest = [
        token.norm
        for token in tokens
        if token.norm not in FILLERS | {"@scene", "the", "one", "i", "mean", "meant", "take", "it", "is", "of"}
    ]
    if not situation.pending_options or len(named) > 1 or (named and rest):
        return None
    ids = named[0].value.ids if named else context.scene_about(rest) if 1 <= len(rest) <= 2 else ()
    if len(ids) != 1:
        return None
    number = str(context.number(ids[0]))
    fitting = [option for option in situation.pending_options if number in re.findall(r"\d+", option)]
    return fitting[0] if len(fitting) == 1 else None

"""Announcing: what one clause of a message leaves for those behind it, and what a correction takes back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.language.notes.context import Context, Reading, Scenes
from tools.language.notes.splitting import Clause

DEMANDS = re.compile(
    r"\b(?:should (?:be|read|say|come|go)|must (?:be|read|say)|needs to (?:be|read|say)|has to "
    r"(?:be|read|say))\b"
)
"""Words by which what begins like a question asks for a change."""


def announced(clause: Clause, following: Sequence[Clause]) -> Reading | None:
    """`where he explains soap, …`: a scene alone is only what the next request is about."""
    small = ("in", "at", "for", "on", ":", "and", "the", "then", "also", "please", "ok", "okay", "so", "now")
    named = [token for token in clause.raw if token.norm not in small]
    if len(named) != 1 or named[0].norm != "@scene" or clause.question or clause.correction or not following:
        return None
    scenes = named[0].value
    if not isinstance(scenes, Scenes) or scenes.problem or len(scenes.ids) != 1:
        return None
    return Reading(kept=True, focus=scenes.ids)


def expect_music(context: Context, readings: Sequence[Reading | None]) -> None:
    """Music that this message brings is there for what follows: `playful music, but very quiet`."""
    moods = [getattr(patch, "mood", None) for one in readings if one is not None for patch in one.patches]
    mood = next((mood for mood in reversed(moods) if mood), None)
    if mood and mood != "none" and context.board is not None and context.board.music == "none":
        board = context.board.model_copy(update={"music": mood})
        context.situation = replace(context.situation, storyboard=board)


def leaves(reading: Reading, clause: Clause) -> bool:
    """Whether a correction only says to leave as it is what was asked for right before."""
    quiet = reading.kept and not (reading.patches or reading.commands or reading.question)
    return quiet and bool(clause.tokens) and clause.tokens[0].norm in ("leave", "dont", "no", "forget", "keep")

"""Part scopes: the scene under which a part of a message stands, where it names none itself.

`scene 3: heading …, paper background, hold it …`: all of the sentence is about scene 3. `in scene 2 put her left, and
there also …`: the place is said again by `there`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.language.notes.context import Context, Reading, Scenes
from tools.language.notes.patterns import Token, find
from tools.language.notes.scopes import IN_SCENES
from tools.language.notes.splitting import Clause
from tools.patches import DuplicateScene, InsertScene

_HEADED = "( and/but/then/please/also/now/ok/so )* ( in/for/on/at/with )? s=@scene ( : | , )"
_OPENED = "( and/but/then/please/also/now/ok/so )* ( in/for/on/at ) s=@scene"
_ORDERS = frozenset("move swap merge duplicate split before after behind between".split())
_OTHER = frozenset(
    "@scene endcard all every everywhere whole overall video throughout rest others other elsewhere title".split()
)
_THERE = frozenset("is are isnt should must need was were".split())


def scope_of(context: Context, clauses: Sequence[Clause], at: int) -> tuple[Token, bool] | None:
    """The scene under which a clause stands by what opened its sentence, and whether that headed it (`scene 3: …`)."""
    if _OTHER & {token.norm for token in clauses[at].raw}:
        return None
    for before in range(at - 1, -1, -1):
        clause = clauses[before]
        if re.search(r"[.!?\n]", context.text[clause.end : clauses[before + 1].start]):
            return None
        named = [token for token in clause.raw if token.norm == "@scene"]
        if not named:
            if _OTHER & {token.norm for token in clause.raw}:
                return None
            continue
        opened = find(_HEADED, clause.raw, at=0)
        headed = opened is not None or (len(named) == len(clause.raw))
        opened = opened or find(_OPENED, clause.raw, at=0)
        place = named[0].value
        single = len(named) == 1 and isinstance(place, Scenes) and len(place.ids) == 1 and not place.problem
        if not single or (opened is None and not headed) or _ORDERS & {token.norm for token in clause.raw}:
            return None
        return named[0], headed
    return None


def within_scope(
    context: Context, clauses: Sequence[Clause], at: int, reading: Reading | None
) -> tuple[Token, ...]:
    """The tokens of a clause behind the scene that it stands under."""
    clause = clauses[at]
    scope = scope_of(context, clauses, at) if at and reading is not None and reading.patches else None
    if scope is None or reading is None:
        return clause.raw
    scene, headed = scope
    if not headed and not all(isinstance(patch, IN_SCENES) for patch in reading.patches):
        return clause.raw
    return (scene, Token(":", clause.start, clause.start), *clause.raw)


def placed_there(context: Context, clause: Clause) -> Clause:
    """The clause with `there` as the scene that was spoken of last: `and there also add a whoosh`."""
    if not context.focus or {"@scene", "endcard", "logo", "captions"} & {token.norm for token in clause.raw}:
        return clause
    raw = _named(clause.raw, context.focus[0])
    return replace(clause, raw=raw, tokens=_named(clause.tokens, context.focus[0])) if raw is not clause.raw else clause


def _named(tokens: tuple[Token, ...], scene: str) -> tuple[Token, ...]:
    for at, token in enumerate(tokens):
        if token.norm != "there":
            continue
        behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        before = tokens[at - 1].norm if at else ""
        if behind in _THERE or before in ("is", "are", "be", "was", "hi", "hello", "hey", "over", "from", "out"):
            continue
        if at and behind not in ("", ",", "please", "too", "as", "also", "instead", "."):
            continue
        place = Token("@scene", token.start, token.end, Scenes((scene,)))
        return (*tokens[:at], Token("in", token.start, token.start), place, *tokens[at + 1 :])
    return tokens


_NEW = frozenset("it there new copy".split())


def in_new_scene(clause: Clause, reading: Reading, before: Reading | None) -> Reading:
    """The reading, with what is said of `it` right behind a new scene done in that scene."""
    made = [patch for patch in before.patches if isinstance(patch, InsertScene | DuplicateScene)] if before else []
    norms = {token.norm for token in clause.raw}
    if len(made) != 1 or not norms & _NEW or norms & _OTHER:
        return reading
    new = made[0].scene.id if isinstance(made[0], InsertScene) else made[0].new_id
    patches = tuple(
        patch.model_copy(update={"scene": new}) if isinstance(patch, IN_SCENES) and not patch.scene else patch
        for patch in reading.patches
    )
    return replace(reading, patches=patches)

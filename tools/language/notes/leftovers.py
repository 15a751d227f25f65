"""Leftovers: what a clause asked for and its reading does not do, so that it is quoted rather than lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.language.notes.context import Context, Reading
from tools.language.notes.frame_words import GENDERS, Words, families, first_names
from tools.language.notes.patterns import Token
from tools.language.notes.splitting import Clause

_PLAIN = frozenset(
    """set_music set_captions set_logo set_voice set_avatar set_speed set_typeface set_colour set_dark set_format
    set_background set_transition set_duration""".split()
)
"""Operations without words of a script, in whose clauses every value stands for itself."""
_VALUES = {
    "set_format": frozenset("vertical square landscape fourfive @ratio @res @fps".split()),
    "set_colour": frozenset(("@colour",)),
    "set_music": frozenset(("@db",)),
}
_BEHIND = {"set_colour": frozenset(("set_dark", "set_background", "set_captions"))}
"""Operations that a value may stand for as well."""
_ACTS = {
    "lock": "lock_scene",
    "unlock": "lock_scene",
    "merge": "merge_scenes",
    "duplicate": "duplicate_scene",
    "split": "split_scene",
}
_UNWANTED = frozenset(
    "not no dont never than of from over without instead isnt off current existing like as for replace".split()
)
"""Words before a value by which it is not what is wanted, or only a likeness or a purpose."""
_JOINTS = frozenset(", and then plus also but with ; :".split())
_DOES = frozenset("do does present presents host hosts".split())


def with_leftovers(context: Context, clause: Clause, reading: Reading) -> Reading:
    """The reading, with the part of the clause quoted in `unknown` that holds a value which nothing was made of."""
    ops: set[str] = {patch.op for patch in reading.patches}
    if not ops or reading.question or reading.unknown or clause.question or context.board is None:
        return reading
    tokens = clause.raw
    lost = _acts(tokens, ops)
    if lost is None and ops <= _PLAIN:
        lost = _value(tokens, ops)
        lost = _family(context, tokens) if lost is None and "set_typeface" not in ops else lost
        lost = _person(context, tokens, ops) if lost is None else lost
    return replace(reading, unknown=(_part(context, tokens, lost),)) if lost is not None else reading


def _acts(tokens: Sequence[Token], ops: set[str]) -> int | None:
    return next(
        (
            at
            for at, token in enumerate(tokens)
            if at and _ACTS.get(token.norm, "") not in (ops | {""}) and tokens[at - 1].norm in _JOINTS | {"that"}
        ),
        None,
    )


def _value(tokens: Sequence[Token], ops: set[str]) -> int | None:
    for op, norms in _VALUES.items():
        if op in ops or ops & _BEHIND.get(op, frozenset()):
            continue
        for at, token in enumerate(tokens):
            if token.norm in norms and not _unwanted(tokens, at):
                return at
    return None


def _family(context: Context, tokens: Sequence[Token]) -> int | None:
    places = families(Words(context, tokens))
    return next((first for first, _ in places if not _unwanted(tokens, first)), None)


def _person(context: Context, tokens: Sequence[Token], ops: set[str]) -> int | None:
    """Somebody else who is to be seen or heard, where one of both was chosen."""
    if len(ops & {"set_voice", "set_avatar"}) != 1:
        return None
    names = first_names(context)
    named = [at for at, token in enumerate(tokens) if token.norm in names and not _unwanted(tokens, at)]
    apart = len({tokens[at].norm for at in named}) > 1
    if apart and any(token.norm in _JOINTS for token in tokens[named[0] : named[-1]]):
        return named[0] if "set_voice" in ops else named[-1]
    if "set_voice" in ops:
        doing = [at for at, t in enumerate(tokens[:-1]) if t.norm in GENDERS and tokens[at + 1].norm in _DOES]
        return doing[0] if doing else None
    return None


def _unwanted(tokens: Sequence[Token], at: int) -> bool:
    return any(token.norm in _UNWANTED for token in tokens[max(0, at - 2) : at])


def _part(context: Context, tokens: Sequence[Token], at: int) -> str:
    """The words between the joints around a token."""
    first = max((n + 1 for n in range(at) if tokens[n].norm in _JOINTS), default=0)
    last = min((n for n in range(at + 1, len(tokens)) if tokens[n].norm in _JOINTS), default=len(tokens))
    return context.text[tokens[first].start : tokens[last - 1].end]

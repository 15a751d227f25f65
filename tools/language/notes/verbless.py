"""Verbless requests in a row, each with its place: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from tools.language.notes.patterns import Token

_JOINTS = frozenset(", and then also plus but ; or".split())
_BOUND = frozenset(
    """before after behind like as with to from than in on at of for and or between until through into over above below
    under same instead the swap merge replace but not is are be should can , : move ahead into by also too @num a an
    duplicate delete remove lock unlock split @scene""".split()
)
"""Words that go on with the scene that follows them."""


def next_place(rest: Sequence[Token], current: Sequence[Token]) -> bool:
    """`half body in scene 2 | close up in scene 3`, `scene 2 friendly | scene 3 serious`: a request without a verb."""
    if len(current) < 2 or "@quote" in {token.norm for token in current}:
        return False
    if rest[0].norm == "@scene" and current[0].norm == "@scene":
        return current[-1].norm not in _BOUND and len(rest) > 1 and rest[1].norm not in _BOUND - {"should", "is", ":"}
    if len(current) < 3 or current[-1].norm != "@scene" or current[-2].norm not in ("in", "on", "for"):
        return False
    following = [token.norm for token in rest[:6]]
    if following[0] in _BOUND | _JOINTS or "@scene" not in following[2:]:
        return False
    place = following.index("@scene", 2)
    return following[place - 1] in ("in", "on", "for") and not _JOINTS & set(following[:place])

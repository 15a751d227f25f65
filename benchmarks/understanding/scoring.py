"""Scoring: whether what was understood is what was meant, exactly, asked back, or silently wrong.

A case is one JSON object a line: `id`, `situation` (a name in `situations`), `text`, `patches`, `commands`,
`enquiries` (topics), `ask` (whether a question has to come back), and now and then `pending` with `pending_options`,
`at` (seconds of the player), `focus` (ids), and `or`: further answers that are as good, each with the same five fields.

A patch is written as its document. Fields left out are at their default. A value may also be `"*"` (any value that is
not the default), `{"any": [...]}`, or `{"between": [low, high]}`. Two colours are the same when they lie within 0.12 in
OKLab; texts are the same apart from spaces, the first letter's case and the mark at the end. Ids that the engine makes
(`id`, `new_id`, `seed`) are not compared. Two patches that set different fields of one thing (the logo's corner, and
its size) are the same as one that sets both.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from renderers.colour import to_oklab
from tools.notes import Understanding

Outcome = Literal["exact", "asked", "partly", "wrong"]
"""`asked`: a question came back or the part was quoted as not understood, and nothing wrong was done; `partly`: what
was done is right but something else was said to be not understood; `wrong`: something not meant was done, or something
meant was left undone without a word."""

SAME_COLOUR = 0.12
_MADE = frozenset({"id", "new_id", "seed", "schema", "schema_", "words"})


@dataclass(frozen=True)
class Score:
    """How one case came out, and why it is not exact."""

    outcome: Outcome
    reason: str = ""


def score(case: Mapping[str, Any], answer: Understanding) -> Score:
    """The best score of `answer` against the case and its alternatives."""
    order: tuple[Outcome, ...] = ("exact", "asked", "partly", "wrong")
    wanted = [case, *case.get("or", ())]
    return min((_score(one, answer) for one in wanted), key=lambda found: order.index(found.outcome))


def _score(case: Mapping[str, Any], answer: Understanding) -> Score:
    patches = _combined([_plain(patch) for patch in answer.patches])
    wished = _combined(case.get("patches", ()))
    commands = [_plain(command) for command in answer.commands]
    asked = bool(answer.question)
    left = [f"+{one}" for one in _beyond(wished, patches)]
    left += [f"+{one}" for one in _beyond(case.get("commands", ()), commands)]
    missing = [f"-{one}" for one in _missing(wished, patches)]
    missing += [f"-{one}" for one in _missing(case.get("commands", ()), commands)]
    topics = sorted(enquiry.topic for enquiry in answer.enquiries)
    wanted = sorted(case.get("enquiries", ()))
    if topics != wanted:
        (missing if set(wanted) - set(topics) else left).append(f"enquiries {topics} for {wanted}")
    if left:
        return Score("wrong", "; ".join(left + missing))
    ask = bool(case.get("ask", False))
    if not missing and asked == ask:
        return Score("exact")
    if asked:
        return Score("asked", "; ".join([f"asked: {answer.question}", *missing]))
    if answer.unknown:
        return Score("asked" if not patches else "partly", "; ".join([f"unknown: {answer.unknown}", *missing]))
    if answer.chat in ("nonsense", "complaint") and not patches and not commands:
        return Score("asked", "; ".join([f"chat: {answer.chat}", *missing]))
    return Score("wrong", "; ".join(missing) or "did not ask")


_COMBINED = frozenset("set_music set_logo set_captions set_end_card set_presenter set_format set_heading".split())


def _combined(patches: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The patches with those that set different fields of one thing as one, whoever wrote them apart."""
    made: list[Mapping[str, Any]] = []
    for patch in patches:
        own = {key: value for key, value in patch.items() if value is not None and key not in ("op", "scene")}
        place = next(
            (
                n
                for n, other in enumerate(made)
                if patch.get("op") in _COMBINED
                and (other.get("op"), other.get("scene")) == (patch.get("op"), patch.get("scene"))
                and all(other.get(key) is None for key in own)
            ),
            None,
        )
        if place is None:
            made.append(patch)
        else:
            made[place] = {**made[place], **own}
    return made


def _plain(document: BaseModel) -> dict[str, Any]:
    return document.model_dump(mode="json", by_alias=True, exclude_defaults=True) | _named(document)


def _named(document: BaseModel) -> dict[str, Any]:
    fields = document.model_dump(mode="json")
    return {key: fields[key] for key in ("op", "name") if key in fields}


def _beyond(wanted: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    rest = list(wanted)
    beyond = []
    for one in found:
        match = next((other for other in rest if same(other, one)), None)
        if match is None:
            beyond.append(one)
        else:
            rest.remove(match)
    return beyond


def _missing(wanted: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    rest = list(found)
    missing = []
    for one in wanted:
        match = next((other for other in rest if same(one, other)), None)
        if match is None:
            missing.append(one)
        else:
            rest.remove(match)
    return missing


def same(wanted: Any, found: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Whether a value of an answer is the one wanted, as the rules of the module say."""
    if isinstance(wanted, Mapping) and "any" in wanted:
        return any(same(one, found) for one in wanted["any"])
    if isinstance(wanted, Mapping) and "between" in wanted:
        low, high = wanted["between"]
        return isinstance(found, int | float) and low - 1e-6 <= found <= high + 1e-6
    if wanted == "*":
        return found is not None
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        keys = (set(wanted) | set(found)) - _MADE
        return all(same(wanted.get(key), found.get(key)) for key in keys)
    if isinstance(wanted, list | tuple) and isinstance(found, list | tuple):
        return len(wanted) == len(found) and all(map(same, wanted, found))
    if isinstance(wanted, str) and isinstance(found, str):
        if re.fullmatch(r"#[0-9a-fA-F]{6}", wanted) and re.fullmatch(r"#[0-9a-fA-F]{6}", found):
            return math.dist(to_oklab(wanted), to_oklab(found)) <= SAME_COLOUR
        return _text(wanted) == _text(found)
    if isinstance(wanted, int | float) and isinstance(found, int | float) and not isinstance(wanted, bool):
        return math.isclose(wanted, found, abs_tol=0.011)
    return bool(wanted == found) or (wanted in (None, "", (), []) and found in (None, "", (), []))


def _text(text: str) -> str:
    flat = " ".join(text.split()).rstrip(".!")
    return flat[:1].lower() + flat[1:]

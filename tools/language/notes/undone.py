"""Undone: words of a message that ask for something of which nothing was made.

Each word that can hardly stand in a message without asking for something is held against what was understood: the
fields that are set, the texts that are written. What is left of it is asked about rather than lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tools.language.notes.asides import SUBJECTS
from tools.language.notes.context import Context, Reading
from tools.language.notes.music_traits import unheard
from tools.language.notes.patterns import Token, find
from tools.language.notes.splitting import Clause
from tools.language.notes.undone_words import PHRASES, PLACES, WORDS
from tools.language.notes.unmet import (
    PER_SCENE,
    TAKEN,
    approved,
    elsewhere,
    new_words,
    strings_of,
    unchosen,
    unsaid,
    unseen,
    unshown,
    untouched,
    unwanted,
)
from tools.notes import Understanding

_OPPOSITES = (
    ("bigger", "smaller"), ("louder", "quieter"), ("faster", "slower"), ("shorter", "longer"), ("top", "bottom"),
    ("dark", "light"), ("darker", "lighter"), ("vertical", "landscape"),
)  # fmt: skip
_BOTH = "( and/but/or/as/well/also/, )+ ( the/at/on/in/a/one/ones/it/too/also/make/them/then )*"


def without_opposites(context: Context, clauses: Sequence[Clause], found: Understanding) -> Understanding:
    """What was understood, with a question in its place where one thing is to be both: `bigger and smaller`."""
    if not found.patches or found.question or len(found.patches) > 2:
        return found
    for clause in clauses:
        norms = [token.norm for token in clause.raw]
        for one, other in _OPPOSITES:
            for first, second in ((one, other), (other, one)):
                both = find(f"{first} {_BOTH} ~? {second}", clause.raw) if {first, second} <= set(norms) else None
                if both is not None and not clause.correction and not unwanted(clause.raw, both.range(0)[0] + 2):
                    ops = {patch.op for patch in found.patches}
                    if len(ops) == 1:
                        return found.changed(
                            patches=(), said="", question="Those two contradict each other; which one?"
                        )
    return found


def asked_about(context: Context, clauses: Sequence[Clause], found: Understanding, lost: str) -> Understanding:
    """What was understood, with a question about the part of which nothing was made.

    What was made of just the thing that the lost words speak of waits for the answer.
    """
    ops: set[str] = set()
    for clause in clauses:
        token = first_undone(context, clause.raw, found)
        if token is not None and token.norm in ("there", "@scene"):
            ops |= PER_SCENE | {"set_background", "set_transition", "set_colour"}
        elif token is not None and token.norm in _NUMBERS and len(found.patches) == 1:
            ops |= {patch.op for patch in found.patches}
        elif token is not None:
            may = {one.partition(".")[0] for one in WORDS.get(token.norm) or PLACES.get(token.norm) or ()}
            norms = {one.norm for one in clause.raw}
            ops |= {op for op in may if norms.intersection(SUBJECTS.get(op, ()))} or may
        for words, wanted in PHRASES:
            if words.search(context.text[clause.start : clause.end]):
                ops |= {one.partition(".")[0] for one in wanted}
    # One request of which a word was lost is in doubt as a whole.
    if len(found.patches) == 1 and len(clauses) == 1:
        ops |= {patch.op for patch in found.patches}
    patches = tuple(patch for patch in found.patches if patch.op not in ops)
    waiting = len(found.patches) - len(patches) == 1 or len(patches) == len(found.patches)
    commands = (
        found.commands if patches else tuple(one for one in found.commands if one.name not in ("export", "produce"))
    )
    return found.changed(
        patches=patches if waiting else found.patches,
        commands=commands,
        said=found.said if waiting and len(patches) == len(found.patches) else "",
        question=f'What should change: "{lost[:80]}"?',
    )


def undone(context: Context, clauses: Sequence[Clause], found: Understanding) -> str:
    """The first part of a message that asks for something of which nothing was made; empty where there is none."""
    nothing = not (found.patches or found.commands or found.enquiries or found.question or found.unknown)
    for at, clause in enumerate(clauses):
        if nothing and context.board is not None and (clause.question or found.said) and _steps(clause.raw):
            return context.text[clause.start : clause.end].strip()
        taken_back = at + 1 < len(clauses) and clauses[at + 1].correction
        answered = clause.question and bool(found.enquiries)
        if taken_back or clause.correction or answered:
            continue
        said = context.text[clause.start : clause.end]
        if first_undone(context, clause.raw, found) is not None or _phrase_undone(context, clause, found):
            return said.strip()
        if unheard(context, said, found):
            return context.text[clause.start : clause.end].strip()
    return ""


def lacks(context: Context, clause: Clause, reading: Reading) -> bool:
    """Whether a clause asks for something of which its own reading makes nothing."""
    if not reading.patches or reading.question or reading.unknown or reading.enquiries or reading.commands:
        return False
    found = Understanding(patches=reading.patches)
    return first_undone(context, clause.raw, found) is not None or _phrase_undone(context, clause, found)


def first_undone(context: Context, tokens: Sequence[Token], found: Understanding) -> Token | None:
    """The first word that asks for something of which nothing was made; None where there is none.

    Nothing is missed in questions, in what was asked back, and where nothing was changed.
    """
    if context.board is None or found.question or not (found.patches or found.commands or found.enquiries):
        return None
    if not found.patches and not found.commands:
        shows = "show" in {token.norm for token in tokens[:3]}
        return next((t for t in tokens if new_words(context, t) or (shows and t.norm == "storyboard")), None)
    if any(command.name in _WHOLE for command in found.commands):
        return None
    done = _done(found)
    texts = _texts(found)
    numbers = _numbers(context, found)
    for at, token in enumerate(tokens):
        if token.norm in _NUMBERS and isinstance(token.value, float) and not unwanted(tokens, at) and found.patches:
            said = context.text[token.start : token.end].lower()
            small = token.norm == "@num" and (token.value < 5 or done & _COUNTED)
            timed = token.norm in ("@dur", "@pct") and done & _TIMED and not _paced(context, token, found)
            timed = timed and not (token.norm == "@dur" and _otherwise_long(context, token.value, found))
            if not (small or timed or _accounted(token.value, numbers) or any(said in text for text in texts)):
                return token
        if token.norm == "@order" and unshown(context, context.text[token.start : token.end], texts, numbers):
            return token
        if token.norm == "@order" and found.patches and unseen(context, context.text[token.start : token.end], found):
            return token
        if token.norm == "there" and at + 1 == len(tokens) and at > 1 and elsewhere(tokens[at - 1], found):
            return token
        typed = context.text[token.start : token.start + 1] in "\"'“‘«`" or "set_pronunciation" in done
        if token.norm == "@quote" and typed and unsaid(context, str(token.value), texts, done):
            return token
        if token.norm == "@scene" and untouched(context, tokens, at, found, done):
            return token
        if found.patches and unchosen(context, tokens, at, texts, done):
            return token
        wanted: Collection[str] = WORDS.get(token.norm) or PLACES.get(token.norm) or ()
        said = context.text[token.start : token.end].lower()
        if (
            token.norm != "bigger"
            and token.norm.isalpha()
            and said[:3] != token.norm[:3]
            and token.norm not in _OTHERWISE
        ):
            continue
        if token.norm == "bigger" and said not in ("large", "larger", "bigger", "huge"):
            continue
        if found.enquiries and token.norm in _ASKED_ABOUT:
            continue
        before = {one.norm for one in tokens[max(0, at - 3) : at]}
        if token.norm == "name" and {"under", "below", "beneath", "underneath"} & before:
            continue
        if not wanted or done & set(wanted) or unwanted(tokens, at):
            continue
        if token.norm not in PLACES and approved(tokens, at):
            continue
        if any(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text) for text in texts):
            continue
        return token
    return None


_OTHERWISE = frozenset("captions logo music voice background typeface cta strap".split())
"""Things that count however they are called; other words count as they stand."""
_ASKED_ABOUT = frozenset(
    "logo captions music background typeface export aspect resolution voice duration heading".split()
)
"""Things that a question may be about."""


def _phrase_undone(context: Context, clause: Clause, found: Understanding) -> bool:
    """Whether words in a row ask for something of which nothing was made."""
    if context.board is None or not found.patches or found.question or found.enquiries:
        return False
    text = context.text[clause.start : clause.end]
    told = [ops for words, ops in PHRASES if words.search(text)]
    if not told or {t.norm for t in clause.raw} & TAKEN or any(command.name in _WHOLE for command in found.commands):
        return False
    done, texts = _done(found), _texts(found)
    said = [words.search(text) for words, _ in PHRASES]
    inside = [match for match in said if match and any(match[0].lower() in one for one in texts)]
    return not inside and any(not done & ops for ops in told)


_WHOLE = frozenset("new_production learn_brand use_brand help".split())
"""Commands that take a whole message with them."""


def _paced(context: Context, token: Token, found: Understanding) -> bool:
    """Whether a share by which the voice is to be slower or faster is not the one that was understood."""
    speeds = [patch.speed for patch in found.patches if patch.op == "set_speed"]
    if token.norm != "@pct" or len(speeds) != 1 or any(patch.op in _TIMED - {"set_speed"} for patch in found.patches):
        return False
    now = context.board.speed if context.board else 1.0
    share = token.value / 100
    return not any(
        abs(speeds[0] - one) < 0.011 for one in (share, now * (1 - share), now * (1 + share), 1 - share, 1 + share)
    )


def _otherwise_long(context: Context, value: float, found: Understanding) -> bool:
    """Whether the only thing timed is the video, and its new length does not come of the length that was said."""
    lengths = [patch.seconds for patch in found.patches if patch.op == "set_duration"]
    others = any(patch.op in _TIMED - {"set_duration"} for patch in found.patches)
    if len(lengths) != 1 or others or lengths[0] is None:
        return False
    now = context.seconds or 0.0
    return not any(abs(lengths[0] - one) < 0.6 for one in (value, now + value, now - value, 60 * value))


def _steps(tokens: Sequence[Token]) -> bool:
    """Whether something is to be more or less than it is."""
    return any(token.norm in _MORE and not unwanted(tokens, at) for at, token in enumerate(tokens)) or bool(
        find(
            "( but/only/just ) ( could/can/should/make/please/maybe/a/abit/even/much/it/they/them/be )* "
            "bigger/smaller/louder/quieter",
            tokens,
        )
    )


_MORE = frozenset("bigger smaller louder quieter faster slower shorter longer".split())
_NUMBERS = frozenset("@num @dur @pct @times @db".split())
_COUNTED = frozenset(
    "set_loudness set_disclosure set_transition set_chart set_entries set_statistic go_to_draft".split()
)
_TIMED = frozenset("set_duration set_hold set_pause set_emphasis.pause set_film insert_scene set_speed".split())
"""Operations whose numbers are worked out from those of a message."""


def _numbers(context: Context, found: Understanding) -> list[float]:
    """The numbers that stand in what was understood, and those by which its scenes and lines are called."""
    numbers: list[float] = []
    for one in (*found.patches, *found.commands):
        document = one.model_dump()
        numbers += [float(value) for value in _leaves(document) if isinstance(value, int | float)]
        texts = list(strings_of(document))
        numbers += [float(number) for text in texts for number in re.findall(r"\d+(?:\.\d+)?", text)]
        for n, scene in enumerate(context.scenes, start=1):
            if scene.id in texts:
                numbers += [n - 1, n, n + 1]
            for m, line in enumerate(scene.lines, start=1):
                if line.id in texts:
                    numbers += [n, m, m + 1]
    if context.seconds is not None:
        numbers.append(context.seconds)
    return numbers


def _accounted(value: float, numbers: Sequence[float]) -> bool:
    """Whether a number of a message went into what was understood: as it is, as a share, or as a difference."""
    return any(
        abs(value - number) < 0.02
        or abs(abs(number) - value) < 0.02
        or abs(number * 100 - value) < 0.6
        or abs(abs(number * 100 - 100) - value) < 0.6
        for number in numbers
    )


def _leaves(value: Any) -> Iterable[Any]:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def _done(found: Understanding) -> set[str]:
    """The operations, the fields that they set, and the commands."""
    made: set[str] = {command.name for command in found.commands}
    for patch in found.patches:
        made.add(patch.op)
        fields = patch.model_dump()
        made |= {f"{patch.op}.{key}" for key, value in fields.items() if value is not None}
        made.add(f"{patch.op}={fields.get('transition') or fields.get('mood')}")
    return made


def _texts(found: Understanding) -> list[str]:
    return [text.lower() for one in (*found.patches, *found.commands) for text in strings_of(one.model_dump())]

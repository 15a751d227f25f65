"""Undone: words of a message that ask for something of which nothing was made.

Each word that can hardly stand in a message without asking for something is held against what was understood: the
fields that are set, the texts that are written. What is left of it is asked about rather than lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tools.language.notes.context import Context
from tools.language.notes.patterns import Token, find
from tools.language.notes.splitting import Clause
from tools.notes import Understanding

_ANY_SOUND = "set_music set_scene_sound set_emphasis set_loudness set_delivery set_narration set_voice"
_ANY_SPEED = "set_speed set_delivery set_music set_duration set_emphasis set_pause"
_MANNER = "set_delivery set_music set_voice set_performance_style set_look set_emphasis edit_line"
_SHAPE = "set_format set_layout set_loudness set_framing set_screen"
_WORDS: Mapping[str, frozenset[str]] = {
    word: frozenset(ops.split())
    for words, ops in (
        ("qr", "set_end_card.qr"),
        ("lock unlock", "lock_scene"),
        ("duplicate", "duplicate_scene"),
        ("split", "split_scene set_layout set_sides"),
        ("merge", "merge_scenes"),
        ("vertical square @ratio", _SHAPE),
        ("@res @fps", "set_format"),
        ("louder quieter", _ANY_SOUND),
        ("faster slower", _ANY_SPEED),
        ("slowdown speedup", _ANY_SPEED),
        ("excited cheerful happier proud proudly sad confident confidently livelier", _MANNER),
        ("whoosh riser chime sting", "set_scene_sound"),
        ("karaoke", "set_captions.style"),
        ("stress emphasise emphasize emphasised emphasized emphasis", "set_emphasis set_delivery"),
        ("export", "export"),
        ("undo", "undo go_to_draft"),
        ("semitone semitones pitch", "set_delivery set_emphasis"),
        ("shoulders waist", "set_framing"),
        ("lufs", "set_loudness"),
        ("hardcut", "set_transition=cut"),
        ("pause", "set_pause set_hold set_emphasis.pause stop set_transition edit_line"),
        ("swap", "swap_scenes move_scene replace_words set_avatar set_voice set_music set_background edit_line "
                 "set_colour "
                 "set_typeface set_logo set_transition set_narration set_picture"),
    )
    for word in words.split()
}  # fmt: skip
"""Words, and what they may ask for: operations, fields of operations, commands."""
_PLACES: Mapping[str, frozenset[str]] = {
    word: frozenset(
        "set_logo.place set_captions.place set_captions.burned set_presenter_place move_scene "
        "set_background set_picture".split()
    )
    for word in ("top", "bottom", "left")
}
_TAKEN = frozenset(
    "rather sorry wait actually not no dont never without than instead keep leave same from nor neither already isnt "
    "nothing if unless except stop "
    "hate although though because since".split()
)
"""Words shortly before another by which that one is not wanted."""


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
                if both is not None and not clause.correction and not _unwanted(clause.raw, both.range(0)[0] + 2):
                    ops = {patch.op for patch in found.patches}
                    if len(ops) == 1:
                        return found.changed(
                            patches=(), said="", question="Those two contradict each other; which one?"
                        )
    return found


def asked_about(found: Understanding, lost: str) -> Understanding:
    """What was understood, with a question about the part of which nothing was made."""
    return found.changed(question=f'What should change: "{lost[:80]}"?')


def undone(context: Context, clauses: Sequence[Clause], found: Understanding) -> str:
    """The first part of a message that asks for something of which nothing was made; empty where there is none."""
    nothing = not (found.patches or found.commands or found.enquiries or found.question or found.unknown)
    for at, clause in enumerate(clauses):
        if nothing and context.board is not None and (clause.question or found.said) and _steps(clause.raw):
            return context.text[clause.start : clause.end].strip()
        taken_back = at + 1 < len(clauses) and clauses[at + 1].correction
        lost = None if taken_back or clause.correction else first_undone(context, clause.raw, found)
        if lost is not None:
            return context.text[clause.start : clause.end].strip()
    return ""


def first_undone(context: Context, tokens: Sequence[Token], found: Understanding) -> Token | None:
    """The first word that asks for something of which nothing was made; None where there is none.

    Nothing is missed in questions, in what was asked back, and where nothing was changed.
    """
    if context.board is None or found.question or found.enquiries or not found.patches:
        return None
    done = _done(found)
    texts = _texts(found)
    numbers = _numbers(context, found)
    for at, token in enumerate(tokens):
        if token.norm in _NUMBERS and isinstance(token.value, float) and not _unwanted(tokens, at):
            said = context.text[token.start : token.end].lower()
            small = token.norm == "@num" and (token.value < 5 or done & _COUNTED)
            timed = token.norm in ("@dur", "@pct") and done & _TIMED
            if not (small or timed or _accounted(token.value, numbers) or any(said in text for text in texts)):
                return token
        wanted: Collection[str] = _WORDS.get(token.norm) or _PLACES.get(token.norm) or ()
        said = context.text[token.start : token.end].lower()
        if token.norm.isalpha() and said[:3] != token.norm[:3]:
            continue
        if not wanted or done & set(wanted) or _unwanted(tokens, at):
            continue
        if any(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text) for text in texts):
            continue
        return token
    return None


def _steps(tokens: Sequence[Token]) -> bool:
    """Whether something is to be more or less than it is."""
    return any(token.norm in _MORE and not _unwanted(tokens, at) for at, token in enumerate(tokens)) or bool(
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
        texts = list(_strings(document))
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
        made.add(f"{patch.op}={fields.get('transition')}")
    return made


def _texts(found: Understanding) -> list[str]:
    return [text.lower() for one in (*found.patches, *found.commands) for text in _strings(one.model_dump())]


def _strings(value: Any) -> Iterable[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def _unwanted(tokens: Sequence[Token], at: int) -> bool:
    return any(token.norm in _TAKEN for token in tokens[max(0, at - 4) : at])

"""Carried over: requests that lean on the one before, and what of that one they say again or leave out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.language.notes import rules_beginnings
from tools.language.notes.clause_reading import EDITS, by_frames, by_rules, read_clause
from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.courtesies import LEADS
from tools.language.notes.ellipsis import THINGS
from tools.language.notes.frame_words import LIGHT, Request
from tools.language.notes.frames import subject
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.patterns import Token, find
from tools.language.notes.pieces import complains_of_length, pieced
from tools.language.notes.second_reading import second_reading
from tools.language.notes.splitting import Clause, undetermined


def plainly(context: Context) -> Callable[[Request], Reading | None]:
    """Reads requests in the plainest words."""
    books = (*EDITS, rules_beginnings.COMMANDS)
    return lambda request: next((one for book in books if (one := book.read(context, request)) is not None), None)


_AIMS = frozenset(
    "aim go more like under within max maximum exactly about around say want need instead rather down".split()
)


def carried(context: Context, clause: Clause, before: Clause) -> Reading | None:
    """`… maybe something more cinematic`: a value alone belongs to what was spoken of right before."""
    view = undetermined(clause.tokens)
    about = "duration" if complains_of_length(before) else subject(context, undetermined(before.tokens))
    if not view or not about or len(view) > 8 or subject(context, view):
        return None
    numbers = [token for token in view if token.norm == "@num"]
    if about == "duration" and len(numbers) == 1 and all(t.norm in LIGHT | _AIMS for t in view if t not in numbers):
        view = (replace(numbers[0], norm="@dur"),)
    noun = Token(about, view[0].start, view[0].start)
    reading = by_frames(context, (noun, *view))
    return reading if reading is not None and reading.patches else None


def cast(context: Context, clause: Clause, topic: Token | None) -> Reading | None:
    """`can we try Daniel with the Scottish accent`: who is seen and who is heard, each in a part of its own."""
    finer = pieced(context, clause, lambda c, part: read_clause(c, part, topic)) if context.board is not None else None
    whole = finer is not None and {"set_avatar", "set_voice"} <= {patch.op for patch in finer.patches}
    return finer if whole and finer is not None and not finer.unknown else None


_SAME = (
    "( ( and/also )? do? same/likewise ( thing/again/goes/change )* ( for/to/with/in/on "
    ")* | ( also | and | not | but )* ) "
    "s=@scene/@line ( too | also | as well | instead | of course )*"
)


_LIKEWISE = (
    "( and/but/, )* ( ( do/with )? ( the? same/likewise ) ( thing/again/goes/change )* ( for/to/with/in/on )* | "
    f"so ( do/does/is/are/should/can/must/could )? | ditto :? for? | nor | neither )? ( the/our/my/her/his )* "
    f"s=( {THINGS} ) "
    "( size/colour )? ( too | also | as well | likewise | please | while you are at it )* ( thanks )?"
)
_AGAIN = frozenset("too same likewise ditto so nor neither well also".split())


def repeated(
    context: Context, clause: Clause, before: Sequence[Clause], readings: list[Reading | None]
) -> Reading | None:
    """`… and the logo too`, `same for the music`, `so do the captions`: the request before, for another thing."""
    raw = tuple(clause.raw)
    while before and is_empty(before[-1]):
        before, readings = before[:-1], readings[:-1]
    same = find(_LIKEWISE, raw, whole=True) if before and _AGAIN & {token.norm for token in raw} else None
    if same is None or readings[-1] is None or not (readings[-1].patches or readings[-1].unknown):
        return None
    thing = same.tokens("s")[0]
    for view in (undetermined(before[-1].tokens), undetermined(before[-1].raw)):
        place = next((n for n, token in enumerate(view) if token.norm in THINGS.split("/")), None)
        if place is None or view[place].norm == thing.norm:
            continue
        named = (*view[:place], thing, *view[place + 1 :])
        reading = by_rules(context, named, (), clause) or second_reading(context, named, plainly(context))
        if reading is not None:
            return reading
    return None


def replayed(
    context: Context, clause: Clause, before: Sequence[Clause], readings: list[Reading | None]
) -> Reading | None:
    """`… and the logo`, `no, scene 3`, `the same for scene 4`: the request before with another thing in its place."""
    previous, last = before[-1], readings[-1]
    if is_empty(clause):
        return None
    own, all_ = {t.norm for t in clause.tokens}, {t.norm for t in clause.raw}
    alone = {"only", "just"} & all_ and {"heading", "words", "title"} & own
    if alone and last is not None and any(patch.op == "set_layout" for patch in last.patches):
        return Reading(kept=True)
    view, old = undetermined(clause.tokens), undetermined(previous.tokens)
    if len(old) == 1 and len(before) > 1:
        old = undetermined(before[-2].tokens)
    if not old or last is None:
        return None
    same = find(_SAME, view, whole=True)
    if same is not None:
        token = same.tokens("s")[0] if same.has("s") else view[-1]
        place = next((n for n, t in enumerate(old) if t.norm == token.norm), None)
        if place is not None:
            reading = by_rules(context, (*old[:place], token, *old[place + 1 :]), (), clause)
            if reading is not None and clause.correction:
                readings[-1] = Reading(kept=True)
            return reading
    if [t.norm for t in view] == ["@scene"] and any(patch.op == "move_scene" for patch in last.patches):
        return ask("In which order should the scenes be, from the first to the last?")
    if len(view) <= 4:
        for keep in (1, 2):
            reading = (
                by_rules(context, (*old[:keep], *view), (), clause) if old[0].norm not in NOUNS.split("/") else None
            )
            if reading is not None and (reading.patches or reading.question):
                return reading
    return None


def shared(context: Context, clause: Clause, following: Clause) -> Reading | None:
    """`make the logo` of `make the logo and the captions bigger`."""
    view, after = undetermined(clause.tokens), undetermined(following.tokens)
    if len(after) < 2 or len(view) > 4 or after[0].norm not in NOUNS.split("/"):
        return None
    return by_rules(context, (*view, *after[1:]), (), clause)


def is_empty(clause: Clause) -> bool:
    """Whether a clause only joins, hedges or is polite."""
    small = FILLERS | frozenset(
        "no yes the a it is that this and but so i you we to of for in on , : want would could".split()
    )
    if all(token.norm in small for token in clause.raw):
        return True
    conditional = len(clause.raw) <= 6 and clause.raw[0].norm == "if"
    return conditional and any(find(lead, clause.raw, whole=True) for lead in LEADS)

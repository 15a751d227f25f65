"""Pieces: a clause that is not understood as a whole, as the longest parts of it that are, and what lies between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.language.notes.asides import SUBJECTS, is_aside, is_heading
from tools.language.notes.context import Context, Reading
from tools.language.notes.frame_words import STATES
from tools.language.notes.frames import subject
from tools.language.notes.patterns import Token
from tools.language.notes.rules_delivery import emotion_of
from tools.language.notes.scopes import IN_SCENES
from tools.language.notes.second_reading import may_request
from tools.language.notes.splitting import Clause, clause_of, holds_text
from tools.language.notes.together import together

Read = Callable[[Context, Clause], Reading | None]

_CUTS = frozenset(", ; : and but plus".split())
_OPENERS = frozenset("because since so with as no although though while whereas".split())
_DENIALS = frozenset("not no dont never without than less nor neither".split())
"""Words after which a piece is not what is wanted."""
_LABELS = frozenset("@scene in for on at the and then".split())
"""Of these alone a piece is made that only says which scene the next ones are about."""
_MOST_PIECES = 12
_LONGEST = 3
_NAMES = {"speed": "voice"}


def acts(reading: Reading | None) -> bool:
    """Whether something comes of a reading."""
    return reading is not None and bool(
        reading.patches or reading.commands or reading.enquiries or reading.question or reading.kept
    )


def subjects_of(readings: Sequence[Reading | None]) -> set[str]:
    """What readings are about, in words of a note."""
    patches = [patch for one in readings if one is not None for patch in one.patches]
    return {noun for patch in patches for noun in SUBJECTS.get(patch.op, ())}


def pieced(context: Context, clause: Clause, read: Read) -> Reading | None:
    """What the parts of a clause mean; None where none of them is understood.

    Of the rest, what carries no request is put aside and what might is quoted in `unknown`.
    """
    segments = _segments(clause.raw)
    while len(segments) > 2 and segments[0][0].norm in ("as", "since", "because") and is_aside(segments[0]):
        segments = segments[1:]
    told = [token for token in clause.raw if token.start >= segments[0][0].start] if segments else []
    if not segments or len(segments) > _MOST_PIECES or len(segments[0]) == len(clause.raw) or holds_text(told):
        return None
    readings: list[Reading] = []
    between: list[Sequence[Token]] = []
    at, topic = 0, ""
    while at < len(segments):
        for last in range(min(len(segments), at + _LONGEST), at, -1):
            if last - at == len(segments) and len(segments) > 1 and len(told) == len(clause.raw):
                continue
            first, end = segments[at][0].start, segments[last - 1][-1].end
            tokens = [token for token in clause.raw if first <= token.start and token.end <= end]
            found = _read_piece(context, clause, tokens, topic, read)
            if found is not None and (last - at == 1 or found.patches or found.commands or found.chat or found.kept):
                if _reason(found, tokens, readings):
                    break
                found = placed(found, tokens, told[: told.index(tokens[0])])
                if readings and _resumes(readings[-1], found):
                    readings.pop()
                readings.append(found)
                spoken = subject(context, clause_tokens(tokens))
                topic = spoken if spoken and (found.chat or not found.kept) else topic
                at = last
                break
        else:
            last = 0
        if not last or at < last:
            between.append(segments[at])
            topic = subject(context, clause_tokens(segments[at])) or topic
            at += 1
    if not any(one.patches or one.commands or one.question for one in readings):
        return None
    if any(tokens[-1].norm in _DENIALS for tokens in between):
        return None
    subjects = subjects_of(readings)
    unknown = tuple(
        context.text[tokens[0].start : tokens[-1].end]
        for tokens in between
        if not {token.norm for token in tokens} <= _LABELS
        and not is_aside(tokens, subjects, question=clause.question and tokens is segments[-1] and len(between) == 1)
        or may_request(context, tokens) and not {token.norm for token in tokens} <= _LABELS
    )
    asked = [one for one in readings if one.question and not one.patches]
    if unknown and len(asked) == len([one for one in readings if acts(one) and not one.kept]):
        return None
    return replace(together(readings), unknown=(*(quote for one in readings for quote in one.unknown), *unknown))


def placed(found: Reading, tokens: Sequence[Token], before: Sequence[Token]) -> Reading:
    """What was said of a scene before holds for what follows: `the background in scene 2 is too busy, use studio`."""
    scenes = [token.value for token in before if token.norm == "@scene"]
    if not scenes or any(token.norm in ("@scene", "all", "video") for token in tokens) or not scenes[-1].ids:
        return found
    opened = before[0].norm == "@scene" and len(scenes) == 1 and not scenes[0].every and len(scenes[0].ids) == 1
    patches = tuple(
        replaced
        for patch in found.patches
        for replaced in (
            [patch.model_copy(update={"scene": id_}) for id_ in scenes[-1].ids]
            if isinstance(patch, IN_SCENES) and not patch.scene and not getattr(patch, "line", "")
            and (opened or patch.op in ("set_background", "set_transition"))
            else [patch]
        )
    )
    return replace(found, patches=patches)


def _reason(found: Reading, tokens: Sequence[Token], readings: Sequence[Reading]) -> bool:
    """Whether what would be asked about is only why something else is wanted."""
    done = [one for one in readings if one.patches]
    return bool(found.question and not found.patches and done) and is_aside(tokens, subjects_of(done))


def _resumes(before: Reading, found: Reading) -> bool:
    """Whether a question about something was answered in the next breath."""
    ops = {patch.op for patch in found.patches}
    if before.question and not before.patches and len(ops) == 1:
        return any(noun in before.question for op in ops for noun in SUBJECTS.get(op, ()))
    return False


def clause_tokens(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a part without courtesy."""
    clause = clause_of(tokens)
    return clause.tokens if clause is not None else ()


def _read_piece(context: Context, clause: Clause, tokens: Sequence[Token], topic: str, read: Read) -> Reading | None:
    part = clause_of(tokens, question=clause.question)
    if part is None or not part.tokens:
        return None
    part = replace(part, correction=clause.correction)
    numbers = [token for token in part.tokens if token.norm == "@num"]
    if topic == "duration" and len(numbers) == 1 and not subject(context, part.tokens):
        length = replace(numbers[0], norm="@dur")
        part = replace(part, tokens=tuple(length if token is numbers[0] else token for token in part.tokens))
    if topic == "avatar" and len(part.tokens) == 1 and emotion_of(part.tokens[0].norm):
        told = (replace(part.tokens[0], norm="sound"), part.tokens[0])
        return read(context, replace(part, tokens=told, raw=told))
    stated = bool(topic) and part.tokens[0].norm in STATES and not subject(context, part.tokens)
    found = None if stated else read(context, part)
    if found is not None and (acts(found) or found.chat):
        return found if not found.unknown else None
    pronoun = next((n for n, t in enumerate(part.tokens) if t.norm in ("it", "them")), None)
    if topic and pronoun is not None and not subject(context, part.tokens):
        said = part.tokens[pronoun]
        noun = Token(_NAMES.get(topic, topic), said.start, said.end)
        tokens = (*part.tokens[:pronoun], noun, *part.tokens[pronoun + 1 :])
        found = read(context, replace(part, tokens=tokens, raw=tokens))
        if found is not None and found.patches:
            return found
    if topic and not subject(context, part.tokens):
        first = part.tokens[0]
        noun = Token(_NAMES.get(topic, topic), first.start, first.end)
        found = read(context, replace(part, tokens=(noun, *part.tokens), raw=(noun, *part.raw)))
        if found is not None and found.patches:
            return found
    return None


def _segments(tokens: Sequence[Token]) -> list[list[Token]]:
    segments: list[list[Token]] = [[]]
    for token in tokens:
        if token.norm == ":" and len(segments) == 1 and len(segments[0]) <= 4 and is_heading(segments[0]):
            segments = [[]]
        elif token.norm in _CUTS:
            segments.append([])
        elif token.norm == "which" and not segments[-1]:
            continue
        elif token.norm in _OPENERS and segments[-1] and segments[-1][-1].norm not in _DENIALS:
            segments.append([] if token.norm == "with" else [token])
        else:
            segments[-1].append(token)
    return [segment for segment in segments if segment]


def complains_of_length(clause: Clause) -> bool:
    """Whether a clause says that a length is too long or too short: `40 seconds is too long for us`."""
    norms = {token.norm for token in clause.raw}
    return {"@dur", "too"} <= norms and bool({"long", "short"} & norms) and _complains(clause)


def _complains(clause: Clause) -> bool:
    """Whether a clause says that something is too much or too little, and not what to do about it."""
    norms = {token.norm for token in clause.raw}
    return "too" in norms and norms.isdisjoint(
        ("make", "put", "turn", "set", "change", "use", "should", "must", "please")
    )


def _explains(clause: Clause) -> bool:
    """Whether a sentence only says how something is: `it is competing with the narration`."""
    norms = [token.norm for token in clause.raw]
    return (
        norms[0] in _TELLING
        and {"is", "are", "feel", "sound", "look", "dont", "drown", "drowns"} & set(norms) != set()
        and (
            {"make", "put", "turn", "set", "change", "use", "should", "must", "please", "want", "would", "but", "@db"}
        ).isdisjoint(norms)
    )


_PACE = frozenset(("set_duration", "set_speed"))


def _tells_of_pace(clause: Clause, reading: Reading | None, before: Reading | None) -> bool:
    """`a lot longer, it feels very rushed`: how it feels is why the length changes, and no change of the voice."""
    if reading is None or before is None or clause.raw[0].norm not in ("it", "this", "that", "otherwise", "because"):
        return False
    ops, done = {patch.op for patch in reading.patches}, {patch.op for patch in before.patches}
    told = {"feel", "is", "sound", "look"} & {token.norm for token in clause.raw}
    return bool(ops) and ops <= _PACE and bool(done & _PACE) and bool(told)


_TELLING = frozenset("it she he they this that the music voice captions logo i we".split())


def _same_ops(reading: Reading, following: Sequence[Reading | None]) -> bool:
    """Whether the very next reading sets the one thing that this one does."""
    after = following[0] if following else None
    ops = [patch.op for patch in reading.patches]
    if after is None or len(ops) != 1 or [patch.op for patch in after.patches] != ops or ops[0] not in _STEPPED:
        return False
    one, other = (set(p.model_dump(exclude_defaults=True, exclude_none=True)) - {"op"} for p in
                  (reading.patches[0], after.patches[0]))
    return bool(one & other)


_STEPPED = frozenset(("set_colour", "set_music", "set_duration", "set_speed"))


def without_asides(
    context: Context, clauses: Sequence[Clause], readings: Sequence[Reading | None]
) -> list[Reading | None]:
    """The readings, with nothing to be done about sentences that only tell why or how somebody feels, and no question
    about what a later sentence answers.
    """
    if not any(one is not None and (one.patches or one.commands or one.question) for one in readings):
        return list(readings)
    kept: list[Reading | None] = []
    for at, (clause, reading) in enumerate(zip(clauses, readings, strict=True)):
        asks = reading is not None and bool(reading.question) and not reading.patches and not reading.commands
        others = subjects_of([one for n, one in enumerate(readings) if n != at])
        later = subjects_of(readings[at + 1 : at + 3])
        answered = asks and reading is not None and any(noun in reading.question for noun in later)
        told = (reading is None or (asks and bool(others))) and is_aside(clause.raw, others, question=clause.question)
        told = told and not may_request(context, clause.raw)
        told = told or (at > 0 and _explains(clause) and _same_ops(readings[at - 1] or Reading(), [reading]))
        told = told or (at > 0 and _tells_of_pace(clause, reading, readings[at - 1]))
        lengthy = reading is None and complains_of_length(clause) and at + 1 < len(readings)
        following = readings[at + 1] if lengthy else None
        told = told or (following is not None and any(patch.op == "set_duration" for patch in following.patches))
        mended = reading is not None and _complains(clause) and _same_ops(reading, readings[at + 1 : at + 2])
        kept.append(Reading(kept=True) if answered or told or mended else reading)
    return kept

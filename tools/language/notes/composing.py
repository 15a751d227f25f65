"""Composing: a message that is not understood as it stands, read piece by piece and joined again.

It is cut at its marks and joints, and each row of neighbouring pieces is read as a message of its own. The row of
readings with the fewest parts stands if every part is understood or asks for nothing; otherwise the message is left
as it was read before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tools.language.notes.asides import is_aside
from tools.language.notes.context import Context, Reading
from tools.language.notes.frame_words import LIGHT
from tools.language.notes.inheritance import inherited, verbless_borders
from tools.language.notes.patterns import Token
from tools.language.notes.pieces import subjects_of
from tools.language.notes.restating_words import HEAVY
from tools.language.notes.rules_delivery import emotion_of
from tools.language.notes.scopes import IN_SCENES
from tools.language.notes.second_reading import may_request
from tools.language.notes.splitting import Clause
from tools.notes import Understanding

ReadText = Callable[[str, tuple[str, ...]], Understanding]
"""Reads a text as a message of its own, with the scenes (ids) that were talked about last."""

MOST_COMPOSED = 600
"""So many characters at most are read piece by piece."""
MOST_PIECES = 14
LONGEST = 4
"""So many neighbouring pieces at most are read as one part."""
MOST_READINGS = 36
"""So many readings of parts a message may cost."""
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<![\w])'[^']{1,200}'(?!\w)|(?<!\w)‘[^’]*’(?!\w)")
_JOINT = r"(?:and|then|also|plus|but|oh|so|maybe|while|besides|furthermore|additionally|moreover|or|just|because)"
_BORDER = re.compile(
    rf"\s*(?:[,;!?\n]+|(?<!\d)\.+(?=\s|$)|(?<=\d)\.(?=\s+[A-Za-z])|(?<=\w):(?=\s)|\s[-–—/+&|]+(?=\s))\s*|"
    rf"\s+(?={_JOINT}\b)",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"\s+(?=(?:can|could|would|will) (?:you|we|i)\b|(?:i|we) (?:want|need|would|wish|think|don't|dont)\b|"
    r"(?:make|put|turn|use|change|set|add|delete|remove|move|swap|lock|unlock|get|give|take|cut|drop|let|hold|keep|"
    r"call|"
    r"replace|export|show|say|pause|stress|rename|shorten|merge|split|duplicate|copy|leave)\b|"
    r"(?:the|our|her|his|my) (?:music|logo|captions|subtitles|voice|background|heading|title|end card|speech|pace|font|"
    r"scene|colou?rs?|framing|transitions?)\b|new (?:heading|title|line)\b|(?:first|second|third|fourth|last) "
    r"(?:scene|one)\b|scene \w+\b)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:the|an?|in|of|for|to|on|at|from|with|into|before|after|behind|between|by|as|than|like|about|around|is|are|"
    r"be|"
    r"should|can|could|would|will|you|we|i|it|her|him|my|our|make|put|turn|use|change|set|add|delete|remove|move|swap|"
    r"lock|unlock|get|give|take|cut|drop|let|hold|keep|call|replace|export|show|say|stress|rename|shorten|merge|split|"
    r"duplicate|copy|leave|please|not|don't|dont|no|this|that|your|wouldn't|shouldn't|couldn't|can't|won't|never|"
    r"rather|if)$",
    re.IGNORECASE,
)
"""What goes on with the word that follows it."""
_LEAD = re.compile(
    r"^\W*(?:(?:and|then|also|plus|but|oh|so|besides|furthermore|additionally|moreover|because|firstly|secondly|"
    r"thirdly|"
    r"lastly|finally|next|first of all|second of all|for one|for another|uh|um|hmm|well|yeah|yes|ok|okay|right|hey|hi|"
    r"and another thing|one more thing|(?:the )?(?:first|second|third|last|other|next|only|main) (?:thing|point|"
    r"issue|change|one|request)"
    r"(?: is| was| would be|:)(?: that)?|(?:first|second|third|fourth|last)(?=,| (?:i|we|could|can|please|would)\b))\b"
    r"[\s,:]*|\(?[a-h1-9][).:]\s+)+",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:(?:in|for|on|at|during|as for|about) )?((?:the )?(?:scenes? (?:number )?\w+|\w+ scene|end card|title|"
    r"opening|intro|"
    r"ending|(?:first|second|third|fourth|fifth|sixth|last) (?:scene|one|part)))\s*(?:$|[:,])",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"^\W*(?:(?:in|for|on) )?(scene (?:number )?\w+|the \w+ scene)\b(?! (?:and|&|to|before|after))", re.IGNORECASE
)
"""A part that begins with the one scene that it is about."""
_BACK = re.compile(
    r"^\W*(?:(?:no|nope|wait|actually|sorry|scratch that|forget that|hmm|hang on|hold on|i mean|i meant|rather|oops|"
    r"correction|on second thoughts?|or|make that|better)\b[\s,:.]*)+",
    re.IGNORECASE,
)
_STAYS = re.compile(r"^\W*(?:but |and |please )*(?:don'?t|do not) (?:touch|change|alter)\b", re.IGNORECASE)
_NOUNS = {
    "set_logo": "the logo", "set_captions": "the captions", "set_music": "the music", "set_voice": "the voice",
    "set_speed": "the voice", "set_delivery": "the voice", "set_end_card": "the end card",
    "set_avatar": "the presenter",
    "set_colour": "the colour", "set_typeface": "the font", "set_transition": "the transitions",
    "set_presenter": "the name strap", "set_background": "the background", "set_framing": "the presenter",
    "set_presenter_place": "the presenter",
}  # fmt: skip
"""What was spoken of, where a part says no more of it than how it is to be."""
_ORDERED = frozenset("move_scene swap_scenes delete_scene merge_scenes".split())
"""Operations on a scene as a whole, by which all is said that was to be said of it."""


@dataclass(frozen=True)
class _Row:
    """Parts of a message so far: their readings, how much they cost, what is spoken of and the scenes in focus."""

    cost: float = 0.0
    parts: tuple[tuple[int, int, Reading, bool], ...] = ()  # start and end in the text, what is meant, a correction
    topic: str = ""
    label: str = ""
    focus: tuple[str, ...] = ()
    said: str = ""  # the part before, as it was read

    @property
    def readings(self) -> list[Reading]:
        """What the parts mean."""
        return [part[2] for part in self.parts]


def composed(context: Context, tokens: Sequence[Token], read: ReadText) -> tuple[list[Clause], list[Reading]] | None:
    """The parts of the message as clauses, and what each means; None where one of them is not understood."""
    text, reads = context.text, _cached(read)
    for finer in (False, True):
        spans = _spans(text, finer=finer)
        if not 2 <= len(spans) <= MOST_PIECES:
            continue
        row = _covered(context, tokens, spans, reads)
        if row is not None and any(_acts(reading) for reading in row.readings):
            return _clauses(tokens, row), row.readings
    return None


def _cached(read: ReadText) -> ReadText:
    held: dict[tuple[str, tuple[str, ...]], Understanding] = {}

    def reads(text: str, focus: tuple[str, ...]) -> Understanding:
        if (text, focus) not in held:
            if len(held) >= MOST_READINGS:
                return Understanding(question="?")
            held[text, focus] = read(text, focus)
        return held[text, focus]

    return reads


def _spans(text: str, *, finer: bool) -> list[tuple[int, int]]:
    """Where the pieces of a text are: between its marks and joints (`finer`: and wherever a request may begin)."""
    masked = QUOTED.sub(lambda found: "x" * len(found[0]), text)
    ends = [(found.start(), found.end()) for found in _BORDER.finditer(masked)]
    if finer:
        opened = [(found.start(), found.end()) for found in _OPENER.finditer(masked)]
        opened = [one for one in opened if not _BOUND.search(masked[: one[0]])] + verbless_borders(masked)
        ends = sorted({*ends, *opened})
    spans: list[tuple[int, int]] = []
    at = 0
    for first, last in [*ends, (len(text), len(text))]:
        if first > at and re.search(r"\w|[<>+-]", text[at:first]):
            if re.fullmatch(rf"\W*(?:{_JOINT}|\W)+\W*", text[at:first], re.IGNORECASE) and spans:
                pass
            else:
                spans.append((at, first))
        at = max(at, last)
    return spans


def _covered(
    context: Context,
    tokens: Sequence[Token],
    spans: Sequence[tuple[int, int]],
    read: ReadText,
) -> _Row | None:
    best: dict[int, _Row] = {0: _Row(focus=context.situation.focus)}
    for at in range(len(spans)):
        if at not in best:
            continue
        for last in range(at + 1, min(len(spans), at + LONGEST) + 1):
            if last - at == len(spans):
                continue
            opened = context.text[spans[last - 1][0] : spans[last - 1][1]]
            if last - at > 1 and _HEADED.match(opened) and re.search(r"[,;]\s*$", context.text[: spans[last - 1][0]]):
                break  # another scene, and what is wanted of it
            row = _with_part(context, tokens, best[at], spans[at][0], spans[last - 1][1], read)
            if row is not None and (last not in best or row.cost < best[last].cost):
                best[last] = row
    return best.get(len(spans))


def _with_part(
    context: Context,
    tokens: Sequence[Token],
    row: _Row,
    start: int,
    end: int,
    read: ReadText,
) -> _Row | None:
    """The row with one more part; None where the part is not understood."""
    said = context.text[start:end]
    text = _LEAD.sub("", said).strip()
    taken = _BACK.match(text)
    correction = bool(taken and row.parts and taken.end() < len(text))
    if correction and taken is not None:
        text = text[taken.end() :]
    if not re.search(r"\w", text):
        return replace(row, cost=row.cost + 0.1, parts=(*row.parts, (start, end, Reading(kept=True), False)))
    label = _LABEL.match(text)
    if label is not None and label.end() >= len(text):
        parts = (*row.parts, (start, end, Reading(kept=True), False))
        return replace(row, cost=row.cost + 0.3, label=label[1], parts=parts)
    for said_again, price in _tellings(text, row):
        found = read(said_again, row.focus)
        if any(patch.op == "set_voice" for patch in found.patches) and not _names_voice(context, said_again):
            continue
        if (found.patches or found.commands or found.enquiries) and not found.question and not found.unknown:
            reading = Reading(patches=found.patches, commands=found.commands, enquiries=found.enquiries)
            own = tuple(dict.fromkeys(id_ for patch in found.patches for id_ in _scenes(context, patch)))
            topic = next((_NOUNS[patch.op] for patch in reversed(found.patches) if patch.op in _NOUNS), row.topic)
            own_label = (
                label[1]
                if label is not None
                else ("" if re.search(r"[.!?\n]\s*$", context.text[:start]) else row.label)
            )
            headed = _HEADED.match(text) if label is None else None
            if headed is not None and all(isinstance(patch, IN_SCENES) and patch.scene for patch in found.patches):
                own_label = headed[1]  # `scene 2 half body and calm`
            if any(patch.op in _ORDERED for patch in found.patches):  # where it stands is all that was said of it
                own_label = ""
            return _Row(
                row.cost + price - _EACH * _made(reading),
                (*row.parts, (start, end, reading, correction)),
                topic if found.patches else "",
                own_label,
                tuple(dict.fromkeys((*own, *row.focus))),
                said_again,
            )
        stays = _STAYS.match(said_again) is not None and found.chat != "nonsense"
        social = found.chat in ("greeting", "thanks", "praise", "farewell")
        if (social or stays) and not found.question and not found.unknown:
            return replace(
                row, cost=row.cost + 0.5, parts=(*row.parts, (start, end, Reading(kept=True, chat=found.chat), False))
            )
    inside = [token for token in tokens if start <= token.start and token.end <= end]
    if _idle(context, inside, row.readings, last=end >= len(context.text.rstrip(" .!?"))):
        return replace(row, cost=row.cost + 0.6, parts=(*row.parts, (start, end, Reading(kept=True), False)))
    return None


def _tellings(text: str, row: _Row) -> list[tuple[str, float]]:
    """A part as it stands, and with what was said before it that may belong to it; how much each costs."""
    tellings = [(text, 1.0)]
    if row.label and not re.search(r"\bscenes?\b", text, re.IGNORECASE):
        tellings.insert(0, (f"{row.label}: {text}", 0.95))
        tellings.insert(1, (f"in {row.label} {text}", 0.98))
        if emotion_of(text.strip(" .!,").lower()):
            tellings.insert(0, (f"in {row.label} sound {text}", 0.94))
    if row.topic and len(text.split()) <= 4 and _VERB_IT.match(text):
        tellings.insert(0, (_IT.sub(row.topic, text, count=1), 0.97))
    if row.topic and len(text.split()) <= 7:
        tellings.append((f"{row.topic} {text}", 1.2))
    if row.said:
        tellings += [(told, 1.3) for told in inherited(row.said, text, row.topic)]
    return tellings


_VOICED = re.compile(
    r"\b(?:voice|accent|speak|talk|narrat|read|sound|(?:fe)?male|(?:wo)?man|girl|guy|lady|british|scottish|american|robot)",
    re.IGNORECASE,
)


def _names_voice(context: Context, text: str) -> bool:
    """Whether a voice is asked for, and not only how something is to be said: `close up and warm`."""
    voices = context.situation.catalogues.get("voice", ())
    names = [one.name.lower().split(",")[0] for one in voices]
    return _VOICED.search(text) is not None or any(name in text.lower() for name in names)


_EACH = 1.1
"""What one thing that is done weighs against one part more: of two rows the one stands that does more."""


def _made(reading: Reading) -> int:
    """How many things a reading does: fields that are set, commands, enquiries."""
    targets = {"op", "scene", "line", "id", "role", "part"}
    fields = [set(patch.model_dump(exclude_defaults=True, exclude_none=True)) - targets for patch in reading.patches]
    return sum(min(3, max(1, len(one))) for one in fields) + len(reading.commands) + len(reading.enquiries)


_IT = re.compile(r"\b(?:it|them)\b", re.IGNORECASE)
_VERB_IT = re.compile(
    r"^\W*(?:and |also |then |please )*(?:lower|raise|mute|turn|bring|take|slow|speed|shrink|enlarge|move|lift|"
    r"soften)\b"
    r".*\b(?:it|them)\b",
    re.IGNORECASE,
)
"""What is done to the thing that was spoken of right before: `go for cinematic, also lower it`."""


def _acts(reading: Reading) -> bool:
    return bool(reading.patches or reading.commands or reading.enquiries)


def _scenes(context: Context, patch: object) -> list[str]:
    """The scenes that a patch is about."""
    ids = [getattr(patch, key, "") for key in ("scene", "first")]
    line = getattr(patch, "line", "")
    if isinstance(line, str) and line:
        ids += [scene.id for scene in context.scenes if any(one.id == line for one in scene.lines)]
    return [id_ for id_ in ids if isinstance(id_, str) and id_]


def _idle(context: Context, tokens: Sequence[Token], readings: Sequence[Reading], *, last: bool) -> bool:
    """Whether a part asks for nothing."""
    if not tokens:  # it stands within words that were taken for a text
        return False
    if all(token.norm in LIGHT for token in tokens):
        return True
    subjects = subjects_of(readings)
    weighs = [
        token for token in tokens if token.norm.startswith("@") or token.norm in HEAVY and token.norm not in subjects
    ]
    if weighs and tokens[0].norm not in ("because", "since", "as"):
        return False
    return is_aside(tokens, subjects_of(readings)) and not may_request(context, tokens)


def _clauses(tokens: Sequence[Token], row: _Row) -> list[Clause]:
    made = []
    for start, end, _, correction in row.parts:
        own = tuple(token for token in tokens if start <= token.start and token.end <= end)
        own = own or (Token("", start, end),)
        made.append(Clause(own, own, correction=correction))
    return made

"""Rejoined: a message of several requests whose parts, each understood alone, say more than was made of the whole.

What a message says at its joints is read part by part as well. Where nothing in it leans on what stands before (`it`,
`there`, `no, wait`) and the parts ask for something that is missing in what was made of the whole, the parts stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.language.notes.composing import QUOTED
from tools.language.notes.context import Context, Reading
from tools.language.notes.gathering import gathered
from tools.language.notes.patterns import Token
from tools.language.notes.splitting import Clause
from tools.language.notes.swallowed import joined_texts
from tools.language.notes.undone import undone
from tools.notes import NoteRequest, Understanding

Hear = Callable[[NoteRequest, str], tuple[Context, list[Clause], Understanding]]

_MOST_PARTS, _LONGEST = 5, 300
_JOINT = re.compile(
    r"\s*(?:[;!?\n]+|,|(?<!\d)\.+(?=\s|$))\s*(?:(?:and|then|also|plus|oh|so)\b[\s,]*)*|"
    r"\s+(?:(?:and|then|also|plus)\b[\s,]*)+|\s+[&+]\s+",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|it's|them|their|there|that|that's|this|these|those|ones?|same|both|not|n't|dont|don't|never|instead|"
    r"rather|sorry|wait|actually|second thoughts?|mean|meant|scratch|forget|keep|leave|except|but|if|or|stays?|"
    r"remains?|unless|because|since|so|again|back|next|rest|others?|left|former|latter|respectively|each|what|which|why|"
    r"how|who|when|where|is|are|does|do|can i|between|from|with)\b|\bno,|:",
    re.IGNORECASE,
)
"""Words by which one part of a message hangs on another, or by which it may be no request."""
_TELLS = re.compile(r"\W*(?:an?|i|we|she|he|they|people|you|my|our|everybody|everyone|nobody)\b", re.IGNORECASE)
"""How a part begins that may only tell why, or say the same again."""


def rejoined(hear: Hear, request: NoteRequest, text: str, found: Understanding) -> Understanding:
    """What was understood, or what the parts of the message mean where that is more."""
    if found.question or found.unknown or found.chat or not found.patches or len(text) > _LONGEST:
        return found
    spans = _spans(text)
    if not 2 <= len(spans) <= _MOST_PARTS or _LEANS.search(QUOTED.sub('""', text)):
        return found
    if next(joined_texts(found.patches), None) is not None:  # `heading: Order now and save`: the text holds the joint
        return found
    clauses: list[Clause] = []
    readings: list[Reading] = []
    for start, end in spans:
        if _TELLS.match(text[start:end]):
            return found
        context, own, heard = hear(request, text[start:end])
        if heard.question or heard.unknown or heard.chat or not (heard.patches or heard.commands or heard.enquiries):
            return found
        if undone(context, own, heard) or (heard.enquiries and not found.enquiries):
            return found
        token = Token("", start, end)
        clauses.append(Clause((token,), (token,)))
        readings.append(Reading(patches=heard.patches, commands=heard.commands, enquiries=heard.enquiries))
    both = gathered(replace(Context(request.situation), text=text), clauses, readings)
    if both.question or both.unknown or not _asked(both) > _asked(found):
        return _in_doubt(text, spans, readings, found)
    return both


def _in_doubt(
    text: str, spans: Sequence[tuple[int, int]], readings: Sequence[Reading], found: Understanding
) -> Understanding:
    """What was understood, with a question about the first part whose operations are all missing in it."""
    done = {patch.op for patch in found.patches}
    for (start, end), reading in zip(spans, readings, strict=True):
        ops = {patch.op for patch in reading.patches}
        if ops and not ops & done:
            kept = tuple(patch for patch in found.patches if any(patch in one.patches for one in readings))
            part = text[start:end].strip()[:80]
            return found.changed(patches=kept, said="", question=f'What should change: "{part}"?')
    return found


def _spans(text: str) -> Sequence[tuple[int, int]]:
    """Where the parts of a text begin and end."""
    masked = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), text)
    spans: list[tuple[int, int]] = []
    at = 0
    for first, last in [*((joint.start(), joint.end()) for joint in _JOINT.finditer(masked)), (len(text), len(text))]:
        if re.search(r"\w", text[at:first]):
            spans.append((at, first))
        at = last
    return spans


def _asked(found: Understanding) -> frozenset[str]:
    """What was asked for: operations with the fields that they set and the scene or line that they are about."""
    asked: set[str] = set()
    for patch in found.patches:
        fields = patch.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        place = str(fields.get("scene") or fields.get("line") or fields.get("role") or "")
        asked |= {f"{patch.op} {place if isinstance(fields.get('scene', ''), str) else ''} {key}" for key in fields}
    asked |= {f"command {command.name}" for command in found.commands}
    return frozenset(asked | {f"enquiry {enquiry.topic}" for enquiry in found.enquiries})

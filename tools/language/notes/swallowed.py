"""Swallowed: requests that a text without quotation marks has taken in, and read for themselves instead.

`call scene 4 Get yours today and put Maya on the right` is two requests where what follows the joint would be
understood as a message of its own. Then the text ends before the joint; where the message is not understood so, what
it should say is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from tools.language.notes.context import Context
from tools.language.notes.splitting import Clause
from tools.language.notes.undone import undone
from tools.notes import NoteRequest, Understanding
from tools.patches import Patch

Hear = Callable[[NoteRequest, str], tuple[Context, list[Clause], Understanding]]

_TEXTS: Mapping[str, tuple[str, ...]] = {
    "set_heading": ("heading", "subtitle"),
    "set_title": ("title",),
    "set_end_card": ("call_to_action", "headline", "address"),
    "set_presenter": ("name", "role"),
    "replace_words": ("new",),
    "edit_line": ("text",),
    "add_line": ("line.text",),
    "insert_scene": ("scene.heading", "scene.lines"),
    "set_pronunciation": ("said",),
    "set_statistic": ("value", "label", "note"),
    "set_quote": ("quote", "author", "role"),
    "set_product": ("name", "price", "badge", "detail"),
    "set_entries": ("entries",),
}
"""The fields of operations that hold words of the message."""
_JOINT = re.compile(
    r"(?:\s*[,;.!?–-]+\s+|\s+)(?:(?:and|then|also|plus|but|oh|or)\b[\s,]*)+(?=\w)|\s*[,;.!?]+\s+(?=\w)|\s+[&+]\s+",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:(?:please|pls|also|then|and|oh|maybe|just|finally|lastly|afterwards|(?:the )?(?:second|third|next|other|last) "
    r"(?:thing|point)|can you|could you|would you|will you|i want you to|i'd like you to|you can|let's)[\s,:]+)*",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:make|put|set|use|change|turn|move|remove|delete|drop|lose|kill|cut|add|swap|switch|replace|bring|take|give|"
    r"get|let|keep|have|show|hide|rename|call|lock|unlock|lower|raise|mute|merge|split|duplicate|copy|export|render|"
    r"approve|undo|compare|shorten|lengthen|extend|hold|pause|stress|emphasi[sz]e|speak|slow|speed|zoom|she|he|it|"
    r"her|his|the|our|no|we(?:'re| are) (?:good|done|ready|happy)|in|on|scenes?|music|logo|captions|"
    r"subtitles|voice|square|vertical|portrait|dark|light|louder|quieter|faster|slower|bigger|smaller|tell|what|how|"
    r"which|who|why|is|are|do|does)\b",
    re.IGNORECASE,
)
_MOST = 3
"""So many joints of one text at most are tried."""


def unswallowed(hear: Hear, request: NoteRequest, text: str, found: Understanding) -> Understanding:
    """What was understood, with each request that stands within one of its texts read for itself; or a question."""
    if len(text) > 400 or found.question or not found.patches:
        return found
    for value in joined_texts(found.patches):
        start = text.lower().find(value.lower())
        if start < 0 or text[max(0, start - 1) : start] in tuple("\"'“‘«`„"):
            continue
        for joint in list(_JOINT.finditer(value))[:_MOST]:
            head, rest = value[: joint.start()].strip(), value[joint.end() :].strip()
            bare = rest[_match_end(rest) :]
            plain = bare[:1].isupper() == rest[:1].isupper()
            if not head or len(bare.split()) < 2 or _OPENS.match(bare) is None or not plain:
                continue
            scenes = [id_ for patch in found.patches if isinstance(id_ := getattr(patch, "scene", ""), str) and id_]
            there = replace(request, situation=replace(request.situation, focus=(*scenes, *request.situation.focus)))
            if not _is_request(hear, there, bare):
                continue
            again = f'{text[:start]}"{head}". {bare}{text[start + len(value) :]}'
            context, clauses, both = hear(request, again)
            clear = bool(both.patches) and not both.question and not both.unknown
            if clear and not undone(context, clauses, both) and len(_all(both)) >= len(_all(found)):
                return both
            kept = tuple(patch for patch in found.patches if value not in _texts_of(patch))
            return found.changed(
                patches=kept,
                said="",
                question=f'Should it say "{value[:120]}", word for word? Then put it in quotation marks.',
            )
    return found


def _match_end(text: str) -> int:
    led = _LED.match(text)
    return led.end() if led is not None else 0


def _is_request(hear: Hear, request: NoteRequest, text: str) -> bool:
    """Whether a text is understood as a message of its own that asks for something to be done."""
    context, clauses, found = hear(request, text)
    if found.question or found.unknown or found.enquiries and not text.rstrip().endswith("?"):
        return False
    return bool(found.patches or found.commands or found.enquiries) and not undone(context, clauses, found)


def _all(found: Understanding) -> tuple[object, ...]:
    return (*found.patches, *found.commands, *found.enquiries)


def joined_texts(patches: tuple[Patch, ...]) -> Iterator[str]:
    """The texts of patches that may hold a joint, the longest first."""
    texts = {text.strip() for patch in patches for text in _texts_of(patch)}
    yield from sorted((text for text in texts if _JOINT.search(text)), key=len, reverse=True)


def _texts_of(patch: Patch) -> list[str]:
    return [text for key in _TEXTS.get(patch.op, ()) for text in _strings(_held(patch, key))]


def _held(value: Any, key: str) -> Any:  # noqa: ANN401 - a field of some patch
    for part in key.split("."):
        value = getattr(value, part, None)
    return value


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - a text, or what holds texts
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(getattr(one, "text", one))

"""Doubts: texts without quotation marks that seem to hold more than is to be said or shown; they are asked about."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, ask
from tools.patches import (
    EditLine,
    Patch,
    ReplaceWords,
    SetEndCard,
    SetHeading,
    SetPresenter,
    SetPronunciation,
    SetTitle,
)

_MORE = re.compile(
    r"(?:,|\b(?:and|then|also|plus|but)\b)\s+(?:please|can you|could you|also|then|make (?:it|the)|turn|delete|remove|"
    r"lock|export|swap|move|put the|change|add|no (?:music|captions|logo)|it should|"
    r"the (?:music|logo|captions|heading|voice|scene|call to action|end card|title)|scene \d|how|what|burn|let it|hold|"
    r"(?:a |the )?(?:new|next|other|second|third) (?:heading|title|line|scene)|(?:a |the )?qr)\b|"
    r"\b(?:instead of|rather than|should (?:be|say|read)|scene \d)\b",
    re.IGNORECASE,
)
_SLOT = re.compile(
    r"(?:(?:the |a |its |her )?(?:heading|headline|subtitle|tagline|title|button|call to action)s? (?:\w|:)|> |= |-> "
    r"|an? q\.?r\b|"
    r"(?:now|by|make it|should|to be|it's|it is) \w|[\"“'][^\"”']+[\"”'],? (?:plus|and|then|with)\b)|.*\b(?:on|at|"
    r"for) the end card$|"
    r".*\b(?:as|for) (?:the )?(?:headline|heading|subtitle|call to action|title)$",
    re.IGNORECASE,
)
"""What stands at the beginning of a text, or ends it, where it holds the name of the place it is for."""
_TURNED = re.compile(r"(?:make it|let it be|change it to|put) [\"'“‘]", re.IGNORECASE)
_OF_A_PERSON = re.compile(r"\b(?:is|should|must|was|her|his|she|he|please|scene|make|change)\b", re.IGNORECASE)
_OF_A_SOUND = re.compile(r"\b(?:not|instead|please|and|scene|it|should|is|rather|but)\b|,", re.IGNORECASE)


def without_doubtful_texts(context: Context, patches: tuple[Patch, ...]) -> tuple[tuple[Patch, ...], Reading | None]:
    """The patches without those whose words are in doubt, and a question about the first of them."""
    certain: list[Patch] = []
    question: Reading | None = None
    for patch in patches:
        text = _doubtful(patch)
        if text and not re.search(rf"[\"'`«]\s*{re.escape(text)}", context.text):
            question = question or ask(f'Should it say "{text[:120]}", word for word? Then put it in quotation marks.')
        else:
            certain.append(patch)
    return tuple(certain), question


def _doubtful(patch: Patch) -> str:
    """The words of a patch that hold more than one would expect there; empty where none do."""
    if isinstance(patch, ReplaceWords):
        if re.fullmatch(r"(?:cut|removed|deleted|gone|dropped|out|shorter|longer|bigger|smaller|stressed|emphasised|"
                        r"there)", patch.new.lower()):
            return patch.new
        return patch.new if re.match(r"(?:it'?s|it is|now|is|that'?s) \S", patch.new, re.IGNORECASE) else ""
    if isinstance(patch, EditLine):
        return patch.text if _TURNED.match(patch.text) else ""
    if isinstance(patch, SetPronunciation):
        return patch.said if _OF_A_SOUND.search(patch.said) else ""
    if isinstance(patch, SetPresenter):
        return next((one for one in (patch.name, patch.role) if one and _OF_A_PERSON.search(one)), "")
    texts: tuple[str | None, ...] = ()
    keys = ("heading", "subtitle", "title", "call_to_action", "headline", "address")
    slots = (getattr(patch, key, None) for key in keys)
    named = next((one for one in slots if isinstance(one, str) and _SLOT.match(one)), "")
    if named:
        return named
    if isinstance(patch, SetHeading):
        texts = patch.heading, patch.subtitle
    elif isinstance(patch, SetTitle):
        texts = (patch.title,)
    elif isinstance(patch, SetEndCard):
        texts = patch.call_to_action, patch.headline
    return next((one for one in texts if one and _MORE.search(one)), "")

"""Doubts: texts without quotation marks that seem to hold more than is to be said or shown; they are asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.content_patches import SetScreen
from tools.language.notes.context import Context, Reading, ask
from tools.patches import (
    AddLine,
    EditLine,
    InsertScene,
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
    r"\b(?:instead of|rather than|should (?:be|say|read)|scene \d|and (?:its|the subtitle|the heading))\b",
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
_WEIGHS = re.compile(
    r"\b(?:music|captions?|logo|voice|backgrounds?|fonts?|typefaces?|transitions?|q\.?r\.?|end card|lower third|name "
    r"strap|"
    r"scenes? \d|heading|headline|subtitles?|tagline|call to action|badge|little circle|in a circle|\d+ ?(?:db|fps)|"
    r"(?:hold|stay|last)s? \d+ ?s?|karaoke|4k|the (?:gift|price|first|second|third|last|other|next) (?:line|one|scene|"
    r"sentence))\b|\b(?:and|plus|with) the (?:detail|price|note|source|label|author|role|address|name) \S|"
    r"#[0-9a-f]{6}\b|"
    r",\s*(?:https?://)?[a-z0-9-]+\.[a-z]{2,}|^(?:take it (?:out|away)|delete|remove|cut it|drop it|lose it|gone|and "
    r"(?:she|he|it|they)\b|(?:her|his|its) \w+ing?\b|"
    r"(?:her|him|it|them) (?:sound|look|seem|feel|say|smile))|\b(?:please|pls)$",
    re.IGNORECASE,
)
"""Words that are hardly ever shown or said, and are most often the next request."""
_SOUNDS_SO = re.compile(r"(?:her|him|it|them) (?:sound|look|seem|feel|say|smile)\b", re.IGNORECASE)
_SPEAKS_OF = re.compile(
    r"\b(?:instead of|rather than) \w|^(?:say|read|speak) (?:it|this|that)\b|^(?:cut|delete|deleted|removed?|gone|"
    r"dropped|out|warmer|slower|faster|louder|calmer)\W*$|^(?:delete|remove|cut|drop|out)\b[.,]|"
    r"^[\"'“‘].*[\"'”’]\W+\w|\bthe \w+ (?:line|sentence|scene): |"
    r"\b(?:and|then|also) (?:make|put|turn|delete|remove|lock|export|swap|move|change|set|hold|mute)\b|"
    r"\b(?:captions|subtitles|logo|end card|heading|name strap|scene \d)\b",
    re.IGNORECASE,
)
"""Words that are hardly ever spoken in a video, and speak of it."""
_TURNED = re.compile(r"(?:make it|let it be|change it to|put) [\"'“‘]", re.IGNORECASE)
_OF_A_PERSON = re.compile(r"\b(?:is|should|must|was|her|his|she|he|please|scene|make|change)\b", re.IGNORECASE)
_A_ROLE = re.compile(r"(?:head|director|manager|chief|ceo|cto|founder|co-founder|lead|vice president|vp)\b", re.I)
def in_its_scene(context: Context, patch: Patch) -> Patch:
    """The patch, with words that are replaced looked for where they stand: `in the part about delivery …`."""
    if not isinstance(patch, ReplaceWords) or not patch.scene:
        return patch
    old = patch.old.lower()
    held = [
        scene.id
        for scene in context.scenes
        if any(old in text.lower() for text in (scene.heading, scene.subtitle, *(line.text for line in scene.lines)))
    ]
    return patch.model_copy(update={"scene": held[0]}) if len(held) == 1 and patch.scene not in held else patch


_OF_A_SOUND = re.compile(r"\b(?:not|instead|please|and|scene|it|should|is|rather|but)\b|,", re.IGNORECASE)


def without_doubtful_texts(context: Context, patches: tuple[Patch, ...]) -> tuple[tuple[Patch, ...], Reading | None]:
    """The patches without those whose words are in doubt, and a question about the first of them."""
    certain: list[Patch] = []
    question: Reading | None = None
    for given in patches:
        patch = _with_bare_values(_with_bare_address(in_its_scene(context, given)))
        text = _doubtful(patch)
        if text and not re.search(rf"[\"'`«]\s*{re.escape(text)}", context.text):
            question = question or ask(f'Should it say "{text[:120]}", word for word? Then put it in quotation marks.')
        else:
            certain.append(patch)
    return tuple(certain), question


_ADDRESS = re.compile(
    r"(?P<address>(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:[/?]\S*)?)[,;]?\s+(?P<rest>.+)", re.IGNORECASE
)
_BEHIND_ADDRESS = re.compile(
    r"(?:(?:now|instead|please|pls|thanks|too|also|then|again|today|from|on|as|well|these|days|it|is|the|in|future)\b"
    r"[ ,.!]*)+",
    re.IGNORECASE,
)


_PRICE = re.compile(
    r"(?P<price>(?:[€$£]|eur|usd|chf)?\s?\d+(?:[.,]\d+)?(?:\s?(?:[€$£]|euros?|eur|dollars?|pounds?|francs?|chf|usd))"
    r"?),? "
    r"(?:for|on|in|under|next to|instead|please|rather|beside) .+",
    re.IGNORECASE,
)
"""A price, and what it is for."""
_ORDERED_SO = re.compile(r"(?:please )?(?:make|change|turn|let) (?:it|that|this)(?: be| read| say| to| into)? "
                         r"(?=[A-Z0-9€])")


_NAMED_SO = re.compile(r"(?:the )?(?:heading|headline|subtitle|tagline|call to action):? (?=[A-Z0-9€])")
_JOINED_SO = re.compile(r"\s*,?\s+(?:and|but|rather|instead)$", re.IGNORECASE)
_ON_CARD = re.compile(
    r",? (?:on|at|in) (?:the )?(?:(?:very )?(?:last|final|end|closing) (?:screen|slide|card|page|picture|scene|frame)|"
    r"very end)$",
    re.IGNORECASE,
)
"""The name of the place that a text is for, before or behind it."""


def _with_bare_values(patch: Patch) -> Patch:
    """The patch, with a price without what it costs, and a text without the words that only order it."""
    updated: dict[str, str] = {}
    for key in _FIELDS.get(patch.op, ()):
        value = getattr(patch, key, None)
        if not isinstance(value, str):
            continue
        bare = _ORDERED_SO.sub("", value, count=1) if _ORDERED_SO.match(value) else value
        bare = _NAMED_SO.sub("", bare, count=1)
        bare = _JOINED_SO.sub("", bare) if patch.op == "replace_words" else bare
        bare = _ON_CARD.sub("", bare) if patch.op == "set_end_card" else bare
        price = _PRICE.fullmatch(bare) if key == "price" else None
        bare = price["price"] if price is not None else bare
        if bare != value:
            updated[key] = bare
    return patch.model_copy(update=updated) if updated else patch


def _with_bare_address(patch: Patch) -> Patch:
    """The patch, with no word behind an address on the web: an address has no spaces."""
    found = _ADDRESS.fullmatch(_address(patch).strip())
    if found is None or _BEHIND_ADDRESS.fullmatch(found["rest"]) is None:
        return patch
    return patch.model_copy(update={"address": found["address"]})


def _address(patch: Patch) -> str:
    return (patch.address or "") if isinstance(patch, SetEndCard | SetScreen) else ""


def _doubtful(patch: Patch) -> str:
    """The words of a patch that hold more than one would expect there; empty where none do."""
    if _ADDRESS.fullmatch(_address(patch).strip()):
        return _address(patch)
    shown = () if isinstance(patch, ReplaceWords) else _shown(patch)
    weighty = next((one for one in shown if one and _WEIGHS.search(one)), "")
    if weighty:
        return weighty
    if isinstance(patch, ReplaceWords):
        if len(patch.new.split()) > 4 and _WEIGHS.search(patch.new):
            return patch.new
        if _SOUNDS_SO.match(patch.new) or re.search(r"\bin scene \w+ and\b|\bscene \d", patch.new.lower()):
            return patch.new
        if re.fullmatch(r"(?:cut|removed|deleted|gone|dropped|out|shorter|longer|bigger|smaller|stressed|emphasised|"
                        r"there)", patch.new.lower()):
            return patch.new
        return patch.new if re.match(r"(?:it'?s|it is|now|is|that'?s) \S", patch.new, re.IGNORECASE) else ""
    if isinstance(patch, EditLine):
        return patch.text if _TURNED.match(patch.text) or _SPEAKS_OF.search(patch.text) else ""
    if isinstance(patch, AddLine):
        return patch.line.text if _SPEAKS_OF.search(patch.line.text) else ""
    if isinstance(patch, InsertScene):
        return next((line.text for line in patch.scene.lines if _SPEAKS_OF.search(line.text)), "")
    if isinstance(patch, SetPronunciation):
        return patch.said if _OF_A_SOUND.search(patch.said) else ""
    if isinstance(patch, SetPresenter):
        if patch.name and not patch.role and _A_ROLE.match(patch.name):
            return patch.name
        return next((one for one in (patch.name, patch.role) if one and _OF_A_PERSON.search(one)), "")
    texts: tuple[str | None, ...] = ()
    keys = ("heading", "subtitle", "title", "call_to_action", "headline", "address")
    slots = (getattr(patch, key, None) for key in keys)
    named = next((one for one in slots if isinstance(one, str) and _SLOT.match(one) and one[:3] != "By "), "")
    if named:
        return named
    if isinstance(patch, SetHeading):
        texts = patch.heading, patch.subtitle
    elif isinstance(patch, SetTitle):
        texts = (patch.title,)
    elif isinstance(patch, SetEndCard):
        texts = patch.call_to_action, patch.headline
    return next((one for one in texts if one and _MORE.search(one)), "")


_FIELDS: Mapping[str, tuple[str, ...]] = {
    "replace_words": ("new",),
    "set_heading": ("heading", "subtitle"),
    "set_title": ("title",),
    "set_end_card": ("call_to_action", "headline"),
    "set_presenter": ("name", "role"),
    "set_product": ("name", "price", "badge", "detail"),
    "set_quote": ("author", "role"),
    "set_statistic": ("value", "label", "note"),
}
"""The fields of operations that hold words to be shown."""


def _shown(patch: Patch) -> tuple[str | None, ...]:
    """The words that a patch shows."""
    return tuple(getattr(patch, key, None) for key in _FIELDS.get(patch.op, ()))

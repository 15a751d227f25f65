"""Questions what there is to choose from: looks, layouts, and the smaller styles."""

from __future__ import annotations

import re

from renderers.looks import LOOKS
from tools.language.notes.contents_core import Core
from tools.language.notes.context import Reading
from tools.notes import Enquiry, Topic

_ASKS = re.compile(
    r"(?:what|which|how many|are there|do you have|have you got|got any|any other|is there "
    r"a list|list|show(?: me| us)?|tell me|what'?s|whats|wich|what kinds?|what sort)\b",
    re.I,
)
_THERE = (
    r"\b(?:have|are there|there|available|exist\w*|offer\w*|choose|choices?|options?|pick|"
    r"possible|support\w*|can (?:i|we|you|she|he)|got|list|show|could (?:i|we)|do you (?:do|"
    r"know)|the|all|like|supported)\b"
)
_TOPICS: tuple[tuple[Topic, str], ...] = (
    (
        "styles",
        r"\b(?:captions?|subtitles?|transitions?|framings?|camera|present\w*|perform\w*|gestur\w*|"
        r"sound effects?|small sounds|loudness)(?: \w+)? ?(?:styles?|kinds?|types?|looks?|options?|"
        r"presets?|standards?)?\b",
    ),
    (
        "layouts",
        r"\b(?:layouts?|arrangements?|scene (?:types?|kinds?|formats?|designs?)|(?:types?|kinds?) "
        r"of scenes?|templates?)\b",
    ),
    (
        "looks",
        r"\b(?:looks?|design directions?|design styles?|styles?|visual styles?|directions|designs?|"
        r"themes?|aesthetics?)\b",
    ),
)
_SMALL = r"\b(?:styles?|kinds?|types?|ways|transitions|framings|options?|presets?|standards?)\b"


def read_choices(core: Core) -> Reading | None:
    """A question which looks, layouts or styles there are."""
    text = core.text
    likened = re.match(
        r"(?:what|how) (?:does|do|is|would|will) (?:the )?(?P<l>\w+) (?:look|style|design)(?: "
        r"direction)?(?: look)?(?: like)?$",
        text,
        re.I,
    )
    if likened is not None and likened["l"].lower() in LOOKS:
        return Reading(enquiries=(Enquiry(topic="looks", words=text[:300]),))
    if core.scene is not None or not _ASKS.match(text) or not re.search(_THERE, text, re.I) or len(text.split()) > 14:
        return None
    if re.search(
        r"\b(?:corporate|house|compan(?:y|ies)|clients?|saved|behind|walls?|logo|"
        r"colou?rs?|music|voices?|backgrounds?|brands?|cost|long|drafts?|using|"
        r"now|current\w*|changed?|"
        r"why|fonts?|typefaces?|word|script|say|looks (?:good|fine|great|ok|nice))\b",
        text,
        re.I,
    ):
        return None
    if re.match(r"(?:show|list|tell)", text, re.I) and not re.search(
        r"\b(?:looks|layouts|styles|directions|transitions|templates|designs)\b", text, re.I
    ):
        return None
    for topic, words in _TOPICS:
        if re.search(words, text, re.I):
            if topic == "styles" and not re.search(_SMALL, text, re.I):
                return None
            if topic == "looks" and re.search(
                r"\b(?:does|do|did|will|would) (?:it|that|this|she|he|they|you|the \w+) look\b", text, re.I
            ):
                return None
            return Reading(enquiries=(Enquiry(topic=topic, words=text[:300]),))
    return None

"""Music traits: mood, drive, tempo and loudness of the music, in one breath: `cinematic, low energy, a bit quieter`.

Each trait that is named is set; where the words hold anything that is none of them, the request is left to the others.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from tools.language.notes.catalogues import mood_named
from tools.language.notes.contents_core import Core
from tools.language.notes.context import Context, Reading, do
from tools.language.notes.patterns import Token
from tools.notes import Understanding
from tools.patches import SetMusic

_MUSIC = re.compile(r"\b(?:background )?(?:music|song|track|tune|soundtrack|melody|score|beat)\b", re.IGNORECASE)
_DEGREE = (
    r"(?:(?P<bit>(?:just )?(?:a (?:little )?bit|a little|slightly|a touch|a tad|somewhat))|(?P<much>much|a lot|very|"
    r"way|far|really|considerably|extremely)|even|quite|rather)"
)
_LOUDNESS = re.compile(
    rf"(?:\b{_DEGREE} )?\b(?:(?P<up>louder|loud|turned up|high(?:er)? volume)|"
    rf"(?P<down>quieter|quiet|quietly|turned down|low(?:er)? volume|lower(?! (?:energy|tempo|drive))|in the "
    rf"background))\b(?: (?P<after>a (?:little )?bit|a little|slightly|a touch|a tad|a lot|much))?",
    re.IGNORECASE,
)
_DRIVE = re.compile(
    r"\b(?:(?P<high>high(?:er)?|more|full of|lots of)|(?P<low>low(?:er)?|less|little)|(?P<mid>medium|middling))[- ]"
    r"(?:energy|drive|intensity)\b|\b(?P<punchy>punch(?:y|ier)|energetic|driving)\b|"
    r"\benergy (?:(?:to|at|on|is|=|:) )?(?:(?P<high2>high|up)|(?P<low2>low|down)|(?P<mid2>medium))\b",
    re.IGNORECASE,
)
_TEMPO = re.compile(
    r"\b(?:(?:a |at a |in a )?(?:(?P<fast>fast(?:er)?|quick(?:er)?|up)|(?P<slow>slow(?:er)?)|(?P<mid>medium|moderate))"
    r"(?:[-\s]*(?:tempo|paced?))?|tempo (?:(?:to|at|on|is|=|:) )?(?:(?P<fast2>fast|up)|(?P<slow2>slow)|"
    r"(?P<mid2>medium)))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:voice|she|he|her|him|speak\w*|speech|talk\w*|captions?|subtitles?|logo|presenter|scenes?|video|transitions?|"
    r"until|where|when|look|than|fade\w*|too|normal|not|no|never|without|nor|instead|except|keep|don'?t|isn'?t|nah|said|mean|meant|sorry|actually|wait|half|twice|db|%)\b|\d|\"|“",
    re.IGNORECASE,
)
_LIGHT = frozenset(
    """give us me some a an the our my and but with more of make it want need would like love please pls something that
    is are be to sound feel feels have has let lets let's use put play add go goes for can could you we i kind bit in
    at very quite really so rather also plus now maybe make made should must under underneath on""".split()
)


def traits(context: Context, text: str) -> dict[str, Any] | None:
    """The fields of `SetMusic` that words about the music name, and None where they hold anything else."""
    found: dict[str, Any] = {}
    rest = _MUSIC.sub(" ", text)
    for pattern, named in ((_DRIVE, _drive), (_LOUDNESS, None), (_TEMPO, _tempo)):
        hits = list(pattern.finditer(rest))
        if len(hits) > 1:
            return None
        if hits:
            key, value = named(hits[0]) if named is not None else ("gain", _gain(context, hits[0]))
            found[key] = value
            rest = f"{rest[: hits[0].start()]} {rest[hits[0].end() :]}"
    words = [word for word in re.findall(r"[\w'-]+", rest.lower()) if word not in _LIGHT]
    if words:
        mood = mood_named(context, [Token(word, 0, 0) for word in words])
        if not mood:
            return None
        found["mood"] = mood
    return found


def _first(found: re.Match[str], *names: str) -> bool:
    return any(found.groupdict().get(name) for name in names)


def _drive(found: re.Match[str]) -> tuple[str, Literal["low", "medium", "high"]]:
    low, middling = _first(found, "low", "low2"), _first(found, "mid", "mid2")
    return "energy", "low" if low else "medium" if middling else "high"


def _tempo(found: re.Match[str]) -> tuple[str, Literal["slow", "medium", "fast"]]:
    slow, middling = _first(found, "slow", "slow2"), _first(found, "mid", "mid2")
    return "tempo", "slow" if slow else "medium" if middling else "fast"


def _gain(context: Context, found: re.Match[str]) -> float:
    after = (found["after"] or "").lower()
    much = found["much"] or after in ("a lot", "much")
    step = 10.0 if much else 3.0 if found["bit"] or after else 6.0
    now = context.board.music_gain if context.board is not None else 0.0
    return min(12.0, max(-40.0, round(now + (step if found["up"] else -step), 1)))


_MADE = re.compile(r"(?:make|turn|have) (?:it|this|that) (?:into )?an? ", re.IGNORECASE)


def read_music(core: Core) -> Reading | None:
    """The music with all the traits that are named, where there are two or more of them."""
    if core.question or core.scene is not None or not _MUSIC.search(core.text) or _OTHERS.search(core.text):
        return None
    found = traits(core.context, core.text)
    plain = len(found) == 1 and "mood" in found and _MADE.match(core.text) if found else None
    return do(SetMusic(**found)) if found and (len(found) > 1 or plain) else None


def unheard(context: Context, text: str, found: Understanding) -> bool:
    """Whether words that name nothing but traits of the music name one that was not set."""
    made = [patch for patch in found.patches if isinstance(patch, SetMusic)]
    if not made or not _MUSIC.search(text) or _OTHERS.search(text):
        return False
    named = traits(context, text) or {}
    return len(named) > 1 and any(all(getattr(patch, key) is None for patch in made) for key in named)

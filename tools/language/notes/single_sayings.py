"""Single sayings: one request told in a roundabout way, said again in plain words.

What is unmistakable wherever it stands is said again before anything is read; so are places that are called by what is
said there: `energetic for the rye loaf`, `the line about gold`. The rest serves a message that is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.language.notes.context import Context
from tools.language.notes.programme_sayings import FIRST_PROGRAMME, PROGRAMME_AGAIN
from tools.language.notes.reason_sayings import FIRST_REASONS, REASONS_AGAIN
from tools.language.notes.saying_words import Q
from tools.language.notes.sayings import is_said
from tools.language.notes.scene_names import named_scene
from tools.language.notes.text_sayings import FIRST_TEXTS
from tools.language.notes.text_sayings_again import TEXTS_AGAIN

_MANNERS = {
    "pride": "proud", "warmth": "warm", "confidence": "confident", "joy": "cheerful", "excitement": "excited",
    "urgency": "urgent", "calm": "calm", "empathy": "empathetic", "cheer": "cheerful", "seriousness": "serious",
}  # fmt: skip
_MANNER = re.compile(r"@(" + "|".join(_MANNERS) + r")\b", re.IGNORECASE)
_FOR = re.compile(
    rf"^\W*(?:please |just )?(?:say|use|put|write) {Q}([^\"'“”‘’]+?){Q} (?:for|instead of|in place of) "
    rf"{Q}([^\"'“”‘’]+?){Q}"
    r"(?: instead| please)*\W*$",
    re.IGNORECASE,
)


def single_first(context: Context, text: str) -> str:
    """The text with what is unmistakable in plain words, and the places that it names by what is said there."""
    if len(text) > 400 or "\n" in text:
        return text
    for pattern, again in (*FIRST_REASONS, *FIRST_PROGRAMME, *FIRST_TEXTS):
        text = pattern.sub(again, text, count=1)
    text = _MANNER.sub(lambda found: _MANNERS[found[1].lower()], text)
    text = _other_presenter(context, _last_spoken(context, text))
    swapped = _FOR.match(text)
    if swapped is not None and is_said(context, swapped[2]) and not is_said(context, swapped[1]):
        return f'replace "{swapped[2]}" with "{swapped[1]}"'
    return _parted(context, _placed(context, _outermost(context, text)))


_OTHER = re.compile(r"\bthe other (?:presenter|host|avatar|speaker|person|one to present)\b", re.IGNORECASE)


def _other_presenter(context: Context, text: str) -> str:
    """The text with the other presenter by name, where there are two."""
    if re.match(r"\W*(?:what|who|how|which|is|are|does|do|can)\b", text, re.IGNORECASE):
        return text
    known = context.situation.catalogues.get("avatar", ())
    others = [one for one in known if context.board is not None and one.id != context.board.avatar]
    return _OTHER.sub(others[0].name, text) if len(known) == 2 and len(others) == 1 else text


_LAST_TWO = re.compile(
    r"\bthe last (?:two|2) (?:scenes?|ones) (?:right |just )?(?:before|ahead of) the (?:end card|end|"
    r"closing card|ending)\b", re.IGNORECASE
)


def _last_spoken(context: Context, text: str) -> str:
    """The text with the last two scenes before the end card by their numbers."""
    end = next((context.number(scene.id) for scene in context.scenes if scene.layout == "end_card"), 0)
    return _LAST_TWO.sub(f"scenes {end - 2} and {end - 1}", text) if end > 3 else text


_PARTED = re.compile(
    r"^(?P<lead>.*\bsplit (?:scene (?P<n>\d+)|this scene)) (?P<side>after|behind|before) (?!the\b|line|sentence|its|"
    r"her|his|it\b|\d|['\"])"
    r"(?P<words>[\w' ]{3,40})$",
    re.IGNORECASE,
)


def _parted(context: Context, text: str) -> str:
    """The text with the line by its number where a scene is split at words that are said in it: `after we bake`."""
    found = _PARTED.match(text.rstrip(" .!?"))
    number = int(found["n"] or 0) if found is not None else 0
    if found is None or not 0 < number <= len(context.scenes):
        return text
    lines = context.scenes[number - 1].lines
    held = [n for n, line in enumerate(lines, start=1) if found["words"].lower().strip() in line.text.lower()]
    return f"{found['lead']} {found['side']} line {held[0]}" if len(held) == 1 else text


_OUTERMOST = re.compile(
    r"\bthe (?:(?:very )(?P<one>first|last) (?:spoken )?(?:sentence|line)|(?P<two>first|last) (?:spoken (?:sentence|"
    r"line)|thing (?:she|he) says))"
    r"(?: (?:of|in) (?:it all|(?:the )?(?:whole )?(?:video|film|script)))?\b(?! (?:of|in) )",
    re.IGNORECASE,
)


def _outermost(context: Context, text: str) -> str:
    """The text with the very first or last line of all by its number."""
    spoken = [scene for scene in context.scenes if scene.lines]
    found = _OUTERMOST.search(text)
    if found is None or not spoken or re.search(r"\bscenes?\b", text):
        return text
    last = (found["one"] or found["two"]).lower() == "last"
    scene = spoken[-1] if last else spoken[0]
    place = f"line {len(scene.lines) if last else 1} of scene {context.number(scene.id)}"
    return f"{text[: found.start()]}{place}{text[found.end() :]}"


_COLOURS = (
    r"gold|golden|silver|orange|rose|cream|amber|copper|bronze|lavender|olive|ruby|emerald|pearl|ivory|chocolate|"
    r"salmon|mint|sand|coral|rust|teal|white|black|red|green|blue|yellow|pink|purple|brown|grey|gray"
)
_OF_COLOUR = re.compile(
    rf"\bthe (?:(?P<noun>line|sentence|bit|part) (?:about|with|on|of|mentioning) (?:the )?(?P<words>(?:[a-z]+ )"
    rf"?(?:{_COLOURS}))|"
    rf"(?P<named>(?:[a-z]+ )?(?:{_COLOURS})) (?P<thing>line|sentence|scene|one))\b(?! (?:colou?r|scene))",
    re.IGNORECASE,
)


def coloured_places(context: Context, text: str) -> str:
    """The text with a line or scene that a colour is said in by its number: `the line about gold`."""
    found = _OF_COLOUR.search(text)
    if found is None:
        return text
    words = (found["words"] or found["named"]).lower()
    places = [
        (context.number(scene.id), n)
        for scene in context.scenes
        for n, line in enumerate(scene.lines, start=1)
        if re.search(rf"\b{re.escape(words)}\b", line.text.lower())
    ]
    if found["thing"] in ("scene", "one"):
        numbers = list(dict.fromkeys(number for number, _ in places))
        headed = any(re.search(rf"\b{re.escape(words)}\b", scene.heading.lower()) for scene in context.scenes)
        if len(numbers) != 1 or headed or (found["thing"] == "one" and "scene" not in text):
            return text
        return f"{text[: found.start()]}scene {numbers[0]}{text[found.end() :]}"
    if len(places) != 1:
        return text
    return f"{text[: found.start()]}line {places[0][1]} of scene {places[0][0]}{text[found.end() :]}"


_MANNERED = re.compile(
    r"\b(?:framing|close[- ]?up|full body|half body|head and shoulders|head to toe|energetic\w*|calm\w*|livel\w+|"
    r"excited\w*|serious\w*|"
    r"cheerful\w*|warm\w*|urgent\w*|confident\w*|proud\w*|sad\w*|happ\w+|louder|quieter|softer|slower|faster|"
    r"transition|dissolve|wipe|whip|presenting|smil\w+|empathetic\w*)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?P<only>only |just )?(?:when|while|whenever|where|as) (?:she|he|they|maya|daniel|the presenter)(?:'s| is)? "
    r"(?:talk|speak|tell|explain|mention|go on|chat|offer|show|present|demonstrate|introduce|praise|describe|"
    r"recommend)(?:s|ing|ning)?(?: us| people| something)?(?: about| of)? "
    r"(?:the |our |your |how to )?(?P<about>[a-z€$£]+(?: [a-z]+)?)(?=\W*$|[,.;]| (?:please|pls|only))",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:for|on|during|about|in|at|over|with) the (?P<about>[a-z]+(?: [a-z]+){0,2}?)(?: (?:bit|part))"
    r"?(?=\W*$)", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"\b(?:have |hear )?the (?P<about>[a-z]+) (?:told|said|spoken|explained|presented|delivered)\b(?: "
    r"to us)?", re.IGNORECASE
)
_SOUNDED = re.compile(
    r"^\W*(?:please )?(?:(?:add|put|play|i want|we want|give me) )?(?P<sound>(?:(?:a|an|one|little|short|small) )"
    r"*(?:riser|whoosh|chime|sting|impact)(?: sound)?) "
    r"(?:before|at|on|for|with|under|as|when) the (?P<about>[a-z]+)\W*$",
    re.IGNORECASE,
)
_PROGRAMME = frozenset(
    """video film clip movie programme whole thing presenter voice music logo captions screen camera picture background
    text beginning start opening end ending title intro card scene scenes audience website feed web customers viewers
    other others rest time moment same best way line sentence word words last first second third heading
    headline""".split()
)
"""Words of which none names a scene by what it is about."""


def _placed(context: Context, text: str) -> str:
    """The text with the scene that some manner is wished for by its number: `energetic for the rye loaf`."""
    sounded = _SOUNDED.search(text)
    scene = named_scene(context, sounded["about"]) if sounded is not None else None
    if sounded is not None and scene is not None and not set(sounded["about"].lower().split()) & _PROGRAMME:
        return f"{sounded['sound']} in scene {context.number(scene.id)}"
    if _MANNERED.search(text) is None or re.search(r"[\"“”:@]|\bscenes?\b|\bline\b|\bsentence\b", text):
        return text
    for pattern in (_TOLD, _SPOKEN, _OF):
        found = pattern.search(text)
        if found is None or set(found["about"].lower().split()) & _PROGRAMME:
            continue
        scene = named_scene(context, found["about"])
        if scene is not None and scene.lines:
            return f"{text[: found.start()]}in scene {context.number(scene.id)}{text[found.end() :]}"
    return text


def singly_told(text: str) -> Iterator[str]:
    """Ways of saying a part of a message in plain words, the nearest first."""
    plain = " ".join(text.split()).strip(" .!?…")
    for pattern, again in (*PROGRAMME_AGAIN, *TEXTS_AGAIN, *REASONS_AGAIN):
        changed = pattern.sub(again, plain, count=1)
        if changed != plain:
            yield changed

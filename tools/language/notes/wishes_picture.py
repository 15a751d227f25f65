"""Wishes about the picture: the look, transitions, the shape of the frame, and whether it is dark or light."""

from __future__ import annotations

import re

from renderers.looks import LOOKS
from tools.brief import Aspect
from tools.language.notes.contents_core import Core
from tools.language.notes.context import Reading, do
from tools.language.notes.expressions import expression
from tools.notes import Command
from tools.patches import SetCaptions, SetDark, SetFormat, SetLook, SetTransition

_LOOK = (
    r"\b(?:looks?|feel|style[ds]?|vibe|designs?|direction|aesthetic|dress|theme|appearance|"
    r"visuals|air|touch|fashion)\b"
)
_NOT_LOOK = (
    r"\b(?:music|song|track|tune|beat|sound\w*|underneath|play\w*|voice|speak\w*|presenter|she|he|captions?|subtitles?|headings?|fonts?|typeface|"
    r"title|background|backdrop|tone|words|script|scene|clothes|wear|logo|transition\w*|"
    r"perform\w*|gestur\w*)\b"
)
_MORE: dict[str, str] = {
    "luxury": r"luxur\w*|luxry|luxery|high[- ]end|up-?market|posh|expensive|classy|glamorous|sophisticated",
    "editorial": r"editorials?|magazines?|newspaper|bookish",
    "tech": r"tech\w*|futuristic|hi-?tech|digital",
    "playful": r"playful\w*|child(?:ish|like)|fun\w*|kid-?friendly",
    "news": r"news\w*|bulletin",
    "soft": r"soft\w*|round(?:er|ed)|gentle[r]?|tender",
    "bold": r"bold\w*|punchy|striking",
    "clean": r"clean\w*|plain\w*|minimal\w*|simple[r]?",
}


def read_look(core: Core) -> Reading | None:
    """The design direction that the words of a wish for the look speak of."""
    text = core.text
    if (
        core.scene is not None
        or not re.search(_LOOK, text, re.I)
        or re.search(rf"{_NOT_LOOK}|\btoo\b", text, re.I)
        or len(text.split()) > 16
    ):
        return None
    named = [
        name
        for name, look in LOOKS.items()
        if re.search(rf"\b(?:{_MORE.get(name, 'x^')}|{'|'.join(sorted(look.suits)) or 'x^'})\b", text, re.I)
    ]
    return do(SetLook(look=named[0])) if len(named) == 1 else None


_COMING = (
    ("match_scale", r"\bmatch[- ]?(?:scale|cut)\b|\bgrow(?:s|ing)? into\b|\bzoom(?:s|ing)? into the next\b"),
    ("push", r"\b(?:push(?:es|ed)?|slid(?:e|es|ing))\b(?: (?:in|over|across))?"),
    ("wipe", r"\bwip(?:e|es|ed|ing)\b"),
    ("whip", r"\bwhip(?:s|ped)?\b"),
    ("dissolve", r"\b(?:dissolv\w+|cross-?fad\w+|fad(?:e|es|ing) (?:in|over|into))\b"),
)


def read_transition(core: Core) -> Reading | None:
    """How a scene that is named comes in."""
    if core.scene is None or re.search(
        r"\b(?:music|presenter|she|he|her|him|title|points?|bullets?|logo|between|dissolve the)\b", core.text, re.I
    ):
        return None
    named = [kind for kind, words in _COMING if expression(words, re.I).search(core.text)]
    if len(named) != 1 or len(core.text.split()) > 10:
        return None
    return do(SetTransition(scene=core.scene.id, transition=named[0]), focus=(core.scene.id,))  # type: ignore[arg-type]


def read_cut_out(core: Core) -> Reading | None:
    """The presenter alone before a clear background, as a file to take away."""
    text = core.text
    alone = (
        r"\b(?:transparent\w*|clear background|alpha|cut[- ]?out|without (?:the |a |any )?background|"
        r"no background|presenter alone|(?:just|only) (?:the presenter|daniel|maya))\b"
    )
    formats = re.findall(r"\b(webm|mov)\b", text, re.I)
    if (
        len(set(formats)) != 1
        or not re.search(alone, text, re.I)
        or re.search(r"\b(?:mp4|gif|png|srt|vtt|music|captions?|logo)\b", text, re.I)
    ):
        return None
    return Reading(commands=(Command(name="export", value=formats[0].lower()),))


_CAPTIONS = (
    ("karaoke", r"\bkaraoke\b"),
    ("word", r"\b(?:word by word|one word|single words?|one-word|word at a time|few (?:large |big )?words)\b"),
    ("brand", r"\bbrand\w*\b|\b(?:our|company|corporate|house) (?:colou?rs?|style)\b"),
    ("box", r"\bbox(?:es|ed)?\b"),
    ("highlight", r"\bhighlight\w*\b"),
)


def read_captions(core: Core) -> Reading | None:
    """The style of captions."""
    text = core.text
    if not re.search(r"\b(?:captions?|subtitles?|subs)\b", text, re.I) or re.search(
        r"\b(?:music|voice|logo|export|size|bigger|smaller|larger|top|bottom|file|off)\b", text, re.I
    ):
        return None
    named = [style for style, words in _CAPTIONS if re.search(words, text, re.I)]
    burned = re.search(r"\b(?:burn\w*|on the picture|in the picture|on screen)\b", text, re.I) is not None
    if len(named) != 1:
        return None
    return do(SetCaptions(style=named[0], burned=True if burned else None))  # type: ignore[arg-type]


_SHAPES: tuple[tuple[Aspect, str], ...] = (
    ("4:5", r"\b(?:4 ?[:/x] ?5|four (?:by|to) five|4 by 5)\b"),
    ("9:16", r"\b(?:upright|vertical\w*|9 ?[:/x] ?16|9 by 16|stories|reels|shorts)\b"),
    ("1:1", r"\b(?:square|1 ?[:/x] ?1|one (?:by|to) one)\b"),
    ("16:9", r"\b(?:landscape|wide-?screen|16 ?[:/x] ?9|16 by 9|horizontal)\b"),
)
_RESOLUTIONS = (
    ("4k", r"\b(?:4k|2160p?|uhd|ultra ?hd)\b"),
    ("1080p", r"\b(?:1080p?|full ?hd)\b"),
    ("720p", r"\b(?:720p?)\b"),
)


def read_aspect(core: Core) -> Reading | None:
    """The shape of the frame, the resolution and the frame rate, as far as they are named."""
    text = core.text
    if core.scene is not None or re.search(
        r"\b(?:photo|picture|logo|captions?|presenter|export|euros?|seconds?|music|also|too|"
        r"both|second|one by one|voice|cut|reads?)\b",
        text,
        re.I,
    ):
        return None
    if len(text.split()) > 16 or _names_cast(core):
        return None
    shapes = [shape for shape, words in _SHAPES if expression(words, re.I).search(text)]
    turned = re.fullmatch(r".*?(?P<old>\d+:\d+) ?(?:->|>|=>|→|to|into) ?(?P<new>\d+:\d+).*", text)
    shapes = [shape for shape in shapes if turned is None or shape == turned["new"]]
    sizes = [size for size, words in _RESOLUTIONS if expression(words, re.I).search(text)]
    rate = re.search(r"\b(?P<n>24|25|30|50|60) ?(?:fps|frames?(?: per second)?|hz)\b", text, re.I)
    if len(shapes) > 1 or len(sizes) > 1 or not (shapes or sizes or rate):
        return None
    if not (shapes or rate) and not re.search(
        r"\b(?:resolution|quality|enough|plenty|please|make|render|need|want|give|in|do|fine|"
        r"get)\b|^\S+$",
        text,
        re.I,
    ):
        return None
    patch = SetFormat(
        aspect=shapes[0] if shapes else None,
        resolution=sizes[0] if sizes else None,  # type: ignore[arg-type]
        fps=int(rate["n"]) if rate else None,  # type: ignore[arg-type]
    )
    return do(patch)


def _names_cast(core: Core) -> bool:
    kinds = core.context.situation.catalogues
    names = {one.name.split(",")[0].lower() for kind in ("avatar", "voice") for one in kinds.get(kind, ())}
    return bool(names & set(re.findall(r"\w+", core.text.lower())))


def read_ground(core: Core) -> Reading | None:
    """Whether text is light on dark, or dark on light."""
    text = core.text
    if core.scene is not None:
        return None
    if re.search(r"\bdark\b.*\bor\b.*\blight\b|\blight\b.*\bor\b.*\bdark\b", text, re.I):
        chosen = re.search(r"\b(?:you|decide|choose|fits?|whichever|automatic\w*|colou?rs|yourself)\b", text, re.I)
        return do(SetDark(dark=None)) if chosen else None
    light_text = re.search(
        r"\b(?:white|light|bright) (?:text|letter\w*|type|writing|font)\b|\b(?:white|light) "
        r"on (?:black|dark)\b",
        text,
        re.I,
    )
    dark_text = re.search(
        r"\b(?:black|dark) (?:text|letter\w*|type|writing|font)\b|\b(?:black|dark) on (?:white|"
        r"light|pale)\b",
        text,
        re.I,
    )
    if bool(light_text) == bool(dark_text):
        return None
    return do(SetDark(dark=bool(light_text)))

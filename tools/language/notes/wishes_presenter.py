"""Wishes about the presenter: how lively they are, and where they stand."""

from __future__ import annotations

import re

from tools.content_patches import SetPresenterPlace
from tools.language.notes.contents_core import Core
from tools.language.notes.context import Reading, do
from tools.language.notes.expressions import expression
from tools.presenter_patches import SetPerformanceStyle
from tools.storyboard import PerformanceStyle, PresenterPlace

WHO = (
    r"\b(?:presenter|avatar|host|speaker|she|he|her|him|his|they|maya|daniel|lady|woman|"
    r"man|guy|dude|person|performer|performance)\b"
)
_GESTURES = (
    r"\b(?:gestur\w*|waving|waves?|body language|hands?|arms?|movements?|moves?|moving|fidget\w*|"
    r"act|acts|acting|animated|perform\w*|presents?|presenting|liveliness|motion)\b"
)
_OTHER = (
    r"\b(?:music|captions?|subtitles?|logo|voice|talks?|speaks?|says?|reads?|sounds?|tone|"
    r"read|speech|pace|colou?rs?|fonts?|background|transitions?|camera|zoom|close|frame|"
    r"see|show|shown|gif|webp|export|preview|chart|logo|points?|soap|towel|rub|wash)\b"
)
_MORE = (
    r"\b(?:more|livel\w+|energ\w+|dynamic\w*|animated|vivid\w*|active|expressive\w*|bigger|"
    r"passionate\w*|zest|life|spirited|enthusias\w+|vivacious)\b"
)
_LESS = (
    r"\b(?:less|fewer|calm\w*|reduce[ds]?|too (?:much|many|often)|quieter|still(?:er)?|subtle[r]?|"
    r"smaller|toned? down|tone (?:his|her|the) .*down|relaxed?|restrained|composed|minimal|"
    r"limit|so much|all over|cut down|tame[r]?)\b"
)
_STIFF = r"\b(?:stiff\w*|wooden|statues?|static|lifeless|motionless|frozen|rigid|mannequin|puppet)\b"
_RESTLESS = r"\b(?:fidget\w*|hectic|restless|jumpy|jittery|hyperactive|nervous|twitchy|flail\w*)\b"
_USUAL = r"\b(?:normal|usual|standard|default|ordinary|regular)\b"
_SAID = re.compile(r"[\"“][^\"”]*[\"”]")


def read_liveliness(core: Core) -> Reading | None:
    """How lively somebody presents."""
    text = _SAID.sub("", core.text)

    def has(pattern: str) -> bool:
        return expression(pattern, re.IGNORECASE).search(text) is not None

    if has(_OTHER) or len(text.split()) > 24:
        return None
    person = has(WHO)
    if has(r"\binterview\b") and (person or has(r"\b(?:style|like|as)\b")) and has(_GESTURES):
        return _styled(core, "interview")
    if (
        has(_USUAL)
        and has(r"\b(?:presenting|performance|perform\w*|gestur\w*)\b")
        and has(r"\b(?:way|style|manner|back|again|performance)\b")
    ):
        return _styled(core, "presenter")
    if has(_STIFF) and (person or len(text.split()) <= 3):
        return _styled(core, "energetic")
    if has(_RESTLESS) and person:
        return _styled(core, "calm")
    if not has(_GESTURES) and not re.search(r"\b(?:presenter|performance|avatar|host)\b", text, re.I):
        return None
    less, more = has(_LESS), has(_MORE)
    if has(r"\b(?:energ\w+|livel\w+|dynamic|animated)\b") and has(r"\bless\b"):
        return _styled(core, "calm")
    if has(r"\b(?:too (?:few|little)|not enough|barely|hardly)\b") and has(_GESTURES):
        return _styled(core, "energetic")
    if less == more:
        return None
    cue = has(
        r"\b(?:gestur\w*|waving|waves?|body language|hands?|arms?|movements?|moves?|moving|animated|"
        r"act|acts|acting|motion)\b"
    )
    direct = has(
        r"\b(?:livel\w+|energ\w+|dynamic\w*|animated|expressive\w*|calm\w*|relaxed|composed|"
        r"restrained|vivid\w*|spirited)\b"
    )
    if not (cue or (direct and has(r"\b(?:presenter|performance|perform\w*|presents?|presenting|avatar|host)\b"))):
        return None
    return _styled(core, "calm" if less else "energetic")


def _styled(core: Core, style: PerformanceStyle) -> Reading:
    scene = core.scene.id if core.scene is not None else ""
    return do(SetPerformanceStyle(style=style, scene=scene), focus=(scene,) if scene else ())


_PLACES: tuple[tuple[PresenterPlace, str], ...] = (
    ("circle", r"\b(?:circle|bubble|disc|disk|round (?:frame|window|picture|cut-?out)|small round|porthole)\b"),
    ("centre", r"\b(?:middle|cent(?:re|er)(?:ed|d)?|central\w*)\b"),
    ("left", r"\bleft\b"),
    ("right", r"\bright(?! (?:now|away|after|before))\b"),
)
_GONE = (
    r"\b(?:(?:nobody|no one|no-one)(?: (?:is|should be|to be|must be))? (?:on|in|visible|"
    r"seen|shown)\b|(?:no presenter|without (?:a |the )?presenter)\b|off[- ]?screen|off "
    r"the screen|out of (?:the )?(?:picture|shot|frame|view)|"
    r"(?:needn'?t|need not|doesn'?t (?:need|have) to|shouldn'?t|must not|mustn'?t|not) be "
    r"(?:visible|seen|shown|on screen|there)|just (?:the|her|his) voice|voice only|only "
    r"(?:the|her|his) voice)"
)


def read_place(core: Core) -> Reading | None:
    """Where the presenter of one scene stands."""
    text = _SAID.sub("", core.text)
    scene = core.scene
    if scene is None or not re.search(rf"{WHO}|\b(?:nobody|no one|voice)\b", text, re.I):
        return None
    if re.search(
        r"\b(?:logo|captions?|subtitles?|music|text|heading|picture|photo|camera|chart|column|"
        r"side of the)\b",
        text,
        re.I,
    ):
        return None
    if re.search(_GONE, text, re.I):
        return do(SetPresenterPlace(scene=scene.id, place="none"), focus=(scene.id,))
    named: list[PresenterPlace] = [place for place, words in _PLACES if re.search(words, text, re.I)]
    if len(named) != 1:
        return None
    return do(SetPresenterPlace(scene=scene.id, place=named[0]), focus=(scene.id,))

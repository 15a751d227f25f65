"""Filling of what holds for a whole programme: its look, how captions and transitions go, what it says of itself."""

from __future__ import annotations

import re
from typing import get_args

from tools.language.notes.context import Reading, do
from tools.language.notes.file_names import PICTURES
from tools.language.notes.filling_slots import Slots, presenter_name
from tools.language.notes.rules_delivery import SOUND_FILES
from tools.patches import (
    SetBackground,
    SetCaptions,
    SetEndCard,
    SetLogo,
    SetLook,
    SetMusic,
    SetTransition,
)
from tools.presenter_patches import SetPerformanceStyle
from tools.storyboard import BackgroundChoice, CaptionStyle, Corner, Energy, PerformanceStyle, Tempo, TransitionKind

_LOOKS = {
    "clean": r"clean|plain(?:er)?|default|standard|no special|minimal(?:ist|istic)?|neutral",
    "bold": r"bold(?:er)?",
    "editorial": r"editorial|magazine(?:-?like)?",
    "soft": r"soft(?:er)?|gentle(?:r)?",
    "tech": r"tech(?:y|nical)?|high[- ]tech",
    "luxury": r"luxur(?:y|ious)|premium|luxe",
    "playful": r"playful",
    "news": r"news(?:room|cast|y)?|bulletin|broadcast news",
}
"""By look, the words that name it."""
_DESIGN = r"look\w*|design\w*|styl\w*|aesthetics?|feel|direction|graphics?|theme|vibe"
_STYLES: dict[PerformanceStyle, str] = {
    "energetic": r"energetic|live(?:ly|lier)|animated|expressive|dynamic|bigger|(?:hands?|arms?) more|"
    r"more (?:\w+ )?(?:gestur\w+|mov\w+)|"
    r"moves? more|gestur\w+ more|(?:too|so) (?:stiff|still|static)",
    "calm": r"calm(?:er|ly)?|still|quiet(?:er)?|fewer|less|too (?:much|lively|restless|fidgety)|restrained|tone down",
    "interview": r"interview\w*",
    "presenter": r"normal|usual|presenter style|presenting|back to presenter|style of performance presenter",
}
_BODY = (
    r"gestur\w*|hands?|fidget\w*|mov(?:e|es|ing|ement|ements)|body|performance|presenter|acting|"
    r"behav\w*|stand\w*|interview\w*"
)
_TRANSITIONS: dict[TransitionKind, str] = {
    "wipe": r"wip(?:e|es|ing)",
    "push": r"push(?:es|ing)?",
    "whip": r"whip(?:s|[- ]?pans?)?",
    "match_scale": r"match[- ]?(?:ed)?[- ]?scale|scal(?:e|ing)|zoom(?:s|ing)?",
    "cut": r"(?:hard|straight|plain|simple|clean|sharp|jump)? ?cuts?",
    "dissolve": r"dissolves?|cross ?fades?|fades?",
}
_CAPTIONS: dict[CaptionStyle, str] = {
    "karaoke": r"karaoke|sing(?:along)?|sung|fill(?:ing)? (?:in|up)",
    "word": r"(?:one|single|big|few) (?:big )?words?|style\W+words?|word[- ]by[- ]word|"
    r"one by one|one word (?:after|at)|tik ?tok\w*|reels?|shorts",
    "box": r"box(?:es|ed)?|plain|simple|plate",
    "highlight": r"highlight\w*|light(?:s|ing)? up|mark(?:s|ed|ing)?",
    "brand": r"brand(?:ed)?|(?:our|brand|company|house) colou?rs?",
}


def _denied(slots: Slots) -> bool:
    return bool(slots.says(r"not|no|don'?t|dont|never|without|isn'?t|less|too|instead of|rather than"))


def _look(slots: Slots) -> Reading | None:
    text = re.sub(r"\bno special\b", "plain", slots.text)
    found = [name for name, words in _LOOKS.items() if re.search(rf"\b(?:{words})\b", text)]
    other = slots.says(r"music|voice|captions?|subtitles?|logo|font|background|heading|line|words?|gestur\w+|tone of")
    if len(found) != 1 or other or slots.scenes() or re.search(r"\b(?:not|no|don'?t|less|too|without)\b", text):
        return None
    if not (slots.says(_DESIGN) or found[0] in ("luxury", "editorial", "news")):
        return None
    slots.drop("video everything back light lighter brighter calmer playful tech upbeat cinematic typeface title")
    slots.drop("serious brand words script undo no instead " + found[0])
    return do(SetLook(look=found[0]))


def _performance(slots: Slots) -> Reading | None:
    if slots.says(r"voice|tone of|music|speech|talks?|speaks?|sounds?|design|captions?"):
        return None
    named = [name for name, words in _STYLES.items() if slots.says(words)]
    named = [name for name in named if name != "presenter"] or named
    style = named[0] if len(named) == 1 else ""
    if slots.says("interview\\w*"):
        style = "interview"
    if not style or (not slots.says(_BODY) and style != "energetic") or slots.says(r"don'?t|never|without"):
        return None
    scenes = slots.scenes()
    slots.drop(presenter_name(slots))
    slots.drop("avatar bigger calm calmer less no too quieter video upbeat move presenter not instead remove")
    if scenes:
        return do(*(SetPerformanceStyle(style=style, scene=one) for one in scenes), focus=tuple(scenes))
    return do(SetPerformanceStyle(style=style))


def _transition(slots: Slots) -> Reading | None:
    if _denied(slots) or slots.says(r"music|captions?|logo"):
        return None
    named = [kind for kind, words in _TRANSITIONS.items() if slots.says(words)]
    if len(named) > 1:
        named = [kind for kind in named if kind not in ("cut", "dissolve")]
    if len(named) != 1:
        return None
    every = [
        n
        for n, token in enumerate(slots.words.tokens)
        if token.norm == "@scene" and getattr(token.value, "every", False)
    ]
    slots.words.used.update(every)
    left = any(token.norm == "@scene" and n not in every for n, token in enumerate(slots.words.tokens))
    scenes = slots.scenes(("endcard",))
    if (left and not scenes) or len(scenes) > 2:
        return None
    if len(scenes) == 2:  # `between scenes 2 and 3`: into the later one
        order = [scene.id for scene in slots.context.scenes]
        if not slots.says("between|from") or order.index(scenes[1]) != order.index(scenes[0]) + 1:
            return None
        scenes = scenes[1:]
    slots.drop("transition turn remove cut hardcut dissolve scene @scene before bigger up swap")
    if scenes:
        return do(SetTransition(transition=named[0], scene=scenes[0]), focus=tuple(scenes))
    return do(SetTransition(transition=named[0]))


def _code(slots: Slots) -> Reading | None:
    """A code to scan on the end card, or none."""
    if not slots.says(r"q\.?r\.?(?:[- ]?codes?)?|qrcodes?|scan\w*|codes?"):
        return None
    off = slots.says(r"no|not|without|remove|hide|drop|don'?t|dont|take|lose|delete|off|away|skip|ditch|get rid")
    if off and slots.says("put|add|include|show") and not slots.says(r"don'?t|dont|not"):
        return None
    slots.scenes()
    if any(not re.search("qr|code", quote.lower()) for quote in slots.quotes()):
        return None
    slots.drop("learn endcard address website scene remove no not dont without last off away instead hide")
    slots.drop("@last words title")
    return do(SetEndCard(qr=not off))


def _captions_style(slots: Slots) -> Reading | None:
    if slots.scenes() or slots.says(r"size|bigger|smaller|larger|top|bottom|voice|music|not|no|don'?t|without"):
        return None
    if slots.says(r"who|speaker'?s?|names?|labels?|talks"):
        slots.drop("captions voice avatar talk say strap words call rename add")
        return do(SetCaptions(speakers=True))
    found = [style for style, words in _CAPTIONS.items() if slots.says(words)]
    found = found[:1] if "karaoke" in found else [one for one in found if one != "highlight"] or found
    if len(found) != 1 or not slots.says(r"captions?|subtitl\w+|subs|words?|captioning|cc"):
        return None
    slots.drop("captions bigger words brand colour light lighter script talk say vertical call background highlight")
    board = slots.context.board
    burned = True if board is not None and "burned" not in board.captions else None
    return do(SetCaptions(burned=burned, style=found[0]))


def _drive(slots: Slots) -> Reading | None:
    """How much drive the music has, a step up or down from what it has."""
    board = slots.context.board
    up = slots.says(r"more|higher|high|raise|increase|up|energetic")
    down = slots.says(r"less|low\w*|down|too much|reduce")
    if slots.says("not enough|too little"):
        up, down = slots.says("enough|little"), None
    if board is None or not slots.says(r"energy|drive|driving|punch\w*|power\w*|energetic|kick") or slots.scenes():
        return None
    if bool(up) == bool(down) and not (down and slots.says("energetic|too much|less")):
        return None
    levels = get_args(Energy)
    wanted = min(2, max(0, levels.index(board.music_energy) + (-1 if down else 1)))
    if levels[wanted] == board.music_energy or not slots.says(r"music|soundtrack|score|song|track|beat"):
        return None
    slots.drop("music volume up down quieter louder lower higher upbeat less more too epic bigger much not")
    return do(SetMusic(energy=levels[wanted]))


def _tempo(slots: Slots) -> Reading | None:
    board = slots.context.board
    complains = slots.says("too|so")
    fast = slots.says(r"fast\w*|quick\w*|up[- ]?tempo|speed(?:ier)?|speed up|pick up|pick")
    slow = slots.says(r"slow\w*")
    if board is None or bool(fast) == bool(slow) or slots.scenes() or slots.says("voice|speaks?|talks?|speech"):
        return None
    if not slots.says(r"music|soundtrack|score|song|track|beat|tune"):
        return None
    levels = get_args(Tempo)
    wanted = min(2, max(0, levels.index(board.music_tempo) + (1 if bool(fast) != bool(complains) else -1)))
    if levels[wanted] == board.music_tempo:
        return None
    slots.drop("music speed faster slower speedup slowdown up down upbeat too turn")
    return do(SetMusic(tempo=levels[wanted]))


def _own_music(slots: Slots) -> Reading | None:
    file = slots.file(SOUND_FILES)
    if not file or slots.says("voice|narrat\\w*|speak\\w*") or slots.scenes():
        return None
    slots.drop("music background instead add replace swap brand video @url under below endcard")
    return do(SetMusic(file=file))


def _own_logo(slots: Slots) -> Reading | None:
    file = slots.file(PICTURES)
    if not file or not slots.says(r"logo\w*|emblem|brand ?mark|watermark") or slots.scenes():
        return None
    row = slots.says("top|upper|bottom|lower")
    side = slots.says("left|right")
    place: Corner | None = None
    if row or side:
        if not (row and side):
            return None
        rows = {"upper": "top", "lower": "bottom"}
        place = f"{rows.get(row[0], row[0])} {side[0]}"  # type: ignore[assignment]
    slots.drop("logo brand instead swap replace add address avatar call @url top bottom left right upper lower video")
    return do(SetLogo(file=file, place=place))


def _own_background(slots: Slots) -> Reading | None:
    file = slots.file(PICTURES)
    every = [
        n
        for n, token in enumerate(slots.words.tokens)
        if token.norm == "@scene" and getattr(token.value, "every", False)
    ]
    slots.words.used.update(every)
    named = [token for token in slots.words.tokens if token.norm == "@scene"]
    scenes = slots.scenes(("title", "endcard"))
    if not file or (len(named) > len(every) and not scenes) or slots.says("logo|left|right|top|bottom"):
        return None
    if not slots.says(r"background|backdrop|behind|bg|wallpaper|backgroud"):
        return None
    slots.drop("background avatar after scene @url instead add replace swap video")
    choice = BackgroundChoice(picture=file)
    if scenes:
        return do(*(SetBackground(scene=one, background=choice) for one in scenes), focus=tuple(scenes))
    return do(SetBackground(background=choice))


FILLERS = {
    "look": _look,
    "performance_style": _performance,
    "transition.wipe": _transition,
    "transition.push": _transition,
    "transition.whip": _transition,
    "transition.match_scale": _transition,
    "end_card.qr": _code,
    "captions.style": _captions_style,
    "music.energy": _drive,
    "music.tempo": _tempo,
    "music.file": _own_music,
    "logo.file": _own_logo,
    "background.picture": _own_background,
}

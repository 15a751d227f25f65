"""Filling of what is asked for with one plain value: a length, a shape, a person, a scene to lock or to hold, a colour.

Each reads a clause in which the value stands once, whatever else is said around it; two of them are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.language.notes.context import Reading, Scenes, do
from tools.language.notes.filling_slots import Slots
from tools.patches import (
    LockScene,
    MergeScenes,
    SetAvatar,
    SetBrand,
    SetColour,
    SetDuration,
    SetFormat,
    SetHold,
    SetLogo,
    SetVoice,
)
from tools.presenter_patches import SetFraming
from tools.storyboard import Framing

_SHAPES = {"vertical": "9:16", "square": "1:1", "landscape": "16:9", "fourfive": "4:5"}
_FRAMINGS: tuple[tuple[str, Framing], ...] = (
    (r"head(?: and |-and-| & |\s?)shoulders?", "head_shoulders"),
    (r"full[- ]?body|head to toe|feet|whole body|full figure|full length", "full_body"),
    (r"half[- ]?body|waist|medium shot|mid[- ]?shot|half figure", "half_body"),
    (r"close[- ]?up|closeup|face|zoom(?:ed)? in|"
     r"(?:lean|move|come|go|much|way|right|really) (?:in )?closer?|tight", "close_up"),
)
_AWAY = r"not|instead of|rather than|lose|no|without|never|nobody wants|than|out|replace|swap"


def _length(slots: Slots) -> Reading | None:
    """The one length that the video does not have already."""
    lengths = [float(token.value) for token in slots.words.take(("@dur",))]
    plain = [float(token.value) for token in slots.words.take(("@num",))]
    now = slots.context.seconds
    if slots.says("not|no|sorry|meant|than|instead") and len({*lengths, *plain} - {now}) > 1:
        return None
    wanted = {one for one in (lengths or plain) if one != now} or {one for one in plain if one != now}
    if len(wanted) != 1 or slots.says("half|twice|double|each|per|scene|pause|after|before|hold|stay"):
        return None
    (seconds,) = wanted
    if not 5 <= seconds <= 600 or (not lengths and not slots.says(r"long|short|enough|plenty|length|lasts?|seconds?|"
        r"too")):
        return None
    slots.skip_pronouns()
    slots.drop("video duration speed longer shorter too not dont instead cut than before no only")
    return do(SetDuration(seconds=seconds))


def _shape(slots: Slots) -> Reading | None:
    board = slots.context.board
    found = [_SHAPES[token.norm] for token in slots.words.take(_SHAPES)]
    found += [str(token.value) for token in slots.words.take(("@ratio",))]
    wanted = {one for one in found if board is not None and one != board.aspect} or set(found)
    if len(wanted) != 1 or slots.says("captions?|subtitles?|logo|loud\\w*|not|no|don'?t|dont|without|wouldn'?t|never"):
        return None
    slots.skip_pronouns()
    slots.drop("aspect video draft instead not dont no")
    return do(SetFormat(aspect=wanted.pop()))  # type: ignore[arg-type]


def _named(slots: Slots, kind: str) -> list[str]:
    """The entries of a catalogue whose first names stand in the clause and are wanted, in order."""
    held = {c.name.split(",")[0].split()[0].lower(): c.id for c in slots.context.situation.catalogues.get(kind, ())}
    found: list[str] = []
    tokens = slots.words.tokens
    for n, token in enumerate(tokens):
        word = slots.typed(token).lower().removesuffix("'s")
        if word not in held or n in slots.words.used:
            continue
        before = " ".join(slots.typed(one).lower() for one in tokens[max(0, n - 3) : n])
        after = slots.typed(tokens[n + 1]).lower() if n + 1 < len(tokens) else ""
        slots.words.used.add(n)
        away = re.search(rf"\b(?:{_AWAY})\b(?!.*\b(?:with|for|by|use|put|take|no)\b)", before)
        if away is None and after not in ("out", "off"):
            found.append(held[word])
    return found


def _avatar(slots: Slots) -> Reading | None:
    board = slots.context.board
    found = list(dict.fromkeys(_named(slots, "avatar")))
    wanted = [id_ for id_ in found if board is not None and id_ != board.avatar]
    if len(wanted) != 1 or slots.says(r"voice|narrat\w+|scene|name|title|role|strap|close\w*|left|right"):
        return None
    slots.drop("avatar remove swap replace change not dont instead off than out no")
    return do(SetAvatar(avatar=wanted[0]))


def _voice(slots: Slots) -> Reading | None:
    found = list(dict.fromkeys(_named(slots, "voice")))
    if len(found) != 1 or slots.says(r"faster|slower|louder|quieter|scene|presenter|name|title"):
        return None
    slots.drop("voice avatar calm calmer bright lighter female male too brighter leave all everything same instead "
               "not video "
               "swap replace change than no off but except read talk say")  # fmt: skip
    return do(SetVoice(voice=found[0]))


def _lock(slots: Slots) -> Reading | None:
    scenes = slots.scenes(("title", "endcard"))
    if not scenes or slots.says(r"unlock|open|free|except|but|other|rest|delete|remove"):
        return None
    slots.drop("lock leave no not dont never nobody final change video instead only until unless")
    return do(*(LockScene(scene=id_) for id_ in scenes), focus=tuple(scenes))


def _hold(slots: Slots) -> Reading | None:
    ending = next((scene.id for scene in slots.context.scenes[-1:]), "")
    seconds = slots.seconds()
    scenes = slots.scenes(("title", "endcard"))
    if not scenes and slots.says("(?:at|to) the (?:very )?end|last (?:picture|image|frame|screen|page|thing)"):
        scenes = [ending]
        slots.drop("@last @first")
    if seconds is None or len(scenes) != 1 or slots.says(r"line|sentence|music|long\w* than|longer|more|another"):
        return None
    slots.drop("hold leave show address words picture video say talk read endcard @last last before until speed so "
               "after")
    return do(SetHold(scene=scenes[0], seconds=seconds), focus=tuple(scenes))


def _framing(slots: Slots) -> Reading | None:
    text = re.sub(r"(?:instead of|rather than|not) (?:a |an |the )?[\w-]+(?:[ -]up)?", "", slots.text)
    found = [framing for words, framing in _FRAMINGS if re.search(rf"\b(?:{words})\b", text)]
    scenes = slots.scenes(("title",))
    denied = slots.says(
        r"not (?:so|too|as|that)|no need|less|don'?t|dont|without|never|no more|too (?:close|tight|near)"
    )
    if not found or denied or slots.says(r"captions?|logo|text|music"):
        return None
    slots.drop("avatar body head closer close bigger zoom up off much too not instead way right half full line cut "
               "words than no")
    slots.drop("@num" if slots.says("way 2") else "")
    slots.words.used.update(
        n for n, token in enumerate(slots.words.tokens) if token.norm == "@line" and isinstance(token.value, Scenes)
    )
    where: Sequence[str] = scenes or ("",)
    return do(*(SetFraming(framing=found[0], scene=one) for one in where), focus=tuple(scenes))


def _merge(slots: Slots) -> Reading | None:
    scenes = slots.scenes()
    order = [scene.id for scene in slots.context.scenes]
    if len(scenes) == 1:
        step = 1 if slots.says("next|following|after") else -1 if slots.says("before|previous|preceding") else 0
        at = order.index(scenes[0]) + step
        if at == order.index(scenes[0]) or not 0 <= at < len(order):
            return None
        scenes.append(order[at])
    pair = sorted(scenes, key=order.index)
    if len(pair) != 2 or order.index(pair[1]) != order.index(pair[0]) + 1 or slots.says("swap|after that|delete|not|"
        "don't"):
        return None
    slots.drop("merge one together single scene before after next storyboard")
    return do(MergeScenes(first=pair[0], second=pair[1]), focus=(pair[0],))


def _colour(role: str) -> Callable[[Slots], Reading | None]:
    def rule(slots: Slots) -> Reading | None:
        held = slots.words.take(("@colour",))
        exact = [str(token.value) for token in held if slots.typed(token).startswith("#")]
        wanted = set(exact or [str(token.value) for token in held])
        others = {
            "primary": "accent|highlight|secondary",
            "accent": "primary|main|secondary",
            "secondary": "primary|main|accent",
        }
        if len(wanted) != 1 or slots.says(rf"{others[role]}|background|captions?|logo|text|dark\w*|light\w*"):
            return None
        slots.drop("colour brand accent primary secondary not dont only warmer cooler brighter instead typeface but "
                   "say main video")
        slots.skip_pronouns()
        return do(SetColour(role=role, colour=wanted.pop()))  # type: ignore[arg-type]

    return rule


def _no_brand(slots: Slots) -> Reading | None:
    off = (
        r"unbranded|non-?branded|brand-?free|(?:no|without|remove|drop|lose|off)(?: \w+){0,3} brand\w*|"
        r"brand\w* (?:off|out|away|gone)"
    )
    if not slots.says(off) or slots.says("colours?|logo|fonts?|use|add"):
        return None
    slots.skip_pronouns()
    slots.drop("brand no not dont without off remove away draft video all none only")
    return do(SetBrand(brand=None))


def _corner(slots: Slots) -> Reading | None:
    rows = {word for word in ("top", "upper", "bottom", "lower") if slots.says(word)}
    sides = {word for word in ("left", "right") if slots.says(word)}
    if len(rows) != 1 or len(sides) != 1 or slots.says(r"captions?|subtitles?|presenter|she|he|not|bigger|smaller|"
                                                       r"size"):
        return None
    row = {"upper": "top", "lower": "bottom"}.get(next(iter(rows)), next(iter(rows)))
    slots.drop("logo brand top bottom left right lower upper corner")
    return do(SetLogo(place=f"{row} {next(iter(sides))}"))  # type: ignore[arg-type]


FILLERS = {
    "duration.to": _length,
    "duration.shorter": _length,
    "format.aspect": _shape,
    "avatar": _avatar,
    "voice": _voice,
    "lock": _lock,
    "hold": _hold,
    "framing": _framing,
    "merge_scenes": _merge,
    "colour.primary": _colour("primary"),
    "colour.accent": _colour("accent"),
    "colour.secondary": _colour("secondary"),
    "brand.none": _no_brand,
    "logo.place": _corner,
}

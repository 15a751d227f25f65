"""Filling of what is asked of scenes: their layout, how long they stay, where they stand, who is seen how closely."""

from __future__ import annotations

import re

from tools.content_patches import SetPresenterPlace
from tools.delivery_patches import SetPause
from tools.errors import PatchRefused
from tools.language.notes.context import Reading, ask, do
from tools.language.notes.expressions import expression
from tools.language.notes.file_names import FILMS
from tools.language.notes.filling_slots import Slots, plain, presenter_name
from tools.language.notes.rules_scenes import fresh_id
from tools.layout_wishes import layout_patches
from tools.patches import InsertScene, MoveScene, SetHold, SplitScene
from tools.presenter_patches import SetFraming
from tools.storyboard import FilmChoice, Framing, Layout, PresenterPlace, Scene

_LAYOUTS: dict[Layout, str] = {
    "title": r"(?:big )?title(?: card| layout| slide| screen)?|title style|just (?:the )?(?:words|text)",
    "presenter": r"(?:the )?(?:presenter|speaker|talking head|person|host)(?: layout| style| view)?",
    "end_card": r"(?:end|closing) ?card(?: layout)?",
    "points": r"(?:bullet(?:ed)? ?)?(?:points?|list|bullets)(?: layout| list)?|list of (?:bullet )?points",
    "steps": r"(?:numbered )?steps(?: layout)?",
    "quote": r"quot(?:e|ation)(?: card| layout)?|testimonial",
    "statistic": r"statistics?|(?:big )?(?:figure|number)|stat",
    "comparison": r"comparison|before and after|versus",
    "chart": r"(?:bar |line |pie )?(?:chart|graph)|donut",
    "product": r"product(?: card| layout| shot)?",
    "full_bleed": r"full[- ]bleed|full[- ]screen (?:picture|image|photo)",
    "picture_in_picture": r"picture[- ]in[- ]picture|pip",
    "screen": r"browser(?: window)?|phone screen|screen recording|screen layout",
    "chapter": r"chapter(?: card| layout| title)?",
}
_PLACES: dict[PresenterPlace, str] = {
    "left": r"left(?:[- ]hand)?(?: side)?",
    "right": r"right(?:[- ]hand)?(?: side)?",
    "centre": r"cent(?:re|er)(?:e?d)?|middle",
    "circle": r"circle|circular|round(?: bubble)?|bubble",
    "none": r"no (?:presenter|person|speaker|host|one|body)|nobody|without (?:the |a )?(?:presenter|person|speaker|"
    r"host|her|him)|hid(?:e|den)|invisible|not (?:be )?(?:seen|visible|shown)|out of (?:the )?(?:picture|shot|frame)|"
    r"(?:only|just) (?:the |her |his )?voice|voice only|disappear|off[- ]?(?:screen|camera)",
}
_FRAMINGS: dict[Framing, str] = {
    "close_up": r"close[- ]?ups?|extreme close|tight (?:on|shot)|(?:just|only) (?:her|his|the|their) (?:face|head)|"
    r"(?:tight|close)(?:er)? (?:shot|framing|view)|in (?:close |tight )?on (?:her|his|the) face|"
    r"closer to (?:her|his|the) face",
    "head_shoulders": r"head[- ](?:and|&|n|to)[- ]shoulders?|shoulders up(?:wards)?|chest up(?:wards)?|"
    r"head ?shot|bust shot",
    "half_body": r"half[- ]body|(?:waist|hips?|belt) up(?:wards)?|upper body|medium shot|torso|"
    r"(?:from|to) (?:the|his|her|their) (?:waist|belt|hips?)",
    "full_body": r"full[- ]body|(?:whole|entire) (?:body|figure)|full (?:figure|length)|"
    r"head to (?:toes?|foot|feet)|seen in full",
}
_LEAD = r"(?:as|a|an|into|to|with|use|be|:|show|get|in|the|its?)"
_ARTICLES = r"(?:an? |the |its |some )?(?:plain |simple |pure |proper )?"
_TAIL = r"(?:layout|please|pls|now|instead|thanks|card|again|for|in|on|style)"
_MOMENT = r"(?:a|one|half a|short|little|brief|small|tiny) ?(?:moment|second|beat|breath|pause)|pause|breather"
_AFTER = re.compile(r"\b(?:right |directly |straight |just )?(after|behind|following|before|in front of|ahead of)\b")


def _layout(slots: Slots) -> Reading | None:
    text = re.sub(r"\b(?:instead of|rather than|not)\b.*$", "", slots.text)
    scenes = slots.scenes(("endcard",))
    if slots.says("music|captions?|logo|gestur\\w+|without|remove|delete"):
        return None
    named = {
        layout
        for layout, words in _LAYOUTS.items()
        if expression(rf"\b{_LEAD}\s+{_ARTICLES}(?:{words})\W*(?:$|\b{_TAIL})").search(text)
        or expression(
            rf"\b(?:{words}) (?:layout|style|scene)\b|layout\W+(?:to |as )?(?:a )?(?:{words})\W*$"
        ).search(text)
    }
    if "full_bleed" in named or "picture_in_picture" in named:
        named -= {"points", "screen"}
    if len(named) != 1 or not scenes:
        return None
    layout = named.pop()
    scene = slots.context.scene(scenes[0])
    if scene is None or scene.layout == layout or len(scenes) > 2:
        return None
    slots.drop("scene merge title avatar endcard instead aspect video words layout show line script bigger @line only")
    board = slots.context.board
    assert board is not None
    try:
        return do(*layout_patches(board, scenes[0], layout), focus=(scenes[0],))
    except PatchRefused as error:
        return ask(str(error))


def _presenter_place(slots: Slots) -> Reading | None:
    found = [place for place, words in _PLACES.items() if slots.says(words)]
    scenes = slots.scenes()
    if "none" in found and len(found) == 2:
        return None
    if len(found) != 1 or not scenes or slots.says("logo|captions?|heading|title|text|music|top|bottom|qr"):
        return None
    if found[0] != "none" and slots.says("not|no|don't|dont|without|never|remove"):
        return None
    slots.drop("avatar left right remove no not without hide away off out voice video only mute middle talk model show")
    slots.drop("picture smaller move put instead square background scene dont first_name " + presenter_name(slots))
    return do(*(SetPresenterPlace(scene=one, place=found[0]) for one in scenes), focus=tuple(scenes))


def _film(slots: Slots) -> Reading | None:
    """A scene of its own for a film that came with the message."""
    file = slots.file(FILMS)
    side = _AFTER.search(slots.text)
    scenes = slots.scenes(("title", "endcard"))
    if not file or not scenes or slots.says("logo|music|voice|opening|closing|intro|outro|background"):
        return None
    order = [scene.id for scene in slots.context.scenes]
    places = [order.index(scene) for scene in scenes]
    if len(places) == 2 and slots.says("between") and max(places) == min(places) + 1:
        at = min(places)
    elif len(places) == 1 and side is not None:
        at = places[0] - (side[1] in ("before", "in front of", "ahead of"))
    else:
        return None
    after = order[at] if at >= 0 else ""
    scene = Scene(id=fresh_id(slots.context, "clip"), layout="clip", film=FilmChoice(file=file))
    slots.drop("before after video add instead show @url file background behind scene move avatar endcard title")
    return do(InsertScene(after=after, scene=scene))


def _stay(slots: Slots) -> Reading | None:
    """A scene that stays, or a line with silence beside it."""
    seconds = slots.seconds()
    if seconds is None:
        if not slots.says(_MOMENT):
            return None
        seconds = 0.5 if slots.says("half a second") else 1.0 if slots.says("second") else 0.6
        spoken = True
    else:
        spoken = bool(slots.says(r"paus\w*|silen\w+|wait\w*|breath\w*|beat|gap|break|quiet|stop\w*"))
    side = re.search(r"\b(after|before|following|preceding|ahead of|in front of|behind)\b", slots.text)
    quotes = [str(token.value) for token in slots.words.tokens if token.norm == "@quote"]
    line = slots.line()
    if line and quotes and plain(quotes[0]) != plain(slots.context.line_text(line)):
        return None  # after some of its words, which a rule reads
    if line and side is not None and 0 < seconds <= 30:
        slots.drop("split mute leave drag pause before after of music breath moment line words second break duration")
        before = side[1] not in ("after", "following", "behind")
        return do(SetPause(line=line, before=seconds if before else None, after=None if before else seconds))
    scenes = slots.scenes(("title", "endcard"))
    if line or len(scenes) != 1 or spoken or not 0 <= seconds <= 60:
        return None
    slots.drop("after the last words line hold stay duration longer leave screen draft")
    return do(SetHold(scene=scenes[0], seconds=seconds), focus=tuple(scenes))


def _move(slots: Slots) -> Reading | None:
    order = [scene.id for scene in slots.context.scenes]
    first, last = slots.words.take(("@first",)), slots.words.take(("@last",))
    scenes = slots.scenes(("title", "endcard"))
    side = _AFTER.search(slots.text)
    if len(scenes) == 2 and side is not None and not first and not last:
        moved, place = scenes
        rest = [id_ for id_ in order if id_ != moved]
        if side[1] in ("after", "behind", "following"):
            after = place
        else:
            at = rest.index(place)
            after = rest[at - 1] if at else ""
    elif len(scenes) == 1 and bool(first) != bool(last) and side is None:
        (moved,) = scenes
        rest = [id_ for id_ in order if id_ != moved]
        if not rest:
            return None
        closing = slots.context.scene(rest[-1])
        card = closing is not None and closing.layout == "end_card"
        after = "" if first else rest[-2] if card and len(rest) > 1 else rest[-1]
    else:
        return None
    at = order.index(moved)
    if (order[at - 1] if at else "") == after:
        return None
    slots.drop("before after turn move title endcard scene otherway")
    return do(MoveScene(scene=moved, after=after), focus=(moved,))


def _split(slots: Slots) -> Reading | None:
    if not slots.says("after|behind|following"):
        return None
    line = slots.line()
    own = next((scene for scene in slots.context.scenes for one in scene.lines if one.id == line), None)
    named = slots.scenes()
    if own is None or own.lines[-1].id == line or (named and named != [own.id]):
        return None
    slots.drop("split after scene cut")
    return do(SplitScene(scene=own.id, after=line, new_id=fresh_id(slots.context, own.id)), focus=(own.id,))


def _framing(slots: Slots) -> Reading | None:
    named = [framing for framing, words in _FRAMINGS.items() if slots.says(words)]
    if len(named) != 1 or slots.says("not|no|don't|dont|never|without"):
        return None
    every = [
        n
        for n, token in enumerate(slots.words.tokens)
        if token.norm == "@scene" and getattr(token.value, "every", False)
    ]
    slots.words.used.update(every)
    named_scenes = [token for token in slots.words.tokens if token.norm == "@scene"]
    scenes = slots.scenes(())
    if len(named_scenes) > len(every) and not scenes:
        return None
    slots.drop(presenter_name(slots))
    slots.drop("avatar top duration body video scene medium closer tighter shorter only right instead show")
    if scenes:
        return do(*(SetFraming(framing=named[0], scene=id_) for id_ in scenes), focus=tuple(scenes))
    return do(SetFraming(framing=named[0]))


FILLERS = {
    "layout": _layout,
    "hold": _stay,
    "pause": _stay,
    "move_scene": _move,
    "split_scene": _split,
    "framing": _framing,
    "presenter_place": _presenter_place,
    "insert_film": _film,
}

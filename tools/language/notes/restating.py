"""Restating: a clause of a kind that is known, said again in the plainest words with the values that stand in it.

Nothing is made of a clause in which a value, another thing of the programme, or a negation would be left over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from tools.language.notes.catalogues import choose, mood_named, words_of
from tools.language.notes.context import Scenes
from tools.language.notes.frame_words import (
    COMPARED,
    GENDERS,
    LIGHT,
    MODALS,
    ROLES,
    Request,
    Words,
    described,
    families,
    first_names,
)
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Token
from tools.language.notes.restating_words import ACTS, ASKING, COMPLAINTS, EVIDENCE, HEAVY, NEGATIONS


def restated(words: Words, kind: str) -> list[Request]:
    """The plain requests of a clause of this kind; empty where it lacks a value or says more than that."""
    rule = _RULES.get(kind)
    if rule is None:
        return []
    if kind not in COMPLAINTS and words.has(("is", "are", "was")) and not words.has(ASKING):
        return []
    requests, things, negative = rule(words)
    if not requests:
        return []
    words.take(things)
    heavy = HEAVY if negative else HEAVY | NEGATIONS
    left = [t for n, t in enumerate(words.tokens) if n not in words.used]
    if any(t.norm.startswith("@") or t.norm in heavy or t.norm in _names(words) for t in left) or numbered(words):
        return []
    if kind in _SET and any(t.norm in ("remove", "mute") for t in left):
        return []
    return requests


def numbered(words: Words) -> bool:
    """Whether there is a number that stands for nothing that is known: `900x`."""
    known = [(token.start, token.end) for token in words.tokens if token.norm.startswith("@")]
    digits = (n for n in range(words.start, words.end) if words.context.text[n].isdigit())
    return any(not any(start <= n < end for start, end in known) for n in digits)


def _names(words: Words) -> frozenset[str]:
    """First names of presenters and voices, and names of backgrounds."""
    held = words.context.situation.catalogues
    return first_names(words.context) | {c.id for c in held.get("background", ())} - {"light", "paper", "studio"}


_SET = frozenset(("music.mood", "captions.on", "voice.named", "avatar.named", "background"))
"""Kinds that bring something, of which a word for taking away is no part."""

Restated = tuple[list[Request], Collection[str], bool]


def _degree(words: Words) -> str:
    return words.degree


def _every(words: Words) -> None:
    words.used.update(
        n for n, t in enumerate(words.tokens) if t.norm == "@scene" and isinstance(t.value, Scenes) and t.value.every
    )


_DENIALS = frozenset("no off remove not dont without away out hide mute stop none never gone lose leave kill".split())
_SWITCHES = ("no music", "no captions", "no logo", "captions on")
"""Requests that a word of denial belongs to, or the contrary."""


def _said(
    text: str, things: str, *, named: str = "", negative: bool = False, graded: bool = False
) -> Callable[[Words], Restated]:
    """A kind without values, apart from how much; one of `named` has to stand there."""

    def rule(words: Words) -> Restated:
        if named and not words.has(named.split()):
            return [], (), False
        denied = words.has(_DENIALS)
        if denied != text.startswith("no ") and text in _SWITCHES:
            return [], (), False
        _every(words)
        big, small = frozenset(("bigger",)), frozenset(("smaller", "tiny"))
        side = "up" if text.endswith("bigger") else "down"
        if graded and text.endswith(("bigger", "smaller")) and not _agrees(words, side, big, small):
            return [], (), False
        degree = _degree(words) if graded else ""
        return [words.say(*text.replace("DEG", degree).split())], things.split(), negative

    return rule


def _agrees(words: Words, side: str, up: frozenset[str], down: frozenset[str]) -> bool:
    """Whether what is said to be too much or too little, or is asked for, goes the way of `side` (`up` or `down`)."""
    high, low = words.has(up), words.has(down)
    if high == low:
        return True
    if words.has(("not", "dont", "hardly", "barely", "enough")):
        return True
    complains = words.has(("too", "so", "quite")) or (words.has(("is", "are")) and not words.has(MODALS | COMPARED))
    return ("up" if high != complains else "down") == side


_FAST = frozenset("faster speedup fast quick quickly rushed hurried quicker".split())
_SLOW = frozenset("slower slowdown slow slowly".split())
_LOUD = frozenset("louder loud up raise increase boost".split())
_SOFT = frozenset("quieter quiet soft softer low lower down reduce decrease".split())


def _level(side: str) -> Callable[[Words], Restated]:
    def rule(words: Words) -> Restated:
        _every(words)
        levels = words.take(("@db",))
        if not words.has(("music", "volume", "hear", "loud", "louder", "quieter", "drown", "drowns", "sound")):
            return [], (), False
        if len(levels) > 1 or words.has(("half", "twice", "double")):
            return [], (), False
        if not _agrees(words, {"louder": "up", "quieter": "down"}[side], _LOUD, _SOFT):
            return [], (), False
        words_ = [levels[0], side] if levels else [_degree(words), side]
        return (
            [words.say("music", *words_)],
            "music volume voice avatar words talk say read speed louder quieter mute".split(),
            True,
        )

    return rule


def _mood(words: Words) -> Restated:
    _every(words)
    context = words.context
    places = [
        n
        for n, t in enumerate(words.tokens)
        if not t.norm.startswith("@") and t.norm not in LIGHT | {"light"} and mood_named(context, [t])
    ]
    if not places or len({mood_named(context, [words.tokens[n]]) for n in places}) != 1:
        return [], (), False
    before = {words.norms[n - 1] for n in places if n}
    if before & {"less", "not", "too", "dont", "no", "than", "but", "of", "instead", "from", "that"}:
        return [], (), False
    words.used.update(places)
    return [words.say("music", ":", words.tokens[places[0]])], "music volume louder quieter".split(), False


def _length(side: str) -> Callable[[Words], Restated]:
    def rule(words: Words) -> Restated:
        _every(words)
        lengths = words.take(("@dur",))
        if len(lengths) > 1 or words.has(("half", "twice", "double", "third", "@pct", "@times")):
            return [], (), False
        things = "duration video speed cut scene line words shorter longer".split()
        long, short = frozenset(("longer", "long")), frozenset(("shorter", "short"))
        if side and not _agrees(words, {"longer": "up", "shorter": "down"}[side], long, short):
            return [], (), False
        if not side:
            return ([words.say("make it", lengths[0])] if lengths else []), things, False
        amount: tuple[str | Token, ...] = (lengths[0],) if lengths else (_degree(words),)
        return [words.say("make it", *amount, side)], things, False

    return rule


def _pace(side: str) -> Callable[[Words], Restated]:
    def rule(words: Words) -> Restated:
        _every(words)
        amount = words.take(("@pct",))
        if len(amount) > 1 or words.has(("half", "twice", "double", "@times")):
            return [], (), False
        if not _agrees(words, {"faster": "up", "slower": "down"}[side], _FAST, _SLOW):
            return [], (), False
        share: tuple[str | Token, ...] = (amount[0],) if amount else (_degree(words),)
        things = "speed voice avatar talk read say words script video faster slower speedup slowdown".split()
        return [words.say("make voice", *share, side)], things, True

    return rule


def _valued(norms: str, things: str, before: str = "", after: str = "") -> Callable[[Words], Restated]:
    """A kind with the one value that stands in the clause."""

    def rule(words: Words) -> Restated:
        _every(words)
        values = words.take(norms.split())
        if len({(value.norm, str(value.value)) for value in values}) != 1:
            return [], (), False
        return [words.say(before, values[0], after)], things.split(), False

    return rule


def _place(words: Words) -> Restated:
    _every(words)
    rows = words.take(("top", "bottom", "upper", "lower"))
    sides = words.take(("left", "right"))
    if len(rows) > 1 or len(sides) > 1 or not (rows or sides) or not words.has(("logo", "corner")):
        return [], (), False
    row = {"upper": "top", "lower": "bottom"}
    return [words.say("logo", *(row.get(t.norm, t.norm) for t in (*rows, *sides)))], ("logo",), False


def _colour(role: str) -> Callable[[Words], Restated]:
    def rule(words: Words) -> Restated:
        _every(words)
        hues = words.take(("@colour",))
        roles = {ROLES[t.norm] for t in words.take(ROLES)}
        if len(hues) != 1 or not roles <= {role} or (role != "primary" and not roles):
            return [], (), False
        if words.has(("darker", "lighter", "brighter", "duller", "warmer", "cooler", "too", "less")):
            return [], (), False
        return [words.say(role, "colour", hues[0])], ("colour",), False

    return rule


def _typeface(role: str) -> Callable[[Words], Restated]:
    def rule(words: Words) -> Restated:
        _every(words)
        places = families(words)
        if len(places) != 1:
            return [], (), False
        first, last = places[0]
        words.used.update(range(first, last))
        spoken = {
            "heading" if t.norm in ("heading", "title") else "body"
            for t in words.take(("heading", "title", "body", "words", "line", "copy", "paragraphs", "rest"))
        }
        if spoken != ({role} if role else set()):
            return [], (), False
        things = "typeface"
        return (
            [words.say(f"set {role} typeface to".replace("  ", " "), *words.tokens[first:last])],
            things.split(),
            False,
        )

    return rule


def _background(words: Words) -> Restated:
    _every(words)
    names = {c.id for c in words.context.situation.catalogues.get("background", ())}
    named = words.take(names)
    scenes = words.take(("@scene",))
    if len(named) != 1 or len(scenes) > 1:
        return [], (), False
    if scenes:
        return [words.say("give", scenes[0], named[0], "background")], ("background",), False
    return [words.say("background :", named[0])], ("background",), False


def _transition(kind: str) -> Callable[[Words], Restated]:
    def rule(words: Words) -> Restated:
        _every(words)
        scenes = words.take(("@scene",))
        if len(scenes) > 1 or (words.has(("dissolve",)) and words.has(("hardcut",))):
            return [], (), False
        if not words.has(EVIDENCE[kind]):
            return [], (), False
        where: tuple[str | Token, ...] = ("for", scenes[0]) if scenes else ()
        return [words.say("use", kind, *where)], "transition dissolve hardcut cut scene no".split(), True

    return rule


def _person(kind: str) -> Callable[[Words], Restated]:
    """A presenter or a voice by name or by words that describe just them."""

    def rule(words: Words) -> Restated:
        _every(words)
        known = [
            (n, t)
            for n, t in enumerate(words.tokens)
            if t.norm not in LIGHT - GENDERS and t.norm not in FILLERS and described(words, kind, [t])
        ]
        known = [(n, t) for n, t in known if t.norm not in ("voice", "video", "english") and words_of([t])]
        if not known or len(known) > 3 or not choose(words.context, kind, [t for _, t in known]):
            return [], (), False
        if any(words.norms[n] in (",", "and", "with", "but", "plus") for n in range(known[0][0], known[-1][0])):
            return [], (), False
        words.used.update(n for n, _ in known)
        return [words.say(f"{kind} :", *(t for _, t in known))], "voice avatar talk read say accent".split(), False

    return rule


def _scene(verb: str, after: str = "", most: int = 1) -> Callable[[Words], Restated]:
    def rule(words: Words) -> Restated:
        scenes = words.take(("@scene",))
        if not words.has(ACTS[verb].split()):
            return [], (), False
        if not 1 <= len(scenes) <= most or any(t.value.every or t.value.problem for t in scenes):
            return [], (), False
        pieces: list[str | Token] = [verb, scenes[0]]
        for scene in scenes[1:]:
            pieces += ["and", scene]
        return [words.say(*pieces, after)], f"scene {verb} delete duplicate swap merge lock unlock".split(), False

    return rule


_RULES: dict[str, Callable[[Words], Restated]] = {
    "music.none": _said("no music", "music volume mute", named="music volume mute silent sound song", negative=True),
    "music.louder": _level("louder"),
    "music.quieter": _level("quieter"),
    "music.mood": _mood,
    "captions.on": _said("captions on", "captions", named="captions"),
    "captions.off": _said("no captions", "captions", named="captions", negative=True),
    "captions.large": _said(
        "captions DEG bigger",
        "captions words typeface bigger smaller read",
        named="captions",
        negative=True,
        graded=True,
    ),
    "captions.small": _said(
        "captions DEG smaller", "captions words typeface bigger smaller", named="captions", graded=True
    ),
    "captions.medium": _said("captions medium", "captions words typeface medium", named="captions"),
    "captions.top": _said("captions top", "captions top", named="captions"),
    "captions.bottom": _said("captions bottom", "captions bottom", named="captions"),
    "logo.none": _said("no logo", "logo", named="logo", negative=True),
    "logo.large": _said("logo bigger", "logo bigger smaller", named="logo", graded=True),
    "logo.small": _said("logo smaller", "logo bigger smaller", named="logo", graded=True),
    "logo.medium": _said("logo medium", "logo medium", named="logo"),
    "logo.place": _place,
    "duration.to": _length(""),
    "duration.shorter": _length("shorter"),
    "duration.longer": _length("longer"),
    "speed.faster": _pace("faster"),
    "speed.slower": _pace("slower"),
    "format.aspect": _valued("vertical square landscape fourfive @ratio", "aspect video"),
    "format.resolution": _valued("@res", "resolution video"),
    "format.fps": _valued("@fps", "framerate video"),
    "dark": _said(
        "dark mode",
        "background words colour dark darker light lighter brighter",
        named="dark darker black night",
        graded=True,
    ),
    "light": _said(
        "light mode",
        "background words colour light lighter brighter dark",
        named="light lighter white bright brighter",
        graded=True,
    ),
    "colour.primary": _colour("primary"),
    "colour.secondary": _colour("secondary"),
    "colour.accent": _colour("accent"),
    "typeface": _typeface(""),
    "typeface.heading": _typeface("heading"),
    "typeface.body": _typeface("body"),
    "background": _background,
    "transition.cut": _transition("hardcut"),
    "transition.dissolve": _transition("dissolve"),
    "voice": _person("voice"),
    "avatar": _person("avatar"),
    "seed": _said("variation", "draft video"),
    "brand.none": _said("no brand", "brand colour logo", named="brand unbranded branded unbrand", negative=True),
    "delete_scene": _scene("remove", most=3),
    "duplicate_scene": _scene("duplicate"),
    "lock": _scene("lock", most=3),
    "unlock": _scene("unlock", most=3),
    "swap_scenes": _scene("swap", most=2),
    "merge_scenes": _scene("merge", most=2),
    "undo": _said("undo", "undo", negative=True),
    "redo": _said("redo", "redo undo", negative=True),
    "approve": _said("approve", "storyboard draft video script"),
    "stop": _said("stop", "stop", negative=True),
    "show_storyboard": _said("show storyboard", "storyboard scene script"),
    "show_draft": _said("show draft", "draft"),
    "help": _said("help", ""),
}
"""By kind: the request, the things that it may name besides, and whether a negation belongs to it."""

KINDS = frozenset(_RULES)
"""The kinds that can be said again."""

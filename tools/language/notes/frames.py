"""Frames: a clause that no pattern fits, read by its target and the values in it, whatever their order.

A frame is one thing of the programme (music, captions, logo …) with what may be said of it. The words of a clause are
the target, its values, or words that carry no weight; where anything else is left, the clause is not read. What was
found is said again in the plainest words, so that the rules decide what it means and what to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tools.language.notes import frames_picture, frames_sound
from tools.language.notes.context import Context
from tools.language.notes.frame_words import COMPARED, GENDERS, NOUNS, ROLES, Request, Words, families, first_names
from tools.language.notes.patterns import Token, find

_VALUES = {
    "@colour": "colour",
    "vertical": "format",
    "square": "format",
    "landscape": "format",
    "fourfive": "format",
    "@ratio": "format",
    "@res": "format",
    "@fps": "format",
    "@dur": "duration",
    "shorter": "duration",
    "longer": "duration",
    "long": "duration",
    "short": "duration",
    "shorten": "duration",
    "lengthen": "duration",
    "faster": "speed",
    "slower": "speed",
    "fast": "speed",
    "slow": "speed",
    "talk": "speed",
    "speedup": "speed",
    "slowdown": "speed",
    "rushed": "speed",
    "dark": "dark",
    "light": "dark",
    "darker": "dark",
    "lighter": "dark",
    "brighter": "dark",
    "bright": "dark",
} | dict.fromkeys("piano guitar strings drums".split(), "music")
_BESIDE = {
    ("background", "colour"): "colour",
    ("background", "dark"): "dark",
    ("colour", "dark"): "colour",
    ("speed", "voice"): "speed",
    ("avatar", "speed"): "speed",
    ("captions", "typeface"): "captions",
    ("duration", "speed"): "",
}
"""Two targets that one request names, and which of them it is about."""


_THINGS = "music/captions/logo/background/voice/transition"


def framed(context: Context, tokens: Sequence[Token]) -> list[Request]:
    """The plain requests that a clause is made of; empty where a word of weight fits no frame."""
    tokens = _without_alternative(context, tokens)
    if not tokens or not 1 <= len(tokens) <= 24:
        return []
    listed = find(f"{_THINGS} ,? and/or/nor {_THINGS}", tokens)
    if listed is not None:
        first, last = listed.range(0)
        parts = [framed(context, (*tokens[:first], tokens[n], *tokens[last:])) for n in (first, last - 1)]
        return [request for part in parts for request in part] if all(parts) else []
    words = Words(context, tokens)
    target = _target(words)
    if not target:
        return []
    requests = _FRAMES[target](words)
    return requests if requests and not words.left() else []


_KINDS = frozenset(
    """broadcast tv linkedin instagram facebook tiktok youtube website web social media mobile phones kids clients
    customers audience launch campaign fair ads advertising press cinema billboard taste""".split()
)


_DOES = frozenset(
    """use make put set change turn move add replace swap switch let give keep leave show rename call lock cut drop mute
    rewrite shorten lengthen split merge duplicate pronounce speedup slowdown raise lower bring render and""".split()
)
_HANGS = frozenset("that if whether to : because".split())
_HOLDS = frozenset(
    """dont not no never without hate love unless until except when while before after another off remove what
    which how why who where undo redo compare export learn lock unlock""".split()
)
_SHOWN = frozenset("music captions logo typeface background transition colour endcard heading title".split())
_KIND = frozenset(
    "would could better nice help great love possible good grateful happy wonder wondering might may".split()
)


def without_opening(context: Context, tokens: Sequence[Token]) -> list[Request]:
    """The plain requests at the end of a clause that begins with nothing: `my wife thinks the music is too loud`."""
    named = first_names(context)
    for at in range(1, min(len(tokens), 16)):
        before, rest = [token.norm for token in tokens[:at]], tokens[at:]
        last = before[-1]
        if last == "unsure" and tokens[at - 1].value != "wondering":
            return []
        if any(norm.startswith("@") or norm in _VALUES or norm in _SHOWN or norm in named for norm in before):
            return []
        if last.startswith("@") or last in NOUNS or last in ROLES or last in _VALUES or last in _HOLDS:
            return []
        if last in _DOES:
            return []
        if len(before) > 1 and before[0] in ("she", "he", "avatar", "voice", "it") and "say" in before:
            return []
        opens = rest[0].norm in NOUNS or rest[0].norm in ROLES or rest[0].norm in GENDERS
        opens |= rest[0].norm in ("the", "our", "my") and len(rest) > 1 and rest[1].norm in (*NOUNS, *ROLES, *GENDERS)
        if last == "if" and _KIND.isdisjoint(before):
            return []
        if (opens or last in _HANGS or last in ("want", "wants", "needs", "likes", "prefers")) and len(rest) > 1:
            requests = framed(context, rest)
            if requests:
                return requests
    return []


def without_purpose(context: Context, tokens: Sequence[Token]) -> Sequence[Token]:
    """A clause without what it is for: `bigger for my mother`, `for a waiting room`; never `for the finale`."""
    at = next((n for n, t in enumerate(tokens) if t.norm == "for" and n), 0)
    rest = tokens[at + 1 :]
    norms = [token.norm for token in rest]
    if (
        not at
        or not 1 <= len(rest) <= 7
        or any(n.startswith("@") or n in NOUNS or n in ROLES or n in _VALUES for n in norms)
    ):
        return tokens
    if {"when", "if", "while", "not", "part", "heading", "title", "body", "words", "now", "rest"} & set(norms):
        return tokens
    general = norms[0] in ("our", "my", "your", "a", "an", "us", "this") or bool(_KINDS & set(norms))
    own = norms[0] not in ("the", "that", "her", "his") and not context.vocabulary & set(norms)
    return tokens[:at] if general or (own and len(norms) <= 2) else tokens


def subject(context: Context, tokens: Sequence[Token]) -> str:
    """The one thing of the programme that a clause speaks of; empty where there is none or several."""
    return _target(Words(context, tokens)) if tokens else ""


def _without_alternative(context: Context, tokens: Sequence[Token]) -> Sequence[Token]:
    """`navy instead of this green`, `calm, not cinematic`: what is to go needs no mention."""
    kinds = find("want hardcut/dissolve to/over hardcut/dissolve", tokens)
    if kinds is not None and kinds.range(0)[1] == len(tokens):
        return tokens[:-2]
    cut = find("( instead of | rather than | , not | in put of | over the ) . .? .?", tokens)
    gone = {token.norm for token in tokens[cut.range(0)[0] + 1 :]} if cut is not None else set()
    if gone & (
        (_DOES - {"put"}) | {"say", "plus", "also", "then", "@scene", "@line", "@quote", "abit", "much"} | COMPARED
    ):
        return tokens
    if cut is not None and cut.range(0)[0] > 0 and cut.range(0)[1] >= len(tokens) - 1:
        return tokens[: cut.range(0)[0]]
    if len(tokens) == 4 and find("not @colour ,/but @colour", tokens, whole=True):
        return tokens[3:]
    if len(tokens) > 2 and tokens[-2].norm == "not" and {tokens[-1].norm, tokens[-3].norm} <= first_names(context):
        return tokens[:-2]
    cut = find("not @colour", tokens)
    return tokens[: cut.range(0)[0]] if cut is not None and cut.range(0)[0] > 0 else tokens


def _target(words: Words) -> str:
    nouns = {NOUNS[norm] for norm in words.norms if norm in NOUNS and not (norm == "accent" and _coloured(words))}
    if "heading" in words.norms or "title" in words.norms or "endcard" in words.norms:
        if "typeface" not in nouns and not families(words):
            return ""
        return "typeface"
    if not nouns:
        nouns = {_VALUES[norm] for norm in words.norms if norm in _VALUES}
        if families(words):
            nouns.add("typeface")
        if words.has(frames_picture.FACES) and not nouns:
            nouns.add("typeface")
        grounds = {c.id for c in words.context.situation.catalogues.get("background", ())}
        if (
            words.has(grounds)
            and words.has(("@scene", "use", "with", "try", "all", "behind", "front", "everywhere"))
            and not nouns
        ):
            nouns.add("background")
        named = _names(words)
        if words.has(GENDERS) and not named:
            named = {"avatar": words.tokens[0]} if words.has(_SEEN) else {}
        if named and nouns == {"speed"} and not words.has(_PACED):
            nouns = set()
        nouns |= set(named)
        if {"underneath", "under", "tune"} & set(words.norms) and not nouns:
            nouns.add("music")
    elif nouns == {"background"} and words.has(("dark", "light", "black", "white", "darker", "lighter", "brighter")):
        nouns = {"dark"}
    elif nouns == {"background"} and words.has(("@colour",)):
        hue = next(t.value for t in words.tokens if t.norm == "@colour")
        nouns = {"dark"} if hue in ("#ffffff", "#111111") else nouns
    elif nouns <= {"voice", "avatar", "speed"} and words.has(("faster", "slower", "speedup", "slowdown")):
        nouns = {"speed"}
    if len(nouns) == 2:
        return _BESIDE.get((min(nouns), max(nouns)), "")
    return next(iter(nouns)) if len(nouns) == 1 else ""


_PACED = frozenset("faster slower fast slow speedup slowdown rushed @times @pct".split())
_SEEN = frozenset("screen present presents presenting presented host hosting camera front".split())


def _coloured(words: Words) -> bool:
    return words.has(("@colour", "colour"))


def _names(words: Words) -> dict[str, Token]:
    """Presenters and voices that are called by name."""
    found: dict[str, Token] = {}
    for kind in ("avatar", "voice"):
        firsts = {c.name.split(",")[0].split()[0].lower() for c in words.context.situation.catalogues.get(kind, ())}
        token = next((t for t in words.tokens if t.norm in firsts and t.norm not in ("german", "french")), None)
        if token is not None:
            found[kind] = token
    return found


_FRAMES: dict[str, Callable[[Words], list[Request]]] = {
    "music": frames_sound.music,
    "captions": frames_picture.captions,
    "logo": frames_picture.logo,
    "voice": frames_sound.voice,
    "avatar": frames_sound.avatar,
    "background": frames_picture.background,
    "colour": frames_picture.colour,
    "dark": frames_picture.dark,
    "typeface": frames_picture.typeface,
    "format": frames_picture.shape,
    "duration": frames_sound.duration,
    "speed": frames_sound.speed,
    "transition": frames_picture.transition,
}

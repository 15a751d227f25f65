"""Frames of the picture: captions, logo, background, colours, typefaces, shape and transitions."""

from __future__ import annotations

from tools.language.notes.context import Scenes
from tools.language.notes.frame_words import (
    ROLES,
    STATES,
    WISHES,
    Request,
    Words,
    chosen_words,
    families,
    stated,
    switched_off,
    whole,
)
from tools.language.notes.patterns import Token

_USUAL = frozenset("normal usual regular default standard original".split())
_PLAIN_SIZES = frozenset("big large huge enormous massive small tiny".split())


def captions(words: Words) -> list[Request]:
    """What is wanted of the captions; nothing where the words do not say it."""
    if not whole(words):
        return []
    words.take(("captions", "typeface", "size", "letters", "words", "raise", "lower", "lift"))
    requests: list[Request] = []
    if words.has(("remove", "hide", "no", "off")) and not words.has(("bigger", "smaller", "medium", "dont", "not")):
        words.take(("top", "bottom", "hide", "edge"))
        switched_off(words)
        return [words.say("no captions")]
    if words.has(("size",)) and words.has(("up", "down", "increase", "raise", "reduce", "lower", "decrease")):
        smaller = words.taken(("down", "reduce", "lower", "decrease"))
        words.take(("size", "up", "increase", "raise", "typeface", "captions"))
        return [words.say("captions", words.degree, "smaller" if smaller else "bigger")]
    if words.has(("top", "bottom")):
        words.used.update(n for n, t in enumerate(words.tokens) if t.norm == "bigger" and t.value == "easier to read")
    if words.has(("size", "sized")) and words.taken(_USUAL):
        words.take(("size", "sized", "reset"))
        return [words.say("captions medium")]
    size = words.take(("bigger", "smaller", "medium"))
    if len(size) == 1:
        too = words.taken(("too", "so")) or str(size[0].value) in _PLAIN_SIZES and words.has(STATES)
        if not too and stated(words):
            return []
        degree = words.degree
        words.take(("increase", "reduce", "less", "more"))
        requests.append(words.say("captions", *(("is too", size[0]) if too else (degree, size[0]))))
    elif words.taken(("read", "unreadable", "illegible", "tiny")) and words.taken(("not", "hardly", "barely", "hard")):
        requests.append(words.say("captions bigger"))
    if words.has(("left", "right", "middle", "center", "centre")):
        return []
    place = words.take(("top", "bottom", "up", "down", "higher", "lower", "upper"))
    if place and not words.has(("dont", "not")):
        words.take(("edge", "screen", "side", "picture", "frame", "upper", "part", "area", "third", "half"))
        high = place[0].norm in ("top", "up", "higher", "upper")
        requests.append(words.say("captions top" if high else "captions bottom"))
    if requests:
        shown = words.has(("on",)) or (words.has(("want", "need", "add", "show")) and words.has(("and",)))
        if shown and words.context.board is not None and "burned" not in words.context.board.captions:
            requests.insert(0, words.say("captions on"))
        return [] if words.has(("dont", "not")) else requests
    if switched_off(words):
        return [words.say("no captions")]
    if words.has(("would", "could", "might")) and words.has(WISHES):
        return [words.say("captions on")]
    if (
        words.taken(("on",)) or words.has(("want", "need", "add", "use", "have", "put", "show", "include", "with"))
    ) and (not words.has(("no", "dont", "not", "off"))):
        return [words.say("captions on")]
    return []


def logo(words: Words) -> list[Request]:
    """What is wanted of the logo; nothing where the words do not say it."""
    if not whole(words):
        return []
    words.take(("logo",))
    requests: list[Request] = []
    if words.has(("size", "sized")) and words.taken(_USUAL):
        words.take(("size", "sized", "reset"))
        return [words.say("logo medium")]
    size = words.take(("bigger", "smaller", "medium"))
    if words.has(("dont", "not")) and size:
        return []
    if len(size) == 1:
        words.take(("dominant",))
        too = words.taken(("too", "so")) or str(size[0].value) in _PLAIN_SIZES and words.has(STATES | {"being"})
        if not too and stated(words):
            return []
        requests.append(words.say(*(("logo is too", size[0]) if too else ("logo", words.degree, size[0]))))
    elif not size and words.taken(("double", "twice")):
        words.take(("size", "big", "bigger"))
        return [words.say("logo bigger")]
    upright = words.take(
        (
            "top",
            "bottom",
            "upper",
            "lower",
            *(("up", "down") if words.has(("left", "right")) and not words.has(("top", "bottom")) else ()),
        )
    )
    across = words.take(("left", "right"))
    words.take(("up", "down") if across else ())
    if len(upright) > 1 or len(across) > 1:
        return []
    if upright or across:
        words.take(("corner", "side", "hand", "edge", "screen", "picture", "frame", "over", "part", "area"))
        row = {"up": "top", "upper": "top", "down": "bottom", "lower": "bottom"}
        where = [row.get(t.norm, t.norm) for t in (*upright, *across)]
        requests.append(words.say("logo", *where))
    if requests:
        return [] if words.has(("dont", "not", "no")) else requests
    return [words.say("no logo")] if switched_off(words) else []


FACES = frozenset(
    """serif sans helvetica arial comic roboto inter garamond futura calibri verdana georgia montserrat lato poppins
    baskerville bodoni didot palatino tahoma""".split()
)
"""Typefaces that people ask for; those that are not there are asked about."""


def background(words: Words) -> list[Request]:
    """What is wanted of the background; nothing where the words do not say it."""
    if stated(words) or words.has(("dont", "not", "no", "remove", "too", "less")):
        return []
    scenes = words.take(("@scene",))
    chosen = chosen_words(words, "background", ("behind", "front", "all"))
    families = {c.id for c in words.context.situation.catalogues.get("background", ())}
    named = [t for t in chosen if t.norm in families]
    if len(named) != 1 or len(chosen) > 1 or len(scenes) > 1:
        return []
    if scenes:
        return [words.say("give", scenes[0], named[0], "background")]
    return [words.say("background :", named[0])]


def colour(words: Words) -> list[Request]:
    """What is wanted of the colours; nothing where the words do not say it."""
    if not whole(words) or words.has(("dont", "not", "no", "remove", "background")):
        return []
    words.take(("colour", "tone", "tones", "shades"))
    colours = [(n, t) for n, t in enumerate(words.tokens) if t.norm == "@colour"]
    roles = [(n, t) for n, t in enumerate(words.tokens) if t.norm in ROLES]
    words.take(("@colour", *ROLES, "instead", "scheme"))
    if (
        len(colours) == 1
        and len(roles) <= 1
        and not words.has(("too", "less", "darker", "lighter", "brighter", "duller"))
    ):
        return [words.say(ROLES[roles[0][1].norm] if roles else "primary", "colour", colours[0][1])]
    if len(colours) == len(roles) and len(colours) in (2, 3) and len({ROLES[t.norm] for _, t in roles}) == len(roles):
        pairs = zip(sorted(colours), sorted(roles), strict=True)
        if all((c < r) == (colours[0] < roles[0]) for c, r in zip(sorted(colours), sorted(roles), strict=True)):
            return [words.say(ROLES[r.norm], "colour", c) for (_, c), (_, r) in pairs]
    if len(colours) == 2 and not roles and words.has(("and",)):
        return [words.say(role, "colour", c) for role, (_, c) in zip(("primary", "secondary"), colours, strict=True)]
    return []


def dark(words: Words) -> list[Request]:
    """What is wanted of the light or dark look; nothing where the words do not say it."""
    unwanted = words.has(("dont",)) and words.has(("want", "need", "like", "love", "use"))
    if not whole(words) or words.has(("not",)) or (words.has(("dont",)) and not unwanted):
        return []
    words.take(("dont", "love") if unwanted else ())
    if any(t.norm == "brighter" and ("colo" in str(t.value) or "vi" in str(t.value)) for t in words.tokens):
        return []  # more colourful or vivid
    off = words.taken(("no", "off", "remove")) or unwanted
    too = words.taken(("too",))
    if stated(words) and not too:
        return []
    words.take(("full", "fully", "completely", "background", "theme", "design", "mode", "look", "overall"))
    words.degree  # noqa: B018 - a degree is accounted for and makes no difference
    hue = next((t.value for t in words.take(("@colour",))), "")
    dark = bool(words.take(("dark", "darker", "black", "night"))) or hue == "#111111"
    light = bool(words.take(("light", "lighter", "white", "bright", "brighter"))) or hue == "#ffffff"
    if dark == light:
        return []
    return [words.say("dark mode" if dark != (off or too) else "light mode")]


def typeface(words: Words) -> list[Request]:
    """What is wanted of the typefaces; nothing where the words do not say it."""
    places = families(words)
    if not places and words.has(FACES) and not stated(words) and not words.has(("dont", "no", "not", "too")):
        role = "body" if words.has(("body",)) else "heading" if words.has(("heading", "title")) else ""
        words.take(("typeface", "heading", "body", "title", "text"))
        return [words.say(f"set {role} typeface to", *words.take(FACES)[:3])]
    if not places or not whole(words) or words.has(("dont", "not", "too")):
        return []
    for first, last in places:
        words.used.update(range(first, last))
    roles = [
        (n, "heading" if t.norm in ("heading", "title") else "body")
        for n, t in enumerate(words.tokens)
        if n not in words.used and t.norm in ("heading", "title", "body", "words", "rest", "copy", "paragraphs", "line")
    ]
    words.used.update(n for n, _ in roles)
    if not any(role == "body" for _, role in roles) and words.has(("else",)):
        roles += [(n, "body") for n, t in enumerate(words.tokens) if t.norm == "else"]
        words.take(("else",))
    words.take(("typeface", "words", "copy", "only"))
    named = [words.tokens[first:last] for first, last in places]
    if len(places) == 1:
        kinds = {role for _, role in roles}
        said = f"set {next(iter(kinds))} typeface to" if len(kinds) == 1 else "set typeface to"
        return [words.say(said, *named[0])]
    if len(places) == 2 and not roles and words.norms[0] in ("replace", "swap", "switch", "change"):
        words.take(("replace", "swap", "switch", "change"))
        return [words.say("set typeface to", *named[1])]
    if len(places) == len(roles) == 2 and {role for _, role in roles} == {"heading", "body"}:
        return [words.say(f"set {role} typeface to", *name) for (_, role), name in zip(roles, named, strict=True)]
    return []


def shape(words: Words) -> list[Request]:
    """What is wanted of the shape, size and rate of the picture; nothing where the words do not say it."""
    if (
        not whole(words)
        or words.has(("dont", "not", "no", "remove", "without", "less"))
        or stated(words)
        and words.has(("too",))
    ):
        return []
    words.take(
        ("draft", "aspect", "resolution", "framerate", "frames", "screen", "facebook", "instagram", "mobile", "phone")
    )
    shapes = words.take(("vertical", "square", "landscape", "fourfive", "@ratio"))
    sizes, rates = words.take(("@res",)), words.take(("@fps",))
    if max(len(sizes), len(rates)) > 1 or len(shapes) > 2:
        return []
    if len(shapes) == 2:
        first, second = (_shape(token) for token in shapes)
        plain = [t for t in shapes if str(t.value) not in _PLACES and t.norm not in _PLACES]
        if first != second and len(plain) != 1:
            return []
        shapes = plain[:1] or shapes[:1]
    return [words.say(token) for token in (*shapes, *sizes, *rates)]


_PLACES = frozenset("linkedin youtube tv instagram tiktok facebook vimeo reels shorts stories".split())
"""Where a video is shown: a shape that is named outright counts for more."""


def _shape(token: Token) -> str:
    return {"9:16": "vertical", "1:1": "square", "16:9": "landscape", "4:5": "fourfive"}.get(
        str(token.value), token.norm
    )


def transition(words: Words) -> list[Request]:
    """What is wanted of the transitions; nothing where the words do not say it."""
    if words.has(("dont", "not", "too")) or stated(words):
        return []
    scenes = words.take(("@scene",))
    words.take(("transition", "only", "between", "harsh", "scene"))
    off = words.taken(("no", "remove", "without", "off"))
    kinds = {token.norm for token in words.take(("hardcut", "dissolve", "cut"))} - {"cut"}
    if not kinds and words.taken(("softer", "smoother", "gentler", "soft", "smooth", "gentle")):
        kinds = {"dissolve"}
    elif not kinds and words.taken(("harder", "sharper", "snappier", "hard", "sharp", "shorter")):
        kinds = {"hardcut"}
    if off and len(kinds) == 2:
        off, kinds = False, {"hardcut"} if words.norms[-1] == "dissolve" else {"dissolve"}
    if len(kinds) != 1 or len(scenes) > 1:
        return []
    kind = next(iter(kinds))
    kind = ({"hardcut": "dissolve", "dissolve": "hardcut"}[kind]) if off else kind
    if scenes and not (isinstance(scenes[0].value, Scenes) and scenes[0].value.every):
        return [words.say("use", kind, "for", scenes[0])]
    return [words.say("use", kind)]

"""Frames: a clause that no pattern fits, read by its target and the values in it, whatever their order.

A frame is one thing of the programme (music, captions, logo …) with what may be said of it. The words of a clause are
the target, its values, or words that carry no weight; where anything else is left, the clause is not read. What was
found is said again in the plainest words, so that the rules decide what it means and what to ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tools.language.notes.catalogues import mood_named, words_of
from tools.language.notes.context import Context, Scenes
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.mending import distance
from tools.language.notes.patterns import Token, find

Request = tuple[Token, ...]

LIGHT = FILLERS | frozenset(
    """the a an our my your their its his her it this that these those them they he she we i you me us there here one
    ones thing things something is are be was were been being am can could would should will must may might shall
    want have has had get got let lets do does did make put set use change switch turn move go give add try show
    replace swap choose play to for in on at of with as into onto by from under underneath look sound feel video
    everything whole all throughout everywhere instead version please mode style kind type option back still , : -
    abit part more even any some ok okay too just bit little both sit sits stand belong belongs appear appears live
    need needs ask asked asking call called select start programme overall would_love think thinking thought see
    possible and set sticking brand corporate house company taste""".split()
)
"""Words that say nothing about what is wanted, beside a target and its values."""
_WISHES = frozenset("better nicer best great good nice lovely ideal perfect fine love cool easier nicest awesome".split())
_MODALS = frozenset(
    """can could would should will must may might shall want need make put set use change switch turn move go give add
    try show replace swap let lets have get needs add instead more less ask asked choose prefer""".split()
)
_STATES = frozenset("is are was were look sound feel seem stay".split())
_ENDS = frozenset("out off away".split())
_TAKES = frozenset("use turn cut leave put throw get bring pull rip switch shut".split())
_OFF = frozenset("remove no off mute stop kill disable silent".split())
_WANTED = frozenset("want need use have show be put add play like love".split())
_DOWN = frozenset("quieter softer lower down less reduce decrease drop soften low".split())
_UP = frozenset("louder up higher stronger raise increase boost lift more".split())
_LOUD = frozenset("loud strong high dominant overpowering distracting intrusive much heavy present noisy".split())
_SOFT = frozenset("quieter quiet low soft weak faint".split())
_COVERS = frozenset(
    """drown drowns drowning fights fight fighting overpower overpowers overpowering covers cover masks mask competes
    compete competing overwhelms swallows clashes""".split()
)
_MORE = frozenset("more raise increase up".split())
_SPEAKER = frozenset("voice she he her him avatar words they talk".split())
_NOUNS = {
    "music": "music",
    "volume": "music",
    "captions": "captions",
    "logo": "logo",
    "voice": "voice",
    "accent": "voice",
    "avatar": "avatar",
    "colour": "colour",
    "typeface": "typeface",
    "background": "background",
    "transition": "transition",
    "hardcut": "transition",
    "dissolve": "transition",
    "aspect": "format",
    "resolution": "format",
    "framerate": "format",
    "speed": "speed",
    "duration": "duration",
}
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
}
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
ROLES = {
    "primary": "primary",
    "main": "primary",
    "base": "primary",
    "secondary": "secondary",
    "second": "secondary",
    "accent": "accent",
    "highlight": "accent",
}


class Words:
    """The words of a clause, of which a frame takes what it knows."""

    def __init__(self, context: Context, tokens: Sequence[Token]) -> None:
        self.context, self.tokens = context, list(tokens)
        self.norms = [token.norm for token in tokens]
        self.used: set[int] = set()
        self.start, self.end = tokens[0].start, tokens[-1].end

    def has(self, words: Iterable[str]) -> bool:
        """Whether one of the words is there, taken or not."""
        return not set(words).isdisjoint(self.norms)

    def take(self, words: Iterable[str]) -> list[Token]:
        """All that are one of the words, in order; they are accounted for."""
        known = frozenset(words)
        places = [n for n, norm in enumerate(self.norms) if norm in known and n not in self.used]
        self.used.update(places)
        return [self.tokens[n] for n in places]

    def taken(self, words: Iterable[str]) -> bool:
        """Whether there is one, which is then accounted for."""
        return bool(self.take(words))

    def left(self) -> list[Token]:
        """What carries weight and was not accounted for."""
        wish = LIGHT | _WISHES if self.has(_MODALS) else LIGHT
        return [t for n, t in enumerate(self.tokens) if n not in self.used and t.norm not in wish]

    def say(self, *pieces: str | Token) -> Request:
        """A request in the plainest words."""
        return tuple(
            word if isinstance(word, Token) else Token(word, self.start, self.end)
            for piece in pieces
            for word in ([piece] if isinstance(piece, Token) else piece.split())
        )

    @property
    def degree(self) -> str:
        """`abit`, `much` or empty."""
        if self.taken(("much", "way", "very", "really", "far", "lot")):
            return "much"
        return "abit" if self.taken(("abit", "little", "bit", "part", "touch", "slight", "notch")) else ""


def framed(context: Context, tokens: Sequence[Token]) -> list[Request]:
    """The plain requests that a clause is made of; empty where a word of weight fits no frame."""
    tokens = _without_alternative(tokens)
    if not tokens or not 1 <= len(tokens) <= 24:
        return []
    words = Words(context, tokens)
    target = _target(words)
    if not target:
        return []
    requests = _FRAMES[target](words)
    return requests if requests and not words.left() else []


def subject(context: Context, tokens: Sequence[Token]) -> str:
    """The one thing of the programme that a clause speaks of; empty where there is none or several."""
    return _target(Words(context, tokens)) if tokens else ""


def _without_alternative(tokens: Sequence[Token]) -> Sequence[Token]:
    """`navy instead of this green`, `calm, not cinematic`: what is to go needs no mention."""
    cut = find("( instead of | rather than | , not | in place of ) . .? .?", tokens)
    if cut is not None and cut.range(0)[0] > 0 and cut.range(0)[1] >= len(tokens) - 1:
        return tokens[: cut.range(0)[0]]
    cut = find("not @colour", tokens)
    return tokens[: cut.range(0)[0]] if cut is not None and cut.range(0)[0] > 0 else tokens


def _target(words: Words) -> str:
    nouns = {_NOUNS[norm] for norm in words.norms if norm in _NOUNS and not (norm == "accent" and _coloured(words))}
    if "heading" in words.norms or "title" in words.norms or "endcard" in words.norms:
        if "typeface" not in nouns and not _families(words):
            return ""
        return "typeface"
    if not nouns:
        nouns = {_VALUES[norm] for norm in words.norms if norm in _VALUES}
        if _families(words):
            nouns.add("typeface")
        named = _names(words)
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


def _families(words: Words) -> list[tuple[int, int]]:
    """Where typefaces are named: the first token and the one behind the last."""
    places: list[tuple[int, int]] = []
    for family in words.context.situation.families:
        parts = family.lower().split()
        for at in range(len(words.tokens) - len(parts) + 1):
            span = words.tokens[at : at + len(parts)]
            typed = [w for token in span for w in re.findall(r"\w+", words.context.text[token.start : token.end].lower())]
            if len(typed) == len(parts) and all(
                distance(a, b, 1) <= (len(b) > 5) for a, b in zip(typed, parts, strict=True)
            ):
                places.append((at, at + len(parts)))
    return sorted(places)


def _whole(words: Words) -> bool:
    """Whether no single scene is named; `in all scenes` is accounted for."""
    for n, token in enumerate(words.tokens):
        if token.norm == "@scene":
            if not (isinstance(token.value, Scenes) and token.value.every):
                return False
            words.used.add(n)
    return True


def _stated(words: Words) -> bool:
    """Whether the clause only says how something is."""
    return words.has(_STATES) and not words.has(_MODALS)


def _switched_off(words: Words) -> bool:
    """Whether the thing is to go."""
    norms = words.norms
    if "dont" in norms:
        at = norms.index("dont")
        rest = [n for n in norms[at + 1 :] if n not in _NOUNS]
        if rest and not set(rest) <= _WANTED | LIGHT:
            return False
        if not rest or set(rest) & (_WANTED | {"any", "all"}):
            words.take(("dont", "want", "need", "like", "love"))
            return True
        return False
    if len(norms) > 2 and norms[-1] in _ENDS and norms[0] in _TAKES:
        words.take((norms[-1], norms[0]))
        return True
    if words.taken(_OFF):
        words.take(("completely", "entirely", "altogether", "off", "out", "away", "disappear", "go"))
        return True
    return False


def _stepped(words: Words, up: frozenset[str], down: frozenset[str], over: frozenset[str], under: frozenset[str]) -> str:
    """`up`, `down` or empty: more or less of something, as asked for or as what is too much or too little."""
    negative = words.has(("dont", "not"))
    if words.has(("too", "so", "that")) and words.has(over | under):
        high = words.taken(over)
        words.take(("too", "so", "that", "dont", "not", "want", *under))
        return "down" if high else "up"
    if negative and words.has(("enough",)):
        words.take(("not", "dont", "enough"))
        return "up" if words.taken(over) else "down" if words.taken(under) else ""
    if negative:
        return ""
    fewer = words.has(("less",)) and words.has(over)
    if fewer:
        words.take(("less", *over))
        return "down"
    if words.has(down):
        words.take(down)
        return "" if words.has(up - {"more"}) else "down"
    return "up" if words.taken(up) else ""


def _music(words: Words) -> list[Request]:
    if not _whole(words):
        return []
    words.take(("music", "volume"))
    level = words.take(("@db",))
    if len(level) == 1:
        step = _stepped(words, _UP, _DOWN, _LOUD, _SOFT)
        return [words.say("music", level[0], step)] if step or level[0].value else []
    if words.has(_COVERS):
        words.take(_COVERS | _SPEAKER | {"out"})
        return [words.say("music", words.degree, "quieter")]
    context = words.context
    moods = [(n, t) for n, t in enumerate(words.tokens) if n not in words.used and _is_mood(context, t)]
    step = _stepped(words, _UP - {"more"}, _DOWN - {"less"}, _LOUD, _SOFT)
    if not step and not moods:
        step = _stepped(words, _UP, _DOWN, _LOUD, _SOFT)
    if step:
        return [words.say("music", words.degree, {"up": "louder", "down": "quieter"}[step])]
    wanted = [
        (n, t)
        for n, t in moods
        if n == 0 or words.norms[n - 1] not in ("less", "not", "too", "dont") and words.norms[n - 2 : n] != ["not", "so"]
    ]
    if wanted and not _stated(words) and not words.has(("dont",)):
        words.take(("less", "more"))
        words.used.update(n for n, _ in moods)
        words.take(("under", "underneath", "song", "bed", "piano") if len(wanted) else ())
        return [words.say("music", ":", *(t for _, t in wanted[:3]))]
    if not moods and _switched_off(words):
        return [words.say("no music")]
    return []


def _is_mood(context: Context, token: Token) -> bool:
    return not token.norm.startswith("@") and token.norm not in LIGHT | _DOWN | _UP and bool(mood_named(context, [token]))


def _captions(words: Words) -> list[Request]:
    if not _whole(words):
        return []
    words.take(("captions", "typeface", "size"))
    requests: list[Request] = []
    size = words.take(("bigger", "smaller", "medium"))
    if len(size) == 1:
        too = words.taken(("too",)) and words.has(_STATES | {"too"}) and not words.has(("make", "put"))
        degree = words.degree
        words.take(("increase", "reduce", "less", "more"))
        requests.append(words.say("captions", *(("is too", size[0]) if too else (degree, size[0]))))
    elif words.taken(("read", "unreadable", "illegible", "tiny")) and words.taken(("not", "hardly", "barely", "hard")):
        requests.append(words.say("captions bigger"))
    if words.has(("left", "right", "middle", "center", "centre")):
        return []
    place = words.take(("top", "bottom", "up", "down", "higher", "lower"))
    if place and not words.has(("dont", "not")):
        words.take(("edge", "screen", "side", "picture", "frame", "upper"))
        high = place[0].norm in ("top", "up", "higher")
        requests.append(words.say("captions top" if high else "captions bottom"))
    if requests:
        return [] if words.has(("dont", "not")) else requests
    if _switched_off(words):
        return [words.say("no captions")]
    if (words.taken(("on",)) or words.has(("want", "need", "add", "use", "have", "put", "show", "include", "with"))) and (
        not words.has(("no", "dont", "not", "off"))
    ):
        return [words.say("captions on")]
    return []


def _logo(words: Words) -> list[Request]:
    if not _whole(words):
        return []
    words.take(("logo",))
    requests: list[Request] = []
    size = words.take(("bigger", "smaller", "medium"))
    if words.has(("dont", "not")) and size:
        return []
    if len(size) == 1:
        words.take(("dominant",))
        too = words.taken(("too",))
        requests.append(words.say(*(("logo is too", size[0]) if too else ("logo", words.degree, size[0]))))
    upright = words.take(("top", "bottom", "upper", "lower", *(("up", "down") if words.has(("left", "right")) else ())))
    across = words.take(("left", "right"))
    if len(upright) > 1 or len(across) > 1:
        return []
    if upright or across:
        words.take(("corner", "side", "hand", "edge", "screen", "picture", "frame", "over"))
        row = {"up": "top", "upper": "top", "down": "bottom", "lower": "bottom"}
        where = [row.get(t.norm, t.norm) for t in (*upright, *across)]
        requests.append(words.say("logo", *where))
    if requests:
        return [] if words.has(("dont", "not", "no")) else requests
    return [words.say("no logo")] if _switched_off(words) else []


def _choice(words: Words, noun: str, drop: Iterable[str]) -> list[Token]:
    """What is left once the target and the light words are gone: the words that say which one."""
    words.take((noun, *drop))
    chosen = words.left()
    words.used.update(n for n, t in enumerate(words.tokens) if t in chosen)
    return chosen


def _voice(words: Words) -> list[Request]:
    if not _whole(words) or _stated(words) or words.has(("dont", "not", "no", "remove", "too", "less")):
        return []
    chosen = _choice(words, "voice", ("read", "talk", "say", "accent", "instead", "another"))
    named = _known(words, "voice", chosen)
    return [words.say("voice :", *chosen)] if named and len(chosen) <= 3 else []


def _avatar(words: Words) -> list[Request]:
    if not _whole(words) or _stated(words) or words.has(("dont", "not", "no", "remove", "too", "less")):
        return []
    chosen = _choice(words, "avatar", ("present", "presents", "host", "screen", "camera", "front", "explain", "say", "talk"))
    named = _known(words, "avatar", chosen)
    return [words.say("avatar :", *chosen)] if named and len(chosen) <= 2 else []


_GENDERS = frozenset("male female man woman guy lady girl gentleman bloke boy".split())
_TONGUES = frozenset("british american scottish english".split())


def _known(words: Words, kind: str, chosen: Sequence[Token]) -> bool:
    """Whether all the words describe entries of a catalogue."""
    candidates = words.context.situation.catalogues.get(kind, ())
    said = {word for c in candidates for word in (*c.attributes, *re.findall(r"\w+", c.name.lower()))} | _GENDERS | _TONGUES
    return bool(chosen) and all(word in said for word in words_of(chosen))


def _background(words: Words) -> list[Request]:
    if _stated(words) or words.has(("dont", "not", "no", "remove", "too", "less")):
        return []
    scenes = words.take(("@scene",))
    chosen = _choice(words, "background", ("behind",))
    families = {c.id for c in words.context.situation.catalogues.get("background", ())}
    named = [t for t in chosen if t.norm in families]
    if len(named) != 1 or len(chosen) > 1 or len(scenes) > 1:
        return []
    if scenes:
        return [words.say("give", scenes[0], named[0], "background")]
    return [words.say("background :", named[0])]


def _colour(words: Words) -> list[Request]:
    if not _whole(words) or words.has(("dont", "not", "no", "remove", "background")):
        return []
    words.take(("colour", "tone", "tones", "shades"))
    colours = [(n, t) for n, t in enumerate(words.tokens) if t.norm == "@colour"]
    roles = [(n, t) for n, t in enumerate(words.tokens) if t.norm in ROLES]
    words.take(("@colour", *ROLES, "instead", "scheme"))
    if len(colours) == 1 and len(roles) <= 1 and not words.has(("too", "less", "darker", "lighter", "brighter", "duller")):
        return [words.say(ROLES[roles[0][1].norm] if roles else "primary", "colour", colours[0][1])]
    if len(colours) == len(roles) and len(colours) in (2, 3) and len({ROLES[t.norm] for _, t in roles}) == len(roles):
        pairs = zip(sorted(colours), sorted(roles), strict=True)
        if all((c < r) == (colours[0] < roles[0]) for c, r in zip(sorted(colours), sorted(roles), strict=True)):
            return [words.say(ROLES[r.norm], "colour", c) for (_, c), (_, r) in pairs]
    if len(colours) == 2 and not roles and words.has(("and",)):
        return [words.say(role, "colour", c) for role, (_, c) in zip(("primary", "secondary"), colours, strict=True)]
    return []


def _dark(words: Words) -> list[Request]:
    if not _whole(words) or words.has(("dont", "not")):
        return []
    off = words.taken(("no", "off", "remove"))
    too = words.taken(("too",))
    if _stated(words) and not too:
        return []
    words.take(("background", "theme", "design", "mode", "look", "overall"))
    words.degree  # noqa: B018 - a degree is accounted for and makes no difference
    hue = next((t.value for t in words.take(("@colour",))), "")
    dark = bool(words.take(("dark", "darker", "black", "night"))) or hue == "#111111"
    light = bool(words.take(("light", "lighter", "white", "bright", "brighter"))) or hue == "#ffffff"
    if dark == light:
        return []
    return [words.say("dark mode" if dark != (off or too) else "light mode")]


def _typeface(words: Words) -> list[Request]:
    places = _families(words)
    if not places or not _whole(words) or words.has(("dont", "not", "no", "too")):
        return []
    for first, last in places:
        words.used.update(range(first, last))
    roles = [
        (n, "heading" if t.norm in ("heading", "title") else "body")
        for n, t in enumerate(words.tokens)
        if n not in words.used and t.norm in ("heading", "title", "body", "words", "rest", "copy", "paragraphs", "line")
    ]
    words.used.update(n for n, _ in roles)
    words.take(("typeface", "words", "copy"))
    named = [words.tokens[first:last] for first, last in places]
    if len(places) == 1:
        kinds = {role for _, role in roles}
        said = f"set {next(iter(kinds))} typeface to" if len(kinds) == 1 else "set typeface to"
        return [words.say(said, *named[0])]
    if len(places) == len(roles) == 2 and {role for _, role in roles} == {"heading", "body"}:
        return [words.say(f"set {role} typeface to", *name) for (_, role), name in zip(roles, named, strict=True)]
    return []


def _format(words: Words) -> list[Request]:
    if not _whole(words) or words.has(("dont", "not", "no", "remove", "without", "less")) or _stated(words) and words.has(("too",)):
        return []
    words.take(("aspect", "resolution", "framerate", "frames", "screen", "facebook", "instagram", "mobile", "phone"))
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
    return {"9:16": "vertical", "1:1": "square", "16:9": "landscape", "4:5": "fourfive"}.get(str(token.value), token.norm)


def _duration(words: Words) -> list[Request]:
    if not _whole(words):
        return []
    words.take(("duration", "long", "only", "exactly", "about", "around", "roughly", "max", "maximum", "under", "most"))
    words.take(("than", "within", "below", "total", "down", "last", "run", "no", "approximately", "limit", "ad", "space"))
    lengths = words.take(("@dur",))
    if words.has(("dont", "not")) and not lengths:
        return []
    how = words.take(("shorter", "longer", "shorten", "lengthen"))
    if len(lengths) == 1 and len(how) <= 1:
        if how and not words.has(("to", "under", "max", "than")):
            side = "shorter" if how[0].norm.startswith("short") else "longer"
            return [words.say("make it", lengths[0], side)]
        return [words.say("make it", lengths[0])]
    if len(how) == 1 and not lengths:
        side = "shorter" if how[0].norm.startswith("short") else "longer"
        too = words.taken(("too",))
        return [words.say("make it", words.degree, {"shorter": "longer", "longer": "shorter"}[side] if too else side)]
    if not lengths and words.has(("too",)) and words.has(("long", "short")):
        words.take(("too", "short"))
        degree = words.degree
        return [words.say("make it", degree, "shorter" if words.has(("long",)) else "longer")]
    return []


def _speed(words: Words) -> list[Request]:
    if not _whole(words) or words.has(("scene", "music")):
        return []
    words.take(("speed", "talk", *_SPEAKER, "read", "speaker", "down"))
    amount = words.take(("@times", "@pct"))
    if len(amount) == 1 and not words.has(("faster", "slower", "less", "more", "by")):
        return [words.say("set speed to", amount[0])]
    up = frozenset("faster speedup up more quicker".split())
    down = frozenset("slower slowdown less lower".split())
    step = _stepped(words, up, down, frozenset("fast faster rushed quick quickly hurried".split()), frozenset(("slow", "slower")))
    if not step:
        return []
    return [words.say("make voice", words.degree, "faster" if step == "up" else "slower")]


def _transition(words: Words) -> list[Request]:
    if words.has(("dont", "not", "too")):
        return []
    scenes = words.take(("@scene",))
    words.take(("transition", "only", "between", "harsh", "scene"))
    off = words.taken(("no", "remove", "without", "off"))
    kinds = {token.norm for token in words.take(("hardcut", "dissolve", "cut"))} - {"cut"}
    if off and len(kinds) == 2:
        off, kinds = False, {"hardcut"} if words.norms[-1] == "dissolve" else {"dissolve"}
    if len(kinds) != 1 or len(scenes) > 1:
        return []
    kind = next(iter(kinds))
    kind = ({"hardcut": "dissolve", "dissolve": "hardcut"}[kind]) if off else kind
    if scenes and not (isinstance(scenes[0].value, Scenes) and scenes[0].value.every):
        return [words.say("use", kind, "for", scenes[0])]
    return [words.say("use", kind)]


_FRAMES: dict[str, Callable[[Words], list[Request]]] = {
    "music": _music,
    "captions": _captions,
    "logo": _logo,
    "voice": _voice,
    "avatar": _avatar,
    "background": _background,
    "colour": _colour,
    "dark": _dark,
    "typeface": _typeface,
    "format": _format,
    "duration": _duration,
    "speed": _speed,
    "transition": _transition,
}

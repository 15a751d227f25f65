"""Frame words: the words of a clause as a frame takes them, and what frames have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tools.language.notes.catalogues import words_of
from tools.language.notes.context import Context, Scenes
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.mending import distance
from tools.language.notes.patterns import Token

Request = tuple[Token, ...]

LIGHT = FILLERS | frozenset(
    """the a an our my your their its his her it this that these those them they he she we i you me us there here one
    ones thing things something is are be was were been being am can could would should will must may might shall
    want have has had get got let lets do does did make put set use change switch turn move go give add try show
    replace swap choose play to for in on at of with as into onto by from under underneath look sound feel video
    everything whole all throughout everywhere instead version please mode style kind type option back still , : -
    abit part more even any some ok okay too just bit little both sit sits stand belong belongs appear appears live
    need needs ask asked asking call called select start programme overall would_love think thinking thought see
    possible and set sticking brand corporate house company taste already screen hear being were both between
    us bother find tune goes wants played playing""".split()
)
"""Words that say nothing about what is wanted, beside a target and its values."""
WISHES = frozenset(
    """better nicer best great good nice lovely ideal perfect fine love cool easier nicest awesome suit suits fit
    match premium classier elegant modern professional cleaner clearer smarter fresher calmer friendlier""".split()
)
MODALS = frozenset(
    """can could would should will must may might shall want need make put set use change switch turn move go give add
    try show replace swap let lets have get needs add instead more less ask asked choose prefer""".split()
)
STATES = frozenset("is are was were look sound feel seem stay".split())
COMPARED = frozenset("faster slower quieter louder softer lower higher bigger smaller shorter longer".split())
"""Words that tell a direction by themselves."""
_ENDS = frozenset("out off away".split())
_TAKES = frozenset("use turn cut leave put throw get bring pull rip switch shut".split())
_OFF = frozenset("remove no off mute stop kill disable silent cut none".split())
_WANTED = frozenset("want need use have show be put add play like love".split())
NOUNS = {
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
        wish = LIGHT | WISHES if self.has(MODALS) else LIGHT
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


def families(words: Words) -> list[tuple[int, int]]:
    """Where typefaces are named: the first token and the one behind the last."""
    low = words.context.text.lower()
    typed = tuple([tuple(re.findall(r"\w+", low[token.start : token.end])) for token in words.tokens])
    return list(_families(tuple(words.context.situation.families), typed))


@lru_cache(maxsize=4096)
def _families(known: tuple[str, ...], typed: tuple[tuple[str, ...], ...]) -> tuple[tuple[int, int], ...]:
    places: list[tuple[int, int]] = []
    names = [family.lower().split() for family in known]
    shortened = [parts[:-1] for parts in names if len(parts) > 2]
    for parts in (*names, *shortened):
        for at in range(len(typed) - len(parts) + 1):
            span = [word for one in typed[at : at + len(parts)] for word in one]
            if len(span) == len(parts) and all(
                abs(len(a) - len(b)) < 2 and distance(a, b, 1) <= (len(b) > 5) for a, b in zip(span, parts, strict=True)
            ):
                places = [place for place in places if not (place[0] <= at < place[1])] if parts in names else places
                if not any(first <= at < last for first, last in places):
                    places.append((at, at + len(parts)))
    return tuple(sorted(places))


def whole(words: Words) -> bool:
    """Whether no single scene is named; `in all scenes` is accounted for."""
    for n, token in enumerate(words.tokens):
        if token.norm == "@scene":
            if not (isinstance(token.value, Scenes) and token.value.every):
                return False
            words.used.add(n)
    return True


def stated(words: Words) -> bool:
    """Whether the clause only says how something is."""
    return words.has(STATES) and not words.has(MODALS)


def switched_off(words: Words) -> bool:
    """Whether the thing is to go."""
    norms = words.norms
    if "dont" in norms:
        at = norms.index("dont")
        rest = [n for n in norms[at + 1 :] if n not in NOUNS]
        if rest and not set(rest) <= _WANTED | LIGHT:
            return False
        if not rest or set(rest) & (_WANTED | {"any", "all"}):
            words.take(("dont", "want", "need", "like", "love"))
            return True
        return False
    if len(norms) > 2 and norms[-1] in _ENDS and norms[0] in _TAKES:
        words.take((norms[-1], norms[0]))
        return True
    if "not" in norms and words.taken(("necessary", "needed", "required")):
        words.take(("not",))
        return True
    if norms[-1] == "go" and words.has(("must", "should", "want", "needs", "can", "could", "has", "have")):
        words.take(("go", "to"))
        return True
    if words.taken(_OFF):
        words.take(("completely", "entirely", "altogether", "off", "out", "away", "disappear", "go"))
        return True
    return False


def stepped(words: Words, up: frozenset[str], down: frozenset[str], over: frozenset[str], under: frozenset[str]) -> str:
    """`up`, `down` or empty: more or less of something, as asked for or as what is too much or too little."""
    negative = words.has(("dont", "not"))
    mild = words.has(("abit", "quite", "rather", "very")) and not words.has(MODALS | COMPARED)
    so = any(
        one in ("so", "that") and other in over | under
        for one, other in zip(words.norms, words.norms[1:], strict=False)
    )
    if (mild or so or words.has(("too",))) and words.has(over | under):
        high = words.taken(over)
        words.take(("too", "so", "that", "dont", "not", "want", *under))
        return "down" if high else "up"
    if negative and words.has(("enough",)):
        words.take(("not", "dont", "enough"))
        return "up" if words.taken(over) else "down" if words.taken(under) else ""
    if negative and words.has(("want", "be", "like", "love", "should")) and words.has(over | under):
        high = words.taken(over)
        words.take(("dont", "not", "want", "love", *under))
        return "down" if high else "up"
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


def chosen_words(words: Words, noun: str, drop: Iterable[str]) -> list[Token]:
    """What is left once the target and the light words are gone: the words that say which one."""
    words.take((noun, *drop))
    chosen = words.left()
    words.used.update(n for n, t in enumerate(words.tokens) if t in chosen)
    return chosen


def first_names(context: Context) -> frozenset[str]:
    """First names of presenters and voices."""
    held = context.situation.catalogues
    return frozenset(
        c.name.split(",")[0].split()[0].lower() for kind in ("avatar", "voice") for c in held.get(kind, ())
    )


GENDERS = frozenset("male female man woman guy lady girl gentleman bloke boy".split())
_TONGUES = frozenset("british american scottish english".split())


def described(words: Words, kind: str, chosen: Sequence[Token]) -> bool:
    """Whether all the words describe entries of a catalogue."""
    candidates = words.context.situation.catalogues.get(kind, ())
    said = (
        {word for c in candidates for word in (*c.attributes, *re.findall(r"\w+", c.name.lower()))} | GENDERS | _TONGUES
    )
    return bool(chosen) and all(word in said for word in words_of(chosen))

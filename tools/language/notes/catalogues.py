"""Catalogues: presenters, voices, music, backgrounds and typefaces by the names and words that clients use."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.casting import Candidate, says
from tools.language.notes.context import Context
from tools.language.notes.lexicon import FILLERS, MOOD_WORDS
from tools.language.notes.mending import distance
from tools.language.notes.patterns import Token

_EMPTY = frozenset(
    """a an the with and of for in to use one voice avatar music background presenter speaker style sound sounding
    speaking looking called named accent please more something person's kind type track instead other another
    our my your new someone somebody who that which is by me it like as english somewhat abit very professional
    native speech option person behind her him them human real narrator proper lovely nice good designed family
    number motif pattern look bring add have let get""".split()
)
"""Words that say nothing about which one."""
_SAME = {
    "british": "british",
    "english": "",
    "uk": "british",
    "american": "american",
    "us": "american",
    "u.s": "american",
    "lady": "female",
    "woman": "female",
    "girl": "female",
    "female": "female",
    "feminine": "female",
    "women": "female",
    "man": "male",
    "guy": "male",
    "male": "male",
    "gentleman": "male",
    "boy": "male",
    "masculine": "male",
    "bloke": "male",
    "dude": "male",
    "fella": "male",
    "men": "male",
    "chap": "male",
    "womans": "female",
    "mans": "male",
    "ladys": "female",
    "calmer": "calm",
    "warmer": "warm",
    "softer": "soft",
    "clearer": "clear",
    "brighter": "bright",
    "calming": "calm",
    "soothing": "calm",
    "relaxed": "calm",
    "gentle": "soft",
    "gentler": "soft",
    "friendly": "warm",
    "friendlier": "warm",
    "cheerful": "bright",
    "quieter": "soft",
    "lighter": "light",
    "neutral": "plain",
    "scots": "scottish",
    "gentlemans": "male",
    "guys": "male",
    "scotsman": "scottish",
    "brit": "british",
    "englishwoman": "british female",
    "happier": "bright",
    "clean": "clear",
    "relaxing": "calm",
    "on": "",
    "robot": "robotic",
    "mellow": "soft",
    "masculin": "male",
    "he": "male",
    "she": "female",
    "him": "male",
}


def words_of(tokens: Sequence[Token]) -> list[str]:
    """The words of tokens that may say which one is meant, as they were typed and mended, small."""
    words: list[str] = []
    for token in tokens:
        text = str(token.value) if isinstance(token.value, str) else token.norm
        words += re.findall(r"[\w'-]+", text.lower().removesuffix("'s"))
    return words


def word_of(name: str) -> str:
    """How a name of a catalogue is said in a sentence: `Upbeat corporate` as `upbeat corporate`."""
    return name.replace("_", " ").lower()


def mood_named(context: Context, tokens: Sequence[Token]) -> str:
    """The id of the mood that all of the words mean; empty where one of them means nothing or they disagree."""
    candidates = context.situation.catalogues.get("music", ())
    words = [word for word in words_of(tokens) if word not in _EMPTY and word not in FILLERS]
    if not words:
        return ""
    plain = "_".join(words)
    for candidate in candidates:
        if plain in (candidate.id, candidate.name.lower().replace(" ", "_")):
            return candidate.id
    votes: list[str] = []
    for word in words:
        mood = MOOD_WORDS.get(word) or next((c.id for c in candidates if word in (c.id, c.name.lower())), "")
        mood = mood or next((c.id for c in candidates if len(word) > 4 and distance(word, c.id, 1) <= 1), "")
        mood = mood or next((c.id for c in candidates if len(word) > 4 and word in c.attributes), "")
        if not mood:
            return ""
        votes.append(mood)
    known = {candidate.id for candidate in candidates}
    found = [mood for mood in votes if mood in known or not known]
    return found[0] if len(set(found)) == 1 else ""


def choose(context: Context, kind: str, tokens: Sequence[Token]) -> str | None:
    """The id of the entry that the words describe; empty where they say something that none has; None where they say
    nothing about any.
    """
    candidates = context.situation.catalogues.get(kind, ())
    words = [_SAME.get(word, word) for word in words_of(tokens)]
    words = [part for word in words for part in word.split() if part not in _EMPTY and part not in FILLERS]
    if not words or not candidates:
        return None
    plain = " ".join(words)
    for candidate in candidates:
        name = re.sub(r"[\W_]+", " ", candidate.name.lower()).strip()
        if plain in (candidate.id.replace("-", " ").replace("_", " "), candidate.id, name) or words == [
            name.split()[0]
        ]:
            return candidate.id
    meant = [word for word in words if any(_says(candidate, word) for candidate in candidates)]
    if not meant:
        near = [
            c.id
            for c in candidates
            for word in words
            if len(word) > 3 and distance(word, c.name.split(",")[0].lower(), 1) <= 1
        ]
        return near[0] if len(near) == 1 and len(words) == 1 else None
    if len(meant) < len(words):
        return ""
    ranked = [c for c in _same_tongue(context, kind, candidates, words) if all(_says(c, word) for word in words)]
    plainly = [c for c in ranked if "robotic" not in c.attributes or "robotic" in words]
    now = getattr(context.board, kind, "") if context.board else ""
    found = [c for c in plainly or ranked if c.id != now] or plainly or ranked
    return found[0].id if found else ""


def _says(candidate: Candidate, word: str) -> bool:
    if word in ("male", "female"):
        return word in candidate.attributes
    return says(candidate, word)


def _same_tongue(context: Context, kind: str, candidates: Sequence[Candidate], words: Sequence[str]) -> list[Candidate]:
    """Voices of the language that the programme is spoken in, unless another one is named."""
    if kind != "voice":
        return list(candidates)
    tongue = (context.board.language if context.board else "en").split("-")[0]
    own = [c for c in candidates if any(a == tongue or a.startswith(f"{tongue}-") for a in c.attributes)]
    return own or list(candidates)


def listed_names(context: Context, kind: str, without: str = "") -> list[str]:
    """Names to choose from, those that suit the programme's language first, the one in use left out."""
    candidates = _same_tongue(context, kind, context.situation.catalogues.get(kind, ()), ())
    ranked = sorted((c for c in candidates if c.id != without), key=lambda c: "robotic" in c.attributes)
    return [candidate.name.split(",")[0] for candidate in ranked]

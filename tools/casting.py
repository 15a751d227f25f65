"""Casting: the names that people ask for, resolved to the nearest presenter, voice, music or background we have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tools.errors import UnknownName

SILENCE = frozenset({"none", "off", "no", "no music", "silence", "silent", "mute", "muted"})
"""Ways to ask for no music; they resolve to the empty id."""


@dataclass(frozen=True)
class Candidate:
    """One entry of a catalogue and the words that describe it."""

    id: str
    name: str
    attributes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Casting:
    """What an asked name resolved to. Where it is not `exact`, `note` is a sentence for the client."""

    id: str
    asked: str
    exact: bool
    note: str = ""


def cast(kind: str, asked: str, candidates: Sequence[Candidate]) -> Casting:
    """The candidate that `asked` names, or the nearest to what it describes.

    Ids and names match in any case; descriptive names ("professional_male_01", "upbeat_corporate_track") match by their
    words. Raises `tools.errors.UnknownName` with suggestions where no word means anything to us.
    """
    if not candidates:
        raise UnknownName(f"There is no {kind} to choose from; see `agency doctor` for what is missing.")
    plain = " ".join(re.split(r"[\W_]+", asked.strip().lower())).strip()
    if kind == "music" and plain in SILENCE:
        return Casting("", asked, exact=True)
    for candidate in candidates:
        if plain and plain in (_plain(candidate.id), _plain(candidate.name)):
            return Casting(candidate.id, asked, exact=True)
    best = _nearest(asked, candidates)
    if best is None:
        raise UnknownName(_refusal(kind, asked, candidates))
    note = f'For the {kind} "{_clip(asked)}" we took the nearest of ours, {best.name} ({best.id}).'
    return Casting(best.id, asked, exact=False, note=note)


def _nearest(asked: str, candidates: Sequence[Candidate]) -> Candidate | None:
    if _FOREIGN_ID.fullmatch(asked.strip()):
        return candidates[0]
    tokens, number = _tokens(asked)
    known = [
        token for token in tokens if token in _FILLER or any(says(c, token) for c in candidates) or token in _MEANING
    ]
    if not known or (len(known) * 2 < len(tokens) and not any(token in _FILLER for token in known)):
        return None
    scores = [_score(candidate, tokens) for candidate in candidates]
    tied = [candidate for candidate, score in zip(candidates, scores, strict=True) if score == max(scores)]
    return tied[(number - 1) % len(tied)] if 0 < number <= 99 else tied[0]


def _score(candidate: Candidate, tokens: Sequence[str]) -> float:
    score = 0.0
    for token in tokens:
        if says(candidate, token):
            score += 3.0 if token in _GENDER else 2.0
        elif token in _GENDER and candidate.attributes & frozenset(_GENDER.values()):
            score -= 3.0
    return score


def says(candidate: Candidate, token: str) -> bool:
    """Whether the candidate's words hold `token`, one of its meanings, or a form of it."""
    own = {_GENDER.get(word, word) for word in candidate.attributes | set(_plain(candidate.name).split())}
    own |= set(_plain(candidate.id).split())
    for meaning in (token, _GENDER.get(token, ""), *_MEANING.get(token, ())):
        if meaning in own:
            return True
        if len(meaning) >= 4 and any(
            len(word) >= 4 and (word.startswith(meaning) or meaning.startswith(word)) for word in own
        ):
            return True
    return False


def _tokens(asked: str) -> tuple[list[str], int]:
    """The words of a name in small letters, and the number at its end (0 for none)."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)", " ", asked)
    pieces = [piece.lower() for piece in re.split(r"[\W_]+", spaced) if piece]
    numbers = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) < 10]
    return [piece for piece in pieces if not piece.isdecimal()], numbers[-1] if numbers and pieces[
        -1
    ].isdecimal() else 0


def _plain(text: str) -> str:
    return " ".join(re.split(r"[\W_]+", text.lower())).strip()


def _refusal(kind: str, asked: str, candidates: Sequence[Candidate]) -> str:
    plain = _plain(asked)

    def likeness(candidate: Candidate) -> float:
        names = {_plain(text) for text in (candidate.id, candidate.name)}
        words = {word for name in names for word in name.split() if len(word) > 3}
        return max(SequenceMatcher(None, plain, name).ratio() for name in names | words)

    nearest = sorted(candidates, key=lambda candidate: -likeness(candidate))[:3]
    close = likeness(nearest[0]) >= 0.6
    shown = [candidate.id for candidate in nearest[: 1 if close else 3]]
    words = f"did you mean {shown[0]}?" if close else f"try {_either(shown)}."
    listing = {
        "avatar": "agency avatars",
        "voice": "agency voices",
        "music": "agency music",
        "background": "agency backgrounds",
    }
    where = f" `{listing[kind]}` lists them all." if kind in listing and len(candidates) > len(shown) else ""
    return f'There is no {kind} called "{_clip(asked)}"; {words}{where}'


def _clip(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}…"


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


_FOREIGN_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""Ids that say nothing, as other services give them."""

_GENDER = {
    **dict.fromkeys("male man men guy boy gentleman businessman mr he him masculine".split(), "male"),
    **dict.fromkeys("female woman women lady girl businesswoman mrs ms she her feminine".split(), "female"),
}

_FILLER = frozenset(
    "professional standard default natural neutral avatar presenter voice speaker narrator track music song loop bed "
    "theme "
    "background backdrop scene public pro studio premium basic hd front side sitting standing suit office casual "
    "business "
    "expressive video the a an in with and of for young old adult middle aged v v2 v3 id en us uk gb american "
    "british".split()
)
"""Words that names of other services are made of; alone they mean: whatever you have."""

_MEANING: dict[str, tuple[str, ...]] = {
    "english": ("en", "en-us", "en-gb", "american", "british", "english"),
    "american": ("en-us", "us", "american"),
    "us": ("en-us", "american"),
    "british": ("en-gb", "gb", "british", "scottish"),
    "uk": ("en-gb", "british"),
    "gb": ("en-gb", "british"),
    "german": ("de",),
    "french": ("fr", "fr-fr"),
    "spanish": ("es",),
    "italian": ("it",),
    "portuguese": ("pt", "pt-br"),
    "dutch": ("nl",),
    "polish": ("pl",),
    "chinese": ("zh", "cmn"),
    "mandarin": ("zh", "cmn"),
    "arabic": ("ar",),
    "japanese": ("ja",),
    "russian": ("ru",),
    "swedish": ("sv",),
    "turkish": ("tr",),
    "hindi": ("hi",),
    "korean": ("ko",),
    **dict.fromkeys(
        "relaxing relaxed soft gentle peaceful quiet soothing slow serene".split(),
        ("calm",),
    ),
    **dict.fromkeys(
        "happy energetic bright cheerful lively positive fast pop corporate".split(), ("upbeat", "corporate")
    ),
    **dict.fromkeys("fun funny quirky whimsical cute ukulele kids bouncy".split(), ("playful",)),
    **dict.fromkeys("dramatic orchestral film movie grand serious emotional".split(), ("cinematic",)),
    **dict.fromkeys("trailer heroic battle huge massive action powerful".split(), ("epic",)),
    **dict.fromkeys("atmospheric spacious meditation spa drone dreamy space".split(), ("ambient",)),
    **dict.fromkeys("folk country unplugged guitar guitars indie".split(), ("acoustic",)),
    **dict.fromkeys("funk groove groovy disco soul".split(), ("funky",)),
    **dict.fromkeys("mellow chill chillhop hiphop jazzy jazz cosy study".split(), ("lofi",)),
    **dict.fromkeys("suspense suspenseful thriller dark mysterious urgent ominous crime".split(), ("tense",)),
    **dict.fromkeys("electronic digital synth futuristic modern technology techno innovation".split(), ("tech",)),
    **dict.fromkeys("motivational uplifting hopeful inspirational motivating warm".split(), ("inspiring",)),
    **dict.fromkeys("plain simple minimal clean solid flat gradient abstract silk".split(), ("plain", "silk")),
    **dict.fromkeys("office room home window indoor".split(), ("studio",)),
    **dict.fromkeys("nature mountains landscape outdoor outdoors sky sunset".split(), ("hills",)),
    **dict.fromkeys("space stars galaxy planet cosmos".split(), ("orbit",)),
    **dict.fromkeys("data dots network".split(), ("data",)),
}
"""What words mean in the words of our catalogues."""

"""Which words of a scene a presenter gestures on, and with what: no gesture comes again within twenty seconds.

The gestures lie in a deck that is dealt without the words (`renderers.avatar.dealing`), one for every few seconds of
the scene: words say when a card is played and never which. So an edit leaves the gestures of the words around it. Only
words that ask for a gesture of their own (a greeting, a number in a list) take another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.avatar.channels import GAZE_DEGREES
from renderers.avatar.dealing import AGAIN_SECONDS, LineClock, deal
from renderers.avatar.head import minimum_jerk
from renderers.avatar.poses import TWO_HANDED
from renderers.avatar.prosody import EARLIER, VOWELS, Accent, Prosody, dice
from renderers.avatar.styles import find_style

Curve = NDArray[np.float64]

_APART_ASKED, _LATE = 0.9, 0.65
_GLANCE, _GLANCE_LEAD, _GLANCE_SECONDS, _SACCADE = 11.0 / GAZE_DEGREES, 0.2, 0.75, 0.07

_ASKED: dict[str, str] = {
    "wave": "hello hi hey welcome goodbye bye farewell hallo willkommen tschüss hola bienvenidos bienvenido adiós"
    " bonjour salut bienvenue ciao benvenuti arrivederci olá",
    "count_one": "first firstly erstens erste primero premièrement premier primo primeiro one eins uno une um",
    "count_two": "second secondly zweitens zweite segundo deuxièmement deuxième secondo two zwei dos deux due dois",
    "count_three": "third thirdly drittens dritte tercero troisièmement troisième terzo terceiro three drei tres trois"
    " tre três",
    "point": "here look there see hier schau aquí mira ici regardez qui guarda aqui veja",
    "hand_on_heart": "thank thanks heart love danke gracias merci grazie obrigado obrigada",
    "resolve": "must never strong stronger power promise guarantee win stark siempre jamais sempre",
    "both_wide": "everyone everything everywhere world huge alle todos tous tutti",
}
_WORDS = {word: name for name, words in _ASKED.items() for word in words.split()}
_ACCENTED = frozenset(
    "one eins uno une um two zwei dos deux due dois three drei tres trois tre três second here there see look hier qui"
    " ici aqui aquí".split()
)
"""Words that ask for a gesture only where they carry weight or stand before a comma: they have other uses."""


@dataclass(frozen=True)
class Gesture:
    """One gesture: a pose's name, the side of the hand that makes it ("both" for two), and the vowel it is made on.

    `card` numbers it in the scene's clock, whatever else is done in the scene. What is `on_beat` of music has that beat
    for its start.
    """

    name: str
    side: str
    start: float
    end: float
    card: int
    on_beat: bool = False

    @property
    def kind(self) -> str:
        """What tells gestures apart to a viewer: the pose and the hand."""
        return self.name if self.side == "both" else f"{self.name} {self.side}"


def choose_gestures(request: AvatarRequest, prosody: Prosody) -> tuple[Gesture, ...]:
    """The gestures of a scene in order of time; those that no word asks for are as far apart as the style has them."""
    found: list[Gesture] = []
    made: dict[str, float] = {}
    style, clock = find_style(request.style), LineClock(request)
    deck = list(request.deck)
    for said, over, weight, name, wanted in _moments(request, prosody):
        # Who has just waved does not wave with the other hand.
        fresh = said - made.get(wanted, -AGAIN_SECONDS) >= AGAIN_SECONDS
        asked = wanted if fresh and not (wanted in request.barred and said < AGAIN_SECONDS) else ""
        # A hand that is still busy does what is asked a moment after the word.
        busy = found[-1].start + _APART_ASKED - said if found and asked else 0.0
        start, end = (said + busy, over + busy) if 0 < busy <= _LATE else (said, over)
        card = clock.card(start, style)
        since = start - found[-1].start if found else style.gap
        if since < (_APART_ASKED - EARLIER if asked else style.gap) or (found and card == found[-1].card and not asked):
            continue
        if not asked and (
            wanted or weight < style.lightest or dice(request.seed, "gesture", name).random() > style.chance
        ):
            continue
        if len(deck) <= card:
            deck += deal(request.seed, style, card + 16)[len(deck) :]
        kind = _playable(asked, deck[card], card, request, made, start)
        if kind is None:
            continue
        pose, _, side = kind.partition(" ")
        made[kind] = made[pose] = start
        found.append(Gesture(pose, side or "both", start, end, card, bool(request.beats)))
    return tuple(found)


def _playable(
    asked: str, dealt: str, card: int, request: AvatarRequest, made: dict[str, float], at: float
) -> str | None:
    """The kind of gesture for a word: what it asks for, else what was dealt; none that was made of late."""

    def fresh(kind: str) -> bool:
        return at - made.get(kind, -AGAIN_SECONDS) >= AGAIN_SECONDS

    kinds = [dealt] if dealt else []
    if asked:
        sides = ["left", "right"] if dice(request.seed, "hand", card).random() < 0.5 else ["right", "left"]
        if asked.startswith("count"):
            # Who counts on keeps counting with the same hand.
            sides = ["right" if dice(request.seed, "counting").random() < 0.5 else "left"]
        if asked == "point":
            sides = [request.graphic]
        kinds = ([asked] if asked in TWO_HANDED else [f"{asked} {side}" for side in sides]) + kinds
    return next((kind for kind in kinds if fresh(kind)), None)


def asked_poses(request: AvatarRequest, prosody: Prosody) -> tuple[tuple[str, float], ...]:
    """The poses that words of a scene ask for, and the seconds at which they are said."""
    return tuple((wanted, said) for said, _, _, _, wanted in _moments(request, prosody) if wanted)


def _moments(request: AvatarRequest, prosody: Prosody) -> Iterator[tuple[float, float, float, str, str]]:
    """Every word that could have a gesture, in order: its vowel's start and end, weight, name, and what it asks for."""
    asking: dict[float, tuple[float, str, bool]] = {}
    texts = [word.text.casefold().strip(".,;:!?…\"'()“”„«»¡¿-–—") for word in request.words]
    heard = {index for index, text in enumerate(texts) if text in _WORDS}
    if heard:
        for phone in request.phones:
            # "First" has no vowel among the mouth's shapes; its stress tells where it is.
            if phone.word in heard and (phone.stress == 1 or phone.viseme in VOWELS):
                heard.discard(phone.word)
                listed = request.words[phone.word].text.endswith((",", ":"))
                asking[phone.start] = (phone.end, texts[phone.word], listed)
    told: list[tuple[float, float, float, str, str]] = []
    for accent in prosody.accents:
        word = asking.pop(accent.start, (0.0, "", False))[1]
        told.append((accent.start, accent.end, accent.weight, accent.name, _WORDS.get(word, "")))
    told += [
        (start, end, 1.0, word, _WORDS[word])
        for start, (end, word, listed) in asking.items()
        if listed or word not in _ACCENTED
    ]
    yield from sorted(told)


def resting_accents(prosody: Prosody, gestures: tuple[Gesture, ...]) -> tuple[Accent, ...]:
    """The accents on which no gesture is made and none is under way."""
    taken = [gesture.start for gesture in gestures]
    near = [bisect_right(taken, accent.start + 0.5) for accent in prosody.accents]
    return tuple(
        accent
        for accent, after in zip(prosody.accents, near, strict=True)
        if after == 0 or accent.start - taken[after - 1] > 0.35
    )


def glance_aside(gestures: tuple[Gesture, ...], times: Curve) -> Curve:
    """The gaze's way (`gaze_x`) to what is pointed at and back at `times`; the eyes are there before the hand."""
    gaze = np.zeros(len(times))
    for gesture in gestures:
        if gesture.name == "point":
            since = times - (gesture.start - _GLANCE_LEAD)
            share = minimum_jerk(since / _SACCADE) * (1 - minimum_jerk((since - _GLANCE_SECONDS) / _SACCADE))
            gaze += share * (_GLANCE if gesture.side == "right" else -_GLANCE)
    return gaze

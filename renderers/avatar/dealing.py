"""The gestures that are dealt for the scenes of a programme: none comes again within twenty seconds, cuts or no cuts.

Every scene has a deck that its own seed deals, a gesture for every few seconds of its clock. Where a gesture would come
again too soon after one of the scenes before, another takes its place, and nothing else in the deck changes: a scene
depends on those before it by these few exchanges alone.

Which are exchanged is told by how many words the scenes have, not by how long they take: another word in the place of
one moves no other scene's gestures. That is right to a few seconds, which are kept free on top of the twenty. Where it
is not right enough, a gesture that would come again is left out, which changes no other.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from renderers.avatar import AvatarRequest
from renderers.avatar.framing import FRAMINGS_WITH_ARMS
from renderers.avatar.prosody import EARLIER, dice
from renderers.avatar.styles import Style, find_style
from renderers.scene_clock import clock_at

AGAIN_SECONDS = 20.0
"""Seconds in which no gesture is made twice."""
_SPARE = 5.0
"""Seconds kept free on top."""
_A_WORD, _A_LINE, _STEP = 0.36, 0.9, 4.0
"""About how many seconds a word and the pause at a line's end take, and the seconds of which scenes count as a
multiple: a word more or less hardly ever makes another."""


@dataclass(frozen=True)
class Dealt:
    """What is decided for a scene with those before it: its deck, empty where it is its own, and the poses that no word
    gets in its first 20 s.
    """

    deck: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Made:
    """A kind of gesture (a pose, and a side where it has one) that may be made up to a second of the programme."""

    kind: str
    until: float

    def repeats(self, kind: str) -> bool:
        """Whether who makes `kind` makes this again; a word's gesture is made with either hand."""
        return self.kind in (kind, kind.partition(" ")[0])


def deal(seed: int, style: Style, count: int) -> list[str]:
    """The first `count` cards of a scene's own deck: no kind twice within `style.apart` cards, no pose on either hand
    twice in three.
    """
    deck: list[str] = []
    while len(deck) < count:
        throw = dice(seed, "deck", len(deck))
        late = {kind.partition(" ")[0] for kind in deck[-3:]}
        free = [kind for kind in style.deck if kind not in deck[-style.apart :]]
        chosen = [kind for kind in free if kind.partition(" ")[0] not in late] or free
        deck.append(chosen[int(throw.integers(len(chosen)))])
    return deck


def deal_programme(
    scenes: Sequence[tuple[float, AvatarRequest]], asked: Sequence[Sequence[tuple[str, float]]]
) -> list[Dealt]:
    """What is dealt for scenes that begin at a second of the programme, in order; `asked` are the poses that words of
    each ask for and the seconds, from the scene's start, at which they are said.

    A scene in which no arms are seen neither has gestures nor counts.
    """
    found: list[Dealt] = []
    planned, made = list[_Made](), list[_Made]()
    end, guessed = 0.0, 0.0
    for (start, request), wanted in zip(scenes, asked, strict=True):
        # What lies between two scenes of the presenter counts as it is, but for a step.
        first = guessed + _STEP * round(max(start - end, 0.0) / _STEP)
        end, guessed = start + float(request.frames / request.rate), first + _estimate(request)
        if request.framing not in FRAMINGS_WITH_ARMS or request.listening:
            found.append(Dealt())
            continue
        style = find_style(request.style)
        spans, count = list(_card_spans(request, style)), math.ceil((guessed - first) / style.card)
        own = deal(request.seed, style, max(len(spans), count))
        planned = [one for one in planned if first - one.until < AGAIN_SECONDS + _SPARE]
        deck = _exchanged(own, first, planned, request.seed, style)
        planned += [_Made(kind, first + (card + 1) * style.card) for card, kind in enumerate(deck[:count])]
        made = [one for one in made if start - one.until < AGAIN_SECONDS]
        played = [
            "" if any(one.repeats(kind) and start + early - one.until < AGAIN_SECONDS for one in made) else kind
            for kind, (early, _) in zip(deck, spans, strict=False)
        ]
        barred = {
            pose
            for pose, said in wanted
            if said < AGAIN_SECONDS
            and any(one.kind.partition(" ")[0] == pose and start + said - one.until < AGAIN_SECONDS for one in made)
        }
        found.append(Dealt(tuple(played) if played != own[: len(spans)] else (), tuple(sorted(barred))))
        made += [_Made(kind, start + late) for kind, (_, late) in zip(played, spans, strict=True) if kind]
        made += [_Made(pose, start + said) for pose, said in wanted if pose not in barred]
    return found


def _estimate(request: AvatarRequest) -> float:
    """About how many seconds a scene takes, by its words; by its length where it has none."""
    told = _A_WORD * len(request.words) + _A_LINE * (1 + len(request.marks))
    length = told if request.words else float(request.frames / request.rate)
    return max(_STEP * round(length / _STEP), _STEP / 2)


def _card_spans(request: AvatarRequest, style: Style) -> Iterator[tuple[float, float]]:
    """The seconds of a scene between which each card may be played."""
    clock = LineClock(request)
    ends = [*clock.starts[1:], float(request.frames / request.rate)]
    last = max(clock.card(max(start, end - 2 * EARLIER), style) for start, end in zip(clock.starts, ends, strict=True))
    for card in range(last + 1):
        low, high = card * style.card, (card + 1) * style.card
        found = [
            (start + max(0.0, low - shown), start + min(end - start, high - shown))
            for start, end, shown in zip(clock.starts, ends, clock.shown, strict=True)
            if shown < high and low < shown + end - start
        ]
        # A card that the clock passes over is never played.
        yield (found[0][0], found[-1][1]) if found else (0.0, -AGAIN_SECONDS)


def _exchanged(own: list[str], begins: float, recent: list[_Made], seed: int, style: Style) -> list[str]:
    """The deck `own` of a scene that begins at a second, with others where it would repeat `recent` ones."""
    deck: list[str] = []
    for card, kind in enumerate(own):
        late = [one for one in recent if begins + card * style.card - one.until < AGAIN_SECONDS + _SPARE]
        barred = {other for other in style.deck if any(one.repeats(other) for one in late)} | set(deck[-style.apart :])
        if kind not in barred:
            deck.append(kind)
            continue
        order = [style.deck[at] for at in dice(seed, "exchange", card).permutation(len(style.deck))]
        # What its own deck deals soon would have to be exchanged in turn: the one that comes last of all is taken.
        soon = own[card + 1 : card + 1 + style.apart]
        free = sorted((other for other in order if other not in barred), key=lambda other: -_first(soon, other))
        deck.append(free[0] if free else "")
    return deck


def _first(cards: list[str], kind: str) -> int:
    return cards.index(kind) if kind in cards else len(cards)


class LineClock:
    """The seconds at which the lines of a scene begin, and what its clock shows then."""

    def __init__(self, request: AvatarRequest) -> None:
        lines, rate = np.array([0.0, *request.marks]), float(request.rate)
        self.starts: list[float] = (lines / rate).tolist()
        self.shown: list[float] = (clock_at(request.marks, lines) / rate).tolist()

    def card(self, moment: float, style: Style) -> int:
        """The number of the card that is played at `moment` (seconds of the scene)."""
        line = max(0, bisect_right(self.starts, moment + EARLIER) - 1)
        return int((self.shown[line] + moment - self.starts[line] + EARLIER) / style.card)

"""What in the speech moves a body: pauses, phrases, and the words that carry weight.

Nothing here looks further ahead than the end of a word or of the shortest pause, so that what is said later does not
change how the body moved before. Nor does anything look back beyond the phrase: what is said there moves the body alike
whatever was said before, so that an edit has the frames kept of all phrases that stay where they are.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.speech import Phone, Viseme

EARLIER = 1e-6
"""Seconds that are less than any difference that matters, and more than any that a sum of times has in its last bits.
What stands on an edge is moved by it to one side: a line that moves must not look another way."""
_LEVEL_RATE = 100
_LEVEL_PARTS = 1 << 20
_SHORTEST_PAUSE = 0.14 - EARLIER
_MEMORY = 16
"""Words to which a word is compared to find whether it carries weight."""
_USUAL_SCORES = (0.04, 0.07, 0.10, 0.14)
"""Usual scores in the voices of the base install (octiles 1, 3, 5, 7); they stand in for words before the first."""
VOWELS = frozenset({Viseme.AA, Viseme.E, Viseme.IH, Viseme.OH, Viseme.OU})
"""The visemes of open sounds, whose opening follows the voice's level."""


@dataclass(frozen=True)
class Pause:
    """A silence inside, before or after the speech, in seconds."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Its length in seconds."""
        return self.end - self.start


@dataclass(frozen=True)
class Accent:
    """A word that carries weight: when its stressed vowel begins and ends, and how strong it is in 0..1.

    `phrase` is the place of its phrase in the scene. `name` tells it from the scene's other words and stays when words
    are put in before it. What is `on_beat` stands for a beat of the music to which the words are sung.
    """

    start: float
    end: float
    weight: float
    name: str = ""
    phrase: int = 0
    on_beat: bool = False


@dataclass(frozen=True)
class Prosody:
    """The pauses, phrases (spans of speech between pauses) and accents of a scene of `length` seconds.

    `openings` names each phrase after its first word, as accents are named; it may be empty.
    """

    length: float
    pauses: tuple[Pause, ...]
    phrases: tuple[tuple[float, float], ...]
    accents: tuple[Accent, ...]
    openings: tuple[str, ...] = ()

    def opening(self, index: int) -> str:
        """The name of a phrase; without one, its place."""
        return self.openings[index] if index < len(self.openings) else str(index)


def dice(seed: int, *event: object) -> np.random.Generator:
    """The dice of one event of one scene: equal for equal events, whatever else happens in the scene."""
    return np.random.default_rng([seed, zlib.crc32(repr(event).encode())])


class Level:
    """The voice's loudness in 0..1 over spans of time; 0.6 everywhere when it is not known."""

    def __init__(self, loudness: tuple[float, ...]) -> None:
        # Whole numbers add up exactly, whatever was summed before.
        counted = np.rint(np.asarray(loudness, np.float64) * _LEVEL_PARTS)
        self._sums: NDArray[np.float64] = np.concatenate([[0.0], np.cumsum(counted)])

    def over(self, start: float, end: float) -> float:
        """The mean level from `start` to `end` seconds."""
        count = len(self._sums) - 1
        if count == 0:
            return 0.6
        first = min(max(int((start + EARLIER) * _LEVEL_RATE), 0), count - 1)
        last = min(max(int(np.ceil((end - EARLIER) * _LEVEL_RATE)), first + 1), count)
        return float(np.clip((self._sums[last] - self._sums[first]) / _LEVEL_PARTS / (last - first), 0, 1))


def read_prosody(request: AvatarRequest) -> Prosody:
    """The pauses, phrases and accents of a request, in order of time."""
    length = float(request.frames / request.rate)
    phrases: list[tuple[float, float]] = []
    first_words: list[int] = []
    for phone in sorted((p for p in request.phones if p.viseme is not Viseme.SIL), key=lambda p: p.start):
        if phrases and phone.start - phrases[-1][1] < _SHORTEST_PAUSE:
            phrases[-1] = (phrases[-1][0], max(phrases[-1][1], phone.end))
        else:
            phrases.append((phone.start, phone.end))
            first_words.append(phone.word)
    starts = [start for start, _ in phrases]
    lines = [float(mark / request.rate) for mark in request.marks]
    names = _word_names(request, starts, lines)
    openings = [names.get(word, str(place)) for place, word in enumerate(first_words)]
    edges = [0.0, *(edge for phrase in phrases for edge in phrase), length]
    pauses = tuple(
        Pause(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end - start >= _SHORTEST_PAUSE
    )
    return Prosody(length, pauses, tuple(phrases), _accents(request, names, starts), tuple(openings))


def _word_names(request: AvatarRequest, starts: list[float], lines: list[float]) -> dict[int, str]:
    """A name for each word by its place: its text, its phrase, and how often that was said before in it.

    `starts` are those of the phrases; a word belongs to the last that has begun when it is over. Phrases are counted
    in their line: `lines` are the starts of all but the first.
    """
    said: Counter[tuple[str, int]] = Counter()
    names: dict[int, str] = {}
    firsts = [0, *(bisect_left(starts, line - EARLIER) for line in lines)]
    for place, word in enumerate(request.words):
        phrase = bisect_left(starts, word.end) - 1
        line = max(0, bisect_right(firsts, phrase) - 1)
        told = word.text.casefold(), phrase
        names[place] = f"{told[0]} {said[told]} of {phrase - firsts[line]}" + (f" in {line}" if line else "")
        said[told] += 1
    return names


def _accents(request: AvatarRequest, names: dict[int, str], starts: list[float]) -> tuple[Accent, ...]:
    """The words above the median of those before them in their phrase, by loudness and length of their strongest vowel;
    `starts` are those of the phrases.
    """
    level = Level(request.loudness)
    strongest: dict[int, tuple[float, Phone]] = {}
    for phone in request.phones:
        if phone.word < 0 or phone.viseme not in VOWELS:
            continue
        stress = {1: 1.0, 2: 0.75}.get(phone.stress, 0.6)
        score = stress * (0.3 + level.over(phone.start, phone.end)) * min(phone.end - phone.start, 0.25)
        if phone.word not in strongest or score > strongest[phone.word][0]:
            strongest[phone.word] = (score, phone)
    before: deque[float] = deque(maxlen=_MEMORY)
    found: list[Accent] = []
    latest = -1
    for score, phone in sorted(strongest.values(), key=lambda scored: scored[1].start):
        phrase = bisect_right(starts, phone.start) - 1
        if phrase != latest or not before:
            before, latest = deque(_USUAL_SCORES, maxlen=_MEMORY), phrase
        before.append(score)
        bar, top = float(np.median(before)), max(before)
        if score >= bar:
            weight = float((score - bar) / max(top - bar, 1e-9))
            found.append(Accent(phone.start, phone.end, weight, names.get(phone.word, str(phone.word)), phrase))
    return tuple(found)

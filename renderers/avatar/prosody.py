"""What in the speech moves a body: pauses, phrases, and the words that carry weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import AvatarRequest
from renderers.speech import Phone, Viseme

_LEVEL_RATE = 100
_SHORTEST_PAUSE = 0.14
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
    """A word that carries weight: when its stressed vowel begins and ends, and how strong it is in 0..1."""

    start: float
    end: float
    weight: float


@dataclass(frozen=True)
class Prosody:
    """The pauses, phrases (spans of speech between pauses) and accents of a scene of `length` seconds."""

    length: float
    pauses: tuple[Pause, ...]
    phrases: tuple[tuple[float, float], ...]
    accents: tuple[Accent, ...]


class Level:
    """The voice's loudness in 0..1 over spans of time; 0.6 everywhere when it is not known."""

    def __init__(self, loudness: tuple[float, ...]) -> None:
        self._sums: NDArray[np.float64] = np.concatenate([[0.0], np.cumsum(np.asarray(loudness, np.float64))])

    def over(self, start: float, end: float) -> float:
        """The mean level from `start` to `end` seconds."""
        count = len(self._sums) - 1
        if count == 0:
            return 0.6
        first = min(max(int(start * _LEVEL_RATE), 0), count - 1)
        last = min(max(int(np.ceil(end * _LEVEL_RATE)), first + 1), count)
        return float(np.clip((self._sums[last] - self._sums[first]) / (last - first), 0, 1))


def read_prosody(request: AvatarRequest) -> Prosody:
    """The pauses, phrases and accents of a request, in order of time."""
    length = float(request.frames / request.rate)
    phrases: list[tuple[float, float]] = []
    for phone in sorted((p for p in request.phones if p.viseme is not Viseme.SIL), key=lambda p: p.start):
        if phrases and phone.start - phrases[-1][1] < _SHORTEST_PAUSE:
            phrases[-1] = (phrases[-1][0], max(phrases[-1][1], phone.end))
        else:
            phrases.append((phone.start, phone.end))
    edges = [0.0, *(edge for phrase in phrases for edge in phrase), length]
    pauses = tuple(
        Pause(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end - start >= _SHORTEST_PAUSE
    )
    return Prosody(length, pauses, tuple(phrases), _accents(request))


def _accents(request: AvatarRequest) -> tuple[Accent, ...]:
    """The upper half of the words by loudness and length of their strongest vowel."""
    level = Level(request.loudness)
    strongest: dict[int, tuple[float, Phone]] = {}
    for phone in request.phones:
        if phone.word < 0 or phone.viseme not in VOWELS:
            continue
        stress = {1: 1.0, 2: 0.75}.get(phone.stress, 0.6)
        score = stress * (0.3 + level.over(phone.start, phone.end)) * min(phone.end - phone.start, 0.25)
        if phone.word not in strongest or score > strongest[phone.word][0]:
            strongest[phone.word] = (score, phone)
    if not strongest:
        return ()
    scores = np.array([score for score, _ in strongest.values()])
    bar, top = float(np.median(scores)), float(scores.max())
    found = [
        Accent(phone.start, phone.end, float((score - bar) / max(top - bar, 1e-9)))
        for score, phone in strongest.values()
        if score >= bar
    ]
    return tuple(sorted(found, key=lambda accent: accent.start))

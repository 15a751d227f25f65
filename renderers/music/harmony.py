"""Chords: read from Roman numerals, voiced so that each voice moves as little as it can to the next chord."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

_DEGREES = {"I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11}
_NUMERAL = re.compile(r"(?P<accidental>[b#]?)(?P<degree>[IViv]+)(?P<kind>[a-z0-9]*)(?:/(?P<bass>[b#]?[IViv]+))?")

_KINDS: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7),
    "7": (0, 4, 7, 10),
    "maj7": (0, 4, 7, 11),
    "maj9": (0, 4, 7, 11, 14),
    "add9": (0, 4, 7, 14),
    "6": (0, 4, 7, 9),
    "9": (0, 4, 7, 10, 14),
    "sus2": (0, 2, 7),
    "sus4": (0, 5, 7),
    "9sus4": (0, 5, 10, 14),
    "5": (0, 7),
}
_MINOR_KINDS: dict[str, tuple[int, ...]] = {
    "": (0, 3, 7),
    "7": (0, 3, 7, 10),
    "9": (0, 3, 7, 10, 14),
    "add9": (0, 3, 7, 14),
    "6": (0, 3, 7, 9),
}


@dataclass(frozen=True)
class Chord:
    """A chord in a key: its `bass` and `root` as pitch classes, and its `tones` as pitch classes, root first."""

    name: str
    bass: int
    root: int
    tones: tuple[int, ...]

    @property
    def colour(self) -> int:
        """The pitch class of the third, or of what stands in its place."""
        return self.tones[1]


def read_chord(numeral: str, tonic: int) -> Chord:
    """The chord that a Roman numeral means over `tonic` (a pitch class).

    Degrees are those of the major scale whatever the mode (`bVI` in minor), lower case is minor, and what follows is
    added, as in `ii7`, `IVadd9`, `Vsus4`, `I/III`. Raises ValueError for what is not a chord.
    """
    found = _NUMERAL.fullmatch(numeral)
    if found is None or found["degree"].upper() not in _DEGREES:
        raise ValueError(f"{numeral!r} is not a chord; write it like IV, ii7 or bVIadd9.")
    kinds = _MINOR_KINDS if found["degree"].islower() else _KINDS
    if found["kind"] not in kinds:
        raise ValueError(f"{numeral!r} ends in {found['kind']!r}, which is none of {', '.join(filter(None, kinds))}.")
    root = _pitch_class(found["accidental"], found["degree"], tonic)
    bass = root
    if found["bass"]:
        accidental = found["bass"][0] if found["bass"][0] in "b#" else ""
        bass = _pitch_class(accidental, found["bass"].lstrip("b#"), tonic)
    return Chord(numeral, bass, root, tuple((root + step) % 12 for step in kinds[found["kind"]]))


def _pitch_class(accidental: str, degree: str, tonic: int) -> int:
    return (tonic + _DEGREES[degree.upper()] + {"b": -1, "#": 1, "": 0}[accidental]) % 12


Voicing = tuple[int, ...]


@lru_cache(maxsize=512)
def _voicings(tones: tuple[int, ...], low: int, high: int, voices: int) -> tuple[Voicing, ...]:
    """Every way to lay `tones` between two pitches with as many voices, without crowding the low end."""
    pitches = [pitch for pitch in range(low, high + 1) if pitch % 12 in tones]
    needed = set(tones if len(tones) <= voices else (tones[1], *tones[-(voices - 1) :]))
    found = []
    for choice in combinations(pitches, voices):
        gaps = [upper - lower for lower, upper in zip(choice, choice[1:], strict=False)]
        if max(gaps, default=0) > 12 or not needed <= {pitch % 12 for pitch in choice}:
            continue
        if any(gap < 3 and lower < 57 for gap, lower in zip(gaps, choice, strict=False)) or 1 in gaps:
            continue
        found.append(choice)
    return tuple(found)


def lead_voices(chord: Chord, previous: Voicing | None, low: int, high: int, voices: int = 3) -> Voicing:
    """The voicing of `chord` between `low` and `high` (MIDI pitches) that moves least from `previous`.

    Common tones stay, no voice leaps if another way exists, and the whole drifts back towards the middle of the range.
    """
    options = _voicings(chord.tones, low, high, voices)
    if not options:
        options = _voicings(chord.tones, low - 5, high + 7, voices)
    centre = (low + high) / 2

    def cost(option: Voicing) -> tuple[float, Voicing]:
        mean = sum(option) / len(option)
        spread = option[-1] - option[0]
        price = abs(mean - centre) * 0.6 + abs(spread - 5 * (voices - 1)) * 0.25
        if previous is not None:
            moves = [abs(new - old) for new, old in zip(option, previous, strict=False)]
            price += sum(moves) + 0.5 * max(moves) + 0.5 * moves[-1]
        return price, option

    return min(options, key=cost)


def nearest(pitch_class: int, target: float) -> int:
    """The MIDI pitch of this class that lies nearest to `target`."""
    return round((target - pitch_class) / 12) * 12 + pitch_class


def scale(tonic: int, minor: bool, *, pentatonic: bool = False) -> tuple[int, ...]:
    """The pitch classes of the scale: major or natural minor, or its five notes that fit every chord of the key."""
    steps: tuple[int, ...] = (0, 2, 3, 5, 7, 8, 10) if minor else (0, 2, 4, 5, 7, 9, 11)
    if pentatonic:
        steps = (0, 3, 5, 7, 10) if minor else (0, 2, 4, 7, 9)
    return tuple((tonic + step) % 12 for step in steps)

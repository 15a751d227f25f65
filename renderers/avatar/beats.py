"""Singing: where the words are sung to music, hands, nods and brows keep its beats instead of the words' weight."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from renderers.avatar.prosody import Accent, Level, Prosody

_BAR = 4
_LENGTH = 0.16


def keep_beats(prosody: Prosody, beats: tuple[float, ...], loudness: tuple[float, ...]) -> Prosody:
    """`prosody` with the beats (seconds, in order) that fall into its phrases for accents: the first of every four and
    those that are sung loudest weigh most.
    """
    level = Level(loudness)
    starts = [start for start, _ in prosody.phrases]
    found = []
    for number, beat in enumerate(beats):
        phrase = bisect_right(starts, beat) - 1
        if phrase < 0 or beat > prosody.phrases[phrase][1]:
            continue
        weight = 0.35 * (number % _BAR == 0) + 0.2 * (number % 2 == 0) + 0.45 * level.over(beat, beat + _LENGTH)
        found.append(Accent(beat, beat + _LENGTH, min(weight, 1.0), f"beat {number}", phrase, on_beat=True))
    return replace(prosody, accents=tuple(found))

"""When the words of a heading are heard in its scene, so that they can come in as they are said."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from renderers.motion import AHEAD
from renderers.timeline import CueWord
from tools.edit.times import frames

LATEST_SECONDS = 2.5
"""A heading whose first word is heard later than so many seconds after it could come in does not wait for it: beside
an empty place nobody knows what is to come."""
LONGEST_SECONDS = 6.0
"""A heading whose words are scattered over more than this is not being read out."""


def heading_cues(
    heading: str, words: Sequence[CueWord], start: int, duration: int, rate: Fraction,
    latest: float = LATEST_SECONDS, longest: float = LONGEST_SECONDS,
) -> tuple[int, ...]:  # fmt: skip
    """For each word of `heading` the frame from `start` at which it comes in, in order; empty where it is not said.

    `words` are those of the scene, `start` and `duration` (frames) when the heading could come in and how long it
    stays. Every word of the heading must be heard in that order, the first of them within `latest` seconds of `start`,
    and all within `longest` seconds; in between others may be.
    """
    told = [_plain(word) for word in heading.split()]
    wanted = [word for word in told if word]
    heard = [(_plain(word.text), word.start) for word in words]
    if not wanted or start < 0:
        return ()
    ahead = round(AHEAD * rate)
    for first, (word, _) in enumerate(heard):
        if word != wanted[0]:
            continue
        found = _follow(wanted, heard[first:])
        if found and _fits(found, start, duration, rate, latest, longest):
            spoken = iter(max(0, at - start - ahead) for at in found)
            # A dash or a sign between words comes in with the one before it.
            return tuple(accumulate((next(spoken) if word else 0 for word in told), max))
    return ()


def _follow(wanted: Sequence[str], heard: Sequence[tuple[str, int]]) -> list[int]:
    """The frames at which `wanted` are heard, the first one first; empty where one of them is not."""
    found: list[int] = []
    for word, at in heard:
        if len(found) < len(wanted) and word == wanted[len(found)]:
            found.append(at)
    return found if len(found) == len(wanted) else []


def _fits(found: Sequence[int], start: int, duration: int, rate: Fraction, latest: float, longest: float) -> bool:
    soon = found[0] - start <= frames(latest, rate)
    return soon and found[-1] - found[0] <= frames(longest, rate) and found[-1] - start < duration


def _plain(word: str) -> str:
    """A word as it is compared: letters and digits alone, without case and accents."""
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in split if sign.isalnum())

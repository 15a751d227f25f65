"""Scene lengths on a grid, so that a word that takes a little longer changes its own scene and no other.

A scene lasts a whole number of units, and what its speech leaves of the last unit goes into its own pauses. Where the
programme has a length to meet, whole units are dealt out to scenes in an order that each scene's own pauses decide, so
that a scene which needs one unit more takes it from one other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

UNIT_SECONDS = 0.5
"""Long enough that most exchanges of one word (0.13 s on average, measured) stay inside a unit, and short enough that
a scene's closing pause still sounds like one. It is that of the starts of lines (`LINE_UNIT_SECONDS`), so that where
the last line moves, the scene ends as long after it as before."""


@dataclass(frozen=True)
class SceneRoom:
    """The lengths one scene can have, in frames: the least, what feels natural, and the most."""

    least: int
    natural: int
    most: int

    def tension(self, length: int) -> Fraction:
        """How far a length is from natural: -1 at the least, 0 natural, 1 at the most."""
        room = self.most - self.natural if length > self.natural else self.natural - self.least
        return Fraction(length - self.natural, max(room, 1))


def natural_length(room: SceneRoom, unit: int) -> int:
    """The natural length of a scene on the grid: rounded up, unless its pauses can not take as much."""
    length = -(-room.natural // unit) * unit
    return length if length <= room.most else room.natural


def share_out(rooms: Sequence[SceneRoom], total: int, unit: int) -> tuple[int, ...] | None:
    """A length for each scene so that they add up to exactly `total`; None where they can not give or take enough.

    All scenes but the last that can give or take are whole units long, and that one takes the remainder. Only where
    `total` is so near to what the scenes can do that no such lengths exist, the fewest scenes leave the grid.
    """
    if not sum(room.least for room in rooms) <= total <= sum(room.most for room in rooms):
        return None
    taker = max((index for index, room in enumerate(rooms) if room.least < room.most), default=len(rooms) - 1)
    ends = [_ends(room, 0, unit) for room in rooms]
    remainder = (total - sum(low for index, (low, _) in enumerate(ends) if index != taker)) % unit
    ends[taker] = _ends(rooms[taker], remainder, unit)
    lengths = [low for low, _ in ends]
    steps = sorted(
        (room.tension(length), index)
        for index, (room, (low, high)) in enumerate(zip(rooms, ends, strict=True))
        for length in range(low + unit, high + 1, unit)
    )
    for _, index in steps[: max(0, (total - sum(lengths)) // unit)]:
        lengths[index] += unit
    return _made_exact(rooms, lengths, total)


def _ends(room: SceneRoom, remainder: int, unit: int) -> tuple[int, int]:
    """The shortest and longest length that is `remainder` over whole units; the natural one where there is none."""
    low = room.least + (remainder - room.least) % unit
    high = room.most - (room.most - remainder) % unit
    return (low, high) if low <= high else (room.natural, room.natural)


def _made_exact(rooms: Sequence[SceneRoom], lengths: list[int], total: int) -> tuple[int, ...]:
    """`lengths` with what is missing or too much taken up by the scenes that can take up most."""
    missing = total - sum(lengths)
    room = [
        most.most - length if missing > 0 else length - most.least for most, length in zip(rooms, lengths, strict=True)
    ]
    for index in sorted(range(len(rooms)), key=lambda index: (-room[index], index)):
        step = min(room[index], abs(missing))
        lengths[index] += step if missing > 0 else -step
        missing += -step if missing > 0 else step
    return tuple(lengths)

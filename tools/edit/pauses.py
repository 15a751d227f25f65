"""Pacing: pauses that can give and take, so that a scene meets its length to the frame.

Lines begin on a grid, counted from the start of their scene, and the pause before a line takes up what the line before
it leaves of a unit: one that becomes a little longer or shorter leaves all others where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LEVELS = tuple(Fraction(half, 2) for half in (0, 1, 2, -1, -2))
"""How far the pauses before and between lines are drawn out (towards 1) or hurried (towards -1), in the order they are
tried. Few steps, so that a later line that becomes a little longer leaves the earlier ones where they are.
"""

_LONG_REST = 2
"""Units that the last pause may be longer than feels natural before all pauses are drawn out instead."""


@dataclass(frozen=True)
class Pause:
    """A stretch without speech, in frames: the least it may last, what feels natural, and the most."""

    least: int
    natural: int
    most: int

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.natural <= self.most:
            raise ValueError(f"A pause must satisfy 0 <= least <= natural <= most, not {self}.")

    def at(self, level: Fraction, unit: int = 1) -> int:
        """Its length at `level`: -1 least, 0 natural, 1 as much as leaves room to be rounded up to a `unit`."""
        room = max(0, self.most - unit + 1 - self.natural) if level > 0 else self.natural - self.least
        return self.natural + int(room * level // 1)


def pace(pauses: Sequence[Pause], speech: Sequence[int], unit: int, level: Fraction = LEVELS[0]) -> tuple[int, ...]:
    """The length of each pause around lines of `speech` frames at `level`, with lines on the grid of `unit` frames.

    There is one line between any two pauses. The first line begins when the first pause is over; a line that can not
    wait until the next unit begins where it would without a grid.
    """
    lengths = [pauses[0].at(level)]
    at = lengths[0]
    for pause, spoken in zip(pauses[1:-1], speech, strict=False):
        at += spoken
        start = at + pause.at(level, unit)
        on_grid = -(-start // unit) * unit
        start = on_grid if on_grid <= at + pause.most else start
        lengths.append(start - at)
        at = start
    return (*lengths, pauses[-1].at(level)) if len(pauses) > 1 else tuple(lengths)


def set_pauses(pauses: Sequence[Pause], speech: Sequence[int], unit: int, total: int) -> tuple[int, ...] | None:
    """A length for each pause so that they add up to exactly `total`; None where they can not give or take enough.

    All but the last are drawn out or hurried alike, in a few steps and onto the grid (see `pace`), and the last takes
    the rest. Where it can not, all move by the same share of what they can give, so that no single pause stands out.
    """
    if not sum(pause.least for pause in pauses) <= total <= sum(pause.most for pause in pauses):
        return None
    found: tuple[int, ...] | None = None
    for level in LEVELS:
        if found and level < 0:
            break
        lengths = pace(pauses, speech, unit, level)[:-1]
        last = total - sum(lengths)
        if pauses[-1].least <= last <= pauses[-1].most:
            found = (*lengths, last)
            if last <= pauses[-1].natural + _LONG_REST * unit:
                break
    return found or _shared(pauses, total)


def _shared(pauses: Sequence[Pause], total: int) -> tuple[int, ...]:
    """Lengths that add up to `total`, each pause moved by the same share of what it can give."""
    least, natural, most = (sum(getattr(pause, name) for pause in pauses) for name in ("least", "natural", "most"))
    if total <= natural:
        steps = [(pause.least, pause.natural - pause.least) for pause in pauses]
        share = Fraction(total - least, natural - least) if natural > least else Fraction(0)
    else:
        steps = [(pause.natural, pause.most - pause.natural) for pause in pauses]
        share = Fraction(total - natural, most - natural)
    exact = [room * share for _, room in steps]
    lengths = [base + int(part) for (base, _), part in zip(steps, exact, strict=True)]
    by_rest = sorted(range(len(pauses)), key=lambda index: (int(exact[index]) - exact[index], index))
    for index in by_rest[: total - sum(lengths)]:
        lengths[index] += 1
    return tuple(lengths)

"""Pacing: pauses that can give and take, so that a scene meets its length to the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LEVELS = tuple(Fraction(half, 2) for half in (2, 1, 0, -1, -2))
"""How far the pauses before and between lines are drawn out (towards 1) or hurried (towards -1).

Few steps, so that a later line that becomes a little longer leaves the earlier ones where they are.
"""


@dataclass(frozen=True)
class Pause:
    """A stretch without speech, in frames: the least it may last, what feels natural, and the most."""

    least: int
    natural: int
    most: int

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.natural <= self.most:
            raise ValueError(f"A pause must satisfy 0 <= least <= natural <= most, not {self}.")

    def at(self, level: Fraction) -> int:
        """Its length at `level`: -1 least, 0 natural, 1 most. Never more at a lower level."""
        room = self.most - self.natural if level > 0 else self.natural - self.least
        return self.natural + int(room * level // 1)


def set_pauses(pauses: Sequence[Pause], total: int) -> tuple[int, ...] | None:
    """A length for each pause so that they add up to exactly `total`; None where they can not give or take enough.

    All but the last are drawn out or hurried alike, in a few steps, and the last takes the rest. Where it can not, all
    move by the same share of what they can give, so that no single pause stands out.
    """
    if not sum(pause.least for pause in pauses) <= total <= sum(pause.most for pause in pauses):
        return None
    for level in LEVELS:
        lengths = [pause.at(level) for pause in pauses]
        if sum(lengths) <= total:
            last = total - sum(lengths[:-1])
            return (*lengths[:-1], last) if last <= pauses[-1].most else _shared(pauses, total)
    return _shared(pauses, total)


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

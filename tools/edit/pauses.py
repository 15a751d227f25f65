"""Pacing: pauses that can give and take, so that a programme meets a wished length to the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Pause:
    """A stretch without speech, in frames: the least it may last, what feels natural, and the most."""

    least: int
    natural: int
    most: int

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.natural <= self.most:
            raise ValueError(f"A pause must satisfy 0 <= least <= natural <= most, not {self}.")


def set_pauses(pauses: Sequence[Pause], total: int) -> tuple[int, ...] | None:
    """A length for each pause so that they add up to exactly `total`; None where they can not give or take enough.

    All move by the same share of what they can give, so that no single pause stands out.
    """
    least, natural, most = (sum(getattr(pause, name) for pause in pauses) for name in ("least", "natural", "most"))
    if not least <= total <= most:
        return None
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

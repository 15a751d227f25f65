"""Where exactly a common clip begins and ends in each film: at the cut that most of them have at the same moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

_OUTWARDS, _INWARDS = 1.2, 0.4
"""Seconds by which a common cut may lie outside and inside what was found: a clip often begins or ends on an empty
ground, in which there is nothing to recognise."""
_TOGETHER = 0.08
_MOST = 0.6
"""Seconds within which cuts are the same one, and what part of the films has to have it."""
_ALONE = 0.4
"""Seconds within which an edge goes to a cut of its own film."""


@dataclass(frozen=True)
class Stretch:
    """What was found in one film: `start` and `end`, by how much its time runs ahead of the other films' (`shift`),
    where it cuts, where it otherwise jumps or falls silent (`marks`), and how long it is, all in seconds.
    """

    start: float
    end: float
    shift: float
    cuts: Sequence[float]
    marks: Sequence[float]
    seconds: float


def agreed_edges(stretches: Sequence[Stretch]) -> list[tuple[float, float]]:
    """The start and end of the clip in each film."""
    starts = _agreed(stretches, [stretch.start for stretch in stretches], _OUTWARDS, _INWARDS)
    ends = _agreed(stretches, [stretch.end for stretch in stretches], _INWARDS, _OUTWARDS)
    return [(start, max(end, start + 0.1)) for start, end in zip(starts, ends, strict=True)]


def _agreed(stretches: Sequence[Stretch], edges: Sequence[float], before: float, after: float) -> list[float]:
    usual = median(edge - stretch.shift for stretch, edge in zip(stretches, edges, strict=True))
    common = _common_cut(stretches, usual, before, after)
    found = []
    for stretch, edge in zip(stretches, edges, strict=True):
        own = (0.0, *stretch.cuts, stretch.seconds)
        if common is not None:
            placed = _nearest(own, common + stretch.shift, _TOGETHER)
        else:
            placed = _nearest(own, edge, _ALONE)
            if placed == edge:
                # Where no cut holds it, a film goes with the others: the clip is as long in all of them.
                due = usual + stretch.shift
                placed = _nearest(stretch.marks, edge if abs(edge - due) <= _ALONE else due, _ALONE)
        found.append(min(max(0.0, placed), stretch.seconds))
    return found


def _common_cut(stretches: Sequence[Stretch], usual: float, before: float, after: float) -> float | None:
    """The moment nearest to `usual`, on the common clock, at which most films cut, begin or end."""
    cuts = [
        (cut - stretch.shift, number)
        for number, stretch in enumerate(stretches)
        for cut in (0.0, *stretch.cuts, stretch.seconds)
        if usual - before <= cut - stretch.shift <= usual + after
    ]
    needed = max(2, ceil(_MOST * len(stretches)))
    agreed = []
    for moment, _ in cuts:
        near = [(other, number) for other, number in cuts if abs(other - moment) <= _TOGETHER]
        if len({number for _, number in near}) >= needed:
            agreed.append(median(other for other, _ in near))
    return min(agreed, key=lambda moment: abs(moment - usual), default=None)


def _nearest(marks: Iterable[float], edge: float, reach: float) -> float:
    nearest = min(marks, key=lambda mark: abs(mark - edge), default=edge)
    return nearest if abs(nearest - edge) <= reach else edge

"""What pairs of films have in common, joined into groups: one stretch in each film, all on one clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Found:
    """One stretch of one film: the spans that its pairs gave for it, by channel."""

    film: int
    seen: list[tuple[float, float]] = field(default_factory=list)
    heard: list[tuple[float, float]] = field(default_factory=list)
    shift: float = 0.0
    """By how many seconds its film runs ahead of the first film of its group."""

    def add(self, span: tuple[float, float], *, seen: bool) -> None:
        """Take in the span, in seconds, that one pair gave."""
        (self.seen if seen else self.heard).append(span)

    def span(self) -> tuple[float, float]:
        """The median over pairs, of pictures where there are any."""
        spans = self.seen or self.heard
        return median(start for start, _ in spans), median(end for _, end in spans)


@dataclass(frozen=True)
class Link:
    """Two films that agree: which, where, and on what."""

    films: tuple[int, int]
    spans: tuple[tuple[float, float], tuple[float, float]]
    seen: bool


def joined(links: Iterable[Link]) -> list[list[Found]]:
    """Links that meet in the same stretch of the same film, joined; each film once, with all its spans."""
    stretches: list[Found] = []
    parent: list[int] = []

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    def place(film: int, span: tuple[float, float], *, seen: bool) -> int:
        for number, stretch in enumerate(stretches):
            if stretch.film == film and _same_place(stretch.span(), span):
                stretch.add(span, seen=seen)
                return number
        stretches.append(Found(film))
        stretches[-1].add(span, seen=seen)
        parent.append(len(parent))
        return len(stretches) - 1

    shifts: dict[int, list[tuple[int, float]]] = {}
    for link in sorted(links, key=lambda link: not link.seen):
        first, second = (place(film, span, seen=link.seen) for film, span in zip(link.films, link.spans, strict=True))
        parent[root(first)] = root(second)
        shift = link.spans[1][0] - link.spans[0][0]
        shifts.setdefault(first, []).append((second, shift))
        shifts.setdefault(second, []).append((first, -shift))
    _share_clock(stretches, shifts)
    gathered: dict[int, dict[int, Found]] = {}
    # A sting that comes twice in a film counts where more pairs have it.
    for number, stretch in sorted(enumerate(stretches), key=lambda item: len(item[1].seen) + len(item[1].heard)):
        gathered.setdefault(root(number), {})[stretch.film] = stretch
    return [[group[film] for film in sorted(group)] for group in gathered.values()]


def _share_clock(stretches: list[Found], shifts: dict[int, list[tuple[int, float]]]) -> None:
    """Set the shift of every stretch, going from one to those that it is linked with."""
    known: set[int] = set()
    for begin in range(len(stretches)):
        edge = [] if begin in known else [begin]
        known.add(begin)
        while edge:
            number = edge.pop()
            for other, shift in shifts.get(number, ()):
                if other not in known:
                    known.add(other)
                    stretches[other].shift = stretches[number].shift + shift
                    edge.append(other)


def _same_place(one: tuple[float, float], other: tuple[float, float]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= 0.5 * min(one[1] - one[0], other[1] - other[0])

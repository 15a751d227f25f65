"""Votes gathered into colours: perceptual twins together, each page's evidence of one kind worth the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from brand_memory.colour_values import TWINS, Tint
from brand_memory.colour_votes import Vote, VoteKind
from brand_memory.reading import Element

WORTH: dict[VoteKind, float] = {
    "fill": 1.0, "logo": 0.65, "band": 0.35, "link": 0.3, "outline": 0.25, "gradient": 0.2, "heading": 0.2,
    "icon": 0.15, "meta": 0.12, "badge": 0.1, "border": 0.1, "variable": 0.06,
    "second": 0.0, "named": 0.0,
}  # fmt: skip
"""How much all evidence of one kind is worth: what a brand paints its calls to action and its logo with decides.

What stands second by design or by name says nothing for the first place.
"""
_PAGE_WORTH = {"home": 2.0}


@dataclass
class Cluster:
    """One colour as the eye sees it: `tint` is its most voted shade, `shares` what each kind of evidence gives it."""

    tint: Tint
    shares: dict[VoteKind, float] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)
    best: tuple[float, int, Element | None] = (0.0, 0, None)

    plainness: float = 1.0
    """What its filled buttons count for: less where they are plain ink beside a coloured logo."""

    @property
    def score(self) -> float:
        """The evidence in all: 0 to the sum of `WORTH`."""
        return sum(
            WORTH[kind] * share * (self.plainness if kind == "fill" else 1.0) for kind, share in self.shares.items()
        )

    def share(self, kind: VoteKind) -> float:
        """The part of all evidence of one kind that is for this colour, 0 to 1."""
        return self.shares.get(kind, 0.0)


def gather(votes: Iterable[Vote], kinds_of_pages: Mapping[int, str]) -> list[Cluster]:
    """The colours voted for, most evidence first.

    Votes of one kind on one page sum to 1, so that no long page outweighs a short one; pages then count alike, the
    home page twice.
    """
    by_page: dict[tuple[VoteKind, int], list[Vote]] = defaultdict(list)
    for vote in votes:
        if vote.weight > 0:
            by_page[vote.kind, vote.page].append(vote)
    pages_of: dict[VoteKind, float] = defaultdict(float)
    for kind, page in by_page:
        pages_of[kind] += _PAGE_WORTH.get(kinds_of_pages.get(page, ""), 1.0)
    weighed: list[tuple[float, Vote]] = []
    for (kind, page), found in by_page.items():
        whole = sum(max(vote.weight, vote.full) for vote in found)
        worth = _PAGE_WORTH.get(kinds_of_pages.get(page, ""), 1.0) / pages_of[kind] / whole
        weighed += [(vote.weight * worth, vote) for vote in found]
    return sorted(_cluster(weighed), key=lambda cluster: -cluster.score)


def _cluster(weighed: list[tuple[float, Vote]]) -> list[Cluster]:
    """Shades joined to the strongest one within `TWINS` of them, the strongest shade first."""
    shades: dict[Tint, float] = defaultdict(float)
    for weight, vote in weighed:
        shades[vote.tint] += weight * WORTH[vote.kind]
    clusters: list[Cluster] = []
    home: dict[Tint, Cluster] = {}
    for tint, _ in sorted(shades.items(), key=lambda item: -item[1]):
        near = min(clusters, key=lambda cluster: cluster.tint.distance(tint), default=None)
        if near is None or near.tint.distance(tint) >= TWINS:
            near = Cluster(Tint(tint.lightness, tint.a, tint.b))
            clusters.append(near)
        home[tint] = near
    for weight, vote in weighed:
        cluster = home[vote.tint]
        cluster.shares[vote.kind] = cluster.shares.get(vote.kind, 0.0) + weight
        cluster.pages.add(vote.page)
        strength = weight * WORTH[vote.kind]
        if vote.element is not None and strength > cluster.best[0]:
            cluster.best = (strength, vote.page, vote.element)
    return clusters

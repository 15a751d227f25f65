"""The colours beside the primary one: which is the second, which are accents, and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brand_memory.colour_clusters import Cluster
from brand_memory.colour_values import BLACK, WHITE, Tint
from brand_memory.colour_votes import VoteKind
from brand_memory.confidence import confidence, lead

SAME = 0.05
"""OKLab distance below which a second colour would be taken for the first."""
SURE_ENOUGH = 0.5
"""Below this no second colour is named: brands that have none are many, and the colours seen are told as accents."""
UNSEEN: frozenset[VoteKind] = frozenset({"meta", "variable", "named"})
"""Evidence of what a page says and may show nowhere."""
_WORTH: dict[VoteKind, float] = {
    "second": 0.9, "fill": 0.5, "logo": 0.45, "outline": 0.2, "heading": 0.2, "link": 0.2, "band": 0.2, "named": 0.15,
    "badge": 0.12, "border": 0.12, "gradient": 0.1, "icon": 0.05,
}  # fmt: skip
"""What evidence is worth for the second place: standing beside the first by design, then actions, logo and areas.

Badges and icons come in many colours that mean something else: a sale, a state, a picture.
"""
_DULL = 0.06
"""OKLCH chroma below which a colour beside the primary is taken for a shade of text or ground."""
_LEAST = 0.04


@dataclass(frozen=True)
class Other:
    """A colour beside the primary one: what its evidence is worth, how sure it is to be the second, and to be own.

    `sure` is the probability that it is the brand's second colour, `own` that it is a colour of the brand at all.
    """

    cluster: Cluster
    worth: float
    sure: float
    own: float


def beside(clusters: Sequence[Cluster], neutral: Sequence[Tint]) -> list[Other]:
    """The colours beside the first of `clusters` that a site shows on purpose, the likeliest second one first.

    Pale or dark greys, and the colours of text, ground and surface (`neutral`), count only where they are given the
    second place by design, or buttons are filled with them.
    """
    found: list[tuple[float, Cluster]] = []
    kept = [clusters[0].tint] if clusters else []
    for cluster in clusters[1:]:
        if any(cluster.tint.distance(one) < SAME for one in kept):
            continue
        usual = any(cluster.tint.distance(one) < 0.04 for one in (*neutral, WHITE, BLACK))
        dull = cluster.tint.chroma < _DULL
        meant = cluster.share("second") > 0.2
        if (usual and cluster.share("fill") < 0.3) or (dull and not meant and cluster.share("fill") < 0.12):
            continue
        kept.append(cluster.tint)
        if not any(share > 0.01 for kind, share in cluster.shares.items() if kind not in UNSEEN):
            continue
        worth = sum(_WORTH.get(kind, 0.0) * share for kind, share in cluster.shares.items())
        worth *= 0.5 if usual or (dull and not meant) else 1.0
        if worth > _LEAST:
            found.append((worth, cluster))
    found.sort(key=lambda one: -one[0])
    return [_judged(found, at) for at in range(len(found))]


def _judged(found: Sequence[tuple[float, Cluster]], at: int) -> Other:
    worth, cluster = found[at]
    rival = max((other for place, (other, _) in enumerate(found) if place != at), default=0.0)
    margins = {
        "lead": lead(worth, rival),
        "strength": min(1.0, worth),
        "second": cluster.share("second"),
        "logo": min(1.0, 2 * cluster.share("logo")),
    }
    sure = confidence("secondary", margins) if at == 0 else min(0.3, 0.5 * worth)
    return Other(cluster, worth, sure, round(min(0.9, 0.25 + 0.6 * worth), 3))

"""A site's palette: colours by role from all evidence of its pages, with how sure each is and where it was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brand_memory.colour_clusters import Cluster, gather
from brand_memory.colour_values import WHITE, Tint, parse, to_colour
from brand_memory.colour_votes import Vote, VoteKind, desktop_views, votes, weak_votes
from brand_memory.confidence import LEAST, confidence, lead
from brand_memory.evidence import Witness
from brand_memory.gradients import gradients
from brand_memory.grounds import Ground, background, surface, text
from brand_memory.kit import Colour, Evidence, Fact, Palette
from brand_memory.reading import PageReading, SiteReading
from brand_memory.second_colours import SAME, SURE_ENOUGH, UNSEEN, beside

_CANDIDATES = 10
_ACCENTS = 4
_HEARSAY = 0.3
"""How sure a colour is that the page states and shows nowhere: such statements are often left from a template."""
_PLAIN_INK = 0.5
"""How sure the colour of text is as the brand's, where there is no other."""
_DELIBERATE_LINKS = 3
_INK = 0.08
"""OKLCH chroma below which a text colour is ink; text is often a navy so dark that it passes for black."""
_DELIBERATE: tuple[VoteKind, ...] = ("fill", "link", "band", "outline", "heading", "gradient")


@dataclass(frozen=True)
class MarkColour:
    """A colour of the site's own logo and its share of the drawn area, 0 to 1; `sure` is how sure the logo is."""

    tint: Tint
    share: float
    sure: float = 1.0


@dataclass(frozen=True)
class Choice:
    """What was decided for the primary colour: the candidates in order and the margins by which the first won."""

    clusters: tuple[Cluster, ...]
    margins: dict[str, float]


def palette(site: SiteReading, marks: Sequence[MarkColour], witness: Witness) -> Palette:
    """The colours of a site by role. A role is left out rather than guessed below a confidence of `LEAST`.

    Colours are read from light desktop views; `dark` says whether even there the pages stand on a dark ground.
    """
    numbers = desktop_views(site)
    if not numbers:
        return Palette()
    pages = [(number, site.pages[number]) for number in numbers]
    ground = background(pages)
    words = text(pages, ground.tint)
    choice = choose(site, marks, ground, words)
    quiet = surface(pages, ground.tint)
    primary = _primary(choice, witness) or _ink_alone(choice, words, pages, witness)
    neutral = [one.tint for one in (ground, words, quiet) if one is not None]
    others = beside(choice.clusters, neutral)
    second = _fact(others[0].cluster, others[0].sure, witness) if others and others[0].sure >= SURE_ENOUGH else None
    rest = others[1:] if second is not None else others
    accents = tuple(_fact(other.cluster, other.own, witness) for other in rest[:_ACCENTS])
    return Palette(
        primary=primary,
        secondary=second,
        accents=accents,
        background=_ground_fact("background", ground, witness),
        surface=_ground_fact("background", quiet, witness) if quiet is not None else None,
        text=_ground_fact("text", words, witness) if words is not None else None,
        dark=ground.tint.lightness < 0.5,
        candidates=_candidates(choice, witness) or (() if primary is None else (primary,)),
        gradients=gradients(pages, witness),
    )


def choose(site: SiteReading, marks: Sequence[MarkColour], ground: Ground, words: Ground | None) -> Choice:
    """The candidates for the primary colour, best first, and by what margins the first one leads."""
    numbers = desktop_views(site)
    kinds = {number: site.pages[number].kind for number in numbers}
    found: list[Vote] = []
    for number in numbers:
        page = site.pages[number]
        found += votes(page, number, ground.tint, words.tint if words is not None else None)
        found += weak_votes(page, number)
    found += _mark_votes(marks, ground.tint, numbers[0])
    clusters = [cluster for cluster in gather(found, kinds) if cluster.tint.distance(ground.tint) > 0.025]
    _weigh_ink(clusters, words)
    clusters.sort(key=lambda cluster: -cluster.score)
    return Choice(tuple(clusters), _margins(clusters))


def _weigh_ink(clusters: Sequence[Cluster], words: Ground | None) -> None:
    """Where the logo has one clear colour that the pages use too, buttons in the colour of text are plain ink."""
    coloured = any(
        not cluster.tint.neutral and cluster.share("logo") > 0.4 and sum(map(cluster.share, _DELIBERATE)) > 0.1
        for cluster in clusters
    )
    for cluster in clusters:
        dark = cluster.tint.chroma < _INK
        ink = dark and words is not None and cluster.tint.distance(words.tint) < SAME
        cluster.plainness = 0.5 if coloured and ink else 1.0


def _mark_votes(marks: Sequence[MarkColour], ground: Tint, page: int) -> list[Vote]:
    """Votes of the logo. Where it has colours, its black or white lettering counts little."""
    coloured = sum(mark.share for mark in marks if not mark.tint.neutral) > 0.06
    found = []
    for mark in marks:
        weight = mark.share * mark.sure
        if mark.tint.neutral:
            weight *= 0.2 if coloured else 0.7
        if mark.tint.distance(WHITE) < 0.03 or mark.tint.distance(ground) < 0.03:
            weight *= 0.1
        found.append(Vote(mark.tint, "logo", weight, page))
    return found


def _margins(clusters: Sequence[Cluster]) -> dict[str, float]:
    if not clusters:
        return {"lead": 0.0, "strength": 0.0, "fill": 0.0, "logo": 0.0}
    first = clusters[0]
    second = clusters[1].score if len(clusters) > 1 else 0.0
    return {
        "lead": lead(first.score, second),
        "strength": min(1.0, first.score / 1.5),
        "fill": first.share("fill"),
        "logo": first.share("logo"),
    }


def _primary(choice: Choice, witness: Witness) -> Fact[Colour] | None:
    if not choice.clusters:
        return None
    sure = confidence("primary", choice.margins)
    if not any(share > 0.01 for kind, share in choice.clusters[0].shares.items() if kind not in UNSEEN):
        sure = min(sure, _HEARSAY)
    return _fact(choice.clusters[0], sure, witness) if sure >= LEAST else None


def _ink_alone(
    choice: Choice, words: Ground | None, pages: Sequence[tuple[int, PageReading]], witness: Witness
) -> Fact[Colour] | None:
    """The ink of a site that shows no other colour anywhere, and sets its links in it too: that is then its choice.

    Links are blue where nobody chose; text alone is black where nobody did.
    """
    if words is None or any(sum(cluster.shares.values()) > 0.01 for cluster in choice.clusters):
        return None
    links = [e for _, page in pages for e in page.elements if e.role == "link" and e.own and e.text]
    tints = [tint for link in links if (tint := parse(link.colour)) is not None]
    if len(tints) < _DELIBERATE_LINKS or any(tint.distance(words.tint) > SAME for tint in tints):
        return None
    seen = () if words.element is None else (witness.element(words.page, words.element),)
    return Fact[Colour](value=to_colour(words.tint), confidence=_PLAIN_INK, evidence=seen)


def _candidates(choice: Choice, witness: Witness) -> tuple[Fact[Colour], ...]:
    """The best colours, each with its part of the evidence among them as confidence."""
    best = choice.clusters[:_CANDIDATES]
    whole = sum(cluster.score for cluster in best) or 1.0
    return tuple(_fact(cluster, cluster.score / whole, witness, crop=False) for cluster in best)


def _fact(cluster: Cluster, sure: float, witness: Witness, *, crop: bool = True) -> Fact[Colour]:
    _, page, element = cluster.best
    seen: tuple[Evidence, ...] = ()
    if element is not None:
        seen = (witness.element(page, element, crop=crop),)
    elif cluster.pages:
        kinds = ", ".join(sorted(cluster.shares))
        seen = (witness.page(min(cluster.pages), place=kinds),)
    return Fact[Colour](value=to_colour(cluster.tint), confidence=round(sure, 3), evidence=seen)


def _ground_fact(question: str, ground: Ground, witness: Witness) -> Fact[Colour]:
    margins = {"lead": lead(ground.share, ground.runner_up), "share": ground.share}
    seen = () if ground.element is None else (witness.element(ground.page, ground.element),)
    return Fact[Colour](
        value=to_colour(ground.tint),
        confidence=confidence("text" if question == "text" else "background", margins),
        evidence=seen,
    )

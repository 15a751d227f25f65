"""The brand's logo in its variants, kept safe, with its own colours; and the favicon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from brand_memory.cleaning import clean
from brand_memory.colour_values import to_colour
from brand_memory.colours import MarkColour
from brand_memory.confidence import confidence, lead
from brand_memory.evidence import Witness
from brand_memory.kit import Evidence, Fact, Logo, StoredFile
from brand_memory.logo_drawings import Drawing, drawing_of
from brand_memory.logo_ranking import RankedLogo, rank
from brand_memory.reading import LogoCandidate, SiteReading
from brand_memory.site_icons import favicon, icon_colours, icon_mark
from brand_memory.storage import FileStore

_VARIANTS = 4
_FULL_SCORE = 10.0


@dataclass(frozen=True)
class Marks:
    """What was found: the variants (best first), the favicon, and the colours of the best variant for the palette."""

    logos: tuple[Fact[Logo], ...] = ()
    favicon: Fact[StoredFile] | None = None
    colours: tuple[MarkColour, ...] = ()


def read_marks(site: SiteReading, name: str, witness: Witness, store: FileStore) -> Marks:
    """The logo variants of a site, its favicon, and the logo's colours."""
    ranked = rank(site, name)
    found: list[Fact[Logo]] = []
    kinds: set[tuple[str, str]] = set()
    colours: tuple[MarkColour, ...] = ()
    best = ranked[0].score if ranked else 0.0
    second = next((one.score for one in ranked[1:] if not _relative(one, ranked[0])), 0.0)
    for one in ranked[:12]:
        if len(found) >= _VARIANTS or (found and one.score < 0.45 * best):
            break
        drawing = drawing_of(site, one, witness)
        if drawing is None:
            continue
        margins = {"lead": lead(best, second), "strength": min(1.0, one.score / _FULL_SCORE)}
        sure = confidence("logo", margins) * (1.0 if not found else 0.8)
        seen = witness.place(one.page, one.candidate.place, one.candidate.alternative, one.candidate.box)
        fact = _fact(drawing, one.candidate, sure, seen, store)
        if (fact.value.kind, fact.value.ground) in kinds:
            continue
        kinds.add((fact.value.kind, fact.value.ground))
        if not found:
            colours = tuple(MarkColour(tint, share, sure) for tint, share in drawing.colours)
        found.append(fact)
    icon = favicon(site, witness, store)
    if not found and (mark := icon_mark(site)) is not None:
        # A site that writes its name in type alone still has a mark: the one that devices show for it.
        seen = witness.page(mark.page, mark.candidate.place, mark.candidate.source[:200])
        found.append(_fact(mark.drawing, mark.candidate, mark.sure, seen, store))
    if not colours and icon is not None:
        colours = icon_colours(site)
    return Marks(tuple(found), icon, colours)


def _fact(drawing: Drawing, candidate: LogoCandidate, sure: float, seen: Evidence, store: FileStore) -> Fact[Logo]:
    logo = Logo(
        kind=_kind(drawing),
        ground=_ground(drawing, candidate),
        file=store.keep(drawing.content, _file_name(candidate, drawing), drawing.media_type),
        width=drawing.width,
        height=drawing.height,
        colours=tuple(to_colour(tint) for tint, _ in drawing.colours[:5]),
    )
    return Fact[Logo](value=logo, confidence=round(sure, 3), evidence=(seen,))


def _relative(one: RankedLogo, other: RankedLogo) -> bool:
    """Whether two candidates are likely variants of one logo, as header and footer show them."""
    return one.candidate.links_home == other.candidate.links_home or bool(
        one.candidate.alternative and one.candidate.alternative == other.candidate.alternative
    )


def _kind(drawing: Drawing) -> Literal["mark", "wordmark", "combined"]:
    aspect = drawing.width / drawing.height
    if aspect < 1.45:
        return "mark"
    return "combined" if drawing.combined else "wordmark"


def _ground(drawing: Drawing, candidate: LogoCandidate) -> Literal["light", "dark", "any"]:
    """What it is made to stand on: pale ink on dark, dark ink on light, strong colours on either."""
    palest = min((tint.lightness for tint, share in drawing.colours if share > 0.08), default=0.5)
    darkest = max((tint.lightness for tint, share in drawing.colours if share > 0.08), default=0.5)
    if palest > 0.8 or (drawing.lightness > 0.82):
        return "dark"
    if darkest > 0.93 and "for dark scheme" in candidate.hints:
        return "dark"
    if palest < 0.45 or drawing.lightness < 0.5:
        return "light"
    return "any"


def _file_name(candidate: LogoCandidate, drawing: Drawing) -> str:
    ending = ".svg" if drawing.media_type == "image/svg+xml" else ".png"
    path = "" if candidate.source.startswith("data:") else urlsplit(candidate.source).path.rsplit("/", 1)[-1]
    stem = path.rsplit(".", 1)[0] if path else clean(candidate.alternative, 60) or "logo"
    return f"{stem or 'logo'}{ending}"

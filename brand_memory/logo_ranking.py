"""Which of the things that may be the logo is it: what leads home, stands in the header, and bears the brand's name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from brand_memory.reading import LogoCandidate, SiteReading

_LEAST = 2.0
_IN_PAGE = ("image", "svg", "background")


@dataclass(frozen=True)
class RankedLogo:
    """A candidate on the page where it was seen best, with what speaks for it, 0 upwards."""

    candidate: LogoCandidate
    page: int
    score: float


def rank(site: SiteReading, name: str) -> list[RankedLogo]:
    """The candidates drawn in the pages that may be the brand's own logo, best first, each picture once.

    Strangers' marks, and candidates with too little to speak for them, are left out.
    """
    best: dict[str, RankedLogo] = {}
    pages: dict[str, set[str]] = defaultdict(set)
    for number, page in enumerate(site.pages):
        for candidate in page.logos:
            if not candidate.own or candidate.kind not in (*_IN_PAGE, "structured"):
                continue
            key = identity(candidate)
            pages[key].add(page.address)
            score = _score(candidate, name, page.view.width)
            if page.view.scheme == "dark":
                score -= 0.6
            if page.view.width < 900:
                score -= 0.4
            if key not in best or score > best[key].score:
                best[key] = RankedLogo(candidate, number, score)
    count = max(1, len({page.address for page in site.pages}))
    found = []
    for key, ranked in best.items():
        everywhere = 1.5 * (len(pages[key]) - 1) / (count - 1) if count > 1 else 0.0
        found.append(RankedLogo(ranked.candidate, ranked.page, ranked.score + everywhere))
    return sorted((one for one in found if one.score >= _LEAST), key=lambda one: -one.score)


def identity(candidate: LogoCandidate) -> str:
    """What two sightings of one picture share: its address, or its markup without sizes."""
    if candidate.kind == "background" and candidate.box is not None:
        return f"{candidate.source} {candidate.box.width:.0f} {candidate.alternative}"
    return candidate.source or re.sub(r'\b(?:width|height|class|style|id)="[^"]*"', "", candidate.markup)


def _score(candidate: LogoCandidate, name: str, width: int) -> float:
    score = 0.0
    if candidate.kind == "structured":
        return 2.2
    score += 2.5 if candidate.links_home else 0.0
    score += {"header": 2.5, "footer": 0.6, "main": -0.8}[candidate.region]
    hints = set(candidate.hints)
    score += 1.0 if "class" in hints else 0.0
    score += 0.8 if "src" in hints else 0.0
    score += 0.6 if "first in header" in hints else 0.0
    said = _key(candidate.alternative)
    if name and len(_key(name)) > 1 and said:
        if _key(name) in said or (len(said) > 3 and said in _key(name)):
            score += 1.5
        elif "logo" in said and candidate.region == "main":
            score -= 2.5
    if "alt" in hints:
        score += 0.4
    if name and _key(name) and _key(name) in _key(candidate.source.rsplit("/", 1)[-1]):
        score += 0.7
    box = candidate.box
    if box is not None:
        fits = 14 <= box.height <= 130 and 14 <= box.width <= 460
        score += 0.8 if fits else -1.5
        score += 0.5 if box.y < 160 else 0.0
        score += 0.3 if box.x < width * 0.5 else 0.0
        if box.width * box.height < 500:
            score -= 1.0
        if box.y < 160 and box.width <= 26 and not candidate.links_home:
            score -= 1.5
    if "for dark scheme" in hints:
        score -= 1.0
    return score


def _key(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())

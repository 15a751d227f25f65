"""The icons that stand for a site in tabs and on home screens: the favicon, its colours, and the mark it may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brand_memory.colours import MarkColour
from brand_memory.evidence import Witness
from brand_memory.kit import Fact, StoredFile
from brand_memory.logo_drawings import Drawing, content_of, from_raster, from_svg, is_svg
from brand_memory.pixels import ink_of, open_picture, png
from brand_memory.reading import LogoCandidate, SiteReading
from brand_memory.storage import FileStore
from brand_memory.svg_safety import clean_svg

_LARGE, _SMALL = 120, 40
"""Pixels from which an icon is drawn as large as a mark on a home screen, and below which it is no picture to use."""


@dataclass(frozen=True)
class IconMark:
    """An icon that stands in for a logo: where it was named, what it shows, and how sure it is to be the mark."""

    page: int
    candidate: LogoCandidate
    drawing: Drawing
    sure: float


def icon_mark(site: SiteReading) -> IconMark | None:
    """The icon that shows a site's mark best; None where there is none of at least 40 pixels.

    Small ones are often left from a template, so they are less sure.
    """
    for _, page, candidate in site_icons(site)[:12]:
        content = content_of(site, candidate.source)
        if not content or candidate.place == 'link[rel="mask-icon"]':
            continue
        drawing = from_svg(content, None) if is_svg(content) else from_raster(content, None)
        if drawing is None or not 0.5 < drawing.width / drawing.height < 2:
            continue
        if max(drawing.width, drawing.height) >= _SMALL:
            large = drawing.media_type == "image/svg+xml" or max(drawing.width, drawing.height) >= _LARGE
            return IconMark(page, candidate, drawing, 0.6 if large else 0.45)
    return None


def site_icons(site: SiteReading) -> Sequence[tuple[float, int, LogoCandidate]]:
    """Icons of the site, the largest and sharpest kind first."""
    found = []
    for number, page in enumerate(site.pages):
        for candidate in page.logos:
            if candidate.kind in ("icon", "touch icon"):
                sizes = [int(size) for size in re.findall(r"(\d{1,4})x\d{1,4}", " ".join(candidate.hints))]
                drawn = candidate.source.split("?")[0].endswith(".svg")
                worth = 400.0 if drawn else float(max(sizes, default=180 if candidate.kind == "touch icon" else 32))
                if any("dark" in hint or "maskable" in hint for hint in candidate.hints):
                    worth -= 200
                found.append((min(worth, 512.0), number, candidate))
    return sorted(found, key=lambda one: (-one[0], one[1]))


def favicon(site: SiteReading, witness: Witness, store: FileStore) -> Fact[StoredFile] | None:
    """The best icon that was fetched, kept safe; None where there is none."""
    for _, page, candidate in site_icons(site)[:12]:
        content = content_of(site, candidate.source)
        if not content:
            continue
        seen = (witness.page(page, candidate.place, candidate.source[:200]),)
        if is_svg(content):
            safe = clean_svg(content)
            if safe is not None:
                return Fact(value=store.keep(safe.content, "icon.svg", "image/svg+xml"), confidence=0.95, evidence=seen)
            continue
        picture = open_picture(content)
        if picture is not None:
            return Fact(value=store.keep(png(picture), "icon.png", "image/png"), confidence=0.95, evidence=seen)
    return None


def icon_colours(site: SiteReading) -> tuple[MarkColour, ...]:
    """The colours of the favicon, for sites that draw no logo; half as sure."""
    for _, _, candidate in site_icons(site)[:12]:
        content = content_of(site, candidate.source)
        if is_svg(content):
            safe = clean_svg(content)
            if safe is not None:
                return tuple(MarkColour(tint, share, 0.5) for tint, share in safe.colours)
        picture = open_picture(content) if content else None
        ink = ink_of(picture, own_ground=True) if picture is not None else None
        if ink is not None:
            return tuple(MarkColour(tint, share, 0.5) for tint, share in ink.colours)
    return ()

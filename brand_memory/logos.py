"""The brand's logo in its variants, kept safe, with its own colours; and the favicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote_to_bytes, urlsplit

from brand_memory.cleaning import clean
from brand_memory.colour_values import Tint, to_colour
from brand_memory.colours import MarkColour
from brand_memory.confidence import confidence, lead
from brand_memory.evidence import Witness
from brand_memory.kit import Fact, Logo, StoredFile
from brand_memory.logo_ranking import RankedLogo, rank
from brand_memory.pixels import Ink, ink_of, open_picture, png, trimmed
from brand_memory.reading import LogoCandidate, SiteReading
from brand_memory.storage import FileStore
from brand_memory.svg_safety import clean_svg

if TYPE_CHECKING:
    from PIL import Image

_VARIANTS = 4
_FULL_SCORE = 10.0
_SMALLEST_FILE = 16
_LONGEST_DATA = 400_000


@dataclass(frozen=True)
class _Drawing:
    """A logo's harmless bytes, its size, and what is drawn."""

    content: bytes
    media_type: str
    width: int
    height: int
    colours: tuple[tuple[Tint, float], ...]
    lightness: float
    combined: bool


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
        drawing = _drawing(site, one, witness)
        if drawing is None:
            continue
        margins = {"lead": lead(best, second), "strength": min(1.0, one.score / _FULL_SCORE)}
        sure = confidence("logo", margins) * (1.0 if not found else 0.8)
        kind, ground = _kind(drawing), _ground(drawing, one.candidate)
        if (kind, ground) in kinds:
            continue
        kinds.add((kind, ground))
        file = store.keep(drawing.content, _file_name(one.candidate, drawing), drawing.media_type)
        logo = Logo(
            kind=kind,
            ground=ground,
            file=file,
            width=drawing.width,
            height=drawing.height,
            colours=tuple(to_colour(tint) for tint, _ in drawing.colours[:5]),
        )
        seen = witness.place(one.page, one.candidate.place, one.candidate.alternative, one.candidate.box)
        if not found:
            colours = tuple(MarkColour(tint, share, sure) for tint, share in drawing.colours)
        found.append(Fact[Logo](value=logo, confidence=round(sure, 3), evidence=(seen,)))
    icon = _favicon(site, witness, store)
    if not colours and icon is not None:
        colours = _icon_colours(site)
    return Marks(tuple(found), icon, colours)


def _relative(one: RankedLogo, other: RankedLogo) -> bool:
    """Whether two candidates are likely variants of one logo, as header and footer show them."""
    return one.candidate.links_home == other.candidate.links_home or bool(
        one.candidate.alternative and one.candidate.alternative == other.candidate.alternative
    )


def _drawing(site: SiteReading, one: RankedLogo, witness: Witness) -> _Drawing | None:
    candidate = one.candidate
    picture = witness.cut(one.page, candidate.box) if candidate.box is not None else None
    shown = picture.convert("RGBA") if picture is not None else None
    seen = ink_of(shown) if shown is not None else None
    if candidate.kind == "svg" and candidate.markup:
        drawing = _from_svg(candidate.markup, seen)
        if drawing is not None:
            return drawing
    content = _content(site, candidate.source)
    part = urlsplit(candidate.source).fragment if candidate.kind == "svg" else ""
    if content and _is_svg(content) and (part or not _is_sprite(candidate, content)):
        drawing = _from_svg(content, seen, part)
        if drawing is not None:
            return drawing
    if content and not _is_svg(content) and not _is_sprite(candidate, content):
        return _from_raster(content, seen)
    return _from_screen(shown, seen)


def _from_svg(markup: str | bytes, seen: Ink | None, part: str = "") -> _Drawing | None:
    safe = clean_svg(markup, part=part)
    if safe is None:
        return None
    colours = safe.colours if seen is None or _confirms(seen, safe.colours) else seen.colours
    width, height = safe.width, safe.height
    scale = 1.0 if max(width, height) >= 64 else 64 / max(width, height)
    lightness = sum(tint.lightness * share for tint, share in colours)
    combined = seen.combined if seen is not None else False
    return _Drawing(
        safe.content,
        "image/svg+xml",
        max(1, round(width * scale)),
        max(1, round(height * scale)),
        colours,
        lightness,
        combined,
    )


def _confirms(seen: Ink, colours: Sequence[tuple[Tint, float]]) -> bool:
    """Whether the screen shows the main colours that a drawing says it paints."""
    shown = [tint for tint, _ in seen.colours]
    if seen.ground is not None:
        shown.append(seen.ground)
    return all(min(tint.distance(one) for one in shown) < 0.06 for tint, share in colours if share > 0.15)


def _from_raster(content: bytes, seen: Ink | None) -> _Drawing | None:
    picture = open_picture(content)
    if picture is None or min(picture.size) < 4:
        return None
    ink = ink_of(picture, own_ground=True) or seen
    picture = trimmed(picture)
    colours = ink.colours if ink is not None else ()
    if ink is None or max(picture.size) < _SMALLEST_FILE:
        return None
    return _Drawing(png(picture), "image/png", *picture.size, colours, ink.lightness, ink.combined)


def _from_screen(shown: Image.Image | None, seen: Ink | None) -> _Drawing | None:
    """What the screenshot shows where the candidate stands, as for sprites; its ground stays in it."""
    if shown is None or seen is None:
        return None
    picture = trimmed(shown)
    return _Drawing(png(picture), "image/png", *picture.size, seen.colours, seen.lightness, seen.combined)


def _content(site: SiteReading, source: str) -> bytes:
    if source.startswith("data:image/"):
        head, _, body = source.partition(",")
        if len(body) > _LONGEST_DATA:
            return b""
        raw = unquote_to_bytes(body)
        if head.endswith(";base64"):
            import base64
            import binascii

            try:
                return base64.b64decode(raw, validate=False)
            except (binascii.Error, ValueError):
                return b""
        return raw
    asset = site.assets.get(source) or site.assets.get(source.split("#")[0])
    return asset.content if asset is not None else b""


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:4000].lower()


def _is_sprite(candidate: LogoCandidate, content: bytes) -> bool:
    """Whether the file holds more than the candidate shows: a sheet of many pictures, or a mask that CSS colours."""
    if "mask" in candidate.hints:
        return True
    if candidate.kind != "background" or candidate.box is None or candidate.box.height <= 0:
        return False
    if re.search(r"sprite|sheet", candidate.source, re.IGNORECASE):
        return True
    shown = candidate.box.width / candidate.box.height
    if _is_svg(content):
        safe = clean_svg(content)
        return safe is not None and safe.height * 4 < candidate.box.height
    picture = open_picture(content)
    if picture is None:
        return False
    return not 0.33 < picture.width / picture.height / shown < 3 or picture.width > 8 * candidate.box.width


def _kind(drawing: _Drawing) -> Literal["mark", "wordmark", "combined"]:
    aspect = drawing.width / drawing.height
    if aspect < 1.45:
        return "mark"
    return "combined" if drawing.combined else "wordmark"


def _ground(drawing: _Drawing, candidate: LogoCandidate) -> Literal["light", "dark", "any"]:
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


def _file_name(candidate: LogoCandidate, drawing: _Drawing) -> str:
    ending = ".svg" if drawing.media_type == "image/svg+xml" else ".png"
    path = "" if candidate.source.startswith("data:") else urlsplit(candidate.source).path.rsplit("/", 1)[-1]
    stem = path.rsplit(".", 1)[0] if path else clean(candidate.alternative, 60) or "logo"
    return f"{stem or 'logo'}{ending}"


def _icons(site: SiteReading) -> Sequence[tuple[float, int, LogoCandidate]]:
    """Icons of the site, the largest and sharpest kind first."""
    found = []
    for number, page in enumerate(site.pages):
        for candidate in page.logos:
            if candidate.kind in ("icon", "touch icon"):
                sizes = [int(size) for size in re.findall(r"(\d{1,4})x\d{1,4}", " ".join(candidate.hints))]
                drawn = candidate.source.split("?")[0].endswith(".svg")
                worth = 400.0 if drawn else float(max(sizes, default=180 if candidate.kind == "touch icon" else 32))
                if any("dark" in hint for hint in candidate.hints):
                    worth -= 200
                found.append((min(worth, 512.0), number, candidate))
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _favicon(site: SiteReading, witness: Witness, store: FileStore) -> Fact[StoredFile] | None:
    for _, page, candidate in _icons(site)[:12]:
        content = _content(site, candidate.source)
        if not content:
            continue
        seen = (witness.page(page, candidate.place, candidate.source[:200]),)
        if _is_svg(content):
            safe = clean_svg(content)
            if safe is not None:
                return Fact(value=store.keep(safe.content, "icon.svg", "image/svg+xml"), confidence=0.95, evidence=seen)
            continue
        picture = open_picture(content)
        if picture is not None:
            return Fact(value=store.keep(png(picture), "icon.png", "image/png"), confidence=0.95, evidence=seen)
    return None


def _icon_colours(site: SiteReading) -> tuple[MarkColour, ...]:
    """The colours of the favicon, for sites that draw no logo; half as sure."""
    for _, _, candidate in _icons(site)[:12]:
        content = _content(site, candidate.source)
        if _is_svg(content):
            safe = clean_svg(content)
            if safe is not None:
                return tuple(MarkColour(tint, share, 0.5) for tint, share in safe.colours)
        picture = open_picture(content) if content else None
        ink = ink_of(picture, own_ground=True) if picture is not None else None
        if ink is not None:
            return tuple(MarkColour(tint, share, 0.5) for tint, share in ink.colours)
    return ()

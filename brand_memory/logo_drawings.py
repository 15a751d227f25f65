"""What a candidate for the logo shows: harmless bytes, size and colours, from its file, its markup or the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

from brand_memory.colour_values import Tint
from brand_memory.evidence import Witness
from brand_memory.logo_ranking import RankedLogo
from brand_memory.pixels import Ink, ink_of, open_picture, png, trimmed
from brand_memory.reading import LogoCandidate, SiteReading
from brand_memory.svg_safety import clean_svg, recoloured

if TYPE_CHECKING:
    from PIL import Image

_SMALLEST_FILE = 16
_LONGEST_DATA = 400_000


@dataclass(frozen=True)
class Drawing:
    """A logo's harmless bytes, its size, and what is drawn."""

    content: bytes
    media_type: str
    width: int
    height: int
    colours: tuple[tuple[Tint, float], ...]
    lightness: float
    combined: bool


def drawing_of(site: SiteReading, one: RankedLogo, witness: Witness) -> Drawing | None:
    """What a candidate shows: its own drawing or picture where that can be had, else what the screen shows of it."""
    candidate = one.candidate
    picture = witness.cut(one.page, candidate.box) if candidate.box is not None else None
    shown = picture.convert("RGBA") if picture is not None else None
    seen = ink_of(shown) if shown is not None else None
    if candidate.kind == "svg" and candidate.markup:
        drawing = from_svg(candidate.markup, seen)
        if drawing is not None:
            return drawing
    content = content_of(site, candidate.source)
    part = urlsplit(candidate.source).fragment if candidate.kind == "svg" else ""
    if content and is_svg(content) and (part or not _is_sprite(candidate, content)):
        drawing = from_svg(content, seen, part, _ink(candidate), whole="mask" in candidate.hints)
        if drawing is not None:
            return drawing
    if content and not is_svg(content) and not _is_sprite(candidate, content):
        return from_raster(content, seen)
    return _from_screen(shown, seen)


def _ink(candidate: LogoCandidate) -> str:
    """The colour that a page gives to a drawing which brings none of its own; empty where it says nothing."""
    return next((hint.removeprefix("ink ") for hint in candidate.hints if hint.startswith("ink ")), "")


def from_svg(
    markup: str | bytes, seen: Ink | None, part: str = "", ink: str = "", *, whole: bool = False
) -> Drawing | None:
    """A drawing made harmless, at least 64 pixels long; None where it is none.

    `ink` is what it inherits where it stands; with `whole` it is but a shape that is filled with `ink`. Where the
    screen (`seen`) shows other colours than the drawing states, the screen's are told.
    """
    safe = clean_svg(markup, ink, part)
    if safe is not None and whole and ink:
        safe = recoloured(safe, ink)
    if safe is None:
        return None
    colours = safe.colours if seen is None or _confirms(seen, safe.colours) else seen.colours
    width, height = safe.width, safe.height
    scale = 1.0 if max(width, height) >= 64 else 64 / max(width, height)
    lightness = sum(tint.lightness * share for tint, share in colours)
    combined = seen.combined if seen is not None else False
    return Drawing(
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


def from_raster(content: bytes, seen: Ink | None) -> Drawing | None:
    """A picture without its empty edges, as a PNG; None where it is none, or too small or empty to be of use."""
    picture = open_picture(content)
    if picture is None or min(picture.size) < 4:
        return None
    ink = ink_of(picture, own_ground=True) or seen
    picture = trimmed(picture)
    colours = ink.colours if ink is not None else ()
    if ink is None or max(picture.size) < _SMALLEST_FILE:
        return None
    return Drawing(png(picture), "image/png", *picture.size, colours, ink.lightness, ink.combined)


def _from_screen(shown: Image.Image | None, seen: Ink | None) -> Drawing | None:
    """What the screenshot shows where the candidate stands, as for sprites; its ground stays in it."""
    if shown is None or seen is None:
        return None
    picture = trimmed(shown)
    return Drawing(png(picture), "image/png", *picture.size, seen.colours, seen.lightness, seen.combined)


def content_of(site: SiteReading, source: str) -> bytes:
    """The bytes of a picture that was fetched or stands in the page itself; empty where there are none."""
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


def is_svg(content: bytes) -> bool:
    """Whether bytes look like a drawing."""
    return b"<svg" in content[:4000].lower()


def _is_sprite(candidate: LogoCandidate, content: bytes) -> bool:
    """Whether the file holds more than the candidate shows: a sheet of many pictures, or a mask that CSS colours."""
    if "mask" in candidate.hints:
        return not _ink(candidate)
    if candidate.kind != "background" or candidate.box is None or candidate.box.height <= 0:
        return False
    if re.search(r"sprite|sheet", candidate.source, re.IGNORECASE):
        return True
    shown = candidate.box.width / candidate.box.height
    if is_svg(content):
        safe = clean_svg(content)
        return safe is not None and safe.height * 4 < candidate.box.height
    picture = open_picture(content)
    if picture is None:
        return False
    return not 0.33 < picture.width / picture.height / shown < 3 or picture.width > 8 * candidate.box.width

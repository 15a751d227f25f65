"""Logos that come as files: SVG made harmless, pixels encoded anew, with what they are and stand on."""

from __future__ import annotations

import re
from typing import Literal

from brand_memory.colour_values import Tint, to_colour
from brand_memory.errors import BrandFileUnusable
from brand_memory.kit import Logo
from brand_memory.pixels import ink_of, open_picture, png, trimmed
from brand_memory.storage import FileStore, readable_name
from brand_memory.svg_safety import clean_svg

Ground = Literal["light", "dark", "any"]
_MARK, _LIGHT, _DARK = 1.45, 0.8, 0.5
_ON_DARK = re.compile(
    r"(?:on|for|auf|sur)[\W_]*dark|(?:^|[\W_])(?:white|negative?|reversed?|inverse[d]?|neg|light|weiss|"
    r"blanc)(?:$|[\W_])",
    re.IGNORECASE,
)
_ON_LIGHT = re.compile(
    r"(?:on|for|auf|sur)[\W_]*light|(?:^|[\W_])(?:black|positive?|pos|dark|schwarz|noir)(?:$|[\W_])", re.IGNORECASE
)
_LOGO_NAME = re.compile(
    r"logo|wordmark|brandmark|logomark|lockup|signet|bildmarke|wortmarke|emblem|favicon|(?:^|[\W_])(?:mark|"
    r"icon|symbol)(?:$|[\W_])",
    re.IGNORECASE,
)


def logo_of(content: bytes, name: str, store: FileStore, ground: Ground | None = None) -> Logo:
    """The logo in SVG, PNG, JPEG or WebP bytes, kept in `store`. Raises `BrandFileUnusable` where nothing can be drawn.

    `ground` is what it is known to be made for; else its name tells, else its own lightness.
    """
    shown = readable_name(name)
    if b"<svg" in content[:20_000].lower():
        drawing = clean_svg(content)
        if drawing is None:
            raise BrandFileUnusable(
                f"{shown!r} is no SVG that can be shown safely: export it again as plain SVG or PNG."
            )
        file = store.keep(drawing.content, _named(shown, ".svg"), "image/svg+xml")
        width, height, colours, combined = drawing.width, drawing.height, drawing.colours, False
    else:
        picture = open_picture(content)
        if picture is None:
            raise BrandFileUnusable(f"{shown!r} is no picture that can be read: export it again as SVG or PNG.")
        picture = trimmed(picture)
        ink = ink_of(picture)
        if ink is None:
            raise BrandFileUnusable(f"{shown!r} shows nothing that stands out: export the logo with its colours.")
        file = store.keep(png(picture), _named(shown, ".png"), "image/png")
        width, height, colours, combined = float(picture.width), float(picture.height), ink.colours, ink.combined
    scale = max(1.0, 64 / max(width, height))
    aspect = width / height
    return Logo(
        kind="mark" if aspect < _MARK else "combined" if combined else "wordmark",
        ground=ground or _ground_of(shown, colours),
        file=file,
        width=max(1, round(width * scale)),
        height=max(1, round(height * scale)),
        colours=tuple(to_colour(tint) for tint, _ in colours[:5]),
    )


def names_a_logo(name: str) -> bool:
    """Whether a file is by its name a logo."""
    return bool(_LOGO_NAME.search(name.rsplit(".", 1)[0]))


def looks_like_a_logo(content: bytes) -> bool:
    """Whether a picture is drawn like a logo: on nothing, or few colours on an even ground."""
    picture = open_picture(content)
    if picture is None:
        return False
    if min(picture.getchannel("A").tobytes()) < 128:
        return True
    small = picture.convert("RGB")
    small.thumbnail((64, 64))
    small = small.quantize(16).convert("RGB")
    counts = sorted((count for count, _ in small.getcolors(4096) or ()), reverse=True)
    return bool(counts) and counts[0] > 0.5 * sum(counts) and sum(counts[:4]) > 0.9 * sum(counts)


def _ground_of(name: str, colours: tuple[tuple[Tint, float], ...]) -> Ground:
    stem = name.rsplit(".", 1)[0]
    if _ON_DARK.search(stem) and not _ON_LIGHT.search(stem):
        return "dark"
    if _ON_LIGHT.search(stem) and not _ON_DARK.search(stem):
        return "light"
    whole = sum(share for _, share in colours)
    if not whole:
        return "any"
    lightness = sum(tint.lightness * share for tint, share in colours) / whole
    palest = min(tint.lightness for tint, share in colours if share > 0.08 * whole or share == colours[0][1])
    return "dark" if palest > _LIGHT else "light" if lightness < _DARK else "any"


def _named(name: str, ending: str) -> str:
    return (name.rsplit(".", 1)[0] or "logo") + ending

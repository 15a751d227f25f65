"""Fonts that a site serves itself: checked within bounds, read for their true names, kept without programs."""

from __future__ import annotations

import io
import logging
import struct
from dataclasses import dataclass

from brand_memory.cleaning import clean
from brand_memory.family_names import Category

_MOST_BYTES = 3_000_000
_MOST_UNPACKED = 10_000_000
_MOST_TABLES = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PROGRAMS = ("fpgm", "prep", "cvt ", "cvar", "SVG ", "sbix", "CBDT", "CBLC", "DSIG", "hdmx", "VDMX", "LTSH", "meta")
_RESTRICTED, _NO_SUBSETTING, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200


@dataclass(frozen=True)
class FontFacts:
    """What a font file says: true family, weight, kind, whether it has Latin letters, and what may be done with it.

    `content` is the font anew as TrueType/OpenType without hinting programs and pictures; empty where embedding it is
    not allowed.
    """

    family: str
    weight: int
    italic: bool
    variable: bool
    category: Category
    latin: bool
    embedding: str
    licence: str
    content: bytes
    media_type: str


def read_font(content: bytes) -> FontFacts | None:
    """The facts of a TrueType, OpenType, WOFF or WOFF2 file; None where it is none, too large, or damaged.

    What it would unpack to is checked before anything is unpacked.
    """
    from fontTools.ttLib import TTFont

    if not _may_be_read(content):
        return None
    # What is wrong with a font is told by the result, not in hundreds of lines on the terminal.
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        font = TTFont(io.BytesIO(content), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        if len(font.keys()) > _MOST_TABLES or "name" not in font or "cmap" not in font:
            return None
        return _facts(font)
    except Exception:
        # The parsers of fonts and Brotli raise whatever they run into; a font is never worth a page.
        return None


def _may_be_read(content: bytes) -> bool:
    if not 100 < len(content) <= _MOST_BYTES:
        return False
    signature = content[:4]
    if signature in (b"wOFF", b"wOF2"):
        unpacked = struct.unpack(">L", content[16:20])[0]
        return bool(unpacked <= _MOST_UNPACKED)
    return signature in (b"\0\1\0\0", b"OTTO", b"true")


def _facts(font: object) -> FontFacts:
    from fontTools.ttLib import TTFont

    assert isinstance(font, TTFont)
    names = font["name"]
    family = names.getDebugName(16) or names.getDebugName(1) or ""
    os2 = font.get("OS/2")
    best = font.getBestCmap() or {}
    bits = int(os2.fsType) if os2 is not None else 0
    refused = bool(bits & _RESTRICTED and not bits & 0x000C) or bool(bits & _BITMAP_ONLY)
    licence = clean(names.getDebugName(13) or "", 120) or clean(names.getDebugName(14) or "", 120)
    variable = "fvar" in font
    kind, media = (b"OTTO", "font/otf") if "CFF " in font or "CFF2" in font else (b"", "font/ttf")
    return FontFacts(
        family=clean(family, 80),
        weight=min(1000, max(1, int(os2.usWeightClass))) if os2 is not None else 400,
        italic=bool(os2 is not None and os2.fsSelection & 1),
        variable=variable,
        category=_category(os2, font),
        latin=sum(ord(letter) in best for letter in _LETTERS) > 40,
        embedding=_embedding(bits),
        licence=licence,
        content=b"" if refused else _anew(font),
        media_type="font/otf" if kind else media,
    )


def _anew(font: object) -> bytes:
    """The font saved again as plain SFNT, without programs that a rasteriser would run and without pictures."""
    from fontTools.ttLib import TTFont

    assert isinstance(font, TTFont)
    for tag in _PROGRAMS:
        if tag in font:
            del font[tag]
    if "glyf" in font and len(font.getGlyphOrder()) < 4000:
        for name in font.getGlyphOrder():
            glyph = font["glyf"][name]
            glyph.removeHinting()
    font.flavor = None
    held = io.BytesIO()
    font.save(held, reorderTables=False)
    return held.getvalue()


def _embedding(bits: int) -> str:
    """What the font's embedding bits (OpenType OS/2 fsType) allow, in words."""
    if bits & _RESTRICTED and not bits & 0x000C:
        said = "embedding not allowed without the owner's leave"
    elif bits & 0x0004 and not bits & 0x0008:
        said = "embedding for viewing and printing only"
    elif bits & 0x0008:
        said = "embedding for editing allowed"
    else:
        said = "embedding allowed"
    if bits & _NO_SUBSETTING:
        said += ", not in part"
    return said + (", as bitmaps only" if bits & _BITMAP_ONLY else "")


def _category(os2: object, font: object) -> Category:
    """The kind that PANOSE or the post table states (OpenType 1.9, OS/2 panose)."""
    from fontTools.ttLib import TTFont

    assert isinstance(font, TTFont)
    if "post" in font and font["post"].isFixedPitch:
        return "mono"
    panose = getattr(os2, "panose", None)
    if panose is None:
        return "unknown"
    if panose.bFamilyType == 3:
        return "script"
    if panose.bFamilyType == 4:
        return "display"
    if panose.bFamilyType == 2:
        if panose.bProportion == 9:
            return "mono"
        if 2 <= panose.bSerifStyle <= 10:
            return "serif"
        if 11 <= panose.bSerifStyle <= 15:
            return "sans"
    return "unknown"

"""Small web fonts under any family name, cut from the open fonts that the project installs."""

from __future__ import annotations

import io
import string
from functools import cache
from importlib.resources import files

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

_BASES = {
    "Hanken": ("font_hanken_grotesk", "HankenGrotesk-Medium.otf", "HankenGrotesk-Bold.otf"),
    "Manrope": ("font_manrope", "Manrope-Regular.ttf", "Manrope-Bold.ttf"),
    "SourceSans": ("font_source_sans_pro", "SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf"),
    "SourceSerif": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf", "SourceSerifPro-Bold.ttf"),
}


@cache
def _bytes(base: str, bold: bool, letters: str) -> bytes:
    package, regular, heavy = _BASES[base]
    source = (files(package) / "files" / (heavy if bold else regular)).read_bytes()
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = ["*"]
    cutter = Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()


@cache
def web_font(family: str, base: str, *, bold: bool = False, letters: str = "") -> bytes:
    """A WOFF2 of Latin letters whose name table says `family`; with `letters`, of those alone."""
    printable = string.ascii_letters + string.digits + string.punctuation + " \u00a9\u2019\u2026\u2192\u20ac"
    font = TTFont(io.BytesIO(_bytes(base, bold, letters or printable)), recalcTimestamp=False)
    style = "Bold" if bold else "Regular"
    for record in list(font["name"].names):
        if record.nameID not in (1, 2, 4, 6):
            font["name"].removeNames(nameID=record.nameID)
    for platform in ((3, 1, 0x409), (1, 0, 0)):
        font["name"].setName(family, 1, *platform)
        font["name"].setName(style, 2, *platform)
        font["name"].setName(f"{family} {style}", 4, *platform)
        font["name"].setName(f"{family.replace(' ', '')}-{style}", 6, *platform)
    font.flavor = "woff2"
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()


@cache
def outline(text: str, base: str, size: float) -> tuple[str, float]:
    """The SVG path of bold `text` with its baseline at 0, and its width, for letters `size` units high in all."""
    font = TTFont(io.BytesIO(_bytes(base, True, string.ascii_letters + string.digits + " &.,'-")))
    glyphs, table = font.getGlyphSet(), font.getBestCmap()
    scale = size / font["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.2f}".rstrip("0").rstrip("."))
    at = 0.0
    for letter in text:
        name = table.get(ord(letter), ".notdef")
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, at, 0)))
        at += glyphs[name].width * scale
    return pen.getCommands(), at

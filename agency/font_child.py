"""A foreign font is opened here first: in a process of its own that may take little time and memory and write nothing.

Run as `python -m agency.font_child`, it reads the bytes of one font from standard input, makes them anew, draws with
them, and answers with a line of JSON and then the font as it may be used.
"""

from __future__ import annotations

import json
import sys
from typing import Any

MEMORY, SECONDS = 1 << 30, 20
"""Bytes of address space, and seconds of processor time, that a font may take."""
_DRAWN = 3000
"""Glyphs that are drawn once; a glyph that stops the rasteriser stops it here."""


def _bind() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(content: bytes) -> tuple[dict[str, Any], bytes]:
    from brand_memory.font_files import read_font

    facts = read_font(content)
    if facts is None:
        return {"refused": "is no TrueType, OpenType, WOFF or WOFF2 font that can be read, or is too large"}, b""
    if not facts.content:
        return {"refused": f"may not be used in videos: {facts.embedding}"}, b""
    if not facts.family or not _draws(facts.content):
        return {"refused": "is damaged: no letters can be drawn with it"}, b""
    told = {"family": facts.family, "italic": facts.italic, "category": facts.category}
    return told, facts.content


def _draws(content: bytes) -> bool:
    """Whether letters come out; every glyph is drawn once on the way."""
    import numpy as np

    from renderers.raster import skia, surface

    face = skia.FontMgr.New_Custom_Empty().makeFromData(skia.Data.MakeWithCopy(content))
    if face is None:
        return False
    pixels = np.zeros((64, 64, 4), np.uint8)
    canvas, font, ink = surface(pixels).getCanvas(), skia.Font(face, 40.0), skia.Paint(Color=0xFF000000)
    font.getMetrics()
    for glyph in range(min(face.countGlyphs(), _DRAWN)):
        path = font.getPath(glyph)
        if path is not None:
            canvas.drawPath(path, ink)
    pixels[:] = 0
    canvas.drawString("aeinorstAEN0", 2, 48, font, ink)
    return bool(pixels[..., 3].any())


def _answer() -> None:
    content = sys.stdin.buffer.read()
    _bind()
    try:
        said, font = _read(content)
    except MemoryError:
        said, font = {"refused": "asks for more memory than a font may take"}, b""
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + font)


if __name__ == "__main__":
    _answer()

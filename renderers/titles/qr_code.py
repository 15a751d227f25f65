"""A code to scan that leads to an address: dark on light, with the quiet margin that readers ask for.

ISO/IEC 18004: four modules of quiet on every side; error correction M (15 %), or better where it costs no size.
"""

from __future__ import annotations

import re

from renderers.colour import contrast, from_oklch, to_oklch
from renderers.look import Palette
from renderers.picture_format import PictureFormat, Rect
from renderers.raster import colour, skia
from renderers.titles.sprite import Sprite, bake

QUIET = 4
"""Modules of margin."""
MODULE = 8.0
"""The least side of a module in design units: four pixels of a picture of 540 lines, which survive being encoded."""
_LARGEST = 12.0
_GROUND = "#ffffff"
_CONTRAST = 10.0
_LONGEST = 300
"""Characters of an address; of a longer one the code is too fine for a video."""


def payload(address: str) -> str:
    """What a reader is told for `address` as it is written on screen: a link, a mail or a number to call; else itself.

    Empty where there is nothing to lead to.
    """
    text = " ".join(address.split())
    if not text or len(text) > _LONGEST:
        return ""
    if re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE) and not re.match(r"[^/:]+:\d+(?:/|$)", text):
        return text
    if re.fullmatch(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+", text):
        return f"mailto:{text}"
    if re.fullmatch(r"\+?[\d\s()/.-]{6,}", text) and sum(c.isdigit() for c in text) >= 6:
        return "tel:" + re.sub(r"[^\d+]", "", text)
    if re.fullmatch(r"[^\s/]+\.[^\s/.]{2,}(?::\d+)?(?:[/?#]\S*)?", text):
        return f"https://{text}"
    return text


def modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, True where dark, without the quiet margin; none where there is nothing to lead to."""
    told = payload(address)
    if not told:
        return ()
    import segno

    try:
        code = segno.make(told, error="m", micro=False)
    except segno.DataOverflowError:
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def code_side(address: str, room: float) -> float:
    """The side of the code with its margin, in design units, in a square of `room`; 0 where modules would be too fine
    or there is nothing to lead to.
    """
    count = len(modules(address)) + 2 * QUIET
    if count == 2 * QUIET or count * MODULE > room:
        return 0.0
    return min(room // count, _LARGEST) * count


def code_sprite(address: str, left: float, top: float, side: float, radius: float, palette: Palette,
                format: PictureFormat) -> Sprite:  # fmt: skip
    """The code with its margin on a light plate, about `side` large: modules are whole pixels."""
    rows = modules(address)
    count = len(rows) + 2 * QUIET
    scale = format.scale
    pixels = max(round(side / count * scale), 1)
    x, y = round(left * scale) / scale, round(top * scale) / scale
    unit = pixels / scale
    dark = skia.Paint(Color=colour(_ink(palette)), AntiAlias=False)
    # Corners are rounded inside the quiet margin only.
    round_ = min(radius, 2.0 * unit)

    def paint(canvas: skia.Canvas) -> None:
        box = skia.Rect.MakeXYWH(x, y, count * unit, count * unit)
        canvas.drawRoundRect(box, round_, round_, skia.Paint(Color=colour(_GROUND), AntiAlias=True))
        for row, line in enumerate(rows):
            for column, module in enumerate(line):
                if module:
                    at = skia.Rect.MakeXYWH(x + (column + QUIET) * unit, y + (row + QUIET) * unit, unit, unit)
                    canvas.drawRect(at, dark)

    return bake(Rect(x - 1, y - 1, count * unit + 2, count * unit + 2), scale, paint)


def _ink(palette: Palette) -> str:
    """The brand's colour, as dark as readers of codes need it."""
    lightness, chroma, hue = to_oklch(palette.primary)
    lightness = min(lightness, 0.45)
    while lightness > 0.0 and contrast(from_oklch(lightness, chroma, hue), _GROUND) < _CONTRAST:
        lightness -= 0.02
    return from_oklch(max(lightness, 0.0), chroma, hue)

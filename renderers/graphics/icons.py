"""The icons of Lucide (ISC licence), drawn with strokes 2 wide in a square of 24, as the package `python-lucide` keeps
them: by name, with the words they stand for.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from renderers.errors import RenderError
from renderers.picture_format import Rect
from renderers.raster import skia

_SQUARE = 24.0


def icon_file() -> Path:
    """The database of icons. Raises `RenderError` if its package is not installed."""
    spec = find_spec("lucide")
    if spec is None or not spec.submodule_search_locations:
        raise RenderError("Icons were asked for but the package python-lucide is missing; install it.")
    return Path(spec.submodule_search_locations[0], "data", "lucide-icons.db")


@lru_cache(maxsize=256)
def icon_svg(name: str) -> str:
    """The SVG of the icon `name` (an alias does); empty for a name that is none."""
    if not name:
        return ""
    with sqlite3.connect(f"file:{icon_file()}?mode=ro&immutable=1", uri=True) as icons:
        found = icons.execute(
            "SELECT svg FROM icons WHERE name = ? OR name IN (SELECT name FROM icon_aliases WHERE alias = ?)",
            (name.strip().lower(), name.strip().lower()),
        ).fetchone()
    icons.close()
    return str(found[0]) if found else ""


def paint_icon(canvas: skia.Canvas, name: str, box: Rect, ink: str, weight: float = 2.0) -> bool:
    """Paint the icon `name` in `ink` into a square `box`; whether there is one. `weight` is in parts of 24."""
    drawing = icon_svg(name)
    if not drawing:
        return False
    coloured = re.sub(r'stroke-width="[^"]*"', f'stroke-width="{weight}"', drawing.replace("currentColor", ink))
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(coloured.encode()))
    saved = canvas.save()
    canvas.translate(box.x, box.y)
    canvas.scale(box.width / _SQUARE, box.height / _SQUARE)
    dom.setContainerSize(skia.Size(_SQUARE, _SQUARE))
    dom.render(canvas)
    canvas.restoreToCount(saved)
    return True

"""Pages and sites as the reader would give them, made in a line each."""

from __future__ import annotations

import itertools
from typing import Any

from brand_memory.reading import Asset, Box, PageReading, PictureSample, SiteReading, TextBlock, View

HOME = "https://nordbrot.example/"
_rows = itertools.count()


def block(text: str, tag: str = "p", role: str = "text", **more: Any) -> TextBlock:
    """A visible text, each below the one before."""
    y = more.pop("y", 40.0 * (next(_rows) % 500))
    given = {"region": "main", "place": tag, "box": Box(0, y, 600, 40), "size": 16.0} | more
    return TextBlock(text, tag, role, **given)  # type: ignore[arg-type]


def page(*texts: TextBlock, address: str = HOME, kind: str = "home", **more: Any) -> PageReading:
    """A page in wide view and light colours."""
    empty = {"elements": (), "logos": (), "pictures": (), "films": (), "links": (), "fonts": ()}
    given = {"view": View(1440, 900, "light"), "title": "", "language": "en"} | empty | more
    return PageReading(address=address, kind=kind, texts=texts, **given)  # type: ignore[arg-type]


def site(*pages: PageReading, assets: dict[str, bytes] | None = None) -> SiteReading:
    """A site of pages and fetched files."""
    files = {address: Asset(address, "image/png", content) for address, content in (assets or {}).items()}
    return SiteReading(HOME, pages, files)


def shown(source: str, **more: Any) -> PictureSample:
    """A picture on a page, large enough to count."""
    given = {"alternative": "", "caption": "", "nearby": "", "box": Box(0, 0, 800, 500), "width": 800, "height": 500}
    return PictureSample(source, **({"hero": False} | given | more))

"""Where a fact was seen: page, place, words, time, and a small picture cut from the page's screenshot."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from brand_memory.kit import Evidence, StoredFile
from brand_memory.reading import Box, Element, SiteReading
from brand_memory.storage import FileStore

if TYPE_CHECKING:
    from PIL import Image

_WIDEST = 320
_MARGIN = 12
_TALLEST = 240
_HELD = 3
_MOST_PIXELS = 80_000_000


class Witness:
    """Makes evidence from the pages of one reading. Crops are kept in `store`, each place once, at most `crops`."""

    def __init__(self, site: SiteReading, store: FileStore | None, *, crops: int = 60) -> None:
        self._site = site
        self._store = store
        self._left = crops
        self._pictures: dict[int, Image.Image | None] = {}
        self._kept: dict[tuple[int, Box], StoredFile | None] = {}
        self.seen_at = datetime.now(UTC).isoformat(timespec="seconds")

    def element(self, page: int, element: Element, *, crop: bool = True) -> Evidence:
        """Evidence that an element gives."""
        return self.place(page, element.place, element.text, element.box if crop else None)

    def place(self, page: int, place: str, quote: str = "", box: Box | None = None) -> Evidence:
        """Evidence from a place on a page; with a `box`, and where there is a screenshot, with a crop of it."""
        return Evidence(
            page=self._site.pages[page].address,
            place=place[:200],
            quote=quote[:300],
            crop=self._crop(page, box) if box is not None else None,
            seen_at=self.seen_at,
        )

    def page(self, page: int, place: str = "", quote: str = "") -> Evidence:
        """Evidence from a page as a whole."""
        return self.place(page, place, quote)

    def shown(self, page: int) -> Image.Image | None:
        """The screenshot of a page, decoded once; None where there is none or it is too large."""
        if page not in self._pictures:
            if len(self._pictures) >= _HELD:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[page] = open_screenshot(self._site.pages[page].screenshot)
        return self._pictures[page]

    def cut(self, page: int, box: Box, margin: float = 0.0) -> Image.Image | None:
        """What a page's screenshot shows in `box` and `margin` CSS pixels around it; None where that is nothing."""
        picture, scale = self.shown(page), self._site.pages[page].screenshot_scale
        if picture is None:
            return None
        left, top = max(0.0, box.x - margin) * scale, max(0.0, box.y - margin) * scale
        right = min(picture.width, (box.x + box.width + margin) * scale)
        bottom = min(picture.height, (box.y + box.height + margin) * scale)
        if right - left < 2 or bottom - top < 2:
            return None
        return picture.crop((round(left), round(top), round(right), round(bottom)))

    def _crop(self, page: int, box: Box) -> StoredFile | None:
        key = (page, box)
        if key not in self._kept and self._left > 0 and self._store is not None:
            self._left -= 1
            content = self._small(page, box)
            kept = self._store.keep(content, f"seen on page {page + 1}.png", "image/png") if content else None
            self._kept[key] = kept
        return self._kept.get(key)

    def _small(self, page: int, box: Box) -> bytes:
        """The PNG of a place, at most 320 by 240 pixels; of tall places the beginning."""
        shown = Box(box.x, box.y, box.width, min(box.height, 0.75 * box.width + 60))
        picture = self.cut(page, shown, _MARGIN)
        if picture is None:
            return b""
        picture.thumbnail((_WIDEST, _TALLEST))
        held = io.BytesIO()
        picture.save(held, "PNG")
        return held.getvalue()


def open_screenshot(content: bytes) -> Image.Image | None:
    """A screenshot decoded to RGB; None where there is none, it is damaged, or it has over 80 million pixels."""
    from PIL import Image, UnidentifiedImageError

    if not content:
        return None
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            return picture.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None

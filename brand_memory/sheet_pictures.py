"""Pictures and fonts for the brand sheet, as data that stands in the page itself."""

from __future__ import annotations

import base64
import io
import re
from html import escape

from brand_memory.errors import BrandError
from brand_memory.kit import StoredFile, Typeface
from brand_memory.picture_files import MOST_PIXELS
from brand_memory.storage import FileStore

_LARGEST_FONT = 400_000
_LARGEST_DRAWING = 400_000
_MOST_BYTES = 12_000_000
"""Of all pictures of one page; those after it are left out, so that a page can still be sent by mail."""
_GENERIC = {"serif": "Georgia, serif", "mono": "ui-monospace, monospace", "script": "cursive"}


class Pictures:
    """Makes pictures of kept files; the same one is made once."""

    def __init__(self, files: FileStore) -> None:
        self._files = files
        self._made: dict[tuple[str, int], str] = {}
        self._filled = 0

    def image(self, file: StoredFile | None, width: int, words: str = "") -> str:
        """An `img` of at most `width` pixels, drawn at twice that; empty where the file can not be shown."""
        address = self.address(file, 2 * width) if file else ""
        return f'<img src="{address}" alt="{escape(words, quote=True)}">' if address else ""

    def address(self, file: StoredFile, width: int) -> str:
        """The data address of a picture of at most `width` pixels; empty where it can not be shown."""
        key = (file.digest, width)
        if key not in self._made:
            try:
                content = self._files.read(file)
            except (BrandError, OSError):
                content = b""
            self._made[key] = self.encoded(content, file.media_type, width)
        return self._made[key]

    def encoded(self, content: bytes, media_type: str, width: int) -> str:
        """The data address of a picture given as bytes."""
        if media_type == "image/svg+xml":
            # Drawings were made safe when they were kept; as an image, no browser runs or fetches anything in them.
            return self._data("image/svg+xml", content) if 0 < len(content) <= _LARGEST_DRAWING else ""
        return self._scaled(content, width)

    def font_faces(self, face: Typeface) -> list[str]:
        """Rules that load the brand's own fonts of a family."""
        rules = []
        for stored in face.files[:4]:
            if stored.size > _LARGEST_FONT or not stored.media_type.startswith("font/"):
                continue
            try:
                data = self._data(stored.media_type, self._files.read(stored))
            except (BrandError, OSError):
                continue
            if data:
                weights = f"{min(face.weights)} {max(face.weights)}" if face.weights else "100 900"
                rules.append(
                    f"@font-face {{ font-family: {css_name(face)}; font-weight: {weights}; src: url({data}); }}"
                )
        return rules

    def _scaled(self, content: bytes, width: int) -> str:
        from PIL import Image

        try:
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP", "GIF", "ICO")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return ""
                clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
                drawn = picture.convert("RGBA" if clear else "RGB")
            drawn.thumbnail((width, 4 * width))
            out = io.BytesIO()
            drawn.save(out, "WEBP", quality=82, method=4)
        except (OSError, ValueError, SyntaxError, ZeroDivisionError):
            return ""
        return self._data("image/webp", out.getvalue())

    def _data(self, media_type: str, content: bytes) -> str:
        if self._filled + len(content) > _MOST_BYTES:
            return ""
        self._filled += len(content)
        return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def css_name(face: Typeface) -> str:
    """The family as a CSS string that nothing can break out of."""
    return '"' + re.sub(r'["\\<>{};\n]', "", face.family) + '"'


def css_stack(face: Typeface | None) -> str:
    """The families to show a typeface in, the brand's own first."""
    return f"{css_name(face)}, {_GENERIC.get(face.category, 'var(--ui)')}" if face else "var(--ui)"

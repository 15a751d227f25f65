"""Pictures that graphics show: where they lie, what is in them, and whether they are cut out of their ground."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from renderers.graphics.clips import PictureSource
from renderers.takes import file_digest

_CLEAR, _SHARE = 16, 0.04
"""A sample is seen through below such an alpha; of a picture that is cut out so many are at least."""
_SIDE = 96
_MOST_PIXELS = 30_000_000
"""Of a larger picture nobody asks: it is a photograph."""


def picture_source(path: Path) -> PictureSource:
    """The picture in `path` with the key of its content. A file that can not be read is not cut out.

    Whether it can be read at all is for `renderers.background.picture.check_picture` to say.
    """
    found = path.stat()
    digest = _digest(path, found.st_mtime_ns, found.st_size)
    return PictureSource(path, digest, _cut_out(path, digest))


@lru_cache(maxsize=256)
def _digest(path: Path, changed: int, size: int) -> str:
    return file_digest(path)


@lru_cache(maxsize=256)
def _cut_out(path: Path, digest: str) -> bool:
    """Whether enough of the picture, and all four of its corners' neighbourhoods but one, can be seen through."""
    import numpy as np
    from PIL import Image

    try:
        with Image.open(path, formats=("PNG", "WEBP", "GIF")) as opened:
            if not opened.has_transparency_data or opened.width * opened.height > _MOST_PIXELS:
                return False
            alpha = opened.convert("RGBA").getchannel("A").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    # What stumbles over a damaged file is refused with a sentence elsewhere.
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    clear = np.asarray(alpha) < _CLEAR
    corners = clear[[0, 0, -1, -1], [0, -1, 0, -1]]
    return bool(clear.mean() >= _SHARE and corners.sum() >= 3)

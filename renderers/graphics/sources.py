"""Pictures that graphics show: where they lie, what is in them, and whether they are cut out of their ground."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from renderers.graphics.clips import PictureSource
from renderers.takes import TakeStore, digest, file_digest

_CLEAR, _SHARE = 16, 0.04
"""A sample is seen through below such an alpha; of a picture that is cut out so many are at least."""
_SIDE = 96
_MOST_PIXELS = 30_000_000
"""Of a larger picture nobody asks: it is a photograph."""
_COPY_VERSION = 1
"""Raised when small copies come out differently."""
_COPY_QUALITY = 92
_CUT_VERSION = 1
"""Raised when products are cut out differently."""
_CUT_SIDE = 1600
"""The most pixels on a side of a cut-out: sharp where a product takes two thirds of a 4K picture's height."""
_CUT, _TOLD = "cut.png", "ground.txt"
_ORIENTATION, _LYING = 0x0112, (5, 6, 7, 8)
"""The EXIF tag that says how a camera was held, and what it says where width and height change places."""


def picture_source(path: Path) -> PictureSource:
    """The picture in `path` with the key of its content. A file that can not be read is not cut out.

    Whether it can be read at all is for `renderers.background.picture.check_picture` to say.
    """
    found = path.stat()
    digest = _digest(path, found.st_mtime_ns, found.st_size)
    return PictureSource(path, digest, _cut_out(path, digest))


def small_copy(source: PictureSource, longest: int, takes: TakeStore) -> PictureSource:
    """`source`, or where it has more than `longest` pixels on a side a copy that has not, made once.

    A photograph of a camera takes a tenth of a second to decode, for every scene that shows it. Raises `MediaRejected`
    where it can not be read, `NoSpace`.
    """
    if max(upright_sides(source.path)) <= longest:
        return source
    name = f"small.{'png' if source.cut_out else 'jpg'}"

    def write(folder: Path) -> None:
        from PIL import Image

        from renderers.background.picture import open_picture

        if not source.cut_out:
            pixels = open_picture(source.path, longest=longest)
            Image.fromarray(pixels).save(folder / name, quality=_COPY_QUALITY, subsampling=0)
            return
        from renderers.graphics.pictures import straight_picture

        Image.fromarray(straight_picture(source, longest)).save(folder / name, compress_level=1)

    key = digest("small picture", _COPY_VERSION, source.digest, longest, source.cut_out)
    return PictureSource(takes.keep("pictures", key, write).folder / name, key, source.cut_out)


def cut_copy(source: PictureSource, takes: TakeStore) -> PictureSource:
    """`source` without its ground where that is plain and the product on it can be told from it, as a copy made once;
    else `source`. Raises `MediaRejected` where it can not be read, `NoSpace`.
    """
    if source.cut_out:
        return source

    def write(folder: Path) -> None:
        from PIL import Image

        from renderers.background.picture import open_picture
        from renderers.graphics.cutting import cut_from_plain

        cut = cut_from_plain(open_picture(source.path, longest=_CUT_SIDE))
        if cut is not None:
            Image.fromarray(cut).save(folder / _CUT, compress_level=1)
        (folder / _TOLD).write_text("a plain ground" if cut is not None else "no plain ground", encoding="utf-8")

    key = digest("cut out", _CUT_VERSION, source.digest)
    path = takes.keep("pictures", key, write).folder / _CUT
    return PictureSource(path, key, cut_out=True) if path.is_file() else source


def upright_sides(path: Path) -> tuple[int, int]:
    """Width and height of the picture as it is shown, by the file's head; (0, 0) where that says nothing."""
    from PIL import Image

    try:
        with Image.open(path) as opened:
            sides = opened.size
            return sides[::-1] if opened.getexif().get(_ORIENTATION, 1) in _LYING else sides
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0, 0


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

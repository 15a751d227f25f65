"""Pictures on disk, still and moving: written whole or not at all, small, and the same for the same pixels."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import islice, pairwise, starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import NoSpace
from renderers.leftovers import part_path

if TYPE_CHECKING:
    from PIL.Image import Image

Pixels = NDArray[np.uint8]
"""`(h, w, 3)` RGB."""
COLOURS = 255
"""One less than a GIF holds: the last stands for "as before", which is what keeps the file small."""
_PALETTE_SAMPLES = 200_000
"""Pixels from which a palette is chosen: enough for every tint of a film, and chosen in a tenth of a second."""
_PALETTE_STEP = 7
_WEBP_QUALITY = 82
_GIF_TICK = 10
"""Milliseconds: a GIF counts in hundredths of a second."""
# The ordered dither of Bayer (1973): its pattern stands still, so unlike error diffusion it neither crawls from picture
# to picture nor makes every picture differ from the last, which in a GIF is paid for in bytes.
_BAYER = (
    np.array(
        [
            [0, 32, 8, 40, 2, 34, 10, 42],
            [48, 16, 56, 24, 50, 18, 58, 26],
            [12, 44, 4, 36, 14, 46, 6, 38],
            [60, 28, 52, 20, 62, 30, 54, 22],
            [3, 35, 11, 43, 1, 33, 9, 41],
            [51, 19, 59, 27, 49, 17, 57, 25],
            [15, 47, 7, 39, 13, 45, 5, 37],
            [63, 31, 55, 23, 61, 29, 53, 21],
        ],
        np.float32,
    )
    / 64
    - 63 / 128
)
_DITHER = 10.0
"""Levels between the darkest and the lightest dot of the pattern: half the step between neighbours of 256 colours."""

_PNG_EFFORT = 4
"""Of 9: with one filter for all rows a poster of 1080 rows takes 50 ms. Choosing a filter for each row takes 95 ms and
saves 3 %; the next effort takes twice the time and saves 7 %."""
_UP = 2
"""The PNG filter that keeps the difference to the row above: best for gradients and flat areas, and a single step."""

_STILL = 5
"""Levels by which a pixel may differ from the one shown and count as the same. With 8 a moving gradient leaves streaks;
with 3 a file is a quarter larger and looks no better."""


def save_png(pixels: Pixels, out: Path) -> None:
    """Write `pixels` as a PNG at `out`. Raises `NoSpace` where it can not be written."""
    height, width = pixels.shape[:2]
    rows = pixels.reshape(height, -1)
    filtered = np.empty((height, rows.shape[1] + 1), np.uint8)
    filtered[:, 0], filtered[0, 1:] = _UP, rows[0]
    np.subtract(rows[1:], rows[:-1], out=filtered[1:, 1:])
    # 8 bits a channel, RGB, and the only way of packing, filtering and ordering that there is (PNG, 11.2.2).
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(filtered.tobytes(), _PNG_EFFORT)), (b"IEND", b""))
    write_whole(out, lambda making: making.write(b"\x89PNG\r\n\x1a\n" + b"".join(starmap(_png_chunk, parts))))


def save_jpeg(pixels: Pixels, out: Path, quality: int = 88) -> None:
    """Write `pixels` as a JPEG at `out`. Raises `NoSpace` where it can not be written."""
    from PIL import Image

    picture = Image.fromarray(np.ascontiguousarray(pixels))
    write_whole(out, lambda making: picture.save(making, "JPEG", quality=quality))


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def save_gif(pictures: Iterable[Pixels], count: int, palette: Pixels, rate: Fraction, out: Path) -> None:
    """Write the first `count` pictures as an endless GIF, `rate` a second, in the colours of `palette`, `(n, 3)`.

    Memory holds one byte a pixel. Raises `NoSpace` where it can not be written, ValueError for no pictures.
    """
    made = islice(_in_colours(pictures, palette), count)
    first = next(made, None)
    if first is None:
        raise ValueError("a GIF needs a picture")
    lengths = _lengths(count, rate, _GIF_TICK)
    write_whole(
        out,
        lambda making: first.save(
            making, "GIF", save_all=True, append_images=made, duration=lengths, loop=0, disposal=1, optimize=False
        ),
    )


def save_webp(pictures: Iterable[Pixels], count: int, rate: Fraction, out: Path) -> None:
    """Write the first `count` pictures as an endless animated WebP, `rate` a second.

    Memory holds one picture and the file. Raises as `save_gif`.
    """
    from PIL.Image import Image, fromarray

    coming = iter(pictures)
    first = next(coming, None)
    if first is None:
        raise ValueError("an animation needs a picture")

    class Film(Image):
        """A picture that turns into the next one when it is wound on, so that never more than one is there."""

        n_frames = count
        at = 0

        def seek(self, frame: int) -> None:
            picture = next(coming, None) if frame > self.at else None
            self.at = max(self.at, frame)
            if picture is not None:
                self.im = fromarray(picture).im

    film = Film()
    still = fromarray(first)
    film.im, film._mode, film._size = still.im, still.mode, still.size
    lengths = _lengths(count, rate, 1)
    write_whole(
        out,
        lambda making: film.save(
            making, "WEBP", save_all=True, loop=0, duration=lengths, quality=_WEBP_QUALITY, method=4
        ),
    )


def choose_palette(pictures: Iterable[Pixels], colours: int = COLOURS) -> Pixels:
    """The `colours` that serve all `pictures` best, `(n, 3)`: one palette for a whole film, so nothing flickers."""
    from PIL import Image

    pixels = np.concatenate([picture.reshape(-1, 3)[::_PALETTE_STEP] for picture in pictures])
    pixels = pixels[:: max(1, len(pixels) // _PALETTE_SAMPLES)]
    strip = Image.fromarray(np.ascontiguousarray(pixels[None]))
    chosen = strip.quantize(colours, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    table = np.asarray(chosen.getpalette("RGB"), np.uint8).reshape(-1, 3)
    return table[:colours]


def write_whole(out: Path, write: Callable[[Any], None]) -> None:
    """Call `write` with an open file that becomes `out` only when all of it is there.

    Raises `NoSpace` where the folder is missing or can not be written to, or the disk is full.
    """
    folder = out.parent
    if not folder.is_dir():
        raise NoSpace(f"{out.name} can not be written: there is no folder {folder}. Create it or choose another.")
    if out.is_dir():
        raise NoSpace(f"{out.name} can not be written: a folder has that name. Choose another name.")
    making = part_path(out)
    try:
        with making.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        making.replace(out)
    except OSError as error:
        why = f"{out.name} can not be written to {folder}: {error.strerror or error}"
        raise NoSpace(f"{why}. Free some space or choose another folder.") from error
    finally:
        making.unlink(missing_ok=True)


def _lengths(count: int, rate: Fraction, tick: int) -> list[int]:
    """How long each picture stays, in ms and whole ticks: the ends are rounded, so that the sum stays right."""
    ends = [round(number * 1000 / rate / tick) * tick for number in range(count + 1)]
    return [later - earlier for earlier, later in pairwise(ends)]


def _in_colours(pictures: Iterable[Pixels], palette: Pixels) -> Iterator[Image]:
    """Each picture in the colours of `palette`, dithered; what hardly differs from the picture before stays as it was.

    A film is never quite still: the encoder's noise would otherwise be paid for in every picture.
    """
    from PIL import Image

    table = Image.new("P", (1, 1))
    table.putpalette(palette.tobytes(), "RGB")
    held: NDArray[np.int16] | None = None
    shown: NDArray[np.uint8] | None = None
    for picture in pictures:
        height, width = picture.shape[:2]
        pattern = np.tile(_BAYER * _DITHER, (-(-height // 8), -(-width // 8)))[:height, :width, None]
        dithered = np.clip(picture + pattern + 0.5, 0, 255).astype(np.uint8)
        codes = np.asarray(Image.fromarray(dithered).quantize(palette=table, dither=Image.Dither.NONE))
        if held is None or shown is None:
            held, shown = picture.astype(np.int16), codes.copy()
        else:
            moved = np.abs(picture - held).max(axis=2) > _STILL
            held[moved], shown = picture[moved], np.where(moved, codes, shown)
        image = Image.fromarray(shown, "P")
        image.putpalette(palette.tobytes(), "RGB")
        yield image

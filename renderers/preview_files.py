"""Pictures on disk, still and moving: written whole or not at all, small, and the same for the same pixels."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import NoSpace

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
"""Of 9: a full-size poster takes a fifth of a second instead of three, and is 2 % larger."""

_STILL = 8
"""Levels by which a pixel may differ from the one shown and count as the same."""


def save_png(pixels: Pixels, out: Path) -> None:
    """Write `pixels` as a PNG at `out`. Raises `NoSpace` where it can not be written."""
    from PIL import Image

    image = Image.fromarray(pixels)
    write_whole(out, lambda making: image.save(making, "PNG", compress_level=_PNG_EFFORT))


def save_gif(pictures: Iterable[Pixels], palette: Pixels, rate: Fraction, out: Path) -> int:
    """Write an endless GIF at `rate` pictures a second in the colours of `palette`, `(n, 3)`; return how many.

    Raises `NoSpace` where it can not be written, ValueError for no pictures.
    """
    made = list(_in_colours(pictures, palette))
    if not made:
        raise ValueError("a GIF needs a picture")
    lengths = _lengths(len(made), rate, _GIF_TICK)
    write_whole(
        out,
        lambda making: made[0].save(
            making, "GIF", save_all=True, append_images=made[1:], duration=lengths, loop=0, disposal=1, optimize=False
        ),
    )
    return len(made)


def save_webp(pictures: Iterable[Pixels], rate: Fraction, out: Path) -> int:
    """Write an endless animated WebP at `rate` pictures a second; return how many there were. Errors as `save_gif`."""
    from PIL import Image

    made = [Image.fromarray(picture) for picture in pictures]
    if not made:
        raise ValueError("an animation needs a picture")
    lengths = _lengths(len(made), rate, 1)
    write_whole(
        out,
        lambda making: made[0].save(
            making,
            "WEBP",
            save_all=True,
            append_images=made[1:],
            loop=0,
            duration=lengths,
            quality=_WEBP_QUALITY,
            method=4,
        ),
    )
    return len(made)


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
    making = folder / f".{out.stem[:80]}-{uuid.uuid4().hex[:8]}.part"
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

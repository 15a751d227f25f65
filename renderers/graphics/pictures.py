"""Pictures as graphics use them: read once, free where their ground is, cut to their most telling part."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from renderers.background.picture import open_picture
from renderers.graphics.clips import PictureSource
from renderers.graphics.sources import upright_sides
from renderers.raster import skia
from renderers.saliency import crop

_SMALL = 512
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


@lru_cache(maxsize=6)
def read_picture(source: PictureSource, longest: int) -> NDArray[np.uint8]:
    """The picture as premultiplied BGRA, `(height, width, 4)`, at most `longest` pixels on its long side.

    What is transparent stays so where the source is a cut-out, and is white elsewhere. Raises `MediaRejected`.
    """
    if not source.cut_out:
        rgb = open_picture(source.path, longest=longest)
        alpha = np.full((*rgb.shape[:2], 1), 255, np.uint8)
        return np.ascontiguousarray(np.concatenate([rgb[..., ::-1], alpha], 2))
    # Over black a picture is premultiplied by its own transparency; what white adds to it is what lets through.
    black, white = (open_picture(source.path, ground, longest) for ground in ("#000000", "#ffffff"))
    let_through = (white.astype(np.int16) - black).max(axis=2, keepdims=True)
    alpha = np.clip(255 - let_through, 0, 255).astype(np.uint8)
    whole = np.concatenate([np.minimum(black[..., ::-1], alpha), alpha], 2)
    rows, columns = (np.flatnonzero((alpha[..., 0] > 8).any(axis=axis)) for axis in (1, 0))
    if rows.size and columns.size:
        whole = whole[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.ascontiguousarray(whole)


def straight_picture(source: PictureSource, longest: int) -> NDArray[np.uint8]:
    """The picture as RGBA, `(height, width, 4)`, whose colours are not premultiplied, at most `longest` on a side."""
    pixels = read_picture(source, longest)
    alpha = pixels[..., 3:].astype(np.uint16)
    colours = np.minimum((pixels[..., 2::-1].astype(np.uint16) * 255 + alpha // 2) // np.maximum(alpha, 1), 255)
    return np.concatenate([colours, alpha], axis=2).astype(np.uint8)


def image(pixels: NDArray[np.uint8]) -> skia.Image:
    """A drawable copy of premultiplied BGRA, with smaller copies for drawing it small."""
    made = skia.Image.fromarray(pixels, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType, copy=True)
    return made.withDefaultMipmaps()


def filling(source: PictureSource, width: float, height: float, scale: float) -> skia.Image:
    """The most telling part of the picture with the proportions of `width` to `height`, at most as fine as it is shown
    at `scale` pixels a unit.
    """
    pixels = read_picture(source, _longest(width, height, scale))
    left, top, right, bottom = crop(pixels[..., 2::-1], width / height)
    cut = image(np.ascontiguousarray(pixels[top:bottom, left:right]))
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    if cut.width() <= wide:
        return cut
    return cut.resize(wide, high, _SMOOTH)


def window_picture(
    source: PictureSource, wide: int, high: int, larger: float, ground: str, *, whole: bool = False
) -> NDArray[np.uint8]:
    """RGB for a camera whose frame is `wide` by `high` pixels: the most telling part in the frame's proportions,
    `larger` times as large; or with `whole` all of it, as wide as the frame. What is transparent shows `ground`.
    """
    picture = open_picture(source.path, ground, _longest(wide, wide if whole else high, 1.0))
    if whole:
        size = (wide, max(high, round(picture.shape[0] * wide / picture.shape[1])))
        return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))
    box = crop(picture, wide / high)
    size = (round(wide * larger), round(high * larger))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0))


def size_of(source: PictureSource) -> tuple[int, int]:
    """Width and height of the picture, in proportion; of a cut-out, of what is left of it."""
    sides = (0, 0) if source.cut_out else upright_sides(source.path)
    if min(sides) > 0:
        return sides
    pixels = read_picture(source, _SMALL)
    return pixels.shape[1], pixels.shape[0]


def _longest(width: float, height: float, finest: float) -> int:
    """Enough for a part of the picture to be sharp, in steps, so that one reading serves several sizes."""
    wanted = 2 * max(width, height) * finest
    return next((side for side in (512, 1024, 2048) if side >= wanted), 4096)

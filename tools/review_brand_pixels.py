"""Brand measures on decoded frames: how near the main colour comes, whose hues there are, and how the logo stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.colour import to_oklab
from tools.review_brand_plan import Box

Lab = NDArray[np.float32]
Rgb = NDArray[np.uint8]

COLOURED = 0.045
"""Chroma from which an area is seen as coloured; below it a tint is taken for a grey, on any ground."""
HUE_REACH = 28.0
"""Degrees by which a hue may differ and still be called the brand's: tints and shades of one colour turn a little."""
PRIMARY_SHARE = 0.0005
"""The part of the frame that has to be near a colour before it counts as being there: a rule, a plate, a shape."""
_LOGO_NEAR = 0.16
"""OKLab distance within which a logo's own colours stay in lossy video with halved chroma, on small type too."""
_HOPELESS, _CERTAIN = 0.2, 0.9
"""Shares of a logo's pixels below which it is not near a place, and from which nothing better is looked for."""
_CHANGED = 0.1
"""OKLab distance from which something in the clear space is seen as a shape and not as the ground."""
_RING = 0.35
"""Clear space looked at round a logo, in parts of its height."""
_PAD, _WIDER, _EVEN = 16 / 1080, 1.25, 0.93
"""A plate's margin at most, in short sides; how much wider it is at the sides; the share of it that has its colour."""
_THUMB, _LINES = 192, 360
_ENCODED = np.arange(256) / 255
_LINEAR = np.where(_ENCODED <= 0.04045, _ENCODED / 12.92, ((_ENCODED + 0.055) / 1.055) ** 2.4).astype(np.float32)


@dataclass(frozen=True)
class LogoSight:
    """A logo in a frame: the part of it that shows as it should, its size, and how quiet the space round it is.

    `shown` 0 to 1 is the share of its opaque pixels in its own colours that also stand out from their ground; `size`
    is the side of a square of its area over the short side of the frame; `quiet` is the share of the clear space that
    is plain.
    """

    shown: float
    size: float
    quiet: float


def lab_of(rgb: Rgb) -> Lab:
    """OKLab of sRGB pixels `(…, 3)`, the same as `renderers.colour.to_oklab` of their hex."""
    linear = _LINEAR[rgb]
    long = np.cbrt(linear @ np.array([0.4122214708, 0.5363325363, 0.0514459929], np.float32))
    middle = np.cbrt(linear @ np.array([0.2119034982, 0.6806995451, 0.1073969566], np.float32))
    short = np.cbrt(linear @ np.array([0.0883024619, 0.2817188376, 0.6299787005], np.float32))
    return np.stack(
        [
            0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
        ],
        -1,
    ).astype(np.float32)


def nearest_distance(frame: Rgb, colour: str, hidden: Sequence[Box] = ()) -> float:
    """The OKLab distance from `colour` within which the nearest `PRIMARY_SHARE` of the frame lies, but for `hidden`."""
    step = max(1, min(frame.shape[:2]) // _LINES)
    pixels = frame[::step, ::step]
    seen = ~_mask(pixels.shape[:2], hidden)
    away = np.linalg.norm(lab_of(pixels[seen]) - np.array(to_oklab(colour), np.float32), axis=-1)
    if not away.size:
        return 1.0
    rank = min(away.size - 1, int(PRIMARY_SHARE * pixels.shape[0] * pixels.shape[1]))
    return float(np.partition(away, rank)[rank])


def own_hues(frame: Rgb, colours: Sequence[str], hidden: Sequence[Box] = ()) -> tuple[float, float]:
    """The share of the coloured area whose hue is one of `colours`' (by its chroma), and how much of all is coloured.

    Both 0 to 1; where nothing is coloured everything is the brand's. Greys of a brand allow no hue at all.
    """
    thumb = _thumb(frame)
    lab = lab_of(thumb)[~_mask(thumb.shape[:2], hidden)]
    if not lab.size:
        return 1.0, 0.0
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    coloured = chroma > COLOURED
    weight = np.where(coloured, chroma, 0)
    if coloured.mean() < 0.002:
        return 1.0, float(coloured.mean())
    hue = np.degrees(np.arctan2(lab[:, 2], lab[:, 1]))
    ours = np.zeros(len(lab), bool)
    for colour in colours:
        _, a, b = to_oklab(colour)
        if np.hypot(a, b) >= 0.02:
            turn = (hue - np.degrees(np.arctan2(b, a)) + 180) % 360 - 180
            ours |= np.abs(turn) <= HUE_REACH
    return float(weight[ours].sum() / weight.sum()), float(coloured.mean())


def logo_sight(frame: Rgb, logo: Path, region: Box) -> LogoSight:
    """How the logo of the file stands in its region of the frame. Raises `MediaRejected` where the file is none."""
    picture = _logo_pixels(logo)
    high, wide = frame.shape[:2]
    left, top, width, height = region[0] * wide, region[1] * high, region[2] * wide, region[3] * high
    best: tuple[float, float, tuple[int, int, int, int]] = (-1.0, 0.0, (0, 0, 1, 1))
    for inset in (0.0, min(16 / 1080 * min(high, wide), height / 5)):
        room = width - 2 * inset, height - 2 * inset
        scale = min(room[0] / picture.shape[1], room[1] / picture.shape[0])
        size = max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale))
        template = _scaled(picture, size)
        for place in (left + inset, left + (width - size[0]) / 2, left + width - inset - size[0]):
            at = round(place), round(top + (height - size[1]) / 2)
            for shift in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)):
                box = (at[0] + shift[0], at[1] + shift[1], *size)
                shown, apart = _shown(frame, template, box)
                if shown > best[0]:
                    best = (shown, apart, box)
                if shown < _HOPELESS or best[0] > _CERTAIN:
                    break
    shown, apart, box = best
    if shown <= 0:
        return LogoSight(0.0, 0.0, 1.0)
    area = float(np.sqrt(box[2] * box[3])) / min(high, wide)
    quiet = 1.0 if _plated(frame, box) else _quiet(frame, box)
    return LogoSight(round(shown * min(1.0, apart / 0.15), 4), round(area, 4), round(quiet, 4))


def _shown(frame: Rgb, template: NDArray[np.float32], box: tuple[int, int, int, int]) -> tuple[float, float]:
    """The share of the logo's solid pixels that have their colour, and how far they stand from what is around them."""
    x, y, width, height = box
    if x < 0 or y < 0 or x + width > frame.shape[1] or y + height > frame.shape[0]:
        return 0.0, 0.0
    solid = template[..., 3] > 0.9 * 255
    if not solid.any():
        solid = template[..., 3] > 0.5 * 255
        if not solid.any():
            return 0.0, 0.0
    part = lab_of(frame[y : y + height, x : x + width])
    wanted = lab_of(np.clip(template[..., :3], 0, 255).astype(np.uint8))
    right = np.linalg.norm(part - wanted, axis=-1) < _LOGO_NEAR
    clear = template[..., 3] < 0.1 * 255
    ring = part[clear] if clear.mean() > 0.05 else _ring(frame, box)
    ground = np.median(ring, axis=0) if len(ring) else np.zeros(3)
    apart = float(np.percentile(np.linalg.norm(wanted[solid] - ground, axis=-1), 60))
    return float(right[solid].mean()), apart


def _quiet(frame: Rgb, box: tuple[int, int, int, int]) -> float:
    """The share of the space round the logo that hardly differs from its middle colour there, side by side."""
    ring = _ring(frame, box)
    if not len(ring):
        return 1.0
    away = np.linalg.norm(ring - np.median(ring, axis=0), axis=-1)
    return float((away < _CHANGED).mean())


def _plated(frame: Rgb, box: tuple[int, int, int, int]) -> bool:
    """Whether the logo stands on a plate of its own, which is its clear space: one colour, and round that another."""
    pad = round(min(_PAD * min(frame.shape[:2]), box[3] / 5))
    if pad < 4:
        return False
    plate, round_it = _ring(frame, box, 2, pad - 1), _ring(frame, box, round(_WIDER * pad) + 2, round(_WIDER * pad) + 6)
    if not len(plate) or not len(round_it):
        return False
    colour = np.median(plate, axis=0)
    own = float((np.linalg.norm(plate - colour, axis=-1) < _CHANGED).mean())
    other = float((np.linalg.norm(round_it - colour, axis=-1) >= _CHANGED).mean())
    return own >= _EVEN and other >= _EVEN


def _ring(frame: Rgb, box: tuple[int, int, int, int], gap: int = 2, deep: int = 0) -> Lab:
    """What is from `gap` to `deep` pixels away from the box (0: the space that a logo needs)."""
    x, y, width, height = box
    # Two pixels are left between: what the codec and the edges of the logo themselves spread.
    deep = deep or max(4, round(_RING * height))
    top, bottom = max(0, y - deep), min(frame.shape[0], y + height + deep)
    left, right = max(0, x - deep), min(frame.shape[1], x + width + deep)
    area = lab_of(frame[top:bottom, left:right])
    outside = np.ones(area.shape[:2], bool)
    outside[max(0, y - gap - top) : y + height + gap - top, max(0, x - gap - left) : x + width + gap - left] = False
    found: Lab = area[outside]
    return found


@lru_cache(maxsize=4)
def _logo_pixels(path: Path) -> NDArray[np.uint8]:
    """The logo as RGBA, straight alpha."""
    from renderers.raster import skia
    from renderers.titles.logo import read_logo

    pixels = read_logo(path).toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.ascontiguousarray(pixels)


def _scaled(picture: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.float32]:
    """`picture` at `size` (width, height): colours weighted by alpha, as a painter would."""
    from PIL import Image

    alpha = picture[..., 3:].astype(np.float32) / 255
    parts = np.concatenate([picture[..., :3] * alpha, picture[..., 3:].astype(np.float32)], -1)
    small = np.stack(
        [
            np.asarray(Image.fromarray(parts[..., n]).resize(size, Image.Resampling.BOX, reducing_gap=None))
            for n in range(4)
        ],
        -1,
    )
    cover = np.maximum(small[..., 3:] / 255, 1e-3)
    return np.concatenate([small[..., :3] / cover, small[..., 3:]], -1).astype(np.float32)


def _thumb(frame: Rgb) -> Rgb:
    from PIL import Image

    scale = _THUMB / max(frame.shape[:2])
    size = max(1, round(frame.shape[1] * scale)), max(1, round(frame.shape[0] * scale))
    return np.asarray(Image.fromarray(frame).resize(size, Image.Resampling.BOX))


def _mask(shape: tuple[int, int], hidden: Sequence[Box]) -> NDArray[np.bool_]:
    mask = np.zeros(shape, bool)
    rows, columns = shape
    for x, y, width, height in hidden:
        down = slice(max(0, int(y * rows)), int(np.ceil((y + height) * rows)))
        across = slice(max(0, int(x * columns)), int(np.ceil((x + width) * columns)))
        mask[down, across] = True
    return mask

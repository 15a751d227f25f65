"""Pictures from outside read within bounds, and the colours, ink and gaps of what they show."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brand_memory.colour_values import TWINS, Tint, from_channels

if TYPE_CHECKING:
    from PIL import Image

_MOST_BYTES = 8_000_000
_MOST_PIXELS = 40_000_000
_LONGEST = 1600
_SAMPLED = 160
_OFF_THE_WAY = 0.06
"""How far, in parts of a channel, a blend may lie from the straight way between its two colours."""


@dataclass(frozen=True)
class Ink:
    """What is drawn on a ground: its colours with shares (largest first), mean lightness, and how it is laid out.

    `combined` says that a mark of its own stands left of lettering.
    """

    colours: tuple[tuple[Tint, float], ...]
    lightness: float
    combined: bool
    ground: Tint | None


def open_picture(content: bytes) -> Image.Image | None:
    """The first picture in PNG, JPEG, WebP, GIF or ICO bytes as RGBA, at most 1600 pixels long; None where it is none.

    Bytes and declared pixels are checked before anything is decoded.
    """
    from PIL import Image, UnidentifiedImageError

    if not content or len(content) > _MOST_BYTES:
        return None
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP", "GIF", "ICO")) as picture:
            if picture.width * picture.height > _MOST_PIXELS or min(picture.size) < 1:
                return None
            picture.load()
            full = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError):
        return None
    full.thumbnail((_LONGEST, _LONGEST))
    return full


def trimmed(picture: Image.Image) -> Image.Image:
    """`picture` without empty edges: transparent ones, or those of the one colour of its corners."""
    from PIL import Image, ImageChops

    box = picture.getchannel("A").point([255 if value > 8 else 0 for value in range(256)]).getbbox()
    if box and box != (0, 0, *picture.size):
        return picture.crop(box)
    if picture.getchannel("A").getbbox() and picture.getchannel("A").histogram()[:250] != [0] * 250:
        return picture
    opaque = picture.convert("RGB")
    last = (picture.width - 1, 0), (0, picture.height - 1)
    if any(opaque.getpixel(at) != opaque.getpixel((0, 0)) for at in last):
        return picture
    plain = Image.new("RGB", picture.size)
    plain.paste(opaque.crop((0, 0, 1, 1)).resize(picture.size))
    apart = ImageChops.difference(opaque, plain)
    box = apart.convert("L").point([255 if value > 10 else 0 for value in range(256)]).getbbox()
    if not box:
        return picture
    margin = max(2, round(0.02 * max(picture.size)))
    return picture.crop(
        (
            max(0, box[0] - margin),
            max(0, box[1] - margin),
            min(picture.width, box[2] + margin),
            min(picture.height, box[3] + margin),
        )
    )


def png(picture: Image.Image) -> bytes:
    """`picture` encoded anew, without any metadata."""
    from PIL import Image

    clean = Image.new("RGBA", picture.size)
    clean.paste(picture)
    held = io.BytesIO()
    clean.save(held, "PNG", optimize=True)
    return held.getvalue()


def ink_of(picture: Image.Image, *, own_ground: bool = False) -> Ink | None:
    """What `picture` shows on its ground: on nothing where it has transparency, else on the colour of its edge.

    With `own_ground` a coloured ground counts among the colours, as that of an app's icon does. None where nothing
    stands out.
    """
    import numpy as np

    small = picture.copy()
    small.thumbnail((_SAMPLED * 3, _SAMPLED))
    values = np.asarray(small, dtype=np.float64) / 255
    mask = values[..., 3] > 0.5
    behind: Tint | None = None
    if values[..., 3].min() > 0.9:
        edge = np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])[:, :3]
        shades, counts = np.unique((edge * 32).round(), axis=0, return_counts=True)
        if counts.max() < 0.6 * len(edge):
            behind = None
        else:
            near = np.all((edge * 32).round() == shades[counts.argmax()], axis=1)
            behind = from_channels(*np.median(edge[near], axis=0).tolist())
        if behind is not None:
            base = np.array([int(behind.hex[at : at + 2], 16) / 255 for at in (1, 3, 5)])
            mask = np.abs(values[..., :3] - base).max(axis=2) > 0.09
    if mask.sum() < 6:
        return None
    colours = _without_blends(_main_colours(values[..., :3][mask]), behind)
    if own_ground and behind is not None and not behind.neutral:
        bare = float(1 - mask.mean())
        colours = ((behind, bare), *((tint, share * (1 - bare)) for tint, share in colours))
    lightness = sum(tint.lightness * share for tint, share in colours)
    return Ink(colours, lightness, _is_combined(mask), behind)


def _main_colours(pixels: object) -> tuple[tuple[Tint, float], ...]:
    """The colours of pixels (n x 3, 0..1) that make up 3 % or more, blends along edges given to the nearest of them."""
    import numpy as np

    values = np.asarray(pixels)
    cells, inverse, counts = np.unique(
        (values * 24).round().astype(int), axis=0, return_inverse=True, return_counts=True
    )
    inverse = inverse.reshape(-1)
    order = np.argsort(-counts)[:24]
    found: list[tuple[Tint, float]] = []
    for cell in order:
        share = counts[cell] / len(values)
        if share < 0.012:
            break
        tint = from_channels(*np.median(values[inverse == cell], axis=0).tolist())
        for at, (kept, had) in enumerate(found):
            if kept.distance(tint) < 2 * TWINS:
                found[at] = (kept, had + float(share))
                break
        else:
            found.append((tint, float(share)))
    found = [(tint, share) for tint, share in found if share >= 0.03] or found[:1]
    whole = sum(share for _, share in found) or 1.0
    return tuple(sorted(((tint, share / whole) for tint, share in found), key=lambda one: -one[1]))


def _without_blends(colours: tuple[tuple[Tint, float], ...], ground: Tint | None) -> tuple[tuple[Tint, float], ...]:
    """`colours` without those that lie between a more frequent one and the ground, as the edges of letters do.

    Edges are blended channel by channel, so a blend lies on the straight line between the two in sRGB. In OKLab a teal
    may pass for a blend of navy and white.
    """
    if ground is None:
        return colours
    kept: list[tuple[Tint, float]] = []
    for tint, share in colours:
        if not any(_is_blend(tint, ground, other) for other, had in kept if had > 1.5 * share):
            kept.append((tint, share))
    whole = float(sum(share for _, share in kept)) or 1.0
    return tuple((tint, float(share) / whole) for tint, share in kept)


def _is_blend(tint: Tint, ground: Tint, ink: Tint) -> bool:
    """Whether `tint` lies on the way from `ground` to `ink`, or so close that rounding and smoothing explain it."""
    import numpy as np

    start, end, at = (np.array([int(one.hex[c : c + 2], 16) / 255 for c in (1, 3, 5)]) for one in (ground, ink, tint))
    way = end - start
    whole = float(way @ way)
    if whole < 1e-6:
        return False
    part = float((at - start) @ way) / whole
    return 0.0 < part < 1.0 and float(np.abs(at - start - part * way).max()) < _OFF_THE_WAY


def _is_combined(mask: object) -> bool:
    """Whether a block about as wide as high stands first, apart from lettering that is lower than it."""
    import numpy as np

    drawn = np.asarray(mask)
    rows = np.flatnonzero(drawn.any(axis=1))
    columns = drawn.any(axis=0)
    places = np.flatnonzero(columns)
    if len(places) == 0:
        return False
    height = rows[-1] - rows[0] + 1
    if (places[-1] - places[0] + 1) < 1.6 * height:
        return False
    gaps = np.flatnonzero(np.diff(places) > max(2, 0.12 * height))
    if len(gaps) == 0:
        return False
    first = places[: gaps[0] + 1]
    width = first[-1] - first[0] + 1
    own = np.flatnonzero(drawn[:, first[0] : first[-1] + 1].any(axis=1))
    rest = np.flatnonzero(drawn[:, places[gaps[0] + 1] :].any(axis=1))
    tall, low = own[-1] - own[0] + 1, rest[-1] - rest[0] + 1
    return bool(0.6 < width / tall < 1.6 and tall > 1.12 * low)

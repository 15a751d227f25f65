"""Pictures that a person gives as files: looked at with care, measured, and kept as they are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from brand_memory.errors import BadCorrection
from brand_memory.kit import Logo
from brand_memory.storage import FileStore

if TYPE_CHECKING:
    from brand_memory.colour_values import Tint

MOST_PIXELS = 64_000_000
"""A decoded picture has at most this many; a small file may claim to be a huge one."""
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_LIGHT, _DARK = 0.75, 0.45
"""OKLab lightness from which a logo is made for a dark ground, and below which for a light one."""


def picture_size(content: bytes, name: str) -> tuple[int, int, str]:
    """Width, height and media type of a PNG, JPEG or WebP, read whole. Raises `BadCorrection`."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=tuple(_TYPES)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadCorrection(
                    f"{name!r} has more than {MOST_PIXELS // 10**6} million pixels: give a smaller one."
                )
            picture.load()
            return picture.width, picture.height, _TYPES[picture.format or ""]
    except (OSError, ValueError, SyntaxError, KeyError) as error:
        if isinstance(error, BadCorrection):
            raise
        raise BadCorrection(f"{name!r} is no picture that can be read; give a PNG, JPEG or WebP.") from error


def logo_from_file(content: bytes, name: str, files: FileStore) -> Logo:
    """A logo as a person gives it, made harmless where it is an SVG and kept. Raises `BadCorrection`."""
    from brand_memory.colour_values import to_colour

    tints: Sequence[tuple[Tint, float]]
    if b"<svg" in content[:20_000].lower():
        from brand_memory.svg_safety import clean_svg

        drawing = clean_svg(content)
        if drawing is None:
            raise BadCorrection(f"{name!r} is no SVG that can be shown safely; give it as PNG.")
        stored = files.keep(drawing.content, name, "image/svg+xml")
        width, height, tints = max(1, round(drawing.width)), max(1, round(drawing.height)), drawing.colours
    else:
        width, height, media_type = picture_size(content, name)
        tints = _tints(content)
        stored = files.keep(content, name, media_type)
    kind: Literal["mark", "combined"] = "mark" if 0.8 < width / height < 1.25 else "combined"
    colours = tuple(to_colour(tint) for tint, _ in tints[:6])
    return Logo(kind=kind, ground=_ground(tints), file=stored, width=width, height=height, colours=colours)


def _tints(content: bytes) -> list[tuple[Tint, float]]:
    """The colours of the opaque pixels, the most frequent first, each with its share."""
    from collections import Counter

    from PIL import Image

    from brand_memory.colour_values import from_channels

    with Image.open(io.BytesIO(content)) as picture:
        small = picture.convert("RGBA")
        small.thumbnail((96, 96))
    pixels = small.tobytes()
    seen = Counter(
        (pixels[at] // 16, pixels[at + 1] // 16, pixels[at + 2] // 16)
        for at in range(0, len(pixels), 4)
        if pixels[at + 3] > 127
    )
    whole = seen.total() or 1
    return [(from_channels(*((part * 16 + 8) / 255 for part in rgb)), n / whole) for rgb, n in seen.most_common(6)]


def _ground(tints: Sequence[tuple[Tint, float]]) -> Literal["light", "dark", "any"]:
    """What the logo stands out on: a logo of light colours is made for a dark ground."""
    whole = sum(share for _, share in tints)
    if not whole:
        return "any"
    lightness = sum(tint.lightness * share for tint, share in tints) / whole
    return "dark" if lightness > _LIGHT else "light" if lightness < _DARK else "any"

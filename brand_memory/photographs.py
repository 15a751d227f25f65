"""Pictures from outside made fit to keep: decoded within bounds, upright, in sRGB, encoded anew without metadata."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

LONGEST = 2560
"""Pixels of the longer side of a kept picture: 4K wide crops of it still fill a 1080p frame."""
_MOST_BYTES = 25_000_000
_MOST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
_QUALITY = 88
_FEW_COLOURS = 4096
"""Colours up to which an opaque PNG is a drawing that JPEG would smear."""


@dataclass(frozen=True)
class Photograph:
    """A picture as it is kept: its bytes and their type, its size, and the pixels (RGBA where it is see-through)."""

    content: bytes = field(repr=False)
    media_type: str
    ending: str
    width: int
    height: int
    pixels: Image.Image = field(repr=False, compare=False)


def prepare(content: bytes) -> Photograph | None:
    """The first picture in JPEG, PNG, WebP, AVIF or GIF bytes, at most 2560 pixels long; None where there is none.

    Bytes (25 MB) and declared pixels (50 million) are checked before anything is decoded. Photographs become JPEG,
    drawings and see-through pictures PNG; orientation is applied, colour profiles become sRGB, nothing else survives.
    """
    picture = _decoded(content)
    return None if picture is None else _encoded(*picture)


def declared_size(content: bytes) -> tuple[int, int]:
    """Width and height as the file's head states them, before decoding; (0, 0) where it is no picture."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content[:_MOST_BYTES]), formats=_FORMATS) as picture:
                return picture.size
        except Exception:
            return 0, 0


def _decoded(content: bytes) -> tuple[Image.Image, str] | None:
    from PIL import Image, ImageOps

    if not 40 <= len(content) <= _MOST_BYTES:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                if picture.width * picture.height > _MOST_PIXELS or min(picture.size) < 1:
                    return None
                kind = picture.format or ""
                picture.draft("RGB", (LONGEST, LONGEST))
                picture.load()
                profile = picture.info.get("icc_profile")
                upright = ImageOps.exif_transpose(picture)
                see_through = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
                whole = _in_srgb(upright, profile).convert("RGBA" if see_through else "RGB")
        except Exception:
            # Decoders fail in more ways than they document, and each of them means that this is no picture for us.
            return None
    if see_through and min(whole.getchannel("A").tobytes()) >= 250:
        whole = whole.convert("RGB")
    whole.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return whole, kind


def _in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """`picture` with its colour profile applied, so that wide-gamut photographs keep their colours."""
    from PIL import ImageCms

    if (
        not isinstance(profile, bytes)
        or not 100 < len(profile) < 4_000_000
        or picture.mode not in ("RGB", "RGBA", "CMYK", "L")
    ):
        return picture
    target = "L" if picture.mode == "L" else "RGBA" if picture.mode == "RGBA" else "RGB"
    if target == "L":
        return picture
    try:
        changed = ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=target
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return picture if changed is None else changed


def _encoded(picture: Image.Image, kind: str) -> Photograph:
    from PIL import Image

    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    held = io.BytesIO()
    drawing = kind in ("PNG", "GIF") and bare.getcolors(_FEW_COLOURS) is not None
    if bare.mode == "RGBA" or drawing:
        bare.save(held, "PNG", optimize=bare.width * bare.height < 2_000_000)
        return Photograph(held.getvalue(), "image/png", ".png", *bare.size, bare)
    bare.save(held, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return Photograph(held.getvalue(), "image/jpeg", ".jpg", *bare.size, bare)

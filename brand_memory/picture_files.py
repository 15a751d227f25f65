"""Pictures that a person gives as files: looked at with care and measured."""

from __future__ import annotations

import io

from brand_memory.errors import BadCorrection

MOST_PIXELS = 64_000_000
"""A decoded picture has at most this many; a small file may claim to be a huge one."""
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


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

"""Reading pictures from outside: only known formats, bounded in size, upright, in sRGB, without transparency."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from renderers.colour import parse
from renderers.errors import MediaRejected

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
"""What is read. Others (among them all that can refer to other files or hold programs) are refused."""
LARGEST_FILE = 60_000_000
"""Bytes."""
MOST_PIXELS = 80_000_000
"""Width times height."""
LONGEST_SIDE = 5760
"""Pixels kept on the long side: 1.5 times a 4K picture, so that a camera move stays sharp."""
_KNOWN = "JPEG, PNG, WebP, GIF, BMP or TIFF"


def open_picture(path: Path, ground: str = "#ffffff", longest: int = LONGEST_SIDE) -> NDArray[np.uint8]:
    """The picture in `path` as sRGB, `(height, width, 3)`, upright, at most `longest` pixels on its long side.

    Of a moving picture the first frame is taken; what is transparent shows `ground`. Raises `MediaRejected`.
    """
    name = path.name
    data = _read(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                width, height = opened.size
                if width * height > MOST_PIXELS:
                    raise MediaRejected(
                        f"The picture {name} has {width * height / 1e6:.0f} megapixels, more than the "
                        f"{MOST_PIXELS // 1_000_000} that are read. Save a smaller copy."
                    )
                if opened.format == "JPEG":
                    # A JPEG can be decoded at a half, a quarter or an eighth of its size, at a fraction of the cost.
                    opened.draft(opened.mode, (longest, longest))
                opened.seek(0)
                opened.load()
                upright = ImageOps.exif_transpose(opened)
                assert upright is not None
                picture = _flattened(_in_srgb(_shrunk(upright, longest)), ground)
        except MediaRejected:
            raise
        except UnidentifiedImageError:
            raise MediaRejected(f"{name} is not a picture that can be read. Use a {_KNOWN} file.") from None
        except Image.DecompressionBombError:
            raise MediaRejected(f"The picture {name} has far more pixels than are read. Save a smaller copy.") from None
        except (
            OSError,
            ValueError,
            SyntaxError,
            IndexError,
            KeyError,
            TypeError,
            EOFError,
            MemoryError,
            OverflowError,
        ) as error:
            raise MediaRejected(f"The picture {name} is damaged or incomplete. Save or download it again.") from error
    return np.array(picture, np.uint8)


def check_picture(path: Path) -> None:
    """Nothing, if `open_picture` can read `path`; raises `MediaRejected` else."""
    open_picture(path, longest=64)


def _read(path: Path) -> bytes:
    name = path.name
    try:
        if not path.is_file():
            raise MediaRejected(f"There is no picture {name}. Check the path.")
        size = path.stat().st_size
        if size == 0:
            raise MediaRejected(f"The picture {name} is empty. Choose another file.")
        if size > LARGEST_FILE:
            raise MediaRejected(
                f"The picture {name} has {size / 1e6:.0f} MB, more than the {LARGEST_FILE // 1_000_000} MB "
                "that are read. Save a smaller copy."
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, MediaRejected):
            raise
        raise MediaRejected(
            f"The picture {name} can not be opened: {getattr(error, 'strerror', None) or error}."
        ) from error


def _shrunk(picture: Image.Image, longest: int) -> Image.Image:
    """The picture with true colours or greys in 8 bits, and no longer than `longest`."""
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, np.float64)
        top = 65535.0 if values.max(initial=0) > 255 else 255.0
        picture = Image.fromarray(np.clip(values / top * 255, 0, 255).astype(np.uint8))
    elif picture.mode not in ("L", "RGB", "RGBA", "CMYK", "LAB", "YCbCr"):
        picture = _kept(picture, picture.convert("RGBA" if picture.has_transparency_data else "RGB"))
    elif picture.mode in ("L", "RGB") and "transparency" in picture.info:
        picture = _kept(picture, picture.convert("RGBA"))
    if max(picture.size) <= longest:
        return picture
    scale = longest / max(picture.size)
    width, height = (max(1, round(side * scale)) for side in picture.size)
    return _kept(picture, picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0))


def _kept(before: Image.Image, after: Image.Image) -> Image.Image:
    """`after`, with the colour profile that `before` came with."""
    if "icc_profile" in before.info:
        after.info["icc_profile"] = before.info["icc_profile"]
    return after


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture as RGB or RGBA in sRGB; its own profile is followed where it makes sense."""
    profile = picture.info.get("icc_profile")
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    if alpha is not None:
        picture = picture.convert("RGB")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            picture = ImageCms.profileToProfile(picture, source, target, outputMode="RGB") or picture
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A damaged profile, or one for another kind of picture, says nothing: the numbers count as they are.
            pass
    picture = picture.convert("RGB")
    if alpha is not None:
        picture.putalpha(alpha)
    return picture


def _flattened(picture: Image.Image, ground: str) -> Image.Image:
    """The picture without transparency, over `ground`."""
    if picture.mode != "RGBA":
        return picture
    red, green, blue = (round(255 * channel) for channel in parse(ground))
    below = Image.new("RGBA", picture.size, (red, green, blue, 255))
    return Image.alpha_composite(below, picture).convert("RGB")

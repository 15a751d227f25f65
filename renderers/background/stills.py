"""Backdrops as still pictures: previews for the catalogue, and frames to look at."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.background.scenery import backdrop
from renderers.layer import Planes
from renderers.look import Look
from renderers.picture_format import PictureFormat
from renderers.planes import empty_planes
from renderers.timeline import BackdropClip

PREVIEW = PictureFormat(960, 540, Fraction(30))
"""Size of a preview."""


def preview(family: str, path: Path, look: Look, format: PictureFormat = PREVIEW, seed: int = 1, n: int = 60) -> None:
    """Write frame `n` of `family` as a PNG. Raises `EngineFailed` for an unknown family."""
    from PIL import Image

    Image.fromarray(picture(BackdropClip(family, seed), look, format, n)).save(path, "PNG")


def picture(clip: BackdropClip, look: Look, format: PictureFormat, n: int) -> NDArray[np.uint8]:
    """Frame `n` of a backdrop as RGB, `(height, width, 3)`."""
    planes = empty_planes(format.width, format.height)
    backdrop(clip, look, format).fill(planes, n)
    return to_rgb(planes)


def to_rgb(planes: Planes) -> NDArray[np.uint8]:
    """The RGB picture of `planes`, `(height, width, 3)`: BT.709 limited range undone, chroma repeated."""
    luma = (planes.y.astype(np.float32) - 16) / 219
    blue, red = ((plane.astype(np.float32) - 128).repeat(2, 0).repeat(2, 1) / 224 for plane in (planes.u, planes.v))
    rgb = np.stack([luma + 1.5748 * red, luma - 0.1873 * blue - 0.4681 * red, luma + 1.8556 * blue], 2)
    return np.clip(np.rint(rgb * 255), 0, 255).astype(np.uint8)

"""Skia, loaded so that it works without a graphics driver, and the surfaces we paint on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.graphics_library import provide_graphics_library

provide_graphics_library()

import skia  # noqa: E402  (only after the GL libraries are there)

__all__ = ["colour", "skia", "surface"]


def surface(pixels: NDArray[np.uint8]) -> skia.Surface:
    """A surface that paints into `pixels` (height × width × 4, premultiplied BGRA)."""
    return skia.Surface(pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)


def colour(hex_colour: str, alpha: float = 1.0) -> int:
    """A Skia colour from `#rrggbb` and an opacity in 0..1."""
    value = int(hex_colour.lstrip("#"), 16)
    return int(skia.Color(value >> 16, value >> 8 & 255, value & 255, round(255 * alpha)))

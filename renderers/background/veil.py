"""The veil between a picture and the text on it: as thin as readability allows, on the text's side only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.colour import luminance, parse
from renderers.look import Palette
from renderers.picture_format import PictureFormat

TEXT, MUTED = 7.0, 3.0
"""Contrast that text and muted text keep. Muted text is only ever set large, where WCAG asks for 3:1."""
THINNEST, THICKEST = 0.30, 0.92
"""Opacity: some is always there, since detail disturbs reading even where contrast is high."""
_SPAN = {True: (0.40, 0.96), False: (0.34, 0.66)}
"""Where the veil begins to fade and where it ends: shares of the width (wide frames) or of the height."""
_OUTLIERS = 2.0
"""Per cent of the picture behind the text that may lie beyond the contrast aimed at."""


@dataclass(frozen=True)
class Veil:
    """Opacity is `across[column] * down[row]`; `colour` is Y, U and V in video levels."""

    across: NDArray[np.float32]
    down: NDArray[np.float32]
    colour: tuple[float, float, float]


def veil(picture: NDArray[np.uint8], palette: Palette, format: PictureFormat, *, readable: bool = True) -> Veil:
    """The veil for `picture` (RGB, already with the frame's proportions); clear where `readable` is False."""
    wide = format.width > format.height * 1.2
    begin, end = _SPAN[wide]
    length = format.width if wide else format.height
    at = np.clip(((np.arange(length) + 0.5) / length - begin) / (end - begin), 0, 1)
    fade = 1 - at * at * (3 - 2 * at)
    strength = _strength(picture, palette, wide, 0.55 * begin + 0.45 * end) if readable else 0.0
    fading = (strength * fade).astype(np.float32)
    even = np.ones(format.height if wide else format.width, np.float32)
    red, green, blue = parse(palette.background)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    colour = (16 + 219 * luma, 128 + 224 / 1.8556 * (blue - luma), 128 + 224 / 1.5748 * (red - luma))
    return Veil(fading, even, colour) if wide else Veil(even, fading, colour)


def _strength(picture: NDArray[np.uint8], palette: Palette, wide: bool, until: float) -> float:
    """The opacity at which text reads on the part of the picture behind it that stands most against it.

    That is the darkest part under dark text and the lightest under light text.
    """
    step = max(1, min(picture.shape[:2]) // 160)
    small = picture[::step, ::step].astype(np.float64) / 255
    part = small[:, : max(1, int(small.shape[1] * until))] if wide else small[: max(1, int(small.shape[0] * until))]
    worst = np.percentile(_luminance(part), 100 - _OUTLIERS if palette.dark else _OUTLIERS)
    # That part is mixed as a grey of its lightness: hue changes luminance under the veil by very little.
    grey = 12.92 * worst if worst <= 0.0031308 else 1.055 * worst ** (1 / 2.4) - 0.055
    ground = np.array(parse(palette.background))
    needs = ((luminance(palette.text), TEXT), (luminance(palette.muted), MUTED))
    for opacity in np.arange(THINNEST, THICKEST, 0.02):
        behind = float(_luminance(grey + (ground - grey) * opacity))
        if all((max(ink, behind) + 0.05) / (min(ink, behind) + 0.05) >= least for ink, least in needs):
            return float(opacity)
    return THICKEST


def _luminance(encoded: NDArray[np.float64]) -> NDArray[np.float64]:
    """WCAG relative luminance of sRGB colours in 0..1, `(..., 3)`."""
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))

"""The veil between a picture and the text on it: as thin as readability allows, on the text's side only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.colour import luminance, parse
from renderers.look import Palette
from renderers.picture_format import PictureFormat, Rect

TEXT, MUTED = 7.0, 3.0
"""Contrast that text and muted text keep. Muted text is only ever set large, where WCAG asks for 3:1."""
THINNEST, THICKEST = 0.30, 0.92
"""Opacity: some is always there, since detail disturbs reading even where contrast is high."""
_SPAN = {True: (0.40, 0.96), False: (0.34, 0.66)}
"""Where the veil begins to fade and where it ends: shares of the width (wide frames) or of the height."""
_BEYOND, _SOFT, _REST, _CENTRED = 0.02, 0.34, 0.24, 0.04
"""Past known text: how much further the veil is whole, over what length it ends, what is too little to be left clear,
and by how much the margins of centred text may differ; in shares of the width (wide frames) or of the height."""
_OUTLIERS = 2.0
"""Per cent of the picture behind the text that may lie beyond the contrast aimed at."""


@dataclass(frozen=True)
class Veil:
    """Opacity is `across[column] * down[row]`; `colour` is Y, U and V in video levels."""

    across: NDArray[np.float32]
    down: NDArray[np.float32]
    colour: tuple[float, float, float]


def veil(
    picture: NDArray[np.uint8], palette: Palette, format: PictureFormat, *, readable: bool = True,
    calm: Rect | None = None,
) -> Veil:  # fmt: skip
    """The veil for `picture` (RGB, already with the frame's proportions); clear where `readable` is False.

    `calm` is where text stands, in design units; without it, the side that layouts set text on is taken.
    """
    wide = format.width > format.height * 1.2
    across, down = np.ones(format.width), np.ones(format.height)
    if calm is None:
        begin, end = _SPAN[wide]
        until = 0.55 * begin + 0.45 * end
        part = (0.0, until, 0.0, 1.0) if wide else (0.0, 1.0, 0.0, until)
        if wide:
            across = _fade(format.width, -1.0, begin, end - begin)
        else:
            down = _fade(format.height, -1.0, begin, end - begin)
    else:
        part = (calm.x / format.design_width, calm.right / format.design_width,
                calm.y / format.design_height, calm.bottom / format.design_height)  # fmt: skip
        if wide:
            across = _past(format.width, part[0], part[1])
        else:
            down = _past(format.height, part[2], part[3])
    strength = _strength(picture, palette, part) if readable else 0.0
    red, green, blue = parse(palette.background)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    colour = (16 + 219 * luma, 128 + 224 / 1.8556 * (blue - luma), 128 + 224 / 1.5748 * (red - luma))
    if wide:
        across = across * strength
    else:
        down = down * strength
    return Veil(across.astype(np.float32), down.astype(np.float32), colour)


def _fade(length: int, low: float, high: float, soft: float) -> NDArray[np.float64]:
    """1 between `low` and `high`, falling softly to 0 over `soft` on both sides; shares of a side `length` long."""
    at = (np.arange(length) + 0.5) / length
    away = np.clip(np.maximum(low - at, at - high) / soft, 0, 1)
    return np.asarray(1 - away * away * (3 - 2 * away))


def _past(length: int, low: float, high: float) -> NDArray[np.float64]:
    """The fade past text from `low` to `high`: from the nearer edge of the frame over the text, clear on the far side.

    A veil with one soft edge reads as light; one with four reads as a box. Round what stands in the middle it is even.
    """
    if max(low, 1 - high) < _REST or abs(low + high - 1) < _CENTRED:
        return np.ones(length)
    return _fade(length, -1.0, high + _BEYOND, _SOFT) if low <= 1 - high else _fade(length, low - _BEYOND, 2.0, _SOFT)


def _strength(picture: NDArray[np.uint8], palette: Palette, sides: tuple[float, float, float, float]) -> float:
    """The opacity at which text reads on the part of the picture behind it that stands most against it.

    That is the darkest part under dark text and the lightest under light text.
    """
    step = max(1, min(picture.shape[:2]) // 160)
    small = picture[::step, ::step].astype(np.float64) / 255
    rows, columns = small.shape[:2]
    left, right, top, bottom = (
        round(min(max(side, 0.0), 1.0) * length)
        for side, length in zip(sides, (columns, columns, rows, rows), strict=True)
    )
    left, top = min(left, columns - 1), min(top, rows - 1)
    part = small[top : max(bottom, top + 1), left : max(right, left + 1)]
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

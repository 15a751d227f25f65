"""Where the iris of an eye is, from the picture alone: the disc that is darker than what lies about it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.landmarks import heights

Curve = tuple[tuple[float, float], ...]
_RADII = (0.17, 0.20, 0.23, 0.26, 0.30)
"""Shares of the eye's width; a human iris has 0.21 of it at most views."""


def find_iris(picture: NDArray[np.uint8], upper: Curve, lower: Curve) -> tuple[float, float, float]:
    """The middle and radius (pixels) of the iris between two lids of an RGB picture; the middle where none stands out.

    Of all discs in the opening the one is taken that is darkest against the ring round it.
    """
    spots = np.array(upper + lower)
    left, right = spots[:, 0].min(), spots[:, 0].max()
    wide = right - left
    middle = (float(left + right) / 2, float(spots[:, 1].mean()), float(0.21 * wide))
    if wide < 10:
        return middle
    x0, y0 = int(max(left - 2, 0)), int(max(spots[:, 1].min() - wide * 0.2, 0))
    cut = picture[y0 : int(spots[:, 1].max() + wide * 0.2) + 1, x0 : int(right) + 3].astype(np.float64)
    if cut.size == 0:
        return middle
    grey = cut @ np.array([0.2126, 0.7152, 0.0722])
    columns = np.arange(grey.shape[1]) + x0
    top, bottom = heights(np.array(upper), columns), heights(np.array(lower), columns)
    rows = np.arange(grey.shape[0])[:, None] + y0
    open_ = (rows > top) & (rows < bottom) & (columns > left + 1) & (columns < right - 1)
    if open_.sum() < 12:
        return middle
    best, found = 0.0, middle
    for share in _RADII:
        radius = share * wide
        for cx in np.arange(left + 0.25 * wide, right - 0.25 * wide, max(wide / 40, 0.5)):
            low, high = np.interp(cx, columns, top), np.interp(cx, columns, bottom)
            for cy in np.linspace(low, high, 5)[1:-1]:
                distance = np.hypot(columns - cx, rows - cy)
                inside, ring = (
                    open_ & (distance < radius),
                    open_ & (distance > radius * 1.1) & (distance < radius * 1.6),
                )
                if inside.sum() < 6 or ring.sum() < 6:
                    continue
                stands = float(grey[ring].mean() - grey[inside].mean()) * share**0.25
                if stands > best:
                    best, found = stands, (float(cx), float(cy), float(radius))
    return found

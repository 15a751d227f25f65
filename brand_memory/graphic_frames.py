"""Pictures that were drawn, not filmed: openings, title cards, closings. Their colours are the brand's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brand_memory.colour_values import Tint, from_channels, to_colour
from brand_memory.kit import Colour
from brand_memory.shots import stretches

GRAPHIC_RATE = 5
"""Pictures a second that are looked at."""
_SIDE = 96
_SMOOTH = 4
_FLAT_SHARE = 0.62
_FEW_COLOURS = 0.72
"""Drawn pictures: this part of the pixels has neighbours of the same level, and six colours make up this part."""
_LEAST_SHARE = 0.01
_MERGED = 0.05
"""OKLab distance within which colours of different pictures are one."""
_LEAST_WEIGHT = 0.01
_PLATE_SHARE, _PLATE_PART = 0.25, 0.06
"""What part of a plate its ground fills at least, and what part a further colour of it does."""
_MOST = 8
_SHORTEST, _LONGEST = 1.0, 8.0
_CENTRED = 0.18

Weighted = tuple[Tint, float]


@dataclass(frozen=True)
class Reveal:
    """A drawn stretch with something in its middle: from when to when, in seconds."""

    start: float
    end: float


class GraphicWatch:
    """Sees a film's pictures in order, `GRAPHIC_RATE` a second; keeps the colours of the drawn ones."""

    def __init__(self) -> None:
        self._drawn: list[bool] = []
        self._centred: list[bool] = []
        self._colours: list[Weighted] = []

    def see(self, picture: NDArray[np.uint8]) -> None:
        """Take in the next picture, `(h, w, 3)` RGB."""
        small = _small(picture)
        drawn = is_drawn(small)
        self._drawn.append(drawn)
        self._centred.append(drawn and _has_middle(small))
        if drawn:
            self._colours += main_colours(small)

    def colours(self, more: Iterable[Weighted] = ()) -> tuple[Colour, ...]:
        """The colours of all drawn pictures and of `more`, the most used first, at most eight."""
        clusters = _merged([*self._colours, *more])
        whole = sum(weight for _, weight in clusters)
        return tuple(to_colour(tint) for tint, weight in clusters[:_MOST] if weight >= _LEAST_WEIGHT * whole)

    def reveals(self) -> list[Reveal]:
        """Drawn stretches of 1 to 8 s in which something comes to stand in the middle, as a logo does."""
        drawn, centred = np.array(self._drawn, np.bool_), np.array(self._centred, np.bool_)
        return [
            Reveal(begin / GRAPHIC_RATE, end / GRAPHIC_RATE)
            for begin, end in stretches(drawn)
            if _SHORTEST <= (end - begin) / GRAPHIC_RATE <= _LONGEST and centred[begin:end].mean() >= 0.3
        ]


def _small(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import cv2

    height, width = picture.shape[:2]
    scale = _SIDE / max(height, width)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def is_drawn(small: NDArray[np.uint8]) -> bool:
    """Whether a picture, some 96 pixels wide, is flat colour for the most part, and not one colour alone."""
    levels = small.astype(np.int16)
    across = np.abs(np.diff(levels, axis=1)).max(axis=2)[:-1]
    down = np.abs(np.diff(levels, axis=0)).max(axis=2)[:, :-1]
    flat = (across <= _SMOOTH) & (down <= _SMOOTH)
    if float(flat.mean()) < _FLAT_SHARE or float(flat.mean()) > 0.998:
        return False
    counts = np.bincount(_bins(small, 4), minlength=4096)
    return float(np.sort(counts)[-6:].sum() / counts.sum()) >= _FEW_COLOURS


def main_colours(small: NDArray[np.uint8]) -> list[Weighted]:
    """The colours that fill at least 1 % of the pixels `(h, w, 3)`, each with its share."""
    pixels = small.reshape(-1, 3)
    bins = _bins(small, 5)
    counts = np.bincount(bins, minlength=1 << 15)
    found: list[Weighted] = []
    for place in np.argsort(-counts)[:_MOST]:
        if counts[place] < _LEAST_SHARE * len(pixels):
            break
        red, green, blue = np.median(pixels[bins == place], axis=0) / 255
        found.append((from_channels(float(red), float(green), float(blue)), float(counts[place] / len(pixels))))
    return found


def plate_colours(plate: NDArray[np.uint8]) -> list[Weighted]:
    """The colours of the plate under some lettering `(h, w, 3)`, each with its share; none where there is no plate."""
    found = [cluster for cluster in _merged(main_colours(plate)) if cluster[1] >= _PLATE_PART]
    return found if found and found[0][1] >= _PLATE_SHARE else []


def _merged(found: Iterable[Weighted]) -> list[Weighted]:
    """Colours that are one to the eye joined under the strongest of them, the strongest first."""
    clusters: list[Weighted] = []
    for tint, weight in sorted(found, key=lambda found: -found[1]):
        for number, (known, so_far) in enumerate(clusters):
            if known.distance(tint) < _MERGED:
                clusters[number] = (known, so_far + weight)
                break
        else:
            clusters.append((tint, weight))
    return sorted(clusters, key=lambda cluster: -cluster[1])


def _bins(small: NDArray[np.uint8], bits: int) -> NDArray[np.int64]:
    parts = (small.reshape(-1, 3) >> (8 - bits)).astype(np.int64)
    return parts[:, 0] << (2 * bits) | parts[:, 1] << bits | parts[:, 2]


def _has_middle(small: NDArray[np.uint8]) -> bool:
    """Whether what stands out from the ground has its weight near the middle, and leaves the rims free."""
    ground = np.median(np.concatenate([small[0], small[-1], small[:, 0], small[:, -1]]), axis=0)
    other = np.abs(small - ground).max(axis=2) > 24
    if not 0.004 <= float(other.mean()) <= 0.6:
        return False
    rows, columns = np.nonzero(other)
    height, width = other.shape
    return bool(abs(columns.mean() / width - 0.5) <= _CENTRED and abs(rows.mean() / height - 0.5) <= 1.4 * _CENTRED)

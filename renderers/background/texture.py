"""Textures over designed backdrops: grain, dots, lines or paper, the same in every picture.

A texture is a few levels of luma that only ever add to the contrast of text: it lightens light grounds and darkens dark
ones. It stands still and is laid over when a picture of the backdrop is made, so that nothing is added to frames in
which that stands, and the encoder passes over what did not change. Importing this module loads numba; only workers do.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

import numba
import numpy as np
from numba import int32, uint8
from numpy.typing import NDArray

from renderers.layer import Backdrop, Planes
from renderers.picture_format import PictureFormat

Sheet = NDArray[np.int8]

LEVELS = {"grain": 4.0, "dots": 7.0, "lines": 5.0, "paper": 6.0}
"""Levels of luma, of 219, between the most and the least of a texture."""
_TILE = 512
"""Pixels of a side of a tile of grain or paper."""
_DOTS, _DOT = 36.0, 3.0
"""Design units from dot to dot, and a dot's radius."""
_LINES, _LINE = 14.0, 1.6
"""Design units from one slanting line to the next, and half its width."""


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _lay(y, sheet):  # type: ignore[no-untyped-def]
    for row in range(y.shape[0]):
        out, more = y[row], sheet[row]
        for column in range(out.shape[0]):
            out[column] = uint8(min(max(int32(out[column]) + int32(more[column]), int32(16)), int32(235)))


class Textured:
    """A backdrop under a texture."""

    def __init__(self, backdrop: Backdrop, kind: str, format: PictureFormat, *, dark: bool) -> None:
        self._backdrop = backdrop
        self._sheet = sheet(kind, format.width, format.height, format.scale, dark)

    def key(self, n: int) -> Hashable:
        """The key of the backdrop: a texture never changes."""
        return self._backdrop.key(n)

    def fill(self, planes: Planes, n: int) -> None:
        """Write the backdrop's frame `n` with the texture over it."""
        self._backdrop.fill(planes, n)
        _lay(planes.y, self._sheet)


@lru_cache(maxsize=2)
def sheet(kind: str, width: int, height: int, scale: float, dark: bool) -> Sheet:
    """What a texture adds to luma, `(height, width)`: never below 0 for light looks, never above for `dark` ones."""
    # What has no pattern is drawn on a tile; so far apart nobody finds that it comes again.
    across, down = (width, height) if kind in _DRAWN_WHOLE else (min(width, _TILE), min(height, _TILE))
    share = _DRAWN[kind](across, down, scale)
    # Rounded by chance that stands still: whole levels of something soft would be seen as contours.
    dither = np.random.default_rng(3).random(share.shape, np.float32)
    levels = np.floor(LEVELS[kind] * share + dither).astype(np.int8)
    whole = np.tile(-levels if dark else levels, (-(-height // down), -(-width // across)))
    return np.ascontiguousarray(whole[:height, :width])


def _places(width: int, height: int, scale: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    x, y = (((np.arange(count, dtype=np.float32) + 0.5) / scale).astype(np.float32) for count in (width, height))
    return x[None, :], y[:, None]


def _soft(noise: NDArray[np.float32], passes: int, across: int, down: int) -> NDArray[np.float32]:
    """Noise blurred by boxes, in 0..1 about one half."""
    for _ in range(passes):
        for axis, reach in ((1, across), (0, down)):
            noise = sum((np.roll(noise, step, axis) for step in range(-reach, reach + 1)), np.zeros_like(noise))
    spread = noise.std() or 1.0
    return np.asarray(np.clip(0.5 + (noise - noise.mean()) / (5.0 * spread), 0, 1), np.float32)


def _grain(width: int, height: int, scale: float) -> NDArray[np.float32]:
    """Grain of about two pixels of 1080 rows, as of film."""
    return _soft(_noise(1, width, height), 1, max(1, round(scale)), max(1, round(scale)))


def _paper(width: int, height: int, scale: float) -> NDArray[np.float32]:
    """Fibres that lie rather across than down, and clouds of pulp."""
    fibre = _soft(_noise(1, width, height), 1, max(1, round(7 * scale)), max(1, round(scale)))
    small = _soft(_noise(2, width // 16 + 1, height // 16 + 1), 2, 2, 2)
    cloud = small.repeat(16, 0).repeat(16, 1)[:height, :width]
    return np.asarray(0.65 * fibre + 0.35 * _soft(np.ascontiguousarray(cloud), 1, 8, 8), np.float32)


def _dots(width: int, height: int, scale: float) -> NDArray[np.float32]:
    """Dots on a grid turned by half its pitch from row to row."""
    x, y = _places(width, height, scale)
    row = np.floor(y / _DOTS)
    beside = (x + (row % 2) * _DOTS / 2) % _DOTS - _DOTS / 2
    away = np.hypot(beside, y % _DOTS - _DOTS / 2)
    return np.asarray(np.clip((_DOT - away) * scale + 0.5, 0, 1), np.float32)


def _lines(width: int, height: int, scale: float) -> NDArray[np.float32]:
    """Fine slanting lines."""
    x, y = _places(width, height, scale)
    away = np.abs((x + y) % _LINES - _LINES / 2)
    return np.asarray(np.clip((_LINE - away) * scale + 0.5, 0, 1), np.float32)


def _noise(seed: int, width: int, height: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((height, width), np.float32)


_DRAWN_WHOLE = frozenset({"dots", "lines"})
_DRAWN = {"grain": _grain, "dots": _dots, "lines": _lines, "paper": _paper}

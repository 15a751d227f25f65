"""Contours: the lines of a map of hills that rise and sink very slowly."""

from __future__ import annotations

from collections.abc import Hashable

import numba
import numpy as np

from renderers.background.stage import Field, Stage
from renderers.background.tones import encode, mixed, ramp
from renderers.gradients import double_line, fill_smooth
from renderers.layer import Planes

_WAVES = 7
_STEP = 0.26
"""Height between two lines; the land reaches from about -2 to 2."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _land(across_sin, across_cos, down_sin, down_cos, row, height):  # type: ignore[no-untyped-def]
    """The height of the land along a row.

    A wave over the plane is a sum of products of waves along x and along y, so no sine is taken for a pixel.
    """
    height[:] = np.float32(0)
    for w in range(across_sin.shape[0]):
        a, b = down_cos[w, row], down_sin[w, row]
        sines, cosines = across_sin[w], across_cos[w]
        for column in range(height.shape[0]):
            height[column] += sines[column] * a + cosines[column] * b


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _lines(here, below, loud, step, width, mark):  # type: ignore[no-untyped-def]
    """How much ink each pixel of a row takes: of the fine pen above 0, of the bold one below it."""
    half, nil, one = np.float32(0.5), np.float32(0), np.float32(1)
    inverse, broad = one / step, width * np.float32(1.7)
    for column in range(mark.shape[0]):
        height = here[column]
        dx, dy = here[column + 1] - height, below[column] - height
        steep = np.sqrt((dx * dx + dy * dy) * inverse * inverse + np.float32(1e-8))
        level = height * inverse
        number = np.floor(level + half)
        fifth = number - np.float32(5) * np.floor(number * np.float32(0.2) + np.float32(0.1)) == nil
        ink = min(max((broad if fifth else width) + half - abs(level - number) / steep, nil), one)
        # Lines that crowd, or that a plain stretches into blots, give way.
        ink *= min(np.float32(0.30) / steep, one) * min(steep * np.float32(90), one) * loud[column]
        mark[column] = -ink if fifth else ink * np.float32(0.62)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _tint(here, loud, last, at):  # type: ignore[no-untyped-def]
    """Which tone lies under the middle of every four pixels of a row: the land is long."""
    half, nil, one = np.float32(0.5), np.float32(0), np.float32(1)
    most = loud.shape[0] - 1
    for four in range(at.shape[0]):
        left, right = min(4 * four + 1, most), min(4 * four + 2, most)
        height = half * (here[left] + here[right])
        tint = height * np.float32(0.19) * (np.float32(0.25) + np.float32(0.75) * loud[left]) + half
        at[four] = np.int32(min(max(tint, nil), one) * last)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _ink(tone, mark, thin, thick, out):  # type: ignore[no-untyped-def]
    for column in range(out.shape[0]):
        pen = thick if mark[column] < np.float32(0) else thin
        out[column] = tone[column] + (pen - tone[column]) * abs(mark[column])


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _map(rgb, across_sin, across_cos, down_sin, down_cos, tones, ink, strong, loud, step, width):  # type: ignore[no-untyped-def]
    """Tint by height and draw the lines. The waves across reach one column beyond the canvas."""
    rows, columns = rgb.shape[1], rgb.shape[2]
    fours = (columns + 3) // 4
    here, below = np.empty(columns + 1, np.float32), np.empty(columns + 1, np.float32)
    mark, at = np.empty(columns, np.float32), np.empty(fours, np.int32)
    tone, pairs, wide = np.empty(fours, np.float32), np.empty(2 * fours, np.float32), np.empty(4 * fours, np.float32)
    _land(across_sin, across_cos, down_sin, down_cos, 0, below)
    for row in range(rows):
        here, below = below, here
        _land(across_sin, across_cos, down_sin, down_cos, row + 1, below)
        _lines(here, below, loud[row], step, width, mark)
        _tint(here, loud[row], np.float32(tones.shape[1] - 1), at)
        for channel in range(3):
            for four in range(fours):
                tone[four] = tones[channel, at[four]]
            double_line(tone, pairs)
            double_line(pairs, wide)
            _ink(wide, mark, ink[channel], strong[channel], rgb[channel, row])


class Contours:
    """Seven long waves add up to land; every fifth line is bolder. Behind the text the lines are only a trace."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.fine()
        rows = self._rgb.shape[1]
        dice, tones = stage.dice, stage.tones
        heading = np.linspace(0, np.pi, _WAVES, endpoint=False) + dice.uniform(-0.2, 0.2, _WAVES)
        length = np.array([1.9, 2.6, 3.1, 3.9, 4.6, 5.6, 7.0])[dice.permutation(_WAVES)]
        self._size = 2.1 / length**0.9
        self._phase = dice.uniform(0, 2 * np.pi, _WAVES)
        self._drift = dice.uniform(0.005, 0.010, _WAVES) * dice.choice([-1.0, 1.0], _WAVES)
        x, y = stage.places(self._rgb)
        self._x = np.outer(length * np.cos(heading), _beyond(x[0]))
        down = np.outer(length * np.sin(heading), _beyond(y[:, 0]))
        self._down = (np.sin(down).astype(np.float32), np.cos(down).astype(np.float32))
        self._loud = (1 - 0.84 * stage.calm(self._rgb)).astype(np.float32)
        if stage.dark:
            stops = (
                tones.shade(0.3),
                tones.ground,
                tones.tone("primary", 0.20),
                tones.tone("primary", 0.55),
                tones.tone("secondary", 0.85),
            )
            ink, strong = tones.tone("primary", 1.45), tones.tone("secondary", 1.75)
        else:
            stops = (
                tones.tone("primary", 0.55),
                tones.tone("primary", 0.28),
                tones.ground,
                tones.light(0.7),
                tones.light(1.0),
            )
            ink, strong = (
                tones.tone("primary", 1.35),
                mixed(tones.tone("primary", 1.7), tones.tone("secondary", 1.7), 0.4),
            )
        self._tones = np.ascontiguousarray(ramp(stops, 8192).T)
        self._ink, self._strong = encode(np.array(ink)), encode(np.array(strong))
        self._width = np.float32(0.62 * rows / (540 * stage.height))

    def key(self, n: int) -> Hashable:
        """The frame whose picture stands at `n`."""
        return self._stage.held(n)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        phase = self._phase + self._drift * self._stage.seconds(self._stage.held(n))
        across = self._x + phase[:, None]
        size = self._size[:, None]
        _map(
            self._rgb,
            (size * np.sin(across)).astype(np.float32),
            (size * np.cos(across)).astype(np.float32),
            *self._down,
            self._tones,
            self._ink,
            self._strong,
            self._loud,
            np.float32(_STEP),
            self._width,
        )
        fill_smooth(self._rgb, planes)


def _beyond(places: Field) -> Field:
    """`places` and one more, from which the slope at the last one is taken."""
    return np.append(places, 2 * places[-1] - places[-2])

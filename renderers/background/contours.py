"""Contours: the lines of a map of hills that rise and sink very slowly."""

from __future__ import annotations

from collections.abc import Hashable

import numba
import numpy as np

from renderers.background.stage import Stage
from renderers.background.tones import encode, mixed, ramp
from renderers.layer import Planes
from renderers.planes import fill_smooth

_WAVES = 7
_STEP = 0.26
"""Height between two lines; the land reaches from about -2 to 2."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _map(rgb, across_sin, across_cos, down_sin, down_cos, tones, ink, strong, loud, step, width):  # type: ignore[no-untyped-def]
    """Tint by height and draw the lines.

    A wave over the plane is a sum of products of waves along x and along y, so no sine is taken for a pixel.
    """
    rows, columns = rgb.shape[0], rgb.shape[1]
    waves = across_sin.shape[0]
    last = np.float32(tones.shape[0] - 1)
    here = np.empty(columns, np.float32)
    below = np.empty(columns, np.float32)
    inverse = np.float32(1) / step
    nearest = (width * np.float32(1.7) + np.float32(0.5)) ** 2
    half, nil, one = np.float32(0.5), np.float32(0), np.float32(1)
    for row in range(-1, rows):
        for column in range(columns):
            here[column] = below[column]
            below[column] = nil
        following = min(row + 1, rows - 1)
        for w in range(waves):
            a, b = down_cos[w, following], down_sin[w, following]
            for column in range(columns):
                below[column] += across_sin[w, column] * a + across_cos[w, column] * b
        if row < 0:
            continue
        for column in range(columns):
            height = here[column]
            dx = here[column + 1] - height if column + 1 < columns else height - here[column - 1]
            dy = below[column] - height
            steep = (dx * dx + dy * dy) * inverse * inverse + np.float32(1e-8)
            level = height * inverse
            number = np.floor(level + half)
            away = abs(level - number)
            mark, fifth = nil, nil
            if away * away < nearest * steep:
                steep = np.sqrt(steep)
                fifth = number - np.float32(5) * np.floor(number / np.float32(5))
                broad = width * np.float32(1.7) if fifth == 0 else width
                mark = min(max(broad + half - away / steep, nil), one)
                # Lines that crowd, or that a plain stretches into blots, give way.
                mark *= min(np.float32(0.30) / steep, one) * min(steep * np.float32(90), one)
                mark *= loud[row, column] * (one if fifth == 0 else np.float32(0.62))
            at = height * np.float32(0.19) * (np.float32(0.25) + np.float32(0.75) * loud[row, column]) + half
            i = np.uint32(min(max(at, nil), one) * last)
            for c in range(3):
                pen = strong[c] if fifth == 0 else ink[c]
                rgb[row, column, c] = tones[i, c] + (pen - tones[i, c]) * mark


class Contours:
    """Seven long waves add up to land; every fifth line is bolder. Behind the text the lines are only a trace."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.fine(500)
        rows, columns = self._rgb.shape[:2]
        dice, tones = stage.dice, stage.tones
        heading = np.linspace(0, np.pi, _WAVES, endpoint=False) + dice.uniform(-0.2, 0.2, _WAVES)
        length = np.array([1.9, 2.6, 3.1, 3.9, 4.6, 5.6, 7.0])[dice.permutation(_WAVES)]
        self._size = 2.1 / length**0.9
        self._phase = dice.uniform(0, 2 * np.pi, _WAVES)
        self._drift = dice.uniform(0.005, 0.010, _WAVES) * dice.choice([-1.0, 1.0], _WAVES)
        x, y = stage.places(self._rgb)
        self._x = np.outer(length * np.cos(heading), x[0])
        down = np.outer(length * np.sin(heading), y[:, 0])
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
        self._tones = ramp(stops, 2048)
        self._ink, self._strong = encode(np.array(ink)), encode(np.array(strong))
        self._width = np.float32(0.62 * rows / (540 * stage.height))

    def key(self, n: int) -> Hashable:
        """Every frame is its own."""
        return n

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        phase = self._phase + self._drift * self._stage.seconds(n)
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
        fill_smooth(self._rgb, planes, self._stage.seed)

"""Grid: a field of fine dots through which a wave of light passes."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from renderers.background.discs import Discs
from renderers.background.stage import STEADY, Stage
from renderers.background.tones import along, encode, ramp
from renderers.gradients import fill_smooth
from renderers.layer import Planes
from renderers.planes import copy_planes, empty_planes

_PITCH = 40 / 1080
"""Short sides between dots: 40 units."""


class Grid:
    """A halftone that grows away from the text; the dots stay in place, and a slow swell passes through their size."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._base = empty_planes(stage.format.width, stage.format.height)
        self._fill_base()
        down, across = int(stage.height / _PITCH), int(stage.width / _PITCH)
        rows, columns = np.mgrid[0 : down + 1, 0 : across + 1]
        self._x = columns.ravel() * _PITCH + (stage.width - across * _PITCH) / 2
        self._y = rows.ravel() * _PITCH + (stage.height - down * _PITCH) / 2
        across_share, down_share = self._x / stage.width, self._y / stage.height
        lean = 0.62 * across_share + 0.50 * down_share if stage.wide else 0.22 * across_share + 0.84 * down_share
        self._size = np.clip((lean - 0.42) / 0.56, 0, 1)
        self._phase = stage.dice.uniform(0, 2 * np.pi, 4)
        tones = stage.tones
        hue = 0.5 + 0.5 * np.sin(1.7 * self._x + 2.3 * self._y + self._phase[3])
        if stage.dark:
            line = ramp((tones.tone("primary", 1.5), tones.tone("secondary", 1.6)), 64)
        else:
            line = ramp((tones.tone("primary", 1.5), tones.tone("secondary", 1.5)), 64)
        colours = line[(hue * 63).astype(int)].copy()
        bright = stage.dice.random(len(hue)) < 0.02
        colours[bright] = encode(np.array(tones.tone("accent", 2.6 if stage.dark else 1.9)))
        self._bright = bright
        self._discs = Discs(colours)

    def _fill_base(self) -> None:
        stage, tones = self._stage, self._stage.tones
        low = stage.canvas(135)
        x, y = stage.places(low)
        centre = (0.74 * stage.width, 0.45) if stage.wide else (0.5 * stage.width, 0.62 * stage.height)
        away = np.clip(np.hypot((x - centre[0]) / 1.25, (y - centre[1]) / (0.95 if stage.wide else 1.2)), 0, 1)
        if stage.dark:
            stops = (tones.tone("primary", 0.50), tones.tone("primary", 0.28), tones.ground, tones.shade(0.2))
        else:
            stops = (tones.light(0.9), tones.light(0.4), tones.ground, tones.tone("primary", 0.14))
        fill_smooth(along(ramp(stops, 1024), away), self._base)

    def key(self, n: int) -> Hashable:
        """The frame whose picture stands at `n`."""
        return self._stage.held(n, STEADY)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        t, p = self._stage.seconds(self._stage.held(n, STEADY)), self._phase
        x, y = self._x, self._y
        swell = np.sin(3.4 * x + 2.2 * y - 0.36 * t + p[0] + 0.9 * np.sin(1.7 * y - 0.8 * x + 0.13 * t + p[1]))
        cross = np.sin(2.6 * y - 2.1 * x + 0.27 * t + p[2])
        level = self._size**1.1 * np.clip(0.66 + 0.30 * swell + 0.14 * cross, 0, 1.1)
        unit = self._stage.format.scale * 1080
        radius = (1.3 + 13.5 * level) / 1080 * unit
        opacity = np.clip(4.0 * self._size, 0, 1) * (0.58 + 0.34 * level)
        copy_planes(self._base, planes)
        self._discs.stamp(planes, x * unit, y * unit, radius, opacity)

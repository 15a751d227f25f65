"""Horizon: hills behind hills in the mist, and a low sun where the presenter stands."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from renderers.background.bands import hidden, opaque, paint_bands, slopes
from renderers.background.stage import Stage
from renderers.background.tones import Colours, along, mixed, ramp
from renderers.gradients import fill_smooth
from renderers.layer import Planes

_HILLS = 6
_SPEEDS = (0.0016, 0.0027, 0.0043, 0.0066, 0.0097, 0.0138)
"""Short sides a second each hill passes by, far to near: 2 to 15 units, as seen from a slow train."""


class Horizon:
    """Ridges from sums of sines, each further one paler; the camera moves along them, so near ones pass faster."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.fine()
        rows, columns = self._rgb.shape[1:]
        self._unit = rows / stage.height
        self._x = np.linspace(0, stage.width, columns, dtype=np.float32)
        self._start = stage.dice.uniform(0, 40, _HILLS)
        self._detail = stage.dice.uniform(0.85, 1.2, (_HILLS, 4))
        tones = stage.tones
        self._sky = self._make_sky()
        np.copyto(self._rgb, self._sky)
        ramps = []
        for k in range(_HILLS):
            role, near = "secondary" if k < 2 else "primary", k / (_HILLS - 1)
            if stage.dark:
                # At night the mist holds the light: far ridges glow, near ones are silhouettes.
                crest = mixed(tones.tone(role, 0.70 * (1 - near) + 0.14), tones.shade(0.5), 0.75 * near)
                mist = mixed(tones.tone(role, 0.80 * (1 - near) + 0.20), tones.shade(0.3), 0.5 * near)
            else:
                strength = 0.16 + 1.04 * near**1.12
                crest = tones.tone(role, 1.05 * strength)
                mist = mixed(tones.tone(role, 0.38 * strength), tones.light(0.4), 0.35)
            band = opaque(ramp((crest, mixed(crest, mist, 0.45), mist, mist), 1024))
            ramps.append(np.stack([band, band]))
        self._ramps = np.stack(ramps)
        self._shadow = np.ones((_HILLS, 3), np.float32)
        self._reach = np.zeros((_HILLS, columns), np.float32)
        self._glow = np.zeros((_HILLS, columns), np.float32)
        self._span = np.repeat((np.linspace(0.16, 0.42, _HILLS) * self._unit)[:, None], columns, 1).astype(np.float32)
        self._first = int(rows * (0.55 if stage.wide else 0.50) * 0.9)

    def _make_sky(self) -> Colours:
        stage, tones = self._stage, self._stage.tones
        x, y = stage.places(self._rgb)
        level = 0.66 if stage.wide else 0.60
        high = np.clip(1 - y / (level * stage.height), 0, 1) + 0 * x
        if stage.dark:
            stops = (tones.tone("primary", 0.62), tones.tone("secondary", 0.30), tones.ground, tones.shade(0.2))
        else:
            stops = (tones.light(0.95), tones.ground, tones.tone("secondary", 0.12), tones.tone("primary", 0.30))
        sky = along(ramp(stops, 1024), high)
        centre = (0.70 * stage.width, 0.43) if stage.wide else (0.60 * stage.width, 0.50 * stage.height)
        radius = 0.27 if stage.wide else 0.30
        away = np.hypot(x - centre[0], y - centre[1])
        disc = np.clip((radius - away) * self._unit + 0.5, 0, 1)
        halo = np.clip(1 - away / (radius * 3.4), 0, 1) ** 2.2
        down = np.clip((y - centre[1] + radius) / (2 * radius), 0, 1) + 0 * x
        if stage.dark:
            # Dark orange is brown, so at night the disc is a moon in the brand's own tone.
            glow, top, low = tones.tone("secondary", 0.9), tones.tone("secondary", 1.15), tones.tone("primary", 0.8)
        else:
            glow, top, low = tones.tone("accent", 0.34), tones.tone("accent", 0.95), tones.tone("accent", 0.35)
        sky += (ramp((glow,), 1).T[..., None] - sky) * (0.62 * halo)
        face = along(ramp((top, low), 256), down)
        sky += (face - sky) * (0.92 * disc)
        return np.asarray(sky, np.float32)

    def _crests(self, t: float) -> np.ndarray:
        """The ridge of each hill for every column, in rows."""
        stage = self._stage
        level, fall = (0.60, 0.075) if stage.wide else (0.56, 0.085)
        crests = []
        for k in range(_HILLS):
            a, b, c, d = self._detail[k].tolist()
            at = self._x * (1.0 + 0.06 * k) + float(self._start[k] + t * _SPEEDS[k])
            size = (0.036, 0.045, 0.050, 0.055, 0.060, 0.050)[k]
            shape = np.sin(1.9 * a * at) + 0.48 * np.sin(4.3 * b * at + 1.3) + 0.17 * np.sin(9.1 * c * at + 0.4)
            fine = 0.045 * np.sin(21 * d * at) if k < 3 else 0.0
            crests.append(level * stage.height + fall * k * stage.height - size * (shape + fine))
        return np.asarray(np.array(crests) * self._unit)

    def key(self, n: int) -> Hashable:
        """The frame whose picture stands at `n`."""
        return self._stage.held(n)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        crests = self._crests(self._stage.seconds(self._stage.held(n)))
        paint_bands(
            self._rgb,
            self._sky,
            crests,
            hidden(crests),
            slopes(crests),
            self._span,
            self._glow,
            self._ramps,
            self._shadow,
            self._reach,
            self._first,
        )
        fill_smooth(self._rgb, planes)

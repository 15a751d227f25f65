"""Paper: sheets of cut paper laid over one another from two corners, with soft shadows between them."""

from __future__ import annotations

import math
from collections.abc import Hashable

import numpy as np

from renderers.background.bands import hidden, opaque, paint_bands, slopes
from renderers.background.stage import Stage
from renderers.background.tones import Colours, along, encode, mixed, ramp
from renderers.gradients import fill_smooth
from renderers.layer import Planes

_BELOW, _ABOVE = 4, 3
_STRETCH = 2
"""Widths of a canvas column, in rows: no edge is steep."""
_SHADOW = 0.075
"""How far a shadow reaches, in short sides."""


class Paper:
    """Wavy sheets rising at the lower right and hanging from the upper right; they shift by a finger's breadth."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.fine(_STRETCH)
        rows, columns = self._rgb.shape[1:]
        self._unit = rows / stage.height
        self._u = np.linspace(0, 1, columns, dtype=np.float32)
        self._phase = stage.dice.uniform(0, 2 * np.pi, (_BELOW + _ABOVE, 3))
        self._ground = self._make_ground()
        tones = stage.tones
        # Text comes as far down as the lowest sheet, and on light sheets it lies in their shadows too.
        plan = (
            ("primary", 0.45),
            ("secondary", 0.72),
            ("primary", 0.9 if stage.dark else 0.84),
            # Dark orange is brown: at night the lowest sheet takes the brand's own colour.
            ("primary", 1.0) if stage.dark else ("accent", 1.0),
            ("secondary", 0.32),
            ("primary", 0.62),
            ("secondary", 1.0),
        )
        ramps = []
        for k, (role, strength) in enumerate(plan):
            face = tones.tone(role, strength)
            lip = (
                mixed(face, tones.light(1.0, role), 0.55)
                if not stage.dark
                else tones.tone(role, min(1.2 * strength, 1.1))
            )
            far = tones.tone(role, strength * 0.86)
            stops = [lip, face] + [mixed(face, far, t / 30) for t in range(30)]
            band = opaque(ramp(stops, 1024))
            ramps.append(np.stack([band, band] if k < _BELOW else [band[:, ::-1], band[:, ::-1]]))
        self._ramps = np.stack(ramps)
        tint = encode(np.array(tones.tone("primary", 1.0)))
        depth = 0.5 if stage.dark else 0.13
        self._shadow = np.repeat((1 - depth * (1.5 - 0.5 * tint / tint.max()))[None], len(plan), 0).astype(np.float32)
        self._glow = np.zeros((len(plan), columns), np.float32)

    def _make_ground(self) -> Colours:
        """The lowest sheet, with light from the upper left."""
        stage, tones = self._stage, self._stage.tones
        x, y = stage.places(self._rgb)
        away = np.clip(0.5 * x / stage.width + 0.5 * y / stage.height, 0, 1)
        stops = (
            (tones.tone("primary", 0.30), tones.ground, tones.shade(0.2))
            if stage.dark
            else (tones.light(0.8), tones.ground, tones.tone("primary", 0.16))
        )
        return along(ramp(stops, 1024), away)

    def _edges(self, t: float) -> tuple[np.ndarray, np.ndarray]:
        """Top and bottom of every sheet for every column, in rows."""
        stage, u = self._stage, self._u
        height = stage.height
        tops, bottoms = [], []
        for k in range(_BELOW + _ABOVE):
            p = self._phase[k].tolist()
            sway = 0.012 * math.sin(0.23 * t + p[0]) + 0.007 * math.sin(0.37 * t + p[1])
            slide = 0.02 * math.sin(0.17 * t + p[2])
            v = u + slide
            if k < _BELOW:
                scallop = 0.055 * np.sin(5.2 * v + p[1]) + 0.028 * np.sin(9.5 * v + p[2])
                if stage.wide:
                    edge = (
                        0.94
                        + 0.074 * k
                        - 0.60 * np.clip(v - 0.12 - 0.035 * k, 0, None) ** 1.35
                        + scallop * (0.35 + 0.75 * u)
                        + sway
                    )
                else:
                    edge = height * (0.66 + 0.085 * k) - 0.26 * np.clip(v, 0, None) ** 1.3 + 0.8 * scallop + sway
                tops.append(edge)
                bottoms.append(np.full_like(edge, height + 0.2))
            else:
                j = k - _BELOW
                scallop = 0.040 * np.sin(6.3 * v + p[1]) + 0.018 * np.sin(11.0 * v + p[0])
                if stage.wide:
                    edge = (
                        -0.06
                        - 0.065 * j
                        + 0.42 * np.clip(v - 0.50 - 0.055 * j, 0, None) ** 1.15
                        + scallop * np.clip(3 * (u - 0.45), 0, 1)
                        + sway
                    )
                else:
                    edge = height * (0.085 - 0.030 * j) + 0.10 * np.clip(v - 0.15 * j, 0, None) + 0.7 * scallop + sway
                tops.append(np.full_like(edge, -0.9))
                bottoms.append(edge)
        return np.array(tops) * self._unit, np.array(bottoms) * self._unit

    def key(self, n: int) -> Hashable:
        """The frame whose picture stands at `n`."""
        return self._stage.held(n)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        top, bottom = self._edges(self._stage.seconds(self._stage.held(n)))
        moving = np.concatenate([top[:_BELOW], bottom[_BELOW:]])
        span = np.full_like(top, 0.7 * self._unit)
        bottom[:_BELOW] = hidden(top[:_BELOW])
        top[_BELOW:] = bottom[_BELOW:] - span[_BELOW:]
        sharp = slopes(moving)
        # The shadow is as wide as on a canvas with square pixels.
        reach = _SHADOW * self._unit * sharp / slopes(moving, _STRETCH)
        paint_bands(
            self._rgb,
            self._ground,
            top,
            bottom,
            sharp,
            span,
            self._glow,
            self._ramps,
            self._shadow,
            reach,
            strip=2,
        )
        fill_smooth(self._rgb, planes)

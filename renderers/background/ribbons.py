"""Ribbons: veils of satin that sweep through the frame, each lit along its upper edge and melting away below it."""

from __future__ import annotations

import math
from collections.abc import Hashable

import numpy as np

from renderers.background.bands import fading, paint_bands, slopes
from renderers.background.stage import Stage
from renderers.background.tones import Colours, along, encode, mixed, ramp
from renderers.gradients import fill_smooth
from renderers.layer import Planes

_ROLES = ("primary", "secondary", "primary", "accent", "secondary", "primary")
_STRENGTHS = (0.5, 0.7, 0.92, 0.75, 1.0, 1.2)
_WIDTHS = (0.34, 0.30, 0.27, 0.10, 0.26, 0.36)
"""How far each veil reaches below its edge, in short sides."""
_STRETCH = 2
"""Widths of a canvas column, in rows: no edge is steep."""
_SHADOW = 0.06
"""How far a shadow reaches, in short sides."""


class Ribbons:
    """Six veils over a quiet ground, rising from the lower left; they cross and part as they sway."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.fine(_STRETCH)
        rows, columns = self._rgb.shape[1:]
        self._unit = rows / stage.height
        self._u = np.linspace(0, 1, columns, dtype=np.float32)
        self._phase = stage.dice.uniform(0, 2 * np.pi, (len(_ROLES), 4))
        self._ground = self._make_ground()
        self._ramps = np.stack([self._make_ramps(role, most) for role, most in zip(_ROLES, _STRENGTHS, strict=True)])
        tint = encode(np.array(stage.tones.ground))
        depth = 0.30 if stage.dark else 0.055
        left = 1 - depth * (1.6 - 0.6 * tint / tint.max())
        self._shadow = np.repeat(left[None], len(_ROLES), 0).astype(np.float32)

    def _make_ramps(self, role: str, most: float) -> Colours:
        """Two ramps: the veil facing the light, and turned from it."""
        tones = self._stage.tones
        if self._stage.dark:
            edge, body, tail = (
                tones.tone(role, 1.25 * most),
                tones.tone(role, 0.85 * most),
                tones.tone(role, 0.35 * most),
            )
            if role == "accent":
                # Dark orange is brown: here the accent is a fine lit edge, not a surface.
                edge, body = tones.tone(role, 1.95), tones.tone(role, 1.0)
                return np.stack(
                    [
                        fading(ramp((edge, body, tail), 1024), (0.95, 0.12, 0.0)),
                        fading(ramp((edge, tail), 1024), (0.5, 0.0)),
                    ]
                )
            facing = fading(ramp((edge, body, body, tail, tail), 1024), (0.95, 0.75, 0.42, 0.14, 0.0))
            turned = fading(ramp((body, tail, tail, tail), 1024), (0.6, 0.40, 0.16, 0.0))
        else:
            edge, body, tail = tones.tone(role, 1.1 * most), tones.tone(role, 0.7 * most), tones.light(0.7, role)
            facing = fading(ramp((edge, body, mixed(body, tail, 0.5), tail, tail), 1024), (0.95, 0.85, 0.55, 0.2, 0.0))
            turned = fading(ramp((tail, body, tail, tail), 1024), (0.95, 0.55, 0.25, 0.0))
        return np.stack([facing, turned])

    def _make_ground(self) -> Colours:
        stage, tones = self._stage, self._stage.tones
        x, y = stage.places(self._rgb)
        away = np.clip((0.55 * (1 - x / stage.width) + 0.45 * y / stage.height), 0, 1)
        if stage.dark:
            stops = (tones.tone("primary", 0.22), tones.ground, tones.shade(0.25))
        else:
            stops = (tones.light(0.8), tones.ground, tones.tone("primary", 0.12))
        return along(ramp(stops, 1024), away)

    def _edges(self, t: float) -> tuple[np.ndarray, np.ndarray]:
        """The upper edge (in rows) and the glow of each veil for every column."""
        stage, u = self._stage, self._u
        edges, glows = [], []
        for k, phase in enumerate(self._phase.tolist()):
            sway = 0.024 * math.sin(0.17 * t + phase[0]) + 0.011 * math.sin(0.29 * t + phase[1])
            bend = 0.05 * np.sin(3.4 * u + phase[2] + 0.085 * t) + 0.022 * np.sin(6.1 * u + phase[3] - 0.11 * t)
            rise = (0.92 - 0.10 * k) * np.clip(u, 0, None) ** (1.55 + 0.16 * k)
            base = (0.80, 0.86, 0.90, 0.93, 0.97, 1.04)[k]
            if not stage.wide:
                base, rise = (stage.height * (0.50 + 0.085 * k), 0.72 * rise)
            edges.append(base - 0.78 * rise + bend * (0.5 + 0.8 * u) + sway)
            glows.append(0.5 + 0.5 * np.sin(2.6 * u + 1.7 * k + phase[1] + 0.17 * t))
        return np.array(edges) * self._unit, np.array(glows, np.float32)

    def key(self, n: int) -> Hashable:
        """The frame whose picture stands at `n`."""
        return self._stage.held(n)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        top, glow = self._edges(self._stage.seconds(self._stage.held(n)))
        sharp = slopes(top)
        # Veil and shadow are as wide as on a canvas with square pixels.
        true = slopes(top, _STRETCH)
        span = np.array(_WIDTHS)[:, None] * self._unit / true
        reach = _SHADOW * self._unit * sharp / true
        paint_bands(
            self._rgb, self._ground, top, top + span, sharp, span, glow, self._ramps, self._shadow, reach, strip=8
        )
        fill_smooth(self._rgb, planes)

"""Orbit: fine rings about a far centre, and planets that travel on them without haste."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from renderers.background.discs import Discs
from renderers.background.stage import Stage
from renderers.background.tones import Lab, along, encode, ramp
from renderers.colour import from_oklab
from renderers.gradients import fill_smooth
from renderers.layer import Planes
from renderers.planes import blend, copy_planes, empty_planes
from renderers.raster import colour, skia, surface

_RINGS = 9
_SPEED = 14 / 1080
"""Short sides a second a planet travels."""
_TRAIL, _STAMPS = 0.18, 64
"""Length of a trail in short sides, and the discs it is made of: closer together than they are wide."""


class Orbit:
    """The rings are drawn once; only the planets move, each with a fading trail."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._unit = stage.format.scale * 1080
        dice, tones = stage.dice, stage.tones
        self._centre = (0.72 * stage.width, 0.50) if stage.wide else (0.5 * stage.width, 0.60 * stage.height)
        inner, step = (0.30, 0.115) if stage.wide else (0.30, 0.120)
        self._rings = inner + step * np.arange(_RINGS) * (1 + 0.045 * np.arange(_RINGS))
        self._base = empty_planes(stage.format.width, stage.format.height)
        self._fill_base()
        self._draw_rings()
        self._on = np.array([0, 1, 2, 2, 3, 4, 5, 6, 7])
        self._start = dice.uniform(0, 2 * np.pi, len(self._on))
        self._turn = dice.choice([-1.0, 1.0]) * dice.uniform(0.7, 1.0, len(self._on))
        self._size = np.array([7.0, 13.0, 5.0, 9.0, 18.0, 6.0, 10.0, 7.0, 12.0]) / 1080 * self._unit
        most = 2.4 if stage.dark else 1.9
        plan = ("primary", "accent", "secondary", "primary", "secondary", "accent", "primary", "secondary", "primary")
        core = encode(np.array([tones.tone(role, most) for role in plan]))
        self._planets = Discs(core)
        self._trail = Discs(np.repeat(core, _STAMPS, 0))

    def _fill_base(self) -> None:
        stage, tones = self._stage, self._stage.tones
        low = stage.canvas(180)
        x, y = stage.places(low)
        away = np.hypot(x - self._centre[0], y - self._centre[1])
        at = np.clip(away / (1.25 if stage.wide else 1.35), 0, 1)
        if stage.dark:
            stops: tuple[Lab, ...] = (
                tones.tone("primary", 0.70),
                tones.tone("primary", 0.40),
                tones.ground,
                tones.shade(0.25),
            )
        else:
            stops = (tones.light(1.0), tones.light(0.5), tones.tone("primary", 0.12), tones.tone("primary", 0.22))
        fill_smooth(along(ramp(stops, 1024), at), self._base)

    def _draw_rings(self) -> None:
        stage, tones = self._stage, self._stage.tones
        pixels = np.zeros((stage.format.height, stage.format.width, 4), np.uint8)
        canvas = surface(pixels).getCanvas()
        canvas.scale(self._unit, self._unit)
        away = 1.7 if stage.dark else 1.15
        for number, radius in enumerate(self._rings):
            role = "secondary" if number % 3 == 1 else "primary"
            tone = from_oklab(tones.tone(role, away))
            opacity = 0.85 * (1 - number / (_RINGS + 2.5)) ** 1.1
            paint = skia.Paint(
                AntiAlias=True,
                Style=skia.Paint.kStroke_Style,
                StrokeWidth=(2.2 if number % 3 else 3.0) / 1080,
                Color=colour(tone, opacity),
            )
            if number % 4 == 3:
                paint.setPathEffect(skia.DashPathEffect.Make([6 / 1080, 14 / 1080], 0))
            canvas.drawCircle(*self._centre, float(radius), paint)
        blend(pixels, self._base, 0, 0)

    def key(self, n: int) -> Hashable:
        """Every frame is its own."""
        return n

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        t = self._stage.seconds(n)
        radius = self._rings[self._on]
        angle = self._start + self._turn * t * _SPEED / radius
        copy_planes(self._base, planes)
        behind = np.linspace(_TRAIL, 0.0, _STAMPS, endpoint=False)
        arc = angle[:, None] - np.sign(self._turn)[:, None] * behind / radius[:, None]
        share = 1 - behind / _TRAIL
        x, y = self._place(radius, angle)
        # A planet that passes behind the text goes dim: it would look like a stray full stop.
        bright = 1 - 0.92 * self._stage.calm_at(x / self._unit, y / self._unit)
        trail_x, trail_y = self._place(radius[:, None], arc)
        width = np.tile((0.0012 + 0.0016 * share) * self._unit, len(radius))
        faint = bright[:, None] * 0.16 * share**2
        self._trail.stamp(planes, trail_x.ravel(), trail_y.ravel(), width, faint.ravel())
        halo = bright * (0.16 if self._stage.dark else 0.13)
        self._planets.stamp(planes, x, y, 1.6 * self._size, halo, 1.4 * self._size)
        self._planets.stamp(planes, x, y, self._size, 0.95 * bright)

    def _place(self, radius: np.ndarray, angle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return (
            (self._centre[0] + radius * np.cos(angle)) * self._unit,
            (self._centre[1] + radius * np.sin(angle)) * self._unit,
        )

"""Aurora: folds of silk in the brand's light, drawn small and enlarged smoothly."""

from __future__ import annotations

from collections.abc import Hashable

import numba
import numpy as np

from renderers.background.stage import Stage
from renderers.background.tones import sheet
from renderers.layer import Planes
from renderers.planes import fill_smooth

_SHORT = 135
"""Rows drawn for the short side: the finest fold is over twelve of them wide."""


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _fold(rgb, tones, calm, width, height, lean, rest, phase):  # type: ignore[no-untyped-def]
    rows, columns = rgb.shape[0], rgb.shape[1]
    last = tones.shape[0] - 1
    ca, sa = np.float32(np.cos(lean)), np.float32(np.sin(lean))
    for row in range(rows):
        y = np.float32((row + 0.5) * height / rows)
        for column in range(columns):
            x = np.float32((column + 0.5) * width / columns)
            along = ca * x + sa * y
            across = ca * y - sa * x
            sway = np.sin(np.float32(1.5) * along + np.float32(0.9) * across + phase[0])
            swirl = np.sin(np.float32(2.3) * across - np.float32(1.6) * along + np.float32(0.9) * sway + phase[1])
            turn = np.float32(4.9) * across + np.float32(0.95) * sway + np.float32(0.75) * swirl + phase[2]
            # Hanging cloth: rounded ridges, a light and a dark flank to each, and a narrow crease where they meet.
            rise = np.sin(turn)
            flank = np.cos(turn) * rise / np.sqrt(rise * rise + np.float32(0.035))
            ripple = np.sin(np.float32(2.0) * turn + np.float32(1.9) * swirl + np.float32(2.2) * along + phase[3])
            quiet = calm[row, column]
            depth = np.float32(1.0) - np.float32(0.66) * quiet
            shade = np.float32(0.5) + (np.float32(0.33) + np.float32(0.10) * swirl) * flank + np.float32(0.10) * ripple
            shade = rest + (shade - rest) * depth
            hue = np.float32(0.5) + np.float32(0.36) * np.sin(
                np.float32(1.1) * across + np.float32(1.7) * along + phase[4]
            )
            hue += np.float32(0.20) * swirl
            at = min(max(hue, np.float32(0)), np.float32(1)) * last
            i = min(int(at), last - 1)
            p = at - i
            at = min(max(shade, np.float32(0)), np.float32(1)) * last
            j = min(int(at), last - 1)
            q = at - j
            for c in range(3):
                near = tones[i, j, c] + (tones[i, j + 1, c] - tones[i, j, c]) * q
                far = tones[i + 1, j, c] + (tones[i + 1, j + 1, c] - tones[i + 1, j, c]) * q
                rgb[row, column, c] = near + (far - near) * p


class Aurora:
    """Silk that breathes: four waves, each bending the next, pick a hue and a depth of fold."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.canvas(_SHORT)
        self._calm = stage.calm(self._rgb)
        self._lean = np.float32(stage.dice.uniform(-0.75, -0.45) if stage.wide else stage.dice.uniform(-0.45, -0.2))
        self._start = stage.dice.uniform(0, 2 * np.pi, 5)
        self._drift = np.array([0.011, -0.014, 0.020, -0.023, 0.016]) * stage.dice.choice([-1, 1])
        self._rest = np.float32(0.34 if stage.dark else 0.80)
        tones = stage.tones
        rows = []
        for role, most in (("primary", 0.9), ("primary", 1.3), ("secondary", 1.15), ("secondary", 0.8)):
            if stage.dark:
                low, middle, high, peak = (
                    tones.shade(0.7),
                    tones.tone(role, 0.12),
                    tones.tone(role, 0.62 * most),
                    tones.tone(role, 1.15 * most),
                )
            else:
                low, middle, high = (
                    tones.tone(role, 1.15 * most),
                    tones.tone(role, 0.55 * most),
                    tones.tone(role, 0.18 * most),
                )
                peak = tones.light(0.9, role)
            rows.append((low, middle, high, peak))
        self._tones = sheet(rows)

    def key(self, n: int) -> Hashable:
        """Every frame is its own."""
        return n

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        phase = (self._start + self._drift * self._stage.seconds(n) * 2.0).astype(np.float32)
        _fold(
            self._rgb,
            self._tones,
            self._calm,
            np.float32(self._stage.width),
            np.float32(self._stage.height),
            self._lean,
            self._rest,
            phase,
        )
        fill_smooth(self._rgb, planes, self._stage.seed)

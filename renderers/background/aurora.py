"""Aurora: folds of silk in the brand's light, drawn small and enlarged smoothly."""

from __future__ import annotations

from collections.abc import Hashable

import numba
import numpy as np

from renderers.background.stage import Stage
from renderers.background.tones import mixed, sheet
from renderers.layer import Planes
from renderers.planes import fill_smooth

_SHORT = 135
"""Rows drawn for the short side: the finest fold is over twelve of them wide."""


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _fold(rgb, tones, calm, width, height, lean, phase):  # type: ignore[no-untyped-def]
    rows, columns = rgb.shape[0], rgb.shape[1]
    last = tones.shape[0] - 1
    ca, sa = np.float32(np.cos(lean)), np.float32(np.sin(lean))
    for row in range(rows):
        y = np.float32((row + 0.5) * height / rows)
        for column in range(columns):
            x = np.float32((column + 0.5) * width / columns)
            along = ca * x + sa * y
            across = ca * y - sa * x
            sway = np.sin(np.float32(1.7) * along + np.float32(1.1) * across + phase[0])
            swirl = np.sin(np.float32(2.6) * across - np.float32(1.3) * along + np.float32(1.2) * sway + phase[1])
            fold = np.sin(np.float32(4.4) * across + np.float32(1.5) * sway + np.float32(0.9) * swirl + phase[2])
            crease = np.sin(np.float32(8.2) * across + np.float32(1.9) * swirl + np.float32(1.3) * fold + phase[3])
            quiet = calm[row, column]
            depth = np.float32(1.0) - np.float32(0.62) * quiet
            shade = np.float32(0.5) + np.float32(0.5) * (np.float32(0.70) * fold + np.float32(0.24) * crease) * depth
            shade += np.float32(0.14) * quiet
            hue = np.float32(0.5) + np.float32(0.34) * sway + np.float32(0.16) * np.sin(
                np.float32(1.9) * across + np.float32(2.2) * along + phase[4])
            hue += np.float32(0.10) * (x / width - np.float32(0.5)) * np.float32(2.0)
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
        tones = stage.tones
        rows = []
        for role, most in (("secondary", 0.95), ("primary", 0.7), ("primary", 1.0), ("secondary", 0.8), ("accent", 0.85)):
            deep, middle = tones.tone(role, most), tones.tone(role, 0.5 * most)
            high = tones.light(0.8, role) if not stage.dark else tones.tone(role, most)
            low = deep if not stage.dark else tones.shade(0.55)
            rows.append((low, mixed(low, middle, 0.75), middle, high))
        self._tones = sheet(rows)

    def key(self, n: int) -> Hashable:
        """Every frame is its own."""
        return n

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        phase = (self._start + self._drift * self._stage.seconds(n) * 2.0).astype(np.float32)
        _fold(self._rgb, self._tones, self._calm, np.float32(self._stage.width), np.float32(self._stage.height), self._lean, phase)
        fill_smooth(self._rgb, planes, self._stage.seed)

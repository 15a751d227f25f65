"""Aurora: folds of silk in the brand's light, drawn small and enlarged smoothly."""

from __future__ import annotations

from collections.abc import Hashable

import numba
import numpy as np

from renderers.background.sheets import read_sheet
from renderers.background.stage import Stage
from renderers.background.tones import sheet
from renderers.gradients import fill_smooth
from renderers.layer import Planes

_SHORT = 135
"""Rows drawn for the short side: the finest fold is over twelve of them wide."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _sine(angle):  # type: ignore[no-untyped-def]
    """The sine to 4e-6: folded into a quarter turn, then Taylor's series. Unlike the library's, it runs in vectors."""
    turns = angle * np.float32(0.5 / np.pi)
    turns -= np.floor(turns + np.float32(0.5))
    x = abs(turns)
    x = min(x, np.float32(0.5) - x) * np.float32(2 * np.pi)
    q = x * x
    series = np.float32(1 / 362880)
    series = series * q + np.float32(-1 / 5040)
    series = series * q + np.float32(1 / 120)
    series = series * q + np.float32(-1 / 6)
    series = (series * q + np.float32(1)) * x
    return series if turns >= np.float32(0) else -series


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _fold_row(along, across, calm, rest, phase, hues, shades):  # type: ignore[no-untyped-def]
    nil, one = np.float32(0), np.float32(1)
    for column in range(hues.shape[0]):
        x, y = along[column], across[column]
        sway = _sine(np.float32(1.5) * x + np.float32(0.9) * y + phase[0])
        swirl = _sine(np.float32(2.3) * y - np.float32(1.6) * x + np.float32(0.9) * sway + phase[1])
        turn = np.float32(4.9) * y + np.float32(0.95) * sway + np.float32(0.75) * swirl + phase[2]
        # Hanging cloth: rounded ridges, a light and a dark flank to each, and a narrow crease where they meet.
        rise = _sine(turn)
        flank = _sine(turn + np.float32(np.pi / 2)) * rise / np.sqrt(rise * rise + np.float32(0.035))
        ripple = _sine(np.float32(2.0) * turn + np.float32(1.9) * swirl + np.float32(2.2) * x + phase[3])
        shade = np.float32(0.5) + (np.float32(0.33) + np.float32(0.10) * swirl) * flank + np.float32(0.10) * ripple
        shade = rest + (shade - rest) * (one - np.float32(0.66) * calm[column])
        hue = np.float32(0.5) + np.float32(0.36) * _sine(np.float32(1.1) * y + np.float32(1.7) * x + phase[4])
        hues[column] = min(max(hue + np.float32(0.20) * swirl, nil), one)
        shades[column] = min(max(shade, nil), one)


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _fold(rgb, tones, calm, width, height, lean, rest, phase):  # type: ignore[no-untyped-def]
    rows, columns = rgb.shape[1], rgb.shape[2]
    ca, sa = np.float32(np.cos(lean)), np.float32(np.sin(lean))
    along, across = np.empty(columns, np.float32), np.empty(columns, np.float32)
    hues, shades = np.empty(columns, np.float32), np.empty(columns, np.float32)
    for row in range(rows):
        y = np.float32((row + 0.5) * height / rows)
        for column in range(columns):
            x = np.float32((column + 0.5) * width / columns)
            along[column] = ca * x + sa * y
            across[column] = ca * y - sa * x
        _fold_row(along, across, calm[row], rest, phase, hues, shades)
        read_sheet(tones, hues, shades, rgb, row)


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
        """The frame whose picture stands at `n`."""
        return self._stage.held(n)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        phase = (self._start + self._drift * self._stage.seconds(self._stage.held(n)) * 2.0).astype(np.float32)
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
        fill_smooth(self._rgb, planes)

"""Studio: seamless paper, a pool of light, and sun through a window with leaves before it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.background.sheets import read_sheet
from renderers.background.stage import Field, Stage
from renderers.background.tones import mixed, sheet
from renderers.gradients import fill_smooth
from renderers.layer import Planes

_SHORT = 180
_ROOM = 0.35
"""How far the leaves' shadow reaches beyond the frame, in short sides, so that it can sway."""


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _shadow(leaves, x, y, strength, clear):  # type: ignore[no-untyped-def]
    """Dim a row of light by the leaves' shadow, read from row `y` and column `x` on, both fractions of a pixel.

    The shadow is as fine as the canvas, so that all pixels of a row lie between its pixels in the same way.
    """
    columns = clear.shape[0]
    down = min(max(np.int32(np.floor(y)), 0), leaves.shape[0] - 2)
    right = min(max(np.int32(np.floor(x)), 0), leaves.shape[1] - 1 - columns)
    q, p = y - np.float32(down), x - np.float32(right)
    upper, lower = leaves[down, right:], leaves[down + 1, right:]
    for column in range(columns):
        above = upper[column] + (upper[column + 1] - upper[column]) * p
        below = lower[column] + (lower[column + 1] - lower[column]) * p
        clear[column] *= np.float32(1) - (above + (below - above) * q) * strength


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _light(rgb, tones, still, window, leaves, room, sway):  # type: ignore[no-untyped-def]
    """Light the wall; `room` and `sway` (across, down, lean) are in pixels of the canvas."""
    rows, columns = rgb.shape[1], rgb.shape[2]
    one = np.float32(1)
    clear, warmth, level = np.empty(columns, np.float32), np.empty(columns, np.float32), np.empty(columns, np.float32)
    for row in range(rows):
        clear[:] = one
        lean = np.float32(row) + np.float32(0.5) - np.float32(0.5) * np.float32(rows)
        # Two crowns of leaves at different depths; the shadow is where either lies.
        _shadow(leaves, room + sway[0, 0] + sway[0, 2] * lean, np.float32(row) + room + sway[0, 1],
                np.float32(0.85), clear)  # fmt: skip
        _shadow(leaves, room + sway[1, 0] + sway[1, 2] * lean, np.float32(row) + room + sway[1, 1],
                np.float32(0.5), clear)  # fmt: skip
        for column in range(columns):
            sun = window[row, column] * clear[column]
            level[column] = min(max(still[row, column] + np.float32(0.46) * sun, np.float32(0)), one)
            warmth[column] = min(sun * np.float32(1.3), one)
        read_sheet(tones, warmth, level, rgb, row)


class Studio:
    """The wall is still; the leaves sway by some units, and the panes of light with them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.canvas(_SHORT)
        self._still = self._make_room()
        self._window = self._make_window()
        self._leaves = self._make_leaves()
        self._phase = stage.dice.uniform(0, 2 * np.pi, 6)
        tones = stage.tones
        if stage.dark:
            cool = (tones.shade(0.85), tones.shade(0.15), tones.tone("primary", 0.5), tones.tone("primary", 1.0))
            warm = [
                mixed(stop, tones.tone("accent", 1.0, chroma=0.6), share)
                for stop, share in zip(cool, (0.0, 0.05, 0.14, 0.26), strict=True)
            ]
        else:
            cool = (
                tones.tone("primary", 1.15, chroma=0.8),
                tones.tone("primary", 0.68, chroma=0.85),
                tones.tone("primary", 0.26),
                tones.light(0.85),
            )
            warm = [
                mixed(stop, tones.tone("accent", 0.45), share)
                for stop, share in zip(cool, (0.10, 0.30, 0.40, 0.16), strict=True)
            ]
        self._tones = sheet((cool, [mixed(a, b, 0.6) for a, b in zip(cool, warm, strict=True)], warm))

    def _make_room(self) -> Field:
        """Light on wall and floor without the sun, 0 (deep) to 1 (lit)."""
        stage = self._stage
        x, y = stage.places(self._rgb)
        centre = (0.70 * stage.width, 0.44) if stage.wide else (0.52 * stage.width, 0.50 * stage.height)
        size = (1.15, 0.85) if stage.wide else (0.95, 1.0)
        pool = np.exp(-(((x - centre[0]) / size[0]) ** 2) - ((y - centre[1]) / size[1]) ** 2)
        level = (0.17 + 0.33 * pool) if stage.dark else (0.36 + 0.20 * pool)
        floor = (y - 0.86 * stage.height) / 0.055
        bend = 1 / (1 + np.exp(-floor))
        # The sweep of paper darkens where it bends and catches light again on the floor.
        bump = np.exp(-(((y - 0.865 * stage.height) / 0.075) ** 2))
        less, more = (0.05, 0.05) if stage.dark else (0.07, 0.06)
        level = level - less * bump + more * bend * (0.4 + 0.6 * pool)
        return np.ascontiguousarray(level, np.float32)

    def _make_window(self) -> Field:
        """Where the sun comes through the panes, 0..1, with soft edges."""
        stage = self._stage
        x, y = stage.places(self._rgb)
        left, top, pane, tall = (0.98, -0.10, 0.26, 0.31) if stage.wide else (0.20, 0.40, 0.27, 0.36)
        lean = 0.30
        u = (x - left + lean * (y - top)) / pane
        v = (y - top - 0.10 * (x - left)) / tall
        blur = 0.11

        def soft(t: NDArray[Any]) -> Field:
            t = np.clip(0.5 + t / (2 * blur), 0, 1)
            return np.asarray(t * t * (3 - 2 * t), np.float32)

        light = np.zeros(np.broadcast(u, v).shape, np.float32)
        for column in range(3):
            for row in range(3):
                across = soft(u - column - 0.08) * soft(column + 0.92 - u)
                down = soft(v - row - 0.06) * soft(row + 0.94 - v)
                light = np.maximum(light, across * down)
        fall = np.clip(1.12 - 0.40 * np.hypot(x - left - 0.3, y - top - 0.3), 0.0, 1)
        return np.ascontiguousarray(light * fall, np.float32)

    def _make_leaves(self) -> Field:
        """The shadow of branches with leaves, 0..1, drawn once over more than the frame."""
        stage, dice = self._stage, self._stage.dice
        rows, columns = (side + 2 * round(_ROOM * _SHORT) + 1 for side in self._rgb.shape[1:])
        y, x = np.mgrid[0:rows, 0:columns] / _SHORT
        shadow = np.zeros((rows, columns))
        heart = (_ROOM + (1.42 if stage.wide else 0.70), _ROOM + (0.26 if stage.wide else 0.78))
        for branch in range(5):
            at = np.array(
                [heart[0] + 0.62 + dice.uniform(-0.1, 0.1), heart[1] - 0.55 + 0.26 * branch + dice.uniform(-0.05, 0.05)]
            )
            heading = np.pi * (0.86 + dice.uniform(-0.09, 0.09))
            for leaf in range(11):
                heading += dice.uniform(-0.16, 0.10)
                at = at + 0.085 * np.array([np.cos(heading), np.sin(heading)])
                side = heading + (0.85 if leaf % 2 else -0.85) + dice.uniform(-0.25, 0.25)
                middle = at + 0.055 * np.array([np.cos(side), np.sin(side)])
                long = ((x - middle[0]) * np.cos(side) + (y - middle[1]) * np.sin(side)) / 0.080
                short = ((y - middle[1]) * np.cos(side) - (x - middle[0]) * np.sin(side)) / 0.021
                # A leaf is where two arcs meet; its edge is as soft as the window's.
                shape = np.clip(1.25 * (1 - long * long) - np.abs(short) + 0.35, 0, 1) * (np.abs(long) < 1.15)
                shadow = np.maximum(shadow, shape * shape * (3 - 2 * shape))
        return shadow.astype(np.float32)

    def key(self, n: int) -> Hashable:
        """The frame whose picture stands at `n`."""
        return self._stage.held(n)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        t, p = self._stage.seconds(self._stage.held(n)), self._phase
        swing = np.sin(np.array([0.43, 0.61, 0.37, 0.36, 0.53, 0.31]) * t + p)
        # Sideways, up and down, and a lean, in short sides; the second crown hangs nearer and moves further.
        sway = np.array([[0.018, 0.008, 0.020], [0.026, 0.010, 0.025]]) * swing.reshape(2, 3)
        sway = ((sway + [[0.0, 0.0, 0.0], [0.12, -0.07, 0.0]]) * [_SHORT, _SHORT, 1]).astype(np.float32)
        _light(
            self._rgb,
            self._tones,
            self._still,
            self._window,
            self._leaves,
            np.float32(round(_ROOM * _SHORT)),
            sway,
        )
        fill_smooth(self._rgb, planes)

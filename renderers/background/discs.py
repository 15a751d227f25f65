"""Discs put straight into a YUV picture, at any sub-pixel place: planets, dots of light, defocused lamps."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

from renderers.background.tones import Colours
from renderers.layer import Planes


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _stamp(plane, x, y, radius, soft, value, opacity, rim):  # type: ignore[no-untyped-def]
    rows, columns = plane.shape
    half = np.float32(0.5)
    for k in range(len(x)):
        if opacity[k] <= np.float32(0.002):
            continue
        outer = radius[k] + soft[k]
        top, bottom = max(0, int(np.floor(y[k] - outer))), min(rows, int(np.ceil(y[k] + outer)) + 1)
        left, right = max(0, int(np.floor(x[k] - outer))), min(columns, int(np.ceil(x[k] + outer)) + 1)
        scale = half / soft[k]
        for row in range(top, bottom):
            dy = np.float32(row) + half - y[k]
            for column in range(left, right):
                dx = np.float32(column) + half - x[k]
                away = np.sqrt(dx * dx + dy * dy)
                cover = half + (radius[k] - away) * scale
                if cover <= 0:
                    continue
                cover = min(cover, np.float32(1))
                cover = cover * cover * (np.float32(3) - np.float32(2) * cover) * opacity[k]
                if rim[k] > 0:
                    near = away / radius[k]
                    cover *= np.float32(1) - rim[k] + rim[k] * min(near * near * near * near, np.float32(1))
                under = np.float32(plane[row, column])
                # A steady threshold per place spreads rounding, as the smooth filling does.
                threshold = np.float32((row * 29 + column * 53 + row * column * 7) & 63) / np.float32(64)
                plane[row, column] = np.uint8(
                    under + (value[k] - under) * cover + (threshold if cover < np.float32(0.995) else half)
                )


class Discs:
    """Discs of one set of colours. Colours are sRGB in 0..1, `(count, 3)`."""

    def __init__(self, colours: Colours) -> None:
        luma = colours @ np.array([0.2126, 0.7152, 0.0722], np.float32)
        self._y = (16 + 219 * luma).astype(np.float32)
        self._u = (128 + 224 / 1.8556 * (colours[:, 2] - luma)).astype(np.float32)
        self._v = (128 + 224 / 1.5748 * (colours[:, 0] - luma)).astype(np.float32)

    def stamp(
        self,
        planes: Planes,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        radius: NDArray[np.float64],
        opacity: NDArray[np.float64],
        soft: NDArray[np.float64] | float = 0.7,
        rim: NDArray[np.float64] | float = 0.0,
    ) -> None:
        """Blend the discs over `planes`, in order.

        `x`, `y`, `radius` in pixels; `soft` is half the width of the edge (pixels); `rim` in 0..1 makes the middle
        fainter than the edge, as a lens does.
        """
        count = len(x)
        edge = np.broadcast_to(np.asarray(soft, np.float32), count).astype(np.float32)
        ring = np.broadcast_to(np.asarray(rim, np.float32), count).astype(np.float32)
        shown = opacity.astype(np.float32)
        for plane, value, scale in ((planes.y, self._y, 1.0), (planes.u, self._u, 0.5), (planes.v, self._v, 0.5)):
            _stamp(
                plane,
                (x * scale).astype(np.float32),
                (y * scale).astype(np.float32),
                (radius * scale).astype(np.float32),
                np.maximum(edge * np.float32(scale), np.float32(0.5)),
                value,
                shown,
                ring,
            )

"""How far a photographed presenter's mouth is open in a film: as far as the painted mouth that is most like it.

The photo says how the lips look when they are shut, pressed or apart, whoever is seen in it: a person, a pet or a
drawing. No network is needed. Importing this module loads numba.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import Performance
from renderers.avatar.mouth_shapes import Channels, likest_gap, mouths
from renderers.avatar.photo.carrying import CELL, moves
from renderers.avatar.photo.controls import controls
from renderers.avatar.photo.layer import PhotoLayer
from renderers.avatar.photo.portrait import Portrait
from renderers.avatar.photo.rig import EDGE
from renderers.picture_format import PictureFormat, Rect

_TINT = "#808080"
_DEEP = 0.75
"""How far below the lips one looks, in shares of the jaw's way."""
_DIFFERENT = 1.0
"""Levels of luma from which on a place says something of how far the mouth is open."""

Points = NDArray[np.float64]
Samples = NDArray[np.float32]


class PhotoMouth:
    """The mouth of a portrait that is shown in `region`, sampled at `rows` × `columns` places about the lips.

    `framed`: the portrait is a picture with rounded corners, not a disc.
    """

    def __init__(
        self,
        portrait: Portrait,
        performance: Performance,
        region: Rect,
        framing: str,
        format: PictureFormat,
        rows: int,
        columns: int,
        *,
        framed: bool,
    ) -> None:
        # A disc is painted at the origin and laid where it belongs.
        place = format.pixels(region)
        inside = region if framed else Rect(0, 0, region.width, region.height)
        layer = PhotoLayer(portrait, performance, inside, format, framing, _TINT, framed=framed)
        self._figure = layer.figure
        left, top = layer.corner if framed else (int(place.x), int(place.y))
        self._origin = np.array([left - EDGE, top - EDGE], np.float64)
        mouth = self._figure.rig.face.mouth
        self.width = 2 * mouth.half
        u = np.linspace(-mouth.half, mouth.half, columns)
        v = np.linspace(float(mouth.top.min()), float(mouth.low.max()) + _DEEP * mouth.drop, rows)
        across, down = (part.ravel() for part in np.meshgrid(u, v))
        axes = mouth.axes
        self._points = np.column_stack(
            [axes.x + across * axes.cos - down * axes.sin, axes.y + across * axes.sin + down * axes.cos]
        )
        low, high = np.floor(self._points.min(axis=0) / 2) * 2, np.ceil(self._points.max(axis=0) / 2 + 1) * 2
        edges = self._figure.rig.y.shape[::-1]
        self._box = np.clip(np.concatenate([low, high]), 0, [*edges, *edges]).astype(np.int32)
        edge = np.array(self._figure.rig.y.shape)[::-1] - 1.001
        spots = np.clip(self._points, 0, edge)
        self._column, self._row = spots[:, 0].astype(int), spots[:, 1].astype(int)
        self._right = (spots[:, 0] - self._column).astype(np.float32)
        self._low = (spots[:, 1] - self._row).astype(np.float32)

    def spots(self, channels: Channels) -> Points:
        """Where the places are in a picture in which the presenter does this, in pixels (n × 2)."""
        rig = self._figure.rig
        field_x, field_y = moves(rig.carrier, controls(channels, rig.face.turned))
        x, y = self._points[:, 0] / CELL, self._points[:, 1] / CELL
        column, row = (
            np.clip(side.astype(int), 0, size - 2) for side, size in ((x, field_x.shape[1]), (y, len(field_x)))
        )
        right, low = x - column, y - row
        moved = [
            (field[row, column] * (1 - right) + field[row, column + 1] * right) * (1 - low)
            + (field[row + 1, column] * (1 - right) + field[row + 1, column + 1] * right) * low
            for field in (field_x, field_y)
        ]
        # A sample of the figure stands for its pixel's middle.
        return np.asarray(self._points + np.stack(moved, axis=1) + self._origin + 0.5, np.float64)

    def models(self, channels: Sequence[Channels]) -> NDArray[np.uint8]:
        """The luma of `mouths` of each of n frames: n × mouths × 1 × places."""
        painted = np.stack([[self._paint(each) for each in mouths(its)] for its in channels])
        return np.rint(np.clip(painted, 0, 255)).astype(np.uint8)[:, :, None]

    def openings(self, seen: NDArray[np.uint8], models: NDArray[np.uint8], planned: Samples) -> Points:
        """How far the mouth is open, as `aperture` has it, in each of n samplings of luma (n × places).

        `models` are those of the performance there; `planned` is not needed, as all about the mouth is known.
        """
        errors = list[Samples]()
        for painted, sample in zip(models[:, :, 0].astype(np.float32), seen.astype(np.float32), strict=True):
            counts = np.ptp(painted, axis=0) > _DIFFERENT
            # Light may differ by a little from the photo's; the lips' shape may not.
            error = (painted - sample)[:, counts]
            errors.append(np.square(error - error.mean(axis=1, keepdims=True) / 2).sum(axis=1))
        return likest_gap(np.stack(errors))

    def _paint(self, channels: Channels) -> Samples:
        luma = self._figure.paint_lips(controls(channels, self._figure.rig.face.turned), self._box)
        row, column, right, low = self._row, self._column, self._right, self._low
        above = luma[row, column] * (1 - right) + luma[row, column + 1] * right
        below = luma[row + 1, column] * (1 - right) + luma[row + 1, column + 1] * right
        painted: Samples = (above * (1 - low) + below * low).astype(np.float32)
        return painted

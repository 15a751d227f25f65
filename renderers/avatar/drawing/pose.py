"""Where things are when the head is turned: head space to the picture, by rotation in three dimensions."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from renderers.avatar.channels import REST
from renderers.avatar.drawing.curves import Outline, Points, path
from renderers.raster import skia

_TURN_DEPTH = -12.0
_NOD_HEIGHT, _NOD_DEPTH = 72.0, -18.0
_NECK_BASE = 140.0
_STEP = 20.0
_PROFILE_Y = (-125.0, -95.0, -55.0, 0.0, 60.0, 100.0, 122.0)
_PROFILE_Z = (14.0, 40.0, 55.0, 55.0, 60.0, 57.0, 46.0)


def face_depth(x: Points, y: Points) -> Points:
    """How far the surface of the face lies towards the viewer."""
    across = np.sqrt(np.clip(1 - (np.asarray(x) / 92.0) ** 2, 0.02, 1))
    return np.asarray(np.interp(y, _PROFILE_Y, _PROFILE_Z) * across)


def rim_depth(x: Points, y: Points) -> Points:
    """How far the edge of the face lies towards the viewer: the chin well ahead of the temples."""
    return np.asarray(np.interp(y, (-110, -60, 0, 60, 100, 121), (20, 6, 2, 12, 32, 44)) * np.ones_like(x))


class Pose:
    """One frame's channel values, and the projection they stand for.

    `values` may leave channels out, which are then at rest. `hair` is how far (units) loose hair trails behind.
    """

    def __init__(self, values: Mapping[str, float] | None = None, hair: tuple[float, float] = (0.0, 0.0)) -> None:
        self._values = {**REST, **(values or {})}
        self.hair = hair
        yaw, pitch, roll = (math.radians(self._values[name]) for name in ("yaw", "pitch", "roll"))
        self._yaw = math.cos(yaw), math.sin(yaw)
        self._pitch = math.cos(pitch), math.sin(pitch)
        self._roll = math.cos(roll), math.sin(roll)
        self._shift = self["head_x"] * _STEP, self["head_y"] * _STEP
        self.body = (self["lean"] * _STEP * 0.6, -3.0 * self["breath"] - 3.0 * self["shoulders"])

    def __getitem__(self, channel: str) -> float:
        return float(self._values[channel])

    def project(self, points: Points) -> Points:
        """Head-space points (n × 3) in the picture (n × 2)."""
        c, s = self._yaw
        deep = points[:, 2] - _TURN_DEPTH
        x = points[:, 0] * c + deep * s
        z = deep * c - points[:, 0] * s + _TURN_DEPTH
        c, s = self._pitch
        y = (points[:, 1] - _NOD_HEIGHT) * c + (z - _NOD_DEPTH) * s + _NOD_HEIGHT
        c, s = self._roll
        up = y - _NECK_BASE
        return np.column_stack([x * c - up * s + self._shift[0] + self.body[0] * 0.8,
                                x * s + up * c + _NECK_BASE + self._shift[1] + self.body[1] * 0.7])

    def spot(self, x: float, y: float, z: float | None = None) -> tuple[float, float]:
        """One head-space point in the picture; on the face's surface where no depth is given."""
        if z is None:
            z = float(face_depth(np.array([x]), np.array([y]))[0])
        found = self.project(np.array([[x, y, z]]))[0]
        return float(found[0]), float(found[1])

    def path(self, shape: Outline) -> skia.Path:
        """The outline as seen."""
        return path(self.project(shape.points), closed=shape.closed)

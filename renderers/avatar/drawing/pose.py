"""Where things are when the head is turned: head space to the picture, by rotation in three dimensions."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy as np

from renderers.avatar.channels import HANDS, REST
from renderers.avatar.drawing.curves import Outline, Points, Spot, path, smooth_path
from renderers.avatar.drawing.expression import express
from renderers.raster import skia

_TURN_DEPTH = -12.0
_NOD_HEIGHT, _NOD_DEPTH = 72.0, -18.0
_NECK_BASE = 140.0
_STEP = 20.0
_HIP = 640.0
_SHRUG = 9.0
_TURNS = ("yaw", "pitch", "roll")
Way = tuple[float, float]
PROFILE_Y = (-125.0, -95.0, -55.0, 0.0, 60.0, 100.0, 122.0)
PROFILE_Z = (14.0, 40.0, 55.0, 55.0, 60.0, 57.0, 46.0)


def face_depth(x: Points, y: Points) -> Points:
    """How far the surface of the face lies towards the viewer."""
    across = np.sqrt(np.clip(1 - (np.asarray(x) / 92.0) ** 2, 0.02, 1))
    return np.asarray(np.interp(y, PROFILE_Y, PROFILE_Z) * across)


def depth_at(x: float, y: float) -> float:
    """`face_depth` of one point."""
    i = bisect_left(PROFILE_Y, y)
    if i == 0:
        ridge = PROFILE_Z[0]
    elif i == len(PROFILE_Y):
        ridge = PROFILE_Z[-1]
    else:
        low, behind = PROFILE_Y[i - 1], PROFILE_Z[i - 1]
        ridge = behind + (PROFILE_Z[i] - behind) * (y - low) / (PROFILE_Y[i] - low)
    across = 1 - x * x / 8464.0
    return ridge * math.sqrt(across if across > 0.02 else 0.02)


def rim_depth(x: Points, y: Points) -> Points:
    """How far the edge of the face lies towards the viewer: the chin well ahead of the temples."""
    return np.asarray(np.interp(y, (-110, -60, 0, 60, 100, 121), (20, 6, 2, 12, 32, 44)) * np.ones_like(x))


def torso_depth(x: Points, y: Points) -> Points:
    """How far the front of the body lies towards the viewer; nothing at the neck, where the head takes over."""
    across = np.sqrt(np.clip(1 - (np.asarray(x) / 175.0) ** 2, 0.04, 1))
    return np.asarray(np.interp(y, (140, 210, 330, 480, 640, 760), (0, 26, 50, 40, 32, 20)) * across)


def shrug_share(x: Points, y: Points) -> Points:
    """How much of a shrug each point of the body goes along with."""
    return np.clip((np.abs(x) - 40) / 60, 0, 1) * np.clip((330 - np.asarray(y)) / 90, 0, 1)


class Pose:
    """One frame's channel values, and the projection they stand for.

    `values` may leave channels out, which are then at rest. `hair` is how far (units) loose hair trails behind. The
    projection is affine: the picture of a point is `point @ axes + origin`. `across`, `down` and `ahead` are the axes
    one by one, `flat` is all of it in one row. `torso` is the matrix of the body, to which `torso_pulls` belong: what
    `torso_depth` and `shrug_share` are to be multiplied with.
    """

    def __init__(self, values: Mapping[str, float] | None = None, hair: tuple[float, float] = (0.0, 0.0)) -> None:
        self._values = express({**REST, **(values or {})})
        self.hair = hair
        body_x, body_y = self["lean"] * _STEP * 0.6, -3.0 * self["breath"] - 3.0 * self["shoulders"]
        lean, turn = math.radians(self["torso_lean"]), math.radians(self["torso_turn"])
        sin, cos, wide, side = math.sin(lean), math.cos(lean), math.cos(turn), math.sin(turn)
        self.torso = (cos * wide, sin * wide, -sin, cos, sin * _HIP + body_x, _HIP - cos * _HIP + body_y)
        self.torso_pulls: tuple[Way, Way] = ((side * cos, side * sin), (0.0, -_SHRUG * self["shoulders"]))
        base_x, base_y = -sin * _NECK_BASE + sin * _HIP, cos * (_NECK_BASE - _HIP) + _HIP - _NECK_BASE
        self._neck = base_x + body_x * 0.8, base_y + body_y * 0.7
        turns = [(math.cos(turn), math.sin(turn)) for turn in (math.radians(self[name]) for name in _TURNS)]
        (ox, oy), *seen = (self._turn(corner, turns) for corner in ((0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)))
        self.across, self.down, self.ahead = ((x - ox, y - oy) for x, y in seen)
        self.flat = (*self.across, *self.down, *self.ahead, ox, oy)

    @property
    def axes(self) -> Points:
        """What a unit of x, y and depth is in the picture."""
        return np.array([self.across, self.down, self.ahead])

    @property
    def origin(self) -> Points:
        """Where the origin of head space is seen."""
        return np.array(self.flat[6:])

    def __getitem__(self, channel: str) -> float:
        return float(self._values[channel])

    def hand(self, side: str) -> dict[str, float]:
        """The weights of the shapes of the hand on a side, "left" or "right"; none where it is relaxed."""
        weights = {shape: self[f"{shape}_{side}"] for shape in HANDS}
        return {shape: weight for shape, weight in weights.items() if weight > 0}

    def torso_spot(self, x: float, y: float) -> tuple[float, float]:
        """Where one point of the body is seen."""
        a, b, c, d, e, f = self.torso
        depth, shrug = (float(field(np.array(x), np.array(y))) for field in (torso_depth, shrug_share))
        (turn_x, turn_y), (_, lift) = self.torso_pulls
        return a * x + c * y + e + depth * turn_x, b * x + d * y + f + depth * turn_y + shrug * lift

    def _turn(self, point: tuple[int, int, int], turns: Sequence[tuple[float, float]]) -> Way:
        """Where a point of head space is seen; `turns` is cosine and sine of yaw, pitch and roll."""
        (cos_yaw, sin_yaw), (cos_pitch, sin_pitch), (cos_roll, sin_roll) = turns
        deep = point[2] - _TURN_DEPTH
        x = point[0] * cos_yaw + deep * sin_yaw
        z = deep * cos_yaw - point[0] * sin_yaw + _TURN_DEPTH
        up = (point[1] - _NOD_HEIGHT) * cos_pitch + (z - _NOD_DEPTH) * sin_pitch + _NOD_HEIGHT - _NECK_BASE
        return (
            x * cos_roll - up * sin_roll + self["head_x"] * _STEP + self._neck[0],
            x * sin_roll + up * cos_roll + _NECK_BASE + self["head_y"] * _STEP + self._neck[1],
        )

    def project(self, points: Points) -> Points:
        """Head-space points (n × 3) in the picture (n × 2)."""
        return np.asarray(points @ self.axes + self.origin)

    def spot(self, x: float, y: float, z: float | None = None) -> tuple[float, float]:
        """One head-space point in the picture; on the face's surface where no depth is given."""
        if z is None:
            z = depth_at(x, y)
        a, b, c, d, e, f, g, h = self.flat
        return a * x + c * y + e * z + g, b * x + d * y + f * z + h

    def plane(
        self, depth: float, slope: float = 0.0, middle: float = 0.0, width: float = 1.0
    ) -> tuple[float, float, float, float, float, float]:
        """Where a plane of the head is seen: (x, y) at (a x + c y + e, b x + d y + f) for the answer a to f.

        The plane lies `depth` ahead at height `middle`, `slope` more a unit downwards, and is widened in x.
        """
        a, b, c, d, e, f, g, h = self.flat
        rest = depth - slope * middle
        return a * width, b * width, c + slope * e, d + slope * f, g + rest * e, h + rest * f

    def path(self, shape: Outline) -> skia.Path:
        """The outline as seen."""
        return path(self.project(shape.points), closed=shape.closed)

    def trace(self, spots: Sequence[Spot], lift: float = 0.0, lowest: float = 200.0) -> skia.Path:
        """The smooth closed outline through `spots` on the face, `lift` ahead of it; below `lowest` it lies upright."""
        a, b, c, d, e, f, g, h = self.flat
        seen = []
        for spot in spots:
            x, y = spot[0], spot[1]
            z = depth_at(x, y if y < lowest else lowest) + lift
            seen.append((a * x + c * y + e * z + g, b * x + d * y + f * z + h, spot[2] if len(spot) > 2 else 1.0))
        return smooth_path(seen)

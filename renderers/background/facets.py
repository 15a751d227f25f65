"""Facets: a wall of folded paper; the light wanders and each face answers by its own tilt."""

from __future__ import annotations

from collections.abc import Hashable

import numba
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Delaunay

from renderers.background.stage import STEADY, Field, Stage
from renderers.background.tones import Colours, ramp
from renderers.gradients import fill_smooth
from renderers.layer import Planes


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _shade(rgb, first, second, share, lit, bend, tones):  # type: ignore[no-untyped-def]
    """Colour every pixel by the light on its face; on an edge two faces share the pixel."""
    rows, columns = rgb.shape[1], rgb.shape[2]
    last = np.float32(tones.shape[1] - 1)
    red, green, blue = tones[0], tones[1], tones[2]
    at = np.empty(columns, np.int32)
    for row in range(rows):
        for column in range(columns):
            a, b = lit[first[row, column]], lit[second[row, column]]
            light = a + (b - a) * share[row, column] + bend[row, column]
            at[column] = np.int32(min(max(light, np.float32(0)), np.float32(1)) * last)
        for column in range(columns):
            rgb[0, row, column] = red[at[column]]
            rgb[1, row, column] = green[at[column]]
            rgb[2, row, column] = blue[at[column]]


class Facets:
    """A jittered net of triangles with seeded tilts; deepest at the presenter's side, almost flat behind the text."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rgb = stage.fine()
        dice = stage.dice
        corners = self._make_net()
        net = Delaunay(corners)
        faces = net.simplices
        middles = corners[faces].mean(1)
        raised = dice.uniform(-1, 1, len(corners)) * 0.09
        self._normals = _normals(corners, raised, faces)
        self._first, self._second, self._share = _rasterise(net, stage, self._rgb.shape[1:])
        x, y = stage.places(self._rgb)
        far = np.hypot(x - 0.72 * stage.width, y - 0.36 * stage.height)
        self._bend = ((0.07 - 0.09 * far) if stage.dark else (-0.02 + 0.06 * far)).astype(np.float32)
        # A face is calm as a whole, or its fold would fade within it.
        self._calm = stage.calm_at(middles[:, 0], middles[:, 1])
        self._rest = 0.30 if stage.dark else 0.74
        self._own = dice.uniform(-0.045, 0.045, len(faces))
        self._phase = dice.uniform(0, 2 * np.pi, 2)
        tones = stage.tones
        if stage.dark:
            stops = (
                tones.shade(0.55),
                tones.ground,
                tones.tone("primary", 0.55),
                tones.tone("primary", 1.05),
                tones.tone("secondary", 1.5),
            )
        else:
            stops = (
                tones.tone("primary", 1.35),
                tones.tone("primary", 0.9),
                tones.tone("secondary", 0.55),
                tones.tone("primary", 0.16),
                tones.light(1.0),
            )
        # So fine that a step is far below one of eight bits.
        self._tones: Colours = np.ascontiguousarray(ramp(stops, 8192).T)

    def _make_net(self) -> NDArray[np.float64]:
        stage, dice = self._stage, self._stage.dice
        step = 0.30
        down, across = round(stage.height / step) + 2, round(stage.width / step) + 2
        rows, columns = np.mgrid[-1 : down + 1, -1 : across + 1].astype(float)
        columns += 0.5 * (rows % 2)
        net = np.stack([columns, rows], -1).reshape(-1, 2) * step
        return np.asarray(net + dice.uniform(-0.27, 0.27, net.shape) * step)

    def key(self, n: int) -> Hashable:
        """The frame whose picture stands at `n`."""
        return self._stage.held(n, STEADY)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        t = self._stage.seconds(self._stage.held(n, STEADY))
        side = -0.55 + 0.42 * np.sin(0.13 * t + self._phase[0])
        up = -0.62 + 0.25 * np.sin(0.17 * t + self._phase[1])
        light = np.array([side, up, 0.9])
        light /= np.linalg.norm(light)
        lit = self._normals @ light
        lit = 0.34 * np.tanh(2.6 * (lit - 0.775)) + self._own
        middle = 0.42 if self._stage.dark else 0.50
        lit = self._rest + (middle - self._rest + lit) * (1 - 0.80 * self._calm)
        _shade(self._rgb, self._first, self._second, self._share, lit.astype(np.float32), self._bend, self._tones)
        fill_smooth(self._rgb, planes)


def _normals(
    corners: NDArray[np.float64], raised: NDArray[np.float64], faces: NDArray[np.int32]
) -> NDArray[np.float64]:
    """The unit normals of faces whose corners stand off the wall by `raised`, towards the viewer."""
    points = np.concatenate([corners, raised[:, None]], 1)[faces]
    normal = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    normal *= np.sign(normal[:, 2:3])
    return np.asarray(normal / np.linalg.norm(normal, axis=1, keepdims=True))


@numba.njit(cache=True, nogil=True, boundscheck=False, error_model="numpy")
def _lay(corners, beside, first, second, share):  # type: ignore[no-untyped-def]
    """Write each face into the pixels whose middle it holds; `beside[face, corner]` is the face opposite a corner."""
    rows, columns = first.shape
    distance = np.empty(3)
    for face in range(corners.shape[0]):
        a, b, c = corners[face, 0], corners[face, 1], corners[face, 2]
        area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        sense = 1.0 if area > 0 else -1.0
        top, bottom = max(0, int(min(a[1], b[1], c[1])) - 1), min(rows, int(max(a[1], b[1], c[1])) + 2)
        left, right = max(0, int(min(a[0], b[0], c[0])) - 1), min(columns, int(max(a[0], b[0], c[0])) + 2)
        for row in range(top, bottom):
            for column in range(left, right):
                x, y = column + 0.5, row + 0.5
                nearest = 0
                for side in range(3):
                    p, q = corners[face, (side + 1) % 3], corners[face, (side + 2) % 3]
                    across = (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0])
                    distance[side] = sense * across / np.hypot(q[0] - p[0], q[1] - p[1])
                    if distance[side] < distance[nearest]:
                        nearest = side
                if distance[nearest] >= 0:
                    first[row, column] = face
                    second[row, column] = beside[face, nearest] if beside[face, nearest] >= 0 else face
                    share[row, column] = max(0.5 - distance[nearest], 0.0)


def _rasterise(
    net: Delaunay, stage: Stage, shape: tuple[int, int]
) -> tuple[NDArray[np.int16], NDArray[np.int16], Field]:
    """For every pixel the face it lies in, the face across its nearest side, and that face's share where they meet."""
    unit = shape[0] / stage.height
    first, second, share = np.zeros(shape, np.int16), np.zeros(shape, np.int16), np.zeros(shape, np.float32)
    _lay(net.points[net.simplices] * unit, net.neighbors, first, second, share)
    return first, second, share

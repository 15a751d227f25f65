"""One frame of a photographed person: expression first, in the photo's own place, then the turn of the head."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import RIM, ROUND, Axes, EyeShape
from renderers.avatar.photo.carrying import carry
from renderers.avatar.photo.controls import Controls, controls
from renderers.avatar.photo.eye import Rows, lids, look, paint_eye, rims
from renderers.avatar.photo.laying import lay_person
from renderers.avatar.photo.mouth import shape
from renderers.avatar.photo.mouth_painting import paint_mouth
from renderers.avatar.photo.rig import EDGE, Rig
from renderers.avatar.photo.sampling import quads
from renderers.layer import Plane, Planes
from renderers.planes import empty_planes

Box = NDArray[np.int32]


class Figure:
    """The person of a rig, drawn frame after frame; every frame depends on its own channels alone."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        mouth = rig.face.mouth
        self._work = (rig.y.copy(), rig.u.copy(), rig.v.copy())
        self._alpha = rig.alpha.copy()
        self._sources = quads(rig.y), quads(rig.u), quads(rig.v)
        self._matte = quads(rig.alpha)
        y, u, v = self._work
        self._quads = quads(y), quads(u), quads(v), quads(self._alpha)
        self._mouth_box = _evened(_box(mouth.axes, mouth.u, mouth.still, mouth.throat, rig))
        self._balls = [np.stack([eye.upper, eye.lower]).astype(np.float32) for eye in rig.face.eyes]
        self._rims = [rims(eye) for eye in rig.face.eyes]
        self._eye_boxes = [
            _eye_box(eye, ring[0], ring[1], rig) for eye, ring in zip(rig.face.eyes, self._rims, strict=True)
        ]
        self._tones = np.array([rig.light.teeth, rig.light.tongue, rig.light.cavity], np.float32)
        height, width = rig.still.y.shape
        self.planes: Planes = empty_planes(width, height)
        for source, target in zip(_each(rig.still), _each(self.planes), strict=True):
            np.copyto(target, source)

    def draw(self, values: Mapping[str, float]) -> Planes:
        """The frame with these channel values, at the size of the rig; the planes are the figure's own."""
        rig = self.rig
        c = controls(values, rig.face.turned)
        for eye, box in zip(rig.face.eyes, self._eye_boxes, strict=True):
            if _is_round(eye):
                # The rim of an open eye is the photo's own, which a lid has been over.
                self._uncover(box)
        self._paint_mouth(c, self._mouth_box)
        for number, eye in enumerate(rig.face.eyes):
            self._paint_eye(eye, self._eye_boxes[number], c, number)
        gx, gy = carry(rig.carrier, c)
        still, out = rig.still, self.planes
        lay_person(
            *self._quads, rig.y.shape[1], rig.solid, gx, gy, rig.spans, EDGE,
            still.y, still.u, still.v, out.y, out.u, out.v,
        )  # fmt: skip
        return self.planes

    def paint_lips(self, c: Controls, box: Box) -> Plane:
        """The luma of the photo with the mouth of these controls inside `box` (left, top, right, bottom; even), where
        the photo has it; the figure's own, and anything outside.
        """
        self._paint_mouth(c, box)
        return self._work[0]

    def _uncover(self, box: Box) -> None:
        left, top, right, bottom = box
        for source, target in zip((self.rig.y, self.rig.u, self.rig.v), self._work, strict=True):
            target[top:bottom, left:right] = source[top:bottom, left:right]

    def _paint_mouth(self, c: Controls, box: Box) -> None:
        rig, mouth = self.rig, self.rig.face.mouth
        made = shape(mouth, c)
        axes = np.array([mouth.axes.x, mouth.axes.y, mouth.axes.cos, mouth.axes.sin], np.float32)
        paint_mouth(
            rig.y, rig.u, rig.v, rig.alpha, *self._sources, self._matte, rig.solid, *self._work, self._alpha, box, axes,
            np.float32(mouth.u[0]), np.float32(mouth.half),
            np.float32(made.half), made.to, made.of, made.rim, np.float32(made.down), rig.shown, self._tones,
            np.float32(rig.line), np.float32(c.tongue),
        )  # fmt: skip

    def _paint_eye(self, eye: EyeShape, box: Box, c: Controls, number: int) -> None:
        to, of = lids(eye, c.lids[number], c.wide)
        shift_u, shift_v = look(eye, *c.gaze)
        axes = np.array([eye.axes.x, eye.axes.y, eye.axes.cos, eye.axes.sin], np.float32)
        paint_eye(
            *self._sources, *self._work, box, axes, np.float32(eye.u[0]), np.float32(eye.half), to, of,
            self._balls[number], self._rims[number], np.array(eye.iris, np.float32), np.float32(shift_u),
            np.float32(shift_v), np.float32(c.lids[number]), _is_round(eye),
        )  # fmt: skip


def _each(planes: Planes) -> tuple[NDArray[np.uint8], ...]:
    return planes.y, planes.u, planes.v


def _is_round(eye: EyeShape) -> bool:
    """Whether the eye is too round for a lid that is drawn down; see `paint_eye`."""
    return eye.meet < ROUND


def _eye_box(eye: EyeShape, upper: Rows, lower: Rows, rig: Rig) -> Box:
    """The box in which an eye is painted: a round one inside its rim, from `upper` to `lower`."""
    if not _is_round(eye):
        return _box(eye.axes, eye.u, eye.fold, eye.bag, rig)
    near = np.abs(eye.u) <= (1 + RIM) * eye.half
    return _box(eye.axes, eye.u[near], upper[near].astype(np.float64), lower[near].astype(np.float64), rig)


def _evened(box: Box) -> Box:
    """The box with even edges that holds `box`; the sides of the picture are even."""
    return np.concatenate([box[:2] // 2 * 2, (box[2:] + 1) // 2 * 2])


def _box(axes: Axes, u: NDArray[np.float64], upper: NDArray[np.float64], lower: NDArray[np.float64], rig: Rig) -> Box:
    """The box of pixels about a frame's columns, inside the picture."""
    corners = [
        axes.out(across, down)
        for across in (float(u[0]), float(u[-1]))
        for down in (float(upper.min()), float(lower.max()))
    ]
    height, width = rig.y.shape
    xs, ys = zip(*corners, strict=True)
    return np.array(
        [
            min(max(math.floor(min(xs)), 0), width),
            min(max(math.floor(min(ys)), 0), height),
            max(min(math.ceil(max(xs)) + 1, width), 0),
            max(min(math.ceil(max(ys)) + 1, height), 0),
        ],
        np.int32,
    )

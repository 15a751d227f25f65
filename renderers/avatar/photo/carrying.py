"""The head that turns and the shoulders that breathe: a smooth map of where each place of the picture is taken from.

Depth is that of an ellipsoid with a nose (no model of the person is known): turned by a few degrees, nearer places go
further. The head carries all above the chin; through the neck this fades, so that collar and shoulders stay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numba import float32
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import Anatomy, EyeShape
from renderers.avatar.photo.controls import Controls

CELL = 16
"""Pixels between two nodes of the map."""
Field = NDArray[np.float32]

_NOSE = 0.30
_PIVOT = 0.24
"""Depths in halves of the face's width: how far the nose stands out, and how far ahead of the neck the face is."""


@dataclass(frozen=True)
class Carrier:
    """Fields over the nodes of the map (rows × columns, in pixels or shares)."""

    x: Field
    y: Field
    head: Field
    across: Field
    down: Field
    depth: Field
    breath: Field
    brows: tuple[Field, Field]
    axes: tuple[float, float]
    pivot: tuple[float, float]
    tall: float
    lift: float


def carrier(face: Anatomy, width: int, height: int) -> Carrier:
    """The fields of a face in a picture of `width` × `height` pixels; the last nodes lie outside it."""
    columns, rows = -(-width // CELL) + 2, -(-height // CELL) + 2
    x, y = np.meshgrid(np.arange(columns) * CELL * 1.0, np.arange(rows) * CELL * 1.0)
    cos, sin = face.axes.cos, face.axes.sin
    mx, my = face.middle
    across = (x - mx) * cos + (y - my) * sin
    down = -(x - mx) * sin + (y - my) * cos
    radius = 0.5 * face.wide
    chin = face.chin - 0.28 * face.tall
    # From the jaw down the neck goes along less and less; beside the neck lie hair and shoulders.
    head = 1 - _smooth(chin - 0.12 * face.tall, chin + 0.62 * face.tall, down)
    round_ = 1 - (across / (1.18 * radius)) ** 2 - (down / (1.12 * face.tall)) ** 2
    nx = (face.nose[0] - mx) * cos + (face.nose[1] - my) * sin
    ny = -(face.nose[0] - mx) * sin + (face.nose[1] - my) * cos
    nose = np.exp(-(((across - nx) / (0.20 * radius)) ** 2) - ((down - ny) / (0.22 * face.tall)) ** 2)
    # A root would have an edge where it reaches nothing; the power lets it run out.
    depth = radius * (np.clip(round_, 0, 1) ** 0.75 + _NOSE * nose + _PIVOT)
    below = down - chin
    breath = 1 - _smooth(0.9 * face.tall, 2.6 * face.tall, below)
    brows = tuple(_brow(x, y, eye, face) for eye in face.eyes)
    neck = (mx - sin * (chin + 0.55 * face.tall), my + cos * (chin + 0.55 * face.tall))
    fields = (np.asarray(f, np.float32) for f in (x, y, head, across, down, depth, breath))
    x32, y32, head32, across32, down32, depth32, breath32 = fields
    return Carrier(
        x32, y32, head32, across32, down32, depth32, breath32, (brows[0], brows[1]), (cos, sin), neck,
        face.tall * 2.0, face.tall,
    )  # fmt: skip


def _brow(x: NDArray[np.float64], y: NDArray[np.float64], eye: EyeShape, face: Anatomy) -> Field:
    """How much of a brow's lift each node takes: all at the brow, some of the forehead, nothing at the lid."""
    bx, by, long, above = eye.brow
    cos, sin = face.axes.cos, face.axes.sin
    across, down = (x - bx) * cos + (y - by) * sin, -(x - bx) * sin + (y - by) * cos
    sideways = np.exp(-((across / (1.35 * long)) ** 4))
    upward = np.exp(-((np.clip(-down, 0, None) / (0.30 * face.tall)) ** 2))
    lid = _smooth(0.95 * above, 0.05 * above, down)
    return np.asarray(sideways * upward * lid, np.float32)


def _smooth(low: float, high: float, x: NDArray[np.float64]) -> NDArray[np.float64]:
    t = np.clip((x - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float64)


def carry(held: Carrier, c: Controls) -> tuple[Field, Field]:
    """Where (x, y) each node of the map is taken from."""
    from_x, from_y = _undo(held.x, held.y, *moves(held, c))
    return from_x, from_y


def moves(held: Carrier, c: Controls) -> tuple[Field, Field]:
    """How far (x, y) each node of the map goes."""
    cos, sin = held.axes
    # Turns: what is nearer goes further; the little that is lost in width by a few degrees is kept.
    dx = np.sin(c.yaw) * held.depth + (np.cos(c.yaw) - 1) * held.across
    dy = np.sin(c.pitch) * held.depth + (np.cos(c.pitch) - 1) * held.down
    unit = held.tall / 12
    dx, dy = dx + c.shift * unit, dy + c.lift * unit
    rx, ry = held.x - held.pivot[0], held.y - held.pivot[1]
    turn_cos, turn_sin = np.cos(c.roll) - 1, np.sin(c.roll)
    px = dx * cos - dy * sin + turn_cos * rx - turn_sin * ry
    py = dx * sin + dy * cos + turn_sin * rx + turn_cos * ry
    move_x = held.head * px
    move_y = held.head * py - c.rise * unit * held.breath
    for field, raised in zip(held.brows, c.brows, strict=True):
        move_x += sin * 0.055 * held.lift * raised * field
        move_y -= cos * 0.055 * held.lift * raised * field
    return move_x.astype(np.float32), move_y.astype(np.float32)


@numba.njit(cache=True, nogil=True, boundscheck=False)
def _undo(x, y, move_x, move_y):  # type: ignore[no-untyped-def]
    """Where each node comes from when every place moves by `move`: p - move(p - move(p))."""
    rows, columns = x.shape
    out_x, out_y = np.empty_like(x), np.empty_like(y)
    for r in range(rows):
        for c in range(columns):
            fx, fy = x[r, c], y[r, c]
            for _ in range(2):
                gx = min(max(fx / float32(16), float32(0)), float32(columns - 1.001))
                gy = min(max(fy / float32(16), float32(0)), float32(rows - 1.001))
                i, j = int(gx), int(gy)
                s, t = gx - float32(i), gy - float32(j)
                mx = (move_x[j, i] * (1 - s) + move_x[j, i + 1] * s) * (1 - t) + (
                    move_x[j + 1, i] * (1 - s) + move_x[j + 1, i + 1] * s
                ) * t
                my = (move_y[j, i] * (1 - s) + move_y[j, i + 1] * s) * (1 - t) + (
                    move_y[j + 1, i] * (1 - s) + move_y[j + 1, i + 1] * s
                ) * t
                fx, fy = x[r, c] - mx, y[r, c] - my
            out_x[r, c], out_y[r, c] = fx, fy
    return out_x, out_y

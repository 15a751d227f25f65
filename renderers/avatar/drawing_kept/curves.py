"""Smooth outlines from a few points, in three dimensions, and the Skia paths they become."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.raster import skia

Points = NDArray[np.float64]
Spot = Sequence[float]
"""A point `(x, y)`, or `(x, y, roundness)` with roundness 0 for a corner and 1 for a smooth passage."""
Depth = float | Callable[[Points, Points], Points]
"""How far towards the viewer a point lies: one number, or a function of x and y."""

HANDLE = 0.36
"""Length of a handle as a share of its side; 0.36 draws near-circular arcs through points 60 to 90 degrees apart."""


@dataclass(frozen=True)
class Outline:
    """A chain of cubic curves: `points` is (1 + 3n) × 3 control points."""

    points: Points
    closed: bool = True


def outline(spots: Sequence[Spot], depth: Depth = 0.0, *, closed: bool = True) -> Outline:
    """The smooth outline through `spots`, every control point given its depth."""
    flat = np.array([(s[0], s[1]) for s in spots], np.float64)
    roundness = np.array([s[2] if len(s) > 2 else 1.0 for s in spots])
    return Outline(_deepen(_controls(flat, roundness, closed), depth), closed)


def ribbon(spots: Sequence[Spot], widths: Sequence[float], depth: Depth = 0.0) -> Outline:
    """A tapering stroke along `spots`, `widths[i]` wide at spot i, as a closed outline."""
    return outline(ribbon_spots(spots, widths), depth)


def mirror(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The same spots on the other side of the middle."""
    return tuple((-s[0], *s[1:]) for s in spots)


def both_sides(right: Sequence[Spot]) -> tuple[Spot, ...]:
    """A closed round of spots from the right half, given from top middle to bottom middle, both with x = 0."""
    return (*right, *mirror(right)[-2:0:-1])


def path(points: Points, *, closed: bool = True) -> skia.Path:
    """The Skia path of control points (n × 2)."""
    drawn = skia.Path()
    rows = points.tolist()
    drawn.moveTo(rows[0][0], rows[0][1])
    for i in range(1, len(rows) - 2, 3):
        (a, b), (c, d), (e, f) = rows[i], rows[i + 1], rows[i + 2]
        drawn.cubicTo(a, b, c, d, e, f)
    if closed:
        drawn.close()
    return drawn


def smooth_path(spots: Sequence[Spot]) -> skia.Path:
    """The Skia path of the smooth closed outline through flat `spots`; quick for few spots."""
    drawn = skia.Path()
    count = len(spots)
    x, y = [s[0] for s in spots], [s[1] for s in spots]
    sides = [math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]) for i in range(count)]
    drawn.moveTo(x[0], y[0])
    out_x = out_y = 0.0
    for i in range(count + 1):
        at, after = i % count, (i + 1) % count
        along_x, along_y = x[after] - x[at - 1], y[after] - y[at - 1]
        spot = spots[at]
        reach = HANDLE * (spot[2] if len(spot) > 2 else 1.0) / (math.hypot(along_x, along_y) or 1e-9)
        back, ahead = reach * sides[at], reach * sides[after]
        if i:
            drawn.cubicTo(out_x, out_y, x[at] - along_x * back, y[at] - along_y * back, x[at], y[at])
        out_x, out_y = x[at] + along_x * ahead, y[at] + along_y * ahead
    drawn.close()
    return drawn


def ribbon_spots(spots: Sequence[Spot], widths: Sequence[float]) -> list[Spot]:
    """The closed outline of a tapering stroke along flat `spots`, as spots."""
    left: list[Spot] = []
    right: list[Spot] = []
    last = len(spots) - 1
    for i, (spot, width) in enumerate(zip(spots, widths, strict=True)):
        before, after = spots[max(i - 1, 0)], spots[min(i + 1, last)]
        along_x, along_y = after[0] - before[0], after[1] - before[1]
        half = width / 2 / max(math.hypot(along_x, along_y), 1e-9)
        side_x, side_y = -along_y * half, along_x * half
        roundness = 0.25 if i in (0, last) else 1.0
        left.append((spot[0] + side_x, spot[1] + side_y, roundness))
        right.append((spot[0] - side_x, spot[1] - side_y, roundness))
    return [*left, *right[::-1]]


def _controls(flat: Points, roundness: Points, closed: bool) -> Points:
    before, after = np.roll(flat, 1, 0), np.roll(flat, -1, 0)
    if not closed:
        before[0], after[-1] = flat[0], flat[-1]
    along = after - before
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    sides = np.hypot(*(after - flat).T)
    reach = HANDLE * roundness
    out = flat + along * (sides * reach)[:, None]
    into = flat - along * (np.roll(sides, 1) * reach)[:, None]
    count = len(flat) if closed else len(flat) - 1
    controls = np.empty((1 + 3 * count, 2))
    controls[0] = flat[0]
    following = np.roll(np.arange(len(flat)), -1)[:count]
    controls[1::3] = out[:count]
    controls[2::3] = into[following]
    controls[3::3] = flat[following]
    return controls


def _deepen(flat: Points, depth: Depth) -> Points:
    z = depth(flat[:, 0], flat[:, 1]) if callable(depth) else np.full(len(flat), float(depth))
    return np.column_stack([flat, z])

"""What of a face moves, measured off its landmarks: a mouth, two eyes, two brows, and the head that carries them.

All is in pixels of the picture that the landmarks belong to. Mouth and eyes have frames of their own: `u` runs from
corner to corner, `v` downwards, both from the middle; curves over `u` are tables with one value a pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.landmarks import Eye, Landmarks, heights

ROUND = 0.8
"""Where the lids of an eye meet that is too round for its own skin to be drawn over it."""
RIM = 0.24
"""How far (shares of its size) the dark rim of such an eye lies about its opening."""
Table = NDArray[np.float64]
Points = NDArray[np.float64]


@dataclass(frozen=True)
class Axes:
    """A turned frame: its origin, and the cosine and sine of its turn (clockwise on the screen)."""

    x: float
    y: float
    cos: float
    sin: float

    def into(self, points: Points) -> Points:
        """Points (n × 2) of the picture in this frame."""
        moved = points - np.array([self.x, self.y])
        return np.column_stack(
            [moved[:, 0] * self.cos + moved[:, 1] * self.sin, -moved[:, 0] * self.sin + moved[:, 1] * self.cos]
        )

    def out(self, u: float, v: float) -> tuple[float, float]:
        """A point of this frame in the picture."""
        return self.x + u * self.cos - v * self.sin, self.y + u * self.sin + v * self.cos


@dataclass(frozen=True)
class Mouth:
    """The mouth and all that goes with it, over the columns `u`.

    `half` is half its width; `top`, `inner_top`, `inner_low` and `low` are the edges of the lips, `still` where cheeks
    and nose do not move any more, `jaw` the jaw's edge and `throat` where the neck does not move. `carried` is how much
    of the jaw's drop each column takes, `open_` how far (shares of the width) the photo's lips are apart, `drop` how
    far the jaw goes down at most, and `rim` where the upper teeth end.
    """

    axes: Axes
    u: Table
    half: float
    top: Table
    inner_top: Table
    inner_low: Table
    low: Table
    still: Table
    jaw: Table
    throat: Table
    carried: Table
    open_: float
    drop: float
    rim: Table


@dataclass(frozen=True)
class EyeShape:
    """One eye over its columns: the lids' edges, where the skin about them is still, and the iris (u, v, r)."""

    axes: Axes
    u: Table
    half: float
    upper: Table
    lower: Table
    fold: Table
    bag: Table
    iris: tuple[float, float, float]
    brow: tuple[float, float, float, float]
    """The brow's middle (x, y; in the picture), half its length, and how far it is above the lid."""
    meet: float
    """Where closed lids meet: the upper one comes down to this share of the opening, the lower one up to it."""


@dataclass(frozen=True)
class Anatomy:
    """A face: `axes` stand in the middle of the eyes, `tall` is from there to the chin, `wide` between the temples."""

    axes: Axes
    tall: float
    wide: float
    middle: tuple[float, float]
    nose: tuple[float, float]
    chin: float
    turned: float
    mouth: Mouth
    eyes: tuple[EyeShape, EyeShape]


def measure(face: Landmarks) -> Anatomy:
    """The anatomy of a face."""
    left, right = (np.array(eye.upper + eye.lower).mean(axis=0) for eye in (face.left_eye, face.right_eye))
    axes = _axes((left + right) / 2, right - left)
    outline = axes.into(np.array(face.face))
    tall = float(axes.into(np.array([face.chin]))[0, 1])
    wide = float(np.ptp(outline[:, 0]))
    nose = axes.into(np.array([face.nose]))[0]
    side = float(outline[:, 0].min() + outline[:, 0].max()) / 2
    middle = axes.out(side, 0.28 * tall)
    turned = float(np.clip((nose[0] - side) / (0.5 * wide), -1, 1))
    eyes = (_eye(face.left_eye, face.left_brow, axes, tall), _eye(face.right_eye, face.right_brow, axes, tall))
    return Anatomy(
        axes, tall, wide, middle, axes.out(*nose.tolist()), tall, turned, _mouth(face, axes, tall, wide), eyes
    )


def _axes(middle: Points, across: Points) -> Axes:
    length = math.hypot(*across.tolist())
    return Axes(float(middle[0]), float(middle[1]), float(across[0]) / length, float(across[1]) / length)


def _smooth(low: float, high: float, x: Table) -> Table:
    t = np.clip((x - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float64)


def _mouth(face: Landmarks, head: Axes, tall: float, wide: float) -> Mouth:
    lips = face.lips
    upper, lower = np.array(lips.upper), np.array(lips.lower)
    corners = (upper[0] + lower[0]) / 2, (upper[-1] + lower[-1]) / 2
    axes = _axes((corners[0] + corners[1]) / 2, corners[1] - corners[0])
    half = math.hypot(*(corners[1] - corners[0]).tolist()) / 2
    outline = axes.into(np.array(face.face))
    reach_left = min(-float(outline[:, 0].min()) * 0.97, 3.4 * half)
    reach_right = min(float(outline[:, 0].max()) * 0.97, 3.4 * half)
    reach_left, reach_right = max(reach_left, 1.15 * half), max(reach_right, 1.15 * half)
    u = np.arange(-math.ceil(reach_left), math.ceil(reach_right) + 1, dtype=np.float64)
    top, low = (heights(axes.into(points), u) for points in (upper, lower))
    if lips.inner_upper and lips.inner_lower:
        inner_top, inner_low = (heights(axes.into(np.array(c)), u) for c in (lips.inner_upper, lips.inner_lower))
        ends = axes.into(np.array([lips.inner_upper[0], lips.inner_upper[-1]]))[:, 0]
    else:
        inner_top = inner_low = 0.45 * top + 0.55 * low
        ends = np.array([-half, half])
    # Outside the inner corners the lips are one.
    joined = (u < ends[0]) | (u > ends[1])
    inner_top, inner_low = np.minimum(inner_top, inner_low), np.maximum(inner_top, inner_low)
    line = (inner_top + inner_low) / 2
    inner_top, inner_low = np.where(joined, line, inner_top), np.where(joined, line, inner_low)
    outside = np.abs(u) >= half
    top, low = np.minimum(top, inner_top - 0.5), np.maximum(low, inner_low + 0.5)
    top, low = np.where(outside, line, top), np.where(outside, line, low)
    chin = float(axes.into(np.array([face.chin]))[0, 1])
    eyes = axes.into(np.array(face.left_eye.lower + face.right_eye.lower))[:, 1].max()
    tip = axes.into(np.array([face.nose]))[0, 1]
    base = axes.into(np.array([face.nose_base]))[0, 1] if face.nose_base else 0.55 * tip + 0.45 * float(top.min())
    base = min(base, float(top.min()) - 2)
    away = np.where(u < 0, -u / reach_left, u / reach_right)
    lifted = _smooth(0.35 * half, 1.25 * half, np.abs(u))
    still = base - lifted * 0.62 * max(base - float(eyes), 0.0)
    lower_side = outline[outline[:, 1] > 0.25 * chin]
    jaw = heights(lower_side, u) if len(lower_side) >= 3 else np.full(len(u), chin)
    jaw = np.maximum(jaw, low + 0.12 * chin)
    throat = np.maximum(chin + 0.95 * chin, jaw + 0.5 * chin)
    carried = 1 - _smooth(0.30, 1.0, away)
    gap = float((inner_low - inner_top)[np.abs(u) < 0.6 * half].mean())
    # Teeth that are seen end where the lower lip begins; of those that are not, a little is below the upper lip.
    seen = min(max(gap / (2 * half) - 0.02, 0.0) / 0.05, 1.0)
    hidden = line + 2 * half * 0.030 - 0.05 * np.minimum(u * u / (2 * half), half)
    rim = seen * (inner_low + 0.012 * half) + (1 - seen) * hidden
    return Mouth(
        axes, u, half, top, inner_top, inner_low, low, still, jaw, throat, carried,
        gap / (2 * half), min(0.36 * chin, 0.58 * half), rim,
    )  # fmt: skip


def _eye(eye: Eye, brow: tuple[tuple[float, float], ...] | None, head: Axes, tall: float) -> EyeShape:
    upper, lower = np.array(eye.upper), np.array(eye.lower)
    corners = (upper[0] + lower[0]) / 2, (upper[-1] + lower[-1]) / 2
    axes = _axes((corners[0] + corners[1]) / 2, corners[1] - corners[0])
    # A round eye reaches beyond its corners.
    half = float(np.abs(axes.into(np.concatenate([upper, lower]))[:, 0]).max())

    def edges(u: Table) -> tuple[Table, Table]:
        over, under = (heights(axes.into(points), u) for points in (upper, lower))
        outside, line = np.abs(u) >= half, (over + under) / 2
        return np.where(outside, line, np.minimum(over, line)), np.where(outside, line, np.maximum(under, line))

    u = np.arange(-math.ceil(half), math.ceil(half) + 1, dtype=np.float64)
    over, under = edges(u)
    height = float((under - over).max())
    if brow is None:
        bx, by = axes.out(0.0, float(over.min()) - 0.19 * tall)
        long = 1.1 * half
    else:
        points = np.array(brow)
        bx, by = points.mean(axis=0).tolist()
        long = max(float(np.ptp(points[:, 0])) / 2, 0.5 * half)
    above = float(over.min()) - float(axes.into(np.array([[bx, by]]))[0, 1])
    # The lids of a round eye meet lower on it, and take their skin from farther away.
    round_ = float(_smooth(0.55, 1.1, np.array(height / (2 * half))))
    meet = 0.90 - 0.26 * round_
    if meet < ROUND:
        # Its rim is covered too, beyond its corners.
        wide = math.ceil((1 + RIM) * half)
        u = np.arange(-wide, wide + 1, dtype=np.float64)
        over, under = edges(u)
    reach = max(0.72 * above, 0.32 * half) if brow is not None else 1.5 * height
    lid = np.clip((1.1 + 0.5 * round_) * height, 0.3 * half, reach)
    fold, bag = over - lid, under + (0.45 + 0.45 * round_) * max(height, 0.3 * half)
    spot = axes.into(np.array([eye.iris[:2]]))[0]
    return EyeShape(
        axes, u, half, over, under, fold, bag, (float(spot[0]), float(spot[1]), float(eye.iris[2])),
        (bx, by, long, max(above, 0.2 * half)), meet,
    )  # fmt: skip

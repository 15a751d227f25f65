"""Parts of a figure: drawn once at rest, and bent and placed on every frame.

A part is a cut-out with scalar fields over it. On a frame, a point p of it is seen at

    matrix · p + field₀(p) · pull₀ + field₁(p) · pull₁ + …

which covers what turns with the head in depth (the field is the depth, the pull the projected axis of depth), what
hangs loosely, a jaw that drops, or a limb that follows its joints by weights. Nothing of a frame is kept for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.drawing_kept.curves import Points
from renderers.avatar.drawing_kept.warping import CELL, spread
from renderers.raster import skia, surface

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Paint = Callable[[skia.Canvas], object]
Field = Callable[[Points, Points], Points]
Matrix = tuple[float, float, float, float, float, float]
"""`(a, b, c, d, e, f)`: the point (x, y) is seen at (a x + c y + e, b x + d y + f)."""

_MARGIN = 18
"""Empty pixels around what was painted, so that tiles at its edge are sampled from within."""


@dataclass(frozen=True, eq=False)
class Cutout:
    """What was painted of a part, trimmed, as `spread` takes it apart; `place` is left, top (units), pixels a unit."""

    luma: NDArray[np.uint8]
    alpha: NDArray[np.uint8]
    chroma: NDArray[np.uint8]
    cover: NDArray[np.uint8]
    cells: NDArray[np.int32]
    place: NDArray[np.float64]

    @property
    def reach(self) -> Bounds:
        """Where anything of it can be, in units."""
        left, top, scale = self.place.tolist()
        spare, (height, width) = (_MARGIN - 2) / scale, self.luma.shape
        return left + spare, top + spare, left + width / scale - spare, top + height / scale - spare

    @property
    def bytes(self) -> int:
        """How much memory it holds."""
        return sum(array.nbytes for array in (self.luma, self.alpha, self.chroma, self.cover, self.cells))


@dataclass(frozen=True, eq=False)
class Bend:
    """Scalar fields over `bounds` (left, top, right, bottom), on a grid of (left, top, step), all in units.

    `ranges` holds the least and the greatest value of each.
    """

    fields: NDArray[np.float32]
    ranges: NDArray[np.float32]
    grid: NDArray[np.float64]
    bounds: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Part:
    """A cut-out and how it bends. Parts that share a bend and a placement are found out together."""

    cutout: Cutout
    bend: Bend


class Placement(NamedTuple):
    """Where a part is seen on a frame, in figure units, and how much of it, 0 to 1."""

    matrix: Matrix
    pulls: Sequence[tuple[float, float]] = ()
    opacity: float = 1.0


def cut_out(bounds: Bounds, scale: float, paint: Paint) -> Cutout:
    """What `paint` paints between `bounds` (units) at `scale` pixels a unit."""
    left, top, right, bottom = bounds
    width, height = (-(-round(side * scale + 2 * _MARGIN) // 2) * 2 for side in (right - left, bottom - top))
    pixels: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.translate(_MARGIN, _MARGIN)
    canvas.scale(scale, scale)
    canvas.translate(-left, -top)
    canvas.clipRect(skia.Rect.MakeLTRB(left, top, right, bottom))
    paint(canvas)
    opaque = np.ascontiguousarray(pixels[..., 3])
    x0, x1 = _filled(opaque.max(axis=0))
    y0, y1 = _filled(opaque.max(axis=1))
    pixels = np.ascontiguousarray(pixels[y0:y1, x0:x1])
    luma, alpha = np.empty((2, *pixels.shape[:2]), np.uint8)
    chroma, cover = np.empty((2, pixels.shape[0] // 2, pixels.shape[1]), np.uint8)
    spread(pixels, luma, alpha, chroma, cover)
    cells = _counts(alpha)
    place = np.array([left + (x0 - _MARGIN) / scale, top + (y0 - _MARGIN) / scale, scale])
    return Cutout(luma, alpha, chroma, cover, cells, place)


def _filled(line: NDArray[np.uint8]) -> tuple[int, int]:
    """The even-edged range of what is filled, with the margin on either side."""
    filled = np.flatnonzero(line)
    if not filled.size:
        return 0, 2 * _MARGIN
    first = max((int(filled[0]) - _MARGIN) // 2 * 2, 0)
    return first, min(-(-(int(filled[-1]) + 1 + _MARGIN) // 2) * 2, len(line))


def _counts(alpha: NDArray[np.uint8]) -> NDArray[np.int32]:
    """How many cells above and left of each corner hold anything, and how many are solid; 2 tables of corners."""
    rows, columns = (-(-side // CELL) for side in alpha.shape)
    padded = np.zeros((rows * CELL, columns * CELL), np.uint8)
    padded[: alpha.shape[0], : alpha.shape[1]] = alpha
    # Down first, and then across in slices: numpy reduces short axes slowly.
    down = padded.reshape(rows, CELL, columns * CELL)
    most, least = (
        pick.reduce([seen[:, k::CELL] for k in range(CELL)])
        for pick, seen in ((np.maximum, down.max(axis=1)), (np.minimum, down.min(axis=1)))
    )
    counts = np.zeros((2, rows + 1, columns + 1), np.int32)
    for of, known in zip(counts, (most > 0, least == 255), strict=True):
        of[1:, 1:] = known.cumsum(axis=0).cumsum(axis=1)
    return counts


def cut_parts(
    bounds: Bounds, scale: float, paints: Sequence[Paint], fields: Sequence[Field] = (), step: float = 6.0
) -> list[Part]:
    """Parts that bend together by `fields`, each a function of x and y in units that is sampled every `step`."""
    cutouts = [cut_out(bounds, scale, paint) for paint in paints]
    reach = np.array([cutout.reach for cutout in cutouts])
    left, top, right, bottom = (float(pick(side)) for pick, side in zip((min, min, max, max), reach.T, strict=True))
    rows, columns = int((bottom - top) / step) + 2, int((right - left) / step) + 2
    y, x = np.mgrid[0:rows, 0:columns] * step
    table = np.zeros((len(fields), rows, columns), np.float32)
    for k, field in enumerate(fields):
        table[k] = np.reshape(field((x + left).ravel(), (y + top).ravel()), (rows, columns))
    ranges = np.stack([table.min(axis=(1, 2)), table.max(axis=(1, 2))], 1) if fields else np.zeros((0, 2), np.float32)
    bend = Bend(table, ranges, np.array([left, top, step]), np.array([left, top, right, bottom]))
    return [Part(cutout, bend) for cutout in cutouts]

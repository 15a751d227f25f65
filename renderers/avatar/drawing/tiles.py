"""Parts laid over a picture from back to front, leaving out what solid parts in front of them hide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.drawing.laying import ROWS_BETWEEN, lay
from renderers.avatar.drawing.parts import Part, Placement
from renderers.avatar.drawing.warping import TILE, choose, settle
from renderers.layer import Planes
from renderers.picture_format import Rect
from renderers.planes import blend


@dataclass(frozen=True)
class Placed:
    """A part on one frame. `clip` is one that bounds it; a part not `shown` only serves others as a clip."""

    part: Part
    placement: Placement
    clip: Placed | None = None
    shown: bool = True

    @property
    def where(self) -> tuple[int, int]:
        """Equal for parts that are bent and placed together."""
        return id(self.part.bend), id(self.placement)


@dataclass(frozen=True)
class _Settled:
    """The points of a part that are seen at the tiles' corners, and the range of tiles that it may reach."""

    points: NDArray[np.float32]
    tiles: NDArray[np.int64]


@dataclass(frozen=True)
class Patch:
    """Premultiplied BGRA pixels that were drawn for this very frame; left and top are even."""

    pixels: NDArray[np.uint8]
    left: int
    top: int


class Tiling:
    """Lays parts into a rectangle (pixels, even edges) of planes; the origin lies at (left, top), a unit is `scale`."""

    def __init__(self, area: Rect, scale: float, left: float, top: float) -> None:
        self._area = (int(area.x), int(area.y), int(area.right), int(area.bottom))
        self._scale, self._left, self._top = scale, left, top
        self._shape = (-(-int(area.height) // TILE), -(-int(area.width) // TILE))
        self._settled: list[_Settled] = []
        self._lists: list[NDArray[np.int32]] = []
        self._covered = np.zeros(self._shape, np.uint8)
        self._way = np.zeros((2, 4), np.int64)
        self._between = np.zeros(ROWS_BETWEEN * TILE, np.uint16)
        self._tones, self._covers, self._shares = np.zeros((3, TILE * TILE), np.uint16)

    def lay(self, things: Sequence[Placed | Patch], planes: Planes) -> None:
        """Lay `things`, the hindmost first, over `planes`."""
        while len(self._lists) < len(things):
            self._lists.append(np.zeros((self._shape[0] * self._shape[1], 4), np.int32))
        found = self._settle([thing for thing in things if isinstance(thing, Placed)])
        counts = [0] * len(things)
        self._covered[:] = 0
        for k in range(len(things) - 1, -1, -1):
            thing = things[k]
            if isinstance(thing, Placed) and thing.shown and thing.placement.opacity > 0:
                clip = thing.clip or thing
                cutout, nodes = thing.part.cutout, found[thing.where]
                clip_cutout, clip_nodes = clip.part.cutout, found[clip.where]
                counts[k] = choose(
                    cutout.cells, cutout.place, nodes.points, nodes.tiles,
                    clip_cutout.cells, clip_cutout.place, clip_nodes.points, clip_nodes.tiles,
                    thing.clip is not None, thing.placement.opacity < 1, self._covered, self._lists[k],
                )  # fmt: skip
        for k, thing in enumerate(things):
            if isinstance(thing, Patch):
                blend(thing.pixels, planes, thing.left, thing.top)
            elif counts[k]:
                clip, cutout = thing.clip or thing, thing.part.cutout
                lay(
                    cutout.luma, cutout.alpha, cutout.chroma, cutout.cover, cutout.place,
                    found[thing.where].points, self._lists[k], counts[k],
                    clip.part.cutout.alpha, clip.part.cutout.cover, clip.part.cutout.place, found[clip.where].points,
                    round(256 * thing.placement.opacity), planes.y, planes.u, planes.v, self._area,
                    self._way, self._between, self._tones, self._covers, self._shares,
                )  # fmt: skip

    def _settle(self, things: Sequence[Placed]) -> dict[tuple[int, int], _Settled]:
        """What is seen where, for every bend and placement there is."""
        found: dict[tuple[int, int], _Settled] = {}
        for thing in things:
            if thing.where in found:
                continue
            if len(found) == len(self._settled):
                points = np.zeros((self._shape[0] + 1, self._shape[1] + 1, 2), np.float32)
                self._settled.append(_Settled(points, np.zeros(4, np.int64)))
            slot = found[thing.where] = self._settled[len(found)]
            bend, scale = thing.part.bend, self._scale
            a, b, c, d, e, f = (value * scale for value in thing.placement.matrix)
            matrix = np.array([a, b, c, d, e + self._left, f + self._top])
            # Fields for which a placement has no pull leave the part as it is.
            pulls = np.zeros((len(bend.fields), 2), np.float32)
            pulls[: len(thing.placement.pulls)] = np.reshape(thing.placement.pulls, (-1, 2)) * np.float32(scale)
            left, top = self._area[:2]
            settle(
                bend.fields, bend.ranges, bend.grid, bend.bounds, pulls, matrix, left, top, slot.points, slot.tiles
            )  # fmt: skip
        return found

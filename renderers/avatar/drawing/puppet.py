"""A presenter for film: the rig's parts laid straight into planar YUV, and the mouth drawn anew on every frame."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.drawing.mouth import mouth_box, paint_mouth
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.drawing.rig import Rig, rig
from renderers.avatar.drawing.tiles import Patch, Placed, Tiling
from renderers.layer import Planes
from renderers.picture_format import Rect
from renderers.raster import surface


class Puppet:
    """A presenter inside `area` (pixels, even edges): `scale` pixels a unit, the origin at (`left`, `top`)."""

    def __init__(
        self, character_id: str, tint: str, area: Rect, scale: float, left: float, top: float, depth: float
    ) -> None:
        self._area, self._scale, self._left, self._top = area, scale, left, top
        self._rig: Rig = rig(character_id, tint, scale, depth)
        self._tiling = Tiling(area, scale, left, top)

    def lay_over(self, pose: Pose, planes: Planes, ground: Planes | None = None) -> None:
        """Lay the presenter in `pose` over `planes`; with `ground`, they hold it in another pose, over that."""
        behind, front = self._rig.place(pose)
        mouth = self._draw_mouth(pose)
        between: list[Placed | Patch] = [mouth] if mouth else []
        self._tiling.lay([*behind, *between, *front], planes, ground)

    def _draw_mouth(self, pose: Pose) -> Patch | None:
        """The mouth with the pixels it may touch, None where it lies outside the area."""
        area, scale = self._area, self._scale
        box = mouth_box(self._rig.character, pose)
        left = max(_even(self._left + box[0] * scale), int(area.x))
        top = max(_even(self._top + box[1] * scale), int(area.y))
        right = min(_even(self._left + box[2] * scale) + 2, int(area.right))
        bottom = min(_even(self._top + box[3] * scale) + 2, int(area.bottom))
        if left >= right or top >= bottom:
            return None
        pixels: NDArray[np.uint8] = np.zeros((bottom - top, right - left, 4), np.uint8)
        canvas = surface(pixels).getCanvas()
        canvas.translate(self._left - left, self._top - top)
        canvas.scale(scale, scale)
        paint_mouth(canvas, self._rig.character, pose)
        return Patch(pixels, left, top)


def _even(place: float) -> int:
    return math.floor(place / 2) * 2

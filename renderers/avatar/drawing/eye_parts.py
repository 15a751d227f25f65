"""An eye taken apart at one moment of a blink: what lies under the iris, the gap it is seen in, and what lies over it.

The lids of a drawn state bend to where a frame wants them, so that they move without steps between the states.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from renderers.avatar.drawing import eyes
from renderers.avatar.drawing.character import Character
from renderers.avatar.drawing.curves import Points
from renderers.avatar.drawing.parts import Field, cut_parts
from renderers.avatar.drawing.pose import Pose, face_depth
from renderers.raster import skia

_REST = Pose()
_HELD, _EASED = 2.0, 3.4
"""How far (units) from a lid's edge the skin goes all the way with it, and over how much more it comes to rest."""
_FEWEST, _WAY, _HEIGHT = 8, 2.6, 1.5
"""Steps of a blink at least, how far (units) a lid goes in one at most, and the steps of the lids' heights that are
drawn; what lies between is bent from the nearest."""


def nearest_state(character: Character, lids: eyes.Lids) -> eyes.Lids:
    """The state of an eye that is drawn to show `lids`; a shut one has the heights of rest."""
    rest = character.eye
    steps = max(_FEWEST, round((rest.above + rest.below) / _WAY))
    blink = round(lids.blink * steps) / steps
    return eyes.Lids(
        rest.above + round((lids.above - rest.above) * (1 - blink) / _HEIGHT) * _HEIGHT,
        rest.below + round((lids.below - rest.below) * (1 - blink) / _HEIGHT) * _HEIGHT,
        blink,
    )


class Eye:
    """The parts of one eye, `side` -1 for the left, with its lids in one state."""

    def __init__(self, character: Character, scale: float, side: float, lids: eyes.Lids) -> None:
        self._cut = cut = character.eye
        self._upper, self._lower = eyes.lid_edges(cut, lids)
        fields: list[Field] = [face_depth]
        for k in (1, 2, 3):
            weights = [float(k == n) for n in range(5)]
            fields.append(self._follow(side, self._upper, weights))
        # Lids that meet go as one, with the upper.
        fields.append(
            self._follow(side, self._lower[::-1], [(1 - lids.blink) * part for part in (0, 0.80, 1, 0.72, 0)])
        )
        gap = eyes.opening_path(character, _REST, side, lids)
        middle = side * cut.x
        bounds = (middle - cut.half - 10, cut.y - cut.above - 16, middle + cut.half + 10, cut.y + cut.below + 8)

        def paint_under(canvas: skia.Canvas) -> None:
            eyes.paint_lid(canvas, character, _REST, side, lids)
            canvas.clipPath(gap, True)
            eyes.paint_white(canvas, character, _REST, side, scale)

        def paint_gap(canvas: skia.Canvas) -> None:
            canvas.drawPath(gap, skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))

        def paint_over(canvas: skia.Canvas) -> None:
            eyes.paint_lashes(canvas, character, _REST, side, lids)

        self.under, self.gap, self.over = cut_parts(
            bounds, scale, (paint_under, paint_gap, paint_over), fields, step=2.0
        )

    def bend(self, lids: eyes.Lids) -> tuple[float, float, float, float]:
        """How far (units) the upper lid at three places and the lower lid must go down to where `lids` want them."""
        upper, lower = eyes.lid_edges(self._cut, lids)
        first, second, third = (upper[k][1] - self._upper[k][1] for k in (1, 2, 3))
        return first, second, third, lower[2][1] - self._lower[2][1]

    def _follow(self, side: float, edge: eyes.Line, weights: list[float]) -> Callable[[Points, Points], Points]:
        """How much the points about a lid's edge go with it, by the weight of each of the edge's spots."""
        across, heights = [u for u, _ in edge], [v for _, v in edge]
        cut = self._cut

        def share(x: Points, y: Points) -> Points:
            u, v = side * x - cut.x, y - cut.y
            away = np.abs(v - np.interp(u, across, heights))
            near = np.clip(1 - (away - _HELD) / _EASED, 0, 1)
            return np.asarray(np.interp(u, across, weights) * near)

        return share

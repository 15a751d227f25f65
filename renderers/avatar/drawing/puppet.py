"""A presenter for film: the rig's parts laid straight into planar YUV, and the mouth drawn anew on every frame."""

from __future__ import annotations

import numpy as np

from renderers.avatar.drawing.mouth import lip_measures, mouth_pose, mouth_tones
from renderers.avatar.drawing.mouth_filling import draw_mouth
from renderers.avatar.drawing.pose import Pose
from renderers.avatar.drawing.rig import Rig, rig
from renderers.avatar.drawing.tiles import Patch, Placed, Tiling
from renderers.layer import Planes
from renderers.picture_format import Rect


class Puppet:
    """A presenter inside `area` (pixels, even edges): `scale` pixels a unit, the origin at (`left`, `top`)."""

    def __init__(
        self, character_id: str, tint: str, area: Rect, scale: float, left: float, top: float, depth: float
    ) -> None:
        self._area = (int(area.x), int(area.y), int(area.right), int(area.bottom))
        self._scale, self._left, self._top = scale, left, top
        self._rig: Rig = rig(character_id, tint, scale, depth)
        self._tiling = Tiling(area, scale, left, top)
        self._lips = lip_measures(self._rig.character)
        tones = [bytes.fromhex(tone[1:])[::-1] for tone in mouth_tones(self._rig.character)]
        self._tones = np.array([list(tone) for tone in tones], np.float32) / np.float32(255)

    def lay_over(self, pose: Pose, planes: Planes, ground: Planes | None = None) -> bool:
        """Lay the presenter in `pose` over `planes`; with `ground`, they hold it in another pose, over that.

        Returns whether all of it had been drawn before: then there is time to `prepare` for a pose that is to come.
        """
        made = self._rig.made
        behind, front = self._rig.place(pose)
        mouth = Patch(
            *draw_mouth(
                self._lips, self._tones, mouth_pose(pose), pose.flat, self._left, self._top, self._scale, self._area
            )
        )
        between: list[Placed | Patch] = [mouth] if mouth.words.size else []
        self._tiling.lay([*behind, *between, *front], planes, ground)
        return self._rig.made == made

    def prepare(self, pose: Pose) -> bool:
        """Draw one thing ahead that `pose` needs and that was never drawn; False where there is none."""
        return self._rig.prepare(pose)

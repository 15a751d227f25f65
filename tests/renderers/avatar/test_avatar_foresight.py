"""What is drawn ahead changes no picture, and spares the frames that need it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from renderers.avatar import AvatarRequest
from renderers.avatar.drawing.rig import rig
from renderers.avatar.illustrated import presenter_layer
from renderers.avatar.performance import perform, save
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.timeline import PresenterClip


def test_hands_and_eyes_are_drawn_before_they_are_needed(tell: Callable[..., AvatarRequest], tmp_path: Path) -> None:
    request = replace(tell(8.0, 4), framing="half_body")
    save(perform(request), tmp_path)
    format = PictureFormat(320, 180, request.rate)
    clip = PresenterClip("noah", "illustrated", tmp_path, "x", "#2f6f8f", Rect(560, 0, 800, 1080), "half_body")

    def planes_at(frames: range) -> tuple[np.ndarray, int]:
        """The last of the frames, laid in a row by who has drawn nothing yet; on how many more than one was drawn."""
        rig.cache_clear()
        layer, planes, ground = presenter_layer(clip, format), empty_planes(320, 180), empty_planes(320, 180)
        for plane in (planes.y, planes.u, planes.v, ground.y, ground.u, ground.v):
            plane[:] = 128
        alone, late = 0, 0
        for number in frames:
            before = layer._puppet._rig.made if layer._puppet else 0
            layer.lay_over(planes, number, ground)
            made = layer._puppet._rig.made - before
            alone, late = alone + made, late + (made > 1 and number > frames.start + 12)
        assert alone > 3 or len(frames) == 1
        return planes.y.copy(), late

    whole, late = planes_at(range(100, 160))
    assert late == 0
    assert np.array_equal(whole, planes_at(range(159, 160))[0])

"""One picture of everything the presenters' faces do, to be judged by eye."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.drawing_kept.character import CHARACTERS
from renderers.avatar.drawing_kept.figure import HEAD_TOP, paint_figure
from renderers.avatar.drawing_kept.pose import Pose
from renderers.avatar.mouth import PARTS, SHAPES
from renderers.raster import skia, surface
from renderers.speech import Viseme

_GROUND = 0xFFE9E4DE

Values = Mapping[str, float]

EXPRESSIONS: dict[str, Values] = {
    "rest": {},
    "smile": {"smile": 1.0, "brow_left": 0.2, "brow_right": 0.2},
    "blink": {"blink_left": 1.0, "blink_right": 1.0},
    "half blink": {"blink_left": 0.5, "blink_right": 0.5},
    "raised brows": {"brow_left": 0.9, "brow_right": 0.9},
    "left": {"yaw": -15.0, "gaze_x": 0.5},
    "right": {"yaw": 15.0, "gaze_x": -0.5},
    "up": {"pitch": -8.0, "gaze_y": 0.27},
    "down": {"pitch": 8.0, "gaze_y": -0.27},
    "tilted": {"roll": 6.0, "yaw": 6.0, "gaze_x": -0.2, "smile": 0.7},
    "looking aside": {"gaze_x": 0.35, "gaze_y": -0.1},
}
"""Poses of the sheet by name."""


def viseme_values(viseme: Viseme) -> dict[str, float]:
    """The channel values of a mouth that has all of a viseme's shape."""
    values: dict[str, float] = dict(zip(PARTS, SHAPES[viseme].target, strict=True))
    values["press"] = 1.0 if viseme is Viseme.PP else 0.0
    values["smile"] = 0.55 if viseme is Viseme.SIL else 0.37
    return values


def draw_face(avatar_id: str, values: Values, size: int, tint: str, *, close: bool = True) -> NDArray[np.uint8]:
    """A square of `size` pixels (opaque BGRA): the face from near, or with `close` off head and shoulders."""
    pixels: NDArray[np.uint8] = np.zeros((size, size, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.clear(_GROUND)
    span, top = (300.0, -158.0) if close else (432.0 - HEAD_TOP + 36.0, HEAD_TOP - 36.0)
    canvas.scale(size / span, size / span)
    canvas.translate(span / 2, -top)
    paint_figure(canvas, CHARACTERS[avatar_id], Pose(values), tint, top + span)
    return pixels


def make_sheet(path: Path, size: int = 260, tint: str = "#2f5fd0") -> None:
    """Write the sheet as a PNG: every expression and viseme of every presenter, near and small."""
    rows = []
    for avatar_id in CHARACTERS:
        cells = [draw_face(avatar_id, values, size, tint) for values in EXPRESSIONS.values()]
        cells += [draw_face(avatar_id, viseme_values(viseme), size, tint) for viseme in Viseme]
        across = 9
        cells += [np.full_like(cells[0], 233)] * (-len(cells) % across)
        rows += [np.hstack(cells[i : i + across]) for i in range(0, len(cells), across)]
    picture = np.ascontiguousarray(np.vstack(rows))
    picture[..., 3] = 255
    skia.Image.fromarray(picture, colorType=skia.kBGRA_8888_ColorType).save(str(path), skia.kPNG)

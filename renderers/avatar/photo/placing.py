"""How a portrait fills a frame: as much of the person as the framing asks for and the photo has."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.landmarks import Landmarks

HEAD_SHARES: dict[str, float] = {"close_up": 0.60, "head_shoulders": 0.42, "half_body": 0.29, "full_body": 0.17}
"""How much of a frame's height the head takes, from the chin to the top of the hair."""
_HEADROOM = {"close_up": 0.10, "head_shoulders": 0.12, "half_body": 0.10, "full_body": 0.07}
_HAIR = 1.12
"""How far above the eyes a head ends that nobody measured, in distances from the eyes to the chin."""


@dataclass(frozen=True)
class Crop:
    """A part of a photo at a scale (pixels shown to one of the photo): its place in the scaled photo, and its size."""

    scale: float
    left: int
    top: int
    width: int
    height: int

    def cut(self, picture: NDArray[Any], edge: int) -> NDArray[Any]:
        """The part of the scaled `picture`, with `edge` pixels more on every side; its rim goes on outside it."""
        import cv2

        height, width = picture.shape[:2]
        size = (max(round(width * self.scale), 1), max(round(height * self.scale), 1))
        how = cv2.INTER_AREA if self.scale < 1 else cv2.INTER_CUBIC
        scaled = picture if size == (width, height) else cv2.resize(picture, size, interpolation=how)
        rows = np.clip(np.arange(self.top - edge, self.top + self.height + edge), 0, size[1] - 1)
        columns = np.clip(np.arange(self.left - edge, self.left + self.width + edge), 0, size[0] - 1)
        return np.ascontiguousarray(scaled[rows][:, columns])


def head_of(face: Landmarks) -> tuple[float, float, float]:
    """The middle (x) of the head, its top (y) and how tall it is down to the chin, in the photo's pixels."""
    eyes = (np.array(face.left_eye.upper).mean(axis=0) + np.array(face.right_eye.upper).mean(axis=0)) / 2
    chin = np.array(face.chin)
    top = face.top[1] if face.top else float(eyes[1]) - _HAIR * math.hypot(*(chin - eyes).tolist())
    outline = np.array(face.face)[:, 0]
    return float(outline.min() + outline.max()) / 2, max(top, 0.0), max(float(chin[1]) - max(top, 0.0), 8.0)


def place(face: Landmarks, width: int, height: int, framing: str) -> Crop:
    """The crop that fills `width` × `height` pixels with as much of the person as `framing` says, or as there is.

    Raises KeyError for no framing.
    """
    across, down = face.size
    middle, top, tall = head_of(face)
    wished = HEAD_SHARES[framing] * height / tall
    # The photo has to fill the frame; where it shows less than is asked for, the person is seen larger.
    scale = max(wished, width / across, height / down)
    wide, high = max(round(across * scale), 1), max(round(down * scale), 1)
    left = min(max(round(middle * scale - width / 2), 0), max(wide - width, 0))
    upper = min(max(round(top * scale - _HEADROOM[framing] * height), 0), max(high - height, 0))
    return Crop(scale, left, upper, width, height)


def frame_height(face: Landmarks, width: int, height: int, framing: str, lowest: float) -> int:
    """How tall (pixels) a frame of `width` is to be, `height` at the most, so that the chin is above `lowest` of that.

    What is written over a presenter lies below the chin; a photo that ends there is shown in a flatter frame.
    """
    tall = height
    for share in (0.92, 0.84, 0.76, 0.68, 0.60, 0.52):
        crop = place(face, width, tall, framing)
        if face.chin[1] * crop.scale - crop.top <= lowest * height:
            break
        tall = max(round(height * share), 2)
    return tall


def widest_framing(face: Landmarks, width: int, height: int) -> str:
    """The framing that shows the most of what the photo has when it fills `width` × `height`."""
    _, _, tall = head_of(face)
    share = max(width / face.size[0], height / face.size[1]) * tall / height
    return next((name for name in reversed(HEAD_SHARES) if share <= HEAD_SHARES[name] * 1.15), "close_up")

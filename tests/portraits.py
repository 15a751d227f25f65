"""A person who was never photographed: a portrait drawn with skin, light and grain, and where its features are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from renderers.avatar.photo.landmarks import Landmarks
from renderers.avatar.photo.matting import cut_out
from renderers.avatar.photo.portrait import Portrait

SIZE = (400, 480)
Picture = NDArray[np.uint8]


@lru_cache(maxsize=1)
def drawn_photo() -> Picture:
    """The portrait, RGB, 400 × 480: a head on shoulders before a wall with a pattern."""
    width, height = SIZE
    grain = np.random.default_rng(5).normal(0, 3.0, (height, width, 3))
    columns, rows = np.meshgrid(np.arange(width), np.arange(height))
    wall = np.stack([70 + 0.1 * rows, 105 + 0.08 * columns, 128 - 0.05 * rows], axis=-1)
    wall[(columns // 20 + rows // 20) % 2 == 0] += 12
    canvas = np.ascontiguousarray(np.clip(wall, 0, 255).astype(np.uint8))

    def ellipse(x: float, y: float, a: float, b: float, colour: tuple[int, int, int]) -> None:
        spot, axes = (round(16 * x), round(16 * y)), (round(16 * a), round(16 * b))
        cv2.ellipse(canvas, spot, axes, 0, 0, 360, colour, -1, cv2.LINE_AA, 4)

    def polygon(points: list[tuple[float, float]], colour: tuple[int, int, int]) -> None:
        cv2.fillPoly(canvas, [np.round(np.array(points) * 16).astype(np.int32)], colour, cv2.LINE_AA, 4)

    ellipse(200, 470, 150, 150, (52, 60, 92))
    ellipse(200, 178, 96, 128, (58, 40, 32))
    polygon([(168, 250), (232, 250), (244, 350), (156, 350)], (206, 160, 132))
    ellipse(200, 200, 80, 110, (222, 178, 150))
    for x in (165, 235):
        polygon([(x - 20, 181), (x - 9, 174), (x, 172), (x + 9, 174), (x + 20, 181), (x, 190)], (238, 236, 232))
        ellipse(x, 181, 8.5, 8.5, (74, 52, 40))
        ellipse(x, 181, 4, 4, (12, 10, 10))
        cv2.line(canvas, (x - 22, 154), (x + 22, 152), (80, 54, 42), 5, cv2.LINE_AA)
        cv2.polylines(
            canvas, [np.array([(x - 20, 181), (x - 9, 174), (x, 172), (x + 9, 174), (x + 20, 181)])], False,
            (60, 40, 34), 2, cv2.LINE_AA,
        )  # fmt: skip
    ellipse(200, 222, 11, 7, (204, 156, 130))
    polygon([(168, 258), (190, 250), (200, 252), (210, 250), (232, 258), (200, 272)], (186, 104, 100))
    cv2.line(canvas, (168, 258), (232, 258), (96, 44, 44), 2, cv2.LINE_AA)
    soft = cv2.GaussianBlur(canvas, (0, 0), 0.8)
    return np.asarray(np.clip(soft + grain, 0, 255), np.uint8)


def drawn_landmarks() -> Landmarks:
    """Where the features of `drawn_photo` are: 41 points, as a person would place them."""

    def eye(x: int) -> dict[str, object]:
        return {
            "upper": [(x - 20, 181), (x - 9, 174), (x, 172), (x + 9, 174), (x + 20, 181)],
            "lower": [(x - 20, 181), (x, 190), (x + 20, 181)],
            "iris": (x, 181, 8.5),
        }

    return Landmarks.model_validate(
        {
            "size": SIZE,
            "left_eye": eye(165),
            "right_eye": eye(235),
            "lips": {
                "upper": [(168, 258), (190, 250), (200, 252), (210, 250), (232, 258)],
                "lower": [(168, 258), (184, 266), (200, 272), (216, 266), (232, 258)],
                "inner_upper": [(170, 258), (200, 258), (230, 258)],
                "inner_lower": [(170, 258), (200, 258), (230, 258)],
            },
            "face": [(121, 185), (128, 240), (156, 292), (200, 310), (244, 292), (272, 240), (279, 185)],
            "nose": (200, 222),
            "nose_base": (200, 232),
            "left_brow": [(143, 154), (165, 153), (187, 152)],
            "right_brow": [(213, 154), (235, 153), (257, 152)],
            "top": (200, 50),
        }
    )


@lru_cache(maxsize=4)
def drawn_portrait(kind: str = "person", *, likeness: bool = False) -> Portrait:
    """The portrait of `drawn_photo`."""
    picture, face = drawn_photo(), drawn_landmarks()
    return Portrait(picture, cut_out(picture, face), face, kind, "photo", "0" * 64, likeness)  # type: ignore[arg-type]


def write_photo(folder: Path, name: str = "portrait.png") -> tuple[Path, Path]:
    """The files of `drawn_photo` and of its landmarks, written into `folder`."""
    photo, landmarks = folder / name, folder / "landmarks.json"
    Image.fromarray(drawn_photo()).save(photo)
    landmarks.write_text(drawn_landmarks().model_dump_json(), encoding="utf-8")
    return photo, landmarks

"""Whether a photo makes a good presenter: what stands against it, and what would make it better, in plain words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.anatomy import Anatomy, measure
from renderers.avatar.photo.landmarks import Landmarks

SMALLEST_FACE, SMALL_FACE = 64, 180
"""Pixels between the temples: below the first nothing can be moved, below the second it looks soft in a video."""
_PROFILE, _TURNED = 0.78, 0.50
"""How far the nose is from the middle of the face, in halves of its width; at the first one eye is hardly seen."""
_SHARP = 18.0
"""The variance of the Laplacian of a face at 200 pixels between the temples, below which it looks blurred."""
_DARK, _BRIGHT = 52.0, 236.0
_OPEN = 0.05
_SHUT = 0.13
_COVERED, _MASKED = 26.0, 16.5
"""Differences of hue (CIE a*b*) of the skin about the mouth to the cheeks, and to the skin between the eyes, which no
mask covers: of 21 faces in the light of their photos the largest to that is 15, and of white, grey and black masks 17.
"""


@dataclass(frozen=True)
class Judgement:
    """`refusal` is why the photo can not be used, empty where it can; `advice` are sentences on what to better."""

    refusal: str = ""
    advice: tuple[str, ...] = ()


HIDDEN = Judgement(
    "A face was found in it, but not what belongs to it: it is seen from the side, or too much of it is hidden. Use a "
    "photo in which one face is seen from the front and well lit, or place the landmarks by hand and give them with "
    "--landmarks FILE."
)
"""What is said to a face of which a profile or a part is seen."""


def judge_faces(sizes: list[float]) -> Judgement:
    """What is to be said to the faces that were found, by their widths (pixels), the largest first."""
    if not sizes:
        return Judgement(
            "No face was found in it. Use a photo in which one face is seen from the front and well lit, or place the "
            "landmarks by hand and give them with --landmarks FILE."
        )
    near = [size for size in sizes[1:] if size > 0.6 * sizes[0]]
    if near:
        return Judgement(f"It shows {1 + len(near)} faces. Cut it so that one person is left, and add it again.")
    if len(sizes) > 1:
        return Judgement(advice=("Other faces are in the background; cut them away, or they stay there, still.",))
    return Judgement()


def judge(picture: NDArray[np.uint8], face: Landmarks, *, person: bool) -> Judgement:
    """What is to be said to the face in an RGB picture. What holds for people is left out for others."""
    found = measure(face)
    height, width = picture.shape[:2]
    if found.wide < SMALLEST_FACE:
        return Judgement(
            f"The face is only {found.wide:.0f} pixels wide, and {SMALLEST_FACE} are needed to move it. Use a larger "
            "photo, or one taken from nearer."
        )
    if person and abs(found.turned) > _PROFILE:
        return Judgement("The face is seen from the side. Use a photo from the front, or turned by half at the most.")
    outside = [
        name
        for name, (x, y) in (("chin", face.chin), ("mouth", face.lips.upper[0]), ("mouth", face.lips.upper[-1]))
        if not (0 <= x < width and 0 <= y < height)
    ]
    if outside:
        return Judgement(f"The {outside[0]} is cut off by the edge of the photo. Use one that shows the whole face.")
    return Judgement(advice=tuple(_advice(picture, face, found, person=person)))


def _advice(picture: NDArray[np.uint8], face: Landmarks, found: Anatomy, *, person: bool) -> list[str]:
    import cv2

    advice: list[str] = []
    if found.wide < SMALL_FACE:
        advice.append(
            f"The face is {found.wide:.0f} pixels wide; with {SMALL_FACE} or more it stays sharp in a full-HD video."
        )
    if person and abs(found.turned) > _TURNED:
        advice.append("The face is turned far to a side; from the front it speaks more convincingly.")
    half = found.wide * 0.5
    x, y = (int(value) for value in found.middle)
    top, left = max(y - int(half), 0), max(x - int(half), 0)
    cut = picture[top : y + int(half), left : x + int(half)]
    scale = 200.0 / found.wide
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    grey = cv2.cvtColor(cv2.resize(cut, None, fx=scale, fy=scale, interpolation=how), cv2.COLOR_RGB2GRAY)
    # A photo that is small already has no detail to lose.
    if scale < 1.15 and float(cv2.Laplacian(grey.astype(np.float32), cv2.CV_32F).var()) < _SHARP:
        advice.append("The face is blurred; a sharper photo makes a livelier presenter.")
    light = float(np.median(grey))
    if light < _DARK:
        advice.append("The face is dark; a photo with more light on it shows the mouth better.")
    elif light > _BRIGHT:
        advice.append("The face is overexposed; a photo with softer light keeps the skin's detail.")
    if found.mouth.open_ > _OPEN:
        advice.append("The mouth is open; with lips that are closed, gently smiling, words look best.")
    if person:
        open_eyes = min(float((eye.lower - eye.upper).max()) / (2 * eye.half) for eye in found.eyes)
        if open_eyes < _SHUT:
            advice.append("The eyes are almost shut; use a photo in which they look at the camera.")
        if _covered(picture, found):
            advice.append("Something seems to cover the mouth or the chin; a hand or a mask there would move with it.")
    eyes = (np.array(face.left_eye.upper).mean(axis=0) + np.array(face.right_eye.upper).mean(axis=0)) / 2
    if float(eyes[1]) - 0.9 * math.hypot(*(np.array(face.chin) - eyes).tolist()) < 0:
        advice.append("The top of the head is cut off; a photo with some room above it can be framed better.")
    return advice


def _covered(picture: NDArray[np.uint8], found: Anatomy) -> bool:
    """Whether the skin about the mouth has quite another hue than the cheeks below the eyes, or than between them."""
    import cv2

    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float64)
    mouth = found.mouth

    def hue(x: float, y: float, size: float) -> NDArray[np.float64]:
        half = max(int(size), 1)
        part = lab[max(int(y) - half, 0) : int(y) + half + 1, max(int(x) - half, 0) : int(x) + half + 1, 1:]
        return np.asarray(np.median(part.reshape(-1, 2), axis=0)) if part.size else np.full(2, np.nan)

    size = 0.035 * found.wide
    cheeks = [hue(*found.axes.out(side * found.wide, 0.36 * found.tall), size) for side in (-0.22, 0.22)]
    below = 0.55 * float(mouth.low.max()) + 0.45 * float(mouth.jaw[len(mouth.jaw) // 2])
    spots = [hue(*mouth.axes.out(side * mouth.half, below), size) for side in (-0.7, 0.0, 0.7)]
    spots += [hue(*mouth.axes.out(side * mouth.half, 0.0), size) for side in (-1.35, 1.35)]
    far = [min(float(np.linalg.norm(spot - cheek)) for cheek in cheeks) for spot in spots]
    between = hue(*found.axes.out(0.0, 0.0), size)
    masked = [float(np.linalg.norm(spot - between)) for spot in spots]
    return float(np.median(far)) > _COVERED or float(np.median(masked)) > _MASKED

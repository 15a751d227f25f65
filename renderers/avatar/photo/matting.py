"""Who is cut out of a photo: how much of each pixel is the person, and what colours lie behind and in front of edges.

A cut by colour statistics (GrabCut, Rother et al. 2004) begins from what the face tells of where its owner stands; its
edge is then drawn along the photo's own by a guided filter (He et al. 2010). No model is needed.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.photo.landmarks import Landmarks

Matte = NDArray[np.uint8]
_CUT_SIZE = 420
_ROUNDS = 5


def cut_out(picture: NDArray[np.uint8], face: Landmarks) -> Matte:
    """How much of each pixel of an RGB picture is the person whose `face` is given: 0 nothing, 255 all of it."""
    import cv2

    height, width = picture.shape[:2]
    scale = min(_CUT_SIZE / max(height, width), 1.0)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    marks = _guess(small.shape[:2], face.scaled(scale))
    back, front = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(1)
    cv2.grabCut(small[..., ::-1].copy(), marks, (0, 0, 0, 0), back, front, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    cut = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    cut = _one_piece(cut, face.scaled(scale))
    large = np.asarray(cv2.resize(cut.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
    reach = max(round(0.006 * max(height, width)), 2)
    soft = _guided(picture, large, reach)
    # What the filter leaks into flat grounds, and the holes that it leaves in flat cloth, are taken back.
    soft = np.clip((soft - 0.12) / 0.76, 0, 1)
    far = cv2.distanceTransform((large < 0.5).astype(np.uint8), cv2.DIST_L2, 5) > 2.5 * reach
    deep = cv2.distanceTransform((large >= 0.5).astype(np.uint8), cv2.DIST_L2, 5) > 2.5 * reach
    soft[far], soft[deep] = 0.0, 1.0
    return np.asarray(np.round(soft * 255), np.uint8)


def _guess(shape: tuple[int, int], face: Landmarks) -> NDArray[np.uint8]:
    """GrabCut's marks: the face and what must be below it are sure, the upper corners are not the person."""
    import cv2

    height, width = shape
    marks = np.full(shape, cv2.GC_PR_BGD, np.uint8)
    outline = np.array(face.face)
    eyes = (np.array(face.left_eye.upper).mean(axis=0) + np.array(face.right_eye.upper).mean(axis=0)) / 2
    chin = np.array(face.chin)
    tall, wide = float(np.hypot(*(chin - eyes))), float(np.ptp(outline[:, 0]))
    x, y = float(outline[:, 0].mean()), float(eyes[1])
    top = face.top[1] if face.top else y - 1.15 * tall
    floor = float(chin[1])

    def ellipse(scale_x: float, upper: float, lower: float, mark: int) -> None:
        middle = (round(x), round((upper + lower) / 2))
        axes = (max(round(wide * scale_x / 2), 1), max(round((lower - upper) / 2), 1))
        cv2.ellipse(marks, middle, axes, 0, 0, 360, mark, -1)

    # Nothing of a person is far beside or above the head.
    marks[: max(round(top - 0.25 * tall), 0)] = cv2.GC_BGD
    side = max(round(x - 1.45 * wide), 0), min(round(x + 1.45 * wide), width)
    marks[: max(round(floor - 0.3 * tall), 0), : side[0]] = cv2.GC_BGD
    marks[: max(round(floor - 0.3 * tall), 0), side[1] :] = cv2.GC_BGD
    ellipse(1.9, top - 0.05 * tall, floor + 0.1 * tall, cv2.GC_PR_FGD)
    shoulders = np.array(
        [
            (x - 0.45 * wide, floor), (x + 0.45 * wide, floor), (x + 1.5 * wide, floor + 1.1 * tall),
            (x + 1.9 * wide, height), (x - 1.9 * wide, height), (x - 1.5 * wide, floor + 1.1 * tall),
        ]
    )  # fmt: skip
    cv2.fillPoly(marks, [np.round(shoulders).astype(np.int32)], cv2.GC_PR_FGD)
    trunk = np.array(
        [
            (x - 0.28 * wide, floor - 0.1 * tall), (x + 0.28 * wide, floor - 0.1 * tall),
            (x + 0.6 * wide, floor + 1.3 * tall), (x + 0.8 * wide, height), (x - 0.8 * wide, height),
            (x - 0.6 * wide, floor + 1.3 * tall),
        ]
    )  # fmt: skip
    cv2.fillPoly(marks, [np.round(trunk).astype(np.int32)], cv2.GC_FGD)
    cv2.fillPoly(marks, [cv2.convexHull(np.round(outline).astype(np.int32))], cv2.GC_FGD)
    ellipse(0.8, y - 0.55 * tall, floor - 0.2 * tall, cv2.GC_FGD)
    return marks


def _one_piece(cut: NDArray[np.uint8], face: Landmarks) -> NDArray[np.uint8]:
    """The piece of `cut` that the nose lies in, without the holes that are smaller than an eye."""
    import cv2

    smooth = cv2.morphologyEx(cut, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    _, pieces = cv2.connectedComponents(smooth)
    x, y = (min(max(round(value), 0), side - 1) for value, side in zip(face.nose, cut.shape[::-1], strict=True))
    piece = (pieces == pieces[y, x]).astype(np.uint8) if pieces[y, x] else smooth
    _, holes, stats, _ = cv2.connectedComponentsWithStats(1 - piece)
    least = 0.006 * cut.size
    for index in range(1, len(stats)):
        left, top, wide, high, area = stats[index].tolist()
        inside = left > 0 and top > 0 and left + wide < cut.shape[1] and top + high < cut.shape[0]
        if inside and area < least:
            piece[holes == index] = 1
    return np.asarray(piece, np.uint8)


def _guided(picture: NDArray[np.uint8], mask: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """`mask` redrawn along the edges of the picture's luma, within `reach` pixels."""
    import cv2

    guide = np.asarray(picture.astype(np.float32) @ np.array([0.299, 0.587, 0.114]) / 255, np.float32)
    size = (2 * reach + 1, 2 * reach + 1)

    def mean(values: NDArray[Any]) -> NDArray[np.float32]:
        return np.asarray(cv2.blur(values, size), np.float32)

    mean_guide, mean_mask = mean(guide), mean(mask)
    slope = (mean(guide * mask) - mean_guide * mean_mask) / (mean(guide * guide) - mean_guide**2 + np.float32(4e-4))
    rest = mean_mask - slope * mean_guide
    return np.asarray(mean(slope) * guide + mean(rest), np.float32)


def spread(colours: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """`colours` (h × w × n) where `weight` is 1, and elsewhere smoothly what is nearest of them (pull and push)."""
    import cv2

    height, width = weight.shape
    if min(height, width) <= 2:
        total = float(weight.sum())
        mean = (colours * weight[..., None]).sum(axis=(0, 1)) / total if total > 0 else colours.mean(axis=(0, 1))
        known = weight[..., None]
        return np.asarray(colours * known + mean * (1 - known), np.float32)
    half = ((width + 1) // 2, (height + 1) // 2)
    less = cv2.resize(weight, half, interpolation=cv2.INTER_AREA)
    sums = cv2.resize(colours * weight[..., None], half, interpolation=cv2.INTER_AREA).reshape(half[1], half[0], -1)
    mean = np.asarray(sums / np.maximum(less, 1e-6)[..., None], np.float32)
    coarse = spread(mean, np.asarray(np.minimum(less * 4, 1), np.float32))
    below = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR).reshape(height, width, -1)
    known = weight[..., None]
    return np.asarray(colours * known + below * (1 - known), np.float32)

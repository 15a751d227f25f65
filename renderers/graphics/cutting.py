"""Products cut out of photographs with a plain ground, as shops have them: how much of each pixel is the product.

What is of the ground's colour and hangs together with the picture's edge is ground, and so is a soft shadow on it. At
the product's edge each pixel is a mixture of its colour and the ground's (Smith and Blinn, "Blue screen matting",
1996). Where the edge can not be told, as of white things on white, nothing is cut: a frame is better than a bitten
lamp.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
_EDGE = 0.02
"""The part of the picture along its sides by which the ground is told."""
_PLAIN, _PLAINLY = 10.0, 0.985
"""Levels by which the ground's pixels may differ from one another, and how many of those at the sides have to agree."""
_APART = 14.0
"""Levels from the ground from which on something is not it."""
_SHADED, _TINTED, _SOFT = 0.5, 0.03, 6.0
"""A shadow: how much of the ground's light is left at the least, how far its channels may part, levels from one pixel
to the next at the most."""
_LEAST, _MOST = 0.02, 0.85
"""The part of the picture that a product takes."""
_DOUBTFUL = 0.12
"""The share of the product's outline along which it is hardly told from the ground, above which nothing is cut."""
_CLOSER, _GROWN = 4.0, 1.2
"""Levels from the ground at a closer look, and how much larger the product may be then."""
_SOLID = 0.3
"""The part of its convex hull that a product fills; of one that was bitten only bits of its outline are left."""
_SAME, _BLOWN, _WINDOW = 3.0, 253.0, 0.004
"""Levels up to which what a product encloses is the ground seen through it, the ground from which on that can not be
told from something white on the product, and the part of the picture from which on it is of weight."""
_SPECK = 0.02
_MIXED, _NIL = 0.004, 0.08
"""How far on either side of the outline pixels may be mixtures, as a part of the long side, and what of a mixture is
noise."""


def cut_from_plain(picture: Picture) -> Picture | None:
    """`picture`, RGB `(height, width, 3)`, as RGBA with its ground taken away; None where it has no plain ground, or
    the product on it can not be told from it.
    """
    import cv2

    ground = _ground(picture)
    if ground is None:
        return None
    away = np.abs(picture.astype(np.float32) - ground).max(axis=2)
    shadow = _shadow(picture, ground)
    through = _windows(picture, away, ground)
    if through is None:
        return None
    kept = _pieces(~(_outside((away <= _APART) | shadow) | through))
    if not _LEAST <= float(kept.mean()) <= _MOST or _doubt(kept, away) > _DOUBTFUL or _solidity(kept) < _SOLID:
        return None
    # A thing that is almost of the ground's colour grows when one looks closer.
    blurred = cv2.GaussianBlur(picture, (0, 0), 2.0).astype(np.float32)
    closer = _pieces(~(_outside((np.abs(blurred - ground).max(axis=2) <= _CLOSER) | shadow) | through))
    if float(closer.sum()) > _GROWN * float(kept.sum()):
        return None
    reach = max(2, round(_MIXED * max(picture.shape[:2])))
    round_ = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    inner = cv2.erode(kept.astype(np.uint8), round_) > 0
    outer = cv2.dilate(kept.astype(np.uint8), round_) == 0
    if not inner.any() or not outer.any():
        return None
    own, beside = (_nearest(picture, part).astype(np.float32) for part in (inner, outer))
    span = own - beside
    mixed = ((picture.astype(np.float32) - beside) * span).sum(axis=2) / np.maximum((span * span).sum(axis=2), 1.0)
    # At the foot of a product the ground beside it lies in its shadow.
    alpha = np.where(inner, 1.0, np.where(outer, 0.0, np.clip((mixed - _NIL) / (1 - 2 * _NIL), 0, 1)))
    colours = np.where((alpha > 0.95)[..., None], picture, own)
    return np.dstack([np.clip(colours, 0, 255), np.round(255 * alpha)]).astype(np.uint8)


def _ground(picture: Picture) -> NDArray[np.float32] | None:
    """The colour of the plain ground; None where the sides of the picture are not of one colour."""
    deep = max(2, round(_EDGE * min(picture.shape[:2])))
    sides = (picture[:deep], picture[-deep:], picture[:, :deep], picture[:, -deep:])
    pixels = np.concatenate([side.reshape(-1, 3) for side in sides]).astype(np.float32)
    ground = np.median(pixels, axis=0)
    alike = np.abs(pixels - ground).max(axis=1) <= _PLAIN
    return np.asarray(ground, np.float32) if float(alike.mean()) >= _PLAINLY else None


def _shadow(picture: Picture, ground: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Where the picture may be the ground in a soft shadow: darker, of its colour, without edges."""
    import cv2

    left = picture.astype(np.float32) / np.maximum(ground, 1.0)
    light = left.mean(axis=2)
    tint = np.abs(left - light[..., None]).max(axis=2)
    smooth = cv2.GaussianBlur(light * float(ground.mean()), (0, 0), 1.0)
    steep = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0, scale=0.125), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, scale=0.125))
    found: NDArray[np.bool_] = (light >= _SHADED) & (light <= 1.02) & (tint <= _TINTED) & (steep <= _SOFT)
    return found


def _outside(like: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The part of `like` that hangs together with the picture's sides."""
    import cv2

    _, labels = cv2.connectedComponents(like.astype(np.uint8), connectivity=4)
    sides = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    return np.asarray(np.isin(labels, np.unique(sides[sides > 0])) & like)


def _windows(picture: Picture, away: NDArray[np.float32], ground: NDArray[np.float32]) -> NDArray[np.bool_] | None:
    """Where the ground is seen through the product, as through the handle of a cup; None where one can not know."""
    import cv2

    like = away <= _APART
    inside = like & ~_outside(like)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(inside.astype(np.uint8), connectivity=4)
    found = np.zeros(like.shape, bool)
    for number in range(1, count):
        if stats[number, cv2.CC_STAT_AREA] < _WINDOW * like.size:
            continue
        part = labels == number
        same = float(np.abs(np.median(picture[part], axis=0) - ground).max()) <= _SAME
        if not same or float(ground.min()) >= _BLOWN:
            return None
        found |= part
    return found


def _pieces(found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`found` without specks: pieces that are small beside the largest."""
    import cv2

    count, labels, stats, _ = cv2.connectedComponentsWithStats(found.astype(np.uint8))
    if count < 2:
        return np.zeros_like(found)
    areas = stats[1:, cv2.CC_STAT_AREA]
    return np.asarray(np.isin(labels, 1 + np.flatnonzero(areas >= _SPECK * areas.max())))


def _doubt(kept: NDArray[np.bool_], away: NDArray[np.float32]) -> float:
    """The share of the outline just inside of which there is hardly another colour than the ground's."""
    import cv2

    mask = kept.astype(np.uint8)
    inside = cv2.erode(mask, np.ones((3, 3), np.uint8))
    rim = (inside > 0) & (cv2.erode(inside, np.ones((5, 5), np.uint8)) == 0)
    return float((away[rim] < 2 * _APART).mean()) if rim.any() else 1.0


def _solidity(kept: NDArray[np.bool_]) -> float:
    """The part of its convex hull that `kept` fills."""
    import cv2

    rows, columns = np.nonzero(kept)
    hull = cv2.convexHull(np.stack([columns, rows], axis=1).astype(np.int32))
    return float(kept.sum()) / max(cv2.contourArea(hull), 1.0)


def _nearest(picture: Picture, inner: NDArray[np.bool_]) -> Picture:
    """For each pixel the colour of the nearest one that is wholly the product's."""
    import cv2

    _, labels = cv2.distanceTransformWithLabels(
        (~inner).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    table = np.zeros((int(labels.max()) + 1, 3), np.uint8)
    table[labels[inner]] = picture[inner]
    return np.asarray(table[labels], np.uint8)

"""The contrast of a line of type in a decoded picture with what is really beside its letters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.written_scenes import SeenLine
from tools.review_brand_pixels import lab_of

Rgb = NDArray[np.uint8]

_MARGIN = 0.14
"""Of a line's height that is looked at above and below it: what is right behind its letters."""
_SMALLEST = 5
"""Pixels of height below which letters are no more than a grey."""
_SEEN = 0.35
"""The part of the way from the ground to its own colour that the strongest pixels of a line reach where it is seen."""


_OUTLINED, _SHARE = 0.1, 0.06
"""OKLab distance from the colour of an outline, and the share of the pixels within it, for letters to have one."""


def line_contrast(frame: Rgb, line: SeenLine) -> float | None:
    """The WCAG contrast of the line's letters with the ground beside them, in that part of it where it is least.

    None where the line is too small in this picture to be measured, lies outside, or has no letters: emoji bring their
    own colours. Where nothing of its colour is to be seen at all, what is measured is 1: the letters are not told from
    their ground.
    """
    if not any(sign.isalnum() for sign in line.text):
        return None
    high, wide = frame.shape[:2]
    left, top, width, height = line.box[0] * wide, line.box[1] * high, line.box[2] * wide, line.box[3] * high
    if height < _SMALLEST:
        return None
    margin = _MARGIN * height
    rows = slice(max(0, round(top - margin)), min(high, round(top + height + margin)))
    columns = slice(max(0, round(left)), min(wide, round(left + width)))
    part = frame[rows, columns]
    if part.shape[0] < _SMALLEST or part.shape[1] < 3:
        return None
    inks = np.array([[int(ink[i : i + 2], 16) for i in (1, 3, 5)] for ink in line.inks], np.uint8)
    apart = [np.linalg.norm(lab_of(part) - ink, axis=-1) for ink in lab_of(inks)]
    away = np.min(apart, axis=0)
    edge = np.array([int(line.edge[i : i + 2], 16) for i in (1, 3, 5)], np.uint8) if line.edge else None
    count = max(1, min(12, round(part.shape[1] / (1.6 * part.shape[0]))))
    found: list[float] = []
    for columns_of in np.array_split(np.arange(part.shape[1]), count):
        cell, distance = part[:, columns_of], away[:, columns_of]
        far = distance >= np.median(distance)
        ground = np.median(cell[far].reshape(-1, 3), axis=0)
        if edge is not None and np.mean(np.linalg.norm(lab_of(cell) - lab_of(edge), axis=-1) < _OUTLINED) > _SHARE:
            ground = edge.astype(float)
        deepest = float(np.percentile(distance, 75))
        # Where no pixel comes near the letters' colour there is a space, or the letters are not there at all.
        if deepest > 0.06 and np.percentile(distance, 2) > (1 - _SEEN) * deepest:
            continue
        there = [
            ink
            for ink, own in zip(inks, apart, strict=True)
            if len(inks) == 1 or np.percentile(own[:, columns_of], 2) < _SEEN * _distance(ink, ground)
        ]
        found += [_contrast(ink, ground) for ink in there]
    return min(found) if found else 1.0


def _distance(ink: NDArray[np.uint8], ground: NDArray[np.float64]) -> float:
    pair = lab_of(np.stack([ink, np.round(ground).astype(np.uint8)]))
    return float(np.linalg.norm(pair[0] - pair[1]))


def _contrast(one: NDArray[np.uint8], other: NDArray[np.float64]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: NDArray[np.uint8] | NDArray[np.float64]) -> float:
    encoded = np.asarray(rgb, float) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))

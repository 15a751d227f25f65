"""The mouths that one on screen is held against: shut, pressed, and open by several widths, all else as performed.

A smile, spread or rounded lips and a lip under the teeth are taken from the performance, so that lips which are pressed
or smile are not taken for lips that are apart. How far they are apart is told by the picture alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.mouth import LIP_SHARE, TUCK_SHARE

GAPS = np.array((0.0, 0.05, 0.10, 0.16, 0.24, 0.34, 0.46, 0.60, 0.78, 1.0))
"""The gaps, as `aperture` has them, of the mouths; between them the error is taken to be a parabola."""
_PARTED = 0.06
"""The gap from which on the performance says how jaw and lips share in it."""
_SHARE = 0.35
"""How far lips part for a jaw that drops by one, where it does not."""

Channels = Mapping[str, float]


def mouths(channels: Channels) -> list[dict[str, float]]:
    """The channels of a frame with other mouths: pressed shut, then open by each of `GAPS`."""
    upper, lower, jaw = (channels[part] for part in ("upper_lip", "lower_lip", "jaw"))
    planned = jaw + LIP_SHARE * (upper + lower)
    found = [{**channels, "press": 1.0, "jaw": 0.0, "upper_lip": 0.0, "lower_lip": 0.0}]
    for gap in GAPS.tolist():
        # A lip under the teeth closes most of what the jaw opens.
        wanted = min(gap / (1 - TUCK_SHARE * channels["tuck"]), 1 + 2 * LIP_SHARE)
        parts = [part * wanted / planned if planned > _PARTED else _SHARE * wanted for part in (upper, lower)]
        lips = [min(part, 1.0) for part in parts]
        drop = min(max(wanted - LIP_SHARE * sum(lips), 0.0), 1.0)
        found.append({**channels, "press": 0.0, "jaw": drop, "upper_lip": lips[0], "lower_lip": lips[1]})
    return found


def likest_gap(errors: NDArray[Any]) -> NDArray[np.float64]:
    """The gap of the mouth that is most like what is seen: `errors` are frames × `mouths`."""
    # Lips that are shut are pressed or rest: those count that are more alike.
    errors = np.concatenate([errors[:, :2].min(axis=1)[:, None], errors[:, 2:]], axis=1).astype(np.float64)
    rows, best = np.arange(len(errors)), errors.argmin(axis=1)
    middle = np.clip(best, 1, len(GAPS) - 2)
    x0, x1, x2 = GAPS[middle - 1], GAPS[middle], GAPS[middle + 1]
    y0, y1, y2 = (errors[rows, middle + side] for side in (-1, 0, 1))
    bend = x2 * (y1 - y0) + x1 * (y0 - y2) + x0 * (y2 - y1)
    slope = x2**2 * (y0 - y1) + x1**2 * (y2 - y0) + x0**2 * (y1 - y2)
    curved = bend * (x0 - x1) * (x0 - x2) * (x1 - x2) > 0
    lowest = np.where(curved, -slope / np.where(curved, 2 * bend, 1.0), GAPS[best])
    found = np.where(best == len(GAPS) - 1, GAPS[-1], np.clip(lowest, x0, x2))
    return np.asarray(np.where(best == 0, np.clip(lowest, 0.0, GAPS[1] / 2), found), np.float64)

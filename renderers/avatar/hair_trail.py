"""How loose hair trails behind a moving head.

Kept apart from the drawing, so that a cache key can ask for it without loading what paints.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from renderers.avatar import Performance

_STIFFNESS, _DAMPING = 90.0, 12.0
_FARTHEST = 14.0
_FADE_SECONDS = 0.3
_STEPS = 32
"""Steps to a figure unit, finer than can be seen: what a spring remembers of long ago is lost in them."""


def trail_hair(performance: Performance) -> NDArray[np.float64]:
    """How far loose hair trails on each frame: frames × 2 (x, y), figure units, each within ±14.

    A damped spring pulled by the head. A frame depends on the frames before it alone, except that the hair comes to
    rest over the last 0.3 s.
    """
    channels = {
        name: performance.channels[name].astype(np.float64) for name in ("yaw", "roll", "head_x", "pitch", "head_y")
    }
    step = 1 / float(performance.rate)
    sideways = 1.1 * channels["yaw"] + 1.6 * channels["roll"] + 14.0 * channels["head_x"]
    downward = 1.2 * channels["pitch"] + 14.0 * channels["head_y"]
    found = np.stack([_follow(sideways, step), _follow(downward, step)], 1)
    inside = np.minimum(np.arange(len(found)), np.arange(len(found))[::-1]) * step
    faded = np.clip(found, -_FARTHEST, _FARTHEST) * np.clip(inside / _FADE_SECONDS, 0, 1)[:, None]
    return np.asarray(np.round(faded * _STEPS) / _STEPS)


def _follow(drive: NDArray[np.float64], step: float) -> NDArray[np.float64]:
    """How far a damped spring lags behind `drive`, which has one value every `step` seconds."""
    place, speed = float(drive[0]), 0.0
    lag = []
    for goal in drive.tolist():
        # Two half steps keep the spring stable at 24 frames a second.
        for _ in range(2):
            speed += (_STIFFNESS * (goal - place) - _DAMPING * speed) * step / 2
            place += speed * step / 2
        lag.append(place - goal)
    return np.asarray(lag)

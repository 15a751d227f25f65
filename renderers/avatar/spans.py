"""What a span of frames takes from a performance, so that a picture is painted anew only where the presenter moves."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.hair_trail import trail_hair
from renderers.avatar.performance import load
from renderers.takes import DIGEST_LENGTH

_KEPT = 8
"""Performances held at once; ten minutes of one are 4 MB."""


def span_digest(folder: Path, start: int, stop: int) -> str:
    """The content key of all that decides the presenter's pixels in the frames [`start`, `stop`) of a take.

    Frames before the take are its first and frames after it its last, as they are painted. Two takes that agree over a
    span have the same key for it, whatever they do elsewhere. Raises `TakeDamaged` where the take can not be read.
    """
    try:
        written = (folder / "performance.npz").stat().st_mtime_ns
    except OSError:
        written = 0
    names, values = _values(folder, written)
    frames = np.clip(np.arange(start, stop), 0, len(values) - 1)
    found = hashlib.sha256(f"{names} {len(frames)}".encode())
    found.update(np.ascontiguousarray(values[frames]).tobytes())
    return found.hexdigest()[:DIGEST_LENGTH]


@lru_cache(maxsize=_KEPT)
def _values(folder: Path, written: int) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """The channels' names and all values a frame: the channels and, last, the trail of the hair.

    `written` is when the take was written, so that one that was made again is read again.
    """
    performance = load(folder)
    names = tuple(sorted(performance.channels))
    curves = [performance.channels[name].astype(np.float64)[:, None] for name in names]
    return names, np.concatenate([*curves, trail_hair(performance)], axis=1)

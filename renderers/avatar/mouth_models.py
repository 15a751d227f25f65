"""Mouths drawn to be held against those on screen, kept as takes: nothing that is measured takes longer to make."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from renderers.errors import NoSpace
from renderers.takes import TakeStore, digest, drop_take

KIND = "measures"
VERSION = 1
"""Raised when other mouths are drawn for a frame, or they are kept in another way."""
_EFFORT = 1
"""Of 9: two seconds take 10 ms to pack and come to a tenth of their size."""
_NAME, _SIDES = "models.bin", 4
"""The file of kept mouths, and how many sides they have, each of which comes first in four bytes."""

Models = NDArray[np.uint8]


def kept_models(takes: TakeStore | None, about: tuple[object, ...], count: int, draw: Callable[[], Models]) -> Models:
    """The mouths of `count` frames that `draw` draws, frames × mouths × layers × places; or those in `takes`.

    `about` is what decides them, beside the drawing code.
    """
    if takes is None:
        return draw()
    from renderers.painting_identity import painting_identity

    key = digest("mouth models", VERSION, painting_identity(), *about, count)
    found = _read(takes, key, count)
    if found is not None:
        takes.count(KIND, made=False)
        return found
    drawn = draw()
    # A full disk loses nothing by it.
    with contextlib.suppress(NoSpace):
        takes.keep(KIND, key, lambda folder: (folder / _NAME).write_bytes(_pack(drawn)))
    return drawn


def _pack(drawn: Models) -> bytes:
    return np.array(drawn.shape, ">u4").tobytes() + zlib.compress(drawn.tobytes(), _EFFORT)


def _read(takes: TakeStore, key: str, count: int) -> Models | None:
    """The kept mouths; None, and the take is gone, where they are not what was kept."""
    take = takes.find(KIND, key)
    if take is None:
        return None
    with contextlib.suppress(OSError, ValueError, zlib.error):
        content = (take.folder / _NAME).read_bytes()
        sides = np.frombuffer(content[: 4 * _SIDES], ">u4").tolist()
        found = np.frombuffer(zlib.decompress(content[4 * _SIDES :]), np.uint8).reshape(sides)
        if len(sides) == _SIDES and len(found) == count:
            return found
    drop_take(take.folder)
    return None

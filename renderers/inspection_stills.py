"""Single pictures out of a finished film, kept as takes: one that was looked at before is not decoded again."""

from __future__ import annotations

import contextlib
import zlib
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.errors import NoSpace
from renderers.inspection_takes import KIND
from renderers.media import picture_at, survey
from renderers.media_facts import OWN, Limits
from renderers.media_groups import Group
from renderers.takes import TakeStore, digest, drop_take

VERSION = 1
"""Raised when the same moment gives other pixels, or they are kept in another way."""
_EFFORT = 1
"""Of 9: half a second of decoding is saved for a hundredth of packing."""
_NAME, _SIDES = "picture.bin", 4
"""The file of a kept picture, and the bytes of each of its two sides, which come first."""
_MOMENT = 1e-6
"""Seconds by which a picture may begin late and still be on screen."""

Rgb = NDArray[np.uint8]


class Stills:
    """The pictures of the film at `path`. What `takes` holds of the same bytes is not decoded."""

    def __init__(self, path: Path, takes: TakeStore | None = None, limits: Limits = OWN) -> None:
        self._path, self._takes, self._limits = path, takes, limits

    def at(self, seconds: float, size: tuple[int, int] | None = None) -> Rgb | None:
        """The picture on screen at `seconds`, `(height, width, 3)`, in `size` or its own; None past the end.

        The same with and without takes. Raises `MediaRejected` as `picture_at` does.
        """
        place = self._place(seconds) if self._takes is not None else None
        if place is None or self._takes is None:
            return self._decode(seconds, size)
        key = digest("still", VERSION, *place, size)
        found = _kept(self._takes, key)
        if found is not None:
            self._takes.count(KIND, made=False)
            return found
        picture = self._decode(seconds, size)
        if picture is not None:
            # A full disk loses nothing by it.
            with contextlib.suppress(NoSpace):
                self._takes.keep(KIND, key, lambda folder: (folder / _NAME).write_bytes(_pack(picture)))
        return picture

    def _decode(self, seconds: float, size: tuple[int, int] | None) -> Rgb | None:
        found = picture_at(self._path, seconds, size, self._limits)
        return None if found is None else found.pixels

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        footage = survey(self._path, self._limits).footage
        return footage.groups if footage is not None else ()

    def _place(self, seconds: float) -> tuple[str, int] | None:
        """The mark of the group that is on screen at `seconds`, and the number of the picture in it."""
        begins = [group.times[0] for group in self._groups]
        number = bisect_right(begins, seconds + _MOMENT) - 1
        if number < 0:
            return None
        group = self._groups[number]
        at = bisect_right(group.times, seconds + _MOMENT) - 1
        return (group.mark, at) if seconds < group.times[at] + group.lengths[at] else None


def _pack(picture: Rgb) -> bytes:
    """`picture` as bytes; of each row what differs from the one above, which is mostly little."""
    height, width, _ = picture.shape
    sides: bytes = height.to_bytes(_SIDES, "big") + width.to_bytes(_SIDES, "big")
    changes: Rgb = np.diff(picture, axis=0, prepend=np.zeros_like(picture[:1]))
    return sides + zlib.compress(changes.tobytes(), _EFFORT)


def _kept(takes: TakeStore, key: str) -> Rgb | None:
    """The picture that was kept; None, and the take is gone, where it is not what was kept."""
    take = takes.find(KIND, key)
    if take is None:
        return None
    try:
        content = (take.folder / _NAME).read_bytes()
        height, width = (int.from_bytes(content[at : at + _SIDES], "big") for at in (0, _SIDES))
        rows = np.frombuffer(zlib.decompress(content[2 * _SIDES :]), np.uint8).reshape(height, width, 3)
    except (OSError, ValueError, zlib.error):
        drop_take(take.folder)
        return None
    return np.cumsum(rows, axis=0, dtype=np.uint8)

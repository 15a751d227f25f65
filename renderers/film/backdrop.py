"""A prepared film as what fills the frame: each picture of it for one frame, the last one for all that follow."""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction

import numpy as np

from renderers.errors import MediaRejected, TakeDamaged
from renderers.film.footage import STRETCH, STRETCH_FILE
from renderers.layer import Planes
from renderers.media import OwnFilm
from renderers.timeline import FilmClip


class FilmBackdrop:
    """Paints a `FilmClip`. Before its first frame it shows the first picture, after its last the last.

    Raises `TakeDamaged` where a stretch can not be read back.
    """

    def __init__(self, clip: FilmClip, rate: Fraction) -> None:
        self._clip, self._rate = clip, rate
        self._opened: tuple[int, OwnFilm] | None = None

    def key(self, n: int) -> Hashable:
        """The number of the picture."""
        return min(max(n, 0), self._clip.duration - 1)

    def fill(self, planes: Planes, n: int) -> None:
        """Write frame `n`."""
        stretch, number = divmod(min(max(n, 0), self._clip.duration - 1), STRETCH)
        folder = self._clip.takes[stretch]
        try:
            if self._opened is None or self._opened[0] != stretch:
                self.close()
                self._opened = stretch, OwnFilm(folder / STRETCH_FILE, self._rate)
            found = self._opened[1].picture(number)
        except MediaRejected as error:
            raise TakeDamaged(f"A prepared film can not be read back ({error})", folder) from error
        for source, target in zip(found, (planes.y, planes.u, planes.v), strict=True):
            np.copyto(target, source)

    def close(self) -> None:
        """Let go of the stretch that is open."""
        if self._opened is not None:
            self._opened[1].close()
            self._opened = None

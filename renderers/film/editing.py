"""A client's film made faster or slower and turned, by moviepy, on pictures that were decoded under guard.

moviepy has the clip: its span, its speed, its turn. It is not given the file: what it would open a foreign film with is
an FFmpeg of its own, unbound in time and memory. Pictures go through it in YUV, so that nothing is lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.film.fitting import Fit
from renderers.layer import Planes

SLOWEST, FASTEST = 0.25, 4.0
_PARTS = 1000
"""Speeds are whole thousandths, so that a moment of the film belongs to each picture exactly."""


@dataclass(frozen=True)
class FilmEdit:
    """What is done to a film: played `speed` times as fast, `turn`ed clockwise by 0, 90, 180 or 270 degrees."""

    speed: float = 1.0
    turn: int = 0

    @property
    def pace(self) -> Fraction:
        """The speed, exactly."""
        return Fraction(round(self.speed * _PARTS), _PARTS)

    @property
    def aside(self) -> bool:
        """Whether width and height change places."""
        return self.turn % 180 != 0

    def before(self, frame: tuple[int, int]) -> tuple[int, int]:
        """The frame that a film has to fit into so that it fits into `frame` once it is turned."""
        return frame[::-1] if self.aside else frame

    def after(self, place: Fit, frame: tuple[int, int]) -> Fit:
        """How a film that stood in `before(frame)` as `place` says stands in `frame` once it is turned."""
        if self.aside:
            across, down = place.down, place.across
            return Fit(place.height, place.width, place.top, place.left, place.y, place.x, across, down)
        return (
            replace(place, x=frame[0] - place.x - place.across, y=frame[1] - place.y - place.down)
            if self.turn
            else place
        )


PLAIN = FilmEdit()
"""A film as it is."""


def edited(pictures: Iterator[Planes], edit: FilmEdit, rate: Fraction, count: int) -> Iterator[Planes]:
    """`count` pictures at `rate` of the clip whose own pictures, one for each `rate / edit.pace` seconds, are given.

    They are taken from `pictures` one after another, each once. Source of speed and turn: moviepy's `MultiplySpeed`
    and `Rotate`, which turns counter-clockwise.
    """
    from moviepy import VideoClip, vfx  # type: ignore[import-untyped]

    own_rate = rate / edit.pace
    coming, at, shown = iter(pictures), -1, np.empty((0, 0, 3), np.uint8)

    def picture(seconds: float) -> NDArray[np.uint8]:
        nonlocal at, shown
        wanted = min(round(seconds * own_rate), count - 1)
        while at < wanted:
            shown, at = _stacked(next(coming)), at + 1
        return shown

    clip = VideoClip(frame_function=picture, duration=float(count / own_rate))
    steps: list[Any] = []
    if edit.pace != 1:
        steps.append(vfx.MultiplySpeed(float(edit.pace)))
    if edit.turn:
        steps.append(vfx.Rotate(-edit.turn))
    prepared = clip.with_effects(steps).with_fps(float(rate))
    for number in range(count):
        yield _parted(prepared.get_frame(float(number / rate)))


def _stacked(planes: Planes) -> NDArray[np.uint8]:
    """The planes as one picture `(h, w, 3)`, which is what clips are made of."""
    fine = [np.repeat(np.repeat(plane, 2, axis=0), 2, axis=1) for plane in (planes.u, planes.v)]
    return np.dstack([planes.y, *fine])


def _parted(picture: NDArray[np.uint8]) -> Planes:
    """What `_stacked` made into one; the four equal samples of a colour stay together however it is turned."""
    y, u, v = (np.ascontiguousarray(picture[..., part]) for part in range(3))
    return Planes(y, np.ascontiguousarray(u[::2, ::2]), np.ascontiguousarray(v[::2, ::2]))

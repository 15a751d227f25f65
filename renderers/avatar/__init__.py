"""Avatars: what an engine is asked, what it answers, and which engines there are.

A performance says what the presenter does (mouth, eyes, head) and is independent of how the presenter is drawn, so that
drawn, photographed and neural presenters can share it. An engine that makes footage instead returns its path.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from renderers.speech import ADDED, Phone, Word


@dataclass(frozen=True)
class Avatar:
    """One presenter of the catalogue. `variant` is what its engine knows it by: an id, a whole document, or the mark of
    the content of its `file`.
    """

    id: str
    name: str
    gender: str
    engine: str
    variant: str
    style: str
    licence: str
    age: str = ""
    file: Path | None = field(default=None, metadata=ADDED)


@dataclass(frozen=True)
class AvatarRequest:
    """One scene's performance. Times of words and phones are seconds from the start of the scene.

    `loudness` is the speech level in 0..1 at 100 values a second from the start of the scene; `frames` is the length.
    `marks` are the frames at which lines begin, all but the first: what is not moved by words goes by the clock that
    they make (`renderers.scene_clock`). `moods` are the manners in which the lines are said, one a line, "" where the
    words decide (`renderers.avatar.moods`).

    `style` is how lively the presenter is (`renderers.avatar.styles`). `deck` are the gestures that are dealt for the
    scene and `barred` the poses that are not made in its first 20 s, both decided with the scenes before it
    (`renderers.avatar.dealing`); without a deck the seed alone deals. `beats` are the seconds at which the music beats
    to which the words are sung. Who is `listening` hears the words from somebody else. `graphic` is the side of the
    picture, `left` or `right`, on which what they talk of is shown.
    """

    avatar: Avatar
    words: tuple[Word, ...]
    phones: tuple[Phone, ...]
    loudness: tuple[float, ...]
    frames: int
    rate: Fraction
    seed: int
    framing: str = "head_shoulders"
    marks: tuple[int, ...] = ()
    moods: tuple[str, ...] = ()
    style: str = field(default="presenter", metadata=ADDED)
    deck: tuple[str, ...] = field(default=(), metadata=ADDED)
    barred: tuple[str, ...] = field(default=(), metadata=ADDED)
    beats: tuple[float, ...] = field(default=(), metadata=ADDED)
    listening: bool = field(default=False, metadata=ADDED)
    graphic: str = field(default="left", metadata=ADDED)


@dataclass(frozen=True)
class Performance:
    """Animation curves: channel name to one float32 value a frame. The channels are listed in `performance.py`.

    It begins and ends at rest, so that scenes join without a jump.
    """

    frames: int
    rate: Fraction
    channels: dict[str, NDArray[np.float32]] = field(repr=False)


@dataclass(frozen=True)
class AvatarTake:
    """What an engine made: a performance to be drawn, or finished footage (with alpha) to be read.

    `portrait` is the file that the performance is drawn from, where there is one.
    """

    performance: Performance | None = None
    footage: Path | None = None
    portrait: Path | None = None


class AvatarEngine(Protocol):
    """Makes a presenter speak."""

    @property
    def identity(self) -> str:
        """Name, version and data of the engine."""
        ...

    def animate(self, request: AvatarRequest) -> AvatarTake:
        """The take for one scene, exactly `request.frames` long. Raises `renderers.errors.EngineFailed`."""
        ...


ENGINES: dict[str, str] = {
    "illustrated": "renderers.avatar.illustrated:IllustratedAvatar",
    "photo": "renderers.avatar.photo.engine:PhotoAvatar",
}

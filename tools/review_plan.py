"""What a finished file should be, and where in the plan a moment lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from renderers.avatar.film_measures import Appearance
from renderers.timebase import timecode
from renderers.written_scenes import SeenFace, SeenText
from tools.review_brand_plan import ExpectedBrand

LOUDNESS = -14.0
"""LUFS, integrated: what the large platforms play at, so that they change nothing."""


_BESIDE = 0.5
"""Seconds by which what is a film's may reach out of it: a title fades in, a voice takes breath."""


@dataclass(frozen=True)
class SceneSpan:
    """A scene and the frames it takes; `film`: what is seen and heard in them is the client's own."""

    id: str
    start: int
    duration: int
    film: bool = False


@dataclass(frozen=True)
class SpeechSpan:
    """Frames in which somebody is heard speaking."""

    start: int
    duration: int


@dataclass(frozen=True)
class Expected:
    """The plan that a file is held against: `frames` long at `rate`, `width` by `height` pixels.

    `loudness` in LUFS. `sound` says whether anything is to be heard at all, `captions` whether caption files belong
    beside the file, `signed` whether it carries its content credentials. `brand` is the one that it was made for, and
    `presenters` are those who are seen. `disclosure` is what the picture says of how it was made, and `likeness`
    whether it shows that of a real person. `texts` and `faces` are what is written and who is seen where, `hues` the
    colours of the look, and `pictured` the scenes that show a picture or a film, whose colours are its own. `logo` is
    the file of the logo, and `logos` are the scenes that it is in and the region there that it is fitted into.
    `unscored` says that music belongs to the film and is left out of this one, a first look.
    `profile` is that of its H.264.
    """

    frames: int
    rate: Fraction
    width: int
    height: int
    loudness: float = LOUDNESS
    scenes: tuple[SceneSpan, ...] = ()
    speech: tuple[SpeechSpan, ...] = ()
    sound: bool = True
    captions: bool = False
    brand: ExpectedBrand | None = None
    signed: bool = False
    presenters: tuple[Appearance, ...] = ()
    disclosure: str = ""
    likeness: bool = False
    texts: tuple[SeenText, ...] = ()
    faces: tuple[SeenFace, ...] = ()
    hues: tuple[str, ...] = ()
    pictured: tuple[str, ...] = ()
    logo: str = ""
    logos: tuple[tuple[str, tuple[float, float, float, float]], ...] = ()
    unscored: bool = False
    profile: str = "High"


@dataclass(frozen=True)
class Places:
    """Turns seconds into what a person can find: the timecode and the scene."""

    rate: Fraction
    scenes: tuple[SceneSpan, ...] = ()

    def frame(self, seconds: float) -> int:
        """The frame on screen at `seconds`."""
        return int(seconds * self.rate + Fraction(1, 1000))

    def timecode(self, seconds: float) -> str:
        """`seconds` as `HH:MM:SS:FF`; a broken rate counts its nearest whole one."""
        return timecode(self.frame(seconds), Fraction(max(1, round(self.rate))))

    def theirs(self, start: float, end: float) -> bool:
        """Whether what lasts from `start` to `end` belongs to a film of the client's, but for a moment beside it."""
        beside = end - start - overlap(start, end, [scene for scene in self.scenes if scene.film], self.rate)
        return beside < min(_BESIDE, (end - start) / 2)

    def scene(self, seconds: float) -> str | None:
        """The id of the scene at `seconds`, where the plan is known."""
        at = self.frame(seconds)
        return next((scene.id for scene in self.scenes if scene.start <= at < scene.start + scene.duration), None)


def overlap(start: float, end: float, spans: Sequence[SpeechSpan | SceneSpan], rate: Fraction) -> float:
    """The seconds of `start` to `end` that lie in `spans`, which do not overlap."""
    total = 0.0
    for span in spans:
        first, last = float(span.start / rate), float((span.start + span.duration) / rate)
        total += max(0.0, min(end, last) - max(start, first))
    return total

"""What an edit is made of, and the one place where seconds become frames."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from renderers.speech import Phone, Word
from tools.errors import ToolError


class DoesNotFit(ToolError):
    """The asked duration can not be met by pauses alone; one of the two amounts is above zero, in seconds."""

    def __init__(self, message: str, *, too_long_seconds: float = 0.0, too_short_seconds: float = 0.0) -> None:
        super().__init__(message)
        self.too_long_seconds = too_long_seconds
        self.too_short_seconds = too_short_seconds


@dataclass(frozen=True)
class SpokenLine:
    """A line as it was really spoken: how long the sound is, and what is heard when (seconds from its start).

    `rest` is the pause that a recorded voice makes between its last word and the next line's first, in seconds.
    `beats` are the seconds at which the music beats to which a recorded voice sings it; none where it speaks.
    """

    id: str
    seconds: float
    words: tuple[Word, ...] = ()
    phones: tuple[Phone, ...] = ()
    rest: float | None = None
    beats: tuple[float, ...] = ()


@dataclass(frozen=True)
class PlacedLine:
    """A line and the frame of its scene in which its sound begins."""

    id: str
    start: int


@dataclass(frozen=True)
class EditedScene:
    """A scene in frames: where it begins in the programme, how long it is, how it comes in.

    `dissolve` is how many frames its transition lasts, of whatever kind, always even; 0 is a cut.
    """

    id: str
    start: int
    duration: int
    lines: tuple[PlacedLine, ...] = ()
    dissolve: int = 0


@dataclass(frozen=True)
class Edit:
    """The whole programme in frames. `note` is a sentence for the client where the length is not the one asked for."""

    rate: Fraction
    scenes: tuple[EditedScene, ...]
    note: str = ""

    @property
    def duration(self) -> int:
        """Length in frames."""
        return sum(scene.duration for scene in self.scenes)

    def scene(self, id: str) -> EditedScene:
        """The scene with this id. Raises KeyError."""
        for scene in self.scenes:
            if scene.id == id:
                return scene
        raise KeyError(id)


@dataclass(frozen=True)
class Reach:
    """The lengths a programme can have without touching a word, in seconds."""

    least: float
    natural: float
    most: float


def line_marks(scene: EditedScene) -> tuple[int, ...]:
    """The frames at which the lines of a scene begin, all but the first: what its clock is kept by."""
    return tuple(sorted({line.start for line in scene.lines[1:]} - {0}))


def frames(seconds: float, rate: Fraction) -> int:
    """`seconds` as the nearest whole number of frames."""
    return round(Fraction(seconds).limit_denominator(1_000_000) * rate)


def frames_over(seconds: float, rate: Fraction) -> int:
    """`seconds` as the least number of frames that holds all of it."""
    return math.ceil(Fraction(seconds).limit_denominator(1_000_000) * rate)

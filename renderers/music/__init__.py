"""Music: what an engine is asked, what it answers, and which engines there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from renderers.sound_files import Sound
from renderers.takes import TakeStore


@dataclass(frozen=True)
class Mood:
    """One kind of music of the catalogue."""

    id: str
    name: str
    description: str
    tempo: int
    licence: str


@dataclass(frozen=True)
class MusicRequest:
    """A bed of exactly `samples` samples at 48 kHz. `marks` are samples where a new section should begin, if any.

    `kinds`, empty or one longer than `marks`, says what begins at 0 and at each mark: `title`, `speech`, `action` (the
    call to action) or `open`, where nobody speaks. `energy` in -1..1 asks for more or less than is usual in the mood,
    `tempo` for 0.8 to 1.25 times its own.
    """

    mood: str
    samples: int
    seed: int
    marks: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    energy: float = 0.0
    tempo: float = 1.0


@dataclass(frozen=True)
class Bed:
    """Stereo float32 in -1..1, shape `(samples, 2)`, 48 kHz, ending in silence; long ones may lie on the disk."""

    samples: Sound = field(repr=False)


class MusicEngine(Protocol):
    """Makes music to an exact length."""

    @property
    def identity(self) -> str:
        """Name, version and data of the engine."""
        ...

    def compose(self, request: MusicRequest, takes: TakeStore | None = None) -> Bed:
        """A bed with a beginning and a real ending, as long as asked. Raises `renderers.errors.EngineFailed`.

        What is likely to be needed again for another length may be kept in `takes`.
        """
        ...


ENGINES: dict[str, str] = {"composed": "renderers.music.composed:ComposedMusic"}

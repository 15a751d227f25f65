"""Music: what an engine is asked, what it answers, and which engines there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from renderers.sound_files import Sound


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
    """A bed of exactly `samples` samples at 48 kHz. `marks` are samples where a new section should begin, if any."""

    mood: str
    samples: int
    seed: int
    marks: tuple[int, ...] = ()


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

    def compose(self, request: MusicRequest) -> Bed:
        """A bed with a beginning and a real ending, as long as asked. Raises `renderers.errors.EngineFailed`."""
        ...


ENGINES: dict[str, str] = {"composed": "renderers.music.composed:ComposedMusic"}

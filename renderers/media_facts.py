"""What is known of a media file without looking at its pictures: streams and their times; and how much is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Limits:
    """How much of a file is read at most; beyond any of these it is refused.

    `bytes` on disk, `seconds` presented, `pixels` of one picture, `streams` in the file. `threads` decode (0: one for
    each core). `memory` (bytes of address space) and `patience` (seconds) bind the child that opens foreign media.
    """

    bytes: int = 32 << 30
    seconds: float = 3 * 3600.0
    pixels: int = 4096 * 2304
    streams: int = 32
    threads: int = 0
    memory: int = 2 << 30
    patience: float = 30.0


OWN = Limits()
"""For files that the house made: three hours of 4K."""
FOREIGN = Limits(bytes=2 << 30, seconds=3600.0, streams=16, threads=2)
"""For files that came from outside: an hour, two gigabytes."""


@dataclass(frozen=True)
class VideoFacts:
    """One picture stream. Times in seconds; colour names as FFmpeg spells them, `unspecified` where the file is silent.

    `width` and `height` are as stored; `rotation` (0, 90, 180 or 270 degrees, clockwise) turns them as a player shows
    them. `frames` counts the pictures that are shown. `constant` says that each one lies within one tick of `n / rate`.
    """

    codec: str
    profile: str
    level: int
    tag: str
    width: int
    height: int
    rotation: int
    pixel_format: str
    primaries: str
    transfer: str
    matrix: str
    range: str
    rate: Fraction
    constant: bool
    frames: int
    start: float
    duration: float


@dataclass(frozen=True)
class SoundFacts:
    """One sound stream. Times in seconds; `priming` is how many samples the edit list hides before time 0."""

    codec: str
    profile: str
    tag: str
    rate: int
    channels: int
    layout: str
    priming: int
    start: float
    duration: float


@dataclass(frozen=True)
class MediaFacts:
    """A whole file. `container` is `mp4`, `matroska`, `wav`, `mp3`, `ogg`, `flac` or `aac`.

    `duration` (seconds) is the container's own claim. `fast_start` says that the index lies before the media, so that
    a player can begin at once; None where a container has no such thing. `captions` counts subtitle streams.
    """

    container: str
    bytes: int
    duration: float
    fast_start: bool | None
    videos: tuple[VideoFacts, ...]
    sounds: tuple[SoundFacts, ...]
    captions: int

    @property
    def video(self) -> VideoFacts | None:
        """The picture stream that a player shows."""
        return self.videos[0] if self.videos else None

    @property
    def sound(self) -> SoundFacts | None:
        """The sound stream that a player plays."""
        return self.sounds[0] if self.sounds else None


# ITU-T H.273, tables 2 to 4, in FFmpeg's spelling.
_PRIMARIES = {
    1: "bt709",
    4: "bt470m",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    9: "bt2020",
    11: "smpte431",
    12: "smpte432",
}
_TRANSFERS = {
    1: "bt709",
    4: "gamma22",
    5: "gamma28",
    6: "smpte170m",
    7: "smpte240m",
    8: "linear",
    13: "iec61966-2-1",
    14: "bt2020-10",
    15: "bt2020-12",
    16: "smpte2084",
    18: "arib-std-b67",
}
_MATRICES = {
    0: "gbr",
    1: "bt709",
    4: "fcc",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "ycgco",
    9: "bt2020nc",
    10: "bt2020c",
}
_RANGES = {1: "tv", 2: "pc"}


def colour_names(primaries: int, transfer: int, matrix: int, range_: int) -> dict[str, str]:
    """The names of four H.273 codes by the fields of `VideoFacts`; `unspecified` for those that say nothing."""
    tables = {
        "primaries": (_PRIMARIES, primaries),
        "transfer": (_TRANSFERS, transfer),
        "matrix": (_MATRICES, matrix),
        "range": (_RANGES, range_),
    }
    return {name: table.get(int(code), "unspecified") for name, (table, code) in tables.items()}

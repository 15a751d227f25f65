"""A foreign film, played in a child process that may read it and nothing else: its pictures and sound come by a pipe.

The child decodes, turns, scales and cuts; what the parent gets are plain samples of a size it knows before. A record is
a letter, the length of what follows, and that.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from renderers.film.fitting import Fit, fit
from renderers.media_child import ask_stream
from renderers.media_facts import FOREIGN, Limits
from renderers.media_pictures import Colours
from renderers.media_signature import rejected
from renderers.timebase import SOUND_RATE

HEAD = struct.Struct("<cI")
ABOUT, PICTURE, AGAIN, SOUND = b"a", b"p", b"r", b"s"
_A_SECOND = 4.0
"""Seconds of processor time that a second of film may take: twice what 4K at 60 pictures a second does."""
_BLOCK = 1 << 15


@dataclass(frozen=True)
class FilmPicture:
    """One picture of a film: the samples of the part that `fit` shows, as `colours` says; three planes or one of RGB.

    `again` where they are those of the picture before.
    """

    fit: Fit
    colours: Colours
    samples: list[NDArray[Any]]
    again: bool


def film_pictures(
    path: Path, start: float, rate: Fraction, numbers: range, frame: tuple[int, int]
) -> Iterator[FilmPicture]:
    """The picture of the film on screen at `start + n / rate` for each of `numbers`, fitted into `frame`.

    Raises `MediaRejected`, also where the child is ended for the time or memory that it takes.
    """
    asked = {"start": start, "rate": str(rate), "numbers": [numbers.start, numbers.stop], "frame": list(frame)}
    limits = _allowed(float(len(numbers) / rate))
    about: tuple[Fit, Colours] | None = None
    picture: FilmPicture | None = None
    for letter, content in ask_stream("pictures", path, limits, asked, HEAD):
        if letter == ABOUT:
            told = json.loads(content)
            about = _checked(Fit(**told["fit"]), frame, path.name), Colours(**told["colours"])
        elif letter == PICTURE and about is not None:
            picture = FilmPicture(*about, _parted(content, *about, path.name), again=False)
            yield picture
        elif letter == AGAIN and picture is not None:
            yield replace(picture, again=True)
        else:
            raise _astray(path.name)


def film_sound(path: Path, start: float, length: int) -> Iterator[NDArray[np.float32]]:
    """`length` stereo samples of the film's sound from second `start` on, at 48 kHz, in blocks; silent after its end.

    Raises `MediaRejected` as `film_pictures` does.
    """
    limits = _allowed((start + length / SOUND_RATE) / 20)
    given = 0
    for letter, content in ask_stream("sound", path, limits, {"start": start, "length": length}, HEAD):
        block = np.frombuffer(content, np.float32)
        if letter != SOUND or len(block) % 2 or given + len(block) // 2 > length:
            raise _astray(path.name)
        given += len(block) // 2
        yield block.reshape(-1, 2)
    while given < length:
        rest = min(_BLOCK, length - given)
        given += rest
        yield np.zeros((rest, 2), np.float32)


def _allowed(seconds: float) -> Limits:
    return replace(FOREIGN, patience=FOREIGN.patience + _A_SECOND * seconds)


def _checked(told: Fit, frame: tuple[int, int], name: str) -> Fit:
    """What a child says about sizes, as far as it can be true."""
    whole = all(isinstance(value, int) and value >= 0 and value % 2 == 0 for value in asdict(told).values())
    if not whole or told.x + told.across > frame[0] or told.y + told.down > frame[1]:
        raise _astray(name)
    return told


def _parted(content: bytearray, told: Fit, colours: Colours, name: str) -> list[NDArray[Any]]:
    wide, high = told.across, told.down
    kind = np.uint16 if colours.kind == "deep" else np.uint8
    shapes: list[tuple[int, ...]] = [(high, wide), (high // 2, wide // 2), (high // 2, wide // 2)]
    if colours.kind != "video":
        shapes = [(high, wide, 3)]
    sizes = [int(np.prod(shape)) for shape in shapes]
    line = np.frombuffer(content, np.uint8)
    if len(line) != sum(sizes) * np.dtype(kind).itemsize:
        raise _astray(name)
    parts = np.split(line.view(kind), np.cumsum(sizes)[:-1])
    return [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]


def _astray(name: str) -> Exception:
    return rejected(name, "is damaged in a way that stops the reader", "Export it again")


def play_pictures_to(out: BinaryIO, path: Path, limits: Limits, asked: dict[str, Any]) -> None:
    """What the child does for `film_pictures`."""
    from renderers.media import show
    from renderers.media_pictures import clockwise, colours_of, samples_of

    frame = (asked["frame"][0], asked["frame"][1])
    place: Fit | None = None
    colours: Colours | None = None
    for picture, new, full, shape in show(
        path, asked["start"], Fraction(asked["rate"]), range(*asked["numbers"]), limits
    ):
        if place is None or colours is None:
            sides = (picture.width * shape, Fraction(picture.height))
            place = fit(frame, sides[::-1] if clockwise(picture) % 180 else sides)
            colours = colours_of(picture, full=full)
            _tell(out, ABOUT, json.dumps({"fit": asdict(place), "colours": asdict(colours)}).encode())
        if not new:
            _tell(out, AGAIN, b"")
            continue
        whole = samples_of(picture, (place.width, place.height), colours, full=full)
        parts = []
        for number, plane in enumerate(whole):
            thin = 2 if number else 1
            rows = slice(place.top // thin, (place.top + place.down) // thin)
            columns = slice(place.left // thin, (place.left + place.across) // thin)
            parts.append(np.ascontiguousarray(plane[rows, columns]).tobytes())
        _tell(out, PICTURE, b"".join(parts))


def play_sound_to(out: BinaryIO, path: Path, limits: Limits, asked: dict[str, Any]) -> None:
    """What the child does for `film_sound`."""
    from renderers.media import play_sound
    from renderers.media_sound import Rerecording

    start, length = float(asked["start"]), int(asked["length"])
    recording = Rerecording(start)
    left = length
    for piece in play_sound(path, limits, start):
        if piece.time * SOUND_RATE > start * SOUND_RATE + length + SOUND_RATE or left <= 0:
            break
        left -= _send(out, recording.take(piece), left)
    _send(out, recording.finish(), left)


def _send(out: BinaryIO, samples: NDArray[np.float32], left: int) -> int:
    """Send at most `left` of `samples`; how many."""
    kept = samples[: max(0, left)]
    for at in range(0, len(kept), _BLOCK):
        _tell(out, SOUND, np.ascontiguousarray(kept[at : at + _BLOCK], np.float32).tobytes())
    return len(kept)


def _tell(out: BinaryIO, letter: bytes, content: bytes) -> None:
    out.write(HEAD.pack(letter, len(content)))
    out.write(content)

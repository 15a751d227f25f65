"""Clips cut out of films: to the picture, encoded afresh in the house's format, so that they join whatever is made."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from brand_memory.films import FilmFacts, FilmReader
    from renderers.layer import Planes

_QUALITY = 16.0
"""x264's constant rate factor: above what is seen, since the clip is encoded once more in every film it opens."""
_LONGEST_SIDE = 3840
_REFINED = 0.12
_SUDDEN = 3.0
_LEAST_CHANGE = 4.0
"""Seconds around an edge in which the exact picture is looked for; a cut changes luma (levels) so many times as much
as the pictures around it do, and at least so much."""
_FADE = 0.004
"""Seconds over which sound is brought in and out at an edge, so that it does not click."""
_TITLE = "Clip"


def exact_edge(path: Path, edge: float, facts: FilmFacts, reader: FilmReader) -> float:
    """`edge` moved to the picture with which a shot begins, where one does within an eighth of a second; in seconds."""
    if edge <= 0.5 / facts.fps or edge >= facts.seconds - 0.5 / float(facts.fps):
        return min(max(0.0, edge), facts.seconds)
    begin = max(0, floor((edge - _REFINED) * facts.fps) - 1) / facts.fps
    end = min(facts.seconds, edge + _REFINED + 1.5 / float(facts.fps))
    # A quarter of a picture later, so that rounding never gives the one before.
    asked = float(begin) + 0.25 / float(facts.fps)
    size = (160, max(16, round(160 * facts.height / facts.width)))
    looks = [look.astype(np.int16) for look in reader.pictures(path, size, facts.fps, asked, end)]
    changes = np.array([np.abs(after - before).mean() for before, after in zip(looks, looks[1:], strict=False)])
    if len(changes) < 3:
        return edge
    most = int(np.argmax(changes))
    usual = float(np.median(np.delete(changes, most)))
    if changes[most] < _LEAST_CHANGE or changes[most] < _SUDDEN * usual:
        return edge
    return float(begin + (most + 1) / facts.fps)


def cut_clip(
    path: Path, start: float, end: float, facts: FilmFacts, sound: NDArray[np.float32] | None
) -> tuple[bytes, float, int, int]:
    """The MP4 of what lies between two seconds of a film, its length in seconds, width and height.

    `sound` is that stretch at 48 kHz, `(n, 2)`, or None for a silent film. Raises `MediaRejected` for a film that can
    not be read.
    """
    from renderers.encoding import encode_sound, write_segment
    from renderers.joining import write_programme
    from renderers.picture_format import PictureFormat
    from renderers.quality import Encoding
    from renderers.sound_pieces import save_packets
    from renderers.timebase import RATES, samples

    rate = min(RATES, key=lambda known: abs(known - facts.fps))
    scale = min(1.0, _LONGEST_SIDE / max(facts.width, facts.height))
    width, height = (max(16, round(side * scale / 2) * 2) for side in (facts.width, facts.height))
    form = PictureFormat(width, height, rate)
    count = max(1, round((end - start) * rate))
    with tempfile.TemporaryDirectory(prefix="clip-") as folder:
        segment, out = Path(folder) / "segment.mp4", Path(folder) / "clip.mp4"
        planes = _pictures(path, (width, height), rate, start + 0.25 / float(facts.fps), count)
        written = write_segment(segment, planes, form, Encoding(crf=_QUALITY))
        pieces = []
        if sound is not None:
            heard = _trimmed(sound, samples(written, rate))
            pieces = [save_packets(encode_sound(heard, slice(None)), Path(folder))]
        write_programme(out, [segment], [written], pieces, form, {"title": _TITLE})
        return out.read_bytes(), float(written / rate), width, height


def _pictures(path: Path, size: tuple[int, int], rate: Fraction, start: float, count: int) -> Iterator[Planes]:
    """So many pictures from `start` on, as planes that are used again for each."""
    from renderers.media import frames
    from renderers.media_facts import FOREIGN
    from renderers.planes import blend, empty_planes

    planes = empty_planes(*size)
    pixels = np.full((size[1], size[0], 4), 255, np.uint8)
    for number, picture in enumerate(
        frames(path, size, rate=rate, start=start, end=start + float(count / rate), limits=FOREIGN)
    ):
        if number == count:
            return
        pixels[..., :3] = picture.pixels[..., ::-1]
        blend(pixels, planes, 0, 0)
        yield planes


def _trimmed(sound: NDArray[np.float32], length: int) -> NDArray[np.float32]:
    """`sound` made `length` samples long, with edges that do not click."""
    heard = np.zeros((length, 2), np.float32)
    kept = min(length, len(sound))
    heard[:kept] = np.nan_to_num(sound[:kept])
    ramp = np.linspace(0, 1, min(length, max(2, round(_FADE * 48_000))), dtype=np.float32)[:, None]
    heard[: len(ramp)] *= ramp
    heard[length - len(ramp) :] *= ramp[::-1]
    return np.clip(heard, -1, 1)

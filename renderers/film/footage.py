"""A film brought to the size, rate and colours of a programme, in stretches that are kept as takes.

A stretch is made by one child that decodes and one thread here that encodes, so that a long film keeps all cores at
work, takes no memory for its length, and goes on where it stopped. What is kept is a film of our own, finer than the
finished one, in which painters find any picture at once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

import numpy as np

from renderers.encoding import encoder_identity, write_segment
from renderers.errors import TakeDamaged
from renderers.film.editing import PLAIN, FilmEdit
from renderers.film.fitting import Fit
from renderers.layer import Planes
from renderers.media_film import FilmPicture, film_pictures
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.takes import TakeStore, digest
from renderers.timeline import FilmClip

KIND = "films"
FILM_VERSION = 1
"""Raised when films come out differently."""
EDIT_VERSION = 1
"""Raised when only those that are turned, or played faster or slower, do."""
STRETCH = 600
"""Pictures in a stretch: 20 seconds at 30 a second."""
STRETCH_FILE = "film.mp4"
FINE = Encoding("ultrafast", 14.0)
"""Of a film with grain 44 dB of it are left at 100 Mbit/s and 1080p, where the finished film keeps 40."""
_LOOKS = 6
"""Pictures all over a film that tell whether its edges are of one colour."""
_EDGES = "edges.json"


@dataclass(frozen=True)
class FilmSpan:
    """`duration` pictures at a programme's rate from second `start` on; `digest` is that of the file at `path`.

    `edit` is what is done to it; its speed decides how much of the film the pictures take.
    """

    path: Path
    digest: str
    start: float
    duration: int
    edit: FilmEdit = PLAIN


def prepare_film(
    span: FilmSpan, picture: PictureFormat, takes: TakeStore, report: Callable[[int], object] = lambda done: None
) -> FilmClip:
    """The film of `span` as painters take it; what of it is kept is not made again.

    `report(done)` is called with the number of pictures that are there. Raises `MediaRejected` for a film that can not
    be read, `NoSpace`.
    """
    size = (picture.width, picture.height)
    same = (FILM_VERSION, encoder_identity(), span.digest, span.start, picture.rate, size, *_told(span.edit))
    even = _even_edges(span, picture, takes)
    firsts = range(0, span.duration, STRETCH)
    done = [0] * len(firsts)

    def stretch(number: int) -> Path:
        numbers = range(firsts[number], min(span.duration, firsts[number] + STRETCH))

        def advance(count: int) -> None:
            done[number] = count
            report(sum(done))

        key = digest("film", *same, even, FINE, numbers.start, numbers.stop)
        write = partial(_write_stretch, span, numbers, picture, even, advance)
        take = takes.keep(KIND, key, write, {"pictures": len(numbers)})
        advance(len(numbers))
        return take.folder

    with ThreadPoolExecutor(max(1, _cores())) as threads:
        folders = tuple(threads.map(stretch, range(len(firsts))))
    return FilmClip(folders, digest("film", *same, even), span.duration)


def _told(edit: FilmEdit) -> tuple[object, ...]:
    """What of an edit reaches the pixels; nothing of a film as it is."""
    return () if edit == PLAIN else ("edit", EDIT_VERSION, str(edit.pace), edit.turn)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _write_stretch(
    span: FilmSpan, numbers: range, picture: PictureFormat, even: bool, advance: Callable[[int], object], folder: Path
) -> None:
    def frames() -> Iterator[Planes]:
        for done, planes in enumerate(_fitted(span, numbers, picture, even), 1):
            yield planes
            if done % 15 == 0:
                advance(done)

    write_segment(folder / STRETCH_FILE, frames(), picture, FINE)


def _fitted(span: FilmSpan, numbers: range, picture: PictureFormat, even: bool) -> Iterator[Planes]:
    """The pictures `numbers` of the film as whole frames; the planes of each are used again for the next."""
    from renderers.film.ground import lay_ground
    from renderers.planes import empty_planes

    planes = empty_planes(picture.width, picture.height)
    if span.edit != PLAIN:
        yield from _edited(span, numbers, planes, picture.rate, even)
        return
    shown: Planes | None = None
    for found in film_pictures(span.path, span.start, picture.rate, numbers, (picture.width, picture.height)):
        if not found.again:
            shown = own = as_planes(found)
            if (found.fit.across, found.fit.down) != (picture.width, picture.height):
                lay_ground(own, found.fit, planes, even=even)
                shown = planes
        assert shown is not None
        yield shown


def _edited(span: FilmSpan, numbers: range, planes: Planes, rate: Fraction, even: bool) -> Iterator[Planes]:
    """What `_fitted` gives, of a film that is turned or played at another speed."""
    from renderers.film.editing import edited
    from renderers.film.ground import lay_ground

    frame = (planes.y.shape[1], planes.y.shape[0])
    place: Fit | None = None

    def decoded() -> Iterator[Planes]:
        nonlocal place
        shown: Planes | None = None
        before = span.edit.before(frame)
        for found in film_pictures(span.path, span.start, rate / span.edit.pace, numbers, before):
            place = span.edit.after(found.fit, frame)
            shown = shown if found.again and shown is not None else as_planes(found)
            yield shown

    for own in edited(decoded(), span.edit, rate, len(numbers)):
        assert place is not None
        if (place.across, place.down) == frame:
            yield own
        else:
            lay_ground(own, place, planes, even=even)
            yield planes


def as_planes(found: FilmPicture) -> Planes:
    """The film's picture in BT.709, limited range."""
    if found.colours.kind == "video":
        return Planes(*found.samples)
    from renderers.planes import blend, empty_planes

    samples = found.samples[0]
    if found.colours.kind == "deep":
        from renderers.film.dynamic_range import to_screen

        pixels = to_screen(samples, found.colours)
    else:
        pixels = np.full((*samples.shape[:2], 4), 255, np.uint8)
        pixels[..., :3] = samples[..., ::-1]
    planes = empty_planes(samples.shape[1], samples.shape[0])
    blend(pixels, planes, 0, 0)
    return planes


def _even_edges(span: FilmSpan, picture: PictureFormat, takes: TakeStore) -> bool:
    """Whether the film leaves room in the frame and its edges there are of one colour all the time."""
    size = (picture.width, picture.height)
    edit = _told(span.edit)
    key = digest("film edges", FILM_VERSION, span.digest, span.start, span.duration, picture.rate, size, *edit)

    def write(folder: Path) -> None:
        (folder / _EDGES).write_text(json.dumps(_look_at_edges(span, picture)))

    take = takes.keep(KIND, key, write)
    try:
        return bool(json.loads((take.folder / _EDGES).read_text()))
    except (OSError, ValueError) as error:
        raise TakeDamaged(f"What is known of a film can not be read back ({error}).", take.folder) from error


def _look_at_edges(span: FilmSpan, picture: PictureFormat) -> bool:
    from renderers.film.ground import even_edges

    # The edges of a film that is turned are those that it had before, in a frame that lies on its side.
    size = span.edit.before((picture.width, picture.height))
    seconds = Fraction(span.duration) / picture.rate * span.edit.pace
    rate = Fraction(_LOOKS) / seconds
    start = span.start + float(seconds) / _LOOKS / 2
    for found in film_pictures(span.path, start, rate, range(_LOOKS), size):
        place: Fit = found.fit
        if (place.across, place.down) == size:
            return False
        if not even_edges(as_planes(found), place, size):
            return False
    return True

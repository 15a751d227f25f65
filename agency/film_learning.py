"""A brand's films taken apart together, and what they have in common cut out and kept as its opening and closing."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from agency.film_reading import GuardedFilms
from brand_memory.cleaning import clean
from brand_memory.slots import measured
from renderers.errors import MediaRejected
from renderers.timebase import SOUND_RATE

if TYPE_CHECKING:
    from brand_memory.films import FilmFacts, FilmReading
    from brand_memory.kit import Clip, Evidence, Fact, Film, StoredFile
    from brand_memory.openings import Part, Place, Version
    from brand_memory.storage import FileStore

_AT_ONCE = 2
_LONGEST_OF_PAGE = 90.0
"""Films that are taken apart at once, and seconds of one that nobody gave but a page showed."""
_LOOK = 320
_SHOWN = 0.7
"""Pixels of the longer side of the picture that shows a clip, and from which part of it that is taken."""


@dataclass(frozen=True)
class FilmFile:
    """A film to learn from: its file, what people call it (empty: the file's name), and the page that shows it.

    `sound` is a file of its own where the pictures came without it.
    """

    path: Path
    name: str = ""
    page: str = ""
    sound: Path | None = None

    @property
    def called(self) -> str:
        """The name that people are told."""
        return clean(self.name or self.path.name, 200)


@dataclass(frozen=True)
class LearnedFilms:
    """The films as measured, the opening and closing that they have, and what a person should know of it."""

    films: tuple[Film, ...] = ()
    opening: Fact[Clip] | None = None
    closing: Fact[Clip] | None = None
    notes: tuple[str, ...] = ()


def learn_films(
    given: Sequence[FilmFile], store: FileStore, say: Callable[[str], None] = lambda line: None
) -> LearnedFilms:
    """What films tell of their brand; its opening and closing are clips kept in `store`, one for each shape of picture.

    Two films and more are compared; from one alone come guesses of low confidence. Films that can not be read are
    named in the notes. `say` gets a line for each thing found.
    """
    from brand_memory.films import LONGEST, take_apart

    files = {film.path.absolute(): film for film in given}
    reader = GuardedFilms({path: film.sound.absolute() for path, film in files.items() if film.sound})
    readings: dict[Path, FilmReading] = {}
    notes: list[str] = []

    def read(path: Path) -> FilmReading | MediaRejected:
        try:
            return take_apart(path, reader, _LONGEST_OF_PAGE if files[path].page else LONGEST)
        except MediaRejected as error:
            return error

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for path, reading in zip(files, pool.map(read, files), strict=True):
            if isinstance(reading, MediaRejected):
                notes.append(str(reading))
                continue
            readings[path] = reading
            notes += reading.notes
            say(f"film taken apart: {files[path].called}, {measured(reading.film)}")
    clips: dict[Part, Fact[Clip] | None] = {"opening": None, "closing": None}
    cutting = _Cutting(files, readings, reader, store)
    for part, found in _versions(readings, notes).items():
        if found:
            try:
                clips[part] = made = cutting.fact(found)
            except MediaRejected as error:
                notes.append(f"The {part} that was found could not be cut out: {error}")
                continue
            notes += cutting.remarks(found)
            count, what = found[0].films, "guessed from one film" if found[0].films == 1 else "in common"
            whose = f" to {count} films" if count > 1 else ""
            say(f"{part} {what}{whose}: {made.value.seconds:.1f} s")
    return LearnedFilms(
        films=tuple(reading.film.model_copy(update={"name": files[path].called}) for path, reading in readings.items()),
        opening=clips["opening"],
        closing=clips["closing"],
        notes=tuple(dict.fromkeys(_named(note, files) for note in notes)),
    )


def _versions(readings: dict[Path, FilmReading], notes: list[str]) -> dict[Part, list[Version]]:
    """What films have in common; of one film, whatever number of copies there are, what may be its own."""
    from brand_memory.openings import find_common, without_copies
    from brand_memory.reveals import guess

    traces = without_copies([reading.traces for reading in readings.values()], notes)
    if len(traces) >= 2:
        common = find_common(traces)
        notes += common.notes
        return {"opening": list(common.openings), "closing": list(common.closings)}
    parts: tuple[Part, ...] = ("opening", "closing")
    guesses = {part: [guess(part, readings[film.path]) for film in traces] for part in parts}
    return {part: [version for version in found if version] for part, found in guesses.items()}


def _named(note: str, files: dict[Path, FilmFile]) -> str:
    """A note in which files that lie under another name are called as people call them."""
    called = {path.name: film.called for path, film in files.items()}
    known = "|".join(re.escape(name) for name in sorted(called, key=len, reverse=True))
    return re.sub(known, lambda found: called[found[0]], note) if known else note


@dataclass(frozen=True)
class _Cutting:
    """What is needed to make clips: the films and what was read of them, and where clips are kept."""

    files: dict[Path, FilmFile]
    readings: dict[Path, FilmReading]
    reader: GuardedFilms
    store: FileStore

    def fact(self, found: list[Version]) -> Fact[Clip]:
        """The first version, cut out of its best copy, with where it was seen; and the best of each other shape."""
        from brand_memory.kit import Clip, Fact

        first, *rest = found
        shapes = {version.shape: version for version in reversed(rest) if version.shape != first.shape}
        others = tuple(self._clip(shapes[shape]) for shape in sorted(shapes))
        clip = self._clip(first).model_copy(update={"others": others})
        now = datetime.now(UTC).isoformat(timespec="seconds")
        shown = [first, *(shapes[shape] for shape in sorted(shapes))]
        evidence = tuple(self._seen(version, place, clip.seconds, now) for version in shown for place in version.places)
        return Fact[Clip](value=clip, confidence=first.confidence, evidence=evidence)

    def remarks(self, found: list[Version]) -> list[str]:
        """What a person should know of the versions that were not kept, and of how sure the first one is."""
        kept = {found[0].shape}
        notes = []
        for version in found[1:]:
            if version.shape in kept:
                notes.append(_another(version))
            kept.add(version.shape)
        if found[0].films == 1:
            notes.append(f"The {found[0].part} is a guess from one film alone: confirm it, or give more films.")
        return notes

    def _clip(self, version: Version) -> Clip:
        from agency.film_cutting import cut_clip, exact_edge
        from brand_memory.kit import Clip

        path, facts = version.best.path, self.readings[version.best.path].facts
        start, end = (exact_edge(path, edge, facts, self.reader) for edge in (version.best.start, version.best.end))
        sound = self.reader.stereo(path, SOUND_RATE, start, end) if facts.has_sound else None
        content, seconds, width, height = cut_clip(path, start, end, facts, sound)
        kept = self.store.keep(content, f"{version.part} {version.shape.replace(':', 'x')}.mp4", "video/mp4")
        return Clip(file=kept, seconds=round(seconds, 3), width=width, height=height, sound=sound is not None)

    def _seen(self, version: Version, place: Place, seconds: float, now: str) -> Evidence:
        from brand_memory.kit import Evidence

        film = self.files[place.path]
        span = f"{place.start:.2f} to {place.end:.2f} s"
        best = place is version.best
        return Evidence(
            page=film.page or film.called,
            place=f"{film.called}, {span}" if film.page else span,
            quote=version.evidence if best else "",
            crop=self._look(place, seconds, self.readings[place.path].facts, film.called) if best else None,
            seen_at=now,
        )

    def _look(self, place: Place, seconds: float, facts: FilmFacts, name: str) -> StoredFile | None:
        """A small picture of the clip, from where it has come up."""
        from PIL import Image

        at = place.start + _SHOWN * min(seconds, place.end - place.start)
        scale = _LOOK / max(facts.width, facts.height)
        size = (max(2, round(facts.width * scale)), max(2, round(facts.height * scale)))
        for picture in self.reader.pictures(place.path, size, Fraction(10), at, at + 0.05):
            held = io.BytesIO()
            Image.fromarray(picture).save(held, "PNG", optimize=True)
            return self.store.keep(held.getvalue(), f"{name} at {at:.1f} s.png", "image/png")
        return None


def _another(version: Version) -> str:
    best = version.best
    where = f"{best.path.name} from {best.start:.2f} to {best.end:.2f} s"
    count = len(version.places)
    times = "in one film" if count == 1 else f"in {count} films"
    return f"There is another version of the {version.part}, in {version.shape}: {where}, {times}."

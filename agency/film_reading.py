"""Films lent to brand memory: read by the guarded wrapper, taken apart, and their opening and closing cut and kept."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brand_memory.cleaning import clean
from brand_memory.films import FilmFacts
from renderers.errors import MediaRejected
from renderers.media import SoundPiece, frames, play_sound, probe_foreign
from renderers.media_facts import FOREIGN, MediaFacts
from renderers.media_signature import rejected
from renderers.media_sound import Tape
from renderers.timebase import SOUND_RATE

if TYPE_CHECKING:
    from brand_memory.films import FilmReading
    from brand_memory.kit import Clip, Fact, Film, StoredFile
    from brand_memory.openings import Part, Place, Version
    from brand_memory.storage import FileStore

_FALLBACK_RATE = Fraction(25)
_LOOK = 320
_SHOWN = 0.7
"""Pixels of the longer side of the picture that shows a clip, and from which part of it that is taken."""


class GuardedFilms:
    """A `FilmReader` over the one module that reads media; each file is first opened in a child that limits bind."""

    def __init__(self) -> None:
        self._facts: dict[Path, MediaFacts] = {}

    def facts(self, path: Path) -> FilmFacts:
        """What the file is. Raises `MediaRejected` for what is no film that can or may be read."""
        found = self._probe(path)
        video = found.video
        if video is None:
            raise rejected(path.name, "has no picture", "Give a video")
        width, height = (video.width, video.height) if video.rotation % 180 == 0 else (video.height, video.width)
        seconds = video.start + video.duration
        return FilmFacts(
            seconds=seconds,
            width=width,
            height=height,
            fps=video.rate or _FALLBACK_RATE,
            has_sound=found.sound is not None,
            bit_rate=found.bytes * 8 / max(seconds, 0.1),
        )

    def pictures(
        self, path: Path, size: tuple[int, int], rate: Fraction, start: float, end: float
    ) -> Iterator[NDArray[np.uint8]]:
        """Pictures as `FilmReader` wants them. Raises `MediaRejected`."""
        self._probe(path)
        for picture in frames(path, size, rate=rate, start=start, end=end, limits=FOREIGN):
            yield picture.pixels

    def sound(self, path: Path, rate: int, start: float, end: float) -> NDArray[np.float32]:
        """Sound as `FilmReader` wants it. Raises `MediaRejected`."""
        heard = self.stereo(path, rate, start, end)
        return np.ascontiguousarray(heard.mean(axis=1))

    def stereo(self, path: Path, rate: int, start: float, end: float) -> NDArray[np.float32]:
        """Samples `(n, 2)` at `rate` between two seconds, silent where the film is. Raises `MediaRejected`."""
        self._probe(path)
        tape = Tape(FOREIGN.seconds)
        for piece in play_sound(path, FOREIGN):
            if piece.time >= end:
                break
            kept = _between(piece, start, end)
            if len(kept.samples):
                tape.lay(kept)
        length = round((end - start) * rate)
        samples = tape.samples(rate)[:length]
        return np.pad(samples, ((0, length - len(samples)), (0, 0)))

    def loudness(self, path: Path) -> float | None:
        """Integrated loudness in LUFS (BS.1770). Raises `MediaRejected`."""
        from renderers.inspection_sound import SoundWatch

        found = self._probe(path)
        watch = SoundWatch(FOREIGN.seconds)
        for piece in play_sound(path, FOREIGN):
            watch.hear(piece)
        return watch.finish(found.sound.duration if found.sound else 0.0).loudness

    def _probe(self, path: Path) -> MediaFacts:
        if path not in self._facts:
            self._facts[path] = probe_foreign(path)
        return self._facts[path]


def _between(piece: SoundPiece, start: float, end: float) -> SoundPiece:
    """What of `piece` sounds between two seconds, counted from the first of them."""
    first = max(0, round((start - piece.time) * piece.rate))
    last = max(first, min(len(piece.samples), round((end - piece.time) * piece.rate)))
    return replace(piece, time=max(0.0, piece.time - start), samples=piece.samples[first:last])


def learn_films(
    paths: Sequence[Path], store: FileStore, names: Mapping[Path, str] | None = None
) -> tuple[tuple[Film, ...], Fact[Clip] | None, Fact[Clip] | None, tuple[str, ...]]:
    """The films taken apart, the brand's opening and closing as clips kept in `store`, and what a person should know.

    Two films and more are compared; from one alone come guesses of low confidence. Films that can not be read are
    named in the notes. Only files are read: films on pages have to be fetched first. `names` are what people call
    files that lie under another name.
    """
    from brand_memory.films import take_apart
    from brand_memory.openings import find_common
    from brand_memory.reveals import guess

    reader, notes = GuardedFilms(), []
    readings: dict[Path, FilmReading] = {}
    for path in dict.fromkeys(path.absolute() for path in paths):
        try:
            readings[path] = take_apart(path, reader)
        except MediaRejected as error:
            notes.append(str(error))
            continue
        notes += readings[path].notes
    versions: dict[Part, list[Version]] = {"opening": [], "closing": []}
    if len(readings) >= 2:
        common = find_common([reading.traces for reading in readings.values()])
        versions = {"opening": list(common.openings), "closing": list(common.closings)}
        notes += common.notes
    for reading in readings.values() if len(readings) == 1 else ():
        versions = {part: [guessed] if (guessed := guess(part, reading)) else [] for part in versions}
    clips: dict[Part, Fact[Clip] | None] = {}
    for part, found in versions.items():
        clips[part] = _clip(found[0], readings[found[0].best.path], reader, store) if found else None
        notes += [_another(version) for version in found[1:]]
        if found and found[0].films == 1:
            notes.append(f"The {part} is a guess from one film alone: confirm it, or give more films.")
    films = tuple(reading.film for reading in readings.values())
    called = {path.name: clean(name, 200) for path, name in (names or {}).items()}
    return (
        tuple(film.model_copy(update={"name": called.get(film.name, film.name)}) for film in films),
        _renamed(clips["opening"], called),
        _renamed(clips["closing"], called),
        tuple(_replaced(note, called) for note in notes),
    )


def _renamed(clip: Fact[Clip] | None, called: Mapping[str, str]) -> Fact[Clip] | None:
    if clip is None:
        return None
    seen = [item.model_copy(update={"page": called.get(item.page, item.page)}) for item in clip.evidence]
    return clip.model_copy(update={"evidence": tuple(seen)})


def _replaced(note: str, called: Mapping[str, str]) -> str:
    for name, shown in called.items():
        note = note.replace(name, shown)
    return note


def _another(version: Version) -> str:
    best = version.best
    where = f"{best.path.name} from {best.start:.2f} to {best.end:.2f} s"
    count = len(version.places)
    times = "in one film" if count == 1 else f"in {count} films"
    return f"There is another version of the {version.part}, in {version.shape}: {where}, {times}."


def _clip(version: Version, reading: FilmReading, reader: GuardedFilms, store: FileStore) -> Fact[Clip]:
    """The best copy of a version, cut and kept, with where it was seen."""
    from agency.film_cutting import cut_clip, exact_edge
    from brand_memory.kit import Clip, Evidence, Fact

    best, facts = version.best, reading.facts
    start, end = (exact_edge(best.path, edge, facts, reader) for edge in (best.start, best.end))
    sound = reader.stereo(best.path, SOUND_RATE, start, end) if facts.has_sound else None
    content, seconds, width, height = cut_clip(best.path, start, end, facts, sound)
    kept = store.keep(content, f"{version.part} {version.shape.replace(':', 'x')}.mp4", "video/mp4")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    evidence = tuple(
        Evidence(
            page=clean(place.path.name, 200),
            place=f"{place.start:.2f} to {place.end:.2f} s",
            quote=version.evidence if place is best else "",
            crop=_look(place, seconds, facts, reader, store) if place is best else None,
            seen_at=now,
        )
        for place in version.places
    )
    clip = Clip(file=kept, seconds=round(seconds, 3), width=width, height=height, sound=sound is not None)
    return Fact[Clip](value=clip, confidence=version.confidence, evidence=evidence)


def _look(place: Place, seconds: float, facts: FilmFacts, reader: GuardedFilms, store: FileStore) -> StoredFile | None:
    """A small picture of the clip, from where it has come up."""
    from PIL import Image

    at = place.start + _SHOWN * seconds
    scale = _LOOK / max(facts.width, facts.height)
    size = (max(2, round(facts.width * scale)), max(2, round(facts.height * scale)))
    for picture in reader.pictures(place.path, size, Fraction(10), at, at + 0.05):
        held = io.BytesIO()
        Image.fromarray(picture).save(held, "PNG", optimize=True)
        return store.keep(held.getvalue(), f"{place.path.stem} at {at:.1f} s.png", "image/png")
    return None

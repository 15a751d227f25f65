"""How films come into a brand's kit: those of its site and those that were given, compared with one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agency.film_learning import FilmFile
    from brand_memory.film_fetching import SiteFilms
    from brand_memory.kit import BrandKit, StoredFile
    from brand_memory.records import BrandRecords
    from brand_memory.storage import BrandFiles, FileStore


def site_films(fetched: SiteFilms | None) -> list[FilmFile]:
    """The films that were fetched from a site, if there is one."""
    from agency.film_learning import FilmFile

    found = fetched.films if fetched else ()
    return [FilmFile(film.path, film.name, film.page, film.sound) for film in found]


def given_film(film: Path | StoredFile, sources: Sequence[str], files: BrandFiles) -> FilmFile:
    """A video that a person gave, under the name by which the kit lists it as a source."""
    from agency.film_learning import FilmFile

    if isinstance(film, Path):
        return FilmFile(film)
    packed = next((source for source in sources if source.endswith(f": {film.name}")), film.name)
    return FilmFile(files.path(film), packed)


def with_films(kit: BrandKit, films: Sequence[FilmFile], store: FileStore, say: Callable[[str], None]) -> BrandKit:
    """`kit` with what its films tell."""
    if not films:
        return kit
    from agency.film_learning import learn_films

    learned = learn_films(films, store, say)
    return kit.model_copy(
        update={
            "films": learned.films,
            "opening": learned.opening,
            "closing": learned.closing,
            "notes": (*kit.notes, *learned.notes),
        }
    )


def with_known_clips(records: BrandRecords, kit: BrandKit, fetched: SiteFilms) -> BrandKit:
    """`kit` with the clips that are known and surer, where not all of the site's films came this time."""
    if fetched.complete or kit.id not in {brand.id for brand in records.brands()}:
        return kit
    known = records.kit(kit.id)
    kept = {
        part: old
        for part, old, new in (("opening", known.opening, kit.opening), ("closing", known.closing, kit.closing))
        if old is not None and (new is None or new.confidence < old.confidence)
    }
    return kit.model_copy(update=kept)

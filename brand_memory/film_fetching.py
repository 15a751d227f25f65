"""The films of a site fetched through the one way out: files as they are, playlists piece by piece into one file.

A playlist is read here and never handed to a media library; every address in it is checked on its own by the proxy.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from brand_memory.addresses import Resolver, resolve
from brand_memory.egress import Bounds, Egress
from brand_memory.errors import BrandError, SiteRefused, SiteUnreachable
from brand_memory.fetching import Fetcher, Sink
from brand_memory.playlists import Pieces, Rendition, is_playlist, pieces, renditions
from brand_memory.reading import SiteReading
from brand_memory.robots import Permission, read_permission
from brand_memory.site_addresses import same_site
from brand_memory.site_films import OfferedFilm, is_playlist_address, offered_films
from brand_memory.transport_streams import start_at_zero

MOST_FILMS = 6
MOST_BYTES = 200_000_000
MOST_SECONDS = 60.0
"""Of one site: films that are fetched, bytes of all of them, and seconds that this may take."""
_MOST_TRIED = 14
_LEAST_SECONDS = 1.5
_MOST_OF_ONE = 120_000_000
_PIECES_AT_ONCE = 4
_TRIED_VERSIONS = 3


@dataclass(frozen=True)
class FetchedFilm:
    """A film on disk: its file, what a person calls it, and the page that shows it.

    `sound` is a file of its own where the sound came apart from the pictures.
    """

    path: Path
    name: str
    page: str
    sound: Path | None = None


@dataclass(frozen=True)
class SiteFilms:
    """The films that came, in words what was refused and what was left, and what it took.

    `complete` says that every film came that can be read at all.
    """

    films: tuple[FetchedFilm, ...] = ()
    complete: bool = True
    refusals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    requests: int = 0


def fetch_films(
    site: SiteReading,
    folder: Path,
    *,
    seconds: float = MOST_SECONDS,
    progress: Callable[[str], None] = lambda line: None,
    bounds: Bounds | None = None,
    resolver: Resolver = resolve,
) -> SiteFilms:
    """The films that the pages of `site` show, fetched into `folder`: six, 200 MB and 60 s at most, `seconds` of those.

    Never raises for what a site does: what does not come, is too large, or may not be fetched is told.
    """
    offered, notes = offered_films(site.pages)
    if not offered:
        return SiteFilms(notes=notes)
    begun, allowed = time.monotonic(), min(seconds, MOST_SECONDS)
    if allowed < _LEAST_SECONDS:
        late = f"The time was over before any of the site's films was fetched ({len(offered)} in all)."
        return SiteFilms(complete=False, notes=(*notes, late))
    limits = replace(
        bounds or Bounds(), answer_bytes=_MOST_OF_ONE, total_bytes=MOST_BYTES + (1 << 20), seconds=allowed + 5
    )
    with Egress(limits, resolver) as egress:
        fetcher = Fetcher(egress, begun + allowed, seconds=allowed)
        try:
            permission = read_permission(fetcher, site.address)
        except BrandError as error:
            return SiteFilms(complete=False, refusals=(str(error),), notes=notes, seconds=time.monotonic() - begun)
        fetching = _Fetching(fetcher, folder, begun + allowed, progress, permission, site.address, MOST_BYTES)
        films = fetching.all_of(offered)
    return SiteFilms(
        films=films,
        complete=len(films) == len(offered),
        refusals=tuple(dict.fromkeys(fetching.refusals)),
        notes=(*notes, *dict.fromkeys(fetching.notes)),
        seconds=round(time.monotonic() - begun, 2),
        requests=fetcher.requests,
    )


@dataclass
class _Fetching:
    """The films of one site on their way."""

    fetcher: Fetcher
    folder: Path
    ends: float
    progress: Callable[[str], None]
    permission: Permission
    home: str
    room: int
    refusals: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def all_of(self, offered: tuple[OfferedFilm, ...]) -> tuple[FetchedFilm, ...]:
        """Those that come, in the order in which they were offered."""
        came: list[FetchedFilm] = []
        for number, film in enumerate(offered):
            left = len(offered) - number
            if len(came) == MOST_FILMS or number == _MOST_TRIED:
                self.notes.append(
                    f"Of the site's {len(offered)} films {len(came)} were fetched; {left} more may be given as files."
                )
                break
            if time.monotonic() > self.ends - _LEAST_SECONDS or self.room < 1 << 20:
                what = "time" if self.room >= 1 << 20 else f"room of {MOST_BYTES // 10**6} MB"
                self.notes.append(f"The {what} for films was over: {left} of {len(offered)} were not fetched.")
                break
            if (fetched := self._one(film, len(came) + 1)) is not None:
                came.append(fetched)
                size = sum(path.stat().st_size for path in (fetched.path, fetched.sound) if path)
                self.progress(f"film fetched: {film.name}, {size / 1e6:.1f} MB")
        return tuple(came)

    def _one(self, film: OfferedFilm, number: int) -> FetchedFilm | None:
        """The film from the first of its sources that gives it."""
        for source in film.sources:
            path, sound = self.folder / f"fetched-{number}.mp4", self.folder / f"fetched-{number}-sound.mp4"
            try:
                if not is_playlist_address(source):
                    self._check(source)
                    with path.open("wb") as file:
                        self._into(Sink(file, min(self.room, _MOST_OF_ONE)), source)
                    return FetchedFilm(path, film.name, film.page)
                heard = self._stream(source, path, sound)
                return FetchedFilm(path, film.name, film.page, sound if heard else None)
            except BrandError as error:
                path.unlink(missing_ok=True)
                sound.unlink(missing_ok=True)
                self.refusals.append(str(error))
        return None

    def _check(self, address: str) -> None:
        """Raise SiteRefused for what the site does not want to be read."""
        if same_site(address, self.home) and not self.permission.allows(address):
            raise SiteRefused(f"{address[:200]}: its robots.txt forbids it")

    def _into(self, sink: Sink, address: str) -> None:
        before = sink.room
        try:
            self.fetcher.save(address, "film", sink)
        finally:
            self.room -= before - sink.room

    def _stream(self, address: str, path: Path, sound: Path) -> bool:
        """The stream of a playlist written to `path`, and whether its sound went to `sound`. Raises BrandError."""
        text, where = self._playlist(address)
        versions = renditions(text, where)[:_TRIED_VERSIONS] or (Rendition(where, 0, 0, 0),)
        parts: Pieces | None = None
        chosen = versions[0]
        for chosen in versions:
            text, where = (text, where) if chosen.address == where else self._playlist(chosen.address)
            parts = pieces(text, where)
            if chosen.bits * parts.seconds / 8 <= min(self.room, _MOST_OF_ONE):
                break
        assert parts is not None
        self.notes += [f"{address[:200]}: {note}" for note in parts.notes]
        self._join(parts, path, address)
        if not chosen.sound:
            return False
        text, where = self._playlist(chosen.sound)
        self._join(pieces(text, where), sound, address)
        return True

    def _playlist(self, address: str) -> tuple[str, str]:
        """The text of a playlist and where it was found in the end."""
        self._check(address)
        found = self.fetcher.fetch(address, "text")
        text = found.content.decode("utf-8", "replace")
        if not is_playlist(text):
            raise SiteRefused(f"{address[:200]} is no playlist of a film.")
        return text, found.address

    def _join(self, parts: Pieces, path: Path, address: str) -> None:
        """The pieces in one file at `path`, on a clock that begins at 0. Raises BrandError where one does not come."""
        room = min(self.room, _MOST_OF_ONE)
        with path.open("wb") as file:
            for content in self._contents(parts):
                if len(content) > room:
                    raise SiteRefused(f"{address[:200]} was not read to its end: it is larger than there is room for.")
                file.write(content)
                room -= len(content)
                self.room -= len(content)
        start_at_zero(path)

    def _contents(self, parts: Pieces) -> Iterator[bytes]:
        """The bytes of the pieces in order, a few fetched at once."""

        def one(address: str) -> bytes:
            if time.monotonic() > self.ends:
                raise SiteUnreachable(f"{address[:200]} was not fetched: the time for films was over.")
            self._check(address)
            return self.fetcher.fetch(address, "segment").content

        with ThreadPoolExecutor(_PIECES_AT_ONCE) as pool:
            for at in range(0, len(parts.addresses), _PIECES_AT_ONCE):
                yield from pool.map(one, parts.addresses[at : at + _PIECES_AT_ONCE])

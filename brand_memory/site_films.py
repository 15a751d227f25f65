"""Which films a site shows: each once, however many sources and pages name it, those that tell most first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from brand_memory.reading import FilmSample, PageReading
from brand_memory.site_addresses import is_web
from brand_memory.storage import readable_name
from brand_memory.structured_data import all_of, items, types_of

_PLAYLISTS = re.compile(r"\.m3u8(?:$|[?#])", re.IGNORECASE)
_UNREAD = re.compile(r"\.mpd(?:$|[?#])", re.IGNORECASE)
_PLAYERS = re.compile(
    r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|wistia\.(?:com|net)|loom\.com|"
    r"dailymotion\.com|facebook\.com|tiktok\.com)/",
    re.IGNORECASE,
)
_NAMELESS = re.compile(r"(?:index|master|main|playlist|manifest|prog_index|stream|video|hls)\d*\.m3u8", re.IGNORECASE)


@dataclass(frozen=True)
class OfferedFilm:
    """A film on a site: where it may be had, the best first; the page that shows it; a name that no other one has."""

    sources: tuple[str, ...]
    page: str
    name: str


def offered_films(pages: Sequence[PageReading]) -> tuple[tuple[OfferedFilm, ...], tuple[str, ...]]:
    """The films of a site in the order in which they are worth fetching, and in words what is not fetched from where.

    Films that play by themselves in the background come last: they seldom have an opening.
    """
    grouped: dict[str, list[tuple[FilmSample, str]]] = {}
    by_source: dict[str, str] = {}
    for page in pages:
        for sample in (*page.films, *_structured(page)):
            if not is_web(sample.source):
                continue
            own = f"{page.address} {sample.player}" if sample.player else sample.source
            key = by_source.get(sample.source) or own
            by_source[sample.source] = key
            grouped.setdefault(key, []).append((sample, page.address))
    notes: list[str] = []
    films: list[tuple[bool, OfferedFilm]] = []
    taken: set[str] = set()
    for found in grouped.values():
        sources = sorted(dict.fromkeys(sample.source for sample, _ in found), key=_is_stream)
        readable = tuple(source for source in sources if not _UNREAD.search(source) and not _PLAYERS.search(source))
        if readable:
            name = _unused(_name(readable[0]), taken)
            films.append((any(sample.background for sample, _ in found), OfferedFilm(readable, found[0][1], name)))
        else:
            player = _PLAYERS.search(sources[0])
            kind = "in a player of another site" if player else "a DASH stream"
            notes.append(f"The film {sources[0][:200]} is {kind}, which is not read: give its file.")
    films.sort(key=lambda film: film[0])
    return tuple(film for _, film in films), tuple(dict.fromkeys(notes))


def is_playlist_address(address: str) -> bool:
    """Whether `address` is that of an HLS playlist, by its ending."""
    return bool(_PLAYLISTS.search(address))


def _is_stream(source: str) -> bool:
    return is_playlist_address(source) or bool(_UNREAD.search(source))


def _structured(page: PageReading) -> Iterator[FilmSample]:
    """What a page states for machines: the files of its schema.org video objects."""
    for item in items(page.structured):
        if "videoobject" in types_of(item):
            for address in all_of(item.get("contentUrl"))[:4]:
                if isinstance(address, str) and len(address) < 2000:
                    whole = _joined(page.address, address.strip())
                    yield FilmSample(whole, "", "stream" if _is_stream(whole) else "video")


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _name(address: str) -> str:
    """What a person may call the file at `address`; of a playlist that is called like all of them, its folder."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    named = path.parent.name if _NAMELESS.fullmatch(path.name) and path.parent.name else path.name
    return readable_name(named or "film")


def _unused(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    options: Iterable[str] = (
        f"{stem or ending} ({number}){dot}{ending if stem else ''}" if number > 1 else name for number in range(1, 999)
    )
    found = next(option for option in options if option not in taken)
    taken.add(found)
    return found

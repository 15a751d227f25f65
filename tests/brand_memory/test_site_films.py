"""Which films of a site are fetched, under which names, and what is said of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brand_memory.reading import FilmSample, PageReading, View
from brand_memory.site_films import offered_films

HOME = "https://lumen.example/"


def page(address: str, *films: FilmSample, structured: tuple[dict[str, object], ...] = ()) -> PageReading:
    empty = PageReading(address, "home", View(1440, 900, "light"), "", "", (), (), (), (), (), (), ())
    return replace(empty, films=films, structured=structured)


def video(name: str, player: int = 0, *, background: bool = False) -> FilmSample:
    return FilmSample(f"https://cdn.example/{name}", "", "video", player, background)


def names(*pages: PageReading) -> list[str]:
    return [film.name for film in offered_films(pages)[0]]


def test_sources_of_one_player_are_one_film_and_files_come_before_playlists() -> None:
    shown = page(HOME, video("a.m3u8", 1), video("a.webm", 1), video("a.mp4", 1), video("b.mp4", 2))
    films, notes = offered_films([shown])
    assert [source.rpartition("/")[2] for source in films[0].sources] == ["a.webm", "a.mp4", "a.m3u8"]
    assert [film.name for film in films] == ["a.webm", "b.mp4"]
    assert films[0].page == HOME
    assert notes == ()


def test_a_film_on_many_pages_and_in_many_mentions_is_one() -> None:
    stated = ({"@type": "VideoObject", "contentUrl": "https://cdn.example/a.mp4"},)
    about = page(f"{HOME}about", video("a.mp4"), video("c.mp4", 1), structured=stated)
    assert names(page(HOME, video("a.mp4", 1)), about) == ["a.mp4", "c.mp4"]


def test_films_in_the_background_come_last_and_no_two_have_one_name() -> None:
    shown = page(HOME, video("loop.mp4", 1, background=True), video("x/film.mp4", 2), video("y/film.mp4", 3))
    assert names(shown) == ["film.mp4", "film (2).mp4", "loop.mp4"]


def test_a_playlist_that_is_called_like_all_of_them_has_its_folders_name() -> None:
    assert names(page(HOME, video("spring-campaign/master.m3u8"))) == ["spring-campaign"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.youtube.com/embed/abc", "player of another site"),
        ("https://player.vimeo.com/video/1", "player of another site"),
        ("https://cdn.example/film/manifest.mpd", "DASH"),
    ],
)
def test_what_can_not_be_fetched_is_named(address: str, words: str) -> None:
    films, notes = offered_films([page(HOME, FilmSample(address, "", "preview"))])
    assert films == ()
    assert words in notes[0]
    assert address in notes[0]


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "javascript:alert(1)", "blob:https://x/1"])
def test_what_is_no_web_address_is_nothing(address: str) -> None:
    assert offered_films([page(HOME, FilmSample(address, "", "video"))]) == ((), ())


SHOWN = """<title>Lumen</title><meta property="og:video" content="/share.mp4">
<meta property="og:video:type" content="video/mp4"><meta property="og:video:width" content="1280">
<script type="application/ld+json">{"@type": "VideoObject", "contentUrl": "/stated.mp4"}</script>
<h1>Light</h1><video width="320" height="180" controls><source src="/one.webm"><source src="/one.mp4"></video>
<video width="320" height="180" autoplay muted loop src="/loop.mp4"></video>
<video width="320" height="180" data-src="/lazy/index.m3u8"></video>
<a href="/linked.MOV?download=1">our film</a><a href="/about">about</a>"""


@pytest.mark.parametrize("browser", [True, False], ids=["browser", "static"])
def test_both_readers_see_the_same_films(read_html, browser: bool) -> None:
    site = read_html({"/": SHOWN}, browser=browser)
    films, _ = offered_films(site.pages)
    assert [sorted(source.split("/", 3)[3] for source in film.sources) for film in films] == [
        ["one.mp4", "one.webm"],
        ["lazy/index.m3u8"],
        ["share.mp4"],
        ["linked.MOV?download=1"],
        ["stated.mp4"],
        ["loop.mp4"],
    ]


def test_a_playlist_that_a_player_fetched_by_script_is_seen(read_html) -> None:
    script = "<script>fetch('/hls/film/master.m3u8').then(() => fetch('/hls/film/720/index.m3u8'))</script>"
    playlist = ("application/x-mpegurl", "#EXTM3U\n")
    pages = {"/": f"<h1>Light</h1>{script}", "/hls/film/master.m3u8": playlist, "/hls/film/720/index.m3u8": playlist}
    films, _ = offered_films(read_html(pages).pages)
    assert [film.name for film in films] == ["film"]

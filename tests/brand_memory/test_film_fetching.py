"""Films on a small site of this machine, honest and not: what comes, what is refused, and how that is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks.planted_films import FilmPlan, render
from benchmarks.small_site import Answer, Site, on_this_machine
from brand_memory import film_fetching
from brand_memory.film_fetching import SiteFilms, fetch_films
from brand_memory.reading import FilmSample, PageReading, SiteReading, View
from renderers.media import probe
from tests.brand_memory.made_streams import stream

Fetch = Callable[..., SiteFilms]
HEAD = b"\0\0\0\x18ftypisom"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(tmp_path_factory.mktemp("film") / "film.mp4", FilmPlan(5, 5.0))


@pytest.fixture
def fetch(serve_site: Callable[[Mapping[str, Answer]], Site], tmp_path: Path) -> Fetch:
    """What is fetched of films with these paths on one page of a site that answers so."""

    def fetched(answers: Mapping[str, Answer], *paths: str, **options: Any) -> SiteFilms:
        site = serve_site(answers)
        films = tuple(FilmSample(p if "://" in p else site.address.rstrip("/") + p, "", "video") for p in paths)
        view = View(1440, 900, "light")
        page = PageReading(site.address, "home", view, "", "", (), (), (), (), films, (), ())
        options.setdefault("resolver", on_this_machine)
        reading = SiteReading(site.address, (page,), {})
        return fetch_films(reading, tmp_path, bounds=site.bounds, **options)

    return fetched


def served(folder: Path, under: str) -> dict[str, Answer]:
    return {f"{under}/{path.name}": ("video/mp2t", path.read_bytes()) for path in folder.iterdir()}


def test_a_file_is_fetched_whole(fetch: Fetch, film: Path) -> None:
    said: list[str] = []
    found = fetch({"/a/our%20film.mp4": ("video/mp4", film.read_bytes())}, "/a/our%20film.mp4", progress=said.append)
    (one,) = found.films
    assert one.path.read_bytes() == film.read_bytes()
    assert (one.name, one.sound) == ("our film.mp4", None)
    assert found.complete
    assert said[0].startswith("film fetched: our film.mp4")


@pytest.mark.parametrize("pieces", ["mpegts", "fmp4"])
def test_a_stream_is_joined_to_one_file_that_reads_like_the_film(
    fetch: Fetch, film: Path, tmp_path: Path, pieces: str
) -> None:
    folder = stream(film, tmp_path / "made", pieces=pieces, late=10.0 if pieces == "mpegts" else 0.0).parent
    assert len(list(folder.iterdir())) >= 4
    found = fetch(served(folder, "/campaign"), "/campaign/index.m3u8")
    assert found.refusals == ()
    (one,) = found.films
    facts, was = probe(one.path), probe(film)
    assert one.name == "campaign"
    assert facts.video is not None
    assert was.video is not None
    assert facts.video.frames == was.video.frames
    assert facts.video.start < 0.1
    assert facts.sound is not None


def test_of_several_versions_the_best_is_joined_and_sound_may_come_apart(
    fetch: Fetch, film: Path, tmp_path: Path
) -> None:
    seen = stream(film, tmp_path / "seen", pieces="fmp4", only="video").parent
    heard = stream(film, tmp_path / "heard", pieces="fmp4", only="audio").parent
    master = (
        '#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="heard/index.m3u8"\n'
        "#EXT-X-STREAM-INF:BANDWIDTH=90000,RESOLUTION=64x36\nsmall/index.m3u8\n"
        '#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=320x180,AUDIO="a"\nseen/index.m3u8\n'
    )
    answers = {**served(seen, "/seen"), **served(heard, "/heard"), "/master.m3u8": ("application/x-mpegurl", master)}
    (one,) = fetch(answers, "/master.m3u8").films
    assert probe(one.path).sound is None
    assert one.sound is not None
    assert probe(one.sound).sound is not None


def test_what_is_refused_is_told_and_the_rest_comes(fetch: Fetch, film: Path) -> None:
    found = fetch(
        {
            "/page.mp4": ("video/mp4", "<!doctype html><title>no film</title>" + "x" * 9_000_000),
            "/away.mp4": (302, {"Location": "http://10.0.0.1/film.mp4"}, b""),
            "/secret/film.mp4": ("video/mp4", film.read_bytes()),
            "/cut.mp4": (200, {"Content-Length": "90000"}, HEAD + bytes(500)),
            "/good.mp4": ("video/mp4", film.read_bytes()),
            "/robots.txt": ("text/plain", "User-agent: *\nDisallow: /secret/"),
        },
        *("/page.mp4", "/away.mp4", "/gone.mp4", "/secret/film.mp4", "/cut.mp4", "/good.mp4"),
        resolver=lambda host, port: ("10.0.0.1",) if host == "10.0.0.1" else ("127.0.0.1",),
    )
    assert [one.name for one in found.films] == ["good.mp4"]
    assert not found.complete
    told = "\n".join(found.refusals)
    for words in ("no film but text/html", "private address", "(404)", "robots.txt forbids", "can not be reached"):
        assert words in told
    assert len(found.refusals) == 5


def test_every_piece_is_checked_on_its_own(fetch: Fetch) -> None:
    for evil, words in (
        ("http://169.254.169.254/latest/meta-data", "private address"),
        ("file:///etc/passwd", "no web address"),
        ("/hidden/two.ts", "robots.txt forbids"),
    ):
        playlist = f"#EXTM3U\n#EXTINF:2,\none.ts\n#EXTINF:2,\n{evil}\n#EXT-X-ENDLIST\n"
        found = fetch(
            {
                "/film.m3u8": ("text/plain", playlist),
                "/one.ts": ("video/mp2t", b"\x47" * 188),
                "/robots.txt": ("text/plain", "User-agent: *\nDisallow: /hidden/"),
            },
            "/film.m3u8",
            resolver=lambda host, port: (host,) if host[0].isdigit() else ("127.0.0.1",),
        )
        assert found.films == ()
        assert words in found.refusals[0]


def test_a_playlist_that_leads_to_itself_ends(fetch: Fetch) -> None:
    loop = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9\nloop.m3u8\n"
    found = fetch({"/loop.m3u8": ("text/plain", loop)}, "/loop.m3u8")
    assert found.films == ()
    assert found.requests < 8


def test_no_more_than_six_films_and_so_many_bytes(fetch: Fetch, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = film.read_bytes()
    answers: dict[str, Answer] = {f"/{n}.mp4": ("video/mp4", content) for n in range(9)}
    paths = [f"/{n}.mp4" for n in range(9)]
    found = fetch(answers, *paths)
    assert len(found.films) == 6
    assert "Of the site's 9 films 6 were fetched; 3 more" in found.notes[0]
    monkeypatch.setattr(film_fetching, "MOST_BYTES", len(content) * 3 // 2 + (1 << 20))
    found = fetch(answers, *paths)
    assert len(found.films) == 2
    assert "room of" in found.notes[0]


def test_a_server_that_drips_does_not_hold_us(fetch: Fetch) -> None:
    def drip(asked: Any) -> None:
        asked.send_response(200)
        asked.end_headers()
        asked.wfile.write(HEAD)
        for _ in range(100):
            asked.wfile.write(b"x")
            asked.wfile.flush()
            time.sleep(0.1)

    begun = time.monotonic()
    found = fetch({"/slow.mp4": drip, "/next.mp4": ("video/mp4", HEAD)}, "/slow.mp4", "/next.mp4", seconds=2.0)
    assert time.monotonic() - begun < 8
    assert found.films == ()
    assert "in time" in found.refusals[0]
    assert "time for films was over" in found.notes[-1]


def test_without_time_or_films_nothing_is_asked_for(fetch: Fetch) -> None:
    late = fetch({}, "/film.mp4", seconds=0.2)
    assert (late.requests, late.complete) == (0, False)
    assert "time was over" in late.notes[0]
    assert fetch({}) == SiteFilms()

"""From a site with films to a brand with an opening: learned, learned again, decided on, shown and corrected."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agency.__main__ import main
from agency.brand_desk import brand_records
from benchmarks.planted_films import FilmPlan, Ident, render
from benchmarks.small_site import Site, serving
from brand_memory.kit import BrandKit
from renderers.media import probe

OPENING = Ident(41, 2.4)
PLANS = (
    FilmPlan(11, 4.0, OPENING, rate=25, crf=22),
    FilmPlan(23, 4.4, OPENING, rate=30, crf=30, voice_over=0.5),
    FilmPlan(35, 4.2, OPENING, rate=25, size=(480, 270), crf=18),
)
HOME = """<title>Lumen</title><h1>Light for every room</h1><p>Lumen makes lamps that follow daylight.</p>
<video controls src="/media/spring.mp4"></video><a href="/media/autumn.mp4">Our film</a>"""
Told = Callable[..., str]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("films")
    names = ("spring.mp4", "autumn.mp4", "winter.mp4")
    return [render(folder / name, plan) for name, plan in zip(names, PLANS, strict=True)]


@pytest.fixture
def site(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site of this machine with two of the films, read without a browser."""
    monkeypatch.setenv("AGENCY_ALLOW_PRIVATE_URLS", "1")
    monkeypatch.setattr("brand_memory.crawling.find_browser", lambda: "")
    films: dict[str, Any] = {f"/media/{path.name}": ("video/mp4", path.read_bytes()) for path in paths[:2]}
    with serving({"/": HOME, **films}) as served:
        yield served


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """What a command line prints."""

    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["brand", *arguments])
        out = capsys.readouterr()
        assert ended.value.code in (0, None), out.err
        return out.out + out.err

    return run


def learned(told: Told, site: Site, *more: str) -> str:
    return told("learn", f"http://127.0.0.1:{site.port}/", *more, "--name", "Lumen", "--yes")


def kit() -> BrandKit:
    return brand_records().kit("lumen")


def test_an_opening_is_learned_from_a_site_and_stays_as_it_is_decided(
    told: Told, site: Site, paths: list[Path], tmp_path: Path
):
    said = learned(told, site)
    for line in ("film fetched: spring.mp4", "film taken apart: autumn.mp4", "opening in common to 2 films: 2.4 s"):
        assert line in said
    found = kit()
    assert [film.name for film in found.films] == ["spring.mp4", "autumn.mp4"]
    assert found.opening is not None
    assert found.closing is None
    assert found.opening.value.seconds == pytest.approx(2.4, abs=0.2)
    assert {seen.page for seen in found.opening.evidence} == {f"http://127.0.0.1:{site.port}/"}
    assert found.opening.evidence[0].place == "spring.mp4, 0.00 to 2.40 s"
    assert found.opening.evidence[0].crop is not None
    facts = probe(brand_records().files("lumen").path(found.opening.value.file))
    assert facts.video is not None
    assert facts.sound is not None

    assert "Nothing changed" in learned(told, site)
    assert kit().version == 1

    assert "confirmed by you" in told("confirm", "lumen", "opening")
    first = found.opening.value.file.digest
    assert "in common to 3 films" in learned(told, site, str(paths[2]))
    after = kit()
    assert after.opening is not None
    assert (after.opening.status, after.opening.value.file.digest) == ("confirmed", first)
    assert {film.name for film in after.films} == {"spring.mp4", "autumn.mp4", "winter.mp4"}

    shown = told("show", "lumen")
    for words in ("opening 16x9.mp4 (2.4 s, 320 × 180)", "confirmed by you", "winter.mp4: 7 s"):
        assert words in shown
    sheet = tmp_path / "sheet.html"
    told("show", "lumen", "--html", str(sheet))
    assert "Opening, 2.4 s" in sheet.read_text()
    assert "autumn.mp4" in sheet.read_text()

    assert "rejected by you" in told("reject", "lumen", "opening")
    learned(told, site)
    rejected = kit().opening
    assert rejected is not None
    assert rejected.status == "rejected"

    assert "set by you" in told("correct", "lumen", "opening", str(paths[2]))
    learned(told, site)
    own = kit().opening
    assert own is not None
    assert (own.status, own.value.width, own.value.seconds) == ("corrected", 480, pytest.approx(6.6, abs=0.1))


def test_a_film_that_did_not_come_this_time_takes_no_opening_away(told: Told, site: Site):
    learned(told, site)
    before = kit().opening
    site.pages["/media/autumn.mp4"] = (503, {}, b"")
    said = learned(told, site)
    assert "(503)" in said
    assert kit().opening == before
    document = json.loads(told("learn", f"http://127.0.0.1:{site.port}/", "--json").partition("\n}\n")[0] + "}")
    assert any("(503)" in line for line in document["refusals"])


def test_films_in_an_archive_are_compared_with_those_beside_it(told: Told, paths: list[Path], tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "assets.zip", "w") as archive:
        archive.write(paths[0], "videos/spring.mp4")
        archive.writestr("tokens.css", ":root { --brand-primary: #1a4fd6 }")
    told("learn", str(tmp_path / "assets.zip"), str(paths[1]), "--name", "Lumen", "--yes")
    found = kit()
    assert {film.name for film in found.films} == {"assets.zip: spring.mp4", "autumn.mp4"}
    assert found.opening is not None
    assert found.opening.confidence > 0.8
    assert {seen.page for seen in found.opening.evidence} <= set(found.sources)


def test_without_the_setting_no_film_of_this_machine_is_read(told: Told, site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("AGENCY_ALLOW_PRIVATE_URLS")
    with pytest.raises(AssertionError, match="not one for web pages|private address"):
        learned(told, site)
    assert site.asked == []

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from agency.film_cutting import cut_clip, exact_edge
from agency.film_reading import GuardedFilms, learn_films
from benchmarks.planted_films import FilmPlan, Ident, render
from brand_memory.kit import Clip, Fact, Film
from brand_memory.storage import BrandFiles
from renderers.errors import MediaRejected
from renderers.media import frames, probe, sound

OPENING = Ident(41, 2.4)
PLANS = (
    FilmPlan(11, 4.0, OPENING, rate=25, crf=22, sound_bits=128_000),
    FilmPlan(23, 4.4, OPENING, rate=30, crf=33, voice_over=0.5),
    FilmPlan(35, 4.2, OPENING, rate=25, crf=30, cold=1.4),
)

Learned = tuple[tuple[Film, ...], Fact[Clip] | None, Fact[Clip] | None, tuple[str, ...]]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("films")
    return [render(folder / f"film-{number}.mp4", plan) for number, plan in enumerate(PLANS)]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> BrandFiles:
    return BrandFiles(tmp_path_factory.mktemp("brand"))


@pytest.fixture(scope="module")
def learned(paths: list[Path], files: BrandFiles) -> Learned:
    broken = paths[0].with_name("broken.mp4")
    broken.write_bytes(paths[0].read_bytes()[:9000])
    return learn_films([*paths, broken, paths[0]], files)


def picture(path: Path, seconds: float) -> np.ndarray:
    for found in frames(path, (80, 45), rate=Fraction(25), start=seconds, end=seconds + 0.03):
        return found.pixels.astype(np.int16)
    raise AssertionError("no picture")


def test_the_opening_is_cut_out_exactly_and_kept(learned: Learned, paths: list[Path], files: BrandFiles):
    _, opening, closing, _ = learned
    assert opening is not None
    assert closing is None
    clip, path = opening.value, files.path(opening.value.file)
    facts = probe(path)
    assert facts.video is not None
    assert facts.sound is not None
    assert (clip.width, clip.height, clip.sound) == (320, 180, True)
    assert clip.seconds == pytest.approx(2.4, abs=0.04)
    assert facts.video.frames == 60
    assert np.abs(picture(path, 0.01) - picture(paths[0], 0.01)).mean() < 2
    assert np.abs(picture(path, 2.37) - picture(paths[0], 2.37)).mean() < 2
    assert np.abs(picture(path, 2.37) - picture(paths[0], 2.41)).mean() > 20
    heard, source = sound(path)[4800:110_000, 0], sound(paths[0])[4800:110_000, 0]
    assert np.corrcoef(heard, source)[0, 1] > 0.98


def test_the_evidence_names_every_film_and_shows_the_best_copy(learned: Learned, files: BrandFiles):
    opening = learned[1]
    assert opening is not None
    assert opening.status == "found"
    assert opening.confidence >= 0.8
    assert {evidence.page for evidence in opening.evidence} == {"film-0.mp4", "film-1.mp4", "film-2.mp4"}
    assert opening.evidence[0].page == "film-0.mp4"
    crop = opening.evidence[0].crop
    assert crop is not None
    assert files.read(crop).startswith(b"\x89PNG")


def test_films_are_measured_and_what_can_not_be_read_is_named(learned: Learned):
    found, _, _, notes = learned
    assert [film.name for film in found] == ["film-0.mp4", "film-1.mp4", "film-2.mp4"]
    assert all(film.loudness is not None and -40 < film.loudness < 0 for film in found)
    assert any("broken.mp4" in note for note in notes)


def test_one_film_gives_a_guess_and_says_so(paths: list[Path], files: BrandFiles):
    found, opening, closing, notes = learn_films(paths[:1], files)
    assert len(found) == 1
    assert opening is not None
    assert opening.confidence <= 0.4
    assert closing is None
    assert any("guess" in note for note in notes)


def test_nothing_given_is_nothing_learned(files: BrandFiles):
    assert learn_films([], files) == ((), None, None, ())


def test_a_playlist_in_disguise_is_not_followed(tmp_path: Path, paths: list[Path], files: BrandFiles):
    disguised = tmp_path / "film.mp4"
    disguised.write_text(f"#EXTM3U\n#EXTINF:4,\n{paths[0]}\n#EXT-X-ENDLIST\n")
    found, opening, closing, notes = learn_films([disguised], files)
    assert (found, opening, closing) == ((), None, None)
    assert "film.mp4" in notes[0]
    with pytest.raises(MediaRejected):
        GuardedFilms().facts(disguised)


@pytest.mark.parametrize("off", [-0.1, -0.04, 0.0, 0.05, 0.11])
def test_an_edge_goes_to_the_very_picture_of_the_cut(off: float, paths: list[Path]):
    reader = GuardedFilms()
    facts = reader.facts(paths[0])
    assert exact_edge(paths[0], 2.4 + off, facts, reader) == pytest.approx(2.4, abs=1e-6)


def test_a_silent_clip_has_no_sound_track(paths: list[Path], tmp_path: Path):
    facts = GuardedFilms().facts(paths[1])
    content, seconds, width, height = cut_clip(paths[1], 1.0, 2.0, facts, None)
    (tmp_path / "clip.mp4").write_bytes(content)
    found = probe(tmp_path / "clip.mp4")
    assert found.sound is None
    assert (seconds, width, height) == (1.0, 320, 180)
    assert found.video is not None
    assert found.video.frames == 30

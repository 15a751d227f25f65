from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from agency.film_cutting import cut_clip, exact_edge
from agency.film_learning import FilmFile, LearnedFilms, learn_films
from agency.film_reading import GuardedFilms
from benchmarks.planted_films import FilmPlan, Ident, render
from brand_memory.storage import BrandFiles
from brand_memory.transport_streams import start_at_zero
from renderers.errors import MediaRejected
from renderers.media import frames, probe, sound
from tests.brand_memory.made_streams import stream

OPENING = Ident(41, 2.4)
PLANS = (
    FilmPlan(11, 4.0, OPENING, rate=25, crf=22, sound_bits=128_000),
    FilmPlan(23, 4.4, OPENING, rate=30, crf=33, voice_over=0.5),
    FilmPlan(35, 4.2, OPENING, rate=25, crf=30, cold=1.4),
)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("films")
    return [render(folder / f"film-{number}.mp4", plan) for number, plan in enumerate(PLANS)]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> BrandFiles:
    return BrandFiles(tmp_path_factory.mktemp("brand"))


@pytest.fixture(scope="module")
def learned(paths: list[Path], files: BrandFiles) -> LearnedFilms:
    broken = paths[0].with_name("broken.mp4")
    broken.write_bytes(paths[0].read_bytes()[:9000])
    return learn_films([FilmFile(path) for path in (*paths, broken, paths[0])], files)


def picture(path: Path, seconds: float) -> np.ndarray:
    for found in frames(path, (80, 45), rate=Fraction(25), start=seconds, end=seconds + 0.03):
        return found.pixels.astype(np.int16)
    raise AssertionError("no picture")


def test_the_opening_is_cut_out_exactly_and_kept(learned: LearnedFilms, paths: list[Path], files: BrandFiles):
    opening, closing = learned.opening, learned.closing
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


def test_the_evidence_names_every_film_and_shows_the_best_copy(learned: LearnedFilms, files: BrandFiles):
    opening = learned.opening
    assert opening is not None
    assert opening.status == "found"
    assert opening.confidence >= 0.8
    assert {evidence.page for evidence in opening.evidence} == {"film-0.mp4", "film-1.mp4", "film-2.mp4"}
    assert opening.evidence[0].page == "film-0.mp4"
    crop = opening.evidence[0].crop
    assert crop is not None
    assert files.read(crop).startswith(b"\x89PNG")


def test_films_are_measured_and_what_can_not_be_read_is_named(learned: LearnedFilms):
    found, notes = learned.films, learned.notes
    assert [film.name for film in found] == ["film-0.mp4", "film-1.mp4", "film-2.mp4"]
    assert all(film.loudness is not None and -40 < film.loudness < 0 for film in found)
    assert any("broken.mp4" in note for note in notes)


def test_one_film_gives_a_guess_and_says_so(paths: list[Path], files: BrandFiles):
    found = learn_films([FilmFile(paths[0])], files)
    assert len(found.films) == 1
    assert found.opening is not None
    assert found.opening.confidence <= 0.4
    assert found.closing is None
    assert any("guess" in note for note in found.notes)


def test_copies_of_one_film_are_one_film(paths: list[Path], files: BrandFiles, tmp_path: Path):
    copy = render(tmp_path / "copy.mp4", replace(PLANS[0], crf=30))
    found = learn_films([FilmFile(paths[0]), FilmFile(copy, "our film, smaller")], files)
    assert len(found.films) == 2
    assert found.opening is not None
    assert found.opening.confidence <= 0.4
    assert any("our film, smaller shows the same as film-0.mp4" in note for note in found.notes)


def test_the_clip_is_kept_once_for_each_shape_and_the_page_is_the_evidence(
    paths: list[Path], files: BrandFiles, tmp_path: Path
):
    tall = render(tmp_path / "x.mp4", FilmPlan(47, 4.0, OPENING, size=(180, 320), rate=25))
    page = "https://lumen.example/about"
    said: list[str] = []
    given = [FilmFile(paths[0]), FilmFile(paths[2]), FilmFile(tall, "tall.mp4", page)]
    opening = learn_films(given, files, said.append).opening
    assert opening is not None
    clip = opening.value
    assert [(one.width, one.height) for one in (clip, *clip.others)] == [(320, 180), (180, 320)]
    assert clip.others[0].seconds == pytest.approx(2.4, abs=0.05)
    assert clip.fitting(1080, 1920) is clip.others[0]
    assert clip.fitting(1920, 1080) is clip
    (seen,) = [evidence for evidence in opening.evidence if evidence.page == page]
    assert seen.place.startswith("tall.mp4, 0.0")
    assert seen.crop is not None
    assert said[0].startswith("film taken apart: film-0.mp4, 6 s")
    assert said[-1].startswith("opening in common to 3 films: 2.4 s")


def joined(film: Path, folder: Path, kind: str, only: str = "") -> Path:
    """A film that came as a stream, in one file again."""
    made = stream(film, folder, pieces=kind, only=only, late=10.0 if kind == "mpegts" else 0.0).parent
    path = folder.with_suffix(".mp4")
    pieces = [*made.glob("init.mp4"), *sorted(made.glob("piece-*"))]
    path.write_bytes(b"".join(piece.read_bytes() for piece in pieces))
    start_at_zero(path)
    return path


def test_films_that_came_as_streams_have_the_same_opening(paths: list[Path], files: BrandFiles, tmp_path: Path):
    closing = Ident(42, 2.0)
    plans = [replace(plan, closing=closing) for plan in PLANS[:2]]
    films = [render(tmp_path / f"whole-{number}.mp4", plan) for number, plan in enumerate(plans)]
    kinds = zip(films, ("mpegts", "fmp4"), strict=True)
    found = learn_films([FilmFile(joined(film, tmp_path / kind, kind)) for film, kind in kinds], files)
    assert found.notes == ()
    for clip, seconds in ((found.opening, 2.4), (found.closing, 2.0)):
        assert clip is not None
        assert clip.value.seconds == pytest.approx(seconds, abs=0.1)
        assert clip.evidence[0].crop is not None


def test_sound_in_a_file_of_its_own_is_heard(paths: list[Path], files: BrandFiles, tmp_path: Path):
    seen, heard = (joined(paths[0], tmp_path / track, "fmp4", track) for track in ("video", "audio"))
    found = learn_films([FilmFile(seen, sound=heard), FilmFile(paths[1])], files)
    (whole,) = learn_films([FilmFile(paths[0])], files).films
    assert found.films[0].loudness == pytest.approx(whole.loudness, abs=0.5)
    assert found.opening is not None
    assert found.opening.value.sound


def test_nothing_given_is_nothing_learned(files: BrandFiles):
    assert learn_films([], files) == LearnedFilms()


def test_a_playlist_in_disguise_is_not_followed(tmp_path: Path, paths: list[Path], files: BrandFiles):
    disguised = tmp_path / "film.mp4"
    disguised.write_text(f"#EXTM3U\n#EXTINF:4,\n{paths[0]}\n#EXT-X-ENDLIST\n")
    found = learn_films([FilmFile(disguised, "our film")], files)
    assert (found.films, found.opening, found.closing) == ((), None, None)
    assert "our film" in found.notes[0]
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

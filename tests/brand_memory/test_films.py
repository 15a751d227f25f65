from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.drawn_films import DrawnFilms
from benchmarks.planted_films import FilmPlan, Ident
from brand_memory.films import take_apart
from brand_memory.graphic_frames import is_drawn
from brand_memory.hashes import PictureRecorder, compare, nearest_shape, without_margins
from brand_memory.shots import ShotWatch
from brand_memory.still_regions import StillWatch, lower_thirds

RATE = Fraction(25)


def scenes(*lengths: float) -> Iterator[NDArray[np.uint8]]:
    """Shots of noise that drifts, each unlike the last."""
    random = np.random.default_rng(4)
    for length in lengths:
        wide = cv2.resize(random.integers(0, 255, (12, 20, 3), np.uint8), (240, 120), interpolation=cv2.INTER_CUBIC)
        for n in range(round(length * RATE)):
            yield np.ascontiguousarray(wide[10:100, min(n, 80) : min(n, 80) + 160])


def seen(made: Iterator[NDArray[np.uint8]]) -> ShotWatch:
    watch = ShotWatch(RATE)
    for picture in made:
        watch.see(picture, cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY))
    return watch


def test_cuts_are_found_to_the_picture_and_pace_is_counted():
    shots = seen(scenes(2.0, 1.0, 3.0, 1.2, 1.8)).shots(9.0)
    assert shots.cuts == pytest.approx((2.0, 3.0, 6.0, 7.2))
    assert shots.usual == pytest.approx(1.8)
    assert shots.pace == (20.0, 20.0, 40.0)


def test_a_fade_through_black_is_a_cut():
    first, second = list(scenes(2.0)), list(scenes(0.5, 2.0))[13:]
    down = [(picture * (1 - n / 12)).astype(np.uint8) for n, picture in enumerate(first[-12:])]
    up = [(picture * (n / 12)).astype(np.uint8) for n, picture in enumerate(second[:12])]
    shots = seen(iter([*first[:-12], *down, *[np.zeros_like(first[0])] * 6, *up, *second[12:]])).shots(4.2)
    assert len(shots.cuts) == 1
    assert shots.cuts[0] == pytest.approx(2.1, abs=0.25)
    assert shots.voids


def test_a_film_is_taken_apart():
    plan = FilmPlan(5, 11.0, Ident(7, 3.0), Ident(9, 2.0), lower_third=(5.0, 8.0), bug=True, bed=4)
    reading = take_apart(Path("A \u200bfilm.mp4"), DrawnFilms(plan))
    film = reading.film
    assert film.name == "A film.mp4"
    assert film.seconds == pytest.approx(16.0)
    assert film.corner_bug == "top right"
    assert film.loudness == -19.0
    assert any(
        start == pytest.approx(5.0, abs=0.4) and end == pytest.approx(8.0, abs=0.6) for start, end in film.lower_thirds
    )
    assert {3.0, 14.0} <= {round(cut, 2) for cut in reading.shots.cuts}
    assert film.shots == len(reading.shots.cuts) + 1
    assert len(film.cuts_per_minute) == 3
    assert len(reading.reveals) == 2


def test_colours_come_from_drawn_pictures_and_plates_not_from_what_was_filmed():
    plan = FilmPlan(5, 6.0, Ident(7, 3.0), lower_third=(4.0, 7.0))
    film = take_apart(Path("a.mp4"), DrawnFilms(plan)).film
    hexes = [colour.hex for colour in film.graphic_colours]
    assert hexes[0] == "#14785a"
    assert "#143c8c" in hexes
    assert not any(40 < colour.hue < 75 and 0.04 < colour.chroma < 0.12 for colour in film.graphic_colours)
    assert not take_apart(Path("b.mp4"), DrawnFilms(FilmPlan(6, 6.0))).film.graphic_colours


def test_a_film_without_sound_or_marks_says_so():
    film = take_apart(Path("a.mp4"), DrawnFilms(FilmPlan(6, 6.0), sounding=False)).film
    assert (film.loudness, film.tempo, film.corner_bug, film.lower_thirds) == (None, None, "", ())


def test_of_a_very_long_film_the_beginning_and_the_end_are_looked_at():
    plan = FilmPlan(8, 40.0, size=(64, 36), rate=5)
    reading = take_apart(Path("long.mp4"), DrawnFilms(plan), longest=38.0)
    assert "estimate" in reading.notes[0]
    assert reading.traces.tail[0].start == pytest.approx(10.0)
    assert len(reading.traces.tail[0]) == pytest.approx(30 * 20, abs=4)


@pytest.mark.parametrize("seconds", [0.2, 0.6, 1.1])
def test_a_very_short_film_is_taken_apart(seconds: float):
    film = take_apart(Path("short.mp4"), DrawnFilms(FilmPlan(8, seconds))).film
    assert film.shots == 1
    assert film.shot_seconds == pytest.approx(seconds, abs=0.1)


def test_letterbox_bars_are_left_out():
    (picture,) = list(scenes(0.04))
    boxed = np.zeros((300, 160, 3), np.uint8)
    boxed[105:195] = picture
    assert without_margins(boxed).shape == picture.shape
    assert without_margins(np.zeros_like(boxed)).shape == boxed.shape


def test_a_still_picture_is_the_same_but_proves_nothing():
    recorder = PictureRecorder(0.0, 160, 90)
    (picture,) = list(scenes(0.04))
    for _ in range(30):
        recorder.add(picture)
    view = recorder.trace().views["whole"]
    same, proof, blind = compare(view, view)
    assert same.all()
    assert not proof.any()
    assert not blind.any()


def test_shapes_are_named():
    names = [nearest_shape(*size) for size in ((1920, 1080), (1080, 1920), (1000, 1000), (1080, 1350), (640, 480))]
    assert names == ["16:9", "9:16", "1:1", "4:5", "16:9"]


def test_drawn_pictures_are_told_from_filmed_and_empty_ones():
    (filmed,) = list(scenes(0.04))
    card = np.full((54, 96, 3), (20, 60, 140), np.uint8)
    assert not is_drawn(filmed)
    assert not is_drawn(card)
    cv2.putText(card, "LUMEN", (8, 32), cv2.FONT_HERSHEY_DUPLEX, 0.8, (255, 255, 255), 2)
    assert is_drawn(card)


def test_a_title_on_an_empty_card_is_lettering_and_a_still_photograph_is_not():
    card = np.full((180, 320, 3), (20, 60, 140), np.uint8)
    cv2.putText(card, "SUMMER SALE", (60, 96), cv2.FONT_HERSHEY_DUPLEX, 1.0, (255, 255, 255), 2)
    (wide,) = list(scenes(0.04))
    grain = np.random.default_rng(1).integers(0, 60, (180, 320, 3), np.uint8)
    photograph = cv2.add(cv2.resize(wide, (320, 180)) // 2, grain)
    watches = StillWatch(8.0), StillWatch(8.0)
    for watch, middle in zip(watches, (card, photograph), strict=True):
        for picture in [np.zeros_like(card)] * 10 + [middle] * 20 + [np.zeros_like(card)] * 10:
            watch.see(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY))
    (text,) = watches[0].texts(())
    assert (text.start, text.end) == pytest.approx((2.0, 6.0), abs=0.25)
    assert text.box[0] == pytest.approx(0.19, abs=0.06)
    assert not lower_thirds([text])
    assert watches[1].texts(()) == []

"""Films of clients that are trimmed, played faster or slower, turned and muted."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from agency.film_scenes import measure_films, prepare_films
from renderers.film.backdrop import FilmBackdrop
from renderers.film.editing import FilmEdit, edited
from renderers.film.footage import FilmSpan, prepare_film
from renderers.film.sound import prepare_sound
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.planes import empty_planes
from renderers.sound_files import load_sound
from renderers.takes import TakeStore, file_digest
from tests.renderers.film import clips
from tools.edit import film_frames
from tools.storyboard import FilmChoice, Scene, Storyboard

FORM = PictureFormat(320, 180, Fraction(30))


@pytest.fixture
def takes(tmp_path: Path) -> TakeStore:
    return TakeStore(tmp_path / "takes")


def numbers(path: Path, takes: TakeStore, edit: FilmEdit, count: int, asked: tuple[int, ...]) -> list[int]:
    clip = prepare_film(FilmSpan(path, file_digest(path), 0.5, count, edit), FORM, takes)
    backdrop, planes, found = FilmBackdrop(clip, FORM.rate), empty_planes(320, 180), []
    for n in asked:
        backdrop.fill(planes, n)
        found.append(clips.number_in(planes.y))
    backdrop.close()
    return found


@pytest.mark.parametrize(
    ("speed", "shown"), [(2.0, [15, 17, 29, 55]), (0.5, [15, 15, 18, 25]), (1.0, [15, 16, 22, 35])]
)
def test_a_film_at_another_speed_shows_the_picture_of_each_moment(
    tmp_path: Path, takes: TakeStore, speed: float, shown: list[int]
):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 80)
    found = numbers(path, takes, FilmEdit(speed), 21, (0, 1, 7, 20))
    # At half the speed a moment lies between two pictures, of which either is right.
    assert all(abs(one - other) <= (speed < 1) for one, other in zip(found, shown, strict=True))


def test_nothing_is_lost_of_a_picture_that_is_turned():
    dice = np.random.default_rng(3)
    whole = [Planes(*(dice.integers(0, 255, size, np.uint8) for size in ((8, 12), (4, 6), (4, 6)))) for _ in range(2)]
    for turn, quarter in ((90, 1), (180, 2), (270, 3)):
        made = list(edited(iter(whole), FilmEdit(turn=turn), Fraction(30), 2))
        for before, after in zip(whole, made, strict=True):
            for one, other in ((before.y, after.y), (before.u, after.u), (before.v, after.v)):
                assert np.array_equal(np.rot90(one, -quarter), other)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_film_is_turned_clockwise_and_stands_whole_in_the_frame(tmp_path: Path, takes: TakeStore, turn: int):
    picture = np.full((320, 180, 3), 60, np.uint8)
    picture[:60] = 220
    path = clips.write_clip(tmp_path / "film.mp4", lambda number: picture, 4)
    clip = prepare_film(FilmSpan(path, file_digest(path), 0.0, 3, FilmEdit(turn=turn)), FORM, takes)
    backdrop, planes = FilmBackdrop(clip, FORM.rate), empty_planes(320, 180)
    backdrop.fill(planes, 1)
    backdrop.close()
    luma = planes.y.astype(float)
    bright = {
        0: luma[2:12, 150:170],
        90: luma[80:100, -12:-2],
        180: luma[-12:-2, 150:170],
        270: luma[80:100, 2:12],
    }
    assert {told for told, part in bright.items() if part.mean() > 170} == {turn}


@pytest.mark.parametrize("speed", [0.25, 0.5, 1.5, 4.0])
def test_sound_at_another_speed_keeps_its_pitch_and_its_place(tmp_path: Path, takes: TakeStore, speed: float):
    path = clips.write_clip(tmp_path / "film.mp4", clips.plain((9, 9, 9)), 90, tone=440.0)
    length = round(3 * 48_000 / speed)
    heard = load_sound(prepare_sound(path, file_digest(path), 0.0, length, takes, speed).folder)[:, 0]
    assert len(heard) == length
    begins = int(np.argmax(np.abs(heard) > 0.05)) / 48_000
    # Waves are laid over one another whole, so that a sound begins within one of them, the longer the slower.
    assert begins == pytest.approx(1 / speed, abs=0.04 * max(1, 1 / speed))
    part = heard[int((1.3 / speed) * 48_000) :][:24_000]
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part))))
    assert np.argmax(spectrum) * 48_000 / len(part) == pytest.approx(440, abs=4)


def test_a_scene_is_as_long_as_its_film_is_played(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 60, tone=440.0)
    film = FilmChoice(file=str(path), start=0.5, end=1.5, speed=2.0, turn=180)
    board = measure_films(Storyboard(scenes=(Scene(id="a", layout="clip", film=film),)), takes)
    assert film_frames(board.scenes[0], Fraction(30)) == 15
    shown, heard = prepare_films(board, FORM, takes, lambda done, of: None)
    assert shown["a"].film is not None and shown["a"].film.duration == 15
    assert len(load_sound(heard["a"].folder)) == 24_000
    plain = prepare_films(
        board.changed(scenes=[board.scenes[0].changed(film=film.changed(speed=1.0, turn=0))]),
        FORM,
        takes,
        lambda done, of: None,
    )[0]
    assert plain["a"].film is not None and plain["a"].film.digest != shown["a"].film.digest

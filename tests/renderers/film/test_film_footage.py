from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.errors import MediaRejected, TakeDamaged
from renderers.film import footage
from renderers.film.backdrop import FilmBackdrop
from renderers.film.fitting import MOST_CUT, fit
from renderers.film.footage import FilmSpan, prepare_film
from renderers.film.sound import prepare_sound, read_loudness
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.planes import empty_planes
from renderers.sound_files import load_sound
from renderers.takes import TakeStore, file_digest
from renderers.timeline import FilmClip
from tests.renderers.film import clips

FORM = PictureFormat(320, 180, Fraction(30))


@pytest.fixture
def takes(tmp_path: Path) -> TakeStore:
    return TakeStore(tmp_path / "takes")


def prepared(path: Path, takes: TakeStore, duration: int, start: float = 0.0, form: PictureFormat = FORM) -> FilmClip:
    return prepare_film(FilmSpan(path, file_digest(path), start, duration), form, takes)


def painted(clip: FilmClip, n: int, form: PictureFormat = FORM) -> Planes:
    planes = empty_planes(form.width, form.height)
    backdrop = FilmBackdrop(clip, form.rate)
    backdrop.fill(planes, n)
    backdrop.close()
    return planes


def rgb(planes: Planes) -> tuple[int, ...]:
    y, u, v = (float(plane.mean()) for plane in (planes.y, planes.u, planes.v))
    y, u, v = (y - 16) / 219, (u - 128) / 224, (v - 128) / 224
    red, blue = y + 1.5748 * v, y + 1.8556 * u
    green = (y - 0.2126 * red - 0.0722 * blue) / 0.7152
    return tuple(round(255 * part) for part in (red, green, blue))


@pytest.mark.parametrize(("rate", "shown"), [(30, [0, 1, 2, 59]), (60, [0, 2, 4, 118]), (25, [0, 1, 2, 49]),
                                             (Fraction(30000, 1001), [0, 1, 2, 59])])  # fmt: skip
def test_every_frame_shows_the_picture_of_its_moment(tmp_path: Path, takes: TakeStore, rate: int, shown: list[int]):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 120, rate)
    clip = prepared(path, takes, 60)
    assert [clips.number_in(painted(clip, n).y) for n in (0, 1, 2, 59)] == shown


def test_a_span_begins_with_its_own_first_picture_and_holds_its_last(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 100)
    clip = prepared(path, takes, 30, start=1.5)
    assert [clips.number_in(painted(clip, n).y) for n in (-3, 0, 29, 30, 500)] == [45, 45, 74, 74, 74]


def test_pictures_are_found_in_any_order_and_across_stretches(
    tmp_path: Path, takes: TakeStore, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(footage, "STRETCH", 50)
    monkeypatch.setattr("renderers.film.backdrop.STRETCH", 50)
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 220)
    clip = prepared(path, takes, 220)
    assert len(clip.takes) == 5
    backdrop, planes = FilmBackdrop(clip, FORM.rate), empty_planes(320, 180)
    for n in (0, 49, 50, 51, 210, 3, 4, 120, 119, 0, 0, 219):
        backdrop.fill(planes, n)
        assert clips.number_in(planes.y) == n
    backdrop.close()


@pytest.mark.parametrize("colour", [(200, 40, 90), (20, 160, 220)])
@pytest.mark.parametrize(
    "coding", [(1, 1, 1, 1), (6, 6, 6, 1), (1, 1, 1, 2), (2, 2, 2, 1)], ids=["709", "601", "full", "untagged"]
)
def test_colours_stay_what_they_are(
    tmp_path: Path, takes: TakeStore, colour: tuple[int, int, int], coding: tuple[int, int, int, int]
):
    # A small film that does not say what it is coded with is taken to be BT.601, as players do.
    told = (2, 2, 5, 1) if coding[2] == 2 else coding
    path = clips.write_clip(tmp_path / "film.mp4", clips.plain(colour), 4, colour=told)
    found = rgb(painted(prepared(path, takes, 4), 2))
    assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) <= 3


def pq(nits: float) -> int:
    power = (nits / 10000) ** 0.1593017578125
    return round(65535 * ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375)


def test_light_beyond_a_screen_is_rolled_off_and_the_rest_kept(tmp_path: Path, takes: TakeStore):
    tones = []
    for nits in (20.0, 203.0, 1000.0):
        level = pq(nits)
        path = clips.write_clip(
            tmp_path / f"{nits}.mp4", clips.plain((level, level, level)), 3, colour=(9, 16, 9, 1), form="yuv420p10le"
        )
        red, green, blue = rgb(painted(prepared(path, takes, 3), 1))
        assert max(red, green, blue) - min(red, green, blue) <= 3
        tones.append(green)
    shade, white, brightest = tones
    assert shade == pytest.approx(255 * (20 / 203) ** (1 / 2.4), abs=5)
    assert 200 <= white < brightest
    assert brightest >= 250


def test_a_film_of_nearly_the_frames_shape_is_cut_and_any_other_stands_whole():
    assert fit((1920, 1080), (1920, 1080)).across == 1920
    near = fit((1920, 1080), (1680, 1050))
    assert (near.across, near.down) == (1920, 1080)
    assert near.height > 1080
    tall = fit((1080, 1920), (1920, 1080))
    assert (tall.across, tall.down, tall.x) == (1080, 608, 0)
    assert tall.y * 2 + tall.down == pytest.approx(1920, abs=2)
    for width in range(400, 4000, 37):
        found = fit((1920, 1080), (width, 1080))
        kept = min(width / 1920, 1920 / width)
        assert (found.across, found.down) == (1920, 1080) or kept < 1 - float(MOST_CUT)
        assert found.left + found.across <= found.width
        assert found.top + found.down <= found.height
        assert all(value % 2 == 0 for value in vars(found).values())


def test_even_edges_go_on_to_the_edge_of_the_frame(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180, (24, 40, 72)), 10)
    form = PictureFormat(180, 320, Fraction(30))
    planes = painted(prepared(path, takes, 10, form=form), 5, form)
    assert np.ptp(planes.y[:90]) <= 3
    assert abs(int(planes.y[2, 90]) - int(planes.y[160, 2])) <= 2


def test_beside_a_lively_film_there_is_a_dark_ground_that_shows_nothing(tmp_path: Path, takes: TakeStore):
    noise = np.random.default_rng(1).integers(0, 255, (18, 32, 3), np.uint8).repeat(10, 0).repeat(10, 1)
    path = clips.write_clip(tmp_path / "film.mp4", lambda n: np.roll(noise, n, 1), 10)
    form = PictureFormat(180, 320, Fraction(30))
    planes = painted(prepared(path, takes, 10, form=form), 5, form)
    ground, film = planes.y[:100].astype(float), planes.y[120:200].astype(float)
    assert ground.mean() < 0.75 * film.mean()
    assert np.abs(np.diff(ground, axis=1)).max() <= 4


def test_a_film_is_prepared_once_and_an_end_that_moves_leaves_what_lies_before(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 60)
    first = prepared(path, takes, 40)
    made = dict(takes.made)
    again = prepared(path, takes, 40)
    assert (again, takes.made) == (first, made)
    assert prepared(path, takes, 50).digest == first.digest
    assert prepared(path, takes, 40, start=0.5).digest != first.digest


def test_a_prepared_film_that_is_damaged_is_told_from_a_bad_one(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 20)
    clip = prepared(path, takes, 20)
    (clip.takes[0] / footage.STRETCH_FILE).write_bytes(b"nothing")
    with pytest.raises(TakeDamaged):
        painted(clip, 3)


def test_a_film_cut_off_in_the_middle_is_refused_in_a_sentence(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.numbered(320, 180), 60)
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(MediaRejected, match=r"film\.mp4"):
        prepared(path, takes, 40)
    assert not takes.made


def test_sound_starts_where_the_span_does(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.plain((9, 9, 9)), 90, tone=440.0)
    take = prepare_sound(path, file_digest(path), 0.5, 96_000, takes)
    heard = load_sound(take.folder)
    assert heard.shape == (96_000, 2)
    begins = int(np.argmax(np.abs(heard[:, 0]) > 0.05)) / 48_000
    assert begins == pytest.approx(0.5, abs=0.005)
    loudness, peak = read_loudness(take.folder)
    assert -20 < loudness < -10
    assert peak == pytest.approx(-12, abs=1)


def test_sound_that_ends_early_is_followed_by_silence(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.plain((9, 9, 9)), 45, tone=440.0)
    heard = load_sound(prepare_sound(path, file_digest(path), 0.0, 144_000, takes).folder)
    assert len(heard) == 144_000
    assert not heard[80_000:].any()
    assert heard[60_000:70_000].any()


def test_sound_far_into_a_film_is_where_it_belongs(tmp_path: Path, takes: TakeStore):
    path = clips.write_clip(tmp_path / "film.mp4", clips.plain((9, 9, 9)), 360, tone=440.0)
    whole = load_sound(prepare_sound(path, file_digest(path), 0.0, 480_000, takes).folder)
    late = load_sound(prepare_sound(path, file_digest(path), 8.0, 96_000, takes).folder)
    assert np.abs(late[2400:, 0] - whole[8 * 48_000 + 2400 :, 0]).max() < 0.01

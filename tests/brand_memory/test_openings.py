from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agency.film_reading import GuardedFilms
from benchmarks.drawn_films import DrawnFilms
from benchmarks.planted_films import FilmPlan, Ident, render
from brand_memory.clip_edges import Stretch, agreed_edges
from brand_memory.films import FilmReading, take_apart
from brand_memory.openings import Common, Version, find_common
from brand_memory.reveals import SUREST, guess

OPENING, CLOSING = Ident(41, 3.0), Ident(42, 2.0, "live")
ABOUT = 0.2
PLANTED = (
    FilmPlan(11, 3.9, OPENING, CLOSING, rate=25, crf=24),
    FilmPlan(23, 4.2, OPENING, CLOSING, rate=30, crf=32, sound_bits=48_000, voice_over=1.0),
    FilmPlan(35, 3.8, OPENING, CLOSING, rate=25, crf=30, cold=1.4),
    FilmPlan(47, 4.0, OPENING, CLOSING, size=(180, 320), fit="letterbox", rate=24),
)

Films = Callable[..., list[FilmReading]]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    """Films as they are drawn, or with `encoded` as they are read from files."""
    folder = tmp_path_factory.mktemp("films")
    known: dict[tuple[FilmPlan, bool], FilmReading] = {}

    def read(*plans: FilmPlan, encoded: bool = False) -> list[FilmReading]:
        for plan in plans:
            path = folder / f"film-{len(known)}.mp4"
            if (plan, encoded) not in known:
                reader = GuardedFilms() if encoded else DrawnFilms(plan)
                known[plan, encoded] = take_apart(render(path, plan) if encoded else path, reader)
        return [known[plan, encoded] for plan in plans]

    return read


def common(readings: list[FilmReading]) -> Common:
    return find_common([reading.traces for reading in readings])


def errors(version: Version, readings: list[FilmReading], spans: list[tuple[float, float] | None]) -> list[float]:
    planted = {reading.traces.path: span for reading, span in zip(readings, spans, strict=True)}
    found = []
    for place in version.places:
        start, end = planted[place.path] or (-9.0, -9.0)
        found += [abs(place.start - start), abs(place.end - end)]
    return found


def test_the_opening_and_closing_of_four_films_in_two_shapes_are_found_exactly(films: Films):
    readings = films(*PLANTED, encoded=True)
    found = common(readings)
    assert {version.shape for version in found.openings} == {version.shape for version in found.closings}
    assert {version.shape for version in found.openings} == {"16:9", "9:16"}
    assert sum(len(version.places) for version in found.openings) == len(PLANTED)
    for version in found.openings:
        assert max(errors(version, readings, [plan.opening_span for plan in PLANTED])) <= ABOUT
    for version in found.closings:
        assert max(errors(version, readings, [plan.closing_span for plan in PLANTED])) <= ABOUT


def test_the_best_copy_has_nobody_speaking_over_it(films: Films):
    readings = films(*PLANTED[:3], encoded=True)
    found = common(readings)
    assert found.openings[0].best.heard
    assert found.openings[0].best.path != readings[1].traces.path
    assert "3 of 3" in found.openings[0].evidence


def test_two_films_are_believed_on_both_channels_and_not_on_one(films: Films):
    assert common(films(PLANTED[0], PLANTED[2])).openings
    found = common(films(PLANTED[0], replace(PLANTED[1], dubbed=True)))
    assert not found.openings
    assert any("a third" in note for note in found.notes)


def test_films_that_share_only_their_music_and_their_wall_have_no_opening(films: Films):
    plans = [
        FilmPlan(60 + 12 * n, 6.4, rate=24, wall=5, bed=9, bug=True, lower_third=(1.0, 3.5), crf=24 + n)
        for n in range(3)
    ]
    found = common(films(*plans))
    assert not found.openings
    assert not found.closings


def test_films_with_an_opening_each_of_its_own_have_none_in_common(films: Films):
    found = common(
        films(*(FilmPlan(90 + 12 * n, 3.6, Ident(70 + n, 2.4), Ident(80 + n, 2.0), rate=24) for n in range(3)))
    )
    assert found == Common((), (), ())


def test_the_same_film_twice_counts_once(films: Films):
    long = FilmPlan(7, 12.0, OPENING, rate=24, crf=26)
    found = common(films(long, replace(long, crf=33), PLANTED[1]))
    assert found.openings[0].films == 2
    assert any("count as one film" in note for note in found.notes)


def test_a_card_that_stands_still_is_found_by_its_sound(films: Films):
    card = Ident(55, 3.6, "card")
    plans = [FilmPlan(130 + 12 * n, 4.0, card, rate=24, crf=26 + n) for n in range(3)]
    readings = films(*plans)
    (version,) = common(readings).openings
    assert [place.seen for place in version.places] == [False] * 3
    assert max(errors(version, readings, [plan.opening_span for plan in plans])) <= ABOUT
    assert not common(films(*(replace(plan, dubbed=True) for plan in plans))).openings


def test_films_that_dissolve_out_of_their_opening_under_titles_of_their_own_are_cut_alike(films: Films):
    plans = [replace(plan, dissolve=0.6, titled=True, closing=None) for plan in PLANTED[:3]]
    readings = films(*plans)
    (version,) = common(readings).openings
    assert len(version.places) == 3
    assert max(errors(version, readings, [plan.opening_span for plan in plans])) <= 0.4
    lengths = [place.end - place.start for place in version.places]
    assert max(lengths) - min(lengths) <= 0.2


def test_the_same_sound_over_other_pictures_is_no_opening(films: Films):
    films_of = [FilmPlan(170 + 12 * n, 4.0, Ident(56, 3.6), rate=24) for n in range(3)]
    traces = [reading.traces for reading in films(*films_of)]
    others = [film.traces for film in films(*(replace(plan, opening=None, body=7.6) for plan in films_of))]
    mixed = [replace(t, head=(o.head[0], t.head[1]), cuts=o.cuts) for t, o in zip(traces, others, strict=True)]
    found = find_common(mixed)
    assert not found.openings
    assert any("not its pictures" in note for note in found.notes)


def test_one_film_alone_gives_guesses_that_are_never_sure(films: Films):
    plan = FilmPlan(301, 6.0, Ident(77, 3.0), Ident(78, 2.4))
    (reading,) = films(plan)
    for part, span in (("opening", plan.opening_span), ("closing", plan.closing_span)):
        version = guess(part, reading)  # type: ignore[arg-type]
        assert version is not None
        assert span is not None
        assert version.confidence <= SUREST
        assert abs(version.best.start - span[0]) <= ABOUT
        assert abs(version.best.end - span[1]) <= ABOUT


def test_a_film_without_drawn_pictures_gives_no_guess(films: Films):
    (reading,) = films(FilmPlan(302, 6.0))
    assert guess("opening", reading) is None
    assert guess("closing", reading) is None


def stretch(start: float, end: float, shift: float = 0.0, cuts: tuple[float, ...] = (), marks: tuple[float, ...] = ()):
    return Stretch(start, end, shift, cuts, marks, seconds=60.0)


def test_edges_go_to_the_cut_that_most_films_share_even_across_an_empty_ground():
    films = [stretch(0.7, 3.9, 0.0, (4.0,)), stretch(5.7, 8.9, 5.0, (5.0, 9.0)), stretch(0.8, 3.9, 0.02, (4.02,))]
    assert agreed_edges(films) == [(0.0, 4.0), (5.0, 9.0), (0.0, 4.02)]


def test_an_edge_without_a_common_cut_goes_to_its_own_or_stays():
    films = [stretch(10.1, 14.0, 0.0, (9.9,)), stretch(30.1, 34.0, 20.0, (), (34.3,))]
    assert agreed_edges(films) == [(9.9, 14.0), (30.1, 34.3)]


def test_a_film_that_was_recognised_in_part_goes_with_the_others():
    films = [stretch(0.0, 6.3), stretch(2.4, 8.7, 2.4), stretch(1.0, 5.8, 1.0), stretch(2.9, 9.2, 1.2)]
    assert agreed_edges(films) == [(0.0, 6.3), (2.4, 8.7), (1.0, pytest.approx(7.3)), (pytest.approx(1.2), 9.2 - 1.7)]


def test_edges_stay_inside_the_film():
    (edges,) = agreed_edges([replace(stretch(-0.2, 61.0), cuts=())])
    assert edges == (0.0, 60.0)


def test_paths_are_told_apart_not_names(films: Films, tmp_path: Path):
    readings = films(*PLANTED[:1], PLANTED[2])
    same_name = [replace(r.traces, path=tmp_path / str(n) / "film.mp4") for n, r in enumerate(readings)]
    assert len(find_common(same_name).openings[0].places) == 2

"""Clips in the edit: as long as their film, cut in and out, with nothing of ours over them but what is asked."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.colour import resolve_look
from renderers.picture_format import picture_format
from renderers.speech import Word
from renderers.timeline import (
    BackdropClip,
    CaptionsClip,
    FilmClip,
    LogoClip,
    LowerThirdClip,
    Scene,
    Timeline,
    TitleClip,
)
from renderers.visibility import visible
from tools.edit import DoesNotFit, SpokenLine, edit, timeline
from tools.edit.lengths import SceneRoom, share_out
from tools.errors import BadInput
from tools.storyboard import Storyboard

RATE = Fraction(30)


def clip(id_: str, seconds: float, **fields: object) -> dict[str, object]:
    return {"id": id_, "layout": "clip", "film": {"file": "film.mp4", "start": 1.0, "end": 1.0 + seconds}, **fields}


def said(id_: str, **fields: object) -> dict[str, object]:
    return {"id": id_, "lines": [{"id": f"{id_}-l", "text": "One two three four."}], **fields}


def spoken(board: Storyboard, seconds: float = 2.0) -> dict[str, SpokenLine]:
    step = seconds / 4
    words = tuple(Word(word, i * step, (i + 0.9) * step, i * 4) for i, word in enumerate("One two three four.".split()))
    return {line.id: SpokenLine(line.id, seconds, words) for scene in board.scenes for line in scene.lines}


def boarded(*scenes: dict[str, object], **fields: object) -> Storyboard:
    return Storyboard.model_validate({"scenes": list(scenes), **fields})


def lengths(board: Storyboard, seconds: float = 2.0) -> dict[str, int]:
    return {scene.id: scene.duration for scene in edit(board, spoken(board, seconds)).scenes}


@given(st.floats(0.05, 30), st.sampled_from([24, 25, 30, 50, 60]))
def test_a_clip_is_as_long_as_its_film_to_the_frame(seconds: float, fps: int) -> None:
    board = boarded(clip("in", seconds), said("a"), fps=fps)
    assert abs(lengths(board)["in"] - max(1.0, seconds * fps)) <= 0.501


def test_a_length_that_is_asked_for_is_met_around_clips() -> None:
    for asked in (12.0, 12.5, 13.1):
        board = boarded(clip("in", 2.37), said("a"), said("b"), clip("out", 1.9), duration_seconds=asked)
        found = lengths(board)
        assert (found["in"], found["out"]) == (71, 57)
        assert sum(found.values()) == round(asked * 30)


def test_a_length_shorter_than_clips_and_speech_is_refused_in_words() -> None:
    board = boarded(clip("in", 6.0), said("a"), duration_seconds=7)
    with pytest.raises(
        DoesNotFit, match=r"needs at least .* s, 6 s of them for clips; shorten the script or the clips"
    ):
        edit(board, spoken(board))


def test_what_is_said_over_a_clip_never_cuts_it_short_and_may_outlast_it() -> None:
    over = clip("in", 6.0, lines=[{"id": "l", "text": "One two three four."}])
    assert lengths(boarded(over))["in"] == 180
    longer = lengths(boarded(over), 9.0)["in"]
    assert longer >= 9 * 30
    # Also where the film is only just longer than the speech.
    for seconds in (5.0, 5.4, 5.6, 5.8, 6.0):
        assert lengths(boarded(over), seconds)["in"] >= 180


def test_a_film_whose_end_was_not_measured_is_refused_by_name() -> None:
    board = boarded({"id": "intro", "layout": "clip", "film": {"file": "a.mp4"}})
    with pytest.raises(BadInput, match='"intro".*`film`'):
        edit(board, {})


@given(st.lists(st.tuples(st.integers(30, 200), st.integers(0, 90), st.booleans()), min_size=1, max_size=8), st.data())
def test_lengths_add_up_whichever_scenes_can_not_move(told: list[tuple[int, int, bool]], data: st.DataObject) -> None:
    rooms = [SceneRoom(least, least if fixed else least + room // 2, least if fixed else least + room)
             for least, room, fixed in told]  # fmt: skip
    total = data.draw(st.integers(sum(room.least for room in rooms), sum(room.most for room in rooms)))
    found = share_out(rooms, total, 18)
    assert found is not None
    assert sum(found) == total
    assert all(room.least <= length <= room.most for room, length in zip(rooms, found, strict=True))


def transitions(*scenes: dict[str, object]) -> list[str]:
    board = boarded(*scenes)
    again = Storyboard.model_validate_json(board.model_dump_json(by_alias=True))
    assert again == board
    return [scene.transition for scene in board.changed(title="Changed").scenes]


def test_films_are_cut_in_and_out_unless_a_transition_is_named() -> None:
    assert transitions(said("a"), clip("b", 2), said("c"), said("d")) == ["", "cut", "cut", ""]
    asked = transitions(said("a"), clip("b", 2, transition="dissolve"), said("c", transition="dissolve"))
    assert asked == ["", "dissolve", "dissolve"]
    board = boarded(clip("in", 2), said("a"))
    assert [scene.dissolve for scene in edit(board, spoken(board)).scenes] == [0, 0]


def made(board: Storyboard, aspect: str = "16:9") -> Timeline:
    return timeline(
        board,
        edit(board, spoken(board)),
        look=resolve_look("#204080"),
        format=picture_format(aspect, "540p", RATE),
        presenters={},
        backdrops={
            scene.id: BackdropClip("", 1, film=FilmClip((Path("x"),), "d", 60)) if scene.layout == "clip"
            else BackdropClip("silk", 1) for scene in board.scenes
        },
        voices={line.id: (Path("v"), "v") for scene in board.scenes for line in scene.lines},
        logo=(Path("logo.png"), "l"),
        spoken=spoken(board),
        heard={scene.id: (Path("s"), scene.id) for scene in board.scenes if scene.layout == "clip"},
    )  # fmt: skip


def kinds(scene: Scene) -> set[type]:
    return {type(each) for each in scene.clips}


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1", "4:5"])
def test_over_a_film_stands_only_what_was_asked_for(aspect: str) -> None:
    lines = [{"id": "l", "text": "One two three four."}]
    board = boarded(
        clip("in", 3, part="opening"), said("a"), clip("b", 5, heading="Rotterdam", subtitle="At night", lines=lines)
    )
    bare, ours, over = made(board, aspect).scenes
    assert kinds(bare) == set()
    assert {LogoClip, CaptionsClip} <= kinds(ours)
    assert kinds(over) == {LowerThirdClip, CaptionsClip}
    strap, captions = (each.region for each in over.clips if isinstance(each, LowerThirdClip | CaptionsClip))
    assert not strap.overlaps(captions)
    assert not any(isinstance(each, TitleClip) for each in over.clips)


def test_the_sound_of_a_film_starts_with_its_scene() -> None:
    board = boarded(said("a"), clip("b", 3))
    begun = made(board)
    (film,) = (each for each in begun.sound if each.kind == "film")
    assert film.start == begun.start_of("b") * 1600


def test_where_a_film_ends_counts_only_for_what_comes_after() -> None:
    look, form = resolve_look(), picture_format("16:9", "540p", RATE)

    def seen(duration: int, start: int, stop: int) -> object:
        film = FilmClip((Path("x"),), "d", duration)
        return visible(Scene("s", 200, BackdropClip("", 1, film=film), ()), look, form, start, stop)

    assert seen(150, 60, 120) == seen(180, 60, 120)
    assert seen(150, 120, 180) != seen(180, 120, 180)

"""What the avatar engine is asked for the scenes of a programme, each with those before it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from agency.cast import Cast
from agency.expectation import appearances, expect, read_expectation, timeline_text
from agency.orchestrator import Plan, plan
from agency.performing import performance_requests
from renderers.avatar import AvatarRequest
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.dealing import AGAIN_SECONDS
from renderers.avatar.gestures import choose_gestures
from renderers.avatar.mouth import aperture
from renderers.avatar.performance import perform
from renderers.avatar.prosody import read_prosody
from renderers.quality import ANIMATIC
from renderers.speech import Phone, Speech, Viseme, Voice, Word
from renderers.speech.storage import save_speech
from renderers.takes import Take
from tools.edit import PresenterTake, SpokenLine, timeline
from tools.script import Line
from tools.storyboard import Scene, Storyboard

VOICE = Voice("v", "V", "en", "female", "made up", "", "", 16_000, "")
SECONDS = 5.0


def _line(folder: Path, id_: str, seed: int) -> tuple[Take, SpokenLine]:
    """A line of made-up speech: words of a consonant and a vowel, some of them long."""
    throw, at = np.random.default_rng(seed), 0.05
    words, phones = list[Word](), list[Phone]()
    while at < SECONDS - 0.5:
        length = float(throw.uniform(0.08, 0.3))
        phones += [
            Phone("d", at, at + 0.06, Viseme.DD, 0, len(words)),
            Phone("aa", at + 0.06, at + 0.06 + length, Viseme.AA, 1, len(words)),
        ]
        words.append(Word(f"word{len(words)}", at, at + 0.06 + length, 0))
        at += 0.06 + length
    take = folder / id_
    take.mkdir()
    samples = throw.normal(0, 0.1, int(SECONDS * 16_000)).astype(np.float32)
    save_speech(Speech(samples, 16_000, tuple(words), tuple(phones)), take)
    return Take("speech", id_, take), SpokenLine(id_, SECONDS, tuple(words), tuple(phones))


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    folder = tmp_path_factory.mktemp("lines")
    ids = [f"l{number}" for number in range(6)]
    made = {id_: _line(folder, id_, number) for number, id_ in enumerate(ids)}
    board = Storyboard(
        scenes=tuple(Scene(id=f"s{id_}", lines=(Line(id=id_, text="It is said."),)) for id_ in ids),
        framing="half_body",
        performance="energetic",
    )
    cast = Cast(AVATARS[0], VOICE, "", "", {"": "aurora"})
    return plan(board, cast, {id_: take for id_, (take, _) in made.items()}, {id_: s for id_, (_, s) in made.items()})


def _requests(of: Plan) -> list[AvatarRequest]:
    return performance_requests(of, list(zip(of.storyboard.scenes, of.edit.scenes, strict=True)))


def test_styles_are_the_programmes_or_the_scenes_own(planned: Plan) -> None:
    assert {request.style for request in _requests(planned)} == {"energetic"}
    first, *others = planned.storyboard.scenes
    board = planned.storyboard.changed(scenes=(first.changed(performance="interview"), *others))
    assert [request.style for request in _requests(replace(planned, storyboard=board))][:2] == [
        "interview",
        "energetic",
    ]


def test_who_listens_in_a_scene_hears_its_lines_and_leaves_the_gestures_to_the_others(planned: Plan) -> None:
    first, second, *others = planned.storyboard.scenes
    board = planned.storyboard.changed(scenes=(first.changed(listening=True), second, *others))
    heard, spoken = _requests(replace(planned, storyboard=board))[:2]
    assert (heard.listening, spoken.listening) == (True, False)
    assert heard.words == _requests(planned)[0].words and heard.deck == _requests(planned)[0].deck
    told = perform(heard)
    assert aperture(told).max() < 0.02 < aperture(perform(spoken)).max()
    assert np.ptp(told.channels["pitch"]) > 1


def test_a_disc_shows_no_more_than_head_and_shoulders_unless_the_scene_says_so(planned: Plan) -> None:
    first, second, *others = planned.storyboard.scenes
    board = planned.storyboard.changed(
        scenes=(
            first.changed(presenter_place="circle"),
            second.changed(presenter_place="circle", framing="half_body"),
            *others,
        )
    )
    framings = [request.framing for request in _requests(replace(planned, storyboard=board))]
    assert framings[:3] == ["head_shoulders", "half_body", "half_body"]


def test_the_graphic_is_on_the_other_side_than_the_presenter(planned: Plan) -> None:
    first, second, *others = planned.storyboard.scenes
    board = planned.storyboard.changed(
        scenes=(first.changed(presenter_place="left"), second.changed(presenter_place="right"), *others)
    )
    graphics = [request.graphic for request in _requests(replace(planned, storyboard=board))]
    assert graphics[:3] == ["right", "left", "left"]


def test_no_gesture_comes_again_within_twenty_seconds_over_cuts(planned: Plan) -> None:
    made: dict[str, float] = {}
    count = 0
    for request, edited in zip(_requests(planned), planned.edit.scenes, strict=True):
        for gesture in choose_gestures(request, read_prosody(request)):
            at = edited.start / 30 + gesture.start
            assert at - made.get(gesture.kind, -AGAIN_SECONDS) >= AGAIN_SECONDS
            made[gesture.kind] = at
            count += 1
    assert count > 12


def test_beats_of_a_sung_line_are_the_scenes_and_make_no_difference_to_speech(planned: Plan) -> None:
    spoken = {**planned.spoken, "l1": replace(planned.spoken["l1"], beats=(0.5, 1.0, 1.5))}
    plain, sung = _requests(planned), _requests(replace(planned, spoken=spoken))
    start = planned.edit.scenes[1].lines[0].start / 30
    assert sung[1].beats == tuple(round(start + beat, 3) for beat in (0.5, 1.0, 1.5))
    assert [request.beats for request in plain] == [()] * 6


def test_who_is_seen_is_kept_with_what_is_expected_of_the_film(planned: Plan, tmp_path: Path) -> None:
    from renderers.timeline import BackdropClip

    board = planned.storyboard
    shown = timeline(
        board,
        planned.edit,
        look=planned.look,
        format=planned.format,
        presenters={
            scene.id: PresenterTake("maya", "illustrated", tmp_path / scene.id, "key") for scene in board.scenes
        },
        backdrops={scene.id: BackdropClip("aurora", 1) for scene in board.scenes},
        voices={id_: (take.folder, take.key) for id_, take in planned.lines.items()},
        logo=None,
        spoken=planned.spoken,
    )
    seen = appearances(shown)
    assert [one.scene for one in seen] == [scene.id for scene in board.scenes]
    assert [[folder.name for _, folder in one.voices] for one in seen] == [[f"l{n}"] for n in range(6)]
    expected = replace(expect(planned), presenters=seen)
    (tmp_path / "timeline.json").write_text(timeline_text(shown, expected))
    assert read_expectation(tmp_path / "timeline.json").presenters == seen
    # An animatic's pictures stay half a second: of lips and gestures nothing can be said.
    assert appearances(replace(shown, quality=ANIMATIC)) == ()

"""Looks of storyboards: what a look decides, what was chosen beside it, and headings that come in as they are said."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from pydantic import ValidationError

from renderers.looks import LOOKS
from renderers.motion import AHEAD
from renderers.timeline import CueWord
from renderers.titles.staging import staging
from renderers.transitions import KINDS
from tools import patches as p
from tools.boarding import board, board_order
from tools.brief import Brief
from tools.edit import SpokenLine, edit
from tools.edit.heading_cues import heading_cues
from tools.errors import PatchRefused
from tools.looks import (
    QUIET,
    TRANSITION_SECONDS,
    captions_style_of,
    small_sound_of,
    transition_of,
    wipe_shape,
)
from tools.order import Order
from tools.patching import apply, describe, inverse
from tools.script import Line, Script, Section
from tools.storyboard import FilmChoice, LookChoice, Scene, Storyboard, TransitionKind

RATE = Fraction(30)


def storyboard(name: str = "", **fields: object) -> Storyboard:
    scenes = (
        Scene(id="t", layout="title", heading="One day"),
        Scene(id="a", heading="Two", lines=(Line(id="a1", text="It takes one day."),)),
        Scene(id="b", heading="Three", transition="dissolve", sound="none"),
        Scene(id="c", layout="clip", film=FilmChoice(file="a.mp4", end=2.0), transition="push"),
    )
    return Storyboard(scenes=scenes, look=LookChoice(direction=name), **fields)


def test_every_transition_has_a_length_and_a_painter() -> None:
    assert TRANSITION_SECONDS.keys() == {kind for kind in get_args(TransitionKind) if kind} == {"cut", *KINDS}


def test_a_plain_storyboard_is_as_it_was_before_there_were_looks() -> None:
    plain = storyboard()
    assert [transition_of(plain, scene) for scene in plain.scenes] == ["dissolve", "dissolve", "dissolve", "push"]
    assert captions_style_of(plain) == "highlight"
    assert [small_sound_of(plain, scene)[0] for scene in plain.scenes] == ["", "", "", ""]
    old = Storyboard.model_validate({"scenes": [{"id": "s", "transition": "dissolve"}], "captions_style": "box"})
    assert (transition_of(old, old.scenes[0]), captions_style_of(old)) == ("dissolve", "box")


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_decides_what_nobody_else_has(name: str) -> None:
    made, one = storyboard(name), LOOKS[name]
    assert [transition_of(made, scene) for scene in made.scenes] == [one.transition, one.transition, "dissolve", "push"]
    assert wipe_shape(made) == (one.shape or "diagonal")
    assert captions_style_of(made) == one.captions
    assert captions_style_of(made.changed(captions_style="word")) == "word"
    moving = one.transition not in ("cut", "dissolve")
    heard = [small_sound_of(made, scene) for scene in made.scenes]
    # The first scene begins with nothing, the third asked for silence, and a film has its own sound.
    assert heard == [("", 0.0), (one.sound, QUIET) if moving and one.sound else heard[1], ("", 0.0), ("", 0.0)]
    assert heard[1][0] in ("", one.sound)


def test_a_sound_that_was_asked_for_is_as_loud_as_ever() -> None:
    made = storyboard("bold")
    asked = made.changed(scenes=(made.scenes[0], made.scenes[1].changed(sound="impact"), *made.scenes[2:]))
    assert small_sound_of(asked, asked.scenes[1]) == ("impact", 0.0)


@pytest.mark.parametrize("kind", list(TRANSITION_SECONDS))
@pytest.mark.parametrize("fps", [24, 25, 30, 50, 60])
def test_transitions_are_even_and_over_before_the_first_word(kind: str, fps: int) -> None:
    made = storyboard(fps=fps)
    made = made.changed(scenes=tuple(scene.changed(transition=kind) for scene in made.scenes[:3]))
    edited = edit(made, {"a1": SpokenLine("a1", 2.0)})
    for scene in edited.scenes[1:]:
        assert scene.dissolve % 2 == 0
        assert scene.dissolve / fps == pytest.approx(TRANSITION_SECONDS[kind], abs=0.045)
    assert edited.scenes[1].lines[0].start >= edited.scenes[1].dissolve // 2


def test_a_look_is_set_told_and_taken_back() -> None:
    before = storyboard().changed(look=LookChoice(primary="#1a4fd6", heading="Manrope"))
    patch = p.SetLook(look="editorial")
    after = apply(before, patch)
    assert after.look == LookChoice(primary="#1a4fd6", heading="Manrope", direction="editorial")
    assert describe(before, patch).sentence == "Look: the plain one → editorial"
    (back,) = inverse(before, patch)
    assert apply(after, back) == before
    with pytest.raises(PatchRefused, match='no look "baroque"; the looks are clean'):
        apply(before, p.SetLook(look="baroque"))


def test_an_unknown_look_in_a_document_names_those_there_are() -> None:
    with pytest.raises(ValidationError, match="should be one of clean, bold"):
        LookChoice(direction="baroque")
    with pytest.raises(ValidationError, match="should be one of clean, bold"):
        Order(script="It takes one day.", look="baroque")


def test_a_move_keeps_the_transition_that_a_client_named() -> None:
    made = apply(storyboard("bold"), p.MoveScene(scene="b", after=""))
    assert [scene.id for scene in made.scenes][0] == "b"
    named = {scene.id: scene.transition for scene in made.scenes}
    assert (named["a"], named["b"], named["t"]) == ("", "dissolve", "")


def test_an_order_names_a_look_and_a_brief_asks_for_one() -> None:
    assert board_order(Order(script="It takes one day.", look="Tech ")).look.direction == "tech"
    script = Script(sections=(Section(id="s1", lines=(Line(id="s1-l1", text="It takes one day."),)),))
    for tone, name in (("playful", "playful"), ("warm and clear", ""), ("luxurious but fun", "")):
        assert board(script, Brief(request="a film", tone=tone)).look.direction == name


def words(text: str, start: int = 20, pace: int = 10) -> list[CueWord]:
    return [CueWord(word, start + pace * i, start + pace * (i + 1)) for i, word in enumerate(text.split())]


def test_a_heading_comes_in_word_by_word_as_it_is_said() -> None:
    ahead = round(AHEAD * RATE)
    said = words("Well, it takes one single day – no more.")
    assert heading_cues("One day", said, 6, 200, RATE) == (50 - 6 - ahead, 70 - 6 - ahead)
    # A sign between words comes with the one before it.
    assert heading_cues("One – day!", said, 6, 200, RATE) == (44 - ahead, 44 - ahead, 64 - ahead)


@pytest.mark.parametrize(
    ("heading", "start", "said"),
    [
        ("Two days", 6, words("it takes one day")),
        ("day one", 6, words("it takes one day")),
        ("", 6, words("it takes one day")),
        ("One day", -60, words("it takes one day")),
        ("One day", 6, words("it takes one day", start=200)),
        ("One day", 6, words("one more time it is a very long day", pace=40)),
    ],
    ids=["not said", "another order", "none", "standing already", "too late", "scattered"],
)
def test_a_heading_that_is_not_read_out_comes_in_at_once(heading: str, start: int, said: list[CueWord]) -> None:
    assert heading_cues(heading, said, start, 400, RATE) == ()


def test_cues_keep_their_times_and_a_stay_too_short_for_them_has_none() -> None:
    stay = staging(10, 200, 3, 30.0, 1.0, (0, 20, 40))
    assert [next(n for n in range(300) if stay.entered(n, part) > 0) for part in range(3)] == [10, 30, 50]
    assert stay.key(int(10 + stay.settled) + 1) == "rest"
    assert stay.shown(150, 180) == (None, None)
    assert staging(10, 50, 3, 30.0, 1.0, (0, 20, 40)).cues == ()

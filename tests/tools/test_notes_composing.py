"""Messages that are read piece by piece, in plainer words, or with what is left over asked about."""

from __future__ import annotations

import dataclasses

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.director import Director
from tools.language.notes.context import Context
from tools.language.notes.plainer import notated, plainer
from tools.notes import NoteRequest, Understanding


def understood(text: str, situation: str = "lamp", **changed: object) -> Understanding:
    asked = dataclasses.replace(SITUATIONS[situation], **changed)  # type: ignore[arg-type]
    return Director().complete(NoteRequest(text, asked), Understanding)


def ops(found: Understanding) -> list[str]:
    return [patch.op for patch in found.patches]


def test_a_message_is_read_piece_by_piece_where_it_is_not_understood_as_a_whole():
    found = understood("in scene 2 say silver instead of gold and in scene 3 change velvet to silk", "necklace")
    assert [(patch.old, patch.new, patch.scene) for patch in found.patches] == [
        ("gold", "silver", "s1"),
        ("velvet", "silk", "s2"),
    ]
    assert not found.question and not found.unknown


def test_what_is_taken_back_is_not_done():
    assert [patch.scene for patch in understood("delete scene 2, wait no, delete scene 3").patches] == ["s2"]


@pytest.mark.parametrize(
    "text", ["delete scene 2 and change its heading to Hello", "turn the music off and make it louder"]
)
def test_what_contradicts_itself_is_asked_about(text: str):
    found = understood(text)
    assert found.question and not found.patches


@pytest.mark.parametrize("text", ["make the logo bigger and smaller", "put captions at the top and the bottom"])
def test_opposites_of_one_thing_are_asked_about(text: str):
    found = understood(text)
    assert found.question and not found.patches


def test_a_scene_that_is_named_first_holds_for_what_follows():
    found = understood("in the lisbon scene, music quieter", "necklace")
    assert ops(found) == ["set_scene_sound"] and found.patches[0].scene == "s1"


def test_everything_else_is_the_other_scenes():
    found = understood("facets behind scene 2 and 3, aurora everywhere else")
    placed = {patch.scene: patch.background.family for patch in found.patches}
    assert placed == {"title": "aurora", "s1": "facets", "s2": "facets", "s3": "aurora", "end": "aurora"}


def test_a_number_of_which_nothing_is_made_is_asked_about():
    found = understood("take the playful tune but keep it very low, minus 12")
    assert found.question or found.unknown


def test_words_that_are_said_are_replaced_by_those_that_are_not():
    context = Context(SITUATIONS["necklace"], "It's Porto, not Lisbon, where we make them.")
    assert 'replace "Lisbon" with "Porto"' in list(plainer(context, context.text))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("+10 sec", "make the video 10 seconds longer"),
        ("mus off", "music off"),
        ("around second 70, hold it", "at 1:10, hold it"),
        ("make it 30 seconds", "make it 30 seconds"),
    ],
)
def test_short_notes_are_written_out(text: str, plain: str):
    assert notated(text) == plain

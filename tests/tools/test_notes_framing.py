"""How the presenter is framed in plain words, and the order of scenes told as a list."""

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.reading import understand_note
from tools.notes import NoteRequest
from tools.patch_application import apply_all


def _read(text, situation="lamp"):
    return understand_note(NoteRequest(text, SITUATIONS[situation]))


@pytest.mark.parametrize(
    ("text", "framing", "scene"),
    [
        ("show her hands", "half_body", ""),
        ("full figure please", "full_body", ""),
        ("whole body in scene 3", "full_body", "s2"),
        ("close-up in the price scene", "close_up", "s2"),
        ("a bit closer to her", "close_up", ""),
        ("zoom out on her", "half_body", ""),
    ],
)
def test_a_framing_is_set_where_it_was_asked_for(text, framing, scene):
    (patch,) = _read(text).patches
    assert (patch.op, patch.framing, patch.scene) == ("set_framing", framing, scene)


@pytest.mark.parametrize(
    "text", ["no close ups please", "keep the full length of the video", "she should use her hands"]
)
def test_what_names_no_framing_sets_none(text):
    assert not _read(text).patches


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("new order: 1, 4, 3, 2, 5", ["title", "s3", "s2", "s1", "end"]),
        ("title, price, daylight, ordering", ["title", "s2", "s1", "s3", "end"]),
        ("1,3,2,4,5", ["title", "s2", "s1", "s3", "end"]),
    ],
)
def test_a_list_of_scenes_is_their_order(text, order):
    board = apply_all(SITUATIONS["lamp"].storyboard, _read(text).patches)
    assert [scene.id for scene in board.scenes] == order


def test_an_order_that_leaves_the_title_open_is_asked_about_and_its_answers_are_understood():
    answer = _read("scene 4 first, then 3, then 2")
    assert answer.question and not answer.patches
    assert all(_read(option).patches for option in answer.options)


def test_a_title_that_is_not_needed_is_the_scene_that_goes():
    (patch,) = _read("no need for the title, remove that scene").patches
    assert (patch.op, patch.scene) == ("delete_scene", "title")

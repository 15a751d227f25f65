"""Free texts in notes: what is to be said or shown ends where the next request begins, whatever opens it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.director import Director
from tools.notes import NoteRequest, Understanding

OPENERS = (
    ("change the heading of scene 2 to {}", "set_heading", "heading"),
    ("heading scene 2: {}", "set_heading", "heading"),
    ("the headline of scene 3 should say {}", "set_heading", "heading"),
    ("call scene 3 {}", "set_heading", "heading"),
    ("tagline: {}", "set_heading", "subtitle"),
    ("the call to action should be {}", "set_end_card", "call_to_action"),
    ("the end card should say {}", "set_end_card", "call_to_action"),
    ("rename the video to {}", "set_title", "title"),
    ("her role is {}", "set_presenter", "role"),
    ("change line 2 of scene 3 to {}", "edit_line", "text"),
    ("add to scene 3: {}", "add_line", "text"),
    ("instead of cheap say {}", "replace_words", "new"),
    ("replace two days with {}", "replace_words", "new"),
)
TEXTS = (
    "Bright all day",
    "Order now and save",
    "made for you, and for your team",
    "Light, love and work",
    "sun on your desk",
)
FOLLOWING = (
    ("", ""),
    (" and make the music quieter", "set_music"),
    (" and delete scene 4", "delete_scene"),
    (", then lock scene 2", "lock_scene"),
    (". Also export it as mp4", "export"),
    (" please, and no captions", "set_captions"),
    (" then swap scenes 2 and 3", "swap_scenes"),
    (", and how long is it now?", "duration"),
    (" delete scene 4", "delete_scene"),
    ("\nspeak a bit slower", "set_speed"),
)


def understood(text: str, situation: str = "lamp") -> Understanding:
    return Director().complete(NoteRequest(text, SITUATIONS[situation]), Understanding)


def text_in(answer: Understanding, op: str, field: str) -> str:
    patch: Any = next((patch for patch in answer.patches if patch.op == op), None)
    return "" if patch is None else patch.line.text if op == "add_line" else getattr(patch, field) or ""


def names(answer: Understanding) -> list[str]:
    done = [patch.op for patch in answer.patches] + [command.name for command in answer.commands]
    return sorted([*done, *(enquiry.topic for enquiry in answer.enquiries)])


@pytest.mark.parametrize(("opener", "op", "field"), OPENERS)
def test_a_text_ends_where_the_next_request_begins(opener: str, op: str, field: str):
    for text, (following, other) in itertools.product(TEXTS, FOLLOWING):
        message = opener.format(text) + following
        answer = understood(message)
        assert text_in(answer, op, field).rstrip(".!").lower() == text.lower(), message
        assert names(answer) == sorted([op, *([other] if other else [])]), message
        assert not answer.unknown, message


@pytest.mark.parametrize(
    "message",
    [
        "make the heading of scene 2 bigger",
        "change the heading of scene 2 to something shorter",
        "make line 2 of scene 3 shorter",
        "set the heading font to Manrope",
        "the heading should be in Manrope",
    ],
)
def test_how_something_is_to_be_is_no_text(message: str):
    assert not {"set_heading", "set_title", "set_end_card"} & set(names(understood(message)))
    assert all(getattr(patch, "text", "") != "shorter" for patch in understood(message).patches)


def test_words_of_a_request_inside_quotes_stay_words():
    answer = understood('change the heading of scene 2 to "Delete scene 3 and export" and lock scene 4')
    assert names(answer) == ["lock_scene", "set_heading"]
    assert text_in(answer, "set_heading", "heading") == "Delete scene 3 and export"


def test_a_line_of_the_script_is_known_by_its_words():
    answer = understood("take Questions? Just write to our team out")
    assert names(answer) == ["delete_line"]
    assert answer.patches[0].model_dump()["line"] == "s3-l2"


@pytest.mark.parametrize(
    ("message", "names_"),
    [
        ("learn our brand from http://127.0.0.1:8123/", ["learn_brand"]),
        ("our site is localhost:8080, learn the brand", ["learn_brand"]),
        ("new production please: a video about our summer opening hours", ["new_production"]),
        ("one more project: a product video for the clip-on, for shops", ["new_production"]),
        ("swap Lisbon for Porto please and approve", ["approve", "replace_words"]),
    ],
)
def test_commands_at_the_board(message: str, names_: list[str]):
    assert names(understood(message, "necklace")) == names_

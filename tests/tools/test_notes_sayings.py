"""Sayings: scenes called by what they show, things left to the studio, files by their names, answers to questions."""

from __future__ import annotations

import dataclasses

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.director import Director
from tools.notes import NoteRequest, Understanding


def understood(text: str, situation: str = "lamp", **changed: object) -> Understanding:
    asked = dataclasses.replace(SITUATIONS[situation], **changed)  # type: ignore[arg-type]
    return Director().complete(NoteRequest(text, asked), Understanding)


def patch(text: str, situation: str = "lamp", **changed: object) -> dict[str, object]:
    """The one patch that a message becomes, without what is at its default."""
    found = understood(text, situation, **changed)
    assert len(found.patches) == 1, (found.question, found.patches)
    assert not found.question
    return {"op": found.patches[0].op, **found.patches[0].model_dump(mode="json", exclude_defaults=True)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("exchange the chart and the quote", {"op": "swap_scenes", "first": "s6", "second": "s4"}),
        ("move the comparison to position 3", {"op": "move_scene", "scene": "s7", "after": "s1"}),
        ("bin the chart", {"op": "delete_scene", "scene": "s6"}),
    ],
)
def test_scenes_are_called_by_what_they_show(text: str, wanted: dict[str, object]):
    assert patch(text, "bakery") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("leave the transitions to the look", {"op": "set_transition", "transition": ""}),
        ("choose the primary colour yourself", {"op": "set_colour", "role": "primary", "colour": None}),
        ("heading typeface back to default", {"op": "set_typeface", "role": "heading", "family": ""}),
        ("forget about the time limit", {"op": "set_duration", "seconds": None}),
        ("disclosure as in the settings", {"op": "set_disclosure", "disclosure": ""}),
    ],
)
def test_things_are_left_to_the_studio(text: str, wanted: dict[str, object]):
    assert patch(text) == wanted


def test_files_are_called_by_their_names():
    files = {"room.jpg": "/up/room.jpg", "mark.svg": "/up/mark.svg"}
    assert patch("take mark.svg as the logo", files=files) == {"op": "set_logo", "file": "/up/mark.svg"}
    assert patch("room.jpg behind everything", files=files)["background"] == {"picture": "/up/room.jpg"}
    music = patch("use our own track spring.mp3 as the music", files={"spring.mp3": "/up/spring.mp3"})
    assert music == {"op": "set_music", "file": "/up/spring.mp3"}


def test_a_film_in_place_of_what_is_said_is_asked_about_and_may_follow_it():
    files = {"demo.mp4": "/up/demo.mp4"}
    found = understood("scene 2 should be the clip demo.mp4", files=files)
    assert "Nobody speaks over a film" in found.question
    assert not found.patches
    again = patch(found.options[0], files=files)
    assert (again["op"], again["after"]) == ("insert_scene", "s1")


def test_what_is_not_to_be_forgotten_is_done():
    assert patch("don't forget to mark it as AI generated") == {"op": "set_disclosure", "disclosure": "on"}


def test_a_bare_yes_leaves_an_open_question_open():
    options = ("Make the main colour blue", "Make the main colour a bit darker")
    found = understood("yes", "necklace", pending="Which colour would you like instead?", pending_options=options)
    assert found.question == "Which colour would you like instead?"
    assert not found.commands


def test_a_yes_may_have_a_request_behind_it():
    asked = {"pending": "Shall Daniel present it?", "pending_options": ("Daniel presents.", "Leave the presenter.")}
    found = understood("yes please, and make it darker", **asked)
    assert [one.op for one in found.patches] == ["set_avatar", "set_dark"]
    assert not understood("no, leave it", **asked).patches


def test_the_scene_that_was_not_named_is_asked_for_by_number():
    found = understood("delete the scene", "necklace")
    assert found.options == tuple(f"Delete scene {number}" for number in range(1, 5))
    answered = understood("the second one", "necklace", pending=found.question, pending_options=found.options)
    assert [one.op for one in answered.patches] == ["delete_scene"]


@pytest.mark.parametrize(
    "text",
    [
        "make me an explainer about how our returns policy works, 45 sec, vertical",
        "Create a training film about fire exits for new staff. 90 seconds. Calm.",
    ],
)
def test_a_brief_at_a_draft_is_a_new_video_as_a_whole(text: str):
    found = understood(text)
    assert [(one.name, one.value) for one in found.commands] == [("new_production", text)]
    assert not found.patches


def test_what_no_video_can_be_is_said():
    for text in ("turn it into a podcast with two hosts", "get Daniel a beard trim"):
        found = understood(text)
        assert found.question
        assert not found.patches


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("this is the brand opening: sweep.mp4, from second 3 on", {"start": 3.0}),
        ("sweep.mp4 is our brand intro, without its sound", {"sound": False}),
        ("our intro, sweep.mp4, put it at the start of the video as the opening", {}),
    ],
)
def test_an_opening_film_is_read_with_its_part_and_its_sound(text: str, film: dict[str, object]):
    made = patch(text, files={"sweep.mp4": "/up/sweep.mp4"})
    assert made == {"op": "set_part", "part": "opening", "film": {"file": "/up/sweep.mp4", **film}}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "His name's wrong, it is Daniel Kerr with two r. And he's Head of Sales.",
            {"op": "set_presenter", "name": "Daniel Kerr", "role": "Head of Sales"},
        ),
        (
            "Name for the strap: Dr. Rosa Meier. Role: Nurse.",
            {"op": "set_presenter", "name": "Dr. Rosa Meier", "role": "Nurse"},
        ),
        ("lower third: leave the role off", {"op": "set_presenter", "role": ""}),
        (
            "the address on the end card is lumen.example/new from now on",
            {"op": "set_end_card", "address": "lumen.example/new"},
        ),
        (
            "show our telephone number 0201 55 44 33 on the closing card",
            {"op": "set_end_card", "address": "0201 55 44 33"},
        ),
        ("please add our site www.lumen.example at the end", {"op": "set_end_card", "address": "www.lumen.example"}),
    ],
)
def test_what_a_field_says_ends_where_the_message_goes_on(text: str, wanted: dict[str, object]):
    assert patch(text) == wanted


def test_a_place_that_is_told_first_is_no_part_of_the_text():
    assert patch("in scene 3 add at the end: It comes in a box.")["line"]["text"] == "It comes in a box."  # type: ignore[index]
    files = {"room.jpg": "/up/room.jpg"}
    shown = understood("in scene 2 show room.jpg, caption under it The workshop", files=files).patches[0]
    assert shown.model_dump()["text"] == "The workshop"


def test_two_headings_and_two_lines_in_a_row_are_told_apart():
    found = understood("heading for the gift scene: A gift, and for the other Made by hand", "necklace")
    assert [(one.scene, one.heading) for one in found.patches] == [("s2", "A gift"), ("s1", "Made by hand")]  # type: ignore[union-attr]
    [added] = understood("a new scene after the gift one: 'Write to us.' 'We answer today.'", "necklace").patches
    assert [line["text"] for line in added.model_dump()["scene"]["lines"]] == ["Write to us.", "We answer today."]


def test_words_are_replaced_everywhere_only_where_they_are_said():
    wanted = {"op": "replace_words", "old": "paper towel", "new": "cloth"}
    assert patch("paper towel becomes cloth everywhere", "training") == wanted
    assert not understood("captions should be yellow everywhere").patches


def test_figures_quotes_and_comparisons_are_read_whole():
    figure = understood(
        "Rinse and dry needs a figure: 3 in 10, forget the thumbs, source: our survey", "training"
    ).patches[0]
    told = figure.model_dump()
    assert (told["value"], told["label"], told["note"]) == ("3 in 10", "forget the thumbs", "our survey")
    quote = patch("the quote should be I have never had a better loaf, from Leo Marsh", "bakery")
    assert (quote["quote"], quote["author"]) == ("I have never had a better loaf", "Leo Marsh")
    sides = patch("comparison: Factory with steam, sugar; Korn with time, salt", "bakery")["sides"]
    assert [[entry["text"] for entry in side["entries"]] for side in sides] == [["steam", "sugar"], ["time", "salt"]]  # type: ignore[attr-defined]
    sides = patch("on our side of the comparison put only Stone oven, theirs stays as it is", "bakery")["sides"]
    assert [len(side["entries"]) for side in sides] == [2, 1]  # type: ignore[attr-defined]
    added = understood("add 2027 with 390 to the chart and call the unit loaves", "bakery").patches
    assert [one.op for one in added] == ["set_chart", "set_chart"]


def test_another_person_is_asked_about_with_those_that_there_are():
    found = understood("could a man read it instead")
    assert not found.patches
    assert "Use the presenter Daniel" in found.options
    assert any(option.startswith("Use the voice") for option in found.options)


def test_why_it_is_so_many_seconds_asks_for_the_length():
    assert [one.topic for one in understood("why is it 33 seconds?").enquiries] == ["duration"]

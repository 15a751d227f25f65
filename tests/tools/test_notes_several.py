"""Several requests in one message: what a part leaves unsaid, and what is asked about rather than lost."""

from __future__ import annotations

import dataclasses

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.context import Context, Reading
from tools.language.notes.inheritance import inherited, verbless_borders
from tools.language.notes.reading import understand_note
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.tokens import tokens_of
from tools.notes import NoteRequest, Understanding


def _understood(text: str, situation: str = "lamp") -> Understanding:
    return understand_note(NoteRequest(text, SITUATIONS[situation]))


def _said(answer: Understanding) -> list[dict[str, object]]:
    return [{"op": patch.op, **patch.model_dump(exclude_defaults=True)} for patch in answer.patches]


@pytest.mark.parametrize(
    ("before", "text", "topic", "told"),
    [
        ("hold scene 3 for two seconds", "the end card for four", "", "hold the end card for four seconds"),
        ("scene 2 orbit background", "scene 3 grid", "the background", "scene 3 grid background"),
        ("delete the second line of scene 2", "of scene 3", "", "delete the second line of scene 3"),
        ("the end card should stay 6 seconds", "say Order now", "", "the end card should say Order now"),
    ],
)
def test_a_part_takes_over_what_the_one_before_it_said(before: str, text: str, topic: str, told: str) -> None:
    assert told in inherited(before, text, topic)


def test_a_part_with_a_verb_of_its_own_takes_over_nothing() -> None:
    assert inherited("delete scene 3", "lock scene 4", "") == []


def test_what_is_not_wanted_takes_over_nothing() -> None:
    assert inherited("make it 20 seconds long", "but don't speed her up", "the voice") == []
    answer = _understood("Make it 20 seconds long but don't speed her up")
    assert [patch.op for patch in answer.patches] == ["set_duration"]


def test_requests_without_verbs_end_with_their_places() -> None:
    text = "half body in scene 2 close up in scene 3"
    assert [text[:start] for start, _ in verbless_borders(text)] == ["half body in scene 2"]
    assert verbless_borders("make it louder in scene 2 and calmer") == []


@pytest.mark.parametrize(
    ("text", "ops"),
    [
        ("half body in scene 2 close up in scene 3", [("set_framing", "s1"), ("set_framing", "s2")]),
        ("Lock 2 3 and 4", [("lock_scene", "s1"), ("lock_scene", "s2"), ("lock_scene", "s3")]),
        ("hold scene 3 for two seconds and the end card for four", [("set_hold", "s2"), ("set_hold", "end")]),
    ],
)
def test_parts_in_a_row_are_all_read(text: str, ops: list[tuple[str, str]]) -> None:
    answer = _understood(text)
    assert [(one["op"], one["scene"]) for one in _said(answer)] == ops
    assert not answer.question


def test_lines_and_headings_keep_their_places() -> None:
    answer = _understood("delete the first line in scene 2 and the second in scene 3", "training")
    assert [one["line"] for one in _said(answer)] == ["s1-l1", "s2-l2"]
    answer = _understood("Heading of scene 3: Fair and square. Heading of scene 4: Get yours.")
    assert [one["heading"] for one in _said(answer)] == ["Fair and square", "Get yours"]


@pytest.mark.parametrize(
    "text",
    [
        "captions on top of the picture in the box style",
        "add a QR code to the end card and drop the logo there",
        "in the ordering scene put the logo away",
        "hold off with the export for now",
    ],
)
def test_what_nothing_was_made_of_is_asked_about(text: str) -> None:
    answer = _understood(text)
    assert answer.question
    assert not answer.commands
    assert {patch.op for patch in answer.patches} <= {"set_end_card"}


@pytest.mark.parametrize("text", ["the captions are fine but make the logo bigger", "bigger logo, the music is lovely"])
def test_what_is_only_praised_is_not_asked_about(text: str) -> None:
    answer = _understood(text)
    assert [patch.op for patch in answer.patches] == ["set_logo"]
    assert not answer.question


def test_a_share_of_the_pace_is_that_share() -> None:
    assert _said(_understood("20% faster")) == [{"op": "set_speed", "speed": 1.2}]
    assert _said(_understood("5% slower please")) == [{"op": "set_speed", "speed": 0.95}]


def test_words_are_replaced_where_they_stand() -> None:
    answer = _understood("In scene 3 say lots of soap instead of enough soap, shorten nothing else", "training")
    replaced = [one for one in _said(answer) if one["op"] == "replace_words"]
    assert replaced == [{"op": "replace_words", "old": "enough soap", "new": "lots of soap", "scene": "s2"}]


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("tech music, high energy, much quieter", {"mood": "tech", "energy": "high", "gain": -10.0}),
        ("a calm song with a slow tempo please", {"mood": "calm", "tempo": "slow"}),
        ("we'd like a playful tune, fast, but a bit louder", {"mood": "playful", "tempo": "fast", "gain": 3.0}),
        ("a slower, quieter track", {"tempo": "slow", "gain": -6.0}),
        ("the tune is catchy but can you slow it down a little?", {"tempo": "slow"}),
        ("make it a cinematic song", {"mood": "cinematic"}),
    ],
)
def test_all_that_is_said_of_the_music_is_set(text: str, set_: dict[str, object]) -> None:
    assert _said(_understood(text)) == [{"op": "set_music", **set_}]


def test_what_was_set_of_the_music_is_told() -> None:
    assert _understood("tech music, high energy, much quieter").said == "Use the tech music, drive high, -10 dB"


@pytest.mark.parametrize(
    "text", ["swap scenes 2 and 3, make it 25 seconds", "move scene 4 to the front and make it 25 s"]
)
def test_a_length_behind_the_order_of_scenes_is_that_of_the_video(text: str) -> None:
    answer = _understood(text)
    assert _said(answer)[1:] == [{"op": "set_duration", "seconds": 25.0}]
    assert not answer.question
    held = _understood("swap scenes 2 and 3 and hold it for 4 seconds")
    assert {patch.op for patch in held.patches} == {"swap_scenes", "set_hold"}


def test_a_line_is_spoken_in_several_manners() -> None:
    spoken = {"op": "set_delivery", "line": "s1-l2", "emotion": "warm", "speed": 0.91}
    assert _said(_understood("the second line of scene 2 slower and with warmth")) == [spoken]
    faster = _said(_understood("speed up the first line of scene 3 a bit"))
    assert faster == [{"op": "set_delivery", "line": "s2-l1", "speed": 1.05}]


def test_two_scenes_with_a_wish_each_get_their_own() -> None:
    answer = _understood("scene 2 as a chapter, and her on the left in scene 4")
    assert [(one["op"], one["scene"]) for one in _said(answer)] == [("set_layout", "s1"), ("set_presenter_place", "s3")]


def test_a_file_does_not_take_the_size_with_it() -> None:
    situation = dataclasses.replace(SITUATIONS["lamp"], files={"sun.png": "/uploads/sun.png"})
    answer = understand_note(NoteRequest("our logo is sun.png. bottom left, and keep it large", situation))
    assert any(patch.op == "set_logo" and patch.size == "large" for patch in answer.patches)


def test_go_beside_changes_approves_nothing_and_shipping_does() -> None:
    assert not _understood("Light. Soft look. Go.").commands
    shipped = _understood("No captions. Ship it.", "necklace")
    assert [one.name for one in shipped.commands] == ["approve"]


@pytest.mark.parametrize(
    ("text", "situation", "said"),
    [
        ("the end card in square, I mean the whole video", "lamp", [{"op": "set_format", "aspect": "1:1"}]),
        ("please add the code for their phones", "lamp", [{"op": "set_end_card", "qr": True}]),
        (
            "the first scene after the title should be the last before the end",
            "training",
            [{"op": "move_scene", "scene": "s1", "after": "s5"}],
        ),
        ("undo everything I said about the AI label", "lamp", [{"op": "set_disclosure", "disclosure": ""}]),
        ("switch the music off completely, is annoying for the staff", "lamp", [{"op": "set_music", "mood": "none"}]),
        (
            "captions karaoke, look bold",
            "lamp",
            [{"op": "set_captions", "style": "karaoke"}, {"op": "set_look", "look": "bold"}],
        ),
    ],
)
def test_turns_of_phrase_are_read_by_what_they_mean(text: str, situation: str, said: list[dict[str, object]]) -> None:
    answer = _understood(text, situation)
    assert _said(answer) == said
    assert not answer.enquiries


def test_rules_added_after_a_reading_are_found_as_well() -> None:
    book = Rulebook()
    context = Context(SITUATIONS["lamp"], "blue lamp")
    assert book.read(context, tokens_of("blue lamp")) is None
    book.rule("blue lamp")(lambda _context, _found: Reading(said="first"))
    book.rule(". lamp ; . .")(lambda _context, _found: Reading(said="second"))
    first = book.read(context, tokens_of("blue lamp"))
    assert first is not None
    assert first.said == "first"
    second = book.read(context, tokens_of("old lamp"))
    assert second is not None
    assert second.said == "second"

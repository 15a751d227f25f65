"""Several requests in one message: what a part leaves unsaid, and what is asked about rather than lost."""

from __future__ import annotations

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

"""Talk told in words that no pattern foresaw: commands, questions, files, limits, small talk and answers."""

from __future__ import annotations

import dataclasses

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.director import Director
from tools.language.notes.tokens import cleaned
from tools.notes import NoteRequest, Understanding


def understood(text: str, situation: str = "lamp", **changed: object) -> Understanding:
    """What the director makes of a message."""
    known = dataclasses.replace(SITUATIONS[situation], **changed)  # type: ignore[arg-type]
    return Director().complete(NoteRequest(text, known), Understanding)


@pytest.mark.parametrize(
    ("text", "name", "drafts", "value"),
    [
        ("could we reverse the last change, the client hated it", "undo", (), ""),
        ("I shouldn't have undone that, put it back again", "redo", (), ""),
        ("our director prefers version one", "go_to_draft", (1,), ""),
        ("compare v1 with v2 pls", "compare", (1, 2), ""),
        ("export the subtitles as srt", "export", (), "srt"),
        ("please export it as webm, our web team asked for it", "export", (), "webm"),
        ("render it again", "produce", (), ""),
        ("this video is for Acme", "use_brand", (), "Acme"),
        ("have a look at our site acme.example", "learn_brand", (), "acme.example"),
        ("bring the board back up", "show_storyboard", (), ""),
    ],
)
def test_a_command_in_other_words(text: str, name: str, drafts: tuple[int, ...], value: str) -> None:
    found = understood(text)
    assert [(one.name, one.drafts, one.value) for one in found.commands] == [(name, drafts, value)]
    assert not found.patches
    assert not found.question


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("do you have a french voice", "voices"),
        ("which tracks can I choose", "music"),
        ("what's taking so long", "progress"),
        ("is everything spelled right", "review"),
        ("what kind of changes can you make", "capabilities"),
        ("how long does scene 3 take", "scene"),
    ],
)
def test_a_question_changes_nothing(text: str, topic: str) -> None:
    found = understood(text)
    assert [one.topic for one in found.enquiries] == [topic]
    assert not found.patches
    assert not found.commands


def test_a_question_before_anything_is_no_order_for_a_video() -> None:
    assert [one.topic for one in understood("do you have a french voice", "empty").enquiries] == ["voices"]


@pytest.mark.parametrize(
    ("text", "files", "patch"),
    [
        ("play this film as our opening", {"a.mp4": "/a.mp4"}, ("set_part", "opening")),
        ("close with the attached clip", {"a.mp4": "/a.mp4"}, ("set_part", "closing")),
        ("logo attached", {"l.png": "/l.png"}, ("set_logo", "/l.png")),
        ("use this photo as the background everywhere", {"p.jpg": "/p.jpg"}, ("set_background", "/p.jpg")),
    ],
)
def test_what_a_file_is_for(text: str, files: dict[str, str], patch: tuple[str, str]) -> None:
    (found,) = understood(text, files=files).patches
    assert found.op == patch[0]
    assert patch[1] in str(found.model_dump())


@pytest.mark.parametrize("text", ["here's a photo", "use this"])
def test_a_file_without_a_purpose_is_asked_about(text: str) -> None:
    found = understood(text, files={"p.jpg": "/p.jpg"})
    assert found.question
    assert not found.patches


@pytest.mark.parametrize(
    "text",
    [
        "put a progress bar on the end card",
        "post it on youtube for me",
        "make the logo spin",
        "use my own voice",
        "let her hold the lamp",
        "add some laughter after the joke",
    ],
)
def test_what_can_not_be_done_is_said(text: str) -> None:
    found = understood(text)
    assert found.question
    assert not found.patches
    assert not found.commands


def test_a_place_for_the_logo_is_no_gesture() -> None:
    (found,) = understood("the logo should sit bottom right").patches
    assert found.op == "set_logo"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("thanks a lot!", "thanks"),
        ("Good morning :)", "greeting"),
        ("you're a star", "praise"),
        ("speak soon", "farewell"),
        ("great job on the music", "praise"),
    ],
)
def test_small_talk(text: str, kind: str) -> None:
    found = understood(text)
    assert found.chat == kind
    assert not found.unknown
    assert not found.question


@pytest.mark.parametrize("text", ["sorry, wrong window", "never mind", "bear with me", "no changes from me"])
def test_words_that_ask_for_nothing(text: str) -> None:
    found = understood(text)
    assert not (found.patches or found.commands or found.question or found.unknown)


@pytest.mark.parametrize(
    ("question", "options", "text", "said"),
    [
        ("Which colour would you like instead?", (), "maybe something like navy blue please", "set_colour"),
        ("Which music would you like?", ("Use the calm music", "Use the playful music"), "you decide", "calm"),
        ("What should the heading of scene 2 say?", (), "it should say Natural light", "'Natural light'"),
        ("What should the call to action say?", (), '"Get yours now" please', "'Get yours now'"),
        ("Which scene do you mean?", ("Delete scene 2", "Delete scene 3"), "the third", "'s2'"),
    ],
)
def test_an_answer(question: str, options: tuple[str, ...], text: str, said: str) -> None:
    (found,) = understood(text, pending=question, pending_options=options).patches
    assert said in str(found.model_dump())


@pytest.mark.parametrize("text", ["yes go ahead", "ok, that's fine", "go on then"])
def test_a_yes_is_for_the_question_and_no_approval(text: str) -> None:
    found = understood(
        text, "training", pending="Scene 4 is locked; shall I unlock it first?", pending_options=("Unlock scene 4",)
    )
    assert [patch.op for patch in found.patches] == ["lock_scene"]
    assert not found.commands


@pytest.mark.parametrize("text", ["!" * 5_000, "-" * 3_000, "ok" + "?!" * 4 + "." * 2_000])
def test_drawn_out_signs_are_read_as_a_few(text: str) -> None:
    assert len(cleaned(text)) < 20

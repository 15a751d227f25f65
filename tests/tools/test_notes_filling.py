"""Filling: what becomes of a clause whose kind is known, value by value; and that nothing is made of half of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.understanding.situations import SITUATIONS
from tools.language.notes.filling import filled
from tools.language.notes.frame_words import Words
from tools.language.notes.reading import read_clauses
from tools.notes import NoteRequest


def _filled(text: str, kind: str, situation: str = "lamp", **files: str) -> list[dict[str, object]]:
    given = {path.rpartition("/")[2]: path for path in files.values()}
    context, clauses, _ = read_clauses(NoteRequest(text, replace(SITUATIONS[situation], files=given)))
    tokens = [token for clause in clauses for token in clause.raw]
    reading = filled(Words(context, tokens), kind)
    if reading is None:
        return []
    kept = [{"op": patch.op, **patch.model_dump(exclude_defaults=True)} for patch in reading.patches]
    return kept + [{"name": one.name, "value": one.value, "drafts": one.drafts} for one in reading.commands]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("the layout of scene 2 ought to be: title", "layout", {"scene": "s1", "layout": "title"}),
        ("after its last word scene 2 stays for 1.5 seconds", "hold", {"scene": "s1", "seconds": 1.5}),
        ("the title shall come after scene 2", "move_scene", {"scene": "title", "after": "s1"}),
        ("lower the pitch of her voice by two half-tones", "delivery", {"pitch": -2.0}),
        ("his voice ought to be more confident throughout", "delivery", {"emotion": "confident"}),
        ("it will air on European television, mind the loudness", "loudness", {"preset": "ebu"}),
        ("master the sound for a podcast", "loudness", {"preset": "podcast"}),
        ("a whoosh when scene 2 comes in", "scene_sound", {"scene": "s1", "sound": "whoosh"}),
        ("music 6 dB lower in scene 3", "music.quieter", {"scene": "s2", "music_gain": -6.0}),
        ("a close-up of the presenter would be more personal", "framing", {"framing": "close_up"}),
        ("the video goes by the name 'Lamp film B'", "title", {"title": "Lamp film B"}),
        ("on the closing card it reads 'Claim yours'", "end_card.cta", {"call_to_action": "Claim yours"}),
        ("at the close our shop url lumen.example/de", "end_card.address", {"address": "lumen.example/de"}),
        ("take draft 2 back up", "go_to_draft", {"drafts": (2,)}),
        ("a webm of her alone", "export", {"value": "webm"}),
    ],
)
def test_values_of_a_known_kind_are_read(text: str, kind: str, wanted: dict[str, object]) -> None:
    (found,) = _filled(text, kind)
    assert {name: found.get(name) for name in wanted} == wanted


def test_a_whole_line_between_quotes_is_edited_and_a_word_replaced() -> None:
    line = SITUATIONS["lamp"].storyboard.scenes[1].lines[0]  # type: ignore[union-attr]
    for text in (f"turn '{line.text}' into 'Here is Lumen.'", f"say 'Here is Lumen.' instead of '{line.text}'"):
        (found,) = _filled(text, "edit_line")
        assert (found["op"], found["line"], found["text"]) == ("edit_line", line.id, "Here is Lumen.")
    word = line.text.split()[1].strip(".,")
    (found,) = _filled(f"not {word} but Lantern", "replace_words")
    assert (found["op"], found["old"], found["new"]) == ("replace_words", word, "Lantern")


def test_silence_beside_a_line_is_a_pause() -> None:
    line = SITUATIONS["lamp"].storyboard.scenes[1].lines[0]  # type: ignore[union-attr]
    (found,) = _filled(f"leave two seconds of silence before '{line.text}'", "hold")
    assert (found["op"], found["line"], found["before"]) == ("set_pause", line.id, 2.0)


def test_files_that_came_along_are_values() -> None:
    (found,) = _filled("my own recording speaks the lines", "narration", sent="/u/boss.mp3")
    assert found["file"] == "/u/boss.mp3"
    (found,) = _filled("the film i sent is the closing", "part", sent="/u/end.mp4")
    assert found["part"] == "closing"
    assert _filled("my own recording speaks the lines", "narration") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a whoosh when scene 2 comes in and remove the logo", "scene_sound"),
        ("the title shall come after scene 2, but not before scene 3", "move_scene"),
        ("his voice should not be more confident", "delivery"),
        ("not Bordeaux but Porto", "replace_words"),
        ("a whoosh when scene 19 comes in", "scene_sound"),
        ("take draft 99 back up", "go_to_draft"),
        ("not so much of a close-up of her", "framing"),
        ("leave a pause before the third line of scene 17", "pause"),
    ],
)
def test_nothing_is_made_of_what_says_more_or_lacks_its_value(text: str, kind: str) -> None:
    assert _filled(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("could we have the luxury look", "look", {"look": "luxury"}),
        ("livelier gestures in scene 3", "performance_style", {"style": "energetic", "scene": "s2"}),
        ("say that it is AI generated", "disclosure", {"disclosure": "on"}),
        ("leave out the AI notice", "disclosure", {"disclosure": "off"}),
        ("presenter in a circle in scene 3", "presenter_place", {"scene": "s2", "place": "circle"}),
        ("a wipe to scene 3", "transition.wipe", {"transition": "wipe", "scene": "s2"}),
        ("we do not need the QR code", "end_card.qr", {"qr": False}),
        ("captions like karaoke", "captions.style", {"style": "karaoke"}),
        ("a slower tempo for the music", "music.tempo", {"tempo": "slow"}),
    ],
)
def test_values_of_the_whole_programme_are_read(text: str, kind: str, wanted: dict[str, object]) -> None:
    (found,) = _filled(text, kind)
    assert {name: found.get(name) for name in wanted} == wanted

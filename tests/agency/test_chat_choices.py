"""The settings panel of the chat, and files that come through it: what is chosen is kept, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image
from pydantic import TypeAdapter

from agency.brief_telling import tell_brief
from agency.chat_choices import CHOICES, LEFT, draft_choices, panel_settings, settings_patches
from agency.chat_uploads import take_uploads
from agency.conversations import Conversations
from agency.home import home
from agency.preferences import check_preferences
from agency.settings import load_settings
from agency.wishes import apply_wishes
from tools.brief import Brief
from tools.language import DocumentT, LanguageRequest
from tools.notes import NoteRequest, Understanding
from tools.patches import Patch
from tools.patching import apply
from tools.script import Line
from tools.storyboard import Scene, Storyboard

BOARD = Storyboard(scenes=(Scene(id="s1", lines=(Line(id="l1", text="A warm lamp."),)),))
SAID = {
    "avatar": "avatar/daniel",
    "voice": "voice/english-male-2",
    "music": "music/none",
    "background": f"background/{LEFT}",
    "aspect": "9:16",
    "brand": LEFT,
    "duration_seconds": 30,
    "captions": False,
}


def test_what_the_panel_says_is_usable_and_what_it_can_not_show_stays():
    kept = panel_settings(SAID, {})
    assert (kept["avatar"], kept["music"], kept["background"], kept["aspect"]) == ("daniel", "none", "", "9:16")
    assert (kept["duration_seconds"], kept["captions"]) == (30.0, ["sidecar"])
    assert check_preferences(kept)[1] == ()
    before = {"background": "pictures/shop.jpg", "duration_seconds": 400}
    kept = panel_settings({**SAID, "duration_seconds": 180}, before)
    assert (kept["background"], kept["duration_seconds"]) == ("pictures/shop.jpg", 400)
    assert panel_settings({**SAID, "background": "background/grid"}, before)["background"] == "grid"


def test_only_what_is_chosen_anew_changes_the_video_that_is_there():
    before = panel_settings(SAID, {})
    assert settings_patches(before, panel_settings(SAID, before)) == []
    after = panel_settings({**SAID, "avatar": "avatar/maya", "aspect": LEFT, "captions": True}, before)
    patches = settings_patches(before, after)
    assert patches == [{"op": "set_avatar", "avatar": "maya"}, {"op": "set_captions", "burned": True}]
    every = panel_settings({**SAID, "music": "music/calm", "background": "background/grid", "duration_seconds": 0}, {})
    for patch in settings_patches({"duration_seconds": 10}, every):
        TypeAdapter(Patch).validate_python(patch)


def test_every_list_of_the_settings_sets_the_next_video_and_the_one_that_is_there():
    for one in CHOICES:
        for value in one.values:
            kept = panel_settings({**SAID, one.name: value}, {})
            assert (kept[one.name], check_preferences(kept)) == (value, (kept, ()))
            assert one.of(apply_wishes(BOARD, {one.name: value})) == value
            (patch,) = settings_patches(panel_settings(SAID, {}), kept)
            assert one.of(apply(BOARD, TypeAdapter(Patch).validate_python(patch))) == value
            left = settings_patches(kept, panel_settings({**SAID, one.name: LEFT}, kept))
            assert left == ([one.patch("")] if one.may_be_left else [])
            for each in left:
                TypeAdapter(Patch).validate_python(each)


def test_the_lists_below_a_draft_show_what_it_is_and_change_it_to_what_is_chosen():
    shown = {one["name"]: one for one in draft_choices(BOARD)}
    assert {name: one["now"] for name, one in shown.items()} == {
        "framing": "head_shoulders",
        "performance": "presenter",
        "emotion": "neutral",
        "music_energy": "medium",
        "disclosure": "off",
        "loudness": "web",
        "look": "clean",
        "captions_style": "highlight",
    }
    for name, one in shown.items():
        for option in one["options"]:
            made = apply(BOARD.changed(captions=()), TypeAdapter(Patch).validate_python(option["patch"]))
            now = next(other["now"] for other in draft_choices(made) if other["name"] == name)
            assert now == option["value"]


@pytest.mark.parametrize("name", ["../../etc/passwd.png", "a/b\\c.png", "мир.png", ".png", "x" * 300 + ".png"])
def test_a_file_keeps_its_name_as_far_as_it_is_harmless(tmp_path: Path, name: str):
    source = tmp_path / "given"
    Image.new("RGB", (4, 4)).save(source, "PNG")
    place = home(load_settings())
    taken, refused = take_uploads([SimpleNamespace(path=str(source), name=name)], place, "thread")
    if name == ".png":
        assert refused and not taken
        return
    path = Path(next(iter(taken.values())))
    assert path.is_file() and path.resolve().is_relative_to((place.root / "uploads" / "thread").resolve())
    assert path.suffix == ".png" and len(path.name) < 80


def test_a_file_that_alone_says_nothing_waits_until_it_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    heard: list[NoteRequest] = []

    class Listening:
        identity = "listening/1"

        def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
            assert isinstance(request, NoteRequest)
            heard.append(request)
            return Understanding(question="What?")  # type: ignore[return-value]

    monkeypatch.setattr("agency.desk.Desk.engine", lambda desk, kind, name="": Listening())
    talk = Conversations(load_settings())
    list(talk.turn("t", {"text": "hello"}))
    monkeypatch.setattr("agency.steps.filing.has_script", lambda files: False)
    state: Any = {"stage": "board"}
    talk._graph.update_state({"configurable": {"thread_id": "t"}}, state, as_node="ask")
    said = list(talk.turn("t", {"text": "", "files": {"kitchen.mp4": str(tmp_path / "k.mp4")}}))
    assert "I have kept “kitchen.mp4”" in said[0]["text"]
    list(talk.turn("t", {"text": "use it as the opening"}))
    assert heard[-1].situation.files == {"kitchen.mp4": str(tmp_path / "k.mp4")}
    list(talk.turn("t", {"text": "and louder"}))
    assert heard[-1].situation.files == {"kitchen.mp4": str(tmp_path / "k.mp4")}


def test_a_brief_is_told_with_names_that_people_know():
    told = tell_brief(Brief(request="x", product="Lumen"), {"avatar": "daniel", "voice": "english-male-2"}, "")
    assert "presenter Daniel, voice Angus" in told

"""Files that a client gave without saying what for: they wait until somebody says it, however much is said between."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from agency.steps import filing, understanding
from tools.notes import Command, Enquiry, Understanding
from tools.patches import SetLogo, SetMusic

CLIP, VOICE = {"clip.mp4": "/home/a1.mp4"}, {"me.m4a": "/home/b2.m4a"}


def kept(understood: Understanding, state: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The files that wait after a message that means this."""
    monkeypatch.setattr(understanding, "_of_words", lambda state, runtime: understood)
    runtime: Any = SimpleNamespace(stream_writer=lambda event: None)
    before: Any = {"stage": "draft", "production": "p", **state}
    after = understanding.understand(before, runtime)
    return after.get("files", before.get("files", {}))


def test_a_file_waits_while_something_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    state = {"files": CLIP, "message": {"text": "how long is it?"}}
    assert kept(Understanding(enquiries=(Enquiry(topic="duration"),)), state, monkeypatch) == CLIP
    calm = Understanding(patches=(SetMusic(mood="calm"),))
    assert kept(calm, {**state, "message": {"text": "calm music"}}, monkeypatch) == CLIP


def test_a_file_waits_until_a_patch_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    state = {"files": {**CLIP, **VOICE}, "message": {"text": "play it as the music"}}
    used = Understanding(patches=(SetMusic(file=VOICE["me.m4a"]),))
    assert kept(used, state, monkeypatch) == CLIP


def test_a_file_that_is_asked_about_waits_for_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    state = {"files": VOICE, "message": {"text": "put it in", "files": CLIP}}
    assert kept(Understanding(question="Where?"), state, monkeypatch) == {**VOICE, **CLIP}
    logo = Understanding(patches=(SetLogo(file="/home/l.svg"),))
    assert kept(logo, {"message": {"text": "our logo", "files": {"l.svg": "/home/l.svg"}}}, monkeypatch) == {}


def test_a_film_that_comes_with_a_brief_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    brief = Understanding(commands=(Command(name="new_production", value="30 seconds about tea"),))
    state = {"stage": "start", "production": "", "message": {"text": "30 seconds about tea", "files": CLIP}}
    assert kept(brief, state, monkeypatch) == CLIP


@pytest.mark.parametrize("stage", ["start", "draft"])
def test_files_without_words_join_those_that_wait(stage: str) -> None:
    runtime: Any = SimpleNamespace(stream_writer=lambda event: None, context=SimpleNamespace(home=None))
    state: Any = {"stage": stage, "files": CLIP, "message": {"files": VOICE}, "production": "p"}
    found = filing.take_files(state, runtime)
    assert found["files"] == {**CLIP, **VOICE}

"""From sources to plans: which engine speaks, and what happens when it can not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from agency.desk import Desk
from agency.home import home
from agency.progress import StageTimes
from agency.settings import load_settings
from agency.writing import plan_source
from renderers.errors import EngineFailed
from renderers.speech import Speech, SpeechRequest
from tools.errors import BadInput


@pytest.fixture
def desk() -> Desk:
    settings = load_settings()
    return Desk(settings, home(settings))


class Mute:
    """A speech engine that is there and can not speak."""

    identity = "mute"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        raise EngineFailed("mute", "it lost its voice; try once more.")


def break_engine(desk: Desk, monkeypatch: pytest.MonkeyPatch, *broken: str) -> None:
    usual = desk.engine

    def engine(kind: str, name: str = "") -> Any:
        return Mute() if kind == "speech" and name in broken else usual(kind, name)

    monkeypatch.setattr(desk, "engine", engine)


def script(folder: Path, text: str = "One line to be said.") -> str:
    (folder / "script.txt").write_text(text)
    return str(folder / "script.txt")


def test_another_voice_speaks_where_the_first_engine_fails_and_the_client_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    break_engine(desk, monkeypatch, "festival", "flite")
    written = plan_source(script(tmp_path), {}, desk, StageTimes())
    assert written.plan.cast.voice.engine == "espeak"
    assert any("lost its voice" in note and "Another voice" in note for note in written.notes)


def test_where_no_other_engine_speaks_the_language_the_first_ones_reason_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="no kanji"):
        plan_source(script(tmp_path, "このランプは毎日電力を節約します。"), {}, desk, StageTimes())


def test_a_voice_that_was_named_is_never_exchanged(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    break_engine(desk, monkeypatch, "espeak")
    with pytest.raises(EngineFailed, match="lost its voice"):
        plan_source(script(tmp_path), {"voice": "english-female-5"}, desk, StageTimes())


def test_the_plan_is_as_long_as_what_is_said(desk: Desk, tmp_path: Path) -> None:
    plan = plan_source(script(tmp_path, "First.\n\nSecond."), {"voice": "english-female-5"}, desk, StageTimes()).plan
    assert [scene.id for scene in plan.edit.scenes] == [scene.id for scene in plan.storyboard.scenes]
    spoken = sum(line.seconds for line in plan.spoken.values())
    assert plan.edit.duration / plan.format.rate > spoken


def test_a_brief_is_met_to_the_frame(desk: Desk) -> None:
    words = "Announce that Acme Coffee opens a second shop in Porto on 3 March"
    said = {"duration_seconds": 20.0, "fps": 25, "voice": "english-female-5"}
    written = plan_source(words, said, desk, StageTimes())
    assert written.plan.edit.duration == 500
    assert set(written.documents) == {"brief", "script"}


def test_what_can_not_be_used_is_refused_before_any_work(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nothing to make"):
        plan_source("  ", {}, desk, StageTimes())
    assert not list(desk.home.takes.rglob("take.json"))

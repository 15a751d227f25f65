"""The commission: what was asked, frozen and thawed without a difference."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agency.commission import Commission, commission
from agency.settings import load_settings
from agency.wishes import Wishes, check_wishes
from tools.brief import Brief
from tools.order import Order
from tools.script import Line, Script, Section
from tools.source import Source, Words
from tools.storyboard import BackgroundChoice, Scene, Storyboard

SCENE = Scene(id="s1", heading="Héllo", background=BackgroundChoice(picture="pictures/sea.png"))
SOURCES: dict[str, Source] = {
    "words": Words("A lamp, 20 seconds.\nWarm."),
    "brief": Brief(request="A lamp", points=("one", "two")),
    "script": Script(sections=(Section(id="s1", lines=(Line(id="l1", text="Hello."),)),)),
    "storyboard": Storyboard(scenes=(SCENE, Scene(id="s2")), logo="logo.svg"),
    "order": Order(script="Hello.", aspect_ratio="9:16", logo="logo.svg"),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_what_is_thawed_is_what_was_frozen(kind: str) -> None:
    said = check_wishes(Wishes(duration="20s", captions="burned,sidecar", seed=7))
    asked = commission(SOURCES[kind], said, load_settings())
    thawed = Commission.model_validate_json(asked.model_dump_json(by_alias=True))
    assert thawed == asked
    assert thawed.key == asked.key
    assert type(thawed.source) is type(SOURCES[kind])
    assert thawed.said["duration_seconds"] == 20
    if kind in ("words", "brief", "script"):
        assert thawed.source == SOURCES[kind]


def test_pictures_are_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    board = commission(SOURCES["storyboard"], {"background": "sea.png"}, load_settings())
    assert isinstance(board.source, Storyboard)
    assert board.source.logo == str(tmp_path / "logo.svg")
    assert [scene.background.picture for scene in board.source.scenes] == [str(tmp_path / "pictures/sea.png"), ""]
    assert board.said["background"] == str(tmp_path / "sea.png")
    order = commission(SOURCES["order"], {"background": "aurora"}, load_settings())
    assert isinstance(order.source, Order) and order.source.logo == str(tmp_path / "logo.svg")
    assert order.said["background"] == "aurora"


def test_the_settings_are_those_of_the_day_it_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENCY_RESOLUTION", "540p")
    monkeypatch.setenv("AGENCY_ENGINES__SPEECH", "espeak")
    asked = commission(SOURCES["words"], {}, load_settings())
    monkeypatch.setenv("AGENCY_RESOLUTION", "4k")
    monkeypatch.delenv("AGENCY_ENGINES__SPEECH")
    monkeypatch.setenv("AGENCY_WORKERS", "3")
    settled = asked.settled(load_settings())
    assert (settled.resolution, settled.engines.speech, settled.workers) == ("540p", ("espeak",), 3)


@pytest.mark.parametrize(
    "changed", [{"said": {"seed": 2}}, {"source": Words("A chair.")}, {"settings": {"AGENCY_FPS": "25"}}]
)
def test_another_wish_is_another_commission(changed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    one = commission(Words("A lamp."), {"seed": 1}, load_settings())
    for name, value in changed.get("settings", {}).items():
        monkeypatch.setenv(name, value)
    other = commission(changed.get("source", Words("A lamp.")), changed.get("said", {"seed": 1}), load_settings())
    assert one.key != other.key
    assert one.key == commission(Words("A lamp."), {"seed": 1}, one.settled(load_settings())).key

"""Stills: a small picture of every scene, painted once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from agency.desk import Desk
from agency.home import home
from agency.settings import load_settings
from agency.stills import LONG_SIDE, paint_stills
from tests.e2e.commandline import environment
from tools.errors import BadInput
from tools.script import Line
from tools.storyboard import EndCard, Scene, Storyboard

BOARD = Storyboard(
    title="Lamp",
    scenes=(
        Scene(id="title", layout="title", heading="Meet the lamp"),
        Scene(id="s1", heading="Warm light", lines=(Line(id="l1", text="A warm lamp for your desk."),)),
        Scene(id="end", layout="end_card"),
    ),
    end_card=EndCard(call_to_action="Order yours", address="lamp.example"),
)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    monkeypatch.setenv("NUMBA_CACHE_DIR", environment(tmp_path)["NUMBA_CACHE_DIR"])
    settings = load_settings()
    return Desk(settings, home(settings))


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def test_every_scene_has_a_still_and_only_what_changed_is_painted_again(desk: Desk, tmp_path: Path) -> None:
    made = paint_stills(BOARD, tmp_path / "stills", desk)
    assert list(made) == ["title", "s1", "end"]
    shown = [pixels(path) for path in made.values()]
    assert {picture.shape for picture in shown} == {(360, LONG_SIDE, 3)}
    assert min(picture.std() for picture in shown) > 5, "something is seen"
    assert abs(shown[0] - shown[1]).mean() > 5, "scenes look different"
    assert not desk.takes.made.get("speech"), "nothing is spoken"
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "stills").iterdir()}
    scenes = (BOARD.scenes[0], BOARD.scenes[1].changed(heading="Warmer light"), BOARD.scenes[2])
    again = paint_stills(BOARD.changed(scenes=scenes), tmp_path / "stills", desk)
    assert [again[id_] == made[id_] for id_ in made] == [True, False, True]
    assert {path.name: path.stat().st_mtime_ns for path in made.values()} == before
    assert not [path for path in (tmp_path / "stills").iterdir() if path.suffix != ".jpg"]


def test_an_upright_storyboard_has_upright_stills(desk: Desk, tmp_path: Path) -> None:
    made = paint_stills(BOARD.changed(aspect="9:16", scenes=BOARD.scenes[1:2]), tmp_path, desk)
    assert pixels(made["s1"]).shape == (LONG_SIDE, 360, 3)


def test_a_film_that_is_not_there_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    clip = Scene.model_validate({"id": "c", "layout": "clip", "film": {"file": str(tmp_path / "none.mp4")}})
    with pytest.raises(BadInput, match="can not be shown"):
        paint_stills(BOARD.changed(scenes=(*BOARD.scenes, clip)), tmp_path / "stills", desk)
    assert not (tmp_path / "stills").exists()

"""Stills on the board: painted beside the turn, one by one, and only for the newest board."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from agency.chat_stills import UNFORESEEN, StillPainter, painted, renewed, unpainted
from agency.home import home
from agency.settings import load_settings
from tools.errors import BadInput

Props = dict[str, Any]


def board(revision: int, stills: tuple[str, ...] = ("", "")) -> Props:
    scenes = [{"id": f"s{number}", "still": still} for number, still in enumerate(stills, 1)]
    return {"production": "lamp", "revision": revision, "scenes": scenes}


class Stage:
    """A page with one board, and a painter that waits for `brush` after each picture."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown = board(0)
        self.drawn: list[Props] = []
        self.brush, self.begun = threading.Semaphore(0), threading.Event()
        self.painted: list[str] = []
        self.fault: Exception | None = None
        self.revision = 0
        monkeypatch.setattr(
            "agency.revisions.current", lambda *_: SimpleNamespace(number=self.revision, storyboard=self.revision)
        )
        monkeypatch.setattr("agency.revisions.find_work", lambda *_: SimpleNamespace(folder=Path("work")))
        monkeypatch.setattr("agency.stills.each_still", self.each_still)
        self.place = home(load_settings())

    def show(self, revision: int) -> None:
        self.revision, self.shown = revision, board(revision)
        self.want()

    def want(self) -> None:
        asked = self.shown

        async def draw(stills: Mapping[str, str], fault: str) -> None:
            if (props := painted(asked, stills, fault, self.shown)) is not None:
                self.shown = props
                self.drawn.append(props)

        StillPainter.want("t", asked, self.place, draw)

    def each_still(self, revision: int, folder: Path, desk: Any) -> Iterator[tuple[str, Path]]:
        for scene in ("s1", "s2"):
            self.painted.append(f"{scene} of {revision}")
            yield scene, folder / f"{scene}-{revision}.jpg"
            self.begun.set()
            self.brush.acquire(timeout=20)
            if self.fault:
                raise self.fault

    def stills(self) -> list[str]:
        return [scene["still"] for scene in self.shown["scenes"]]


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(monkeypatch)


def test_stills_come_one_by_one_and_nobody_waits_for_them(stage: Stage) -> None:
    async def story() -> None:
        stage.want()
        assert stage.drawn == [] and unpainted(stage.shown), "it came back before anything was painted"
        await asyncio.to_thread(stage.begun.wait, 20)
        stage.want()
        stage.brush.release(2)
        await StillPainter.finish("t")

    asyncio.run(story())
    assert [[bool(scene["still"]) for scene in props["scenes"]] for props in stage.drawn] == [
        [True, False],
        [True, True],
    ]
    assert stage.painted == ["s1 of 0", "s2 of 0"], "the same board is painted once"
    assert stage.stills() == ["/media/stills/lamp/s1-0.jpg", "/media/stills/lamp/s2-0.jpg"]


def test_a_newer_board_supersedes_the_stills_of_the_older(stage: Stage) -> None:
    async def story() -> None:
        stage.want()
        await asyncio.to_thread(stage.begun.wait, 20)
        stage.show(1)
        stage.brush.release(4)
        await StillPainter.finish("t")

    asyncio.run(story())
    assert stage.stills() == ["/media/stills/lamp/s1-1.jpg", "/media/stills/lamp/s2-1.jpg"]
    assert not any("-0" in scene["still"] for props in stage.drawn if props["revision"] for scene in props["scenes"])


@pytest.mark.logs_errors
@pytest.mark.parametrize("fault", [BadInput("The film is gone."), ZeroDivisionError("painting")])
def test_a_fault_is_told_on_the_board_and_the_next_board_is_painted(stage: Stage, fault: Exception) -> None:
    async def story() -> None:
        stage.fault = fault
        stage.want()
        stage.brush.release()
        await StillPainter.finish("t")
        assert stage.shown["fault"] in ("The film is gone.", UNFORESEEN)
        stage.fault = None
        stage.show(1)
        stage.brush.release(2)
        await StillPainter.finish("t")

    asyncio.run(story())
    assert not unpainted(stage.shown) and not stage.shown["fault"]


def test_a_board_that_is_drawn_anew_keeps_the_stills_that_came_meanwhile() -> None:
    shown = board(3, ("a.jpg", "b.jpg"))
    drawn = renewed(board(4), 3, shown)
    assert drawn is not None and [scene["still"] for scene in drawn["scenes"]] == ["a.jpg", "b.jpg"]
    assert renewed(board(4), 2, shown) is None

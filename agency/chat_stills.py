"""Stills for the board: painted beside the turn, so that the next message is heard while they come, one by one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any, ClassVar

from agency.chat_turns import streamed
from agency.conversation import OURS
from agency.home import Home

Props = dict[str, Any]

Draw = Callable[[Mapping[str, str], str], Awaitable[Any]]
"""Shows stills, by scene id, on the board that they were asked for, and the sentence that says why there are none."""

UNFORESEEN = "The pictures of this plan could not be drawn; the video can be made all the same."


def unpainted(board: Props) -> bool:
    """Whether a scene of the board has no still."""
    return any(not scene["still"] for scene in board["scenes"])


def painted(board: Props, stills: Mapping[str, str], fault: str, shown: Props) -> Props | None:
    """What is `shown` with these stills of `board` as well; None where it no longer shows that storyboard."""
    if _storyboard(shown) != _storyboard(board):
        return None
    scenes = [{**scene, "still": stills.get(scene["id"], scene["still"])} for scene in shown["scenes"]]
    return {**shown, "scenes": scenes, "fault": fault}


def renewed(board: Props, before: int, shown: Props) -> Props | None:
    """The board with the stills that are `shown` by now; None where that is not of the revision `before`."""
    if shown["revision"] != before:
        return None
    stills = {scene["id"]: scene["still"] for scene in shown["scenes"]}
    return {**board, "scenes": [{**scene, "still": stills.get(scene["id"], "")} for scene in board["scenes"]]}


class StillPainter:
    """Paints the stills of one conversation's board: only of the newest, which supersedes what is being painted."""

    _all: ClassVar[dict[str, StillPainter]] = {}

    def __init__(self, place: Home) -> None:
        self._place = place
        self._wanted: tuple[Props, Draw] | None = None
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def want(cls, thread: str, board: Props, place: Home, draw: Draw) -> None:
        """Let the stills of this board be painted and drawn; it comes back at once."""
        painter = cls._all.setdefault(thread, cls(place))
        if painter._wanted is not None and _storyboard(painter._wanted[0]) == _storyboard(board):
            return
        painter._wanted = board, draw
        if painter._task is None:
            painter._task = asyncio.create_task(painter._paint(thread))

    @classmethod
    async def finish(cls, thread: str) -> None:
        """Wait until nothing is painted for the conversation any more."""
        while (painter := cls._all.get(thread)) is not None and painter._task is not None:
            await asyncio.wait([painter._task])

    async def _paint(self, thread: str) -> None:
        try:
            while (wanted := self._wanted) is not None:
                await self._paint_one(wanted)
                if self._wanted is wanted:
                    self._wanted = None
        finally:
            self._all.pop(thread, None)

    async def _paint_one(self, wanted: tuple[Props, Draw]) -> None:
        draw = wanted[1]
        try:
            async for scene, address in streamed(lambda: self._painted(wanted)):
                await draw({scene: address}, "")
        except OURS as refused:
            await draw({}, str(refused))
        except Exception:
            logging.getLogger(__name__).exception("Stills could not be painted; the conversation goes on.")
            await draw({}, UNFORESEEN)

    def _painted(self, wanted: tuple[Props, Draw]) -> Iterator[tuple[str, str]]:
        """Scene ids with the addresses of their stills, until they are superseded. It works in a thread."""
        from agency.desk import Desk
        from agency.revisions import current, find_work
        from agency.settings import load_settings
        from agency.stills import FOLDER, each_still

        production = wanted[0]["production"]
        revision = current(self._place, production)
        if revision.number != wanted[0]["revision"]:
            # The turn that changed it draws the board anew, and asks for its stills then.
            return
        folder = find_work(self._place, production).folder / FOLDER
        for scene, path in each_still(revision.storyboard, folder, Desk(load_settings(), self._place)):
            if self._wanted is not wanted:
                return
            yield scene, f"/media/stills/{production}/{path.name}"


def _storyboard(board: Props) -> tuple[str, int]:
    return board["production"], board["revision"]

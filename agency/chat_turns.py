"""Turns for the page: the conversation works in threads, so that the page is never kept waiting for it."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TypeVar

from agency.conversation import Conversation, Event, Message, Room, open_room
from agency.conversations import Conversations
from agency.errors import AgencyError
from agency.jobs import Jobs
from agency.settings import Settings

ToldT = TypeVar("ToldT")


class Turns:
    """The conversations of a home, for a server: every event is there as soon as it was said."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._opened: Conversations | None = None
        self._opening = threading.Lock()

    def warm(self) -> None:
        """Load, in a thread of its own, what the first message would wait for."""
        threading.Thread(target=self.warm_now, daemon=True, name="warming").start()

    def warm_now(self) -> None:
        """Load what the first message would wait for, and come back when it is there."""
        from agency.situations import catalogues
        from renderers.errors import RenderError
        from tools.errors import ToolError
        from tools.notes import NoteRequest, Situation, Understanding

        room = open_room(self._settings, self._all.home)
        with contextlib.suppress(AgencyError, RenderError, ToolError):
            situation = Situation(stage="start", catalogues=catalogues())
            room.desk.engine("language").complete(NoteRequest("Hello", situation), Understanding)
            _paint_once(room)

    def turn(self, thread: str, message: Message) -> AsyncIterator[Event]:
        """The events of a turn."""
        return streamed(lambda: self._all.turn(thread, message))

    def go_on(self, thread: str) -> AsyncIterator[Event]:
        """The rest of a turn that was cut off; none where there is none."""
        return streamed(lambda: self._all.go_on(thread))

    def state(self, thread: str) -> Conversation:
        """What is known of the conversation."""
        return self._all.state(thread)

    def forget(self, thread: str) -> None:
        """Let go of what is known of the conversation; its productions stay."""
        self._all.forget(thread)

    def stop_jobs(self, thread: str) -> bool:
        """Ask everything to stop that is being made for the conversation; whether anything was."""
        jobs = Jobs(self._all.home.database)
        made = self.state(thread).get("jobs", [])
        for id_ in made:
            jobs.ask_to_stop(id_)
        return bool(made)

    @property
    def _all(self) -> Conversations:
        """The conversations, opened when first needed: the page is there before the graph is."""
        with self._opening:
            if self._opened is None:
                self._opened = Conversations(self._settings)
            return self._opened


def _paint_once(room: Room) -> None:
    """Paint a still that nobody sees: what painters load and compile is there when the first board comes."""
    from agency.stills import paint_stills
    from tools.script import Line
    from tools.storyboard import Scene, Storyboard

    board = Storyboard(title="Hello", scenes=(Scene(id="s1", heading="Hello", lines=(Line(id="l1", text="Hello."),)),))
    paint_stills(board, room.home.previews / "warming", room.desk)


async def streamed(begin: Callable[[], Iterator[ToldT]]) -> AsyncIterator[ToldT]:
    """What an iterator says that works in a thread. Where the reader goes, the work still goes to its end."""
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[tuple[ToldT] | BaseException | None] = asyncio.Queue()

    def work() -> None:
        end: BaseException | None = None
        try:
            for each in begin():
                loop.call_soon_threadsafe(told.put_nowait, (each,))
        except BaseException as error:
            end = error
        loop.call_soon_threadsafe(told.put_nowait, end)

    working = loop.run_in_executor(None, work)
    while (said := await told.get()) is not None:
        if isinstance(said, BaseException):
            raise said
        yield said[0]
    await working

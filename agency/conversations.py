"""Conversations kept on disk: a message goes in, events come out, and whatever happens, the next one can come."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, cast

from agency.checkpoints import open_checkpoints, prune_checkpoints
from agency.conversation import OURS, Conversation, Event, Message, open_room
from agency.database import opened
from agency.home import home
from agency.messages import read_message
from agency.settings import Settings
from renderers.file_lock import locked

NOT_KEPT = "What you said could not be kept ({reason}). Nothing else is lost: free some space and say it again."

_RESUME = "__resume__"
"""Where LangGraph keeps a message until the pause that it ends has taken it up."""

FAULT = (
    "That went wrong by a fault of ours ({error}). Nothing is lost: everything up to your last message is kept. Try it "
    "once more, or say it in other words."
)


class Conversations:
    """All conversations of a home, each known by its thread. Turns of one thread come one after another.

    `turn` may be called from any thread. Nothing it does is lost when the process ends: `unfinished` tells which
    threads were cut off within a turn, and `go_on` ends that turn.
    """

    def __init__(self, settings: Settings) -> None:
        # Plain JSON is all we keep; nothing else may come out of a checkpoint.
        os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")
        from agency.graph import conversation_graph

        self.settings = settings
        self.home = home(settings)
        with opened(self.home.database):
            pass
        self._saver = open_checkpoints(settings, self.home.database)
        self._graph = conversation_graph(self._saver)
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def turn(self, thread: str, message: Message) -> Iterator[Event]:
        """The events of one turn, as they come. It always ends in a state from which the next turn can begin.

        What a person can act on comes as an event, and so does a fault of ours; nothing is raised for either.
        """
        yield from _kept(self._turn(thread, read_message(message)))

    def _turn(self, thread: str, given: dict[str, Any]) -> Iterator[Event]:
        from langgraph.types import Command

        with self._alone(thread):
            if not self._begun(thread):
                yield from self._stream(thread, {"stage": "start"})
            elif not self._waits(thread):
                # The turn before was cut off: it is ended first, so that no message is lost.
                yield from self._stream(thread, None)
            yield from self._stream(thread, Command(resume=given))
            # What is not needed may as well stay: the next turn removes it.
            with contextlib.suppress(sqlite3.Error, OSError):
                if self._waits(thread):
                    prune_checkpoints(self._saver, thread)

    def go_on(self, thread: str) -> Iterator[Event]:
        """End the turn that was cut off, if one was."""
        yield from _kept(self._rest(thread))

    def _rest(self, thread: str) -> Iterator[Event]:
        with self._alone(thread):
            if self._begun(thread) and not self._waits(thread):
                yield from self._stream(thread, None)

    def state(self, thread: str) -> Conversation:
        """What is known of the conversation."""
        return cast(Conversation, dict(self._state(thread).values))

    def forget(self, thread: str) -> None:
        """Remove the conversation; its productions stay."""
        self._saver.delete_thread(thread)

    @contextlib.contextmanager
    def _alone(self, thread: str) -> Iterator[None]:
        """Hold the conversation: no other turn of it runs meanwhile, in no thread and in no process of this home."""
        name = hashlib.sha256(thread.encode("utf-8", "replace")).hexdigest()[:24]
        with self._turns[thread], locked(self.home.root / "turns" / f"{name}.lock"):
            yield

    def _stream(self, thread: str, given: Any) -> Iterator[Event]:  # noqa: ANN401  (a command, a state, or None)
        room = open_room(self.settings, self.home)
        said: list[str] = []
        try:
            for event in self._graph.stream(
                given, _config(thread), context=room, stream_mode="custom", durability="sync"
            ):
                said.append(str(event.get("text", "")))
                yield cast(Event, event)
        except OURS as error:
            yield {"kind": "say", "text": str(error), "error": True}
            self._settle(thread)
        except Exception as error:
            yield {"kind": "say", "text": FAULT.format(error=f"{type(error).__name__}: {error}"), "error": True}
            self._settle(thread)
        for note in dict.fromkeys(room.desk.notes):
            # Which engine could not do its work, and which did it instead.
            if note not in said:
                yield {"kind": "say", "text": note}

    def _settle(self, thread: str) -> None:
        """After a step that failed: drop what was still to do, so that the conversation waits for the next word.

        Where even that can not be kept, the next turn does it: it finds this one cut off.
        """
        with contextlib.suppress(Exception):
            self._drop_rest(thread)

    def _drop_rest(self, thread: str) -> None:
        as_node = next((task.name for task in self._state(thread).tasks), "understand")
        self._graph.update_state(_config(thread), {"todo": []}, as_node=as_node)
        for _ in self._graph.stream(
            None, _config(thread), context=open_room(self.settings, self.home), durability="sync"
        ):
            pass

    def _state(self, thread: str) -> Any:  # noqa: ANN401  (LangGraph's snapshot)
        return self._graph.get_state(_config(thread))

    def _begun(self, thread: str) -> bool:
        """Whether anything was ever said. `next` would not tell: it is empty where a step is done, but not kept yet."""
        return bool(self._state(thread).tasks)

    def _waits(self, thread: str) -> bool:
        """Whether it is the client's turn: it pauses, and no message was recorded that is not taken up yet."""
        kept = self._saver.get_tuple(_config(thread))
        heard = any(channel == _RESUME for _, channel, _ in (kept.pending_writes or ())) if kept else False
        return not heard and any(task.interrupts for task in self._state(thread).tasks)


def _kept(events: Iterator[Event]) -> Iterator[Event]:
    """The events, and a sentence where the state can not be read or kept."""
    try:
        yield from events
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield {"kind": "say", "text": NOT_KEPT.format(reason=reason), "error": True}


def _config(thread: str) -> Any:  # noqa: ANN401  (LangGraph's own type)
    return {"configurable": {"thread_id": thread}, "recursion_limit": 60}

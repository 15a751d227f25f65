"""Playing: a scripted conversation held with the real graph, looked at after every turn."""

from __future__ import annotations

import resource
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from benchmarks.conversations.checking import Standing, back_and_forth, faults_of, standing
from benchmarks.conversations.children import KILLED, Nursery, died_with_job, killed_turn, made_job
from benchmarks.conversations.turns import Story, Turn

if TYPE_CHECKING:
    from agency.conversation import Message

PATIENCE = 120.0
"""Seconds after which a turn counts as stuck."""


@dataclass
class Played:
    """What came of conversations."""

    conversations: int = 0
    turns: int = 0
    kills: int = 0
    restarts: int = 0
    drafts: int = 0
    stuck: int = 0
    lost: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: list[tuple[float, float, str]] = field(default_factory=list)
    """Of each turn: to its end, and to its first event, in CPU seconds, speech included; and what was said."""
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, other: Played) -> None:
        """Count in what came of others."""
        for name in ("conversations", "turns", "kills", "restarts", "drafts", "stuck", "lost"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.faults += other.faults
        self.seconds += other.seconds
        self.kinds += other.kinds


class Player:
    """Holds conversations in the home of this process, one after another."""

    def __init__(self, nursery: Nursery, files: dict[str, Path], *, aloud: bool = False) -> None:
        self.aloud = aloud
        self.played = Played()
        self._nursery, self._files = nursery, files
        self._known: dict[str, int] = {}
        self._open()

    def play(self, story: Story, thread: str) -> None:
        """Hold the conversation to its end."""
        self._story, self._thread, self._full = story.name, thread, story.full
        self._running: list[int] = []
        self._last = Standing()
        for number, turn in enumerate(story.turns, 1):
            self._at = f"{story.name}, turn {number} ({_shown(turn)})"
            getattr(self, f"_{turn.happening}")(turn)
            self.played.turns += 1
        while self._running:
            self._nursery.answer(self._running.pop())
        if self._last.jobs:
            self._jobs(Turn("jobs", outcome="finish" if self._full else "stop"))
        if self._last.production:
            self._blame(self._nursery.run(back_and_forth, self._last.production))
        self.played.conversations += 1

    def _open(self) -> None:
        from agency.conversations import Conversations
        from agency.settings import load_settings

        self._talk = Conversations(load_settings())

    def _given(self, turn: Turn) -> dict[str, Any]:
        files = {name: str(self._files[kind]) for name, kind in turn.uploads}
        return {**turn.message, **({"files": files} if files else {})}

    def _blame(self, faults: list[str]) -> None:
        self.played.faults += [f"{self._at}: {fault}" for fault in faults]
        self.played.stuck += sum("waits" in fault for fault in faults)

    def _message(self, turn: Turn) -> None:
        self._say(self._given(turn), self._thread)

    def _idle_click(self, turn: Turn) -> None:
        self._say(self._given(turn), self._thread, silent=True)

    def _say(self, message: dict[str, Any], thread: str, *, silent: bool = False) -> list[dict[str, Any]]:
        """One turn, in a thread so that one that never ends is seen."""
        events: list[dict[str, Any]] = []
        times: list[float] = []
        raised: list[BaseException] = []

        def work() -> None:
            began = _cpu_seconds()
            try:
                for event in self._talk.turn(thread, cast("Message", message)):
                    if not events:
                        times.append(_cpu_seconds() - began)
                    events.append(event)
            except BaseException as error:
                raised.append(error)
            times.append(_cpu_seconds() - began)

        working = threading.Thread(target=work, daemon=True)
        working.start()
        working.join(PATIENCE)
        if working.is_alive():
            self.played.stuck += 1
            self.played.faults.append(f"{self._at}: it did not end in {PATIENCE:.0f} s")
            return events
        self._blame([f"raised {type(error).__name__}: {error}" for error in raised])
        self.played.seconds.append((times[-1], times[0], str(message.get("text") or message)[:60]))
        self._look(events, message, silent=silent or _is_silent(message))
        return events

    def _look(self, events: list[dict[str, Any]], message: dict[str, Any], *, silent: bool = False) -> None:
        self.played.kinds.update(event["kind"] for event in events)
        if self.aloud:
            print(
                f"\n> {self._at}", *(f"    {event['kind']}: {_told(event)}" for event in events), sep="\n", flush=True
            )
        self._blame(faults_of(events, f"{message.get('text', '')} {message.get('settings', '')}", silent=silent))
        try:
            self._last = self._nursery.run(standing, self._thread)
        except RuntimeError as error:
            self._blame([f"a new process can not load it: {error}"])
            return
        if not self._last.waits:
            self._blame(["it waits for nothing that could come"])
        self._blame(self._last.faults)
        for production, count in self._known.items():
            if self._last.revisions.get(production, 0) < count:
                self.played.lost += 1
                self._blame([f"{production} had {count} entries and has {self._last.revisions.get(production, 0)}"])
        self._known = self._last.revisions

    def _restart(self, turn: Turn) -> None:
        self.played.restarts += 1
        self._open()
        events = list(self._talk.go_on(self._thread))
        self._blame([f"it said something without being asked: {event}" for event in events])
        self._look(events, {}, silent=True)

    def _kill(self, turn: Turn) -> None:
        """The turn in a process that is killed; the next one goes on, and the client says it again if it must."""
        message = {**self._given(turn), "id": f"{self._thread}-{self.played.turns}"}
        told = self._nursery.run(killed_turn, self._thread, message, turn.delay, turn.call)
        if told != KILLED:
            self._look(told, message, silent=_is_silent(message))
            return
        self.played.kills += 1
        self._open()
        events = list(self._talk.go_on(self._thread))
        if self._talk.state(self._thread).get("message", {}).get("id") != message["id"]:
            if events:
                self._blame([f"it went on with something else: {events[0]}"])
            self._say(message, self._thread)
        else:
            # The reply may have been given before the process ended.
            self._look(events, message, silent=True)

    def _together(self, turn: Turn) -> None:
        """Two messages of one client at the same moment."""
        self._both((self._thread, self._given(turn)), (self._thread, turn.other))

    def _same_brief(self, turn: Turn) -> None:
        """Another client asks for the same at the same moment; both have their own production."""
        other = f"{self._thread}-other"
        self._both((self._thread, self._given(turn)), (other, self._given(turn)))
        mine, theirs = (self._talk.state(thread).get("production", "") for thread in (self._thread, other))
        if mine and mine == theirs:
            self._blame(["two clients share a production"])

    def _both(self, *asked: tuple[str, dict[str, Any]]) -> None:
        told: list[list[dict[str, Any]]] = [[] for _ in asked]
        raised: list[BaseException] = []

        def work(number: int) -> None:
            try:
                thread, message = asked[number]
                told[number] += self._talk.turn(thread, cast("Message", message))
            except BaseException as error:
                raised.append(error)

        working = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(len(asked))]
        for each in working:
            each.start()
        for each in working:
            each.join(PATIENCE)
        if any(each.is_alive() for each in working):
            self.played.stuck += 1
            self.played.faults.append(f"{self._at}: one of the two did not end")
        self._blame([f"raised {type(error).__name__}: {error}" for error in raised])
        for events, (_, message) in zip(told, asked, strict=True):
            self._look(events, message, silent=_is_silent(message))

    def _jobs(self, turn: Turn) -> None:
        """What is being made comes to its end, and the page tells the conversation."""
        from agency.database import opened
        from agency.jobs import Jobs

        jobs = Jobs(self._talk.home.database)
        for id_ in self._talk.state(self._thread).get("jobs", []):
            job = jobs.find(id_)
            # Where one has failed, the conversation gives up the others by itself.
            if job is None or id_ not in self._talk.state(self._thread).get("jobs", []):
                continue
            animatic = jobs.commission(id_).said.get("quality") == "animatic"
            if turn.outcome == "begin":
                if animatic and not self._running:
                    self._running.append(self._nursery.begin(made_job, id_))
                continue
            while self._running:
                self._nursery.answer(self._running.pop())
            if turn.outcome == "finish" and (animatic or self._full):
                ended = self._nursery.run(made_job, id_)
                self.played.drafts += str(ended).startswith("finished")
            elif turn.outcome == "fail" and jobs.claim(id_):
                jobs.fail(id_, "The disk is full.")
            elif turn.outcome == "die":
                # Until it is not begun again by itself.
                while (job := jobs.find(id_)) and job.pending:
                    self._nursery.run(died_with_job, id_)
            elif turn.outcome == "lose":
                with opened(self._talk.home.database) as db:
                    db.execute("DELETE FROM jobs WHERE id = ? AND state != 'running'", (id_,))
            else:
                jobs.ask_to_stop(id_)
            after = jobs.find(id_)
            # The page says nothing of a job that is still to come to something.
            if after is None or not after.pending:
                self._say({"job": id_}, self._thread)


def _cpu_seconds() -> float:
    """What this process has used, and those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _is_silent(message: dict[str, Any]) -> bool:
    """Whether nothing need be said: settings are kept without a word."""
    return bool(message.get("settings")) and not any(
        message.get(each) for each in ("text", "patches", "command", "files")
    )


def _told(event: dict[str, Any]) -> str:
    if event["kind"] in ("changes", "compare"):
        return "; ".join(f"{each['label']}: {each['before']} → {each['after']}" for each in event["changes"])
    return str(event.get("text") or {name: value for name, value in event.items() if name != "kind"})[:160]


def _shown(turn: Turn) -> str:
    return f"{turn.happening}: {str(turn.message.get('text') or turn.message or turn.outcome)[:70]!r}"

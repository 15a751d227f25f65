"""How long a client waits for what in the chat: `python -m benchmarks.chat`.

A warm local studio on two cores: conversation and studio have made one small video before anything counts. Then comes a
brief in words never said here: to the first reply, to the board, to the stills of all its scenes; after the approval
to the first look and to the draft at 1080p; and from a note of one word to the draft that has it. Wall seconds, as a
client has them; the medians of `--runs` briefs.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measurement import COMPILED, two_cores

if TYPE_CHECKING:
    from agency.conversation import Event
    from agency.conversations import Conversations
    from agency.home import Home

THINGS = ("kettle", "bicycle", "guitar", "blanket", "telescope", "armchair", "backpack")
"""What the videos are about; each was never spoken of in the home before."""
WARMING = "A 6 second video about our new lamp for people who read at night."
BRIEF = "A {seconds} second video about our new {thing} for people who love good things. Order at {thing}.example."
LOOK = 0.02
"""Seconds between two looks at a job."""
PATIENCE = 600.0
GOALS = {
    "first reply": 1.0,
    "board": 5.0,
    "stills": 5.0,
    "first look": 10.0,
    "draft": float("nan"),
    "one word": 6.0,
}
"""Seconds that each may take at most; what is counted from is told by the table."""
SINCE = {
    "first reply": "the brief was sent",
    "board": "the brief was sent",
    "stills": "the brief was sent: the board with a still of every scene",
    "first look": "the approval",
    "draft": "the approval, the first look made before it",
    "one word": "a note that changes one word, to the draft that has it",
}


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    os.sched_setaffinity(0, two_cores())
    with tempfile.TemporaryDirectory(prefix="chat-", ignore_cleanup_errors=True) as folder:
        os.environ |= {**COMPILED, "AGENCY_HOME": folder, "AGENCY_RESOLUTION": asked.resolution}
        with _studio(Path(folder)) as client:
            runs = [client.story(number, asked.seconds) for number in range(asked.runs)]
    figures = {name: statistics.median(run[name] for run in runs) for name in GOALS}
    print(json.dumps({"seconds": figures, "runs": runs}, indent=1) if asked.json else _table(figures))


class Client:
    """Someone who talks to the agency, and waits."""

    def __init__(self, talk: Conversations, place: Home) -> None:
        from agency.jobs import Jobs

        self._talk, self._place, self._jobs = talk, place, Jobs(place.database)

    def warm(self) -> None:
        """One small video, from the brief to a note."""
        self._brief("warming", WARMING)
        self._made("warming", list(self._say("warming", "go ahead")))
        self._made("warming", list(self._say("warming", "no music")))

    def story(self, number: int, seconds: int) -> dict[str, float]:
        """The seconds of everything, for one brief."""
        thread, thing = f"story-{number}", THINGS[number % len(THINGS)]
        found = self._brief(thread, BRIEF.format(seconds=seconds, thing=thing))
        began = time.perf_counter()
        first, draft = self._made(thread, list(self._say(thread, "go ahead")))
        found |= {"first look": first - began, "draft": draft - began}
        word = self._a_word(thread)
        began = time.perf_counter()
        found["one word"] = (
            self._made(thread, list(self._say(thread, f'say "{word}ly" instead of "{word}"')))[-1] - began
        )
        return {name: round(value, 2) for name, value in found.items()}

    def _brief(self, thread: str, text: str) -> dict[str, float]:
        from agency.stills import scene_stills

        found: dict[str, float] = {}
        began = time.perf_counter()
        for event in self._say(thread, text):
            found.setdefault("first reply", time.perf_counter() - began)
            if event["kind"] == "board":
                found["board"] = time.perf_counter() - began
                scene_stills(self._place, event["production"])
                found["stills"] = time.perf_counter() - began
        if "stills" not in found:
            sys.exit(f"No board came of {text!r}.")
        return found

    def _say(self, thread: str, text: str) -> Iterator[Event]:
        for event in self._talk.turn(thread, {"text": text}):
            if event.get("error"):
                sys.exit(f"{text!r} was answered with: {event['text']}")
            yield event

    def _made(self, thread: str, events: list[Event]) -> list[float]:
        """When each job of these events was finished; the conversation has been told."""
        jobs = [event["job"] for event in events if event["kind"] == "job"]
        if not jobs:
            sys.exit(f"Nothing is made: {[event.get('text', event['kind']) for event in events]}")
        ends = [self._finished(id_) for id_ in jobs]
        for id_ in jobs:
            list(self._talk.turn(thread, {"job": id_}))
        return ends

    def _finished(self, id_: str) -> float:
        begun = time.monotonic()
        while (job := self._jobs.find(id_)) is None or job.state in ("waiting", "running"):
            if time.monotonic() - begun > PATIENCE:
                sys.exit(f"A draft was not made in {PATIENCE:.0f} s.")
            time.sleep(LOOK)
        if job.state != "finished":
            sys.exit(f"A draft was not made: {job.error or job.state}")
        return time.perf_counter()

    def _a_word(self, thread: str) -> str:
        """The longest word that is said once, in the middle of the programme."""
        from agency.revisions import current

        board = current(self._place, self._talk.state(thread)["production"]).storyboard
        spoken = [scene for scene in board.scenes if scene.lines]
        words = [word.strip(".,!?:;") for line in spoken[len(spoken) // 2].lines for word in line.text.split()]
        everything = " ".join(line.text for scene in spoken for line in scene.lines).split()
        plain = [word for word in words if word.isalpha() and everything.count(word) == 1]
        return max(plain or words, key=len)


@contextmanager
def _studio(folder: Path) -> Iterator[Client]:
    """A client of a studio that is warm; it ends with the block, and what it works with."""
    from agency.chat_turns import Turns
    from agency.conversations import Conversations
    from agency.home import home
    from agency.settings import load_settings

    settings = load_settings()
    Turns(settings).warm_now()
    client = Client(Conversations(settings), home(settings))
    try:
        client.warm()
        yield client
    finally:
        _end(folder)


def _end(folder: Path) -> None:
    """End everything that works for the home in `folder`: the studio outlives who started it."""
    mark = f"AGENCY_HOME={folder}".encode()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if int(entry.name) != os.getpid() and mark in (entry / "environ").read_bytes().split(b"\0"):
                os.kill(int(entry.name), signal.SIGKILL)


def _table(figures: dict[str, float]) -> str:
    rows = [f"{'':14}{'seconds':>9}{'at most':>9}  since"]
    for name, goal in GOALS.items():
        most = f"{goal:.0f}" if goal == goal else ""
        rows.append(f"{name:14}{figures[name]:9.2f}{most:>9}  {SINCE[name]}")
    return "\n".join(rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=30, help="length of the videos")
    parser.add_argument("--resolution", default="1080p")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()

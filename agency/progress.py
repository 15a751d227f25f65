"""Progress that never goes quiet: stages, percentage and time left, on a terminal or in a log."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

HEARTBEAT_SECONDS = 1.5
"""A log shows a line at least this often; silence for longer than two seconds looks like a hang."""


class Reporter(Protocol):
    """Told what is being done and how far it is."""

    def begin(self, stage: str) -> None:
        """A stage begins."""
        ...

    def advance(self, done: float, of: float) -> None:
        """The current stage has come this far."""
        ...

    def say(self, sentence: str) -> None:
        """Something the person should know, in one sentence."""
        ...


@dataclass
class StageTimes:
    """Seconds each stage took, in order. Also a `Reporter` that shows nothing."""

    seconds: dict[str, float] = field(default_factory=dict)
    stage: str = ""
    _since: float = field(default_factory=time.monotonic)

    def begin(self, stage: str) -> None:
        """End the current stage and begin another."""
        self.close()
        self.stage = stage

    def advance(self, done: float, of: float) -> None:
        """Nothing to show."""

    def say(self, sentence: str) -> None:
        """Nothing to show."""

    def close(self) -> None:
        """End the current stage."""
        now = time.monotonic()
        if self.stage:
            self.seconds[self.stage] = round(self.seconds.get(self.stage, 0.0) + now - self._since, 3)
        self.stage, self._since = "", now


class TerminalReporter(StageTimes):
    """A live bar for the current stage, with ticks for those that are done."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description:<22}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
        )
        self._task: TaskID | None = None

    def begin(self, stage: str) -> None:
        """Show the new stage's bar under those that are done."""
        super().begin(stage)
        self._finish()
        self._task = self._bar.add_task(stage, total=None)

    def advance(self, done: float, of: float) -> None:
        """Move the bar."""
        if self._task is not None:
            self._bar.update(self._task, completed=done, total=of)

    def say(self, sentence: str) -> None:
        """Print above the bars."""
        self._bar.console.print(sentence, highlight=False, markup=False)

    def close(self) -> None:
        """End the current stage."""
        super().close()

    def _finish(self) -> None:
        if self._task is not None:
            total = self._bar.tasks[self._task].total or 1
            self._bar.update(self._task, completed=total, total=total)
            self._task = None

    def __enter__(self) -> TerminalReporter:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close()
        if kind is None:
            self._finish()
        self._bar.stop()


class LogReporter(StageTimes):
    """Plain lines for logs and pipes: one when a stage begins, then one at least every two seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self._written = time.monotonic()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def begin(self, stage: str) -> None:
        """Write that the stage begins."""
        super().begin(stage)
        self._share = None
        self._write(f"{stage} …")

    def advance(self, done: float, of: float) -> None:
        """Remember how far it is, for the next line."""
        self._share = done / of if of else None

    def say(self, sentence: str) -> None:
        """Write the sentence."""
        self._write(sentence)

    def _beat(self) -> None:
        while not self._stop.wait(HEARTBEAT_SECONDS / 6):
            if self.stage and time.monotonic() - self._written >= HEARTBEAT_SECONDS:
                self._write(self.heartbeat(time.monotonic() - self._since))

    def heartbeat(self, elapsed: float) -> str:
        """The line that says how far the current stage is, `elapsed` seconds after it began."""
        share = self._share
        if share is None:
            return f"{self.stage}: {elapsed:.0f} s"
        left = f", about {elapsed / share * (1 - share):.0f} s left" if share > 0.02 else ""
        return f"{self.stage}: {share:.0%}{left}"

    def _write(self, text: str) -> None:
        self._written = time.monotonic()
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def __enter__(self) -> LogReporter:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self.close()


@contextmanager
def reporting(*, quiet: bool = False) -> Iterator[StageTimes]:
    """The reporter that fits where we run: a live bar on a terminal, else plain lines; always on standard error."""
    if quiet:
        times = StageTimes()
        yield times
        times.close()
        return
    console = Console(stderr=True)
    with TerminalReporter(console) if console.is_terminal else LogReporter() as reporter:
        yield reporter

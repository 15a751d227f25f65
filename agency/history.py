"""The history of a production: every revision of its storyboard, and where in their line it stands.

It lies in the production's `notes.jsonl`, one entry a line, which is only ever added to: what was written stays, and a
line that a crash cut short is as if it had never been begun. Which revision a draft shows is told by the draft itself.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from agency.productions import DraftRecord, Production
from renderers.errors import NoSpace
from renderers.file_lock import locked
from tools.documents import Document
from tools.patches import Patch
from tools.storyboard import Storyboard

NOTES = "notes.jsonl"
"""The name of the file."""

Event = Literal["begin", "made", "revise", "undo", "redo", "go_to_draft", "withdraw"]


class Told(Document):
    """A change as it is kept; see `tools.changes.Change`."""

    op: str
    label: str
    before: str = ""
    after: str = ""
    scenes: tuple[str, ...] = ()


class Entry(Document):
    """One thing that happened. `line` are the revisions that undo and redo go along, and `place` which is the current.

    `storyboard` (with `wish` where that differs) is there where `number` is a new revision: `wish` is what was asked
    for, `storyboard` what of it is shown, at its length. `draft` is one that shows it without saying so itself. `key`
    names what asked for it, so that it is done once where it is asked for again after a crash.
    """

    event: Event
    number: int
    line: tuple[int, ...]
    place: int
    at: float
    note: str = ""
    patches: tuple[Patch, ...] = ()
    changes: tuple[Told, ...] = ()
    storyboard: Storyboard | None = None
    wish: Storyboard | None = None
    draft: int = 0
    key: str = ""


@dataclass
class History:
    """The entries of a production, those of them that are not on disk yet, and its drafts."""

    work: Production
    entries: list[Entry]
    records: dict[int, DraftRecord]
    unsaved: list[Entry] = field(default_factory=list)

    @property
    def last(self) -> Entry:
        """What happened last."""
        return self.entries[-1]

    @property
    def current(self) -> int:
        """The number of the revision that the production stands at."""
        return self.last.line[self.last.place]

    @property
    def next_number(self) -> int:
        """The number of the next revision."""
        return max((entry.number for entry in self.entries), default=-1) + 1

    def birth(self, number: int) -> Entry:
        """The entry that brought the revision."""
        return next(entry for entry in self.entries if entry.number == number and entry.storyboard is not None)

    def revision_of(self, draft: int) -> int | None:
        """The revision that a draft shows; None where that is not known."""
        record = self.records.get(draft)
        if record is not None and record.revision is not None:
            return record.revision
        return next((entry.number for entry in self.entries if entry.draft == draft), None)

    def draft_of(self, number: int) -> int | None:
        """The newest draft that shows the revision."""
        return max((draft for draft in self.work.numbers() if self.revision_of(draft) == number), default=None)

    def shown(self, number: int) -> Storyboard:
        """The storyboard of a revision as its draft shows it, or as it was planned where it has none yet."""
        draft = self.draft_of(number)
        record = self.records.get(draft) if draft else None
        planned = self.birth(number).storyboard
        assert planned is not None
        return record.storyboard if record else planned

    def wish(self, number: int) -> Storyboard:
        """What was asked for with a revision: lines that had no room are still in it."""
        born = self.birth(number)
        made = born.wish or born.storyboard
        assert made is not None
        return made

    def asked_by(self, key: str) -> Entry | None:
        """The entry that was made for `key`; None where there is none, and for an empty key."""
        return next((entry for entry in self.entries if entry.key == key), None) if key else None

    def add(self, entry: Entry) -> None:
        """Let it have happened, and keep it on disk. Raises `NoSpace`; then it did not happen."""
        _append(self.work.folder / NOTES, [*self.unsaved, entry])
        self.unsaved.clear()
        self.entries.append(entry)


@contextlib.contextmanager
def opened_history(work: Production) -> Iterator[History]:
    """The history, with nobody else writing to it meanwhile. Raises `NoSpace`."""
    try:
        with locked(work.folder / f"{NOTES}.lock"):
            yield read_history(work)
    except OSError as error:
        if isinstance(error, NoSpace):
            raise
        raise NoSpace(f"Could not write to {work.folder}: {error.strerror or error}. Free some space.") from error


def read_history(work: Production) -> History:
    """The history as it is on disk, with what was made without it (by `agency make`) told as if it was there."""
    entries = _read(work.folder / NOTES)
    found = History(work, entries, work.records())
    known = {entry.draft for entry in entries}
    for draft, record in sorted(found.records.items()):
        if record.revision is None and draft not in known:
            _count_in(found, draft, record)
    if not found.entries and (newest := work.latest()) is not None:
        # Made before drafts kept their storyboards.
        kept = DraftRecord(storyboard=work.storyboard(), at=newest.stat().st_mtime)
        _count_in(found, int(newest.stem), kept)
    return found


def _count_in(found: History, draft: int, record: DraftRecord) -> None:
    """Tell a draft that was made from its source: the beginning, the same as before, or another revision."""
    entry: Entry
    wish = None if record.wish == record.storyboard else record.wish
    brought: dict[str, Any] = {
        "storyboard": record.storyboard,
        "wish": wish,
        "note": record.note,
        "at": record.at,
        "draft": draft,
    }
    if not found.entries:
        entry = Entry(event="begin", number=0, line=(0,), place=0, **brought)
    elif (record.wish or record.storyboard) in (found.wish(found.current), found.shown(found.current)):
        last = found.last
        entry = Entry(event="made", number=found.current, line=last.line, place=last.place, at=record.at, draft=draft)
    else:
        line = (*found.last.line[: found.last.place + 1], found.next_number)
        entry = Entry(event="made", number=found.next_number, line=line, place=len(line) - 1, **brought)
    found.entries.append(entry)
    found.unsaved.append(entry)


def _read(path: Path) -> list[Entry]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    entries = []
    for line in data.split(b"\n"):
        with contextlib.suppress(ValidationError):
            entries.append(Entry.model_validate_json(line))
    return entries


def _append(path: Path, entries: list[Entry]) -> None:
    text = "".join(entry.model_dump_json(by_alias=True) + "\n" for entry in entries).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            size = os.fstat(descriptor).st_size
            # The end of a line that a crash cut short must not join what comes now.
            torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
            try:
                _write_all(descriptor, b"\n" + text if torn else text)
            except OSError:
                os.ftruncate(descriptor, size)
                raise
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise NoSpace(
            f"Could not write to {path.parent}: {error.strerror or error}. Free some space and say it again."
        ) from error


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
